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
from textlint.confirm import confirmed
from textlint.databases import Builder, Kind, Patterns, databases
from textlint.document import ENCODING_ERRORS, Document
from textlint.finding import Severity
from textlint.hits import Reports, place, share
from textlint.pattern import folded
from textlint.probe import Hits
from textlint.rule import Rule
from textlint.scan import Matches, Overrun

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


PLAIN_FOLDS = (("\u00a0", " "), ("’", "'"))
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
        return [
            confirmed(document, hits, self._patterns, self._first_gate, self.overruns)
            for document, hits in zip(documents, found, strict=True)
        ]

    def _hits(self, texts: Sequence[bytes], kind: Kind, wanted: frozenset[str]) -> list[Found]:
        """What the databases report for each text, in code points, of the rules that are wanted."""
        batch = Batch.of(texts)
        found: list[Found] = [{} for _ in texts]
        for database in self._databases:
            if kind in database.kinds and not wanted.isdisjoint(database.codes):
                database.want(wanted)
                reports = Reports()
                database.scan(batch.data, reports)
                share(reports.ends, database.probes, batch.data, batch.starts, found)
        for own, data in zip(found, texts, strict=True):
            if own and not data.isascii():
                place(own, data)
        return found


def _builder() -> Builder:
    from textlint import build

    return build


def _folded(document: Document, data: bytes, alphabet: int) -> bytes:
    """An encoded text as the databases of literals see it: folded but for the case of ASCII letters."""
    if alphabet != PLAIN:
        return document.fact(folded).encode("utf-8", ENCODING_ERRORS)
    text = document.text
    if text.isascii():
        return data
    for char, instead in PLAIN_FOLDS:
        text = text.replace(char, instead)
    return text.encode("utf-8", ENCODING_ERRORS)
