"""Combining marks: letters taken apart, marks without a letter, marks piled upon letters."""

import functools
import unicodedata
from collections.abc import Iterator

import msgspec

from textlint.api import (
    Document,
    Edit,
    Expressions,
    Finding,
    Fix,
    Match,
    Safety,
    Severity,
    rule,
)

MARK = r"\u0300-\u034e\u0350-\u036f"
PILED = (
    r"\u0300-\u034e\u0350-\u036f\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20dc\u20e1\u20e5-\u20f0"
)
ALPHABETIC = r"\p{Latin}\p{Greek}\p{Cyrillic}"
JAMO = r"[\u1100-\u1112][\u1161-\u1175](?:[\u11a8-\u11c2])?"
KANA = r"[\u3046-\u30fd][\u3099\u309a]"
ALEF = "[\u0627\u0648][\u0653-\u0655]"
VOWELS = (
    "\u09c7[\u09be\u09d7]|\u0b47[\u0b3e\u0b56\u0b57]|\u0bc6[\u0bbe\u0bd7]|\u0bc7\u0bbe|"
    "\u0cc6[\u0cc2\u0cd5\u0cd6]|\u0d46[\u0d3e\u0d57]|\u0d47\u0d3e|\u0dd9[\u0dca\u0dcf\u0ddf]"
)
"""Vowel signs of Indic scripts that are one sign in two parts around the letter."""
PILE = 4
"""Marks on one letter, beyond those it is composed with, that no writing needs: phonetic notation
and polytonic Greek have up to three."""
ROW = 3
"""Letters in a row, each with an overlay, that are struck out rather than letters with a stroke."""
OVERLAY = r"\u0334-\u0338\u0332\u0333\u033f\u0489\u20d2\u20d3\u20e5\u20eb"
MANY = 3
"""Words of a line with letters taken apart that are told together: so writes a program, not a slip."""
SINGLETONS = frozenset("\u212a\u212b\u2126")
WORD = 60
"""Letters that are followed at most for the rest of a word."""


class Abuse(msgspec.Struct, frozen=True):
    """A word with marks out of order: its end, the message, and what repairs it."""

    end: int
    message: str
    edits: tuple[Edit, ...]


@functools.cache
def _expressions() -> Expressions:
    """The expressions of the checks, compiled at their first use."""
    return Expressions(
        {
            "taken-apart": rf"[{ALPHABETIC}][{MARK}]{{1,8}}|{JAMO}|{KANA}|{ALEF}|{VOWELS}",
            "piled": rf"(?:\p{{L}}[{PILED}]{{{PILE},}}|(?:\p{{L}}[{PILED}]*[{OVERLAY}][{PILED}]*)"
            rf"{{{ROW}}})",
            "rest": rf"[\p{{L}}{PILED}]*",
        }
    )


def _composed(run: str) -> str | None:
    """A letter and its marks in their composed form; None where there is none, or it looks other."""
    if run[0] in SINGLETONS:
        return None
    composed = unicodedata.normalize("NFC", run)
    return composed if len(composed) < len(run) else None


def _taken_apart(document: Document) -> dict[int, Abuse]:
    """Words with letters that have a composed form, by their first such letter: a fact.

    The words of a line are one where they are MANY: a text that is taken apart as a whole.
    """
    text = document.text
    found: dict[int, Abuse] = {}
    line: list[list[Edit]] = []
    for word in _words_apart(document):
        if line and text.find("\n", line[-1][-1].end, word[0].start) >= 0:
            _tell(text, line, found)
            line = []
        line.append(word)
    _tell(text, line, found)
    return found


def _tell(text: str, line: list[list[Edit]], found: dict[int, Abuse]) -> None:
    """Add the words of a line to what is found, together or one by one."""
    groups = [[edit for word in line for edit in word]] if len(line) >= MANY else line
    for edits in groups:
        listed = ", ".join(dict.fromkeys(f"“{edit.replacement}”" for edit in edits[:4]))
        is_jamo = "\u1100" <= text[edits[0].start] <= "\u1112"
        parts = "letters" if is_jamo else "letter and mark"
        where = f" in {len(line)} words" if len(line) >= MANY else ""
        message = f"{listed} taken apart into {parts}{where}"
        found[edits[0].start] = Abuse(edits[-1].end, message, tuple(edits))


def _words_apart(document: Document) -> Iterator[list[Edit]]:
    """The edits that compose each word, those of piled letters left out."""
    text = document.text
    piles = iter(document.fact(_piles).items())
    pile = next(piles, None)
    word: list[Edit] = []
    for match in _expressions()["taken-apart"].finditer(text):
        while pile and pile[1].end <= match.start():
            pile = next(piles, None)
        composed = _composed(match.group())
        if composed is None or (pile and pile[0] <= match.start()):
            continue
        if word:
            gap = text[word[-1].end : min(match.start(), word[-1].end + WORD + 1)]
            if gap and (len(gap) > WORD or not gap.isalpha()):
                yield word
                word = []
        word.append(Edit(*match.span(), composed))
    if word:
        yield word


