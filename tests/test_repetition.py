"""Where words come back at once: what is proposed, and what stands between."""

import time

import pytest
from textlint_rules.language._repetition import Repetition, repetitions

from textlint.document import Document


def found(text, language="en"):
    places = repetitions(Document(text, language=language))
    return [(text[place.start : place.end], place.between) for place in places]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She closed the the window.", [("the the", "")]),
        ("Go go go now.", [("Go go go", "")]),
        ("The Hotline hotline rang.", [("Hotline hotline", "")]),
        ("It took a year, and\u00a0and money.", [("and\u00a0and", "")]),
        ("“The the window”", [("The the", "")]),
        ("the the… and “the the”", [("the the", ""), ("the the", "")]),
        ("_the and the the end", [("the the", "")]),
        ("rotten und rotten", []),
        ("rotten and rotten", [("rotten and rotten", "and")]),
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


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Für für uns", [("Für für", "")]),
        ("de", "Förderung\u00a0und Förderung", [("Förderung\u00a0und Förderung", "und")]),
        ("ru", "Для для нас", [("Для для", "")]),
        ("ru", "безопасности и безопасности", [("безопасности и безопасности", "и")]),
        ("tr", "İlk ilk yol Ve ve gün", [("Ve ve", "")]),
        ("ja", "the the", []),
    ],
)
def test_each_language_has_its_own(language, text, expected):
    assert found(text, language) == expected


def test_spans_are_code_points_of_the_text_as_it_stands():
    text = "«Ça» … 𝒳 “quoted” the the end"
    (only,) = repetitions(Document(text, language="en"))
    assert only == Repetition(text.index("the"), text.index(" end"), "")


@pytest.mark.parametrize("text", ["a " * 200_000, "the the-" * 50_000, "report of the " * 30_000])
def test_a_text_of_nothing_else_takes_no_longer_than_it_is(text):
    start = time.process_time()
    repetitions(Document(text, language="en"))
    assert time.process_time() - start < 5
