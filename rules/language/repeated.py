"""LNG010: a word twice in a row, a slip of the pen or of a translation machine."""

import functools
import re
from collections.abc import Iterator
from itertools import islice
from operator import eq
from pathlib import Path
from typing import NamedTuple

from textlint.api import Document, Example, Finding, Fix, Safety, Severity, Span, load_toml, rule

LANGUAGES = ("en", "de", "es", "fr", "it", "ru", "uk")
"""The languages of repeated/doublets.toml: those in which the rule was tried on clean text."""
SPACES = " \u00a0"
PUNCTUATION = b".,;:!?()[]\"'"
"""Set aside when neighbours are compared; whether any stands between them is judged afterwards."""
INSIDE = frozenset("'’ʼ-‐‑_/\\@#&$=<>*`+~^|")
"""Beside a word these make it part of something longer (a compound, an address, code)."""
OPENING, CLOSING = frozenset("“„\"'‘«(["), frozenset("”“\"'’»)]")
STOPS = frozenset('.!?:…“„"‘«(—–•*\n')
"""After these a sentence starts with a capital letter."""
PROSE = 2
"""Function words that must stand near a doubled content word: menus, tags and code have none."""
WINDOW = 120
"""How near, in code points, on the same line."""
TWICE = 2
LOOP = 4
"""Copies from which on a run is a translation machine's loop, names and titles included."""
RELATIVE = frozenset(("how", "that", "what", "whatever", "which", "who", "whoever", "why"))
"""Words that put verb beside verb: “what matters matters”."""
REACH = 3
"""Words before the doublet that are searched for one of RELATIVE."""


class Doublets(NamedTuple):
    """What a language lets stand twice in a row: see repeated/doublets.toml."""

    slips: frozenset[str]
    kept: frozenset[str]
    short: int
    long: int


@functools.cache
def doublets() -> dict[str, Doublets]:
    """The lists of every language, read at the first doubled word."""
    data = load_toml(Path(__file__).with_name("repeated") / "doublets.toml")
    return {
        language: Doublets(
            frozenset(lists["slips"]),
            frozenset(lists["kept"]),
            lists["short"],
            lists["long"],
        )
        for language, lists in data.items()
    }


def repeated_words(document: Document) -> list[Span]:
    """Where a word of letters stands twice or more in a row on a line, whatever the case.

    One space or no-break space between the words, nothing else. Letters with separate marks (as in
    Hindi) end a word. 30 to 40 MB/s where there is none.
    """
    words = _words(document.text)
    if not any(map(eq, words, islice(words, 1, None))):
        return []
    return [
        Span(*match.span())
        for match in _run().finditer(document.text)
        if _is_whole(document.text, *match.span())
    ]


def singles(document: Document) -> frozenset[str]:
    """The words, in lower case, that the text uses at least once without doubling them."""
    at, rest = 0, []
    for start, end in document.fact(repeated_words):
        rest.append(document.text[at:start])
        at = end
    rest.append(document.text[at:])
    return frozenset(re.findall(r"\w+", " ".join(rest).lower()))


def _words(text: str) -> list[bytes]:
    """The words as bytes, from which punctuation goes many times faster than from strings."""
    raw = text.lower().encode("utf-8", "surrogatepass").replace(b"\xc2\xa0", b" ")
    return raw.replace(b"\xe2\x80\x9d", b"").translate(None, PUNCTUATION).split()


