"""How often each rule found something (`--statistics`): a table, the most frequent first."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TextIO

import msgspec

from textlint.document import Document
from textlint.finding import Finding, Safety
from textlint.reports import Described


class Tally:
    """Findings by code; of those how many have a fix of which safety; how many documents they are in."""

    def __init__(self, results: Iterable[tuple[Document, Finding]]) -> None:
        self.found: Counter[str] = Counter()
        self.fixes: Counter[tuple[str, Safety]] = Counter()
        self.documents: Counter[str] = Counter()
        latest: dict[str, Document] = {}
        for document, finding in results:
            code = finding.code
            self.found[code] += 1
            if finding.fix:
                self.fixes[code, finding.fix.safety] += 1
            self.documents[code] += not _is_same(latest.get(code), document)
            latest[code] = document

    def codes(self) -> list[str]:
        """The codes, the most frequent first."""
        return sorted(self.found, key=lambda code: (-self.found[code], code))


def _is_same(before: Document | None, document: Document) -> bool:
    """Whether two documents are one, or parts of one file."""
    is_later = bool(before and document.part.offset and before.path == document.path)
    return before is document or is_later


def write(
    results: Iterable[tuple[Document, Finding]],
    rules: Mapping[str, Described],
    out: TextIO,
    *,
    color: bool,  # noqa: ARG001 - a table of numbers has none
) -> None:
    """See textlint.reports."""
    tally = Tally(results)
    if not tally.found:
        return
    out.write(f"{'found':>7}  {'texts':>7}  {'safe':>6}  {'unsafe':>6}  rule\n")
    for code in tally.codes():
        safe, unsafe = tally.fixes[code, Safety.SAFE], tally.fixes[code, Safety.UNSAFE]
        numbers = f"{tally.found[code]:7}  {tally.documents[code]:7}  {safe:6}  {unsafe:6}"
        out.write(f"{numbers}  {code} {rules[code].name}\n")


def write_jsonl(
    results: Iterable[tuple[Document, Finding]],
    rules: Mapping[str, Described],
    out: TextIO,
    *,
    color: bool,  # noqa: ARG001 - data has none
) -> None:
    """The same as one JSON object a rule."""
    tally = Tally(results)
    for code in tally.codes():
        row = {
            "code": code,
            "name": rules[code].name,
            "found": tally.found[code],
            "documents": tally.documents[code],
            "safe": tally.fixes[code, Safety.SAFE],
            "unsafe": tally.fixes[code, Safety.UNSAFE],
        }
        out.write(f"{msgspec.json.encode(row).decode()}\n")
