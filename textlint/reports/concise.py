"""One line a finding: `file:line:column CODE message`."""

from collections.abc import Iterable, Mapping
from typing import TextIO

from textlint.document import Document
from textlint.finding import Finding, Safety, Severity
from textlint.reports import Described
from textlint.terminal import inline

BOLD, CYAN, RESET = "\x1b[1m", "\x1b[36m", "\x1b[0m"
COLORS = {Severity.ERROR: "\x1b[1;31m", Severity.WARNING: "\x1b[1;33m", Severity.INFO: "\x1b[1;34m"}
FIXES = {Safety.SAFE: " [fix]", Safety.UNSAFE: " [unsafe fix]"}


def write(
    results: Iterable[tuple[Document, Finding]],
    rules: Mapping[str, Described],
    out: TextIO,
    *,
    color: bool,
) -> None:
    """See textlint.reports."""
    for document, finding in results:
        position = document.position(finding.start)
        line = headline(document, finding, rules[finding.code], position, color=color)
        out.write(f"{line}\n")


def headline(
    document: Document,
    finding: Finding,
    rule: Described,
    position: tuple[int, int],
    *,
    color: bool,
) -> str:
    """The line that says where, which rule and what; records show as `file[record]:line:column`."""
    line, column = position
    place, code = f"{inline(document.name)}:{line}:{column}", finding.code
    message = inline(finding.message)
    fix = FIXES[finding.fix.safety] if finding.fix else ""
    if color:
        place, code = f"{BOLD}{place}{RESET}", f"{COLORS[rule.severity]}{code}{RESET}"
        fix = f"{CYAN}{fix}{RESET}" if fix else ""
    return f"{place} {code} {message}{fix}"
