"""Compiled walks over a text find what the plain definition finds."""

import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from textlint_rules.markup._signs import Signs
from textlint_rules.markup._words import mixture, sieve_of, words
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
    plain = re.sub("[A-Z]", lambda m: m[0].lower(), text)
    found: dict[str, list[int]] = {}
    for word in re.compile("[a-z0-9]+").finditer(plain, start, end):
        if word[0] in LISTED:
            found.setdefault(word[0], []).append(word.start())
    assert words(text, start, end, LISTED, sieve_of(LISTED)) == found


@given(st.text("aZB09-é", min_size=1, max_size=20))
def test_mixture_is_the_share_of_changes(run: str) -> None:
    kinds = [
        "u" if c.isupper() else "l" if c.islower() else "d" if c.isdigit() else "" for c in run
    ]
    changes = sum(a != b and bool(a and b) for a, b in pairwise(kinds))
    assert mixture(run) == (changes / len(run) if {"u", "l", "d"} <= set(kinds) else 0)


@given(texts)
def test_signs_by_their_neighbours(text: str) -> None:
    signs, places = Signs(text), [at for at, char in enumerate(text) if char == "#"]
    ahead = {at: text[at + 1 : at + 3].casefold() for at in places}
    heads = frozenset(("a", "z0", "é"))
    assert signs.before("#", heads) == [
        at for at in places if ahead[at][:1].isspace() or {ahead[at], ahead[at][:1]} & heads
    ]
    assert signs.stuck("#") == [
        at for at in places if at and not text[at - 1].isspace() and ahead[at][:1].isdigit()
    ]
    assert signs.named("#") == [at for at in places if at > 4 and "." in text[at - 5 : at - 3]]


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
