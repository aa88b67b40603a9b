"""What looks at every character of a text: how many letters it has by script, where runs of scripts are.

A character has a kind, a byte: the first of them are below, then comes a pair for each group of scripts,
an even number for its letters and the next one for its marks. `kinds` holds the kind of each code point,
0 where it is not known yet: then `learn` finds it, and notes it there.
"""

from collections.abc import Callable

OTHER, SPACE, JOINT, EXTRA, MARK, FIRST = range(1, 7)
"""What parts runs; a blank within a line; a mark or digit between words of a run; what is part of a run of
Han, but none of its letters; a mark of no script of its own; the letters of the first group."""
KINDS = (OTHER, SPACE, JOINT, EXTRA, MARK, FIRST)
JOINTS = 4
"""Marks and digits that may stand between two words of a run, besides a space on either side."""


def latin(text: str) -> int:
    """How many letters of ASCII a text holds."""
    found = 0
    for char in text:
        if "a" <= char <= "z" or "A" <= char <= "Z":
            found += 1
    return found


def is_latin(text: str, kinds: bytearray, learn: Callable[[str], int]) -> bool:
    """Whether all letters of a text are of the first group, or of none."""
    for char in text:  # noqa: SIM110 - a loop: it is compiled
        if char >= "\x80" and _kind(char, kinds, learn) > FIRST + 1:
            return False
    return True


def runs(
    text: str, kinds: bytearray, learn: Callable[[str], int], wanted: bytes, han: int
) -> list[tuple[int, int]]:
    """The runs of the groups whose kinds are set in `wanted`, in order; spans in code points.

    A run begins with a letter or mark of its group, takes every mark and goes on over a blank, JOINTS and
    a blank if what follows is of its group.
    """
    found: list[tuple[int, int]] = []
    at, size = 0, len(text)
    while at < size:
        char = text[at]
        if char < "\x80" or not wanted[_kind(char, kinds, learn)]:
            at += 1
            continue
        of = _group(_kind(char, kinds, learn), han)
        start = end = at
        while at < size and _group(_kind(text[at], kinds, learn), han) == of:
            at += 1
            while at < size:
                kind = _kind(text[at], kinds, learn)
                if _group(kind, han) != of and (kind < MARK or kind % 2 == 0):
                    break
                at += 1
            end = at
            at = _beyond(text, at, kinds, learn)
        at = end
        found.append((start, end))
    return found


def sentences(text: str, found: list[tuple[int, int]], reach: int) -> list[tuple[int, int]]:
    """Runs with what parts them in a sentence: as far as `reach`, no letter or digit, no empty line."""
    joined: list[tuple[int, int]] = []
    start = end = -1
    for left, right in found:
        if start >= 0 and (left - end > reach or not _joins(text, end, left)):
            joined.append((start, end))
            start = -1
        if start < 0:
            start = left
        end = right
    if start >= 0:
        joined.append((start, end))
    return joined


def _joins(text: str, start: int, end: int) -> bool:
    """Whether what is between runs leaves them in one sentence: a verse goes on, an empty line ends it."""
    breaks = 0
    for at in range(start, end):
        char = text[at]
        if char == "\n":
            breaks += 1
        elif char.isalnum() or char in "()[]":
            return False
    return breaks < 2  # noqa: PLR2004 - two of them make an empty line


def _kind(char: str, kinds: bytearray, learn: Callable[[str], int]) -> int:
    kind = kinds[ord(char)]
    if kind == 0:
        kind = learn(char)
    return kind


def _group(kind: int, han: int) -> int:
    """The group of which something is in runs, by the kind of its letters; 0 for none."""
    if kind >= FIRST:
        return kind & ~1
    return han if kind == EXTRA else 0


def _beyond(text: str, at: int, kinds: bytearray, learn: Callable[[str], int]) -> int:
    """Where the next word of a run may begin after one that ends at a place."""
    size, joints = len(text), 0
    if at < size and _kind(text[at], kinds, learn) == SPACE:
        at += 1
    while at < size and joints < JOINTS:
        if _kind(text[at], kinds, learn) != JOINT:
            break
        at += 1
        joints += 1
    if at < size and _kind(text[at], kinds, learn) == SPACE:
        at += 1
    return at
