"""Whether a text may hold a copy that a rule reports: a look at all its sentences at once.

It takes a few passes over the bytes (150 MB/s); only where it finds something are the sentences taken
apart and compared (see _passages.py).
"""

import functools
from collections.abc import Iterable
from itertools import count, repeat
from string import ascii_letters, digits

from textlint.api import Document, plain

MARKS = {"\u3000": " ", "؟۔": "?", "。！？।॥": ". ", "「『」』": "`"}
"""Ends of sentences beyond those that `plain` knows, what stands around them, and what they become."""
TABLE = bytes.maketrans(b"!?\t\x0b\x0c\r\x1c\x1d\x1e\x1f", b"..        ")
CLOSING = b"\"')]"
"""What may stand between the end of a sentence and the space after it."""
EDGES = b" [(,.;:*-_>#`"
SIGNS = bytes(set(range(128)) - set((ascii_letters + digits + "\n").encode()))
"""What is left out at the first look: copies are the same without it, if not only they."""
LONG = 40
"""Bytes at least of a sentence that is told from a formula by its letters."""
TOP = 5
"""Lines that hold headline and teaser, which the article repeats."""
SENTENCES, SHARE = 3, 0.6
"""Long sentences of a body that stands twice, and share of the letters of all different sentences."""
ASCII = bytes(range(128))
NO_LETTERS = bytes(set(range(256)) - set(ascii_letters.encode()))
WIDE = "\u1100"
"""From this code point on, letters of the scripts that say as much with half as many: they count twice."""


def may_repeat(document: Document) -> bool:
    """Whether a copy may follow at once what it copies, repeat what opens the text, or be most of it.

    A fact; False only where no rule has anything to report. A sentence that stands twice is the same
    piece in both places; one that a rarer space parts from the next is not seen, though.
    """
    data = _without_closing(document.fact(plain))
    parted = _parted(data)
    long = [piece for piece in parted.translate(None, SIGNS).split(b"\n") if len(piece) >= LONG]
    if len(set(long)) == len(long):
        return False
    every = list(filter(None, _bare(parted)))
    first = list(map(dict[bytes, int]().setdefault, every, count()))
    again = [at for at, source in enumerate(first) if source != at]
    long_again = [at for at in again if len(every[at]) >= LONG]
    opening = b"\n".join(data.split(b"\n", TOP)[:TOP])
    head = sum(map(bool, _bare(_parted(opening))))
    if any(first[at] <= head for at in long_again):
        return True
    if _follows(every, [(at, at - first[at]) for at in long_again]):
        return True
    twice = {every[at] for at in again}
    if sum(len(piece) >= LONG for piece in twice) < SENTENCES:
        return False
    return _letters(twice) >= SHARE * _letters(set(every))


def _without_closing(data: bytes) -> bytes:
    """The text without what closes sentences, so that a full stop and a space end each."""
    if not data.isascii():
        for lead, marks in _marks().items():
            if lead in data:
                for mark, instead in marks:
                    data = data.replace(mark, instead)
    return data.translate(TABLE, CLOSING)


@functools.cache
def _marks() -> dict[int, list[tuple[bytes, bytes]]]:
    """What stands for each of MARKS, in UTF-8, by their first byte: one search tells that there is none."""
    found: dict[int, list[tuple[bytes, bytes]]] = {}
    for marks, instead in MARKS.items():
        for mark in marks:
            encoded = mark.encode()
            found.setdefault(encoded[0], []).append((encoded, instead.encode()))
    return found


def _parted(data: bytes) -> bytes:
    """The text with a sentence on a line."""
    return b"\n".join(data.rsplit(b". "))  # `replace` takes twice the time


def _bare(parted: bytes) -> list[bytes]:
    """The sentences without what may differ around them and between their words."""
    bare = list(map(bytes.strip, parted.split(b"\n"), repeat(EDGES)))
    # `in` takes thrice the time: it takes a piece of bytes for a number first
    return [b" ".join(piece.split()) if piece.find(b"  ") >= 0 else piece for piece in bare]


def _follows(every: list[bytes], again: list[tuple[int, int]]) -> bool:
    """Whether pieces may be followed by the same pieces; `again` says which stood so far before.

    True too where finding out would take more than a few steps a piece.
    """
    done: dict[int, int] = {}
    steps = 4 * len(every)
    for at, apart in again:
        if at < done.get(apart, 0):
            continue
        start = end = at
        while start > apart and every[start - 1] == every[start - 1 - apart]:
            start -= 1
        while end < len(every) and every[end] == every[end - apart]:
            end += 1
        steps -= end - start
        if end - start >= apart or steps < 0:
            return True
        done[apart] = end
    return False


def _letters(pieces: Iterable[bytes]) -> int:
    return count_letters(b"\n".join(pieces).decode("utf-8", "surrogatepass"))


def count_letters(text: str) -> int:
    """Letters, those of Korean, Chinese and Japanese counted twice."""
    data = text.encode("utf-8", "surrogatepass")
    letters = len(data.translate(None, NO_LETTERS))
    if len(data) == len(text):
        return letters
    others = data.translate(None, ASCII).decode("utf-8", "surrogatepass")
    letters += sum(map(str.isalpha, others))
    return letters + sum(char >= WIDE and char.isalpha() for char in others)
