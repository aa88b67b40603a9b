"""The words of a text that are certainly words, as evidence for what was glued or cut."""

import functools
from pathlib import Path

from textlint.api import Document, Expressions, load_toml

MOST = 16
"""Words that are looked up one by one in a text; for more, all its words are gathered."""
AFTER = frozenset(",;")


@functools.cache
def _expressions() -> Expressions:
    """The expression of this module, compiled at its first use."""
    return Expressions({"alone": r"(?<![\p{L}\p{M}\p{N}._])[\p{L}\p{M}]++(?=[\s,;])"})


def _standing_alone(document: Document) -> frozenset[str]:
    return frozenset(_expressions()["alone"].findall(document.text))


def _looked_up(_: Document) -> dict[str, bool]:
    """The words that were asked for, and whether they stand alone somewhere: a fact."""
    return {}


def stands_alone(document: Document, word: str) -> bool:
    """Whether the text has a word, as it is written, with white space or a comma after it."""
    known = document.fact(_looked_up)
    if word not in known:
        if len(known) < MOST:
            known[word] = _finds_alone(document.text, word)
        else:
            known[word] = word in document.fact(_standing_alone)
    return known[word]


def _finds_alone(text: str, word: str) -> bool:
    """Whether `_standing_alone` holds a word."""
    if not word:
        return False
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        after = text[end : end + 1]
        if after.isspace() or after in AFTER:
            found = _expressions()["alone"].match(text, at)
            if found and found.end() == end:
                return True
        at = text.find(word, at + 1)
    return False


@functools.cache
def starters(language: str | None) -> frozenset[str]:
    """The words that begin sentences of a language; of any where it is unknown or not listed."""
    data = load_toml(Path(__file__).parent / "gluing" / "words.toml")["starters"]
    lists = [data[language]] if language in data else data.values()
    return frozenset(word for words in lists for word in words)
