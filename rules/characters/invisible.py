"""Characters without a glyph that stand where no script needs them."""

import functools
from collections.abc import Iterator

from textlint.api import (
    BLANKS,
    UNSPACED,
    Document,
    Edit,
    Expressions,
    Finding,
    Fix,
    Match,
    Safety,
    Severity,
    rule,
    script_of,
)

from ._half import is_half
from ._needed import SELECTORS, WIDE, is_joining, is_needed
from ._removal import named, removal
from .smuggled import hides

NAMES = {
    "\u00ad": "soft hyphen",
    "\u034f": "combining grapheme joiner",
    "\u115f": "Hangul filler",
    "\u1160": "Hangul filler",
    "\u180b": "Mongolian variation selector",
    "\u180c": "Mongolian variation selector",
    "\u180d": "Mongolian variation selector",
    "\u180e": "Mongolian vowel separator",
    "\u180f": "Mongolian variation selector",
    "\u200b": "zero-width space",
    "\u200c": "zero-width non-joiner",
    "\u200d": "zero-width joiner",
    "\u2060": "word joiner",
    "\u2061": "invisible function sign",
    "\u2062": "invisible times",
    "\u2063": "invisible comma",
    "\u2064": "invisible plus",
    "\u2800": "Braille blank",
    "\u3164": "Hangul filler",
    "\ufe0e": "text style selector",
    "\ufe0f": "emoji style selector",
    "\uffa0": "Hangul filler",
    "\ufff9": "annotation mark",
    "\ufffa": "annotation mark",
    "\ufffb": "annotation mark",
    "\ufffc": "object replacement character",
    **{chr(code): "variation selector" for code in range(0xFE00, 0xFE0E)},
}
CLASS = (
    "\u00ad\u034f\u115f\u1160\u180b-\u180f\u200b-\u200d\u2060-\u2064\u206a-\u206f\u2800\u3164"
    f"\uffa0\ufff9-\ufffc\U0001d173-\U0001d17a{SELECTORS}"
)
CLOSERS = frozenset(".!?…,;:)”»\"'’")
BRACKETS = frozenset(("()", "[]", "{}"))
"""Empty, they are a finding of their own: what stood in them was more than a character."""
OPENERS = frozenset("\"'“„«‘(")
ANNOTATION = frozenset("\ufff9\ufffa\ufffb")
NEAR = 5000
"""Code points on each side of a place in which its words are looked for."""
WORD = 40
"""Code points on each side that are looked at for the halves of a word."""


@functools.cache
def _expressions() -> Expressions:
    """The expressions of the checks, compiled at their first use."""
    return Expressions({"letters-before": r"\p{L}+$", "letters": r"\p{L}+"})


def _repair(document: Document, start: int, end: int) -> Fix:
    """What takes a run [start, end) out without joining words that it kept apart."""
    text = document.text
    run = text[start:end]
    left, right = text[start - 1 : start] if start else "", text[end : end + 1]
    if "\u00ad" in run and (fix := _unhyphened(text, start, end)):
        return fix
    if left and left + right in BRACKETS:
        return Fix.replace(start, end, safety=Safety.UNSAFE)
    if not left or not right or left.isspace() or right.isspace():
        return Fix((removal(document, start, end),), Safety.SAFE)
    if WIDE & set(run) and (left.isalnum() or right.isalnum()):
        return Fix.replace(start, end, " ", safety=Safety.SAFE)
    if ANNOTATION & set(run):
        return Fix.replace(start, end, safety=Safety.UNSAFE)
    if _parts_words(document, start, end):
        return Fix.replace(start, end, " ", safety=Safety.UNSAFE)
    safety = Safety.UNSAFE if _may_part(document, start, end) else Safety.SAFE
    return Fix.replace(start, end, safety=safety)


def _unhyphened(text: str, start: int, end: int) -> Fix | None:
    """What repairs a run with a soft hyphen where deleting it is not the sure repair."""
    if broken := _broken_word(text, start, end):
        return Fix((broken,), Safety.UNSAFE)
    left, right = text[start - 1 : start] if start else "", text[end : end + 1]
    if left and _may_be_half(left):
        return Fix.replace(start, end, safety=Safety.UNSAFE)
    if left.isdigit() and right.isdigit():
        return Fix.replace(start, end, "-", safety=Safety.UNSAFE)
    return None


