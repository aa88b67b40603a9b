"""Which lines of a text are page furniture by their words. Data: lexicon/*.toml, of PACKS.

A line counts by its core: letter case, a list bullet before it, a count or an arrow after it do not
matter. A quoted line is somebody's words and never counts.
"""

import enum
import functools
import marshal
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any

import msgspec

from textlint.api import (
    Document,
    Fix,
    Line,
    Safety,
    Table,
    delete_line,
    fold,
    kept,
    lines,
    load_toml,
    state,
)

from ._cores import Windows, core
from ._packs import HOLE, SERVICE, Holed, Packs, Plain
from ._sieve import Bits, number_of
from ._texts import held, is_heading

FOLDER = Path(__file__).with_name("lexicon")
PACKS = ("ads", "cookies", "related", "sharing")
NEAR = 3
"""Lines on either side in which a weak phrase looks for company."""
ITEMS = 5
"""Brief lines among the six around a weak phrase that make a menu of them."""
ITEM_LENGTH, ITEM_WORDS = 30, 4
"""Code points and words of a brief line, its bullet counted, at most."""
SENTENCE_ENDS = frozenset(".!?。！？।")
QUOTES = {"«": "»", "»": "«", "„": "“", "“": "”", "‘": "’", '"': '"', "'": "'"}


class Level(enum.IntEnum):
    """How sure a phrase is when it fills a line."""

    NAME = 1
    """The name of a service: two other lines of furniture must be near."""
    WEAK = 2
    """An everyday word: another line of furniture must be near."""
    LIKELY = 3
    """Furniture, but a heading could say the same: reported, its fix is unsafe."""
    SURE = 4
    """Hardly ever a line of an article: deleted safely."""


class Entry(msgspec.Struct, frozen=True):
    """What a phrase stands for."""

    pack: str
    level: Level


class Hit(msgspec.Struct, frozen=True):
    """A line of furniture: its span without the white space around it."""

    start: int
    end: int
    text: str
    entry: Entry


@functools.cache
def _data(pack: str) -> dict[str, Any]:
    """The lexicon of a pack."""
    return load_toml(FOLDER / f"{pack}.toml")


@functools.cache
def windows() -> list[str]:
    """What is said of a link that opens a window, folded: it may stand after any phrase."""
    return [fold(text) for text in _data("sharing")["window"]["any"]]


def key_of(text: str) -> str:
    """The core of a line or phrase."""
    return core(fold(text), _by_end(windows()))


def _by_end(texts: Iterable[str]) -> Windows:
    """Texts by their last letters."""
    found: Windows = {}
    for text in texts:
        found[text[-1]] = (*found.get(text[-1], ()), text)
    return found


def _tables() -> tuple[Any, ...]:
    """The parts of the lexicon, plain enough to be kept between runs."""
    whole: dict[str, Plain] = {}
    heads: Holed = {}
    tails: Holed = {}
    labels: dict[str, Plain] = {}
    for pack in PACKS:
        for level in Level:
            for text in chain(*_data(pack).get(level.name.lower(), {}).values()):
                key = key_of(text.replace("{}", HOLE).replace("@", SERVICE))
                doubtful = level is Level.SURE and not _is_telling(key, pack)
                entry = pack, int(Level.LIKELY if doubtful else level)
                if HOLE not in key:
                    whole.setdefault(key, entry)
                    continue
                parts = key.split(HOLE)
                by, edge = (heads, parts[0][:3]) if parts[0] else (tails, parts[-1][-3:])
                by.setdefault(edge, []).append((parts, entry))
        for text in chain(*_data(pack).get("label", {}).values()):
            labels[key_of(text)] = pack, int(Level.LIKELY)
    starts = {key.split(" ", 1)[0]: "" for key in whole}
    packed = Table.pack({key: f"{level}{pack}" for key, (pack, level) in whole.items()})
    services = tuple(map(fold, _data("sharing")["service"]["any"]))
    about = services, _by_end(windows())
    bits = Bits.pack({number_of(key) for key in whole})
    return packed, Table.pack(starts), bits, heads, tails, labels, *about


@functools.cache
def lexicon() -> Packs:
    """The phrases of all packs, made ready once for all runs."""
    return Packs(kept("boilerplate", digest(), lambda: marshal.dumps(_tables())))


@functools.cache
def digest() -> str:
    """What names this state of the lexicon."""
    here = Path(__file__)
    code = (here, *map(here.with_name, ("_cores.py", "_packs.py", "_sieve.py")))
    return state((*code, *(FOLDER / f"{pack}.toml" for pack in PACKS)))


def _is_telling(key: str, pack: str) -> bool:
    """Whether a phrase says enough to be deleted unasked: no hole, more than a word, of its topic."""
    if HOLE in key or pack == "related":
        return False
    if pack == "cookies":
        return any(fold(word) in key for word in _data(pack)["cookie"]["any"])
    return pack == "ads" or " " in key or SERVICE in key


def _is_quoted(text: str) -> bool:
    return (QUOTES.get(text[0]) == text[-1] and text[0] != text[-1]) or text[0] in "\"'“„‘"


def furniture(document: Document) -> dict[str, list[Hit]]:
    """The lines of a document that are furniture, by pack: a fact."""
    known = [(at, entry_of(pack)) for at, _, pack, _ in document.fact(held) if pack]
    if not known:
        return {}
    found = document.fact(lines)
    entries = {
        at: entry
        for at, entry in known
        if not _is_quoted(found[at].text)
        and not document.is_masked(found[at].start, found[at].end)
        and (entry.level is Level.SURE or not is_heading(document, found[at].text))
    }
    sure = {
        at: entry
        for at, entry in entries.items()
        if entry.level >= Level.LIKELY
        or _has_company(entries, at)
        or (entry.level is Level.WEAK and _is_in_menu(found, at))
    }
    hits: dict[str, list[Hit]] = {}
    for at, entry in sure.items():
        line = found[at]
        hits.setdefault(entry.pack, []).append(Hit(line.start, line.end, line.text, entry))
    return hits


@functools.cache
def entry_of(plain: Plain) -> Entry:
    """What a phrase stands for, from pack and level."""
    return Entry(plain[0], Level(plain[1]))


def _has_company(entries: dict[int, Entry], at: int) -> bool:
    """Whether enough furniture stands near a weak phrase."""
    others = [entries[n].level for n in range(at - NEAR, at + NEAR + 1) if n != at and n in entries]
    needed = 1 if entries[at].level is Level.WEAK else 2
    return len(others) >= needed or any(level > Level.NAME for level in others)


def _is_in_menu(found: list[Line], at: int) -> bool:
    """Whether a weak phrase stands in a run of lines as brief as the items of a menu."""
    around = (*range(max(0, at - NEAR), at), *range(at + 1, min(len(found), at + NEAR + 1)))
    brief = sum(_is_brief(found[n].text) for n in around)
    return brief >= ITEMS


def _is_brief(text: str) -> bool:
    return (
        len(text) <= ITEM_LENGTH
        and len(text.split()) <= ITEM_WORDS
        and text[-1] not in SENTENCE_ENDS
        and text[0] not in QUOTES
    )


def hits_of(document: Document, pack: str) -> Iterator[Hit]:
    """The lines of furniture of one pack, in order."""
    yield from document.fact(furniture).get(pack, ())


def removal(document: Document, hit: Hit) -> Fix:
    """The fix that deletes a line of furniture, safe where the phrase is sure."""
    safety = Safety.SAFE if hit.entry.level is Level.SURE else Safety.UNSAFE
    return Fix((delete_line(document.text, hit.start, hit.end),), safety)
