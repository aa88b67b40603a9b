"""LNG011: words that are known to be misspelt. Data: misspelled/english.toml."""

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

from ._context import is_meant, is_old


def load() -> dict[str, str]:
    """Each misspelling with the right word (1 ms)."""
    data = load_toml(Path(__file__).with_name("misspelled") / "english.toml")
    return {wrong: right for right, words in data["words"].items() for wrong in words.split()}


WORDS = load()


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
    all true. The repair puts the right word; what a speaker or a source really wrote may be kept, so
    a reader has to agree.
    """
    start, end = match.span()
    right = WORDS.get(match[0])
    if right is None or is_meant(document, start, end) or document.fact(is_old):
        return
    yield Finding(
        start, end, f"“{match[0]}” is misspelt: “{right}”", Fix.replace(start, end, right)
    )
