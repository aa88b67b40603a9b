"""Which invisible characters a script, an emoji or a formula needs where they stand."""

import functools

from textlint.api import BLANKS, Document, Expressions

SELECTORS = "\ufe00-\ufe0f\U000e0100-\U000e01ef"
JOINERS = frozenset("\u200c\u200d")
OPERATORS = frozenset("\u2061\u2062\u2063\u2064")
WIDE = frozenset("\u2800\u3164\uffa0")
"""Characters without ink that take up room: they part words as a space does."""
OF_SCRIPTS = (
    ("grapheme-joiner", "pointed"),
    ("mongolian-control", "mongolian"),
    ("hangul-filler", "jamo"),
    ("musical-control", "musical"),
)
"""Classes of characters that are needed beside those of another class."""
TIED = frozenset("—–-‐‑―…")
"""Marks that typographers tie to the word beside them."""
AROUND = 200
"""Code points on each side in which other Braille patterns make a picture or Braille text."""
WORD = 40
"""Code points on each side of an operator in which its letters are counted."""


@functools.cache
def _expressions() -> Expressions:
    """The expressions of the checks, compiled at their first use."""
    sources = {
        # Scripts whose letters change their shape beside a joiner, or that part syllables with it.
        "joining": r"[\p{L}\p{M}--[\p{Latin}\p{Greek}\p{Cyrillic}\p{Armenian}\p{Georgian}\p{Hebrew}"
        r"\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Bopomofo}\p{Common}\u0300-\u036f]]",
        "pictograph": r"[\p{Extended_Pictographic}\U0001f3fb-\U0001f3ff\u20e3\U000e007f"
        r"\U0001f1e6-\U0001f1ff]",
        "emoji": r"[\p{Emoji}\p{Extended_Pictographic}]",
        "unspaced": r"[\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}\p{Tibetan}\p{Javanese}\p{Balinese}"
        r"\p{Tai_Tham}\p{New_Tai_Lue}]",
        "selector": rf"[{SELECTORS}]",
        "grapheme-joiner": "\u034f",
        "pointed": r"[\p{M}\p{Hebrew}]",
        "mongolian-control": "[\u180b-\u180f]",
        "mongolian": r"\p{Mongolian}",
        "hangul-filler": "[\u115f\u1160]",
        "musical-control": "[\U0001d173-\U0001d17a]",
        "musical": "[\U0001d100-\U0001d1ff]",
        "kana": r"[\p{Hiragana}\p{Katakana}]",
        "varied": r"[\p{Sm}\p{Myanmar}\p{Phags_Pa}\p{Egyptian_Hieroglyphs}\p{Manichaean}\p{Han}"
        r"0\u3000-\u303f\uff00-\uffef]",
        "ideograph": r"[\p{Han}]",
        "jamo": r"[\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]",
        "braille": r"[\u2801-\u28ff]",
        "old-hangul": r"[\u3131-\u318e]{3}",
        "letters-before": r"\p{L}+$",
        "letters": r"\p{L}+",
    }
    import regex

    return Expressions(sources, regex.V1)


def _is(name: str, char: str) -> bool:
    """Whether a character (or none) is of a class."""
    return bool(char) and _expressions()[name].match(char) is not None


def is_needed(document: Document, at: int, start: int, end: int) -> bool:
    """Whether the character at `at`, in the invisible run [start, end), has work to do there."""
    text = document.text
    char = text[at]
    left, right = text[start - 1 : start] if start else "", text[end : end + 1]
    if char in JOINERS:
        return is_joining(text, at, start, end)
    if char == "\u200b":
        return at == start and _is_word_break(document, left, right)
    if char in WIDE:
        return _is_wide_needed(text, char, start, end)
    if char in OPERATORS:
        return end - start == 1 and _is_formula(text, char, start, end)
    if char == "\u2060":
        return end - start == 1 and _is_tie(text, start, end)
    if _is("selector", char):
        return at == start and _is_selecting(char, left)
    return any(
        _is(kind, char) and (_is(base, left) or _is(base, right)) for kind, base in OF_SCRIPTS
    )


def _is_selecting(selector: str, base: str) -> bool:
    """Whether a variation selector stands after a base that takes it."""
    if selector in "\ufe0e\ufe0f":
        return _is("emoji", base) or _is("varied", base)
    return _is("ideograph" if selector >= "\U000e0100" else "varied", base)


def is_joining(text: str, at: int, start: int, end: int) -> bool:
    """Whether a joiner or non-joiner shapes a letter beside it, or makes one emoji of two."""
    left, right = text[start - 1 : start] if start else "", text[end : end + 1]
    only = text.find(text[at], start, end) == at  # a second one of a kind does nothing more
    if _is("joining", left):
        return only
    if _is("joining", right) and left and not left.isspace():
        return only
    if text[at] == "\u200d" and _is("joining", right):
        return only  # shows the form that a letter has inside a word
    if text[at] == "\u200d" and at == end - 1 and _is("pictograph", right):
        return not text[start:at].strip("\ufe0f\ufe0e") and _is("pictograph", left)
    return False


def _is_word_break(document: Document, left: str, right: str) -> bool:
    """Whether a zero-width space parts the words of a script without spaces."""
    if _is("unspaced", left) or _is("unspaced", right):
        return True  # beside a space as well: so people type Khmer
    if left.isspace() or right.isspace():
        return False
    both_han = _is("ideograph", left) and _is("ideograph", right)
    return _is("kana", left) or _is("kana", right) or (both_han and document.language == "ja")


def _is_tie(text: str, start: int, end: int) -> bool:
    """Whether a word joiner forbids a break as typographers do: beside a dash, a mark, an ellipsis.

    A spaced ellipsis has two, one on each side of its space.
    """
    left, right = text[start - 1 : start] if start else "", text[end : end + 1]
    if left in TIED or right in TIED:
        return bool(left and right)
    if not left or not right or "\n" in (left, right):
        return False
    if left.isspace() or right.isspace():
        return (right in BLANKS and text[end + 1 : end + 2] == "\u2060") or (
            left in BLANKS and start > 1 and text[start - 2] == "\u2060"
        )
    return not (left.isalnum() and right.isalnum())


def _is_wide_needed(text: str, char: str, start: int, end: int) -> bool:
    """Whether a blank with a width of its own is part of a Braille picture or of old Hangul."""
    if char == "\u2800":
        find = _expressions()["braille"].search
        return find(text, max(0, start - AROUND), end + AROUND) is not None
    old = char == "\u3164" and _expressions()["old-hangul"].match(text, end)
    return old is not None and old is not False


def _is_formula(text: str, char: str, start: int, end: int) -> bool:
    """Whether an invisible operator stands inside a formula: sin\u2061x, 2\u2062x."""
    left, right = text[start - 1 : start] if start else "", text[end : end + 1]
    if not left or not right or left.isspace() or right.isspace():
        return False
    if char == "\u2061":
        return left.isalnum() or left in ")]}"
    before = _expressions()["letters-before"].search(text, max(0, start - WORD), start)
    after = _expressions()["letters"].match(text, end, end + WORD)
    return not (before and after and len(before[0]) > 1 and len(after[0]) > 1)
