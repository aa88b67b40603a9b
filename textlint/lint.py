"""Documents to findings: run the selected rules on what the scan proposes, isolate what fails.

Compiled where there is a compiler.
"""

from _thread import RLock  # threading loads more
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import accumulate
from operator import attrgetter
from typing import NamedTuple

from textlint.document import WHOLE, Document
from textlint.finding import LONGEST, Finding, order
from textlint.fix import spare
from textlint.parts import is_long, moved, parts
from textlint.pattern import Match
from textlint.rule import Rule
from textlint.scan import Matches, ReferenceScanner, Scanner
from textlint.timings import SCAN, Timings

_ALONE = RLock()
"""Held by who lints: rules' loops reuse their tables, so that threads take turns (`-j` has processes)."""


class Failure(NamedTuple):
    """A rule that raised on a document: its findings there are lost, everything else goes on."""

    document: Document
    code: str
    reason: str


class Linter:
    """Runs rules on documents. `failures` collects the rules that raised, and where."""

    def __init__(
        self, rules: Mapping[str, Rule], scanner: Scanner, timings: Timings | None = None
    ) -> None:
        """`rules` are those that run, by code; the scanner may hold others too.

        `timings` takes down what each rule costs.
        """
        self.failures: list[Failure] = []
        self._codes = rules.keys()
        jobs = [_Job(code, rule) for code, rule in rules.items()]
        self._jobs = {job.code: job for job in jobs}
        self._everywhere = [
            code for code, rule in rules.items() if not rule.patterns and not rule.gate
        ]
        self._always = [code for code, rule in rules.items() if rule.always]
        self._above = {
            code: frozenset(c for c in rules if c != code and c.startswith(rule.yields))
            for code, rule in rules.items()
            if rule.yields
        }
        self._scanner = scanner
        self._timings = timings

    def take_seconds(self) -> dict[str, float]:
        """CPU seconds by rule since the last call; none where no `timings` were given."""
        return self._timings.take() if self._timings else {}

    def lint(self, documents: Sequence[Document]) -> list[list[Finding]]:
        """The findings of each document, sorted by start, end and code."""
        with _ALONE:
            found = iter(self._lint([each for each in documents if not is_long(each)]))
            return [self._lint_parts(each) if is_long(each) else next(found) for each in documents]

    def _lint_parts(self, document: Document) -> list[Finding]:
        """The findings of a very long document, one part after the other."""
        found: list[Finding] = []
        for part in parts(document):
            found += moved(self._lint([part])[0], part.part.offset)
        return found

    def _lint(self, documents: Sequence[Document]) -> list[list[Finding]]:
        if self._timings:
            self._timings.start()
        scanned = self._scanner.scan(documents, self._codes)
        if self._timings:
            self._timings.count(SCAN)
        found: list[list[Finding]] = [[] for _ in documents]
        timings, failures = self._timings, self.failures
        for code, asked in self._asked(scanned).items():
            job = self._jobs[code]
            for number, candidates in asked:
                found[number] += _found(job, documents[number], candidates, timings, failures)
        for document, code in self._scanner.overruns:
            failures.append(Failure(document, code, "took too long: gave up on the text"))
        self._scanner.overruns.clear()
        ordered = [self._ordered(*each) for each in zip(documents, found, strict=True)]
        if timings:
            timings.start()
        return ordered

    def _asked(self, scanned: Sequence[Matches]) -> dict[str, list[tuple[int, Sequence[Match]]]]:
        """By code: the numbers of the documents that a rule is asked about, each with its candidates.

        One rule after the other on all documents: its code and tables are at hand in the processor then,
        which saves a quarter of the time.
        """
        asked: dict[str, list[tuple[int, Sequence[Match]]]] = {
            code: [(number, ()) for number in range(len(scanned))] for code in self._everywhere
        }
        for number, matches in enumerate(scanned):
            for code, candidates in matches.items():
                asked.setdefault(code, []).append((number, candidates))
            for code in self._always:
                if code not in matches:
                    asked.setdefault(code, []).append((number, ()))
        return asked

    def _ordered(self, document: Document, findings: list[Finding]) -> list[Finding]:
        """The findings of all rules in a document as they are reported."""
        if not findings:
            return findings
        return spare(document.text, order(_without_yielded(findings, self._above)))


