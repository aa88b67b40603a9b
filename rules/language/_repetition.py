"""Where a word comes back at once: twice in a row, round a conjunction, round “of”, round a hyphen."""

import functools
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from textlint.api import Document, Span, load_toml

SPACES = " \u00a0"
INSIDE = frozenset("'’ʼ-‐‑_/\\@#&$=<>*`+~^|")
"""Beside a word these make it part of something longer (a compound, an address, code)."""
OPENING, CLOSING = frozenset("“„\"'‘«(["), frozenset("”“\"'’»)]")
MARKS = ("\u00a0", "“", "”", "„", "‘", "«", "»")
"""What stands beside words in texts that are not plain ASCII, and is set aside at the first look."""
ENOUGH = 4
"""Letters of a word that may come back round a conjunction or “of”."""
NON_ASCII = 128
FOREIGN = 1.2
"""Bytes a code point from which on a text has capitals beyond ASCII that matter (costs 5 ms/MB)."""
SURROGATES = "surrogatepass"
OF_THE = b" of the "
WINDOW = 120
"""Code points on each side of a repetition, on its line, that are looked at."""


class Doublets(NamedTuple):
    """What a language lets stand twice: see repeated/doublets.toml."""

    slips: frozenset[str]
    kept: frozenset[str]
    short: int
    long: int
    joins: frozenset[str]
    paired: frozenset[str]
    endings: tuple[str, ...]


class Repetition(NamedTuple):
    """A word that comes back at once: the place in code points, and what stands between (or "")."""

    start: int
    end: int
    between: str


@functools.cache
def doublets() -> dict[str, Doublets]:
    """The lists of every language, read at the first repeated word."""
    data = load_toml(Path(__file__).with_name("repeated") / "doublets.toml")
    return {
        language: Doublets(
            frozenset(lists["slips"]),
            frozenset(lists.get("kept", ())),
            lists.get("short", NEVER),
            lists.get("long", NEVER),
            frozenset(lists.get("joins", ())),
            frozenset(lists.get("paired", ())),
            tuple(lists.get("endings", ())),
        )
        for language, lists in data.items()
    }


NEVER = 1000
"""Letters of a word: longer than any."""


def repetitions(document: Document) -> list[Repetition]:
    """Every word of letters that comes back at once on its line, whatever the case: a fact.

    “X X …”, “X and X” with the conjunctions of all languages, “X of (the) X” and “X-X”. Letters with
    separate marks (as in Hindi) end a word. Three passes over the bytes propose places, one in 2,000
    words of clean English; the text decides. All together 40 MB/s.
    """
    text, found, done = document.text, list[Repetition](), 0
    for at in _places(text):
        match = _exact().match(text, at) if at >= done else None
        if not match:
            continue
        done = match.end()
        if _is_whole(text, *match.span()):
            between = (match["between"] or match["hyphen"] or "").lower()
            found.append(Repetition(*match.span(), between.replace("\u00a0", " ")))
    return found


def _places(text: str) -> Iterator[int]:
    """Where the first of two equal words may start, in code points."""
    raw = (text if text.isascii() else _without_marks(text)).encode("utf-8", SURROGATES)
    if len(raw) > len(text) * FOREIGN:
        raw = _without_marks(text).lower().encode("utf-8", SURROGATES)
    data = b" " + raw.translate(_table()) + b" "
    read = at = 0
    for start in sorted(_starts(data)):
        between = raw[read:start]
        at += len(between) if len(raw) == len(text) else len(between.decode("utf-8", SURROGATES))
        read = start
        yield at


def _without_marks(text: str) -> str:
    """The text without MARKS; code points keep their places, in lower case too."""
    for mark in MARKS:
        text = text.replace(mark, " ")
    return text.replace("İ", "i")  # the one capital letter whose lower case is two characters


@functools.cache
def _table() -> bytes:
    """What makes words of bytes: lower case, and a space for all that is no letter or digit."""
    return bytes(
        byte if byte >= NON_ASCII else ord(chr(byte).lower()) if chr(byte).isalnum() else ord(" ")
        for byte in range(256)
    )


def _starts(data: bytes) -> set[int]:
    """Where words come back, in bytes of the text: at once, after a short word, after “of the”.

    Three plain passes: an alternative in one pattern costs more than a second pattern.
    """
    starts = {match.start() for expression in _first_look() for match in expression.finditer(data)}
    at = 0
    for before, after in pairwise(data.split(OF_THE)):
        at += len(before)
        word = before[before.rfind(b" ") + 1 :]
        if len(word) >= ENOUGH and after.startswith(word):
            starts.add(at - len(word) - 1)
        at += len(OF_THE)
    return starts


@functools.cache
def _first_look() -> tuple[re.Pattern[bytes], ...]:
    return re.compile(rb" ([^ ]++) \1(?= )"), re.compile(
        rb" ([^ ]{%d,}+) [^ ]{1,6}+ \1(?= )" % ENOUGH
    )


@functools.cache
def _exact() -> re.Pattern[str]:
    blank, joins = f"[{SPACES}]", "|".join(sorted(_joins()))
    return re.compile(
        rf"(?<!\w)([^\W\d_]++)(?:(?:{blank}\1(?!\w))+"
        rf"|{blank}(?P<between>{joins}|of(?:{blank}the)?){blank}\1(?!\w)|(?P<hyphen>[-‑])\1(?!\w))",
        re.IGNORECASE,
    )


@functools.cache
def _joins() -> frozenset[str]:
    """The conjunctions of all languages; judging a text's language costs more than trying them all."""
    return frozenset[str]().union(*(language.joins for language in doublets().values()))


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether nothing beside the words joins them to others: "in in-depth", "sz sz.find"."""
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    if before in INSIDE and before not in OPENING:
        return False
    if after in INSIDE and after not in CLOSING:
        return False
    return not (after in (".", ":", "'", "’") and text[end + 1 : end + 2].isalnum())


def singles(document: Document) -> frozenset[str]:
    """The words, in lower case, that the text uses at least once without repeating them: a fact."""
    at, rest = 0, []
    for start, end, _ in document.fact(repetitions):
        rest.append(document.text[at:start])
        at = end
    rest.append(document.text[at:])
    return frozenset(re.findall(r"\w+", " ".join(rest).lower()))


def is_enclosed(text: str, span: Span) -> bool:
    """Whether quotation marks or brackets hold just these words."""
    return text[span.start - 1 : span.start] in OPENING and text[span.end : span.end + 1] in CLOSING


def around(text: str, span: Span) -> tuple[str, str]:
    """What stands on the same line before and after, in lower case, up to WINDOW code points."""
    before = text[max(0, span.start - WINDOW) : span.start].rpartition("\n")[2]
    return before.lower(), text[span.end : span.end + WINDOW].partition("\n")[0].lower()
