"""What can be counted of a line that tells a page's furniture from its article.

Of the line itself, of the lines around it, of the run of lines without prose that it stands in, and of
where the page's article lies. All of it is counting in a few passes over the lines;
judge/features.toml weighs what is counted.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from ._features import CLEAR, LINK, LONG, Look, is_entry, tokens_of

NEAR, AROUND, ABOUT = 5, 6, 20
"""Lines to either side that a line is compared with: for their form, their echoes, their phrases."""
POST = 3
"""Lines to either side in which what stands over a post is looked for."""
ABOVE, FAR_ABOVE = 16, 48
"""Lines above the article among which its headline is looked for; among which it is looked for if it
is in its words: buttons, pictures and teasers may stand between."""
SOME, SAME = 2, 0.5
"""Words of content that the article has from such a headline, and their share."""
TITLE_WORDS, TIMES = 3, 3
"""Words that a headline has at least; times that it stands on the page at most."""
BESIDE = 2
"""Lines on either side of a heading in the article among which there is prose."""
MANY_WORDS = 30
"""Words beyond which a line near by is just long."""
PARAGRAPH = 60
"""Words beyond which a line of prose counts no more for the article's extent."""
GAP = 4
"""Words of prose that a line without prose takes from the article's extent. From 4 to 8 the extent of
labelled pages changed little; at 4 articles with lists were kept in one piece more often."""
READ = 20_000
"""Code points of a line of prose whose words are known."""
CONTENT = 4
"""Letters from which a word counts as one of content."""
ECHO = 200
"""Code points of a line that are compared with headings."""
NESTED = ("+", "o")
"""The bullets of lists within lists, in texts made of pages."""

SEPARATOR = re.compile(r"[|•·»›→▸▶>｜／«‹←]|\s[/–—-]\s")
NUMBER = re.compile(r"\d+")
PLAIN = re.compile(r"^\W*(?:\d+\W+)?|[\W_]+")
"""What a heading and its entry in a table of contents may differ in."""


class Run(NamedTuple):
    """Neighbouring lines [first, last) that are all prose, or all not."""

    first: int
    last: int
    is_prose: bool


Sums = Sequence[float]
"""Running sums over lines: what lines [a, b) have is sums[b] - sums[a]."""


def runs(looks: Sequence[Look]) -> list[Run]:
    """The page's runs of prose and of other lines, in order."""
    found: list[Run] = []
    first = 0
    for at in range(1, len(looks) + 1):
        if at == len(looks) or looks[at].is_prose != looks[first].is_prose:
            found.append(Run(first, at, looks[first].is_prose))
            first = at
    return found


def extent(looks: Sequence[Look]) -> tuple[int, int]:
    """The lines [first, last) of the article: those where prose outweighs what is none the most.

    The maximum subsequence of Pasternack and Roth, "Extracting Article Text from the Web with Maximum
    Subsequence Segmentation" (2009), over words of prose.
    """
    best, found = 0, (0, 0)
    sum_, first = 0, 0
    for at, item in enumerate(looks):
        if sum_ <= 0:
            sum_, first = 0, at
        sum_ += min(item.words, PARAGRAPH) if item.is_prose else -GAP
        if sum_ > best:
            best, found = sum_, (first, at + 1)
    return found


