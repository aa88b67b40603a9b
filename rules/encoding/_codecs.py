"""The single-byte encodings that UTF-8 is read as by mistake, each as a table of its upper half."""

import functools
import re
import unicodedata

import msgspec

from textlint.api import script_of

NAMES = {
    "cp1252": "Windows-1252",
    "latin_1": "Latin-1",
    "cp1250": "Windows-1250",
    "cp1251": "Windows-1251",
    "cp1254": "Windows-1254",
    "cp1257": "Windows-1257",
    "cp1258": "Windows-1258",
    "cp1253": "Windows-1253",
    "iso8859_2": "ISO 8859-2",
    "iso8859_7": "ISO 8859-7",
    "iso8859_9": "ISO 8859-9",
    "iso8859_15": "ISO 8859-15",
    "cp874": "Windows-874",
    "iso8859_11": "ISO 8859-11",
    "mac_roman": "Mac Roman",
    "cp437": "code page 437",
    "cp850": "code page 850",
    "cp852": "code page 852",
    "cp866": "code page 866",
    "koi8_r": "KOI8-R",
    "iso8859_5": "ISO 8859-5",
    "cp1255": "Windows-1255",
    "cp1256": "Windows-1256",
}
"""Python's names, the likeliest first, and the names that messages use."""


class Codec(msgspec.Struct, frozen=True):
    """One encoding: its table, and what finds the sequences in it that are UTF-8.

    `byte_of` gives the byte of a code point. `whole` finds complete sequences, `broken` those with a
    byte lost (one of the characters is U+FFFD). `script` is the script of the encoding's own letters.
    """

    name: str
    title: str
    byte_of: dict[int, int]
    whole: re.Pattern[str]
    broken: re.Pattern[str]
    script: str

    def decode(self, raw: str) -> str:
        """What the characters are as UTF-8; "" where they are none.

        Two halves of a surrogate pair, each in three bytes (CESU-8), make their one character.
        """
        try:
            data = raw.translate(self.byte_of).encode("latin-1")
            if len(data) == PAIR:
                data = data.decode("utf-8", "surrogatepass").encode("utf-16", "surrogatepass")
                return data.decode("utf-16")
            return data.decode("utf-8")
        except UnicodeError:
            return ""


UPPER = 0x80
"""The first byte that is no ASCII."""
PAIR = 6
"""Bytes of a surrogate pair in CESU-8."""


@functools.cache
def codec(name: str) -> Codec:
    """An encoding of NAMES."""
    chars = [_char(name, byte) for byte in range(256)]

    def some(first: int, last: int) -> str:
        return "[" + re.escape("".join(chars[first : last + 1])) + "]"

    two, three, four, more = some(0xC2, 0xDF), some(0xE0, 0xEF), some(0xF0, 0xF4), some(0x80, 0xBF)
    high, low, gone = some(0xA0, 0xAF), some(0xB0, 0xBF), "\ufffd"
    half = re.escape(chars[0xED])
    lost = more[:-1] + gone + "]"
    whole = (
        f"[{half}]{high}{more}[{half}]{low}{more}|{four}{more}{{3}}|{three}{more}{{2}}|{two}{more}"
    )
    broken = (
        f"{four}(?:{gone}{lost}{{0,2}}|{more}{gone}{lost}?|{more}{{2}}{gone})"
        f"|{three}(?:{gone}{more}?|{more}{gone})|{two}{gone}"
    )
    return Codec(
        name,
        NAMES[name],
        {ord(char): byte for byte, char in enumerate(chars) if byte >= UPPER},
        re.compile(whole),
        re.compile(broken),
        _script(chars),
    )


def _char(name: str, byte: int) -> str:
    """What a byte stands for; a C1 control of the same number where it stands for nothing."""
    try:
        return bytes((byte,)).decode(name)
    except UnicodeDecodeError:
        return chr(byte)


def _script(chars: list[str]) -> str:
    """The script of most letters of the upper half."""
    scripts = [script_of(c) for c in chars[0x80:] if unicodedata.category(c)[0] == "L"]
    return max(set(filter(None, scripts)), key=scripts.count)
