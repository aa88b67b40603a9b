"""How characters that nobody sees are taken out of a text, with the blanks that would be too many."""

from textlint.api import Document, Edit, delete_line, with_blanks

OPENING = frozenset("([{“„‘")
CLOSING = frozenset(",.)]}”")
HIGH = frozenset(";:!?»")
MOST = 4
"""Different characters of a run that a message names."""
FRENCH_STYLE = frozenset(("fr", "br", "oc", "co", None))
"""Languages that put a space before ; : ! ? » and the case of not knowing the language."""


def removal(document: Document, start: int, end: int) -> Edit:
    """Delete [start, end), code points, so that no blank is doubled, leads or trails a line.

    A line that holds no more goes as a whole; blanks between words stay single; nothing ever joins.
    """
    text = document.text
    before, after = with_blanks(text, start, end)
    at_start = before == 0 or text[before - 1] == "\n"
    at_end = after == len(text) or text[after] in "\r\n"
    if at_start and at_end:
        return delete_line(text, start, end)
    if at_end:
        return Edit(before, end)
    mark = text[after]
    closes = mark in CLOSING or (mark in HIGH and document.language not in FRENCH_STYLE)
    if before == start and not at_start:
        return Edit(start, after if closes or text[start - 1] in OPENING else end)
    if not at_start and (closes or text[before - 1] in OPENING):
        return Edit(before, after)
    return Edit(start, after)


def named(names: dict[str, str], run: str) -> str:
    """The names of the characters of a run, each once, with the code point where there is one."""
    kinds = list(dict.fromkeys(run))
    if len(kinds) == 1:
        name = f"{names.get(run[0], 'invisible character')} U+{ord(run[0]):04X}"
        return name if len(run) == 1 else f"{len(run)} × {name}"
    listed = ", ".join(dict.fromkeys(names.get(c, f"U+{ord(c):04X}") for c in kinds[:MOST]))
    more = " and more" if len(kinds) > MOST else ""
    return f"{len(run)} invisible characters ({listed}{more})"
