"""Which quotation marks open, which close, which belong together: an automaton over paragraphs.

It judges the double and the curly single marks of a paragraph. It does not raise, and does not guess
silently: a mark whose surroundings do not tell its role, or contradict its shape, is `sure=False`.
It is linear in the length of the text.
"""

import functools
import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from textlint.api import UNSPACED, Document, compile_re, script_of

from ._conventions import DOUBLES, MARKS, STRAIGHT, Convention, Role, convention
from ._paragraphs import around, paragraph, places

FAR = 2_000
"""Code points after which two marks are no longer believed to belong together."""
DEEPEST = 16
"""Marks that are open at once at most: text has three, noise any number."""
LONG = 10_000
"""Code points from which a paragraph may be noise."""
CROWDED = 0.1
"""Share of marks from which it is. Edited paragraphs of a thousand code points have up to 0.044."""
OPEN, CLOSE, NEITHER = Role.OPEN, Role.CLOSE, Role.NEITHER
GLUED = UNSPACED | {"Hangul"}
"""Scripts without apostrophes, in which a closing mark stands right before letters."""


@functools.cache
def _measure() -> re.Pattern[str]:
    """What stands before an inch or a second: 5", 12”, 3/4", 2.5"."""
    return compile_re(r"(?<![\w%€$£])\d{1,3}(?:[.,/′']\d{1,2})?$|[½¼¾′°]\s?\d*$")


class Mark(NamedTuple):
    """A quotation mark at a code point; `sure` where its surroundings agree with its role."""

    at: int
    char: str
    role: Role
    sure: bool


class Quoted(msgspec.Struct, frozen=True):
    """A paragraph [start, end) that holds quotation marks, in code points.

    `pairs` join an opening to a closing mark, in the order of their closing; `strays` are left
    over; `reopened` are (outer, inner) where the inner opened while the outer one, a mark of its
    own level, was open.
    """

    start: int
    end: int
    marks: list[Mark]
    pairs: list[tuple[Mark, Mark]]
    strays: list[Mark]
    reopened: list[tuple[Mark, Mark]]


class Quotations:
    """The paragraphs of a text that hold quotation marks; each is judged when it is asked for."""

    def __init__(self, text: str, use: Convention) -> None:
        self._text, self._use = text, use
        self._judged: dict[int, Quoted | None] = {}
        self._starts: list[int] = []
        """Of the paragraphs that were asked for: which hold no marks, or noise, is known as well."""
        self._ends: dict[int, int] = {}
        self._all: list[int] | None = None
        self._clear: dict[int, dict[int, tuple[Mark, Mark]]] = {}

    def __iter__(self) -> Iterator[Quoted]:
        for start in self._every():
            if quoted := self.holding(start):
                yield quoted

    def clear(self, quoted: Quoted) -> dict[int, tuple[Mark, Mark]]:
        """The pairs of a paragraph that there is no doubt of, by the places of both marks."""
        if quoted.start not in self._clear:
            doubtful = {mark.char for mark in quoted.strays}
            doubtful |= {inner.char for outer, inner in quoted.reopened if outer.char == inner.char}
            first = {mark.at: pair for pair in reversed(quoted.pairs) for mark in pair}
            self._clear[quoted.start] = {
                at: pair
                for at, pair in first.items()
                if doubtful.isdisjoint((pair[0].char, pair[1].char))
            }
        return self._clear[quoted.start]

    def holding(self, at: int) -> Quoted | None:
        """The paragraph that holds a code point, None where it has no marks or is left out as noise."""
        number = bisect_right(self._starts, at) - 1
        if number >= 0 and at < self._ends[self._starts[number]]:
            start = self._starts[number]
            return self.spanning(start, self._ends[start])
        return self.spanning(*paragraph(self._text, at))

    def spanning(self, start: int, end: int) -> Quoted | None:
        """The same of a paragraph whose start and end are known."""
        if start not in self._ends:
            insort(self._starts, start)
            self._ends[start] = end
            own = places(self._text[start:end], MARKS)
            silent = not own or _is_noise(end - start, len(own))
            self._judged[start] = None if silent else judge(self._text, start, end, own, self._use)
        return self._judged[start]

    def next_to(self, quoted: Quoted, step: int) -> Quoted | None:
        """The paragraph before (`step` -1) or after a paragraph, if it holds marks as well."""
        at = quoted.start - 1 if step < 0 else quoted.end
        while 0 <= at < len(self._text) and self._text[at].isspace():
            at += step
        return self.holding(at) if 0 <= at < len(self._text) else None

    def distance(self, quoted: Quoted, later: Quoted) -> int:
        """How many paragraphs with marks after one of them another stands."""
        if self._all is None:
            self._all = self._every()
        return bisect_left(self._all, later.start) - bisect_left(self._all, quoted.start)

    def _every(self) -> list[int]:
        """Where paragraphs with marks start, those of noise left out."""
        return [
            start
            for start, end, own in around(self._text, places(self._text, MARKS))
            if not _is_noise(end - start, len(own))
        ]


def quotations(document: Document) -> Quotations:
    """The paragraphs that hold quotation marks: a fact."""
    return Quotations(document.text, convention(document.language))


def _is_noise(length: int, marks: int) -> bool:
    """Whether a long paragraph is full of marks, as a table of characters or a broken file is."""
    return length >= LONG and marks > CROWDED * length


