"""The quotation marks that stay alone once quotations over several paragraphs are allowed for."""

from collections import deque
from typing import NamedTuple

from textlint.api import Document

from ._conventions import DOUBLES, MARKS, SINGLES, Role, anywhere
from ._doubts import doubtful
from ._quotations import Mark, Quotations, Quoted, quotations

REACH = 10
"""Paragraphs with marks over which a quotation may go on without opening again. In 36 quotations of
edited text that do, the most is three."""
EDGE = " \t\u00a0*_>-–—•…(['‘"
"""What may stand before the mark at the start of a paragraph."""


class Alone(NamedTuple):
    """A mark without a mate, and its paragraph."""

    mark: Mark
    quoted: Quoted


def unmatched(document: Document) -> list[Alone]:
    """The double marks that no mark of their own or of another paragraph pairs with, in order.

    A quotation may go on over paragraphs: it ends in a later one, or each of them opens it again
    and the last closes it. Single marks are left out, as too many of them are apostrophes.
    """
    if not (open_ended := document.fact(doubtful)):
        return []
    text, found = document.text, document.fact(quotations)
    alone: list[Alone] = []
    pending: deque[Alone] = deque()
    for quoted in open_ended:
        goes_on: bool | None = None
        for stray in quoted.strays:
            if stray.char in SINGLES:
                continue
            is_plain = stray.role is Role.OPEN and stray.sure
            again = (
                not is_plain
                and stray is _first(quoted)
                and _reopens(text, quoted)
                and found.next_to(quoted, -1) is not None
            )
            mark = stray._replace(role=Role.OPEN) if again else stray
            here = Alone(mark, quoted)
            while pending and found.distance(pending[0].quoted, quoted) > REACH:
                alone.append(pending.popleft())
            is_closer = mark.role is Role.CLOSE or not (mark.sure or again)
            if is_closer and pending and _could_close(mark, pending[-1].mark):
                pending.pop()
            elif mark.role is Role.CLOSE:
                alone.append(here)
            else:
                goes_on = _goes_on(text, found, quoted) if goes_on is None else goes_on
                pending += [] if goes_on else [here]
    alone.extend(pending)
    return sorted(alone, key=lambda here: here.mark.at)


def _goes_on(text: str, found: Quotations, quoted: Quoted) -> bool:
    """Whether the paragraph after one opens a quotation again at its start."""
    at = quoted.end
    while at < len(text) and text[at] not in MARKS and (text[at].isspace() or text[at] in EDGE):
        at += 1
    if text[at : at + 1] not in MARKS:
        return False
    after = found.next_to(quoted, 1)
    return after is not None and _reopens(text, after)


def _could_close(mark: Mark, opener: Mark) -> bool:
    """Whether a mark may end what another opened in a paragraph before."""
    doubles = DOUBLES.issuperset((mark.char, opener.char))
    return doubles or opener.char + mark.char in anywhere()


def _first(quoted: Quoted) -> Mark | None:
    """The first mark of a paragraph that opens or closes."""
    return next((mark for mark in quoted.marks if mark.role is not Role.NEITHER), None)


def _reopens(text: str, quoted: Quoted) -> bool:
    """Whether a paragraph opens a quotation at its start, as each of a long speech does again."""
    first = _first(quoted)
    return (
        first is not None
        and (first.role is Role.OPEN or not first.sure or first.char in "»”")
        and not text[quoted.start : first.at].strip(EDGE)
    )
