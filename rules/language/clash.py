"""LNG004: words side by side that no writer would join, as machine translation leaves them."""

import functools
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from textlint.api import Document, Example, Finding, Match, Phrase, Severity, fold, load_toml, rule

from .translated import LANGUAGES, cues

BEFORE = 3
"""Words before a contradiction that are searched for a denial or a comparison."""
WINDOW = 60
"""Code points before the pair that hold those words."""
JOINING = frozenset("-\u2010\u2011/_'’")
"""Beside a pair these make its outer word part of something longer."""
QUOTES = frozenset("“”\"‘’'„«»")
PARTING = frozenset(".;:!?()") | QUOTES
"""What does not stand between two sides that belong together."""
NAMED = 2
"""Languages of a pair up to which the message names them; more would be a list."""


class Entry(msgspec.Struct, frozen=True):
    """What an entry of clash/*.toml says of all its pairs."""

    language: str
    """Of the text."""
    origins: tuple[str, ...] = ()
    word: str = ""
    meant: str = ""
    mark: str = ""
    bold: bool = False
    closed: bool = False
    contrary: bool = False
    """Whether the sides contradict each other: then a denial or a joke may join them."""
    not_before: tuple[str, ...] = ()
    window: int = 0
    """Words that may stand between the sides, at most."""


class Pair(msgspec.Struct, frozen=True):
    """Two sides that do not go together."""

    left: str
    right: str
    entry: Entry


def _table(name: str) -> dict[str, Any]:
    return load_toml(Path(__file__).with_name("clash") / f"{name}.toml")


@functools.cache
def pairs() -> dict[str, Pair]:
    """Every pair of clash/*.toml, side by side, by its folded text: literals, scanned by thousands."""
    found = [*_calques(), *_contradictions()]
    texts = fold("\n".join(f"{pair.left} {pair.right}" for pair in found)).split("\n")
    return dict(zip(texts, found, strict=True))


@functools.cache
def apart() -> list[Pair]:
    """The pairs between whose sides words may stand."""
    return [pair for pair in _calques() if pair.entry.window]


def _pair(text: str) -> Pair | None:
    """The pair that a folded match holds, its sides not too far apart."""
    if (pair := pairs().get(text)) is not None:
        return pair
    for pair in apart():
        if text.startswith(f"{pair.left} ") and text.endswith(f" {pair.right}"):
            between = text[len(pair.left) : -len(pair.right)]
            if len(between.split()) <= pair.entry.window and PARTING.isdisjoint(between):
                return pair
    return None


def _calques() -> Iterator[Pair]:
    for row in _table("calques")["pair"]:
        entry = Entry(
            language="en",
            origins=tuple(row["from"]),
            word=row["word"],
            meant=row["meant"],
            mark=row.get("mark", ""),
            bold=row.get("bold", False),
            closed=row.get("closed", False),
            not_before=tuple(row.get("not_before", ())),
            window=row.get("window", 0),
        )
        yield from _crossed(row, entry)


def _contradictions() -> Iterator[Pair]:
    for pack in _table("english")["pack"]:
        used = frozenset(pack["unless"])
        entry = Entry(
            "en", closed=True, contrary=True, not_before=tuple(pack.get("not_before", ()))
        )
        for pair in _crossed(pack, entry):
            if f"{pair.left} {pair.right}" not in used:
                yield pair
    for pack in _table("others")["pack"]:
        yield from _crossed(pack, Entry(pack["language"], contrary=True))


def _crossed(row: dict[str, Any], entry: Entry) -> Iterator[Pair]:
    return (Pair(left, right, entry) for left in row["left"] for right in row["right"])


@functools.cache
def neighbours() -> tuple[frozenset[str], frozenset[str]]:
    """What may follow a closed pair, and what before a contradiction takes it back."""
    table = _table("english")
    return frozenset(table["after"]["words"]), frozenset(table["before"]["words"])


