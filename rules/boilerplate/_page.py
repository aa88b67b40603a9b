"""What can be counted of a line that tells a page's furniture from its article.

Of the line itself, of the lines around it, of the run of lines without prose that it stands in, and of
where the page's article lies. All of it is counting in a few passes over the lines;
judge/features.toml weighs what is counted.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import compress, groupby
from operator import mul, not_, or_, sub, truediv
from typing import NamedTuple

from ._columns import Capitals, Column, about, most, ones, others, shares, sums, widths
from ._echoes import echoes
from ._features import CLEAR, LINK, Evidence, Looks, is_dated, labelled, marked

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
ENTRIES = 0.5
"""Share of neighbours that are entries with a date too, from which an entry is of a list of the article."""
EVENT = 4
"""Words beyond which a line with a date is an entry rather than a stamp."""
CONTENT = 4
"""Letters from which a word counts as one of content."""


class Run(NamedTuple):
    """Neighbouring lines [first, last) that are all prose, or all not."""

    first: int
    last: int
    is_prose: bool


def runs(is_prose: Iterable[bool]) -> list[Run]:
    """The page's runs of prose and of other lines, in order."""
    found: list[Run] = []
    first = 0
    for kind, some in groupby(is_prose):
        last = first + len(list(some))
        found.append(Run(first, last, kind))
        first = last
    return found


def extent(looks: Looks) -> tuple[int, int]:
    """The lines [first, last) of the article: those where prose outweighs what is none the most.

    The maximum subsequence of Pasternack and Roth, "Extracting Article Text from the Web with Maximum
    Subsequence Segmentation" (2009), over words of prose.
    """
    best, found = 0, (0, 0)
    sum_, first = 0, 0
    words = most(looks.words, PARAGRAPH)
    for at, is_prose in enumerate(looks.is_prose):
        if sum_ <= 0:
            sum_, first = 0, at
        sum_ += words[at] if is_prose else -GAP
        if is_prose and sum_ > best:
            best, found = sum_, (first, at + 1)
    return found


