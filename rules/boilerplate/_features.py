"""What one line shows by itself: its words, its end, its marks, whether lists of phrases hold it."""

import functools
import re
from pathlib import Path
from typing import NamedTuple

from textlint.api import Document, lines, load_toml

from . import _lexicon, _lines
from .commenter_ui import cues

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
EVENT = 4
"""Words beyond which a line with a date is an entry rather than a stamp."""
LABELS = 0.5
"""Share of a line's words that are entries of menus by themselves, from which it may be a label."""

MARKS = ("name", "stamp")
"""The forms of lines that stand over a post."""

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
CLOSERS = "\"'”’»)]›」』"
SENTENCE = frozenset(".!?。！？…؟।॥۔")
DATE = re.compile(
    r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[./-]\d{1,2}[./-]\d{1,2}|\d{4}\s?[年년]"
    r"|\b(?:19|20)\d\d\b"
    r"|(?i:\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?\s\d{1,2}\b)"
    r"|\b\d{1,2}\.?\s(?:de\s)?(?:[^\W\d_]{3,9})\.?\s(?:de\s)?(?:19|20)\d\d\b"
)
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
    is_mark: bool = False
    """It is that, or has the form of what stands over a post: "Anna says:", a day with its time."""


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
    is_mark: bool = False
    is_dated: bool = False
    is_label: bool = False
    is_unspaced: bool = False


@functools.cache
def small_words() -> frozenset[str]:
    """The words that sentences are made of and menus are not, of all languages."""
    data = load_toml(FOLDER / "small_words.toml")
    return frozenset(word for words in data.values() for word in words)


@functools.lru_cache(1 << 14)
def is_label(word: str) -> bool:
    """Whether the lists hold a word by itself: home, news, contact."""
    return word in _lexicon.lexicon().phrases


def evidence(document: Document) -> list[Evidence]:
    """How the lists know each line of a document: a fact."""
    found = document.fact(lines)
    known = [Evidence()] * len(found)
    for number, item in document.fact(_lexicon.listed).items():
        is_reply = item.kind == "comments" and item.strength != _lexicon.WORD
        known[number] = Evidence(STRENGTH[item.strength], is_reply, is_reply)
    hits = [hit for some in document.fact(_lines.furniture).values() for hit in some]
    number_of = {line.start: number for number, line in enumerate(found)} if hits else {}
    for hit in hits:
        number = number_of[hit.start]
        listed = CLEAR if hit.entry.level >= _lines.Level.LIKELY else LINK
        known[number] = known[number]._replace(listed=max(listed, known[number].listed))
    for number, kind in document.fact(cues).items():
        if kind in MARKS:
            known[number] = known[number]._replace(is_mark=True)
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
        is_mark=known.is_mark,
        is_dated=DATE.search(body) is not None,
        is_label=sum(map(is_label, tokens)) >= LABELS * max(1, count),
        is_unspaced=letters > 0,
    )


def _end(text: str) -> int:
    """The level of a line's end."""
    if text.endswith("..."):
        return 4
    bare = text.rstrip(CLOSERS)
    last = bare[-1:]
    return ENDS.get(last, 1 if last in SENTENCE and last else 0)


def is_entry(item: Look) -> bool:
    """Whether a line has a date and says what was on it: a concert, a post."""
    return item.is_dated and item.words > EVENT
