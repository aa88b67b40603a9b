"""CHR004: control characters, terminal codes, and punctuation that became one of them."""

import functools
from collections.abc import Iterator, Sequence

import msgspec

from textlint.api import Document, Example, Expressions, Finding, Fix, Match, Safety, Severity, rule

from ._controls import (
    Repair,
    decode_c1,
    dropped,
    is_mojibake,
    overstruck,
    repair_c0,
)

ANSI = (
    r"(?:\x1b\[[0-?]{0,20}[ -/]{0,2}[@-~]|\x1b\][^\x07\x1b\n]{0,200}(?:\x07|\x1b\\)"
    r"|\x1b[()*+][0-9A-Z]|\x1b[0-9=>DEHMNOZc])+"
)
"""Control sequences of terminals (ECMA-48): colours, cursor moves, titles, character sets."""
ANSI8 = r"(?<![\x80-\xff])\x9b[0-9;]{1,12}[A-HJKm]"
"""The same with the one-byte introducer, which is a byte of many letters in UTF-8."""
FIELD = (
    r"\x13\s{0,4}(?:HYPERLINK|INCLUDEPICTURE|MERGEFIELD|PAGEREF|REF|TOC|SEQ|EMBED|FORM[A-Z]{1,12})"
    r"\b[^\x13-\x15\n]{0,400}\x14"
)
"""The code of a word processor's field, hidden from its reader, before the text that it shows."""
STRUCK = r"(?:[^\s\x00-\x1f\x7f](?:\x08[^\s\x00-\x1f\x7f]){1,4})+"
C0 = r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]+|\x1b"
C1 = r"[\x80-\x84\x86-\x9f]+"
MANY = 12
"""Control characters on a line above which they are one finding: a program's output, no text."""
BINARY = 0.1
"""Share of C0 characters other than NUL in a text that is none: 0 in edited text, and 20 % in
compressed data."""
BINARY_LEAST = 100


@functools.cache
def _expressions() -> Expressions:
    """The expression of the rule, in the order in which its parts are tried."""
    named = {"ansi": ANSI, "ansi8": ANSI8, "field": FIELD, "struck": STRUCK, "c0": C0, "c1": C1}
    return Expressions({"any": "|".join(f"(?P<{name}>{part})" for name, part in named.items())})


class Group(msgspec.Struct, frozen=True):
    """Controls that are reported together: the one that does so, all of them, and how many they are."""

    matches: list[Match]
    binary: bool = False


def _read(text: str, candidates: Sequence[Match]) -> Iterator[Match]:
    """The matches of the whole expression: each begins in a match of one of its parts."""
    expression, done = _expressions()["any"], 0
    for candidate in candidates:
        at = max(done, candidate.start())
        while at < candidate.end():
            if match := expression.match(text, at):
                yield match
                at = done = match.end()
            else:
                at += 1


def _groups(document: Document, candidates: Sequence[Match]) -> list[Group]:
    """What is reported: each match for itself; those of a line together if there are too many.

    All of them are one if the text is binary.
    """
    text = document.text
    matches = list(_read(text, candidates))
    low = sum(len(m[0]) for m in matches if m.lastgroup == "c0") - text.count("\0")
    if low >= BINARY_LEAST and low > BINARY * len(text):
        return [Group(matches, binary=True)]
    by_line: dict[int, list[Match]] = {}
    line_end, start = -1, 0
    for match in matches:
        if match.lastgroup == "c1":
            continue
        if match.start() > line_end:
            start = match.start()
            line_end = text.find("\n", start)
            line_end = len(text) if line_end < 0 else line_end
        by_line.setdefault(start, []).append(match)
    groups = {m.start(): Group([m]) for m in matches}
    for first, several in by_line.items():
        if len(several) > MANY:
            for match in several:
                del groups[match.start()]
            groups[first] = Group(several)
    return list(groups.values())


