"""What is true of the places that a scan proposes: `regex` decides, in a window around each."""

from collections.abc import Callable, Iterator, Sequence
from time import monotonic
from typing import TYPE_CHECKING, TypeAlias

from textlint.document import Document
from textlint.pattern import WHOLE, Match, Pattern, Phrase, compiled, folded, original
from textlint.probe import Hits
from textlint.scan import DEADLINE

if TYPE_CHECKING:
    import regex

Asking: TypeAlias = Callable[..., Match | None]
"""Asks a pattern for a match in a text, from a place on."""
APART = frozenset(" \t\n\r!\"#$%&'()*+,-./:;<=>?@[\\]^`{|}~\u00a0‘’“”–—…«»")
"""The most frequent characters that make no longer word of one that they stand beside."""
EDGES = APART | {""}
"""The same, and the end of the text."""


def confirm(
    pattern: Pattern | Phrase, document: Document, hits: Hits, *, once: bool
) -> list[Match]:
    """The matches that hits lead to; `once`: one of them is enough. TimeoutError at the deadline."""
    if isinstance(pattern, Pattern):
        return _matches(compiled(pattern), document.text, hits, once=once)
    return _phrase(pattern, document, hits, once=once)


def _phrase(phrase: Phrase, document: Document, hits: Hits, *, once: bool) -> list[Match]:
    """The matches of a phrase in the document's own text; `once`: one of them is enough.

    Where all of it has been found, and it plainly stands apart, there is nothing to try.
    """
    text, size, ends = document.text, hits.probe.exact, sorted(hits.ends)
    sure = ends[:1] if once else ends
    if not size or not (phrase.where == "anywhere" or _stand_apart(text, size, sure)):
        found = _matches(compiled(phrase), document.fact(folded), hits, once=once)
        return [original(document, match) for match in found]
    matches: list[Match] = []
    at = 0
    for end in sure:
        if end - size >= at:
            matches += filter(None, [WHOLE.match(text, end - size, end)])
            at = end
    return matches


def _stand_apart(text: str, size: int, ends: Sequence[int]) -> bool:
    """Whether phrases of that size that end here plainly make no longer words."""
    return all(
        (end == size or text[end - size - 1] in APART) and text[end : end + 1] in EDGES
        for end in ends
    )


def _matches(pattern: "regex.Pattern[str]", text: str, hits: Hits, *, once: bool) -> list[Match]:
    """The pattern's matches, leftmost and non-overlapping, that the hits lead to; `once`: only one.

    A search looks no further than it must, so that many hits in a long text stay linear; a match that
    ends past its window, or may, is asked for again in the whole text. TimeoutError at the deadline.
    """
    probe, ends = hits
    if probe.before is None or probe.reach is None:
        return list(pattern.finditer(text, timeout=DEADLINE))
    search, match = (pattern.search, pattern.match) if probe.tame else _timed(pattern)
    matches: list[Match] = []
    at = 0
    for start, end in _windows(probe.before, ends):
        at = max(start, at)
        stop = end + probe.reach + 1
        while at < end and (found := search(text, at, stop)):
            if found.start() >= end:
                break
            at = found.start()
            if stop < len(text) and (probe.cut or found.end() > end):
                found = match(text, at)
            if found:
                matches.append(found)
                if once:
                    return matches
            at = found.end() if found else at + 1
    return matches


def _windows(before: int, ends: list[int]) -> Iterator[tuple[int, int]]:
    """Where matches can lie, in order and apart: [start, end) in code points."""
    ends.sort()
    high = ends[0]
    low = max(0, high - before)
    for end in ends:
        if end - before > high:
            yield low, high
            low = end - before
        high = end
    yield low, high


def _timed(pattern: "regex.Pattern[str]") -> tuple[Asking, Asking]:
    """A pattern's `search` and `match`, TimeoutError once they have taken longer than the deadline.

    Without one they take half the time.
    """
    until = monotonic() + DEADLINE

    def timed(ask: Asking) -> Asking:
        def asked(text: str, *place: int) -> Match | None:
            if (left := until - monotonic()) <= 0:
                raise TimeoutError
            return ask(text, *place, timeout=left)

        return asked

    return timed(pattern.search), timed(pattern.match)
