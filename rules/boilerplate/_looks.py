"""What lines show by themselves: words, end, marks, whether they are prose. Compiled, see `_looks.pxd`."""

from ._forms import is_dated
from ._words import Tally, Words

PARAGRAPH = 60
"""Words beyond which a line of prose counts no more for the article's extent."""
GAP = 4
"""Words of prose that a line without prose takes from the article's extent. From 4 to 8 the extent of
labelled pages changed little; at 4 articles with lists were kept in one piece more often."""
LONG = 400
"""Code points from which a line is prose without a look at its words."""
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
        self.body = self.small = ""
        """Without list bullet; in small letters: of prose, nothing."""
        self.masked = 0
        """The number of the line as it comes again, whatever its numbers and its case."""
        self.is_bullet = self.is_unspaced = self.is_prose = False
        self.words = self.end = 0
        self.is_tabbed = self.is_dated = self.is_label = self.is_echo = False
        self.listed = self.mark = self.length = self.often = self.separators = 0
        self.digits, self.capitals, self.known = 0.0, -1.0, -1.0
        """`known`: share of its words of content that the prose knows; -1 where it has none."""
        self.near_words = self.near_bare = self.near_listed = self.near_labels = 0.0
        self.near_marks = self.body_gap = self.over = self.run_lines = self.run_clear = 0
        self.between = -1
        self.near_echo = self.run_listed = 0.0

    def read(self, text: str, small_words: Tally, words: Words) -> None:
        """A line, neither empty nor with white space around it; its words, if it is prose, are known."""
        if text[0] in BULLETS and len(text) > 1 and text[1].isspace():
            self.is_bullet, text = True, text[1:].lstrip()
        self.body = text
        small = text[:READ].lower()
        self.end = level(text)
        words.read(small)
        self.words = words.count
        if len(text) > LONG:
            self.is_prose, self.words = True, len(text) // LETTERS_A_WORD
            words.learn()
            return
        letters = 0
        if not text.isascii() and (letters := unspaced_letters(text)):
            self.is_unspaced = True
            self.words += (letters + 1) // UNSPACED_LETTERS - unspaced_runs(text)
        least = _small_words_of_prose(self.words, letters, self.end)
        if least and _has(words, text if letters else "", small_words, least):
            self.is_prose = True
            words.learn()
        else:
            self.masked, self.small = words.masked(small), small

    def show(self) -> None:
        """What signs are in a line without prose."""
        body = self.body
        self.is_tabbed = "\t" in body
        self.is_dated = is_dated(body)
        self.length = len(body)
        self.digits = digits(body)
        self.separators = separators(body)
        self.capitals = capitals(body)

    def has_code(self) -> bool:
        """Whether a line has signs of a program."""
        return has_code(self.body)


class Looks:
    """The lines of a page, and the words of content of its prose."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self.prose = 0
        self.words = Words()


def look(texts: list[str], small_words: Tally) -> Looks:
    """What lines show by themselves; `small_words` are those that prose is told by."""
    found = Looks()
    for text in texts:
        row = Row()
        row.read(text, small_words, found.words)
        found.prose += row.is_prose
        found.rows.append(row)
    return found


def _small_words_of_prose(count: int, letters: int, end: int) -> int:
    """How many small words a line of so many words and letters of unspaced scripts has if it is prose.

    `end` is the level of its end. 0 where it is none in any case.
    """
    if end in STOPS and (count >= PROSE_WORDS or letters >= SENTENCE_LETTERS):
        return PROSE_SMALL
    return LONG_SMALL if count >= LONG_WORDS else 0


def _has(words: Words, unspaced: str, some: Tally, least: int) -> bool:
    """Whether so many words and letters of unspaced scripts, or more, are among some."""
    for at in range(words.count):
        if some.has(words.numbers[at]):
            least -= 1
            if not least:
                return True
    for char in unspaced:
        if is_unspaced(char) and some.has_word(char):
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


def tell_echoes(rows: list[Row], words: Words) -> None:
    """Tell each line that stands over prose elsewhere on the page: an entry of a table of contents."""
    size, headings = len(rows), Tally()
    for at in range(size - 1):
        row, after = rows[at], rows[at + 1]
        if after.is_prose and not row.is_prose and row.words > 1:
            headings.tell(words.contents_key(row.body))
    for at in range(size if headings.size else 0):
        row = rows[at]
        if not row.is_prose and row.words > 1:
            after = rows[min(at + 1, size - 1)]
            row.is_echo = headings.count(words.contents_key(row.body)) > after.is_prose


def is_unspaced(char: str) -> bool:
    """Whether a character is of a script without spaces."""
    if char < "\u3040":
        return (
            "\u0e00" <= char <= "\u0eff"
            or "\u1000" <= char <= "\u109f"
            or "\u1780" <= char <= "\u17ff"
        )
    return char <= "\u30ff" or "\u3400" <= char <= "\u4dbf" or "\u4e00" <= char <= "\u9fff"


def unspaced_letters(text: str) -> int:
    """How many characters of scripts without spaces a text has."""
    count = 0
    for char in text:
        if is_unspaced(char):
            count += 1
    return count


def unspaced_runs(text: str) -> int:
    """How many runs of such characters it has."""
    count = 0
    before = False
    for char in text:
        here = is_unspaced(char)
        if here and not before:
            count += 1
        before = here
    return count


def level(text: str) -> int:
    """The level of a line's end.

    1 the end of a sentence, 2 a colon, 3 a comma, 4 dots, 5 a question, 0 none of them.
    """
    at = len(text) - 1
    if text[at] == ".":
        return 4 if text.endswith("...") else 1
    while at >= 0 and text[at] in "\"'”’»)]›」』":
        at -= 1
    last = text[at] if at >= 0 else " "
    if last in ",;":
        return 3
    if last == "…":
        return 4
    if last in "?？":
        return 5
    return 2 if last in ":：" else int(last in ".!。！؟।॥۔")


def digits(text: str) -> float:
    """The share of digits among a line's code points."""
    count = 0
    for char in text:
        if "0" <= char <= "9" or (char > "\x7f" and char.isdigit()):
            count += 1
    return count / len(text)


def separators(text: str) -> int:
    """How many bars, arrows and the like part a line, or dashes and strokes between blanks."""
    count = state = 0  # 1 after a blank, 2 after a dash that follows one
    for char in text:
        if char.isspace():
            if state == 2:  # noqa: PLR2004
                count += 1
                state = 0
            else:
                state = 1
        elif is_arrow(char):
            count += 1
            state = 0
        else:
            state = 2 if state == 1 and char in "/–—-" else 0
    return count


def is_arrow(char: str) -> bool:
    """Whether a character parts the items of a menu in a line."""
    return char in "|>" or (char > "\x7f" and char in "•·»›→▸▶｜／«‹←")


def capitals(text: str) -> float:
    """The share of a line's words that begin with a capital, -1 where there are none."""
    words, capital = 0, 0
    is_first = True
    for char in text:
        if char.isspace():
            is_first = True
        elif is_first:
            is_first = False
            if char.isalpha():
                words += 1
                if char.isupper():
                    capital += 1
    return capital / words if words else -1.0


def has_code(text: str) -> bool:
    """Whether a line has signs of a program: an equals sign, a brace, a call, a semicolon at its end."""
    is_call = False
    before = " "
    for char in text:
        if char in "={}" or (char == ")" and is_call):
            return True
        if char == "(":
            is_call = is_call or before.isalnum() or before == "_"
        elif is_call and char.isspace():
            is_call = False
        before = char
    return before == ";"
