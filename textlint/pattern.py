"""What a rule looks for: regular expressions and phrases, and what exactly each of them means.

A pattern means what `regex` finds in the decoded text, leftmost and non-overlapping. Scanners may only
propose places; `compiled` decides.
"""

import functools
from typing import Literal, TypeAlias

import msgspec
import regex

from textlint.document import Document
from textlint.expressions import compile_regex
from textlint.packed import Plain
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


class Pattern(msgspec.Struct, frozen=True, tag=True):
    """A regular expression in the syntax of `regex`, `^` and `$` matching at line breaks."""

    source: str


class Phrase(msgspec.Struct, frozen=True, tag=True):
    """A text to find as it stands; letter case, no-break spaces, curly apostrophes do not matter.

    `where`: as a "word" (no letter or digit of the same script beside it), as a whole "line", as the
    "prefix" of a line, or "anywhere". `{}` in the text stands for 1 to 200 characters of the line.
    `language` says whose words these are; it is information, not a condition.
    """

    text: str
    where: Where = "word"
    language: str | None = None

    @property
    def source(self) -> str:
        """The regular expression that the phrase stands for, over folded text."""
        text = fold(self.text)
        parts = (regex.escape(part, literal_spaces=True) for part in text.split(HOLE))
        body = f"[^\\n]{{1,{HOLE_WIDTH}}}?".join(parts)
        if self.where == "line":
            return rf"(?<=^{MARGIN}){body}(?={MARGIN}$)"
        if self.where == "prefix":
            return rf"(?<=^{MARGIN}){body}{edge(text[-1], after=True)}"
        if self.where == "word":
            return edge(text[0], after=False) + body + edge(text[-1], after=True)
        return body


def pattern_of(plain: Plain) -> Pattern | Phrase:
    """The pattern that was packed: a regular expression by its source, a phrase by its fields."""
    return Pattern(*plain) if len(plain) == 1 else Phrase(*plain)


@functools.cache
def compiled(pattern: Pattern | Phrase) -> "regex.Pattern[str]":
    """The compiled form of a pattern (a phrase's: over folded text); `regex.error` if it is none."""
    return compile_regex(pattern.source, regex.MULTILINE)


FREQUENT = {"\u00a0": " ", "’": "'"}
"""What stands for the same as a character of ASCII in a phrase …"""
IRREGULAR = {"ς": "σ", "ı": "i"}
"""… and as another letter, though its lower case differs."""


def fold(text: str) -> str:
    """The text with what does not matter in phrases taken away; code points keep their places."""
    for char, plain in FREQUENT.items():
        text = text.replace(char, plain)
    if text.isascii():
        return text.lower()  # which takes much longer for other texts
    folded = text.replace("İ", "i").lower()  # the one character whose lower case is two
    for char, plain in IRREGULAR.items():
        folded = folded.replace(char, plain)
    return folded


def folded(document: Document) -> str:
    """The document's text, folded: a fact."""
    return fold(document.text)


WHOLE = compile_regex("(?s).*")


def original(document: Document, match: Match) -> Match:
    """The match in a document's text at the place of one in its folded text."""
    found = WHOLE.match(document.text, match.start(), match.end())
    assert found  # noqa: S101 - it matches whatever there is
    return found


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
