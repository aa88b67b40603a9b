"""What can be counted of a line that tells a page's furniture from its article. See `_counts.pxd`.

Of the line itself, of the lines around it, of the run of lines without prose that it stands in, and of
where the page's article lies; judge/features.toml weighs what is counted. Compiled: plain counting.
"""

from array import array
from collections.abc import Iterator

from ._features import CLEAR, LINK, Evidence, labels
from ._looks import PARAGRAPH, Looks, Row, extent, tell_echoes
from ._words import Tally

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
ECHOES = 0.3
"""Share of neighbours that stand over prose elsewhere, from which a line is of a table of contents."""
NAMES = (
    *("words", "end", "listed", "known", "mark", "length", "often", "digits"),
    *("separators", "capitals", "near_words", "near_bare", "near_listed", "near_labels"),
    *("near_marks", "near_echo", "body_gap", "between", "over", "run_clear", "run_listed"),
    *("run_lines", "run_words", "run_dates", "run_bullets", "run_tabs", "run_known", "run_intro"),
    *("ahead", "page_lines", "page_prose", "page_listed", "thread", "body_share"),
)
"""What is counted: of lines and what is around them, of runs, of pages; in the order of `values`."""
RUNS, PAGES = NAMES.index("run_words"), NAMES.index("page_lines")
"""Where what is counted of runs begins, and where that of pages."""


class Sums:
    """What the lines above one have together."""

    def __init__(self) -> None:
        self.lines = self.prose = self.bare = self.words = self.paragraphs = 0
        """Lines of prose; lines with neither prose nor a mark at the end; words, those of prose."""
        self.listed = self.linked = self.clear = 0
        self.labels = self.marks = self.echoes = 0

    def and_of(self, row: Row) -> "Sums":
        """The same with one more line."""
        found = Sums.__new__(Sums)
        found.lines = self.lines + 1
        found.prose = self.prose + row.is_prose
        found.bare = self.bare + (not row.is_prose and not row.end)
        found.words = self.words + min(row.words, MANY_WORDS)
        found.paragraphs = self.paragraphs
        if row.is_prose:
            found.paragraphs += min(row.words, PARAGRAPH)
        found.listed = self.listed + (row.listed > 0)
        found.linked = self.linked + (row.listed >= LINK)
        found.clear = self.clear + (row.listed >= CLEAR)
        found.labels = self.labels + row.is_label
        found.marks = self.marks + row.mark
        found.echoes = self.echoes + row.is_echo
        return found


class Run:
    """The lines [start, end), all without prose between two of prose, and what is counted of them."""

    def __init__(self, start: int, end: int) -> None:
        self.start = start
        self.end = end
        self.words = self.dates = self.bullets = self.tabs = 0.0
        self.known, self.ahead, self.intro = -1.0, 0.0, -1


