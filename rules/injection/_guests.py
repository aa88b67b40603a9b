"""The scripts of a text: its own, and the runs of others in it."""

import functools
import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from operator import itemgetter
from string import ascii_letters
from typing import TYPE_CHECKING, NamedTuple

import regex

from textlint.api import SCRIPTS, Document, compile_re, compile_regex, count_scripts, script_of

if TYPE_CHECKING:
    import re

GUESTS = tuple(s for s in SCRIPTS if s != "Latin")
"""What is glued to a word. Latin is not: brand names take native endings in every other script."""
CJK = frozenset(("Han", "Hiragana", "Katakana"))
EXTRA = {"Han": "ー々〆〇ｰﾞﾟ"}
TRANSPARENT = "\u200b\u200c\u200d\u2060\ufeff"
JOINER = rf"[^\S\n\d]?[\d·・.–—{TRANSPARENT}-]{{0,4}}[^\S\n]?"
CORES = {
    "Cyrillic": ("Ѐ-ҁҊ-ԯ", ""),
    "Greek": ("Σ-ϡ", ""),
    "Hebrew": ("א-ת", ""),
    "Arabic": ("ؠ-ؿف-يٱ-ۓ", "،"),
    "Devanagari": ("ऀ-ॐ", "।"),
    "Thai": ("ก-ฺเ-๎", ""),
    "Hangul": ("가-힣", ""),
    "Han": ("一-鿯ぁ-ゖァ-ヺ", "。，、"),
}
"""Most letters of a group of scripts and nothing else; marks so frequent between them that counting them
is quicker than stopping at them."""
LONG, GLANCES = 100, 16
"""Code points of a text from which on letters are counted by cores; characters of it that are looked
at to tell which."""
PLAIN = ((0x80, 0x370), (0x1E00, 0x1F00), (0x2000, 0x2126), (0x2127, 0x2C00), (0x1F000, 0x1FB00))
"""Where no letter beyond ASCII is of another script than Latin: [first, last) code points."""
PLAIN_BYTES = bytes([*range(0xCD), 0xE2])
"""The bytes of UTF-8 of characters up to U+033F and from U+2000 to U+2FFF."""
ODD = compile_re(rb"\xe2(?:\x84\xa6|[\xb0-\xbf])")
"""What is not PLAIN of the latter: the sign for ohm, which is Greek, and what stands after U+2C00."""
BLOCK = 0xFF
"""A range of code points is widened to whole blocks of so many, so that few of them are ever compiled."""
STRIDE = 60
"""Characters of such a range that are looked at at once."""
WIDE = frozenset(("Han", "Hangul"))
"""Whose ranges take their whole core besides: a wide one takes a millisecond to compile."""
LATIN = compile_re("[A-Za-z]")
NO_LETTERS = bytes(set(range(256)) - set(ascii_letters.encode()))
ASCII = bytes(range(128))
SURROGATES = "surrogatepass"


def group(script: str) -> str:
    """Han and Kana write one language together: they count as one script."""
    return "Han" if script in CJK else script


@functools.cache
def _group_of(char: str) -> str | None:
    """The group of a letter's or mark's script, None for all else."""
    if unicodedata.category(char)[0] not in "LM":
        return None
    script = script_of(char)
    return script and group(script)


class Cored(NamedTuple):
    """A text whose foremost letters are counted: how many of each group's core, and the rest of it."""

    counts: dict[str, int]
    rest: str


