"""The wire form: one JSON object a finding. Every other format is a view of it."""

import json
import re
from typing import Any

import msgspec

from textlint.document import Document
from textlint.finding import LONGEST, Finding, Severity
from textlint.reports import Described
from textlint.terminal import hidden, well_formed

LABELS = {severity: severity.label for severity in Severity}
FIRST = 0x7F
"""DEL: a control that JSON need not escape, nor `json` does."""


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
    return (line if line.isprintable() else hidden().sub(_escaped, line)) + "\n"


def _escaped(match: re.Match[str]) -> str:
    """JSON's own escape for what a terminal would obey or hide: the data stays the same."""
    return f"\\u{FIRST:04x}" if ord(match[0]) == FIRST else json.dumps(match[0])[1:-1]


def row(document: Document, finding: Finding, rule: Described) -> dict[str, Any]:
    """A finding as the object that goes over the wire. Undecodable bytes are written U+FFFD."""
    record = document.record
    fix = finding.fix
    ahead = document.part.offset
    place = _place(document, finding.start, finding.end)
    end_line, end_column = place["line"], place["column"] + finding.end - finding.start
    if "\n" in document.text[finding.start : finding.end]:
        end_line, end_column = document.position(finding.end)
    return {
        "path": well_formed(document.path),
        "record": well_formed(record) if isinstance(record, str) else record,
        "code": finding.code,
        "name": rule.name,
        "category": rule.category,
        "severity": LABELS[rule.severity],
        "message": well_formed(finding.message),
        **place,
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
