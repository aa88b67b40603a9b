"""Which of the packs holds a line: whole phrases, phrases with holes, several ones, a label with a title.

Compiled (`_packs.pxd`): every line is looked up.
"""

import functools
import marshal
from collections.abc import Sequence

from textlint.api import Table

from ._cores import core
from ._sieve import Bits, number_of

LONGEST = 240
"""Code points of a line that begins with a label ("Read also: …") and goes on with a title."""
LONGEST_NAMING = 90
"""Code points of a line in which the name of a service is looked for."""
HOLE_WIDTH = 90
"""Code points that a hole (`{}`) of a listed phrase stands for, at most."""
INFLECTED = 6
"""Letters of the name of a service from which it may take an ending; shorter ones begin other words."""
REMEMBERED = 1 << 13
"""Phrases and words whose look-up is remembered. 1 MB."""
MOST_WORDS = 14
"""Words of a line that is taken apart into several phrases ("Share Tweet Email")."""
PART_WORDS = 4
"""Words of a phrase that may stand beside another on its line."""
FEW = 3
"""Names and everyday words that make a bar of buttons by themselves; two could be a heading."""
ENDING, CYRILLIC_ENDING = 5, 3
"""Letters of an ending, at most."""
PREFIX = 3
"""Code points by which phrases with a hole are found, and the names of services."""
HOLE, SERVICE = "\0", "\1"
"""Stand in keys for what the site fills in, and for the name of a service."""
NAME, LIKELY = 1, 3
"""The levels (`_lines.Level`) of several names or everyday words on a line, and of other phrases."""

Plain = tuple[str, int]
"""Pack and level of a phrase."""
Holed = dict[str, list[tuple[list[str], Plain]]]
"""Phrases with holes, taken apart at them, by the code points they start or end with."""


class Packs:
    """The phrases of all packs by how they are looked up."""

    def __init__(self, packed: bytes) -> None:
        known = marshal.loads(packed)  # noqa: S302 - the user's own, checksummed
        whole, starts, bits, heads, tails, labels, services, windows = known
        self.whole = Table(whole)
        self.starts = Table(starts)
        self.heads: Holed = heads
        self.tails: Holed = tails
        self.labels: dict[str, Plain] = labels
        self.services: tuple[str, ...] = services
        self.windows: dict[str, tuple[str, ...]] = windows
        """What is said of a link that opens a window, by the last letters."""
        self._longest_label = max(map(len, labels))
        self._names: dict[str, tuple[str, ...]] = {}
        for name in sorted(services, key=len, reverse=True):
            self._names[name[:PREFIX]] = (*self._names.get(name[:PREFIX], ()), name)
        self._bits = Bits(bits)
        self._entry = functools.lru_cache(REMEMBERED)(self._find_entry)
        self._may_start = functools.lru_cache(REMEMBERED)(self.starts.__contains__)

    def find(self, line: str) -> Plain | None:
        """What a line, folded, stands for; None: it is not listed."""
        if len(line) > LONGEST:
            return None
        key = core(line, self.windows)
        if not key or (key[0] == HOLE and not key.strip(HOLE)):
            return None
        entry = self.entry(key)
        if entry is not None:
            return entry
        named = self._named(key)
        if named != key:
            entry = self.entry(named)
        if entry is None and line[len(line) - 1] not in ".!?。！？।":
            entry = self._row(named)
            if entry is None:
                entry = self._labelled(key)
        if entry is None:
            entry = self._filled(key, line)
        if entry is None and named != key:
            entry = self._filled(named, line)
        return entry

    def entry(self, key: str) -> Plain | None:
        """Pack and level of a phrase without a hole, None where it is not listed."""
        return self._entry(key) if self._bits.has(number_of(key)) else None

    def _find_entry(self, key: str) -> Plain | None:
        text = self.whole.get(key)
        return (text[1:], int(text[0])) if text else None

    def _named(self, key: str) -> str:
        """The key with the names of services taken out."""
        size = len(key)
        if size > LONGEST_NAMING:
            return key
        parts: list[str] = []
        at, done, is_inside = 0, 0, False
        while at < size:
            end = 0 if is_inside else self._service_end(key, at)
            if end:
                parts += (key[done:at], SERVICE)
                at = done = end
            else:
                at += 1
            char = key[at - 1]
            is_inside = "a" <= char <= "z" or char.isalnum()
        return "".join(parts) + key[done:] if done else key

    def _service_end(self, key: str, at: int) -> int:
        """Where the name of a service ends that starts at a place; 0: none does."""
        width, end = min(PREFIX, len(key) - at), 0
        while width and not end:
            end = self._end_of(self._names.get(key[at : at + width], ()), key, at)
            width -= 1
        return end

    def _end_of(self, names: Sequence[str], key: str, at: int) -> int:
        """Where the first of some names ends that starts at a place; 0: none does."""
        for name in names:
            if key.startswith(name, at):
                end = name_end(key, at + len(name), len(name) >= INFLECTED)
                if end:
                    return end
        return 0

    def _filled(self, key: str, line: str) -> Plain | None:
        """A line that fills the holes of a phrase; a whole sentence tells too little of other articles."""
        size = len(key)
        entry = _filling(self.heads.get(key[:PREFIX], ()), key, line)
        if entry is None:
            entry = _filling(self.tails.get(key[max(0, size - PREFIX) :], ()), key, line)
        return entry

    def _row(self, key: str) -> Plain | None:
        """A line made of several phrases."""
        if "," in key or key.count(" ") >= MOST_WORDS:
            return None
        words = words_of(key, MOST_WORDS)
        if not 1 < len(words) <= MOST_WORDS:
            return None
        found: list[Plain] = []
        at, size = 0, len(words)
        while at < size and self._may_start(words[at]):
            width, entry = min(PART_WORDS, size - at), None
            while width and entry is None:
                entry = self.entry(" ".join(words[at : at + width]))
                width -= entry is None
            if entry is None:
                return None
            found.append(entry)
            at += width
        if at < size or len(found) == 1:
            return None
        pack, level = found[0]
        for other, sure in found:
            if sure > level:
                pack, level = other, sure
        few = level < LIKELY and len(found) < FEW
        return pack, NAME if few else LIKELY

    def _labelled(self, key: str) -> Plain | None:
        """A label and the title that it announces."""
        size = len(key)
        for at in range(min(size - 1, self._longest_label + 1)):
            char = key[at]
            if "a" <= char <= "z":
                continue
            mark = key[at + 1] if char == " " else char
            if mark in ":：|»›–—" or (
                char == " " and mark == "-" and at + 2 < size and key[at + 2] == " "
            ):
                return self._announced(key, at)
        return None

    def _announced(self, key: str, at: int) -> Plain | None:
        """The same of a label that ends at a place, with a mark after it."""
        rest = key[at:].lstrip(" ")[1:].lstrip(" ")
        return self.labels.get(key[:at]) if rest else None