class _Job:
    """A rule to be run, with what is asked of it for every document."""

    def __init__(self, code: str, rule: Rule) -> None:
        self.code = code
        self.rule = rule
        self.check = rule.check
        self.each = rule.each
        self.languages = rule.languages
        self.by_candidate = bool(rule.each or rule.patterns)
        self.together = rule.together
        self.always = rule.always

    def run(self, document: Document, matches: Sequence[Match]) -> list[Finding]:
        """What the rule finds in a document; `matches` are its candidates, if it has patterns.

        The language is asked for last: judging it costs more than most rules.
        """
        candidates = document.fact(self.each) if self.each else matches
        if self.by_candidate and not candidates and not self.always:
            return []
        if self.languages and document.language not in self.languages:
            return []
        if not self.by_candidate:
            return list(self.check(document))
        if self.together:
            return list(self.check(document, candidates))
        found: list[Finding] = []
        for candidate in candidates:
            found.extend(self.check(document, candidate))
        return found


def _found(
    job: _Job,
    document: Document,
    matches: Sequence[Match],
    timings: Timings | None,
    failures: list[Failure],
) -> list[Finding]:
    """What one rule finds in a document; nothing where it raises."""
    try:
        found = job.run(document, matches)
        return _verified(found, job.code, document) if found else found
    except (Exception, SystemExit) as error:  # noqa: BLE001 - a rule may raise anything
        failures.append(Failure(document, job.code, f"{type(error).__name__}: {error}"))
        return []
    finally:
        if timings:
            timings.count(job.code)


def _without_yielded(findings: list[Finding], above: Mapping[str, frozenset[str]]) -> list[Finding]:
    """The findings but those of rules that yield to another finding's rule at the same place."""
    codes = {finding.code for finding in findings}
    taken: dict[str, _Taken] = {}
    for code in codes:
        if code in above and (others := above[code] & codes):
            taken[code] = _Taken([finding for finding in findings if finding.code in others])
    if not taken:
        return findings
    kept: list[Finding] = []
    for finding in findings:
        places = taken.get(finding.code)
        if places is None or not places.touches(finding):
            kept.append(finding)
    return kept


class _Taken:
    """The places of findings."""

    def __init__(self, findings: list[Finding]) -> None:
        spans = sorted((finding.start, finding.end) for finding in findings)
        self._starts = [start for start, _ in spans]
        self._ends = list(accumulate((end for _, end in spans), max))

    def touches(self, finding: Finding) -> bool:
        """Whether one of the places overlaps the finding's."""
        before = bisect_left(self._starts, finding.end)
        return before > 0 and self._ends[before - 1] > finding.start


def _verified(findings: list[Finding], code: str, document: Document) -> list[Finding]:
    """What a rule reports, in prose, with its code. ValueError for what cannot be."""
    length = len(document.text)
    all_prose = document.part == WHOLE and not document.has_markup
    kept: list[Finding] = []
    for finding in findings:
        _verify(finding, length)
        start, end = finding.start, finding.end
        if all_prose or not (document.is_masked(start, end) or document.is_cut(start, end)):
            end = min(end, start + LONGEST)
            kept.append(Finding(start, end, finding.message, finding.fix, finding.related, code))
    return kept


def _verify(finding: Finding, length: int) -> None:
    """ValueError where a span or an edit is out of the text, or the edits of a fix overlap."""
    start, end = finding.start, finding.end
    if not 0 <= start <= end <= length:
        raise _outside(start, end, length)
    for start, end in finding.related:
        if not 0 <= start <= end <= length:
            raise _outside(start, end, length)
    if finding.fix is None:
        return
    last = 0
    edits = finding.fix.edits
    for edit in edits if len(edits) == 1 else sorted(edits, key=attrgetter("start", "end")):
        start, end = edit.start, edit.end
        if not 0 <= start <= end <= length:
            raise _outside(start, end, length)
        if start < last:
            raise ValueError("the edits of its fix overlap")
        last = end


def _outside(start: int, end: int, length: int) -> ValueError:
    return ValueError(f"span {start}-{end} is outside the text of {length} code points")


def run(rule: Rule, document: Document, matches: Sequence[Match] = ()) -> list[Finding]:
    """What one rule finds in a document; `matches` are its candidates, if it has patterns."""
    return _Job(rule.code, rule).run(document, matches)


def scanner(rules: Mapping[str, Rule]) -> Scanner:
    """The fastest scanner that works here. PatternError for a pattern that cannot be used.

    Hyperscan has no wheel for some platforms, and wants a processor of this decade: the reference
    scanner finds the same there.
    """
    try:
        import hyperscan

        from textlint.hyperscanner import HyperscanScanner
    except ImportError:
        return ReferenceScanner(rules)
    try:
        return HyperscanScanner(rules)
    except hyperscan.ArchitectureError:
        return ReferenceScanner(rules)
