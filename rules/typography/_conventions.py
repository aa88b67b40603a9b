"""The quotation marks of languages: which open, which close, which belong together."""

import enum
import functools
from pathlib import Path

import msgspec

from textlint.api import load_toml

STRAIGHT = '"'
SINGLES = frozenset("‘’‚‹›")
DOUBLES = frozenset('"“”„«»')
"""The marks of the outer level that writers mix up with one another."""
MARKS = SINGLES | DOUBLES | frozenset("「」『』")


class Role(enum.Enum):
    """What a mark does; NEITHER is an apostrophe, an inch sign or an abbreviation's mark."""

    OPEN = "opens"
    CLOSE = "closes"
    NEITHER = "neither"


class Convention(msgspec.Struct, frozen=True):
    """A language's marks: what closes each opener, which are ever openers, which ever closers.

    `shapes` is the role that a mark's shape tells, None where it opens and closes; `mates` are the
    pairs of an opener and a closer that may belong together in a text of this language.
    """

    closers: dict[str, str]
    shapes: dict[str, Role | None]
    mates: frozenset[str]
    opening: frozenset[str]
    padded: bool
    known: bool


@functools.cache
def convention(language: str | None) -> Convention:
    """The quotation marks of a language; those of all languages where it is unknown."""
    data = _table()
    pairs = data["pairs"].get(language or "unknown") or data["pairs"]["unknown"]
    closers: dict[str, str] = {STRAIGHT: STRAIGHT}
    for pair in pairs:
        closers[pair[0]] = closers.get(pair[0], "") + pair[1]
    opening = frozenset(closers)
    mixed = {a + b for a in DOUBLES for b in DOUBLES if STRAIGHT in (a, b)}
    shapes = _shapes(pairs, data["pairs"]["unknown"])
    return Convention(
        closers,
        shapes,
        frozenset(mixed.union(pairs, anywhere())),
        opening,
        padded=language in data["padded"],
        known=language in data["pairs"],
    )


def _shapes(*tables: list[str]) -> dict[str, Role | None]:
    """What each mark's shape tells by the first of the tables of pairs that knows the mark."""
    shapes: dict[str, Role | None] = dict.fromkeys(MARKS)
    for pairs in reversed(tables):
        opening = {pair[0] for pair in pairs}
        closing = {pair[1] for pair in pairs}
        shapes.update(dict.fromkeys(opening, Role.OPEN))
        shapes.update(dict.fromkeys(closing, Role.CLOSE))
        shapes.update(dict.fromkeys(opening & closing))
    return shapes


@functools.cache
def _table() -> dict[str, dict[str, list[str]]]:
    return load_toml(Path(__file__).parent / "conventions" / "quotes.toml")


@functools.cache
def anywhere() -> frozenset[str]:
    """The pairs of two different marks that some language has: what a foreign quotation may be."""
    return frozenset(p for pairs in _table()["pairs"].values() for p in pairs if p[0] != p[1])
