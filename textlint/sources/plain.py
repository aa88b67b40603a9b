"""Plain text and Markdown: one file, one document; of a very long text, a document for each part."""

import codecs
from collections.abc import Iterator
from typing import BinaryIO

from textlint import parts
from textlint.document import WHOLE, Document
from textlint.finding import Finding
from textlint.parts import LIMIT, best_cut
from textlint.sources import Block, Chunk, Options
from textlint.sources.markdown import skipped

CUTS = tuple(map(str.encode, parts.CUTS))
AT_ONCE = 1_000_000
"""Bytes that are looked through at once."""
LONGEST_CHARACTER = 4
"""Bytes of a code point in UTF-8."""
CONTINUATION = range(0x80, 0xC0)
MARKDOWN = ".md"
JSON = ".json"
NOT_TEXT = "not text: the file holds NUL bytes (binary, UTF-16 or UTF-32)"
NO_LINES = "not text: JSON; of JSON, textlint reads JSON Lines, one record a line (.jsonl)"


def blocks(file: BinaryIO, name: str) -> Iterator[Block]:
    """The file as one block, or as several. OSError as reading raises it.

    Markdown is never cut: what is code in it may begin far ahead. Nor is what is no text.
    """
    data = _read(file, LIMIT)
    is_long = len(data) == LIMIT
    if is_long and (_is(name, MARKDOWN) or not file.seekable()):
        data, is_long = data + file.read(), False
    if is_long and (b"\0" in data or _holds_nul(file)):
        data, is_long = data + file.read(), False
    part = WHOLE
    while more := _read(file, LIMIT) if is_long else b"":
        at = _cut(data)
        yield Block(name, data[:at], part=part._replace(goes_on=True))
        part = part.after(_decoded(data[:at], part.offset))
        data = data[at:] + more
    yield Block(name, data, part=part)


def read(block: Block, options: Options) -> list[Chunk]:
    """The block as one chunk. What is no UTF-8 becomes lone surrogates; a BOM is kept apart."""
    raw, path = block.raw, block.name
    if b"\0" in raw or _is(path, JSON):
        fault = Finding(0, 0, NO_LINES if _is(path, JSON) else NOT_TEXT, code="SRC003")
        return [Chunk(raw, Document("", path), (fault,))]
    text = _decoded(raw, block.part.offset)
    mark = codecs.BOM_UTF8 if _has_mark(raw, block.part.offset) else b""
    mask = skipped if _is(path, MARKDOWN) else None
    document = Document(text, path, None, options.language, mask, part=block.part)
    return [Chunk(raw, document, (), lambda new: mark + new.encode("utf-8", "surrogateescape"))]


def _is(name: str, suffix: str) -> bool:
    return name.lower().endswith(suffix)


def _has_mark(raw: bytes, ahead: int) -> bool:
    """Whether a file begins with a BOM, of which `ahead` code points stand before these bytes."""
    return ahead == 0 and raw.startswith(codecs.BOM_UTF8)


def _decoded(raw: bytes, ahead: int) -> str:
    data = raw[len(codecs.BOM_UTF8) :] if _has_mark(raw, ahead) else raw
    return data.decode("utf-8", "surrogateescape")


def _read(file: BinaryIO, size: int) -> bytes:
    """The next `size` bytes, fewer at the end: what is read without a buffer comes as it comes."""
    data = file.read(size)
    while data and len(data) < size and (more := file.read(size - len(data))):
        data += more
    return data


def _holds_nul(file: BinaryIO) -> bool:
    """Whether the rest of a file holds NUL bytes; it is read anew from there."""
    at, found = file.tell(), False
    while not found and (more := file.read(AT_ONCE)):
        found = b"\0" in more
    file.seek(at)
    return found


def _cut(data: bytes) -> int:
    """Where a part ends best: in no word, if it can be helped, and in no character."""
    size = len(data)
    if (at := best_cut(data, size, CUTS)) >= 0:
        return at
    at = size - 1
    while data[at] in CONTINUATION and at > size - LONGEST_CHARACTER:
        at -= 1
    return at
