"""Building the databases: phrases to literals, patterns to expressions over bytes or to literals."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

import hyperscan

from textlint.alphabet import ALPHABETS, alphabet_of
from textlint.databases import Database, Part, Patterns, Probe, Whole
from textlint.document import ENCODING_ERRORS
from textlint.expression import UnsupportedError, translate
from textlint.pattern import HOLE, HOLE_WIDTH, MARGIN_WIDTH, Pattern, Phrase, fold
from textlint.scan import PatternError, verify
from textlint.script import script_of

MOST_HOLES = 2
"""Holes in a phrase up to which trying it at one place takes no time to speak of."""
EXPRESSION_FLAGS = hyperscan.HS_FLAG_MULTILINE | hyperscan.HS_FLAG_DOTALL


def part(patterns: Patterns) -> Part:
    """What regular expressions are looked for by. PatternError for one that cannot be used."""
    narrow: list[dict[bytes, list[Probe]]] = [{} for _ in ALPHABETS]
    other: dict[bytes, list[Probe]] = {}
    literals: dict[str, list[Probe]] = {}
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
        for literal in expression.literals:
            literals.setdefault(literal, []).append(probe)
        if not expression.literals:
            other.setdefault(expression.source, []).append(probe)
            for sources, source in zip(narrow, expression.narrow, strict=True):
                if source:
                    sources.setdefault(source, []).append(probe)
    return Part(
        _compiled(other, patterns), [list(each.items()) for each in narrow], list(literals.items())
    )


def _compiled(sources: Mapping[bytes, Sequence[Probe]], patterns: Patterns) -> Database:
    try:
        return _compile(sources, EXPRESSION_FLAGS, literal=False)
    except hyperscan.HyperscanError:
        for source, (probe, *_) in sources.items():
            _blame(source, *patterns[probe.pattern])
        raise


def _blame(source: bytes, code: str, pattern: Pattern | Phrase) -> None:
    """PatternError where Hyperscan refuses the expression by itself."""
    try:
        _compile({source: []}, EXPRESSION_FLAGS, literal=False)
    except hyperscan.HyperscanError as error:
        raise PatternError(code, f"{pattern.source!r} cannot be scanned for: {error}") from error


def _compile(sources: Mapping[bytes, Sequence[Probe]], flags: int, *, literal: bool) -> Database:
    """The database of what the probes are of; of nothing, one without data."""
    if not sources:
        return Database.of(b"", ())
    database = hyperscan.Database(mode=hyperscan.HS_MODE_BLOCK)
    database.compile(
        expressions=list(sources),
        ids=list(range(len(sources))),
        elements=len(sources),
        flags=[flags] * len(sources),
        literal=literal,
    )
    return Database.of(hyperscan.dumpb(database), sources.values())


def whole(patterns: Patterns, parts: Iterable[tuple[int, Part]]) -> Whole:
    """What phrases are looked for by, and expressions in plain text.

    With a part of these comes the number of its first. PatternError for a phrase that cannot be used.
    """
    expressions: list[dict[bytes, list[Probe]]] = [{} for _ in ALPHABETS]
    literals: list[dict[bytes, list[Probe]]] = [{} for _ in (*ALPHABETS, None)]

    def add(literal: bytes, *probes: Probe) -> None:
        literals[alphabet_of(literal)].setdefault(literal, []).extend(probes)

    for number, (code, phrase) in enumerate(patterns):
        if isinstance(phrase, Phrase):
            best = distinctive(phrase.text)
            if not best.literal or b"\0" in best.literal:
                raise PatternError(code, f"{phrase.text!r} has nothing that can be scanned for")
            add(best.literal, _probe(number, phrase, best))
    for first, own in parts:
        for sources, found in zip(expressions, own.narrow, strict=True):
            for source, probes in found:
                sources.setdefault(source, []).extend(_moved(probes, first))
        for literal, probes in own.literals:
            add(literal.encode("utf-8", ENCODING_ERRORS), *_moved(probes, first))
    flags = hyperscan.HS_FLAG_CASELESS  # of ASCII; other letters are folded
    with ThreadPoolExecutor() as pool:  # Hyperscan lets other threads run
        return Whole(
            list(pool.map(lambda own: _compile(own, EXPRESSION_FLAGS, literal=False), expressions)),
            list(pool.map(lambda own: _compile(own, flags, literal=True), literals)),
        )


def _moved(probes: Iterable[Probe], first: int) -> Iterator[Probe]:
    return (probe._replace(pattern=first + probe.pattern) for probe in probes)


def _probe(number: int, phrase: Phrase, part: "Distinctive") -> Probe:
    count = phrase.text.count(HOLE)
    holes = HOLE_WIDTH * count
    front, back = _parted(phrase, part)
    reach = len(phrase.text) + holes + MARGIN_WIDTH
    exact = len(phrase.text) if not count and phrase.where in {"word", "anywhere"} else 0
    return Probe(number, part.end + holes, reach, front, back, count <= MOST_HOLES, exact=exact)


class Distinctive(NamedTuple):
    """A part of a phrase that is looked for, folded: it ends `end` code points after its start."""

    literal: bytes
    end: int
    is_first: bool = False
    is_last: bool = False


def distinctive(text: str) -> Distinctive:
    """The longest part of a phrase, in bytes, between its holes; empty if it has nothing else."""
    best = Distinctive(b"", 0)
    at = 0
    parts = fold(text).split(HOLE)
    for number, part in enumerate(parts, 1):
        literal = part.encode()
        if len(literal) > len(best.literal):
            best = Distinctive(literal, at + len(part), number == 1, number == len(parts))
        at += len(part) + len(HOLE)
    return best


def _parted(phrase: Phrase, part: Distinctive) -> tuple[int, int]:
    """A probe's `front` and `back`: where ASCII letters and digits cannot stand beside a phrase."""
    if phrase.where == "anywhere":
        return 0, 0
    text = fold(phrase.text)
    ends_line, starts_line = phrase.where == "line", phrase.where != "word"
    front = part.is_first and (starts_line or script_of(text[0]) == "Latin")
    back = part.is_last and (ends_line or script_of(text[-1]) == "Latin")
    return len(part.literal) * front, int(back)
