"""One line a finding: `file:line:column CODE message`."""

from textlint.document import Document
from textlint.finding import Finding, Safety, Severity
from textlint.reports import Described
from textlint.terminal import inline

BOLD, CYAN, RESET = "\x1b[1m", "\x1b[36m", "\x1b[0m"
COLORS = {Severity.ERROR: "\x1b[1;31m", Severity.WARNING: "\x1b[1;33m", Severity.INFO: "\x1b[1;34m"}
FIXES = {Safety.SAFE: " [fix]", Safety.UNSAFE: " [unsafe fix]"}


def render(document: Document, finding: Finding, rule: Described, *, color: bool) -> str:
    """See textlint.reports."""
    return headline(document, finding, rule, document.position(finding.start), color=color) + "\n"


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
