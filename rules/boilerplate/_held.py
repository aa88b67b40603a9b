"""Which lines of a text any list holds: the lists by kind, the packs, the headings of other articles.

Compiled (`_held.pxd`): every line is looked up.
"""

import functools
from collections.abc import Sequence

from textlint.api import Line, fold

from ._cores import single
from ._kinds import Found, Kinds, split
from ._packs import Packs, Plain
from ._sieve import Sieve

LONGEST = 320
"""Code points of a line that may be listed: the longest legal lines of forms have 250."""
HEADING = 60
"""Code points of a heading over other articles, at most."""
HEADING_WORDS = 10
"""Words of the same, at most."""
REMEMBERED = 1 << 13
"""Lines that are remembered: pages of a site say the same. 2 MB."""
MARKS = " \t\u00a0*+•·▪■●»›▸►▶▼▷→>|#_~–—-:：.…【】[]〈〉《》「」◆◇■□★☆※"
"""What may stand around one."""

Holed = dict[str, list[tuple[str, str]]]
"""What stands before and after a hole, by the word that the line starts with, or ends with."""
Said = tuple[Found | None, Plain | None, bool]
"""What the lists by kind and the packs say of a line; whether it heads other articles."""
Held = tuple[int, Found | None, Plain | None, bool]
"""A line by number, and what is said of it."""


def unmarked(text: str) -> str:
    """A line, folded, as headings are compared: without the marks around it."""
    return single(text).strip(MARKS)


class Headings:
    """What stands over lists of other articles, folded."""

    def __init__(self, whole: frozenset[str], holed: Holed) -> None:
        self.whole = whole
        self.holed = holed

    def hold(self, line: str) -> bool:
        """Whether a line, folded, announces a list of other articles."""
        size = len(line)
        if size > HEADING or line[size - 1] == "." or line.count(" ") >= HEADING_WORDS:
            return False
        bare = unmarked(line)
        if bare in self.whole:
            return True
        if line[size - 1] in "!?。":
            return False
        at = bare.find(" ")
        if at < 0:
            return self._fills(bare, bare)
        return self._fills(bare, bare[:at]) or self._fills(bare, bare[bare.rfind(" ") + 1 :])

    def _fills(self, bare: str, word: str) -> bool:
        """Whether a line fills the hole of a heading that starts or ends with a word."""
        for before, after in self.holed.get(word, ()):
            if (not before or bare.startswith(f"{before} ")) and (
                not after or bare.endswith(f" {after}")
            ):
                return True
        return False


class Lists:
    """All lists."""

    def __init__(self, sieve: Sieve, kinds: Kinds, packs: Packs, headings: Headings) -> None:
        self._sieve = sieve
        self._kinds = kinds
        self._packs = packs
        self._headings = headings
        self._say = functools.lru_cache(REMEMBERED)(self.look_up)

    def held(self, lines: Sequence[Line]) -> list[Held]:
        """The lines that a list holds, by number."""
        found: list[Held] = []
        number = -1
        for each in lines:
            number += 1
            text = each.text
            if len(text) <= LONGEST and self._may_hold(text):
                said = self._say(text)
                if said:
                    found.append((number, *said))
        return found

    def look_up(self, text: str) -> Said | tuple[()]:
        """What all lists say of a line; nothing where they hold it not."""
        line = fold(text)
        kind, pack = self._kinds.find(line), self._packs.find(line)
        heads = self._headings.hold(line)
        return (kind, pack, heads) if heads or kind is not None or pack is not None else ()

    def _may_hold(self, line: str) -> bool:
        """Whether a list may hold a line, or one of the parts of a row."""
        is_row = line[len(line) - 1] not in ".!?。"
        if self._sieve.passes(line, is_row):
            return True
        if is_row and _is_parted(line):
            for part in split(line):
                if self._sieve.passes(part, True):  # noqa: FBT003
                    return True
        return False


def _is_parted(line: str) -> bool:
    """Whether a line holds what may part a row (`split`)."""
    before = " "
    for char in line:
        if char < "a" or char > "z":
            if char == " ":
                if before == " ":
                    return True
            elif (
                char in "|¦│｜·•›»>＞→⟩▸►" or (char in "/\\–—-" and before == " ") or char.isspace()
            ):
                return True
        before = char
    return False
