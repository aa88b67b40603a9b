"""What of a line is compared with listed phrases, against its plain definition; which lists hold a line."""

import random
import re
import sys

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st
from textlint_rules.boilerplate import _lexicon, _lines
from textlint_rules.boilerplate._cores import bare, core, numberless, single
from textlint_rules.boilerplate._forms import has_moment, is_prose, words
from textlint_rules.boilerplate._kinds import split
from textlint_rules.boilerplate._packs import name_end, words_of
from textlint_rules.boilerplate._sieve import Bits, Keys, Sieve, letter, number_of
from textlint_rules.boilerplate._texts import held

from textlint.api import Document, fold

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


def test_letters_are_folded():
    for code in range(sys.maxunicode + 1):
        char = chr(code)
        plain = fold(char)
        is_counted = plain.isalpha() and plain not in {"o", "k", "m"}
        assert letter(char, 0) == (ord(plain) if is_counted else 0), hex(code)


@given(st.text(alphabet="okmaO1 -日ς"))
def test_o_k_and_m_alone_do_not_count(text):
    found = [chr(code) for at in range(len(text)) if (code := letter(text, at))]
    plain = re.sub(r"(?<![a-zO日ς])[okmO](?![a-zO日ς])", "", text)
    assert found == [fold(char) for char in plain if char.isalpha()]


@given(LINES)
def test_what_lists_compare_of_a_line_has_its_letters(line):
    assert number_of(bare(fold(line))) == number_of(line)
    assert number_of(core(fold(line), {})) == number_of(line)


@given(st.sets(st.integers(0, 0x7FFF_FFFF)))
def test_bits_have_the_numbers_that_they_were_made_of(numbers):
    assert all(map(Bits(Bits.pack(numbers)).has, numbers))


WORDS = st.text(alphabet="abkoß日 -", min_size=1, max_size=20)


@given(WORDS, WORDS, WORDS, st.sampled_from("@ .-"))
def test_a_sieve_passes_what_its_keys_hold(one, other, rest, beside):
    keys = Keys()
    keys.add(one)
    keys.add_label(other)
    keys.add_holed(rest, other)
    sieve = Sieve(keys.pack())
    if number_of(one) != number_of(""):
        assert sieve.passes(f"{beside}{one}{beside}", is_row=False)
        assert sieve.passes(f"{one} {one} {one} {one}", is_row=True)
    if number_of(other) != number_of(""):
        assert sieve.passes(f"{other.strip()}: {rest}", is_row=True)
    assert sieve.passes(f"{rest}a{other}", is_row=False) or not re.search("[ab日ß]", rest + other)


def test_a_line_that_starts_as_no_key_does_not_pass():
    keys = Keys()
    keys.add("more stories from the harbour")
    sieve = Sieve(keys.pack())
    lines = ["More stories from the harbour", "More stories from the river", "More", "", "12"]
    assert [sieve.passes(line, is_row=True) for line in lines] == [True, False, False, False, False]


def phrases() -> list[str]:
    """The phrases of all lists without the name of a service, which may be written in several ways."""
    found = {*_lexicon.lexicon().phrases, *_lines.lexicon().whole}
    return [text.replace("#", "12") for text in sorted(found) if "\1" not in text]


def numbers(text: str) -> list[int]:
    """The lines of a text that a list holds."""
    return [number for number, *_ in held(Document(text))]


@pytest.mark.parametrize("shape", ["{}", "* {}", "{} »", "{}\u2003"])
def test_every_phrase_is_held(shape):
    found = random.Random(shape).sample(phrases(), 2000)
    for text in found:
        assert numbers(shape.format(text)), text


def test_every_phrase_with_a_hole_is_held():
    known = _lexicon.lexicon()
    for templates in (*known.starts.values(), *known.ends.values()):
        for before, after, *_ in templates:
            line = f"{before} Xyzzy {after}".replace("#", "3")
            assert numbers(line) or not known.find(fold(line.strip())), line


def test_rows_labels_and_names_are_held():
    lines = [
        "Home | News | Sports",
        "Read also: a title",
        "Facebook Twitter",
        "Home > a > b",
        "Xyzzy",
    ]
    lines += ["Check out other related discussions", "Share (opens in new window)"]
    assert numbers("\n".join(lines)) == [0, 1, 2, 3, 5, 6]


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
    assert numbers(text) == []