@rule(
    "LNG004",
    severity=Severity.ERROR,
    patterns=lambda: [
        *(Phrase(text) for text in pairs()),
        *(Phrase(f"{pair.left} {{}} {pair.right}") for pair in apart()),
    ],
    languages=("en", "de", "es", "fr", "it", "ko", "pt", "ru", "uk"),
    bad=[
        "“After the ⟦successful death⟧ of the Mi-8 helicopter pilot, more soldiers followed.”",
        "The ministry thanked both sides for the ⟦smooth famine⟧.",
        "He ⟦successfully died⟧ in hospital on the 4th, the agency said.",
        "Residents described a ⟦joyful earthquake⟧ that lasted nine seconds.",
        "The old actor ⟦passed away successfully⟧ at his home.",
        "The mayor ⟦congratulated the families of the victims⟧ and left.",
        "The club ⟦suffered a victory⟧ at home, and two fans were ⟦slightly killed⟧.",
        "The singer bowed and offered a ⟦sincere apple⟧ to her fans.",
        "Police ⟦opened a criminal case on the fact of⟧ the fire, and he ⟦raised strange voices⟧.",
        "Crews went on ⟦liquidating the fire⟧ in the north.",
        "Seven people had ⟦new crown pneumonia⟧ in May.",
        "He scored from the spot after the referee ⟦appointed a penalty kick⟧.",
        "The ⟦detainee threatens up to⟧ six years, the court said.",
        "It was 12 ⟦grades Celsius⟧ at noon, and the topic ⟦remains actual today⟧.",
        "The driver was ⟦caught in flagrant⟧, and the vote ⟦counts with the support of⟧ both.",
        (
            "The ship docked on the 3rd (local time). According to this, families or ⟦lovers⟧ of the "
            "crew use ⟦bypass connections⟧."
        ),
        Example("Der Sänger ist am Montag ⟦erfolgreich gestorben⟧.", "de"),
        Example("El piloto ⟦murió con éxito⟧ cerca de la costa.", "es"),
        Example("조종사는 어제 ⟦성공적으로 사망했⟧다.", "ko"),
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
        "Families or lovers of opera may use bypass connections on the pipes.",
        "The relevant person in charge of parking said so, and the role gave full play to his voice.",
        "He opened the case. On the fact of the matter he was silent.",
        "The word “sincere apple” made the interpreter laugh.",
        "The first decade of May 1900 to 1910 is a mess; the first decade of May's rule was not.",
        "The Taxi Knight is a film. A taxi knight's tale, it isn't.",
        "Her native mother tongue is Basque. A fever friends-and-family plan is no plan.",
        "He carried heavy losses forward to the next year.",
        "She parked the tea trolley, broke the left bridge pier, and did nucleic acid tests.",
        "In healthy cancer survivors the rate is lower. A delivery brother-in-law is no joke.",
        Example("Das Projekt ist erfolgreich, gestorben ist niemand.", "de"),
        Example("성공적으로 사망률을 낮췄다.", "ko"),
    ],
    known_failures=[
        "He lived in ⟦exile⟧ after he changed sides.",
        "After the ⟦successful death⟧ shocked the squadron, others followed.",
    ],
)
def mistranslation(document: Document, match: Match) -> Iterator[Finding]:
    """Words side by side that no writer would join: what remains of a wrongly translated sentence.

    “The successful death of the pilot” was his defection, until a translator took one word for
    another. Two kinds of pairs come from curated lists: words that contradict each other (praise
    beside misfortune), and words of which one was taken in its other sense (“sincere apple”:
    Korean has one word for apple and apology) or translated word by word. Pairs that English
    does use, rarely, are reported only in a text that carries the cues of news translated from that
    language (LNG012): “families or lovers”.

    It stays silent where a noun may follow that turns the sense round (disaster relief, death
    metal), on denials and comparisons, on titles and on words quoted as words. On 0.85 million words of
    clean English, 0.25 million in seven others, a million of edited prose of 1961 and 1.5 million
    of mixed sentences it made no finding. In 190,000 words of machine-translated Chinese and Hebrew
    talks and news it made 16, all on errors that raters called major; it made one on a text repaired by
    human editors, who had let “the first decade of March” stand.

    Do not expect recall: such lists hold about one in a hundred of the wrong translations in
    machine-translated news. Wrong words that fit their neighbours (“exile” for “defection”) cannot
    be seen without the source text; of 100 grave ones a careful reader saw 39 in the text alone.
    Measures of surprise (word lists of sentiment, rare pairs, language models) told wrong from right
    hardly better than chance, so none is used.

    No repair is offered: the right word is not in the text. What the message proposes is a guess.
    """
    pair = _pair(fold(match[0]))
    if pair is None:
        return
    entry = pair.entry
    if entry.language != document.language or _is_title(match[0], pair):
        return
    if not _stands_alone(document.text, match, entry):
        return
    if entry.bold and not _is_from(document, entry.origins):
        return
    start, end = match.span()
    if entry.mark == "right":
        start += len(pair.left) + 1
    elif entry.mark == "left":
        end -= len(pair.right) + 1
    yield Finding(start, end, f"“{document.text[start:end]}” {_judged(entry)}")


