"""Whether two spellings in one text are one name: evidence for and against, added up.

The weights are in one unit, roughly the natural logarithm of odds, set by hand on English news in
which one use of a name was respelled. In a trial on news that they were not set on, 28 of 29 alarms
were true. What each part was worth there: without frequencies a lost letter is found half as often
(.38, not .75), without the endings of `inflection` alarms double, without the key two respellings
in one name are found at .51, not .72.
"""

import functools
from collections.abc import Callable
from typing import TypeAlias

import msgspec

from textlint.api import compile_re

from . import frequency
from .distance import edits, shared_beginning
from .inflection import STEM, UNINFLECTED, one_stem
from .placing import in_prose, is_mention, told_apart
from .romanisation import consonants, fold, key
from .sightings import Form, speaks
from .tables import table

Frequency: TypeAlias = Callable[[str, str | None], float | None]

THRESHOLD = 3.0
"""2.5 finds 3 more of 100 respellings and gives a third more alarms; 4.0 finds 6 to 20 fewer."""

# The two words.
SAME_KEY = 3.2  # one romanisation swap alone makes it: Yusov, Yusow
ONE_EDIT = (
    2.6  # the commonest slip; two names a letter apart are as common, so it needs some support
)
NEAR_KEY = 1.8  # two edits of which a swap explains one
TWO_EDITS = 1.0
MOST_EDITS = 3  # Hochuzyty, Hochujiti: three letters, one key
TWO = 2  # edits at most that make two keys
LENGTH = {4: -1.6, 5: -0.7, 6: -0.1, 7: 0.3, 8: 0.6}  # short names have many neighbours
LONG = 1.0
LONG_ENOUGH = 9  # two edits without one key need this length or a shared part of the name

# How well known the rarer of them is, on the Zipf scale. None where the language has no list.
UNKNOWN = {4: 0.5, 5: 0.5, 6: 0.8, 7: 0.8}
UNKNOWN_LONG = 1.1
KNOWN = ((1.7, 0.2), (2.6, -0.5), (3.3, -1.6))  # a word that others use too is less likely a slip
FREQUENT = -2.6
GAP = 2.5  # the other is 300 times as frequent: Guiness, Guinness
WIDE_GAP = 0.9

LAPSE = 5
"""Letters that a misspelled form of a known word has at least."""
COMMON = 4.5
"""Frequency of the words that stand beside all sorts of names: Minister, American."""

NOUNS = ("de", "lb")
"""Languages that write every noun with a capital."""
PLURAL = 3
"""Letters at the end of a noun that its plural may change."""
LENDER = "en"
"""The language whose words stand in texts of all others: Parliament in a Turkish one is no slip."""
NOT_LATIN = "Ͱ"
"""The first letter that is no Latin one."""

# Where they stand.
ATTRIBUTED = 2.8  # a source that the text never introduces, beside one that it does: says Willis
SAME_LEFT = 2.6  # Andriy Yusov, Andriy Yusow
SAME_RIGHT = 1.8
SAME_CONSONANTS = 1.8  # with a shared part of the name
FULL_AND_BARE = 0.4  # "Rusi Taleyarkhan" once, "Talayarkhan" elsewhere
INTRODUCED = (
    0.8  # the full name first, never again; the other only ever bare: how articles name people
)
ONCE = 0.4  # once against three times and more
BOTH_OFTEN = -0.8  # nobody slips three times
OFTEN = 3
OTHER_LEFT = -3.0  # two first names, two people
OTHER_LEFT_SLIP = -0.8  # unless one form is unknown and an edit away
OTHER_RIGHT = -1.5  # Jennifer Smith, Jenifer Jones

BEST = 3.8
"""What surroundings can give: of 83 pairs that needed more in 558 articles none was one name."""
TONES = compile_re("[ạ-ỹ]")
"""Letters of Vietnamese, in which other marks make another name."""
INITIALS = "aeo ckqxh ct ei eiy fpv gh gjz ijy jz ou sz szc vwf zc еэєё иіїй гґх".split()
"""First letters that stand for one another; slips spare the first, Gerry and Kerry are two people."""


class Likeness(msgspec.Struct, frozen=True):
    """What the two words alone say."""

    score: float
    edits: int
    same_key: bool
    same_consonants: bool


