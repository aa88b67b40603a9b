"""What the lengths and first letters of a text's lines show of its shape. Compiled, see `_shape.pxd`.

Most texts are neither wrapped nor shattered nor printed: one walk over their lines tells.
"""

from textlint.api import Document, Line, lines

from ._sentence import ends_a_sentence, is_item

WIDTHS = range(45, 121)
"""Widths, in code points, at which mail programs, e-books and printed columns wrap. Subtitles and
verse are narrower, paragraphs wider."""
SLACK = 0.85
"""Share of the width from which a line counts as full with the next line's first word: a printed
column of proportional type varies by some 15 %."""
ROWS = 3
"""Lines of a paragraph that show how it is wrapped."""
FULL = 0.8
"""Share of a paragraph's lines that must be full, all but its last one."""
FRAGMENT = 3
"""Words of a line of a shattered text at most, but for one line in FRAGMENTS."""
FRAGMENTS = 8
RUN = 12
"""Lines one after another that make a shattered text."""
LONGEST = 100
"""Code points of a line that may be a header or a footer."""
LONGEST_NUMBER = 24
"""Code points of a line that may be a page number, with what stands around it."""


class Shape:
    """Where a text may be wrapped, shattered or printed."""

    def __init__(self, text: str, lines: list[Line]) -> None:
        self.wrapped: list[list[str]] = []
        """Neighbouring lines, two of them as good as full one after the other, as in all wrapped ones."""
        self.shattered: list[tuple[int, int]] = []
        """Runs of short lines of which no more begin with a capital than in lower case: the number of
        the first among the lines that hold more than white space, and how many there are."""
        self.numbers: list[str] = []
        """Short lines that may be page numbers by their digits and end."""
        self.cuts: list[tuple[str, str]] = []
        """Lines that begin in lower case, each after the one before, which is not long."""
        self._text, self._lines = text, lines
        self._wide, self._shortest = WIDTHS.stop, WIDTHS.start
        self._is_open = False
        self._count = self._start = self._longer = self._lower = self._cased = 0
        self._walk()

    def _walk(self) -> None:
        """Take all lines."""
        last, run, at = "", 0, 0
        for line in self._lines:
            row = line.text
            size = len(row)
            if size >= self._wide or (at > run and not self._is_next(at)):
                self._part(run, at)
                run = at if size < self._wide else at + 1
            if row[0].islower() and at and len(last) <= LONGEST:
                self.cuts.append((last, row))
            if size <= LONGEST_NUMBER and is_numbered(row):
                self.numbers.append(row)
            self._join(row)
            last = row
            at += 1
        self._part(run, at)
        self._end(at)
        if not self._is_open:
            self.wrapped.clear()

    def _is_next(self, at: int) -> bool:
        """Whether no blank line stands before a line, which is not the first."""
        before, line = self._lines[at - 1], self._lines[at]
        breaks = 0
        for place in range(before.end, line.start):
            if self._text[place] == "\n":
                breaks += 1
        return breaks == 1

    def _join(self, row: str) -> None:
        """The next line, as one of a shattered text or between two of them."""
        at = self._count
        self._count = at + 1
        if not is_short(row):
            if at == self._start or self._longer * FRAGMENTS >= at - self._start:
                self._end(at)
                self._start = at + 1
                self._longer = self._lower = self._cased = 0
                return
            self._longer += 1
        if row[0].islower():
            self._lower += 1
            self._cased += 1
        elif row[0].isupper():
            self._cased += 1

    def _end(self, at: int) -> None:
        """The run of short lines ends before a line."""
        if at - self._start >= RUN and 2 * self._lower >= self._cased:
            self.shattered.append((self._start, at - self._start))

    def _part(self, start: int, end: int) -> None:
        """The neighbouring lines [start, end) end here."""
        if end - start < ROWS or not self._has_full_lines(start, end):
            return
        run = [line.text for line in self._lines[start:end]]
        self.wrapped.append(run)
        for row in run[1:]:
            if not (row[0].isupper() and row[0].isalpha()):
                self._is_open = True

    def _has_full_lines(self, start: int, end: int) -> bool:
        """Whether two of some lines, one after the other, are as good as full.

        So it is wherever a paragraph of them is wrapped, for most of its breaks are.
        """
        before = False
        last = 0
        line = self._lines[start]
        for at in range(start + 1, end):
            after = self._lines[at]
            size = len(line.text)
            width = max(self._shortest, last, size, len(after.text))
            full = size + 1 + first_word(after.text) > SLACK * width
            if full and before:
                return True
            before, last, line = full, size, after
        return False


def shape(document: Document) -> Shape:
    """The shape of a text: a fact."""
    return Shape(document.text, document.fact(lines))


def is_full(line: str, after: str, width: int) -> bool:
    """Whether a line of a paragraph of some width had no room for the next one's first word."""
    size = len(line)
    return size <= width and size + 1 + first_word(after) > SLACK * width


def paragraphs(run: list[str]) -> list[tuple[int, int]]:
    """Where a run of lines is parted: after each sentence that ends on a line with room for a word."""
    found: list[tuple[int, int]] = []
    width, start = widest(run), 0
    for at in range(1, len(run)):
        last, line = run[at - 1], run[at]
        if ends_a_sentence(last) and (not is_full(last, line, width) or is_item(line)):
            found.append((start, at))
            start = at
    if run:
        found.append((start, len(run)))
    return found


def is_filled(run: list[str]) -> bool:
    """Whether the lines of a paragraph are full, all but the last, and of a common width."""
    size, width, count = len(run), widest(run), 0
    if size < ROWS or not WIDTHS.start <= width < WIDTHS.stop:
        return False
    for at in range(size - 1):
        if is_full(run[at], run[at + 1], width):
            count += 1
    return count >= FULL * (size - 1)


def widest(run: list[str]) -> int:
    """The length of the longest of some lines."""
    width = 0
    for line in run:
        width = max(width, len(line))
    return width


def is_numbered(text: str) -> bool:
    """Whether a line has a digit and ends as page numbers do, or is a small Roman numeral."""
    last = text[len(text) - 1]
    if last not in "ivx-–—~·]页頁ジ쪽지":
        return last.isdecimal()
    others = 0
    for char in text:
        if char.isdecimal():
            return True
        if char not in "ivx":
            others += 1
    return others == 0


def masked(text: str) -> str:
    """A line with one sign for each number in it."""
    parts: list[str] = []
    start = at = 0
    for char in text:
        if char.isdecimal():
            if at > start or not at:
                parts.append(text[start:at])
            start = at + 1
        at += 1  # noqa: SIM113 - enumerate() makes a Python integer of each place
    if not start:
        return text
    return "#".join([*parts, text[start:]])


def first_word(text: str) -> int:
    """How many code points the first word of a line has."""
    count = 0
    for char in text:
        if char.isspace():
            break
        count += 1
    return count


def is_short(text: str) -> bool:
    """Whether a line has FRAGMENT words or fewer; it begins with none of the white space between them."""
    words, most = 0, FRAGMENT
    is_gap = True
    for char in text:
        if char.isspace():
            is_gap = True
        elif is_gap:
            is_gap = False
            words += 1
            if words > most:
                return False
    return True
