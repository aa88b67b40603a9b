"""What is true of the places that a scan proposes: `regex` decides, in a window around each.

Compiled where there is a compiler.
"""

import functools
from time import monotonic
from typing import TYPE_CHECKING, TypeAlias

from textlint.document import Document
from textlint.encoded import Encoded
from textlint.pattern import (
    HOLE,
    MARGIN_WIDTH,
    WHOLE,
    Match,
    Pattern,
    Phrase,
    compiled,
    fold,
    original,
)
from textlint.probe import CHARS, Hits
from textlint.scan import DEADLINE, Matches, Overrun, resolve

if TYPE_CHECKING:
    from collections.abc import Callable

    import regex

    from textlint.databases import Patterns

Asking: TypeAlias = "Callable[..., Match | None]"
"""Asks a pattern for a match in a text, from a place on."""
APART = frozenset(" \t\n\r!\"#$%&'()*+,-./:;<=>?@[\\]^`{|}~\u00a0‘’“”–—…«»")
"""The most frequent characters that make no longer word of one that they stand beside."""
FEW_TRIES = 4
"""Places of a window at which a pattern is tried one by one, before it is searched for in the rest."""
OTHER = CHARS - 1
"""What stands for a character beyond ASCII in a prefix."""
MARGIN_BLANKS = " \t\u00a0"
"""The most frequent white space of margins."""


def confirmed(
    document: Document,
    encoded: Encoded,
    hits: dict[int, Hits],
    patterns: "Patterns",
    overruns: list[Overrun],
) -> Matches:
    """What is true of a document's hits, by rule. Adds to `overruns` what took too long.

    The hits are by the number of their pattern in `patterns`.
    """
    matches: Matches = {}
    first_gate = patterns.first_gate
    mixed: set[str] = set()  # the rules of which several patterns match
    overrun: set[str] = set()
    known: dict[Pattern | Phrase, list[Match]] = {}  # rules have some in common
    for number in sorted(hits):  # of equal matches the first pattern's counts
        code, pattern = patterns[number]
        is_gate = number >= first_gate
        if is_gate and code in matches:  # open already
            continue
        found = known.get(pattern)
        if found is None:
            try:
                found = known[pattern] = _confirm(pattern, document, encoded, hits[number], is_gate)
            except TimeoutError:
                overrun.add(code)
                continue
        if not found:
            continue
        if is_gate:
            matches[code] = []
        elif code in matches:
            matches[code] += found
            mixed.add(code)
        else:
            matches[code] = list(found)
    for code in mixed:
        matches[code] = resolve(matches[code])
    for code in overrun:
        matches.pop(code, None)
        overruns.append(Overrun(document, code))
    return matches


def _confirm(
    pattern: Pattern | Phrase,
    document: Document,
    encoded: Encoded,
    hits: Hits,
    once: bool,  # noqa: FBT001
) -> list[Match]:
    """The matches that hits lead to; `once`: one of them is enough. TimeoutError at the deadline."""
    if isinstance(pattern, Pattern):
        return _matches(compiled(pattern), document.text, hits, once)
    return _phrase(pattern, document, encoded, hits, once)


def _phrase(
    phrase: Phrase,
    document: Document,
    encoded: Encoded,
    hits: Hits,
    once: bool,  # noqa: FBT001
) -> list[Match]:
    """The matches of a phrase in the document's own text; `once`: one of them is enough.

    Where all of it has been found, and it plainly stands as it must, there is nothing to try.
    """
    text, size, ends = document.text, hits.probe.exact, hits.ends
    ends.sort()
    if once:
        ends = ends[:1]
    matches: list[Match] = []
    if HOLE in phrase.text:
        hits = Hits(hits.probe, _holding(phrase, text, hits))
        if not hits.ends:
            return matches
    if not size or not _plainly_stand(text, size, ends, phrase.where):
        for found in _matches(compiled(phrase), encoded.text(), hits, once):
            matches.append(original(document, found))  # noqa: PERF401 - a loop compiles to less
        return matches
    at = 0
    for end in ends:
        if end - size >= at:
            if match := WHOLE.match(text, end - size, end):
                matches.append(match)
            at = end
    return matches


