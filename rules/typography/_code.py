"""Whether a line, or a place in it, is program code, where spaces and marks follow other rules."""

import functools
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import regex

from textlint.api import Document, Expressions

AROUND = 200
"""Code points on each side of a place that tell what kind of line it stands in."""
NEARBY = 30
"""Code points on each side of a place in which one sign of code makes it code."""
SIGNS_OF_CODE = 3
"""Signs of code around a place that make it code wherever they stand."""
WORDS_OF_PROSE = 6
"""Words in a part of a line from which a lone sign that prose has too ("= cheap", "<sigh>") is no code."""
WEAK = frozenset("<>=")
"""What every weak sign has in it."""
SIGNS = "{}\\([+=&|$;>"
"""Of which every strong sign has one in it."""
OTHERS, CALLS = "{}\\+=&|$;><", ('("', "('", "()")
"""Of which every other sign of code has one in it."""
JUDGED = 64
"""Lines whose judgement is kept: the matches of a line follow one another."""


@functools.cache
def _expressions() -> Expressions:
    """The expressions of the checks, compiled at their first use."""
    import regex

    sources = {
        "code": r"[{}<>\\]|\w\([\"')]|[\"'] \+ "
        r"|==|=>|&&|\|\||\$[a-z_{]|\s=\s|;[^\S\n]*$|^\s*(?:\$|>>>)\s",
        # Signs that code has and prose hardly; then those that prose has now and then.
        "strong": r"[{}\\]|\w\([\"')]|[\"'] \+ |==|=>|&&|\|\||\$[a-z_{]|;[^\S\n]*$|^\s*(?:\$|>>>)\s"
        r"|\w\(\s|[(\[]\s?[-+*/=<>]{1,2}\s|[(\[]\s[\w*+/=<>!?-]{1,20}\s[(\[]\s",
        "brackets": r"\((?<=\w\()[\"')\s]|[(\[]\s?[-*/<]{1,2}\s|[(\[]\s[\w*/<!?-]{1,20}\s[(\[]\s",
        "weak": r"</?\p{L}{2,12}>|[<>]|\s=\s",
        "words": r"(?<![\p{L}\p{M}])[\p{L}\p{M}]{2,}",
        "ticks": r"`[^`\n]{1,200}`",
    }
    return Expressions(sources, regex.MULTILINE)


def line_of(document: Document, at: int) -> str:
    """The line that holds a code point; of a long line the part around it.

    All places of a stretch of AROUND code points get the same part, so that it is judged once.
    """
    start, end = document.line_span(at)
    stretch = start + (at - start) // AROUND * AROUND
    return document.text[max(start, stretch - AROUND) : min(end, stretch + 2 * AROUND)]


@functools.lru_cache(maxsize=JUDGED)
def code_line(line: str) -> bool:
    """Whether a line looks like program code, where spaces follow other rules."""
    if not any(sign in line for sign in OTHERS) and not any(call in line for call in CALLS):
        return False
    return _expressions()["code"].search(line) is not None


@functools.lru_cache(maxsize=JUDGED)
def _marked_code(line: str) -> bool:
    """Whether a line has so many signs of code that all of it is code."""
    find = _expressions()
    weak = 0 if WEAK.isdisjoint(line) else len(find["weak"].findall(line))
    if not weak and sum(map(line.count, SIGNS)) < SIGNS_OF_CODE:
        return False
    strong = len(_strong(line).findall(line))
    if strong + weak >= SIGNS_OF_CODE or weak > 1:
        return True
    return bool(weak) and len(find["words"].findall(line)) < WORDS_OF_PROSE


def _strong(text: str) -> "regex.Pattern[str]":
    """The strong signs, of a text without others those that are brackets: the same, but quicker."""
    return _expressions()["strong" if any(sign in text for sign in OTHERS) else "brackets"]


def in_code(document: Document, start: int, end: int) -> bool:
    """Whether [start, end) stands in code: between backticks, or with the signs of code near it."""
    text, (low, high) = document.text, document.line_span(start)
    line, find = line_of(document, start), _expressions()
    if _marked_code(line):
        return True
    near = text[max(low, start - NEARBY) : min(high, end + NEARBY)]
    if _strong(near).search(near):
        return True
    if "`" not in line:
        return False
    low, high = max(low, start - AROUND), min(high, end + AROUND)
    return any(
        span.start() + low < start and end < span.end() + low
        for span in find["ticks"].finditer(text[low:high])
    )