def compare(first: str, second: str, language: str | None) -> Likeness | None:
    """Compare two lower-case words; None where they cannot be one name."""
    if (first[0] > "ɏ") != (second[0] > "ɏ"):
        return None
    plain, other = fold(first), fold(second)
    if plain == other:
        return _accents(first, second)
    if plain[:1] != other[:1] and not _one_sound(plain[:1], other[:1]):
        return None
    apart = edits(plain, other)
    if apart > MOST_EDITS or _distinct(plain, other) or TONES.search(first + second):
        return None
    sounds, others = key(plain), key(other)
    if apart > TWO and sounds != others:
        return None
    if one_stem(plain, other, language) and not (
        apart == 1 and _is_lapse(first, second, language) and _is_lapse(first, second, LENDER)
    ):
        return None
    score = SAME_KEY if sounds == others else _difference(apart, sounds, others)
    score += LENGTH.get(min(len(plain), len(other)), LONG)
    return Likeness(score, apart, sounds == others, consonants(sounds) == consonants(others))


def _is_lapse(first: str, second: str, language: str | None) -> bool:
    """Whether one of two words of one stem is known and the other no word: Russian, Russan.

    A letter was lost, added or changed within; a name with an ending more may be a form of it.
    """
    if language not in UNINFLECTED or first.startswith(second) or second.startswith(first):
        return False
    frequent = sorted((frequency.zipf(word, language) or 0, word) for word in (first, second))
    if not frequent[1][0] or min(len(first), len(second)) < LAPSE:
        return False
    return frequency.is_no_word(frequent[0][1], language)


@functools.cache
def _one_sound(first: str, second: str) -> bool:
    return any(first in group and second in group for group in INITIALS)


def _difference(distance: int, first: str, second: str) -> float:
    """What one or two edits are worth that make two keys of a word."""
    if distance == 1:
        return ONE_EDIT
    return NEAR_KEY if edits(first, second, 2) == 1 else TWO_EDITS


def _accents(first: str, second: str) -> Likeness | None:
    """The same but for diacritics. A capital may lose its own (École, Ecole), Russian ё its dots."""
    if first[0] > "ɏ" or first[1:] == second[1:] or TONES.search(first + second):
        return None
    shortest = min(len(first), len(second))
    return Likeness(SAME_KEY + LENGTH.get(shortest, LONG), 0, same_key=True, same_consonants=True)


def _distinct(first: str, second: str) -> bool:
    """Whether the words begin with two of a group that are never mixed up: North..., South...."""
    if not (first.startswith(_parts()) and second.startswith(_parts())):
        return False
    for group in table("context")["distinct"]:
        one = [name for name in group if first.startswith(name)]
        if one and any(second.startswith(name) for name in group if name not in one):
            return True
    return False


@functools.cache
def _parts() -> tuple[str, ...]:
    return tuple(name for group in table("context")["distinct"] for name in group)


def familiarity(first: str, second: str, language: str | None, zipf: Frequency) -> float:
    """What the frequency of the two words in the language says; 0 where nothing is known."""
    known, other = zipf(first, language), zipf(second, language)
    if known is None or other is None:
        return 0.0
    if language != LENDER and first[0] < NOT_LATIN:
        known, other = (
            max(n, zipf(word, LENDER) or 0) for n, word in ((known, first), (other, second))
        )
    rare, frequent = sorted((known, other))
    if rare == 0:
        shorter = min(len(first), len(second))
        score = UNKNOWN.get(shorter, UNKNOWN_LONG)
    else:
        score = next((weight for limit, weight in KNOWN if rare < limit), FREQUENT)
    return score + (WIDE_GAP if frequent - rare >= GAP else 0)


@functools.lru_cache(1 << 14)
def hopeful(one: str, other: str, language: str | None) -> Likeness | None:
    """The likeness of two lower-case words that the best of surroundings could make one name; else None."""
    alike = compare(one, other, language)
    if alike is None:
        return None
    everyday = [_everyday(word, language) for word in (one, other)]
    if all(everyday) or (any(everyday) and one[0] != other[0]):
        return None
    if _noun(one, other, alike, language):
        return None
    best = alike.score + BEST + familiarity(one, other, language, frequency.zipf)
    return alike if best >= THRESHOLD else None


