"""What of a line is compared with listed phrases: its core, without what may stand around it.

All lines and phrases are folded before they come here. Compiled (`_cores.pxd`): every line is asked about.
"""

import functools
from unicodedata import category

ITEMS = ("* ", "+ ", "- ", "• ")
"""The bullets that most items have."""
MARKED = frozenset(("So", "Sm", "Sk", "Pd", "Ps", "Pe"))
"""Categories of what may stand around a phrase of the packs."""
MARKS = "\u00a0•·…：。！«»‹›﹕︰\u200b\u200c\u200d\u200e\u200f\ufe0f\ufeff"
"""What else may, beyond ASCII."""
LONGEST_COUNT = 6
"""Digits of a count after a phrase, at most."""

Windows = dict[str, tuple[str, ...]]
"""What is said of a link that opens a window, by the last letters."""


def single(text: str) -> str:
    """A text with one blank for all white space between two words, and none around them."""
    before = " "
    for char in text:
        if (char < "!" or char > "~") and char.isspace() and (char != " " or before == " "):
            return " ".join(text.split())
        before = char
    return text.rstrip(" ")


def stripped(text: str) -> str:
    """A text without what may stand around a phrase of the lists by kind: bullets, arrows, marks."""
    start, end = 0, len(text)
    while start < end and _is_bullet(text[start]):
        start += 1
    while start < end and _is_bullet(text[end - 1]):
        end -= 1
    return text[start:end]


def _is_bullet(char: str) -> bool:
    return char in " \t\u00a0\u2003*+•·▪■□●○◦»›>‹«<|-–—→←↑↓▸►▶▾▼▲★☆✓✔✕✖✗×#~_…‣⁃∙:：.,،。⟩⟨"


def bare(text: str) -> str:
    """A line as the phrases of the lists by kind are compared: without bullet, count, arrows and digits."""
    return numberless(single(_trimmed(text)))


def _trimmed(text: str) -> str:
    """A line without bullet, count and arrows."""
    text = stripped(text)
    if not text:
        return text
    first = text[0]
    if first == "o" or first.isdecimal():
        text = _without_bullet(text)
    if text[len(text) - 1] in ")]）":
        text = _without_count(text)
    return text


def _without_bullet(text: str) -> str:
    """A text without "o " or "12. " before its first word."""
    at, size = 1, len(text)
    if text[0] != "o":
        if size > 1 and text[1].isdecimal():
            at = 2
        if at >= size or text[at] not in ".)":
            return text
        at += 1
    rest = text[at:].lstrip(" \t")
    return text if len(rest) == size - at else stripped(rest)


def _without_count(text: str) -> str:
    """A text without a count in brackets at its end: "(12)", "(1.2k)", "[3]"."""
    last = len(text) - 1
    mark = text[last]
    opening = text.rfind("(" if mark == ")" else "[" if mark == "]" else "（")
    if opening < 0 or opening + 1 == last or not text[opening + 1].isdecimal():
        return text
    if mark == ")" and text[last - 1] in "km+":
        last -= 1
    for at in range(opening + 2, last):
        char = text[at]
        if not (char.isdecimal() or (mark == ")" and char in ".,")):
            return text
    return stripped(text[:opening])


def numberless(text: str) -> str:
    """A text with one mark for each number: "page 3 of 1,000" is "page # of #"."""
    parts: list[str] = []
    done = 0
    for at, char in enumerate(text):
        if at < done or char < "0" or "9" < char < "\x80" or not char.isdecimal():
            continue
        parts.append(text[done:at])
        done = _number_end(text, at)
    return "#".join([*parts, text[done:]]) if parts else text


def _number_end(text: str, start: int) -> int:
    """Where a number that starts at a place ends: digits, and single points and commas between them."""
    at, size = start, len(text)
    was_digit = False
    while at < size:
        char = text[at]
        is_digit = char.isdecimal()
        if not is_digit and not (was_digit and char in ".,"):
            break
        was_digit = is_digit
        at += 1
    return at if was_digit else at - 1


