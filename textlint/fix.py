"""Edits to text: which fixes apply, in which order, until nothing more changes."""

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Iterator, Sequence

import msgspec

from textlint.document import Document
from textlint.expressions import compile_re
from textlint.finding import Edit, Finding, Fix, Safety
from textlint.lines import Lines, without_lines

_WORD = compile_re(r"[^\W_]")
"""A letter or digit."""
PASSES = 10
"""Passes after which a text that still changes is given up: two rules fight over it."""


class Fixed(msgspec.Struct, frozen=True):
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
        edits, used = choose(text, current, unsafe=unsafe)
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
        edits, used = choose(text, current, unsafe=unsafe)
        if not edits:
            return Fixed(text, current, applied, [])
        rules = [{finding.code for finding in used}]
    return Fixed(document.text, findings, {}, sorted(set().union(*rules)))


def choose(
    text: str, findings: Iterable[Finding], *, unsafe: bool
) -> tuple[list[Edit], list[Finding]]:
    """The edits to apply now, in order of their places, and the findings that they repair.

    Of fixes that overlap, the one that starts first wins, then the longer, then the lower code. Edits
    that touch without overlapping are both made. Lines that are deleted beside one another all go,
    and the breaks around them are settled once (`textlint.lines`).
    """
    wanted = [
        finding
        for finding in findings
        if finding.fix and finding.fix.edits and (unsafe or finding.fix.safety is Safety.SAFE)
    ]
    wanted.sort(key=_precedence)
    taken = _Taken(text)
    used = [finding for finding in wanted if finding.fix and taken.add(finding.fix.edits)]
    return taken.settled(), used


class _Taken:
    """Edits that can all be made: lines that go, and others, both in order of their places."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._gone: list[Lines] = []
        self._others: list[Edit] = []

    def add(self, edits: Sequence[Edit]) -> bool:
        """Take the edits of a fix, if none of them collides with one taken before."""
        lines = self._lines(edits)
        if not all(map(self._is_free, edits, lines)):
            return False
        for edit, gone in zip(edits, lines, strict=True):
            if gone:
                insort(self._gone, gone)
            else:
                insort(self._others, edit, key=_place)
        return True

    def _lines(self, edits: Sequence[Edit]) -> Sequence[Lines | None]:
        """The lines that each edit of a fix deletes.

        None at all where another of the edits is in their way: they are then made as they are given.
        """
        lines = [Lines.deleted_by(self._text, edit) for edit in edits]
        others = [edit for edit, gone in zip(edits, lines, strict=True) if not gone]
        if all(gone.allows(self._text, edit) for gone in lines if gone for edit in others):
            return lines
        return [None] * len(edits)

    def _is_free(self, edit: Edit, gone: Lines | None) -> bool:
        """Whether an edit, of which `gone` are the lines if it deletes such, collides with none."""
        if gone is None:
            at = bisect_left(self._others, _place(edit), key=_place)
            near = bisect_left(self._gone, _place(edit))
            return not any(
                _collide(edit, other) for other in self._others[max(0, at - 1) : at + 2]
            ) and all(
                other.allows(self._text, edit) for other in self._gone[max(0, near - 1) : near + 1]
            )
        near = bisect_left(self._gone, gone)
        if any(gone.overlaps(other) for other in self._gone[max(0, near - 1) : near + 1]):
            return False
        return all(gone.allows(self._text, other) for other in self._between(gone))

    def _between(self, lines: Lines) -> list[Edit]:
        """The other edits taken that touch lines or the breaks around them."""
        first = bisect_left(self._others, lines.before, key=lambda edit: edit.start)
        last = bisect_left(self._others, lines.after, key=lambda edit: edit.start)
        return self._others[max(0, first - 1) : last]

    def settled(self) -> list[Edit]:
        """The edits as they are made, with one for each run of lines that go."""
        edits, within = [], set[Edit]()
        for run in _runs(self._gone):
            before, after = run[0].before, run[-1].after
            inside = [
                edit
                for edit in self._between(run[0]._replace(after=after))
                if before <= edit.start
                and edit.end <= after
                and not edit.start == edit.end in (before, after)
            ]
            within.update(inside)
            edits.append(without_lines(self._text, run, inside))
        edits += [edit for edit in self._others if edit not in within]
        return sorted(edits, key=_place)


def _runs(gone: list[Lines]) -> Iterator[list[Lines]]:
    """Lines that go, in runs with nothing but blank lines between them."""
    run: list[Lines] = []
    for lines in gone:
        if run and run[-1].after != lines.start:
            yield run
            run = []
        run.append(lines)
    if run:
        yield run


def spare(text: str, findings: list[Finding]) -> list[Finding]:
    """The findings, with fixes held unsafe that delete words where safe fixes together would leave none.

    A document of nothing but a button or a banner deserves its finding; an empty file says nothing.
    """
    safe = [finding for finding in findings if finding.fix and finding.fix.safety is Safety.SAFE]
    if not safe or not (word := _WORD.search(text)) or not _touch(safe, word.start()):
        return findings
    last = next(at for at in range(len(text) - 1, -1, -1) if text[at].isalnum())
    if not _touch(safe, last):
        return findings
    edits, _ = choose(text, safe, unsafe=False)
    if _WORD.search(apply(text, edits)):
        return findings
    return [_held_unsafe(text, finding) for finding in findings]


def _touch(findings: Iterable[Finding], at: int) -> bool:
    """Whether one of the fixes changes the character at an offset."""
    edits = (edit for finding in findings if finding.fix for edit in finding.fix.edits)
    return any(edit.start <= at < edit.end for edit in edits)


def _held_unsafe(text: str, finding: Finding) -> Finding:
    """A finding whose fix is unsafe if it deletes words. What is decoded to a sign is no deletion."""
    fix = finding.fix
    deleted = (edit for edit in fix.edits if not edit.replacement.strip()) if fix else ()
    if not fix or not any(_WORD.search(text, edit.start, edit.end) for edit in deleted):
        return finding
    return msgspec.structs.replace(finding, fix=Fix(fix.edits, Safety.UNSAFE))


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


def _collide(a: Edit, b: Edit) -> bool:
    """Whether two edits overlap, or insert at one place: their order would then decide the text."""
    if a.start == a.end or b.start == b.end:
        return a.start <= b.end and b.start <= a.end
    return a.start < b.end and b.start < a.end
