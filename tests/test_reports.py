"""Reports: the wire form to the letter, carets under the right cells, nothing a terminal would obey."""

import io
import json

import pytest
import wcwidth
from hypothesis import given
from hypothesis import strategies as st

from textlint.document import Document
from textlint.finding import Edit, Finding, Fix, Safety, Severity, Span
from textlint.reports import FORMATS, report
from textlint.rule import Rule
from textlint.terminal import ESCAPED, NARROW, SURROGATES, escape, well_formed, width

RULES = {
    "ACM001": Rule(
        code="ACM001",
        name="acme-word",
        severity=Severity.WARNING,
        why="It is a test.",
        check=lambda _document: [],
        bad=("a",),
        good=("b",),
    )
}


def shown(format_name, document, finding, *, color=False):
    out = io.StringIO()
    written = report(format_name, RULES, color=color)
    written.write([written.show(document, [finding])], out)
    return out.getvalue()


def test_the_wire_form():
    document = Document("Bad:\nwo\udc80rd here", "a.jsonl", record="x")
    finding = Finding(
        5,
        10,
        "odd wo\udc80rd",
        Fix((Edit(5, 6, "W"), Edit(9, 10)), Safety.UNSAFE),
        (Span(0, 3),),
        "ACM001",
    )
    assert json.loads(shown("jsonl", document, finding)) == {
        "path": "a.jsonl",
        "record": "x",
        "code": "ACM001",
        "name": "acme-word",
        "category": "acm",
        "severity": "warning",
        "message": "odd wo\ufffdrd",
        "start": 5,
        "end": 10,
        "line": 2,
        "column": 1,
        "end_line": 2,
        "end_column": 6,
        "text": "wo\ufffdrd",
        "related": [{"start": 0, "end": 3, "line": 1, "column": 1, "text": "Bad"}],
        "fix": {
            "safety": "unsafe",
            "edits": [
                {"start": 5, "end": 6, "replacement": "W"},
                {"start": 9, "end": 10, "replacement": ""},
            ],
        },
    }


def test_the_wire_form_without_fix_and_record():
    row = json.loads(
        shown("jsonl", Document("word" * 100, "a.txt"), Finding(0, 400, "", code="ACM001"))
    )
    assert (row["record"], row["fix"], row["related"]) == (None, None, [])
    assert len(row["text"]) == 200


@pytest.mark.parametrize(("end", "place"), [(4, (1, 5)), (5, (2, 1)), (8, (3, 2))])
def test_a_finding_ends_in_its_own_line_or_in_a_later_one(end, place):
    row = json.loads(
        shown("jsonl", Document("four\nx\nyz", "a.txt"), Finding(1, end, "", code="ACM001"))
    )
    assert (row["line"], row["end_line"], row["end_column"]) == (1, *place)


@pytest.mark.parametrize("char", ["\x7f", "\x9b", "\u202e", "\ufeff", "\U000e0041"])
def test_the_wire_form_escapes_what_is_hidden(char):
    line = shown("jsonl", Document(f"a{char}b"), Finding(0, 3, f"x{char}", code="ACM001"))
    assert char not in line
    assert json.loads(line)["text"] == f"a{char}b"


def caret(text, start, end):
    finding = Finding(start, end, "odd", code="ACM001")
    lines = shown("full", Document(text, "a.txt"), finding).split("\n")
    return lines[2].partition("|")[2][1:], lines[3].partition("|")[2][1:]


@pytest.mark.parametrize(
    ("text", "start", "end", "cells"),
    [
        ("one two", 4, 7, (4, 3)),
        ("exile스포츠토토.", 5, 10, (5, 10)),
        ("중문 word", 3, 7, (5, 4)),
        ("e\u0301te\u0301 word", 6, 10, (4, 4)),
        ("a\tword", 2, 6, (2, 4)),
        ("✌️ word", 3, 7, (3, 4)),
        ("a\x1bword", 2, 6, (5, 4)),
        ("word", 4, 4, (4, 1)),
    ],
)
def test_the_caret_stands_under_the_place(text, start, end, cells):
    _, line = caret(text, start, end)
    assert (len(line) - len(line.lstrip()), line.count("^")) == cells


def test_a_long_line_is_cut_around_the_place():
    line, under = caret("a" * 500 + " word " + "b" * 500, 501, 505)
    assert line == "…" + "a" * 39 + " word " + "b" * 39 + "…"
    assert line[under.index("^") :].startswith("word")


def test_only_the_first_line_of_a_finding_is_shown():
    line, under = caret("one two\nthree", 4, 13)
    assert (line, under) == ("one two", "    ^^^")


@pytest.mark.parametrize("name", ["full", "concise"])
def test_the_headline(name):
    fix = Fix.replace(4, 7, safety=Safety.SAFE)
    document = Document("one\ntwo", "a.jsonl", record=7)
    line = shown(name, document, Finding(4, 7, "odd", fix, code="ACM001")).split("\n")[0]
    assert line == "a.jsonl[7]:2:1 ACM001 odd [fix]"


def test_color_is_all_that_color_adds():
    document, finding = Document("one\ntwo", "a.txt"), Finding(4, 7, "odd", code="ACM001")
    for name in FORMATS:
        colored = shown(name, document, finding, color=True)
        for code in ("\x1b[1m", "\x1b[1;33m", "\x1b[36m", "\x1b[0m"):
            colored = colored.replace(code, "")
        assert colored == shown(name, document, finding)


@given(st.text(max_size=60), st.text(max_size=20), st.data())
def test_no_report_holds_what_a_terminal_obeys(text, message, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    document = Document(text, message or "a.txt", record=message)
    for name in FORMATS:
        output = shown(name, document, Finding(start, end, message, code="ACM001"))
        if name != "jsonl":
            assert not any((ord(c) < 32 and c != "\n") or 0x7F <= ord(c) < 0xA0 for c in output)
            assert not set("\u202a\u202e\u2066\u2028\u200b\U000e0041") & set(output)
        else:
            assert output.count("\n") == 1
        output.encode()


def test_escapes_are_readable():
    assert escape("a\x1b[0m\u202e\u200b\tb\n\udc80") == "a\\x1b[0m\\u{202e}\\u{200b}\tb\\x0a\ufffd"
    assert well_formed("\udc80é") == "\ufffdé"
    assert width("日本e\u0301") == 5


@pytest.mark.parametrize(
    "text",
    [
        "plain",
        "日本語",
        "한국어",
        "e\u0301a",
        "✌️ ok",
        "👩\u200d💻!",
        "Привіт",
        "ﾊﾝｶｸ",
        "“”…—",
        "हिरन",
        "ไทยที่",
        "עִברית",
        "1️⃣",
    ],
)
def test_cells_are_counted_as_wcwidth_counts_them(text):
    assert width(text) == wcwidth.wcswidth(text)


def test_narrow_characters_are_a_cell_wide():
    narrow = filter(NARROW.fullmatch, map(chr, range(0x3000)))
    assert {char for char in narrow if wcwidth.wcwidth(char) != 1} == set()


def test_all_that_is_escaped_is_unprintable():
    points = (point for low, high in (*ESCAPED, SURROGATES) for point in range(low, high + 1))
    assert not any(map(str.isprintable, map(chr, points)))
