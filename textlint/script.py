"""Writing systems: which there are, how many letters of each a text holds."""

import functools
import re
import unicodedata
from collections import Counter
from string import ascii_letters
from typing import TYPE_CHECKING

from textlint.expressions import compile_re

if TYPE_CHECKING:
    import regex

from textlint.expressions import compile_regex

SCRIPTS = (
    "Latin",
    "Cyrillic",
    "Greek",
    "Armenian",
    "Georgian",
    "Hebrew",
    "Arabic",
    "Devanagari",
    "Bengali",
    "Gurmukhi",
    "Gujarati",
    "Tamil",
    "Telugu",
    "Kannada",
    "Malayalam",
    "Sinhala",
    "Ethiopic",
    "Hangul",
    "Han",
    "Hiragana",
    "Katakana",
    "Thai",
    "Lao",
    "Khmer",
    "Myanmar",
)
"""The scripts told apart, by their Unicode property names."""
UNSPACED = frozenset(("Han", "Hiragana", "Katakana", "Thai", "Lao", "Khmer", "Myanmar"))
"""Scripts that write words without spaces between them."""

NO_LETTERS = bytes(set(range(256)) - set(ascii_letters.encode()))
"""The bytes of UTF-8 that are no ASCII letters."""
ASCII = bytes(range(128))
SURROGATES = "surrogatepass"
BLOCKS = {
    "Arabic": "[\u0620-\u063f\u0641-\u064a\u0671-\u06d3]+",
    "Cyrillic": "[\u0400-\u0481\u048a-\u04ff]+",
    "Devanagari": "[\u0900-\u0950\u0955-\u0963\u0971-\u097f]+",
    "Greek": "[\u0388-\u038a\u038e-\u03a1\u03a3-\u03e1]+",
    "Han": "[\u4e00-\u9fef]+",
    "Hangul": "[\uac00-\ud7a3]+",
    "Hebrew": "[\u05d0-\u05ea]+",
    "Hiragana": "[\u3041-\u3096]+",
    "Katakana": "[\u30a1-\u30fa]+",
    "Thai": "[\u0e01-\u0e3a\u0e40-\u0e4e]+",
}
"""Stretches of nothing but letters (and marks) of one script: they are counted by the run."""
FEW = 16
"""Characters beyond ASCII that are sooner looked up one by one."""


def count_scripts(text: str) -> Counter[str]:
    """How many letters (with their marks) of each of SCRIPTS the text holds; none is left out."""
    return Counter(scripts_and_characters(text)[0])


def scripts_and_characters(text: str) -> tuple[dict[str, int], dict[str, int]]:
    """The same, and how often each character beyond ASCII stands in the text, but for letters of BLOCKS."""
    encoded = text.encode("utf-8", SURROGATES)
    ascii_letters = len(encoded.translate(None, NO_LETTERS))
    counts = {"Latin": ascii_letters} if ascii_letters else {}
    if len(encoded) == len(text):
        return counts, {}
    others = encoded.translate(None, ASCII).decode("utf-8", SURROGATES)
    while len(others) > FEW and (script := _script_of_letter(others[len(others) // 2])) in BLOCKS:
        rest = _block(script).sub("", others)
        if len(rest) == len(others):
            break
        counts[script] = len(others) - len(rest)
        others = rest
    characters = Counter(others)
    for char, count in characters.items():
        if script := _script_of_letter(char):
            counts[script] = counts.get(script, 0) + count
    return counts, characters


@functools.cache
def _block(script: str) -> re.Pattern[str]:
    return compile_re(BLOCKS[script])


@functools.cache
def is_letter(char: str) -> bool:
    """Whether a character is a letter, or a mark on one."""
    return unicodedata.category(char)[0] in "LM"


@functools.cache
def _script_of_letter(char: str) -> str | None:
    return script_of(char) if is_letter(char) else None


@functools.cache
def script_of(char: str) -> str | None:
    """The script of a character, None where it is none of SCRIPTS."""
    if char.isascii():
        return "Latin" if char.isalpha() else None
    if "\u4e00" <= char <= "\u9fef":
        return "Han"
    return next((script for script in SCRIPTS if _is(script).match(char)), None)


@functools.cache
def _is(script: str) -> "regex.Pattern[str]":
    return compile_regex(rf"\p{{{script}}}")
