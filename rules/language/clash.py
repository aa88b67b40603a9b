"""LNG004: words side by side that contradict each other, as machine translation leaves them."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from textlint.api import Document, Finding, Match, Severity, load_toml, rule

GAP = "[ \u00a0]"
BEFORE = 3
"""Words before the pair that are searched for a denial or a comparison."""
WINDOW = 60
"""Code points before the pair that hold those words."""


class Clashes(NamedTuple):
    """The curated pairs: one pattern a pack, and what keeps a pair silent (all lower-case)."""

    patterns: tuple[str, ...]
    unless: frozenset[str]
    after: frozenset[str]
    before: frozenset[str]


def load() -> Clashes:
    """Read clash/english.toml (below 1 ms)."""
    data = load_toml(Path(__file__).with_name("clash") / "english.toml")
    patterns, unless = [], set()
    for pack in data["pack"]:
        patterns.append(rf"(?i)\b(?:{_any(pack['left'])}){GAP}(?:{_any(pack['right'])})\b")
        unless.update(pack["unless"])
    return Clashes(
        tuple(patterns),
        frozenset(unless),
        frozenset(data["after"]["words"]),
        frozenset(data["before"]["words"]),
    )


def _any(texts: list[str]) -> str:
    """An alternation of plain English words."""
    return "|".join(text.replace(" ", GAP) for text in texts)


CLASHES = load()


@rule(
    "LNG004",
    severity=Severity.ERROR,
    patterns=CLASHES.patterns,
    languages=("en",),
    bad=[
        "“After the ⟦successful death⟧ of the Mi-8 helicopter pilot, more soldiers followed.”",
        "The ministry thanked both sides for the ⟦smooth famine⟧.",
        "He ⟦successfully died⟧ in hospital on the 4th, the agency said.",
        "Residents described a ⟦joyful earthquake⟧ that lasted nine seconds.",
        "The old actor ⟦passed away successfully⟧ at his home.",
    ],
    good=[
        "The successful death metal band is on tour.",
        "Successful disaster relief needs roads, and smooth flood control needs dams.",
        "Her successful cancer treatment ended in May.",
        "The discovery of the dye was a happy accident.",
        "Apollo 13 was called a successful failure, and he died a good and happy death.",
        "It is the most successful flood in the history of film.",
        "There is no successful recession for a shopkeeper.",
        "Their new album, Successful Death, is out on Friday.",
        "She has successfully lost ten kilos.",
        "A successful injury-time penalty settled it.",
        "The police reported the successful arrest of two suspects.",
        "The successful defeat of the gang was a relief, the successful death saves were luck.",
    ],
    known_failures=[
        "He lived in ⟦exile⟧ after he changed sides.",
        "After the ⟦successful death⟧ shocked the squadron, others followed.",
    ],
)
def mistranslation(document: Document, match: Match) -> Iterator[Finding]:
    """Words side by side that contradict each other: what remains of a wrongly translated sentence.

    “The successful death of the pilot” was his defection, until a translator took one word for
    another. Such pairs come from a curated list, praise beside misfortune. The list is narrow on
    purpose: a wider one gave 1 hit (a “lucky accident”) in 3.3 million words of news, speeches and
    reviews; this one gives none in the 0.85 million words of clean English it was tried on.

    It stays silent where a noun may follow that turns the sense round (disaster relief, death
    metal), on denials and comparisons, on titles, and on pairs that English uses with a wink.
    Wrong words that fit their neighbours (“exile” for “defection”) cannot be seen without the
    source text; measures of surprise (word lists of sentiment, rare pairs, language models) told
    them from right ones hardly better than chance, so none is used.

    No repair is offered: the right word is not in the text.
    """
    pair = match[0].replace("\u00a0", " ")
    if pair.lower() in CLASHES.unless or _is_title(pair):
        return
    text = document.text
    if not _closes(text, match.end()) or _is_hedged(text, match.start()):
        return
    yield Finding(
        match.start(),
        match.end(),
        f"“{pair}” contradicts itself: probably a mistranslation",
    )


def _is_title(pair: str) -> bool:
    """Whether the last word is capitalised where the sentence would not ask for it."""
    return pair.rsplit(" ", 1)[1][0].isupper() and not pair.isupper()


def _closes(text: str, end: int) -> bool:
    """Whether what follows cannot be the rest of a compound."""
    following = text[end : end + 1]
    if following not in (" ", "\u00a0"):
        return following not in ("-", "\u2010", "\u2011", "/", "'", "’", "”", '"', "_")
    word = text[end + 1 : end + 20].split(maxsplit=1)[:1]
    return not word or word[0].strip(",.;:!?)”\"’'").lower() in CLASHES.after | {""}


def _is_hedged(text: str, start: int) -> bool:
    """Whether the pair is quoted as a phrase, or a word before it denies or compares it."""
    if start and text[start - 1] in ("“", '"', "‘", "'", "-", "\u2011"):
        return True
    words = text[max(0, start - WINDOW) : start].lower().split()[-BEFORE:]
    return not CLASHES.before.isdisjoint(words)
