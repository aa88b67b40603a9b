"""Matches looked for only where they can start: to try every character costs fifty times more."""

from collections.abc import Iterable, Iterator
from heapq import merge
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import regex


def has_any(text: str, signs: Iterable[str]) -> bool:
    """Whether one of the signs stands in a text. A character alone is looked for at ten times the speed."""
    return any(sign[0] in text and sign in text for sign in signs)


def places(
    text: str, anchors: Iterable[str], start: int = 0, end: int | None = None
) -> Iterator[int]:
    """Where one of the anchors stands that begin in [start, end), in order."""
    found = (_every(text, anchor, start, len(text) if end is None else end) for anchor in anchors)
    return merge(*found)


def _every(text: str, anchor: str, start: int, end: int) -> Iterator[int]:
    last = end + len(anchor) - 1
    if text.find(anchor[0], start, last) < 0:  # one character is looked for at ten times the speed
        return
    at = text.find(anchor, start, last)
    while at >= 0:
        yield at
        at = text.find(anchor, at + 1, last)


def matches_at(
    pattern: "regex.Pattern[str]", text: str, starts: Iterable[int]
) -> "Iterator[regex.Match[str]]":
    """What `pattern.finditer(text)` gives, if its matches start nowhere but at `starts`, in order."""
    end = 0
    for start in starts:
        if start >= end and (match := pattern.match(text, start)):
            yield match
            end = match.end()


def anchored(
    pattern: "regex.Pattern[str]", text: str, anchors: Iterable[str]
) -> "Iterator[regex.Match[str]]":
    """What `pattern.finditer(text)` gives, for a pattern whose every match starts with an anchor."""
    return matches_at(pattern, text, places(text, anchors))
