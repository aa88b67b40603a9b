"""ENC008: line breaks that are none to most tools, and byte order marks inside a text."""

from collections import Counter
from collections.abc import Iterator

from textlint.api import (
    BLANKS,
    Document,
    Edit,
    Expressions,
    Finding,
    Fix,
    Match,
    Safety,
    Severity,
    Span,
    rule,
    with_blanks,
)

NAMES = {
    "\v": "vertical tab (a word processor's line break)",
    "\f": "form feed (a page break)",
    "\x85": "next line U+0085",
    "\u2028": "line separator U+2028",
    "\u2029": "paragraph separator U+2029",
}
BOM = "\ufeff"
MARKS = (*NAMES, BOM)
NEL = "\x85"
ENDS = {"\n": "LF", "\r\n": "CR LF", "\r": "CR", "\n\r": "LF CR"}
"""The names of line ends; the other one there is, is several CR before an LF."""
SHOWN = 10
"""Further places of a file's odd line ends that a finding names."""
EXPRESSIONS = Expressions(
    {
        "end": r"\r{1,4}\n|\n\r(?!\n)|\n|\r",
        "mark": "[\v\f\x85\u2028\u2029]+|\ufeff+",
        "c1": "[\x80-\x84\x86-\x9f]",
    }
)


@rule(
    "ENC008",
    severity=Severity.WARNING,
    fix=Safety.SAFE,
    bad=[
        "The end of one line⟦\u2028⟧and the start of the next.",
        "A heading⟦\u2028⟧The text below it.⟦\u2029⟧The next paragraph.",
        "First slide.⟦\v⟧Second line \u2013 in one box.",
        "The page ends here.\n⟦\f⟧The next one starts.",
        "From a mainframe.⟦\x85⟧Next line.",
        "⟦\ufeff⟧The record starts with a mark ⟦\ufeff⟧and has another⟦\ufeff⟧.",
        "Nous n’en avons pas parlé⟦\x85⟧ Tu sais bien pourquoi",
        "One.⟦\r⟧Two.\nThree.\nFour.\n",
        "One.\nTwo.⟦\r\n⟧Three.\nFour.\n",
        "One.⟦\r\r\n⟧Two.\r\r\nThree.\r\r\n",
        "Caf\xe9 ol\xe9 ⟦\u2028⟧ is open.",
    ],
    fixed=[
        "The end of one line and the start of the next.",
        "A heading\nThe text below it.\nThe next paragraph.",
        "First slide.\nSecond line \u2013 in one box.",
        "The page ends here.\nThe next one starts.",
        "From a mainframe.\nNext line.",
        "The record starts with a mark and has another.",
        "Nous n’en avons pas parlé… Tu sais bien pourquoi",
        "One.\nTwo.\nThree.\nFour.\n",
        "One.\nTwo.\nThree.\nFour.\n",
        "One.\r\nTwo.\r\nThree.\r\n",
        "Caf\xe9 ol\xe9 is open.",
    ],
    good=[
        "Unix lines.\nAll of them.\n",
        "Windows lines.\r\nAll of them.\r\n",
        "A table\tof two\tcolumns.\n",
        "Damage of another kind: â\x9c\x85 and Â\x85 and Ñ\x85Ð¾Ñ\x80Ð¾Ñ\x88Ð¾.",
        "The symbol ␤ and the escape U+2028 are only talked about.",
        "Zero-width\u200bspaces are another rule's business.",
    ],
)
def line_separator_or_bom(document: Document) -> Iterator[Finding]:
    """A line break that most tools take for none, line ends of mixed kinds, or a byte order mark.

    U+2028, U+2029, U+0085, vertical tabs and form feeds come out of word processors, slides, PDF
    and mainframes; programs disagree on whether they end a line, and without them words are glued.
    They become the file's own line break, inside a sentence a space, beside a line break nothing;
    U+0085 where a sentence goes on is the “…” of Windows-1252. Before a lower-case letter a
    vertical tab or form feed may also stand for the ff or fi of a TeX font: that repair is unsafe.

    Line ends are a property of the whole text: mixed ones are one finding, at the first that
    differs from the most frequent kind, and its fix makes all alike. CR LF throughout is fine.
    A byte order mark belongs at the start of a file, and is kept there; anywhere else it is an
    invisible character that breaks searches. U+0085 in mojibake is left to ENC002.
    """
    text = document.text
    newline = "\n"
    if "\r" in text:
        ends = text.count("\r\n"), text.count("\r"), text.count("\n")
        newline = "\r\n" if 2 * ends[0] > ends[2] else "\n"
        if len(set(ends)) > 1:
            yield from _mixed(document, newline)
    if any(map(text.__contains__, MARKS)):
        for match in EXPRESSIONS["mark"].finditer(text):
            yield from _mark(document, match, newline)


