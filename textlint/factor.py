"""Literals of which every match of a pattern holds one: thousands cost a byte scanner little more than one.

After R. Cox, "Regular Expression Matching with a Trigram Index" (2012).
"""

import functools
import math
from collections.abc import Iterable
from typing import NamedTuple

from textlint.code_points import CodePoints
from textlint.measure import total, width
from textlint.pattern import fold
from textlint.syntax import Chars, Choice, Look, Node, Place, Repeat, Series

MOST = 64
"""Texts of a part up to which all are written out."""
MOST_CHARS = 12
"""The same of the characters of a set."""
MOST_TIMES = 4
"""The same of the repetitions of a part."""
COMMON = {
    char: percent / 100
    for chars, percent in (
        (" ", 17.0),
        ("e", 10.0),
        ("tao", 7.0),
        ("insrh", 5.6),
        ("ldcu", 3.3),
        ("mfpgwyb", 1.8),
        ("vk", 1.1),
        ("xj", 0.15),
        ("qz", 0.09),
    )
    for char in chars
}
LETTER, STOP, SIGN = 0.01, 0.012, 0.003
"""The same of other letters, of stops and line breaks, of other characters."""
BOUND = 0.6
"""Characters follow one another by rules: texts are as likely as their characters to this power."""
MEGABYTE = 1e6
HITS = 40.0
"""Expected hits in a megabyte up to which literals are worth it: the pattern is tried at each, 5 µs."""


class Factor(NamedTuple):
    """Folded literals of which any match holds one.

    The match starts at most `before` code points ahead of its literal's end and ends at most `after`
    code points behind it; None where there is no bound. `hits`: how many are expected in a megabyte.
    """

    hits: float
    literals: tuple[str, ...]
    before: int | None
    after: int | None


def factor(tree: Node) -> Factor | None:
    """The rarest factor of a pattern; None where it has none that is rare."""
    found = _factor(tree)
    return found if found and found.hits <= HITS else None


def _factor(node: Node) -> Factor | None:
    texts = _texts(node)
    whole = [_of(texts, 0, 0)] if texts else []
    match node:
        case Series(parts):
            return _rarest([*whole, *_of_series(parts)])
        case Choice(branches):
            return _rarest([*whole, _joined([_factor(branch) for branch in branches])])
        case Repeat(part, low, high) if low and (found := _factor(part)):
            others = width(
                Repeat(part, low - 1, None if high is None else high - 1), head=False, tail=False
            )
            return _rarest([*whole, found._replace(after=total([found.after, others]))])
        case _:
            return _rarest(whole)


def _of_series(parts: tuple[Node, ...]) -> Iterable[Factor | None]:
    """The factors of each of the parts, and the rarest of neighbours together."""
    texts = [_texts(part) for part in parts]
    yield _of_run(parts, texts)
    for at, part in enumerate(parts):
        if texts[at] is None and (found := _factor(part)):
            yield found._replace(
                before=total([found.before, *map(_width, parts[:at])]),
                after=total([found.after, *map(_width, parts[at + 1 :])]),
            )


def _of_run(parts: tuple[Node, ...], texts: list[frozenset[str] | None]) -> Factor | None:
    """The rarest run of parts that can be written out."""
    weights = [_weight(own) if own else math.inf for own in texts]
    best = HITS, 0, 0
    for first in range(len(parts)):
        hits, count = MEGABYTE, 1
        for last in range(first, len(parts)):
            if not (own := texts[last]) or (count := count * len(own)) > MOST:
                break
            best = min(best, (hits := hits * weights[last], first, last + 1))
    hits, first, end = best
    run = _combined(texts[first:end]) if end else None
    if not run:
        return None
    return _of(run, total(map(_width, parts[:first])), total(map(_width, parts[end:])))


def _of(texts: frozenset[str], before: int | None, after: int | None) -> Factor | None:
    if "" in texts:
        return None
    hits = MEGABYTE * _weight(texts)
    return Factor(hits, tuple(sorted(texts)), total([before, max(map(len, texts))]), after)


def _joined(found: list[Factor | None]) -> Factor | None:
    """The factor of a choice: one of the literals of any branch."""
    if not found or None in found:
        return None
    known = [each for each in found if each]
    texts = sorted({text for each in known for text in each.literals})
    return Factor(
        MEGABYTE * _weight(texts),
        tuple(texts),
        _greatest(each.before for each in known),
        _greatest(each.after for each in known),
    )


def _rarest(found: Iterable[Factor | None]) -> Factor | None:
    """The rarest; one that bounds the match's place before one that does not."""

    def order(each: Factor) -> tuple[bool, float]:
        return None in (each.before, each.after), each.hits

    return min((each for each in found if each and each.hits <= HITS), key=order, default=None)


def _weight(texts: Iterable[str]) -> float:
    """How often one of the texts is expected at a place."""
    return sum(math.prod(map(_frequency, text)) for text in texts)


@functools.cache
def _frequency(char: str) -> float:
    """How often a character is expected after others."""
    alone = COMMON.get(char) or (LETTER if char.isalpha() else STOP if char in ".,\n" else SIGN)
    return float(alone**BOUND)


def _texts(node: Node) -> frozenset[str] | None:
    """All that the node can match, folded; None where that is too much."""
    match node:
        case Chars(members):
            return _chars(members)
        case Look() | Place():
            return frozenset([""])
        case Series(parts):
            return _combined(map(_texts, parts))
        case Choice(branches):
            found = [_texts(branch) for branch in branches]
            if None in found:
                return None
            texts = frozenset[str]().union(*(each for each in found if each))
            return texts if len(texts) <= MOST else None
        case Repeat(part, low, high) if high is not None and high <= MOST_TIMES:
            own = _texts(part)
            counts = [_combined([own] * count) for count in range(low, high + 1)]
            if None in counts:
                return None
            return frozenset[str]().union(*(each for each in counts if each))
        case _:
            return None


@functools.cache
def _chars(members: CodePoints) -> frozenset[str] | None:
    if not members or members[0][0] == 0 or sum(h - low + 1 for low, h in members) > MOST_CHARS:
        return None  # what holds a zero byte is no literal
    codes = (code for low, high in members for code in range(low, high + 1))
    return frozenset(fold(chr(code)) for code in codes)


def _combined(parts: Iterable[frozenset[str] | None]) -> frozenset[str] | None:
    """One of each, one after another."""
    texts = frozenset([""])
    for own in parts:
        if own is None or len(own) * len(texts) > MOST:
            return None
        texts = frozenset(a + b for a in texts for b in own)
    return texts


def _width(node: Node) -> int | None:
    return 0 if isinstance(node, Look) else width(node, head=False, tail=False)


def _greatest(widths: Iterable[int | None]) -> int | None:
    known = list(widths)
    return None if None in known else max(filter(None, known), default=0)
