"""Edits that rules make often, so that each is made in one way."""

import re

from textlint.finding import Edit

INK = re.compile(r"\S")


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
