"""Where many terms stand in a text: they are looked up by what they begin with. Compiled if possible."""

from collections.abc import Iterable

SLOTS = 1 << 16
SIZES = (6, 4, 3, 2, 1)
"""Characters that heads have."""
SIX, FOUR, THREE, PAIR, ONE, ALL_SIX = 1, 2, 4, 8, 16, 32
"""What is noted of heads of each size by their first three characters, or all of shorter ones; and of
those of six by all of them."""


def head_of(term: str) -> str:
    """The longest head that a term has: its first six characters, or four, or all of a shorter one."""
    return next((term[:size] for size in SIZES if len(term) >= size), "")


def marks(heads: Iterable[str]) -> bytes:
    """A filter for `starts`: few other characters than a head's fall into the same of its 65,536 slots."""
    table = bytearray(SLOTS)
    for head in heads:
        first, second, third = (*map(ord, head[:3]), 0, 0)[:3]
        slot = _slot(first, second, third)
        table[slot] |= 1 << SIZES.index(len(head))
        if len(head) == SIZES[0]:
            table[_slot_of_six(slot, head, 0)] |= ALL_SIX
    return bytes(table)


def starts(
    text: str, heads: dict[str, bytes], known: dict[str, list[str]], table: bytes
) -> list[tuple[int, str]]:
    """The terms in a text, each with its place, those at one place by the lengths of their heads.

    `heads` are those of the terms, of two characters and more; lines in UTF-8 are the terms. `known`
    keeps these as lists, `table` is the filter of the heads.
    """
    found: list[tuple[int, str]] = []
    size = len(text)
    first = ord(text[0]) if size else 0
    second = ord(text[1]) if size > 1 else 0
    for at in range(size - 1):
        third = ord(text[at + 2]) if at + 2 < size else 0
        slot = _slot(first, second, third)
        flags = table[slot]
        if flags & SIX and at + 6 <= size and table[_slot_of_six(slot, text, at)] & ALL_SIX:
            _add(found, text, at, 6, heads, known)
        if flags & FOUR and at + 4 <= size:
            _add(found, text, at, 4, heads, known)
        if flags & THREE and third:
            _add(found, text, at, 3, heads, known)
        if table[_slot(first, second, 0)] & PAIR:
            _add(found, text, at, 2, heads, known)
        first = second
        second = third
    return found


def first_of(text: str, heads: frozenset[str], table: bytes, start: int = 0) -> int:
    """Where the first head from `start` on stands in a text, -1 for nowhere.

    The heads have four characters at most; `table` is their filter.
    """
    size = len(text)
    for at in range(start, size):
        first = ord(text[at])
        second = ord(text[at + 1]) if at + 1 < size else 0
        third = ord(text[at + 2]) if at + 2 < size else 0
        if table[_slot(first, 0, 0)] & ONE and text[at : at + 1] in heads:
            return at
        if table[_slot(first, second, 0)] & PAIR and text[at : at + 2] in heads:
            return at
        if table[_slot(first, second, third)] & (FOUR | THREE) and (
            text[at : at + 3] in heads or text[at : at + 4] in heads
        ):
            return at
    return -1


def _add(  # noqa: PLR0913, PLR0917 - its loop is the inner one
    found: list[tuple[int, str]],
    text: str,
    at: int,
    size: int,
    heads: dict[str, bytes],
    known: dict[str, list[str]],
) -> None:
    """Note the terms at a place that have the head of that size there."""
    head = text[at : at + size]
    terms = known.get(head)
    if terms is None:
        lines = heads.get(head)
        if lines is None:
            return
        terms = known[head] = lines.decode().split("\n")
    for term in terms:
        if text.startswith(term, at):
            found.append((at, term))  # noqa: PERF401 - a loop compiles to less


def _slot(first: int, second: int, third: int) -> int:
    return (first * 961 + second * 31 + third) & 0xFFFF


def _slot_of_six(slot: int, text: str, at: int) -> int:
    """The slot of six characters from that of the first three."""
    slot = slot * 37 + ord(text[at + 3])
    slot = slot * 37 + ord(text[at + 4])
    return (slot * 37 + ord(text[at + 5])) & 0xFFFF
