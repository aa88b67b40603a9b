"""Which encoding a text was read in by mistake, and which of its characters are damage."""

import functools
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

import msgspec

from textlint.api import load_toml, script_of

from . import _evidence
from ._codecs import NAMES, Codec, codec
from ._evidence import CLOSERS, PERHAPS, SURELY, Unit, is_tiled, solo
from ._remnants import broken, spaces
from ._sequences import islands, sequences

LETTERS = Path(__file__).parent / "letters/latin.toml"
DEFAULT = "cp1252"
"""What every browser takes a page for that names no encoding: no rarer one contests it by a tie."""
FLIP = 4
"""Code points of damage that a capital within a word weighs against an encoding."""
ARROWS = re.compile("[\u2900-\u297f]")
"""Signs of mathematics: what `â€ ` and `â€œ`, marks of Windows-1252, make in ISO 8859-15."""
BEFORE_ESZETT = frozenset("aeiouäöüyAEIOUÄÖÜ")
ENOUGH = 0.8
"""Share of the most that could be UTF-8 in any encoding from which an encoding is likely."""
QUOTES = frozenset("“”«»„‘’‚…–—²³¹№")
"""Marks that may follow a word, or one another."""
WITNESSES = 3
"""Sure places from which the rest of a text can be believed to be damaged in the same way."""
LETTER = re.compile(r"[^\W\x00-\x7f]+")


class Choice(msgspec.Struct, frozen=True):
    """An encoding, the places of the text to decode from it, and those where another fits as well."""

    codec: Codec
    units: list[Unit]
    unsure: list[Unit]


def best(text: str, language: str | None) -> Choice | None:
    """The encoding that most of the text's damage is in, with the places to decode.

    Those in which most of the text could be UTF-8 are judged first, the others if none of them is it.
    """
    tables = [codec(name) for name in NAMES]
    beyond = islands(text)
    sizes = [_covered(beyond, table) for table in tables]
    enough = ENOUGH * max(sizes)
    if not enough:
        return _best_of(text, tables[:1], language)
    likely = [table for table, size in zip(tables, sizes, strict=True) if size >= enough]
    others = [table for table, size in zip(tables, sizes, strict=True) if size < enough]
    return _best_of(text, likely, language) or _best_of(text, others, language)


def _covered(text: str, table: Codec) -> int:
    """How many characters stand in complete sequences of an encoding."""
    return sum(end - start for start, end in sequences(text, table.byte_of))


def _best_of(text: str, tables: Sequence[Codec], language: str | None) -> Choice | None:
    most, fitting = 0, list[tuple[Codec, list[Unit]]]()
    for table in tables:
        found = accepted(text, table)
        if not found:
            continue
        score = sum(unit.end - unit.start for unit in found)
        score += _in_one_language(found, language) - _misfits(text, found)
        if not fitting or score > most:
            most, fitting = score, []
        if score == most:
            fitting.append((table, found))
    if not fitting:
        return None
    (table, first), *equals = fitting
    if table.name == DEFAULT:
        return Choice(table, first, [])
    return Choice(table, first, _contested(first, [units for _, units in equals]))


def _contested(chosen: Sequence[Unit], equals: Sequence[Sequence[Unit]]) -> list[Unit]:
    """The units that an encoding which fits as well reads in another way, or not at all."""
    others = [{(unit.start, unit.end): unit.char for unit in units} for units in equals]
    return [
        unit
        for unit in chosen
        if any(read.get((unit.start, unit.end)) != unit.char for read in others)
    ]


def _misfits(text: str, units: Sequence[Unit]) -> int:
    """What speaks against what an encoding gives: capitals within words, `ß` after no vowel, odd arrows."""
    misfits, last, end = 0, "", -1
    for unit, following in zip(units, [*units[1:], None], strict=True):
        before = last if unit.start == end else text[unit.start - 1 : unit.start]
        joined = following is not None and following.start == unit.end
        after = following.char if following and joined else text[unit.end : unit.end + 1]
        if unit.char.isupper():
            inside = before.islower() and not joined
            misfits += FLIP * inside + (not before.isalpha() and not after.isalpha())
        elif ARROWS.match(unit.char):
            misfits += FLIP
        elif unit.char == "ß":
            misfits += FLIP * (before not in BEFORE_ESZETT)
        elif unit.char.islower():
            misfits += FLIP * (after.isupper() and not before.islower())
        last, end = unit.char, unit.end
    return misfits


