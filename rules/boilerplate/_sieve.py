"""Which texts are none of many keys: told by a few bits, before a table is asked.

Compiled (`_sieve.pxd`): every line is asked about.
"""

from collections.abc import Collection

SIEVE = 32
"""Bits of a sieve for each key: of 32 other texts one passes."""
SEED, PRIME = 2_166_136_261, 16_777_619
"""What FNV-1a starts with, and multiplies by."""
HEAD = 8
"""Code points of a text by which it is told, and by its length."""


class Sieve:
    """Bits by which most texts that are no keys are told (B. H. Bloom's filter, with one hash)."""

    def __init__(self, bits: bytes) -> None:
        self._bits = bits
        self._mask = 8 * len(bits) - 1

    @classmethod
    def pack(cls, keys: Collection[str]) -> bytes:
        """The bits of a sieve."""
        size = 1 << (SIEVE * len(keys)).bit_length()
        bits = bytearray(max(1, size // 8))
        for key in keys:
            number = hashed(key, 0, len(key)) & (8 * len(bits) - 1)
            bits[number >> 3] |= 1 << (number & 7)
        return bytes(bits)

    def passes(self, text: str, start: int, end: int) -> bool:
        """Whether a part of a text may be a key."""
        return self._has(hashed(text, start, end))

    def lengths(self, text: str, start: int, most: int) -> int:
        """How many code points behind a place may be a key, up to so many: a bit for each number."""
        number, found = SEED, 0
        for at in range(start, min(start + most, len(text))):
            number = ((number ^ ord(text[at])) * PRIME) & 0x7FFF_FFFF
            if self._has(number + at - start + 1):
                found |= 2 << at - start
        return found

    def _has(self, number: int) -> bool:
        number &= self._mask
        byte = self._bits[number >> 3]
        return byte >> (number & 7) & 1 != 0


def hashed(text: str, start: int, end: int) -> int:
    """A number for a part of a text (FNV-1a over the first code points, and their count)."""
    number = SEED
    for at in range(start, min(end, start + HEAD)):
        number = ((number ^ ord(text[at])) * PRIME) & 0x7FFF_FFFF
    return number + end - start
