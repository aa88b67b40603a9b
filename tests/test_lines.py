"""Lines that go: what is left between those that stay, and that lines which are neighbours go together."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textlint.document import Document
from textlint.edits import delete_line
from textlint.finding import Edit, Finding, Fix, Safety
from textlint.fix import apply, choose, fix
from textlint.lines import Lines, without_lines

GOES = "goes"


def delete(text, *words):
    """The text after one pass that deletes each line which holds one of the words."""
    findings = []
    for word in words:
        start = text.index(word)
        findings.append(deletion(text, start, start + len(word)))
    edits, used = choose(text, findings, unsafe=False)
    assert len(used) == len(words)
    return apply(text, edits)


def deletion(text, start, end):
    return Finding(
        start, end, "", Fix((delete_line(text, start, end),), Safety.SAFE), code="AAA001"
    )


@pytest.mark.parametrize(
    ("text", "words", "left"),
    [
        ("One.\nShare\nMenu\nTwo.\n", ["Share", "Menu"], "One.\nTwo.\n"),
        ("One.\n\nShare\n\nMenu\n\nTwo.\n", ["Share", "Menu"], "One.\n\nTwo.\n"),
        ("One.\n\nShare\nMenu\n\nTwo.\n", ["Share", "Menu"], "One.\n\nTwo.\n"),
        ("One.\nShare\n\nMenu\nTwo.\n", ["Share", "Menu"], "One.\n\nTwo.\n"),
        ("One.\nShare\n\nTwo.\n", ["Share"], "One.\n\nTwo.\n"),
        ("One.\n\nShare\nTwo.\n", ["Share"], "One.\n\nTwo.\n"),
        ("One.\n\n\n\nShare\n\nTwo.\n", ["Share"], "One.\n\nTwo.\n"),
        ("One.\n\nShare\nMenu", ["Share", "Menu"], "One."),
        ("One.\n\nShare\n\nMenu\n\n\n", ["Share", "Menu"], "One.\n"),
        ("Share\nMenu\n\nOne.", ["Share", "Menu"], "One."),
        ("\n\nShare\n\n  One.", ["Share"], "  One."),
        ("Share\r\nMenu\r\n", ["Share", "Menu"], ""),
        ("One. \r\n\r\n Share \r\n\r\n\tTwo.\r\n", ["Share"], "One. \r\n\r\n\tTwo.\r\n"),
        ("One.\r\nShare\r\n\r\nMenu\r\n", ["Share", "Menu"], "One.\r\n"),
        ("One.\nShare\nTwo.\nMenu\nThree.", ["Share", "Menu"], "One.\nTwo.\nThree."),
        ("One.\n \t\nShare\n\u3000\nTwo.", ["Share"], "One.\n \t\nTwo."),
    ],
)
def test_a_careful_editor_would_leave(text, words, left):
    assert delete(text, *words) == left


LINES = st.lists(
    st.tuples(
        st.sampled_from([GOES, "a b", " stays ", "c"]),
        st.sampled_from(["\n", "\n\n", "\n \n", "\n\n\n", "\r\n", "\r\n\r\n"]),
    ),
    max_size=12,
)


def text_of(lines, *, final):
    text = "".join(line + end for line, end in lines)
    return text if final else text.rstrip()


def goes(document):
    text, at = document.text, -1
    while (at := document.text.find(GOES, at + 1)) >= 0:
        yield deletion(text, at, at + len(GOES))


def fixed(text):
    document = Document(text)
    return fix(document, list(goes(document)), lambda changed: list(goes(changed)))


@given(LINES, st.booleans())
def test_any_lines_can_go_in_one_pass(lines, final):
    text = text_of(lines, final=final)
    findings = list(goes(Document(text)))
    edits, used = choose(text, findings, unsafe=False)
    after = apply(text, edits)
    assert len(used) == len(findings)
    assert fixed(text).text == after
    assert not fixed(after).applied
    kept = [line.strip() for line, _ in lines if line != GOES]
    assert [line.strip() for line in after.split("\n") if line.strip()] == kept


@given(LINES, st.booleans())
def test_between_lines_that_stay_is_the_shortest_paragraph_end_that_was_there(lines, final):
    text = text_of(lines, final=final)
    stay = [at for at, (line, _) in enumerate(lines) if line != GOES]
    wanted = []
    for a, b in pairwise(stay):
        there = [lines[at][1].count("\n") for at in range(a, b)]
        wanted.append(min((count for count in there if count > 1), default=1))
    assert breaks(fixed(text).text) == wanted


def breaks(text):
    """Line breaks between each two lines that are not blank."""
    found, blank = [], 0
    for line in text.strip().split("\n")[1:]:
        blank += 1
        if line.strip():
            found.append(blank)
            blank = 0
    return found


@given(LINES)
def test_the_last_line_break_stays(lines):
    text = text_of(lines, final=True)
    after = fixed(text).text
    if after:
        assert after.endswith("\r\n" if text.endswith("\r\n") else "\n")


@given(
    LINES,
    st.lists(
        st.tuples(st.integers(0, 60), st.integers(0, 3), st.sampled_from(["", "\n", " ", "x"]))
    ),
)
def test_other_edits_beside_lines_that_go_harm_none_that_stays(lines, others):
    text = text_of(lines, final=True)
    findings = list(goes(Document(text))) + [
        Finding(at, at, "", Fix.replace(at, end, new, safety=Safety.SAFE), code="BBB001")
        for at, size, new in others
        if (end := at + size) <= len(text) and not text[at:end].strip()
    ]
    edits, used = choose(text, findings, unsafe=False)
    after = apply(text, edits)
    ink = [c for line, _ in lines for c in line if line != GOES and not c.isspace()]
    deleted = sum(finding.code == "AAA001" for finding in used)
    kept = [c for c in after if not c.isspace() and c != "x"]
    assert len(kept) == len(ink) + len(GOES) * (text.count(GOES) - deleted)
    assert all(a.end <= b.start for a, b in pairwise(edits))


def test_only_what_delete_line_makes_is_the_deletion_of_lines():
    text = "One.\n\nShare\n\nTwo.\n"
    assert Lines.deleted_by(text, delete_line(text, 6, 11)) == Lines(6, 11, 4, 13)
    for edit in (
        Edit(6, 11),
        Edit(4, 13, "\n"),
        Edit(5, 13),
        Edit(4, 12),
        Edit(11, 13),
        Edit(7, 13),
    ):
        assert Lines.deleted_by(text, edit) is None


def test_an_edit_of_nothing_deletes_no_line():
    assert Lines.deleted_by("One.", Edit(4, 4)) is None
    assert Lines.deleted_by("", Edit(0, 0)) is None


def test_edits_of_one_fix_are_made_as_given_where_one_reaches_into_the_break_beside_a_line():
    text = "One\n\nShare\nTwo.\n"
    both = Finding(2, 10, "", Fix((Edit(2, 4), delete_line(text, 5, 10)), Safety.SAFE), code="A")
    edits, used = choose(text, [both], unsafe=False)
    assert (edits, used) == ([Edit(2, 4), Edit(5, 11)], [both])


def test_a_blank_line_too_many_goes_with_the_line_after_it():
    text = "One.\n\n\n\nShare\nTwo.\n"
    blank = Finding(6, 8, "", Fix.replace(6, 8, safety=Safety.SAFE), code="BBB001")
    edits, used = choose(text, [blank, deletion(text, 8, 13)], unsafe=False)
    assert (apply(text, edits), len(used)) == ("One.\n\nTwo.\n", 2)


def test_lines_joined_to_one_that_goes_wait_for_it():
    text = "One\nShare\nTwo.\n"
    join = Finding(3, 4, "", Fix.replace(3, 4, " ", safety=Safety.SAFE), code="BBB001")
    edits, used = choose(text, [join, deletion(text, 4, 9)], unsafe=False)
    assert [finding.code for finding in used] == ["BBB001"]
    assert apply(text, edits) == "One Share\nTwo.\n"


def test_many_lines_that_go_are_settled_in_time():
    """Each deletion looks at the breaks beside it and no further."""
    text = "One.\n" + "goes\n\n" * 20_000 + "Two.\n"
    assert fixed(text).text == "One.\n\nTwo.\n"


@given(st.text("ab \n\r\u2028", min_size=1, max_size=12), st.integers(0, 11), st.integers(0, 12))
def test_a_line_among_others_goes_as_every_line_does(text, start, end):
    start = min(start, len(text) - 1)
    end = max(start, min(end, len(text)))
    assert delete_line(text, start, end) == without_lines(text, [Lines.of(text, start, end)])
