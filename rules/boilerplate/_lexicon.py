"""The lists of page furniture: which lines of a document are listed, by kind and by strength.

A line is compared without its case, list bullets, arrows, counts and digits: “* Comments (12) »” is
“comments”, “Page 3 of 10” is “page # of #”. Data: lexicon/*.toml, by strength and language.
"""

import functools
import itertools
import marshal
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeAlias

import msgspec

from textlint.api import (
    Document,
    Expressions,
    Line,
    Table,
    compile_re,
    fold,
    kept,
    lines,
    load_toml,
    state,
)

from ._glance import CRUMBS, PARTS, SHARE, candidates, folded_lines, is_heading
from ._lines import PACKS

LONGEST = 320
"""Code points of a line that may be listed: the longest legal lines of forms have 250."""
REMEMBERED = 1 << 13
"""Lines whose look-up is remembered: pages of a site say the same, rows of a table differ in numbers."""
EXCERPT = 60
"""Code points of a line that a message quotes."""
RUN, RUN_SHARE = 3, 0.25
"""Listed lines of a run of items, and their share, from which the run is a menu."""
ITEM = 44
"""Code points of an item of a menu."""
ITEMS = frozenset(("* ", "+ ", "o ", "» ", "› ", "» "))
"""What items of menus begin with in text made of pages."""
ALONE_ITEMS = frozenset("*+o")
"""The bullets that stand alone where an item is gone."""
MAY_BE_ITEMS = ALONE_ITEMS | frozenset(map(fold, ITEMS))
"""The first two code points of either, folded."""
ROW = 160
"""Code points of a line that may be a row of menu items."""
AROUND = 3
"""Lines before and after in which other listed lines are evidence."""
BESIDE = (*range(-AROUND, 0), *range(1, AROUND + 1))
"""The same, each by its number from there."""
SEPARATORS = frozenset("|¦│｜·•›»>＞→⟩▸►/\\–—-\t")
"""What stands between the items of a row."""
ABOUT = 10
"""Lines before and after in which everyday words need one that only pages say."""
PREVIEW = 4
"""Code points of a phrase's start, or end, by which phrases with a hole are found."""
ARROWS = "«»←→‹›"
"""What the labels of pagers have beside them."""
PAGES = frozenset(("#", "…", "...", "..", "|", "«", "»", "‹", "›", "<", ">"))
"""What pagers have beside their words."""
HOLE = "{}"
DIGIT = compile_re(r"\d")
HOME = (("navigation", "link"),)
"""What a breadcrumb starts with: "Home" and what stands for it."""
WIDEST = {
    "navigation": 60,
    "comments": 60,
    "legal": 160,
    "paywall": 120,
    "form": 200,
} | dict.fromkeys(("provenance", "context"), 120)
"""Code points that a hole stands for, at most."""
FOLDER = Path(__file__).parent / "lexicon"
KINDS = ("navigation", "legal", "paywall", "form", "comments", "provenance", "context")
"""The lists; where two hold a phrase the earlier one owns it. Those of "context" are other rules'."""
SAFE, ALONE, LINK, WORD = "safe", "alone", "link", "word"
"""How much a listed line says: it is hardly ever a line of an article ("safe" to delete); it stands
for itself; it needs a list bullet or one listed line near it; it is an everyday word and needs two."""
BULLETS = " \t\u00a0\u2003*+•·▪■□●○◦»›>‹«<|-–—→←↑↓▸►▶▾▼▲★☆✓✔✕✖✗×#~_…‣⁃∙:：.,،。⟩⟨"
"""What may stand around a listed phrase."""


Template: TypeAlias = tuple[str, str, str, str]
"""A phrase with a hole: what is before it, after it, kind, strength."""


class Listed(msgspec.Struct, frozen=True):
    """A line that is listed: its number among the document's lines, which list holds it, how strong."""

    number: int
    line: Line
    kind: str
    strength: str
    parts: int
    """How many listed phrases it is made of."""


