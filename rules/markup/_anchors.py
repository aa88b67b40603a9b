"""Matches looked for only where they can start: to try every character costs fifty times more."""

from collections.abc import Iterable, Iterator
from heapq import merge
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import regex


def has_any(text: str, signs: Iterable[str]) -> bool:
    """Whether one of the signs stands in a text. A character alone is looked for at ten times the speed."""
    return any(sign[0] in text and sign in text for sign in signs)


def places(text: str, anchors: Iterable[str]) -> Iterator[int]:
    """Where one of the anchors stands, in order."""
    return merge(*(_every(text, anchor) for anchor in anchors if has_any(text, [anchor])))


def _every(text: str, anchor: str) -> Iterator[int]:
    at = text.find(anchor)
    while at >= 0:
        yield at
        at = text.find(anchor, at + 1)


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
