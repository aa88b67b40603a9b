"""What the scan reports, by text: within edges, in code points."""

from hypothesis import given
from hypothesis import strategies as st

from textlint.hits import share, within_edges
from textlint.probe import ANY, LINE, WORD, Probe

TEXTS = st.text(alphabet="ab é…\n\U0001f600", max_size=12)


@given(st.lists(TEXTS, min_size=1, max_size=6), st.data())
def test_ends_go_to_the_text_that_they_are_in(texts, data):
    encoded = [text.encode() for text in texts]
    starts = [0]
    for each in encoded:
        starts.append(starts[-1] + len(each) + 1)
    ends = data.draw(st.lists(st.integers(1, starts[-1])))
    found = [{} for _ in texts]
    share({7: list(ends)}, lambda _: [Probe(3, 9, 9)], b"\n".join([*encoded, b""]), starts, found)
    got = [start + end for own, start in zip(found, starts, strict=False) for end in _ends(own)]
    assert got == sorted(ends)
    assert all(
        0 < end <= len(own) + 1 for own, f in zip(encoded, found, strict=True) for end in _ends(f)
    )


def _ends(found):
    return found[3].ends if found else []


def test_a_word_and_a_line_stand_apart():
    data = "xab ab\n  ab\u00a0\nabé\n".encode()
    ends = [at + 2 for at in range(len(data)) if data.startswith(b"ab", at)]
    assert within_edges(data, ends, 2, ANY, ANY) == ends == [3, 6, 11, 16]
    assert within_edges(data, ends, 2, WORD, WORD) == [6, 11, 16]
    assert within_edges(data, ends, 2, LINE, ANY) == [11, 16]
    assert within_edges(data, ends, 2, ANY, LINE) == [6, 11, 16]
