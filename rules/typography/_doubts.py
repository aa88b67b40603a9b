"""Which quotation marks do more than open and close in turn: where alone the automaton has to look.

An opening mark of the outer level and the next one of that level on its line, if it closes the first,
are a plain pair; so are two with nothing but plain pairs between them. What the automaton of
`_quotations` makes of a plain pair depends on no other mark, and it pairs the two. A paragraph of
plain pairs (and single marks, which do not disturb the others) therefore has no stray mark of the
outer level, nor a pair of a straight and a curly mark.
"""

import functools
import re
from bisect import bisect_left
from collections.abc import Iterator

from textlint.api import Document, compile_re

from ._conventions import MARKS, SINGLES, STRAIGHT, Convention, Role, convention
from ._paragraphs import paragraph, places
from ._quotations import DEEPEST, LONG, Quoted, quotations

OUTER = MARKS - SINGLES
INSIDE = frozenset(".,!?…;:%)")
"""What stands inside a mark that closes by its place, besides letters and digits."""
LEFT, RIGHT = frozenset("([{—–-"), frozenset(")]}.,;:!?…—–-/")
"""What stands outside a mark that opens or closes by its place, besides white space."""
HEBREW = range(0x590, 0x600), range(0xFB1D, 0xFB50)
CLOSING = 0x10000
"""Parts a mark that closes from the same one that opens."""
KEPT = 4_000
"""Neighbourhoods of marks whose judgement is kept for a convention: half a megabyte."""


class _Plain(dict[str, str]):
    """What a mark between two others does whatever is open, by the three characters.

    It stands for itself where it opens, CLOSING code points later where it closes what a mate of its
    own opened last, and for a blank where more has to be known.
    """

    def __init__(self, use: Convention) -> None:
        super().__init__()
        self._use = use
        pairs = "|".join(map(re.escape, self._pairs()))
        self.pairs = compile_re(f"(?:{pairs})*")

    def _pairs(self) -> Iterator[str]:
        for pair in sorted(self._use.mates):
            if (pair[0] == STRAIGHT) == (pair[1] == STRAIGHT) and OUTER.issuperset(pair):
                yield pair[0] + chr(ord(pair[1]) + CLOSING)

    def is_sure(self, mark: str) -> bool:
        """Whether there is no doubt of a mark where it opens."""
        return mark in "“„" or self._use.shapes[mark] is None

    def __missing__(self, place: str) -> str:
        if len(self) == KEPT:
            self.clear()
        role = self._role(place[0], place[1], place[2])
        char = place[1] if role else " "
        self[place] = chr(ord(char) + CLOSING) if role is Role.CLOSE else char
        return self[place]

    def _role(self, before: str, mark: str, after: str) -> Role | None:
        role = self._use.shapes[mark]
        if role is Role.OPEN:
            return None if mark in "“„" and not after.isalnum() else role
        if role is Role.CLOSE:  # ” makes abbreviations of Hebrew letters
            return None if mark == "”" and any(ord(after) in part for part in HEBREW) else role
        if (before.isspace() or before in LEFT) and after.isalnum():
            return Role.OPEN
        inside = before.isalnum() or before in INSIDE
        return Role.CLOSE if inside and (after.isspace() or after in RIGHT) else None


@functools.cache
def _plain(language: str | None) -> _Plain:
    return _Plain(convention(language))


def doubts(document: Document) -> list[int]:
    """Where marks of the outer level stand that are of no plain pair, in code points: a fact."""
    text = document.text
    found = places(text, OUTER)
    if not found:
        return []
    plain, padded = _plain(document.language), f"\n{text}\n"
    roles = [plain[padded[at : at + 3]] for at in found]
    if plain.pairs.fullmatch("".join(roles)):
        ends = zip(found[::2], found[1::2], strict=True)
        if all(text.find("\n", opener, closer) < 0 for opener, closer in ends):
            return []
    return sorted(_unpaired(text, found, roles, convention(document.language).mates))


def doubtful(document: Document) -> list[Quoted]:
    """The paragraphs that hold such marks, judged, but those of a speech that goes on: a fact."""
    found: list[Quoted] = []
    places, at = document.fact(doubts), 0
    while at < len(places):
        end = paragraph(document.text, places[at])[1]
        after = bisect_left(places, end, at)
        if after - at > 1 or not _speaks_on(document, places[at], end):
            quoted = document.fact(quotations).holding(places[at])
            found += [quoted] if quoted else []
        at = after
    return found


def _speaks_on(document: Document, at: int, end: int) -> bool:
    """Whether a mark opens a speech that the paragraph after its own, which ends at `end`, opens again.

    As the only one of its paragraph that is of no plain pair, it is not amiss there.
    """
    text, plain = document.text, _plain(document.language)
    if not plain.is_sure(text[at]) or plain[_place(text, at)] != text[at]:
        return False
    edge = _edge().match(text, end)
    again = edge.end() if edge else end
    if text[again : again + 1] not in OUTER or plain[_place(text, again)] != text[again]:
        return False
    start, end = paragraph(text, again)
    return end - start < LONG


def _place(text: str, at: int) -> str:
    """A mark and its neighbours, line breaks beyond the ends of the text."""
    return (text[at - 1] if at else "\n") + text[at] + (text[at + 1 : at + 2] or "\n")


@functools.cache
def _edge() -> re.Pattern[str]:
    """Blank lines, and what may stand before the mark at the start of a paragraph."""
    return compile_re(r"(?:[^\S\n]*\n)*[ \t\u00a0*_>–—•…(\['-]*")


def _unpaired(text: str, found: list[int], roles: list[str], mates: frozenset[str]) -> list[int]:
    """The places, of those given with what stands there, that are of no plain pair."""
    left: list[int] = []
    open_: list[int] = []
    for at, role in zip(found, roles, strict=True):
        mark = text[at]
        if role == mark:
            if open_ and text.find("\n", open_[-1], at) >= 0:
                left += open_
                open_.clear()
            open_.append(at)
        elif role != " " and 0 < len(open_) < DEEPEST and _are_mates(text, open_[-1], at, mates):
            open_.pop()
        else:
            left.append(at)
    return left + open_


def _are_mates(text: str, opener: int, closer: int, mates: frozenset[str]) -> bool:
    """Whether two marks make a pair on a line, both straight or both not."""
    first, last = text[opener], text[closer]
    is_pair = first + last in mates and (first == STRAIGHT) == (last == STRAIGHT)
    return is_pair and text.find("\n", opener, closer) < 0
