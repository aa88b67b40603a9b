"""Which lines a list may hold: told by how they begin and end, before any is looked up.

Most lines are prose. A listed line begins as a listed phrase does, or ends as a phrase with a hole does,
or is a row of phrases; a line that is none of these is done with here, the others are looked up in full.
Nothing that a list holds may be dismissed: a test holds that.

Beginnings and ends are compared by their letters, whatever stands around them: what the lists take away
there (bullets, numbers, arrows, counts) is taken away from phrases and from lines alike, and more of it.
"""

import functools
import hashlib
import marshal
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from textlint.api import Document, Table, folded, kept

LONGEST = 320
"""Code points of a line that any of the lists may hold."""
HEAD = 13
"""Code points of a beginning that are compared."""
BRIEF = 16
"""Code points of a line up to which it may be a brief phrase and a mark."""
TAIL = 2
"""Code points of an end by which ends are found; one after a number."""
ROW = 160
"""Code points of a row of phrases."""
QUOTES = frozenset("“”\"'‘’")
"""What no list takes away at the start of a line."""
START = re.compile(r"(?:[^\w“”\"'‘’]+|[\d_]+|[okm](?=\s))+")
"""What one may take away there: more than marks are bullets ("o ") and counts ("2k ")."""
CUT = re.compile(r"[\d#\0\1]|\{\}")
"""Where a phrase is no longer the same on every line: at a number, a hole, the name of a service."""
ENDS = " .,:;!?…»›→)]\"'“”‘"
"""What most often is nothing at the end of a line."""
STOPS = ".!?。"
"""What ends no row of phrases."""
PARTS = re.compile(r"[|¦│｜·•›»>＞→⟩▸►\t]|(?<=\s)[/\\–—-](?=\s)")
"""What parts the phrases of a row for one list, if it is not white space."""
MARKS = re.compile(r"[\s|/·•,+–—-]+")
"""The same for the other."""
MARK = re.compile(r"[|/·•,+–—¦│｜›»>＞→⟩▸►\t\\-]")
"""One of them is in every row that is parted so."""
BULLETS = " *+•·|>#0123456789.-–—()[]"
"""What most often is nothing at the start of a line."""
NUMBER = re.compile(r"\d+")
ANY, DIGIT, SERVICE = "\0", "#", "\1"
"""What follows an open beginning."""


class Group(NamedTuple):
    """The beginnings of phrases that have their first two code points in common."""

    heads: frozenset[str]
    """Of phrases that stay the same for HEAD code points."""
    briefs: frozenset[str]
    """Whole phrases that are shorter."""
    opens: tuple[tuple[str, str], ...]
    """What stands before a number, a hole, the name of a service, where it is shorter; which of them."""
    stems: tuple[str, ...]
    """The same by itself."""
    firsts: frozenset[str]
    """The first words of `briefs`, and of phrases that may have numbers among their words."""
    is_odd: bool = False
    """Whether lines that begin so do with what a list takes away."""


EMPTY = Group(frozenset(), frozenset(), (), (), frozenset())
SHORT = 48
"""Code points of a line that is remembered."""
REMEMBERED = 1 << 14
"""Lines that are remembered, of at most SHORT code points: 3 MB."""
MOST_GROUPS = 1 << 14
"""Groups that are remembered, empty ones too: 2 MB."""


class Groups(dict[str, Group]):
    """Groups by their two code points, each made ready when it is first asked for."""

    def __init__(self, packed: dict[str, tuple[str, ...]]) -> None:
        super().__init__()
        self._packed = packed

    def __missing__(self, key: str) -> Group:
        group = EMPTY._replace(is_odd=without_start(key + "x") != key + "x")
        packed = [self._packed[part] for part in {key, key[:1]} if part in self._packed]
        if packed:
            heads, briefs, opens, firsts = (
                [text for line in lines if line for text in line.split("\n")]
                for lines in zip(*packed, strict=True)
            )
            group = Group(
                frozenset(heads),
                frozenset(briefs),
                tuple((text[1:], text[0]) for text in opens),
                tuple(text[1:] for text in opens),
                frozenset(firsts),
                group.is_odd,
            )
        elif not group.is_odd:
            group = EMPTY
        if len(self) < MOST_GROUPS:
            self[key] = group
        return group


