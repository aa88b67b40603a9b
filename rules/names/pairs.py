"""Pairs of a text's names that could be spellings of one: the stage that every text passes through.

Words that everybody knows are compared with rare ones only. Most pairs are told apart by their
consonants, in coarse classes; what is left by the edits between them.
"""

import functools
from array import array
from typing import TypeAlias

from . import frequency
from ._capitalised import Capitalised, number
from .distance import edits
from .evidence import LENDER, MOST_EDITS, TWO, Likeness, hopeful
from .romanisation import fold, key

CROWDED = 32
"""Words of the same consonants that are compared: 3 was the most in 1,600 articles; lists have more."""
DIFFERENT = 20_000
"""A text of more different names is a list or a dictionary: long novels have some 5,000."""
ONE_LETTER = 1000
"""Rare words with one first letter that are compared."""
MOST = 20_000
"""Pairs that are looked at, at most: an article has five, a list of codes any number."""
LONGEST = 40
"""Letters of a name at most: what is longer is no word. Acronyms are not compared either."""
DIGIT, ALL = 5, 31
"""Bits of a consonant in a number, and all of them: 0 is none."""
MOST_BITS = 60
"""Bits of all consonants of a word."""
FEWER = 1 << 10
"""Two consonants do not tell a word from others: the first number of three."""
EDGE = 3
"""Letters of the beginning or the end that words of few consonants must share."""

Pair: TypeAlias = tuple[str, str]


class Name:
    """A word with what it is compared by: in lower case, folded, its first letter, its consonants.

    Consonants are digits of a number, the first the lowest; where there are few, its two ends count.
    """

    def __init__(self, surface: str) -> None:
        self.surface = surface
        self._set(surface.lower())

    def _set(self, lower: str) -> None:
        plain = lower if lower.isascii() else fold(lower)
        self.lower, self.plain = lower, plain
        word = plain[1:] if plain.startswith("kh") else plain
        self.first, self.consonants, shift = word[:1], 0, 0
        for ch in word:
            if shift < MOST_BITS and ch not in "aeiouyhаеёиіїйоуыэюяєьъαεηιουω'’ʼ":
                self.consonants |= _class(ch) << shift
                shift += DIGIT
        few = self.consonants < FEWER
        self.head, self.tail = (word[:EDGE], word[-EDGE:]) if few else ("", "")


def _class(ch: str) -> int:
    """The digit that stands for a consonant, in classes wide enough for every rewrite of the key."""
    if ch in "cqsx":
        ch = "k"
    elif ch in "gj":
        ch = "z"
    elif ch in "fw":
        ch = "v"
    elif ch == "ґ":
        ch = "г"
    return 1 + ord(ch) % (ALL - 1)  # different ones of an alphabet


class Listed:
    """A list of words that are looked up by their numbers, each at the first free place from its own on."""

    def __init__(self, words: list[str]) -> None:
        self.turn, self.last = 0, (1 << (2 * len(words)).bit_length()) - 1
        self.values = array("q", bytes(8 * 2 * (self.last + 1)))  # each with its last turn
        self.words = [""] * (self.last + 1)
        self.names: list[Name | None] = [None] * (self.last + 1)
        for word in words:
            value = number(word)
            at = self._place(value)
            self.values[2 * at], self.words[at] = value, word

    def _place(self, value: int) -> int:
        """Where a word with the number stands, or would."""
        at = value & self.last
        while self.values[2 * at] not in (0, value):
            at = (at + 1) & self.last
        return at

    def has(self, value: int, found: list[Name]) -> bool:
        """Whether a word with the number is listed; `found` gets it once each turn."""
        at = self._place(value)
        if self.values[2 * at] != value:
            return False
        if self.values[2 * at + 1] != self.turn:
            self.values[2 * at + 1] = self.turn
            name = self.names[at]
            if name is None:
                name = self.names[at] = Name(self.words[at])
            found.append(name)
        return True


