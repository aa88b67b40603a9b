"""Which sentences and lines of a document stand in it before: facts that DUP001 and DUP002 share."""

from itertools import count
from string import ascii_letters

import msgspec

from textlint.api import Document, Span, recurrence

from ._sentences import sentences
from .repetition import loops

LONG = 40
"""Letters of a sentence that tell it from a formula (“He shook his head.”)."""
TABULAR = ("|", "\t", "{", "}", "</", "://", "==")
"""Marks of table rows, of code and of lists of links, which repeat by nature."""
SHORTEST = 20
"""Code points of a long sentence, whose letters are counted: 20 Han characters are one."""
TOP = 5
"""Lines that hold headline and teaser, which the article repeats."""
SENTENCES, SHARE = 3, 0.6
"""Long sentences of a body that stands twice, and share of the letters of all different sentences."""
ASCII = bytes(range(128))
NO_LETTERS = bytes(set(range(256)) - set(ascii_letters.encode()))
WIDE = "\u1100"
"""From this code point on, letters of the scripts that say as much with half as many: they count twice."""


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


def count_letters(text: str) -> int:
    """Letters, those of Korean, Chinese and Japanese counted twice."""
    data = text.encode("utf-8", "surrogatepass")
    letters = len(data.translate(None, NO_LETTERS))
    if len(data) == len(text):
        return letters
    others = data.translate(None, ASCII).decode("utf-8", "surrogatepass")
    letters += sum(map(str.isalpha, others))
    return letters + sum(char >= WIDE and char.isalpha() for char in others)


def may_repeat(document: Document) -> bool:
    """Whether a long sentence repeats one at the top or just before it, or several repeat others.

    A fact; False only where no rule has anything to report. Sentences are compared by their words.
    """
    _, _, numbers, places = document.fact(recurrence)
    if len(set(numbers)) == len(numbers):
        return False
    first: dict[int, int] = {}
    again = [
        (at, source)
        for at, number in enumerate(numbers)
        if (source := first.setdefault(number, at)) != at
    ]
    sources = {source for _, source in again}
    if len(sources) >= SENTENCES or document.text.count("\n", 0, places[min(sources)]) < TOP:
        return True
    return any(numbers[source:at] == numbers[at : 2 * at - source] for at, source in again)


def units(document: Document) -> list[Unit]:
    """The sentences of the document, in order: a fact, asked for only where something repeats."""
    return [Unit(*each) for each in sentences(document.text)]


def copies(document: Document) -> list[Copy]:
    """The passages that stand in the document before, each as long as can be: a fact.

    A passage holds at least one long sentence; short ones belong to it where they follow in both
    places. Loops are left out: they are reported as such. Empty where no rule would report any.
    """
    if not document.fact(may_repeat):
        return []
    every = document.fact(units)
    looped = _looped(every, [Span(loop.start, loop.end) for loop in document.fact(loops)])
    sources = map(dict[str, int]().setdefault, [unit.key for unit in every], count())
    found: list[Copy] = []
    done = -1
    for at, source in enumerate(sources):
        if done < at != source and at not in looped and every[at].is_long:
            found.append(_extended(every, at, source, done))
            done = found[-1].last
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
    found, at = set[int](), 0
    for number, unit in enumerate(every if spans else ()):
        while at < len(spans) and spans[at].end <= unit.start:
            at += 1
        if at < len(spans) and spans[at].start < unit.end:
            found.add(number)
    return found
