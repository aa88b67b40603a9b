"""What matches begin with: no match begins with anything else."""

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from textlint.prefix import prefix
from textlint.probe import CHARS
from textlint.syntax import parse

SOURCES = [
    "ab?c",
    "a{0,2}b",
    "a{3}b?",
    "(?:a?b?){1,3}c",
    r"(?<=a)b*[ac]",
    r"(?i)\bAb|é",
    r"\p{Ll}{2,}[^b]",
    "(?:a|bc)+?é|c",
]


@settings(deadline=None)
@given(st.sampled_from(SOURCES), st.text("abcABé ", max_size=8))
def test_no_match_begins_with_anything_else(source, text):
    begins = prefix(parse(source).tree).packed()
    for match in regex.finditer(source, text, regex.MULTILINE, overlapped=True):
        first, *second = (min(ord(char), CHARS - 1) for char in text[match.start() :][:2])
        assert begins[first]
        assert all(begins[CHARS + code] for code in second)


@pytest.mark.parametrize(
    ("source", "first", "second"),
    [("ab", "a", "b"), ("a?b", "ab", None), ("(?:ab|cd)e", "ac", "bd"), ("a{2}", "a", "a")],
)
def test_what_begins_otherwise_is_ruled_out(source, first, second):
    begins = prefix(parse(source).tree).packed()
    assert [chr(code) for code in range(CHARS) if begins[code]] == list(first)
    if second:
        assert [chr(code) for code in range(CHARS) if begins[CHARS + code]] == list(second)
