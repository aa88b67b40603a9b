"""One pass over the bytes for the patterns of all rules: Hyperscan proposes places, `regex` decides.

Phrases go into a database of literals (the longest plain part of each), which sees the text folded;
patterns into one of expressions, which sees it as it is. Both hold every installed rule, whatever is
selected, and are kept on disk between runs.
"""

import functools
import hashlib
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, groupby
from typing import Any, NamedTuple

import hyperscan
import msgspec
import regex

from textlint import cache
from textlint.document import Document
from textlint.expression import ENCODING_ERRORS, UnsupportedError, translate
from textlint.pattern import (
    HOLE,
    HOLE_WIDTH,
    MARGIN_WIDTH,
    Match,
    Pattern,
    Phrase,
    compiled,
    fold,
    variants,
)
from textlint.rule import Rule
from textlint.scan import DEADLINE, Matches, Overrun, PatternError, resolve, verify

FORMAT = 2
"""Raised when what is kept on disk changes its meaning."""
EXPRESSION_FLAGS = hyperscan.HS_FLAG_MULTILINE | hyperscan.HS_FLAG_DOTALL


class Probe(msgspec.Struct, frozen=True, array_like=True):
    """What one reported end stands for: `pattern` (an index) may match around it.

    The match starts at most `before` code points ahead of the reported end; with None it may be anywhere
    in the document. `reach`: how far past the reported end the pattern may look.
    """

    pattern: int
    before: int | None
    reach: int | None


class Database(msgspec.Struct, frozen=True):
    """A serialised Hyperscan database and the probes of each of its ids; empty bytes for no ids."""

    data: bytes
    probes: list[list[Probe]]


class Databases(msgspec.Struct, frozen=True):
    """What is kept on disk."""

    literals: Database
    expressions: Database


class Hit(NamedTuple):
    """A reported end, in code points of its document."""

    end: int
    probe: Probe


class HyperscanScanner:
    """Finds what ReferenceScanner finds, in one pass over a batch."""

    def __init__(self, rules: Mapping[str, Rule]) -> None:
        """Load or build the databases of the rules. PatternError for a pattern that cannot be used."""
        self.overruns: list[Overrun] = []
        self._patterns = [(code, p) for code, rule in rules.items() for p in rule.patterns]
        self._stored = _databases(self._patterns)

    def scan(self, documents: Sequence[Document]) -> list[Matches]:
        """See textlint.scan.Scanner."""
        encoded = [document.text.encode("utf-8", ENCODING_ERRORS) for document in documents]
        folded = [
            data if data.isascii() else fold(document.text).encode("utf-8", ENCODING_ERRORS)
            for data, document in zip(encoded, documents, strict=True)
        ]
        by_literals = _hits(self._stored.literals, folded)
        by_expressions = _hits(self._stored.expressions, encoded)
        return [
            self._confirm(document, [*by_literals.get(at, ()), *by_expressions.get(at, ())])
            for at, document in enumerate(documents)
        ]

    def _confirm(self, document: Document, hits: Iterable[Hit]) -> Matches:
        by_pattern: dict[int, list[Hit]] = {}
        for hit in hits:
            by_pattern.setdefault(hit.probe.pattern, []).append(hit)
        matches: Matches = {}
        overrun: set[str] = set()
        for number, own in by_pattern.items():
            code, pattern = self._patterns[number]
            try:
                for match in _matches(compiled(pattern), document.text, own):
                    matches.setdefault(code, []).append(match)
            except TimeoutError:
                overrun.add(code)
        self.overruns += [Overrun(document, code) for code in overrun]
        return {code: resolve(own) for code, own in matches.items() if code not in overrun}


