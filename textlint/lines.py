"""Whole lines that go, and the breaks around them: what a careful editor leaves in their place.

Lines that follow one another can each be deleted by a fix of its own. What parts the text before them
from the text after them is settled once for all of them: a paragraph's end stays one, no blank line is
doubled, the text keeps its last line break.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from textlint.expressions import compile_re
from textlint.finding import Edit

INK = compile_re(r"\S")
PARAGRAPH = 2
"""Line breaks between two lines from which they are of two paragraphs."""


class Lines(NamedTuple):
    """Lines that go, [start, end) without the last one's break, and what they stand between.

    `before` is the end of the line before that is not blank, `after` the start of the one after it: 0
    and the text's length where there is none. Code points.
    """

    start: int
    end: int
    before: int
    after: int

    @classmethod
    def of(cls, text: str, start: int, end: int) -> "Lines":
        """The lines that [start, end) touches."""
        first = text.rfind("\n", 0, start) + 1
        stop = text.find("\n", max(start, end - 1))
        ink, before = first, 0
        while ink > 0 and text[ink - 1].isspace():
            ink -= 1
        if ink > 0:
            before = _without_return(text, ink, text.find("\n", ink))
        if stop < 0:
            return cls(first, len(text), before, len(text))
        following = INK.search(text, stop)
        after = text.rfind("\n", 0, following.start()) + 1 if following else len(text)
        return cls(first, _without_return(text, first, stop), before, after)

    @classmethod
    def deleted_by(cls, text: str, edit: Edit) -> "Lines | None":
        """The lines that an edit deletes as `delete_line` does; None for an edit of another kind."""
        start, end = edit.start, edit.end
        if start == end or edit.replacement:
            return None
        if not (
            (start == 0 or text[start - 1] == "\n" or text[start] in "\r\n")
            and (end == len(text) or text[end - 1] == "\n" or text[end] in "\r\n")
        ):
            return None
        ink = INK.search(text, start, end)
        if not ink:
            return None
        found = cls.of(text, ink.start(), start + len(text[start:end].rstrip()))
        return found if without_lines(text, [found]) == edit else None

    def overlaps(self, other: "Lines") -> bool:
        """Whether a line goes in both."""
        return self.start < other.end and other.start < self.end

    def allows(self, text: str, edit: Edit) -> bool:
        """Whether an edit of another kind can be made as well.

        It can outside the lines and the breaks around them, and within a break that stays one: which
        of the breaks stays is settled after it.
        """
        if edit.end <= self.before or edit.start >= self.after:
            return True
        if self.before <= edit.start and edit.end <= self.start:
            start, end = self.before, self.start
        elif self.end <= edit.start and edit.end <= self.after:
            start, end = self.end, self.after
        else:
            return False
        left = text[start : edit.start] + edit.replacement + text[edit.end : end]
        return "\n" in left and left.isspace()


def _without_return(text: str, start: int, newline: int) -> int:
    """The end of a line's content, given its LF: a CR before that is part of the break."""
    return newline - 1 if newline > start and text[newline - 1] == "\r" else newline


def without_lines(text: str, gone: Sequence[Lines], others: Iterable[Edit] = ()) -> Edit:
    """The one edit that deletes lines which follow one another, blank ones between them not counted.

    `others` are edits within the breaks around and between them; they are made first.
    """
    before, after = gone[0].before, gone[-1].after
    if after == len(text):
        if before == 0:
            return Edit(0, after)
        final = "\r\n" if text.endswith("\r\n") else "\n" if text.endswith("\n") else ""
        return Edit(before, after - len(final))
    if before == 0:
        return Edit(0, after)
    if len(gone) == 1 and not others:
        first, last = text[before : gone[0].start], text[gone[0].end : after]
        if _rank(first) <= _rank(last):
            return Edit(gone[0].start, after)
        return Edit(before, gone[0].end)
    spans = [
        (before, gone[0].start),
        *((a.end, b.start) for a, b in pairwise(gone)),
        (gone[-1].end, after),
    ]
    edits = list(others)
    breaks = [_edited(text, span, edits) for span in spans]
    best = min(range(len(breaks)), key=lambda at: _rank(breaks[at]))
    if not edits and best == 0:
        return Edit(gone[0].start, after)
    if not edits and best == len(breaks) - 1:
        return Edit(before, gone[-1].end)
    return Edit(before, after, breaks[best] if "\n" in breaks[best] else "\n")


def _edited(text: str, span: tuple[int, int], edits: list[Edit]) -> str:
    """A break with the edits made that lie within it."""
    start, end = span
    pieces = []
    for edit in edits:
        if span[0] <= edit.start and edit.end <= end:
            pieces += [text[start : edit.start], edit.replacement]
            start = edit.end
    return "".join([*pieces, text[start:end]])


def _rank(gap: str) -> tuple[bool, bool, int]:
    """How little a break is wanted: the shortest that ends a paragraph is best."""
    count = gap.count("\n")
    return count < PARAGRAPH, count < 1, count