class Glance:
    """How listed lines begin and end."""

    def __init__(self, packed: bytes) -> None:
        plain, odd, tails, lasts, services, odds = marshal.loads(packed)  # noqa: S302 - the user's own
        self.plain = Groups(plain)
        """Of phrases that begin with a letter."""
        self.odd = Groups(odd)
        """Of the others, from their first letter on."""
        self.known = dict[str, bool]()
        """What was said of short lines: pages of a site say the same, and rows of menus do."""
        self.tails: dict[str, tuple[str, ...]] = tails
        """The ends of phrases that start with a hole, by their last code points."""
        self.is_last = functools.lru_cache(MOST_GROUPS)(Table(lasts).__contains__)
        """Whether a word is the last of a phrase."""
        self.services: tuple[str, ...] = services
        self.names = tuple({without_end(name).rpartition(" ")[2] for name in services})
        """Their last words."""
        self.odds = frozenset(odds)
        """The marks that phrases without a letter before their hole begin with."""

    def held(self, lines: Iterable[str]) -> list[int]:
        """Which of the lines a list may hold, by number; they are folded, without white space around them."""
        plain, known = self.plain, self.known
        found = list[int]()
        for number, line in enumerate(lines):
            if (is_held := known.get(line)) is None:
                if len(line) > LONGEST:
                    continue
                group, head = plain[line[:2]], line[:HEAD]
                if group.is_odd or "  " in head or not head.isprintable():
                    is_held = self._holds_odd(line)
                else:
                    is_held = self._holds(line, head, group)
                if len(line) <= SHORT:
                    if len(known) >= REMEMBERED:
                        known.clear()
                    known[line] = is_held
            if is_held:
                found.append(number)
        return found

    def _holds(self, line: str, head: str, group: Group) -> bool:
        """Whether a list may hold a line that begins with a letter or a quotation mark."""
        if head in group.heads or (line.startswith(group.stems) and self._is_open(line, group)):
            return True
        end = line.rstrip(ENDS)[-TAIL:]
        if end in self.tails or len(line) <= BRIEF or not end.isalpha():
            bare = without_end(line)
            if bare in group.briefs or self._has_tail(bare):
                return True
        if line[-1] in STOPS or len(line) > ROW:
            return False
        if "  " in line or not line.isprintable():
            return True
        first = line.partition(" ")[0]
        return (first in group.firsts or MARK.search(line) is not None) and self._is_row(
            line, line, (group,)
        )

    def _holds_odd(self, line: str) -> bool:
        """The same of a line that begins with what a list may take away, or has odd white space."""
        text = line
        if "  " in line or not line.isprintable():
            text = " ".join(line.split())
        group = self.plain[(start := text.lstrip(BULLETS))[:2]]
        if group.is_odd:
            start = without_start(text)
            if not self.odds.isdisjoint(text[: len(text) - len(start)]):
                return True
            group = self.plain[start[:2]]
        if not start:
            return False
        bare = without_end(start)
        both = (group, other) if (other := self.odd[start[:2]]) is not EMPTY else (group,)
        for each in both:
            if start[:HEAD] in each.heads or bare in each.briefs:
                return True
            if start.startswith(each.stems) and self._is_open(start, each):
                return True
        if self._has_tail(bare):
            return True
        if line[-1] in STOPS or len(line) > ROW:
            return False
        return text is not line or self._is_row(line, start, both)

    def _has_tail(self, bare: str) -> bool:
        """Whether a line ends as a phrase with a hole does."""
        same = self.tails.get(bare[-TAIL:]) or self.tails.get(bare[-1:])
        return same is not None and " ".join(bare.split()).endswith(same)

    def _is_open(self, text: str, group: Group) -> bool:
        """Whether a line goes on after an open beginning as a phrase does."""
        for start, follow in group.opens:
            if text.startswith(start) and (
                follow == ANY
                or (follow == DIGIT and text[len(start) : len(start) + 1].isdecimal())
                or (follow == SERVICE and text.startswith(self.services, len(start)))
            ):
                return True
        return False

    def _is_row(self, line: str, text: str, among: tuple[Group, ...]) -> bool:
        """Whether a line may be a row of phrases: `text` is the line from its first letter on.

        `among` are the groups that its beginning is looked for in.
        """
        if MARK.search(line):
            if PARTS.search(line):
                return True
            if MARK.search(text[:HEAD]):
                spaced = MARKS.sub(" ", text)
                groups = (self.plain[spaced[:2]], self.odd[spaced[:2]])
                if self._starts_row(spaced, groups, whole=True) and self._ends_row(text):
                    return True
        if not self._starts_row(text, among, whole=False):
            return False
        return self._ends_row(text) or len(NUMBER.findall(text)) > 1

    def _starts_row(self, text: str, among: Iterable[Group], *, whole: bool) -> bool:
        """Whether a line starts with the first word of a brief phrase, or (`whole`) as any phrase does."""
        first = text.partition(" ")[0]
        for group in among:
            if first in group.firsts:
                return True
            if whole and (text[:HEAD] in group.heads or self._is_open(text, group)):
                return True
        return False

    def _ends_row(self, text: str) -> bool:
        """Whether a line ends with the last word of a phrase, or the name of a service."""
        last = without_end(text).split()[-1]
        part = MARKS.split(last)[-1]
        if self.is_last(last) or self.is_last(part) or part.startswith(self.names):
            return True
        return NUMBER.search(last) is not None


def is_parted(line: str) -> bool:
    """Whether a line may have parts that more than a blank parts."""
    return "  " in line or PARTS.search(line) is not None or not line.isprintable()


def without_start(text: str) -> str:
    """A line or phrase from its first letter or quotation mark on."""
    match = START.match(text)
    return text[match.end() :] if match else text


