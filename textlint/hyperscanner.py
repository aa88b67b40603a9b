"""One pass over the bytes for the patterns of all rules: Hyperscan proposes places, `regex` decides.

Phrases go into a database of literals (the longest plain part of each), which sees the text folded;
patterns into databases of expressions, which see it as it is. They hold every installed rule, whatever
is selected, and are kept on disk between runs.
"""

from bisect import bisect_right
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from textlint.databases import Database, Patterns, Probe, Scannable, databases
from textlint.document import ENCODING_ERRORS, Document
from textlint.pattern import Match, Pattern, Phrase, compiled, folded, original
from textlint.rule import Rule
from textlint.scan import DEADLINE, Matches, Overrun, resolve

if TYPE_CHECKING:
    import regex


class Hit(NamedTuple):
    """Ends that follow one another closely, the first and the last, for one pattern; code points."""

    first: int
    last: int
    probe: Probe


Run: TypeAlias = tuple[int, int, tuple[Probe, ...]]
"""The same in bytes, for all the patterns that the reported id stands for."""


class Batch(NamedTuple):
    """Texts one after another, a line break between them: what is scanned at once; bytes.

    `starts` are the texts' places in `data`, and its end; `sizes` their lengths.
    """

    data: bytes
    starts: list[int]
    sizes: list[int]

    @classmethod
    def of(cls, texts: Sequence[bytes]) -> "Batch":
        """A batch of texts."""
        sizes = [len(text) for text in texts]
        starts = list(accumulate((size + 1 for size in sizes), initial=0))
        return cls(b"\n".join(texts), starts, sizes)


CLOSE = 4
"""Bytes between two ends up to which they are one hit: a character, so that a run makes one, not many."""


class HyperscanScanner:
    """Finds what ReferenceScanner finds, in one pass over a batch."""

    def __init__(self, rules: Mapping[str, Rule]) -> None:
        """Load or build the databases of the rules. PatternError for a pattern that cannot be used."""
        self.overruns: list[Overrun] = []
        own = [(code, p) for code, rule in rules.items() for p in rule.patterns]
        gates = [(code, p) for code, rule in rules.items() for p in rule.gate]
        self._patterns, self._first_gate = own + gates, len(own)
        self._gated = {code for code, _ in gates}
        self._databases = databases(self._patterns, _build)

    def scan(
        self, documents: Sequence[Document], codes: Container[str] | None = None
    ) -> list[Matches]:
        """See textlint.scan.Scanner."""
        encoded = [document.text.encode("utf-8", ENCODING_ERRORS) for document in documents]
        plain = [
            data if data.isascii() else document.fact(folded).encode("utf-8", ENCODING_ERRORS)
            for data, document in zip(encoded, documents, strict=True)
        ]
        wanted = {code for code, _ in self._patterns if codes is None or code in codes}
        asked = [
            d for d in self._databases if any(self._patterns[n][0] in wanted for n in d.numbers)
        ]
        found: list[list[Hit]] = [[] for _ in documents]
        for texts, folds in ((encoded, False), (plain, True)):
            batch = Batch.of(texts)
            scanned = [_runs(d, batch) for d in asked if d.folds == folds]
            for at, data in enumerate(texts):
                runs = [run for by_document in scanned for run in by_document.get(at, ())]
                found[at] += _placed(runs, data)
        return [self._confirm(*each, wanted) for each in zip(documents, found, strict=True)]

    def _confirm(self, document: Document, hits: Iterable[Hit], wanted: set[str]) -> Matches:
        by_pattern: dict[int, list[Hit]] = {}
        for hit in hits:
            by_pattern.setdefault(hit.probe.pattern, []).append(hit)
        matches: Matches = {}
        overrun: set[str] = set()
        for number, own in sorted(
            by_pattern.items()
        ):  # of equal matches the first pattern's counts
            code, pattern = self._patterns[number]
            is_gate = number >= self._first_gate
            if code not in wanted or (is_gate and code in matches):  # open already
                continue
            try:
                found = _found(document, pattern, own)
                if not is_gate:
                    matches.setdefault(code, []).extend(found)
                elif next(found, None):
                    matches[code] = []
            except TimeoutError:
                overrun.add(code)
        self.overruns += [Overrun(document, code) for code in overrun]
        return {
            code: resolve(own)
            for code, own in matches.items()
            if code not in overrun and (own or code in self._gated)
        }


