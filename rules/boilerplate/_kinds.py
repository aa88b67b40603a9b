"""Which of the lists by kind holds a line: whole phrases, phrases with a hole, rows of phrases.

Compiled (`_kinds.pxd`): every line is looked up.
"""

import functools
import marshal
from collections.abc import Sequence

from textlint.api import Table, compile_re

from ._cores import bare
from ._sieve import Bits, number_of

REMEMBERED = 1 << 13
"""Phrases whose look-up is remembered: pages of a site say the same. 1 MB."""
ROW = 160
"""Code points of a line that may be a row of menu items."""
SHARE = 0.6
"""Share of the parts of a row that must be listed."""
FEW = 3
"""Listed phrases on a line, beyond which it is a row by their number."""
PREVIEW = 4
"""Code points of a phrase's start, or end, by which phrases with a hole are found."""
PAGES = frozenset(("#", "…", "...", "..", "|", "«", "»", "‹", "›", "<", ">"))
"""What pagers have beside their words."""
HOME = ("navigation", "link")
"""What a breadcrumb starts with: "Home" and what stands for it."""
WIDEST = {
    "navigation": 60,
    "comments": 60,
    "legal": 160,
    "paywall": 120,
    "form": 200,
    "provenance": 120,
    "context": 120,
}
"""Code points that a hole stands for, at most."""
KINDS = ("navigation", "legal", "paywall", "form", "comments", "provenance", "context")
"""The lists; where two hold a phrase the earlier one owns it. Those of "context" are other rules'."""
SAFE, ALONE, LINK, WORD = "safe", "alone", "link", "word"
"""How much a listed line says: it is hardly ever a line of an article ("safe" to delete); it stands
for itself; it needs a list bullet or one listed line near it; it is an everyday word and needs two."""

CRUMBS = compile_re(r"[›»>＞→⟩▸►]|\s/\s|::")
"""What stands between the steps of a breadcrumb."""

Template = tuple[str, str, str, str]
"""A phrase with a hole: what is before it, after it, kind, strength."""
Found = tuple[str, str, int]
"""Kind and strength of a line, and of how many listed phrases it is made."""


