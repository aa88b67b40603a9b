"""Readers: what they make of bytes, and that rewriting touches one string."""

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textlint.document import Document, Part
from textlint.sources import Options, blocks, lines, plain, read
from textlint.sources.jsonl import value_span

TEXT = st.text(alphabet=st.characters(codec="utf-8"), max_size=30)
VALUE = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=6,
)


def chunks(data, path="a.jsonl", **options):
    every = blocks(io.BytesIO(data), path, 40)
    return [chunk for block in every for chunk in read(block, Options(**options))]


@given(
    st.dictionaries(TEXT, VALUE, max_size=4), TEXT, TEXT, st.booleans(), st.sampled_from([None, 1])
)
def test_a_rewritten_record_differs_in_its_text_alone(record, old, new, ensure_ascii, indent):
    separators = (",", ":") if indent else None
    raw = json.dumps({**record, "text": old}, ensure_ascii=ensure_ascii, separators=separators)
    (chunk,) = chunks(raw.encode() + b"\r\n")
    assert chunk.document.text == old
    written = chunk.rewrite(new)
    assert json.loads(written) == {**record, "text": new}
    start, end = value_span(raw, "text")
    head, tail = raw[:start].encode(), raw[end:].encode() + b"\r\n"
    assert written.startswith(head)
    assert written.endswith(tail)
    assert chunk.rewrite(old) == chunk.raw


@given(st.binary(max_size=60), st.booleans())
def test_plain_text_comes_back_byte_for_byte(data, mark):
    data = b"\xef\xbb\xbf" * mark + data.replace(b"\0", b"")
    (chunk,) = chunks(data, "a.txt")
    assert chunk.rewrite(chunk.document.text) == data
    assert not chunk.document.text.startswith("\ufeff") or data.startswith(b"\xef\xbb\xbf" * 2)


def test_a_record_is_named_by_its_id_else_by_its_line():
    data = b'{"id": "x", "text": "a"}\n{"text": "b"}\n\n{"id": {}, "text": "c"}\n{"key": 5, "text": "d"}'
    assert [c.document.record for c in chunks(data) if c.document] == ["x", 2, 4, 5]
    assert [c.document.record for c in chunks(data, id_field="key") if c.document] == [1, 2, 4, 5]


@given(st.lists(st.sampled_from([b"{}", b'{"a": 1}', b" ", b"\r\n", b"\n"])), st.integers(1, 30))
def test_blocks_are_the_file_cut_between_lines(pieces, size):
    data = b"".join(pieces)
    every = list(blocks(io.BytesIO(data), "a.jsonl", size))
    assert b"".join(block.raw for block in every) == data
    assert all(block.raw.endswith(b"\n") for block in every[:-1])
    single = [line for block in every for line in lines(block)]
    assert [(line.first, line.raw) for line in single] == list(enumerate(io.BytesIO(data), 1))


def test_the_text_is_in_the_field_that_is_named():
    (chunk,) = chunks(b'{"text": "a", "body": "b"}', text_field="body")
    assert chunk.document.text == "b"


def test_a_record_that_names_no_language_takes_the_default():
    data = b'{"text": "a", "lang": "und"}\n{"text": "a", "lang": ""}\n{"text": "a", "lang": 7}'
    assert [c.document.language for c in chunks(data, language="de")] == ["de"] * 3
    data = b'{"text": "a", "language": "und", "lang": "pt-BR"}'
    assert [c.document.language for c in chunks(data, language="de")] == ["pt"]


def test_a_record_says_its_language():
    data = b'{"text": "a", "lang": "ko"}\n{"text": "a", "language": "uk"}\n{"text": "a"}'
    assert [c.document.language for c in chunks(data, language="de")] == ["ko", "uk", "de"]


def test_a_byte_order_mark_before_the_first_record():
    (chunk,) = chunks(b'\xef\xbb\xbf{"text": "a ."}')
    assert chunk.rewrite("a.") == b'\xef\xbb\xbf{"text": "a."}'


def test_bytes_that_are_no_utf8_survive_in_a_record():
    (chunk,) = chunks(b'{"text": "caf\xe9 \\u00e9 ."}')
    assert chunk.document.text == "caf\udce9 é ."
    assert chunk.rewrite("caf\udce9 é.") == b'{"text": "caf\xe9 \\u00e9."}'


PIECES = st.lists(
    st.sampled_from(
        [b"word ", b"\n", b"\n\n", b"\r\n", b"x" * 40, "ж语😀".encode(), b"\xff", b" "]
    ),
    max_size=60,
)


@given(PIECES)
def test_a_long_text_comes_in_parts_that_make_it_up(pieces):
    data = b"".join(pieces)
    text = data.decode("utf-8", "surrogateescape")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(plain, "LIMIT", 64)
        patch.setattr("textlint.parts.NEAR", 16)
        parts = chunks(data, "a.txt")
    assert b"".join(part.raw for part in parts) == data
    assert "".join(part.document.text for part in parts) == text
    assert all(len(part.raw) <= 64 + 40 for part in parts)
    whole = Document(text)
    for part in parts:
        ahead = part.document.part.offset
        for offset in range(len(part.document.text)):
            assert part.document.position(offset) == whole.position(ahead + offset)


def test_a_part_ends_with_a_paragraph_else_a_line_else_a_word(monkeypatch):
    monkeypatch.setattr(plain, "LIMIT", 20)
    texts = [
        c.document.text for c in chunks(b"One two.\n\nThree\nfour. Five six seven eight", "a.txt")
    ]
    assert texts == ["One two.\n\n", "Three\n", "four. Five six seven eight"]
    texts = [c.document.text for c in chunks("жжжжжжжжжжжжжжж".encode(), "a.txt")]
    assert texts == ["жжжжжжжжж", "жжжжжж"]


def test_markdown_and_what_is_no_text_stay_whole(monkeypatch):
    monkeypatch.setattr(plain, "LIMIT", 8)
    (chunk,) = chunks(b"```\ncode\n```\n", "a.md")
    assert chunk.document.is_masked(4, 8)
    (chunk,) = chunks(b"word " * 9 + b"\0", "a.txt")
    assert [fault.code for fault in chunk.faults] == ["SRC003"]
    assert chunk.raw == b"word " * 9 + b"\0"


def test_a_part_stays_one_through_fixes():
    document = Document("one", "a.txt", None, "en", part=Part(7, 2, 3, goes_on=True))
    other = document.with_text("one\ntwo")
    assert other.position(1) == (3, 5)
    assert other.position(4) == (4, 1)
    assert other.is_cut(0, 1)
    assert other.is_cut(6, 7)
    assert not other.is_cut(1, 6)
    assert other.language == "en"


@pytest.mark.parametrize("name", ["a.jsonl", "A.JSONL", "a.ndjson", "a.jsonlines", "a.jl"])
def test_json_lines_are_records_by_any_of_their_names(name):
    found = chunks(b'{"text": "One &amp; two."}\n{"text": "Three."}\n', name)
    assert [chunk.document.text for chunk in found] == ["One &amp; two.", "Three."]


def test_other_json_is_no_text():
    (chunk,) = chunks(b'{"text":\n "One &quot;two&quot;."}\n', "a.JSON")
    assert [(fault.code, "JSON Lines" in fault.message) for fault in chunk.faults] == [
        ("SRC003", True)
    ]
