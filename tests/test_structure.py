"""Structure rules on texts made for them: wrapped, paged, in many languages."""

import textwrap
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textlint_rules.structure._shape import LONGEST, RUN, shape
from textlint_rules.structure.byline import stray_byline_caption
from textlint_rules.structure.page_furniture import _kind, page_furniture
from textlint_rules.structure.paragraph_shape import _is_wrapped, paragraph_shape

from textlint.document import Document
from textlint.lint import run

PARAGRAPHS = {
    "en": (
        "The council met in the old town hall beside the river and spoke for hours about the bridge "
        "and the long way round that the farmers would have to take for two summers. Nobody wanted "
        "to pay for it. In the end they voted, and all but one of them were for it, since the ferry "
        "was old and slow and the winter had been hard on everybody."
    ),
    "ru": (
        "Совет собрался в старой ратуше у реки и несколько часов говорил о мосте и о том, как далеко "
        "придётся ездить крестьянам два лета подряд. Платить никто не хотел. В конце концов "
        "проголосовали, и все, кроме одного, были за, потому что паром был стар и ходил медленно."
    ),
    "de": (
        "Der Rat traf sich im alten Rathaus am Fluss und sprach zwei Stunden lang über die Brücke und den "
        "weiten Umweg, den die Bauern zwei Sommer lang nehmen müssten. Niemand wollte sie bezahlen. "
        "Am Ende stimmten alle bis auf einen dafür, weil die Fähre alt und langsam war, der Winter hart "
        "und der Umweg zu weit für die Alten."
    ),
}


def repaired(text: str, rule: object) -> str:
    """The text after the fixes of one rule's findings."""
    document = Document(text)
    edits = [edit for finding in run(rule, document) if finding.fix for edit in finding.fix.edits]  # type: ignore[arg-type]
    for edit in sorted(edits, key=lambda edit: -edit.start):
        text = text[: edit.start] + edit.replacement + text[edit.end :]
    return text


@pytest.mark.parametrize("width", [60, 72])
@pytest.mark.parametrize("language", PARAGRAPHS)
def test_unwrapping_gives_the_paragraphs_back(language: str, width: int) -> None:
    text = "\n\n".join([PARAGRAPHS[language]] * 2)
    wrapped = "\n\n".join(textwrap.fill(part, width) for part in text.split("\n\n"))
    assert repaired(wrapped, paragraph_shape) == text
    assert not list(run(paragraph_shape, Document(text)))


def test_markdown_may_wrap_its_paragraphs() -> None:
    wrapped = (textwrap.fill(PARAGRAPHS["en"], 72) + "\n\n") * 2
    assert list(run(paragraph_shape, Document(wrapped)))
    assert not list(run(paragraph_shape, Document(wrapped, mask=lambda _: [])))


def test_a_word_broken_at_the_margin_is_left_alone() -> None:
    wrapped = textwrap.fill(PARAGRAPHS["en"], 72).replace("beside\nthe", "be-\nside the")
    wrapped = wrapped.replace("the old\n", "the ol-\nd ")
    assert repaired(wrapped, paragraph_shape).count("-\n") == wrapped.count("-\n")


def test_pages_of_a_wrapped_book_lose_their_furniture() -> None:
    body = textwrap.fill(" ".join([PARAGRAPHS["en"]] * 12), 72).split("\n")
    pages = [body[at : at + 11] for at in range(0, 55, 11)]
    printed = "\n".join(
        "\n".join(["The Bridge at Last", *page, f"- {number} -"])
        for number, page in enumerate(pages, 7)
    )
    document = Document(printed)
    found = [printed[f.start : f.end] for f in run(page_furniture, document)]
    assert found.count("The Bridge at Last") == len(pages)
    assert [line for line in found if line[0] == "-"] == [f"- {n} -" for n in range(7, 12)]


def test_a_line_is_reported_once_however_many_phrases_it_holds() -> None:
    text = "It rained.\n\nBy Jane Doe Feb 8, 2020 5 min read\n\nPhoto: Jane Doe/Getty Images\n\nIt did."
    from textlint.lint import Linter
    from textlint.scan import ReferenceScanner

    rules = {"STR008": stray_byline_caption}
    found = Linter(rules, ReferenceScanner(rules)).lint([Document(text)])[0]
    assert [text[f.start : f.end] for f in found] == [
        "By Jane Doe Feb 8, 2020 5 min read",
        "Photo: Jane Doe/Getty Images",
    ]


ROWS = st.lists(
    st.sampled_from(["", " ", "12", "- 3 -", "iv", "Page 5", "b", "Ab c", "d e f", "9 x y z"])
    | st.text(alphabet="abcdeE 1 \u00a0日É\ud800", min_size=40, max_size=60),
    max_size=40,
)


@given(ROWS)
def test_page_numbers_and_sentences_that_go_on_are_seen(texts):
    document = Document("\n".join(texts))
    found = [text.strip() for text in texts if text.strip()]
    seen = document.fact(shape)
    assert {text for text in found if _kind(text)} <= set(seen.numbers)
    pairs = pairwise(found)
    assert seen.cuts == [(a, b) for a, b in pairs if b[0].islower() and len(a) <= LONGEST]


@given(ROWS)
def test_no_wrapped_paragraph_is_missed(texts):
    seen = Document("\n".join(texts)).fact(shape).wrapped
    rows = [text.strip() for text in texts]
    for start in range(len(rows) - 4):
        run = rows[start : start + 5]
        if all(run) and any(line[0].islower() for line in run[1:]) and _is_wrapped(run):
            joined = ["\n".join(some) for some in seen]
            assert any("\n".join(run) in some for some in joined)


@given(st.lists(st.sampled_from(["", "a", "b c", "D", "1", "ef gh ij kl"]), max_size=60))
def test_short_lines_are_counted_until_too_many_are_long(texts):
    found, expected, start, longer = list(filter(None, texts)), [], 0, 0
    for at, text in enumerate([*found, "", ""]):
        if at < len(found) and len(text.split()) <= 3:
            continue
        if start < at < len(found) and longer * 8 < at - start:
            longer += 1
            continue
        run = [line[0] for line in found[start:at]]
        lower, capital = sum(map(str.islower, run)), sum(map(str.isupper, run))
        if len(run) >= RUN and lower >= capital:
            expected.append((start, at - start))
        if at >= len(found):
            break
        start, longer = at + 1, 0
    assert Document("\n".join(texts)).fact(shape).shattered == expected
