"""One pass over the bytes for the patterns of all rules: Hyperscan proposes places, `regex` decides.

Phrases go into databases of literals (the longest part of each), which see the text folded, as do
patterns of which every match holds a rare literal; other patterns into databases of expressions, which
see it as it is. Plain texts have narrower ones. They hold every installed rule, whatever is selected,
and are kept on disk between runs.
"""

from bisect import bisect_right
from collections.abc import Container, Mapping, Sequence
from itertools import accumulate
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from textlint.alphabet import PLAIN, WORD, alphabet_of
from textlint.databases import Builder, Kind, Patterns, Probe, Scannable, databases
from textlint.document import ENCODING_ERRORS, Document
from textlint.finding import Severity
from textlint.pattern import WHOLE, Match, Phrase, compiled, folded, original
from textlint.rule import Rule
from textlint.scan import DEADLINE, Matches, Overrun, resolve

if TYPE_CHECKING:
    import regex


class Hits(NamedTuple):
    """Where one pattern may end in one text: ends that follow one another closely, first and last."""

    probe: Probe
    ends: list[tuple[int, int]]


Found: TypeAlias = dict[int, Hits]
"""The hits in one document, by the pattern's number."""


class Batch(NamedTuple):
    """Texts one after another, a line break after each: what is scanned at once; bytes.

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
        return cls(b"\n".join((*texts, b"")), starts, sizes)


CLOSE = 4
"""Bytes between two ends up to which they are one hit: a character, so that a run makes one, not many."""


CONTINUATION = bytes(range(0x80, 0xC0))
"""The bytes that start no character."""
PLAIN_FOLDS = (("\u00a0".encode(), b" "), ("’".encode(), b"'"))
"""What folding changes in plain text but letter case, which the scan of it ignores."""
APART = frozenset(" \t\n\r!\"#$%&'()*+,-./:;<=>?@[\\]^`{|}~\u00a0‘’“”–—…«»")
"""The most frequent characters that make no longer word of one that they stand beside."""
EDGES = APART | {""}
"""The same, and the end of the text."""


class HyperscanScanner:
    """Finds what ReferenceScanner finds, in one pass over a batch."""

    def __init__(self, rules: Mapping[str, Rule]) -> None:
        """Load or build the databases of the rules. PatternError for a pattern that cannot be used."""
        self.overruns: list[Overrun] = []
        own = [(code, rule.patterns) for code, rule in rules.items()]
        gates = [(code, rule.gate) for code, rule in rules.items()]
        self._patterns = Patterns([*own, *gates])
        self._first_gate = sum(len(patterns) for _, patterns in own)
        self._codes = [code for code, rule in rules.items() if rule.patterns or rule.gate]
        quiet = {c for c, r in rules.items() if r.preview or r.severity < Severity.WARNING}
        self._databases = databases(self._patterns, quiet, _builder)

    def scan(
        self, documents: Sequence[Document], codes: Container[str] | None = None
    ) -> list[Matches]:
        """See textlint.scan.Scanner."""
        encoded = [document.text.encode("utf-8", ENCODING_ERRORS) for document in documents]
        alphabets = list(map(alphabet_of, encoded))
        bent = list(map(_folded, documents, encoded, alphabets))
        wanted = frozenset(code for code in self._codes if codes is None or code in codes)
        found: list[Found] = [{} for _ in documents]
        for bends, texts in enumerate((encoded, bent)):
            for alphabet in {*alphabets}:
                own = [at for at, its in enumerate(alphabets) if its == alphabet]
                kind = Kind(bool(bends), alphabet)
                hits = self._hits([texts[at] for at in own], kind, wanted)
                for at, more in zip(own, hits, strict=True):
                    found[at] |= more
        return [self._confirm(*each) for each in zip(documents, found, strict=True)]

    def _hits(self, texts: Sequence[bytes], kind: Kind, wanted: frozenset[str]) -> list[Found]:
        """What the databases report for each text, in code points, of the rules that are wanted."""
        batch = Batch.of(texts)
        found: list[Found] = [{} for _ in texts]
        for database in self._databases:
            if kind in database.kinds and not wanted.isdisjoint(database.codes):
                database.want(wanted)
                _collect(database, batch, found)
        for own, data in zip(found, texts, strict=True):
            if own and not data.isascii():
                _place(own, data)
        return found

    def _confirm(self, document: Document, hits: Found) -> Matches:
        matches: Matches = {}
        overrun: set[str] = set()
        for number, own in sorted(hits.items()):  # of equal matches the first pattern's counts
            code, pattern = self._patterns[number]
            is_gate = number >= self._first_gate
            if is_gate and code in matches:  # open already
                continue
            try:
                found = (
                    _phrase(pattern, document, own, once=is_gate)
                    if isinstance(pattern, Phrase)
                    else _matches(compiled(pattern), document.text, own, once=is_gate)
                )
            except TimeoutError:
                overrun.add(code)
                continue
            if is_gate:
                if found:
                    matches[code] = []
            elif found:
                matches.setdefault(code, []).extend(found)
        self.overruns += [Overrun(document, code) for code in overrun]
        return {code: resolve(own) for code, own in matches.items() if code not in overrun}


def _builder() -> Builder:
    from textlint import build

    return build


def _folded(document: Document, data: bytes, alphabet: int) -> bytes:
    """An encoded text as the databases of literals see it: folded but for the case of ASCII letters."""
    if alphabet != PLAIN:
        return document.fact(folded).encode("utf-8", ENCODING_ERRORS)
    if not data.isascii():
        for char, instead in PLAIN_FOLDS:
            data = data.replace(char, instead)
    return data


def _collect(database: Scannable, batch: Batch, found: list[Found]) -> None:
    """Add what a database reports to the hits of each document, still in bytes."""
    data, starts, sizes = batch
    for first, last, number in _ends(database, data):
        probes = database.probes(number)
        if first == last:
            probes = [
                p for p in probes if not (p.front or p.back) or not _within_word(p, data, last)
            ]
        if not probes:
            continue
        document = bisect_right(starts, first - 1) - 1
        while starts[document] < last:  # a run goes on through short documents
            start, own = starts[document], found[document]
            ends = max(first - start, 0), min(last - start, sizes[document])
            for probe in probes:
                if (hits := own.get(probe.pattern)) is None:
                    own[probe.pattern] = Hits(probe, [ends])
                else:
                    hits.ends.append(ends)
            document += 1


def _within_word(probe: Probe, data: bytes, end: int) -> bool:
    """Whether a plain look at the bytes beside a phrase says that it is a part of a longer word.

    Before the first byte of all comes the last, a line break.
    """
    return (probe.back > 0 and data[end] in WORD) or (
        probe.front > 0 and data[end - probe.front - 1] in WORD
    )


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


def _place(found: Found, data: bytes) -> None:
    """Turn the ends within a text from bytes into code points."""
    ends = {end for hits in found.values() for pair in hits.ends for end in pair}
    places = _code_points(data, sorted(ends))
    for hits in found.values():
        hits.ends[:] = [(places[first], places[last]) for first, last in hits.ends]


def _code_points(data: bytes, ends: Sequence[int]) -> dict[int, int]:
    """How many code points lie before each of the byte offsets, which rise."""
    places, seen, count = {}, 0, 0
    for end in ends:
        count += len(data[seen:end].translate(None, CONTINUATION))
        seen = end
        places[end] = count
    return places


def _phrase(phrase: Phrase, document: Document, hits: Hits, *, once: bool = False) -> list[Match]:
    """The matches of a phrase in the document's own text.

    Where all of it has been found, and it plainly stands apart, there is nothing to try.
    """
    size, ends = hits.probe.exact, sorted(hits.ends)
    is_word = phrase.where == "word"
    if not size or not all(
        _stands_apart(document.text, size, *end, is_word=is_word) for end in ends
    ):
        found = _matches(compiled(phrase), document.fact(folded), hits, once=once)
        return [original(document, match) for match in found]
    matches: list[Match] = []
    at = 0
    for end, _ in ends:
        if end - size >= at:
            matches += filter(None, [WHOLE.match(document.text, end - size, end)])
            at = end
            if once:
                break
    return matches


def _stands_apart(text: str, size: int, first: int, last: int, *, is_word: bool) -> bool:
    """Whether one phrase of that size ends here, and plainly makes no longer word."""
    return first == last and not (
        is_word
        and (
            (last > size and text[last - size - 1] not in APART)
            or text[last : last + 1] not in EDGES
        )
    )


def _matches(
    pattern: "regex.Pattern[str]", text: str, hits: Hits, *, once: bool = False
) -> list[Match]:
    """The pattern's matches, leftmost and non-overlapping, that the hits lead to; `once`: only one."""
    probe, ends = hits
    if probe.before is None or probe.reach is None:
        return list(pattern.finditer(text, timeout=DEADLINE))
    until = None if probe.tame else monotonic() + DEADLINE
    matches: list[Match] = []
    at = 0
    for start, end in _windows(probe.before, ends):
        at = max(start, at)
        while at < end and (match := _next(pattern, text, at, end, probe, until)):
            matches.append(match)
            if once:
                return matches
            at = match.end()
    return matches


