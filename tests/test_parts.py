"""Very long texts are linted in parts: textlint.parts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textlint import parts
from textlint.document import Document
from textlint.finding import Edit, Finding, Fix, Safety, Severity, Span
from textlint.lint import Linter, scanner
from textlint.rule import Rule
from textlint.sources.markdown import skipped

TEXTS = st.lists(st.sampled_from(["word ", "\n", "\n\n", "x" * 40, "ж语😀", " "]), max_size=60).map(
    "".join
)


@pytest.fixture(autouse=True, scope="module")
def small():
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parts, "LIMIT", 64)
        patch.setattr(parts, "NEAR", 16)
        yield


@given(TEXTS)
def test_the_parts_make_up_the_text_and_know_their_places(text):
    whole = Document(text, "a.jsonl", 7, "en")
    found = list(parts.parts(whole))
    assert "".join(part.text for part in found) == text
    assert all(0 < len(part.text) <= 64 for part in found)
    assert [part.part.goes_on for part in found] == [True] * (len(found) - 1) + [False] * bool(
        found
    )
    assert {(part.name, part.language) for part in found} <= {("a.jsonl[7]", "en")}
    for part in found:
        for offset in range(len(part.text)):
            assert part.position(offset) == whole.position(part.part.offset + offset)


def test_a_part_ends_with_a_paragraph_else_a_line_else_a_word():
    ends = ["a" * 50 + "\n\n", "b" * 48 + " c\n", "d" * 52 + " ", "e" * 64, "f"]
    assert [part.text for part in parts.parts(Document("".join(ends)))] == ends


def test_findings_of_a_part_move_with_all_that_they_point_to():
    fix = Fix((Edit(1, 2, "x"), Edit(3, 3, "y")), Safety.SAFE)
    (moved,) = parts.moved([Finding(1, 4, "why", fix, (Span(0, 1),), "TST001")], 10)
    there = Fix((Edit(11, 12, "x"), Edit(13, 13, "y")), Safety.SAFE)
    assert moved == Finding(11, 14, "why", there, (Span(10, 11),), "TST001")


def test_long_and_short_documents_keep_their_order_and_their_findings():
    def sevens(document):
        return [Finding(at, at + 1, "seven") for at, c in enumerate(document.text) if c == "7"]

    rule = Rule(
        code="TST001",
        name="seven",
        severity=Severity.WARNING,
        why="Sevens.",
        check=sevens,
        bad=("a⟦7⟧",),
        good=("6",),
    )
    linter = Linter({"TST001": rule}, scanner({"TST001": rule}))
    texts = ["7", "word " * 30 + "a7 and 7", "67", "a7b " * 64]
    found = linter.lint([Document(text) for text in texts])
    places = [[at for at, c in enumerate(text) if c == "7"] for text in texts]
    assert [[finding.start for finding in own] for own in found] == places


def test_markdown_stays_whole():
    assert parts.is_long(Document("word " * 20))
    assert not parts.is_long(Document("word " * 20, mask=skipped))
