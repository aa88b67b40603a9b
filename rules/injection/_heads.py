"""Where many terms stand in a text: they are looked up by what they begin with. Compiled if possible."""

from collections.abc import Iterable

SLOTS = 1 << 16
LONG, PAIR, ONE = 1, 2, 4
"""What is noted of a head's characters: of those of three and more the first three, of shorter ones all."""


def marks(heads: Iterable[str]) -> bytes:
    """A filter for `starts`: few other characters than a head's fall into the same of its 65,536 slots."""
    table = bytearray(SLOTS)
    for head in heads:
        first = ord(head[0])
        second = ord(head[1]) if len(head) > 1 else 0
        third = ord(head[2]) if head[2:] else 0
        table[_slot(first, second, third)] |= LONG if third else PAIR if second else ONE
    return bytes(table)


def starts(
    text: str, heads: dict[str, bytes], known: dict[str, list[str]], table: bytes
) -> list[tuple[int, str]]:
    """The terms in a text, each with its place, those at one place by the lengths of their heads.

    `heads` are the first four characters of the terms, or all of shorter ones; lines in UTF-8 are the
    terms. `known` keeps these as lists, `table` is the filter of the heads.
    """
    found: list[tuple[int, str]] = []
    size = len(text)
    first = ord(text[0]) if size else 0
    second = ord(text[1]) if size > 1 else 0
    for at in range(size - 1):
        third = ord(text[at + 2]) if at + 2 < size else 0
        most = 4 if table[_slot(first, second, third)] & LONG else 2
        least = 2 if table[_slot(first, second, 0)] & PAIR else 3
        for length in range(most, least - 1, -1):
            for term in _listed(text[at : at + length], heads, known):
                if text.startswith(term, at):
                    found.append((at, term))  # noqa: PERF401 - a loop compiles to less
        first = second
        second = third
    return found


def holds(text: str, heads: frozenset[str], table: bytes) -> bool:
    """Whether any of the heads stands in a text; `table` is their filter."""
    size = len(text)
    for at in range(size):
        first = ord(text[at])
        second = ord(text[at + 1]) if at + 1 < size else 0
        third = ord(text[at + 2]) if at + 2 < size else 0
        if table[_slot(first, 0, 0)] & ONE and text[at : at + 1] in heads:
            return True
        if table[_slot(first, second, 0)] & PAIR and text[at : at + 2] in heads:
            return True
        if table[_slot(first, second, third)] & LONG and (
            text[at : at + 3] in heads or text[at : at + 4] in heads
        ):
            return True
    return False


def _listed(head: str, heads: dict[str, bytes], known: dict[str, list[str]]) -> list[str]:
    """The terms that have a head."""
    terms = known.get(head)
    if terms is None:
        lines = heads.get(head)
        if lines is None:
            return []
        terms = known[head] = lines.decode().split("\n")
    return terms


def _slot(first: int, second: int, third: int) -> int:
    return (first * 961 + second * 31 + third) & 0xFFFF
