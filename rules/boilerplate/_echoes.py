"""Whether a line's first or last word tells that it is none of some lines."""

from collections.abc import Collection, Iterable, Sequence

from textlint.api import compile_re

LETTERS = compile_re(r"[^\W\d_]+")


def words_in(texts: Iterable[str]) -> frozenset[str]:
    """The words of texts, without what joins them."""
    return frozenset(LETTERS.findall(" ".join(texts)))


def is_other(tokens: Sequence[str], words: Collection[str]) -> bool:
    """Whether a line's last or first word tells that it is none of the lines with these words.

    A number, or words that are joined, may be written in another way there.
    """
    if not tokens:
        return False
    last, first = tokens[-1], tokens[0]
    return (last not in words and last.isalpha()) or (first not in words and first.isalpha())
