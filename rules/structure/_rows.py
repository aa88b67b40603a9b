"""The lines of a text as plain strings, and what their lengths and first letters rule out.

Most texts are neither wrapped nor shattered nor printed: a few passes in C over lengths and first
letters show that, and no rule then looks at their lines one by one.
"""

import functools
import operator
import re
from itertools import accumulate

from textlint.api import Document


def rows(document: Document) -> list[str]:
    """All lines without the white space around them, the empty ones too: a fact."""
    return list(map(str.strip, document.text.split("\n")))


def inked(document: Document) -> list[str]:
    """The lines that hold more than white space, without that around them: a fact."""
    return list(filter(None, document.fact(rows)))


def begins_low(document: Document) -> list[bool]:
    """Of each line that holds more than white space whether it begins in lower case: a fact."""
    return [line[0].islower() for line in document.fact(inked)]


class _Weights(dict[str, int]):
    """What a line's first character counts: 1 in lower case, -1 in upper case, 0 without a case."""

    def __missing__(self, char: str) -> int:
        self[char] = char.islower() - char.isupper()
        return self[char]


_weights = _Weights()


def has_lower_run(document: Document, least: int) -> bool:
    """Whether `least` neighbouring lines, or more, begin in lower case as often as with a capital."""
    weights = [_weights[line[0]] for line in document.fact(inked)]
    return has_run(weights, least, 0)


def has_run(weights: list[int], least: int, total: int) -> bool:
    """Whether `least` neighbours or more among some numbers have so high a total.

    One of the sums up to each number then exceeds one `least` numbers before it by as much.
    """
    if len(weights) < least:
        return False
    sums = list(accumulate(weights, initial=0))
    lowest = accumulate(sums[: len(sums) - least], min)
    return any(map(operator.ge, sums[least:], map(total.__add__, lowest)))


def runs(document: Document, widths: range) -> list[list[str]]:
    """The lines without an empty or a wide one between them, three and more, one of some width."""
    found, wide = document.fact(rows), widths.stop
    sizes = bytes([size if size < wide else wide for size in map(len, found)])
    return [
        found[match.start() : match.end()]
        for match in _three(wide).finditer(sizes)
        if max(match[0]) in widths
    ]


@functools.cache
def _three(wide: int) -> re.Pattern[bytes]:
    """Three sizes and more, none of them 0 or `wide`."""
    return re.compile(rb"[^\0%b]{3,}" % re.escape(bytes([wide])), re.DOTALL)
