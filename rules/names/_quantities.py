"""Numbers with their units, and the ways in which a text writes them."""

import functools
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from textlint.api import compile_regex, load_toml

if TYPE_CHECKING:
    import regex

BLANKS = " \u00a0\u202f"
HOLE = "{}"
LETTER = r"[\p{Latin}\p{Cyrillic}\p{Arabic}\p{Devanagari}\d_]"
"""What would make a unit's name a longer word; the particles of Korean and Japanese do not."""
NUMBER = r"(?P<number>\d(?<![\d.,:].)\d{0,2}(?:[.,\u00a0\u202f ]?\d{1,3}){0,5})"
"""A number with its separators, not the rest of a longer one or of a time."""
ESCAPED = str.maketrans({char: "\\" + char for char in ".$%*()"} | {" ": f"[{BLANKS}]?"})
USUAL = {
    **dict.fromkeys("en ja ko zh th hi he".split(), ","),
    **dict.fromkeys("de es it nl pt tr id el da ro hr sl vi".split(), "."),
    **dict.fromkeys("fr ru uk pl cs sk bg fi sv nb hu".split(), " "),
}
"""The separator of thousands in each language; a single group behind another one may be decimals."""
GROUPS = (
    rf"(?P<number>[1-9](?<!(?:[\w.,:/+-]|[\d#№.][{BLANKS}]).)\d{{0,2}}"
    rf"(?P<separator>[.,{BLANKS}])\d{{3}}(?:(?P=separator)\d{{3}})*)(?![.,:/-]?\w|[{BLANKS}]\d)"
)
"""A number in groups of three, not part of a telephone number, a date or a list of figures."""
SURE = 5
"""Digits from which "10.000" is no decimal fraction: 1.000 is one in scores and measurements."""
THOUSANDS = "thousands"


class Use(msgspec.Struct, frozen=True):
    """A quantity at its place in a text: its form, the place of its number, its scale word.

    `anchor` is a character that a proposal covers if there is one for the use, and only one; else -1.
    """

    start: int
    end: int
    form: str
    number: tuple[int, int]
    anchor: int
    scale: str = ""


@functools.cache
def table() -> dict[str, Any]:
    """The contents of `data/units.toml`."""
    return load_toml(Path(__file__).parent / "data" / "units.toml")


def proposals() -> tuple[str, ...]:
    """Where a rule has to look: units in words, and thousands parted by a point or a blank.

    Of two ways to write one thing, one is always among these.
    """
    found = [rf"\d\.\d{{3}}(?!\d)|\d[{BLANKS}]\d{{3}}(?!\d)"]
    for unit in table()["unit"]:
        templates = {template for words in unit["words"].values() for template in words}
        beside = r"[0-9.\p{L}]" if unit.get("scaled") else "[0-9]"
        found += [_proposal(template, beside) for template in sorted(templates)]
    return tuple(found)


def _proposal(template: str, beside: str) -> str:
    """The unit's word, `beside` it the end of a number or of its scale word."""
    before, after = (part.strip() for part in template.split(HOLE))
    if before:
        return f"{_escape(before)}[{BLANKS}]?[0-9]"
    stop = r"(?!\p{L})" if after[-1].isascii() and after[-1] != "*" else ""
    return f"{beside}[{BLANKS}]?{_escape(after.rstrip('*'))}{stop}"


def _escape(text: str) -> str:
    return text.translate(ESCAPED)


@functools.cache
def _expression(name: str, language: str) -> "regex.Pattern[str]":
    """Finds the uses of a unit; its groups `sign` and `word` tell the form."""
    unit = next(unit for unit in table()["unit"] if unit["name"] == name)
    scales = sorted(table()["scales"].get(language, ()), key=len, reverse=True)
    either = "|".join(_escape(scale) + r"(?![a-zа-яіїєґ])" for scale in scales)
    number = NUMBER
    if unit.get("scaled") and either:
        number += rf"(?:[{BLANKS}]?(?P<scale>{either}))?"
    before, after = [], []
    for form, templates in (("sign", unit["signs"]), ("word", unit["words"][language])):
        if ahead := [_ahead(template) for template in templates if not template.startswith(HOLE)]:
            before.append(f"(?P<{form}>{'|'.join(ahead)})")
        if behind := [_behind(template) for template in templates if template.startswith(HOLE)]:
            after.append(f"(?P<{form}>{'|'.join(behind)})")
    sides = [f"{number}(?:{'|'.join(after)})"] * bool(after)
    sides += [f"(?:{'|'.join(before)}){number}"] * bool(before)
    return compile_regex("|".join(sides))


def _ahead(template: str) -> str:
    """What stands before a number."""
    text = template.removesuffix(HOLE)
    return (r"(?<![\w$€])" if text[0] < "\u0e00" else "") + _escape(text)


def _behind(template: str) -> str:
    """What stands behind a number, to its end."""
    text = template.removeprefix(HOLE)
    ending = r"\p{L}{0,4}" if text.endswith("*") else ""
    stop = rf"(?!{LETTER})" if ending or (text[-1].isalpha() and text[-1] < "\u0e00") else ""
    return _escape(text.rstrip("*")) + ending + stop


def units(text: str, language: str) -> Iterator[tuple[str, list[Use]]]:
    """The units that a text may write in two ways, each with all its uses in order; thousands last."""
    for name, literals in _literals(language):
        if all(any(literal in text for literal in form) for form in literals):
            expression = _expression(name, language)
            yield name, [_use(match) for match in expression.finditer(text)]
    if usual := USUAL.get(language):
        yield THOUSANDS, list(_groups(text, usual))


@functools.cache
def _literals(language: str) -> list[tuple[str, tuple[frozenset[str], ...]]]:
    """The units that a language knows, with what must be in a text that has them as sign and as word."""
    return [
        (unit["name"], tuple(frozenset(map(_literal, form)) for form in (unit["signs"], words)))
        for unit in table()["unit"]
        if (words := unit["words"].get(language))
    ]


def _literal(template: str) -> str:
    """What stands in the text as the template has it."""
    return template.replace(HOLE, "").strip(" *")


def _use(match: "regex.Match[str]") -> Use:
    number = match.span("number")
    scale = "scale" if "scale" in match.re.groupindex and match["scale"] else ""
    if not match["word"]:
        anchor = -1
    elif number[0] > match.start():
        anchor = match.start()
    else:
        anchor = (match.end(scale) if scale else number[1]) - 1
    form = "word" if match["word"] else "sign"
    return Use(*match.span(), form, number, anchor, match[scale] if scale else "")


def _groups(text: str, usual: str) -> Iterator[Use]:
    """Numbers of a thousand and more, by their separator."""
    for match in compile_regex(GROUPS).finditer(text):
        separator = " " if match["separator"] in BLANKS else match["separator"]
        groups = match["number"].split(match["separator"])
        sure = len(groups) > 2 or (groups[-1] == "000" and len(groups[0]) + 3 >= SURE)  # noqa: PLR2004
        if separator == usual or sure:
            anchor = match.start() + len(groups[0]) - 1 if separator != "," else -1
            yield Use(*match.span(), separator, match.span("number"), anchor)
