"""What a pattern's matches begin with: most places can be ruled out by a look at two characters."""

import functools
from typing import NamedTuple

from textlint.code_points import CodePoints
from textlint.probe import CHARS, SIZE
from textlint.syntax import Chars, Choice, Look, Node, Place, Repeat, Series

ANY = (1 << CHARS) - 1


class Prefix(NamedTuple):
    """The characters that may come first, and those that may come second, as sets of bits."""

    first: int = ANY
    second: int = ANY

    def __or__(self, other: "Prefix") -> "Prefix":
        return Prefix(self.first | other.first, self.second | other.second)

    def packed(self) -> bytes:
        """A byte for each of the CHARS, then again: 1 where the first, and the second, may be it.

        Empty where they may be any.
        """
        if self.first == ANY:
            return b""
        both = self.first | self.second << CHARS
        return bytes(both >> at & 1 for at in range(SIZE))


def prefix(node: Node, follow: Prefix = Prefix()) -> Prefix:  # noqa: B008 - it is frozen
    """What matches of a node begin with, if what comes after them begins with `follow`."""
    match node:
        case Chars(members):
            return Prefix(_bits(members), follow.first)
        case Series(parts):
            for part in reversed(parts):
                follow = prefix(part, follow)
            return follow
        case Choice(branches):
            return functools.reduce(Prefix.__or__, (prefix(each, follow) for each in branches))
        case Repeat(part, low, high):
            own = follow
            for copy in range(2 if high is None else min(high, 2), 0, -1):  # more begin further on
                own = prefix(part, own if copy < low else own | follow)
            return own if low else own | follow
        case Look() | Place():
            return follow
        case _:
            return Prefix()


@functools.cache
def _bits(members: CodePoints) -> int:
    found = 0
    for low, high in members:
        if low < CHARS - 1:
            found |= (1 << min(high + 1, CHARS - 1)) - (1 << low)
        if high >= CHARS - 1:
            found |= 1 << (CHARS - 1)
    return found
