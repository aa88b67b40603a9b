"""Edits that several rules make: a line, a span."""

import pytest

from textlint.edits import delete_span, with_blanks
from textlint.rule import unmark


@pytest.mark.parametrize(
    ("marked", "left"),
    [
        ("A word ⟦gone⟧ here.", "A word here."),
        ("A word⟦gone⟧ here.", "A word here."),
        ("A word ⟦gone⟧here.", "A word here."),
        ("A word ⟦gone⟧.", "A word."),
        ("A ( ⟦gone⟧ here).", "A ( here)."),
        ("A (⟦gone⟧here).", "A (here)."),
        ("  ⟦gone⟧ At the start.", "At the start."),
        ("At the end ⟦gone⟧", "At the end"),
        ("One.\n\n ⟦gone⟧ \n\nTwo.\n", "One.\n\nTwo.\n"),
        ("One.\r\n⟦gone⟧\r\nTwo.\r\n", "One.\r\nTwo.\r\n"),
        ("⟦gone⟧", ""),
    ],
)
def test_a_span_goes_with_the_blanks_that_would_be_too_many(marked: str, left: str) -> None:
    text, (span,) = unmark(marked)
    edit = delete_span(text, *span)
    assert text[: edit.start] + edit.replacement + text[edit.end :] == left


@pytest.mark.parametrize("marked", ["a⟦ \t\u00a0x ⟧b", "a\n⟦  x ⟧\nb", "⟦x⟧", "a⟦x⟧b"])
def test_the_blanks_on_both_sides_are_those_of_its_line(marked: str) -> None:
    text, (span,) = unmark(marked)
    at = text.index("x")
    assert with_blanks(text, at, at + 1) == span
