"""What a run found, written out: one small module a format, each with a `write` function.

`write(results, rules, out, color=…)` draws the findings and writes them as they come.
"""

import importlib
from collections.abc import Iterable, Mapping
from typing import Protocol, TextIO, TypeAlias, cast

from textlint.document import Document
from textlint.finding import Finding
from textlint.rule import Rule
from textlint.sources import Fault

Described: TypeAlias = Rule | Fault
"""What a code stands for."""

FORMATS = ("full", "concise", "jsonl")


class Write(Protocol):
    """A format."""

    def __call__(
        self,
        results: Iterable[tuple[Document, Finding]],
        rules: Mapping[str, Described],
        out: TextIO,
        *,
        color: bool,
    ) -> None:
        """Write every finding to `out`; OSError as writing raises it."""


def report(name: str, *, statistics: bool = False) -> Write:
    """The format of a name in FORMATS; `statistics`: how often each rule found something instead."""
    if statistics:
        module = importlib.import_module("textlint.reports.statistics")
        return cast("Write", module.write_jsonl if name == "jsonl" else module.write)
    return cast("Write", importlib.import_module(f"textlint.reports.{name}").write)
