"""No-break and other odd spaces used as plain spaces between words."""

import functools
from collections.abc import Iterator
from pathlib import Path

from textlint.api import (
    BLANKS,
    UNSPACED,
    Document,
    Example,
    Expressions,
    Finding,
    Fix,
    Match,
    Safety,
    Severity,
    load_toml,
    rule,
    scripts,
)

from ._half import is_half
from ._removal import FRENCH_STYLE

NAMES = {
    "\u00a0": "no-break space",
    "\u2002": "en space",
    "\u2003": "em space",
    "\u2007": "figure space",
    "\u2009": "thin space",
    "\u200a": "hair space",
    "\u202f": "narrow no-break space",
    "\u3000": "ideographic space",
}
OPENING = frozenset("([{“„‘‚「『")
CLOSING = frozenset(")]}”’」』")
LOW, HIGH = frozenset(".,"), frozenset(";:!?")
QUOTES = frozenset("“‘’”\"'")
DASHES = frozenset("—–―")
MARKS = frozenset("“”„‘’‚…–—†•‹›™€")
"""Typographic characters that a byte of Windows-1252 and Mac OS Roman stands for."""
SIGNS = frozenset("=+−±×÷<>≤≥≈~·*/©®§¶#№%‰°€$£¥₽₴₹₩¢")
REACH = 40
"""Code points on each side of a space in which the words beside it lie."""
SMALL = 1000
"""Numbers under it are bound to the word they count ("12⍽people", "5⍽May"); years are not."""
UNSPACED_SHARE = 0.1
"""Share of letters of unspaced scripts from which a text follows East Asian conventions."""
ORDINAL_DOT = frozenset(
    ["cs", "da", "de", "et", "fi", "hr", "hu", "is", "lv", "nb", "nn", "pl", "sk", "sl", "sr", "tr"]
)
"""Languages that write an ordinal number with a full stop."""
SHORTEST = 3
"""Letters of the longest word that SHORT_BOUND languages bind."""
ABBREVIATED = 4
"""Letters of an abbreviation before its full stop (tj., např., ul., ks.); English ones are listed,
since English sentences end in such words."""
BOUND_LETTERS = frozenset(("ru", "uk", "be", "bg", "cs", "sk", "pl", "sl", "sr", "hr", None))
"""Languages (or not knowing) where a one-letter word must not end a line: а, в, к; a, o, w, z."""
SHORT_BOUND = frozenset(("ru", "uk", "be"))
"""Languages whose typesetting programs bind every lower-case word of up to three letters."""


@functools.cache
def _words(kind: str) -> frozenset[str]:
    """The words of one kind that are bound to their neighbour, read at their first use."""
    path = Path(__file__).parent / "binding" / "words.toml"
    return frozenset(load_toml(path)[kind])


@functools.cache
def _expressions() -> Expressions:
    """The expressions of the checks, compiled at their first use."""
    sources = {
        "number": r"[(\[+−–~≈$€£-]*\d[\d.,:/–-]*(?:st|nd|rd|th|er|re|e|º|ª|-?[а-яіїє]{1,3})?",
        "initial": r"[(“„«\"']?(?:\p{Lu}\p{M}*[.])+|\p{Lu}[.]-\p{Lu}[.]"
        r"|\p{Ll}[.]|\p{Lu}\p{Ll}[.]|(\p{Lu})\1[.]",
        "roman": r"[IVXLC]{1,6}[\p{P}]*",
        "capital": r"[(“„«\"']*\p{Lu}[\p{L}\p{M}’'-]*",
        "digits": r"[0-9]+",
        "century": r"[IVXLC]{2,6}(?:e|er|ème)?",
        "initial-ahead": r"\p{Lu}[.](?=\W|$)",
    }
    return Expressions(sources)


def _is_bound(document: Document, before: str, after: str) -> bool:
    """Whether typographers keep the words on both sides of the space on one line."""
    find = _expressions()
    plain = before.strip("([{“„«\"'").rstrip(".").lower()
    digit = after[0].isdigit()
    if not before.isalpha() and find["number"].fullmatch(before):
        unit = after.rstrip(".,;:!?)]”’»").lower()
        if digit or after[0] in SIGNS or unit in _words("units"):
            return True
        return after[0].isalpha() and _is_count(document, before)
    if digit:
        return before[-1].isalnum() or before[-1] in SIGNS or plain in _words("references")
    if after[0] in "IVXLC" and find["roman"].fullmatch(after) and len(after.rstrip(".,;:")) > 1:
        return bool(find["capital"].fullmatch(before))
    if ("." in before and find["initial"].fullmatch(before)) or (
        before[0] in "IVXLC" and after[0].islower() and find["century"].fullmatch(before)
    ):
        return True
    titled = plain in _words("titles") and (before[0].isupper() and after[0].isupper())
    if titled or (before.endswith(".") and _is_abbreviation(document, plain)):
        return True
    if (
        after[1:2] == "."
        and find["initial-ahead"].match(after)
        and find["capital"].fullmatch(before)
    ):
        return True
    return _is_short_word(document, before, plain, after)


