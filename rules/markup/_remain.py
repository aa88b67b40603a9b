"""A piece of Markdown or wikitext in a text."""

import msgspec

from textlint.api import Edit


class Remain(msgspec.Struct, frozen=True):
    """Where it stands (code points), what it is in words, the edits that take it out, its kind."""

    start: int
    end: int
    message: str
    edits: tuple[Edit, ...]
    kind: str
