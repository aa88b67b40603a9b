"""Which quotation marks do more than open and close in turn: where alone the automaton has to look.

An opening mark of the outer level and the next one of that level on its line, if it closes the first,
are a plain pair; so are two with nothing but plain pairs between them. What the automaton of
`_quotations` makes of a plain pair depends on no other mark, and it pairs the two. A paragraph of
plain pairs (and single marks, which do not disturb the others) therefore has no stray mark of the
outer level, nor a pair of a straight and a curly mark.
"""

import functools
import re
from collections.abc import Iterator

from textlint.api import Document

from ._conventions import MARKS, SINGLES, STRAIGHT, Convention, Role, convention
from ._paragraphs import places
from ._quotations import Quoted, quotations

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
        self.pairs = re.compile(f"(?:{pairs})*")

    def _pairs(self) -> Iterator[str]:
        for opener, closer in sorted(self._use.mates):
            if (opener == STRAIGHT) == (closer == STRAIGHT) and OUTER.issuperset((opener, closer)):
                yield opener + chr(ord(closer) + CLOSING)

    def __missing__(self, place: str) -> str:
        if len(self) == KEPT:
            self.clear()
        role = self._role(*place)
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
    """The paragraphs that hold such marks, judged: a fact."""
    found: list[Quoted] = []
    for at in document.fact(doubts):
        if not found or at >= found[-1].end:
            quoted = document.fact(quotations).holding(at)
            found += [quoted] if quoted else []
    return found


def _unpaired(text: str, found: list[int], roles: list[str], mates: frozenset[str]) -> list[int]:
    """The places, of those given with what stands there, that are of no plain pair."""
    left: list[int] = []
    open_: list[int] = []
    for at, role in zip(found, roles, strict=True):
        mark = text[at]
        if role == mark:
            open_.append(at)
        elif role != " " and open_ and _are_mates(text, open_[-1], at, mates):
            open_.pop()
        else:
            left.append(at)
    return left + open_


def _are_mates(text: str, opener: int, closer: int, mates: frozenset[str]) -> bool:
    """Whether two marks make a pair on a line, both straight or both not."""
    first, last = text[opener], text[closer]
    is_pair = first + last in mates and (first == STRAIGHT) == (last == STRAIGHT)
    return is_pair and text.find("\n", opener, closer) < 0
