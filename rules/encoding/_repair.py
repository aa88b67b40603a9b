"""The damaged places of a text: what was read in which wrong encoding, and what it says in truth."""

import functools
import re
from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import regex

from textlint.api import compile_regex, load_toml, script_of

from ._codecs import NAMES, Codec, codec
from ._evidence import CLOSERS, PERHAPS, SURELY, Unit, is_tiled, solo, units

LETTERS = Path(__file__).parent / "letters/latin.toml"
PASSES = 12
"""Times that a text is decoded: each encoding in it, and each that was read wrongly more than once."""
FLIP = 4
"""Code points of damage that a capital within a word weighs against an encoding."""
BEFORE_ESZETT = frozenset("aeiouäöüyAEIOUÄÖÜ")
PART = 50_000
"""Code points that are judged together: enough to know an encoding, few enough for any size of text."""
ENOUGH = 0.8
"""Share of the most that could be UTF-8 in any encoding from which an encoding is likely."""
ISLAND = re.compile(r"[^\x00-\x7f]{2,}")
QUOTES = frozenset("“”«»„‘’‚…–—²³¹№")
"""Marks that may follow a word, or one another."""
DAGGER = "\u2020"
"""What `â€ ` would be: it is far oftener a quotation mark whose last byte is lost."""
EMOJI = re.compile("[\u2600-\u28ff\U0001f000-\U0001faff]")
"""Signs whose lost no-break space needs no witness beside it."""
REMAINS = re.compile("[âāβโв‚ðđÃÂãï][€\x80-\x9fЂÄŸŹź?\ufffd¬¢]")
"""What every remainder of a sequence begins with: a quick look before the exact one."""
WITNESSES = 3
"""Sure places from which the rest of a text can be believed to be damaged in the same way."""
LETTER = re.compile(r"[^\W\x00-\x7f]+")
WORD_GAP = 24
"""Letters of a damaged word that may stand between two of its damaged places."""


class Damage(NamedTuple):
    """A damaged place: code points [start, end), what it says (None where bytes are lost), the titles."""

    start: int
    end: int
    repaired: str | None
    encodings: tuple[str, ...]


class _State(NamedTuple):
    """A text on its way: `starts[i]` is where its character i began in the original."""

    text: str
    starts: "array[int]"


def damages(text: str, language: str | None = None) -> Iterator[Damage]:
    """The damaged places of a text, in order; `language` is what is known of it."""
    for start, end in _parts(text):
        part = text[start:end]
        if not part.isascii():
            for damage in _damages(part, language):
                yield damage._replace(start=damage.start + start, end=damage.end + start)


def _parts(text: str) -> Iterator[tuple[int, int]]:
    """A text in parts of about PART code points, cut at line breaks, or where there are none at blanks."""
    start = 0
    while len(text) - start > PART:
        cut = text.rfind("\n", start + 1, start + PART)
        if cut < 0:
            cut = text.rfind(" ", start + 1, start + PART)
        end = cut if cut > 0 else start + PART
        yield start, end
        start = end
    yield start, len(text)


def _damages(text: str, language: str | None) -> Iterator[Damage]:
    state = _State(text, array("q", range(len(text) + 1)))
    used: list[Codec] = []
    for _ in range(PASSES):
        found = _best(state.text, language)
        if found is None:
            break
        used.append(found[0])
        state = _decoded(state, found[1])
    if used or REMAINS.search(text):
        yield from _places(text, state, _lost(state.text), used)


def _best(text: str, language: str | None) -> tuple[Codec, list[Unit]] | None:
    """The encoding that most of the text's damage is in, with the places to decode.

    Those in which most of the text could be UTF-8 are judged first, the others if none of them is it.
    """
    tables = [codec(name) for name in NAMES]
    islands = " ".join(ISLAND.findall(text))
    sizes = [sum(map(len, table.whole.findall(islands))) for table in tables]
    enough = ENOUGH * max(sizes)
    if not enough:
        return _best_of(text, tables[:1], language)
    likely = [table for table, size in zip(tables, sizes, strict=True) if size >= enough]
    others = [table for table, size in zip(tables, sizes, strict=True) if size < enough]
    return _best_of(text, likely, language) or _best_of(text, others, language)


def _best_of(
    text: str, tables: Sequence[Codec], language: str | None
) -> tuple[Codec, list[Unit]] | None:
    best: tuple[int, Codec, list[Unit]] | None = None
    for table in tables:
        accepted = _accepted(text, table)
        if not accepted:
            continue
        score = sum(unit.end - unit.start for unit in accepted)
        score += _in_one_language(accepted, language) - _misfits(text, accepted)
        if best is None or score > best[0]:
            best = score, table, accepted
    return best and best[1:]


