"""Keys of a word that stay the same when a name is romanised in another way.

Three of them, from cheap and coarse to dear and fine: the block keys that bring two words together at
all, the folded form without diacritics, and the key in which w = v, kh = h, zh = j, y = i.
"""

import functools
import re
import unicodedata
from typing import cast

from .tables import table

LETTERS = str.maketrans(
    {
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ı": "i",
        "ħ": "h",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ς": "σ",
    }
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

LONGEST = 40
"""Letters of a name at most: what is longer is no word."""
VOWELS = re.compile("[aeiouаеиоуюяαειου]")
REPEATED = re.compile(r"(.)(?=\1)")


@functools.lru_cache(1 << 16)
def fold(word: str) -> str:
    """A lower-case word without diacritics and with its ligatures taken apart."""
    if word.isascii():
        return word
    decomposed = unicodedata.normalize("NFD", word.translate(LETTERS))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


@functools.lru_cache(1 << 16)
def blocks(surface: str) -> tuple[str, ...]:
    """Keys of a capitalised word (acronyms have none); words that share none are not compared.

    The first letter with the consonants in coarse classes, and what single deletions leave of them:
    so any one consonant may differ, be lost, be doubled, be added or change places with its
    neighbour, and any vowel may differ. Words of few consonants share their beginning or end instead.
    The first key stands for words with another first letter: all their consonants must be the same.
    """
    if surface[-1].isupper() or len(surface) > LONGEST:
        return ()
    folded = fold(surface.lower())
    folded = folded[1:] if folded[:2] == "kh" else folded
    first = folded[0]
    consonants = folded.translate(COARSE)
    if len(consonants) < 3:  # noqa: PLR2004 - single letters would bring everything together
        return ("*" + consonants, first + consonants, "^" + folded[:3], first + "$" + folded[-3:])
    lacking = {first + consonants[:i] + consonants[i + 1 :] for i in range(len(consonants))}
    return ("*" + consonants, first + consonants, *lacking)


@functools.lru_cache(1 << 14)
def key(word: str) -> str:
    """The romanisation key of a folded word."""
    for pattern, replacement in _rewrites(_alphabet(word)):
        word = pattern.sub(replacement, word)
    return word


def _alphabet(word: str) -> str:
    return "latin" if word[0] < "Ͱ" else "greek" if word[0] < "Ѐ" else "cyrillic"


def consonants(word: str) -> str:
    """The consonants of a key."""
    return REPEATED.sub("", VOWELS.sub("", word))


@functools.cache
def _rewrites(alphabet: str) -> list[tuple[re.Pattern[str], str]]:
    rewrites = cast("list[list[str]]", table("romanisation")[alphabet])
    return [(re.compile(pattern), replacement) for pattern, replacement in rewrites]
