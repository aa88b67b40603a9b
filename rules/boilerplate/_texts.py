"""The lines of a document as lists are asked about them, and which of them a list holds."""

import functools
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from textlint.api import Document, kept, lines, state

from ._held import Headings, Held, Lists
from ._kinds import Kinds
from ._packs import SERVICE, Packs
from ._sieve import Keys, Sieve


@functools.cache
def lists() -> Lists:
    """All lists."""
    from . import _lexicon, _lines, _lists

    kinds, packs, headings = _lexicon.lexicon(), _lines.lexicon(), _lists.headings()
    here = Path(__file__)
    own = state((here, here.with_name("_sieve.py")))
    key = f"{own}{_lexicon.digest()}{_lines.digest()}{_lists.digest()}"
    packed = kept("sieve", key, lambda: _keys(kinds, packs, headings).pack())
    return Lists(Sieve(packed), kinds, packs, headings)


def _keys(kinds: Kinds, packs: Packs, headings: Headings) -> Keys:
    """The keys of all lists."""
    keys = Keys()
    for windows in packs.windows.values():
        for window in windows:
            keys.add_end(window)
    for label in packs.labels:
        keys.add_label(label)
    for name in packs.services:
        keys.add_start(name)
    for phrase in chain(kinds.phrases, packs.whole, headings.whole):
        before, service, _ = phrase.partition(SERVICE)
        if not service:
            keys.add(phrase)
        elif before:
            keys.add_start(before)
    for before, after in _holed(kinds, packs, headings):
        keys.add_holed(before, after)
    return keys


def _holed(kinds: Kinds, packs: Packs, headings: Headings) -> Iterator[tuple[str, str]]:
    """What stands before the first and after the last hole of the phrases that have one."""
    for templates in chain(kinds.starts.values(), kinds.ends.values()):
        for before, after, *_ in templates:
            yield before, after
    for holed in chain(packs.heads.values(), packs.tails.values()):
        for parts, _ in holed:
            yield parts[0].partition(SERVICE)[0], parts[-1].rpartition(SERVICE)[2]
    for pairs in headings.holed.values():
        for before, after in pairs:
            yield f"{before} ", f" {after}"


def is_heading(document: Document, line: str) -> bool:
    """Whether a line is a heading of Markdown: "## Search" is of a manual rather than a page's button."""
    return document.has_markup and line.startswith("#")


def held(document: Document) -> list[Held]:
    """The lines that a list holds: a fact."""
    return lists().held(document.fact(lines))
