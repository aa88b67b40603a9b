"""The lines of a document as lists are asked about them, and which of them a list holds."""

import functools

from textlint.api import Document, folded_lines

from ._held import Held, Lists


@functools.cache
def lists() -> Lists:
    """All lists."""
    from . import _lexicon, _lines, _lists

    return Lists(_lexicon.lexicon(), _lines.lexicon(), _lists.headings())


def is_heading(document: Document, line: str) -> bool:
    """Whether a line is a heading of Markdown: "## Search" is of a manual rather than a page's button."""
    return document.has_markup and line.startswith("#")


def held(document: Document) -> list[Held]:
    """The lines that a list holds: a fact."""
    return lists().held(document.fact(folded_lines))
