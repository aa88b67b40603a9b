"""ENC004: characters that a decoder gave up on."""

from bisect import bisect_left
from collections.abc import Iterator

from textlint.api import Document, Finding, Fix, Match, Safety, Severity, compile_regex, rule

REPLACEMENT = "\ufffd"
MISREAD = "ï¿½|ï¿œ|Ã¯Â¿Â½|ÔøΩ|пїЅ|пњљ|я┐╜|О©╫|οΏ½|ďż˝|๏ฟฝ|∩┐╜"
"""What the three bytes of U+FFFD in UTF-8 become when they are read as Windows-1252, ISO 8859-15,
twice as Windows-1252, as MacRoman, Windows-1251, MacCyrillic, CP866, KOI8-R, Windows-1253, -1250, -874
and CP437. What East Asian encodings make of them is ENC003's."""
RUN = rf"(?:{REPLACEMENT}|{MISREAD}){{1,200}}"
BINARY_RUN = 3
"""Replacement characters in a row from which no letter was lost but the encoding: UTF-8 has no
character longer than four bytes, and decoders put one mark for each or for two."""
CROWD = 6
"""Runs on one line from which only the first is reported, with their number: no reader repairs
them one by one."""
DUMP = 100
"""Replacement characters in a text ..."""
DUMP_SHARE = 0.02
"""... and their share of it from which the text is binary data or read in a wrong encoding as a
whole: one finding says so. Of a prose text with its accents lost, German has 2 %, French 4 %, so
such a text is one finding if it is long, and one a place if it is short."""
NEAR = 80
"""Code points around a mark in which a text that is about it says so."""
ABOUT = r"(?i)fffd|replacement char|ef\W?bf\W?bd|65533"
ENCLOSED = frozenset(("()", "“”", "‘’", '""', "''", "«»", "„“", "[]", "「」", "``", "<>"))


@rule(
    "ENC004",
    severity=Severity.ERROR,
    patterns=[RUN],
    fix=Safety.SAFE,
    yields=("ENC002",),
    bad=[
        "Herr K⟦\ufffd⟧nig kam sp⟦\ufffd⟧t.",
        "The caf⟦ï¿½⟧ was closed; it said so on the door.",
        "Twice wrong: na⟦Ã¯Â¿Â½⟧ve, and a third time: na⟦ï¿œ⟧ve.",
        "Он жил в г⟦пїЅпїЅ⟧оде у реки.",
        "It rained for days ⟦\ufffd⟧ nobody minded.",
        "PK ⟦\ufffd\ufffd\ufffd\ufffd⟧ z\ufffd 8\ufffd\ufffd k\ufffd\ufffdQ \ufffd- x\ufffd o\ufffdp",
    ],
    fixed=[
        "Herr K\ufffdnig kam sp\ufffdt.",
        "The caf\ufffd was closed; it said so on the door.",
        "Twice wrong: na\ufffdve, and a third time: na\ufffdve.",
        "Он жил в г\ufffd\ufffdоде у реки.",
        "It rained for days \ufffd nobody minded.",
        "PK \ufffd\ufffd\ufffd\ufffd z\ufffd 8\ufffd\ufffd k\ufffd\ufffdQ \ufffd- x\ufffd o\ufffdp",
    ],
    good=[
        "The replacement character \ufffd stands for what could not be decoded.",
        "Decoders write U+FFFD (\ufffd) for each bad byte.",
        "A black diamond with a question mark, “\ufffd”, is all that is left of the letter.",
        "The three bytes EF BF BD look like ï¿½ to an old browser.",
        "König, naïve, café: nothing was lost.",
        "A lozenge ◊ or a diamond ◆ in a list.",
    ],
    known_failures=["He drew “⟦\ufffd⟧” on the wall: a lost letter alone in quotation marks."],
)
def replacement_char(document: Document, match: Match) -> Iterator[Finding]:
    """The replacement character U+FFFD stands where a character was lost.

    A decoder met bytes that its encoding does not have, and wrote U+FFFD for them; or it did so once,
    and the mark's own bytes were misread later (ï¿½). What stood there is in the source only, so no
    fix brings it back; a misread mark becomes U+FFFD again, by which other tools know the loss. A
    run is one finding. Three in a row are no lost letter but binary data or a text read in a wrong
    encoding. A line of six runs or more is one finding, at the first, with their number; so is a
    whole text of which 2 % is lost, with 100 marks or more, for no one repairs those one by one.

    Silent where the text is about the character: it is named within 80 characters, or the mark stands
    alone between quotation marks or brackets.
    """
    text, (start, end) = document.text, match.span()
    if _is_shown(text, start, end):
        return
    if total := document.fact(dumped):
        if text.find(REPLACEMENT) == start:
            message = f"binary data or wrong encoding: {total} replacement characters in the text"
            yield Finding(start, end, message)
        return
    found = document.fact(runs)
    line_start, line_end = document.line_span(start)
    first = bisect_left(found, line_start)
    if (count := bisect_left(found, line_end) - first) >= CROWD:
        if found[first] == start:
            message = f"binary data or wrong encoding: {count} runs of replacement characters"
            yield Finding(start, end, message)
        return
    count = match[0].count(REPLACEMENT) or len(compile_regex(MISREAD).findall(match[0]))
    if count >= BINARY_RUN:
        yield Finding(start, end, f"{count} replacement characters: binary data or wrong encoding")
    else:
        named = "" if REPLACEMENT in match[0] else f" (U+FFFD misread as “{match[0][:6]}”)"
        message = f"replacement character: what stood here is lost{named}"
        mark = compile_regex(MISREAD).sub(REPLACEMENT, match[0])
        fix = Fix.replace(start, end, mark, safety=Safety.SAFE) if named else None
        yield Finding(start, end, message, fix)


def dumped(document: Document) -> int:
    """How many replacement characters the text holds if they are a dump's, else 0: a fact."""
    total = document.text.count(REPLACEMENT)
    return total if total >= DUMP and total >= DUMP_SHARE * len(document.text) else 0


def runs(document: Document) -> list[int]:
    """Where the runs start, in code points: a fact."""
    return [match.start() for match in compile_regex(RUN).finditer(document.text)]


def _is_shown(text: str, start: int, end: int) -> bool:
    """Whether the mark is what the text is about."""
    if start > 0 and text[start - 1] + text[end : end + 1] in ENCLOSED:
        return True
    about = compile_regex(ABOUT)
    return bool(about.search(text, max(0, start - NEAR), end + NEAR))
