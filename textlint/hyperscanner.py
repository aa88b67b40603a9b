"""One pass over the bytes for the patterns of all rules: Hyperscan proposes places, `regex` decides.

Phrases go into databases of literals (the longest part of each), which see the text folded, as do
patterns of which every match holds a rare literal; other patterns into databases of expressions, which
see it as it is. Plain texts have narrower ones. They hold every installed rule, whatever is selected,
and are kept on disk between runs.
"""

from collections.abc import Container, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple, TypeAlias

from textlint.alphabet import PLAIN, alphabet_of
from textlint.confirm import confirm
from textlint.databases import Builder, Kind, Patterns, Scannable, databases
from textlint.document import ENCODING_ERRORS, Document
from textlint.finding import Severity
from textlint.hits import place, share
from textlint.pattern import Match, Pattern, Phrase, folded
from textlint.probe import Hits
from textlint.rule import Rule
from textlint.scan import Matches, Overrun, resolve

Found: TypeAlias = dict[int, Hits]
"""The hits in one document, by the pattern's number."""


class Batch(NamedTuple):
    """Texts one after another, a line break after each: what is scanned at once; bytes.

    `starts` are the texts' places in `data`, and its end.
    """

    data: bytes
    starts: list[int]

    @classmethod
    def of(cls, texts: Sequence[bytes]) -> "Batch":
        """A batch of texts."""
        starts = list(accumulate((len(text) + 1 for text in texts), initial=0))
        return cls(b"\n".join((*texts, b"")), starts)


PLAIN_FOLDS = (("\u00a0".encode(), b" "), ("’".encode(), b"'"))
"""What folding changes in plain text but letter case, which the scan of it ignores."""


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
        alphabets = [alphabet_of(document.text) for document in documents]
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
                share(_ends(database, batch.data), database.probes, batch.data, batch.starts, found)
        for own, data in zip(found, texts, strict=True):
            if own and not data.isascii():
                place(own, data)
        return found

    def _confirm(self, document: Document, hits: Found) -> Matches:
        matches: Matches = {}
        overrun: set[str] = set()
        known: dict[Pattern | Phrase, list[Match]] = {}  # rules have some in common
        for number, own in sorted(hits.items()):  # of equal matches the first pattern's counts
            code, pattern = self._patterns[number]
            is_gate = number >= self._first_gate
            if is_gate and code in matches:  # open already
                continue
            if (found := known.get(pattern)) is None:
                try:
                    found = known[pattern] = confirm(pattern, document, own, once=is_gate)
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


def _ends(database: Scannable, data: bytes) -> dict[int, list[int]]:
    """The ends that the scan reports for each id."""
    ends: dict[int, list[int]] = {}

    def report(number: int, _start: int, end: int, _flags: int, _context: object) -> None:
        if number in ends:
            ends[number].append(end)
        else:
            ends[number] = [end]

    database.scan(data, report)
    return ends
