"""The lists of page furniture: what they hold, and what makes a listed line count."""

import pytest
from textlint_rules.boilerplate import _lexicon

from textlint.api import Document, fold


def strengths(text: str) -> dict[str, str]:
    found = _lexicon.listed(Document(text))
    return {item.line.text: item.strength for item in found.values()}


def test_a_phrase_is_in_one_list_with_one_strength() -> None:
    owners: dict[str, tuple[str, str]] = {}
    for kind, strength, phrase in _lexicon.entries():
        if kind != "context":
            name = fold(phrase) if "{}" in phrase else _lexicon.key(phrase)
            assert owners.setdefault(name, (kind, strength)) == (kind, strength), phrase


@pytest.mark.parametrize(
    "line",
    ["Next", "* Next", "o Next", "» Next »", "NEXT:", "+ Next (12)", "1. Next", "\u2022 Next"],
)
def test_bullets_arrows_counts_and_case_do_not_matter(line: str) -> None:
    assert _lexicon.lexicon().look_up(_lexicon.bare(fold(line))) == ("navigation", "link")


def test_numbers_stand_for_one_another() -> None:
    assert _lexicon.bare(fold("Page 3 of 1,024")) == _lexicon.key("page # of #")


def test_a_breadcrumb_starts_at_home() -> None:
    assert strengths("Home > Harbours > Ferries") == {"Home > Harbours > Ferries": "alone"}
    assert strengths("a > b > c") == {}


def test_a_long_line_is_not_looked_up() -> None:
    assert strengths("Next " * 200) == {}
