"""INJ: the quick ways of telling scripts, runs and roots apart find what the plain ways find."""

import re
import sys
import time
import unicodedata
from collections import Counter

import regex
from hypothesis import given, settings
from hypothesis import strategies as st
from textlint_rules.injection import _guests as guests
from textlint_rules.injection import terms
from textlint_rules.injection._walks import sentences
from textlint_rules.injection.glued import MOJIBAKE

from textlint.api import SCRIPTS, compile_regex, fold, script_of
from textlint.document import Document

LETTERS = {
    char: guests.group(script)
    for char in map(chr, range(0x80, sys.maxunicode + 1))
    if unicodedata.category(char)[0] in "LM" and (script := script_of(char))
}
"""Every letter beyond ASCII with the group of its script."""
JOINER = "[^\\S\n\\d]?[\\d·・.–—\u200b\u200c\u200d\u2060\ufeff-]{0,4}[^\\S\n]?"


def run_of(name: str) -> str:
    """A run of a group of scripts, joined over spaces, digits and dots within a line."""
    names = "".join(rf"\p{{{s}}}" for s in SCRIPTS if guests.group(s) == name)
    letter = rf"[[\p{{L}}\p{{M}}ーｰﾞﾟ〇]&&[{names}{'ー々〆〇ｰﾞﾟ' if name == 'Han' else ''}]]"
    return rf"{letter}[{letter}\p{{M}}]*+(?:{JOINER}{letter}[{letter}\p{{M}}]*+)*"


PIECES = st.lists(
    st.sampled_from(
        [
            *"aé ñ,.\n1«—“’…·かーカ中々〇가각ไกбаБЂӘαΩώάאبپक्ॐა",
            *(
                "word ",
                "слово ",
                "دست ",
                "शब्द ",
                "단어 ",
                "文字。",
                "ｱﾞ",
                "\u0301",
                "\u2126",
                "😀",
                "\udcff",
            ),
        ]
    ),
    max_size=60,
).map("".join)


@settings(deadline=None)
@given(PIECES, st.integers(1, 8))
def test_letters_and_runs_are_those_of_a_count_of_all(piece: str, times: int) -> None:
    document = Document(piece * times)
    counts = Counter(
        "Latin" if char.isascii() else LETTERS[char]
        for char in document.text
        if char in LETTERS or (char.isascii() and char.isalpha())
    )
    assert document.fact(guests.letters) == counts
    host = guests.majority(document)
    assert counts[host] == max(counts.values()) if counts else host is None
    found = counts.keys() - {"Latin", host}
    assert document.fact(guests.guests) == sorted(found)
    runs = compile_regex("|".join(map(run_of, sorted(found))) or r"(?!)", regex.V1)
    assert guests.guest_runs(document) == [match.span() for match in runs.finditer(document.text)]


def test_a_character_is_what_its_properties_say() -> None:
    chars = [chr(code) for code in range(sys.maxunicode + 1)]
    # Not those of no use: `regex` may know letters of a later Unicode.
    chars = [char for char in chars if unicodedata.category(char) != "Cn"]
    groups = [name for name in guests.GROUPS if name != "Latin"]
    runs_of = {name: alone(chars, run_of(name)) for name in groups}
    joint = alone(chars, "[\\d·・.–—\u200b\u200c\u200d\u2060\ufeff-]")
    space = alone(chars, r"[^\S\n]")
    for char in chars:
        kind = guests._kind(char)  # noqa: SLF001
        group = "Han" if kind == guests.OF_HAN else LETTERS.get(char, "Latin")
        found = [name for name, its in runs_of.items() if char in its]
        assert found == ([] if group == "Latin" else [group]), char
        assert (kind == guests.JOINT) == (char in joint), char
        assert (kind == guests.SPACE) == (char in space), char


def alone(chars: list[str], source: str) -> set[str]:
    """The characters that match by themselves: looked for in one text, a line each."""
    found = compile_regex(source, regex.V1).finditer("\n".join(chars))
    return {match.group() for match in found}


def test_no_other_encoding_has_bytes_for_a_letter_that_utf8_can_begin_with() -> None:
    encodings = {encoding for listed in MOJIBAKE.values() for encoding in listed}
    for char, name in LETTERS.items():
        for encoding in encodings - set(MOJIBAKE.get(name, ())) if name != "Latin" else ():
            encoded = char.encode(encoding, "ignore")
            for size in range(2, 5) if encoded else ():
                decoded = (encoded + b"\x80\x80\x80")[:size].decode("utf-8", "replace")
                assert "\ufffd" in decoded


def test_a_line_of_two_scripts_in_one_range_takes_linear_time() -> None:
    document = Document("다시 이웃집의나무" * 200_000 + "한국어를배우는中" * 100_000)
    start = time.process_time()
    assert len(guests.guest_runs(document)) == 100_000
    assert time.process_time() - start < 8


@settings(deadline=None)
@given(st.text("казиноэто 카지노토 a", max_size=30))
def test_a_run_without_the_head_of_a_root_holds_none(run: str) -> None:
    found = terms._roots().search(fold(run))  # noqa: SLF001
    assert terms.root_in(run) == (found.lastgroup if found else None)


@settings(deadline=None)
@given(PIECES)
def test_a_text_without_guests_is_told_by_its_letters(text: str) -> None:
    others = document_groups(text) - {"Latin"}
    is_latin = guests._walks.is_latin(text, guests._kinds(), guests._learn)  # noqa: SLF001
    assert is_latin == (not others)


def document_groups(text: str) -> set[str]:
    return set(Document(text).fact(guests.letters))


@given(st.text("а\n ,1()b", max_size=40))
def test_runs_are_joined_into_sentences(text: str) -> None:
    runs = [match.span() for match in re.finditer("а+", text)]
    pattern = r"а+(?:(?![^а]*\n[^а]*\n)[^а\w()]{1,4}а+)*"
    assert sentences(text, runs, 4) == [match.span() for match in re.finditer(pattern, text)]
