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

    The expression must find a word from its start alone (`(?<!\w)\w+`), and none with a space in it. It
    may look around it as far as the next space.
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
    """A text in parts of AT_ONCE code points, each up to the end of the word that it ends in."""
    return (text[start:end] for start, end in part_spans(text, AT_ONCE))


def part_spans(text: str, size: int) -> Iterator[tuple[int, int]]:
    """Where the parts of a text lie, of `size` code points and what follows up to a space, it included."""
    at = 0
    while at < len(text):
        end = text.find(" ", at + size) + 1 or len(text)
        yield at, end
        at = end
