"""Edits that rules make often, so that each is made in one way."""

import re

from textlint.finding import Edit
from textlint.pattern import BLANKS

INK = re.compile(r"\S")
OPENING = frozenset("([{«“‘„")


def delete_line(text: str, start: int, end: int) -> Edit:
    """Delete the lines that [start, end) touches, with the blank lines that parted them from the next.

    At the end of the text the blank lines before go instead, and a final line break stays. Code points.
    """
    first = text.rfind("\n", 0, start) + 1
    match = INK.search(text, end)
    rest = match.start() if match else len(text)
    after = text.find("\n", end)
    if rest < len(text) and 0 <= after < rest:
        return Edit(first, text.rfind("\n", 0, rest) + 1)
    kept = len(text[:first].rstrip())
    final = text.endswith("\n") and kept > 0
    newline = "\r\n" if text.endswith("\r\n") else "\n"
    return Edit(kept, len(text) - (len(newline) if final else 0))


def with_blanks(text: str, start: int, end: int) -> tuple[int, int]:
    """[start, end) with the blanks on both its sides, those of its line. Code points."""
    while start > 0 and text[start - 1] in BLANKS:
        start -= 1
    while end < len(text) and text[end] in BLANKS:
        end += 1
    return start, end


def delete_span(text: str, start: int, end: int) -> Edit:
    """Delete [start, end) with the blanks that would be too many; its lines where they hold no more.

    Blanks before the span go with it, at the start of a line those after it; where two words would
    touch, one space parts them. Code points.
    """
    before, after = with_blanks(text, start, end)
    at_start = before == 0 or text[before - 1] == "\n"
    if at_start and (after == len(text) or text[after] in "\r\n"):
        return delete_line(text, start, end)
    if at_start:
        return Edit(before, after)
    touching = text[before - 1] not in OPENING and text[end : end + 1].isalnum()
    return Edit(before, end, " " if touching else "")
