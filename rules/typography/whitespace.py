"""White space that says nothing: at the ends of lines, doubled between words, blank lines in rows."""

import functools
from collections.abc import Iterator

from textlint.api import (
    Document,
    Expressions,
    Finding,
    Fix,
    Match,
    Safety,
    Severity,
    rule,
)

from ._code import JUDGED, code_line, line_of

HABIT = 3
"""Doubled spaces after full stops from which a text has the typist's habit, if they outnumber the
single ones."""
WORDS_A_RUN = 4
"""Words that a line of prose has for each run of blanks in it; rows of a table have fewer."""
PARAGRAPH_WORDS = 8
"""Words from which an indented line is a paragraph rather than verse, a label or an address."""
PARAGRAPH_LENGTH = 120
"""Code points from which the lines around an indented one are whole paragraphs, not wrapped lines."""
AROUND = 200
"""Code points on each side of a place that tell what kind of line or hole it is in."""
FEW_BLANKS = 2
"""Blank lines in a row that are a page's layout; more of them are holes that were left in it."""
SIGNATURE = "--"
"""Marks a signature in mail, with the one space after it."""
BEFORE = frozenset(".,;:!?…)]”’\"'»।؟،")
AFTER = frozenset("([“‘\"'«„¿¡—–")
MARKS = frozenset(".,;:!?،؛؟")
SENTENCE_MARKS = frozenset(".!?:")
"""Marks, before closing ones, after which a typist sets two spaces."""
CLOSERS = ")]”’\"'"


@functools.cache
def _expressions() -> Expressions:
    """The expressions of this rule, compiled at their first use."""
    return Expressions(
        {
            "double": r"(?<=[\p{L}\p{M}\p{N}”’\")][.!?])  (?=[\p{Lu}\p{Lo}\p{N}“\"(])",
            "single": r"(?<=[\p{L}\p{M}\p{N}”’\")][.!?]) (?=[\p{Lu}\p{Lo}\p{N}“\"(])",
            "run": r"(?<=\S)(?:[ \t]{2,}|\t)(?=\S)",
            "gap": r"\s+",
            "item": r"(?:[-–—*•·▪●○◦‣>|+#]|\(?\p{L}[.)]|\(?\d{1,3}[.)])\s",
        }
    )


def two_spaces(document: Document) -> bool:
    """Whether the text parts its sentences with two spaces, as typists were taught: a fact."""
    find = _expressions()
    doubled = sum(1 for _ in find["double"].finditer(document.text))
    return doubled >= HABIT and doubled > sum(1 for _ in find["single"].finditer(document.text))


def _run(text: str, at: int) -> tuple[int, int]:
    """The run of spaces and tabs around a code point."""
    start = end = at
    while start and text[start - 1] in " \t":
        start -= 1
    while end < len(text) and text[end] in " \t":
        end += 1
    return start, end


def _word_before(text: str, at: int) -> str:
    return text[max(0, at - 40) : at].rsplit(maxsplit=1)[-1]


def _word_after(text: str, at: int) -> str:
    return text[at : at + 40].split(maxsplit=1)[0]


@functools.lru_cache(maxsize=JUDGED)
def _is_row(line: str) -> bool:
    """Whether a line has too few words for the runs of blanks in it to be prose."""
    runs = sum(1 for _ in _expressions()["run"].finditer(line))
    return len(line.split()) < WORDS_A_RUN * max(1, runs)


def _is_aligned(document: Document, start: int) -> bool:
    """Whether the line is a row: its runs are many, or the next or last line has one there too."""
    text = document.text
    line = line_of(document, start)
    if _is_row(line):
        return True
    first, end = document.line_span(start)
    column = start - first
    if column > AROUND:
        return False
    others = []
    if first:
        others.append(document.line_span(first - 1)[0])
    if end + 1 < len(text):
        others.append(_after_break(text, end))
    for other in others:
        there = text[other : other + column + AROUND].split("\n", 1)[0]
        if "\t" in there.strip() and "\t" in line:
            return True
        if any(abs(run.end() - column) <= HABIT for run in _expressions()["run"].finditer(there)):
            return True
    return False


def _after_break(text: str, end: int) -> int:
    """The start of the line after the one that ends at `end`, before its LF or CR LF."""
    return end + (2 if text[end : end + 1] == "\r" else 1)


