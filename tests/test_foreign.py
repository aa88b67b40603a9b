"""Lines in another language: the look at the long ones, and what they are judged by."""

from hypothesis import given, settings
from hypothesis import strategies as st
from textlint_rules.language import foreign
from textlint_rules.language._looks import is_of_names, may_be_embedded, may_hold_another, may_quote

from textlint.document import Document
from textlint.facts import inked

LINES = (
    "The bridge was closed for a year, and then it was opened again.",
    "Die Brücke war ein Jahr lang gesperrt, weil das Geld für den Stahl fehlte.",
    "Мост был закрыт на целый год, а потом его снова открыли для всех.",
    "橋は一年間閉鎖されていた。市の人々は遠回りをしなければならなかった。",
    "大桥关闭了一年，居民们只能绕道而行。",
    "다리는 일 년 동안 닫혀 있었고, 사람들은 먼 길을 돌아가야 했다.",
    "Menu", "News | Sport | Weather | Contact | About us | Privacy | Terms | Cookies",
    "“Die Brücke war ein Jahr lang gesperrt, weil das Geld fehlte”",
)  # fmt: skip


@given(
    st.lists(st.sampled_from(LINES), max_size=8),
    st.sampled_from(("en", "de", "ru", "ja", "ko", "zh")),
)
@settings(max_examples=300, deadline=None)
def test_the_look_at_the_long_lines_hides_no_run(texts, code):
    document = Document("\n".join(texts), language=code)
    language = foreign._language(code)  # noqa: SLF001 - the look itself
    if not may_hold_another(document.fact(inked), language):
        assert not list(foreign._runs(document, language))  # noqa: SLF001


@given(st.text("apwisbn doc.ſ:@(){}-–•^129p²३é“«\u0301\udc80", max_size=20))
@settings(max_examples=1000, deadline=None)
def test_what_is_looked_for_shows_at_first_sight(text):
    if foreign.EXPRESSIONS["embedded"].search(text):
        assert may_be_embedded(text)
    if foreign.EXPRESSIONS["quoted"].search(text):
        assert may_quote(text)


def test_every_kind_of_what_is_embedded_shows_at_first_sight():
    for text in (
        *("@abc", "http:", "HTTPS:", "Www.", "PIC.twitter", "isbn", "ISSN", "doi", "p.3", "pp. 3"),
        *("{", "}", "<", ">", "=", "\\", "_", "|", "1–2", " (de)", "- of 1998 it", "in 2004²."),
    ):
        assert foreign.EXPRESSIONS["embedded"].search(text), text
        assert may_be_embedded(text), text


@given(st.text("aB \u00a01", max_size=20))
def test_names_are_told_by_their_capitals(text):
    words = text.split()
    capitals = sum(word[0].isupper() for word in words)
    assert is_of_names(text, 0.5) == (len(words) > 1 and 2 * capitals > len(words))