def _found(document: Document, pattern: Pattern | Phrase, hits: list[Hit]) -> Iterator[Match]:
    """The matches of a pattern in a document that the hits lead to, in the document's own text."""
    if isinstance(pattern, Phrase):
        found = _matches(compiled(pattern), document.fact(folded), hits)
        return (original(document, match) for match in found)
    return _matches(compiled(pattern), document.text, hits)


def _build(patterns: Patterns) -> Database:
    from textlint.build import build

    return build(patterns)


def _runs(database: Scannable, batch: Batch) -> dict[int, list[Run]]:
    """What a database reports for each document, by the document's number."""
    starts = batch.starts
    by_document: dict[int, list[Run]] = {}
    for first, last, number in _ends(database, batch.data):
        probes = database.probes(number)
        document = bisect_right(starts, first - 1) - 1
        while starts[document] < last:  # a run goes on through short documents
            start, size = starts[document], batch.sizes[document]
            run = max(first - start, 0), min(last - start, size), probes
            by_document.setdefault(document, []).append(run)
            document += 1
    return by_document


def _ends(database: Scannable, batch: bytes) -> list[list[int]]:
    """What the scan reports, as [first end, last end, id] in the batch; close ends of one id are one."""
    runs: list[list[int]] = []
    latest: dict[int, list[int]] = {}

    def report(number: int, _start: int, end: int, _flags: int, _context: object) -> None:
        run = latest.get(number)
        if run is not None and 0 <= end - run[1] <= CLOSE:
            run[1] = end
        else:
            latest[number] = run = [end, end, number]
            runs.append(run)

    database.scan(batch, report)
    return runs


def _placed(runs: Sequence[Run], data: bytes) -> Iterator[Hit]:
    """The runs within a document (bytes) as hits."""
    if data.isascii():
        for first, last, probes in runs:
            for probe in probes:
                yield Hit(first, last, probe)
        return
    places = _code_points(data, sorted({end for first, last, _ in runs for end in (first, last)}))
    for first, last, probes in runs:
        for probe in probes:
            yield Hit(places[first], places[last], probe)


def _code_points(data: bytes, ends: Sequence[int]) -> dict[int, int]:
    """How many code points lie before each of the byte offsets, which rise."""
    places, seen, count = {}, 0, 0
    for end in ends:
        count += len(data[seen:end].decode("utf-8", ENCODING_ERRORS))
        seen = end
        places[end] = count
    return places


def _matches(pattern: "regex.Pattern[str]", text: str, hits: list[Hit]) -> Iterator[Match]:
    """The pattern's matches, leftmost and non-overlapping, that the hits lead to."""
    until = monotonic() + DEADLINE
    if any(hit.probe.before is None or hit.probe.reach is None for hit in hits):
        yield from pattern.finditer(text, timeout=DEADLINE)
        return
    last = 0
    for start, end in _windows(hits) if len(hits) > 1 else (_window(hits[0]),):
        at = max(start, last)
        while at < end:
            match = _next(pattern, text, at, end, hits[0].probe, until)
            if match is None:
                break
            yield match
            at = last = match.end()


def _window(hit: Hit) -> tuple[int, int]:
    """Where a match that one hit leads to can start."""
    return max(0, hit.first - (hit.probe.before or 0)), hit.last


def _windows(hits: Iterable[Hit]) -> Iterator[tuple[int, int]]:
    """Where matches can lie, in order and apart: [start, end) in code points."""
    low = high = -1
    spans = sorted(map(_window, hits))
    for start, end in spans:
        if start > high:
            if high >= 0:
                yield low, high
            low, high = start, end
        high = max(high, end)
    if high >= 0:
        yield low, high


def _next(  # noqa: PLR0913, PLR0917 - the innermost loop
    pattern: "regex.Pattern[str]", text: str, at: int, end: int, probe: Probe, until: float
) -> Match | None:
    """The first match that starts in [at, end); TimeoutError where the clock passes `until`.

    The search looks no further than it must, so that many hits in a long text stay linear; a match
    that ends past the window saw the cut and is asked again on the whole text.
    """
    while at < end:
        stop = min(len(text), end + (probe.reach or 0) + 1)
        match = pattern.search(text, at, stop, timeout=_left(until))
        if match is None or match.start() >= end:
            return None
        if match.end() <= end or stop == len(text):
            return match
        at = match.start()
        if whole := pattern.match(text, at, timeout=_left(until)):
            return whole
        at += 1
    return None


def _left(until: float) -> float:
    left = until - monotonic()
    if left <= 0:
        raise TimeoutError
    return left
