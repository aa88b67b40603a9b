"""Plain text and Markdown: one file, one document; of a very long text, a document for each part."""

import codecs
from collections.abc import Iterator
from typing import BinaryIO

from textlint.document import WHOLE, Document, Part
from textlint.finding import Finding
from textlint.sources import Chunk, Options
from textlint.sources.markdown import skipped

LIMIT = 4_000_000
"""Bytes up to which a text is linted as a whole: the longest novels are shorter. What is longer is taken
in parts, so that memory does not grow with it."""
NEAR = 100_000
"""Bytes at the end of a part in which the best place to cut it is looked for."""
CUTS = (b"\n\n", b"\n", b" ")
"""After what a part may end, the best first: a paragraph, a line, a word."""
BLOCK = 1_000_000
LONGEST_CHARACTER = 4
"""Bytes of a code point in UTF-8."""
CONTINUATION = range(0x80, 0xC0)


def read(file: BinaryIO, path: str, options: Options) -> Iterator[Chunk]:
    """The file as one chunk, or as several. What is no UTF-8 becomes lone surrogates.

    A BOM is kept apart. Markdown is never cut: what is code in it may begin far ahead.
    """
    data = file.read(LIMIT)
    is_long = len(data) == LIMIT
    if is_long and (path.endswith(".md") or not file.seekable()):
        data, is_long = data + file.read(), False
    if b"\0" in data or (is_long and _holds_nul(file)):
        empty = Document("", path)
        message = "not text: the file holds NUL bytes (binary, UTF-16 or UTF-32)"
        yield Chunk(data + file.read(), empty, (Finding(0, 0, message, code="SRC003"),))
        return
    part = WHOLE
    while more := file.read(LIMIT) if is_long else b"":
        at = _cut(data)
        chunk, text = _chunk(data[:at], path, options, part._replace(goes_on=True))
        yield chunk
        data, part = data[at:] + more, part.after(text)
    yield _chunk(data, path, options, part)[0]


def _chunk(raw: bytes, path: str, options: Options, part: Part) -> tuple[Chunk, str]:
    """A part of a file as a chunk, and its text."""
    has_mark = part.offset == 0 and raw.startswith(codecs.BOM_UTF8)
    mark = codecs.BOM_UTF8 if has_mark else b""
    text = raw[len(mark) :].decode("utf-8", "surrogateescape")
    mask = skipped if path.endswith(".md") else None
    document = Document(text, path, None, options.language, mask, part=part)

    def rewrite(new: str) -> bytes:
        return mark + new.encode("utf-8", "surrogateescape")

    return Chunk(raw, document, (), rewrite), text


def _holds_nul(file: BinaryIO) -> bool:
    """Whether the rest of a file holds NUL bytes; it is read anew from there."""
    at, found = file.tell(), False
    while not found and (block := file.read(BLOCK)):
        found = b"\0" in block
    file.seek(at)
    return found


def _cut(data: bytes) -> int:
    """Where a part ends best: in no word, if it can be helped, and in no character."""
    size = len(data)
    for cut in CUTS:
        if (at := data.rfind(cut, size - NEAR)) >= 0:
            return at + len(cut)
    at = size - 1
    while data[at] in CONTINUATION and at > size - LONGEST_CHARACTER:
        at -= 1
    return at
