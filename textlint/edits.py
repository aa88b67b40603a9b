"""Edits that rules make often, so that each is made in one way."""

from textlint.finding import Edit
from textlint.lines import Lines, without_lines
from textlint.pattern import BLANKS

OPENING = frozenset("([{«“‘„")


def delete_line(text: str, start: int, end: int) -> Edit:
    """Delete the lines that [start, end) touches, so that those around them stand as if alone.

    Of the breaks before and after one stays: the one with blank lines where a paragraph ends there. At
    the end of the text a final line break stays. Fixes that make this edit of lines that follow one
    another go together (`textlint.fix`). Code points.
    """
    if (
        1 < start < end < len(text) - 1
        and text[start - 1] == "\n" == text[end]
        and not (text[start - 2].isspace() or text[end - 1].isspace() or text[end + 1].isspace())
    ):
        return Edit(start, end + 1)  # as below, of a line among others without blank lines
    return without_lines(text, [Lines.of(text, start, end)])


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
