"""Where some words stand in a text: one look at each character tells, and no word is made of most."""

from collections.abc import Iterable

SIEVE = 0x3FFF
"""A word of a few hundred passes a sieve of so many places, and one in a hundred of all others."""


def words(
    text: str, start: int, end: int, listed: frozenset[str], sieve: bytes
) -> dict[str, list[int]]:
    """Where the listed words stand in [start, end) of a text: ASCII letters and digits, in lower case."""
    found: dict[str, list[int]] = {}
    first, mixed, at = -1, 0, start
    for char in text[start:end] + " ":
        if "a" <= char <= "z" or "A" <= char <= "Z" or "0" <= char <= "9":
            if first < 0:
                first, mixed = at, 0
            mixed = (mixed * 31 + (ord(char) | 32)) & SIEVE
        elif first >= 0:
            if sieve[mixed]:
                _add(found, text[first:at].lower(), first, listed)
            first = -1
        at += 1
    return found


def _add(found: dict[str, list[int]], word: str, at: int, listed: frozenset[str]) -> None:
    """Note a word's place, if it is listed."""
    if word in found:
        found[word].append(at)
    elif word in listed:
        found[word] = [at]


def sieve_of(listed: Iterable[str]) -> bytes:
    """What `words` tells by that a word is none of the listed ones: 0 where none of them falls."""
    sieve = bytearray(SIEVE + 1)
    for word in listed:
        mixed = 0
        for char in word:
            mixed = (mixed * 31 + (ord(char) | 32)) & SIEVE
        sieve[mixed] = 1
    return bytes(sieve)


def mixture(run: str) -> float:
    """The share of characters that are letters or digits of another kind than the one before.

    Kinds are upper case, lower case and digits; 0 where one of them is missing.
    """
    before = upper = lower = digits = changes = 0
    for char in run:
        if char.isupper():
            kind = upper = 1
        elif char.islower():
            kind = lower = 2
        elif char.isdigit():
            kind = digits = 3
        else:
            kind = 0
        if kind and before and kind != before:
            changes += 1
        before = kind
    return changes / len(run) if upper and lower and digits else 0.0
