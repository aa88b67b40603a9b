"""Keys of a word that stay the same when a name is romanised in another way.

Three of them, from cheap and coarse to dear and fine: the block keys that bring two words together at
all, the folded form without diacritics, and the key in which w = v, kh = h, zh = j, y = i. Words are
joined by line feeds and treated all in one go, which costs a fifth of what it costs one by one.
"""

import functools
import re
from collections.abc import Collection, Iterable, Iterator
from itertools import compress
from typing import NamedTuple, cast
from unicodedata import normalize

from textlint.api import compile_re

from .distance import shared_beginning
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

HALF = 36
"""Where the upper half of a word's traits begins."""
EACH = (1 << HALF) - 1
CLASSES = EACH << HALF


class Bits(dict[str, int]):
    """A bit for each letter of each alphabet; letters in the same place of theirs have the same one.

    There is none for k, which may have been taken from a name that begins with kh, and for the rest.
    """

    def __missing__(self, letter: str) -> int:
        return 0


ALPHABETS = {
    "latin": "abcdefghijlmnopqrstuvwxyz",
    "cyrillic": "абвгдежзийклмнопрстуфхцчшщъыьэюяіє",
    "greek": "αβγδεζηθικλμνξοπρστυφχψω",
}
COARSE_CLASSES = ("bdklmnprtvz", "бвгджзклмнпрстфхцчшщ", "βγδζθκλμνξπρστφχψ")
TRAITS = Bits(
    {letter: 1 << at for letters in ALPHABETS.values() for at, letter in enumerate(letters)}
    | {c.upper(): 1 << HALF + at for letters in COARSE_CLASSES for at, c in enumerate(letters)}
)
SOLID = {
    alphabet: sum(map(TRAITS.__getitem__, letters))
    for alphabet, letters in {
        "latin": "blmnr",
        "cyrillic": "абвзклмнопрстуфхцчшщюя",
        "greek": "βγδζθκλμνξπρστφχψ",
    }.items()
}
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


class Shape(NamedTuple):
    """A name by what it is compared in: folded, its consonants in classes, which letters it has.

    `traits` has a bit for each letter, and one for each class of consonants in the upper half.
    """

    surface: str
    plain: str
    consonants: str
    traits: int


_shape = functools.partial(tuple.__new__, Shape)  # at a third of the cost of Shape(…)


def shapes(names: Collection[str]) -> list[Shape]:
    """The shapes of capitalised words, one for each of at least one."""
    folded = fold("\n".join(["", *names]).lower())
    folded = folded.replace("\nkh", "\nh")[1:]
    classes = folded.translate(COARSE)
    plain, upper = folded.split("\n"), classes.upper().split("\n")
    traits = [sum(map(TRAITS.__getitem__, {*a, *b})) for a, b in zip(plain, upper, strict=True)]
    return list(map(_shape, zip(names, plain, classes.split("\n"), traits, strict=True)))


def blocks(shape: Shape) -> tuple[str, ...]:
    """The keys of a name: names that share none are not compared.

    The first letter with the consonants in coarse classes, and what single deletions leave of them:
    so any one consonant may differ, be lost, be doubled, be added or change places with its
    neighbour, and any vowel may differ. Words of few consonants share their beginning or end instead.
    The first key stands for words with another first letter: all their consonants must be the same.
    """
    _, word, consonants, _ = shape
    first = word[:1]
    if len(consonants) > FEW:
        return _lacking(first + consonants)
    return ("*" + consonants, first + consonants, "^" + word[:3], first + "$" + word[-3:])


def share_block(one: Shape, other: Shape) -> bool:
    """Whether two names with one first letter have a key in common."""
    first, second = one.consonants, other.consonants
    if first == second:
        return True
    if len(first) > len(second):
        first, second = second, first
    if len(second) <= FEW:
        return one.plain[:3] == other.plain[:3] or one.plain[-3:] == other.plain[-3:]
    if len(second) - len(first) > 1:
        return False
    start = shared_beginning(first, second)
    first, second = first[start:], second[start:]
    if len(first) != len(second):
        return first == second[1:]
    while first[-1] == second[-1]:
        first, second = first[:-1], second[:-1]
    return first[1:] == second[:-1] or first[:-1] == second[1:]


def may_share(one: Shape, others: Iterable[Shape]) -> list[Shape]:
    """Those of `others` of which the letters do not say that they share no block or are too far apart.

    Two names of one block differ in a consonant for another at most. Three edits, each of which takes
    a letter and brings another, make one name of words of one key only, and two where there are
    letters between them that no key takes away.
    """
    _, plain, consonants, traits = one
    classes = CLASSES if len(consonants) > FEW else 0
    most = 8 if classes else 10
    solid = SOLID["latin" if plain < "Ͱ" else _alphabet(plain)]
    return [
        other
        for other in others
        if (apart := other[3] ^ traits).bit_count() <= most
        and (apart & classes).bit_count() <= 2  # noqa: PLR2004 - one for another
        and (apart & EACH).bit_count() <= (4 if apart & solid else 6)
    ]


@functools.lru_cache(1 << 13)
def _lacking(skeleton: str) -> tuple[str, ...]:
    """The keys of a first letter with the consonants behind it."""
    shorter = {skeleton[:at] + skeleton[at + 1 :] for at in range(1, len(skeleton))}
    return ("*" + skeleton[1:], skeleton, *shorter)


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
