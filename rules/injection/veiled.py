"""Spam terms in disguise: other letters, digits for letters, marks between letters, fancy alphabets."""

import functools
import unicodedata
from collections.abc import Iterator

import regex

from textlint.api import Document, Match, compile_regex, fold

from ._guests import majority
from .terms import find_terms

WORDS = (
    "baccarat betting cialis casino gacor jackpot kamagra levitra maxwin poker porn porno roulette "
    "togel tramadol viagra xanax"
).split()
"""What disguises are looked for letter by letter; nobody has another reason to write them so."""
LOOKS = {
    "a": "a@4аɑαａ",
    "b": "bЬｂ",
    "c": "cсϲｃ",
    "e": "e3еｅ",
    "g": "g9ɡｇ",
    "i": "i1!|іıｉ",
    "j": "jјｊ",
    "k": "kкκｋ",
    "l": "l1|ӏｌ",
    "m": "mмｍ",
    "n": "nոｎ",
    "o": "o0оοｏ",
    "p": "pрρｐ",
    "r": "rгｒ",
    "s": "s5$ѕｓ",
    "t": "t7тτｔ",
    "u": "uսｕ",
    "v": "vνѵｖ",
    "w": "wѡｗ",
    "x": "xхχｘ",
    "z": "zｚ",
}
"""What passes for a Latin letter: digits and marks, Cyrillic, Greek and Armenian letters, full width."""
BETWEEN = "\u200b\u200c\u200d\u2060.*_·•~^"
"""Marks put between letters."""
FANCY = (
    "\U0001d400-\U0001d7cb\U0001f130-\U0001f149\U0001f150-\U0001f169\U0001f170-\U0001f189ⓐ-ⓩⒶ-Ⓩ"
    "ａ-ｚＡ-Ｚ"
)
"""Alphabets of mathematics, letters in circles and squares, full width."""
FANCY_DIGITS = "\U0001d7ce-\U0001d7ff０-９0-9"
SQUARED = (0x1F150, 0x1F170)
"""White letters on black circles and squares: NFKC leaves them as they are."""
BRAND = r"\b[a-z]{3,14}(?:77|777|88|888|99|999|123|138|303|4d|bet|slot|toto)\b"
"""How betting sites of the Indonesian trade are called; judged in fancy letters only."""
SYLLABLES = 3
"""Syllables or characters from which a term with marks between is told from an abbreviation."""


def veils() -> Iterator[str]:
    """The patterns of disguises; the named group says which kind it is."""
    for word in WORDS:
        letters = (rf"[{regex.escape(LOOKS.get(c, c))}]" for c in word)
        spelled = rf"[{BETWEEN}]?".join(letters)
        yield rf"(?<![\w@/.])(?P<letters>(?i:{spelled}))(?![\w@/])"
    yield rf"(?P<fancy>[{FANCY}][{FANCY}{FANCY_DIGITS} ]{{2,60}}[{FANCY}{FANCY_DIGITS}])"
    yield r"(?P<marks>[가-힣](?:[.*•~^@★☆♥_][가-힣]){2,12})"
    yield r"(?P<marks>[一-鿿](?:[.*•~^@★☆♥_↓][一-鿿]){2,12})"


def unveiled(document: Document, match: Match) -> tuple[int, int, str] | None:
    """The span and the plain form of a disguised term, None where it is no disguise."""
    kind = match.lastgroup
    text = match[0]
    if kind == "letters":
        return _letters(match)
    if kind == "fancy":
        plain = _plain(text)
        wide = all("\uff00" <= c <= "\uff5f" for c in text if not c.isspace())
        if wide and majority(document) in ("Han", "Hangul"):
            return None
        holds = any(hit.entry.grade in "AB" for hit in find_terms(plain))
        return (*match.span(), plain) if holds or _brand().search(plain) else None
    plain = "".join(c for c in text if c.isalpha())
    hit = next((hit for hit in find_terms(plain) if hit.entry.grade in "AB"), None)
    if hit is None or hit.end - hit.start < SYLLABLES:
        return None
    return match.start() + 2 * hit.start, match.start() + 2 * hit.end - 1, hit.term


def _letters(match: Match) -> tuple[int, int, str] | None:
    """A word of WORDS with a letter that is none of it, or with a mark in every gap."""
    text = fold(match[0])
    marks = sum(c in BETWEEN for c in text)
    bare = "".join(c for c in text if c not in BETWEEN)
    word = next((w for w in WORDS if len(w) == len(bare) and _looks_like(bare, w)), None)
    if word is None or (bare == word and marks < len(word) - 1 and not _has_invisible(text)):
        return None
    if not any((c.isascii() and c.isalpha()) or "\uff00" <= c <= "\uff5f" for c in bare):
        return None
    return (*match.span(), word)


def _looks_like(bare: str, word: str) -> bool:
    return all(char in LOOKS.get(letter, letter) for char, letter in zip(bare, word, strict=True))


def _has_invisible(text: str) -> bool:
    return any(unicodedata.category(c) == "Cf" for c in text)


def _plain(text: str) -> str:
    chars = []
    for char in text:
        base = next((low for low in SQUARED if low <= ord(char) < low + 26), None)
        chars.append(
            chr(ord(char) - base + ord("a")) if base else unicodedata.normalize("NFKC", char)[0]
        )
    return "".join(chars).lower()


@functools.cache
def _brand() -> "regex.Pattern[str]":
    return compile_regex(BRAND)
