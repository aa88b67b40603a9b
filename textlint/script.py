"""Writing systems: which there are, how many letters of each a text holds."""

import functools
import unicodedata
from typing import TYPE_CHECKING

from textlint.expressions import compile_regex

if TYPE_CHECKING:
    import regex

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


@functools.cache
def is_letter(char: str) -> bool:
    """Whether a character is a letter, or a mark on one."""
    return unicodedata.category(char)[0] in "LM"


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
