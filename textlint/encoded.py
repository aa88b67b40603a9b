"""A text as the scan reads it, in UTF-8: as it is, and folded. Compiled where there is a compiler."""

# ruff: noqa: PLR2004 - the bytes and code points that UTF-8 changes at

from array import array
from functools import cache

from textlint.alphabet import NONE, NUMBERS, PLAIN
from textlint.document import ENCODING_ERRORS
from textlint.pattern import fold

BITS = 6
"""Of a place in bytes those that say where in its block of 64 it is: code points are counted by block."""
CASED = 0x20000
"""No letter from here on has another case."""


class Encoded:
    """A text in UTF-8, and folded but for the case of ASCII letters, which the scan of it ignores.

    `alphabet` is the number of the first that it keeps to. `more`: how many bytes characters that start
    before each block have beyond their first, up to the last block that has any. `turns`: from where on
    in the folded text places are `shifts` bytes further on in the other; `turned` of them.
    """

    def __init__(self, text: str) -> None:
        self.data = self.folded = text.encode("utf-8", ENCODING_ERRORS)
        self.alphabet = PLAIN
        self.turned = 0
        self.folded_text: str | None = None
        self.is_ascii = text.isascii()
        if not self.is_ascii:
            self.walk(text)

    def walk(self, text: str) -> None:
        """Look at the characters beyond ASCII."""
        folds, numbers, none, size = _folds(), NUMBERS, NONE, len(self.data)
        beyond, cased = len(numbers), CASED
        space = bytearray(size + size // 2)  # some letters of two bytes become three
        self.room = room = memoryview(space)
        self.more = more = array("i", [0]) * ((size >> BITS) + 2)
        self.turns = turns = array("i", [0]) * (size // 2)
        self.shifts = shifts = array("i", [0]) * (size // 2)
        at = end = alphabet = count = shift = turned = 0
        for char in text:
            code = ord(char)
            if code < 0x80:
                room[end] = code
                end += 1
                at += 1
                continue
            width = 2 if code < 0x800 else 3 if code < 0x10000 else 4
            count += width - 1
            more[(at >> BITS) + 1] = count
            at += width
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

    def text(self) -> str:
        """The folded text."""
        if self.folded_text is None:
            self.folded_text = self.folded.lower().decode("utf-8", ENCODING_ERRORS)
        return self.folded_text

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
            while end < size and 0x80 <= data[end] < 0xC0:  # within a character
                end += 1
            end = min(end, size)
            block = end >> BITS
            count = (block << BITS) - self.more[block]
            within = True
            for byte in data[block << BITS : end]:
                if byte < 0x80 or byte >= 0xC0:
                    within = False
                    count += 1
                elif within:  # of one that starts before
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
