"""What lines show by themselves: words, end, marks, whether they are prose. Compiled, see `_looks.pxd`."""

from collections.abc import Sequence

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


class Looks:
    """What lines show by themselves, in columns: an entry a line."""

    def __init__(self) -> None:
        self.bodies: list[str] = []
        """Without list bullet."""
        self.bullets: list[str] = []
        self.words: list[int] = []
        self.ends: list[int] = []
        self.is_prose: list[bool] = []
        self.masked: list[str] = []
        """As they come again on a page, whatever their number and their case; of prose, nothing."""
        self.tokens: list[list[str]] = []
        """Words in small letters, numbers as "0", unspaced scripts as they stand; of prose, none."""
        self.vocabulary: set[str] = set()
        """Those of prose; of its longest lines, of content."""
        self.unspaced: set[int] = set()
        """Those with letters of scripts without spaces, by number."""

    def add(self, text: str, small_words: frozenset[str]) -> None:
        """One more line, neither empty nor with white space around it."""
        body, bullet = text, ""
        if text[0] in BULLETS and len(text) > 1 and text[1].isspace():
            body, bullet = text[1:].lstrip(), text[0]
        small = body[:READ].lower()
        is_prose = len(body) > LONG
        words = tokens(small, CONTENT if is_prose else 1)
        count, end, letters = len(words), level(body), 0
        if is_prose:
            count = len(body) // LETTERS_A_WORD
        else:
            if not body.isascii() and (letters := unspaced_letters(body)):
                self.unspaced.add(len(self.bodies))
                count += (letters + 1) // UNSPACED_LETTERS - unspaced_runs(body)
            least = _small_words_of_prose(count, letters, end)
            is_prose = least > 0 and _has(words, body if letters else "", small_words, least)
        if is_prose:
            self.vocabulary.update(words)
        self.bodies.append(body)
        self.bullets.append(bullet)
        self.words.append(count)
        self.ends.append(end)
        self.is_prose.append(is_prose)
        self.masked.append("" if is_prose else masked(small))
        self.tokens.append([] if is_prose else words)


def look(texts: list[str], small_words: frozenset[str]) -> Looks:
    """What lines show by themselves; `small_words` are those that prose is told by."""
    found = Looks()
    for text in texts:
        found.add(text, small_words)
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


def sums(column: Sequence[int]) -> list[int]:
    """Running sums: what lines [a, b) have is `sums[b] - sums[a]`."""
    total = 0
    found = [0]
    for value in column:
        total += value
        found.append(total)
    return found


def at_least(column: list[int], least: int) -> list[int]:
    """1 for each entry that is so much or more, else 0."""
    found = []
    for value in column:
        found.append(1 if value >= least else 0)  # noqa: PERF401 - compiled, in half the time
    return found


def at_most(column: list[int], limit: int) -> list[int]:
    """A column with no entry above a limit."""
    found = []
    for value in column:
        found.append(min(value, limit))  # noqa: PERF401
    return found


def extent(looks: Looks) -> tuple[int, int]:
    """The lines [first, last) of the article: those where prose outweighs what is none the most.

    The maximum subsequence of Pasternack and Roth, "Extracting Article Text from the Web with Maximum
    Subsequence Segmentation" (2009), over words of prose.
    """
    best = total = start = first = last = 0
    limit, gap = PARAGRAPH, GAP
    for at, is_prose in enumerate(looks.is_prose):
        if total <= 0:
            total, start = 0, at
        if not is_prose:
            total -= gap
            continue
        total += min(looks.words[at], limit)
        if total > best:
            best, first, last = total, start, at + 1
    return first, last


def echoes(looks: Looks) -> list[int]:
    """1 for each line that stands over prose elsewhere on the page: an entry of a table of contents."""
    size = len(looks.bodies)
    found = [0] * size
    keys: dict[int, str] = {}
    headings: dict[str, int] = {}
    for at in range(size):
        if not looks.is_prose[at] and looks.words[at] > 1:
            key = keys[at] = contents_key(looks.bodies[at])
            if at + 1 < size and looks.is_prose[at + 1]:
                headings[key] = headings.get(key, 0) + 1
    for at, key in keys.items():
        is_over = at + 1 < size and looks.is_prose[at + 1]
        found[at] = 1 if headings.get(key, 0) > is_over else 0
    return found