def _windows(before: int, ends: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Where matches can lie, in order and apart: [start, end) in code points."""
    if len(ends) == 1:
        return [(max(0, ends[0][0] - before), ends[0][1])]
    windows: list[tuple[int, int]] = []
    low = high = -1
    for first, last in sorted(ends):
        start = max(0, first - before)
        if start > high:
            if high >= 0:
                windows.append((low, high))
            low, high = start, last
        high = max(high, last)
    windows.append((low, high))
    return windows


def _next(  # noqa: PLR0913, PLR0917 - the innermost loop
    pattern: "regex.Pattern[str]", text: str, at: int, end: int, probe: Probe, until: float | None
) -> Match | None:
    """The first match that starts in [at, end); TimeoutError where the clock passes `until`.

    The search looks no further than it must, so that many hits in a long text stay linear; a match
    that ends past the window, or may, is asked again on the whole text.
    """
    stop = min(len(text), end + (probe.reach or 0) + 1)
    while at < end:
        match = (
            pattern.search(text, at, stop)
            if until is None
            else pattern.search(text, at, stop, timeout=_left(until))
        )
        if match is None or match.start() >= end:
            return None
        if stop == len(text) or (match.end() <= end and not probe.cut):
            return match
        at = match.start()
        whole = (
            pattern.match(text, at)
            if until is None
            else pattern.match(text, at, timeout=_left(until))
        )
        if whole:
            return whole
        at += 1
    return None


def _left(until: float) -> float:
    left = until - monotonic()
    if left <= 0:
        raise TimeoutError
    return left