def _between(document: Document, start: int, end: int) -> Iterator[Finding]:
    """The finding on a run of blanks between two words, if it is neither a habit nor a column."""
    text = document.text
    left, right = text[start - 1], text[end]
    before = text[max(0, start - 3) : start].rstrip(CLOSERS)
    sentence = text[start:end] == "  " and before[-1:] in SENTENCE_MARKS
    if sentence and document.fact(two_spaces):
        return
    if code_line(line_of(document, start)) or _is_aligned(document, start):
        return
    word, after = _word_before(text, start), _word_after(text, end)
    if len(word) == len(after) == 1 or left in "|│" or right in "|│":
        return  # letters spaced out: their gaps part the words
    clean = (left.isalnum() or left in BEFORE) and (right.isalnum() or right in AFTER)
    apart = word.casefold() != after.casefold() and not (left in MARKS and len(word) == 1)
    fix = Fix.replace(start, end, " ", safety=Safety.SAFE) if clean and apart else None
    what = "tab" if "\t" in text[start:end] else f"{end - start} spaces"
    yield Finding(start, end, f"{what} between words", fix)


def _is_indent(document: Document, start: int, end: int) -> bool:
    """Whether blanks at the start of a line set verse, code, a list or a wrapped paragraph."""
    text = document.text
    line_end = document.line_span(start)[1]
    line = text[end : min(line_end, end + AROUND)]
    if not start and end == 1:
        after = _after_break(text, line_end)
        return text[after : after + 1] in {" ", "\t"}
    if len(line.split()) < PARAGRAPH_WORDS or _expressions()["item"].match(line):
        return True
    if code_line(line) or "  " in line or "\t" in line:
        return True
    for neighbour in (start - 1, _after_break(text, line_end)):
        if 0 <= neighbour < len(text):
            first, last = document.line_span(neighbour)
            if last - first < PARAGRAPH_LENGTH and text[first:last].strip():
                return True
    return False


def _leading(document: Document, start: int, end: int) -> Iterator[Finding]:
    if not document.has_markup and not _is_indent(document, start, end):
        fix = Fix.replace(start, end, safety=Safety.SAFE)
        yield Finding(start, end, "line starts with white space", fix)


def _trailing(document: Document, start: int, end: int) -> Iterator[Finding]:
    text = document.text
    line_start, line_end = document.line_span(start)
    blank = line_start == start
    if document.has_markup and (blank or text[start:line_end] != " "):
        return  # two spaces are a line break, and blank lines may belong to an indented block
    if text[line_start:start] == SIGNATURE:
        return
    if blank:
        around = text[max(0, start - AROUND) : start], text[end : end + AROUND]
        before, after = around[0].rpartition(around[0].rstrip()[-1:] or "\n")[2], around[1]
        newlines = before.count("\n") + after[: len(after) - len(after.lstrip())].count("\n")
        if newlines > FEW_BLANKS + 1 or not before.strip(" \t"):
            return
    fix = Fix.replace(start, end, safety=Safety.SAFE)
    message = "white space on a blank line" if blank else "line ends with white space"
    unsure = _is_open(text, start, end) if blank else _is_apart(text, start)
    yield Finding(start, end, message, None if unsure else fix)


def _is_apart(text: str, at: int) -> bool:
    """Whether a mark that stands apart comes before: what is done about it depends on the blanks."""
    return text[at - 1] in MARKS and text[at - 2 : at - 1].isspace()


def _is_open(text: str, start: int, end: int) -> bool:
    """Whether a sentence may go on over the gap: to close it is another rule's business."""
    before = text[max(0, start - AROUND) : start].rstrip()[-1:]
    after = text[end : end + AROUND].lstrip()[:1]
    return (before.isalpha() or before == ",") and after.islower()


