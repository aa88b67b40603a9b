"""What can be counted of a line that tells a page's furniture from its article.

Of the line itself, of the lines around it, of the run of lines without prose that it stands in, and of
where the page's article lies. All of it is counting in a few passes over the lines;
judge/features.toml weighs what is counted.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import accumulate, compress, groupby
from operator import mul, not_, or_, sub, truediv
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
DIGITS = b"0123456789"
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
        self.known_to = bare.intersection(known.listed)
        """Those of them that are listed."""
        for at in self.known_to:
            self.listed[at] = known.listed[at]
        self.marks, replies = bare & known.marks, bare & known.replies
        self.runs = runs(looks.is_prose)
        self.first, self.last = extent(looks)
        self.prose = _sums(looks.is_prose)
        self.paragraphs = _sums(map(mul, most(looks.words, PARAGRAPH), looks.is_prose))
        self.clear = _sums([level >= LINK for level in self.listed])
        self.sure = _sums([level >= CLEAR for level in self.listed])
        self.lists = _sums(_ones(self.size, self.known_to))
        self.often = Counter(looks.masked)
        self.echoes = _echoes(looks)
        dated = [at for at in self.bare if "0" in looks.masked[at] and is_dated(looks.bodies[at])]
        self.dates = _ones(self.size, dated)
        self.entries = frozenset(at for at in dated if looks.words[at] > EVENT)
        self.tabs = frozenset(at for at in self.bare if "\t" in looks.bodies[at])
        vocabulary = _vocabulary(looks)
        self.known = self._known(vocabulary)
        self.twins = self._twins()
        self.headlines = frozenset(self._headlines(vocabulary))
        self.whole = self._whole(replies)
        self.blocks = [(run, self._block(run)) for run in self.runs if not run.is_prose]
        self._spread: dict[str, list[float]] = {}
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
        """What is counted of lines, or of their runs, under a name; of prose it means nothing."""
        if name in self.columns:
            return self.columns[name]
        if name not in self._spread:
            self._spread[name] = [0.0] * self.size
            for run, block in self.blocks:
                self._spread[name][run.first : run.last] = [block[name]] * (run.last - run.first)
        return self._spread[name]

    def _own(self) -> dict[str, Column]:
        """What is counted of lines by themselves."""
        looks, digits, separators = self.looks, [0.0] * self.size, [0] * self.size
        for at in self.bare:
            body = looks.bodies[at]
            if body.replace(" ", "").isalpha():
                continue
            separators[at] = len(SEPARATOR.findall(body))
            if not body.isascii():
                digits[at] = sum(map(str.isdigit, body)) / len(body)
            elif "0" in looks.masked[at]:
                digits[at] = (len(body) - len(body.encode().translate(None, DIGITS))) / len(body)
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
        looks, size = self.looks, self.size
        words = most(looks.words, MANY_WORDS)
        bare = map(not_, map(or_, looks.ends, looks.is_prose))
        lines, about = _widths(size, NEAR), _widths(size, ABOUT)
        others = [count - 1 or 1 for count in lines]
        without = [
            count - 1 if count > 1 else 1 for count in map(sub, about, _about(self.prose, ABOUT))
        ]
        return {
            "near_words": list(map(truediv, map(sub, _about(_sums(words), NEAR), words), others)),
            "near_bare": list(map(truediv, _about(_sums(bare), NEAR), lines)),
            "near_listed": list(map(truediv, _others(size, self.known_to, ABOUT), without)),
            "near_labels": list(map(truediv, _others(size, self._labels(), ABOUT), without)),
            "near_marks": _others(size, self.marks, POST),
            "near_echo": _shares(size, self.echoes, AROUND),
            "near_entries": _shares(size, self.entries, NEAR),
        }

    def _labels(self) -> list[int]:
        """The lines whose words are labels of menus, half of them or more."""
        tokens, words, known = self.looks.tokens, self.looks.words, labels()
        holds, is_without = known.__contains__, known.isdisjoint
        return [
            at
            for at in self.bare
            if not is_without(tokens[at]) and sum(map(holds, tokens[at])) >= LABELS * words[at]
        ]

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
        known = [share for share in self.known[first:last] if share >= 0]
        ahead = self.paragraphs[-1] - self.paragraphs[last]
        return {
            "run_lines": count,
            "run_words": sum(looks.words[first:last]) / count,
            "run_dates": sum(self.dates[first:last]) / count,
            "run_bullets": (count - looks.bullets[first:last].count("")) / count,
            "run_nested": sum(map(looks.bullets[first:last].count, NESTED)) / count,
            "run_tabs": sum(first <= at < last for at in self.tabs) / count,
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


def _widths(size: int, width: int) -> list[int]:
    """How many lines there are with so many to either side of each."""
    if size <= 2 * width:
        return [min(at + width + 1, size) - max(0, at - width) for at in range(size)]
    edge = [*range(width + 1, 2 * width + 1)]
    return [*edge, *[2 * width + 1] * (size - 2 * width), *reversed(edge)]


def _about(sums: Sums, width: int) -> Iterator[float]:
    """What each line has with so many to either side."""
    beyond = min(width, len(sums) - 1)
    to = [*sums[beyond + 1 :], *[sums[-1]] * (beyond + 1)]
    return map(sub, to, [*[0] * beyond, *sums])


def _others(size: int, some: Collection[int], width: int) -> list[float]:
    """How many of some lines are among so many to either side of each, without itself."""
    if not some:
        return [0] * size
    found = list(_about(_sums(_ones(size, some)), width))[:size]
    for at in some:
        found[at] -= 1
    return found


def _shares(size: int, some: Collection[int], width: int) -> Column:
    """The share of them among those lines."""
    if not some:
        return [0.0] * size
    others = [count - 1 or 1 for count in _widths(size, width)]
    return list(map(truediv, _others(size, some, width), others))


def _echoes(looks: Looks) -> frozenset[int]:
    """The lines that stand over prose elsewhere on the page: the entries of a table of contents."""
    tokens, bodies = looks.tokens, looks.bodies
    may = [at for at, is_prose in enumerate(looks.is_prose) if not is_prose and looks.words[at] > 1]
    is_over = [*looks.is_prose[1:], False]
    over = {at: _plain(bodies[at]) for at in may if is_over[at]}
    headings = Counter(over.values())
    words = words_in(headings)
    return frozenset(
        at
        for at in may
        if not (is_other(tokens[at], words) and len(bodies[at]) <= ECHO)
        and headings[over.get(at) or _plain(bodies[at])] > is_over[at]
    )


def words_in(texts: Iterable[str]) -> frozenset[str]:
    """The words of texts, without what joins them."""
    return frozenset(LETTERS.findall(" ".join(texts)))


def is_other(tokens: Sequence[str], words: Collection[str]) -> bool:
    """Whether a line's last or first word tells that it is none of the lines with these words.

    A number, or words that are joined, may be written in another way there.
    """
    if not tokens:
        return False
    last, first = tokens[-1], tokens[0]
    return (last not in words and last.isalpha()) or (first not in words and first.isalpha())


def _plain(text: str) -> str:
    """A line as headings are compared."""
    return PLAIN.sub(" ", text[:ECHO].lower())


def _vocabulary(looks: Looks) -> frozenset[str]:
    """The words of the page's prose."""
    return frozenset().union(*compress(looks.tokens, looks.is_prose))
