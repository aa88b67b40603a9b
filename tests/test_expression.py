"""Patterns over bytes: what is written matches at least what the pattern matches."""

import re

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from textlint.code_points import members
from textlint.document import ENCODING_ERRORS
from textlint.expression import translate, utf8_ranges, write_chars
from textlint.syntax import UnsupportedError

CODE_POINTS = st.one_of(
    st.integers(0, 0x10FFFF), st.sampled_from([0x7F, 0x80, 0x7FF, 0x800, 0xFFFF])
)


@given(CODE_POINTS, CODE_POINTS, CODE_POINTS)
def test_byte_ranges_hold_a_code_point_exactly_if_it_lies_between(low, high, point):
    low, high = max(0x80, min(low, high)), max(0x80, low, high)
    encoded = chr(point).encode("utf-8", ENCODING_ERRORS)
    inside = any(
        len(series) == len(encoded)
        and all(a <= byte <= b for byte, (a, b) in zip(encoded, series, strict=True))
        for series in utf8_ranges(low, high)
    )
    assert inside == (low <= point <= high)


@pytest.mark.parametrize(
    "chars", [r"\w", r"[^\n]", r"\p{Lu}", r"[а-яё]", r"[[:alpha:]\d]", "[^a]", r"\s"]
)
def test_a_character_set_over_bytes_misses_no_member(chars):
    written = re.compile(write_chars(members(chars)), re.DOTALL)
    for point in (
        *range(0x500),
        *range(0x1E00, 0x3100, 7),
        *range(0xD7F0, 0xE010),
        0x1F600,
        0x10FFFF,
    ):
        if regex.match(chars, chr(point)):
            assert written.fullmatch(chr(point).encode("utf-8", ENCODING_ERRORS)), hex(point)


def test_a_small_character_set_is_exact():
    written = re.compile(write_chars(members(r"[\u00a0\u2007-\u200a]")), re.DOTALL)
    held = [p for p in range(0x3000) if written.fullmatch(chr(p).encode("utf-8", ENCODING_ERRORS))]
    assert held == [0xA0, 0x2007, 0x2008, 0x2009, 0x200A]


@pytest.mark.parametrize(
    ("source", "written", "before", "reach"),
    [
        ("abc", rb"\x61\x62\x63", 3, 0),
        (r"\bab\b", rb"\b\x61\x62\b", 2, 0),
        (r"\b(?:ab|cd)\b", rb"\b(?:\x61\x62|\x63\x64)\b", 2, 0),
        (r"\bé", rb"\xc3\xa9", 1, 0),
        ("(?<=a)b(?=c)", rb"(?:\x61)\x62(?:\x63)", 2, 1),
        ("a(?!bc)", rb"\x61", 1, 2),
        ("a(?=b)c", rb"\x61\x63", 3, 1),
        ("^a$", rb"^\x61$", 1, 0),
        (r"\Aa\Z", rb"^\x61$", 1, 0),
        ("a^b", rb"\x61\x62", 2, 0),
        ("a{2,3}", rb"(?:\x61){2,2}", 2, 0),
        ("a{2,99}", rb"(?:\x61){2,2}", 2, 0),
        ("a{20,}b", rb"(?:\x61){20,20}\x62", None, 0),
        ("a+", rb"(?:\x61)", 1, 0),
        ("b[ab]{3,9}(?!c)", rb"\x62(?:[\x61-\x62]){3,3}", 4, 1),
        ("b(?:ab){0,9}(?!a)", rb"\x62(?:\x61\x62){0,9}", 19, 1),
        ("a(?=b)b*", rb"\x61(?:\x62)", 2, 1),
        (r"(?<=\w)[ \t]{1,4}!", rb"(?:[\x09\x20])\x21", 5, 0),
        (r"\p{L}!", rb"[\x41-\x5a\x61-\x7a\x80-\xbf]\x21", 2, 0),
        (r"\b(?:a|b){1,9}\{c", rb"\x7b\x63", 11, 0),
        ("[а-я]", rb"(?:[\xd0\xf5-\xff][\xb0-\xbf]|[\xd1\xf5-\xff][\x80-\x8f])", 1, 0),
        (r"(a|bc)\1", rb"(?:\x61|\x62\x63)(?:\x61|\x62\x63)", 4, 0),
        ("(?P<x>a)(?P=x)", rb"\x61\x61", 2, 0),
        ("(?i)a(?-i:b)", rb"[\x41\x61]\x62", 2, 0),
        ("(?x) a # b", rb"\x61", 1, 0),
    ],
)
def test_translation(source, written, before, reach):
    assert translate(source)[:3] == (written, before, reach)


@pytest.mark.parametrize(
    "source",
    [
        "(?R)a",
        "a(?i)b",
        r"\L<x>a",
        "(?:ab){e<=1}",
        "a{b",
        r"\Xa",
        r"(a)(?i:\1)",
        r"(a)\10",
        "a(?#c)+b",
        "(?P<x>a)|(?P<x>b)",
        "(?(1)a|b)",
        "a?",
        "(?=a)",
        r"a\1",
    ],
)
def test_what_cannot_be_translated_is_refused(source):
    with pytest.raises(UnsupportedError):
        translate(source)


def test_blanks_are_looked_for_with_what_is_ahead_of_them():
    """Else each of a run of blanks is a hit; before a rare character the look-behind is left out."""
    expression = re.compile(translate(r"(?<=\S)[ \t]{2}").source, re.DOTALL)
    assert expression.search(b"a  b")
    assert not expression.search(b"\n    b")
    assert re.search(translate(r"(?<=\S)[ \t]{2};").source, b"    ;")
