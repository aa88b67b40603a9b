"""The data of LNG004 and LNG012: what its entries must keep to, and how they work together."""

import itertools
import re

import pytest
from textlint_rules.language import clash, translated

from textlint.document import Document

PAIR = "families or lovers"
KOREAN = "The ship sank on the 12th (local time). The aid is small (about 2 million won). "
RUSSIAN = "We remind you that a criminal case was opened. The press service reported it. "


def test_calques_are_many_and_whole():
    calques = {text: pair.entry for text, pair in clash.pairs().items() if not pair.entry.contrary}
    assert len(calques) > 300
    for text, entry in calques.items():
        assert entry.meant, text
        assert entry.word, text
        assert entry.origins, text
        assert set(entry.origins) <= set(translated.LANGUAGES), text
        assert entry.mark in ("", "left", "right"), text


def test_of_two_pairs_at_one_place_both_mean_the_same():
    """The longer is looked up, whatever the shorter would say."""
    pairs = clash.pairs()
    for short, long in itertools.pairwise(sorted(pairs)):
        if long.startswith(f"{short} "):
            assert pairs[short].entry.meant == pairs[long].entry.meant


def test_habits_are_whole():
    for habit in translated.habits():
        assert habit.needs, habit.kind
        assert all(word == word.lower() for word in habit.needs), habit.kind
        assert set(habit.origins) <= set(translated.LANGUAGES), habit.kind


@pytest.mark.parametrize(
    ("before", "marked"),
    [("", []), (KOREAN, ["lovers"]), (RUSSIAN, [])],
    ids=["no cues", "cues of the pair's language", "cues of another language"],
)
def test_bold_pair_needs_cues_of_its_own_language(before, marked):
    text = f"{before}Crews rescued {PAIR} of the sailors."
    found = clash.mistranslation.check(Document(text, language="en"), re.search(PAIR, text))
    assert [text[f.start : f.end] for f in found] == marked


def test_origin_is_named_where_cues_agree():
    assert translated.origins(translated.cues(Document(KOREAN, language="en"))) == ["ko"]
    assert translated.origins(translated.cues(Document(RUSSIAN, language="en"))) == ["ru", "uk"]


def test_one_cue_is_none():
    assert translated.cues(Document("It opens at noon (local time).", language="en")) == []


def test_cues_far_apart_in_a_book_do_not_add_up():
    text = "(local time) " + "The sea was calm that day. " * 500 + "According to this, it ended."
    assert translated.cues(Document(text, language="en")) == []


def test_the_note_on_a_text_is_put_where_no_other_rule_reports():
    found = translated.cues(Document(KOREAN, language="en"))
    kinds = {cue.habit.kind for cue in found}
    assert kinds <= translated.JUDGED, "all are reported by LNG007 and LNG008"
    text = f"{KOREAN}According to this, all were saved."
    document = Document(text, language="en")
    matches = re.finditer(r"According to this|local time|on the 12th", text)
    marked = [
        text[f.start : f.end]
        for match in matches
        for f in translated.translated_news.check(document, match)
    ]
    assert marked == ["According to this,"]
