"""Which lines no list can hold: told by a few code points at either end, before any is looked up.

Most lines are prose. A listed line is a listed phrase to its first letters, or ends as a phrase with a
hole does, or is a row of phrases; a line that is none of these is done with at a glance, the others are
looked up in full. Nothing that a list holds may be dismissed here: a test holds that.
"""

import functools
import hashlib
import marshal
import re
from collections.abc import Iterator
from typing import Any
from zlib import crc32

from textlint.api import Document, fold, kept, lines

LONGEST = 400
"""Code points of a line that any of the lists may hold."""
HEAD = 10
"""Code points of a line's beginning that are compared."""
TAIL = 4
"""The same of its end."""
SLOTS = 1 << 21
LAST_SLOT = SLOTS - 1
"""Places that beginnings fall on by their CRC-32: one in a hundred of prose falls on a listed one's."""
FIRST = 4
"""Code points by which brief beginnings are told apart first."""
PLAIN = re.compile(r"(?:[^\W\d_oO]|[“„\"'‘])[^\s\d]*(?: [^\s\d]+)* ?").fullmatch
"""A beginning, of HEAD code points, that every list compares as it stands but for letter case."""
ENDS = " .!:…»›→"
"""What is nothing at the end of a line to any list."""
QUOTES = frozenset("”\"’'“")
"""What no listed phrase ends with, and no list takes away."""
STOPS = frozenset(".!?。")
"""What ends no row of phrases."""
SEPARATORS = re.compile(r"[|¦│｜·•›»>＞→⟩▸►\t]|\s[/\\–—-]\s|\s\s")
"""What parts the phrases of a row, if it is not a blank."""
ASCII_SEPARATORS = re.compile(r"[|>\t/\\\x0b-\x1f-]")
"""One of them is among them where the text is ASCII and has no two blanks in a row."""
MARK = re.compile(r"\.\.|[|/·•+–—…«»‹›<>-]")
"""What stands between the first words of a row instead of a blank, in one list or another."""


class Glance:
    """How listed lines begin and end."""

    def __init__(self, packed: bytes) -> None:
        heads, briefs, tails = marshal.loads(packed)  # noqa: S302 - the user's own, checksummed
        self.heads: bytes = heads
        """A bit for each slot: whether a beginning falls on it."""
        self.briefs: frozenset[str] = briefs
        """What stands before a hole or a title, where it is shorter than that."""
        self.longer: dict[str, tuple[str, ...]] = {}
        """Those of them that are not the briefest, by their first code points."""
        for brief in briefs:
            if len(brief) >= FIRST:
                first = brief[:FIRST]
                self.longer[first] = (*self.longer.get(first, ()), brief)
        self.initials = frozenset(brief[0] for brief in briefs if len(brief) < FIRST)
        """How the briefest begin."""
        self.tails: frozenset[str] = tails
        """The ends of phrases that start with a hole."""
        self.asks = any(tail[-1] == "?" for tail in tails)

    def dismisses(self, text: str) -> bool:
        """Whether no list holds a line (without white space around it)."""
        head = text[:HEAD]
        is_plain = head.replace(" ", "").isalpha() and "  " not in head and head[1:2] != " "
        if not (is_plain or PLAIN(head)):
            return False
        if text[HEAD - 1 : HEAD + 1].isspace():
            return False
        if head.isascii():
            head = head.lower()
            slot = crc32(head.encode()) & LAST_SLOT
        else:
            head = fold(head)
            slot = crc32(head.encode("utf-8", "surrogatepass")) & LAST_SLOT
        if self.heads[slot >> 3] >> (slot & 7) & 1:
            return False
        if (same := self.longer.get(head[:FIRST])) and head.startswith(same):
            return False
        if head[0] in self.initials and not self.briefs.isdisjoint((head[:3], head[:2], head[0])):
            return False
        bare = text.rstrip(ENDS)
        if len(bare) <= HEAD:
            return False
        if bare[-1] not in QUOTES and not self._ends_otherwise(bare[-TAIL:]):
            return False
        return text[-1] in STOPS or self._is_no_row(text, head)

    def _ends_otherwise(self, tail: str) -> bool:
        """Whether a line with such an end, not in quotation marks, ends as no phrase with a hole does."""
        tail = tail.lower() if tail.isascii() else fold(tail)
        if tail.isalpha():
            return tail not in self.tails
        if tail[-1] == "?":
            return not self.asks
        if not tail[-1].isalpha():
            return False
        return tail.replace(" ", "").isalpha() and "  " not in tail and tail not in self.tails

    def _is_no_row(self, text: str, head: str) -> bool:
        """Whether a line that is no sentence is no row of phrases either."""
        parts = ASCII_SEPARATORS if text.isascii() else SEPARATORS
        if " " not in head or "  " in text or (parts.search(text) and SEPARATORS.search(text)):
            return False
        if text[-1] in QUOTES:
            return True
        if MARK.search(head):
            return False
        from . import _lexicon, _lines

        one, other = _lexicon.lexicon().phrases, _lines.lexicon().whole
        at = head.find(" ")
        while at > 0:
            start = head[:at]
            if start in one or start in other:
                return False
            at = head.find(" ", at + 1)
        return True


