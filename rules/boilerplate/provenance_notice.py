"""Where a text says that it comes from: a translator, another site, a machine. Data: lexicon/."""

from collections.abc import Iterator

from textlint.api import Document, Finding, Severity, rule

from ._lexicon import excerpt, holds, listed

SHORT = 14
"""Words of a notice at most: a longer line that starts with the words of one is the author's."""
LETTERS = 60
"""Code points of the same in a script that writes no spaces."""


@rule(
    "BLR011",
    yields=("BLR001", "BLR002", "BLR003", "BLR004", "BLR008"),
    severity=Severity.WARNING,
    bad=[
        "⟦Translated by Jane Doe⟧\n\nThe harbour opens in May.",
        "The harbour opens in May.\n⟦This article was originally published in The Harbour Times.⟧",
        "⟦AI-generated summary⟧\nThe harbour opens in May.",
        "⟦Machine translated by Google⟧\nThe harbour opens in May.",
        "⟦Read the original article⟧\nThe harbour opens in May.",
        "Der Hafen öffnet im Mai.\n⟦Dieser Artikel wurde maschinell übersetzt.⟧",
        "Le port ouvre en mai.\n⟦Lire l’article original⟧",
        "El puerto abre en mayo.\n⟦Artículo publicado originalmente en El Puerto⟧",
        "Порт открывается в мае.\n⟦Перевод: Иван Петров⟧",
        "港は5月に開く。\n⟦この記事は機械翻訳されたものです⟧",
        "항구는 5월에 열린다.\n⟦기계 번역된 기사입니다⟧",
        "港口五月开放。\n⟦本文由机器翻译⟧",
    ],
    good=[
        (
            "Translated by hand from the Greek, the letters fill nine volumes and keep a whole "
            "institute busy to this day."
        ),
        "The book was translated by Jane Doe.",
        (
            "Originally published in 1912, the novel was forgotten for sixty years, until a student "
            "found it in a library by the harbour."
        ),
        "Machine translation has come far, he said.",
        "He read the original article twice.",
    ],
)
def provenance_notice(document: Document) -> Iterator[Finding]:
    """A line says that the text is a translation, a reprint, or made by a machine.

    Whole lines in some thirty languages, at most 14 words: "Translated by …", "This article was
    originally published …", "AI-generated summary". Worth knowing of a text in a corpus, and no part
    of it; what it says may be needed, so there is no fix.
    """
    for item in document.fact(listed).values():
        if item.kind != "provenance" or not holds(document, item):
            continue
        line = item.line
        if len(line.text.split()) <= SHORT and (" " in line.text or len(line.text) <= LETTERS):
            yield Finding(line.start, line.end, f"note on the text's origin {excerpt(line.text)}")
