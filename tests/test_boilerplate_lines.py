"""Which lines are listed as page furniture, and under what conditions weak phrases count."""

from itertools import chain

import pytest
from textlint_rules.boilerplate import _lexicon
from textlint_rules.boilerplate._lines import PACKS, Level, _data, furniture, key_of, lexicon

from textlint.document import Document
from textlint.pattern import fold


@pytest.mark.parametrize(
    "line",
    [
        "Share",
        "* Share",
        "+ SHARE",
        "o Share",
        "• Share",
        "Share 12",
        "Share (3)",
        "Share »",
        "12 Share",
        "1.2k Share",
    ],
)
def test_bullets_counts_and_arrows_do_not_matter(line: str) -> None:
    assert key_of(line) == "share"


@pytest.mark.parametrize("line", ["1. Share", "“Share”", "Share?", "Shares of the bank"])
def test_numbered_quoted_and_longer_lines_are_other_words(line: str) -> None:
    found = furniture(Document(f"{line}\nFollow us\n"))["sharing"]
    assert [hit.text for hit in found] == ["Follow us"]


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ("Share on Facebook", Level.SURE),
        ("Auf WhatsApp teilen", Level.SURE),
        ("Udostępnij na Facebooku", Level.SURE),
        ("Bizi Instagram'da takip edin", Level.SURE),
        ("Follow us", Level.SURE),
        ("Get the latest news from the coast in your inbox", Level.LIKELY),
        ("Newsletter", Level.WEAK),
        ("YouTube", Level.NAME),
    ],
)
def test_a_phrase_has_its_level(line: str, level: Level) -> None:
    entry = lexicon().find(fold(line))
    assert entry
    assert entry[1] == level


def test_a_service_is_not_the_start_of_another_word() -> None:
    assert lexicon().find("linen") is None


def test_a_weak_phrase_needs_company() -> None:
    assert not furniture(Document("Newsletter\n\nThe harbour opens in May.\n"))
    assert furniture(Document("Newsletter\n\nFollow us\n\nThe harbour opens in May.\n"))


def test_every_list_has_thirty_languages() -> None:
    for pack in PACKS:
        assert len(_data(pack)["sure"]) >= 30


def test_a_phrase_that_says_enough_by_itself_stands_in_one_list() -> None:
    """An everyday word ("E-mail") may be a button here and a field there: its neighbours tell."""
    owners: dict[str, str] = {}
    for kind, strength, phrase in _lexicon.entries():
        if kind != "context" and "{}" not in phrase:
            owners.setdefault(_lexicon.key(phrase), f"{kind} {strength}")
    for pack in PACKS:
        for level in ("sure", "likely"):
            for phrase in chain(*_data(pack).get(level, {}).values()):
                owner = owners.get(_lexicon.key(phrase)) if "{}" not in phrase else None
                assert owner is None, f"{phrase!r} is in {pack} ({level}) and in {owner}"
