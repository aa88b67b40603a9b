"""What a run found, written out: one small module a format, each with a `render` function."""

import importlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Protocol, TextIO, TypeAlias

from textlint.document import Document
from textlint.finding import Finding
from textlint.rule import Rule
from textlint.sources import Fault

Described: TypeAlias = Rule | Fault
"""What a code stands for."""

FORMATS = ("full", "concise", "jsonl")


class Render(Protocol):
    """A format: what is written of a finding."""

    def __call__(
        self, document: Document, finding: Finding, rule: Described, *, color: bool
    ) -> str:
        """Whole lines."""


class Report(Protocol):
    """What a run found, in two steps, of which the first may be done in other processes."""

    def show(self, document: Document, findings: Sequence[Finding]) -> Any:
        """What is to be said of a document."""

    def write(self, shown: Iterable[Any], out: TextIO) -> None:
        """Write what `show` made of all documents as it comes; OSError as writing raises it."""


class Findings:
    """A report that tells every finding."""

    def __init__(self, render: Render, rules: Mapping[str, Described], *, color: bool) -> None:
        self._render, self._rules, self._color = render, rules, color

    def show(self, document: Document, findings: Sequence[Finding]) -> str:
        """See Report."""
        rules, color = self._rules, self._color
        return "".join(
            self._render(document, finding, rules[finding.code], color=color)
            for finding in findings
        )

    def write(self, shown: Iterable[str], out: TextIO) -> None:
        """See Report."""
        out.writelines(shown)


def report(
    name: str, rules: Mapping[str, Described], *, color: bool = False, statistics: bool = False
) -> Report:
    """The report of a format in FORMATS; `statistics`: how often each rule found something instead."""
    if statistics:
        from textlint.reports.statistics import Statistics

        return Statistics(rules, as_data=name == "jsonl")
    render: Render = importlib.import_module(f"textlint.reports.{name}").render
    return Findings(render, rules, color=color)
