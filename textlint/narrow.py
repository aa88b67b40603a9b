"""What patterns match in texts that keep to an alphabet: the narrower forms that are looked for there."""

import functools

from textlint.alphabet import ALPHABETS, Ranges
from textlint.syntax import NOTHING, Chars, Choice, LastByte, Look, Node, Repeat, Series


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
def common(members: Ranges, alphabet: int) -> Ranges:
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
