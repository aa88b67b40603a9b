"""Sentences as the structure rules see them: where the last one of a line begins, how it ends. Compiled."""

import functools
from pathlib import Path
from typing import Any

from textlint.api import Expressions, load_toml

LONGEST = 200
"""Code points of a sentence that a finding marks."""
LETTERS_A_WORD = 4
"""Characters of unspaced script counted as one word."""
NUMBER = 3
"""Digits of a list item's number, at most."""


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
def dangling_words() -> frozenset[str]:
    """The words that cannot end a sentence of some language."""
    return frozenset(word for words in lexicon("dangling").values() for word in words)


@functools.cache
def _expressions() -> Expressions:
    """The expressions of this module, compiled at their first use."""
    closers = r"[”\"’»)\]›」』']*"
    sources = {
        # After one capital letter or a title the full stop is an abbreviation's.
        "break": r"(?<!\b(?:\p{Lu}|Mr|Mrs|Ms|Dr|St|Prof|Gen|Col|Sen|Rep|Gov|Hr|Fr|No|Nr))[.!?…।؟]"
        rf"{closers}[^\S\n]+(?!\p{{Ll}})|[。！？]{closers}[^\S\n]*(?=\S)",
        "unspaced": r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]",
    }
    return Expressions(sources)


def last_sentence(text: str) -> int:
    """Where the last sentence of a line begins, in code points; at most LONGEST from the line's end."""
    size = len(text)
    start = at = max(0, size - LONGEST)
    while at and (_is_last(text[at]) or text[at].isspace()):
        at -= 1  # what begins before the part looked at may end in it
    end = size - 2
    while end >= at and not (_is_stop(text[end]) and _may_follow(text[end], text[end + 1])):
        end -= 1
    if end < at:
        return start
    for match in _expressions()["break"].finditer(text, at):
        if match.end() < size:
            start = max(start, match.end())
    return start


def _may_follow(stop: str, char: str) -> bool:
    """Whether a character may stand after a stop between two sentences."""
    return stop in "。！？" or char.isspace() or _is_closer(char)


def _is_stop(char: str) -> bool:
    return char in ".!?…。！？।؟۔"


def _is_closer(char: str) -> bool:
    return char in "”\"’»)]›」』'"


def _is_last(char: str) -> bool:
    """Whether a line with the mark of a finished sentence may have a character at its end."""
    return char == "*" or _is_stop(char) or _is_closer(char)


def ends_a_sentence(text: str) -> bool:
    """Whether a line, without white space at its end, ends with the mark of a finished sentence."""
    at = len(text) - 1
    while at >= 0 and (text[at] == "*" or text[at].isspace()):
        at -= 1
    while at >= 0 and _is_closer(text[at]):
        at -= 1
    return at >= 0 and _is_stop(text[at])


def has_words(text: str, least: int) -> bool:
    """Whether a line has so many words or more; in unspaced scripts LETTERS_A_WORD letters count as one."""
    words = 0
    is_gap = True
    for char in text:
        if char.isspace():
            is_gap = True
        elif is_gap:
            is_gap = False
            words += 1
            if words == least:
                return True
    if text.isascii():
        return words >= least
    return words + len(_expressions()["unspaced"].findall(text)) // LETTERS_A_WORD >= least


def is_item(text: str) -> bool:
    """Whether a line starts with the mark or number of a list item, heading or quotation."""
    size = len(text)
    if not size:
        return False
    at = 0
    if text[0] in "-–—*•·▪●○◦‣>|+#":
        at = 1
    else:
        start = at = 1 if text[0] == "(" else 0
        while at < min(size, start + NUMBER) and text[at].isdecimal():
            at += 1
        if at == start and at < size and text[at].isalpha():
            at += 1
        if not start < at < size or text[at] not in ".)":
            return False
        at += 1
    return at < size and text[at].isspace()