def core(line: str, windows: Windows) -> str:
    """A line as the phrases of the packs are compared: without bullet, count and marks, its digits kept."""
    text = single(line)
    first = text[0] if text else " "
    if not ("a" <= first <= "z" or first.isalpha()) or text.startswith("o "):
        if text[:2] in ITEMS and text[2:3].isalpha() and text[3:4] != " ":
            text = text[2:]
        else:
            text = text[_start(text) :]
    end = len(text)
    while end and text[end - 1] in " .!:…»›→":
        end -= 1
    text = text[:end]
    if not text or text[end - 1].isalpha():
        return text
    return text[: _end(text, windows)]


def _start(text: str) -> int:
    """Where the core of a text begins: behind marks, bullets and counts ("2k ", "1.2 ")."""
    at, size = 0, len(text)
    while at < size:
        char = text[at]
        if is_mark(char) or (char in "o¤" and at + 1 < size and text[at + 1] == " "):
            at += 1
            continue
        after = _after_count(text, at)
        if after == at:
            break
        at = after
    return at


def _after_count(text: str, start: int) -> int:
    """Where a count ends that starts at a place and has a blank after it; the place itself if none does.

    "1. " and "2) " number what follows and are no counts.
    """
    size = len(text)
    at = _after_digits(text, start, 4)
    if at == start:
        return start
    if at < size and text[at] in ".,":
        after = _after_digits(text, at + 1, 3)
        at = after if after > at + 1 else at
    if _has_blank(text, at) and at + 1 < size and text[at + 1] in "km" and _has_blank(text, at + 2):
        return at + 2
    if _has_blank(text, at):
        return at
    if at < size and text[at] in "km" and _has_blank(text, at + 1):
        return at + 1
    return start


def _has_blank(text: str, at: int) -> bool:
    """Whether a blank stands at a place, and no mark of a numbered item behind it."""
    size = len(text)
    return at < size and text[at] == " " and not (at + 1 < size and text[at + 1] in ".)")


def _after_digits(text: str, start: int, most: int) -> int:
    """Where a number ends that starts at a place; the place itself if it has more digits, or none."""
    at, size = start, len(text)
    while at < size and text[at].isdecimal():
        at += 1
    return at if at - start <= most else start


def _end(text: str, windows: Windows) -> int:
    """Where the core of a text ends: before marks, counts, and what is said of links."""
    end = len(text)
    while end:
        last = text[end - 1]
        at = _before_window(text, end, windows)
        if at == end and last in ")]":
            at = _before_brackets(text, end)
        if at == end:
            at = _before_count(text, end)
        if at == end:
            if not is_mark(last):
                break
            at = end - 1
        end = at
    return end


def _before_window(text: str, end: int, windows: Windows) -> int:
    """Where what is said of a link begins that ends at a place, brackets around it or not."""
    at = end - 1 if text[end - 1] == ")" else end
    if at:
        for window in windows.get(text[at - 1], ()):
            if text.endswith(window, 0, at):
                at -= len(window)
                return at - 1 if at and text[at - 1] == "(" else at
    return end


def _before_brackets(text: str, end: int) -> int:
    """Where a count in brackets begins that ends at a place: "(12)", "[1.2k+]", "3)"."""
    at = end - 1
    if at and text[at - 1] == "+":
        at -= 1
    if at and text[at - 1] in "km":
        at -= 1
    if at and text[at - 1] == " ":
        at -= 1
    first, least = at, max(at - 8, 0)
    while first > least and (text[first - 1].isdecimal() or text[first - 1] in ".,"):
        first -= 1
    while first <= at and not (first and text[first - 1].isdecimal()):
        first += 1
    if first > at:
        return end
    first -= 1
    return first - 1 if first and text[first - 1] in "([" else first


def _before_count(text: str, end: int) -> int:
    """Where a number begins that ends at a place, with a blank before it: "share 12k"."""
    last = end - 1 if text[end - 1] in "km" else end
    at = last
    while at and text[at - 1].isdecimal():
        at -= 1
    return at if 0 < last - at <= LONGEST_COUNT and at and text[at - 1] == " " else end


def is_mark(char: str) -> bool:
    """Whether a character is a mark that may stand around a phrase of the packs, or a blank."""
    if char < "\x80":
        return char in " *.:!/|_#,;+<=>~^`-([{)]}"
    return not char.isalpha() and _is_odd_mark(char)


@functools.lru_cache(1 << 10)
def _is_odd_mark(char: str) -> bool:
    return char in MARKS or category(char) in MARKED
