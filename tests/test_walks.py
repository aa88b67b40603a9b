"""Compiled walks over a text find what the plain definition finds."""

import re

from hypothesis import given
from hypothesis import strategies as st
from textlint_rules.markup._signs import Signs
from textlint_rules.markup._words import sieve_of, words
from textlint_rules.typography._set_off import set_off

from textlint.api import BLANKS

texts = st.text("aZ09 .,;:!?<>[]#&=_\t\n\u00a0\u2009é港\udc80😀", max_size=40)
LISTED = frozenset(("a", "z0", "0a9", "aza"))


@given(texts)
def test_marks_behind_a_blank(text: str) -> None:
    def places(marks: str) -> list[int]:
        return [at for at in range(1, len(text)) if text[at - 1] in BLANKS and text[at] in marks]

    assert set_off(text, BLANKS) == (places(".,"), places(";:!?"))


@given(texts, st.integers(0, 40), st.integers(0, 40))
def test_listed_words_of_a_part(text: str, start: int, end: int) -> None:
    start, end = sorted((min(start, len(text)), min(end, len(text))))
    plain = re.findall("[a-z0-9]+", re.sub("[A-Z]", lambda m: m[0].lower(), text[start:end]))
    assert words(text, start, end, LISTED, sieve_of(LISTED)) == LISTED & set(plain)


@given(
    texts, st.lists(st.sampled_from(["<", "[#", "]]", "a", "a.", "==", "a=", "é港"]), max_size=4)
)
def test_anchors(text: str, anchors: list[str]) -> None:
    signs, at = Signs(text), range(len(text))
    assert signs.has_any(anchors) == any(anchor in text for anchor in anchors)
    assert signs.places(set(anchors)) == sorted(
        place for anchor in set(anchors) for place in at if text.startswith(anchor, place)
    )
    assert signs.places(["a="], 2, 9) == [
        place for place in at[2:9] if text.startswith("a=", place)
    ]
