"""What can be counted of a line that tells a page's furniture from its article. See `_counts.pxd`.

Of the line itself, of the lines around it, of the run of lines without prose that it stands in, and of
where the page's article lies; judge/features.toml weighs what is counted. Compiled: plain counting.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from ._features import CLEAR, LINK, Evidence, is_dated, labels
from ._looks import CONTENT, PARAGRAPH, Looks, at_least, at_most, echoes, extent, sums
from ._signs import capitals, digits, separators

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
ENTRIES = 0.5
"""Share of neighbours that are entries with a date too, from which an entry is of a list of the article."""
EVENT = 4
"""Words beyond which a line with a date is an entry rather than a stamp."""
LABELS = 0.5
"""Share of a line's words that are entries of menus by themselves, from which it may be a label."""
OF_RUNS = (
    *("run_lines", "run_words", "run_dates", "run_bullets", "run_tabs", "run_known", "run_intro"),
    *("ahead", "over", "run_clear", "run_listed"),
)
"""What is counted of runs, and of lines' places in them."""


class Page:
    """The lines of a page and what is counted over them."""

    def __init__(self, looks: Looks, known: Evidence) -> None:
        self.looks = looks
        self.size = len(looks.bodies)
        self.bare: list[int] = []
        """The lines that are no prose, by number."""
        self.listed = [0] * self.size
        self.marks = [0] * self.size
        self.tabs = [0] * self.size
        self.dates = [0] * self.size
        self.labels = [0] * self.size
        self.known = [-1.0] * self.size
        """Share of a line's words of content that the prose knows; -1 where it has none, or is prose."""
        self._tell(known)
        self.prose = sums(looks.is_prose)
        words = at_most(looks.words, PARAGRAPH)
        for at in self.bare:
            words[at] = 0
        self.paragraphs = sums(words)
        self.lists = sums(at_least(self.listed, 1))
        self.clear = sums(at_least(self.listed, LINK))
        self.sure = sums(at_least(self.listed, CLEAR))
        self.first, self.last = extent(looks)
        self.often = Counter(looks.masked)
        self.echoes = echoes(looks)
        self.twins = self._twins()
        self._know()
        self.headlines = self._headlines()
        self.whole = self._whole(known)
        """What is counted of the page."""
        self.columns: dict[str, list[Any]] = {}
        """What is counted of lines, an entry a line; of prose it means nothing."""
        self._own()
        self._near()
        self._place()
        self._runs()

    def _tell(self, known: Evidence) -> None:
        """What the lists know of the lines without prose, and what is on them."""
        looks, menus, listed, marks = self.looks, labels(), known.listed, known.marks
        is_prose, bodies, masked = looks.is_prose, looks.bodies, looks.masked
        tokens, words = looks.tokens, looks.words
        for at in range(self.size):
            if is_prose[at]:
                continue
            self.bare.append(at)
            self.listed[at] = listed.get(at, 0)
            self.marks[at] = 1 if at in marks else 0
            self.tabs[at] = 1 if "\t" in bodies[at] else 0
            self.dates[at] = 1 if "0" in masked[at] and is_dated(bodies[at]) else 0
            count = 0
            for word in tokens[at]:
                if word in menus:
                    count += 1
            self.labels[at] = 1 if count > 0 and count >= LABELS * words[at] else 0

    def _know(self) -> None:
        """What the page's prose knows of the words of the other lines."""
        tokens, unspaced = self.looks.tokens, self.looks.unspaced
        vocabulary, content = self.looks.vocabulary, CONTENT
        for at in self.bare:
            if at in unspaced:
                continue
            count = found = 0
            for word in tokens[at]:
                if len(word) >= content:
                    count += 1
                    if word in vocabulary:
                        found += 1
            if count:
                self.known[at] = found / count

    def _whole(self, known: Evidence) -> dict[str, float]:
        """What is counted of the page."""
        size, prose, is_prose = self.size, self.prose[self.size], self.looks.is_prose
        start, end = 1, size - 1
        while start < size and is_prose[start] == is_prose[0]:
            start += 1
        while end > 0 and is_prose[end - 1] == is_prose[size - 1]:
            end -= 1
        between = sum([start <= at < end and not is_prose[at] for at in known.replies])
        inside = self.paragraphs[self.last] - self.paragraphs[self.first]
        return {
            "page_lines": size,
            "page_prose": prose / size,
            "page_listed": self.lists[size] / max(1, size - prose),
            "thread": between / max(1, prose),
            "body_share": inside / max(1, self.paragraphs[size]),
        }

    def _headlines(self) -> set[str]:
        """The lines above the article that its prose knows best: what may be its headline."""
        best, looks, found = 0, self.looks, set[str]()
        for at in range(self.first - 1, max(0, self.first - FAR_ABOVE) - 1, -1):
            if not TITLE_WORDS <= looks.words[at] <= MANY_WORDS or looks.is_prose[at]:
                continue
            if looks.bullets[at] or self.listed[at] or self.marks[at]:
                continue
            line = looks.masked[at]
            if self.often[line] > TIMES:
                continue
            words = looks.vocabulary.intersection(looks.tokens[at])
            known = sum([len(word) >= CONTENT for word in words])
            is_sure = known >= SOME and self.known[at] >= SAME
            if is_sure or (known >= best and at >= self.first - ABOVE):
                best = max(best, known + 1)
                found.add(line)
        return found

    def _twins(self) -> set[str]:
        """The lines of the article that may be headings in it."""
        first, last, looks, found = self.first, self.last, self.looks, set[str]()
        for at in range(first, last):
            if looks.is_prose[at] or looks.bullets[at] or self.listed[at] >= CLEAR:
                continue
            above, below = max(first, at - BESIDE), min(last, at + 1 + BESIDE)
            if self.prose[below] > self.prose[above]:
                found.add(looks.masked[at])
        return found

    def is_twin(self, at: int) -> bool:
        """Whether a line may be a heading in the article, where it comes again."""
        return not self.first <= at < self.last and self.looks.masked[at] in self.twins

    def is_entry(self, at: int) -> bool:
        """Whether a line has a date and more."""
        return self.dates[at] > 0 and self.looks.words[at] > EVENT

    def is_among_entries(self, at: int) -> bool:
        """Whether a line is an entry with a date, of a list of such entries."""
        if not self.is_entry(at):
            return False
        count = 0
        start, end = max(0, at - NEAR), min(self.size, at + NEAR + 1)
        for near in range(start, end):
            if self.is_entry(near):
                count += 1
        return count - 1 >= ENTRIES * max(1, end - start - 1)

    def values(self) -> Iterator[tuple[int, dict[str, float]]]:
        """The lines that are no prose, by number, and what is counted of each."""
        for at in self.bare:
            yield at, {name: column[at] for name, column in self.columns.items()} | self.whole

    def column(self, name: str, default: float = 0) -> list[float]:
        """A new column of a name."""
        found = [default] * self.size
        self.columns[name] = found
        return found

    def _own(self) -> None:
        """What is counted of lines by themselves."""
        looks, often = self.looks, self.often
        bodies, masked, unspaced = looks.bodies, looks.masked, looks.unspaced
        self.columns |= {"words": looks.words, "end": looks.ends, "listed": self.listed}
        self.columns |= {"known": self.known, "mark": self.marks}
        length, times, share = self.column("length"), self.column("often"), self.column("digits")
        bars, capital = self.column("separators"), self.column("capitals", -1)
        for at in self.bare:
            body = bodies[at]
            length[at] = len(body)
            times[at] = often[masked[at]]
            share[at] = digits(body)
            bars[at] = separators(body)
            if at not in unspaced:
                capital[at] = capitals(body)

    def _near(self) -> None:
        """What is counted of lines' neighbours."""
        size, listed, labelled = self.size, self.listed, self.labels
        marks, is_echo = self.marks, self.echoes
        words, ends = at_most(self.looks.words, MANY_WORDS), self._bare_ends()
        of_words, of_ends, of_labels = sums(words), sums(ends), sums(labelled)
        of_marks, of_echoes = sums(marks), sums(is_echo)
        near_words, near_bare = self.column("near_words"), self.column("near_bare")
        near_listed, near_labels = self.column("near_listed"), self.column("near_labels")
        near_marks, near_echo = self.column("near_marks"), self.column("near_echo")
        near, about, post, around = NEAR, ABOUT, POST, AROUND
        for at in self.bare:
            count = width(at, near, size)
            near_words[at] = (inside(of_words, at, near) - words[at]) / max(1, count - 1)
            near_bare[at] = inside(of_ends, at, near) / count
            count = max(1, width(at, about, size) - inside(self.prose, at, about) - 1)
            near_listed[at] = (inside(self.lists, at, about) - (listed[at] > 0)) / count
            near_labels[at] = (inside(of_labels, at, about) - labelled[at]) / count
            near_marks[at] = inside(of_marks, at, post) - marks[at]
            count = max(1, width(at, around, size) - 1)
            near_echo[at] = (inside(of_echoes, at, around) - is_echo[at]) / count

    def _bare_ends(self) -> list[int]:
        """1 for the lines that have neither prose nor a mark at the end."""
        ends, found = self.looks.ends, [0] * self.size
        for at in self.bare:
            found[at] = 0 if ends[at] else 1
        return found

    def _place(self) -> None:
        """Where lines are on the page: how far off the article, and how much of a page between."""
        first, last, sure = self.first, self.last, self.sure
        gap, between = self.column("body_gap"), self.column("between", -1)
        for at in range(first):
            gap[at] = first - at
            between[at] = sure[first] - sure[at + 1]
        for at in range(last, self.size):
            gap[at] = at - last + 1
            between[at] = sure[at] - sure[last]

    def _runs(self) -> None:
        """What is counted of the runs of lines without prose."""
        for name in OF_RUNS:
            self.column(name)
        at, is_prose = 0, self.looks.is_prose
        while at < self.size:
            start = at
            while at < self.size and not is_prose[at]:
                at += 1
            if at > start:
                self._run(start, at)
            at += 1

    def _run(self, start: int, end: int) -> None:
        """What is counted of the run of lines [start, end)."""
        looks, size = self.looks, end - start
        words, ends, bullets = looks.words, looks.ends, looks.bullets
        of_words = of_dates = of_bullets = of_tabs = with_known = 0
        of_known = 0.0
        for at in range(start, end):
            of_words += words[at]
            of_dates += self.dates[at]
            of_bullets += bullets[at] != ""
            of_tabs += self.tabs[at]
            known = self.known[at]
            if known >= 0:
                of_known += known
                with_known += 1
        prose = self.paragraphs[self.size]
        counted = {
            "run_lines": size,
            "run_words": of_words / size,
            "run_dates": of_dates / size,
            "run_bullets": of_bullets / size,
            "run_tabs": of_tabs / size,
            "run_known": of_known / with_known if with_known else -1,
            "run_intro": ends[start - 1] if start else -1,
            "ahead": (prose - self.paragraphs[end]) / max(1, prose),
        }
        for name, value in counted.items():
            self.columns[name][start:end] = [value] * size
        self._inside(start, end)

    def _inside(self, start: int, end: int) -> None:
        """Where each line of a run is in it, and what the others of the run say of it."""
        columns, rest = self.columns, max(1, end - start - 1)
        gap, over = columns["body_gap"], columns["over"]
        clear, listed = columns["run_clear"], columns["run_listed"]
        of_clear = self.clear[end] - self.clear[start]
        of_listed = self.lists[end] - self.lists[start]
        over[end - 1] += end < self.size
        over[start] += 2 * (start > 0)
        for at in range(start, end):
            if self.first <= start < self.last:
                gap[at] = -min(at - start + 1, end - at)
            clear[at] = of_clear - (self.listed[at] >= LINK)
            listed[at] = (of_listed - (self.listed[at] > 0)) / rest


def width(at: int, near: int, size: int) -> int:
    """How many lines there are with so many to either side of one, itself among them."""
    return min(size, at + near + 1) - max(0, at - near)


def inside(sums_: list[int], at: int, near: int) -> int:
    """What those lines have together."""
    return sums_[min(len(sums_) - 1, at + near + 1)] - sums_[max(0, at - near)]
