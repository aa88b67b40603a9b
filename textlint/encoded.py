"""A text as the scan reads it, in UTF-8: as it is, and folded. Compiled where there is a compiler."""

# ruff: noqa: PLR2004 - the bytes and code points that UTF-8 changes at

from array import array
from functools import cache

from textlint.alphabet import NONE, NUMBERS, PLAIN
from textlint.pattern import fold

BITS = 6
"""Of a place in bytes those that say where in its block of 64 it is: code points are counted by block."""
CASED = 0x20000
"""No letter from here on has another case."""


class Encoded:
    """A text in UTF-8, and folded but for the case of ASCII letters, which the scan of it ignores.

    `alphabet` is the number of the first that it keeps to. `more`: how many bytes that start no
    character are before each block, and the last that has any. `turns`: from where on in the folded
    text places are `shifts` bytes further on in the other; `turned` of them.
    """

    def __init__(self, data: bytes) -> None:
        self.data = self.folded = data
        self.alphabet = PLAIN
        self.turned = 0
        self.is_ascii = data.isascii()
        if not self.is_ascii:
            self.walk()

    def walk(self) -> None:
        """Look at the characters beyond ASCII."""
        data, folds, numbers, none = self.data, _folds(), NUMBERS, NONE
        size, beyond, cased = len(data), len(numbers), CASED
        space = bytearray(size + size // 2)  # some letters of two bytes become three
        self.room = room = memoryview(space)
        self.more = more = array("i", [0]) * ((size >> BITS) + 2)
        self.turns = turns = array("i", [0]) * (size // 2)
        self.shifts = shifts = array("i", [0]) * (size // 2)
        at = code = left = end = alphabet = count = shift = turned = 0
        for byte in data:
            at += 1
            if byte < 0x80:
                room[end] = byte
                end += 1
                continue
            if byte >= 0xC0:
                left = 1 if byte < 0xE0 else 2 if byte < 0xF0 else 3
                code = byte & (0x3F >> left)
                continue
            count += 1
            more[((at - 1) >> BITS) + 1] = count
            code = code << 6 | byte & 0x3F
            left -= 1
            if left:
                continue
            if alphabet != none:
                alphabet = max(alphabet, numbers[code] if code < beyond else none)
            if code < cased:
                folded = folds[code]
                if not folded:
                    folded = folds[code] = ord(fold(chr(code)))
                code = folded
            end = self.write(code, end)
            if at - end != shift:
                shift = at - end
                turns[turned] = end
                shifts[turned] = shift
                turned += 1
        for block in range(1, len(more)):
            more[block] = max(more[block], more[block - 1])
        self.alphabet, self.turned = alphabet, turned
        self.folded = bytes(space[:end])

    def write(self, code: int, at: int) -> int:
        """Write a code point in UTF-8; gives the place behind it."""
        if code < 0x80:
            self.room[at] = code
            return at + 1
        if code < 0x800:
            self.room[at] = 0xC0 | code >> 6
        else:
            if code < 0x10000:
                self.room[at] = 0xE0 | code >> 12
            else:
                self.room[at] = 0xF0 | code >> 18
                at += 1
                self.room[at] = 0x80 | code >> 12 & 0x3F
            at += 1
            self.room[at] = 0x80 | code >> 6 & 0x3F
        self.room[at + 1] = 0x80 | code & 0x3F
        return at + 2

    def place(self, ends: list[int], is_folded: bool) -> None:  # noqa: FBT001
        """Turn ends in bytes, of the folded text or the other, into code points.

        One past the end of the text becomes its end.
        """
        data, size = self.data, len(self.data)
        if self.is_ascii:
            return
        for number in range(len(ends)):
            end = ends[number]
            if is_folded:
                end += self.shift_at(end)
            end = min(end, size)
            block = end >> BITS
            count = (block << BITS) - self.more[block]
            for byte in data[block << BITS : end]:
                if byte < 0x80 or byte >= 0xC0:
                    count += 1
            ends[number] = count

    def shift_at(self, end: int) -> int:
        """By how many bytes a place in the folded text is further on in the other."""
        low, high = 0, self.turned
        while low < high:
            middle = (low + high) >> 1
            if self.turns[middle] <= end:
                low = middle + 1
            else:
                high = middle
        return self.shifts[low - 1] if low else 0


@cache
def _folds() -> "array[int]":
    """What each code point becomes that was met (512 kB)."""
    return array("i", [0]) * CASED