def cored(document: Document) -> Cored:
    """The letters of cores, counted by what taking them out leaves of the text: a fact."""
    text, counts = document.text, dict[str, int]()
    if len(text) >= LONG and not (glanced := text[:: len(text) // GLANCES + 1]).isascii():
        for name in CORES.keys() & map(_group_of, glanced):
            rest = _core(name).sub("", text)
            marks = sum(map(text.count, CORES[name][1]))
            counts[name] = len(text) - len(rest) - marks - len(text.encode("ascii", "ignore"))
            text = rest
    return Cored(counts, text)


@functools.cache
def _core(name: str) -> "re.Pattern[str]":
    letters, marks = CORES[name]
    return compile_re(rf"[\0-\x7f{letters}{marks}]+")


@functools.cache
def _plain() -> frozenset[str]:
    return frozenset[str]().union(*(map(chr, range(low, high)) for low, high in PLAIN))


def others(document: Document) -> str:
    """The characters beyond ASCII that are of no core: a fact."""
    encoded = document.fact(cored).rest.encode("utf-8", SURROGATES)
    return encoded.translate(None, ASCII).decode("utf-8", SURROGATES)


def present(document: Document) -> set[str]:
    """The groups of scripts, but Latin, that the document has letters of: a fact."""
    counts, rest = document.fact(cored)
    found: set[str | None] = {name for name, count in counts.items() if count}
    if not rest.isascii():
        encoded = rest.encode("utf-8", SURROGATES)
        if encoded.translate(None, PLAIN_BYTES) or ODD.search(encoded):
            found.update(map(_group_of, set(document.fact(others)) - _plain()))
    return {name for name in found if name and name != "Latin"}


def latin_letters(text: str) -> int:
    """How many letters of ASCII a text holds."""
    return len(text.encode("ascii", "ignore").translate(None, NO_LETTERS))


def letters(document: Document) -> dict[str, int]:
    """How many letters of each script the document holds, Han and Kana taken together: a fact."""
    counts = {"Latin": latin_letters(document.text)} | document.fact(cored).counts
    for char, count in Counter(document.fact(others)).items():
        if name := _group_of(char):
            counts[name] = counts.get(name, 0) + count
    return {name: count for name, count in counts.items() if count}


def majority(document: Document) -> str | None:
    """The script of most letters."""
    return document.fact(_majority)


def _majority(document: Document) -> str | None:
    """The same, found: letters are counted where it is not plain without."""
    if not document.fact(present) and LATIN.search(document.text):
        return "Latin"
    for name, count in document.fact(cored).counts.items():
        if 2 * count > len(document.text):
            return name
    counts = document.fact(letters)
    return max(counts, key=counts.__getitem__) if counts else None


def host_share(document: Document, foreign: str, host: str) -> float:
    """The share of `host` among the document's letters outside `foreign`, a run of another script."""
    counts = document.fact(letters)
    total = sum(counts.values()) - sum(count_scripts(foreign).values())
    return counts[host] / total if total > 0 else 0.0


@functools.cache
def _run_pattern(guest: str) -> "regex.Pattern[str]":
    """Runs of one guest script, joined over spaces, digits and dots within a line."""
    names = "".join(rf"\p{{{s}}}" for s in GUESTS if group(s) == guest) + EXTRA.get(guest, "")
    letter = rf"[[\p{{L}}\p{{M}}ーｰﾞﾟ〇]&&[{names}]]"
    run = rf"{letter}[{letter}\p{{M}}]*+(?:{JOINER}{letter}[{letter}\p{{M}}]*+)*"
    return compile_regex(run, regex.V1)


def guests(document: Document) -> list[str]:
    """The groups of scripts in the document that are neither its own nor Latin: a fact."""
    found = document.fact(present)
    return sorted(found - {majority(document)}) if found else []


def guest_runs(document: Document) -> list[tuple[int, int]]:
    """The runs of every guest script that is not the document's own, in order; code points.

    The slow patterns look only where letters of theirs may be.
    """
    text, found = document.text, list[tuple[int, int]]()
    for near, names in _near(document):
        at = 0
        while stretch := near.search(text, at):
            start, at = stretch.span()
            here = names if len(names) == 1 else names & set(map(_guest_of, stretch[0]))
            firsts = [
                (m.start(), p) for p in map(_run_pattern, here) if (m := p.search(text, start, at))
            ]
            if firsts:
                first, pattern = min(firsts, key=itemgetter(0))
                if match := pattern.match(text, first):
                    found.append(match.span())
                    at = match.end()
    return sorted(found)


@functools.cache
def _guest_of(char: str) -> str | None:
    """The group of scripts whose runs a character may begin."""
    return next((name for name, extra in EXTRA.items() if char in extra), None) or _group_of(char)


@functools.cache
def _odd() -> "re.Pattern[str]":
    """Characters of which letters are of another script than Latin."""
    return _stretches("^\0-\x7f" + "".join(f"{chr(low)}-{chr(high - 1)}" for low, high in PLAIN))


def _near(document: Document) -> "Iterator[tuple[re.Pattern[str], set[str]]]":
    """Where letters of guests may be: of all at once in a text in Latin, else of each."""
    names = document.fact(guests)
    if majority(document) == "Latin":
        yield from [(_odd(), set(names))] if names else []
        return
    chars = set(document.fact(others)) if names else set()
    for name in names:
        own = {char for char in chars if _guest_of(char) == name}
        if name in WIDE or name in document.fact(cored).counts:
            own.update(CORES[name][0].replace("-", ""))
        yield _stretches(f"{chr(ord(min(own)) & ~BLOCK)}-{chr(ord(max(own)) | BLOCK)}"), {name}


def _stretches(chars: str) -> "re.Pattern[str]":
    """Characters of a set, some at once; not {1,…}: `re` runs ahead to a first character."""
    return compile_re(f"[{chars}][{chars}]{{0,{STRIDE}}}")


class Spans:
    """Spans in order, none overlapping another, to ask which touch a place."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._spans = list(spans)

    def touching(self, start: int, end: int) -> list[tuple[int, int]]:
        """Those that share a code point with [start, end)."""
        at = bisect_left(self._spans, start, key=lambda span: span[1] - 1)
        found = []
        while at < len(self._spans) and self._spans[at][0] < end:
            found.append(self._spans[at])
            at += 1
        return found


def foreign_runs(document: Document) -> Spans:
    """The runs of every script but the document's own and Latin."""
    return Spans(document.fact(guest_runs))
