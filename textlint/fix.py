"""Edits to text: which fixes apply, in which order, until nothing more changes."""

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable
from typing import NamedTuple

from textlint.document import Document
from textlint.finding import Edit, Finding, Safety

PASSES = 10
"""Passes after which a text that still changes is given up: two rules fight over it."""


class Fixed(NamedTuple):
    """The outcome: the new text, what is still found in it, how often each code was applied.

    `fighting` names the rules whose fixes never settle; the text is then the old one.
    """

    text: str
    remaining: list[Finding]
    applied: dict[str, int]
    fighting: list[str]


def fix(
    document: Document,
    findings: list[Finding],
    lint: Callable[[Document], list[Finding]],
    *,
    unsafe: bool = False,
) -> Fixed:
    """Apply the fixes of `findings`, lint again, and so on until none is left to apply.

    At most PASSES times: a text that does not settle is returned unchanged. A text seen before ends
    the run at once.
    """
    text, applied = document.text, dict[str, int]()
    current, seen, rules = findings, {text: 0}, list[set[str]]()
    for number in range(1, PASSES + 1):
        edits, used = choose(current, unsafe=unsafe)
        if not edits:
            return Fixed(text, current, applied, [])
        text = apply(text, edits)
        rules.append({finding.code for finding in used})
        for finding in used:
            applied[finding.code] = applied.get(finding.code, 0) + 1
        if text in seen:
            rules = rules[seen[text] :]
            break
        seen[text] = number
        current = lint(document.with_text(text))
    else:
        edits, used = choose(current, unsafe=unsafe)
        if not edits:
            return Fixed(text, current, applied, [])
        rules = [{finding.code for finding in used}]
    return Fixed(document.text, findings, {}, sorted(set().union(*rules)))


def choose(findings: Iterable[Finding], *, unsafe: bool) -> tuple[list[Edit], list[Finding]]:
    """The edits to apply now, in order of their places, and the findings that they repair.

    Of fixes that overlap, the one that starts first wins, then the longer, then the lower code. Edits
    that touch without overlapping are both made.
    """
    wanted = [
        finding
        for finding in findings
        if finding.fix and finding.fix.edits and (unsafe or finding.fix.safety is Safety.SAFE)
    ]
    wanted.sort(key=_precedence)
    taken: list[Edit] = []
    used: list[Finding] = []
    for finding in wanted:
        edits = finding.fix.edits if finding.fix else ()
        if all(_free(edit, taken) for edit in edits):
            used.append(finding)
            for edit in edits:
                insort(taken, edit, key=_place)
    return taken, used


def apply(text: str, edits: Iterable[Edit]) -> str:
    """The text with the edits made; they are in order and do not overlap."""
    pieces, at = [], 0
    for edit in edits:
        pieces += [text[at : edit.start], edit.replacement]
        at = edit.end
    return "".join([*pieces, text[at:]])


def _precedence(finding: Finding) -> tuple[int, int, str]:
    edits = finding.fix.edits if finding.fix else ()
    start, end = min(edit.start for edit in edits), max(edit.end for edit in edits)
    return start, start - end, finding.code


def _place(edit: Edit) -> tuple[int, int]:
    return edit.start, edit.end


def _free(edit: Edit, taken: list[Edit]) -> bool:
    """Whether an edit collides with none of the taken ones, which are in order and do not overlap."""
    at = bisect_left(taken, _place(edit), key=_place)
    return not any(_collide(edit, other) for other in taken[max(0, at - 1) : at + 2])


def _collide(a: Edit, b: Edit) -> bool:
    """Whether two edits overlap, or insert at one place: their order would then decide the text."""
    if a.start == a.end or b.start == b.end:
        return a.start <= b.end and b.start <= a.end
    return a.start < b.end and b.start < a.end