class Kinds:
    """The lists by kind, ready for looking up."""

    def __init__(self, packed: bytes) -> None:
        known = marshal.loads(packed)  # noqa: S302 - the user's own, checksummed
        phrases, heads, bits, starts, ends, longest = known
        self.phrases = Table(phrases)
        """Kind and strength of the phrases without a hole."""
        self.heads = Table(heads)
        """The words that phrases start with, and how many words the longest of those phrases has."""
        self.starts: dict[str, list[Template]] = starts
        """Phrases with a hole by the code points they start with."""
        self.ends: dict[str, list[Template]] = ends
        """The same for phrases that start with the hole, by the code points they end with."""
        self.longest: int = longest
        """Words of the longest phrase of a menu row."""
        self._bits = Bits(bits)
        self._entry = functools.lru_cache(REMEMBERED)(self._find_entry)
        self.reach = functools.lru_cache(REMEMBERED)(self._find_reach)
        """Words of the longest phrase of a row that starts with a word; 0 where none does."""

    def find(self, line: str) -> Found | None:
        """What a line, folded, stands for; None: it is not listed."""
        text = bare(line)
        if not text:
            return None
        entry = self.look_up(text)
        if entry is None:
            return self._row(line, text)
        kind, strength = entry
        if kind == "comments" and strength == WORD and line[len(line) - 1] in ")）]":
            strength = ALONE
        return kind, strength, 1

    def look_up(self, text: str) -> tuple[str, str] | None:
        """Kind and strength of a bare line, None where it is no listed phrase."""
        entry = self.entry(text)
        return entry if entry is not None or not text else self._filled(text)

    def entry(self, phrase: str) -> tuple[str, str] | None:
        """Kind and strength of a phrase without a hole, None where it is not listed."""
        return self._entry(phrase) if self._bits.has(number_of(phrase)) else None

    def _find_entry(self, phrase: str) -> tuple[str, str] | None:
        text = self.phrases.get(phrase)
        return _parted(text) if text else None

    def _find_reach(self, word: str) -> int:
        return min(self.longest, int(self.heads.get(word) or 0))

    def _filled(self, text: str) -> tuple[str, str] | None:
        """Kind and strength of the phrase whose hole a bare line fills, None where it does none's."""
        size, width, entry = len(text), min(PREVIEW, len(text)), None
        while width and entry is None:
            entry = _filling(self.starts.get(text[:width], ()), text)
            if entry is None:
                entry = _filling(self.ends.get(text[size - width :], ()), text)
            width -= 1
        return entry

    def _row(self, line: str, text: str) -> Found | None:
        """What a row of menu items stands for, None where a line is none."""
        if len(text) > ROW or line[len(line) - 1] in ".!?。":
            return None
        parts = split(line)
        pieces = [piece for part in parts if (piece := bare(part))] if len(parts) > 1 else parts
        if len(pieces) < 2:  # noqa: PLR2004 - a row has two
            return self._spaced_row(text)
        if self.look_up(pieces[0]) == HOME and len(CRUMBS.findall(line)) > 1:
            return "navigation", ALONE, len(pieces)
        known: list[tuple[str, str]] = []
        left, needed = len(pieces), max(2, SHARE * len(pieces))
        for piece in pieces:
            if len(known) + left < needed:
                return None
            left -= 1
            entry = self.look_up(piece)
            if entry is None:
                row = self._spaced_row(piece)
                entry = None if row is None else row[:2]
            if entry is not None:
                known.append(entry)
        return _together(known) if len(known) >= needed else None

    def _spaced_row(self, text: str) -> Found | None:
        """The same for a row whose items only blanks part: every word must belong to a listed phrase."""
        at = text.find(" ")
        if at < 0 or not self.reach(text[:at]):
            return None
        words = text.split(" ")
        if words.count("#") > 1:
            rest = [word for word in words if word not in PAGES]
            entry = self.entry(" ".join(rest)) if rest else None
            if entry is not None and entry[0] == "navigation":
                return "navigation", ALONE, len(words)
        known = self._phrases_of(words)
        if not known:
            return None
        strong = sum([strength != WORD for _, strength in known])
        if len(known) > FEW or strong == len(known) > 1:
            return _together(known)
        if {kind for kind, _ in known} != {"comments"}:
            return None
        if ALONE in {strength for _, strength in known}:
            return "comments", ALONE, len(known)
        return "comments", WORD, 1 if len(known) == 2 else len(known)  # noqa: PLR2004

    def _phrases_of(self, words: list[str]) -> list[tuple[str, str]]:
        """Kind and strength of the listed phrases that words make up, longer ones first; or none."""
        known: list[tuple[str, str]] = []
        at, size = 0, len(words)
        while at < size:
            width = min(self.reach(words[at]), size - at)
            entry = None
            while width and entry is None:
                entry = self.entry(" ".join(words[at : at + width]))
                width -= entry is None
            if entry is None:
                return []
            known.append(entry)
            at += width
        return known


def _filling(templates: Sequence[Template], text: str) -> tuple[str, str] | None:
    """Kind and strength of the first of some phrases whose hole a bare line fills."""
    size = len(text)
    for before, after, kind, strength in templates:
        hole = size - len(before) - len(after)
        if hole > 0 and text.startswith(before) and text.endswith(after) and hole <= WIDEST[kind]:
            return kind, strength
    return None


@functools.cache
def _parted(text: str) -> tuple[str, str]:
    kind, strength = text.split(" ")
    return kind, strength


def split(line: str) -> list[str]:
    """The parts of a row, between bars, tabs, several blanks, and strokes with blanks around them."""
    parts: list[str] = []
    start, at, size = 0, 0, len(line)
    while at < size:
        char = line[at]
        if "a" <= char <= "z":
            at += 1
            continue
        end = at
        while end < size and line[end].isspace():
            end += 1
        mark = line[end] if end < size else " "
        is_bar = mark in "|¦│｜·•›»>＞→⟩▸►"
        is_stroke = end > at and mark in "/\\–—-" and end + 1 < size and line[end + 1].isspace()
        if not (is_bar or is_stroke or end - at > 1 or char == "\t"):
            at = max(end, at + 1)
            continue
        parts.append(line[start:at])
        at = end + 1 if is_bar or is_stroke else end
        while at < size and line[at].isspace():
            at += 1
        start = at
    parts.append(line[start:])
    return parts


def _together(known: list[tuple[str, str]]) -> Found:
    """What listed phrases on one line make of it: the kind of most, the strength that they give."""
    parts = len(known)
    kinds = [kind for kind, _ in known]
    kind = max(KINDS, key=kinds.count)
    strong = sum([strength != WORD for _, strength in known])
    if parts > FEW or strong > 1 or (strong and parts > 2):  # noqa: PLR2004 - two others
        return kind, ALONE, parts
    return kind, LINK if strong else WORD, parts
