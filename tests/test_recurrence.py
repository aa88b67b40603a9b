"""What comes again in a text: the compiled walk against plain definitions."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from textlint.document import Document
from textlint.facts import recurrence
from textlint.script import UNSPACED, script_of

WORDS = (
    "the",
    "The",
    "of",
    "und",
    "Été",
    "été",
    "report",
    "мост",
    "Мост",
    "橋",
    "ที่",
    "x1",
    "bridge-\udcff",
)
GAPS = (" ", " ", "\u00a0", "-", "  ", "\n", ", ", ". ", "! ", "。", "…” ", "")
parts = st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(GAPS)), max_size=40)
texts = parts.map(lambda each: "".join(map("".join, each)))
DOUBLED = re.compile(r"(?<!\w)([^\W\d_]+)[ \u00a0-]\1(?!\w)", re.IGNORECASE)
APART = re.compile(r"(?<!\w)([^\W\d_]{4,})[ \u00a0-](?:of|und|of the) \1(?!\w)", re.IGNORECASE)


@given(texts)
@settings(max_examples=300, deadline=None)
def test_every_word_that_stands_again_is_proposed(text):
    found = recurrence(Document(text)).words
    for pattern in (DOUBLED, APART):
        places = {
            match.start() for match in pattern.finditer(text) if script_of(match[1]) not in UNSPACED
        }
        assert places <= set(found)


@given(texts, st.text("ab ей橋\n.ñ", min_size=1, max_size=60), st.integers(4, 9), texts)
@settings(max_examples=300, deadline=None)
def test_every_stretch_of_four_copies_with_a_word_lies_in_a_round(before, core, copies, after):
    core = " ".join(core.split())
    if not any(map(str.isalnum, core)) or (len(core) + 1) * copies <= 33:
        return
    loop = f"{core} " * copies
    text = f"{before}\n{loop}\n{after}"
    start, end = len(before) + 1, len(before) + 1 + len(loop)
    rounds = recurrence(Document(text)).rounds
    assert any(first <= start and end <= last + 1 for first, last, _ in rounds)


@given(texts)
@settings(max_examples=300, deadline=None)
def test_rounds_are_what_they_say(text):
    rounds = recurrence(Document(text)).rounds
    for start, end, period in rounds:
        assert end - start >= 3 * period
        assert text[start : end - period] == text[start + period : end]
    assert rounds == sorted(rounds)


@pytest.mark.parametrize("script", sorted(UNSPACED))
def test_a_character_of_a_script_without_spaces_is_a_word(script):
    letters = [
        char
        for char in map(chr, range(0xE00, 0x30000, 13))
        if char.isalpha() and script_of(char) == script
    ]
    assert letters
    for char in letters:
        assert recurrence(Document(char * 40)).rounds == [(0, 40, 1)]


CLOSED = "The old bridge over the lower river is closed until the spring."
JAPANESE = "市議会は火曜日の会議で、古い橋を修理することを決めた"
RUSSIAN = "Мост через реку закрыт до конца месяца, говорит мэр"


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        (CLOSED, CLOSED.replace(" ", "\u00a0").join("“”").replace("River", "river"), True),
        (CLOSED, CLOSED.replace("is", "was"), False),
        (JAPANESE, JAPANESE, True),
        (RUSSIAN, RUSSIAN.upper(), True),
    ],
)
def test_sentences_are_compared_by_their_words(first, second, same):
    numbers = recurrence(Document(f"{first}\n{second}\n")).sentences
    assert len(numbers) == 2
    assert (numbers[0] == numbers[1]) is same


def test_long_sentences_have_their_places():
    text = f"Menu\n“{CLOSED}” Why? Nobody can say.\n"
    _, _, numbers, places = recurrence(Document(text))
    assert len(numbers) == 1
    assert places == [text.index("The")]


@pytest.mark.parametrize("text", ["", " ", "\udc80", "a", "…", "\n\n"])
def test_nothing_comes_again_in_next_to_nothing(text):
    assert recurrence(Document(text)) == ([], [], [], [])
