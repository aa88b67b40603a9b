"""What lines are judged by: how the lists of the other rules know them, small words, labels, dates."""

import functools
import marshal
from bisect import bisect_left
from itertools import chain
from operator import attrgetter
from pathlib import Path

import msgspec

from textlint.api import Document, kept, lines, load_toml

from . import _kinds, _lexicon, _lines, _looks
from ._looks import Looks
from ._words import Tally, tally_of
from .commenter_ui import cues

FOLDER = Path(__file__).parent / "judge"
MARKS = ("name", "stamp")
"""The forms of lines that stand over a post."""

EVERYDAY, LINK, CLEAR = 1, 2, 3
"""How a line is listed: an everyday word, a link's label, a phrase that only pages have."""
STRENGTH = {
    _kinds.SAFE: CLEAR,
    _kinds.ALONE: CLEAR,
    _kinds.LINK: LINK,
    _kinds.WORD: EVERYDAY,
}


class Evidence(msgspec.Struct, frozen=True):
    """How the lists of phrases of the other rules know lines, by number."""

    listed: dict[int, int]
    """EVERYDAY, LINK or CLEAR."""
    replies: frozenset[int] = frozenset()
    """They are of the threads of comments and forums."""
    marks: frozenset[int] = frozenset()
    """They are that, or have the form of what stands over a post: "Anna says:", a day with its time."""


@functools.cache
def small_words() -> Tally:
    """The words that sentences are made of and menus are not, of all languages."""
    data = load_toml(FOLDER / "small_words.toml")
    return tally_of(word for words in data.values() for word in words)


@functools.cache
def labels() -> Tally:
    """The words that the lists hold by themselves: home, news, contact."""
    found: frozenset[str] = marshal.loads(kept("labels", _lexicon.digest(), _labels))  # noqa: S302
    return tally_of(found)


def _labels() -> bytes:
    return marshal.dumps(frozenset(key for key in _lexicon.lexicon().phrases if " " not in key))


def evidence(document: Document) -> Evidence:
    """How the lists know the lines of a document: a fact."""
    known = document.fact(_lexicon.listed)
    listed = {number: STRENGTH[item.strength] for number, item in known.items()}
    replies = frozenset(
        number
        for number, item in known.items()
        if item.kind == "comments" and item.strength != _kinds.WORD
    )
    every = document.fact(lines)
    for hit in chain.from_iterable(document.fact(_lines.furniture).values()):
        number = bisect_left(every, hit.start, key=attrgetter("start"))
        level = CLEAR if hit.entry.level >= _lines.Level.LIKELY else LINK
        listed[number] = max(level, listed.get(number, 0))
    marks = (number for number, kind in document.fact(cues).items() if kind in MARKS)
    return Evidence(listed, replies, replies.union(marks))


def look(texts: list[str]) -> Looks:
    """What lines show by themselves."""
    return _looks.look(texts, small_words())
