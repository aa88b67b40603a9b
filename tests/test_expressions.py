"""Expressions kept between runs: the same as compiled ones."""

import re

import pytest

from textlint import cache, expressions
from textlint.expressions import compile_re, compile_regex

SOURCES = [
    ("a|b", 0),
    (r"(?P<x>\w+)(?P=x)|(\d)", re.IGNORECASE),
    ("(?i)[^a-zé]{2,}$", re.MULTILINE),
    (b"[\x80]+", 0),
]


@pytest.fixture
def fresh(tmp_path, monkeypatch):
    """Forget what was compiled; nothing is kept yet."""
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path))

    def forget():
        monkeypatch.setattr(expressions, "_kept", expressions._Kept())  # noqa: SLF001
        monkeypatch.setattr(expressions, "_compiled", {})

    forget()
    return forget


@pytest.mark.parametrize(("source", "flags"), SOURCES)
def test_an_expression_of_re_that_was_kept_is_the_same(fresh, source, flags):
    expected = re.compile(source, flags)
    for _ in range(2):
        found = compile_re(source, flags)
        assert found == expected
        assert found.groupindex == expected.groupindex
        expressions.keep()
        fresh()


def test_both_packages_have_their_own(fresh):
    assert type(compile_re("a")) is not type(compile_regex("a"))
    expressions.keep()
    fresh()
    assert isinstance(compile_re("a"), re.Pattern)
    assert not isinstance(compile_regex("a"), re.Pattern)


def test_what_is_no_expression_is_an_error(fresh):
    with pytest.raises(re.error):
        compile_re("(")


@pytest.mark.parametrize("name", ["_sre", "_parser"])
def test_where_re_is_made_otherwise_it_compiles_itself(fresh, monkeypatch, name):
    monkeypatch.setattr(expressions, name, None)
    for source, flags in SOURCES:
        assert compile_re(source, flags) == re.compile(source, flags)
    with pytest.raises(re.error):
        compile_re("(")
    expressions.keep()
    fresh()
    assert compile_re("b+").findall("abba") == ["bb"]
