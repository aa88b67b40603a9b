"""The single-byte encodings that UTF-8 is read as by mistake, each as a table of its upper half."""

import functools
import re

import msgspec

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
SCRIPTS = {
    "cp1251": "Cyrillic",
    "cp1253": "Greek",
    "iso8859_7": "Greek",
    "cp874": "Thai",
    "iso8859_11": "Thai",
    "cp866": "Cyrillic",
    "koi8_r": "Cyrillic",
    "iso8859_5": "Cyrillic",
    "cp1255": "Hebrew",
    "cp1256": "Arabic",
}
"""The script of most letters of an encoding's upper half, where it is not Latin."""


class Codec(msgspec.Struct, frozen=True):
    """One encoding: the byte of each code point beyond ASCII, and the script of its own letters."""

    name: str
    title: str
    byte_of: dict[int, int]
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
    byte_of = {ord(char): byte for byte, char in enumerate(_chars(name)) if byte >= UPPER}
    return Codec(name, NAMES[name], byte_of, SCRIPTS.get(name, "Latin"))


@functools.cache
def broken(name: str) -> re.Pattern[str]:
    """What finds sequences with a byte lost: one of the characters is U+FFFD."""
    chars = _chars(name)

    def some(first: int, last: int) -> str:
        return "[" + re.escape(chars[first : last + 1]) + "]"

    two, three, four, more = some(0xC2, 0xDF), some(0xE0, 0xEF), some(0xF0, 0xF4), some(0x80, 0xBF)
    gone = "\ufffd"
    lost = more[:-1] + gone + "]"
    return re.compile(
        f"{four}(?:{gone}{lost}{{0,2}}|{more}{gone}{lost}?|{more}{{2}}{gone})"
        f"|{three}(?:{gone}{more}?|{more}{gone})|{two}{gone}"
    )


def _chars(name: str) -> str:
    """What the 256 bytes stand for; C1 controls of the same numbers where they stand for nothing."""
    chars = bytes(range(256)).decode(name, "surrogateescape")
    return "".join(
        chr(ord(char) & 0xFF) if "\udc80" <= char <= "\udcff" else char for char in chars
    )
