"""Writing systems: which there are, how many letters of each a text holds."""

import functools
import unicodedata
from bisect import bisect_right
from operator import itemgetter
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
STRETCHES = (
    *((0xC0, 0xD6, "Latin"), (0xD8, 0xF6, "Latin"), (0xF8, 0x2B8, "Latin")),
    *((0x3A3, 0x3E1, "Greek"), (0x400, 0x484, "Cyrillic"), (0x48A, 0x52F, "Cyrillic")),
    *((0x5D0, 0x5EA, "Hebrew"), (0x620, 0x63F, "Arabic"), (0x641, 0x64A, "Arabic")),
    *((0x904, 0x950, "Devanagari"), (0xE01, 0xE3A, "Thai"), (0xE40, 0xE5B, "Thai")),
    *((0x1E00, 0x1EFF, "Latin"), (0x3041, 0x3096, "Hiragana"), (0x30A1, 0x30FA, "Katakana")),
    *((0x3400, 0x4DBF, "Han"), (0x4E00, 0x9FEF, "Han"), (0xAC00, 0xD7A3, "Hangul")),
)
"""The first and last code points of long stretches of one script: a search by expressions takes 5 µs."""
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
    code = ord(char[0])
    at = bisect_right(STRETCHES, code, key=itemgetter(0)) - 1
    if at >= 0 and code <= STRETCHES[at][1]:
        return STRETCHES[at][2]
    return next((script for script in SCRIPTS if _is(script).match(char)), None)


@functools.cache
def _is(script: str) -> "regex.Pattern[str]":
    return compile_regex(rf"\p{{{script}}}")
