"""Columns: what is counted of the lines of a page, an entry a line, in a few passes over all of them."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import accumulate
from operator import sub, truediv

from ._features import Looks

Column = Sequence[float]
Sums = Sequence[float]
"""Running sums over lines: what lines [a, b) have is sums[b] - sums[a]."""


def sums(column: Iterable[float]) -> Sums:
    return [0, *accumulate(column)]


def most(column: Iterable[int], limit: int) -> list[int]:
    """A column with no entry above a limit."""
    return [value if value < limit else limit for value in column]  # noqa: FURB136 - in a third of the time


def ones(size: int, some: Iterable[int]) -> list[int]:
    """A column that is 1 for some lines."""
    found = [0] * size
    for at in some:
        found[at] = 1
    return found


def widths(size: int, width: int) -> list[int]:
    """How many lines there are with so many to either side of each."""
    if size <= 2 * width:
        return [min(at + width + 1, size) - max(0, at - width) for at in range(size)]
    edge = [*range(width + 1, 2 * width + 1)]
    return [*edge, *[2 * width + 1] * (size - 2 * width), *reversed(edge)]


def about(column: Sums, width: int) -> Iterator[float]:
    """What each line has with so many to either side."""
    beyond = min(width, len(column) - 1)
    to = [*column[beyond + 1 :], *[column[-1]] * (beyond + 1)]
    return map(sub, to, [*[0] * beyond, *column])


def others(size: int, some: Collection[int], width: int) -> list[float]:
    """How many of some lines are among so many to either side of each, without itself."""
    if not some:
        return [0] * size
    found = list(about(sums(ones(size, some)), width))[:size]
    for at in some:
        found[at] -= 1
    return found


def shares(size: int, some: Collection[int], width: int) -> Column:
    """The share of them among those lines."""
    if not some:
        return [0.0] * size
    rest = [count - 1 or 1 for count in widths(size, width)]
    return list(map(truediv, others(size, some, width), rest))


class Capitals(Sequence[float]):
    """Share of each line's words that begin with a capital, -1 where the script has none.

    Counted for the lines that are asked about: few are.
    """

    def __init__(self, looks: Looks) -> None:
        self.looks = looks

    def __getitem__(self, at: int) -> float:  # type: ignore[override]
        words = [word for word in self.looks.bodies[at].split() if word[0].isalpha()]
        if not words or at in self.looks.unspaced:
            return -1.0
        return sum(word[0].isupper() for word in words) / len(words)

    def __len__(self) -> int:
        return len(self.looks.bodies)
