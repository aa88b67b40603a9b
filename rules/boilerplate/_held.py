"""Which lines of a text any list holds: the lists by kind, the packs, the headings of other articles.

Compiled (`_held.pxd`): every line is looked up.
"""

from collections.abc import Iterable

from ._cores import Shape, single
from ._kinds import Found, Kinds
from ._packs import Packs, Plain

LONGEST = 320
"""Code points of a line that may be listed: the longest legal lines of forms have 250."""
HEADING = 60
"""Code points of a heading over other articles, at most."""
HEADING_WORDS = 10
"""Words of the same, at most."""
MARKS = " \t\u00a0*+•·▪■●»›▸►▶▼▷→>|#_~–—-:：.…【】[]〈〉《》「」◆◇■□★☆※"
"""What may stand around one."""
SHORT = 48
"""Code points of a line that is remembered."""
REMEMBERED = 1 << 14
"""Lines that are remembered, of at most SHORT code points: 3 MB."""

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

    def hold(self, shape: Shape) -> bool:
        """Whether a line, folded, announces a list of other articles."""
        line = shape.line
        size = len(line)
        if size > HEADING or line[size - 1] == "." or line.count(" ") >= HEADING_WORDS:
            return False
        bare = shape.text.strip(MARKS)
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
    """All lists, and what they said of short lines: pages of a site say the same, and rows of menus do."""

    def __init__(self, kinds: Kinds, packs: Packs, headings: Headings) -> None:
        self._kinds = kinds
        self._packs = packs
        self._headings = headings
        self._known: dict[str, Said | tuple[()]] = {}

    def held(self, lines: Iterable[str]) -> list[Held]:
        """The lines, folded and without white space around them, that a list holds, by number."""
        found: list[Held] = []
        number = -1
        for line in lines:
            number += 1
            is_short = len(line) <= SHORT
            said = self._known.get(line) if is_short else None
            if said is None:
                said = self._look_up(line)
                if is_short:
                    if len(self._known) >= REMEMBERED:
                        self._known.clear()
                    self._known[line] = said
            if said:
                found.append((number, *said))
        return found

    def _look_up(self, line: str) -> Said | tuple[()]:
        """What all lists say of a line; nothing where they hold it not."""
        if len(line) > LONGEST:
            return ()
        shape = Shape(line)
        kind = self._kinds.find(shape)
        pack = self._packs.find(shape)
        heads = self._headings.hold(shape)
        return (kind, pack, heads) if heads or kind is not None or pack is not None else ()
