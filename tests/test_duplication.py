"""Passages, bodies and loops that stand in a document more than once."""

import re
import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textlint_rules.duplication._passages import count_letters, may_repeat
from textlint_rules.duplication._sentences import sentences
from textlint_rules.duplication.body import doubled
from textlint_rules.duplication.repetition import loops
from textlint_rules.duplication.sentence import repeats

from textlint.document import Document
from textlint.fix import apply, choose
from textlint.lint import Linter
from textlint.plugins import load
from textlint.scan import ReferenceScanner

RULES = {code: rule for code, rule in load().rules.items() if code.startswith("DUP")}
SCANNER = ReferenceScanner(RULES)
FIRST = "The old bridge over the lower river will stay closed for another month, the council said."
SECOND = "Nobody had expected that the repair of the four stone arches would take so very long."
THIRD = (
    "Until then a small ferry will carry people and bicycles across, but neither cars nor carts."
)
LAST = "Critics call it a scandal."


def page(*paragraphs, gap="\n\n"):
    return gap.join(paragraphs)


def lint(text, language="en"):
    linter = Linter(RULES, SCANNER)
    document = Document(text, "page.txt", language=language)
    found = linter.lint([document])[0]
    assert not linter.failures
    return found


def codes(text):
    return [finding.code for finding in lint(text)]


def repaired(text):
    """The text after the safe fixes."""
    edits, _ = choose(text, lint(text), unsafe=False)
    return apply(text, edits)


def test_a_body_twice_is_one_finding_and_silences_its_sentences():
    body = page(FIRST, SECOND, THIRD)
    (finding,) = lint(f"{body}\n\n{body}\n")
    assert finding.code == "DUP002"
    assert finding.start == len(body) + 2
    assert finding.related[0].start == 0
    assert "1:1" in finding.message


def test_the_safe_repair_of_a_body_leaves_one_of_everything():
    body = f"{FIRST}\n\n{SECOND}\n\n{THIRD}\n"
    assert repaired(f"Title\n\n{body}\n{body}") == f"Title\n\n{body}"
    doubled = page(FIRST, FIRST, SECOND, SECOND, THIRD, THIRD) + "\n"
    assert repaired(doubled) == body


def test_sentences_within_a_line_are_not_deleted_safely():
    text = f"{LAST} {FIRST} {FIRST} {LAST} {SECOND} {THIRD}"
    assert codes(text) == ["DUP001"]
    assert repaired(text) == text


@pytest.mark.parametrize("count", [2, 3, 4])
def test_paragraphs_that_come_several_times_each_are_a_body_twice(count):
    paragraphs = [paragraph for paragraph in (FIRST, SECOND, THIRD) for _ in range(count)]
    assert set(codes(page(*paragraphs))) == {"DUP002"}


def test_a_body_three_times_is_found():
    assert set(codes(page(*[FIRST, SECOND, THIRD] * 3))) == {"DUP002"}


def test_a_short_part_of_a_document_that_comes_twice_is_no_body():
    text = page(FIRST, SECOND, SECOND, THIRD, LAST)
    (finding,) = lint(text)
    assert finding.code == "DUP001"
    assert text[finding.start : finding.end] == SECOND


def test_carriage_returns_do_not_matter():
    assert codes(page(FIRST, SECOND, SECOND, THIRD, gap="\r\n\r\n")) == ["DUP001"]


def test_copies_in_other_quotation_marks_are_copies():
    assert codes(f"{LAST}\n\n{SECOND}\n\n“{SECOND}”\n\n{THIRD}\n") == ["DUP001"]


def test_a_loop_is_not_reported_as_repeated_sentences_too():
    assert codes("\n".join([LAST, *[SECOND] * 6, THIRD])) == ["DUP006"]


def test_where_a_loop_is_found_does_not_depend_on_where_it_stands():
    loop = "it is not clear " * 4
    for before in range(60):
        assert codes("x" * before + " " + loop + "\n") == ["DUP006"]


