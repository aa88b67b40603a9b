"""A text in UTF-8, as it is and folded: as `fold` says; places in either are the text's."""

import sys

from hypothesis import example, given, settings
from hypothesis import strategies as st

from textlint.document import ENCODING_ERRORS
from textlint.encoded import CASED, Encoded
from textlint.pattern import fold

TEXTS = st.text(st.characters(codec=None) | st.sampled_from("aÉß’\u00a0İıẞȺΣ…\U0001f600"))


def utf8(text):
    return text.encode("utf-8", ENCODING_ERRORS)


def test_every_character_is_folded():
    text = "".join(map(chr, range(sys.maxunicode + 1)))
    assert Encoded(text).folded.lower() == utf8(fold(text))
    assert fold(text[CASED:]) == text[CASED:]


def test_the_alphabet_is_that_of_the_folded_letters_too():
    for char in map(chr, range(sys.maxunicode + 1)):
        assert Encoded(char).alphabet >= Encoded(fold(char)).alphabet, char


def test_folded_characters_find_room():
    for char in map(chr, range(sys.maxunicode + 1)):
        if (folded := fold(char)) != char:
            assert 2 * len(utf8(folded)) <= 3 * len(utf8(char))


@settings(deadline=None)
@given(TEXTS)
@example("’" * 100 + "Ⱥ" * 100 + "é")
def test_places_are_those_of_the_text(text):
    encoded = Encoded(text)
    assert encoded.data == utf8(text)
    assert encoded.text() == fold(text)
    assert encoded.folded.lower() == utf8(fold(text))
    for is_folded, own in enumerate((text, fold(text))):
        ends = [len(utf8(own[:at])) for at in range(len(text) + 1)]
        places = [*ends, ends[-1] + 1]
        encoded.place(places, bool(is_folded))
        assert places[:-1] == list(range(len(text) + 1))
        assert text.isascii() or places[-1] == len(text)
