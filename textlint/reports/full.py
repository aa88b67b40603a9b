"""The finding, the line it stands in, and a caret under the place."""

from textlint.document import Document
from textlint.finding import Finding
from textlint.pattern import BLANKS
from textlint.reports import Described
from textlint.reports.concise import COLORS, CYAN, RESET, headline
from textlint.terminal import inline, width

AROUND = 40
"""Code points of the line that are shown before and after the place."""
LONGEST = 60
"""Code points of the place that are shown; the rest is an ellipsis."""
CUT = "…"
VISIBLE = dict.fromkeys(map(ord, BLANKS - {" "}), "⍽")
"""Odd spaces are shown where they are the matter; beside it they look like spaces, as they do in print."""


def render(document: Document, finding: Finding, rule: Described, *, color: bool) -> str:
    """See textlint.reports."""
    position = document.position(finding.start)
    first = headline(document, finding, rule, position, color=color) + "\n"
    if finding.code.startswith("SRC"):
        return first
    paint = (COLORS[rule.severity], RESET) if color else ("", "")
    dim = (CYAN, RESET) if color else ("", "")
    number = str(position[0])
    before, place, after = excerpt(document, finding)
    gutter = f"{' ' * len(number)} {dim[0]}|{dim[1]}"
    caret = paint[0] + "^" * max(1, width(place)) + paint[1]
    return (
        f"{first}{gutter}\n{dim[0]}{number} |{dim[1]} {before}{place}{after}\n"
        f"{gutter} {' ' * width(before)}{caret}\n\n"
    )


def excerpt(document: Document, finding: Finding) -> tuple[str, str, str]:
    """What to show of the finding's first line, escaped: before the place, the place, after it."""
    text = document.text
    start, end = document.line_span(finding.start)
    stop = max(min(finding.end, end), finding.start)
    left, right = max(start, finding.start - AROUND), min(end, stop + AROUND)
    place = text[finding.start : stop]
    if len(place) > LONGEST:
        place, right = place[: LONGEST - 1] + CUT, stop
    before = CUT * (left > start) + text[left : finding.start]
    after = text[stop:right] + CUT * (right < end)
    place = inline(place)
    if not place.isprintable():
        place = place.translate(VISIBLE)
    return inline(before), place, inline(after)