def without_end(text: str) -> str:
    """A line or phrase up to its last letter, if it has one; a count's letter ("2k") is none."""
    if (last := text[-1]).isalpha() and last not in "km":
        return text
    bare = text.rstrip(ENDS)
    at = len(bare)
    while at and (
        not bare[at - 1].isalpha() or (bare[at - 1] in "km" and not bare[at - 2 : at - 1].isalpha())
    ):
        at -= 1
    return bare[:at] or text


@functools.cache
def glance() -> Glance:
    """How listed lines begin and end, made ready once for all runs."""
    from . import _lexicon, _lines, _lists

    parts = (_lexicon.digest(), _lines.digest(), _lists.digest(), Path(__file__).read_text("utf-8"))
    name = hashlib.blake2b("".join(parts).encode(), digest_size=16).hexdigest()
    return Glance(kept("glance", name, lambda: marshal.dumps(_ready())))


Beginnings = dict[str, tuple[set[str], ...]]


def _ready() -> tuple[Any, ...]:
    """The parts of a Glance."""
    from . import _lexicon, _lines

    plain: Beginnings = {}
    odd: Beginnings = {}
    odds: set[str] = set()
    for text, is_open in _starts():
        start = without_start(text)
        if start == text:
            _add(plain, start, is_open=is_open)
        elif not start:
            odds.update(text.replace(_lines.SERVICE, ""))
        elif _lines.SERVICE not in text[: -len(start)]:
            _add(odd, start, is_open=is_open)
    known = _lexicon.lexicon()
    for text in known.phrases:
        if " " in text and (entry := known.entry(text)) and entry[0] == "navigation":
            start = without_start(text)
            first = start.partition(" ")[0]
            _group(odd if start != text else plain, start)[-1].add(first)
    services = _lines.lexicon().services
    ends = [without_end(text) for text in (*known.phrases, *_lines.lexicon().whole, *services)]
    lasts = {word for end in ends for word in (end.rpartition(" ")[2], MARKS.split(end)[-1])}
    packed = (
        {key: tuple(map("\n".join, sets)) for key, sets in every.items()} for every in (plain, odd)
    )
    return *packed, _tails(), Table.pack(dict.fromkeys(lasts, "")), services, "".join(odds)


def _group(every: Beginnings, text: str) -> tuple[set[str], ...]:
    """The sets of the group that a beginning belongs to."""
    return every.setdefault(text[:2], tuple(set() for _ in range(4)))


def _add(every: Beginnings, text: str, *, is_open: bool) -> None:
    """Add the beginning of a phrase, from its first letter on."""
    cut = CUT.search(text)
    start = text[: cut.start()] if cut else text
    heads, briefs, opens, _ = _group(every, start)
    if len(start) >= HEAD:
        heads.add(start[:HEAD])
    elif cut and (cut[0] == SERVICE or cut[0] == DIGIT or cut[0].isdecimal()):
        opens.add((SERVICE if cut[0] == SERVICE else DIGIT) + start)
    elif cut or is_open:
        opens.add(ANY + start)
    else:
        briefs.add(without_end(start))
        for first in (start.partition(" ")[0], MARKS.split(start)[0]):
            _group(every, f"{first} ")[3].add(first)


def _starts() -> Iterator[tuple[str, bool]]:
    """What lines that are listed start with; whether anything may follow."""
    from . import _lexicon, _lines, _lists

    known, furniture, headings = _lexicon.lexicon(), _lines.lexicon(), _lists.headings()
    for text in (*known.phrases, *furniture.whole, *headings.whole):
        yield text, False
    for some in known.starts.values():
        yield from ((before, True) for before, *_ in some)
    for others in furniture.heads.values():
        yield from ((parts[0], True) for parts, _ in others)
    for pairs in headings.holed.values():
        yield from ((before, True) for before, _ in pairs if before)
    for text in (*furniture.labels, *furniture.services):
        yield text, True


def _tails() -> dict[str, tuple[str, ...]]:
    """What listed lines end with that start with a hole, and what is taken away at the end, by their ends."""
    from . import _lexicon, _lines, _lists

    texts = [after for some in _lexicon.lexicon().ends.values() for _, after, *_ in some]
    for others in _lines.lexicon().tails.values():
        texts += [parts[-1] for parts, _ in others if parts[-1]]
    for pairs in _lists.headings().holed.values():
        texts += [after for before, after in pairs if not before]
    found: dict[str, tuple[str, ...]] = {}
    for text in (*texts, *_lines.windows()):
        end = CUT.split(without_end(without_start(text)))[-1]
        key = end[-TAIL:]
        if not key or " " in key or (len(key) < TAIL and end == text):
            raise ValueError(f"an end by which no line can be told: {text!r}")
        found[key] = (*found.get(key, ()), end)
    return found


def folded_lines(document: Document) -> list[str]:
    """The texts of a document's `lines`, folded: a fact."""
    return list(filter(None, map(str.strip, document.fact(folded).split("\n"))))


def candidates(document: Document) -> list[int]:
    """The lines that a list may hold, by number: a fact."""
    return glance().held(document.fact(folded_lines))
