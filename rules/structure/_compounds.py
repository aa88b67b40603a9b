"""How often words and compounds stand in a text."""

import functools
import re
import unicodedata
from collections import Counter

from textlint.api import Expressions, lowered, parts

LOOKED_UP = 64
"""Words that are searched for one by one before all words of the text are counted."""

_patterns = Expressions(
    {
        "word": r"[\p{L}\p{M}]+(?:[-‐\u2011][\p{L}\p{M}]+)*",
        "part": r"[\p{L}\p{M}]+",
    }
)


class Words:
    """How often words stand in a text, in lower case, compounds whole: looked up one by one.

    The parts of words that may be split do not count. So many as LOOKED_UP are searched for in the
    text, which for all of its words takes two hundred times as long; then all words are counted.
    """

    def __init__(self, text: str) -> None:
        self._text = lowered(text).replace("‐", "-")
        self._parts: Counter[str] | None = None
        self._known: dict[str, int] = {}
        self._all: Counter[str] | None = None

    def __getitem__(self, word: str) -> int:
        if word not in self._known:
            self._known[word] = self._count(word.replace("‐", "-")) - self._split[word]
        return self._known[word]

    def _count(self, word: str) -> int:
        if self._all is None and len(self._known) < LOOKED_UP:
            return self._find(word)
        if self._all is None:
            find = _patterns["word"].findall
            self._all = Counter()
            for part in parts(self._text):
                self._all.update(find(part))
        return self._all[word]

    def _find(self, word: str) -> int:
        """How often a word stands in the text: what is no part of a longer one."""
        text, size, count = self._text, len(word), 0
        at = text.find(word)
        while at >= 0:
            end = at + size
            if not (_goes_on(text[end : end + 2]) or _goes_on(text[max(0, at - 2) : at][::-1])):
                count += 1
            at = text.find(word, end)
        return count

    @property
    def _split(self) -> Counter[str]:
        """How often each word is a part of one that may be split."""
        if self._parts is None:
            text, find, last = self._text, _patterns["part"], 0
            self._parts = Counter()
            for gap in _gaps().finditer(text):
                start = gap.start()
                while start > last and _is_of_word(text[start - 1]):
                    start -= 1
                if start < gap.start() and (right := find.match(text, gap.end())):
                    self._parts.update((text[start : gap.start()], right[0]))
                    last = right.end()
        return self._parts


@functools.cache
def _gaps() -> re.Pattern[str]:
    """A hyphen and the blanks between the parts of a word."""
    white = r"[\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]"
    return re.compile(rf"[-\xac\xad]{white}+")


def _goes_on(beside: str) -> bool:
    """Whether a word goes on in the two characters beside it, the nearer one first."""
    mark = beside[:1]
    return _is_of_word(mark) or (mark in {"-", "\u2011"} and _is_of_word(beside[1:]))


def _is_of_word(char: str) -> bool:
    return char.isalpha() or unicodedata.category(char or " ")[0] == "M"
