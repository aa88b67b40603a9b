"""ENC001: bytes that are not UTF-8."""

from collections.abc import Iterator

from textlint.api import Document, Finding, Match, Severity, register_codecs, rule

SHOWN = 8
"""Bytes that the message quotes."""


@rule(
    "ENC001",
    severity=Severity.ERROR,
    patterns=[r"[\udc80-\udcff]{1,200}"],
    bad=[
        "Le caf⟦\udce9⟧ est ferm⟦\udce9⟧.",
        "The last character was cut in tw⟦\udce5\udc88⟧",
    ],
    good=["Le café est fermé.", "A replacement character \ufffd is another matter."],
)
def invalid_utf8(document: Document, match: Match) -> Iterator[Finding]:
    """Bytes that are not valid UTF-8: the file has another encoding, mixes two, or was cut.

    The message gives the bytes, and what they are in Windows-1252 where that makes letters: a hint, no
    repair. The bytes are kept as they are by every fix of the rest of the file. A run is one finding;
    each of its bytes counts as one character.
    """
    raw = match[0].encode("utf-8", "surrogateescape")
    shown = " ".join(f"{byte:02X}" for byte in raw[:SHOWN]) + " …" * (len(raw) > SHOWN)
    yield Finding(*match.span(), f"invalid UTF-8: {shown}{_hint(document, raw, match.end())}")


def _hint(document: Document, raw: bytes, end: int) -> str:
    """What the bytes are in the web's Windows-1252, where that is letters or punctuation.

    One byte alone is a letter of that encoding rather than the rest of a character, but at the end.
    """
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError as error:
        is_cut = error.reason == "unexpected end of data"
        if is_cut and (len(raw) > 1 or end == len(document.text)):
            return " (a character that was cut)"
    register_codecs()
    guess = raw[:SHOWN].decode("sloppy-windows-1252")
    return f" (in Windows-1252: “{guess}”)" if guess.isprintable() else ""