def test_a_loop_of_long_lines_is_found():
    assert codes(f"{FIRST} {SECOND}\n" * 8) == ["DUP006"]


@pytest.mark.parametrize(
    "unit",
    ["a", " ", "\n", "ab ", "very good ", "0 1 ", FIRST + " ", SECOND + "\n", "word\n", "|-"],
)
def test_monotonous_texts_take_linear_time(unit):
    text = unit * (400_000 // len(unit))
    start = time.process_time()
    lint(text)
    assert time.process_time() - start < 5


def test_many_different_loops_take_linear_time():
    text = "\n".join(f"so it went with number{n} " * 5 for n in range(3_000))
    start = time.process_time()
    assert set(codes(text)) <= {"DUP006"}
    assert time.process_time() - start < 5


SENTENCES = (
    FIRST,
    SECOND,
    THIRD,
    LAST,
    "“Nobody had expected it of us,” said the mayor of the old town.",
    "Siehe „Die alte Brücke am unteren Fluss wird noch lange gesperrt bleiben.“ im Anhang.",
    "市議会は火曜日の会議で、古い橋を来年の春までに修理することを決めた。",
    "Menu",
    "* * *",
    "Read  more about the old bridge over the lower river, and about its ferry",
)
texts = st.lists(
    st.tuples(
        st.sampled_from(SENTENCES), st.sampled_from(("\n", "\n\n", " ", "", "\u00a0", " – "))
    ),
    max_size=24,
).map(lambda parts: "".join(f"{sentence}{gap}" for sentence, gap in parts))


@given(texts)
@settings(max_examples=300, deadline=None)
def test_the_look_at_all_sentences_hides_no_finding(text):
    document = Document(text, language="en")
    if document.fact(may_repeat):
        return
    unseen = Document(text, language="en")
    unseen._facts[may_repeat] = True  # noqa: SLF001 - as if the look had found something
    assert not unseen.fact(doubled)
    assert not unseen.fact(repeats)


EDGES = " \t\r\n\u00a0\u3000\"'“”‘’«»„‚「」『』()[].,;:!?…。！？।॥؟۔*•·–—-_>#"
SENTENCE = re.compile(
    r"[.!?…؟۔\n。！？।॥](?:(?<=[.!?…؟۔])[.!?…؟۔]*[\"'”’»)\]]*(?=\s)"
    r"|(?<=[。！？।॥])[。！？।॥]*[\"'”’»」』）]*|(?<=\n))"
)


@given(texts | st.text(st.sampled_from("ab .!?…”’)」。！।\n\u00a0\x1c–\udcff"), max_size=40))
@settings(max_examples=500, deadline=None)
def test_sentences_end_where_the_expression_says(text):
    ends = [0, *(match.end() for match in SENTENCE.finditer(text)), len(text)]
    pieces = [(at, text[at:end]) for at, end in pairwise(ends) if text[at:end].strip()]
    expected = [
        (
            at + len(piece) - len(piece.lstrip()),
            at + len(piece.rstrip()),
            " ".join(piece.strip().strip(EDGES).split()),
            text.count("\n", 0, at + len(piece) - len(piece.lstrip())),
        )
        for at, piece in pieces
    ]
    assert sentences(text) == expected


def test_letters_are_counted_by_script():
    assert count_letters("He shook his head 12 times.") == 19
    assert count_letters("Für Öl") == 5
    assert count_letters("橋は\udcff。x") == 5


@pytest.mark.parametrize("text", [f"{FIRST}\n" * 20_000, f"{FIRST} {SECOND}\n" * 10_000])
def test_the_look_takes_no_longer_than_the_text_is(text):
    start = time.process_time()
    Document(text).fact(may_repeat)
    Document("".join(f"{FIRST} {at}\n" for at in range(20_000))).fact(may_repeat)
    assert time.process_time() - start < 5


def test_a_loop_of_loops_is_one():
    found = loops(Document("\n" + ("word " * 8 + ", ") * 9))
    assert [(loop.start, loop.end) for loop in found] == [(1, 378)]
