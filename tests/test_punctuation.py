"""TYP009: which repairs of garbled punctuation are safe."""

import pytest

from textlint.document import Document
from textlint.finding import Safety
from textlint.lint import Linter
from textlint.plugins import load
from textlint.scan import ReferenceScanner

RULES = {"TYP009": load().rules["TYP009"]}
LINTER = Linter(RULES, ReferenceScanner(RULES))


def safety(text):
    (found,) = LINTER.lint([Document(text)])[0]
    assert not LINTER.failures
    return found.fix.safety


@pytest.mark.parametrize(
    "text",
    [
        "The council met on Monday,, and it closed the bridge.",
        "Alan Turing () was born in London.",
    ],
)
def test_safe_where_nothing_else_can_be_meant(text):
    assert safety(text) is Safety.SAFE


@pytest.mark.parametrize(
    "text",
    [
        "The council closed the bridge.. It was old.",  # an ellipsis cut short
        "The old bridge () was closed on Monday.",
        "The brackets after Print () are part of the function.",
        "The novel “” was filmed twice.",
        'They met on Monday,, he said, and called it a ,,success".',
    ],
)
def test_unsafe_where_something_else_may_be_meant(text):
    assert safety(text) is Safety.UNSAFE
