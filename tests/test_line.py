"""The lines of a text, against their plain definition."""

from hypothesis import given
from hypothesis import strategies as st

from textlint.api import Document, inked, lines

PIECES = st.sampled_from([*"aÀİıΣς’\u00a0 \t\r\n\n\v\u2028“…\x1c", "\udc80", "😀"])
TEXTS = st.lists(PIECES, max_size=20).map("".join) | st.text()


@given(TEXTS)
def test_lines_are_those_with_more_than_white_space(text):
    document = Document(text)
    found = document.fact(lines)
    assert [line.text for line in found] == [row.strip() for row in text.split("\n") if row.strip()]
    assert all(text[line.start : line.end] == line.text for line in found)
    assert [line.start for line in found] == sorted({line.start for line in found})
    assert document.fact(inked) == [line.text for line in found]
