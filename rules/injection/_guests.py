"""The scripts of a text: its own, and the runs of others in it."""

import functools
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable
from math import inf

from textlint.api import SCRIPTS, Document, compile_re, count_scripts, script_of, scripts

from . import _walks

OTHER, SPACE, JOINT, OF_HAN, MARK, FIRST = _walks.KINDS
CJK = frozenset(("Han", "Hiragana", "Katakana"))
EXTRA = frozenset("ー々〆〇ｰﾞﾟ")
"""What is part of a run of Han and Kana besides their letters."""
JOINTS = frozenset("·・.–—-\u200b\u200c\u200d\u2060\ufeff")
"""What may stand between two words of a run, besides digits."""
SEPARATORS = frozenset("\n\x1c\x1d\x1e\x1f")
"""What Python takes for white space and runs do not go on over."""
SLACK = 0.001
"""Code points by which a bound is too low, so that no rounding makes it too high."""
LATIN = compile_re("[A-Za-z]")


def group(script: str) -> str:
    """Han and Kana write one language together: they count as one script."""
    return "Han" if script in CJK else script


GROUPS = tuple(dict.fromkeys(map(group, SCRIPTS)))
KIND_OF = {name: FIRST + 2 * at for at, name in enumerate(GROUPS)}
"""The kind of a group's letters."""


@functools.cache
def _kinds() -> bytearray:
    """The kind of each code point, as far as it is known: a megabyte of memory, if all are."""
    return bytearray(0x110000)


def _learn(char: str) -> int:
    """The kind of a character, noted where it is looked up."""
    kind = _kinds()[ord(char)] = _kind(char)
    return kind


def _kind(char: str) -> int:
    category = unicodedata.category(char)
    if category[0] in "LM" and (script := script_of(char)):
        return KIND_OF[group(script)] + (category[0] == "M")
    if char in EXTRA:
        return OF_HAN
    if category[0] == "M":
        return MARK
    if category == "Nd" or char in JOINTS:
        return JOINT
    return SPACE if char.isspace() and char not in SEPARATORS else OTHER


def letters(document: Document) -> dict[str, int]:
    """How many letters of each script the document holds, Han and Kana together: a fact."""
    counts: dict[str, int] = {}
    for script, count in document.fact(scripts).items():
        name = group(script)
        counts[name] = counts.get(name, 0) + count
    return counts


def majority(document: Document) -> str | None:
    """The script of most letters."""
    if document.text.isascii():
        return "Latin" if LATIN.search(document.text) else None
    counts = document.fact(letters)
    return max(counts, key=counts.__getitem__, default=None)


def host_share(document: Document, foreign: str, host: str) -> float:
    """The share of `host` among the document's letters outside `foreign`, a run of another script."""
    counts = document.fact(letters)
    total = sum(counts.values()) - sum(count_scripts(foreign).values())
    return counts[host] / total if total > 0 else 0.0


def guests(document: Document) -> list[str]:
    """The groups of scripts in the document that are neither its own nor Latin: a fact.

    Latin is never glued to a word: brand names take native endings in every other script.
    """
    if document.text.isascii() or _walks.is_latin(document.text, _kinds(), _learn):
        return []
    return sorted(document.fact(letters).keys() - {"Latin", majority(document)})


def least(document: Document, host: str, share: float) -> float:
    """Code points that a run must have at least for `host` to have such a share of the letters outside.

    More than the guests have letters where no run will do.
    """
    counts = document.fact(letters)
    hosted = counts[host]
    size = sum(counts.values()) - hosted / share - SLACK
    strangers = sum(count for name, count in counts.items() if name not in (host, "Latin"))
    return size if size <= strangers else inf


def guest_runs(document: Document) -> list[tuple[int, int]]:
    """The runs of every guest script that is not the document's own, in order; code points: a fact.

    A run is joined over spaces, digits and dots within a line.
    """
    wanted = bytearray(256)
    for name in document.fact(guests):
        letter = KIND_OF[name]
        wanted[letter] = wanted[letter + 1] = 1
        wanted[OF_HAN] |= name == "Han"
    return _walks.runs(document.text, _kinds(), _learn, bytes(wanted), KIND_OF["Han"])


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
