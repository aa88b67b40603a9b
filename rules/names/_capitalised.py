"""The capitalised words of a text: one walk over its characters that makes no strings."""

from array import array

SHORTEST = 4
"""Letters that a name needs to be compared: below it most pairs one letter apart are different words."""
FACTOR, ALL = 1_000_003, (1 << 42) - 1
"""What makes numbers of words: two words of a book share one by chance once in 100,000 books."""
CASE, CAPITAL = 0x60, 0x40
"""Bits of a letter of Latin-1, and what they are in capitals."""
BETWEEN = " \u00a0-"
"""What joins the parts of a name."""
NEIGHBOUR = 24
"""Characters up to where a name before a name begins."""
BEHIND = 40
"""Characters up to where a name behind a name ends."""
APART = 50
"""Characters from one capitalised word to the next in a text of few; where there are more, room is made."""


def number(word: str) -> int:
    """The number that stands for a word."""
    value = 0
    for ch in word:
        value = (value * FACTOR + ord(ch)) & ALL
    return value


class Capitalised:
    """The capitalised words of four letters and more: each one's number, beginning and end, in order.

    Latin, Greek and Cyrillic ones. A word beside a damaged letter is none: it may be half a word. An
    apostrophe is a part of Ukrainian and Belarusian ones.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.count = self.room = 0
        self._walk(text + "\n")  # ends the last word

    def _walk(self, text: str) -> None:
        end = 0
        for at, ch in enumerate(text):
            # Bits tell capitals of Latin-1: blanks and small letters take one branch, which is foreseen.
            if (ord(ch) & CASE == CAPITAL or "ÿ" < ch <= "ῼ") and at >= end:
                end = at + 1
                if _is_capital(ch) and not (at and _goes_on(text, at - 1)):
                    end = self._add(text, at, ch)

    def _add(self, text: str, at: int, ch: str) -> int:
        """Where the word that begins at `at` with `ch` ends; add it if it is long enough."""
        end, value = at, 0
        while "a" <= ch <= "z" or _is_letter(ch) or (ch in "'’ʼ" and _is_inner(text, end)):
            value = (value * FACTOR + ord(ch)) & ALL
            end += 1
            ch = text[end]
        if end - at >= SHORTEST and not _joins(ch):
            if self.count == self.room:
                self._make_room()
            slot = 3 * self.count
            self.words[slot], self.words[slot + 1], self.words[slot + 2] = value, at, end
            self.count += 1
        return end

    def _make_room(self) -> None:
        self.room = 2 * self.room or len(self.text) // APART + 4
        words = array("q", bytes(8 * 3 * self.room))
        if self.count:
            words[: 3 * self.count] = self.words
        self.words: array[int] = words

    def places(self, wanted: dict[int, str]) -> dict[str, list[tuple[int, int]]]:
        """The spans of the words with some numbers, by what `wanted` has for them, in order."""
        found: dict[str, list[tuple[int, int]]] = {name: [] for name in wanted.values()}
        for at in range(0, 3 * self.count, 3):
            name = wanted.get(self.words[at])
            if name is not None:
                found[name].append((self.words[at + 1], self.words[at + 2]))
        return found

    def different(self) -> set[str]:
        """The different words."""
        spans = range(1, 3 * self.count, 3)
        return {self.text[self.words[at] : self.words[at + 1]] for at in spans}


def name_before(text: str, start: int) -> str:
    """The word with a capital that a name at `start` follows, as its first name does; "" for none."""
    low, end = max(0, start - NEIGHBOUR), start - 1
    if start < 2 or text[end] not in BETWEEN:  # noqa: PLR2004 - a letter and a blank
        return ""
    while end > low and text[end - 1].isspace():
        end -= 1
    at = end
    while at > low and not (text[at - 1] == "-" or text[at - 1].isspace()):
        at -= 1
    return text[at:end] if at < end and _part(text, at, end) == end else ""


def name_behind(text: str, end: int) -> str:
    """The word with a capital behind a name that ends at `end`; "" for none."""
    high = min(len(text), end + BEHIND)
    at = end + 2 if end + 1 < high and text[end] in "'’" and text[end + 1] == "s" else end
    if at + 1 >= high or text[at] not in BETWEEN:
        return ""
    return text[at + 1 : _part(text, at + 1, high)]


def _part(text: str, at: int, end: int) -> int:
    """Where the part of a name that begins at `at` ends: no further than `end`, `at` if there is none."""
    ch = text[at]
    if not ch.isalnum() or ch.isdecimal() or _is_small(ch):
        return at
    at += 1
    while at < end and (text[at].isalnum() or text[at] in "_'’.-"):
        at += 1
    return at


def _is_small(ch: str) -> bool:
    """Whether it is a common small letter."""
    return (
        "a" <= ch <= "z"
        or ("à" <= ch <= "ÿ" and ch != "÷")
        or "α" <= ch <= "ώ"
        or "а" <= ch <= "я"
        or ch in "ёіїєґ"
    )


def _goes_on(text: str, at: int) -> bool:
    """Whether a word goes on with the character at `at`, before the end."""
    return _joins(text[at]) or (at > 0 and _is_inner(text, at))


def _is_capital(ch: str) -> bool:
    """Whether a name can begin with the character."""
    if ch < "À":
        return "A" <= ch <= "Z"
    if ch > "ῼ" or ch in "×÷" or "ɏ" < ch < "Ά" or "Ϋ" < ch < "Ѐ" or "Я" < ch < "Ѡ":
        return False
    return (ch >= "Ḁ" or ch <= "ԯ") and not ch.islower()


def _is_letter(ch: str) -> bool:
    """Whether it is a letter of the three alphabets, or a combining mark."""
    if ch < "À":
        return "a" <= ch <= "z" or "A" <= ch <= "Z" or ch in "ªº"
    if ch <= "ԯ":
        return not ("ɏ" < ch < "\u0300" or "ͽ" < ch < "Ά" or ch in "×÷")
    return "Ḁ" <= ch <= "ῼ"


def _joins(ch: str) -> bool:
    """Whether a word goes on with the character, or may: letters, digits, marks, damaged bytes."""
    if ch <= "\x7f":
        return "a" <= ch <= "z" or "A" <= ch <= "Z" or "0" <= ch <= "9" or ch == "_"
    return ch.isalnum() or _is_letter(ch) or "\ud800" <= ch <= "\udfff" or ch == "\ufffd"


def _is_inner(text: str, at: int) -> bool:
    """Whether an apostrophe stands at `at` where Ukrainian writes one: П'ять."""
    return (
        text[at] in "'’ʼ"
        and "Ѐ" <= text[at - 1] <= "ӿ"
        and at + 1 < len(text)
        and text[at + 1] in "яюєїЯЮЄЇ"
    )