def _mixed(document: Document, newline: str) -> Iterator[Finding]:
    """One finding for all line ends that are not `newline`."""
    counts: Counter[str] = Counter()
    odd: list[Match] = []
    for match in EXPRESSIONS["end"].finditer(document.text):
        counts[ENDS.get(match[0], "CR CR LF")] += 1
        if match[0] != newline:
            odd.append(match)
    first = next((m for m in odd if not document.is_masked(*m.span())), odd[0])
    edits = tuple(Edit(*match.span(), newline) for match in odd)
    kinds = ", ".join(f"{count} {kind}" for kind, count in counts.most_common())
    message = f"line ends of mixed kinds: {kinds}" if len(counts) > 1 else f"line ends: {kinds}"
    related = tuple(Span(*match.span()) for match in odd if match is not first)[:SHOWN]
    yield Finding(*first.span(), message, Fix(edits, Safety.SAFE), related)


def _mark(document: Document, match: Match, newline: str) -> Iterator[Finding]:
    """The finding on a run of separators or byte order marks, if it is one."""
    text, (start, end) = document.text, match.span()
    if match[0][0] == BOM:
        place = "at the start of" if start == 0 else "inside"
        message = f"byte order mark U+FEFF {place} the text"
        yield Finding(start, end, message, Fix((_dropped(text, start, end),), Safety.SAFE))
        return
    if match[0] == NEL:
        if _is_mojibake(text, start):
            return
        if _is_ellipsis(document, start):
            fix = Fix.replace(start, end, "…", safety=Safety.SAFE)
            yield Finding(start, end, "control character U+0085: the “…” of Windows-1252", fix)
            return
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    glued = before.islower() or (before in BLANKS and "\f" in match[0])
    ligature = glued and after.islower() and set(match[0]) <= {"\v", "\f", NEL}
    safety = Safety.UNSAFE if ligature else Safety.SAFE
    fix = Fix((_broken(text, start, end, newline),), safety)
    yield Finding(start, end, f"{NAMES[match[0][0]]} in the text", fix)


def _broken(text: str, start: int, end: int, newline: str) -> Edit:
    """Put a line break, a space or nothing in the place of [start, end)."""
    first, last = with_blanks(text, start, end)
    before, after = text[first - 1 : first], text[last : last + 1]
    if not before or before == "\n":
        return Edit(start, end) if start > first else Edit(start, last)
    if not after or after in "\r\n":
        # A last line that only the separator ended keeps its end.
        return Edit(first, last, "" if after else newline)
    runs_on = (before.isalpha() and not before.isupper()) or before == ","
    if runs_on and after.islower() and "\u2029" not in text[start:end]:
        return Edit(first, last, " ")
    return Edit(first, last, newline)


def _dropped(text: str, start: int, end: int) -> Edit:
    """Delete [start, end), with blanks that would be too many."""
    first, last = with_blanks(text, start, end)
    if first == 0 or text[first - 1] == "\n":
        blank = text.startswith("\n\n", last) or text.endswith("\n\n", 0, first)
        if text[last : last + 1] == "\n" and (blank or first == 0):
            return Edit(first, last + 1)
        return Edit(start, last if start == first else end)
    if last == len(text) or text[last] in "\r\n":
        return Edit(first, end)
    return Edit(start, last if first < start else end)


def _is_mojibake(text: str, at: int) -> bool:
    """Whether a U+0085 is one byte of a UTF-8 sequence that was read in a one-byte encoding."""
    for back in (1, 2, 3):
        lead = ord(text[at - back]) if at >= back else 0
        length = 2 if 0xC2 <= lead < 0xE0 else 3 if 0xE0 <= lead < 0xF0 else 4  # noqa: PLR2004
        if not 0xC2 <= lead < 0xF5 or length <= back:  # noqa: PLR2004
            continue
        rest = text[at - back + 1 : at - back + length]
        if len(rest) == length - 1 and all("\x80" <= char <= "\xbf" for char in rest):
            return True
    # Greek and Thai letters stand for the lead bytes of other one-byte encodings.
    return EXPRESSIONS["c1"].match(text, max(0, at - 1)) is not None and any(
        "\u0370" <= char <= "\u0fff" for char in text[max(0, at - 3) : at]
    )


def _has_c1(document: Document) -> bool:
    """Whether other characters of Windows-1252 stand in the text as control characters: a fact."""
    return EXPRESSIONS["c1"].search(document.text) is not None


def _is_ellipsis(document: Document, at: int) -> bool:
    """Whether a U+0085 stands where a sentence has an ellipsis, not where a line ends."""
    text = document.text
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    return document.fact(_has_c1) or (before.isalnum() and after == " ")
