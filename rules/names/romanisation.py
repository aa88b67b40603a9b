"""Keys of a word that stay the same when a name is romanised in another way.

Three of them, from cheap and coarse to dear and fine: the block keys that bring two words together at
all, the folded form without diacritics, and the key in which w = v, kh = h, zh = j, y = i.
"""

import functools
from unicodedata import normalize

from .tables import table

LETTERS = tuple(
    zip("łøđðıħßæœςþ", ("l", "o", "d", "d", "i", "h", "ss", "ae", "oe", "σ", "th"), strict=True)
)
"""Letters that no Unicode decomposition takes apart."""

VOWELS = "aeiouаеиоуюяαειου"
"""The vowels of keys."""


class Rewrite:
    """Spellings of a sound, its letter, what may stand before it and behind it ("" for anything)."""

    def __init__(self, spellings: str, sound: str, before: str = "", behind: str = "") -> None:
        self.spellings = spellings.split()
        self.sound = sound
        self.before = before
        self.behind = behind
        self.firsts = _letters("".join(spelling[0] for spelling in self.spellings))


def fold(text: str) -> str:
    """Lower-case words without diacritics and with their ligatures taken apart."""
    if text.isascii():
        return text
    if _has_ligature(text):
        for letter, plain in LETTERS:
            text = text.replace(letter, plain)
    return _without_marks(normalize("NFD", text))


def _has_ligature(text: str) -> bool:
    """Whether one of LETTERS is there."""
    return any(ch in "łøđðıħßæœςþ" for ch in text)


def _without_marks(text: str) -> str:
    """A text without the combining marks of the three alphabets."""
    found, rest = "", 0
    for at, ch in enumerate(text):
        if "\u0300" <= ch <= "\u0487" and (ch <= "\u036f" or ch >= "\u0483") and ch != "\u034f":
            found += text[rest:at]
            rest = at + 1
    return found + text[rest:] if rest else text


@functools.lru_cache(1 << 14)
def key(word: str) -> str:
    """The romanisation key of a folded word."""
    return _key(word, _rewrites(_alphabet(word)))


def _key(word: str, rewrites: list[Rewrite]) -> str:
    letters = _letters(word)
    for rewrite in rewrites:
        if letters & rewrite.firsts:
            word = _rewritten(word, rewrite)
            letters = _letters(word)
    return single(word)


def _letters(word: str) -> int:
    """The letters of a word: a bit for each, which it shares with few others."""
    found, one = 0, 1
    for ch in word:
        found |= one << (ord(ch) & 31)
    return found


def consonants(sounds: str) -> str:
    """The consonants of a key."""
    return _single(sounds, VOWELS)


def single(word: str) -> str:
    """A word with one letter for each run of the same."""
    return _single(word, "")


def _alphabet(word: str) -> str:
    return "latin" if word < "Ͱ" else "greek" if word < "Ѐ" else "cyrillic"


@functools.cache
def _rewrites(alphabet: str) -> list[Rewrite]:
    return [Rewrite(*rewrite) for rewrite in table("romanisation")[alphabet]]


def _rewritten(word: str, rewrite: Rewrite) -> str:
    """A word with another letter for the first of the spellings that stands at a place, from the left."""
    found, at, rest, size = "", 0, 0, len(word)
    while at < size:
        for written in rewrite.spellings:
            if written[0] == word[at] and word.startswith(written, at):
                end = at + len(written)
                if _may_stand(word, at, end, rewrite.before, rewrite.behind):
                    found += word[rest:at] + rewrite.sound
                    at, rest = end - 1, end
                    break
        at += 1
    return found + word[rest:] if rest else word


def _may_stand(word: str, at: int, end: int, before: str, behind: str) -> bool:
    """Whether one of the letters `before` stands before a part of a word, and what must behind it.

    `behind` are letters, "$" for the word's end, or "^" with letters that must not stand there.
    """
    if before and not (at and word[at - 1] in before):
        return False
    if not behind or behind == "$":
        return not behind or end == len(word)
    if behind[0] == "^":
        return end == len(word) or word[end] not in behind
    return end < len(word) and word[end] in behind


def _single(word: str, without: str) -> str:
    """A word without some letters, and with one for each run of the same."""
    found, last = "", ""
    for ch in word:
        if ch not in without and ch != last:
            found += ch
            last = ch
    return found