class Page:
    """The lines of a page and what is counted over them."""

    def __init__(self, looks: Sequence[Look]) -> None:
        self.looks = looks
        self.runs = runs(looks)
        self.first, self.last = extent(looks)
        self.echoes = _echoes(looks)
        self.masked = list(map(_masked, looks))
        self.often = Counter(self.masked)
        self.prose = self._sums(lambda item: item.is_prose)
        self.words = self._sums(lambda item: min(item.words, MANY_WORDS))
        self.paragraphs = self._sums(lambda item: min(item.words, PARAGRAPH) * item.is_prose)
        self.bare = self._sums(lambda item: item.end == 0 and not item.is_prose)
        self.listed = self._sums(lambda item: item.listed > 0)
        self.clear = self._sums(lambda item: item.listed >= LINK)
        self.labels = self._sums(lambda item: item.is_label)
        self.entries = self._sums(is_entry)
        self.marks = self._sums(lambda item: item.is_mark)
        self.sure = self._sums(lambda item: item.listed >= CLEAR)
        self.echoed: Sums = [0, *accumulate(self.echoes)]
        vocabulary = _vocabulary(looks)
        self.known = [_known(item, vocabulary) for item in looks]
        self.whole = self._whole()
        self.twins = self._twins()
        self.headlines = frozenset(self._headlines(vocabulary))

    def _sums(self, count: Callable[[Look], float]) -> Sums:
        return [0, *accumulate(map(count, self.looks))]

    def _whole(self) -> dict[str, float]:
        """What is counted of the page."""
        count = len(self.looks)
        replies = sum(
            item.is_reply
            for run in self.runs[1:-1]
            if not run.is_prose
            for item in self.looks[run.first : run.last]
        )
        inside = self.paragraphs[self.last] - self.paragraphs[self.first]
        return {
            "page_lines": count,
            "page_prose": self.prose[-1] / count,
            "page_listed": self.listed[-1] / max(1, count - self.prose[-1]),
            "thread": replies / max(1, self.prose[-1]),
            "body_share": inside / max(1, self.paragraphs[-1]),
        }

    def _headlines(self, vocabulary: frozenset[str]) -> Iterator[str]:
        """The lines above the article that its prose knows best: what may be its headline."""
        best = 0
        for at in range(self.first - 1, max(0, self.first - FAR_ABOVE) - 1, -1):
            item = self.looks[at]
            if item.is_prose or item.bullet or item.listed or item.is_mark:
                continue
            if not TITLE_WORDS <= item.words <= MANY_WORDS or self.often[self.masked[at]] > TIMES:
                continue
            known = sum(word in vocabulary for word in {*item.tokens} if len(word) >= CONTENT)
            is_sure = known >= SOME and self.known[at] >= SAME
            if is_sure or (known >= best and at >= self.first - ABOVE):
                best = max(best, known + 1)
                yield self.masked[at]

    def _twins(self) -> frozenset[str]:
        """The lines of the article that may be headings in it."""
        first, last = self.first, self.last
        return frozenset(
            self.masked[at]
            for at in range(first, last)
            if not (item := self.looks[at]).is_prose
            and not item.bullet
            and item.listed < CLEAR
            and self.prose[min(last, at + 1 + BESIDE)] > self.prose[max(first, at - BESIDE)]
        )

    def values(self) -> Iterator[tuple[int, dict[str, float]]]:
        """The lines that are no prose, by number, and what is counted of each."""
        for run in self.runs:
            if run.is_prose:
                continue
            block = self._block(run)
            for at in range(run.first, run.last):
                own = self._line(at) | self._near(at) | self._beside(at, run)
                yield at, own | block | self.whole

    def _line(self, at: int) -> dict[str, float]:
        """What is counted of a line by itself."""
        item = self.looks[at]
        head = item.text[:LONG]
        return {
            "words": item.words,
            "length": len(item.text),
            "end": item.end,
            "digits": sum(map(str.isdigit, head)) / max(1, len(head)),
            "separators": len(SEPARATOR.findall(head)),
            "tab": float("\t" in head),
            "listed": item.listed,
            "twin": float(self.masked[at] in self.twins and not self.first <= at < self.last),
            "headline": float(self.masked[at] in self.headlines),
            "known": self.known[at],
            "often": self.often[self.masked[at]],
            "echo": float(self.echoes[at]),
        }

    def _near(self, at: int) -> dict[str, float]:
        """What is counted of a line's neighbours."""
        item = self.looks[at]
        first, last = max(0, at - NEAR), min(len(self.looks), at + NEAR + 1)
        others = max(1, last - first - 1)
        begin, end = max(0, at - AROUND), min(len(self.looks), at + AROUND + 1)
        start, stop = max(0, at - ABOUT), min(len(self.looks), at + ABOUT + 1)
        near, near_stop = max(0, at - POST), min(len(self.looks), at + POST + 1)
        about = max(1, stop - start - 1 - (self.prose[stop] - self.prose[start]))
        return {
            "near_words": (self.words[last] - self.words[first] - min(item.words, MANY_WORDS))
            / others,
            "near_bare": (self.bare[last] - self.bare[first]) / (last - first),
            "near_entries": (self.entries[last] - self.entries[first] - is_entry(item)) / others,
            "near_echo": (self.echoed[end] - self.echoed[begin] - self.echoes[at])
            / max(1, end - begin - 1),
            "near_listed": (self.listed[stop] - self.listed[start] - (item.listed > 0)) / about,
            "near_marks": self.marks[near_stop] - self.marks[near] - item.is_mark,
            "near_labels": (self.labels[stop] - self.labels[start] - item.is_label) / about,
        }

    def _gap(self, at: int, run: Run) -> int:
        """Lines to the article from outside; within it, below 0, lines to the nearest of prose."""
        if at < self.first:
            return self.first - at
        if at >= self.last:
            return at - self.last + 1
        return -min(at - run.first + 1, run.last - at)

    def _between(self, at: int) -> float:
        """Lines between a line and the article that only pages have."""
        if at < self.first:
            return self.sure[self.first] - self.sure[at + 1]
        return self.sure[at] - self.sure[self.last] if at >= self.last else -1.0

    def _beside(self, at: int, run: Run) -> dict[str, float]:
        """What the other lines of its run say of a line."""
        item = self.looks[at]
        others = max(1, run.last - run.first - 1)
        clear = self.clear[run.last] - self.clear[run.first] - (item.listed >= LINK)
        listed = self.listed[run.last] - self.listed[run.first] - (item.listed > 0)
        ahead = self.paragraphs[-1] - self.paragraphs[at + 1]
        return {
            "between": self._between(at),
            "over": (at + 1 == run.last and run.last < len(self.looks))
            + 2 * (at == run.first and at > 0),
            "capitals": _capitals(item),
            "mark": float(item.is_mark),
            "body_gap": self._gap(at, run),
            "run_clear": clear,
            "run_listed": listed / others,
            "ahead": ahead / max(1, self.paragraphs[-1]),
        }

    def _block(self, run: Run) -> dict[str, float]:
        """What is counted of a run of lines."""
        items = self.looks[run.first : run.last]
        count = len(items)
        known = [share for share in self.known[run.first : run.last] if share >= 0]
        return {
            "run_lines": count,
            "run_words": sum(item.words for item in items) / count,
            "run_dates": sum(item.is_dated for item in items) / count,
            "run_bullets": sum(item.bullet != "" for item in items) / count,
            "run_nested": sum(item.bullet in NESTED for item in items) / count,
            "run_tabs": sum("\t" in item.text[:LONG] for item in items) / count,
            "run_known": sum(known) / len(known) if known else -1.0,
            "run_intro": self.looks[run.first - 1].end if run.first else -1,
        }


