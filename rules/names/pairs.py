"""Pairs of a text's names that could be spellings of one: the stage that every text passes through.

Words that everybody knows are compared with rare ones only. Most pairs are told apart by their
consonants, in coarse classes; what is left by the edits between them.
"""

import functools
from collections.abc import Collection
from typing import TypeAlias

from . import frequency
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
FEW = 2
"""Consonants that do not tell a word from others."""
EDGE = 3
"""Letters of the beginning or the end that words of few consonants must share."""

Pair: TypeAlias = tuple[str, str]


class Name:
    """A word with what it is compared by: in lower case, folded, its first letter, its consonants."""

    def __init__(self, surface: str) -> None:
        self._set(surface.lower())

    def _set(self, lower: str) -> None:
        plain = lower if lower.isascii() else fold(lower)
        word = plain[1:] if plain.startswith("kh") else plain
        self.lower, self.plain = lower, plain
        self.first, self.head, self.tail = word[:1], word[:EDGE], word[-EDGE:]
        self.consonants = _coarse(word)


@functools.cache
def _named(_words: frozenset[str]) -> dict[str, Name]:
    """Those of the everyday words of a language that texts had, to which they are added."""
    return {}


def _known(surface: str, words: frozenset[str], named: dict[str, Name]) -> Name | None:
    """A word with what it is compared by, if it is among everyday ones."""
    name = named.get(surface)
    if name is None and surface in words:
        name = named[surface] = Name(surface)
    return name


def near_pairs(names: Collection[str], language: str | None) -> dict[Pair, Likeness]:
    """Pairs of lower-case words, in order, that could be one name if their surroundings agree.

    At least one of the two is no everyday word of English or of the text's language: of 38
    inconsistencies that were found in other ways all were such. Another first letter is forgiven to
    two rare words only.
    """
    if not 1 < len(names) <= DIFFERENT:
        return {}
    everyday = own = frequency.frequent(LENDER, len(names))
    named = own_named = _named(everyday)
    if language not in (None, LENDER):
        own = frequency.frequent(language, len(names))
        own_named = _named(own)
    rare, known = list[Name](), list[Name]()
    for surface in names:
        name = _known(surface, everyday, named)
        if name is None and own is not everyday:
            name = _known(surface, own, own_named)
        if name is not None:
            known.append(name)
        elif len(surface) <= LONGEST and not surface[-1].isupper():
            rare.append(Name(surface))
    found = dict[Pair, Likeness]()
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
    initials = dict[str, list[Name]]()
    same = dict[str, list[Name]]()
    found = list[tuple[Name, Name]]()
    for one in rare:
        alike = same.get(one.consonants)
        if alike is None:
            same[one.consonants] = [one]
        else:
            alike.append(one)
        alike = initials.get(one.first)
        if alike is None:
            initials[one.first] = [one]
        elif len(alike) < ONE_LETTER:
            _compare(one, alike, found)
            alike.append(one)
    for one in known:
        alike = initials.get(one.first)
        if alike is not None:
            _compare(one, alike, found)
    for alike in same.values():
        if len(alike) <= CROWDED:
            for at, one in enumerate(alike):
                for other in alike[at + 1 :]:
                    if one.first != other.first:
                        found.append((one, other))
    return found if len(found) <= MOST else []


def _compare(one: Name, others: list[Name], found: list[tuple[Name, Name]]) -> None:
    """Add the pairs of a word and others with its first letter."""
    if len(found) <= MOST:
        found += [(one, other) for other in others if nearly_agree(one, other)]


def nearly_agree(one: Name, other: Name) -> bool:
    """Whether two words with one first letter differ in one consonant, or one that has moved.

    It may be another one, lost, doubled, added, or stand elsewhere; any vowel may differ. Words of few
    consonants, which many share, have them all in common, or their beginning or end.
    """
    first, second = one.consonants, other.consonants
    size, less = len(first), len(second)
    if size < less:
        first, second, size, less = second, first, less, size
    if size <= FEW:
        return first == second or one.head == other.head or one.tail == other.tail
    if size - less > 1:
        return False
    start = 0
    while start < less and first[start] == second[start]:
        start += 1
    while less > start and first[size - 1] == second[less - 1]:
        size -= 1
        less -= 1
    if size > less:  # one was lost or added: nothing else differs
        return less == start
    last = size - 1
    return last <= start or _moved(first, second, start, last) or _moved(second, first, start, last)


def _moved(first: str, second: str, start: int, last: int) -> bool:
    """Whether first[start] has moved to second[last], past what else the two have there."""
    while start < last and first[start + 1] == second[start]:
        start += 1
    return start == last


def _coarse(word: str) -> str:
    """The consonants of a folded word in classes wide enough for every rewrite of the key, without h."""
    found = ""
    for ch in word:
        if ch not in "aeiouyhаеёиіїйоуыэюяєьъαεηιουω'’ʼ":
            found += _class(ch)
    return found


def _class(ch: str) -> str:
    """The letter that stands for a consonant's class."""
    if ch in "cqsx":
        return "k"
    if ch in "gj":
        return "z"
    if ch in "fw":
        return "v"
    return "г" if ch == "ґ" else ch