class Page:
    """The lines of a page and what is counted over them."""

    def __init__(self, looks: Looks, known: Evidence) -> None:
        self.rows = looks.rows
        self.words = looks.words
        self.size = len(self.rows)
        self.runs: list[Run] = []
        self.sums: list[Sums] = []
        """An entry for each line, and one for the end."""
        self._tell(known)
        self.first, self.last = extent(self.rows)
        self._near()
        self._place()
        self.twins = self._twins()
        self.headlines = self._headlines()
        self.whole = self._whole(known)
        """What is counted of the page."""
        self.values = array("d", [0.0] * PAGES + list(self.whole.values()))
        """What is counted of the line that was asked for last, in the order of NAMES."""

    def _tell(self, known: Evidence) -> None:
        """What the lists and the prose know of the lines, and what is on them."""
        menus, often, listed, marks = labels(), Tally(), known.listed, known.marks
        tell_echoes(self.rows, self.words)
        for row in self.rows:
            if not row.is_prose:
                often.tell(row.masked)
        above, start = Sums(), 0
        self.sums.append(above)
        for at in range(self.size):
            row = self.rows[at]
            if row.is_prose:
                if start < at:
                    self.runs.append(Run(start, at))
                start = at + 1
            else:
                row.listed = listed.get(at, 0)
                row.mark = at in marks
                row.often = often.count(row.masked)
                self._count(row, menus)
            above = above.and_of(row)
            self.sums.append(above)
        if start < self.size:
            self.runs.append(Run(start, self.size))

    def _count(self, row: Row, menus: Tally) -> None:
        """What a line without prose shows, and how many of its words menus and prose have."""
        words, vocabulary = self.words, self.words.vocabulary
        row.show()
        words.read(row.small)
        count = found = of_menus = 0
        for at in range(words.count):
            number = words.numbers[at]
            if menus.has(number):
                of_menus += 1
            if number & 1:
                count += 1
                if vocabulary.has(number):
                    found += 1
        row.is_label = of_menus > 0 and of_menus >= LABELS * row.words
        if count and not row.is_unspaced:
            row.known = found / count

    def above(self, at: int) -> Sums:
        """What the lines above one have, of the first above no line; of all where there is none."""
        found: Sums = self.sums[max(0, min(at, self.size))]
        return found

    def _near(self) -> None:
        """What is counted of lines' neighbours."""
        for run in self.runs:
            for at in range(run.start, run.end):
                row = self.rows[at]
                start, end = self.above(at - NEAR), self.above(at + NEAR + 1)
                count = end.lines - start.lines
                words = end.words - start.words - min(row.words, MANY_WORDS)
                row.near_words = words / max(1, count - 1)
                row.near_bare = (end.bare - start.bare) / count
                start, end = self.above(at - ABOUT), self.above(at + ABOUT + 1)
                count = max(1, end.lines - start.lines - (end.prose - start.prose) - 1)
                row.near_listed = (end.listed - start.listed - (row.listed > 0)) / count
                row.near_labels = (end.labels - start.labels - row.is_label) / count
                start, end = self.above(at - POST), self.above(at + POST + 1)
                row.near_marks = end.marks - start.marks - row.mark
                start, end = self.above(at - AROUND), self.above(at + AROUND + 1)
                count = max(1, end.lines - start.lines - 1)
                row.near_echo = (end.echoes - start.echoes - row.is_echo) / count

    def _place(self) -> None:
        """Where lines are: how far off the article, how much of a page between; in which run."""
        size, first, last = self.size, self.above(self.first), self.above(self.last)
        for run in self.runs:
            self._sum(run)
            start, end = self.above(run.start), self.above(run.end)
            linked, listed = end.linked - start.linked, end.listed - start.listed
            lines = run.end - run.start
            for at in range(run.start, run.end):
                row = self.rows[at]
                row.run_lines = lines
                row.run_clear = linked - (row.listed >= LINK)
                row.run_listed = (listed - (row.listed > 0)) / max(1, lines - 1)
                row.over = (at == run.end - 1 and run.end < size) + 2 * (at == run.start and at > 0)
                if at < self.first:
                    row.body_gap = self.first - at
                    row.between = first.clear - self.above(at + 1).clear
                elif at >= self.last:
                    row.body_gap = at - self.last + 1
                    row.between = self.above(at).clear - last.clear
                else:
                    row.body_gap = -min(at - run.start + 1, run.end - at)

    def _sum(self, run: Run) -> None:
        """What is counted of a run."""
        words = dates = bullets = tabs = count = 0
        known = 0.0
        for at in range(run.start, run.end):
            row = self.rows[at]
            words += row.words
            dates += row.is_dated
            bullets += row.is_bullet
            tabs += row.is_tabbed
            if row.known >= 0:
                known += row.known
                count += 1
        lines, prose = run.end - run.start, self.above(self.size).paragraphs
        run.words, run.dates = words / lines, dates / lines
        run.bullets, run.tabs = bullets / lines, tabs / lines
        if count:
            run.known = known / count
        if run.start:
            run.intro = self.rows[run.start - 1].end
        run.ahead = (prose - self.above(run.end).paragraphs) / max(1, prose)

    def _whole(self, known: Evidence) -> dict[str, float]:
        """What is counted of the page."""
        rows, size, total = self.rows, self.size, self.above(self.size)
        start, end = 1, size - 1
        while start < size and rows[start].is_prose == rows[0].is_prose:
            start += 1
        while end > 0 and rows[end - 1].is_prose == rows[size - 1].is_prose:
            end -= 1
        between = sum([start <= at < end and not rows[at].is_prose for at in known.replies])
        inside = self.above(self.last).paragraphs - self.above(self.first).paragraphs
        return {
            "page_lines": size,
            "page_prose": total.prose / size,
            "page_listed": total.listed / max(1, size - total.prose),
            "thread": between / max(1, total.prose),
            "body_share": inside / max(1, total.paragraphs),
        }

    def _headlines(self) -> set[int]:
        """The lines above the article that its prose knows best: what may be its headline."""
        best, found = 0, set[int]()
        for at in range(self.first - 1, max(0, self.first - FAR_ABOVE) - 1, -1):
            row = self.rows[at]
            if not TITLE_WORDS <= row.words <= MANY_WORDS or row.is_prose or row.often > TIMES:
                continue
            if row.is_bullet or row.listed or row.mark:
                continue
            known = self._known(row)
            is_sure = known >= SOME and row.known >= SAME
            if is_sure or (known >= best and at >= self.first - ABOVE):
                best = max(best, known + 1)
                found.add(row.masked)
        return found

    def _known(self, row: Row) -> int:
        """How many different words of content a line has from the prose."""
        words, found = self.words, Tally()
        words.read(row.small)
        for at in range(words.count):
            if words.numbers[at] & 1 and words.vocabulary.has(words.numbers[at]):
                found.add(words.numbers[at])
        return found.size

    def _twins(self) -> set[int]:
        """The lines of the article that may be headings in it."""
        first, last, found = self.first, self.last, set[int]()
        for at in range(first, last):
            row = self.rows[at]
            if row.is_prose or row.is_bullet or row.listed >= CLEAR:
                continue
            start, end = max(first, at - BESIDE), min(last, at + 1 + BESIDE)
            if self.above(end).prose > self.above(start).prose:
                found.add(row.masked)
        return found

    def is_twin(self, at: int) -> bool:
        """Whether a line may be a heading in the article, where it comes again."""
        return not self.first <= at < self.last and self.rows[at].masked in self.twins

    def is_entry(self, at: int) -> bool:
        """Whether a line has a date and more."""
        return self.rows[at].is_dated > 0 and self.rows[at].words > EVENT

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

    def is_kept(self, at: int) -> bool:
        """Whether a line may be a headline, or is of a table, of dated events, of contents, or code."""
        row = self.rows[at]
        if row.masked in self.headlines or (self.is_twin(at) and not row.listed):
            return True
        if row.is_tabbed or self.is_among_entries(at):
            return True
        if row.words > 1 and (row.is_echo or row.near_echo >= ECHOES):
            return True
        return row.has_code()

    def tell_run(self, run: Run) -> None:
        """Set the values of a run."""
        values = (run.words, run.dates, run.bullets, run.tabs, run.known, run.intro, run.ahead)
        for at in range(len(values)):
            self.values[RUNS + at] = values[at]

    def tell_line(self, row: Row) -> None:
        """Set the values of a line."""
        values = self.values
        values[0], values[1], values[2], values[3] = row.words, row.end, row.listed, row.known
        values[4], values[5], values[6] = row.mark, row.length, row.often
        values[7], values[8], values[9] = row.digits, row.separators, row.capitals
        values[10], values[11] = row.near_words, row.near_bare
        values[12], values[13] = row.near_listed, row.near_labels
        values[14], values[15] = row.near_marks, row.near_echo
        values[16], values[17], values[18] = row.body_gap, row.between, row.over
        values[19], values[20], values[21] = row.run_clear, row.run_listed, row.run_lines

    def named(self) -> Iterator[tuple[int, dict[str, float]]]:
        """The lines that are no prose, by number, and what is counted of each."""
        for run in self.runs:
            self.tell_run(run)
            for at in range(run.start, run.end):
                self.tell_line(self.rows[at])
                yield at, dict(zip(NAMES, self.values, strict=True))
