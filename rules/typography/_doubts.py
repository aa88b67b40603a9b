"""Which quotation marks do more than open and close in turn: where alone the automaton has to look.

An opening mark of the outer level and the next one of that level on its line, if it closes the first,
are a plain pair; so are two with nothing but plain pairs between them. What the automaton of
`_quotations` makes of a plain pair depends on no other mark, and it pairs the two. A paragraph of
plain pairs (and single marks, which do not disturb the others) therefore has no stray mark of the
outer level, nor a pair of a straight and a curly mark.
"""

import functools
import re

from textlint.api import Document

from ._conventions import MARKS, SINGLES, STRAIGHT, Convention, Role, convention
from ._paragraphs import masked, places
from ._quotations import quotations

OUTER = MARKS - SINGLES
DEEP = 3
"""Plain pairs inside one another that are told; the rest is left to the automaton."""
WITHIN = "".join(map(re.escape, sorted(OUTER)))
STARTS, ENDS = r"(?=[^\W_])", r"(?=[\s)\]}.,;:!?…—–/-]|\Z)"
"""What stands behind a mark that opens by its place, and behind one that closes by it."""


def doubts(document: Document) -> list[int]:
    """Where marks of the outer level stand that are of no plain pair, in code points: a fact."""
    text = document.text
    present = [mark for mark in OUTER if mark in text]
    if not present:
        return []
    pairs = _plain(convention(document.language))
    for _ in range(DEEP):
        before = text
        for opener in present:
            if pattern := pairs.get(opener):
                text = masked(text, pattern)
        if text is before or not any(mark in text for mark in present):
            break
    return places(text, present)


def doubtful(document: Document) -> list[int]:
    """The numbers of the paragraphs among `quotations` that hold such marks: a fact."""
    if not (found := document.fact(doubts)):
        return []
    every = document.fact(quotations)
    return sorted({number for at in found if (number := every.number(at)) is not None})


def _plain(use: Convention) -> dict[str, re.Pattern[str]]:
    """The plain pairs of a convention, by their opening mark."""
    return _patterns(frozenset((k, v) for k, v in use.shapes.items() if k in OUTER), use.mates)


@functools.cache
def _patterns(
    shapes: frozenset[tuple[str, Role | None]], mates: frozenset[str]
) -> dict[str, re.Pattern[str]]:
    patterns = {}
    for opener, role in shapes:
        ends = "|".join(
            _closing(closer, other)
            for closer, other in sorted(shapes)
            if other is not Role.OPEN
            and opener + closer in mates
            and (opener == STRAIGHT) == (closer == STRAIGHT)
        )
        if role is not Role.CLOSE and ends:
            patterns[opener] = re.compile(rf"({_opening(opener, role)}[^{WITHIN}\n]*+(?:{ends}))")
    return patterns


def _opening(mark: str, role: Role | None) -> str:
    """A mark that opens whatever is open: by its place, or by its shape wherever it stands."""
    if role is None:
        return rf"{mark}(?<![^\s(\[{{—–-]{mark}){STARTS}"
    return mark + STARTS if mark in "“„" else mark


def _closing(mark: str, role: Role | None) -> str:
    """A mark that closes what a mate of its own opened last; ” is no gershayim there."""
    if role is None:
        return rf"{mark}(?<=[^\W_]{mark}|[.,!?…;:%)]{mark}){ENDS}"
    return mark + r"(?![\u0590-\u05ff\ufb1d-\ufb4f])" if mark == "”" else mark
