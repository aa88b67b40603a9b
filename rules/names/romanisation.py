"""Keys of a word that stay the same when a name is romanised in another way.

Three of them, from cheap and coarse to dear and fine: the block keys that bring two words together at
all, the folded form without diacritics, and the key in which w = v, kh = h, zh = j, y = i. Words are
joined by line feeds and treated all in one go, which costs a fifth of what it costs one by one.
"""

import functools
import re
from collections.abc import Collection, Iterable, Iterator
from itertools import compress
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

SOLID = frozenset("blmnrабвзклмнопрстуфхцчшщюяβγδζθκλμνξπρστφχψ")
"""Letters that no rewrite of a key takes away or brings: words that differ in one have two keys."""
MARKS = compile_re("[\u0300-\u034e\u0350-\u036f\u0483-\u0487]+")
"""The combining marks of the three alphabets."""
FEW = 2
"""Consonants that do not tell a word from others."""
VOWELS = compile_re("[aeiouаеиоуюяαειου]")
REPEATED = compile_re(r"(.)(?=\1)")


def fold(text: str) -> str:
    """Lower-case words without diacritics and with their ligatures taken apart."""
    if text.isascii():
        return text
    for letter, plain in LETTERS:
        text = text.replace(letter, plain)
    return MARKS.sub("", normalize("NFD", text))


def fold_all(surfaces: Iterable[str]) -> list[str]:
    """Words folded, whatever their case."""
    return fold("\n".join(surfaces).lower()).split("\n")


def blocks(names: Iterable[str]) -> list[tuple[str, ...]]:
    """The block keys of capitalised words, those of each: names that share none are not compared.

    The first letter with the consonants in coarse classes, and what single deletions leave of them:
    so any one consonant may differ, be lost, be doubled, be added or change places with its
    neighbour, and any vowel may differ. Words of few consonants share their beginning or end instead.
    The first key stands for words with another first letter: all their consonants must be the same.
    """
    folded = fold("\n".join(["", *names]).lower()).replace("\nkh", "\nh")[1:]
    return list(map(_block_keys, folded.split("\n"), folded.translate(COARSE).split("\n")))


def _block_keys(word: str, consonants: str) -> tuple[str, ...]:
    if len(consonants) <= FEW:
        first = word[:1]
        return ("*" + consonants, first + consonants, "^" + word[:3], first + "$" + word[-3:])
    skeleton = word[0] + consonants
    shorter = {skeleton[:at] + skeleton[at + 1 :] for at in range(1, len(skeleton))}
    return ("*" + consonants, skeleton, *shorter)


def keys(words: Collection[str]) -> list[str]:
    """The romanisation keys of folded words: one for each, all made in one go."""
    alphabets = list(map(_alphabet, words))
    found: dict[str, Iterator[str]] = {}
    for alphabet in {*alphabets}:
        text = "\n".join(compress(words, map(alphabet.__eq__, alphabets)))
        for pattern, replacement in _rewrites(alphabet):
            text = pattern.sub(replacement, text)
        found[alphabet] = iter(text.split("\n"))
    return [next(found[alphabet]) for alphabet in alphabets]


def key(word: str) -> str:
    """The romanisation key of a folded word."""
    return keys([word])[0]


def _alphabet(word: str) -> str:
    return "latin" if word < "Ͱ" else "greek" if word < "Ѐ" else "cyrillic"


def consonants(word: str) -> str:
    """The consonants of a key."""
    return REPEATED.sub("", VOWELS.sub("", word))


@functools.cache
def _rewrites(alphabet: str) -> list[tuple[re.Pattern[str], str]]:
    rewrites = cast("list[list[str]]", table("romanisation")[alphabet])
    return [(compile_re(pattern, re.MULTILINE), replacement) for pattern, replacement in rewrites]