@rule(
    "CHR004",
    severity=Severity.ERROR,
    fix=Safety.SAFE,
    patterns=[ANSI, ANSI8, FIELD, STRUCK, C0, C1],
    together=True,
    bad=[
        "⟦\x1b[31m⟧Error⟦\x1b[0m⟧: the file is missing.",
        "⟦N\x08NA\x08AM\x08ME\x08E⟧ and ⟦_\x08f_\x08i_\x08l_\x08e⟧",
        "The printer⟦\x07⟧ rings, a stray ⟦\x08⟧ key is typed⟦\x7f⟧.",
        "We don⟦\x92⟧t know what he said: ⟦\x93⟧Hello there.⟦\x94⟧ That was all.",
        "A break ⟦\x96⟧ or ⟦\x97⟧ in 1990⟦\x96⟧95, for 50 ⟦\x80⟧ each:\n⟦\x95⟧ one\n⟦\x95⟧ two",
        Example("⟦\x84⟧Auf Wiedersehen⟦\x93⟧, sagte der K⟦\x94⟧nig.", "de"),
        Example("Dos heridos en un hundimiento tur⟦\x92⟧stico.", "es"),
        "Он читал ⟦\x93⟧Войну⟦\x94⟧ ⟦\x97⟧ весь год.",
        "They didn⟦\x19⟧t say ⟦\x1c⟧yes⟦\x1d⟧ at once.",
        'See ⟦\x13 HYPERLINK "http://example.org" \x14⟧our page⟦\x15⟧ for more.',
        "Its co⟦\x1f⟧operation is a well⟦\x1e⟧known fact.",
        "The letter caf⟦\x1a⟧ was lost.",
    ],
    fixed=[
        "Error: the file is missing.",
        "NAME and file",
        "The printer rings, a stray key is typed.",
        "We don’t know what he said: “Hello there.” That was all.",
        "A break – or — in 1990–95, for 50 € each:\n• one\n• two",
        "„Auf Wiedersehen“, sagte der König.",
        "Dos heridos en un hundimiento turístico.",
        "Он читал “Войну” — весь год.",
        "They didn’t say “yes” at once.",
        "See our page for more.",
        "Its cooperation is a well-known fact.",
        "The letter caf\x1a was lost.",
    ],
    good=[
        "Tabs\tand lines\r\nare no controls in this sense.\n",
        "Mojibake is another matter: itâ\x80\x99s, Ã\x81frica, Ð\x9dÐµÑ\x82, ðŸ\x98\x80.",
        "Greek and Thai bytes: canβ\x80\x99t, ๐\x9f\x94ฅ",
        "A next line\x85is one more line break.",
        "The escape ␛[31m, ^[[31m or \\x1b[31m is only talked about.",
        "A soft hyphen\xad and a zero-width\u200bspace are invisible, but no controls.",
    ],
    known_failures=["\x1b[31mError⟦[0m⟧: a code that lost its first character."],
)
def control_char(document: Document, candidates: list[Match]) -> Iterator[Finding]:
    """A control character: an invisible code for a terminal or printer, or a punctuation mark read wrong.

    Terminal codes (colours), overstruck letters of manual pages and stray C0 codes are taken out.
    U+0080 to U+009F are the curly quotes, dashes and letters of Windows-1252 in a page that claimed
    Latin-1; they become these again. That is safe for a quote, dash, bullet or euro sign in a place
    that asks for it (an apostrophe before s or t, a closing quote after an opening one), and
    unsafe elsewhere: between two letters the byte may come from Mac or DOS, so that a letter of the
    document's own language goes first, and without one there is no fix. The same holds for U+0013
    to U+001D, quotes and dashes that lost their upper byte.

    Refuses to touch a control that is part of mojibake (ENC002), that stands for a lost letter
    (U+001A), or that may be a ligature of a PDF's font. More than 12 on a line are one finding, and
    so is binary data, a tenth of which are controls.
    """
    for group in _groups(document, candidates):
        yield from _reported(document, group)


def _reported(document: Document, group: Group) -> Iterator[Finding]:
    """The finding of a group, if it is one."""
    first = group.matches[0]
    if group.binary:
        number = sum(len(m[0]) for m in group.matches)
        yield Finding(*first.span(), f"binary data: {number} control characters in the text")
        return
    if len(group.matches) == 1:
        repair = _repair(document, first)
        if repair:
            fix = Fix((repair.edit,), repair.safety) if repair.edit else None
            yield Finding(*first.span(), repair.message, fix)
        return
    repairs = [found for found in (_repair(document, m) for m in group.matches) if found]
    edits = [r.edit for r in repairs if r.edit]
    safe = all(r.safety is Safety.SAFE for r in repairs if r.edit)
    merged = tuple(e for i, e in enumerate(edits) if not i or edits[i - 1].end <= e.start)
    fix = Fix(merged, Safety.SAFE if safe else Safety.UNSAFE) if merged else None
    message = f"{len(group.matches)} control characters on a line"
    yield Finding(first.start(), group.matches[-1].end(), message, fix)


def _repair(document: Document, match: Match) -> Repair | None:
    """What is wrong with one match, and its repair; None where it is another rule's."""
    text, (start, end) = document.text, match.span()
    kind = match.lastgroup
    if kind == "ansi8" and is_mojibake(text, start):
        return None
    if kind in {"ansi", "ansi8"}:
        return Repair("terminal control sequence", dropped(text, start, end), Safety.SAFE)
    if kind == "field":
        message = "code of a word processor's field"
        return Repair(message, dropped(text, start, end), Safety.UNSAFE)
    if kind == "struck":
        return overstruck(text, start, end)
    if kind == "c0":
        return repair_c0(text, start, end)
    if any(is_mojibake(text, at) for at in range(start, min(end, start + 8))):
        return None
    return decode_c1(document, start, end)
