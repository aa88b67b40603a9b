"""Diffs: what is shown turns the old lines into the new ones, in linear time."""

from hypothesis import given
from hypothesis import strategies as st

from textlint.diff import hunks

LINES = st.lists(st.sampled_from(["a", "b", "c", "", "long line"]), max_size=30)


def patched(old, shown):
    """The old lines with the hunks applied."""
    lines, at, out = old.split("\n"), 0, []
    for line in shown:
        if line.startswith("@@"):
            start = int(line.split()[1][1:].partition(",")[0])
            size = line.split()[1].partition(",")[2]
            start += size == "0"
            out += lines[at : start - 1]
            at = start - 1
        elif line[0] == "+":
            out.append(line[1:-1])
        elif line[0] == " ":
            assert line[1:-1] == lines[at]
            out.append(lines[at])
            at += 1
        elif line[0] == "-":
            assert line[1:-1] == lines[at]
            at += 1
    return out + lines[at:]


@given(LINES, LINES)
def test_the_hunks_turn_the_old_into_the_new(old, new):
    old, new = "\n".join([*old, "end"]) + "\n", "\n".join([*new, "end"]) + "\n"
    shown = list(hunks(old.encode(), new.encode(), 1))
    assert patched(old, shown) == new.split("\n")
    assert bool(shown) == (old != new)


def test_equal_lines_are_shown_three_at_a_time():
    old = "".join(f"{n}\n" for n in range(30))
    shown = list(hunks(old.encode(), old.replace("15\n", "15 \n").encode(), 1))
    assert shown[0] == "@@ -13,7 +13,7 @@\n"
    assert [line[:3] for line in shown[1:]] == [
        " 12",
        " 13",
        " 14",
        "-15",
        "+15",
        " 16",
        " 17",
        " 18",
    ]


def test_many_equal_lines_are_no_trouble():
    """As many steps as lines: difflib would need the square of them."""
    old = b"it rained\n\n" * 20_000
    shown = list(hunks(old, old.replace(b"it", b"It"), 1))
    assert sum(line.startswith("-it") for line in shown) == 20_000


def test_of_a_paragraph_that_goes_only_its_lines_are_shown():
    paragraphs = [b"One.\n", b"\n", b"Two.\n", b"\n", b"Three.\n", b"\n", b"Four.\n"]
    shown = "".join(hunks(b"".join(paragraphs), b"".join(paragraphs[2:]), 1)).splitlines()
    assert [line for line in shown if line[0] in "+-"] == ["-One.", "-"]