class Lexicon:
    """All lists, ready for looking up."""

    def __init__(self, packed: bytes) -> None:
        phrases, heads, starts, ends, longest = marshal.loads(packed)  # noqa: S302 - the user's own
        self.starts: dict[str, list[Template]] = starts
        """Phrases with a hole by the code points they start with."""
        self.ends: dict[str, list[Template]] = ends
        """The same for phrases that start with the hole, by the code points they end with."""
        self.longest: int = longest
        """Words of the longest phrase of a menu row."""
        self.heads = Table(heads)
        """The words that phrases start with, and how many words the longest of those phrases has."""
        self.phrases = Table(phrases)
        """Kind and strength of the phrases without a hole."""
        self.edges = frozenset((*starts, *ends))
        """The keys of both."""
        self.entry = functools.lru_cache(REMEMBERED)(self._entry)
        """Kind and strength of a phrase without a hole, None where it is not listed."""
        self.reach = functools.lru_cache(REMEMBERED)(self._reach)
        """Words of the longest phrase of a row that starts with a word; 0 where none does."""

    def _entry(self, phrase: str) -> tuple[str, str] | None:
        text = self.phrases.get(phrase)
        return _entry(text) if text else None

    def _reach(self, word: str) -> int:
        return min(self.longest, int(self.heads.get(word) or 0))


@functools.cache
def _entry(text: str) -> tuple[str, str]:
    kind, strength = text.split(" ")
    return kind, strength


@functools.cache
def _expressions() -> Expressions:
    return Expressions(
        {
            "digits": r"\d+(?:[.,]\d+)*",
            "bullet": r"^(?:o|\d{1,2}[.)]|[#＃]\d+)[ \t]+(?=\S)",
            "count": r"[ \t]*(?:\(\d[\d.,]*[km+]?\)|\[\d+\]|（\d+）)$",
            "parts": r"\s*[|¦│｜·•›»>＞→⟩▸►]\s*|\s+[/\\–—-]\s+|\t+|\s{2,}",
        }
    )


def _plain(text: str) -> str:
    """A text with one blank for many and one mark for each number."""
    text = " ".join(text.split())
    return _expressions()["digits"].sub("#", text) if DIGIT.search(text) else text


@functools.lru_cache(REMEMBERED)
def bare(text: str) -> str:
    """A line, folded, as phrases are compared: without bullet, count, arrows and digits."""
    text = text.strip(BULLETS)
    if text[:1] == "o" or text[:1].isdigit():
        text = _expressions()["bullet"].sub("", text).strip(BULLETS)
    if text[-1:] in (")", "]", "）"):
        text = _expressions()["count"].sub("", text).rstrip(BULLETS)
    return text if text.isalpha() else _plain(text)


def key(phrase: str) -> str:
    """A phrase of the lists as lines are compared with it; `#` in it stands for a number."""
    return bare(fold(phrase).replace("#", "1"))


@functools.cache
def lexicon() -> Lexicon:
    """The lists read from their files, made ready once for all runs."""
    return Lexicon(kept("furniture", digest(), lambda: marshal.dumps(_ready())))


@functools.cache
def digest() -> str:
    """What names this state of the lists."""
    lists = (FOLDER / f"{name}.toml" for name in (*KINDS, *PACKS))
    return state((Path(__file__), *filter(Path.exists, lists)))


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
        before, after = (part.strip() for part in text.split(HOLE, 1))
        before = before.lstrip(BULLETS)
        before, after = (_plain(part) for part in (before, after.rstrip(BULLETS)))
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
    return Table.pack(packed), Table.pack(heads), starts, ends, longest


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


@functools.lru_cache(REMEMBERED)
def look_up(text: str) -> tuple[str, str] | None:
    """Kind and strength of a bare line, None where it is not listed."""
    lists = lexicon()
    if found := lists.entry(text):
        return found
    sizes = range(min(PREVIEW, len(text)), 0, -1)
    if lists.edges.isdisjoint([text[:size] for size in sizes] + [text[-size:] for size in sizes]):
        return None
    for size in sizes:
        for before, after, kind, strength in lists.starts.get(text[:size], ()):
            hole = len(text) - len(before) - len(after)
            if 0 < hole <= WIDEST[kind] and text.startswith(before) and text.endswith(after):
                return kind, strength
        for _, after, kind, strength in lists.ends.get(text[-size:], ()):
            if 0 < len(text) - len(after) <= WIDEST[kind] and text.endswith(after):
                return kind, strength
    return None


def listed(document: Document) -> dict[int, Listed]:
    """The lines of a document that are listed, by their number among `lines`: a fact."""
    texts = document.fact(folded_lines)
    numbers = document.fact(candidates)
    entries = [
        (at, entry)
        for at in numbers
        if (entry := entry_of(texts[at]))
        and not (entry[1] in {LINK, WORD} and is_heading(document, texts[at]))
    ]
    every = document.fact(lines) if entries else []
    return {at: Listed(at, every[at], *entry) for at, entry in entries}