def name_end(text: str, at: int, is_inflected: bool) -> int:  # noqa: FBT001
    """Where a name ends that was read to a place, with its ending; 0: it is part of a longer word."""
    if is_inflected:
        end = _after_letters(text, at, ENDING)
        at = end if end > at else _after_cyrillic(text, at)
    if at < len(text) and text[at] == "'":
        end = _after_letters(text, at + 1, ENDING)
        return at if _goes_on(text, end) else end
    return 0 if _goes_on(text, at) else at


def _after_letters(text: str, start: int, most: int) -> int:
    end = start
    while end < len(text) and end - start < most and _is_latin(text[end]):
        end += 1
    return end


def _after_cyrillic(text: str, start: int) -> int:
    end = start
    while end < len(text) and end - start < CYRILLIC_ENDING:
        char = text[end]
        if not ("а" <= char <= "я" or char in "ёіїє"):
            break
        end += 1
    return end


def _goes_on(text: str, at: int) -> bool:
    if at >= len(text):
        return False
    char = text[at]
    return _is_latin(char) or "0" <= char <= "9" or "а" <= char <= "я" or char == "ё"


def _is_latin(char: str) -> bool:
    return "a" <= char <= "z" or "à" <= char <= "ž"


def _filling(phrases: Sequence[tuple[list[str], Plain]], key: str, line: str) -> Plain | None:
    """Pack and level of the first of some phrases whose holes a line fills."""
    for parts, entry in phrases:
        if fills(key, parts) and not (
            line[len(line) - 1] in ".!?。！？।" and entry[0] == "related"
        ):
            return entry
    return None


def fills(key: str, parts: list[str]) -> bool:
    """Whether a line is the parts of a phrase with something in each hole between them."""
    first, end = parts[0], parts[len(parts) - 1]
    if not key.startswith(first) or not key.endswith(end):
        return False
    at, last = len(first), len(key) - len(end)
    for part in parts[1 : len(parts) - 1]:
        found = key.find(part, at + 1, last)
        if found < 0:
            return False
        at = found + len(part)
    return 0 < last - at <= HOLE_WIDTH


def words_of(text: str, most: int) -> list[str]:
    """The words of a row, between blanks, bars, strokes and commas: so many, and what follows them."""
    words: list[str] = []
    start, is_mark = 0, False
    for at, char in enumerate(text):
        was_mark = is_mark
        is_mark = char in "|/·•,+–—-" or char.isspace()
        if is_mark and not was_mark:
            words.append(text[start:at])
        elif was_mark and not is_mark:
            start = at
            if len(words) == most:
                break
    words.append("" if is_mark else text[start:])
    return words
