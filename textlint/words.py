"""Which words stand in a text: a few are looked up, many are listed."""

from collections.abc import Iterator
from typing import Protocol

LOOKED_UP = 32
"""Words that are searched for one by one: as many cost what a list of all the words of a text does."""
AT_ONCE = 64_000
"""Code points whose words are listed at a time: the list of all takes ten times the memory of a text."""


class _Match(Protocol):
    def end(self) -> int: ...


class _Pattern(Protocol):
    """A compiled expression of `re` or `regex`."""

    def match(self, string: str, pos: int = ..., /) -> _Match | None: ...
    def findall(self, string: str, /) -> list[str]: ...


class Words:
    r"""The words of a text, as an expression finds them: `"bridge" in words`.

    The expression must find a word from its start alone (`(?<!\w)\w+`), and none with a space in it.
    """

    def __init__(self, text: str, word: _Pattern) -> None:
        self._text, self._word = text, word
        self._known: dict[str, bool] = {}
        self._all: set[str] | None = None

    def __contains__(self, word: object) -> bool:
        if not isinstance(word, str) or not word:
            return False
        if self._all is not None:
            return word in self._all
        if word not in self._known:
            if len(self._known) == LOOKED_UP:
                self._all = {
                    found for part in parts(self._text) for found in self._word.findall(part)
                }
                return word in self._all
            self._known[word] = self._stands(word)
        return self._known[word]

    def _stands(self, word: str) -> bool:
        at, size = self._text.find(word), len(word)
        while at >= 0:
            if (match := self._word.match(self._text, at)) and match.end() == at + size:
                return True
            at = self._text.find(word, at + 1)
        return False


def lowered(text: str) -> str:
    """A text in lower case, made in parts: at once it takes twelve times the memory of plain Latin."""
    return "".join(map(str.lower, parts(text)))


def parts(text: str) -> Iterator[str]:
    """A text in parts of AT_ONCE code points and what is left of the word that they end in."""
    at = 0
    while at < len(text):
        end = text.find(" ", at + AT_ONCE)
        end = end if end >= 0 else len(text)
        yield text[at:end]
        at = end
