"""Building the databases: phrases to literals, patterns to expressions over bytes."""

from collections.abc import Sequence
from typing import NamedTuple

import hyperscan

from textlint.databases import Database, Patterns, Probe
from textlint.expression import UnsupportedError, translate
from textlint.pattern import HOLE, HOLE_WIDTH, MARGIN_WIDTH, Pattern, Phrase, fold
from textlint.scan import PatternError, verify
from textlint.script import script_of

MOST_HOLES = 2
"""Holes in a phrase up to which trying it at one place takes no time to speak of."""
EXPRESSION_FLAGS = hyperscan.HS_FLAG_MULTILINE | hyperscan.HS_FLAG_DOTALL


def build(patterns: Patterns) -> Database:
    """The database of phrases, or of expressions. PatternError for one that cannot be used."""
    phrases = [(code, pattern) for code, pattern in patterns if isinstance(pattern, Phrase)]
    if phrases:
        return _literals(phrases)
    return _expressions([(c, pattern) for c, pattern in patterns if isinstance(pattern, Pattern)])


def _compile(
    expressions: Sequence[bytes], probes: list[list[Probe]], flags: int, *, literal: bool
) -> Database:
    database = hyperscan.Database(mode=hyperscan.HS_MODE_BLOCK)
    database.compile(
        expressions=list(expressions),
        ids=list(range(len(expressions))),
        elements=len(expressions),
        flags=[flags] * len(expressions),
        literal=literal,
    )
    return Database.of(hyperscan.dumpb(database), probes)


def _expressions(patterns: Sequence[tuple[str, Pattern]]) -> Database:
    sources: dict[bytes, list[Probe]] = {}
    for number, (code, pattern) in enumerate(patterns):
        verify(code, pattern)
        try:
            expression = translate(pattern.source)
        except UnsupportedError as error:
            raise PatternError(
                code, f"{pattern.source!r} cannot be scanned for: {error}"
            ) from error
        probe = Probe(
            number, expression.before, expression.reach, tame=expression.tame, cut=expression.cut
        )
        sources.setdefault(expression.source, []).append(probe)
    try:
        return _compile(list(sources), list(sources.values()), EXPRESSION_FLAGS, literal=False)
    except hyperscan.HyperscanError:
        for source, (probe, *_) in sources.items():
            _blame(source, *patterns[probe.pattern])
        raise


def _blame(source: bytes, code: str, pattern: Pattern) -> None:
    """PatternError where Hyperscan refuses the expression by itself."""
    try:
        _compile([source], [[]], EXPRESSION_FLAGS, literal=False)
    except hyperscan.HyperscanError as error:
        raise PatternError(code, f"{pattern.source!r} cannot be scanned for: {error}") from error


def _literals(patterns: Sequence[tuple[str, Phrase]]) -> Database:
    literals: dict[bytes, list[Probe]] = {}
    for number, (code, pattern) in enumerate(patterns):
        part = distinctive(pattern.text)
        if not part.literal or b"\0" in part.literal:
            raise PatternError(code, f"{pattern.text!r} has nothing that can be scanned for")
        holes = HOLE_WIDTH * pattern.text.count(HOLE)
        front, back = _parted(pattern, part)
        reach = len(pattern.text) + holes + MARGIN_WIDTH
        tame = pattern.text.count(HOLE) <= MOST_HOLES
        probe = Probe(number, part.end + holes, reach, front, back, tame)
        literals.setdefault(part.literal, []).append(probe)
    flags = hyperscan.HS_FLAG_CASELESS  # of ASCII; other letters are folded
    return _compile(list(literals), list(literals.values()), flags, literal=True)


class Part(NamedTuple):
    """A part of a phrase that is looked for, folded: it ends `end` code points after its start."""

    literal: bytes
    end: int
    is_first: bool = False
    is_last: bool = False


def distinctive(text: str) -> Part:
    """The longest part of a phrase, in bytes, between its holes; empty if it has nothing else."""
    best = Part(b"", 0)
    at = 0
    parts = fold(text).split(HOLE)
    for number, part in enumerate(parts, 1):
        literal = part.encode()
        if len(literal) > len(best.literal):
            best = Part(literal, at + len(part), number == 1, number == len(parts))
        at += len(part) + len(HOLE)
    return best


def _parted(phrase: Phrase, part: Part) -> tuple[int, int]:
    """A probe's `front` and `back`: where ASCII letters and digits cannot stand beside a phrase."""
    if phrase.where == "anywhere":
        return 0, 0
    text = fold(phrase.text)
    ends_line, starts_line = phrase.where == "line", phrase.where != "word"
    front = part.is_first and (starts_line or script_of(text[0]) == "Latin")
    back = part.is_last and (ends_line or script_of(text[-1]) == "Latin")
    return len(part.literal) * front, int(back)
