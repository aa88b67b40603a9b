"""Escapes of programs and mail as text again: pure functions, None where there is nothing to decode."""

import binascii
import unicodedata

from textlint.api import Expressions

EXPRESSIONS = Expressions(
    {
        "unit": r"\\{1,2}(?:u([0-9A-Fa-f]{4})|u\{([0-9A-Fa-f]{1,6})\}|U([0-9A-Fa-f]{8})"
        r"|x([0-9A-Fa-f]{2}))|%u([0-9A-Fa-f]{4})",
        "octal": r"[0-7]{3}",
        "hexadecimal": r"[0-9A-Fa-f]{2,8}",
        "mail-word": r"=\?([\w-]+)\?([QqBb])\?([^?\s]+)\?=",
    }
)
BYTES = 4
"""The group of the unit that is a byte rather than a code point."""
LAST = 0x10FFFF
PLAIN = {
    "\xa0": " ",
    "\u2028": "\n",
    "\u2029": "\n",
    "\r": "",
    "\ufeff": "",
    "\u200b": "",
    "\xad": "",
}
"""What is written for a character that would be invisible damage of its own."""
ODD = frozenset("<>&\\{}$`")
"""Characters of markup and code: what decodes to one is no plain text yet."""


def decode_units(run: str) -> str | None:
    r"""The text of a run of `\u2019`, `\x92`, `\U0001F600` or `%u2019`.

    Surrogates are joined; bytes are decoded as UTF-8, else as Windows-1252.
    """
    out: list[str] = []
    raw = bytearray()
    for match in EXPRESSIONS["unit"].finditer(run):
        digits = next(group for group in match.groups() if group)
        if match.lastindex == BYTES:
            raw.append(int(digits, 16))
            continue
        out.append(_decoded(bytes(raw)))
        raw.clear()
        if int(digits, 16) > LAST:
            return None
        out.append(chr(int(digits, 16)))
    text = "".join([*out, _decoded(bytes(raw))])
    try:
        return text.encode("utf-16", "surrogatepass").decode("utf-16")
    except UnicodeDecodeError:
        return None


def _decoded(raw: bytes) -> str:
    """Bytes as UTF-8, else as Windows-1252; a lone surrogate for what is neither."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "surrogateescape")


def decode_percent(run: str) -> str | None:
    """The text of a run of `%E2%80%99` that is valid UTF-8."""
    try:
        return bytes.fromhex(run.replace("%", "")).decode("utf-8")
    except ValueError:
        return None


def decode_quoted(run: str) -> str | None:
    """The text of a run of quoted-printable bytes, `=E2=80=99`: UTF-8, else one byte of Windows-1252."""
    raw = binascii.unhexlify("".join(run.replace("=", "").split()))
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        pass
    try:
        return raw.decode("cp1252") if len(raw) == 1 else None
    except UnicodeDecodeError:
        return None


def decode_numbers(run: str) -> str | None:
    r"""The text of a run of `<U+2019>` or `<e2><80><99>`, as R prints them, or of octal `\342\200\231`."""
    if "U+" in run:
        points = [
            int(digits, 16) for digits in EXPRESSIONS["hexadecimal"].findall(run.replace("U+", ""))
        ]
        return "".join(map(chr, points)) if max(points) <= LAST else None
    octal = run.startswith("\\")
    digits = EXPRESSIONS["octal"].findall(run) if octal else EXPRESSIONS["hexadecimal"].findall(run)
    try:
        return bytes(int(number, 8 if octal else 16) for number in digits).decode("utf-8")
    except ValueError:
        return None


def decode_mail_words(run: str) -> str | None:
    """The text of encoded words of a mail header, `=?UTF-8?Q?caf=C3=A9?=` (RFC 2047)."""
    out = []
    for charset, kind, data in EXPRESSIONS["mail-word"].findall(run):
        try:
            if kind in "Bb":
                raw = binascii.a2b_base64(data, strict_mode=True)
            else:
                raw = binascii.a2b_qp(data.encode("ascii"), header=True)
            out.append(raw.decode(charset))
        except (ValueError, LookupError, UnicodeEncodeError):
            return None
    return "".join(out) or None


def decode_utf7(run: str) -> str | None:
    """The text of one shifted sequence of UTF-7, `+IBk-` (RFC 2152)."""
    try:
        text = run.encode("ascii").decode("utf-7")
    except UnicodeDecodeError:
        return None
    return text if text and text.encode("utf-7") != b"" and not text.isascii() else None


def tidy(text: str | None) -> str | None:
    """Decoded text as it should stand in prose; None where it holds what no text has."""
    if text is None:
        return None
    clean = "".join(PLAIN.get(char, char) for char in text)
    for char in clean:
        if unicodedata.category(char) in {"Cc", "Cn", "Co", "Cs"} and char not in "\n\t":
            return None
    return clean


def is_plain(text: str) -> bool:
    """Whether decoded text is letters, digits, punctuation, spaces and symbols, but no code."""
    return ODD.isdisjoint(text)
