"""Two words of one stem: Germany and German, Иванов and Иванова are no two spellings of one name."""

import functools
from collections.abc import Callable

from textlint.api import compile_re

from .distance import shared_beginning
from .romanisation import single
from .tables import table, words

GREEK, CYRILLIC = "Ͱ", "Ѐ"
"""The first letters of the two blocks."""
STEM = 3
"""Letters that two words must begin with in common to be of one stem."""
LONGEST = 6
CARRIED = 2
"""Letters that two endings may begin with in common: -ami and -ach."""
ENDING = 3
"""Letters that case endings have at most in the languages that inflect names."""
SURNAME = compile_re("[oe](?:v|w|ff?)")
"""The end of a Slavic surname, which romanisations write in these ways."""
BARE = compile_re("[cdnrz]s?")
"""Endings that follow a vowel only: Austria, Austrian."""
VOWELS = frozenset("aeiouy")
UNINFLECTED = frozenset("ca da en es fil fr id it ms nb nl no pt sv".split())
"""Languages with Latin letters that put no case endings on names."""
FLEETING = compile_re("[оеёієиьй]+(?=[^аеёиоуыэюяієїьй]?$)")
"""The vowel before the last consonant of a stem, which may flee: Павел, Павла; ведмідь, ведмедю."""
ALTERNATIONS = str.maketrans("цчгжхш", "ккззсс")
"""Consonants that take each other's place before an ending: Ольга, Ользі; Америка, Америці."""


@functools.lru_cache(1 << 14)
def one_stem(first: str, second: str, language: str | None) -> bool:
    """Whether two folded words look like forms or derivations of one word in `language`."""
    if first[0] >= CYRILLIC:
        return not _stems(first, "cyrillic").isdisjoint(_stems(second, "cyrillic"))
    if first[0] >= GREEK:
        return not _stems(first, "greek").isdisjoint(_stems(second, "greek"))
    if single(first) == single(second):
        return False
    longest, endings = shared_beginning(first, second), words("endings", "latin")
    for shared in range(longest, max(STEM, longest - 1) - 1, -1):
        one, other = first[shared:], second[shared:]
        if _one_ending(one, other):
            return False
        if one in endings and other in endings and not _unspeakable(first[shared - 1], one, other):
            return True
    if language in UNINFLECTED:
        return False
    is_ending = _cases(language or "")
    return (
        _differ_in_case(first, second, is_ending) if is_ending else _differ_in_ending(first, second)
    )


@functools.cache
def _cases(language: str) -> Callable[[str], object] | None:
    """Whether something is an ending of the language; None where its endings are not listed."""
    own = table("endings")["cases"].get(language)
    return (
        compile_re(own).fullmatch if isinstance(own, str) else own and frozenset(own).__contains__
    )


def _unspeakable(last: str, one: str, other: str) -> bool:
    """Whether a bare consonant would follow another: "Center" and "Centr" are no two forms."""
    return last not in VOWELS and (BARE.fullmatch(one) or BARE.fullmatch(other)) is not None


def _one_ending(first: str, second: str) -> bool:
    """Whether two endings are spellings of one: y and iy; or en and in, which only a slip tells apart."""
    both = len(first) == len(second) == 2 and first[0] in "aeiou" and second[0] in "aeiou"  # noqa: PLR2004
    if both and first[1] == second[1] and first[1] not in "aeiou":
        return True
    return (first, second) in _romanised()


@functools.cache
def _romanised() -> frozenset[tuple[str, ...]]:
    pairs = [tuple(pair) for pair in table("endings")["romanised"]]
    return frozenset([*pairs, *(pair[::-1] for pair in pairs)])


def _differ_in_case(first: str, second: str, is_ending: Callable[[str], object]) -> bool:
    """Whether two words are a stem with two case endings, between which its last consonant may change."""
    longest = shared_beginning(first, second)
    for shared in range(longest, max(STEM, longest - CARRIED) - 1, -1):
        one, other = first[shared:], second[shared:]
        if is_ending(one) and is_ending(other):
            return True
    one, other = first[longest:], second[longest:]
    if longest < STEM or len(one) < 2 or len(other) < 2:  # noqa: PLR2004 - a consonant and an ending
        return False
    alternating = one[0] not in VOWELS and other[0] not in VOWELS
    return bool(alternating and is_ending(one[1:]) and is_ending(other[1:]))


def _differ_in_ending(first: str, second: str) -> bool:
    shared = shared_beginning(first, second)
    if all(SURNAME.fullmatch(word[max(0, shared - 1) :]) for word in (first, second)):
        return False
    longest = max(len(first), len(second)) - shared
    return shared > STEM and longest <= ENDING


@functools.lru_cache(1 << 14)
def _stems(word: str, alphabet: str) -> frozenset[str]:
    """What each possible ending leaves of a word, at least three letters of it."""
    endings = words("endings", alphabet)
    longest = min(LONGEST, len(word) - STEM)
    bodies = [word[: len(word) - n] for n in range(1, longest + 1) if word[-n:] in endings]
    return frozenset(_blind(body) for body in (word, *bodies))


def _blind(stem: str) -> str:
    """A stem without what alternates at its end: vowels that flee, consonants that change."""
    stem = FLEETING.sub("", stem)
    return stem[:-1] + stem[-1:].translate(ALTERNATIONS)
