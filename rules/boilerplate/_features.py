"""What can be counted of a line that tells a page's furniture from its article.

Of the line itself (length, marks, whether the lists of phrases hold it), of the lines around it, of
the run of lines without prose that it stands in, and of where the page's article lies. All of it is
counting in a few passes over the lines; judge/features.toml weighs what is counted.
"""

import functools
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from textlint.api import Document, lines, load_toml

from . import _lexicon, _lines

FOLDER = Path(__file__).parent / "judge"
LONG = 400
"""Code points from which a line is prose without a look at its words."""
LETTERS_A_WORD = 6
"""Code points a word takes, with its space, where a long line's words are not counted."""
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
NEAR, AROUND, ABOUT = 5, 6, 20
"""Lines to either side that a line is compared with: for their form, their echoes, their phrases."""
MANY_WORDS = 30
"""Words beyond which a line near by is just long."""
PARAGRAPH = 60
"""Words beyond which a line of prose counts no more for the article's extent."""
GAP = 4
"""Words of prose that a line without prose takes from the article's extent. From 4 to 8 the extent of
labelled pages changed little; at 4 articles with lists were kept in one piece more often."""
EVENT = 4
"""Words beyond which a line with a date is an entry rather than a stamp."""
READ = 20_000
"""Code points of a line of prose whose words are known."""
CONTENT = 4
"""Letters from which a word counts as one of content."""
ECHO = 200
"""Code points of a line that are compared with headings."""
LABELS = 0.5
"""Share of a line's words that are entries of menus by themselves, from which it may be a label."""

EVERYDAY, LINK, CLEAR = 1, 2, 3
"""How a line is listed: an everyday word, a link's label, a phrase that only pages have."""
STRENGTH = {
    _lexicon.SAFE: CLEAR,
    _lexicon.ALONE: CLEAR,
    _lexicon.LINK: LINK,
    _lexicon.WORD: EVERYDAY,
}

WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*|\d+")
UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]+"
)
BULLET = re.compile(r"[*+•·▪●○◦‣–—-]\s+|o\s+(?=\S)")
NESTED = ("+", "o")
"""The bullets of lists within lists, in texts made of pages."""
CLOSERS = "\"'”’»)]›」』"
SENTENCE = frozenset(".!?。！？…؟।॥۔")
SEPARATOR = re.compile(r"[|•·»›→▸▶>｜／«‹←]|\s[/–—-]\s")
DATE = re.compile(
    r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[./-]\d{1,2}[./-]\d{1,2}|\d{4}\s?[年년]"
    r"|\b(?:19|20)\d\d\b"
    r"|(?i:\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?\s\d{1,2}\b)"
    r"|\b\d{1,2}\.?\s(?:de\s)?(?:[^\W\d_]{3,9})\.?\s(?:de\s)?(?:19|20)\d\d\b"
)
NUMBER = re.compile(r"\d+")
PLAIN = re.compile(r"^\W*(?:\d+\W+)?|[\W_]+")
"""What a heading and its entry in a table of contents may differ in."""
ENDS = {":": 2, "：": 2, ",": 3, ";": 3, "…": 4, "?": 5, "？": 5}
"""Levels of a line's end; 0 is none of them, 1 the end of a sentence."""
STOPS = (1, 5)
"""The levels of a line that ends as a sentence does."""


class Evidence(NamedTuple):
    """How the lists of phrases of the other rules know a line."""

    listed: int = 0
    """0, EVERYDAY, LINK or CLEAR."""
    is_reply: bool = False
    """It is of the threads of comments and forums."""


class Look(NamedTuple):
    """What one line shows by itself."""

    text: str
    bullet: str
    tokens: tuple[str, ...]
    words: int
    end: int
    listed: int = 0
    is_prose: bool = False
    is_reply: bool = False
    is_dated: bool = False
    is_label: bool = False
    is_unspaced: bool = False


class Run(NamedTuple):
    """Neighbouring lines [first, last) that are all prose, or all not."""

    first: int
    last: int
    is_prose: bool


Sums = Sequence[float]
"""Running sums over lines: what lines [a, b) have is sums[b] - sums[a]."""


@functools.cache
def small_words() -> frozenset[str]:
    """The words that sentences are made of and menus are not, of all languages."""
    data = load_toml(FOLDER / "small_words.toml")
    return frozenset(word for words in data.values() for word in words)


@functools.cache
def labels() -> frozenset[str]:
    """The words that the lists hold by themselves: home, news, contact."""
    return frozenset(phrase for phrase in _lexicon.lexicon().phrases if " " not in phrase)


def evidence(document: Document) -> list[Evidence]:
    """How the lists know each line of a document: a fact."""
    found = document.fact(lines)
    known = [Evidence()] * len(found)
    for number, item in document.fact(_lexicon.listed).items():
        is_reply = item.kind == "comments" and item.strength != _lexicon.WORD
        known[number] = Evidence(STRENGTH[item.strength], is_reply)
    hits = [hit for some in document.fact(_lines.furniture).values() for hit in some]
    number_of = {line.start: number for number, line in enumerate(found)} if hits else {}
    for hit in hits:
        number = number_of[hit.start]
        listed = CLEAR if hit.entry.level >= _lines.Level.LIKELY else LINK
        known[number] = Evidence(max(listed, known[number].listed), known[number].is_reply)
    return known


def tokens_of(text: str) -> list[str]:
    """Words in small letters, numbers as "0"; pieces of unspaced scripts as they stand."""
    words = WORD.findall(text.lower().replace("’", "'"))
    return ["0" if word[0].isdigit() else word for word in words]