@functools.cache
def _run() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)([^\W\d_]++)(?:[{SPACES}]\1)+(?!\w)", re.IGNORECASE)


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether nothing beside the run joins its words to others: "in in-depth", "sz sz.find"."""
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    if before in INSIDE and before not in OPENING:
        return False
    if after in INSIDE and after not in CLOSING:
        return False
    return not (after in (".", ":", "'", "’") and text[end + 1 : end + 2].isalnum())


@rule(
    "LNG010",
    yields=("DUP006",),
    severity=Severity.ERROR,
    each=repeated_words,
    languages=LANGUAGES,
    fix=Safety.UNSAFE,
    bad=[
        "Callers to the hotline waited. They were sent to the ⟦Hotline hotline⟧ in the end.",
        "She closed ⟦the the⟧ window and went to bed.",
        "⟦The the⟧ window was open.",
        "The bridge needs new ⟦infrastructure infrastructure⟧, said the mayor of the town.",
        "It took a year, ⟦and\u00a0and⟧ it took money.",
        Example("Der Zug fährt heute nach Köln ⟦und und⟧ morgen zurück.", "de"),
        Example("El tren sale ⟦de de⟧ la estación central.", "es"),
    ],
    fixed=[
        "Callers to the hotline waited. They were sent to the hotline in the end.",
        "She closed the window and went to bed.",
        "The window was open.",
        "The bridge needs new infrastructure, said the mayor of the town.",
        "It took a year, and it took money.",
        "Der Zug fährt heute nach Köln und morgen zurück.",
        "El tren sale de la estación central.",
    ],
    good=[
        "He had had enough, and I think that that was clear. What it is is a shame.",
        "What she is looking at at the moment is her her-or-nothing plan.",
        "They sailed to Pago Pago with Duran Duran on board, very very late.",
        "Bye bye, she said, ha ha. No no, he said.",
        "The new New York office is in the old Baden Baden hotel.",
        "We cooked the cous cous and put ylang ylang on the table.",
        "The red fox (Vulpes vulpes) is not the Zee zee plant of the shops.",
        "They came in, in in-depth talks. The the-atre joke fell flat.",
        "It is the end.\nEnd of it, he said. It was long. Long ago.",
        "In the end what matters matters, and what happens happens.",
        "Three trillion trillion watts, 20 20 vision, vitamin A a day early.",
        "Home Search search lexus lexus prices",
        "run: docker exec -it server server start",
        "The title “the the” was a mistake of the printer.",
        "She gave him soup, bread, and and and, and I love love love the soup.",
        Example("Die Frau, die die Tür öffnete, sah den Mann, der der Polizei half.", "de"),
        Example("Nous nous demandons si vous vous trompez.", "fr"),
        Example("Bisa jalan pelan pelan ke rumah orang orang itu.", "id"),
        Example("Se fue muy muy lejos, casi casi al mar.", "es"),
        Example("Camminava piano piano lungo il mare.", "it"),
    ],
    known_failures=[
        "He has an interest ⟦in in⟧ the matter.",
        "The report of the ⟦Ministry Ministry⟧ is out.",
        "The problems of the firm ⟦have have⟧ grown.",
    ],
)
def repeated_word(document: Document, span: Span) -> Iterator[Finding]:
    """A word stands twice in a row: the writer, the editor or the translation machine slipped.

    Reported are function words that grammar hardly lets stand twice (“the the”), and longer words
    that stand twice amid prose, on one line with nothing but a space between. The first may have a
    capital (“Hotline hotline”) if the text also uses the word alone.

    It stays silent on what may be meant: emphasis (very very), relative clauses (that that, die
    die), stranded particles (looking at at the moment), sounds, numbers, Latin names, a capital on
    the second word (the new New York office), and two capitals (Pago Pago): of 23 such doublets on
    clean and whole pages 1 was a slip, the rest names, titles and menus. Three copies are rhetoric;
    from four on it takes any word for a machine's loop. It does not run on languages that double
    words by rule, nor on those it was not tried on.

    On 1.06 million clean words in seven languages it made 17 findings, all slips.

    The repair keeps one word: the first at the start of a sentence, else the last. It deletes a word,
    so a reader has to agree.
    """
    text, language = document.text, doublets()[document.language or ""]
    first, *_, last = words = text[span.start : span.end].replace("\u00a0", " ").split(" ")
    if _is_enclosed(text, span) or not (_is_plain(words) or len(words) >= LOOP):
        return
    if TWICE < len(words) < LOOP:
        return
    if last in language.slips:
        if not _is_doublet(text, span, words):
            return
    elif not _is_slip(document, span, words, language):
        return
    kept = first if _opens_sentence(text, span.start) else last
    fix = Fix.replace(span.start, span.end, kept)
    shown = f"{first} {last}"
    yield Finding(span.start, span.end, f"“{shown}”: “{last}” stands {_times(len(words))}", fix)


def _times(count: int) -> str:
    return "twice in a row" if count == TWICE else f"{count} times in a row"


def _is_plain(words: list[str]) -> bool:
    """Whether all words are in lower case, but for a capital on the first."""
    first, *rest = words
    return all(word.islower() for word in rest) and (first.islower() or first.istitle())


def _is_enclosed(text: str, span: Span) -> bool:
    """Whether quotation marks or brackets hold just these words."""
    return text[span.start - 1 : span.start] in OPENING and text[span.end : span.end + 1] in CLOSING


def _is_slip(document: Document, span: Span, words: list[str], language: Doublets) -> bool:
    """Whether a content word is doubled by mistake."""
    word = words[-1].lower()
    if len(word) < language.short or word in language.kept:
        return False
    before, after = _around(document.text, span)
    if after[:1] in ("!", "…") or not RELATIVE.isdisjoint(before.split()[-REACH:]):
        return False
    function = language.slips | language.kept
    if sum(word in function for word in f"{before} {after}".split()) < PROSE:
        return False
    if len(words) >= LOOP:
        return True
    return (len(word) >= language.long and words[0].islower()) or word in document.fact(singles)


def _around(text: str, span: Span) -> tuple[str, str]:
    """What stands on the same line before and after, in lower case, up to WINDOW code points."""
    before = text[max(0, span.start - WINDOW) : span.start].rpartition("\n")[2]
    return before.lower(), text[span.end : span.end + WINDOW].partition("\n")[0].lower()


def _is_doublet(text: str, span: Span, words: list[str]) -> bool:
    """Whether a function word stands twice by mistake.

    A capital on the first copy may end a name (vitamin A a day) unless a sentence starts there;
    single letters beside “a a” are a word spaced out.
    """
    if words[0] != words[-1] and not _opens_sentence(text, span.start):
        return False
    before, after = _around(text, span)
    beside = before.split()[-1:] + after.split()[:1]
    return len(words[-1]) > 1 or all(len(word) > 1 for word in beside)


def _opens_sentence(text: str, at: int) -> bool:
    before = text[max(0, at - 8) : at].rstrip(" \u00a0")
    return not before or before[-1] in STOPS
