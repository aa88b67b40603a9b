"""How far apart two words are: edits between them, what they share."""

LONGEST = 60
"""Letters at most of a word that is compared: they are the bits of a machine's number."""


def edits(first: str, second: str, limit: int = 4) -> int:
    """Optimal string alignment distance: insertions, deletions, substitutions, swaps of neighbours.

    Gives `limit` where it is that or more. Damerau, "A technique for computer detection and correction
    of spelling errors", CACM 7 (1964); no part of a word is edited twice. A column of the table is a
    few numbers, one bit a letter of `first`, as in Hyyrö, "A bit-vector algorithm for computing
    Levenshtein and Damerau edit distances", Nordic Journal of Computing 10 (2003).
    """
    size, other = len(first), len(second)
    if abs(size - other) >= limit or size > LONGEST:
        return limit
    if not size or not other:
        return min(limit, size + other)
    one = 1  # with a type, which the number itself has not
    last = one << (size - 1)
    every = (last << 1) - 1
    up, down, same, before, distance = every, 0, 0, 0, size
    for letter in second:
        here = _places(first, letter)
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


def _places(word: str, letter: str) -> int:
    """Where a word has a letter: a bit for each place, the first letter's the lowest."""
    found, bit = 0, 1
    for each in word:
        if each == letter:
            found |= bit
        bit <<= 1
    return found


def shared_beginning(first: str, second: str) -> int:
    """How many letters two words begin with in common."""
    length, most = 0, min(len(first), len(second))
    while length < most and first[length] == second[length]:
        length += 1
    return length