def _blank_lines(document: Document, at: int) -> Iterator[Finding]:
    """The finding on the blank lines after the character at `at`."""
    text = document.text
    gap = _expressions()["gap"].match(text, at + 1)
    if not gap:
        return
    count = gap[0].count("\n") - 1
    newline = "\r\n" if "\r\n" in gap[0] else "\n"
    start = gap.start() + gap[0].index("\n") + 1
    end = gap.start() + gap[0].rindex("\n") + 1
    last = gap.end() == len(text)
    rest = newline if last else 2 * newline
    fix = Fix.replace(gap.start(), end, rest, safety=Safety.SAFE)
    unsure = (
        _is_open(text, start, gap.end())
        or _is_apart(text, gap.start())
        or (last and document.has_markup)
    )
    yield Finding(start, end, f"{count} blank lines", None if unsure else fix)


@rule(
    "TYP010",
    severity=Severity.INFO,
    fix=Safety.SAFE,
    patterns=[
        r"^[ \t]",
        r"[ \t](?=\u00a0{0,4}\r?$)",
        r"(?<=[^\s])(?:[ \t]{2}|\t)",
        r"[^\s][ \t\r]{0,40}\n[ \t\r]{0,40}\n[ \t\r]{0,40}\n[ \t\r]{0,40}\n",
    ],
    bad=[
        "⟦ ⟧The pilot came over the border in August and landed in a field.",
        "The council met on Monday.⟦ \t⟧\nIt closed the bridge.",
        "The old bridge⟦   ⟧over the river was closed on Monday.",
        "The council met on Monday to speak of the bridge.⟦  ⟧It closed it. It went home.",
        "The old bridge was closed⟦\t⟧on Monday for two years.",
        "The council met on Monday.\n⟦\n\n\n\n⟧It closed the bridge.",
        "The council met on Monday.\n⟦  ⟧\nIt closed the bridge.",
        (
            "The council met on Monday.\n\n⟦ ⟧It closed the old bridge over the river for two "
            "years.\n\nIt then went home."
        ),
    ],
    fixed=[
        "The pilot came over the border in August and landed in a field.",
        "The council met on Monday.\nIt closed the bridge.",
        "The old bridge over the river was closed on Monday.",
        "The council met on Monday to speak of the bridge. It closed it. It went home.",
        "The old bridge was closed on Monday for two years.",
        "The council met on Monday.\n\nIt closed the bridge.",
        "The council met on Monday.\n\nIt closed the bridge.",
        (
            "The council met on Monday.\n\nIt closed the old bridge over the river for two "
            "years.\n\nIt then went home."
        ),
    ],
    good=[
        "One sentence.  Another one.  A third one.  The typist was taught to do so.",
        "Apples    2.50   each\nPears     3.00   each\nPlums     1.75   each",
        "name\tage\ttown\nAnna\t31\tLeeds",
        "The wind blew hard\n    and the night was long,\nthe sea was dark\n    and the ship was gone.",
        "Use a loop:\n\n    for name in names:\n        print(name)",
        "Shopping:\n  - milk\n  - bread\n    - rye",
        "Best wishes\n\n-- \nAnna",
        (
            "    It was the first of May when the boat came into the harbour and we all ran\n"
            "down to see who was on board. Nobody was.\n"
            "    The second boat came a week later, when nobody was waiting for it any more,\n"
            "and it brought a letter."
        ),
        "S P A C E D  O U T",
        "One paragraph.\n\n\nAnother one after two blank lines.",
    ],
)
def whitespace_run(document: Document, match: Match) -> Iterator[Finding]:
    """White space stands at an end of a line, is doubled between words, or makes a hole of blank lines.

    Left where tags, pictures and tables were taken out. It does no harm to readers, but it makes
    equal texts differ and costs tokens. Refuses to touch indents of verse, code, lists and
    wrapped paragraphs; columns; the two spaces after a full stop of a typist who always sets
    them; the mark of a mail's signature; in Markdown everything but a single trailing space and
    rows of blank lines. A gap beside a mark, or that a sentence may run over, has no fix.
    """
    text = document.text
    start, end = match.span()
    if document.is_masked(start, end):
        return
    if text[start] not in " \t":
        yield from _blank_lines(document, start)
        return
    run_start, end = _run(text, start)
    if start != run_start:
        return  # its start was proposed too
    ahead = text[end : end + 5].lstrip("\u00a0")
    if not ahead or ahead[0] in "\r\n":
        yield from _trailing(document, start, end)
    elif not start or text[start - 1] == "\n":
        yield from _leading(document, start, end)
    elif not document.has_markup and end < len(text):
        yield from _between(document, start, end)
