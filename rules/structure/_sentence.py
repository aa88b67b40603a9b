"""Sentences as the structure rules see them: where the last one of a line begins, how it ends."""

import functools
from pathlib import Path
from typing import Any

from textlint.api import Expressions, load_toml

LONGEST = 200
"""Code points of a sentence that a finding marks."""
LETTERS_A_WORD = 4
"""Characters of unspaced script counted as one word."""
STOPS, CLOSERS = ".!?…。！？।؟۔", '”"’»)]›」』'
"""What ends a sentence, and what may stand behind it."""
LAST = frozenset(STOPS + CLOSERS + "*")
"""What a line with the mark of a finished sentence has at its end."""


@functools.cache
def lexicon(name: str) -> dict[str, Any]:
    """A data file of this category, read at its first use."""
    path = Path(__file__).parent / "lexicon" / f"{name}.toml"
    return load_toml(path)


@functools.cache
def dangling(language: str | None) -> frozenset[str]:
    """The words that cannot end a sentence of the language; none where it is unknown."""
    return frozenset(lexicon("dangling").get(language or "", ()))


@functools.cache
def _expressions() -> Expressions:
    """The expressions of this module, compiled at their first use."""
    import regex

    closers = rf"[{''.join(map(regex.escape, CLOSERS))}]*"
    sources = {
        # After one capital letter or a title the full stop is an abbreviation's.
        "break": r"(?<!\b(?:\p{Lu}|Mr|Mrs|Ms|Dr|St|Prof|Gen|Col|Sen|Rep|Gov|Hr|Fr|No|Nr))[.!?…।؟]"
        rf"{closers}[^\S\n]+(?!\p{{Ll}})|[。！？]{closers}[^\S\n]*(?=\S)",
        "end": rf"[{STOPS}]{closers}[\s*]*$",
        "unspaced": r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]",
        "item": r"(?:[-–—*•·▪●○◦‣>|+#]|\(?\p{L}[.)]|\(?\d{1,3}[.)])\s",
    }
    return Expressions(sources)


def last_sentence(text: str) -> int:
    """Where the last sentence of a line begins, in code points; at most LONGEST from the line's end."""
    start = at = max(0, len(text) - LONGEST)
    while at and (text[at].isspace() or text[at] in LAST):
        at -= 1  # what begins before the part looked at may end in it
    for match in _expressions()["break"].finditer(text, at):
        if match.end() < len(text):
            start = max(start, match.end())
    return start


def ends_a_sentence(text: str) -> bool:
    """Whether a line, without white space at its end, ends with the mark of a finished sentence."""
    return text[-1:] in LAST and _expressions()["end"].search(text) is not None


def count_words(text: str) -> int:
    """How many words a line has; in unspaced scripts LETTERS_A_WORD letters count as one."""
    words = len(text.split())
    if text.isascii():
        return words
    return words + len(_expressions()["unspaced"].findall(text)) // LETTERS_A_WORD


def has_words(text: str, least: int) -> bool:
    """Whether a line has so many words or more, as `count_words` counts them."""
    return len(text.split(None, least)) >= least or count_words(text) >= least


def is_item(text: str) -> bool:
    """Whether a line starts with the mark or number of a list item, heading or quotation."""
    if text[:1].isalpha() and text[1:2] not in {".", ")"}:
        return False
    return _expressions()["item"].match(text) is not None
