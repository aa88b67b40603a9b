"""Markup is looked for where it can start: what that finds is what a search of the whole text finds."""

# ruff: noqa: SLF001 - what is tested is how a rule looks, not what it finds
import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st
from textlint_rules.markup import _code, _wiki, entity, markdown, script, tag, template
from textlint_rules.markup._anchors import anchored, line_starts, matches_at
from textlint_rules.markup._signs import Signs

from textlint.api import Document, compile_regex

SIGNS = "<>=\"'“”/-&;#[]{}()|%$@*_:.! \n\t09aé港"
PIECES = (
    '<p>¦</div>¦<a href="x">¦<!--¦-->¦]]>¦data-x=¦class = "¦width="3">¦&amp;¦&nbsp¦nbsp;¦'
    "quot;¦amp;¦#39;¦&lt;¦&gt;¦p&gt;¦& nbsp;¦&;amp¦[b]¦[/b]¦[gallery ¦{{ a }}¦{% if¦%}¦"
    "<%= a %>¦%s¦%1$s¦${a}¦#{a}¦@Model.A¦*|NAME|*¦__MSG_a__¦%%ab%%¦[object Object]¦{0}¦"
    "[caption]¦[url=h¦var a = ¦window.dataLayer = [¦(adsbygoogle =¦function a(b) {¦"
    "new function¦.push(¦_gaq¦if (typeof¦ga('send',¦document.write(¦document.cookie =¦jQuery(¦"
    '$(\'.a¦.a {color:¦@media (¦@import url(¦{"@type":¦{"a":{"¦endstream\nendobj¦<</Type¦'
    "1 0 obj<<¦Warning: x in /a on line 3¦GA_googleAddSlot(¦require(['¦let a = {}¦HTML¦CSS3¦"
    "C#¦C++¦Node.js¦source code¦Source code¦JavaScript¦template¦template engines¦ampersand¦"
    "escaped characters¦xml¦doctype html¦import a¦$ ls¦[1]¦.[12][13]¦[edit]¦[citation needed]¦"
    "**a**¦## A¦# A¦---|¦|¦~~~a¦![a](¦https://a.b)¦\n[a]: ¦== a ==¦\n{| ¦|-¦'''¦[[a]]¦__NOTOC__¦"
    "\nsudo rm¦\n#include¦\n```¦`a`¦^ ¦\n- ^ a b ¦\n12.\n^ ¦↑ ¦new Date()¦BT /F1 12 Tf¦h1 {margin:"
).split("¦")
texts = st.lists(st.sampled_from([*SIGNS, *PIECES]), max_size=40).map("".join)


def spans(matches: object) -> list[tuple[int, int]]:
    return [match.span() for match in matches]  # type: ignore[attr-defined]


@given(texts)
def test_references_start_at_their_anchors(text: str) -> None:
    pattern = entity._patterns["run"]
    assert spans(anchored(pattern, Signs(text), entity.ANCHORS)) == spans(pattern.finditer(text))


@given(texts)
def test_template_syntax_starts_at_its_anchors(text: str) -> None:
    pattern = template._patterns["run"]
    assert spans(anchored(pattern, Signs(text), template.ANCHORS)) == spans(pattern.finditer(text))


@given(texts)
def test_tags_start_at_signs_and_names_of_attributes(text: str) -> None:
    pattern = tag._patterns["tag"]
    assert spans(matches_at(pattern, text, tag._starts(Signs(text)))) == spans(
        pattern.finditer(text)
    )


@given(texts)
def test_marks_and_citations_start_at_brackets(text: str) -> None:
    assert spans(_wiki._bracketed(Document(text))) == spans(_wiki._marks().finditer(text))
    pattern = _wiki._patterns["citation"]
    assert spans(_wiki._numbered(Document(text))) == spans(pattern.finditer(text))


@given(texts)
def test_links_back_start_at_their_lines(text: str) -> None:
    pattern = _wiki._patterns["caret"]
    assert spans(matches_at(pattern, text, _wiki._lines_of_carets(Signs(text)))) == spans(
        pattern.finditer(text)
    )


@given(texts)
def test_signatures_hold_what_is_said_of_them(text: str) -> None:
    for kind, signatures in script.signatures().items():
        expected = compile_regex(signatures.source, regex.MULTILINE).finditer(text)
        assert spans(script.signatures_in(Signs(text), kind)) == spans(expected)


@given(texts)
def test_the_vocabulary_of_a_text_hides_no_word_of_programming(text: str) -> None:
    patterns = _code._patterns
    words = {match.group().lower() for match in patterns["words"].finditer(text)}
    lines, ticks = (list(patterns[name].finditer(text)) for name in ("listing", "ticks"))
    about_code = max(map(len, (words, lines, ticks))) >= _code.ENOUGH
    document = Document(text)
    assert _code.is_about_code(document) == about_code
    mentions = bool(patterns["markup"].search(text)) or about_code
    assert _code.mentions_markup(document) == mentions


@given(texts, st.integers(1, 20))
def test_what_a_text_is_about_does_not_depend_on_the_parts(text: str, size: int) -> None:
    expected = _code.is_about_code(Document(text)), _code.mentions_markup(Document(text))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_code, "AT_ONCE", size)
        found = _code.is_about_code(Document(text)), _code.mentions_markup(Document(text))
    assert found == expected


@given(texts.map(lambda text: text.replace("%", "\n")))
def test_markdown_and_wikitext_start_at_their_signs(text: str) -> None:
    signs, of = Signs(text), markdown._patterns
    for pattern, anchors in (
        *((of[kind], anchors) for kind, _, anchors in markdown.LINES),
        *((of[kind], ["#"]) for kind in ("heading", "title")),
        (_wiki._patterns["heading"], ["=="]),
        (_wiki._patterns["table"], ["|"]),
    ):
        starts = line_starts(signs, anchors)
        assert spans(matches_at(pattern, text, starts)) == spans(pattern.finditer(text))
    for pattern, anchors in (
        (of["link"], ["[", "!["]),
        (_wiki._patterns["link"], ["[["]),
        (_wiki._patterns["bold"], ["'''"]),
        (_wiki._patterns["switch"], ["__"]),
    ):
        assert spans(anchored(pattern, signs, anchors)) == spans(pattern.finditer(text))
