"""How often each rule found something (`--statistics`): a table, the most frequent first."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TextIO, TypeAlias

import msgspec

from textlint.document import Document
from textlint.finding import Finding, Safety
from textlint.reports import Described

Found: TypeAlias = list[tuple[str, str]]
"""A document's findings: the code of each, and how safe its fix is ("" without one)."""


class Statistics:
    """Findings by code; of those how many have a fix of which safety; how many documents they are in."""

    def __init__(self, rules: Mapping[str, Described], *, as_data: bool) -> None:
        """`as_data`: as one JSON object a rule, not as a table."""
        self._rules, self._as_data = rules, as_data

    def show(self, _document: Document, findings: Sequence[Finding]) -> Found:
        """See textlint.reports.Report."""
        return [(f.code, f.fix.safety.value if f.fix else "") for f in findings]

    def write(self, shown: Iterable[Found], out: TextIO) -> None:
        """See textlint.reports.Report."""
        found, fixes, documents = Counter[str](), Counter[tuple[str, str]](), Counter[str]()
        for own in shown:
            fixes.update(own)
            found.update(code for code, _ in own)
            documents.update({code for code, _ in own})
        if found and not self._as_data:
            out.write(f"{'found':>7}  {'texts':>7}  {'safe':>6}  {'unsafe':>6}  rule\n")
        for code in sorted(found, key=lambda code: (-found[code], code)):
            safe, unsafe = fixes[code, Safety.SAFE], fixes[code, Safety.UNSAFE]
            name = self._rules[code].name
            if self._as_data:
                row = {
                    "code": code,
                    "name": name,
                    "found": found[code],
                    "documents": documents[code],
                    "safe": safe,
                    "unsafe": unsafe,
                }
                out.write(f"{msgspec.json.encode(row).decode()}\n")
            else:
                numbers = f"{found[code]:7}  {documents[code]:7}  {safe:6}  {unsafe:6}"
                out.write(f"{numbers}  {code} {name}\n")
