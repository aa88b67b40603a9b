"""Keys of a word that stay the same when a name is romanised in another way.

Three of them, from cheap and coarse to dear and fine: the block keys that bring two words together at
all, the folded form without diacritics, and the key in which w = v, kh = h, zh = j, y = i.
"""

import functools
import re
from typing import cast
from unicodedata import normalize

from textlint.api import compile_re

from .tables import table

LETTERS = tuple(
    zip("łøđðıħßæœςþ", ("l", "o", "d", "d", "i", "h", "ss", "ae", "oe", "σ", "th"), strict=True)
)
"""Letters that no Unicode decomposition takes apart."""

COARSE = str.maketrans(
    dict.fromkeys("aeiouyhаеёиіїйоуыэюяєьъαεηιουω'’ʼ")
    | dict.fromkeys("cqsx", "k")
    | dict.fromkeys("gj", "z")
    | dict.fromkeys("fw", "v")
    | {"ґ": "г"}
)
"""Consonants in classes wide enough for every rewrite of the key; vowels and h are left out."""

MARKS = compile_re("[\u0300-\u034e\u0350-\u036f\u0483-\u0487]+")
"""The combining marks of the three alphabets."""
VOWELS = compile_re("[aeiouаеиоуюяαειου]")
REPEATED = compile_re(r"(.)(?=\1)")


def fold(text: str) -> str:
    """Lower-case words without diacritics and with their ligatures taken apart."""
    if text.isascii():
        return text
    for letter, plain in LETTERS:
        text = text.replace(letter, plain)
    return MARKS.sub("", normalize("NFD", text))


def coarse(word: str) -> str:
    """The consonants of a folded word in classes that no romanisation mixes up."""
    return word.translate(COARSE)


@functools.lru_cache(1 << 14)
def key(word: str) -> str:
    """The romanisation key of a folded word."""
    for pattern, replacement in _rewrites(_alphabet(word)):
        word = pattern.sub(replacement, word)
    return word


def _alphabet(word: str) -> str:
    return "latin" if word < "Ͱ" else "greek" if word < "Ѐ" else "cyrillic"


def consonants(word: str) -> str:
    """The consonants of a key."""
    return REPEATED.sub("", VOWELS.sub("", word))


@functools.cache
def _rewrites(alphabet: str) -> list[tuple[re.Pattern[str], str]]:
    rewrites = cast("list[list[str]]", table("romanisation")[alphabet])
    return [(compile_re(pattern), replacement) for pattern, replacement in rewrites]
