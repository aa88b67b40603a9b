"""Arabic letters in the shapes of a printer: which they are, and whether they run the right way."""

import functools
import unicodedata

from textlint.api import Expressions

SHAPES = "\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdc7\ufe70-\ufefc"
"""Letters in the shape that they have at the start, in the middle or at the end of a word; the
honorifics (ﷺ) and ornate brackets among them are signs of their own and left out."""
HARAKAT = "\u064b-\u0652\u0670"
LAM_ALEF = frozenset(map(chr, range(0xFEF5, 0xFEFD)))
"""Two letters in one shape, that old keyboards type: alone it is the word “not”."""
LONGEST = 100
"""Code points between the first and the last shape of one finding."""
PASSAGE = rf"[{SHAPES}](?:[{SHAPES}{HARAKAT}،؛؟.: ]{{0,{LONGEST}}}[{SHAPES}])?"
"""Words in shapes, one after another."""
AROUND = 40
"""Code points on each side of a passage whose words say in which order the line runs."""


@functools.cache
def _expressions() -> Expressions:
    """The expressions of the checks, compiled at their first use."""
    return Expressions(
        {
            "word": rf"[{SHAPES}](?:[{SHAPES}{HARAKAT}]{{0,{LONGEST}}}[{SHAPES}])?",
            "shape": rf"[{SHAPES}]",
            "letter": r"[\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff]",
            "point": rf"[{HARAKAT}]",
        }
    )


def is_table(text: str, start: int, end: int) -> bool:
    """Whether [start, end) shows the shapes of a letter, or the sign of the Hijra, rather than words."""
    find = _expressions()
    if _is_letter(text, start - 1) or _is_letter(text, end):
        return False
    shapes = find["shape"]
    words = find["word"].findall(text, start, end)
    single = all(len(shapes.findall(word)) == 1 and word not in LAM_ALEF for word in words)
    return single and not find["point"].search(text, start, end + 1)


def is_ordered(text: str, start: int, end: int) -> bool:
    """Whether the words of [start, end), and those near it, are written in reading order.

    Where a program took the shapes from left to right, a shape that joins the next one is not
    followed by one that joins the one before it.
    """
    for word in _expressions()["word"].finditer(text, max(0, start - AROUND), end + AROUND):
        first, last = word.span()
        inside = first >= start and last <= end
        open_start = not inside or _is_letter(text, first - 1)
        open_end = not inside or _is_letter(text, last)
        if not _fits(word.group(), open_start=open_start, open_end=open_end):
            return False
    return True


def _is_letter(text: str, at: int) -> bool:
    """Whether an ordinary Arabic letter stands at a place."""
    return at >= 0 and _expressions()["letter"].match(text, at, at + 1) is not None


def _fits(word: str, *, open_start: bool, open_end: bool) -> bool:
    """Whether the shapes of a word join one another; at an open end another letter may follow."""
    shapes = _expressions()["shape"].findall(word)
    forms = [unicodedata.decomposition(char).split(" ", 1)[0] for char in shapes]
    joins_next = [form in {"<initial>", "<medial>"} for form in forms]
    joined = [form in {"<final>", "<medial>"} for form in forms]
    if (joined[0] and not open_start) or (joins_next[-1] and not open_end):
        return False
    return all(a == b for a, b in zip(joins_next, joined[1:], strict=False))
