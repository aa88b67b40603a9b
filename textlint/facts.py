"""Facts about a document that several rules share: each is computed once, at its first use.

A fact is a plain function of a document; ask with `document.fact(lines)`. A plugin's own functions
serve in the same way.
"""

from collections import Counter
from typing import NamedTuple

from textlint.document import ENCODING_ERRORS, Document
from textlint.line import Line, inked_lines, texts_of


def lines(document: Document) -> list[Line]:
    """The lines that hold more than white space, in order; spans in code points."""
    return inked_lines(document.text)


def inked(document: Document) -> list[str]:
    """The texts of `lines`."""
    return texts_of(document.fact(lines))


PLAIN = {
    "\u00a0": " ",
    "\u202f": " ",
    "“": "`",
    "„": "`",
    "‘": "`",
    "‚": "`",
    "«": "`",
    "”": '"',
    "’": "'",
    "»": '"',
    "…": ".",
    "–": "-",
    "—": "-",
    "•": "*",
    "·": "*",
}
"""Marks of typography, and those of ASCII that stand for them: what opens a quotation is a grave accent."""


def plain(document: Document) -> bytes:
    """The text in UTF-8 with the marks of PLAIN in ASCII, code point for code point (500 MB/s)."""
    text = document.text
    if not text.isascii():
        for mark, instead in PLAIN.items():
            if mark in text:  # a search for one character costs next to nothing
                text = text.replace(mark, instead)
    return text.encode("utf-8", ENCODING_ERRORS)


def count_scripts(text: str) -> Counter[str]:
    """How many letters (with their marks) of each of SCRIPTS the text holds; none is left out."""
    from textlint.evidence import tally

    counts: Counter[str] = Counter.__new__(Counter)
    dict.update(counts, tally(text))  # Counter(…) takes longer than the count
    return counts


def scripts(document: Document) -> Counter[str]:
    """How many letters of each script (Unicode property names) the document holds."""
    return count_scripts(document.text)


class Recurrence(NamedTuple):
    """What comes again in a text."""

    words: list[int]
    """Places of words that stand again behind one character that is in no word; of those with four
    letters also where one or two other words stand between. Not in order."""
    rounds: list[tuple[int, int, int]]
    """Start, end and period of stretches of 33 code points or more that are the same every period, four
    times or more (of three not all); in order."""
    sentences: list[int]
    """A number for each sentence of 40 letters or more: the same for the same words."""
    places: list[int]
    """Where their first words stand."""


def recurrence(document: Document) -> Recurrence:
    """What comes again in the document, whatever the case, marks and white space: a fact."""
    from textlint.recurrence import Walk

    walk = Walk(document.text)
    walk.go()
    return Recurrence(walk.words, sorted(walk.rounds), walk.sentences, walk.places)
