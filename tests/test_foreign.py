"""Lines in another language: the look at the long ones, and what they are judged by."""

from hypothesis import given, settings
from hypothesis import strategies as st
from textlint_rules.language import foreign
from textlint_rules.language._looks import may_hold_another

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
