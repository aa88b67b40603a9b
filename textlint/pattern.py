"""What a rule looks for: regular expressions and phrases, and what exactly each of them means.

A pattern means what `regex` finds in the decoded text, leftmost and non-overlapping. Scanners may only
propose places; `compiled` decides.
"""

import functools
from collections.abc import Mapping
from typing import Literal, TypeAlias

import msgspec
import regex

from textlint.script import UNSPACED, script_of

Match: TypeAlias = regex.Match[str]
Where: TypeAlias = Literal["word", "line", "prefix", "anywhere"]

BLANK = r"[^\S\n]"
"""White space within a line, as a pattern."""
BLANKS = frozenset(" \t\u00a0\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B))))
"""The characters that part words on a line: space, tab, and the other spaces of some width."""
MARGIN_WIDTH = 16
MARGIN = rf"{BLANK}{{0,{MARGIN_WIDTH}}}"
"""The white space that may stand around a phrase that fills its line."""
HOLE = "{}"
"""In a phrase: where the site puts a name, a number or a date."""
HOLE_WIDTH = 200
"""Code points of the line that a hole may stand for, at least one."""


class Pattern(msgspec.Struct, frozen=True):
    """A regular expression in the syntax of `regex`, `^` and `$` matching at line breaks."""

    source: str


class Phrase(msgspec.Struct, frozen=True):
    """A text to find as it stands. Letter case, no-break spaces and curly apostrophes do not matter.

    `where`: as a "word" (no letter or digit of the same script beside it), as a whole "line", as the
    "prefix" of a line, or "anywhere". `{}` in the text stands for 1 to 200 characters of the line.
    `language` says whose words these are; it is information, not a condition.
    """

    text: str
    where: Where = "word"
    language: str | None = None

    @property
    def source(self) -> str:
        """The regular expression that the phrase stands for."""
        body = f"[^\\n]{{1,{HOLE_WIDTH}}}?".join(
            "".join(map(_char_class, part)) for part in self.text.split(HOLE)
        )
        if self.where == "line":
            return rf"(?<=^{MARGIN}){body}(?={MARGIN}$)"
        if self.where == "prefix":
            return rf"(?<=^{MARGIN}){body}{edge(self.text[-1], after=True)}"
        if self.where == "word":
            return edge(self.text[0], after=False) + body + edge(self.text[-1], after=True)
        return body


class Expressions(dict[str, "regex.Pattern[str]"]):
    """Named regular expressions, each compiled when it is first asked for: that takes milliseconds."""

    def __init__(self, sources: Mapping[str, str], flags: int = 0) -> None:
        super().__init__()
        self._sources, self._flags = sources, flags

    def __missing__(self, name: str) -> "regex.Pattern[str]":
        self[name] = regex.compile(self._sources[name], self._flags)
        return self[name]


@functools.cache
def compiled(pattern: Pattern | Phrase) -> "regex.Pattern[str]":
    """The compiled form of a pattern; `regex.error` if it is none."""
    return regex.compile(pattern.source, regex.MULTILINE)


@functools.cache
def variants(char: str) -> tuple[str, ...]:
    """What stands for a phrase's character: its single-character case forms, spaces, apostrophes."""
    if char == " ":
        return (" ", "\u00a0")
    if char in "'’":
        return ("'", "’")
    forms = {char, char.lower(), char.upper(), char.title()}
    return tuple(sorted(form for form in forms if len(form) == 1))


IRREGULAR = {"\u00a0": " ", "’": "'", "ς": "σ", "ı": "i"}
"""What stands for the same as another character in a phrase though its lower case differs."""


def fold(text: str) -> str:
    """The text with what does not matter in phrases taken away; code points keep their places."""
    folded = text.replace("İ", "i").lower()  # the one character whose lower case is two
    for char, plain in IRREGULAR.items():
        folded = folded.replace(char, plain)
    return folded


def _char_class(char: str) -> str:
    forms = [regex.escape(form, special_only=True, literal_spaces=True) for form in variants(char)]
    return forms[0] if len(forms) == 1 else f"[{''.join(forms)}]"


@functools.cache
def edge(char: str, *, after: bool) -> str:
    """The condition that a word's first or last character sets on what stands beside it.

    Only letters of its own script make a longer word ("exile스포츠토토" holds the word 스포츠토토);
    Korean words take particles, so they are open at their end.
    """
    script = script_of(char) if char.isalnum() else None
    if script in UNSPACED or (script == "Hangul" and after) or not char.isalnum():
        return ""
    inside = rf"\p{{{script}}}\p{{M}}\p{{N}}_" if script else r"\p{N}_"
    return rf"(?![{inside}])" if after else rf"(?<![{inside}])"
