"""Alphabets: what most texts keep to, so that patterns can be looked for in a narrower form there.

A plain text is of ASCII, and of the signs that texts in English have beside it (quotation marks, dashes,
symbols); others have the letters of one script more. In a plain text a letter is one byte, and what wants
another script need not be looked for.
"""

import functools
import re
from collections.abc import Iterable
from itertools import groupby
from unicodedata import category

from textlint.code_points import CodePoints
from textlint.syntax import NOTHING, Chars, Choice, LastByte, Look, Node, Repeat, Series

ASCII = bytes(range(0x80))
SIGNS = [
    code
    for code in (*range(0x80, 0xC0), *range(0x2000, 0x2C00))
    if category(char := chr(code))[0] not in "LM" and char.lower() == char == char.upper()
]
"""No letters, no marks, and nothing that has another case."""
LATIN = (0xAA, 0xB5, 0xBA, *range(0xC0, 0x250), *range(0x1E00, 0x1F00))
CYRILLIC = (*range(0x400, 0x460), *range(0x48A, 0x530))
EASTERN = (
    *range(0x3000, 0x3100),
    *range(0x4E00, 0xA000),
    *range(0xAC00, 0xD7A4),
    *range(0xFF00, 0xFFF0),
)
"""Han, Kana, Hangul and full width."""


def _alphabet(codes: Iterable[int]) -> CodePoints:
    """ASCII, the signs and some code points more."""
    ordered = enumerate(sorted({*ASCII, *SIGNS, *codes}))
    runs = [[code for _, code in run] for _, run in groupby(ordered, lambda at: at[1] - at[0])]
    return tuple((run[0], run[-1]) for run in runs)


PLAIN = 0
"""The number of the alphabet of plain texts."""
ALPHABETS = (_alphabet(()), _alphabet(LATIN), _alphabet(CYRILLIC), _alphabet(EASTERN))
"""The code points of each; a text that keeps to none has the number after the last."""
OUTSIDE = tuple(
    re.compile(f"[^{''.join(f'{chr(low)}-{chr(high)}' for low, high in alphabet[1:])}]")
    for alphabet in ALPHABETS
)
"""What is in none of their code points outside of ASCII."""


def alphabet_of(data: bytes) -> int:
    """The number of the first alphabet that an encoded text keeps to."""
    if data.isascii():
        return PLAIN
    letters = data.translate(None, ASCII).decode("utf-8", "surrogatepass")
    kept = (number for number, outside in enumerate(OUTSIDE) if not outside.search(letters))
    return next(kept, len(ALPHABETS))


def within(node: Node, alphabet: int) -> Node | None:
    """What the node matches in a text that keeps to an alphabet; None where it is nothing."""
    match node:
        case Chars(members) | LastByte(members):
            kept = common(members, alphabet)
            return node._replace(members=kept) if kept else None
        case Series(parts):
            all_kept = [part for each in parts if (part := within(each, alphabet)) is not None]
            return Series(tuple(all_kept)) if len(all_kept) == len(parts) else None
        case Choice(branches):
            some = [part for each in branches if (part := within(each, alphabet)) is not None]
            return Choice(tuple(some)) if some else None
        case Repeat(part, low):
            repeated = within(part, alphabet)
            if repeated is None:
                return None if low else NOTHING
            return node._replace(part=repeated)
        case Look(part, negative=False):
            seen = within(part, alphabet)
            return None if seen is None else node._replace(part=seen)
        case _:
            return node


@functools.cache
def common(members: CodePoints, alphabet: int) -> CodePoints:
    """The code points that are in an alphabet."""
    found = []
    ranges = ALPHABETS[alphabet]
    last = ranges[-1][1]
    for low, high in members:
        if low > last:
            break
        for first, end in ranges:
            if first > high:
                break
            if low <= end:
                found.append((max(low, first), min(high, end)))
    return tuple(found)
