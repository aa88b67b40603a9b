"""Capitalised words of a text, and what stands around them: all that the judge knows of a name."""

import functools
import re
from collections import Counter
from collections.abc import Collection, Iterable

import msgspec

from textlint.api import Document

from ._capitalised import Capitalised, name_before, name_behind, number
from .tables import words

BEFORE = 40
"""Characters read before a name."""
VERB = 12
"""Characters read for a verb of saying."""
MOST_USES = 1000
"""Uses of one spelling that are looked at: a novel's hero has some 2,000, an article's under 50."""
ONE_BY_ONE = 40
"""Words up to which each is looked for alone; for more of them the text is read once."""
SILENT = ("titles", "beginnings", "openers")
"""The lists of words that are no names beside a name."""
OPENING = r"(?:^|[.!?:;…•|*»)\]]['”’\"]*\s+|\n\s*)[\W_]*$|[“‘«\"(\[–—]\s*$|[-*•·]\s+$"
"""What stands before the first word of a sentence, a quotation or a list item."""
ABBREVIATION = r"(?:^|[\s(“\"])(?:[A-Z]|[A-Z][a-z]{1,4}|[A-Z]\.[A-Z])\.\s+$"


class Sighting(msgspec.Struct, frozen=True, order=True):
    """One use of a name: its span, the names on its two sides ("" for none)."""

    start: int
    end: int
    left: str
    right: str


class Form(msgspec.Struct, frozen=True):
    """One spelling: lower case, the surface most used in the text, all uses in order, neighbours."""

    lower: str
    surface: str
    uses: list[Sighting]
    lefts: frozenset[str]
    rights: frozenset[str]


def names(document: Document) -> Capitalised:
    """The capitalised words of a text: a fact that rules share."""
    return Capitalised(document.text)


def sightings(
    text: str, found: Capitalised, different: Iterable[str], wanted: Collection[str]
) -> dict[str, Form]:
    """The forms of `wanted` (lower-case words) with their uses among a text's capitalised words."""
    surfaces = {name: lower for name in different if (lower := name.lower()) in wanted}
    values = {number(name): lower for name, lower in surfaces.items() if not name.isupper()}
    return {lower: _form(text, lower, each) for lower, each in found.places(values).items()}


def _form(text: str, lower: str, spans: list[tuple[int, int]]) -> Form:
    uses = [_sighting(text, start, end) for start, end in spans[:MOST_USES]]
    surfaces = Counter(text[use.start : use.end] for use in uses)
    lefts = frozenset(use.left for use in uses if use.left)
    rights = frozenset(use.right for use in uses if use.right)
    return Form(lower, surfaces.most_common(1)[0][0], uses, lefts, rights)


def _sighting(text: str, start: int, end: int) -> Sighting:
    return Sighting(
        start, end, _neighbour(name_before(text, start)), _neighbour(name_behind(text, end))
    )


def speaks(text: str, use: Sighting) -> bool:
    """Whether a verb of saying stands beside the name."""
    verbs = words("context", "speech")
    if text[max(0, use.start - VERB) : use.start].rstrip().rpartition(" ")[2] in verbs:
        return True
    verb = re.match(r" ([a-z]+)", text[use.end : use.end + VERB])
    return verb is not None and verb[1] in verbs


@functools.lru_cache(1 << 13)
def _neighbour(word: str) -> str:
    """A name beside a name in lower case; "" for titles and first words of sentences."""
    lower = word.lower().rstrip(".-").replace("’", "'").removesuffix("'s").rstrip("'")
    return "" if lower in _silent() else lower


@functools.cache
def _silent() -> frozenset[str]:
    return frozenset().union(*(words("context", kind) for kind in SILENT))


def is_inside(text: str, at: int) -> bool:
    """Whether `at` is inside a sentence: not the place of its first word, nor of a quotation's."""
    before = text[max(0, at - BEFORE) : at]
    return bool(before) and bool(re.search(ABBREVIATION, before) or not re.search(OPENING, before))


def used_in_lower_case(text: str, wanted: Collection[str]) -> set[str]:
    """Those of `wanted` (lower-case words) that the text uses as ordinary ones too."""
    if len(wanted) > ONE_BY_ONE:
        return {*re.findall(r"[^\W\d_]+", text)}.intersection(wanted)
    return {lower for lower in wanted if _stands(text, lower)}


def _stands(text: str, word: str) -> bool:
    """Whether the text has the word between no letters and digits."""
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        if not (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum()):
            return True
        at = text.find(word, end)
    return False
