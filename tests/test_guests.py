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
from textlint_rules.injection._spam import APART, spam, spam_at

from textlint.api import compile_regex, fold, script_of
from textlint.document import Document
from textlint.plugins import load
from textlint.rule import Example, unmark

LETTERS = {
    char: guests.group(script)
    for char in map(chr, range(0x80, sys.maxunicode + 1))
    if unicodedata.category(char)[0] in "LM" and (script := script_of(char))
}
"""Every letter beyond ASCII with the group of its script."""
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


def test_a_core_holds_letters_of_its_scripts_only() -> None:
    for name, (letters, marks) in guests.CORES.items():
        core = re.compile(f"[{letters}]")
        assert all(LETTERS.get(c) == name for c in map(chr, range(0xD800)) if core.match(c)), name
        assert all(mark not in LETTERS for mark in marks), name


def test_no_letter_but_latin_ones_is_plain() -> None:
    plain = guests._plain()  # noqa: SLF001
    for char, name in LETTERS.items():
        if name != "Latin":
            raw = char.encode()
            assert char not in plain, char
            assert raw.translate(None, guests.PLAIN_BYTES) or guests.ODD.search(raw), char


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
    sources = [guests._run_pattern(name).pattern for name in sorted(found)]  # noqa: SLF001
    if host == "Latin" and sources:  # a mark of one script after a letter of another goes with it
        sources = ["|".join(sources)]
    assert guests.guest_runs(document) == sorted(
        match.span()
        for source in sources
        for match in compile_regex(source, regex.V1).finditer(document.text)
    )


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


def test_spam_is_found_from_the_clauses_of_its_terms() -> None:
    found = 0
    for rule in load().rules.values():
        for given_ in (*rule.bad, *rule.good, *rule.known_failures):
            example = given_ if isinstance(given_, Example) else Example(given_)
            document = Document(unmark(example.text).text, language=example.language)
            everywhere = list(document.fact(spam).values())
            places = (hit.start for hit in terms.find_terms(document.text))
            assert list(spam_at(document, places)) == everywhere, example
            found += len(everywhere)
    assert found


def test_no_term_has_a_mark_in_it_that_parts_clauses() -> None:
    listed = "\n".join(text.decode() for text in terms._built().heads.values())  # noqa: SLF001
    assert not [term for term in listed.split("\n") if re.search(APART, term)]
