"""Where words come back at once: what is proposed, and what stands between."""

import time

import pytest
from textlint_rules.language._repetition import Repetition, repetitions

from textlint.document import Document


def found(text):
    return [(text[r.start : r.end], r.between) for r in repetitions(Document(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She closed the the window.", [("the the", "")]),
        ("Go go go now.", [("Go go go", "")]),
        ("The Hotline hotline rang.", [("Hotline hotline", "")]),
        ("It took a year, and\u00a0and money.", [("and\u00a0and", "")]),
        ("“The the window”", [("The the", "")]),
        ("Für für uns", [("Für für", "")]),
        ("Для для нас", [("Для для", "")]),
        ("İlk ilk gün", [("İlk ilk", "")]),
        ("rotten and rotten", [("rotten and rotten", "and")]),
        ("Förderung\u00a0und Förderung", [("Förderung\u00a0und Förderung", "und")]),
        ("безопасности и безопасности", [("безопасности и безопасности", "и")]),
        ("the report of the report of it", [("report of the report", "of the")]),
        ("the Iceland-Iceland treaty", [("Iceland-Iceland", "-")]),
        ("in in-depth talks, the the-atre", []),
        ("the end. End of it\nit was", []),
        ("word, word; word (word)", []),
        ("\udcff the the \udcff", [("the the", "")]),
        ("of the of the of the", []),
        ("", []),
    ],
)
def test_repetitions(text, expected):
    assert found(text) == expected


def test_spans_are_code_points_of_the_text_as_it_stands():
    text = "«Ça» … 𝒳 “quoted” the the end"
    (only,) = repetitions(Document(text))
    assert only == Repetition(text.index("the"), text.index(" end"), "")


@pytest.mark.parametrize("text", ["a " * 200_000, "the the-" * 50_000, "report of the " * 30_000])
def test_a_text_of_nothing_else_takes_no_longer_than_it_is(text):
    start = time.process_time()
    repetitions(Document(text))
    assert time.process_time() - start < 5
