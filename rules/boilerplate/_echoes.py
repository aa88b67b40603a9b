"""Which lines of a page are said again over a paragraph elsewhere on it: told by a word, most of them."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from itertools import chain

from textlint.api import compile_re

from ._features import Looks

ECHO = 200
"""Code points of a line that are compared with headings."""
NUMBER, GAP = compile_re(r"\W*(?:\d+\W+)?"), compile_re(r"[\W_]+")
"""What a heading and its entry in a table of contents may differ in: before its words and between."""
LETTERS = compile_re(r"[^\W\d_]+")


def echoes(looks: Looks) -> frozenset[int]:
    """The lines that stand over prose elsewhere on the page: the entries of a table of contents."""
    tokens, bodies = looks.tokens, looks.bodies
    may = [at for at, is_prose in enumerate(looks.is_prose) if not is_prose and looks.words[at] > 1]
    is_over = [*looks.is_prose[1:], False]
    over = [at for at in may if is_over[at]]
    words = Counter(chain.from_iterable(tokens[at] for at in over))
    words.update(words_in(word for word in words if not word.isalpha()))
    again = frozenset(word for word, count in words.items() if count > 1)
    doubtful = [
        at
        for at in may
        if len(bodies[at]) > ECHO or not is_other(tokens[at], again if is_over[at] else words)
    ]
    plain = {at: _plain(bodies[at]) for at in {*doubtful, *over}}
    headings = Counter(plain[at] for at in over)
    return frozenset(at for at in doubtful if headings[plain[at]] > is_over[at])


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


def _plain(text: str) -> str:
    """A line as headings are compared."""
    text = text[:ECHO].lower()
    number = NUMBER.match(text)
    return GAP.sub(" ", text[number.end() :] if number else text)
