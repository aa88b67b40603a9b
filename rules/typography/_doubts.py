"""Which quotation marks do more than open and close in turn: where alone the automaton has to look.

An opening mark of the outer level and the next one of that level on its line, if it closes the first,
are a plain pair; so are two with nothing but plain pairs between them. What the automaton of
`_quotations` makes of a plain pair depends on no other mark, and it pairs the two. A paragraph of
plain pairs (and single marks, which do not disturb the others) therefore has no stray mark of the
outer level, nor a pair of a straight and a curly mark.
"""

import functools
import re

from textlint.api import Document, compile_re

from ._conventions import MARKS, SINGLES, Role, convention
from ._paragraphs import around, paragraph, places
from ._quotations import DEEPEST, LONG, Quoted, quotations

OUTER = MARKS - SINGLES
OPEN, CLOSE = Role.OPEN, Role.CLOSE


def plain_role(before: str, mark: str, after: str, shape: Role | None) -> Role | None:
    """What a mark of some shape does between two characters whatever is open, None where more decides."""
    if shape is OPEN:
        return None if mark in "“„" and not after.isalnum() else shape
    if shape is CLOSE:  # ” makes abbreviations of Hebrew letters
        is_hebrew = "\u0590" <= after <= "\u05ff" or "\ufb1d" <= after <= "\ufb4f"
        return None if mark == "”" and is_hebrew else shape
    if (before.isspace() or before in "([{—–-") and after.isalnum():
        return OPEN
    inside = before.isalnum() or before in ".,!?…;:%)"
    return CLOSE if inside and (after.isspace() or after in ")]}.,:;!?…—–-/") else None


def unpaired(
    text: str, found: list[int], shapes: dict[str, Role | None], mates: frozenset[str]
) -> list[int]:
    """The places, of those given, whose marks are of no plain pair."""
    left: list[int] = []
    open_: list[int] = []
    last = len(text) - 1
    for at in found:
        mark = text[at]
        before = text[at - 1] if at else "\n"
        after = text[at + 1] if at < last else "\n"
        role = plain_role(before, mark, after, None if mark == '"' else shapes[mark])
        if role is OPEN:
            if open_ and text.find("\n", open_[-1], at) >= 0:
                left += open_
                open_.clear()
            open_.append(at)
        elif role is CLOSE and 0 < len(open_) < DEEPEST and _are_mates(text, open_[-1], at, mates):
            open_.pop()
        else:
            left.append(at)
    left += open_
    left.sort()
    return left


def _are_mates(text: str, opener: int, closer: int, mates: frozenset[str]) -> bool:
    """Whether two marks make a pair on a line, both straight or both not."""
    first, last = text[opener], text[closer]
    if first != last if '"' in (first, last) else first + last not in mates:
        return False
    return text.find("\n", opener, closer) < 0


def doubts(document: Document) -> list[int]:
    """Where marks of the outer level stand that are of no plain pair, in code points: a fact."""
    text = document.text
    found = places(text, OUTER)
    if not found:
        return []
    use = convention(document.language)
    return unpaired(text, found, use.shapes, use.mates)


def doubtful(document: Document) -> list[Quoted]:
    """The paragraphs that hold such marks, judged, but those of a speech that goes on: a fact."""
    found: list[Quoted] = []
    for start, end, own in around(document.text, document.fact(doubts)):
        if len(own) > 1 or not _speaks_on(document, own[0], end):
            quoted = document.fact(quotations).spanning(start, end)
            found += [quoted] if quoted else []
    return found


def _speaks_on(document: Document, at: int, end: int) -> bool:
    """Whether a mark opens a speech that the paragraph after its own, which ends at `end`, opens again.

    As the only one of its paragraph that is of no plain pair, it is not amiss there.
    """
    text = document.text
    is_sure = text[at] in "“„" or convention(document.language).shapes[text[at]] is None
    if not is_sure or not _opens(document, at):
        return False
    edge = _edge().match(text, end)
    again = edge.end() if edge else end
    if text[again : again + 1] not in OUTER or not _opens(document, again):
        return False
    start, end = paragraph(text, again)
    return end - start < LONG


def _opens(document: Document, at: int) -> bool:
    """Whether a mark opens whatever stands before it."""
    text = document.text
    before, after = text[at - 1] if at else "\n", text[at + 1 : at + 2] or "\n"
    shape = convention(document.language).shapes[text[at]]
    return plain_role(before, text[at], after, shape) is OPEN


@functools.cache
def _edge() -> re.Pattern[str]:
    """Blank lines, and what may stand before the mark at the start of a paragraph."""
    return compile_re(r"(?:[^\S\n]*\n)*[ \t\u00a0*_>–—•…(\['-]*")
