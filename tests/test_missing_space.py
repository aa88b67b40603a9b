"""TYP002: what must stand around a mark before it ends a sentence."""

import pytest

from textlint.document import Document
from textlint.lint import Linter
from textlint.plugins import load
from textlint.scan import ReferenceScanner

RULES = {"TYP002": load().rules["TYP002"]}
LINTER = Linter(RULES, ReferenceScanner(RULES))


def marked(text, language=None):
    found = LINTER.lint([Document(text, language=language)])[0]
    assert not LINTER.failures
    return [text[f.start : f.end] for f in found]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("La ciudad cerró el puente.Los vecinos lloraron.", "es"),
        ("La ville a fermé le pont.Le maire est parti.", "fr"),
        ("Köprü kapandı.Bu kötü bir haber.", "tr"),
        ("Міст закрили.Але ніхто не знав.", "uk"),
        ("Most zamknięto.Nie było pieniędzy.", "pl"),
    ],
)
def test_in_many_languages(text, language):
    assert len(marked(text, language)) == 1


def test_an_ordinary_word_may_begin_a_sentence():
    assert marked("They left the bridge.Rivers are wide.") == ["bridge.Rivers"]


def test_a_name_before_the_mark_needs_evidence():
    assert not marked("The shop Fin.Rivers is new.")
    assert marked("He is in Leeds.Rivers are there. In Leeds rivers are wide.") == ["Leeds.Rivers"]


def test_a_text_without_spaces_after_commas_has_a_habit():
    assert not marked("we came,saw the town,liked it well,and left it for good")


def test_a_word_glued_without_a_mark_needs_the_first_word_elsewhere():
    assert marked("The bridge is old. We like the bridgeThis is what they said.") == ["bridgeThis"]
    assert not marked("We call bridgeThis from the code of the town.")


@pytest.mark.parametrize(
    "text", ["Go to example.Com for it.", "St.Petersburg is old.", "No.Five is alive"]
)
def test_names_stay(text):
    assert not marked(text)
