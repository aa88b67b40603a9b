"""Factors: literals of which any match of a pattern holds one."""

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from textlint.factor import factor
from textlint.pattern import fold
from textlint.syntax import parse


@pytest.mark.parametrize(
    ("source", "literals"),
    [
        (r"\bthe spokesperson\b", ("the spokesperson",)),
        (r"(?i)\d{1,9} kilomet(?:er|re)s?", (" kilometer", " kilometre")),
        (r"(?:viagra|кафедра) \w+", ("viagra ", "кафедра ")),
        (r"[Ss]pokesperson(?=,)", ("spokesperson",)),
        (r"(?:lorem ipsum ){2,}", ("lorem ipsum lorem ipsum ",)),
    ],
)
def test_the_rarest_literals_are_found(source, literals):
    found = factor(parse(source).tree)
    assert found
    if "{2,}" in source:
        assert all(text in literals[0] for text in found.literals)
    else:
        assert found.literals == literals


@pytest.mark.parametrize(
    "source", ["a", "the", r"\w+ing", "(?:spokesperson|an?)", "[a-z]{9}", "x?"]
)
def test_what_is_frequent_is_no_factor(source):
    assert factor(parse(source).tree) is None


SOURCES = (
    r"[Ss]tatement(?: of| by)? (?:the )?(?:bank|court)\b",
    r"(?i)\(?(?:kilom|centim)et(?:er|re)\)?",
    r"\d{1,3} (?:kilometres|marks)[.,]",
    r"(?:qu[ai]ck){2,3}zz?",
)
PIECES = (
    "Statement|statement of the bank|by court|KILOMETRE|centimeter|(|)|12 kilometres|3 marks|quack"
    "|quick|z|.|,| "
)


@given(st.lists(st.sampled_from(PIECES.split("|"))).map("".join), st.sampled_from(SOURCES))
def test_every_match_holds_a_literal_where_the_factor_says(text, source):
    found = factor(parse(source).tree)
    assert found
    for match in regex.finditer(source, text, regex.MULTILINE):
        ends = [
            at + len(literal)
            for literal in found.literals
            for at in range(match.start(), match.end())
            if fold(text).startswith(literal, at)
        ]
        assert any(
            end - match.start() <= found.before and match.end() - end <= found.after for end in ends
        )