@functools.cache
def glance() -> Glance:
    """How listed lines begin and end, made ready once for all runs."""
    from . import _lexicon, _lines, error_page

    parts = (_lexicon.digest(), _lines.digest(), error_page.digest(), f"{HEAD} {TAIL} {SLOTS}")
    name = hashlib.blake2b("".join(parts).encode(), digest_size=16).hexdigest()
    return Glance(kept("glance", name, lambda: marshal.dumps(_ready())))


def _ready() -> tuple[Any, ...]:
    """The parts of a Glance."""
    heads = bytearray(SLOTS // 8)
    briefs: set[str] = set()
    for start, is_open in _starts():
        if len(start) >= HEAD:
            slot = crc32(start[:HEAD].encode("utf-8", "surrogatepass")) & LAST_SLOT
            heads[slot >> 3] |= 1 << (slot & 7)
        elif is_open:
            briefs.add(start)
    tails = [text.rstrip(ENDS)[-TAIL:] for text in _ends()]
    if any(len(tail) < TAIL for tail in tails):
        raise ValueError(f"an end of less than {TAIL} code points: {min(tails, key=len)!r}")
    return bytes(heads), frozenset(briefs), frozenset(tails)


def _starts() -> Iterator[tuple[str, bool]]:
    """What lines that are listed start with; whether anything may follow."""
    from . import _lexicon, _lines, error_page

    known, furniture = _lexicon.lexicon(), _lines.lexicon()
    whole = [*known.phrases, *furniture.whole, *error_page.messages()]
    holed = [before for some in known.starts.values() for before, *_ in some]
    holed += [parts[0] for some in furniture.heads.values() for parts, _ in some]
    for texts, is_open in ((whole, False), ((*holed, *furniture.labels), True)):
        for text in texts:
            before, service, _ = text.partition(_lines.SERVICE)
            if service and len(before) < HEAD:
                yield from ((before + name, True) for name in furniture.services)
            else:
                yield before if service else text, is_open or bool(service)


def _ends() -> Iterator[str]:
    """What listed lines end with that start with a hole."""
    from . import _lexicon, _lines

    for some in _lexicon.lexicon().ends.values():
        yield from (after for _, after, _, _ in some)
    for others in _lines.lexicon().tails.values():
        yield from (
            text for parts, _ in others if (text := parts[-1].rpartition(_lines.SERVICE)[2])
        )


def candidates(document: Document) -> list[int]:
    """The lines that a list may hold, by number: a fact."""
    dismisses = glance().dismisses
    return [
        number
        for number, line in enumerate(document.fact(lines))
        if len(line.text) <= LONGEST and not dismisses(line.text)
    ]
