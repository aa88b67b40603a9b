"""The wire form: one JSON object a finding. Every other format is a view of it."""

import functools
import json
from typing import Any

import msgspec

from textlint.document import Document
from textlint.finding import LONGEST, Finding, Severity
from textlint.reports import Described
from textlint.terminal import ESCAPED, well_formed

LABELS = {severity: severity.label for severity in Severity}
FIRST = 0x7F
"""The first code point that msgspec leaves as it is though a terminal may not."""


_encode = msgspec.json.Encoder().encode


def render(
    document: Document,
    finding: Finding,
    rule: Described,
    *,
    color: bool,  # noqa: ARG001 - data has none
) -> str:
    """See textlint.reports."""
    line = _encode(row(document, finding, rule)).decode()
    return (line if line.isprintable() else line.translate(_escapes())) + "\n"


@functools.cache
def _escapes() -> dict[int, str]:
    """JSON's own escapes for what a terminal would obey or hide: the data stays the same."""
    points = (p for low, high in ESCAPED for p in range(max(low, FIRST), high + 1))
    return {p: json.dumps(chr(p))[1:-1] if p > FIRST else f"\\u{p:04x}" for p in points}


def row(document: Document, finding: Finding, rule: Described) -> dict[str, Any]:
    """A finding as the object that goes over the wire. Undecodable bytes are written U+FFFD."""
    record = document.record
    fix = finding.fix
    ahead = document.part.offset
    end_line, end_column = document.position(finding.end)
    return {
        "path": well_formed(document.path),
        "record": well_formed(record) if isinstance(record, str) else record,
        "code": finding.code,
        "name": rule.name,
        "category": rule.category,
        "severity": LABELS[rule.severity],
        "message": well_formed(finding.message),
        **_place(document, finding.start, finding.end),
        "end_line": end_line,
        "end_column": end_column,
        "text": _quote(document, finding.start, finding.end),
        "related": [
            {**_place(document, *span), "text": _quote(document, *span)} for span in finding.related
        ],
        "fix": fix
        and {
            "safety": fix.safety,
            "edits": [
                {
                    "start": ahead + e.start,
                    "end": ahead + e.end,
                    "replacement": well_formed(e.replacement),
                }
                for e in fix.edits
            ],
        },
    }


def _place(document: Document, start: int, end: int) -> dict[str, int]:
    line, column = document.position(start)
    ahead = document.part.offset
    return {"start": ahead + start, "end": ahead + end, "line": line, "column": column}


def _quote(document: Document, start: int, end: int) -> str:
    return well_formed(document.text[start : min(end, start + LONGEST)])
