"""One pass over the bytes for the patterns of all rules: Hyperscan proposes places, `regex` decides.

Phrases go into databases of literals (the longest part of each), which see the text folded, as do
patterns of which every match holds a rare literal; other patterns into databases of expressions, which
see it as it is. Plain texts have narrower ones. They hold every installed rule, whatever is selected,
and are kept on disk between runs.
"""

from collections.abc import Container, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple, TypeAlias

from textlint.confirm import confirmed
from textlint.databases import Builder, Kind, Patterns, databases
from textlint.document import Document
from textlint.encoded import Encoded
from textlint.finding import Severity
from textlint.hits import Reports, share
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


class HyperscanScanner:
    """Finds what ReferenceScanner finds, in one pass over a batch."""

    def __init__(self, rules: Mapping[str, Rule]) -> None:
        """Load or build the databases of the rules. PatternError for a pattern that cannot be used."""
        self.overruns: list[Overrun] = []
        self._patterns = Patterns(rules)
        self._codes = [code for code, rule in rules.items() if rule.patterns or rule.gate]
        quiet = {c for c, r in rules.items() if r.preview or r.severity < Severity.WARNING}
        self._databases = databases(self._patterns, quiet, _builder)

    def scan(
        self, documents: Sequence[Document], codes: Container[str] | None = None
    ) -> list[Matches]:
        """See textlint.scan.Scanner."""
        texts = [Encoded(each.text) for each in documents]
        wanted = frozenset(code for code in self._codes if codes is None or code in codes)
        found: list[Found] = [{} for _ in texts]
        for alphabet in {text.alphabet for text in texts}:
            own = [at for at, text in enumerate(texts) if text.alphabet == alphabet]
            for folded in (False, True):
                hits = self._hits([texts[at] for at in own], Kind(folded, alphabet), wanted)
                for at, more in zip(own, hits, strict=True):
                    found[at] |= more
        return [
            confirmed(document, text, hits, self._patterns, self.overruns)
            for document, text, hits in zip(documents, texts, found, strict=True)
        ]

    def _hits(self, texts: Sequence[Encoded], kind: Kind, wanted: frozenset[str]) -> list[Found]:
        """What the databases report for each text, in code points, of the rules that are wanted."""
        batch = Batch.of([text.folded if kind.folded else text.data for text in texts])
        found: list[Found] = [{} for _ in texts]
        for database in self._databases:
            if kind in database.kinds and not wanted.isdisjoint(database.codes):
                database.want(wanted)
                reports = Reports()
                database.scan(batch.data, reports)
                share(reports.ends, database.probes, batch.data, batch.starts, found)
        for own, text in zip(found, texts, strict=True):
            for hits in own.values():
                text.place(hits.ends, kind.folded)
        return found


def _builder() -> Builder:
    from textlint import build

    return build