def _hits(database: Database, encoded: Sequence[bytes]) -> dict[int, list[Hit]]:
    """What a database reports for each document, by the document's number."""
    if not database.data:
        return {}
    ends: list[tuple[int, int]] = []
    _open(database.data).scan(
        b"\n".join(encoded),
        match_event_handler=lambda number, _start, end, _flags, _context: ends.append(
            (end, number)
        ),
    )
    ends.sort()
    starts = list(accumulate((len(data) + 1 for data in encoded), initial=0))
    return {
        document: list(_placed(group, encoded[document], starts[document], database.probes))
        for document, group in groupby(ends, lambda end: bisect_right(starts, end[0] - 1) - 1)
    }


def _placed(
    ends: Iterable[tuple[int, int]], data: bytes, start: int, probes: Sequence[Sequence[Probe]]
) -> Iterator[Hit]:
    """The reported ends (bytes, rising) as code points of the document that starts at byte `start`."""
    ascii_only, seen, count = data.isascii(), 0, 0
    for end, number in ends:
        at = min(end - start, len(data))
        if ascii_only:
            count = at
        elif at > seen:
            count += len(data[seen:at].decode("utf-8", ENCODING_ERRORS))
            seen = at
        for probe in probes[number]:
            yield Hit(count, probe)


def _matches(pattern: "regex.Pattern[str]", text: str, hits: list[Hit]) -> Iterator[Match]:
    """The pattern's matches, leftmost and non-overlapping, that the hits lead to."""
    if any(hit.probe.before is None or hit.probe.reach is None for hit in hits):
        yield from pattern.finditer(text, timeout=DEADLINE)
        return
    last = 0
    for start, end in _windows(hits):
        at = max(start, last)
        while at < end:
            match = _next(pattern, text, at, end, hits[0].probe)
            if match is None:
                break
            yield match
            at = last = match.end()


def _windows(hits: Iterable[Hit]) -> Iterator[tuple[int, int]]:
    """Where matches can lie, in order and apart: [start, end) in code points."""
    low = high = -1
    spans = sorted((max(0, hit.end - (hit.probe.before or 0)), hit.end) for hit in hits)
    for start, end in spans:
        if start > high:
            if high >= 0:
                yield low, high
            low, high = start, end
        high = max(high, end)
    if high >= 0:
        yield low, high


def _next(
    pattern: "regex.Pattern[str]", text: str, at: int, end: int, probe: Probe
) -> Match | None:
    """The first match that starts in [at, end).

    The search looks no further than it must, so that many hits in a long text stay linear; a match
    that ends past the window saw the cut and is asked again on the whole text.
    """
    while at < end:
        stop = min(len(text), end + (probe.reach or 0) + 1)
        match = pattern.search(text, at, stop, timeout=DEADLINE)
        if match is None or match.start() >= end:
            return None
        if match.end() <= end or stop == len(text):
            return match
        at = match.start()
        if whole := pattern.match(text, at, timeout=DEADLINE):
            return whole
        at += 1
    return None


# --- building --------------------------------------------------------------------------------------


def _databases(patterns: Sequence[tuple[str, Pattern | Phrase]]) -> Databases:
    """The databases of the patterns, from disk if they are there and whole, else built and kept."""
    key = _key(patterns)
    decoder = msgspec.msgpack.Decoder(Databases)
    if (data := cache.read("patterns", key)) is not None:
        try:
            stored = decoder.decode(data)
            for database in (stored.literals, stored.expressions):
                if database.data:
                    _open(database.data)
        except (msgspec.DecodeError, hyperscan.HyperscanError):
            pass
        else:
            return stored
    built = Databases(_literals(patterns), _expressions(patterns))
    cache.write("patterns", key, msgspec.msgpack.encode(built))
    return built


def _key(patterns: Sequence[tuple[str, Pattern | Phrase]]) -> str:
    """What the databases depend on: the patterns, the libraries' versions and the processor."""
    platform = hyperscan.Database(mode=hyperscan.HS_MODE_BLOCK)
    platform.compile(expressions=[b"a"], ids=[0], elements=1, flags=0)
    parts = [FORMAT, str(platform.info()), regex.__version__]
    what = [(code, type(pattern).__name__, pattern) for code, pattern in patterns]
    return hashlib.blake2b(msgspec.json.encode([parts, what]), digest_size=16).hexdigest()


