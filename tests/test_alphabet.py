"""Alphabets: what a text keeps to, and what a pattern can match there."""

from unicodedata import category

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from textlint.alphabet import ALPHABETS, NONE, SIGNS
from textlint.code_points import members
from textlint.encoded import Encoded
from textlint.narrow import common


def alphabet_of(text):
    return Encoded(text).alphabet


def test_signs_are_no_letters_and_have_no_other_case():
    """What folding does to a plain text rests on it."""
    for low, high in SIGNS:
        for char in map(chr, range(low, high + 1)):
            assert category(char)[0] not in "LM"
            assert char.lower() == char == char.upper()


@given(st.text(st.characters(codec=None)))
def test_the_alphabet_is_the_first_whose_ranges_hold_every_character(text):
    held = (
        number
        for number, ranges in enumerate(ALPHABETS)
        if all(any(low <= ord(char) <= high for low, high in ranges) for char in text)
    )
    assert alphabet_of(text) == next(held, NONE)


@pytest.mark.parametrize(
    ("text", "alphabet"),
    [
        ("plain", 0),
        ("“plain” – it’s €5\u00a0m…", 0),
        ("plain ❤\ufe0f \U0001f600", 0),
        ("café", 1),
        ("кафе “Север”", NONE),
        ("東京カフェ 서울", NONE),
        ("café кафе", NONE),
        ("مقهى", NONE),
        ("caf\udce9", NONE),
        ("𝐩𝐥𝐚𝐢𝐧", NONE),
        ("cafe\u0301", NONE),
    ],
)
def test_a_text_keeps_to_the_first_alphabet_that_holds_it(text, alphabet):
    assert alphabet_of(text) == alphabet


@settings(deadline=None)
@given(st.text(), st.sampled_from([r"\w", "[^a]", r"\p{Lu}", "[α-яé]", r"\s"]))
def test_a_set_keeps_all_of_its_characters_that_are_in_an_alphabet(text, chars):
    number = alphabet_of(text)
    if number == NONE:
        return
    kept = common(members(chars), number)
    for char in text:
        assert any(low <= ord(char) <= high for low, high in ALPHABETS[number])
        if regex.match(chars, char):
            assert any(low <= ord(char) <= high for low, high in kept)
