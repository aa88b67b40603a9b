"""Files to documents, and back again: one module a file format.

A file is read as a series of chunks. A chunk holds the bytes it came from, so that a fix writes every
other byte as it was.
"""

from collections.abc import Callable, Iterator
from typing import BinaryIO, NamedTuple

from textlint.document import Document
from textlint.finding import Finding, Severity

SUFFIXES = (".txt", ".md", ".jsonl")
"""Names of files that a directory is searched for."""


class Chunk(NamedTuple):
    """A part of a file: its bytes, the document in it (None: nothing to lint), the reader's faults.

    `rewrite` gives the chunk's bytes with another text in the place of the document's.
    """

    raw: bytes
    document: Document | None = None
    faults: tuple[Finding, ...] = ()
    rewrite: Callable[[str], bytes] | None = None


class Fault(NamedTuple):
    """A kind of damage that a reader meets before there is a text to lint; listed beside the rules."""

    code: str
    name: str
    why: str
    severity: Severity = Severity.ERROR
    category: str = "source"

    @property
    def summary(self) -> str:
        """The first line of the reason."""
        return self.why.split("\n", 1)[0]


FAULTS = {
    fault.code: fault
    for fault in (
        Fault(
            "SRC001",
            "unreadable-record",
            "A line of a JSONL file that is no JSON object: it cannot be linted, the others are.",
        ),
        Fault(
            "SRC002",
            "missing-text",
            "A record without a text: the field that should hold it is absent, or holds no string.\n"
            "Name the right field with --text-field.",
        ),
        Fault(
            "SRC003",
            "not-text",
            "A file that holds NUL bytes is binary, or text in UTF-16 or UTF-32: never changed.",
        ),
    )
}


class Options(NamedTuple):
    """How records are read: the fields of text and id, the language of documents that name none."""

    text_field: str = "text"
    id_field: str = "id"
    language: str | None = None


def read(file: BinaryIO, path: str, options: Options) -> Iterator[Chunk]:
    """The chunks of an open file, by the ending of its name; OSError as reading raises it."""
    if path.endswith(".jsonl"):
        from textlint.sources.jsonl import read as read_jsonl

        return read_jsonl(file, path, options)
    from textlint.sources.plain import read as read_plain

    return read_plain(file, path, options)
