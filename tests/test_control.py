"""Control characters, line ends and marks: what goes, what comes in its place, what stays."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textlint_rules.characters import _controls as controls

from textlint.document import Document
from textlint.finding import Safety
from textlint.fix import fix
from textlint.lint import Linter
from textlint.plugins import load
from textlint.scan import ReferenceScanner

CODES = ("CHR004", "ENC007", "ENC008", "STR010")
RULES = {code: load().rules[code] for code in CODES}
SCANNER = ReferenceScanner(RULES)
ODD = st.lists(
    st.sampled_from(
        [
            *"\0\x08\x13\x14\x15\x19\x1a\x1b\x1c\x1f\x7f\v\f\x85\x92\x93\x94\x96\x80\x9b\u2028\u2029",
            *"\ufeff\ufffe\uf0b7\ue000\r\n \t\u00a0ab.A1â€Ã_",
            "\r\n",
            "\x1b[31m",
            "(cid:3)",
            "â\x80\x99",
        ]
    ),
    max_size=30,
).map("".join)


def lint_with(*codes: str):
    linter = Linter({code: RULES[code] for code in codes}, SCANNER)

    def lint(document: Document):
        found = linter.lint([document])[0]
        assert not linter.failures
        return found

    return lint


def repaired(text: str, *codes: str, unsafe: bool = False) -> str:
    lint = lint_with(*codes)
    document = Document(text, "example.txt", "1")
    result = fix(document, lint(document), lint, unsafe=unsafe)
    assert not result.fighting
    return result.text


@settings(deadline=None)
@given(ODD)
def test_fixes_settle(text):
    repaired(text, *CODES)
    repaired(text, *CODES, unsafe=True)


@settings(deadline=None)
@given(ODD)
def test_safe_fixes_take_no_visible_character_but_printed_twice(text):
    visible = [char for char in "ab.A1" if char in text and "\x08" not in text]
    after = repaired(text, "CHR004", "ENC008")
    for char in visible:
        if "\x1b" not in text and "\x9b" not in text:
            assert text.count(char) == after.count(char)


@settings(deadline=None)
@given(ODD)
def test_line_ends_are_of_one_kind_after_the_fix(text):
    after = repaired(text, "ENC008")
    ends = after.count("\r\n"), after.count("\r"), after.count("\n")
    assert ends[0] == ends[1]
    assert ends[0] in {0, ends[2]}


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Co", "Cn"]), max_size=80))
def test_plain_text_has_no_controls(text):
    assert lint_with("CHR004")(Document(text.replace("\x85", ""))) == []


@settings(deadline=None)
@given(
    st.text(st.characters(min_codepoint=0x80, exclude_categories=["Cs"]), min_size=1, max_size=8)
)
def test_utf8_read_as_latin1_is_left_to_mojibake_rules(text):
    misread = text.encode("utf-8").decode("latin-1")
    assert lint_with("CHR004")(Document(f"x {misread} y")) == []
    for at in range(2, 2 + len(misread)):
        assert controls.is_mojibake(f"x {misread} y", at) or misread[at - 2] >= "\xc0"


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_the_most_frequent_line_end_wins(newline):
    other = "\n" if newline == "\r\n" else "\r\n"
    text = f"One.{newline}Two.{newline}Three.{other}Four.\rFive.{newline}"
    assert repaired(text, "ENC008") == newline.join(
        ["One.", "Two.", "Three.", "Four.", "Five.", ""]
    )


def test_mixed_line_ends_are_one_finding_with_counts():
    found = lint_with("ENC008")(Document("a\nb\r\nc\nd\r\ne\n"))
    assert [(f.start, f.end) for f in found] == [(3, 5)]
    assert found[0].message == "line ends of mixed kinds: 3 LF, 2 CR LF"
    assert [tuple(span) for span in found[0].related] == [(8, 10)]


def test_a_crowded_line_is_one_finding():
    text = "\x1b[31m".join("abcdefghijklmnopq") + "\nnext \x07line"
    found = lint_with("CHR004")(Document(text))
    assert [f.message for f in found] == [
        "16 control characters on a line",
        "control character U+0007",
    ]
    assert repaired(text, "CHR004") == "abcdefghijklmnopq\nnext line"


def test_binary_data_is_one_finding_without_a_fix():
    noise = "".join(chr(i % 7 + 1) + chr(65 + i % 26) + "\n" * (i % 9 == 0) for i in range(500))
    found = lint_with("CHR004")(Document(noise))
    assert [f.fix for f in found] == [None]
    assert found[0].message.startswith("binary data: 500 control characters")


def test_utf16_read_as_bytes_loses_its_nuls():
    assert repaired("H\0e\0l\0l\0o\0 \0y\0o\0u\0", "CHR004") == "Hello you"


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Der K\x94nig kam.", "de", "Der König kam."),
        ("Coraz\x97n y alma.", "es", "Corazón y alma."),
        ("Un caf\x8e noir.", "fr", "Un café noir."),
        ("K\x9cln", "de", "K\x9cln"),
        ("Word\x86word", "en", "Word\x86word"),
    ],
)
def test_a_byte_of_mac_or_dos_becomes_a_letter_of_the_language(text, language, expected):
    lint = lint_with("CHR004")
    document = Document(text, language=language)
    assert all(f.fix is None or f.fix.safety is Safety.UNSAFE for f in lint(document))
    assert fix(document, lint(document), lint, unsafe=True).text == expected


def test_a_file_ends_in_a_line_break_and_a_record_need_not():
    lint = lint_with("STR010")
    assert lint(Document("A text.", "a.jsonl", 1)) == []
    assert [f.message for f in lint(Document("A text.", "a.txt"))] == [
        "no line break at the end of the file"
    ]
    assert lint(Document("", "a.txt")) == []
    assert [f.message for f in lint(Document("", "a.jsonl", 1))] == ["record is empty"]
    assert [f.message for f in lint(Document("12:30 —", "a.jsonl", 1))] == [
        "record has no letters: “12:30 —”"
    ]
