"""What is left of UTF-8 sequences that lost a byte, and what can still be made of them."""

import functools
import re
from collections.abc import Iterator, Sequence

import regex

from textlint.api import compile_regex, script_of

from . import _codecs
from ._codecs import Codec, codec
from ._evidence import SURELY, Unit
from ._words import Damage

DAGGER = "\u2020"
"""What `â€ ` would be: it is far oftener a quotation mark whose last byte is lost."""
EMOJI = re.compile("[\u2600-\u28ff\U0001f000-\U0001faff]")
"""Signs whose lost no-break space needs no witness beside it."""
UNLIKELY = re.compile("[\u0180-\u024f\u2800-\u28ff\ue000-\uf8ff]")
"""What no lost no-break space is put back for: a bullet that lost a byte, `â¢ `, is no Braille."""

LOST = "\ufffd"
"""What a decoder puts for a byte that it cannot read."""
LOST_CLOSER = "\xe2\x80"
"""What is left of `”`, whose third byte, 9D, is no character in Windows-1252."""


def closed(text: str, found: Sequence[Damage], table: Codec) -> Iterator[Damage]:
    """The damaged places, with what is left of a closing quotation mark repaired where one is open.

    Open is a quotation whose opening mark (`“`, or `„` that no `“` has closed) was damaged too, in the
    same line. Of the marks that can close it only `”` loses its last byte, or has U+FFFD for it.
    """
    opener, at = "", 0
    for damage in found:
        if any(char in "\n”" for char in text[at : damage.start]):
            opener = ""
        at = damage.end
        said = _with_lost_closers(text, damage, table)
        chars = list(said)
        for place, char in enumerate(said):
            if char == LOST and opener and _may_close(text, damage, said, place):
                chars[place] = "”"
                opener = ""
            elif char in "“„”":
                opener = char if char == "„" or (char == "“" and opener != "„") else ""
        repaired = "".join(chars)
        yield damage if repaired == said else damage._replace(repaired=repaired)


def _with_lost_closers(text: str, damage: Damage, table: Codec) -> str:
    """What a damaged place says, if its lost characters are all that is left of `”`; else nothing."""
    raw = text[damage.start : damage.end].translate(table.byte_of)
    if damage.repaired is None:
        return LOST if raw == LOST_CLOSER else ""
    are_closers = raw.count(LOST_CLOSER + LOST) == damage.repaired.count(LOST)
    return damage.repaired if are_closers else damage.repaired.replace(LOST, "\0")


def _may_close(text: str, damage: Damage, said: str, place: int) -> bool:
    """Whether a closing mark may stand at a place of what a damaged place says."""
    before = said[place - 1] if place else text[damage.start - 1]
    after = said[place + 1 : place + 2] or text[damage.end : damage.end + 1]
    return not before.isspace() and not after.isalnum() and after != "?"


def broken(text: str, table: Codec, sure: Sequence[Unit]) -> Iterator[Unit]:
    """Sequences with a replacement character for one of their bytes: they stand for one such."""
    if "\ufffd" not in text:
        return
    beside = {unit.start for unit in sure} | {unit.end for unit in sure}
    for match in _codecs.broken(table.name).finditer(text):
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


def _chars(table: Codec, *values: int) -> str:
    """The characters that these bytes were read as, as a set of an expression."""
    chars = [chr(key) for key, value in table.byte_of.items() if value in values]
    return "[" + regex.escape("".join(chars)) + "]"


@functools.cache
def _spaced(name: str) -> "regex.Pattern[str]":
    """Sequences whose byte A0, a no-break space, became a plain space, as named groups."""
    of = functools.partial(_chars, codec(name))
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


@functools.cache
def _leads(name: str) -> "re.Pattern[str]":
    """The first byte of every sequence of `_spaced`, with what comes next: the quick look before it."""
    of = functools.partial(_chars, codec(name))
    short, long, more = (0xC5, 0xCE, 0xD0, 0xD9), (0xE0, 0xE1, 0xE2, 0xE3, 0xF0), range(0x80, 0xC0)
    return re.compile(
        rf"{of(0xC2, 0xC3, *short, *long)}"
        rf"(?:(?<={of(0xC2, 0xC3)})|(?<={of(*short)}) |(?<={of(*long)})(?: |{of(*more)}))"
    )


def _sequences(text: str, name: str) -> "Iterator[regex.Match[str]]":
    """What `_spaced` finds: a match has its first byte where it starts, or one code point later."""
    pattern, end = _spaced(name), 0
    for lead in _leads(name).finditer(text):
        for start in (lead.start() - 1, lead.start()):
            if start >= end and (match := pattern.match(text, start)):
                yield match
                end = match.end()
                break


def spaces(text: str, table: Codec, sure: Sequence[Unit]) -> Iterator[Unit]:
    """What a lost no-break space spoilt: `Â ` after a word, `voilÃ `, and more where others vouch."""
    if table.name in {"mac_roman", "cp437", "cp850", "cp852"} or (
        not sure and table.name != "cp1252"
    ):
        return
    if not sure and "Â" not in text and "Ã" not in text:
        return
    edges = {unit.start for unit in sure} | {unit.end for unit in sure}
    for match in reversed(list(_sequences(text, table.name))):
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
                and not UNLIKELY.match(char)
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


@functools.cache
def _remains() -> "regex.Pattern[str]":
    """What is left of a sequence that lost its end, in the encodings that it is common in."""
    return compile_regex(
        r"[âāβโ](?:[€\x80-\x9f])(?![\x80-\xbf€-™])|вЂ(?![\p{L}])|‚Ä(?!\p{L})|[ðđ][ŸŹź](?!\p{L})"
        r"|(?<!\p{L})â[¢¦](?!\p{L})|(?<=[\p{L}\p{N}.!?])â¦(?!\p{L})|(?<=[a-zäöü])Ã(?=[a-z])"
        r"|[âãïð][\x80-\x9f]|(?<=\p{Ll})[ÃÂ]\?|[âÂÃ][?\ufffd¬¢]{1,2}(?=[âÂÃ\p{Ll}])"
    )


def lost(text: str) -> list[tuple[int, int]]:
    """Sequences that cannot be decoded: spans in the decoded text."""
    return [match.span() for match in _remains().finditer(text)]
