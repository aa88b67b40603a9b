"""Text from files made fit to be shown: no control, escape or reordering sequence reaches a terminal."""

import functools
import re
import unicodedata

from textlint.expressions import compile_re

ESCAPED = (
    (0x00, 0x08),
    (0x0A, 0x1F),
    (0x7F, 0x9F),
    (0x61C, 0x61C),
    (0x200B, 0x200F),
    (0x2028, 0x202E),
    (0x2060, 0x2069),
    (0xFEFF, 0xFEFF),
    (0xFFF9, 0xFFFB),
    (0xE0000, 0xE007F),
)
"""Controls (C0 but tab, DEL, C1), line separators, bidi controls, invisible and tag characters."""
NARROW = compile_re(
    "[ -~\xa1-\xac\xae-\u02ff\u0370-\u0377\u0391-\u0482\u2010-\u2027\u2030-\u205e]*"
)
"""Latin, Greek, Cyrillic and their punctuation: a cell each; a test says so."""
LATIN_1 = 0xFF
SURROGATES = (0xD800, 0xDFFF)
REPLACEMENT = "\ufffd"
EMOJI_STYLE = "\ufe0f"
"""Makes the sign before it a picture of two cells."""
JOINER = "\u200d"
"""Makes one picture of the two beside it."""


@functools.cache
def _table() -> dict[int, str]:
    table = dict.fromkeys(range(SURROGATES[0], SURROGATES[1] + 1), REPLACEMENT)
    for low, high in ESCAPED:
        for point in range(low, high + 1):
            table[point] = f"\\x{point:02x}" if point <= LATIN_1 else f"\\u{{{point:x}}}"
    return table


@functools.cache
def hidden() -> re.Pattern[str]:
    """What must not reach a terminal as it is; none of it is printable, as `str.isprintable` has it."""
    ranges = (
        f"{re.escape(chr(low))}-{re.escape(chr(high))}" for low, high in (SURROGATES, *ESCAPED)
    )
    return compile_re(f"[{''.join(ranges)}]")


def escape(text: str) -> str:
    r"""The text with what a terminal would obey or hide written out (\x1b, \u{200b}).

    Undecodable bytes become U+FFFD; a tab stays.
    """
    return text if text.isprintable() else hidden().sub(_escaped, text)


def _escaped(match: re.Match[str]) -> str:
    return _table()[ord(match[0])]


def inline(text: str) -> str:
    """The text escaped for a place within a line: a tab is one space there."""
    return text if text.isprintable() else escape(text).replace("\t", " ")


def well_formed(text: str) -> str:
    """The text with lone surrogates (undecodable bytes) as U+FFFD, so that it can be encoded."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.translate(dict.fromkeys(range(SURROGATES[0], SURROGATES[1] + 1), REPLACEMENT))
    return text


def width(text: str) -> int:
    """Terminal cells that an escaped text takes: wide characters two, combining ones none.

    The library for this, wcwidth, takes 20 ms to import, a tenth of a run on two articles; a test holds
    both to the same answers.
    """
    if text.isascii() or NARROW.fullmatch(text):
        return len(text)
    if EMOJI_STYLE not in text and JOINER not in text:
        return sum(map(_cells, text))
    cells, last = 0, 0
    joined = False
    for char in text:
        if char == EMOJI_STYLE:
            cells, last = cells + (last == 1), 2
        elif char == JOINER or not _cells(char):
            joined = char == JOINER
        elif joined:
            joined = False
        else:
            last = _cells(char)
            cells += last
    return cells


@functools.cache
def _cells(char: str) -> int:
    """Terminal cells of a character by itself."""
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