def _judged(entry: Entry) -> str:
    if entry.contrary:
        return "contradicts itself: probably a mistranslation"
    names = ""
    if len(entry.origins) <= NAMED:
        names = " or ".join(LANGUAGES[origin] for origin in entry.origins) + " "
    return f"is probably mistranslated: perhaps “{entry.meant}” ({names}{entry.word})"


def _is_title(text: str, pair: Pair) -> bool:
    """Whether a word after the first has a capital that the pair does not ask for."""
    words, own = text.split(), f"{pair.left} {pair.right}".split()
    if pair.entry.window:  # only the two sides are the pair's
        words = words[: len(pair.left.split())] + words[-len(pair.right.split()) :]
    capitals = [a[0].isupper() and b[0].islower() for a, b in zip(words, own, strict=True)]
    return not text.isupper() and any(capitals[1:])


def _is_from(document: Document, origins: tuple[str, ...]) -> bool:
    """Whether the text reads like news translated from one of the languages."""
    found = (cue.habit for cue in document.fact(cues) if not cue.habit.weak)
    return any(not set(origins).isdisjoint(habit.origins) for habit in found)


def _stands_alone(text: str, match: Match, entry: Entry) -> bool:
    """Whether what stands beside the pair leaves its sense as it is."""
    before, after = text[max(0, match.start() - 1) : match.start()], text[match.end() :][:2]
    if before in JOINING or (after[:1] in JOINING and after[1:].isalnum()):
        return False
    if before in QUOTES and (entry.contrary or after[:1] in QUOTES):
        return False
    following = _following(text, match.end())
    if entry.not_before and following.startswith(entry.not_before):
        return False
    if entry.closed and not _closes(text, match.end(), following):
        return False
    return not (entry.contrary and _is_hedged(text, match.start()))


def _following(text: str, end: int) -> str:
    """The next word, in lower case; empty where punctuation comes first."""
    if text[end : end + 1] not in (" ", "\u00a0"):
        return ""
    word = text[end + 1 : end + 20].split(maxsplit=1)[:1]
    return word[0].strip(",.;:!?)”\"’'").lower() if word else ""


def _closes(text: str, end: int, following: str) -> bool:
    """Whether what follows cannot be the rest of a compound."""
    if text[end : end + 1] in JOINING | QUOTES:
        return False
    return following in neighbours()[0] | {""}


def _is_hedged(text: str, start: int) -> bool:
    """Whether a word before the pair denies or compares it."""
    words = text[max(0, start - WINDOW) : start].lower().split()[-BEFORE:]
    return not neighbours()[1].isdisjoint(words)
