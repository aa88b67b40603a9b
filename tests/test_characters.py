"""The rules on invisible, steering, hiding, confusable and composed characters: their laws."""

import re
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from textlint.document import Document
from textlint.finding import Finding, Safety
from textlint.fix import fix
from textlint.lint import Linter
from textlint.plugins import load
from textlint.scan import ReferenceScanner

CODES = ("CHR001", "CHR002", "CHR003", "CHR006", "CHR007", "CHR008")
RULES = {code: load().rules[code] for code in CODES}
LINTER = Linter(RULES, ReferenceScanner(RULES))

INVISIBLE = "\u00ad\u034f\u200b\u200c\u200d\u200e\u200f\u202a\u202c\u202e\u2060\u2063\u2066\u2069"
INVISIBLE += "\u2800\u3164\ufe0f\ufffc\U000e0041\U000e0101"
VISIBLE = "ab C.,( )\n-9аіТеοñ中한กبन🏴👩ﬁ𝗯𝗼Ａﻥﺎｱ\u0301\u0336ᄒ"
TEXTS = st.text(alphabet=VISIBLE + INVISIBLE, max_size=60)


def lint(text: str, language: str | None = None) -> list[Finding]:
    found = LINTER.lint([Document(text, "text.txt", language=language)])[0]
    assert not LINTER.failures, LINTER.failures
    return found


def fixed(text: str, *, unsafe: bool = False) -> str:
    document = Document(text, "text.txt", language="en")
    return fix(
        document, lint(text, "en"), lambda changed: lint(changed.text, "en"), unsafe=unsafe
    ).text


def codes(text: str, language: str | None = None) -> list[str]:
    return [finding.code for finding in lint(text, language)]


def ink(text: str) -> str:
    """What a text holds besides white space and characters that nobody sees, in plain forms."""
    plain = unicodedata.normalize("NFKC", text)
    return re.sub(rf"[\s{INVISIBLE}\U000e0000-\U000e01ef\u115f\u1160\uffa0]", "", plain)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_fixes_settle_and_leave_nothing_that_they_could_repair(text):
    once = fixed(text)
    assert fixed(once) == once
    assert not [it for it in lint(once, "en") if it.fix and it.fix.safety is Safety.SAFE]


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="ab C.,( )\n-9\u0628\u0928中" + INVISIBLE, max_size=60))
def test_a_safe_fix_takes_no_ink(text):
    assert ink(fixed(text)) == ink(text)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_findings_of_invisible_characters_do_not_overlap(text):
    spans = sorted((it.start, it.end) for it in lint(text, "en") if it.code < "CHR004")
    assert all(one[1] <= other[0] for one, other in pairwise(spans))


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet=st.characters(min_codepoint=32, max_codepoint=126), min_size=1))
def test_tag_characters_are_quoted_as_they_are_meant(said):
    hidden = "".join(chr(0xE0000 + ord(char)) for char in said)
    (finding,) = lint(f"A text.{hidden}")
    assert finding.code == "CHR003"
    assert said[:20] in finding.message


@settings(max_examples=100, deadline=None)
@given(
    st.text(alphabet="abcdefghij klmnop", min_size=3, max_size=30),
    st.sampled_from(["\u200b\u200c", "\u2062\u2064"]),
)
def test_bits_are_read(said, digits):
    if not said.strip():
        return
    bits = "".join(f"{ord(char):08b}" for char in said)
    (finding,) = lint("A " + bits.translate({48: digits[0], 49: digits[1]}) + " text")
    assert finding.code == "CHR003"
    assert "hidden text" in finding.message or "that say" in finding.message


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="eaouyсиеoсAСñ\u0301\u0308\u0306\u0323\u0302 かは\u3099한", max_size=30))
def test_composed_letters_are_in_normal_form(text):
    document = Document(text, "text.txt", language="en")
    rule = {"CHR008": RULES["CHR008"]}
    linter = Linter(rule, ReferenceScanner(rule))
    result = fix(document, linter.lint([document])[0], lambda d: linter.lint([d])[0], unsafe=False)
    assert unicodedata.normalize("NFC", result.text) == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize(
    "text",
    [
        "می‌خواهم کتاب‌ها را",
        "क्‍या श्री‌मान",
        "👩🏽‍🦰 👨‍👩‍👧‍👦 🏳️‍🌈 🏴‍☠️ ❤️‍🔥 1️⃣",
        "สวัสดี\u200bครับ",
        "葛\U000e0100城",
        "הטקסט \u200e(ABC)\u200f כאן",
        "10³ ≠ 103, ½, №, ™, ㎏",
        "नमस्ते ज़मीन লড়াই",
        "神 and 﨑",
    ],
)
def test_what_a_script_needs_is_kept(text):
    assert codes(text) == []


def test_a_payload_is_not_reported_twice():
    text = "One " + "\u200b\u200c" * 3 + "\u200d\u200c\u200b\u200b\u2060" + " two"
    assert codes(text) == ["CHR003"]


def test_an_override_says_what_it_shows():
    (finding,) = lint("Open \u202egnp.exe now.")
    assert "shows “won exe.png”"[:5] in finding.message
    assert "holds “gnp.exe now.”" in finding.message


@pytest.mark.parametrize("piece", ["\u200b", "\u202e", "\u2066", "a\u0301", "аb", "T\u0337", "𝗯𝗼 "])
def test_a_long_line_takes_time_in_proportion(piece):
    """100 kB of one sort of damage: seconds would be a square."""
    import time

    start = time.process_time()
    lint(f"{piece}x" * 20_000, "en")
    assert time.process_time() - start < 20


@pytest.mark.parametrize(
    "text",
    [
        "We saw some\u200bthing of\u200bthe river.",
        "It began in 2019\u200band went on.",
        'He said: "Yes."\u200b"No", said she.',
        "The jar of v\u0102\u00adno was gone",
    ],
)
def test_what_may_be_two_words_or_half_a_letter_is_not_joined_without_asking(text):
    assert fixed(text) == text


def test_a_word_that_stands_near_by_as_a_whole_is_joined():
    assert fixed("We saw some\u200bthing, or was something near?").startswith("We saw something,")


def test_a_line_of_letters_taken_apart_is_one_finding():
    line = unicodedata.normalize("NFD", "Só à noite é que não há pão.")
    text = f"{line}\nOutra linha.\n{line}"
    assert codes(text) == ["CHR008", "CHR008"]
    assert fixed(text) == unicodedata.normalize("NFC", text)