def _capitals(item: Look) -> float:
    """Share of the words that begin with a capital, -1 where the script has none."""
    words = [word for word in item.text[:LONG].split() if word[0].isalpha()]
    if not words or item.is_unspaced:
        return -1.0
    return sum(word[0].isupper() for word in words) / len(words)


def _masked(item: Look) -> str:
    """A line as it comes again on the page: whatever its number and its case."""
    return NUMBER.sub("0", item.text[:LONG].lower())


def _echoes(looks: Sequence[Look]) -> list[bool]:
    """Which lines stand over prose elsewhere on the page: the entries of a table of contents."""
    plain = [
        "" if item.is_prose or item.words < 2 else PLAIN.sub(" ", item.text[:ECHO].lower())  # noqa: PLR2004
        for item in looks
    ]
    over = [
        text != "" and at + 1 < len(looks) and looks[at + 1].is_prose
        for at, text in enumerate(plain)
    ]
    headings = Counter(text for text, is_over in zip(plain, over, strict=True) if is_over)
    return [headings[text] > is_over for text, is_over in zip(plain, over, strict=True)]


def _vocabulary(looks: Iterable[Look]) -> frozenset[str]:
    """The words of the page's prose."""
    return frozenset(
        token
        for item in looks
        if item.is_prose
        for token in (item.tokens or tokens_of(item.text[:READ]))
        if len(token) >= CONTENT
    )


def _known(item: Look, vocabulary: frozenset[str]) -> float:
    """Share of a line's words of content that the prose knows; -1 where it has none, or is prose."""
    content = [word for word in item.tokens if len(word) >= CONTENT]
    if not content or item.is_unspaced or item.is_prose:
        return -1.0
    return sum(word in vocabulary for word in content) / len(content)