def _is_abbreviation(document: Document, plain: str) -> bool:
    """Whether a word with a full stop is one that leans on the next word."""
    short = len(plain) <= ABBREVIATED and document.language != "en"
    return short or plain in _words("titles")


def _is_count(document: Document, number: str) -> bool:
    """Whether a number is one that is bound to its word: 12⍽people, 1er⍽mai, in German 5.⍽Mai."""
    if number.endswith(".") and document.language not in (*ORDINAL_DOT, None):
        return False
    digits = _expressions()["digits"].findall(number)
    return len(digits) == 1 and int(digits[0]) < SMALL


def _is_short_word(document: Document, before: str, plain: str, after: str) -> bool:
    """Whether a word is so short that the language binds it to its neighbour."""
    if before.rstrip(".") == "Mr" or plain in {"mr", "mrs", "ms", "dr", "mme", "mlle"}:
        return True
    if len(plain) == 1 and plain.isalpha() and before[-1].isalpha():
        return document.language in BOUND_LETTERS
    if document.language in SHORT_BOUND:
        return (plain.isalpha() and len(plain) <= SHORTEST and before[-1].isalpha()) or (
            after.rstrip(".,;:!?»”") in _words("particles")
        )
    return False


def _is_conventional(document: Document, start: int, end: int) -> bool:
    """Whether the odd space at [start, end) does what such spaces are for."""
    text = document.text
    left, right = text[start - 1], text[end]
    if text[start] == "\u3000" and _is_east_asian(document, left, right):
        return True
    if right in "»%‰" or left == "«" or left in DASHES or right in DASHES or left in "§№©¶":
        return True
    if right in HIGH:
        return document.language in FRENCH_STYLE
    if (left in SIGNS and right.isalnum()) or (right in SIGNS and left.isalnum()):
        return True
    if left in QUOTES and right in QUOTES:
        return True
    if right == "…" or text.startswith("..", end) or (left == right == "."):
        return True
    before = text[max(0, start - REACH) : start].rpartition("\n")[2].split()[-1]
    after = text[end : end + REACH].split()[0]
    return _is_bound(document, before, after)


def _is_east_asian(document: Document, left: str, right: str) -> bool:
    """Whether an ideographic space stands in the text it was made for."""
    if any(c >= "\u2e80" for c in (left, right)):
        return True
    counts = document.fact(scripts)
    return sum(counts[s] for s in (*UNSPACED, "Hangul")) > UNSPACED_SHARE * counts.total()


def _replacement(document: Document, start: int, end: int) -> str:
    """What should stand for the run of odd spaces: a plain space, or nothing."""
    text = document.text
    left = text[start - 1] if start else "\n"
    right = text[end] if end < len(text) else "\n"
    if left in "\r\n" or right in "\r\n" or left in BLANKS or right in BLANKS:
        return ""
    if left in OPENING or right in CLOSING - {"’"}:
        return ""
    beyond = text[end + 1 : end + 2]
    closed = not beyond or beyond.isspace() or beyond in CLOSING
    low = right in LOW and left not in LOW
    high = right in HIGH and document.language not in FRENCH_STYLE
    return "" if closed and (low or high) else " "


def plain_gaps(document: Document) -> bool:
    """Whether a no-break space of the text stands between two characters of ASCII: a fact."""
    text = document.text
    at = text.find("\u00a0")
    while at >= 0:
        if at and "!" <= text[at - 1] <= "~" and "!" <= text[at + 1 : at + 2] <= "~":
            return True
        at = text.find("\u00a0", at + 1)
    return False


def _may_be_half(document: Document, start: int) -> bool:
    """Whether a no-break space may be half of a damaged character: a plain space would seal the damage.

    Its byte, A0, continues a character in misread Latin-1 and Windows code pages and CA, its byte in
    Mac OS Roman, starts one. A text that has it between two characters of ASCII too is not that.
    """
    text = document.text
    beside = text[max(0, start - 1) : start] + text[start + 1 : start + 2]
    return (
        text[start] == "\u00a0"
        and not beside.isascii()
        and any("\u00a1" <= char <= "\u024f" or char in MARKS for char in beside)
        and not document.fact(plain_gaps)
    )


def _is_indent(document: Document, start: int, end: int) -> bool:
    """Whether a run at the start of a line indents verse or code: it carries meaning."""
    text = document.text
    if end - start == 1 or (start and text[start - 1] != "\n") or text[end : end + 1] in {"", "\n"}:
        return False
    after = text.find("\n", end)
    before = text.rfind("\n", 0, max(0, start - 1)) + 1
    neighbours = (text[before : before + 1], text[after + 1 : after + 2] if after >= 0 else "")
    return any(c in BLANKS for c in neighbours if c)


