"""Where the signs of markup stand in a text: looked up once for all rules."""

from bisect import bisect_left
from collections.abc import Container, Iterable

SIGNS = "^{}|`~\\<>@$%#*_&[]=+;("
"""The characters of markup, the rarest first."""
COMMON = "QXZJKVYUGWOFLHDNRBPEMCSTIA\"(:'-.,zqxjkvbpygfwmucldrhsnioate "
"""What else is often met in texts, the rarest first; all other characters are rarer."""
NUMBERS = bytes(SIGNS.find(chr(code)) + 1 for code in range(128))


class Signs:
    """Where each sign stands in a text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._rows: list[list[int]] = [[] for _ in SIGNS]
        self._look(NUMBERS)

    def _look(self, numbers: bytes) -> None:
        for at, char in enumerate(self.text):
            if char < "\x80":
                number = numbers[ord(char)]
                if number:
                    row = self._rows[number - 1]
                    row.append(at)

    def has_any(self, anchors: Iterable[str]) -> bool:
        """Whether one of the anchors stands in the text."""
        for anchor in anchors:  # noqa: SIM110 - a loop: compiled, it takes half of what `any` does
            if self._has(anchor):
                return True
        return False

    def places(self, anchors: Iterable[str], start: int = 0, end: int | None = None) -> list[int]:
        """Where one of the anchors stands that begin in [start, end), in order."""
        beyond = len(self.text) if end is None else end
        found: list[int] = []
        for anchor in anchors:
            self._add(found, anchor, start, beyond)
        found.sort()
        return found

    def before(self, sign: str, heads: Container[str]) -> list[int]:
        """Where a sign stands before white space, or before what begins with one of the heads.

        These are of one character or two, case-folded.
        """
        found: list[int] = []
        text = self.text
        for at in self._rows[SIGNS.index(sign)]:
            ahead = text[at + 1 : at + 2]
            if (
                ahead.isspace()
                or ahead.casefold() in heads
                or (text[at + 1 : at + 3].casefold() in heads)
            ):
                found.append(at)
        return found

    def stuck(self, sign: str) -> list[int]:
        """Where a sign stands before a digit, and behind something that is not white space."""
        found: list[int] = []
        text, size = self.text, len(self.text)
        for at in self._rows[SIGNS.index(sign)]:
            if 0 < at < size - 1 and text[at + 1].isdigit() and not text[at - 1].isspace():
                found.append(at)  # noqa: PERF401 - a loop compiles to less
        return found

    def named(self, sign: str) -> list[int]:
        """Where a sign stands behind a dot and three or four characters: the ending of a file's name."""
        found: list[int] = []
        text = self.text
        for at in self._rows[SIGNS.index(sign)]:
            if at > 4 and (text[at - 4] == "." or text[at - 5] == "."):  # noqa: PLR2004
                found.append(at)  # noqa: PERF401 - a loop compiles to less
        return found

    def _has(self, anchor: str) -> bool:
        number, before, rarest = _sign_of(anchor)
        if number == 0:  # a character alone is looked for at ten times the speed
            return rarest in self.text and anchor in self.text
        for at in self._rows[number - 1]:
            if at >= before and self.text.startswith(anchor, at - before):
                return True
        return False

    def _add(self, found: list[int], anchor: str, start: int, end: int) -> None:
        """Note where an anchor stands."""
        number, before, rarest = _sign_of(anchor)
        if number == 0:
            beyond = end + len(anchor) - 1
            at = self.text.find(anchor, start, beyond) if rarest in self.text else -1
            while at >= 0:
                found.append(at)
                at = self.text.find(anchor, at + 1, beyond)
            return
        row = self._rows[number - 1]
        for index in range(bisect_left(row, start + before), len(row)):
            at = row[index] - before
            if at >= end:
                return
            if self.text.startswith(anchor, at):
                found.append(at)


KNOWN: dict[str, tuple[int, int, str]] = {}
"""What has been found out of anchors: there are a few hundred."""


def _sign_of(anchor: str) -> tuple[int, int, str]:
    """The number of an anchor's rarest sign (0: none), what stands before it, its rarest character."""
    if anchor not in KNOWN:
        sign = min((char for char in anchor if char in SIGNS), key=SIGNS.index, default="")
        number = SIGNS.index(sign) + 1 if sign else 0
        KNOWN[anchor] = number, anchor.find(sign), min(anchor, key=COMMON.find)
    return KNOWN[anchor]
