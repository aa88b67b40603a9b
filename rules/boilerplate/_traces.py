"""What a text as a whole tells of a listed line: a page leaves more than one piece of furniture behind."""

import functools
from collections import Counter
from itertools import groupby

from textlint.api import Document, fold, inked, lines, load_toml

from . import _forms
from ._cores import bare
from ._forms import brief, counts, is_prose
from ._kinds import ALONE, LINK, SAFE, WORD
from ._lexicon import Listed, holds, lexicon, listed
from ._lines import FOLDER, Hit, Level, entry_of, furniture, hits_of
from ._texts import held

PAGE = 5
"""Lines of furniture that stand for themselves, from which a text is a page with all that is on it."""
TRACES, TRACE = 3, 1
"""Such lines from which a text has traces of a page; from which its ends are looked at."""
AGAIN = 3
"""Times that a label or button stands in a text, at least, for its being repeated to tell."""
TOP, BOTTOM = 2, 6
"""Lines at both ends of a text, where an article has no headings of its own."""
LONG = 8
"""Lines of a text that has ends; in shorter ones all is near them."""
MENU, MENU_SHARE = 5, 0.4
"""Listed lines of a run of brief ones, and their share, from which the run is a menu."""
MENU_KINDS = ("navigation", "context", "legal")
"""The lists of what menus hold; what stands around a forum's posts stands among their writers' names."""
ITEMS = ("- ", "* ", "• ", "+ ")
"""What the items of an author's list begin with."""
STOPS = ".!?。！？।"
"""What ends a sentence, however everyday its words."""
DATE = 5
"""Digits of a line that gives a date, at least: a day and a year."""


def traces(document: Document) -> Counter[str]:
    """How many lines of furniture stand for themselves, by kind: a fact."""
    found = document.fact(listed).values()
    counted = Counter(item.kind for item in found if item.strength in (SAFE, ALONE))
    for pack, hits in document.fact(furniture).items():
        counted[pack] += sum(hit.entry.level >= Level.LIKELY for hit in hits)
    return counted


def clear(document: Document) -> int:
    """How many lines of furniture stand for themselves: a fact."""
    return document.fact(traces).total()


def _times(document: Document) -> dict[str, int]:
    """How often each short line that is listed by itself stands in the text: a fact."""
    return counts([item.line.text for item in document.fact(listed).values()])


def _row_times(document: Document) -> dict[str, int]:
    """The same of any short line: of lines that are alike one may be a row, another end as none does."""
    return counts(document.fact(inked))


def headings(document: Document) -> frozenset[str]:
    """The lines right above a paragraph, as phrases are compared: what may head a part of the article."""
    return _forms.headings(document.fact(inked))


@functools.cache
def _parts() -> frozenset[str]:
    """The labels that pages have around articles: of the contents, of the box on the author."""
    every = load_toml(FOLDER / "lists.toml")["part"].values()
    return frozenset(bare(fold(text)) for texts in every for text in texts)


def stands(document: Document, item: Listed) -> bool:
    """Whether a listed line has the evidence that its strength asks for, near it or in the whole text.

    A label that ends a text heads nothing. In a text with one line of furniture a label counts near
    its ends, and where it is of the contents or the box on the author; with three where it heads no
    paragraph; with five where it is repeated. A control ("Careers") that is repeated does not count:
    a list of firms has "Services" in every entry. Of 100 such lines of labelled pages one or two
    are of an article.
    """
    if item.kind != "context" and holds(document, item):
        return True
    if item.strength not in (LINK, WORD) or item.line.text[-1] in STOPS:
        return False
    return _ends(document, item.number) or _is_among(document, item)


def _ends(document: Document, number: int) -> bool:
    """Whether a line stands where a text has no headings: at its very end, near its ends in a page."""
    every = document.fact(lines)
    if len(every) < LONG:
        return False
    if number == len(every) - 1:
        return not every[number - 1].text.startswith(ITEMS)
    near = not TOP <= number < len(every) - BOTTOM
    return near and document.fact(clear) >= TRACE


def _is_among(document: Document, item: Listed) -> bool:
    """Whether a text has enough furniture for a listed line to be of it."""
    every = document.fact(lines)
    sure = document.fact(clear)
    key = bare(fold(item.line.text))
    if sure >= TRACE and key in _parts():
        return True
    if sure < TRACES:
        return False
    times = document.fact(_times if lexicon().look_up(key) else _row_times)
    if times.get(key, 0) >= AGAIN:
        return sure >= PAGE and item.strength == WORD
    following = every[item.number + 1].text if item.number + 1 < len(every) else ""
    return not following or not is_prose(following)


def word_menus(document: Document) -> set[int]:
    """The lines of menus without list bullets, by number: brief lines, half of them listed: a fact."""
    if document.fact(clear) < TRACES:
        return set()
    found, menu = document.fact(listed), set[int]()
    if sum(item.kind in MENU_KINDS for item in found.values()) < MENU:
        return menu
    items = brief(document.fact(inked))
    for _, numbered in groupby(enumerate(items), key=lambda pair: pair[1] - pair[0]):
        run = [number for _, number in numbered]
        known = [at for at in run if at in found and found[at].kind in MENU_KINDS]
        if len(known) >= MENU and len(known) >= len(run) * MENU_SHARE:
            inside = range(known[0], known[-1] + 1)
            menu.update(at for at in inside if at in found or not _is_dated(document, at))
    return menu


def _is_dated(document: Document, number: int) -> bool:
    """Whether a line or the next one gives a date: then it is a headline or its date, no menu's item."""
    near = document.fact(lines)[number : number + 2]
    return any(sum(map(str.isdigit, line.text)) >= DATE for line in near)


def _late(document: Document) -> dict[str, list[Hit]]:
    """The lines of everyday words that only the whole text gives away, by pack: a fact."""
    before = {hit.start for hits in document.fact(furniture).values() for hit in hits}
    known = {number: pack for number, _, pack, _ in document.fact(held)}
    late: dict[str, list[Hit]] = {}
    for item in document.fact(listed).values():
        line, pack = item.line, known[item.number]
        if item.kind != "context" or item.parts > 1 or line.start in before:
            continue
        if (
            not pack or pack[0] == "ads"
        ):  # "Buy now" may be the article's own, in a list of products
            continue
        if line.text[-1] in ":：":  # "See also:" leads to what the author lists
            continue
        if stands(document, item):
            hit = Hit(line.start, line.end, line.text, entry_of(pack))
            late.setdefault(hit.entry.pack, []).append(hit)
    return late


def all_hits(document: Document, pack: str) -> list[Hit]:
    """The lines of furniture of one pack, by their neighbours and by the whole text."""
    return [*hits_of(document, pack), *document.fact(_late).get(pack, ())]


def is_forum(document: Document) -> bool:
    """Whether a text has traces of a comment section or a forum."""
    counted = document.fact(traces)
    return counted["comments"] + counted["form"] >= TRACES
