"""Places and facts of a document."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textlint.document import Document
from textlint.facts import lines, scripts


@given(st.text(alphabet="ab\n\r\u2028é", max_size=40), st.integers(0, 40))
def test_a_position_agrees_with_the_lines(text, offset):
    offset = min(offset, len(text))
    line, column = Document(text).position(offset)
    assert text.split("\n")[line - 1][: column - 1] == text[:offset].rpartition("\n")[2]
    assert line == text.count("\n", 0, offset) + 1


@given(st.text(alphabet="ab\n\r\u2028é", max_size=40), st.integers(0, 40))
def test_the_span_of_a_line_is_without_its_end(text, offset):
    document, offset = Document(text), min(offset, len(text))
    start, end = document.line_span(offset)
    line, _ = document.position(offset)
    assert text[start:end] == text.split("\n")[line - 1].removesuffix("\r")


@given(st.text(alphabet="ab \n\r", max_size=40))
def test_lines_hold_all_that_is_not_blank(text):
    found = lines(Document(text))
    assert [line.text for line in found] == [
        part.strip() for part in text.split("\n") if part.strip()
    ]
    assert all(text[line.start : line.end] == line.text for line in found)


@pytest.mark.parametrize(
    ("text", "offset", "line"),
    [("ab\r\ncd", 1, (0, 2)), ("ab\r\ncd", 5, (4, 6)), ("", 0, (0, 0)), ("\n", 1, (1, 1))],
)
def test_a_line_ends_before_its_line_break(text, offset, line):
    assert Document(text).line_span(offset) == line


def test_a_fact_is_computed_once():
    calls = []

    def length(document):
        calls.append(document)
        return len(document.text)

    document = Document("text")
    assert [document.fact(length), document.fact(length)] == [4, 4]
    assert calls == [document]


def test_letters_are_counted_by_script():
    counts = scripts(Document("abc “где” 토토 123 é"))
    assert counts == {"Latin": 4, "Cyrillic": 3, "Hangul": 2}


def test_a_given_language_is_believed():
    assert Document("This is the text of the day.", language="ko").language == "ko"


@pytest.mark.parametrize(
    ("tag", "language"),
    [("pt-BR", "pt"), ("ZH_hant", "zh"), ("EN", "en"), ("haw", "haw"), (" ko ", "ko")],
)
def test_of_a_language_tag_the_primary_subtag_counts(tag, language):
    assert Document("This is the text of the day.", language=tag).language == language


@pytest.mark.parametrize("tag", ["", "und", "mul", "zxx", "mis", "und-Latn", "x-mine", "English"])
def test_a_tag_of_no_language_leaves_it_to_be_judged(tag):
    assert Document("This is the text of the day.", language=tag).language == "en"


def test_a_language_is_judged_once_and_kept_through_a_fix():
    document = Document("This is what the people of the town said about it.")
    assert document.language == "en"
    assert document.with_text("x").language == "en"
    assert Document("x").language is None