def _holding(phrase: Phrase, text: str, hits: Hits) -> list[int]:
    """The ends near which all parts of a phrase with holes stand: trying it is dear."""
    before, reach = hits.probe.before or 0, hits.probe.reach or 0
    kept: list[int] = []
    for end in hits.ends:
        near = fold(text[max(0, end - before) : end + reach])
        for part in _parts(phrase):
            if part not in near:
                break
        else:
            kept.append(end)
    return kept


@functools.cache
def _parts(phrase: Phrase) -> list[str]:
    return fold(phrase.text).split(HOLE)


def _plainly_stand(text: str, size: int, ends: list[int], where: str) -> bool:
    """Whether phrases of that size that end here plainly are words, or at the sides of their lines."""
    if where == "anywhere":
        return True
    is_front_line, is_back_line = where != "word", where == "line"
    length = len(text)
    for end in ends:
        at = end - size
        if is_front_line:
            first = max(0, at - MARGIN_WIDTH)
            while at > first and text[at - 1] in MARGIN_BLANKS:
                at -= 1
        if at > 0 and (text[at - 1] != "\n" if is_front_line else text[at - 1] not in APART):
            return False
        at = end
        if is_back_line:
            last = min(length, at + MARGIN_WIDTH)
            while at < last and text[at] in MARGIN_BLANKS:
                at += 1
        if at < length and (text[at] != "\n" if is_back_line else text[at] not in APART):
            return False
    return True


def _matches(pattern: "regex.Pattern[str]", text: str, hits: Hits, once: bool) -> list[Match]:  # noqa: FBT001
    """The pattern's matches, leftmost and non-overlapping, that the hits lead to; `once`: only one.

    A search looks no further than it must, so that many hits in a long text stay linear; a match that
    ends past its window, or may, is asked for again in the whole text. TimeoutError at the deadline.
    """
    probe, ends = hits
    if probe.before is None or probe.reach is None:
        return list(pattern.finditer(text, timeout=DEADLINE))
    search, match = (pattern.search, pattern.match) if probe.tame else _timed(pattern)
    matches: list[Match] = []
    prefix, reach, cut = probe.prefix, probe.reach, probe.cut
    length = len(text)
    at = 0
    for start, last in _windows(probe.before, ends):
        at = max(start, at)
        end = min(last, length)
        stop = end + reach + 1
        tries = 0
        while at < end:
            if prefix:
                at = _beginning(prefix, text, at, end)
                if at == end:
                    break
                tries += 1
            if prefix and tries <= FEW_TRIES:
                found = match(text, at, stop)
                if not found:
                    at += 1
                    continue
            else:
                found = search(text, at, stop)
                if not found or found.start() >= end:
                    break
                at = found.start()
            if stop < length and (cut or found.end() > end):
                found = match(text, at)
            if found:
                matches.append(found)
                if once:
                    return matches
            at = found.end() if found else at + 1
    return matches


def _beginning(prefix: bytes, text: str, at: int, end: int) -> int:
    """The first place from `at` on where a match may begin; `end` where there is none before it."""
    last = len(text) - 1
    while at < end:
        first = min(ord(text[at]), OTHER)
        second = min(ord(text[at + 1]), OTHER) if at < last else 0
        if prefix[first] and (at == last or prefix[OTHER + 1 + second]):
            return at
        at += 1
    return end


def _windows(before: int, ends: list[int]) -> list[tuple[int, int]]:
    """Where matches can lie, in order and apart: [start, end) in code points."""
    ends.sort()
    windows: list[tuple[int, int]] = []
    high = ends[0]
    low = max(0, high - before)
    for end in ends:
        if end - before > high:
            windows.append((low, high))
            low = end - before
        high = end
    windows.append((low, high))
    return windows


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
