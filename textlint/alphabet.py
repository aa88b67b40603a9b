"""Alphabets: what most texts keep to, so that patterns can be looked for in a narrower form there.

A plain text is of ASCII, and of the signs that texts in English have beside it (quotation marks, dashes,
symbols, emoji); others have more Latin letters. In a plain text a letter is one byte, and what wants
another script need not be looked for.
"""

from typing import TypeAlias

Ranges: TypeAlias = tuple[tuple[int, int], ...]
SIGNS: Ranges = (
    *((0x80, 0xA9), (0xAB, 0xB4), (0xB6, 0xB9), (0xBB, 0xBF), (0x2000, 0x2070), (0x2072, 0x207E)),
    *((0x2080, 0x208F), (0x20A0, 0x20CF), (0x2100, 0x2101), (0x2103, 0x2106), (0x2108, 0x2109)),
    *((0x2114, 0x2114), (0x2116, 0x2118), (0x211E, 0x2123), (0x2190, 0x24B5), (0x24EA, 0x2BFF)),
    *((0xFEFF, 0xFEFF), (0xFFFD, 0xFFFD), (0x1F1E6, 0x1F1FF), (0x1F300, 0x1F64F)),
    *((0x1F680, 0x1F6FF), (0x1F900, 0x1F9FF), (0x1FA70, 0x1FAFF)),
)
"""No letters, no marks, and nothing that has another case."""
EMOJI: Ranges = ((0xFE0F, 0xFE0F),)
"""The mark that makes an emoji of a sign."""
LATIN: Ranges = (
    *((0xAA, 0xAA), (0xB5, 0xB5), (0xBA, 0xBA), (0xC0, 0x180), (0x182, 0x185), (0x187, 0x188)),
    *((0x18B, 0x18E), (0x191, 0x192), (0x195, 0x195), (0x198, 0x19B), (0x19E, 0x19E)),
    *((0x1A0, 0x1A5), (0x1A7, 0x1A8), (0x1AA, 0x1AD), (0x1AF, 0x1B0), (0x1B3, 0x1B6)),
    *((0x1B8, 0x239), (0x23B, 0x23D), (0x23F, 0x243), (0x246, 0x24F), (0x1E00, 0x1EFF)),
)
"""Letters that are folded to one of these: not Ə, whose small one is among those of phonetics."""
ALPHABETS: tuple[Ranges, ...] = tuple(
    tuple(sorted(((0, 0x7F), *SIGNS, *EMOJI, *letters))) for letters in ((), LATIN)
)
"""The code points of each; a text that keeps to none has the number after the last.

Cyrillic and Han of their own take 4 s each to compile, and save few of the milliseconds that a megabyte
of such letters takes, which are two or three bytes.
"""
WORD = frozenset(b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz")
"""The bytes of ASCII letters, digits and the underscore."""
PLAIN, NONE = 0, len(ALPHABETS)
"""The numbers of the alphabet of plain texts, and of none."""
BEYOND = 0x1FB00
"""The first code point that is in no alphabet, nor any after it."""


def _numbers() -> bytes:
    """The number of the first alphabet that holds each code point, up to BEYOND."""
    numbers = bytearray([NONE]) * BEYOND
    for number in reversed(range(NONE)):
        for low, high in ALPHABETS[number]:
            numbers[low : high + 1] = bytes([number]) * (high + 1 - low)
    return bytes(numbers)


NUMBERS = _numbers()
