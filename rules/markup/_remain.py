"""A piece of Markdown or wikitext in a text."""

from typing import NamedTuple

from textlint.api import Edit


class Remain(NamedTuple):
    """Where it stands (code points), what it is in words, the edits that take it out, its kind."""

    start: int
    end: int
    message: str
    edits: tuple[Edit, ...]
    kind: str
