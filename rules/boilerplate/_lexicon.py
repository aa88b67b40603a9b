"""The lists of page furniture: which lines of a document are listed, by kind and by strength.

A line is compared without its case, list bullets, arrows, counts and digits: “* Comments (12) »” is
“comments”, “Page 3 of 10” is “page # of #”. Data: lexicon/*.toml, by strength and language.
"""

import functools
import itertools
import marshal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from textlint.api import Document, Line, Table, fold, inked, kept, lines, load_toml, state

from ._cores import bare, numberless, single, stripped
from ._forms import items
from ._kinds import ALONE, KINDS, LINK, PREVIEW, SAFE, WORD, Kinds, Template
from ._lines import FOLDER, PACKS
from ._sieve import Bits, number_of
from ._texts import held, is_heading

EXCERPT = 60
"""Code points of a line that a message quotes."""
RUN, RUN_SHARE = 3, 0.25
"""Listed lines of a run of items, and their share, from which the run is a menu."""
ITEMS = frozenset(("* ", "+ ", "o ", "» ", "› ", "» "))
"""What items of menus begin with in text made of pages."""
ALONE_ITEMS = frozenset("*+o")
"""The bullets that stand alone where an item is gone."""
AROUND = 3
"""Lines before and after in which other listed lines are evidence."""
BESIDE = (*range(-AROUND, 0), *range(1, AROUND + 1))
"""The same, each by its number from there."""
ABOUT = 10
"""Lines before and after in which everyday words need one that only pages say."""
ARROWS = "«»←→‹›"
"""What the labels of pagers have beside them."""
HOLE = "{}"


class Listed(msgspec.Struct, frozen=True):
    """A line that is listed: its number among the document's lines, which list holds it, how strong."""

    number: int
    line: Line
    kind: str
    strength: str
    parts: int
    """How many listed phrases it is made of."""


def key(phrase: str) -> str:
    """A phrase of the lists as lines are compared with it; `#` in it stands for a number."""
    return bare(fold(phrase).replace("#", "1"))


@functools.cache
def lexicon() -> Kinds:
    """The lists read from their files, made ready once for all runs."""
    return Kinds(kept("furniture", digest(), lambda: marshal.dumps(_ready())))


@functools.cache
def digest() -> str:
    """What names this state of the lists."""
    here = Path(__file__)
    code = (here, *map(here.with_name, ("_cores.py", "_kinds.py", "_sieve.py")))
    lists = (FOLDER / f"{name}.toml" for name in (*KINDS, *PACKS))
    return state((*code, *filter(Path.exists, lists)))


def _ready() -> tuple[Any, ...]:
    """The parts of the lexicon, plain enough to be kept between runs."""
    phrases: dict[str, tuple[str, str]] = {}
    starts: dict[str, list[Template]] = {}
    ends: dict[str, list[Template]] = {}
    for kind, strength, phrase in entries():
        text = fold(phrase)
        if HOLE not in text:
            phrases.setdefault(key(phrase), (kind, strength))
            continue
        before, after = (numberless(single(part)) for part in stripped(text).split(HOLE, 1))
        if before:
            starts.setdefault(before[:PREVIEW], []).append((before, after, kind, strength))
        else:
            ends.setdefault(after[-PREVIEW:], []).append((before, after, kind, strength))
    row = [phrase for phrase, (_, strength) in phrases.items() if strength in (LINK, WORD)]
    heads = dict[str, str]()
    for phrase in sorted(phrases, key=lambda phrase: phrase.count(" ")):
        heads[phrase.split(" ", 1)[0]] = str(phrase.count(" ") + 1)
    packed = {phrase: " ".join(entry) for phrase, entry in phrases.items()}
    longest = max(phrase.count(" ") + 1 for phrase in row)
    bits = Bits.pack({number_of(phrase) for phrase in phrases})
    return Table.pack(packed), Table.pack(heads), bits, starts, ends, longest


def entries() -> Iterator[tuple[str, str, str]]:
    """Every phrase of the lists, as it stands there: kind, strength, phrase."""
    for kind in KINDS:
        data = load_toml(FOLDER / f"{kind}.toml")
        for strength in (SAFE, ALONE, LINK, WORD):
            for phrases in data.get(strength, {}).values():
                for phrase in phrases:
                    yield kind, strength, phrase
    for pack in PACKS:
        if (path := FOLDER / f"{pack}.toml").exists():
            for level in ("sure", "likely", "weak", "name"):
                for phrases in load_toml(path).get(level, {}).values():
                    yield from (("context", WORD, text) for text in phrases if "@" not in text)


def listed(document: Document) -> dict[int, Listed]:
    """The lines of a document that are listed, by their number among `lines`: a fact."""
    every = document.fact(lines)
    return {
        at: Listed(at, every[at], *kind)
        for at, kind, _, _ in document.fact(held)
        if kind and not (kind[1] in {LINK, WORD} and is_heading(document, every[at].text))
    }


def has_bullet(line: Line) -> bool:
    """Whether a line starts with a list bullet, as the items of menus do in text made of pages."""
    return line.text[:2] in ITEMS


def menus(document: Document) -> set[int]:
    """The lines of menus, by number: runs of short items with list bullets, some of them listed: a fact."""
    likely = items(document.fact(inked))
    if len(likely) < RUN:
        return set()
    found, menu = document.fact(listed), set[int]()
    every = document.fact(lines)
    sure = [number for number in likely if _is_item(every[number])]
    for _, numbered in itertools.groupby(enumerate(sure), key=lambda pair: pair[1] - pair[0]):
        run = [number for _, number in numbered]
        known = sum(at in found or _is_number(every[at]) for at in run)
        if known >= RUN and known >= len(run) * RUN_SHARE:
            menu.update(run)
    return menu


def _is_number(line: Line) -> bool:
    """Whether an item is the number of a page and no more."""
    return line.text[2:].strip().isdecimal()


def _is_item(line: Line) -> bool:
    """Whether a line is a short item with a list bullet, no sentence, or the bullet alone."""
    text = line.text
    if text in ALONE_ITEMS:
        return True
    return has_bullet(line) and text[-1] not in ".!?;,:。" and "©" not in text


def neighbours(found: dict[int, Listed], number: int, kinds: tuple[str, ...] = ()) -> int:
    """How many listed phrases stand in the lines around one, of some kinds or of any."""
    near = [item for step in BESIDE if (item := found.get(number + step))]
    return sum(1 if item.parts == 1 else 2 for item in near if not kinds or item.kind in kinds)


def _is_among_controls(found: dict[int, Listed], number: int) -> bool:
    """Whether words that only pages say stand about a line: "Football, Tennis, Golf" could be a list."""
    about = range(number - ABOUT, number + ABOUT + 1)
    near = (found[at] for at in about if at in found)
    return any(item.strength != WORD or item.kind == "context" for item in near)


def holds(document: Document, item: Listed) -> bool:
    """Whether a listed line has the evidence that its strength asks for."""
    if item.strength in (SAFE, ALONE):
        return True
    found = document.fact(listed)
    near = neighbours(found, item.number) + min(item.parts, 2) - 1
    if item.strength == LINK:
        text = item.line.text
        return near > 0 or has_bullet(item.line) or text[0] in ARROWS or text[-1] in ARROWS
    if item.number in document.fact(menus):
        return True
    if has_bullet(item.line):
        return near > 0
    return near > 1 and _is_among_controls(found, item.number)


def excerpt(text: str) -> str:
    """A line as messages quote it."""
    text = " ".join(text.split())
    return f"“{text if len(text) <= EXCERPT else text[: EXCERPT - 1] + '…'}”"