def _piles(document: Document) -> dict[int, Abuse]:
    """Words with more marks than any writing needs, by their start: a fact."""
    found: dict[int, Abuse] = {}
    text, last = document.text, 0
    for match in _expressions()["piled"].finditer(text):
        if match.start() < last:
            continue
        if not _is_pile(match.group()):
            continue
        rest = _expressions()["rest"].match(text, match.end())
        last = rest.end() if rest else match.end()
        run = text[match.start() : last]
        marks = sum(not char.isalpha() for char in run)
        letters = max(1, len(run) - marks)
        found[match.start()] = Abuse(last, f"{marks} combining marks on {letters} letters", ())
    return found


def _is_pile(run: str) -> bool:
    """Whether a run is over the measure once its letters are composed."""
    composed = unicodedata.normalize("NFC", run)
    marks = sum(not char.isalpha() for char in composed)
    return marks >= (ROW if sum(map(str.isalpha, run)) >= ROW else PILE)


@rule(
    "CHR008",
    severity=Severity.INFO,
    fix=Safety.SAFE,
    patterns=[
        rf"\p{{L}}[{PILED}]{{1,8}}",
        JAMO,
        KANA,
        ALEF,
        VOWELS,
        rf"(?<=^|[ \t])[{MARK}]{{1,3}}",
    ],
    bad=[
        "The ⟦cafe\u0301⟧ of ⟦Mu\u0308ller⟧.".replace("⟦cafe\u0301⟧", "caf⟦e\u0301⟧").replace(
            "⟦Mu\u0308ller⟧", "M⟦u\u0308⟧ller"
        ),
        "Ti⟦ê\u0301ng Viê\u0323t u\u031bo\u031b\u0301⟧c",
        "Мо⟦и\u0306⟧ дом, е⟦е\u0308⟧ лес",
        "⟦\u1112\u1161\u11ab\u1100\u1173\u11af⟧ 파일",
        "⟦か\u3099⟧っこう",
        "⟦ا\u0654حمد في ب\u09c7\u09be and க\u0bc6\u0bbe⟧",
        "⟦T\u0337\u031be\u0338x\u0336t\u0335⟧ here and ⟦Z\u0351\u0352\u0353\u0354a⟧.",
        "A mark ⟦\u0301⟧ without a letter.",
    ],
    fixed=[
        "The café of Müller.",
        "Tiếng Việt ước",
        "Мой дом, её лес".replace("её", "её"),
        "한글 파일",
        "がっこう",
        "أحمد في ب\u09cb and க\u0bca",
        "T\u0337\u031be\u0338x\u0336t\u0335 here and Z\u0351\u0352\u0353\u0354a.",
        "A mark \u0301 without a letter.",
    ],
    good=[
        "Composed: café, Müller, Tiếng Việt, ἄνθρωπος, ᾅδης, がっこう, 한글.",
        "Without composed form: Yorùbá ọ\u0301, ẹ\u0300; Russian а\u0301, о\u0301; IPA ɛ\u0303\u0301.",
        "Hebrew with points בְּרֵאשִׁ֖ית, Arabic صُمِّمَت, Hindi लड़ाई क़लम, Thai ที่นี่.",
        "The signs Å, K and Ω of physics; compatibility ideographs 神 and 金.",
        "A dotted circle ◌\u0301 and ≠ or x\u0338 in a formula.",
        "Sanskrit in Latin: r\u0325\u0304 and l\u0325.",
        "Greek with everything: ᾅ\u0304 and \u1fb1\u0313\u0301.",
    ],
)
def combining_abuse(document: Document, match: Match) -> Iterator[Finding]:
    """A letter is taken apart into base and mark, marks pile up, or a mark stands without a letter.

    Files from a Mac and some input programs hold é as e and an accent, 한 as three letters: it looks
    the same and is another word to every program. The fix composes just these letters, in Latin,
    Greek, Cyrillic, kana and Hangul, with alef and hamza and the two-part vowels of India. Other
    scripts, whose composed forms Unicode excludes or whose marks have an order of their own, and
    the signs of units (Å, Ω, K) stay as they are. Piles of four marks or more on a letter, and rows
    of letters struck out by overlays, are decoration that no tokeniser can read; a mark after a
    space has lost its letter. Neither has a sure repair.
    """
    start, end = match.span()
    if pile := document.fact(_piles).get(start):
        yield Finding(start, pile.end, pile.message)
    elif word := document.fact(_taken_apart).get(start):
        yield Finding(start, word.end, word.message, Fix(word.edits, Safety.SAFE))
    elif not document.text[start].isalpha() and not document.text[start - 1 : start].strip():
        yield Finding(
            start, end, f"combining mark U+{ord(document.text[start]):04X} without a letter"
        )
