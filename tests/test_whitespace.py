"""TYP010 on line endings, Markdown and long runs."""

import pytest

from textlint.document import Document
from textlint.fix import apply, choose
from textlint.lint import Linter
from textlint.plugins import load
from textlint.scan import ReferenceScanner

RULES = {"TYP010": load().rules["TYP010"]}
LINTER = Linter(RULES, ReferenceScanner(RULES))


def repaired(text, *, markdown=False):
    document = Document(text, mask=(lambda _: ()) if markdown else None)
    edits, _ = choose(document.text, LINTER.lint([document])[0], unsafe=False)
    assert not LINTER.failures
    return apply(text, edits)


def test_carriage_returns_stay():
    assert repaired("It closed. \r\nIt opened.\r\n") == "It closed.\r\nIt opened.\r\n"


def test_blank_lines_between_carriage_returns_become_one():
    text = "It closed.\r\n\r\n\r\n\r\n\r\nIt opened."
    assert repaired(text) == "It closed.\r\n\r\nIt opened."


@pytest.mark.parametrize(
    "text",
    [
        "A line break  \nof Markdown.",
        "    code in a block\n\n    more code",
        "Two  spaces  between  words  of  a  line.",
    ],
)
def test_markdown_keeps_what_means_something(text):
    assert repaired(text, markdown=True) == text


def test_markdown_loses_a_single_trailing_space():
    assert repaired("It closed. \nIt opened.", markdown=True) == "It closed.\nIt opened."


def test_a_gap_that_a_sentence_may_run_over_stays():
    text = "It closed the old\n\n\n\n\nbridge over the river."
    assert repaired(text) == text


def test_a_repair_is_final():
    text = " It closed  the bridge. \t \n\n\n\n \n It opened the old bridge over the river.\n\n\n\n"
    once = repaired(text)
    assert repaired(once) == once


def test_a_long_run_is_one_finding():
    text = (
        "It was in the old town that"
        + " " * 100_000
        + "bridge is what was left of it over the river"
    )
    assert len(LINTER.lint([Document(text)])[0]) == 1
