"""What lines show by themselves: words, end, marks, whether they are prose. Compiled, see `_looks.pxd`."""

from ._signs import (
    contents_key,
    is_unspaced,
    level,
    masked,
    tokens,
    unspaced_letters,
    unspaced_runs,
)

PARAGRAPH = 60
"""Words beyond which a line of prose counts no more for the article's extent."""
GAP = 4
"""Words of prose that a line without prose takes from the article's extent. From 4 to 8 the extent of
labelled pages changed little; at 4 articles with lists were kept in one piece more often."""
LONG = 400
"""Code points from which a line is prose without a look at its words."""
CONTENT = 4
"""Letters from which a word counts as one of content."""
LETTERS_A_WORD = 6
"""Code points a word takes, with its space, where a long line's words are not counted."""
READ = 20_000
"""Code points of a line of prose whose words are known."""
UNSPACED_LETTERS = 2
"""Letters that count as a word in scripts that write no spaces."""
PROSE_WORDS = 8
PROSE_SMALL = 2
"""Words, and small words among them, of a line that ends as a sentence does and so is prose."""
LONG_WORDS = 22
LONG_SMALL = 4
"""Words, and small words among them, of a line that is prose however it ends."""
SENTENCE_LETTERS = 30
"""Letters of a sentence in a script without spaces."""
BULLETS = "*+•·▪●○◦‣–—-o"
STOPS = (1, 5)
"""The levels of a line that ends as a sentence does."""


class Row:
    """A line of a page: what it shows by itself, what the lists know of it, what is counted around it."""

    def __init__(self) -> None:
        self.body = self.masked = ""
        """Without list bullet; as it comes again, whatever its numbers and its case: of prose, nothing."""
        self.tokens: list[str] = []
        """Words in small letters, numbers as "0", unspaced scripts as they stand; of prose, none."""
        self.is_bullet = self.is_unspaced = self.is_prose = False
        self.words = self.end = 0
        self.listed = self.mark = self.is_tabbed = self.is_dated = self.is_label = self.is_echo = 0
        self.length = self.often = self.separators = 0
        self.digits, self.capitals, self.known = 0.0, -1.0, -1.0
        """`known`: share of its words of content that the prose knows; -1 where it has none."""
        self.near_words = self.near_bare = self.near_listed = self.near_labels = 0.0
        self.near_marks = self.body_gap = self.over = self.run_lines = self.run_clear = 0
        self.between = -1
        self.near_echo = self.run_listed = 0.0

    def read(self, text: str, small_words: frozenset[str], vocabulary: set[str]) -> None:
        """A line, neither empty nor with white space around it; its words, if it is prose, are known."""
        if text[0] in BULLETS and len(text) > 1 and text[1].isspace():
            self.is_bullet, text = True, text[1:].lstrip()
        self.body = text
        small = text[:READ].lower()
        self.end = level(text)
        if len(text) > LONG:
            self.is_prose, self.words = True, len(text) // LETTERS_A_WORD
            vocabulary.update(tokens(small, CONTENT))
            return
        words, letters = tokens(small), 0
        self.words = len(words)
        if not text.isascii() and (letters := unspaced_letters(text)):
            self.is_unspaced = True
            self.words += (letters + 1) // UNSPACED_LETTERS - unspaced_runs(text)
        least = _small_words_of_prose(self.words, letters, self.end)
        if least and _has(words, text if letters else "", small_words, least):
            self.is_prose = True
            for word in words:
                if len(word) >= CONTENT:
                    vocabulary.add(word)
        else:
            self.masked, self.tokens = masked(small), words


class Looks:
    """The lines of a page, and the words of content of its prose."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self.vocabulary: set[str] = set()


def look(texts: list[str], small_words: frozenset[str]) -> Looks:
    """What lines show by themselves; `small_words` are those that prose is told by."""
    found = Looks()
    for text in texts:
        row = Row()
        row.read(text, small_words, found.vocabulary)
        found.rows.append(row)
    return found


def _small_words_of_prose(count: int, letters: int, end: int) -> int:
    """How many small words a line of so many words and letters of unspaced scripts has if it is prose.

    `end` is the level of its end. 0 where it is none in any case.
    """
    if end in STOPS and (count >= PROSE_WORDS or letters >= SENTENCE_LETTERS):
        return PROSE_SMALL
    return LONG_SMALL if count >= LONG_WORDS else 0


def _has(words: list[str], unspaced: str, some: frozenset[str], least: int) -> bool:
    """Whether so many words and letters of unspaced scripts, or more, are among some."""
    for word in words:
        if word in some:
            least -= 1
            if not least:
                return True
    for char in unspaced:
        if is_unspaced(char) and char in some:
            least -= 1
    return least <= 0


def extent(rows: list[Row]) -> tuple[int, int]:
    """The lines [first, last) of the article: those where prose outweighs what is none the most.

    The maximum subsequence of Pasternack and Roth, "Extracting Article Text from the Web with Maximum
    Subsequence Segmentation" (2009), over words of prose.
    """
    best = total = start = first = last = at = 0
    limit, gap = PARAGRAPH, GAP
    for row in rows:
        if total <= 0:
            total, start = 0, at
        at += 1
        if not row.is_prose:
            total -= gap
            continue
        total += min(row.words, limit)
        if total > best:
            best, first, last = total, start, at
    return first, last


def tell_echoes(rows: list[Row]) -> None:
    """Tell each line that stands over prose elsewhere on the page: an entry of a table of contents."""
    size = len(rows)
    keys: dict[int, str] = {}
    headings: dict[str, int] = {}
    for at in range(size):
        row = rows[at]
        if not row.is_prose and row.words > 1:
            key = keys[at] = contents_key(row.body)
            if at + 1 < size and rows[at + 1].is_prose:
                headings[key] = headings.get(key, 0) + 1
    if not headings:
        return
    for at, key in keys.items():
        is_over = at + 1 < size and rows[at + 1].is_prose
        rows[at].is_echo = 1 if headings.get(key, 0) > is_over else 0
