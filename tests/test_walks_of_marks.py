"""Compiled walks against the plain definitions of what they find."""

import re

from hypothesis import given
from hypothesis import strategies as st
from textlint_rules.encoding._sequences import islands, may_remain
from textlint_rules.typography._conventions import MARKS
from textlint_rules.typography._paragraphs import around, paragraph, places, unclosed
from textlint_rules.typography.brackets import BRACKETS, DEEPEST, KINDS, OPENERS

REMAINS = re.compile("[âāβโв‚ðđÃÂãï][€\x80-\x9fЂÄŸŹź?\ufffd¬¢¦]|[a-zäöü]Ã[a-z]")
TEXT = st.text(st.sampled_from('ab ,-\n\n;9:"“”«)([]』（ਊāâÃ€?\x80\xa0é\udc80😀'), max_size=60)


@given(TEXT, st.sampled_from([MARKS, BRACKETS]))
def test_places_are_all_of_the_characters(text: str, chars: frozenset[str]) -> None:
    assert places(text, chars) == [at for at, char in enumerate(text) if char in chars]


@given(TEXT)
def test_paragraphs_are_whole_lines_and_apart(text: str) -> None:
    found = places(text, MARKS)
    spans = around(text, found)
    assert [at for _, _, own in spans for at in own] == found
    for start, end, own in spans:
        assert start == 0 or text[start - 1] == "\n"
        assert end == len(text) or text[end - 1] == "\n"
        assert all(paragraph(text, at) == (start, end) for at in own)


@given(st.text(st.sampled_from("()[（]a\n"), max_size=40))
def test_brackets_that_are_left_pair_with_none_on_their_line(text: str) -> None:
    found = places(text, BRACKETS)
    left = unclosed(text, found, OPENERS, KINDS, DEEPEST)
    assert left == sorted(set(left) & set(found))
    paired = "".join(
        "\n" if char == "\n" else char if at in found and at not in left else ""
        for at, char in enumerate(text)
    ).replace("（", "(")
    while (shorter := paired.replace("()", "").replace("[]", "")) != paired:
        paired = shorter
    assert not paired.strip("\n")


@given(TEXT)
def test_islands_are_stretches_of_two_or_more_beyond_ascii(text: str) -> None:
    assert islands(text) == " ".join(re.findall(r"[^\x00-\x7f]{2,}", text))


@given(TEXT)
def test_remainders_begin_with_two_characters(text: str) -> None:
    assert may_remain(text) == (REMAINS.search(text) is not None)
