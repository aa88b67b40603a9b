"""Fields of the scraper's record that leaked into the head of the text."""

import functools
import re
from collections.abc import Iterator

from textlint.api import (
    BLANKS,
    Document,
    Example,
    Expressions,
    Finding,
    Fix,
    Safety,
    Severity,
    Span,
    compile_re,
    delete_span,
    fold,
    inked,
    rule,
)

from ._sentence import lexicon

HEAD = 2_000
"""Code points of the start of a text that are looked at."""
FIRST = 2
"""Lines that hold more than white space among which the first field must stand."""
MOST = 12
"""Fields that are reported at most: a record's head has no more."""
NAME_WORDS = 6
LIST_WORDS = 5
"""Words that a name, and an item of a list, have at most."""
TITLE_WORDS = 25
AMBIGUOUS = frozenset(("data",))
"""Names of a date in one language that are words in another: they need a colon."""
COMMAS = str.maketrans("、，|", ",,,")
KINDS = ("date", "published", "link", "list", "name")
LONGEST = 40
"""Code points of a line that may hold a field's name."""
KEY_ENDS = BLANKS | frozenset(":：=")


@functools.cache
def _expressions() -> Expressions:
    """The expressions of this rule, made from the lexicon at their first use."""
    import regex

    data = lexicon("metadata")

    def either(name: str) -> str:
        return "|".join(regex.escape(word) for word in sorted(data[name], key=len, reverse=True))

    noon = "at|um|a las|à|alle|오전|오후|上午|下午|午前|午後"
    clock = rf"(?:[T,\s]*(?:{noon})?\s*\d{{1,2}}[:.h]\d{{2}}(?::\d{{2}})?(?:\.\d+)?)"
    zone = (
        r"(?:\s*(?:(?-i:[AaPp]\.?[Mm]\.?|Z|[A-Z]{3,4})|[+-]\d{2}:?\d{2}|Uhr|uur)(?!\w)|\s*[гр]\.)"
    )
    iso = r"\d{4}\s?[-./年년]\s?\d{1,2}\s?[-./月월]\s?\d{1,2}[日일.]?"
    numeric = rf"{iso}|\d{{1,2}}[./-]\d{{1,2}}[./-](?:19|20)?\d{{2}}"
    month = rf"(?:{either('months')})\p{{L}}*[.,]?"
    day = r"\d{1,2}(?:st|nd|rd|th|er|º|\.)?"
    of = r"\s+(?:de\s+|of\s+)?"
    spelt = rf"{month}\s+{day},?\s+\d{{4}}|{day}{of}{month},?{of}\d{{4}}"
    vietnamese = r"\d{1,2}\s+tháng\s+\d{1,2},?\s+(?:năm\s+)?\d{4}"
    week = r"(?:\p{L}{2,12}[,.]\s*)?"
    sources = {
        "numeric": rf"{week}(?:{numeric})(?!\d){clock}?{zone}{{0,2}}",
        "spelt": rf"{week}(?:{spelt}|{vietnamese})(?!\d){clock}?{zone}{{0,2}}",
        "link": r"(?:https?://|www\.)\S+",
        "by": r"(?:by|von|par|por|di|da|door|przez|от|від)\s+\S+(?:\s\S+){0,2}",
        "sentence": r"[.!?。！？]$",
        "colon": r"[^\S\n]*[:：=][^\S\n]*",
        "gap": r"[^\S\n]+",
    }
    return Expressions(sources, regex.IGNORECASE)


@functools.cache
def _keys() -> dict[str, str]:
    """The kind that each field's name stands for."""
    data = lexicon("metadata")
    return {name: kind for kind in KINDS for name in data[kind]}


@functools.cache
def _sizes() -> list[int]:
    """The lengths of names, falling."""
    return sorted({len(name) for name in _keys()}, reverse=True)


@functools.cache
def _first_words() -> frozenset[str]:
    """What the names of fields start with, up to a blank or a sign."""
    return frozenset(_end().split(name, maxsplit=1)[0] for name in _keys())


@functools.cache
def _end() -> re.Pattern[str]:
    return compile_re(f"[{re.escape(''.join(sorted(KEY_ENDS)))}]")


@functools.cache
def _starts() -> frozenset[str]:
    """The first two letters of the names of fields."""
    return frozenset(name[:2] for name in _keys())


def _may_begin(folded: str) -> bool:
    """Whether a folded line may start with a field's name."""
    if folded[:2] not in _starts():
        return False
    return _end().split(folded[:LONGEST], maxsplit=1)[0] in _first_words()


def _key(line: str) -> str | None:
    """The longest field's name, folded, that a line starts with."""
    start, names = fold(line[:LONGEST]), _keys()
    if not _may_begin(start):
        return None
    for size in _sizes():
        if (line[size : size + 1] or "x") in KEY_ENDS and (name := start[:size]) in names:
            return name
    return None


def _field(line: str) -> int:
    """How many code points of a line are a record's field; 0 if it starts with none."""
    find = _expressions()
    key = _key(line)
    if key is None:
        return 0
    colon = find["colon"].match(line, len(key))
    gap = colon or find["gap"].match(line, len(key))
    if not gap or gap.end() == len(line):
        return 0
    kind, value = _keys()[key], line[gap.end() :]
    if kind in {"date", "published"}:
        runs_on = kind == "date" and (bool(colon) or key not in AMBIGUOUS)
        return _date(line, gap.end(), runs_on=runs_on, colon=bool(colon))
    if kind == "link":
        return len(line) if find["link"].fullmatch(value) else 0
    machine = line[0].islower() and not colon
    if kind == "list":
        return len(line) if _is_list(value, colon=bool(colon), machine=machine) else 0
    return len(line) if colon and _is_name(key, value) else 0