def _misfits(text: str, accepted: Sequence[Unit]) -> int:
    """What speaks against the letters that an encoding gives: capitals within words, `ß` after none."""
    misfits, last, end = 0, "", -1
    for unit, following in zip(accepted, [*accepted[1:], None], strict=True):
        before = last if unit.start == end else text[unit.start - 1 : unit.start]
        joined = following is not None and following.start == unit.end
        after = following.char if following and joined else text[unit.end : unit.end + 1]
        if unit.char.isupper():
            inside = before.islower() and not joined
            misfits += FLIP * inside + (not before.isalpha() and not after.isalpha())
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


def _in_one_language(accepted: Sequence[Unit], language: str | None) -> int:
    """How many of the letters that the units stand for the language has; if unknown, the best one."""
    counts = Counter(unit.char.lower() for unit in accepted)
    known = _letters()
    candidates = [known[language]] if language in known else known.values()
    return max(sum(counts[char] for char in letters) for letters in candidates)


def _accepted(text: str, table: Codec) -> list[Unit]:
    """The units of a text to decode: those that are sure, and what they vouch for."""
    found = units(text, table)
    sure = [unit for unit in found if unit.strength == SURELY]
    if table.script != "Latin" and sure and not is_tiled(text, found, table):
        # The text is of that script and sound: only what no word and no footnote mark can make.
        sure = [unit for unit in sure if _is_foreign_body(text[unit.start : unit.end])]
        return _free(sure)
    if not sure and table.name == "cp1252" and "\ufffd" in text:
        sure = list(_broken(text, table, found))
    if not sure:
        return _free(list(_spaces(text, table, []))) if table.name == "cp1252" else []
    if len(sure) == 1 and _is_contradicted(text, sure[0]):
        return []
    scripts = {script_of(unit.char) for unit in sure}
    beside = {unit.start for unit in found} & {unit.end for unit in found}
    tiled = table.script == "Latin" or is_tiled(text, found, table)
    whole = len(sure) >= WITNESSES and _is_whole(text, found)
    accepted = [
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
    accepted += _broken(text, table, accepted)
    return _free([*accepted, *_spaces(text, table, accepted)] if tiled else accepted)


def _is_contradicted(text: str, unit: Unit) -> bool:
    """Whether one `Ã¥` is all there is, in a text whose other characters are sound.

    It has a second reading (Mac Roman), and nothing else that was damaged speaks for either.
    """
    rest = text[: unit.start] + text[unit.end :]
    return text[unit.start : unit.end] == "Ã¥" and not rest.isascii()


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


def _broken(text: str, table: Codec, sure: Sequence[Unit]) -> Iterator[Unit]:
    """Sequences with a replacement character for one of their bytes: they stand for one such."""
    if "\ufffd" not in text:
        return
    beside = {unit.start for unit in sure} | {unit.end for unit in sure}
    for match in table.broken.finditer(text):
        start, end = match.span()
        if len(match[0]) > 2 or {start, end} & beside or _flips(text, start, end):  # noqa: PLR2004
            beside.add(end)
            yield Unit(start, end, "\ufffd", SURELY)


def _flips(text: str, start: int, end: int) -> bool:
    """Whether a capital stands within a word of small letters."""
    return (
        text[start - 1 : start].islower()
        and text[start].isupper()
        and text[end : end + 1].islower()
    )


@functools.cache
def _spaced(name: str) -> "regex.Pattern[str]":
    """Sequences whose byte A0, a no-break space, became a plain space, as named groups."""
    table = codec(name)

    def of(*values: int) -> str:
        chars = [chr(key) for key, value in table.byte_of.items() if value in values]
        return "[" + regex.escape("".join(chars)) + "]"

    more = of(*range(0x80, 0xC0))
    return compile_regex(
        rf"(?P<space>(?<=[\p{{Ll}}\p{{N}}.,:;!?)%”’…\ufffd]){of(0xC2)} "
        rf"|(?<=[.!?:,)]) {of(0xC2)} (?=\p{{Lu}})"
        rf"|[\p{{Ll}}\p{{N}}.,:;!?)%”’…]{of(0xC2)}(?=\n|$))"
        rf"|(?P<grave>(?<=\p{{Ll}}){of(0xC3)}(?: (?= )|(?= \p{{Ll}}{{2}})|(?=[,.]? ?$)))"
        rf"|(?P<alone>(?<![\p{{L}}]){of(0xC3)}(?:(?= (?!quel|s )\p{{L}})| (?=quel[ea]|s )|(?= )))"
        rf"|(?P<sure>{of(0xC5, 0xCE, 0xD0, 0xD9)} (?=\p{{L}}|[^\x00-\x7f])"
        rf"|{of(0xE0, 0xE1, 0xE2, 0xE3)}{more} |{of(0xE2, 0xE3)} {more}"
        rf"|{of(0xF0)}(?: {more}{more}|{more} {more}|{more}{more} ))",
        regex.MULTILINE,
    )


def _spaces(text: str, table: Codec, sure: Sequence[Unit]) -> Iterator[Unit]:
    """What a lost no-break space spoilt: `Â ` after a word, `voilÃ `, and more where others vouch."""
    if table.name in {"mac_roman", "cp437", "cp850", "cp852"} or (
        not sure and table.name != "cp1252"
    ):
        return
    if not sure and "Â" not in text and "Ã" not in text:
        return
    edges = {unit.start for unit in sure} | {unit.end for unit in sure}
    for match in reversed(list(_spaced(table.name).finditer(text))):
        start, end = match.span()
        kind, raw = match.lastgroup, match[0]
        if kind == "space":
            yield Unit(start, end, raw[0] if raw[-1] != " " else " ", SURELY)
        elif kind == "grave" or (kind == "alone" and sure):
            yield Unit(start, end, "à", SURELY)
        elif kind == "sure" and sure:
            char = table.decode(raw.replace(" ", "\u00a0"))
            vouched = start in edges or end in edges or (raw[0] in "ÅĹ" and text[end].islower())
            vouched = vouched or EMOJI.match(char) is not None
            if (
                char
                and char != DAGGER
                and vouched
                and not (raw[0] in "ÅÐ" and not _foreign(sure, char))
            ):
                edges |= {start, end}
                yield Unit(start, end, char, SURELY)


def _foreign(sure: Sequence[Unit], char: str) -> bool:
    """Whether the text has other letters that go with a character: of its script and not Latin-1."""
    return any(
        script_of(unit.char) == script_of(char) and ord(unit.char) > 0xFF  # noqa: PLR2004
        for unit in sure
    )


def _decoded(state: _State, accepted: Sequence[Unit]) -> _State:
    """The text with the units decoded."""
    pieces: list[str] = []
    starts = array("q")
    at = 0
    for unit in accepted:
        pieces += [state.text[at : unit.start], unit.char]
        starts.extend(state.starts[at : unit.start + 1])
        at = unit.end
    starts.extend(state.starts[at:])
    return _State("".join([*pieces, state.text[at:]]), starts)


@functools.cache
def _remains() -> "regex.Pattern[str]":
    """What is left of a sequence that lost its end, in the encodings that it is common in."""
    return compile_regex(
        r"[âāβโ](?:[€\x80-\x9f])(?![\x80-\xbf€-™])|вЂ(?![\p{L}])|‚Ä(?!\p{L})|[ðđ][ŸŹź](?!\p{L})"
        r"|[âãïð][\x80-\x9f]|(?<=\p{Ll})[ÃÂ]\?|[âÂÃ][?\ufffd¬¢]{1,2}(?=[âÂÃ\p{Ll}])"
    )


def _lost(text: str) -> list[tuple[int, int]]:
    """Sequences that cannot be decoded: spans in the decoded text."""
    return [match.span() for match in _remains().finditer(text)]


def _places(
    text: str, state: _State, lost: Sequence[tuple[int, int]], used: Sequence[Codec]
) -> Iterator[Damage]:
    """The damage in the original text: decoded characters and lost ones, joined within words."""
    changed = [
        (at, at + 1)
        for at, (start, end) in enumerate(pairwise(state.starts))
        if end - start > 1 or text[start] != state.text[at]
    ]
    titles = tuple(dict.fromkeys(table.title for table in used)) or (NAMES["cp1252"],)
    marked = sorted([(s, e, False) for s, e in changed] + [(s, e, True) for s, e in lost])
    group: list[tuple[int, int, bool]] = []
    for place in marked:
        apart = bool(group) and group[-1][1] < place[0] and (group[-1][2] or place[2])
        if group and (apart or not _joins(state.text, group[-1][1], place[0])):
            yield _damage(text, state, group, titles)
            group = []
        group.append(place)
    if group:
        yield _damage(text, state, group, titles)


def _joins(text: str, end: int, start: int) -> bool:
    """Whether what stands between two damaged places belongs to one damaged word or phrase."""
    between = text[end:start]
    if start <= end or (between.isalpha() and len(between) <= WORD_GAP):
        return True
    foreign = not (text[end - 1].isascii() or text[start].isascii()) and (
        script_of(text[end - 1]) == script_of(text[start]) not in {"Latin", None}
    )
    return foreign and between in {" ", ", ", "-", ". "}


def _final(text: str) -> str:
    """Decoded text without byte order marks, its C1 controls as what Windows-1252 has in their place."""
    text = text.replace("\ufeff", "")
    if text.isprintable():
        return text
    chars = (_char(char) if "\x80" <= char < "\xa0" else char for char in text)
    return "".join(chars)


def _char(control: str) -> str:
    try:
        return control.encode("latin-1").decode("cp1252")
    except UnicodeDecodeError:
        return control


def _damage(
    text: str,
    state: _State,
    group: Sequence[tuple[int, int, bool]],
    titles: tuple[str, ...],
) -> Damage:
    """One damaged place of the original."""
    first, last = group[0][0], max(end for _, end, _ in group)
    start, end = state.starts[first], state.starts[last]
    repaired = _final(state.text[first:last])
    while repaired and start < end and repaired[0] == text[start]:
        start, repaired = start + 1, repaired[1:]
    if any(lossy for *_, lossy in group):
        return Damage(state.starts[first], end, None, titles)
    return Damage(start, end, repaired, titles)
