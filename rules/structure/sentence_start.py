"""Sentences that start in lower case: their first words are gone, or their first half is."""

import functools
from collections.abc import Iterator
from itertools import islice

from textlint.api import Document, Expressions, Finding, Match, Severity, rule

from ._sentence import lexicon
from .broken_paragraph import BREAK, broken

SHORTEST = 4
"""Letters of the word before the stop: nearly all abbreviations have fewer."""
SURE = 6
"""Letters from which a word that ends in a consonant is a word, not an abbreviation."""
AROUND = 240
"""Code points of the line on each side of the stop that are looked at."""
SAME_WAY = 2
"""Other sentences that start in lower case from which that is the text's way of writing."""
SHARE = 0.1
"""Share of the sentences that start in lower case from which it is the text's way."""
VOWELS = frozenset("aeiouyàáâãäåæèéêëìíîïòóôõöøœùúûüýÿāēīōūăąęěůűőıаеёиоуыэюяіїєьйαεηιουωάέήίόύώ")


@functools.cache
def _expressions() -> Expressions:
    """The expressions of this rule, compiled at their first use."""
    sources = {
        "low": r"[.!?](?<=[\p{Ll}\p{M}]{4}[.!?]) \p{Ll}[\p{L}\p{M}]*(?=[ ,])",
        "high": r"(?<=[\p{L}\p{M}\p{N}][.!?][”\"’»)]?)\s+[“\"‘«„(]?\p{Lu}",
        "word": r"[\p{Ll}\p{M}]+$",
        "code": r"[{}<>\\=|_@]|https?:|www\.|\w\.\w+\(|\s--?\w",
        "item": r"^\s*(?:[-–—*•·▪●○◦‣>|+#$]|\(?\p{L}[.)]|\(?\d{1,3}[.)])\s",
    }
    return Expressions(sources)


@functools.cache
def _words(name: str) -> frozenset[str]:
    return frozenset(lexicon("abbreviations")[name])


def is_written_low(document: Document) -> bool:
    """Whether starting sentences inside paragraphs in lower case is the text's way: a fact."""
    low = _count("low", document.text, 2 + SAME_WAY)
    if not 1 < low <= 1 + SAME_WAY:
        return low > 1
    return low > SHARE * _count("high", document.text, 1 + int(low / SHARE))


def _count(name: str, text: str, most: int) -> int:
    """How many matches of an expression a text has, counted up to `most`."""
    return sum(1 for _ in islice(_expressions()[name].finditer(text), most))


def _ends_sentence(word: str, language: str | None) -> bool:
    """Whether a word before a full stop is one that a sentence ends with, not an abbreviation."""
    if len(word) < SHORTEST or word in _words("words") or VOWELS.isdisjoint(word):
        return False
    return len(word) >= SURE or word[-1] in VOWELS or language == "en"


def _line(document: Document, at: int) -> tuple[str, str]:
    """The parts of a code point's line before and after it, AROUND each at most."""
    text = document.text
    first = text.rfind("\n", max(0, at - AROUND), at) + 1 or max(0, at - AROUND)
    last = text.find("\n", at, at + AROUND)
    return text[first:at], text[at : last if last >= 0 else at + AROUND]


def _is_slip(document: Document, stop: int, start: int, end: int) -> bool:
    """Whether a stop ends a sentence and the next, in a text that uses capitals, has none."""
    before, after = _line(document, stop)
    find = _expressions()
    word = find["word"].search(before)
    if not word or document.text[start:end] in _words("followers"):
        return False
    if not _ends_sentence(word[0], document.language):
        return False
    if find["item"].match(before) or find["code"].search(before + after):
        return False
    # A paragraph may itself be written without capitals.
    if len(before) < AROUND and before.lstrip()[:1].islower():
        return False
    return not document.fact(is_written_low)


@rule(
    "STR002",
    severity=Severity.ERROR,
    yields=("INJ002",),
    patterns=[
        r"(?<=[\p{Ll}\p{M}]{4})\.[ \u00a0]\p{Ll}[\p{Ll}\p{M}]{1,30}(?=[ ,])",
        rf"[\p{{L}}\p{{M}},]{BREAK}(?=\p{{Ll}})",
    ],
    bad=[
        "“I sent them my location. ⟦was⟧ close to the border. Then I flew on,” he said.",
        "The harbour was closed for two days. ⟦the⟧ council had asked for it. Nobody complained.",
        "Les travaux ont duré toute une année. ⟦ont⟧ coûté deux millions. La mairie a payé.",
        "Работы шли до самой зимы. ⟦закончил⟧ их другой подрядчик. Жители были довольны.",
        (
            "The calls to the hotline grew by 70 percent. He explained that,\n\n"
            "⟦in⟧ addition to the hotline, many write to a chatbot."
        ),
    ],
    good=[
        "The method of Jones et al. was used. Bring salt, pepper, etc. and wait. It works.",
        "It weighs approx. two tons. The dept. was told. See the univ. website for it.",
        "It was Morningstar, Inc. that won. Ask Eaton Corp. about it. Mr. de Vries knows.",
        "They met at 9 a.m. on Monday. The U.S. forces left. She said... and then nothing.",
        "“Who is there?” he asked. “Nobody.” said the boy. Yahoo! has a page for it.",
        "He sells phones. iPhone and iPad are there. The page is on example. com at the moment.",
        "Das war im 5. Jahr der 3. ökumenischen Versammlung, d. h. vor z. B. zehn Jahren.",
        "Это стоит 5 тыс. рублей, т. е. мало. Он жил на ул. Мира. См. рис. ниже, и др. места.",
        "Слово взято из франц. языка, а не из греч. или латин. источника, см. прим. автора.",
        "hi, i write like this. in small letters. The rest is for the end.\nIt is fine that way.",
        "i am daniel and i live here. my street is long. it has trees. nobody uses capitals.",
        "Things to pack for the long way\n\nwater, bread and a good map.",
        "- the pros are many. the cons are few\n- use the path. then stop",
    ],
)
def lost_sentence_start(document: Document, match: Match) -> Iterator[Finding]:
    """A sentence starts in lower case: its first words are lost, or a paragraph break cut it in two.

    After a full stop inside a paragraph, where the word before it is none of the known
    abbreviations, has four letters or more (six, or a vowel at its end, outside English), and the
    text begins its other sentences with capitals. After a question or exclamation mark and after a
    closing quotation mark a small letter is right ("Who?” he asked"), and the rule is silent. At
    the start of a paragraph it marks the second half of what `broken-paragraph` reports; joining
    the halves repairs both. What was lost cannot be told: there is no fix.
    """
    text, end = document.text, match.end()
    if "\n" in match.group():
        if broken(document, match):
            last = end
            while last < len(text) and text[last].isalpha():
                last += 1
            message = f"paragraph starts in lower case: “{text[end:last]}” (STR001's fix joins it)"
            yield Finding(end, last, message)
        return
    start = match.start() + 2
    if not document.is_masked(start, end) and _is_slip(document, match.start(), start, end):
        yield Finding(start, end, f"sentence starts in lower case: “{text[start:end]}”")