def _noun(first: str, second: str, alike: Likeness, language: str | None) -> bool:
    """Whether two words of a language that writes all nouns with a capital may be forms of a noun.

    No more than one edit or one key makes a name of two unknown words; beside a known one a lapse
    only, and none at the end or of an umlaut, as plurals have it.
    """
    if language not in NOUNS:
        return False
    if alike.edits > 1 and not alike.same_key:
        return True
    known = [bool(frequency.rare_zipf(word, language)) for word in (first, second)]
    if not any(known):
        return False
    shared = shared_beginning(first, second)
    late = max(len(first), len(second)) - shared <= PLURAL
    return all(known) or alike.edits != 1 or late or min(len(first), len(second)) < PLURAL + STEM


def _everyday(word: str, language: str | None) -> bool:
    """Whether a word is frequent in its language or in English, which lends to all."""
    known = max(frequency.zipf(word, LENDER) or 0, frequency.zipf(word, language) or 0)
    return known >= frequency.EVERYDAY


def one_name(text: str, first: Form, second: Form, alike: Likeness, language: str | None) -> bool:
    """The verdict: whether two forms of a text, as like as said, are spellings of one name."""
    shared = bool(first.lefts & second.lefts or first.rights & second.rights)
    needed = alike.edits > 1 and not alike.same_key
    if needed and not shared and ending_only(first.lower, second.lower):
        return False
    pair = first.lower, second.lower, language
    known = familiarity(*pair, frequency.zipf)
    beside = alike.score + _neighbours(text, first, second, alike)
    if beside + known + WIDE_GAP < THRESHOLD or not in_prose(text, first, second):
        return False
    known = familiarity(*pair, frequency.rare_zipf)
    lapse = _known_beside_unknown(first, second, language) if alike.edits == 1 else 0.0
    apart = 0.0 if lapse >= COMMON else _other_neighbours(first, second, alike, known)
    if beside + apart + known < THRESHOLD:
        return False
    return not is_mention(text, first, second) and bool(
        lapse or not told_apart(text, first, second)
    )


def _known_beside_unknown(first: Form, second: Form, language: str | None) -> float:
    """The frequency of the known word of two, where no long list knows the other; else 0."""
    known, other = (frequency.zipf(form.lower, language) or 0 for form in (first, second))
    if not known and not other:
        return 0.0
    rare = second.lower if known else first.lower
    if (known and other) or not frequency.is_no_word(rare, language):
        return 0.0
    return known or other


def ending_only(first: str, second: str) -> bool:
    """Whether two edits are too many for the length, or all at the end.

    Two words without one key need a shared neighbour then.
    """
    shorter, longer = sorted((len(first), len(second)))
    return shorter < LONG_ENOUGH or longer - shared_beginning(first, second) <= MOST_EDITS


def _neighbours(text: str, first: Form, second: Form, alike: Likeness) -> float:
    left, right = bool(first.lefts & second.lefts), bool(first.rights & second.rights)
    score = SAME_LEFT * left + SAME_RIGHT * right
    score += SAME_CONSONANTS * ((left or right) and alike.same_consonants)
    if bool(first.lefts) != bool(second.lefts):
        full, bare = (first, second) if first.lefts else (second, first)
        introduced = all(use.left for use in full.uses) and full.uses[0].start < bare.uses[0].start
        score += INTRODUCED if introduced else FULL_AND_BARE
        score += ATTRIBUTED * _is_unintroduced(text, bare, full)
    few, many = sorted((len(first.uses), len(second.uses)))
    return score + ONCE * (few == 1 and many >= OFTEN) + BOTH_OFTEN * (few >= OFTEN)


def _is_unintroduced(text: str, bare: Form, full: Form) -> bool:
    """Whether it is quoted, and only the other was introduced, with a first name and before."""
    introduced = next(use.start for use in full.uses if use.left)
    return introduced < bare.uses[0].start and any(speaks(text, use) for use in bare.uses)


def _other_neighbours(first: Form, second: Form, alike: Likeness, known: float) -> float:
    """What different names beside the two say against them."""
    score = _other_lefts(first, second, alike, known)
    if first.rights and second.rights and not first.rights & second.rights:
        score += OTHER_RIGHT
    return score


def _other_lefts(first: Form, second: Form, alike: Likeness, known: float) -> float:
    if not (first.lefts and second.lefts) or first.lefts & second.lefts:
        return 0.0
    shorter = min(len(first.lower), len(second.lower))
    slip = alike.edits <= 1 and known >= UNKNOWN[6] and shorter >= 6  # noqa: PLR2004
    return OTHER_LEFT_SLIP if slip else OTHER_LEFT
