"""Which sentences and lines of a document stand in it before: facts that DUP001 and DUP002 share."""

import msgspec

from textlint.api import Document, Span, compile_re

from ._pieces import count_letters, may_repeat
from .repetition import loops

SENTENCE = compile_re(
    r"[.!?…؟۔。！？।॥\n](?:(?<=[.!?…؟۔])[.!?…؟۔]*[\"'”’»)\]]*(?=\s)"
    r"|(?<=[。！？।॥])[。！？।॥]*[\"'”’»」』）]*|(?<=\n))"
)
"""Where a sentence or a line ends. One set of characters begins it all: so it is searched for fast."""
EDGES = " \t\r\n\u00a0\u3000\"'“”‘’«»„‚「」『』()[].,;:!?…。！？।॥؟۔*•·–—-_>#"
"""What may differ around a sentence that stands twice: quotation marks, bullets, the full stop."""
LONG = 40
"""Letters of a sentence that tell it from a formula (“He shook his head.”)."""
TABULAR = ("|", "\t", "{", "}", "</", "://", "==")
"""Marks of table rows, of code and of lists of links, which repeat by nature."""
SHORTEST = 20
"""Code points of a long sentence, whose letters are counted: 20 Han characters are one."""


class Unit(msgspec.Struct, frozen=True):
    """A sentence, or what of a line is none: span in code points, text without edges, line from 0."""

    start: int
    end: int
    key: str
    line: int

    @property
    def is_long(self) -> bool:
        """Whether it is long enough to be told from a formula."""
        return len(self.key) >= SHORTEST and count_letters(self.key) >= LONG


class Copy(msgspec.Struct, frozen=True):
    """Units first..last that stand in the document before, in the same order, from `source` on."""

    first: int
    last: int
    source: int

    @property
    def source_end(self) -> int:
        """The last of the units that it is a copy of."""
        return self.source + self.last - self.first


class Repeat(msgspec.Struct, frozen=True):
    """A copy as spans of the text; whether it and its source fill their lines; what lies between."""

    copy: Span
    source: Span
    whole: bool
    source_whole: bool
    gap: int
    sentences: int
    line: int
    """Line of the source, from 0."""

    def is_lines(self, text: str) -> bool:
        """Whether both are the same lines, white space aside."""
        if not (self.whole and self.source_whole):
            return False
        return text[slice(*self.copy)].split() == text[slice(*self.source)].split()


def described(every: list[Unit], copy: Copy) -> Repeat:
    """What rules want to know of a copy."""
    return Repeat(
        Span(every[copy.first].start, every[copy.last].end),
        Span(every[copy.source].start, every[copy.source_end].end),
        _is_whole(every, copy.first, copy.last),
        _is_whole(every, copy.source, copy.source_end),
        copy.first - copy.source_end - 1,
        copy.last - copy.first + 1,
        every[copy.source].line,
    )


def _is_whole(every: list[Unit], first: int, last: int) -> bool:
    """Whether units fill their lines, nothing else before or after them."""
    opens = first == 0 or every[first - 1].line < every[first].line
    return opens and (last + 1 == len(every) or every[last + 1].line > every[last].line)


def is_tabular(text: str) -> bool:
    """Whether a passage is of tables, code or links."""
    return any(mark in text for mark in TABULAR)


def units(document: Document) -> list[Unit]:
    """The sentences of the document, in order: a fact, asked for only where something repeats."""
    text, found, at, line = document.text, list[Unit](), 0, 0
    for match in SENTENCE.finditer(text):
        end = match.end()
        if unit := _unit(text, at, end, line):
            found.append(unit)
        at = end
        line += match[0] == "\n"
    if unit := _unit(text, at, len(text), line):
        found.append(unit)
    return found


def _unit(text: str, start: int, end: int, line: int) -> Unit | None:
    raw = text[start:end]
    if not (body := raw.strip()):
        return None
    start += raw.index(body[0])
    key = " ".join(body.strip(EDGES).split())
    return Unit(start, start + len(body), key, line)


def copies(document: Document) -> list[Copy]:
    """The passages that stand in the document before, each as long as can be: a fact.

    A passage holds at least one long sentence; short ones belong to it where they follow in both
    places. Loops are left out: they are reported as such. Empty where no rule would report any.
    """
    if not document.fact(may_repeat):
        return []
    every = document.fact(units)
    looped = _looped(every, [Span(loop.start, loop.end) for loop in document.fact(loops)])
    seen: dict[str, int] = {}
    found: list[Copy] = []
    at = 0
    while at < len(every):
        unit = every[at]
        source = seen.setdefault(unit.key, at)
        if source == at or at in looped or not unit.is_long:
            at += 1
            continue
        done = found[-1].last if found else -1
        copy = _extended(every, at, source, done)
        found.append(copy)
        at = copy.last + 1
    return found


def _extended(every: list[Unit], at: int, source: int, done: int) -> Copy:
    """The passage around a sentence that stands twice, up to where the two places part."""
    last, end = at, source
    while last + 1 < len(every) and end + 1 < at and every[last + 1].key == every[end + 1].key:
        last, end = last + 1, end + 1
    first = at
    while source > 0 and first - 1 > done and first - 1 > end:
        if every[first - 1].key != every[source - 1].key or every[first - 1].is_long:
            break
        first, source = first - 1, source - 1
    return Copy(first, last, source)


def _looped(every: list[Unit], spans: list[Span]) -> set[int]:
    """The units that lie in loops; both come in order."""
    found, at = set(), 0
    for number, unit in enumerate(every):
        while at < len(spans) and spans[at].end <= unit.start:
            at += 1
        if at < len(spans) and spans[at].start < unit.end:
            found.add(number)
    return found
