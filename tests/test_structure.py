"""Structure rules on texts made for them: wrapped, paged, in many languages."""

import textwrap

import pytest
from textlint_rules.structure.byline import stray_byline_caption
from textlint_rules.structure.page_furniture import page_furniture
from textlint_rules.structure.paragraph_shape import paragraph_shape

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
