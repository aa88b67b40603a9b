"""Which lines no list can hold: told by their letters, before a text is made of them.

A line and what lists compare of it have the same letters, but for an "o", "k" or "m" that stands alone:
"o Share (1.2k)" is "share". So each key of the lists leaves a few numbers: of its letters, and of every
eight of them, for most other lines are told by their first eight. Compiled (`_sieve.pxd`).
"""

import functools
import marshal
from collections.abc import Collection

from textlint.api import fold

BITS = 32
"""Bits for each number: of 2,000 other numbers one passes."""
SEED, LAST, PRIME = 2_166_136_261 & 0x7FFF_FFFF, 84_696_351, 16_777_619
"""What FNV-1a starts with, at the first letter and at the last, and what it multiplies by."""
STEP, BACK = 8, 6
"""Letters from the start, and from the end, after which a line is told from keys with others."""
MORE, WHOLE, BLANK, LABEL = 1, 2, 3, 4
"""What follows the letters of a key: more of them, nothing, what is no letter, a mark and a title."""
DEPTH = 3
"""Phrases of a row that are looked for, before the line passes."""
CASED = 0x2000
LOWER = fold("".join(map(chr, range(CASED))))
"""The characters before the first that is no letter of an alphabet, folded."""


def letter(text: str, at: int) -> int:
    """The letter at a place, folded; 0 for what is none, and for o, k and m alone."""
    char = text[at]
    code = ord(char)
    if char < "\x80":
        if char < "a":
            code += 32
        if code < 97 or code > 122:  # noqa: PLR2004 - a and z
            return 0
    elif char.isalpha():
        code = _lowered(char)
    else:
        return 0
    if code in (107, 109, 111) and not _is_beside(text, at - 1) and not _is_beside(text, at + 1):
        return 0
    return code


def _is_beside(text: str, at: int) -> bool:
    return 0 <= at < len(text) and text[at].isalpha()


def _lowered(char: str) -> int:
    """A letter as it is folded."""
    code = ord(char)
    if code < CASED:
        return ord(LOWER[code])
    if "\u2e80" <= char < "\ua640" or "\uac00" <= char <= "\ud7ff":
        return code  # the scripts of East Asia have no case
    return ord(char.lower())


def mixed(number: int, code: int) -> int:
    """The number of some letters and one more."""
    return ((number ^ code) * PRIME) & 0x7FFF_FFFF


def number_of(key: str) -> int:
    """The number of a phrase's letters."""
    number = SEED
    for at in range(len(key)):
        code = letter(key, at)
        if code:
            number = mixed(number, code)
    return mixed(number, WHOLE)


