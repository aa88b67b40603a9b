"""JSON Lines: one record a line, the text in one of its fields.

Reading is tolerant: a line that is no JSON costs itself. Writing changes the one string value: what an
edit does not touch keeps its bytes, escapes included.
"""

import codecs
import functools
import io
import json
import re
from bisect import bisect_left
from typing import Any

import msgspec

from textlint.document import Document, primary_language
from textlint.finding import Finding
from textlint.sources import Block, Chunk, Options

LANGUAGE_FIELDS = ("language", "lang")
FIELDS = 8
"""Fields that a message names at most."""
STRING = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"', re.DOTALL)
SPACE = re.compile(r"[ \t\r\n]*")
NESTED = re.compile(STRING.pattern + r"|[\[\]{}]", re.DOTALL)
SCALAR = re.compile(r"[^,}\s]*")
ESCAPE = re.compile(
    r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)", re.DOTALL
)
"""What stands for one code point inside a JSON string by several."""
SURROGATE = re.compile("[\ud800-\udfff]")
"""Lone in a line: an undecodable byte. In a text whose line has none: an escape such as \\udc80."""


def read(block: Block, options: Options) -> list[Chunk]:
    """One chunk a line. Blank lines hold no document; a line that is no record holds its fault."""
    chunks = []
    for number, raw in enumerate(io.BytesIO(block.raw), block.first):
        line = raw.removeprefix(codecs.BOM_UTF8) if number == 1 else raw
        blank = line.isspace() or not line
        chunks.append(Chunk(raw) if blank else _record(raw, line, block.name, number, options))
    return chunks


def _record(raw: bytes, line: bytes, path: str, number: int, options: Options) -> Chunk:
    try:
        value = _decode(line)
    except (ValueError, RecursionError) as error:
        reason = "nested too deeply" if isinstance(error, RecursionError) else str(error)
        return _fault(raw, path, number, "SRC001", f"line {number} is not JSON: {reason}")
    if not isinstance(value, dict):
        return _fault(raw, path, number, "SRC001", f"line {number} is not a JSON object")
    name = value.get(options.id_field)
    record = name if isinstance(name, str | int) and not isinstance(name, bool) else number
    text = value.get(options.text_field)
    if not isinstance(text, str):
        has = ", ".join(list(value)[:FIELDS]) or "none"
        what = "is no string" if options.text_field in value else f"is missing (its fields: {has})"
        message = (
            f"line {number}: the field “{options.text_field}” {what}; --text-field names another"
        )
        return _fault(raw, path, record, "SRC002", message)
    document = Document(text, path, record, _language(value) or options.language)
    return Chunk(raw, document, (), functools.partial(_rewrite, raw, options.text_field, text))


def _language(value: dict[str, Any]) -> str | None:
    """The language that a record names, if it names one."""
    for field in LANGUAGE_FIELDS:
        tag = value.get(field)
        if isinstance(tag, str) and (language := primary_language(tag)):
            return language
    return None


def _fault(raw: bytes, path: str, record: str | int, code: str, message: str) -> Chunk:
    return Chunk(raw, Document("", path, record), (Finding(0, 0, message, code=code),))


def _decode(line: bytes) -> Any:
    """The value of a line; undecodable bytes in it become lone surrogates. ValueError if it is no JSON."""
    try:
        return msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return json.loads(line.decode("utf-8", "surrogateescape"))


def _rewrite(raw: bytes, field: str, old: str, new: str) -> bytes:
    """The line with `new` as its text: only the part where the two texts differ is written anew."""
    line = raw.decode("utf-8", "surrogateescape")
    start, end = value_span(line, field)
    head, tail = _common(old, new)
    encoded = json.dumps(new[head : len(new) - tail], ensure_ascii=line[start:end].isascii())
    if not SURROGATE.search(line):
        encoded = SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", encoded)
    first, last = (
        start + 1 + _inside(line[start + 1 : end - 1], n) for n in (head, len(old) - tail)
    )
    return (line[:first] + encoded[1:-1] + line[last:]).encode("utf-8", "surrogateescape")


def _inside(value: str, offset: int) -> int:
    """Where the code point at `offset` of a text begins in what stands for it in a JSON string."""
    longer = 0
    for escape in ESCAPE.finditer(value):
        if escape.start() - longer >= offset:
            break
        longer += len(escape[0]) - 1
    return offset + longer


def _common(old: str, new: str) -> tuple[int, int]:
    """How many code points two texts share at their start and, apart from these, at their end."""
    limit = min(len(old), len(new))
    head = bisect_left(range(1, limit + 1), True, key=lambda n: old[:n] != new[:n])  # noqa: FBT003
    rest = range(1, limit - head + 1)
    return head, bisect_left(rest, True, key=lambda n: old[-n:] != new[-n:])  # noqa: FBT003


def value_span(line: str, field: str) -> tuple[int, int]:
    """Where the string value of a top-level field stands in a JSON object, its quotes included.

    Of repeated fields the last counts, as for every JSON reader. ValueError where there is none.
    """
    found: tuple[int, int] | None = None
    at = _skip(line, line.index("{") + 1)
    while line[at] != "}":
        key = _match(STRING, line, at)
        at = _skip(line, _skip(line, key.end()) + 1)
        end = _value_end(line, at)
        if json.loads(key[0]) == field:
            found = at, end
        at = _skip(line, end)
        if line[at] == ",":
            at = _skip(line, at + 1)
    if found is None or line[found[0]] != '"':
        raise ValueError(f"no string in field {field!r}")
    return found


def _value_end(line: str, at: int) -> int:
    if line[at] == '"':
        return _match(STRING, line, at).end()
    if line[at] not in "[{":
        return _match(SCALAR, line, at).end()
    depth = 0
    for part in NESTED.finditer(line, at):
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(part[0], 0)
        if depth == 0:
            return part.end()
    raise ValueError("unbalanced brackets")


def _match(pattern: re.Pattern[str], line: str, at: int) -> re.Match[str]:
    match = pattern.match(line, at)
    if match is None:
        raise ValueError(f"no JSON at position {at}")
    return match


def _skip(line: str, at: int) -> int:
    return _match(SPACE, line, at).end()
