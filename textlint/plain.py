"""Plain text: ASCII, and the signs that texts in English have beside it (quotation marks, dashes, symbols).

Most English pages are plain. Patterns have a narrower form for them, in which a letter is one byte, and
need not be looked for at all where they want another script.
"""

import functools
import re
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
RUNS = [[code for _, code in run] for _, run in groupby(enumerate(SIGNS), lambda at: at[1] - at[0])]
PLAIN: CodePoints = ((0, 0x7F), *((run[0], run[-1]) for run in RUNS))
"""The code points of plain text."""
OTHER = re.compile(f"[^{''.join(f'{chr(low)}-{chr(high)}' for low, high in PLAIN[1:])}]")
"""What is not plain, outside ASCII."""


def is_plain(data: bytes) -> bool:
    """Whether an encoded text is plain."""
    if data.isascii():
        return True
    return not OTHER.search(data.translate(None, ASCII).decode("utf-8", "surrogatepass"))


def plainly(node: Node) -> Node | None:
    """What the node matches in plain text; None where it is nothing."""
    match node:
        case Chars(members) | LastByte(members):
            within = common(members)
            return node._replace(members=within) if within else None
        case Series(parts):
            plain = [part for each in parts if (part := plainly(each)) is not None]
            return Series(tuple(plain)) if len(plain) == len(parts) else None
        case Choice(branches):
            plain = [branch for each in branches if (branch := plainly(each)) is not None]
            return Choice(tuple(plain)) if plain else None
        case Repeat(part, low):
            within_part = plainly(part)
            if within_part is None:
                return None if low else NOTHING
            return node._replace(part=within_part)
        case Look(part, negative=False):
            seen = plainly(part)
            return None if seen is None else node._replace(part=seen)
        case _:
            return node


@functools.cache
def common(members: CodePoints) -> CodePoints:
    """The code points that are plain."""
    found = []
    for low, high in members:
        if low > PLAIN[-1][1]:
            break
        for first, last in PLAIN:
            if max(low, first) <= min(high, last):
                found.append((max(low, first), min(high, last)))
    return tuple(found)
