"""How far apart two words are: edits between them, what they share."""


def edits(first: str, second: str, limit: int = 4) -> int:
    """Optimal string alignment distance: insertions, deletions, substitutions, swaps of neighbours.

    Gives `limit` where it is that or more. Damerau, "A technique for computer detection and correction
    of spelling errors", CACM 7 (1964); no part of a word is edited twice. Each difference is tried to be
    repaired in the four ways, which is quick where `limit` is small.
    """
    return _apart(first, 0, second, 0, limit)


def _apart(first: str, at: int, second: str, there: int, limit: int) -> int:
    """The same for what follows from `at` in the one word and from `there` in the other."""
    size, other = len(first), len(second)
    while at < size and there < other and first[at] == second[there]:
        at += 1
        there += 1
    left, right = size - at, other - there
    if limit <= abs(left - right):
        return limit
    if not left or not right:
        return left + right
    if limit == 1:
        return 1
    if left > 1 and right > 1 and first[at] == second[there + 1] and first[at + 1] == second[there]:
        limit = min(limit, 1 + _apart(first, at + 2, second, there + 2, limit - 1))
    limit = min(limit, 1 + _apart(first, at + 1, second, there + 1, limit - 1))
    limit = min(limit, 1 + _apart(first, at + 1, second, there, limit - 1))
    return min(limit, 1 + _apart(first, at, second, there + 1, limit - 1))


def shared_beginning(first: str, second: str) -> int:
    """How many letters two words begin with in common."""
    length, most = 0, min(len(first), len(second))
    while length < most and first[length] == second[length]:
        length += 1
    return length
