"""LNG006: words that character recognition has misread. Data: misread/words.toml."""

import functools
from collections.abc import Iterator
from pathlib import Path

from textlint.api import (
    Document,
    Example,
    Finding,
    Fix,
    Match,
    Phrase,
    Safety,
    Severity,
    compile_re,
    function_words,
    load_toml,
    rule,
)

from ._context import is_meant, is_old

ENOUGH = 2
"""Different misread words of a text that are evidence for one another."""
SURE = 5
"""Letters from which one alone is enough: none of these is a word, few are a slip of the keyboard."""
LONGEST = 40
"""Code points of a word that are looked at."""
SHORTEST = 3
WORD = compile_re(r"\w+")


def load() -> dict[str, dict[str, str]]:
    """By language: each misreading with the right word (1 ms)."""
    data = load_toml(Path(__file__).with_name("misread") / "words.toml")
    return {
        language: {wrong: right for right, words in table.items() for wrong in words.split()}
        for language, table in data.items()
    }


MISREAD = load()
PHRASES = [Phrase(word, "word", lang) for lang, words in MISREAD.items() for word in words]


@functools.cache
def _frequent(language: str) -> frozenset[str]:
    """Words that a token with a capital I or a digit among its letters may stand for."""
    return function_words(language)[0] | frozenset(MISREAD[language].values())


@functools.cache
def _right(word: str, language: str) -> str | None:
    """The one word that a misread one stands for; None where it is no misread word, or more than one."""
    if listed := MISREAD[language].get(word):
        return listed
    if len(word) < SHORTEST or word.isdigit() or not any(char in "I10" for char in word):
        return None
    plain = word.replace("I", "l").replace("0", "o")
    found = {plain.replace("1", letter) for letter in "li"} & _frequent(language)
    return found.pop() if len(found) == 1 else None


def misread_words(document: Document) -> frozenset[str]:
    """The different misread words of a text: a fact, asked for only where there is one."""
    language = document.language or ""
    return frozenset(
        match[0]
        for match in WORD.finditer(document.text)
        if _right(match[0], language) and not is_meant(document, *match.span())
    )


@rule(
    "LNG006",
    severity=Severity.INFO,  # no text at hand was made by character recognition: its hits are unmeasured
    patterns=[*PHRASES, r"(?<=[a-z])[I01][a-zI]", r"\bI[aeou][a-z]", r"\b1[a-z]{2}"],
    languages=tuple(MISREAD),
    fix=Safety.UNSAFE,
    bad=[
        "It was ⟦tbe⟧ first bridge ⟦tbat⟧ was ever built of iron in this part of the country.",
        "The house in ⟦wliich⟧ he was born is now a museum of the town.",
        "They ⟦wouId⟧ not go, and so ⟦wiII⟧ we stay at home with all of the others.",
        "The train came ⟦frorn⟧ the north and it was late.",
        "He knew ⟦on1y⟧ one of them, and it was ⟦sucb⟧ a pity for him to know the rest.",
        Example("Er hat es ⟦nicbt⟧ gewusst, und sie hat es ⟦aucb⟧ nicht gesagt.", "de"),
        Example("Il est parti ⟦avcc⟧ elle, et elle ⟦poiir⟧ un an.", "fr"),
    ],
    fixed=[
        "It was the first bridge that was ever built of iron in this part of the country.",
        "The house in which he was born is now a museum of the town.",
        "They would not go, and so will we stay at home with all of the others.",
        "The train came from the north and it was late.",
        "He knew only one of them, and it was such a pity for him to know the rest.",
        "Er hat es nicht gewusst, und sie hat es auch nicht gesagt.",
        "Il est parti avec elle, et elle pour un an.",
    ],
    good=[
        "It was the first bridge that was ever built of iron in this part of the country.",
        "The vaccine against TBE is for those who hike, and the tbe file is on the disc.",
        "In Iowa and in Iraq, Ian and Ivan saw the Iliad on a 1st of May.",
        "The iOS app and the eInvoice service of h1n1 and p53 are b2b, i18n and l10n.",
        "The scanner read “tbat” and “tbis” for “that” and “this”, a misspelling of OCR.",
        "See wbich.example.org/tbat/tbis for the names of tbe_one and wbo-is.",
        "Modem and modern, bum and burn, corn and com, arid and and: real words, all of them.",
        "Thou hast wbat is thine, and he hath tbat which is his.",
        Example("Ich habe es nicht gewusst, und Ihr auch nicht; im Iran ist Ion ein Name.", "de"),
    ],
    known_failures=[
        "It was ⟦tbe⟧ first bridge of iron in this part of the country.",
        "He came home from the war, ⟦arid⟧ she from the town.",
    ],
)
def ocr_confusion(document: Document, match: Match) -> Iterator[Finding]:
    """A frequent word as character recognition misreads it: “tbe”, “frorn”, “wouId”, “on1y”.

    Reported is what is no word of the language but turns into exactly one very frequent word if one
    letter is read as another of like shape (h as b or li, m as rn, l as I or 1, long s as f …). A text
    must have two such words, or one of five letters or more.

    Only the commonest words are looked for: where recognition went wrong they are among the first
    to be hit, and a rare word may be a name. It stays silent on capitals, quoted words, compounds,
    addresses and codes, and where the text uses old forms (thou, hath). Misreadings that are words
    themselves (“arid” for “and”, “modem” for “modern”) cannot be seen so.

    The repair puts the right word; as it changes a word, a reader has to agree.
    """
    language = document.language or ""
    start, end = _word(document.text, match.start())
    word = document.text[start:end]
    right = _right(word, language)
    if right is None or is_meant(document, start, end) or document.fact(is_old):
        return
    if len(word) < SURE and len(document.fact(misread_words)) < ENOUGH:
        return
    fix = Fix.replace(start, end, right)
    yield Finding(start, end, f"“{word}” is probably “{right}”, misread by a machine", fix)


def _word(text: str, place: int) -> tuple[int, int]:
    """The word at a place. Code points."""
    start = end = place
    while start > max(0, place - LONGEST) and text[start - 1].isalnum():
        start -= 1
    while end < min(len(text), place + LONGEST) and text[end].isalnum():
        end += 1
    return start, end
