"""Where a text may hold one of many terms. Compiled where there is a compiler."""

from collections.abc import Iterable

SLOTS = 1 << 16
LONG, PAIR = 1, 2
"""What is noted of a head's characters: those of three and more by the first three, pairs by both."""


def marks(heads: Iterable[str]) -> bytes:
    """A filter for `places`: few other characters than a head's fall into the same of its 65,536 slots."""
    table = bytearray(SLOTS)
    for head in heads:
        codes = [ord(char) for char in head[:3]]
        table[_slot(*codes) if codes[2:] else _slot(*codes, 0)] |= LONG if codes[2:] else PAIR
    return bytes(table)


def places(text: str, heads: dict[str, bytes], table: bytes) -> list[int]:
    """Where one of the heads, of two to four characters, stands in a text; `table` is their filter."""
    found: list[int] = []
    size = len(text)
    first, second = ord(text[0]) if size else 0, ord(text[1]) if size > 1 else 0
    for at in range(size - 1):
        third = ord(text[at + 2]) if at + 2 < size else 0
        if (
            table[_slot(first, second, third)] & 1 or table[_slot(first, second, 0)] & 2
        ) and (
            text[at : at + 4] in heads or text[at : at + 3] in heads or text[at : at + 2] in heads
        ):
            found.append(at)
        first, second = second, third
    return found


def _slot(first: int, second: int, third: int) -> int:
    return (first * 961 + second * 31 + third) & 0xFFFF