def different(words: Capitalised, language: str | None) -> tuple[list[str], list[Name]]:
    """The different words of a text, but for everyday ones of English and of its language, and those."""
    everyday = _listed(LENDER, words.count)
    own = _listed(language, words.count) if language not in (None, LENDER) else None
    for each in (everyday, own):
        if each is not None:
            each.turn += 1
    others: list[str] = []
    known: list[Name] = []
    met: set[int] = set()
    for at in range(0, 3 * words.count, 3):
        value = words.words[at]
        if everyday is not None and everyday.has(value, known):
            continue
        if own is not None and own.has(value, known):
            continue
        if value not in met:
            met.add(value)
            others.append(words.text[words.words[at + 1] : words.words[at + 2]])
    return others, known


def _listed(language: str, asked: int) -> Listed | None:
    """The everyday words of a language; None while few names were asked for."""
    return _table(language) if frequency.enough(language, asked) else None


@functools.cache
def _table(language: str) -> Listed:
    return Listed(frequency.everyday(language))


def near_pairs(others: list[str], known: list[Name], language: str | None) -> dict[Pair, Likeness]:
    """Pairs of lower-case words, in order, that could be one name if their surroundings agree.

    At least one of the two is no everyday word of English or of the text's language: of 38
    inconsistencies that were found in other ways all were such. Another first letter is forgiven to
    two rare words only.
    """
    if not others or len(others) + len(known) > DIFFERENT:
        return {}
    rare: list[Name] = []
    for surface in others:
        if len(surface) <= LONGEST and not surface[len(surface) - 1].isupper():
            rare.append(Name(surface))  # noqa: PERF401 - a loop compiles to less
    found: dict[Pair, Likeness] = {}
    for one, other in candidates(rare, known):
        apart = edits(one.plain, other.plain)
        if apart > TWO and (apart > MOST_EDITS or key(one.plain) != key(other.plain)):
            continue
        if one.lower != other.lower:
            pair = (one.lower, other.lower) if one.lower < other.lower else (other.lower, one.lower)
            alike = hopeful(*pair, language)
            if alike is not None:
                found[pair] = alike
    return found


def candidates(rare: list[Name], known: list[Name]) -> list[tuple[Name, Name]]:
    """Pairs whose consonants nearly agree, of rare words with one another and with the known ones.

    None at all where there are too many.
    """
    initials: dict[str, list[Name]] = {}
    same: dict[int, list[Name]] = {}
    found: list[tuple[Name, Name]] = []
    for one in rare:
        same.setdefault(one.consonants, []).append(one)
        alike = initials.setdefault(one.first, [])
        if len(alike) < ONE_LETTER:
            _compare(one, alike, found)
            alike.append(one)
    for one in known:
        _compare(one, initials.get(one.first), found)
    for alike in same.values():
        if len(alike) <= CROWDED:
            for at, one in enumerate(alike):
                for other in alike[at + 1 :]:
                    if one.first != other.first:
                        found.append((one, other))  # noqa: PERF401 - a loop compiles to less
    return found if len(found) <= MOST else []


def _compare(one: Name, others: list[Name] | None, found: list[tuple[Name, Name]]) -> None:
    """Add the pairs of a word and others with its first letter."""
    if others is not None and len(found) <= MOST:
        for other in others:
            if nearly_agree(one, other):
                found.append((one, other))  # noqa: PERF401 - a loop compiles to less


def nearly_agree(one: Name, other: Name) -> bool:
    """Whether two words with one first letter differ in one consonant, or one that has moved.

    It may be another one, lost, doubled, added, or stand elsewhere; any vowel may differ. Words of few
    consonants, which many share, have them all in common, or their beginning or end. Of words of more
    than twelve only so many are compared.
    """
    first, second = one.consonants, other.consonants
    if first < FEWER and second < FEWER:
        return first == second or one.head == other.head or one.tail == other.tail
    while first and (first ^ second) & ALL == 0:
        first >>= DIGIT
        second >>= DIGIT
    less, lesser = first >> DIGIT, second >> DIGIT
    return (
        less in (second, lesser) or lesser == first or _moved(less, second) or _moved(lesser, first)
    )


def _moved(less: int, other: int) -> bool:
    """Whether the first has all the digits of the second but one."""
    while less and (less ^ other) & ALL == 0:
        less >>= DIGIT
        other >>= DIGIT
    return less == other >> DIGIT