def _may_be_half(left: str) -> bool:
    """Whether a soft hyphen may be half of a damaged character: its byte, AD, continues one in UTF-8.

    What begins such a one is read as a capital or a sign past ASCII (`Ã`, `Ð`, `â€`), rarely before
    a soft hyphen of a word.
    """
    latin = "\x80" <= left < "\u0300" and not left.islower()
    return latin or (left.isupper() and not left.isascii()) or "\u2010" <= left < "\u2e80"


def _broken_word(text: str, start: int, end: int) -> Edit | None:
    """The edit that joins a word whose soft hyphen was printed at the end of a line."""
    after = end
    while after < len(text) and (text[after] in BLANKS or text[after] in "\r\n"):
        after += 1
    if text.count("\n", end, after) != 1 or not text[start - 1 : start].isalpha():
        return None
    return Edit(start, after) if text[after : after + 1].islower() else None


def _parts_words(document: Document, start: int, end: int) -> bool:
    """Whether a run stands where a space is missing: two words or sentences would touch."""
    text = document.text
    run, left, right = text[start:end], text[start - 1], text[end]
    if "\u00ad" in run or not right.isalnum() or script_of(right) in UNSPACED:
        return False
    if left in ".!?…,;:)”":
        return right.isalpha() and "://" not in text[max(0, start - WORD) : start]
    if "\ufffc" in run:
        return left.isalnum()
    if not (left.isalpha() and right.isalpha()):
        return False
    if left.islower() and right.isupper():
        return True
    before = _expressions()["letters-before"].search(text, max(0, start - WORD), start)
    after = _expressions()["letters"].match(text, end, end + WORD)
    halves = [half[0] for half in (before, after) if half and len(half[0]) > 1]
    return len(halves) > 1 and all(_is_a_word(document, half, start) for half in halves)


def _may_part(document: Document, start: int, end: int) -> bool:
    """Whether a zero-width space may stand for a lost one: between words, numbers or quotations.

    The halves of a word are sure to be its halves where it stands near by as a whole.
    """
    text = document.text
    left, right = text[start - 1], text[end]
    if "\u200b" not in text[start:end] or script_of(left) in UNSPACED:
        return False
    if left in CLOSERS and right in OPENERS:
        return True
    if not (left.isalnum() and right.isalnum()) or script_of(right) in UNSPACED:
        return False
    before = _expressions()["letters-before"].search(text, max(0, start - WORD), start)
    after = _expressions()["letters"].match(text, end, end + WORD)
    return not (before and after and _is_a_word(document, before[0] + after[0], start))


def _is_a_word(document: Document, word: str, at: int) -> bool:
    """Whether a word stands between spaces somewhere near a place of the document."""
    return document.text.find(f" {word} ", max(0, at - NEAR), at + NEAR) >= 0


