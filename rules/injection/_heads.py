"""Where many terms stand in a text: they are looked up by what they begin with. Compiled if possible."""

from collections.abc import Iterable

SLOTS = 1 << 16
LONG, PAIR = 1, 2
"""What is noted of a head's characters: of those of three and more the first three, of pairs both."""


def marks(heads: Iterable[str]) -> bytes:
    """A filter for `starts`: few other characters than a head's fall into the same of its 65,536 slots."""
    table = bytearray(SLOTS)
    for head in heads:
        first, second, third = ord(head[0]), ord(head[1]), ord(head[2]) if head[2:] else 0
        table[_slot(first, second, third)] |= LONG if third else PAIR
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
        if table[_slot(first, second, third)] & 1:
            _add(text, at, 4, heads, known, found)
            _add(text, at, 3, heads, known, found)
        if table[_slot(first, second, 0)] & 2:
            _add(text, at, 2, heads, known, found)
        first = second
        second = third
    return found


def _add(
    text: str,
    at: int,
    size: int,
    heads: dict[str, bytes],
    known: dict[str, list[str]],
    found: list[tuple[int, str]],
) -> None:
    """Add the terms at a place that have a head of a size."""
    head = text[at : at + size]
    terms = known.get(head)
    if terms is None:
        lines = heads.get(head)
        if lines is None:
            return
        terms = known[head] = lines.decode().split("\n")
    for term in terms:
        if text.startswith(term, at):
            found.append((at, term))


def _slot(first: int, second: int, third: int) -> int:
    return (first * 961 + second * 31 + third) & 0xFFFF
