"""LNG002: a word of another language that a translation left standing."""

import functools
from collections.abc import Iterator
from typing import NamedTuple

from textlint.api import Document, Example, Expressions, Finding, Severity, rule

from ._frequency import frequent, is_listed

SOURCES = {
    "en": ("de", "fr", "es", "it", "pt", "nl", "pl", "cs", "sv"),
    "de": ("en", "fr", "es", "it", "pt", "pl", "cs"),
    "es": ("en", "de", "fr", "nl", "pl", "cs", "sv"),
    "fr": ("en", "de", "es", "it", "pt", "nl", "pl", "cs", "sv"),
    "it": ("en", "de", "fr", "nl", "pl", "cs", "sv"),
}
"""The languages looked for in a text of each language: none so near that its words look alike."""
COMMON = 3.4
"""Zipf frequency of a word in its own language below which clean text holds rare loans: of 16 true
words left standing, the lowest stands at 3.5."""
LENT = {"en": 4.3, "fr": 4.3}
"""The same for languages that lend everywhere: four loans in clean text stand at 3.7 to 4.1."""
MOST = 200
"""Different such words of a text, from which on it is a dictionary: clean articles hold 0 to 3."""
SHORTEST = 4
"""Letters of a word that is looked at."""
AROUND = 40
"""Code points on each side of a word in which its neighbours are looked for."""
NEAR = 80
"""The same in which the name of its language is looked for ("which is German for perhaps")."""


class Stray(NamedTuple):
    """A word of another language: the place in code points, the word, and the language."""

    start: int
    end: int
    word: str
    source: str


@functools.cache
def _foreign(language: str) -> dict[str, str]:
    """The words that are frequent in a source of a language but not in itself, and in which (60 ms)."""
    known, best = frequent(language), dict[str, tuple[float, str]]()
    for source in SOURCES[language]:
        for word, zipf in frequent(source, LENT.get(source, COMMON)).items():
            if len(word) >= SHORTEST and word.isalpha() and word not in known:
                best[word] = max(best.get(word, (0.0, "")), (zipf, source))
    return {word: source for word, (_, source) in best.items()}


def strays(document: Document) -> list[Stray]:
    """Words of other languages that stand once in the text, between blanks, in small letters: a fact.

    Empty in languages not looked at. Some 40 MB/s.
    """
    language, text = document.language, document.text
    if language not in SOURCES:
        return []
    foreign, found = _foreign(language), list[Stray]()
    words = set(text.replace(", ", " ").split(" ")) & foreign.keys()
    for word in words if len(words) <= MOST else ():
        if text.count(word) == 1:
            start = text.index(word)
            found.append(Stray(start, start + len(word), word, foreign[word]))
    return sorted(found)


@functools.cache
def _expressions() -> Expressions:
    """A word's neighbours on its line, and what speaks of words and languages."""
    sources = {
        "left": r"(?<![\w'’-])([^\W\d_]+),? $",
        "right": r",? ([^\W\d_]+)(?![\w'’-])",
        "named": (
            r"(?i)\b(?:german|french|spanish|italian|portuguese|dutch|polish|czech|swedish|english|latin"
            r"|deutsch|franzö|spani|italieni|portugies|polnisch|tschech|englisch|latein"
            r"|alemán|francés|español|italiano|polaco|checo|inglés|latín|sueco"
            r"|allemand|espagnol|italien|portugais|polonais|tchèque|anglais|suédois"
            r"|tedesc|frances|spagnol|polacc|ingles|svedes|called|sogenannt|llamad|appelé|chiamat"
            r"|(?:begriffe?|mots?|palabras?|parol[ae]|terms?|words?|wort)\b)"
        ),
    }
    return Expressions(sources)


@rule(
    "LNG002",
    severity=Severity.INFO,
    yields=("LNG001",),
    each=strays,
    languages=tuple(SOURCES),
    bad=[
        "The council said that the ferries will ⟦möglicherweise⟧ run again in the spring of next year.",
        "The mayor thanked all the ⟦dobrovolníků⟧ who had cleaned the beach after the storm.",
        "They spoke of the ⟦rozwoju⟧ in the towns of the coast, and of the price of bread.",
        Example(
            "Er sagte, dass die ⟦możliwości⟧ für die Menschen in der Stadt im Mai besser werden.",
            "de",
        ),
        Example("El ministro dijo que la ⟦gospodarki⟧ nueva ley se aplica en todo el país.", "es"),
    ],
    good=[
        "It was a coup de grâce, a raison d'être, and a de facto ad hoc measure of the mayor.",
        "He wrote “möglicherweise” on the wall, and then (möglicherweise) once more.",
        "The sign that says möglicherweise is old, which is German for perhaps.",
        "He read the book Leben und Sterben der alten Gemeinde and went home.",
        "The town of Sankt Goarshausen is on the river, and the Frankfurter Zeitung is read there.",
        "They sat in the heuriger until late, and the heuriger was full of people from the town.",
        "The maîtresse of the house and the vicomte had met in the garden before.",
        Example("Das Meeting war gut, und der Trainer war mit dem Match sehr zufrieden.", "de"),
        Example("Elle a parlé du brainstorming et du marketing à tous les gens de la ville.", "fr"),
        Example("El presidente da câmara dijo que la ley se aplica.", "es"),
    ],
    known_failures=[
        "A spokesman of the Bundeswehr-⟦Sprecher⟧ said that it was over.",
        "The mayor said that the ⟦pueblo⟧ will have a new bridge in the spring.",
    ],
)
def untranslated_residue(document: Document, stray: Stray) -> Iterator[Finding]:
    """A word of another language stands alone in a translation: it was left untranslated.

    The word is in small letters, stands once, between two frequent words of the text's language
    (“will möglicherweise run”), is in neither list of the text's language, and is frequent
    in one of nine others: German, French, Spanish, Italian, Portuguese, Dutch, Polish, Czech,
    Swedish, or English. Looked at are texts in English, German, Spanish, French and Italian.

    It stays silent on quotations, brackets and titles, on runs of foreign words (a phrase is meant),
    on words used again or spoken of as words (“German for”), on names, on French and English words
    that other languages borrow, on neighbours such as Spanish and Portuguese, and on words that the
    large list of the text's language holds, such as pueblo in English: so it finds a quarter.

    No hit in one million clean words of these languages; 9 of 38 words left standing on purpose in
    English sentences, none in the 2,055 sentences without; in all 10 of 12 hits were true. Which
    word belongs there only the source tells: nothing is repaired.
    """
    text, own = document.text, document.language or ""
    if not _is_alone(text, stray, own) or is_listed(stray.word, own):
        return
    message = (
        f"“{stray.word}” is no word of this language ({own}) but one of another ({stray.source})"
    )
    yield Finding(stray.start, stray.end, message)


def _is_alone(text: str, stray: Stray, language: str) -> bool:
    """Whether both neighbours are frequent words of the language, in small letters."""
    find = _expressions()
    left = find["left"].search(text, max(0, stray.start - AROUND), stray.start)
    right = find["right"].match(text, stray.end, stray.end + AROUND)
    known = frequent(language)
    if not (left and right and left[1] in known and right[1] in known):
        return False
    near = text[max(0, stray.start - NEAR) : stray.end + NEAR]
    return not find["named"].search(near)
