"""Files to documents, and back again: one module a file format.

A file is cut into blocks, each of which can be read by itself, by another process, as a series of
chunks. A chunk holds the bytes it came from, so that a fix writes every other byte as it was.
"""

import io
from collections.abc import Callable, Iterator
from typing import BinaryIO, NamedTuple

import msgspec

from textlint.document import WHOLE, Document, Part
from textlint.finding import Finding, Severity

RECORDS = (".jsonl", ".ndjson", ".jsonlines", ".jl")
"""Names of files that hold JSON Lines, in letters of any case."""
SUFFIXES = (".txt", ".md", *RECORDS[:-1])
"""Names of files that a directory is searched for."""


class Block(NamedTuple):
    """Bytes of a file that can be read by themselves: a text or a part of it, or lines that hold records.

    `first` is the number of the first line in the file, `part` which part of a very long text it is.
    """

    name: str
    raw: bytes
    first: int = 1
    part: Part = WHOLE


class Chunk(msgspec.Struct, frozen=True):
    """A part of a file: its bytes, the document in it (None: nothing to lint), the reader's faults.

    `rewrite` gives the chunk's bytes with another text in the place of the document's.
    """

    raw: bytes
    document: Document | None = None
    faults: tuple[Finding, ...] = ()
    rewrite: Callable[[str], bytes] | None = None

    @property
    def is_text(self) -> bool:
        """Whether it holds a document that can be linted: none where the reader found faults."""
        return self.document is not None and not self.faults


class Fault(msgspec.Struct, frozen=True):
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
            "A file that holds NUL bytes is binary, or text in UTF-16 or UTF-32; one named .json holds\n"
            "one value in many lines: never changed. Of JSON, JSON Lines are read: a record a line.",
        ),
    )
}


class Options(msgspec.Struct, frozen=True):
    """How records are read: the fields of text and id, the language of documents that name none."""

    text_field: str = "text"
    id_field: str = "id"
    language: str | None = None


def is_searched_for(name: str) -> bool:
    """Whether a file of this name is linted where its directory is named."""
    return name.lower().endswith(SUFFIXES)


def holds_records(name: str) -> bool:
    """Whether a file of this name is read line by line."""
    return name.lower().endswith(RECORDS)


def blocks(file: BinaryIO, name: str, size: int) -> Iterator[Block]:
    """The blocks of an open file, of records `size` bytes and what completes a line.

    OSError as reading raises it.
    """
    if not holds_records(name):
        from textlint.sources import plain

        yield from plain.blocks(file, name)
        return
    first = 1
    while raw := file.read(size):
        raw += file.readline()
        yield Block(name, raw, first)
        first += raw.count(b"\n")


def lines(block: Block) -> list[Block]:
    """The lines of a block of records, each by itself; of a text the block alone."""
    if not holds_records(block.name):
        return [block]
    return [
        Block(block.name, raw, number)
        for number, raw in enumerate(io.BytesIO(block.raw), block.first)
    ]


def read(block: Block, options: Options) -> list[Chunk]:
    """The chunks of a block, by the ending of its file's name."""
    if holds_records(block.name):
        from textlint.sources.jsonl import read as read_jsonl

        return read_jsonl(block, options)
    from textlint.sources.plain import read as read_plain

    return read_plain(block, options)
