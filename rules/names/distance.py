"""How far apart two words are: edits between them, what they share."""


def edits(first: str, second: str, limit: int = 4) -> int:
    """Optimal string alignment distance: insertions, deletions, substitutions, swaps of neighbours.

    Gives `limit` where it is that or more. Damerau, "A technique for computer detection and correction
    of spelling errors", CACM 7 (1964); no part of a word is edited twice.
    """
    if abs(len(first) - len(second)) >= limit or len({*first} ^ {*second}) > 2 * (limit - 1):
        return limit  # one edit takes one letter away and brings another at most
    start = shared_beginning(first, second)
    first, second = first[start:], second[start:]
    end = shared_beginning(first[::-1], second[::-1])
    first, second = first[: len(first) - end], second[: len(second) - end]
    if not first or not second:
        return min(limit, len(first) + len(second))
    before: list[int] = []
    above = list(range(len(second) + 1))
    for row, letter in enumerate(first, 1):
        here = [row]
        for column, other in enumerate(second, 1):
            cost = above[column - 1] + (letter != other)
            if above[column] < cost:
                cost = above[column] + 1
            if here[-1] < cost:
                cost = here[-1] + 1
            swapped = row > 1 and column > 1 and letter == second[column - 2]
            if swapped and first[row - 2] == other:
                cost = min(cost, before[column - 2] + 1)
            here.append(cost)
        if min(here) >= limit and min(above) >= limit:
            return limit
        before, above = above, here
    return min(limit, above[-1])


def shared_beginning(first: str, second: str) -> int:
    """How many letters two words begin with in common."""
    length = 0
    for letter, other in zip(first, second, strict=False):
        if letter != other:
            break
        length += 1
    return length