class Bits:
    """Bits by which most numbers that it was not made of are told (B. H. Bloom's filter)."""

    def __init__(self, bits: bytes) -> None:
        self._bits = bits
        self._mask = 8 * len(bits) - 1

    @staticmethod
    def pack(numbers: Collection[int]) -> bytes:
        """The bits for some numbers."""
        size = 1 << max(3, (BITS * len(numbers) - 1).bit_length())
        bits = bytearray(size // 8)
        for number in numbers:
            for probe in (number, number >> 9, mixed(number, number >> 15)):
                bits[(probe & size - 1) >> 3] |= 1 << (probe & 7)
        return bytes(bits)

    def has(self, number: int) -> bool:
        """Whether a number may be one of them."""
        return (
            self._has_bit(number)
            and self._has_bit(number >> 9)
            and self._has_bit(mixed(number, number >> 15))
        )

    def _has_bit(self, number: int) -> bool:
        number &= self._mask
        return self._bits[number >> 3] >> (number & 7) & 1 != 0


class Keys:
    """What the keys of lists leave: the numbers of their letters."""

    def __init__(self) -> None:
        self.whole: set[int] = set()
        self.starts: set[int] = set()
        self.open: set[int] = set()
        """Those of the starts after which anything may stand."""
        self.ends: set[int] = set()
        self.closed: set[int] = set()
        """The ends that only a start makes a phrase of."""

    def add(self, key: str) -> None:
        """A phrase that a line may be, or a part of a row."""
        self.whole.add(mixed(self._read(key), WHOLE))

    def add_label(self, key: str) -> None:
        """A label that a title may follow."""
        self.whole.add(mixed(self._read(key), LABEL))

    def add_end(self, key: str) -> None:
        """What a line may end with."""
        self.ends.add(_end(key))

    def add_holed(self, before: str, after: str) -> None:
        """What stands before the first hole of a phrase and after its last one."""
        if not _letters(before):
            self.add_end(after)
        else:
            self.add_start(before, after)

    def add_start(self, before: str, after: str = "") -> None:
        """What a line may start with, and what it ends with then."""
        number = self._read(before)
        if not letter(before, len(before) - 1):
            number = mixed(number, BLANK)
        self.starts.add(number)
        if _letters(after):
            self.closed.add(_end(after))
        else:
            self.open.add(number)

    def _read(self, key: str) -> int:
        """The number of all letters; every few of them leave one that tells of more."""
        number = SEED
        for at, code in enumerate(_letters(key), 1):
            number = mixed(number, code)
            if at % STEP == 0:
                self.whole.add(mixed(number, MORE))
        return number

    def pack(self) -> bytes:
        """The bits of a sieve."""
        found = (self.whole, self.starts, self.open, self.ends, self.closed)
        return marshal.dumps([Bits.pack(each) for each in found])


def _end(key: str) -> int:
    """The number of the last letters."""
    return functools.reduce(mixed, _letters(key)[::-1][:BACK], LAST)


def _letters(key: str) -> list[int]:
    return [code for at in range(len(key)) if (code := letter(key, at))]


class Sieve:
    """By which most lines that no list holds are told."""

    def __init__(self, packed: bytes) -> None:
        known = marshal.loads(packed)  # noqa: S302 - the user's own, checksummed
        self._whole, self._openings, self._open, self._endings, self._closed = map(Bits, known)

    def passes(self, line: str, is_row: bool) -> bool:  # noqa: FBT001
        """Whether a list may hold a line, which may be a row of phrases or a label with a title."""
        return self._ends(line, self._endings) or self._starts(line, 0, 1 if is_row else 0)

    def _starts(self, line: str, start: int, phrases: int) -> bool:
        """Whether a line may start as a list's, or the rest of a row as its next phrase does; 0: no row."""
        size = len(line)
        number, letters, is_inside, at = SEED, 0, False, start
        while at < size:
            code = letter(line, at)
            if code:
                is_inside = True
                number = mixed(number, code)
                letters += 1
                if self._openings.has(number) and self._is_filled(line, number):
                    return True
                if letters % STEP == 0 and not self._whole.has(mixed(number, MORE)):
                    return False
            elif is_inside:
                is_inside = False
                if self._stops(line, at, number, phrases):
                    return True
            at += 1
        if not letters:
            return start > 0 or _has_letter(line)
        return self._whole.has(mixed(number, WHOLE))

    def _stops(self, line: str, at: int, number: int, phrases: int) -> bool:
        """Whether the letters before a place may be a phrase, and what follows goes with it."""
        ended = mixed(number, BLANK)
        if self._openings.has(ended) and self._is_filled(line, ended):
            return True
        if not phrases:
            return False
        if self._whole.has(mixed(number, LABEL)) and _is_title(line, at):
            return True
        if not self._whole.has(mixed(number, WHOLE)):
            return False
        return phrases >= DEPTH or self._starts(line, at, phrases + 1)

    def _is_filled(self, line: str, number: int) -> bool:
        """Whether a line that starts as a phrase with a hole may end as one, too."""
        return self._open.has(number) or self._ends(line, self._closed)

    def _ends(self, line: str, bits: Bits) -> bool:
        """Whether the last letters of a line, or fewer, are known."""
        number, letters, at = LAST, 0, len(line)
        while at and letters < BACK:
            at -= 1
            code = letter(line, at)
            if code:
                number = mixed(number, code)
                letters += 1
                if bits.has(number):
                    return True
        return False


def _has_letter(line: str) -> bool:
    for char in line:  # noqa: SIM110 - it is compiled
        if char.isalpha():
            return True
    return False


def _is_title(line: str, at: int) -> bool:
    """Whether a mark after a label stands at a place, or behind what is no letter there."""
    size = len(line)
    while at < size:
        if line[at] in ":：|»›–—-":
            return True
        if letter(line, at):
            return False
        at += 1
    return False
