"""Which lines of a text are page furniture by their words. Data: lexicon/*.toml, of PACKS.

A line counts by its core: letter case, a list bullet before it, a count or an arrow after it do not
matter. A quoted line is somebody's words and never counts.
"""

import enum
import functools
import marshal
from collections.abc import Iterable, Iterator
from itertools import chain
from operator import itemgetter
from pathlib import Path
from typing import Any

import msgspec
import regex

from textlint.api import (
    Document,
    Expressions,
    Fix,
    Line,
    Safety,
    Table,
    compile_re,
    delete_line,
    fold,
    kept,
    lines,
    load_toml,
    state,
)

from ._glance import MARKS as ROW_PARTS
from ._glance import candidates, folded_lines, is_heading

FOLDER = Path(__file__).with_name("lexicon")
PACKS = ("ads", "cookies", "related", "sharing")
LONGEST = 160
"""Code points of a line that is looked up: the longest listed sentence and what a hole may hold."""
LONGEST_LABELLED = 240
"""Code points of a line that begins with a label ("Read also: …") and goes on with a title."""
LONGEST_NAMING = 90
"""Code points of a line in which the name of a service is looked for."""
HOLE_WIDTH = 90
"""Code points that a hole (`{}`) of a listed phrase stands for, at most."""
NEAR = 3
"""Lines on either side in which a weak phrase looks for company."""
ITEMS = 5
"""Brief lines among the six around a weak phrase that make a menu of them."""
ITEM_LENGTH, ITEM_WORDS = 30, 4
"""Code points and words of a brief line, its bullet counted, at most."""
INFLECTED = 6
"""Letters of the name of a service from which it may take an ending; shorter ones begin other words."""
REMEMBERED = 1 << 13
"""Lines whose entry is remembered: pages of a site say the same. At most 5 MB, hardly ever over 2."""
MOST_WORDS = 14
"""Words of a line that is taken apart into several phrases ("Share Tweet Email")."""
PART_WORDS = 4
"""Words of a phrase that may stand beside another on its line."""
FEW = 3
"""Names and everyday words that make a bar of buttons by themselves; two could be a heading."""
PREFIX = 3
"""Code points of a word by which it may be the name of a service."""
BULLETS = frozenset(("* ", "+ ", "- ", "• "))
"""The bullets that most items have."""
PARTS = compile_re(r"[^a-z0-9+]+")
MARKS = (*":：|»›–—", " - ")
"""What parts a label from its title."""
SENTENCE_ENDS = frozenset(".!?。！？।")
QUOTES = {"«": "»", "»": "«", "„": "“", "“": "”", "‘": "’", '"': '"', "'": "'"}
HOLE, SERVICE = "\0", "\1"
"""Stand in keys for what the site fills in, and for the name of a service."""


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
def _expressions() -> Expressions:
    """The expressions of this module, compiled at their first use."""
    edge = r"[\s\p{So}\p{Sm}\p{Sk}\p{Pd}\p{Ps}\p{Pe}*•·.…:：。!！/|_#«»‹›,;﹕︰\u200b-\u200f\ufe0f\ufeff]"
    names = sorted(map(fold, _data("sharing")["service"]["any"]), key=len, reverse=True)
    inflected = [name for name in names if len(name) >= INFLECTED]
    window = _any_of(windows())
    return Expressions(
        {
            "start": rf"^(?:{edge}|[o¤](?=\s)|\d{{1,4}}(?:[.,]\d{{1,3}})?\s?[km]?(?=\s)(?!\s*[.)]))+",
            "end": rf"(?r)(?:\({{0,1}}(?:{window})\)?|[(\[]?\d[\d.,]{{0,8}}\s?[km]?\+?[)\]]|"
            rf"(?<=\s)\d{{1,6}}[km]?|{edge})+$",
            "service": r"(?<![\p{L}\p{N}])(?:"
            rf"(?:{_any_of(inflected)})(?:[a-zà-ž]{{0,5}}|[а-яёіїє]{{0,3}})|(?:{_any_of(names)}))"
            r"(?:'[a-zà-ž]{0,5})?(?![a-zà-žа-яё0-9])",
            "label": r"\s?[:：|»›–—]\s?|\s-\s|$",
        }
    )


@functools.cache
def _data(pack: str) -> dict[str, Any]:
    """The lexicon of a pack."""
    return load_toml(FOLDER / f"{pack}.toml")


def windows() -> list[str]:
    """What is said of a link that opens a window, folded: it may stand after any phrase."""
    return [fold(text) for text in _data("sharing")["window"]["any"]]


def _any_of(texts: Iterable[str]) -> str:
    """A pattern that finds any of the texts, the first of them first."""
    return "|".join(regex.escape(text, literal_spaces=True) for text in texts)


def key_of(text: str) -> str:
    """The core of a line or phrase, folded."""
    return _core_of(fold(text))


def _core_of(line: str) -> str:
    bare = " ".join(line.split())
    if bare[:2] in BULLETS and bare[2:3].isalpha() and bare[3:4] != " ":
        bare = bare[2:]
    elif not bare[:1].isalpha() or bare[:2] == "o ":
        bare = _expressions()["start"].sub("", bare, count=1)
    bare = bare.rstrip(" .!:…»›→")
    if not bare or bare[-1].isalpha():
        return bare
    return _expressions()["end"].sub("", bare, count=1)


Plain = tuple[str, int]
"""An Entry as it is kept between runs."""
Holed = dict[str, list[tuple[list[str], Plain]]]
"""Phrases with holes, taken apart at them, by the code points they start or end with."""