@functools.cache
def _letters() -> dict[str, frozenset[str]]:
    """The letters beyond a to z of each Latin language, by its code."""
    return {language: frozenset(chars) for language, chars in load_toml(LETTERS).items()}


def _in_one_language(units: Sequence[Unit], language: str | None) -> int:
    """How many of the letters that the units stand for the language has; if unknown, the best one."""
    counts = Counter(unit.char.lower() for unit in units)
    known = _letters()
    candidates = [known[language]] if language in known else known.values()
    return max(sum(counts[char] for char in letters) for letters in candidates)


def accepted(text: str, table: Codec) -> list[Unit]:
    """The units of a text to decode: those that are sure, and what they vouch for."""
    found = _evidence.units(text, table)
    sure = [unit for unit in found if unit.strength == SURELY]
    if table.script != "Latin" and sure and not is_tiled(text, found, table):
        # The text is of that script and sound: only what no word and no footnote mark can make.
        bodies = [unit for unit in sure if _is_foreign_body(text[unit.start : unit.end])]
        return _free([*_in_damaged_lines(text, found, table), *bodies])
    if not sure and table.name == "cp1252" and "\ufffd" in text:
        sure = list(broken(text, table, found))
    if not sure:
        return _free(list(spaces(text, table, []))) if table.name == "cp1252" else []
    if len(sure) == 1 and _is_contradicted(text, sure[0]):
        return []
    scripts = {script_of(unit.char) for unit in sure}
    beside = {unit.start for unit in found} & {unit.end for unit in found}
    tiled = table.script == "Latin" or is_tiled(text, found, table)
    whole = len(sure) >= WITNESSES and _is_whole(text, found)
    kept = [
        unit
        for unit in found
        if unit.strength == SURELY
        or (
            unit.strength == PERHAPS
            and tiled
            and (solo(unit.char) or script_of(unit.char) in {None, *scripts})
            and (whole or {unit.start, unit.end} & beside or not _is_natural(text, unit))
        )
    ]
    kept += broken(text, table, kept)
    return _free([*kept, *spaces(text, table, kept)] if tiled else kept)


def _is_contradicted(text: str, unit: Unit) -> bool:
    """Whether one `Ã¥` is all there is, in a text whose other characters are sound.

    It has a second reading (Mac Roman), and nothing else that was damaged speaks for either.
    """
    rest = text[: unit.start] + text[unit.end :]
    return text[unit.start : unit.end] == "Ã¥" and not rest.isascii()


def _in_damaged_lines(text: str, found: Sequence[Unit], table: Codec) -> Iterator[Unit]:
    """The units of lines that are made of them, in a text of the same script whose other lines are not."""
    ends = [*(match.start() for match in re.finditer("\n", text)), len(text)]
    for line, group in groupby(found, key=lambda unit: bisect_left(ends, unit.start)):
        units, start = list(group), ends[line - 1] + 1 if line else 0
        moved = [unit._replace(start=unit.start - start, end=unit.end - start) for unit in units]
        if len(units) >= WITNESSES and is_tiled(text[start : ends[line]], moved, table):
            yield from units


def _is_foreign_body(raw: str) -> bool:
    """Whether a sequence is strange even in a text of its own script: a C1 control, `вЂ™`."""
    if any("\x80" <= char < "\xa0" for char in raw):
        return True
    return len(raw) > 2 and not set(raw[1:]) <= QUOTES and not raw.isalpha()  # noqa: PLR2004


def _is_whole(text: str, found: Sequence[Unit]) -> bool:
    """Whether every letter beyond ASCII stands in a unit: then all of the text was read wrongly."""
    inside = sum(map(len, LETTER.findall("".join(text[unit.start : unit.end] for unit in found))))
    return inside == sum(map(len, LETTER.findall(text)))


def _is_natural(text: str, unit: Unit) -> bool:
    """Whether a doubtful unit reads well as it stands: the end of a title in capitals, `Å²`."""
    before, after = text[unit.start - 1 : unit.start], text[unit.end : unit.end + 1]
    last = text[unit.end - 1]
    if not text[unit.start].isupper():
        return False
    if text[unit.start] == "Å" and not before.isalpha():
        return True
    return before.isupper() and last in CLOSERS and not after.isalnum()


def _free(found: list[Unit]) -> list[Unit]:
    """The units in order, without those that overlap an earlier one."""
    free: list[Unit] = []
    for unit in sorted(found, key=lambda unit: (unit.start, -unit.end)):
        if not free or unit.start >= free[-1].end:
            free.append(unit)
    return free
