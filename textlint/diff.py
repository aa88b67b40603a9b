"""Unified diffs of bytes, shown as text that is fit for a terminal."""

from collections.abc import Iterator, Sequence
from typing import Any, TypeAlias, cast

from textlint.terminal import escape

Opcode: TypeAlias = tuple[str, int, int, int, int]
"""A step of a diff, as difflib has it: tag, range in the old lines, range in the new ones."""
CONTEXT = 3
REACH = 40
"""Lines that are searched for the place where both sides agree again."""
AGREE = 2
"""Lines in a row that make a place one, so that a blank line alone does not. Where as many lines were
left behind on both sides, one that is not blank is enough: lines changed in their place."""


def hunks(old: bytes, new: bytes, first: int) -> Iterator[str]:
    """The hunks that turn `old` into `new`, whose first lines have the number `first` in their file.

    Control characters are written out: a line that holds some is shown, not patchable.
    """
    a, b = _lines(old), _lines(new)
    for group in _grouped(list(_opcodes(a, b))):
        (_, a1, _, b1, _), (_, _, a2, _, b2) = group[0], group[-1]
        yield f"@@ -{_range(a1, a2, first)} +{_range(b1, b2, first)} @@\n"
        for tag, i1, i2, j1, j2 in group:
            if tag == "equal":
                yield from _shown(" ", a[i1:i2])
            else:
                yield from _shown("-", a[i1:i2])
                yield from _shown("+", b[j1:j2])


def _grouped(opcodes: list[Opcode]) -> Iterator[list[Opcode]]:
    """The changes with CONTEXT equal lines around them, near ones together."""
    from difflib import SequenceMatcher

    class Walked(SequenceMatcher[str]):
        def get_opcodes(self) -> Any:
            return opcodes

    yield from cast("Iterator[list[Opcode]]", Walked(None, "", "").get_grouped_opcodes(CONTEXT))


def _opcodes(a: Sequence[str], b: Sequence[str]) -> Iterator[Opcode]:
    """What turns the lines a into b, in difflib's words, in one walk through both.

    Fixes change few lines and shift the rest, so both sides meet again within REACH lines; difflib
    itself is quadratic in lines that repeat.
    """
    i = j = 0
    while i < len(a) or j < len(b):
        start, other = i, j
        while i < len(a) and j < len(b) and a[i] == b[j]:
            i, j = i + 1, j + 1
        if i > start:
            yield "equal", start, i, other, j
            start, other = i, j
        i, j = _meeting(a, b, i, j)
        if (i, j) != (start, other):
            tag = "insert" if i == start else "delete" if j == other else "replace"
            yield tag, start, i, other, j


def _meeting(a: Sequence[str], b: Sequence[str], i: int, j: int) -> tuple[int, int]:
    """The nearest places from i and j on where both sides agree for AGREE lines; else both ends."""
    for distance in range(1, 2 * REACH):
        for ahead in range(max(0, distance - REACH), min(distance, REACH) + 1):
            x, y = i + ahead, j + distance - ahead
            size = 1 if x - i == y - j and not _is_blank(a, x) else AGREE
            if x <= len(a) and y <= len(b) and a[x : x + size] == b[y : y + size]:
                return x, y
    return len(a), len(b)


def _is_blank(lines: Sequence[str], at: int) -> bool:
    return at < len(lines) and lines[at].isspace()


def _lines(data: bytes) -> list[str]:
    """Lines that end at LF only, their ends kept."""
    lines = data.decode("utf-8", "surrogateescape").split("\n")
    return [line + "\n" for line in lines[:-1]] + lines[-1:] * bool(lines[-1])


def _range(start: int, stop: int, first: int) -> str:
    size = stop - start
    begin = start + first - (size == 0)
    return str(begin) if size == 1 else f"{begin},{size}"


def _shown(mark: str, lines: Sequence[str]) -> Iterator[str]:
    for line in lines:
        yield f"{mark}{escape(line.removesuffix(chr(10)).removesuffix(chr(13)))}\n"
        if not line.endswith("\n"):
            yield "\\ No newline at end of file\n"
