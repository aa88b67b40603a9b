"""UTF-8 among the characters that it was read as."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textlint_rules.encoding._codecs import NAMES, codec
from textlint_rules.encoding._sequences import sequences

from textlint.script import script_of

WHOLE = re.compile(
    rb"\xed[\xa0-\xaf][\x80-\xbf]\xed[\xb0-\xbf][\x80-\xbf]"
    rb"|[\xf0-\xf4][\x80-\xbf]{3}|[\xe0-\xef][\x80-\xbf]{2}|[\xc2-\xdf][\x80-\xbf]"
)
BYTES = st.sampled_from(b"aA \x80\x9f\xa5\xb5\xbf\xc1\xc2\xd0\xe2\xed\xf0\xf4\xf5")


@pytest.mark.parametrize("name", NAMES)
@given(raw=st.lists(BYTES, max_size=20).map(bytes))
def test_sequences_are_those_of_the_bytes(name, raw):
    byte_of = codec(name).byte_of
    char_of = {byte: chr(code) for code, byte in byte_of.items()}
    text = "".join(char_of.get(byte, chr(byte)) for byte in raw)
    assert sequences(text, byte_of) == [match.span() for match in WHOLE.finditer(raw)]


def test_characters_of_another_encoding_are_no_bytes():
    assert sequences("Ã©京Ã\U0001f600", codec("cp1252").byte_of) == [(0, 2)]


@pytest.mark.parametrize("name", NAMES)
def test_the_script_is_that_of_most_letters(name):
    table = codec(name)
    letters = [char for char in map(chr, table.byte_of) if unicodedata.category(char)[0] == "L"]
    scripts = [script for char in letters if (script := script_of(char))]
    assert table.script == max(set(scripts), key=scripts.count)