def _date(line: str, at: int, *, runs_on: bool, colon: bool) -> int:
    """How far a date that starts at `at` goes, with the blanks after it; 0 if none is there.

    In numbers it may run on into the text, spelt out only after a colon: a sentence can start with
    it.
    """
    find = _expressions()
    for form in ("numeric", "spelt"):
        if match := find[form].match(line, at):
            rest = line[match.end() :]
            more = rest.strip(" \t|·•-–—,;")
            if not more or find["by"].fullmatch(more) or _field(more) == len(more):
                return len(line)
            blank = len(rest) - len(rest.lstrip())
            if runs_on and blank and (form == "numeric" or colon):
                return match.end() + blank
    return 0


def _is_list(value: str, *, colon: bool, machine: bool) -> bool:
    """Whether a value is a list of tags: short items between commas, no sentence."""
    if _expressions()["sentence"].search(value):
        return False
    items = list(value.replace("、", ",").replace("，", ",").replace("|", ",").split(","))
    short = all(0 < len(item.split()) <= LIST_WORDS for item in items)
    return short and (colon or (machine and len(items) > 2))  # noqa: PLR2004


def _is_name(key: str, value: str) -> bool:
    """Whether a value is a name, or a title's text after a title's key."""
    words = value.split()
    if key in {"by", "author", "authors", "language", "publisher", "byline"}:
        return (
            len(words) <= NAME_WORDS
            and not value[0].islower()
            and not _expressions()["sentence"].search(value)
        )
    return len(words) <= TITLE_WORDS and not value.endswith((".", "。", ","))


def published() -> tuple[str, ...]:
    """The names of the fields that say when a text was published or changed."""
    return tuple(lexicon("metadata")["published"])


def timestamp(line: str) -> str | None:
    """The name, folded, of the field that a line fills that says when it was published or changed."""
    key = _key(line)
    if key is None or _keys()[key] != "published" or _field(line) != len(line):
        return None
    return key


def fields(document: Document) -> list[Span]:
    """The fields of a record at the head of the text: a fact."""
    if not any(_may_begin(fold(line[:LONGEST])) for line in document.fact(inked)[:FIRST]):
        return []
    text, at, number = document.text[:HEAD], 0, 0
    found: list[Span] = []
    while at < len(text):
        end = text.find("\n", at)
        raw = text[at : end if end >= 0 else len(text)]
        start, line = at + len(raw) - len(raw.lstrip()), raw.strip()
        at += len(raw) + 1
        if not line:
            continue
        number += 1
        length = _field(line)
        if not length and (found or number >= FIRST):
            break
        if length:
            found.append(Span(start, start + length))
        if len(found) >= MOST:
            break
    return found


@rule(
    "STR007",
    severity=Severity.ERROR,
    fix=Safety.UNSAFE,
    bad=[
        " ⟦date 2023-09-05 ⟧In a daring operation a pilot crossed the border.",
        "⟦Published: 5 September 2023, 10:30⟧\n\nThe pilot crossed the border.",
        "A headline\n⟦Datum: 05.09.2023⟧\n⟦Autor: Jana Muster⟧\nDer Pilot überquerte die Grenze.",
        "⟦url: https://example.com/a?b=1⟧\n⟦tags: war, pilots, law⟧\nThe pilot crossed the border.",
        Example("⟦Дата публикации: 5 сентября 2023⟧\nЛётчик пересёк границу.", "ru"),
        Example("⟦날짜: 2023년 9월 5일⟧\n조종사가 국경을 넘었다.", "ko"),
        "⟦Published Sept. 5, 2023, 10:30 AM EST | Updated Sept. 6, 2023⟧\n\nThe pilot crossed.",
        "⟦Title: A pilot crosses the border⟧\n⟦Author: Jane Doe⟧\n\nThe pilot crossed the border.",
    ],
    fixed=[
        "In a daring operation a pilot crossed the border.",
        "The pilot crossed the border.",
        "A headline\nDer Pilot überquerte die Grenze.",
        "The pilot crossed the border.",
        "Лётчик пересёк границу.",
        "조종사가 국경을 넘었다.",
        "The pilot crossed.",
        "The pilot crossed the border.",
    ],
    good=[
        "Date palms grow in the oasis.",
        "Data 2023-09-05 shows a growth of 4 percent.",
        "By: the way, nobody knows.",
        "By the way, nobody asked the author.",
        "Author of three novels, she lives in Leeds.",
        "Published in 1998, the book was a success.",
        "Published 5 September 2023 by a small press, the book was a success.",
        "Updated rules were sent to all schools on 5 May.",
        "Data: 40 percent of users said so.",
        "Tags are small pieces of cloth, paper, or plastic",
        "Source: the mayor’s office, as told to this paper.",
        "One.\nTwo.\nThree.\nDate: 2023-09-05",
        "By Jane Doe\n\nThe byline of an article is another rule's business.",
        "Title fights are decided in the last round.",
        "May 5, 2023 was a sunny day.",
    ],
)
def leading_metadata(document: Document) -> Iterator[Finding]:
    """The text starts with a field of the record that it was scraped into.

    A field's name (date, published, url, tags, author … in some twenty languages) with a value of
    its kind: a full date, an address, a list of tags, after a colon a name or title. The first one
    must stand among the first two lines, others may follow at once. A date in numbers may run on
    into the text; all other fields have a line for themselves. Bylines and datelines stay silent
    here.
    """
    for start, end in document.fact(fields):
        fix = Fix((delete_span(document.text, start, end),))
        yield Finding(start, end, "record's field in the text: move it to the metadata", fix)
