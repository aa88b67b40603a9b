"""The terms of a lexicon are found by what they begin with."""

from hypothesis import given
from hypothesis import strategies as st
from textlint_rules.injection._heads import first_of, head_of, marks, starts
from textlint_rules.injection.terms import HEAD

TERMS = st.text(alphabet="ab토 ", min_size=2, max_size=8)


@given(st.lists(TERMS, max_size=8, unique=True), st.text(alphabet="ab토 c\udc80", max_size=30))
def test_every_term_is_found_at_every_place(terms, text):
    heads = {}
    for term in sorted(terms, key=len, reverse=True):
        heads.setdefault(head_of(term), []).append(term)
    lines = {head: "\n".join(own).encode() for head, own in heads.items()}
    found = starts(text, lines, {}, marks(lines))
    expected = [(at, t) for at in range(len(text)) for t in terms if text.startswith(t, at)]
    assert sorted(set(found)) == sorted(expected)
    assert [at for at, _ in found] == sorted(at for at, _ in found)


@given(
    st.frozensets(st.text(alphabet="ab토", min_size=1, max_size=HEAD), max_size=6),
    st.text(alphabet="ab토 c\udc80", max_size=20),
)
def test_the_first_head(heads, text):
    places = [text.find(head, 1) for head in heads]
    expected = min((place for place in places if place >= 0), default=-1)
    assert first_of(text, heads, marks(heads), 1) == expected