@functools.lru_cache(REMEMBERED)
def entry_of(line: str) -> tuple[str, str, int] | None:
    """Kind, strength and number of parts of a line, folded, None where it is not listed."""
    text = bare(line) if len(line) <= LONGEST else ""
    if not text:
        return None
    if entry := look_up(text):
        kind, strength = entry
        if kind == "comments" and strength == WORD and line[-1] in ")）]":
            strength = ALONE
        return kind, strength, 1
    return _row(line, text)


def _row(whole: str, text: str) -> tuple[str, str, int] | None:
    """Kind, strength and number of the parts of a row of menu items, None where a line is none."""
    if len(text) > ROW or whole[-1] in ".!?。":
        return None
    if SEPARATORS.isdisjoint(whole) and "  " not in whole:
        return _words(text)
    find = _expressions()
    if "  " not in whole and whole.isprintable() and not PARTS.search(whole):
        return _words(text)
    pieces = [piece for part in find["parts"].split(whole) if (piece := bare(part))]
    if len(pieces) <= 1:
        return _words(text)
    if look_up(pieces[0]) in HOME and len(CRUMBS.findall(whole)) > 1:
        return "navigation", ALONE, len(pieces)
    known: list[tuple[str, str]] = []
    needed = max(2, SHARE * len(pieces))
    for left, piece in zip(range(len(pieces), 0, -1), pieces, strict=True):
        if len(known) + left < needed:
            return None
        if entry := look_up(piece) or _words(piece):
            known.append(entry[:2])
    return _together(known) if len(known) >= needed else None


@functools.lru_cache(REMEMBERED)
def _words(text: str) -> tuple[str, str, int] | None:
    """The same for a row whose items only blanks part: every word must belong to a listed phrase."""
    lists = lexicon()
    words = text.split(" ")
    if len(words) < 2 or not lists.reach(words[0]):  # noqa: PLR2004 - a row has two
        return None
    rest = [word for word in words if word not in PAGES]
    if words.count("#") > 1 and rest and (lists.entry(" ".join(rest)) or ("",))[0] == "navigation":
        return "navigation", ALONE, len(words)
    known: list[tuple[str, str]] = []
    at = 0
    while at < len(words) and (reach := lists.reach(words[at])):
        for size in range(min(reach, len(words) - at), 0, -1):
            if entry := lists.entry(" ".join(words[at : at + size])):
                known.append(entry)
                at += size
                break
        else:
            return None
    if at < len(words):
        return None
    strong = sum(strength != WORD for _, strength in known)
    if len(known) > AROUND or strong == len(known) > 1:
        return _together(known)
    if {kind for kind, _ in known} == {"comments"}:
        if any(strength == ALONE for _, strength in known):
            return "comments", ALONE, len(known)
        return "comments", WORD, 1 if len(known) == 2 else len(known)  # noqa: PLR2004
    return None


def _together(known: list[tuple[str, str]]) -> tuple[str, str, int]:
    """What listed phrases on one line make of it: the kind of most, the strength that they give."""
    parts = len(known)
    kinds = [kind for kind, _ in known]
    kind = max(KINDS, key=kinds.count)
    strong = sum(strength != WORD for _, strength in known)
    if parts > AROUND or strong > 1 or (strong and parts > 2):  # noqa: PLR2004 - two others
        return kind, ALONE, parts
    return kind, LINK if strong else WORD, parts


def has_bullet(line: Line) -> bool:
    """Whether a line starts with a list bullet, as the items of menus do in text made of pages."""
    return line.text[:2] in ITEMS


def menus(document: Document) -> set[int]:
    """The lines of menus, by number: runs of short items with list bullets, some of them listed: a fact."""
    texts = document.fact(folded_lines)
    likely = [n for n, text in enumerate(texts) if text[:2] in MAY_BE_ITEMS and len(text) <= ITEM]
    if len(likely) < RUN:
        return set()
    found, menu = document.fact(listed), set[int]()
    every = document.fact(lines)
    items = [number for number in likely if _is_item(every[number])]
    for _, numbered in itertools.groupby(enumerate(items), key=lambda pair: pair[1] - pair[0]):
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
