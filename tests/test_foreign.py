"""Lines in another language: the look at the long ones, and what they are judged by."""

from hypothesis import given, settings
from hypothesis import strategies as st
from textlint_rules.language import foreign
from textlint_rules.language._looks import is_of_names, may_be_embedded, may_quote, strange

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


def is_strange(text, language):
    """What the compiled look says of a line of 40 letters, in plain words."""
    if any(f" {word.strip()} " in text for word in language.common if word == f" {word.strip()} "):
        return False
    words = set(text.replace("'", " ").replace("’", " ").split())
    foreign, typical = words & language.others, words & language.typical
    named = [word[0].isupper() for word in text.split()]
    return len(foreign) > max(1, len(typical)) and not (
        len(named) > 1 and 2 * sum(named) > len(named)
    )


@given(
    st.lists(
        st.sampled_from("the and of it die und der und l'eau d’être Haus il y".split()), min_size=1
    )
)
@settings(max_examples=500, deadline=None)
def test_lines_are_told_by_their_function_words(words):
    language = foreign._language("en")  # noqa: SLF001 - the look itself
    text = " ".join(words)
    line = f"{text} {'x' * 40}"
    assert strange([text[:39], line], language) == ([1] if is_strange(line, language) else [])


def test_lines_of_the_language_part_those_of_others():
    language = foreign._language("en")  # noqa: SLF001 - the look itself
    assert strange([*LINES[:3], LINES[0], LINES[0], *LINES[2:4]], language) == [1, 2, -1, 5, 6]


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
    assert is_of_names(text) == (len(words) > 1 and 2 * capitals > len(words))
