"""What the characters and words of a text say of its language: loops over all of them."""

from array import array
from functools import cache
from typing import NamedTuple

from textlint.language import FEWEST_WORDS, Demand
from textlint.script import SCRIPTS, is_letter, script_of

UNKNOWN, NONE, OTHER, PLAIN, FIRST = 0, 1, 2, 3, 4
"""Kinds of characters: not met yet, no letter, letter of none of SCRIPTS, of ASCII, of the first SCRIPT."""
CODE_POINTS = 0x110000
VARIETY = 25
"""A long text must show one more function word for so many words, up to MOST_WORDS."""
MOST_WORDS = 6
"""Different function words that are always enough: bullets "o" and initials make menus Slovene."""
FOREIGN = 0.02
"""Greatest share of all letters that may be ones which the language does not have."""


class Evidence(NamedTuple):
    """What function words and letters say: the numbers of the languages that they speak for."""

    languages: tuple[str, ...]
    words: dict[str, bytes]
    letters: list[bytes]
    """Of the letter with each number; no letter has the number 0."""
    numbers: bytes
    """The number of each code point's letter, up to the last that has one."""


class Sample(NamedTuple):
    """A text to be judged by its words."""

    scripts: dict[str, int]
    """How many letters (with their marks) there are of each script …"""
    accented: int
    """… and how many of Latin are beyond ASCII."""
    words: list[str]
    """Stretches of letters and marks."""


@cache
def _kinds() -> bytearray:
    """The kind of every code point that was met (1.1 MB at most)."""
    return bytearray(CODE_POINTS)


def _kind(char: str) -> int:
    """The kind of a character met for the first time."""
    if not is_letter(char):
        return NONE
    if char.isascii():
        return PLAIN
    script = script_of(char)
    return OTHER if script is None else FIRST + SCRIPTS.index(script)


def _no_counts() -> "array[int]":
    """A count for every kind."""
    return array("q", bytes(8 * (FIRST + len(SCRIPTS))))


def looked_at(text: str) -> Sample:
    """The letters and words of a text."""
    counts = _no_counts()
    words = _walk(text, _kinds(), counts)
    return Sample(_scripts(counts), counts[FIRST], words)


def tally(text: str) -> dict[str, int]:
    """How many letters (with their marks) of each of SCRIPTS the text holds, in their order."""
    counts = _no_counts()
    _count(text, _kinds(), counts)
    return _scripts(counts)


def _scripts(counts: "array[int]") -> dict[str, int]:
    """The counts of the kinds as those of scripts; Latin is the first of them."""
    found: dict[str, int] = {}
    latin = counts[PLAIN] + counts[FIRST]
    if latin:
        found["Latin"] = latin
    for at in range(1, len(counts) - FIRST):
        if counts[FIRST + at]:
            found[SCRIPTS[at]] = counts[FIRST + at]
    return found


def _count(text: str, kinds: bytearray, counts: "array[int]") -> None:
    """Count the characters of a text by their kind."""
    for char in text:
        kind = kinds[ord(char)]
        if kind == UNKNOWN:
            kind = kinds[ord(char)] = _kind(char)
        counts[kind] += 1


def _walk(text: str, kinds: bytearray, counts: "array[int]") -> list[str]:
    """The words of a text; its characters are counted by their kind."""
    words: list[str] = []
    start = -1
    at = 0
    for char in text:
        kind = kinds[ord(char)]
        if kind == UNKNOWN:
            kind = kinds[ord(char)] = _kind(char)
        counts[kind] += 1
        if kind == NONE:
            if start >= 0:
                words.append(text[start:at])
                start = -1
        elif start < 0:
            start = at
        at += 1  # noqa: SIM113 - enumerate() makes a Python integer of each place
    if start >= 0:
        words.append(text[start:])
    return words


def count_letters(words: list[str], evidence: Evidence) -> "array[int]":
    """How often each letter with a number stands in words without a capital."""
    numbers = evidence.numbers
    counts = array("q", bytes(8 * len(evidence.letters)))
    size = len(numbers)
    for word in words:
        if word[0].isupper():
            continue
        for char in word:
            if char >= "\x80" and ord(char) < size:
                counts[numbers[ord(char)]] += 1
    counts[0] = 0
    return counts


def verdict(
    seen: Sample, script: str, evidence: Evidence, demand: Demand, against: str | None
) -> str | None:
    """The language with most function words, if they are many and no other comes near.

    Capitalised words are names, headings, menus more often than prose, and are not looked at.
    """
    known, size = evidence.words, len(seen.words)
    words = [word for word in seen.words if word in known]
    spoken = [known[word] for word in words]
    given = seen.words if script != "Latin" or seen.accented else []
    letters = count_letters(given, evidence)
    amounts = array("q", bytes(8 * len(evidence.languages)))
    every = _weigh(amounts, spoken, letters, evidence.letters, -1)
    if not words and not every:
        return None
    most = best = 0
    for language in range(len(amounts)):
        if amounts[language] > most:
            most, best = amounts[language], language
    shared = array("q", bytes(8 * len(evidence.languages)))
    strange = every - _weigh(shared, spoken, letters, evidence.letters, best)
    own = [words[at] for at in range(len(words)) if best in spoken[at]]
    if (
        len(set(own)) < max(demand.words, min(size // VARIETY, MOST_WORDS))
        or len(own) < demand.coverage * size
        or strange > FOREIGN * seen.scripts[script]
    ):
        return None
    least = most // demand.lead
    for rival in range(len(amounts)):
        if amounts[rival] > least and rival != best:
            lead = most - shared[rival]
            near = lead < FEWEST_WORDS or lead < demand.lead * (amounts[rival] - shared[rival])
            if near and against in (None, evidence.languages[best], evidence.languages[rival]):
                return None
    return evidence.languages[best]


def _weigh(
    amounts: "array[int]", words: list[bytes], letters: "array[int]", of: list[bytes], best: int
) -> int:
    """Add up how often words and letters speak for each language, and give how many letters there are.

    Only those that speak for `best`, unless it is negative.
    """
    for languages in words:
        if best < 0 or best in languages:
            for language in languages:
                amounts[language] += 1
    found = 0
    for at in range(len(letters)):
        count = letters[at]
        if count:
            languages = of[at]
            if best < 0 or best in languages:
                found += count
                for language in languages:
                    amounts[language] += count
    return found
