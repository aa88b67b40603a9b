"""Packed sequences: what was packed comes back, one by one or all."""

import pytest

from textlint.packed import Later, Packed, pack
from textlint.pattern import Pattern, Phrase, pattern_of

PATTERNS = (Phrase("acme", "line", "en"), Pattern(r"a\d"), Phrase("\udce9"))


def test_items_come_back():
    packed = Packed(pack(PATTERNS), pattern_of)
    assert packed == PATTERNS
    assert packed == PATTERNS
    assert [packed[at] for at in (0, 1, -1)] == list(PATTERNS)
    assert packed[1:] == PATTERNS[1:]
    assert len(packed) == len(PATTERNS)
    assert hash(packed) == hash(PATTERNS)
    with pytest.raises(IndexError):
        packed[3]


def test_equal_items_are_equal_bytes():
    again = tuple(
        pattern_of(tuple(p.__getattribute__(f) for f in p.__struct_fields__)) for p in PATTERNS
    )
    assert pack(again) == pack(PATTERNS) == pack(Packed(pack(PATTERNS), pattern_of))


def test_nothing_is_nothing():
    assert not pack(())
    assert not Packed(b"", pattern_of)
    assert Packed(b"", pattern_of) == ()


def test_later_asks_once_and_late():
    asked = []

    def give():
        asked.append(1)
        return PATTERNS

    later = Later(give)
    assert later
    assert not asked
    assert later == PATTERNS
    assert later[0] == PATTERNS[0]
    assert len(later) == len(PATTERNS)
    assert asked == [1]
