"""How phrases begin and end, by their letters: groups of beginnings that are made ready when asked for."""

import marshal
from typing import NamedTuple

from textlint.api import compile_re

HEAD = 13
"""Code points of a beginning that are compared."""
START = compile_re(r"(?:[^\w“”\"'‘’]+|[\d_]+|[okm](?=\s))+")
"""What one may take away there: more than marks are bullets ("o ") and counts ("2k ")."""
ENDS = " .,:;!?…»›→)]\"'“”‘।۔؟。！？"
"""What most often is nothing at the end of a line."""
ANY, DIGIT, SERVICE, TITLE, LAST = "\0", "#", "\1", ":", "$"
"""What follows an open beginning: anything, and then the end that is given; a number, the name of a
service, a mark and a title, or anything that ends with the last word of a phrase."""
MOST_GROUPS = 1 << 14
"""Groups that are remembered, empty ones too: 2 MB."""


class Group(NamedTuple):
    """The beginnings of phrases that have their first two code points in common."""

    starts: frozenset[str]
    """Of whole phrases: HEAD code points of them, or all up to the last letter where that is shorter."""
    opens: tuple[tuple[str, str, str], ...]
    """What stands before a hole or a title, or in a whole phrase before a number or the name of a service
    that is among its first HEAD code points; which of them; and the letters that the line ends with."""
    stems: tuple[str, ...]
    """The same by itself."""
    firsts: frozenset[str]
    """The first words of brief phrases, and of those that may have numbers among their words."""
    is_odd: bool
    """Whether lines that begin so do with what a list takes away."""


EMPTY = Group(frozenset(), (), (), frozenset(), is_odd=False)
ODD = EMPTY._replace(is_odd=True)


class Groups(dict[str, Group]):
    """Groups by their two code points, each made ready when it is first asked for."""

    def __init__(self, packed: dict[str, bytes]) -> None:
        super().__init__()
        self._packed = packed

    def __missing__(self, key: str) -> Group:
        group = ODD if START.match(key + "x") else EMPTY
        found: list[list[str]] = [[], [], []]
        for part in {key, key[:1]} & self._packed.keys():
            for number, texts in enumerate(marshal.loads(self._packed[part])):  # noqa: S302
                found[number] += filter(None, texts.split("\n"))
        if any(found):
            starts, opens, firsts = found
            parted = [(text[1:].split("\t"), text[0]) for text in opens]
            group = Group(
                frozenset(starts),
                tuple((start, follow, end) for (start, end), follow in parted),
                tuple(start for (start, _), _ in parted),
                frozenset(firsts),
                group.is_odd,
            )
        if len(self) < MOST_GROUPS:
            self[key] = group
        return group


class Ends(dict[str, frozenset[str]]):
    """The last words of phrases by their last code points, made ready as groups are."""

    def __init__(self, packed: dict[str, str]) -> None:
        super().__init__()
        self._packed = packed

    def __missing__(self, key: str) -> frozenset[str]:
        words = frozenset(filter(None, self._packed.get(key, "").split("\n")))
        if len(self) < MOST_GROUPS:
            self[key] = words
        return words


def without_start(text: str) -> str:
    """A line or phrase from its first letter or quotation mark on."""
    match = START.match(text)
    return text[match.end() :] if match else text


def without_end(text: str) -> str:
    """A line or phrase up to its last letter, if it has one; a count's letter ("2k") is none."""
    if (last := text[-1]).isalpha() and last not in "km":
        return text
    bare = text.rstrip(ENDS)
    at = len(bare)
    while at and (
        not bare[at - 1].isalpha() or (bare[at - 1] in "km" and not bare[at - 2 : at - 1].isalpha())
    ):
        at -= 1
    return bare[:at] or text
