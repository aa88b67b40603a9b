"""The words of a text that are certainly words, as evidence for what was glued or cut."""

import functools
from pathlib import Path

from textlint.api import Document, Expressions, Words, load_toml


@functools.cache
def _expressions() -> Expressions:
    """The expression of this module, compiled at its first use."""
    return Expressions({"alone": r"(?<![\p{L}\p{M}\p{N}._])[\p{L}\p{M}]++(?=[\s,;])"})


def _standing_alone(document: Document) -> Words:
    return Words(document.text, _expressions()["alone"])


def stands_alone(document: Document, word: str) -> bool:
    """Whether the text has a word, as it is written, with white space or a comma after it."""
    return word in document.fact(_standing_alone)


@functools.cache
def starters(language: str | None) -> frozenset[str]:
    """The words that begin sentences of a language; of any where it is unknown or not listed."""
    data = load_toml(Path(__file__).parent / "gluing" / "words.toml")["starters"]
    lists = [data[language]] if language in data else data.values()
    return frozenset(word for words in lists for word in words)