@rule(
    "CHR001",
    severity=Severity.WARNING,
    fix=Safety.SAFE,
    patterns=[rf"[{CLASS}]+"],
    bad=[
        "The Förder⟦\u00ad⟧produkten and the inter⟦\u00ad⟧est.",
        "The average ⟦\u200b\u200b⟧temperature rose.",
        "A heading⟦\u200b⟧\n⟦\u200b⟧\nThe text ⟦\u200b⟧ goes on⟦\u200b⟧, slowly⟦\u200b⟧ .",
        "Open /usr/⟦\u200b⟧share/⟦\u200b⟧doc and exam⟦\u200b⟧ples.",
        "The first sentence.⟦\u200b⟧The next word⟦\u2060⟧Next.",
        "Some of the many saw all of⟦\u200b⟧the others.",
        "The picture ⟦\ufffc⟧ shows (⟦\ufffc⟧) it.",
        "⟦\u2063⟧A message with 2 tbsp⟦\u2063⟧\n",
        "Newsletter ⟦\u034f⟧ ⟦\u200c⟧ ⟦\u034f⟧ preview",
        "A nick⟦\u3164⟧name with a blank.\n⟦\u2800⟧\nThe end.",
        "A runner 🏃⟦\u200d⟧ and a stray⟦\ufe0f⟧ selector.",
        "نمی‌⟦\u200c⟧خواهم",
        "Is it worth it⟦\u2060\u2060⟧?",
        "Das Ende der Zei⟦\u00ad⟧\nle und die Jahre 2010⟦\u00ad⟧2012.",
    ],
    fixed=[
        "The Förderprodukten and the interest.",
        "The average temperature rose.",
        "A heading\nThe text goes on, slowly.",
        "Open /usr/share/doc and examples.",
        "The first sentence. The next word Next.",
        "Some of the many saw all of the others.",
        "The picture shows () it.",
        "A message with 2 tbsp\n",
        "Newsletter preview",
        "A nick name with a blank.\nThe end.",
        "A runner 🏃 and a stray selector.",
        "نمی‌خواهم",
        "Is it worth it?",
        "Das Ende der Zeile und die Jahre 2010-2012.",
    ],
    good=[
        "می‌خواهم کتاب‌ها را بخوانم، PDF‌ها و ۵‌ساله؛ سال ۱۴۰۲ ه‍.ش",
        "क्‍या यह श्री‌मान हैं? രാജാവ്‌ അവന്‍ ශ්‍රී ලංකා র‍্যাব টিপ্পণি‍য়",
        "Emoji: 👨‍👩‍👧‍👦 🏳️‍🌈 🤹🏽‍♀️ ❤️ ☎︎ 1️⃣ ↩︎ 👩🏽‍🦰 🏴‍☠️",
        "สวัสดี\u200bครับ ភាសា\u200bខ្មែរ ကျွန်\u200bတော် とても\u200b美しい",
        "葛\U000e0100城市 芦\ufe00屋 𦍌\U000e0101",
        "ᠮᠣᠩᠭᠣᠯ\u180b ᠬᠡᠯᠡ\u180eᠠ",
        "The night\u2060—it was dark\u2060— and so on\u2060… The end.\u2060 \u2060… “And you?\u2060”",
        "The values sin\u2061x and 2\u2062x and a\u2063b of f\u2061(x)",
        "\u2800\u2800⣴⣿⣿⣦\u2800\u2800 a picture in Braille dots",
        "Bytes of Chinese, ä¸\u00adå›½, of Korean, ¼\u00ad¿ï½Ã°¡, and of Spanish, asÃ\u00ad",
        "\u3164ㅂㅏㄴ in an old encoding of Hangul",
        "לְ\u034fִּ a Hebrew point, and 𝅘𝅥\U0001d173𝅘𝅥𝅮 a beam",
    ],
)
def invisible_char(document: Document, match: Match) -> Iterator[Finding]:
    """An invisible character stands where no script needs it: zero-width space, soft hyphen, joiner.

    Left by editors, machine translation, newsletters and hyphenation meant for a narrow column;
    words with one in them are found by no search and counted by no tokeniser. A run is one
    finding. Kept are the joiners of Arabic and Indic scripts and of emoji; zero-width spaces
    between the words of Thai, Lao, Khmer, Burmese, Tibetan and Japanese; variation selectors after
    a base that takes them; word joiners beside dashes and other marks; operators in formulas; the
    fillers of old Hangul; the blanks of pictures in Braille. Where a space is missing as well
    (between sentences, before a capital, between two words of the document) the fix puts one,
    and is unsafe; so is joining what a zero-width space parts (“some|thing”, “of|the”), unless the
    whole word stands near by. A byte order mark is the business of ENC008, hidden writing that of CHR003.

    In 1.2 million words of clean text in 16 languages 14 runs are reported, all of them damage
    (9 doubled zero-width spaces of one translation program); 590 word joiners beside the dashes
    of carefully set novels are not.
    """
    text, (start, end) = document.text, match.span()
    if end - start == 1 and text[start] in "\u200c\u200d" and is_joining(text, start, start, end):
        return
    if text[start:end] == "\u00ad" and is_half(text, start):
        return
    idle = [at for at in range(start, end) if not is_needed(document, at, start, end)]
    if not idle or hides(document, idle[0], idle[-1] + 1):
        return
    first, last = idle[0], idle[-1] + 1
    if len(idle) == last - first:
        fix = _repair(document, first, last)
    else:
        edits = tuple(Edit(at, at + 1) for at in idle)
        fix = Fix(edits, Safety.SAFE)
    what = named(NAMES, "".join(text[at] for at in idle))
    yield Finding(first, last, f"{what}{_place(text, first, last)}", fix)


def _place(text: str, start: int, end: int) -> str:
    """Where a run stands, in words."""
    left, right = text[start - 1 : start] if start else "\n", text[end : end + 1] or "\n"
    if left == "\n" and right in "\r\n":
        return " alone on a line"
    if left.isspace() or right.isspace():
        return " beside white space" if " " in left + right else " at the edge of a line"
    return " inside a word" if left.isalpha() and right.isalpha() else " between characters"
