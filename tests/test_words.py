"""Words looked up one by one are those that a list of all words has."""

import random
import re

import regex

from textlint import words
from textlint.words import LOOKED_UP, Words, parts


def texts(count):
    chance = random.Random(7)
    for _ in range(count):
        yield "".join(chance.choices("aab-?. \néĸ1", k=chance.randrange(60)))


def test_looking_a_word_up_and_listing_all_words_agree():
    for pattern in (re.compile(r"(?<!\w)\w+"), regex.compile(r"(?<![?\p{L}])\p{L}+(?!\?*\p{L})")):
        for text in texts(300):
            listed = set(pattern.findall(text))
            asked = listed | {text[at : at + 2] for at in range(len(text))}
            few = Words(text, pattern)
            assert {word for word in sorted(asked)[:LOOKED_UP] if word in few} <= listed
            many = Words(text, pattern)
            assert not any(f"{n}x" in many for n in range(LOOKED_UP + 1))
            assert {word for word in asked if word in many} == listed
            for word in asked:
                assert (word in Words(text, pattern)) == (word in listed)


def test_what_stands_after_a_word_is_seen_where_a_part_ends(monkeypatch):
    monkeypatch.setattr(words, "AT_ONCE", 3)
    pattern = re.compile(r"(?<![\w.])\w+(?=[\s,])")
    for text in texts(300):
        listed = set(pattern.findall(text))
        many = Words(text, pattern)
        assert not any(f"{n}x" in many for n in range(LOOKED_UP + 1))
        asked = listed | set(re.findall(r"\w+", text))
        assert {word for word in asked if word in many} == listed


def test_parts_of_a_text_cut_no_word():
    text = "bridge " * 100_000
    assert "".join(parts(text)) == text
    assert all(part.split() == ["bridge"] * len(part.split()) for part in parts(text))
    assert list(parts("")) == []
