"""How far apart two words are: edits between them, what they share."""


def edits(first: str, second: str, limit: int = 4) -> int:
    """Optimal string alignment distance: insertions, deletions, substitutions, swaps of neighbours.

    Gives `limit` where it is that or more. Damerau, "A technique for computer detection and correction
    of spelling errors", CACM 7 (1964); no part of a word is edited twice. A column of the table is a
    few numbers, one bit a letter of `first`, as in Hyyrö, "A bit-vector algorithm for computing
    Levenshtein and Damerau edit distances", Nordic Journal of Computing 10 (2003).
    """
    if abs(len(first) - len(second)) >= limit:
        return limit
    if not first or not second:
        return min(limit, len(first) + len(second))
    places: dict[str, int] = {}
    bit = 1
    for letter in first:
        places[letter] = places.get(letter, 0) | bit
        bit <<= 1
    last, every = bit >> 1, bit - 1
    up, down, same, before, distance = every, 0, 0, 0, len(first)
    for letter in second:
        here = places.get(letter, 0)
        swapped = (~same & here) << 1 & before
        same = (((here & up) + up) ^ up | here | down | swapped) & every
        more, less = down | every & ~(same | up), same & up
        if more & last:
            distance += 1
        elif less & last:
            distance -= 1
        more = more << 1 | 1
        up, down = (less << 1 | every & ~(same | more)) & every, more & same
        before = here
    return min(limit, distance)


def shared_beginning(first: str, second: str) -> int:
    """How many letters two words begin with in common."""
    length = 0
    for letter, other in zip(first, second, strict=False):
        if letter != other:
            break
        length += 1
    return length
