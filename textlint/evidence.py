"""What the characters and words of a sample say of its language: loops over all of them."""

from array import array
from functools import cache
from typing import NamedTuple

from textlint.language import FEWEST_WORDS, LETTER, Demand
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
    """What function words and letters (with LETTER before them) say: the numbers of their languages."""

    languages: tuple[str, ...]
    weights: dict[str, bytes]
    letters: frozenset[str]


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


def looked_at(text: str) -> Sample:
    """The letters and words of a text."""
    counts = array("q", bytes(8 * (FIRST + len(SCRIPTS))))
    words = _walk(text, _kinds(), counts)
    plain = counts[PLAIN]
    if plain + counts[NONE] == len(text):
        return Sample({"Latin": plain} if plain else {}, 0, words)
    scripts = {
        script: count for script, count in zip(SCRIPTS, counts[FIRST:], strict=True) if count
    }
    accented = scripts.get("Latin", 0)
    if plain:
        scripts["Latin"] = accented + plain
    return Sample(scripts, accented, words)


def _walk(text: str, kinds: bytearray, counts: "array[int]") -> list[str]:
    """The words of a text; its characters are counted by their kind."""
    words: list[str] = []
    start = -1
    for at, char in enumerate(text):
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
    if start >= 0:
        words.append(text[start:])
    return words


def count_letters(words: list[str], letters: frozenset[str]) -> dict[str, int]:
    """How often letters stand in words without a capital."""
    written = "".join([word for word in words if not word[0].isupper()])
    return {LETTER + letter: written.count(letter) for letter in letters if letter in written}


def verdict(
    seen: Sample, script: str, evidence: Evidence, demand: Demand, against: str | None
) -> str | None:
    """The language with most function words, if they are many and no other comes near.

    Capitalised words are names, headings, menus more often than prose, and are not looked at.
    """
    weights, size = evidence.weights, len(seen.words)
    letters: dict[str, int] = {}
    if script != "Latin" or seen.accented:
        letters = count_letters(seen.words, evidence.letters)
    words = [word for word in seen.words if word in weights]
    if not words and not letters:
        return None
    amounts = _amounts(words, letters, evidence)
    most = best = 0
    for language in range(len(amounts)):
        if amounts[language] > most:
            most, best = amounts[language], language
    own = [word for word in words if best in weights[word]]
    own_letters = {letter: count for letter, count in letters.items() if best in weights[letter]}
    if (
        len(set(own)) < max(demand.words, min(size // VARIETY, MOST_WORDS))
        or len(own) < demand.coverage * size
        or sum(letters.values()) - sum(own_letters.values()) > FOREIGN * seen.scripts[script]
    ):
        return None
    least = most // demand.lead
    shared = _amounts(own, own_letters, evidence)
    for rival in range(len(amounts)):
        if amounts[rival] > least and rival != best:
            lead = most - shared[rival]
            near = lead < FEWEST_WORDS or lead < demand.lead * (amounts[rival] - shared[rival])
            if near and against in (None, evidence.languages[best], evidence.languages[rival]):
                return None
    return evidence.languages[best]


def _amounts(words: list[str], letters: dict[str, int], evidence: Evidence) -> "array[int]":
    """How often what was seen speaks for each language."""
    weights = evidence.weights
    amounts = array("q", bytes(8 * len(evidence.languages)))
    for word in words:
        languages = weights[word]
        for language in languages:
            amounts[language] += 1
    for letter, count in letters.items():
        languages = weights[letter]
        for language in languages:
            amounts[language] += count
    return amounts