def look(text: str, known: Evidence = Evidence()) -> Look:  # noqa: B008 - frozen
    """What one line shows by itself; what only lines without a sentence are asked is left out of prose."""
    bullet = BULLET.match(text)
    mark = text[0] if bullet else ""
    body = text[bullet.end() :] if bullet else text
    end = _end(body)
    if len(body) > LONG:
        return Look(body, mark, (), len(body) // LETTERS_A_WORD, end, is_prose=True)
    tokens = tuple(tokens_of(body))
    unspaced = [] if body.isascii() else UNSPACED.findall(body)
    letters = sum(map(len, unspaced))
    count = len(tokens)
    small = sum(token in small_words() for token in tokens)
    if letters:
        count += (letters + 1) // UNSPACED_LETTERS - len(unspaced)
        small += sum(char in small_words() for piece in unspaced for char in piece)
    is_sentence = end in STOPS and (count >= PROSE_WORDS or letters >= SENTENCE_LETTERS)
    is_long = count >= LONG_WORDS and small >= LONG_SMALL
    if is_long or (is_sentence and small >= PROSE_SMALL):
        return Look(body, mark, tokens, count, end, is_prose=True)
    return Look(
        body,
        mark,
        tokens,
        count,
        end,
        known.listed,
        is_reply=known.is_reply,
        is_dated=DATE.search(body) is not None,
        is_label=sum(token in labels() for token in tokens) >= LABELS * max(1, count),
        is_unspaced=letters > 0,
    )


def _end(text: str) -> int:
    """The level of a line's end."""
    if text.endswith("..."):
        return 4
    bare = text.rstrip(CLOSERS)
    last = bare[-1:]
    return ENDS.get(last, 1 if last in SENTENCE and last else 0)


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


def is_entry(item: Look) -> bool:
    """Whether a line has a date and says what was on it: a concert, a post."""
    return item.is_dated and item.words > EVENT


class Page:
    """The lines of a page and what is counted over them."""

    def __init__(self, looks: Sequence[Look]) -> None:
        self.looks = looks
        self.runs = runs(looks)
        self.first, self.last = extent(looks)
        self.echoes = _echoes(looks)
        self.often = Counter(_masked(item) for item in looks)
        self.prose = self._sums(lambda item: item.is_prose)
        self.words = self._sums(lambda item: min(item.words, MANY_WORDS))
        self.paragraphs = self._sums(lambda item: min(item.words, PARAGRAPH) * item.is_prose)
        self.bare = self._sums(lambda item: item.end == 0 and not item.is_prose)
        self.listed = self._sums(lambda item: item.listed > 0)
        self.clear = self._sums(lambda item: item.listed >= LINK)
        self.labels = self._sums(lambda item: item.is_label)
        self.entries = self._sums(is_entry)
        self.echoed: Sums = [0, *accumulate(self.echoes)]
        self.vocabulary = _vocabulary(looks)
        self.whole = self._whole()

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
            "known": _known(item, self.vocabulary),
            "often": self.often[_masked(item)],
            "echo": float(self.echoes[at]),
        }

    def _near(self, at: int) -> dict[str, float]:
        """What is counted of a line's neighbours."""
        item = self.looks[at]
        first, last = max(0, at - NEAR), min(len(self.looks), at + NEAR + 1)
        others = max(1, last - first - 1)
        begin, end = max(0, at - AROUND), min(len(self.looks), at + AROUND + 1)
        start, stop = max(0, at - ABOUT), min(len(self.looks), at + ABOUT + 1)
        about = max(1, stop - start - 1 - (self.prose[stop] - self.prose[start]))
        return {
            "near_words": (self.words[last] - self.words[first] - min(item.words, MANY_WORDS))
            / others,
            "near_bare": (self.bare[last] - self.bare[first]) / (last - first),
            "near_entries": (self.entries[last] - self.entries[first] - is_entry(item)) / others,
            "near_echo": (self.echoed[end] - self.echoed[begin] - self.echoes[at])
            / max(1, end - begin - 1),
            "near_listed": (self.listed[stop] - self.listed[start] - (item.listed > 0)) / about,
            "near_labels": (self.labels[stop] - self.labels[start] - item.is_label) / about,
        }

    def _gap(self, at: int, run: Run) -> int:
        """Lines to the article from outside; within it, below 0, lines to the nearest of prose."""
        if at < self.first:
            return self.first - at
        if at >= self.last:
            return at - self.last + 1
        return -min(at - run.first + 1, run.last - at)

    def _beside(self, at: int, run: Run) -> dict[str, float]:
        """What the other lines of its run say of a line."""
        item = self.looks[at]
        others = max(1, run.last - run.first - 1)
        clear = self.clear[run.last] - self.clear[run.first] - (item.listed >= LINK)
        listed = self.listed[run.last] - self.listed[run.first] - (item.listed > 0)
        ahead = self.paragraphs[-1] - self.paragraphs[at + 1]
        return {
            "body_gap": self._gap(at, run),
            "run_clear": clear,
            "run_listed": listed / others,
            "ahead": ahead / max(1, self.paragraphs[-1]),
        }

    def _block(self, run: Run) -> dict[str, float]:
        """What is counted of a run of lines."""
        items = self.looks[run.first : run.last]
        count = len(items)
        known = [share for item in items if (share := _known(item, self.vocabulary)) >= 0]
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
    """Share of a line's words of content that the page's prose knows; -1 where it has none."""
    content = [word for word in item.tokens if len(word) >= CONTENT]
    if not content or item.is_unspaced:
        return -1.0
    return sum(word in vocabulary for word in content) / len(content)
