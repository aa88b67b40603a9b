"""Where the patterns of all rules occur in documents: two scanners that give identical matches.

A pattern means what `regex` finds in the decoded text, leftmost and non-overlapping. ReferenceScanner
says so in the plainest way; `textlint.hyperscanner` finds the same in one pass over all patterns.
"""

from collections.abc import Container, Iterable, Mapping, Sequence
from typing import NamedTuple, Protocol, TypeAlias

import regex

from textlint.document import Document
from textlint.pattern import Match, Pattern, Phrase, compiled, folded, original
from textlint.rule import Rule

DEADLINE = 10.0
"""Seconds that one pattern may take in one document before it is given up (TimeoutError)."""

Matches: TypeAlias = dict[str, list[Match]]
"""The matches in one document by rule code; rules without any are left out.

A rule with a gate has an empty list where its gate is open.
"""


class PatternError(ValueError):
    """A pattern that cannot be used; `code` is its rule's, `problem` what is wrong with it."""

    def __init__(self, code: str, problem: str, origin: str = "") -> None:
        super().__init__(f"{origin}{': ' * bool(origin)}rule {code}: pattern: {problem}")
        self.code = code
        self.problem = problem


class Overrun(NamedTuple):
    """A rule whose pattern ran into the deadline in a document, and is missing there."""

    document: Document
    code: str


class Scanner(Protocol):
    """Finds the candidates of all rules in a batch of documents."""

    overruns: list[Overrun]

    def scan(
        self, documents: Sequence[Document], codes: Container[str] | None = None
    ) -> list[Matches]:
        """The matches of every rule, one entry a document, in the order of their places.

        Of rules that are not among `codes`, if these are given, nothing is said.
        """


def resolve(matches: Iterable[Match]) -> list[Match]:
    """Of overlapping matches of one rule's patterns keep the leftmost, then the longest."""
    known = list(matches)
    end = 0
    for match in known:
        if match.start() < end:
            break
        end = match.end()
    else:
        return known
    kept: list[Match] = []
    end = -1
    for match in sorted(known, key=lambda match: (match.start(), -match.end())):
        if match.start() >= end:
            kept.append(match)
            end = match.end()
    return kept


def verify(code: str, pattern: Pattern | Phrase) -> "regex.Pattern[str]":
    """The compiled pattern. PatternError where it is none, or matches the empty text."""
    try:
        expression = compiled(pattern)
    except (regex.error, OverflowError) as error:
        raise PatternError(code, f"{pattern.source!r} is no regular expression: {error}") from error
    if expression.match(""):
        raise PatternError(code, f"{pattern.source!r} matches the empty text")
    return expression


class ReferenceScanner:
    """One `regex` pass a pattern: slow, readable, and the judge of every other scanner."""

    def __init__(self, rules: Mapping[str, Rule]) -> None:
        """PatternError for a pattern that cannot be used."""
        self.overruns: list[Overrun] = []
        self._gated = {code for code, rule in rules.items() if rule.gate}
        self._patterns = {
            code: [(verify(code, pattern), isinstance(pattern, Phrase)) for pattern in patterns]
            for code, rule in rules.items()
            if (patterns := (*rule.patterns, *rule.gate))
        }

    def scan(
        self, documents: Sequence[Document], codes: Container[str] | None = None
    ) -> list[Matches]:
        """See Scanner."""
        wanted = self._patterns if codes is None else [c for c in self._patterns if c in codes]
        return [self._matches(document, wanted) for document in documents]

    def _matches(self, document: Document, wanted: Iterable[str]) -> Matches:
        found: Matches = {}
        for code in wanted:
            patterns = self._patterns[code]
            matches: list[Match] = []
            try:
                for pattern, is_phrase in patterns:
                    text = document.fact(folded) if is_phrase else document.text
                    own = pattern.finditer(text, timeout=DEADLINE)
                    matches += (original(document, match) for match in own) if is_phrase else own
            except TimeoutError:
                self.overruns.append(Overrun(document, code))
                continue
            if matches:
                found[code] = [] if code in self._gated else resolve(matches)
        return found