@rule(
    "CHR005",
    severity=Severity.WARNING,
    fix=Safety.SAFE,
    patterns=[r"[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+"],
    bad=[
        "Calls grew by 70 percent.⟦\u00a0⟧However, the successful flight of⟦\u00a0⟧the crew",
        "The service (⟦\u00a0⟧HUR⟦\u00a0⟧) brought his parents to Ukraine⟦\u00a0⟧.",
        "An exile in Ukraine…⟦\u00a0⟧“Intention to defect”,⟦\u00a0⟧said the Mi-8⟦\u00a0⟧pilot.",
        "A space too many.⟦\u00a0⟧ It came from an editor.⟦\u00a0⟧\n⟦\u00a0\u00a0⟧Next line.",
        Example("Con il corpo,⟦\u00a0⟧è come se il cuore fosse più lento.", "it"),
        "A thin one⟦\u2009⟧or an em space⟦\u2003⟧in a sentence; in 2023⟦\u00a0⟧the pilot left.",
    ],
    fixed=[
        "Calls grew by 70 percent. However, the successful flight of the crew",
        "The service (HUR) brought his parents to Ukraine.",
        "An exile in Ukraine… “Intention to defect”, said the Mi-8 pilot.",
        "A space too many. It came from an editor.\nNext line.",
        "Con il corpo, è come se il cuore fosse più lento.",
        "A thin one or an em space in a sentence; in 2023 the pilot left.",
    ],
    good=[
        Example(
            "Qui a payé\u00a0? Le maire\u00a0: «\u00a0Rien\u202f!\u00a0» Soit 5\u00a0% du total.",
            "fr",
        ),
        "Its 17\u00a0786\u00a0419 people live 20\u00a0km off; see §\u00a05, No.\u00a05, p.\u00a012.",
        (
            "Mr.\u00a0Smith met J.\u00a0K. Rowling and George\u00a0W. Bush on 5\u00a0May, "
            "before World War\u00a0II; see Figure\u00a02."
        ),
        Example("В\u00a0городе у\u00a0реки\u00a0— тихо, и\u00a0никто бы\u00a0не подумал.", "ru"),
        Example("Pies i\u00a0kot poszły z\u00a0nim w\u00a0las.", "pl"),
        Example("「はい」　と彼は言った。\n　次の段落です。", "ja"),
        "He said, “She told me, ‘No.’\u202f” It cost 5\u00a0€ or $\u00a06 or a\u2009–\u2009b.",
        Example("On a déjà dÃ©jÃ\u00a0 vu", "fr"),
        Example("Am 5.\u00a0Mai, z.\u00a0B. nach S.\u00a05, Abs.\u00a02", "de"),
        Example("Le 1er\u00a0mai du XXe\u00a0siècle, M.\u00a0Dupont", "fr"),
        Example("N’oubliez pas le n°\u00a05 de la rue.", "fr"),
    ],
    known_failures=["Vitamin C.⟦\u00a0⟧The other one"],
)
def odd_space(document: Document, match: Match) -> Iterator[Finding]:
    """A no-break, thin, em or ideographic space stands where a plain space belongs.

    Left by web editors (two spaces typed after a full stop become one plain and one no-break) and
    by HTML entities; words on its two sides look like one to a search and to a tokeniser. A run of
    them is one finding. Refuses to touch those that a typographer sets: before French marks and
    inside guillemets; in and after numbers; with signs, units, initials, titles and references
    (p.⍽12); after the short words of Slavic languages, beside dashes, between two quotation marks,
    in spaced ellipses; and the ideographic space in East Asian text. Indents of verse and code
    have no fix. In a text whose no-break spaces all stand beside letters and marks past ASCII they
    may be halves of damaged characters, so the fix is unsafe there; silent where one surely is
    the last byte of such a character (`dÃ©jÃ⍽`).
    """
    text, (start, end) = document.text, match.span()
    if end - start == 1 and text[start] == "\u00a0" and is_half(text, start):
        return
    inside = start and end < len(text) and not text[start - 1].isspace() and not text[end].isspace()
    if inside and _is_conventional(document, start, end):
        return
    if not inside and text[start] == "\u3000" and _is_east_asian(document, " ", " "):
        return
    name = NAMES.get(text[start], f"odd space U+{ord(text[start]):04X}")
    message = f"{name} used as a word space" if inside else f"{name} beside white space"
    safety = Safety.UNSAFE if _may_be_half(document, start) else Safety.SAFE
    fix = Fix.replace(start, end, _replacement(document, start, end), safety=safety)
    yield Finding(start, end, message, None if _is_indent(document, start, end) else fix)
