"""What can be counted of a line that tells a page's furniture from its article.

Of the line itself, of the lines around it, of the run of lines without prose that it stands in, and of
where the page's article lies. All of it is counting in a few passes over the lines;
judge/features.toml weighs what is counted.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, compress, groupby
from operator import mul, sub, truediv
from typing import NamedTuple

from ._features import CLEAR, LINK, Evidence, LABELS, Looks, is_dated, labels

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
EVENT = 4
"""Words beyond which a line with a date is an entry rather than a stamp."""
CONTENT = 4
"""Letters from which a word counts as one of content."""
ECHO = 200
"""Code points of a line that are compared with headings."""
NESTED = ("+", "o")
"""The bullets of lists within lists, in texts made of pages."""

SEPARATOR = re.compile(r"[|•·»›→▸▶>｜／«‹←]|\s[/–—-]\s")
PLAIN = re.compile(r"^\W*(?:\d+\W+)?|[\W_]+")
"""What a heading and its entry in a table of contents may differ in."""
LETTERS = re.compile(r"[^\W\d_]+")


class Run(NamedTuple):
    """Neighbouring lines [first, last) that are all prose, or all not."""

    first: int
    last: int
    is_prose: bool


Column = Sequence[float]
"""An entry a line."""
Sums = Sequence[float]
"""Running sums over lines: what lines [a, b) have is sums[b] - sums[a]."""


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
        for at in bare.intersection(known.listed):
            self.listed[at] = known.listed[at]
        self.marks, replies = bare & known.marks, bare & known.replies
        self.runs = runs(looks.is_prose)
        self.first, self.last = extent(looks)
        self.prose = _sums(looks.is_prose)
        self.paragraphs = _sums(map(mul, most(looks.words, PARAGRAPH), looks.is_prose))
        self.clear = _sums([level >= LINK for level in self.listed])
        self.sure = _sums([level >= CLEAR for level in self.listed])
        self.lists = _sums([level > 0 for level in self.listed])
        self.often = Counter(looks.masked)
        self.echoes = _echoes(looks)
        self.dated = frozenset(
            at for at in self.bare if "0" in looks.masked[at] and is_dated(looks.bodies[at])
        )
        self.entries = frozenset(at for at in self.dated if looks.words[at] > EVENT)
        self.tabs = frozenset(at for at in self.bare if "\t" in looks.bodies[at])
        vocabulary = _vocabulary(looks)
        self.known = self._known(vocabulary)
        self.twins = self._twins()
        self.headlines = frozenset(self._headlines(vocabulary))
        self.whole = self._whole(replies)
        self.blocks = [(run, self._block(run)) for run in self.runs if not run.is_prose]
        self.columns = self._own() | self._near() | self._beside() | self._place()

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
        looks, found = self.looks, [-1.0] * self.size
        holds = vocabulary.__contains__
        for at in self.bare:
            content = [word for word in looks.tokens[at] if len(word) >= CONTENT]
            if content and at not in looks.unspaced:
                found[at] = sum(map(holds, content)) / len(content)
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

    def values(self) -> Iterator[tuple[int, dict[str, float]]]:
        """The lines that are no prose, by number, and what is counted of each."""
        for run, block in self.blocks:
            for at in range(run.first, run.last):
                own = {name: column[at] for name, column in self.columns.items()}
                yield at, own | block | self.whole

    def column(self, name: str) -> Column:
        """What is counted under a name, of each line; of prose it means nothing."""
        if name in self.whole:
            return [self.whole[name]] * self.size
        if name not in self.columns:
            found = [0.0] * self.size
            for run, block in self.blocks:
                found[run.first : run.last] = [block[name]] * (run.last - run.first)
            self.columns[name] = found
        return self.columns[name]

    def _own(self) -> dict[str, Column]:
        """What is counted of lines by themselves."""
        looks, digits, separators = self.looks, [0.0] * self.size, [0] * self.size
        for at in self.bare:
            body = looks.bodies[at]
            if "0" in looks.masked[at] or not body.isascii():
                digits[at] = sum(map(str.isdigit, body)) / len(body)
            if not body.replace(" ", "").isalnum():
                separators[at] = len(SEPARATOR.findall(body))
        return {
            "words": looks.words,
            "length": list(map(len, looks.bodies)),
            "end": looks.ends,
            "digits": digits,
            "separators": separators,
            "listed": self.listed,
            "known": self.known,
            "often": list(map(self.often.__getitem__, looks.masked)),
            "mark": _ones(self.size, self.marks),
            "capitals": Capitals(looks),
        }

    def _near(self) -> dict[str, Column]:
        """What is counted of lines' neighbours."""
        looks, size, known = self.looks, self.size, labels()
        words = most(looks.words, MANY_WORDS)
        bare = [not (end or is_prose) for end, is_prose in zip(looks.ends, looks.is_prose, strict=True)]
        is_label = [0] * size
        for at in self.bare:
            tokens = looks.tokens[at]
            if not known.isdisjoint(tokens):
                is_label[at] = sum(map(known.__contains__, tokens)) >= LABELS * looks.words[at]
        listed = [level > 0 for level in self.listed]
        lines, about = _about(range(size + 1), NEAR), _about(range(size + 1), ABOUT)
        others = [count - 1 or 1 for count in lines]
        without = [
            count - 1 if count > 1 else 1 for count in map(sub, about, _about(self.prose, ABOUT))
        ]
        return {
            "near_words": list(map(truediv, _others(words, NEAR), others)),
            "near_bare": list(map(truediv, _about(_sums(bare), NEAR), lines)),
            "near_listed": list(map(truediv, _others(listed, ABOUT), without)),
            "near_labels": list(map(truediv, _others(is_label, ABOUT), without)),
            "near_marks": _others(_ones(size, self.marks), POST) if self.marks else [0] * size,
            "near_echo": _shares(self.echoes, AROUND),
            "near_entries": _shares(_ones(size, self.entries), NEAR),
        }

    def _place(self) -> dict[str, Column]:
        """Where lines are in their runs and on the page."""
        size, first, last = self.size, self.first, self.last
        gap = [*range(first, 0, -1), *[0] * (last - first), *range(1, size - last + 1)]
        over = [0] * size
        for run, _ in self.blocks:
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
                *(above - sums for sums in self.sure[1 : first + 1]),
                *[-1] * (last - first),
                *(sums - below for sums in self.sure[last:size]),
            ],
        }

    def _beside(self) -> dict[str, Column]:
        """What the other lines of its run say of each line."""
        clear, listed = [0] * self.size, [0.0] * self.size
        for run, _ in self.blocks:
            first, last = run.first, run.last
            count = self.lists[last] - self.lists[first]
            if not count:
                continue
            others, sure = max(1, last - first - 1), self.clear[last] - self.clear[first]
            levels = self.listed[first:last]
            clear[first:last] = [sure - (level >= LINK) for level in levels]
            listed[first:last] = [(count - (level > 0)) / others for level in levels]
        return {"run_clear": clear, "run_listed": listed}

    def _block(self, run: Run) -> dict[str, float]:
        """What is counted of a run of lines."""
        first, last, looks = run.first, run.last, self.looks
        count = last - first
        numbers = range(first, last)
        known = [share for share in self.known[first:last] if share >= 0]
        ahead = self.paragraphs[-1] - self.paragraphs[last]
        return {
            "run_lines": count,
            "run_words": sum(looks.words[first:last]) / count,
            "run_dates": len(self.dated.intersection(numbers)) / count,
            "run_bullets": (count - looks.bullets[first:last].count("")) / count,
            "run_nested": sum(map(looks.bullets[first:last].count, NESTED)) / count,
            "run_tabs": len(self.tabs.intersection(numbers)) / count,
            "run_known": sum(known) / len(known) if known else -1.0,
            "run_intro": looks.ends[first - 1] if first else -1,
            "ahead": ahead / max(1, self.paragraphs[-1]),
        }


