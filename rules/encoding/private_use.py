"""ENC007: code points that mean something in one font only, or nothing at all."""

import functools
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from textlint.api import (
    Document,
    Edit,
    Finding,
    Fix,
    Match,
    Safety,
    Severity,
    compile_regex,
    delete_line,
    load_toml,
    rule,
    with_blanks,
)

if TYPE_CHECKING:
    import regex

PRIVATE = r"[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]"
NOTHING = (
    r"[\ufdd0-\ufdef\ufffe\uffff"
    + "".join(rf"\U{plane:04x}fffe\U{plane:04x}ffff" for plane in range(1, 17))
    + r"\u038b\u038d\u03a2\u2fe0-\u2fef\U00040000-\U000dfffd]"
)
"""Code points that are no characters and never will be, and those that are far from becoming one: the
holes of the Greek block, and the planes 4 to 13. What is only unassigned today may be an emoji of
tomorrow."""
CID = r"(?:\(cid:[0-9]{1,5}\)[^\S\n]?)+"
"""What PDF extractors write for a glyph whose character the font does not tell."""
APPLE = "\uf8ff"
QUOTES = frozenset("\"'`“”‘’")
LONG = 3
"""Private characters of a word from which they may be letters of a script that has no code."""
SHOWN = 4
"""Code points that a message names."""


@functools.cache
def glyphs() -> dict[str, str]:
    """What the characters of the common symbol fonts look like, read at the first use."""
    path = Path(__file__).parent / "fonts" / "symbol.toml"
    return {chr(int(code, 16)): glyph for code, glyph in load_toml(path)["glyphs"].items()}


@rule(
    "ENC007",
    yields=("INJ007",),
    severity=Severity.ERROR,
    fix=Safety.UNSAFE,
    patterns=[rf"{PRIVATE}(?:[ ]?{PRIVATE})*", rf"{NOTHING}+", CID],
    bad=[
        "⟦\uf0b7⟧ first point\n⟦\uf0a7⟧ second point",
        "An angle ⟦\uf061⟧ of 5⟦\uf0b0 \uf0b1⟧ 1, then ⟦\uf0e0⟧ the next",
        "⟦\uf09a \uf099⟧ Share this page ⟦\uf0da⟧ now ⟦\uf105⟧",
        "The e⟦(cid:14)⟧ect of ⟦(cid:3)(cid:4) ⟧was small.",
        "A hyphen⟦\ufffe⟧ation mark, and nothing ⟦\uffff⟧ at all.",
        "Music by ⟦\uf8ff⟧ and a rare name, 王⟦\ue864⟧.",
        "Search ⟦\U000f0349⟧ the site",
        "⟦\ue2a0\ue2a1\ue2a2 \ue2a3\ue2a4⟧ is a private script.",
        "This is ⟦\U000a1234⟧ unassigned.",
    ],
    fixed=[
        "• first point\n▪ second point",
        "An angle α of 5° ± 1, then → the next",
        "Share this page now",
        "The e(cid:14)ect of (cid:3)(cid:4) was small.",
        "A hyphenation mark, and nothing at all.",
        "Music by \uf8ff and a rare name, 王\ue864.",
        "Search the site",
        "\ue2a0\ue2a1\ue2a2 \ue2a3\ue2a4 is a private script.",
        "This is \U000a1234 unassigned.",
    ],
    good=[
        "• first point\n▪ second point → α ± 5°",
        "New emoji 🫩 and old scripts 𐎀 𒀀 𓀀 are characters.",
        "The tag “(cid:12)” stands for a glyph without a name.",
        "A replacement character \ufffd is another rule's business.",
        "Rare Han 𠮷 𰻝 and the private U+E000 in words.",
    ],
)
def private_use_glyph(document: Document, match: Match) -> Iterator[Finding]:
    """A code point that only one font gives a shape, `(cid:12)` of a PDF, or no character at all.

    Bullets and Greek letters of symbol fonts, icons of web fonts, rare characters of East Asian
    systems and private scripts come as private-use code points; without the font they are blank
    boxes. Symbol and Wingdings characters are repaired from a table, icons are deleted, both
    unsafe: the font is not known. A private character beside a letter, in text of Chinese,
    Japanese or Korean, or in a longer run may be part of a word, and `(cid:12)` is a lost letter:
    there is no fix. Non-characters are deleted. A run is one finding.

    Refuses to call a code point unassigned that a newer Unicode may have assigned.
    """
    text, (start, end) = document.text, match.span()
    found = match[0]
    if found.startswith("("):
        if text[start - 1 : start] not in QUOTES or text[end : end + 1] not in QUOTES or not start:
            yield Finding(start, end, f"{found.count('(')} characters lost by a PDF extractor")
        return
    if not _private().match(found):
        yield _nothing(text, start, end)
        return
    fix: Fix | None
    codes = [f"U+{ord(char):04X}" for char in dict.fromkeys(found) if char != " "]
    named = ", ".join(codes[:SHOWN]) + " …" * (len(codes) > SHOWN)
    icons = document.fact(has_icons)
    table = {} if icons else glyphs()
    if all(char in table or char == " " for char in found):
        glyph = "".join(table.get(char, char) for char in found)
        fix = Fix((_edit(text, start, end, glyph),))
        yield Finding(start, end, f"private-use {named}: “{glyph}” of a symbol font", fix)
    elif APPLE in found:
        yield Finding(start, end, "private-use U+F8FF: Apple's logo on its own systems only")
    else:
        what = "an icon" if (lone := _is_lone(document, start, end)) else "a character"
        fix = Fix((_edit(text, start, end, ""),)) if lone else None
        yield Finding(start, end, f"private-use {named}: {what} of an unknown font", fix)


@functools.cache
def _private() -> "regex.Pattern[str]":
    return compile_regex(PRIVATE)


def has_icons(document: Document) -> bool:
    """Whether the text holds icons of a web font beside the codes of symbol fonts: a fact.

    Font Awesome counts on through F000 to F2FF and so shares its codes with Symbol and Wingdings.
    """
    expression = compile_regex(r"[\uf000-\uf01f\uf100-\uf2ff]")
    return expression.search(document.text) is not None


def _nothing(text: str, start: int, end: int) -> Finding:
    """The finding on non-characters and unassigned code points."""
    code = ord(text[start])
    if code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF:  # noqa: PLR2004
        message = f"U+{code:04X} is no character"
        return Finding(start, end, message, Fix((_edit(text, start, end, ""),)))
    return Finding(start, end, f"U+{code:04X} is not assigned to any character")


def _edit(text: str, start: int, end: int, replacement: str) -> Edit:
    """Put a glyph in the place of [start, end), or delete it with the blanks that are too many."""
    if replacement:
        return Edit(start, end, replacement)
    first, last = with_blanks(text, start, end)
    at_start, at_end = (
        first == 0 or text[first - 1] == "\n",
        text[last : last + 1] in {"", "\n", "\r"},
    )
    if at_start and at_end:
        return delete_line(text, start, end)
    if at_start:
        return Edit(start, last if start == first else end)
    return Edit(first, end) if at_end else Edit(start, last if first < start else end)


def _is_lone(document: Document, start: int, end: int) -> bool:
    """Whether private characters stand apart as icons do, in no script that has lacked characters."""
    text = document.text
    run = text[start:end]
    if any(len(word) >= LONG and len(set(word)) > 1 for word in run.split()):
        return False
    around = text[start - 1 : start], text[end : end + 1]
    if any(char.isalnum() for char in around):
        return False
    near = text[max(0, start - 40) : end + 40]
    return not any("\u2e80" <= char <= "\ud7ff" for char in near)
