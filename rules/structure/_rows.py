"""What the lengths and first letters of a text's lines rule out.

Most texts are neither wrapped nor shattered nor printed: a few passes in C over lengths and first
letters show that, and no rule then looks at their lines one by one.
"""

import functools
import re
from itertools import accumulate
from unicodedata import category

from textlint.api import Document, compile_re, inked, rows

KEPT = 10_000
"""Characters whose case is kept: a megabyte."""


class _Cases(dict[int, str]):
    """The case of a character: `l` lower, `U` a capital, `A` another sign in upper case, `-` none.

    By code point, for `str.translate`.
    """

    def __missing__(self, code: int) -> str:
        if len(self) == KEPT:
            self.clear()
        char = chr(code)
        capital = "U" if category(char) == "Lu" else "A" if char.isupper() else "-"
        self[code] = "l" if char.islower() else capital
        return self[code]


_cases = _Cases()


def cases(lines: list[str]) -> str:
    """The cases that lines begin with, a character each; none of them may be empty."""
    return "".join([line[0] for line in lines]).translate(_cases)


def first_cases(document: Document) -> str:
    """The cases that the lines with more than white space begin with: a fact."""
    return cases(document.fact(inked))


def begins_low(document: Document, least: int) -> bool:
    """Whether `least` neighbouring lines, or more, begin in lower case as often as with a capital."""
    found = document.fact(first_cases)
    if "l" not in found:
        return "-" * least in found
    return has_run(weights(document), least, 0)


def weights(document: Document) -> list[int]:
    """1 for each line that begins in lower case, -1 for each that begins with a capital."""
    return [WEIGHTS[case] for case in document.fact(first_cases)]


WEIGHTS = {"l": 1, "U": -1, "A": -1, "-": 0}


def has_run(weights: list[int], least: int, total: int) -> bool:
    """Whether `least` neighbours or more among some numbers have so high a total.

    One of the sums up to each number then exceeds one `least` numbers before it by as much.
    """
    sums = list(accumulate(weights, initial=0))
    lowest = total
    for before, here in zip(sums, sums[least:], strict=False):
        if before + total < lowest:  # noqa: PLR1730 - min is slow
            lowest = before + total
        if here >= lowest:
            return True
    return False


def runs(document: Document, widths: range) -> list[list[str]]:
    """The lines without an empty or a wide one between them, three and more, one of some width."""
    found, wide = document.fact(rows), widths.stop
    sizes = bytes([n if n < wide else wide for n in map(len, found)])  # noqa: FURB136 - min is slow
    return [
        found[match.start() : match.end()]
        for match in _three(wide).finditer(sizes)
        if max(match[0]) in widths
    ]


@functools.cache
def _three(wide: int) -> re.Pattern[bytes]:
    """Three sizes and more, none of them 0 or `wide`."""
    return compile_re(rb"[^\0%b]{3,}" % re.escape(bytes([wide])), re.DOTALL)
