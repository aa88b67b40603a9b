"""Plain text and Markdown: one file, one document."""

import codecs

from textlint.document import Document
from textlint.finding import Finding
from textlint.sources import Block, Chunk, Options
from textlint.sources.markdown import skipped


def read(block: Block, options: Options) -> list[Chunk]:
    """The whole file as one chunk. What is no UTF-8 becomes lone surrogates; a BOM is kept apart."""
    raw, path = block.raw, block.name
    mark = codecs.BOM_UTF8 if raw.startswith(codecs.BOM_UTF8) else b""
    if b"\0" in raw:
        empty = Document("", path)
        message = "not text: the file holds NUL bytes (binary, UTF-16 or UTF-32)"
        return [Chunk(raw, empty, (Finding(0, 0, message, code="SRC003"),))]
    text = raw[len(mark) :].decode("utf-8", "surrogateescape")
    mask = skipped if path.endswith(".md") else None
    document = Document(text, path, None, options.language, mask)
    return [Chunk(raw, document, (), lambda new: mark + new.encode("utf-8", "surrogateescape"))]
