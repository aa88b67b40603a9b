"""Matches looked for only where they can start: to try every character costs fifty times more."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from textlint.api import Document

from ._signs import Signs

if TYPE_CHECKING:
    import regex


def signs(document: Document) -> Signs:
    """Where the signs of markup stand in the document: a fact."""
    return Signs(document.text)


def matches_at(
    pattern: "regex.Pattern[str]", text: str, starts: Iterable[int]
) -> "Iterator[regex.Match[str]]":
    """What `pattern.finditer(text)` gives, if its matches start nowhere but at `starts`, in order."""
    end = 0
    for start in starts:
        if start >= end and (match := pattern.match(text, start)):
            yield match
            end = match.end()


def line_starts(signs: Signs, anchors: Iterable[str]) -> Iterator[int]:
    """Where the lines start that hold one of the anchors, in order."""
    text, end = signs.text, -1
    for at in signs.places(anchors):
        if at > end:
            yield text.rfind("\n", 0, at) + 1
            end = text.find("\n", at)
            if end < 0:
                return


def anchored(
    pattern: "regex.Pattern[str]", signs: Signs, anchors: Iterable[str]
) -> "Iterator[regex.Match[str]]":
    """What `pattern.finditer(text)` gives, for a pattern whose every match starts with an anchor."""
    return matches_at(pattern, signs.text, signs.places(anchors))