def judge(text: str, start: int, end: int, places: list[int], use: Convention) -> Quoted:
    """Run the automaton over one paragraph; single marks and the others do not disturb each other.

    An apostrophe taken for a closing mark must not end what a double mark has opened. The places of
    the marks count from the start of the paragraph.
    """
    done = Quoted(start, end, [], [], [], [])
    singles: list[Mark] = []
    others: list[Mark] = []
    last = len(text) - 1
    for place in places:
        at = start + place
        char = text[at]
        if char == "’" and 0 < at < last and _are_ascii_letters(text[at - 1], text[at + 1]):
            done.marks.append(Mark(at, "’", NEITHER, True))  # noqa: FBT003
            continue
        stack = singles if char in "‘’‚‹›" else others
        mark = _mark(text, at, use, stack)
        done.marks.append(mark)
        _step(mark, stack, done, use)
    done.strays.extend(singles + others)
    done.strays.sort()
    return done


def _are_ascii_letters(before: str, after: str) -> bool:
    """Whether a mark between these is by far the most frequent apostrophe."""
    return before < "\x80" and after < "\x80" and before.isalpha() and after.isalpha()


def _step(mark: Mark, stack: list[Mark], done: Quoted, use: Convention) -> None:
    """Let a mark open or close."""
    if mark.role is OPEN:
        for other in stack:
            if _same_level(mark, other):
                done.reopened.append((other, mark))
                break
        if len(stack) == DEEPEST:
            done.strays.append(stack.pop(0))
        stack.append(mark)
    elif mark.role is CLOSE:
        mate = _mate(mark, stack, use)
        if mate is None:
            done.strays.append(mark)
            return
        while (top := stack.pop()) is not mate:
            done.strays.append(top)
        done.pairs.append((mate, mark))


def _same_level(mark: Mark, other: Mark) -> bool:
    """Whether a mark that opens while another is open is of that one's level."""
    return mark.char == other.char or (other.char == STRAIGHT and mark.char in "“„")


def _mate(mark: Mark, stack: list[Mark], use: Convention) -> Mark | None:
    """The open mark that a closing one ends: of a curly mark's own kind before a straight one."""
    straight: Mark | None = None
    for other in reversed(stack):
        if _closes(mark, other, use):
            if mark.char == STRAIGHT or other.char != STRAIGHT:
                return other
            straight = straight or other
    return straight


def _closes(mark: Mark, opener: Mark, use: Convention) -> bool:
    """Whether one mark closes another; a straight mark pairs with any double one.

    So does a mark turned against its shape: what is “meant“ is plain.
    """
    if opener.char + mark.char in use.mates:
        return True
    if mark.sure and opener.sure:
        return False
    turned = (not mark.sure and mark.char in "“”") or (not opener.sure and opener.char in "“”")
    return turned and mark.char in DOUBLES and opener.char in DOUBLES


def _is_open(char: str, stack: list[Mark], use: Convention) -> bool:
    """Whether a mark of this shape may end one that is open."""
    for other in stack:  # noqa: SIM110 - a generator costs more
        if other.char + char in use.mates:
            return True
    return False


def _mark(text: str, at: int, use: Convention, stack: list[Mark]) -> Mark:
    """Judge one mark from its neighbours, its shape and what is open."""
    char = text[at]
    before = text[at - 1] if at else "\n"
    after = text[at + 1] if at + 1 < len(text) else "\n"
    is_open = _is_open(char, stack, use)
    if _is_no_quote(char, before, after, is_open):
        return Mark(at, char, NEITHER, True)  # noqa: FBT003
    side, shape = _side(before, after), use.shapes[char]
    if shape:
        if side is CLOSE and shape is OPEN and stack and char in "“„":
            return Mark(at, char, CLOSE, False)  # noqa: FBT003
        if side is OPEN and shape is CLOSE and not stack and char == "”":
            return Mark(at, char, OPEN, False)  # noqa: FBT003
        return Mark(at, char, shape, side is None or side is shape)
    if side:
        return Mark(at, char, side, not (is_open and _is_measured(text, at)))
    glued = not before.isspace() and not after.isspace()
    return Mark(at, char, CLOSE if is_open else OPEN, is_open and glued)


def _is_measured(text: str, at: int) -> bool:
    """Whether a mark stands after a number as an inch or a second does."""
    return text[at] in '"”' and _measure().search(text[max(0, at - 8) : at]) is not None


def _is_no_quote(char: str, before: str, after: str, is_open: bool) -> bool:  # noqa: FBT001
    """Whether a mark is an apostrophe (don’t, ‘90s, the boys’), an inch or a gershayim (צה"ל)."""
    if char in "’‘‚":
        if before.isalnum():
            return not is_open or (after.isalnum() and script_of(before) not in GLUED)
        return char != "‚" and after.isdigit() and not is_open
    if char not in '"”':
        return False
    return _in_hebrew(before, after) or (not is_open and before.isdigit())


def _in_hebrew(before: str, after: str) -> bool:
    """Whether a mark stands between Hebrew letters: it makes an abbreviation of them."""
    if before < "\x80":
        return False
    return script_of(before) == script_of(after) == "Hebrew"


def _side(before: str, after: str) -> Role | None:
    """The role that the neighbours of a mark tell, None where they tell none.

    White space, other marks and what stands outside a mark.
    """
    blank_before, blank_after = before.isspace(), after.isspace()
    left = blank_before or before in "([{¿¡—–-/" or (before in MARKS and not blank_after)
    right = (
        blank_after or after in ")]}.,;:!?…—–-/।。，、؟،" or (after in MARKS and not blank_before)
    )
    if left == right:
        return None
    return OPEN if left else CLOSE


def clear_pair(document: Document, at: int) -> tuple[Mark, Mark] | None:
    """The pair of the mark at a code point, if its paragraph leaves no doubt of it.

    Every mark of the pair's kind in the paragraph has a mate, and none opens twice.
    """
    every = document.fact(quotations)
    quoted = every.holding(at)
    return every.clear(quoted).get(at) if quoted else None
