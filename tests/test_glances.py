"""Quick looks at whole texts, by rules of typography and structure: they rule out no finding."""

from collections.abc import Callable, Iterable
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from textlint_rules.structure import page_furniture
from textlint_rules.typography import _unmatched, brackets
from textlint_rules.typography._code import _expressions, _strong, code_line
from textlint_rules.typography._conventions import SINGLES, STRAIGHT
from textlint_rules.typography._doubts import doubts
from textlint_rules.typography._quotations import quotations
from textlint_rules.typography._words import _expressions as word_expressions
from textlint_rules.typography._words import stands_alone
from textlint_rules.typography.brackets import _places

from textlint.document import Document

LANGUAGES = st.sampled_from(["en", "de", "fr", "ru", "sv", "he", "ja", None])
MARKED = st.text(st.sampled_from('ab 5א家.,!-(\n\n"""“”“”„«»‘’「」'), max_size=60)
BRACKETED = st.text(st.sampled_from("ab0 1,;.\n()()[]（）)"), max_size=60)
WORDS = ("the", "of", "and", "Bridge", "river", "12", "«a»", "old,", "end.", "家", "من", "- ")
LINE = st.lists(st.sampled_from(WORDS), min_size=1, max_size=14).map(" ".join)
SHORT = st.sampled_from(
    ["12", "13", "- 4 -", "Page 3", "The Bridge | 7", "The Bridge | 8", "", "", "\f"]
)
LINES = st.lists(LINE | LINE | SHORT, max_size=40).map("\n".join)


def found(check: Callable[[], Any], module: Any, names: Iterable[str]) -> tuple[Any, Any]:
    """What a check finds, and what it finds where the quick looks of some names let all pass."""
    quick = check()
    with pytest.MonkeyPatch.context() as patched:
        for name in names:
            patched.setattr(module, name, lambda *_: True)
        return quick, check()


@given(MARKED, LANGUAGES)
def test_a_paragraph_without_doubts_has_no_stray_and_no_mixed_pair(
    text: str, language: str | None
) -> None:
    document = Document(text, language=language)
    places = document.fact(doubts)
    for quoted in document.fact(quotations):
        if not any(quoted.start <= at < quoted.end for at in places):
            assert all(mark.char in SINGLES for mark in quoted.strays)
            assert all((a.char == STRAIGHT) == (b.char == STRAIGHT) for a, b in quoted.pairs)


@given(MARKED, LANGUAGES)
@example('"a b.\n"a b.\na b"', "en")
def test_marks_alone_are_found_in_the_doubtful_paragraphs(text: str, language: str | None) -> None:
    quick = _unmatched.unmatched(Document(text, language=language))
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(_unmatched, "doubtful", lambda document: list(document.fact(quotations)))
        assert _unmatched.unmatched(Document(text, language=language)) == quick


@given(BRACKETED)
@example("( [0, 1) ]")
def test_brackets_alone_are_found_in_paragraphs_that_do_not_just_pair(text: str) -> None:
    quick = brackets.unmatched(Document(text))
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(brackets, "_unpaired", _places)
        full = brackets.unmatched(Document(text))
    assert [here.bracket for here in full] == [here.bracket for here in quick]


@settings(max_examples=200)
@given(LINES)
def test_furniture_shows_in_a_glance(text: str) -> None:
    quick, full = found(
        lambda: page_furniture.furniture(Document(text)), page_furniture, ["_may_have"]
    )
    assert quick == full


@given(
    st.text(st.sampled_from("ab é.,_5\n"), max_size=40),
    st.sampled_from(["a", "ab", "b", "é", "a.b"]),
)
def test_a_word_stands_alone_among_all_that_do(text: str, word: str) -> None:
    document = Document(text)
    assert stands_alone(document, word) == (word in word_expressions()["alone"].findall(text))


@given(st.text(st.sampled_from("ab ()[]\"'-*!$;=<>+{&|"), max_size=40))
def test_signs_of_code_are_told_by_their_characters(line: str) -> None:
    find = _expressions()
    assert len(_strong(line).findall(line)) == len(find["strong"].findall(line))
    assert code_line(line) == (find["code"].search(line) is not None)