class Page:
    """The lines of a page and what is counted over them."""

    def __init__(self, looks: Looks, known: Evidence) -> None:
        self.looks = looks
        self.size = len(looks.bodies)
        self.bare = [at for at, is_prose in enumerate(looks.is_prose) if not is_prose]
        """The lines that are no prose, by number."""
        bare = frozenset(self.bare)
        self.listed = [0] * self.size
        self.known_to = bare.intersection(known.listed)
        """Those of them that are listed."""
        for at in self.known_to:
            self.listed[at] = known.listed[at]
        self.marks, replies = bare & known.marks, bare & known.replies
        self.runs = runs(looks.is_prose)
        self.first, self.last = extent(looks)
        self.prose = sums(looks.is_prose)
        self.paragraphs = sums(map(mul, most(looks.words, PARAGRAPH), looks.is_prose))
        self.clear = sums([level >= LINK for level in self.listed])
        self.sure = sums([level >= CLEAR for level in self.listed])
        self.lists = sums(ones(self.size, self.known_to))
        self.often = Counter(looks.masked)
        self.echoes = echoes(looks)
        dated = [at for at in self.bare if "0" in looks.masked[at] and is_dated(looks.bodies[at])]
        self.dates = ones(self.size, dated)
        self.entries = frozenset(at for at in dated if looks.words[at] > EVENT)
        self.tabs = ones(self.size, [at for at in self.bare if "\t" in looks.bodies[at]])
        vocabulary = _vocabulary(looks)
        self.known = self._known(vocabulary)
        self.twins = self._twins()
        self.headlines = frozenset(self._headlines(vocabulary))
        self.whole = self._whole(replies)
        self.blocks = [run for run in self.runs if not run.is_prose]
        self.of_runs = self._of_runs()
        """What is counted of runs without prose: columns with an entry a run."""
        self.columns = self._own() | self._near() | self._beside() | self._place()
        """What is counted of lines; of prose it means nothing."""

    def _whole(self, replies: Iterable[int]) -> dict[str, float]:
        """What is counted of the page."""
        count, prose = self.size, self.prose[-1]
        inner = self.runs[1:-1]
        between = sum(inner[0].first <= at < inner[-1].last for at in replies) if inner else 0
        inside = self.paragraphs[self.last] - self.paragraphs[self.first]
        return {
            "page_lines": count,
            "page_prose": prose / count,
            "page_listed": self.lists[-1] / max(1, count - prose),
            "thread": between / max(1, prose),
            "body_share": inside / max(1, self.paragraphs[-1]),
        }

    def _known(self, vocabulary: frozenset[str]) -> list[float]:
        """Share of a line's words of content that the prose knows; -1 where it has none, or is prose."""
        tokens, found = self.looks.tokens, [-1.0] * self.size
        holds = vocabulary.__contains__
        for at in self.bare:
            if content := [word for word in tokens[at] if len(word) >= CONTENT]:
                found[at] = sum(map(holds, content)) / len(content)
        for at in self.looks.unspaced:
            found[at] = -1.0
        return found

    def _headlines(self, vocabulary: frozenset[str]) -> Iterator[str]:
        """The lines above the article that its prose knows best: what may be its headline."""
        best, looks = 0, self.looks
        for at in range(self.first - 1, max(0, self.first - FAR_ABOVE) - 1, -1):
            if not TITLE_WORDS <= looks.words[at] <= MANY_WORDS or looks.is_prose[at]:
                continue
            if looks.bullets[at] or self.listed[at] or at in self.marks:
                continue
            line = looks.masked[at]
            if self.often[line] > TIMES:
                continue
            words = vocabulary.intersection(looks.tokens[at])
            known = sum(len(word) >= CONTENT for word in words)
            is_sure = known >= SOME and self.known[at] >= SAME
            if is_sure or (known >= best and at >= self.first - ABOVE):
                best = max(best, known + 1)
                yield line

    def _twins(self) -> frozenset[str]:
        """The lines of the article that may be headings in it."""
        first, last, looks = self.first, self.last, self.looks
        return frozenset(
            looks.masked[at]
            for at in range(first, last)
            if not looks.is_prose[at]
            and not looks.bullets[at]
            and self.listed[at] < CLEAR
            and self.prose[min(last, at + 1 + BESIDE)] > self.prose[max(first, at - BESIDE)]
        )

    def is_twin(self, at: int) -> bool:
        """Whether a line may be a heading in the article, where it comes again."""
        return self.looks.masked[at] in self.twins and not self.first <= at < self.last

    def is_among_entries(self, at: int) -> bool:
        """Whether a line is an entry with a date, of a list of such entries."""
        if at not in self.entries:
            return False
        near = range(max(0, at - NEAR), min(self.size, at + NEAR + 1))
        return sum(map(self.entries.__contains__, near)) - 1 >= ENTRIES * max(1, len(near) - 1)

    def values(self) -> Iterator[tuple[int, dict[str, float]]]:
        """The lines that are no prose, by number, and what is counted of each."""
        names = [*self.columns, *self.of_runs]
        for at in self.bare:
            yield at, {name: self.column(name)[at] for name in names} | self.whole

    def column(self, name: str) -> Column:
        """What is counted of lines, or of their runs, under a name; of prose it means nothing."""
        if name not in self.columns:
            self.columns[name] = self.spread(self.of_runs[name])
        return self.columns[name]

    def spread(self, values: Iterable[float]) -> list[float]:
        """What runs have, an entry a run, as a column of their lines."""
        found: list[float] = [0] * self.size
        for (first, last, _), value in zip(self.blocks, values, strict=True):
            found[first:last] = [value] * (last - first)
        return found

    def _own(self) -> dict[str, Column]:
        """What is counted of lines by themselves."""
        looks = self.looks
        digits, separators = marked(looks, self.bare)
        return {
            "words": looks.words,
            "length": list(map(len, looks.bodies)),
            "end": looks.ends,
            "digits": digits,
            "separators": separators,
            "listed": self.listed,
            "known": self.known,
            "often": list(map(self.often.__getitem__, looks.masked)),
            "mark": ones(self.size, self.marks),
            "capitals": Capitals(looks),
        }

    def _near(self) -> dict[str, Column]:
        """What is counted of lines' neighbours."""
        looks, size = self.looks, self.size
        words = most(looks.words, MANY_WORDS)
        bare = map(not_, map(or_, looks.ends, looks.is_prose))
        lines, all_about = widths(size, NEAR), widths(size, ABOUT)
        rest = [count - 1 or 1 for count in lines]
        without = [
            count - 1 if count > 1 else 1 for count in map(sub, all_about, about(self.prose, ABOUT))
        ]
        return {
            "near_words": list(map(truediv, map(sub, about(sums(words), NEAR), words), rest)),
            "near_bare": list(map(truediv, about(sums(bare), NEAR), lines)),
            "near_listed": list(map(truediv, others(size, self.known_to, ABOUT), without)),
            "near_labels": list(
                map(truediv, others(size, labelled(looks, self.bare), ABOUT), without)
            ),
            "near_marks": others(size, self.marks, POST),
            "near_echo": shares(size, self.echoes, AROUND),
        }

    def _place(self) -> dict[str, Column]:
        """Where lines are in their runs and on the page."""
        size, first, last = self.size, self.first, self.last
        gap = [*range(first, 0, -1), *[0] * (last - first), *range(1, size - last + 1)]
        over = [0] * size
        for run in self.blocks:
            over[run.last - 1] += run.last < size
            over[run.first] += 2 * (run.first > 0)
            if first <= run.first < last:
                for at in range(run.first, run.last):
                    gap[at] = -min(at - run.first + 1, run.last - at)
        above, below = self.sure[first], self.sure[last]
        return {
            "body_gap": gap,
            "over": over,
            "between": [
                *(above - sure for sure in self.sure[1 : first + 1]),
                *[-1] * (last - first),
                *(sure - below for sure in self.sure[last:size]),
            ],
        }

    def _beside(self) -> dict[str, Column]:
        """What the other lines of its run say of each line."""
        clear, listed = [0.0] * self.size, [0.0] * self.size
        for run in self.blocks:
            first, last = run.first, run.last
            count = self.lists[last] - self.lists[first]
            if not count:
                continue
            rest, sure = max(1, last - first - 1), self.clear[last] - self.clear[first]
            levels = self.listed[first:last]
            clear[first:last] = [sure - (level >= LINK) for level in levels]
            listed[first:last] = [(count - (level > 0)) / rest for level in levels]
        return {"run_clear": clear, "run_listed": listed}

    def _of_runs(self) -> dict[str, Column]:
        """What is counted of runs of lines."""
        looks, prose = self.looks, self.paragraphs[-1]
        bounds = [(run.first, run.last) for run in self.blocks]

        def mean(column: Iterable[float]) -> Column:
            found = sums(column)
            return [(found[b] - found[a]) / (b - a) for a, b in bounds]

        return {
            "run_lines": [b - a for a, b in bounds],
            "run_words": mean(looks.words),
            "run_dates": mean(self.dates),
            "run_bullets": mean(map(bool, looks.bullets)),
            "run_tabs": mean(self.tabs),
            "run_known": [_mean_known(self.known[a:b]) for a, b in bounds],
            "run_intro": [looks.ends[a - 1] if a else -1 for a, _ in bounds],
            "ahead": [(prose - self.paragraphs[b]) / max(1, prose) for _, b in bounds],
        }


def _mean_known(shares_: Iterable[float]) -> float:
    """The mean share of known words, of lines that have any words of content; else -1."""
    known = [share for share in shares_ if share >= 0]
    return sum(known) / len(known) if known else -1.0


def _vocabulary(looks: Looks) -> frozenset[str]:
    """The words of the page's prose."""
    return frozenset().union(*compress(looks.tokens, looks.is_prose))