@functools.lru_cache(maxsize=4)
def _open(data: bytes) -> Any:
    database = hyperscan.loadb(data, mode=hyperscan.HS_MODE_BLOCK)
    database.scratch = hyperscan.Scratch(database)
    return database


def _compile(
    expressions: Sequence[bytes], probes: list[list[Probe]], flags: int, *, literal: bool
) -> Database:
    if not expressions:
        return Database(b"", [])
    database = hyperscan.Database(mode=hyperscan.HS_MODE_BLOCK)
    database.compile(
        expressions=list(expressions),
        ids=list(range(len(expressions))),
        elements=len(expressions),
        flags=[flags] * len(expressions),
        literal=literal,
    )
    return Database(hyperscan.dumpb(database), probes)


def _expressions(patterns: Sequence[tuple[str, Pattern | Phrase]]) -> Database:
    sources: dict[bytes, list[Probe]] = {}
    for number, (code, pattern) in enumerate(patterns):
        if isinstance(pattern, Pattern):
            verify(code, pattern)
            try:
                expression = translate(pattern.source)
            except UnsupportedError as error:
                raise PatternError(
                    code, f"{pattern.source!r} cannot be scanned for: {error}"
                ) from error
            probe = Probe(number, expression.before, expression.reach)
            sources.setdefault(expression.source, []).append(probe)
    try:
        return _compile(list(sources), list(sources.values()), EXPRESSION_FLAGS, literal=False)
    except hyperscan.HyperscanError:
        for source, (probe, *_) in sources.items():
            _blame(source, *patterns[probe.pattern])
        raise


def _blame(source: bytes, code: str, pattern: Pattern | Phrase) -> None:
    """PatternError where Hyperscan refuses the expression by itself."""
    try:
        _compile([source], [[]], EXPRESSION_FLAGS, literal=False)
    except hyperscan.HyperscanError as error:
        raise PatternError(code, f"{pattern.source!r} cannot be scanned for: {error}") from error


def _literals(patterns: Sequence[tuple[str, Pattern | Phrase]]) -> Database:
    literals: dict[bytes, list[Probe]] = {}
    for number, (code, pattern) in enumerate(patterns):
        if isinstance(pattern, Phrase):
            part = distinctive(pattern.text)
            if part is None:
                raise PatternError(code, f"{pattern.text!r} has nothing that can be scanned for")
            holes = HOLE_WIDTH * pattern.text.count(HOLE)
            probe = Probe(number, part.end + holes, len(pattern.text) + holes + MARGIN_WIDTH)
            literals.setdefault(part.literal, []).append(probe)
    flags = hyperscan.HS_FLAG_CASELESS  # of ASCII; other letters are folded
    return _compile(list(literals), list(literals.values()), flags, literal=True)


class Part(NamedTuple):
    """A part of a phrase that is looked for, folded: it ends `end` code points after its start."""

    literal: bytes
    end: int


def distinctive(text: str) -> Part | None:
    """The longest part of a phrase, in bytes, without holes and letters that do not fold to one form."""
    best: Part | None = None
    at = 0
    for hole, run in groupby(_solid(text), lambda solid: not solid):
        size = len(list(run))
        literal = fold(text[at : at + size]).encode()
        if not hole and (best is None or len(literal) > len(best.literal)):
            best = Part(literal, at + size)
        at += size
    return best


def _solid(text: str) -> list[bool]:
    """For each character of a phrase whether the scanner can look for it."""
    solid = [len({fold(form) for form in variants(char)}) == 1 and char != "\0" for char in text]
    for hole in range(len(text)):
        if text.startswith(HOLE, hole):
            solid[hole : hole + len(HOLE)] = [False] * len(HOLE)
    return solid