class Capitals(Sequence[float]):
    """Share of each line's words that begin with a capital, -1 where the script has none.

    Counted for the lines that are asked about: few are.
    """

    def __init__(self, looks: Looks) -> None:
        self.looks = looks

    def __getitem__(self, at: int) -> float:  # type: ignore[override]
        words = [word for word in self.looks.bodies[at].split() if word[0].isalpha()]
        if not words or at in self.looks.unspaced:
            return -1.0
        return sum(word[0].isupper() for word in words) / len(words)

    def __len__(self) -> int:
        return len(self.looks.bodies)


def _sums(column: Iterable[float]) -> Sums:
    return [0, *accumulate(column)]


def most(column: Iterable[int], limit: int) -> list[int]:
    """A column with no entry above a limit."""
    return [value if value < limit else limit for value in column]


def _ones(size: int, some: Iterable[int]) -> list[int]:
    """A column that is 1 for some lines."""
    found = [0] * size
    for at in some:
        found[at] = 1
    return found


def _about(sums: Sums, width: int) -> list[float]:
    """What each line has with so many to either side."""
    size = len(sums) - 1
    beyond = min(width, size)
    to = [*sums[beyond + 1 :], *[sums[-1]] * (beyond + 1)]
    return list(map(sub, to, [*[0] * beyond, *sums[: size - beyond]]))


def _others(column: Sequence[float], width: int) -> list[float]:
    """What so many lines to either side of each have without it."""
    return list(map(sub, _about(_sums(column), width), column))


def _shares(column: Sequence[float], width: int) -> Column:
    """The share of them that has something."""
    if not any(column):
        return [0.0] * len(column)
    lines = _about(range(len(column) + 1), width)
    return list(map(truediv, _others(column, width), [max(1, count - 1) for count in lines]))


def _echoes(looks: Looks) -> list[bool]:
    """Which lines stand over prose elsewhere on the page: the entries of a table of contents."""
    size, found = len(looks.bodies), [False] * len(looks.bodies)
    is_over = [*looks.is_prose[1:], False]
    may = [at for at, is_prose in enumerate(looks.is_prose) if not is_prose and looks.words[at] > 1]
    over = {at: _plain(looks.bodies[at]) for at in may if is_over[at]}
    headings = Counter(over.values())
    words = frozenset(LETTERS.findall(" ".join(headings)))
    for at in may:
        last = looks.tokens[at][-1] if looks.tokens[at] else ""
        if last not in words and tells(last) and len(looks.bodies[at]) <= ECHO:
            continue
        plain = over.get(at) or _plain(looks.bodies[at])
        found[at] = headings[plain] > is_over[at]
    return found


def tells(last: str) -> bool:
    """Whether the last word of a line must be in all that are compared as equal to it."""
    return len(last) >= CONTENT and last.isalpha() and last.isascii()


def _plain(text: str) -> str:
    """A line as headings are compared."""
    return PLAIN.sub(" ", text[:ECHO].lower())


def _vocabulary(looks: Looks) -> frozenset[str]:
    """The words of the page's prose."""
    return frozenset().union(*compress(looks.tokens, looks.is_prose))
