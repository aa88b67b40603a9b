"""Writing systems: which there are, how many letters of each a text holds."""

import functools
import unicodedata
from collections import Counter
from string import ascii_letters
from typing import TYPE_CHECKING

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


def count_scripts(text: str) -> Counter[str]:
    """How many letters (with their marks) of each of SCRIPTS the text holds; none is left out."""
    counts: Counter[str] = Counter()
    encoded = text.encode("utf-8", SURROGATES)
    if ascii_letters := len(encoded.translate(None, NO_LETTERS)):
        counts["Latin"] = ascii_letters
    if not text.isascii():
        others = encoded.translate(None, ASCII).decode("utf-8", SURROGATES)
        for char, count in Counter(others).items():
            if script := _script_of_letter(char):
                counts[script] += count
    return counts


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
    return next((script for script in SCRIPTS if _is(script).match(char)), None)


@functools.cache
def _is(script: str) -> "regex.Pattern[str]":
    return compile_regex(rf"\p{{{script}}}")