class Lexicon:
    """The phrases of all packs by how they are looked up."""

    def __init__(self) -> None:
        packed = kept("boilerplate", digest(), lambda: marshal.dumps(_tables()))
        tables = marshal.loads(packed)  # noqa: S302 - the user's own, checksummed
        self.whole = Table(tables[0])
        self.heads: Holed = tables[1]
        self.tails: Holed = tables[2]
        self.labels: dict[str, Plain] = tables[3]
        self.starts = Table(tables[4])
        self.services: tuple[str, ...] = tables[5]
        self._by_prefix: dict[str, list[str]] = {}
        for name in self.services:
            self._by_prefix.setdefault(name[:PREFIX], []).append(name)
        self._entry = functools.lru_cache(REMEMBERED)(self._look_for)
        """What a phrase without a hole stands for."""
        self._starts = functools.lru_cache(REMEMBERED)(self.starts.__contains__)
        """Whether a phrase starts with a word."""

    def find(self, text: str) -> Entry | None:
        """What a whole line stands for, None where it is no listed phrase."""
        return self.find_folded(fold(text))

    def find_folded(self, text: str) -> Entry | None:
        """The same of a line that is folded."""
        key = _core_of(text)
        found = self._look_up(key, text) if key.strip(HOLE) else None
        return Entry(found[0], Level(found[1])) if found else None

    def _look_up(self, key: str, text: str) -> Plain | None:
        if found := self._entry(key):
            return found
        named = self._named(key)
        found = self._entry(named) if named != key else None
        if not found and text[-1] not in SENTENCE_ENDS:
            found = self._composed(named) or self._labelled(key)
        found = found or self._holed(key, text)
        return found or (self._holed(named, text) if named != key else None)

    def _look_for(self, key: str) -> Plain | None:
        text = self.whole.get(key)
        return (text[1:], int(text[0])) if text else None

    def _named(self, key: str) -> str:
        """The key with the names of services taken out."""
        if len(key) > LONGEST_NAMING:
            return key
        if key.isascii():
            found = self._by_prefix.keys() & {word[:PREFIX] for word in PARTS.split(key)}
            if not any(name in key for prefix in found for name in self._by_prefix[prefix]):
                return key
        elif not any(map(key.__contains__, self.services)):
            return key
        named: str = _expressions()["service"].sub(SERVICE, key)
        return named

    def _holed(self, key: str, text: str) -> Plain | None:
        """A line that fills the holes of a phrase; a whole sentence tells too little of other articles."""
        for parts, entry in chain(self.heads.get(key[:3], []), self.tails.get(key[-3:], [])):
            if entry[0] == "related" and text[-1] in SENTENCE_ENDS:
                continue
            if _fills(key, parts):
                return entry
        return None

    def _composed(self, key: str) -> Plain | None:
        """A line made of several phrases."""
        if key.count(" ") >= MOST_WORDS or "," in key:
            return None
        if not self._starts(ROW_PARTS.split(key, maxsplit=1)[0]):
            return None
        words = ROW_PARTS.split(key)
        if not 1 < len(words) <= MOST_WORDS:
            return None
        found: list[Plain] = []
        at = 0
        while at < len(words) and self._starts(words[at]):
            for width in range(min(PART_WORDS, len(words) - at), 0, -1):
                if entry := self._entry(" ".join(words[at : at + width])):
                    found.append(entry)
                    at += width
                    break
            else:
                return None
        if at < len(words) or len(found) == 1:
            return None
        pack, level = max(found, key=itemgetter(1))
        few = level < Level.LIKELY and len(found) < FEW
        return pack, int(Level.NAME if few else Level.LIKELY)

    def _labelled(self, key: str) -> Plain | None:
        """A label and the title that it announces."""
        if not any(map(key.__contains__, MARKS)):
            return None
        cut = _expressions()["label"].search(key)
        return self.labels.get(key[: cut.start()]) if cut and cut.end() < len(key) else None


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
    return packed, heads, tails, labels, Table.pack(starts), services


lexicon = functools.cache(Lexicon)


@functools.cache
def digest() -> str:
    """What names this state of the lexicon."""
    return state((Path(__file__), *(FOLDER / f"{pack}.toml" for pack in PACKS)))


def _fills(key: str, parts: list[str]) -> bool:
    """Whether a line is the parts of a phrase with something in each hole between them."""
    if not key.startswith(parts[0]) or not key.endswith(parts[-1]):
        return False
    at, last = len(parts[0]), len(key) - len(parts[-1])
    for part in parts[1:-1]:
        found = key.find(part, at + 1, last)
        if found < 0:
            return False
        at = found + len(part)
    return 0 < last - at <= HOLE_WIDTH


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
    texts = document.fact(folded_lines)
    known = [(at, entry) for at in document.fact(candidates) if (entry := entry_of(texts[at]))]
    if not known:
        return {}
    found = document.fact(lines)
    entries = {
        at: entry
        for at, entry in known
        if not _is_quoted(found[at].text)
        and not document.is_masked(found[at].start, found[at].end)
        and (entry.level is Level.SURE or not is_heading(document, texts[at]))
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
        hits.setdefault(entry.pack, []).append(Hit(*found[at], entry))
    return hits


@functools.lru_cache(REMEMBERED)
def entry_of(line: str) -> Entry | None:
    """What a line, folded, stands for, None where it is no listed phrase."""
    return lexicon().find_folded(line) if len(line) <= LONGEST_LABELLED else None


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
