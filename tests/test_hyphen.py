"""STR005: what tells a split word, and how safe its repair is."""

import pytest

from textlint.document import Document
from textlint.finding import Safety
from textlint.lint import Linter
from textlint.plugins import load
from textlint.scan import ReferenceScanner

RULES = {"STR005": load().rules["STR005"]}
LINTER = Linter(RULES, ReferenceScanner(RULES))


def findings(text, **given):
    found = LINTER.lint([Document(text, **given)])[0]
    assert not LINTER.failures
    return found


def test_safe_where_the_text_has_the_whole_word():
    (found,) = findings("The har- bour froze. The harbour is old.")
    assert found.fix.safety is Safety.SAFE


def test_unsafe_where_only_its_ending_tells():
    (found,) = findings("The new capabili- ties of the harbour.")
    assert found.fix.safety is Safety.UNSAFE


def test_unsafe_where_the_text_has_both_forms():
    (found,) = findings("The har- bour froze. The harbour, a harbour; one wrote har-bour.")
    assert found.fix.safety is Safety.UNSAFE


def test_the_parts_of_a_split_word_are_no_evidence():
    text = "The capabili-\nties of the town."
    assert [text[f.start : f.end] for f in findings(text)] == ["capabili-\nties"]


def test_an_ending_that_is_a_word_of_the_text_says_nothing():
    assert not findings("He wore capabili- ties and other ties.")


@pytest.mark.parametrize("link", ["and", "or", "to", "und", "bis", "oder", "et", "i", "и"])
def test_a_suspended_hyphen_stays(link):
    assert not findings(f"The pre- {link} postwar years; pre{link} is known.")


def test_a_lone_break_says_nothing_but_many_do():
    lone = "The coun-\ncil met."
    assert not findings(lone)
    assert len(findings(f"{lone} Its mem-\nbers spoke of the har-\nbour.")) == 3


def test_unsafe_on_one_line_where_each_part_is_a_word():
    (found,) = findings("He ran for- ever. It lasts forever, for ever and a day.")
    assert found.fix.safety is Safety.UNSAFE
