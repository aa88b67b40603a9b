"""What a pattern's tree takes: code points at least and at most, what it sees ahead, ways to match."""

import math
from collections.abc import Iterable

from textlint.syntax import Chars, Choice, LastByte, Look, Node, Place, Repeat, Series

LONG = 1000
"""What a repeat without bound counts as, in ways to match; of what itself has several, as endless."""
FEW_WAYS = 100_000
"""Ways to match at one place up to which no deadline is needed: about a millisecond."""


def is_conditional(node: Node) -> bool:
    """Whether the node has a condition in it."""
    match node:
        case Series(parts) | Choice(parts):
            return any(map(is_conditional, parts))
        case Repeat(part):
            return is_conditional(part)
        case Look() | Place():
            return True
        case _:
            return False


def width(node: Node, *, head: bool, tail: bool) -> int | None:
    """The most code points that the node takes, kept look-ahead included; None without a bound.

    What a look-behind takes lies before the match and does not count.
    """
    match node:
        case Chars() | LastByte():
            return 1
        case Series():
            return total(width(part, head=head, tail=tail) for part in node.parts)
        case Choice():
            widths = [width(branch, head=head, tail=tail) for branch in node.branches]
            return None if None in widths else max(filter(None, widths), default=0)
        case Repeat():
            part = width(node.part, head=False, tail=False)
            if part == 0:
                return 0
            return None if part is None or node.high is None else part * node.high
        case Look():
            return width(node.part, head=head, tail=tail) if node.ahead and not node.negative else 0
        case Place():
            return 0


def total(widths: Iterable[int | None]) -> int | None:
    """The sum; None where one has no bound."""
    known = list(widths)
    return None if None in known else sum(filter(None, known))


def least(node: Node) -> int:
    """The fewest code points that the node takes."""
    match node:
        case Chars() | LastByte():
            return 1
        case Series():
            return sum(map(least, node.parts))
        case Choice():
            return min(map(least, node.branches))
        case Repeat():
            return node.low * least(node.part)
        case _:
            return 0


def reach(node: Node) -> int | None:
    """The most code points that a look-ahead within the node sees; None without a bound."""
    match node:
        case Series():
            reaches = [reach(part) for part in node.parts]
        case Choice():
            reaches = [reach(branch) for branch in node.branches]
        case Repeat():
            reaches = [reach(node.part)]
        case Look():
            seen = width(node.part, head=False, tail=False) if node.ahead else 0
            reaches = [total([seen, reach(node.part)])]
        case _:
            reaches = [0]
    return None if None in reaches else max(filter(None, reaches), default=0)


def ways(node: Node) -> float:
    """In how many ways the node can be tried at one place, at most."""
    match node:
        case Series(parts):
            return math.prod(map(ways, parts))
        case Choice(branches):
            return sum(map(ways, branches))
        case Repeat(part, low, high):
            once = ways(part)
            if high is None:
                return LONG if once == 1 else math.inf
            if once > 1 and high * math.log(once) > math.log(FEW_WAYS):
                return math.inf
            return (high - low + 1) * once**high
        case Look(part):
            return ways(part)
        case _:
            return 1
