"""What of a line is compared with listed phrases, against its plain definition; which lists hold a line."""

import random
import re

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st
from textlint_rules.boilerplate import _lexicon, _lines, _lists
from textlint_rules.boilerplate._cores import Shape, bare, core, numberless, single
from textlint_rules.boilerplate._forms import has_moment, is_prose, words
from textlint_rules.boilerplate._held import Lists
from textlint_rules.boilerplate._kinds import split
from textlint_rules.boilerplate._packs import name_end, words_of
from textlint_rules.boilerplate._sieve import Sieve
from textlint_rules.boilerplate._texts import folded_lines, lists

from textlint.api import Document, fold, lines

EDGE = (
    r"[\s\p{So}\p{Sm}\p{Sk}\p{Pd}\p{Ps}\p{Pe}*•·.…:：。!！/|_#«»‹›,;﹕︰\u200b-\u200f\ufe0f\ufeff]"
)
START = regex.compile(
    rf"^(?:{EDGE}|[o¤](?=\s)|\d{{1,4}}(?:[.,]\d{{1,3}})?\s?[km]?(?=\s)(?!\s*[.)]))+"
)
WINDOWS = ("opens in new window", "in new window/tab")
BY_END = {window[-1]: tuple(w for w in WINDOWS if w[-1] == window[-1]) for window in WINDOWS}
END = regex.compile(
    rf"(?r)(?:\({{0,1}}(?:{'|'.join(WINDOWS)})\)?|[(\[]?\d[\d.,]{{0,8}}\s?[km]?\+?[)\]]|"
    rf"(?<=\s)\d{{1,6}}[km]?|{EDGE})+$"
)
PIECES = (
    *("share", "o", "x", "page", "12", "3", "1.2k", "1,000", "k", "m", "+", "©", "٣", "1234567"),
    *(
        " ",
        "  ",
        "\t",
        "\u2003",
        "(",
        ")",
        "[",
        "]",
        "（",
        "）",
        ".",
        ",",
        ":",
        "-",
        "–",
        "/",
        "|",
        "»",
    ),
    *("“", "”", "*", "•", "…", "!", "?", "\ud800", "😀", *WINDOWS),
)
LINES = st.lists(st.sampled_from(PIECES), max_size=8).map("".join) | st.text(max_size=20)


def plain_core(line: str) -> str:
    text = " ".join(line.split())
    if text[:2] in ("* ", "+ ", "- ", "• ") and text[2:3].isalpha() and text[3:4] != " ":
        text = text[2:]
    elif not text[:1].isalpha() or text[:2] == "o ":
        text = START.sub("", text, count=1)
    text = text.rstrip(" .!:…»›→")
    return text if not text or text[-1].isalpha() else END.sub("", text, count=1)


@given(LINES)
def test_the_core_of_a_line(line):
    assert core(line, BY_END) == plain_core(line)


@given(LINES)
def test_blanks_and_numbers(line):
    assert single(line) == " ".join(line.split())
    assert numberless(line) == re.sub(r"\d+(?:[.,]\d+)*", "#", line)
    assert Shape(line.strip()).text == " ".join(line.split())
    assert Shape(line.strip()).bare() == bare(line.strip())


@given(LINES)
def test_words_and_parts(line):
    assert words_of(line, 99) == re.split(r"[\s|/·•,+–—-]+", line)
    assert words(line, 99) == len(line.split())
    assert is_prose(line) == (
        len(line.split()) >= (6 if line[-1:] in set("….!?。！？।") else 12) and len(line) >= 11
    )
    assert has_moment(line) == bool(re.search(r"\d[:.hH]\s?\d\d", line))
    expression = r"\s*[|¦│｜·•›»>＞→⟩▸►]\s*|\s+[/\\–—-]\s+|\t+|\s{2,}"
    assert [p for p in map(bare, split(line)) if p] == [
        p for p in map(bare, re.split(expression, line)) if p
    ]


@given(st.lists(st.sampled_from([*"abcž’'5ая -", "", "facebook"]), max_size=14).map("".join))
def test_a_name_ends_before_what_is_no_letter(rest):
    for is_inflected, ending in ((True, "(?:[a-zà-ž]{0,5}|[а-яёіїє]{0,3})"), (False, "")):
        found = re.match(rf"x{ending}(?:'[a-zà-ž]{{0,5}})?(?![a-zà-žа-яё0-9])", f"x{rest}")
        assert name_end(f"x{rest}", 1, is_inflected) == (found.end() if found else 0)


@given(st.text(alphabet="abc"), st.sets(st.text(alphabet="abc", min_size=1, max_size=4)))
def test_a_sieve_knows_the_lengths_of_keys(text, keys):
    found = Sieve(Sieve.pack(keys)).lengths(f"c{text}", 1, 4)
    assert all(found >> n & 1 for n in range(1, 5) if n <= len(text) and text[:n] in keys)


@given(st.sets(st.text()), st.text())
def test_a_sieve_passes_what_it_was_made_of(keys, other):
    sieve = Sieve(Sieve.pack(keys))
    assert all(sieve.passes(f"“{key}”", 1, len(key) + 1) for key in keys)
    assert Sieve.pack(keys) == Sieve.pack(list(keys))
    assert sieve.passes(other, 0, len(other)) in (True, False)


def phrases() -> list[str]:
    """The phrases of all lists without the name of a service, which may be written in several ways."""
    found = {*_lexicon.lexicon().phrases, *_lines.lexicon().whole}
    return [text.replace("#", "12") for text in sorted(found) if "\1" not in text]


@pytest.mark.parametrize("shape", ["{}", "* {}", "{} »", "{}\u2003"])
def test_every_phrase_is_held(shape):
    found = random.Random(shape).sample(phrases(), 2000)
    for text in found:
        assert lists().held([fold(shape.format(text)).strip()]), text


def test_what_was_said_of_other_lines_does_not_matter():
    some = ["share", "the harbour", "* home", "home | news | sports", "share"]
    fresh = Lists(_lexicon.lexicon(), _lines.lexicon(), _lists.headings())
    assert [held[0] for held in fresh.held(some)] == [0, 2, 3, 4]
    assert [bool(fresh.held([line])) for line in some] == [True, False, True, True, True]


@pytest.mark.parametrize(
    "text",
    [
        "The harbour opens in May, said the mayor of the town.",
        "“The harbour opens in May,” said the mayor.",
        "Der Hafen öffnet im Mai, sagte die Bürgermeisterin.",
        "Порт открывается в мае, сказал мэр города.",
    ],
)
def test_prose_is_held_by_none(text):
    assert lists().held([fold(text)]) == []


def test_folded_lines_are_the_lines_folded():
    document = Document("\n  Anna’s\u00a0İstanbul \r\n\n\t\n ΟΔΟΣ\u2003\n\u00a0\nx")
    assert document.fact(folded_lines) == [fold(line.text) for line in document.fact(lines)]
