"""How often a word is used in its language, on the Zipf scale, without loading the wordfreq package.

The Zipf scale is the base-10 logarithm of uses in a billion words: 6 "from", 4 "Kremlin", under 1 what
hardly anyone writes (van Heuven et al., "SUBTLEX-UK", QJEP 67, 2014). The lists are the data files of
the package wordfreq (Speer, 2022), whose import would cost 0.2 s: gzip, then msgpack, a header and
then the words of each hundredth of a factor ten, the most frequent first.
"""

import functools
import importlib.util
from bisect import bisect_right
from collections import Counter
from itertools import accumulate
from pathlib import Path

import msgspec

from textlint.api import kept

HEADER = msgspec.msgpack.encode({"format": "cB", "version": 1})
LENGTH = 5
"""Bytes at most that tell the length of the list before it."""
SHORT_STRING = 32
"""Bytes from which msgpack writes a string with another header; longer words count as unknown."""
LEADING = range(0xC2, 0xF5)
"""Bytes that begin a character of several bytes in UTF-8."""


SEARCHED = 100
"""Words of a language from which its short list is decoded: some 0.1 ms a search, 15 ms in all."""
_looked_up: Counter[str | None] = Counter()


class Encoded(msgspec.Struct, frozen=True):
    """A list as it is stored, and where in it the words of each hundredth begin."""

    words: bytes
    starts: list[int]


def zipf(word: str, language: str | None) -> float | None:
    """The Zipf frequency of a lower-case word, 0 where the list lacks it, None without a list.

    From the short list, which ends near 3. It is searched for a few words, decoded (15 ms) for many.
    """
    if _looked_up[language] > SEARCHED:
        frequent = _decoded(language)
        return None if frequent is None else frequent.get(word, 0.0)
    _looked_up[language] += 1
    return _search("small", word, language)


@functools.lru_cache(1 << 14)
def rare_zipf(word: str, language: str | None) -> float | None:
    """The same with the long list, which ends near 1; a search in it takes up to 3 ms."""
    return zipf(word, language) or _search("large", word, language)


@functools.lru_cache(1 << 10)
def _search(size: str, word: str, language: str | None) -> float | None:
    if not (encoded := _encoded(size, language)):
        return None
    name = word.encode("utf-8", "surrogatepass")
    if len(name) >= SHORT_STRING:
        return 0.0
    entry = bytes([0xA0 | len(name)]) + name
    at = encoded.words.find(entry)
    while at > 0 and encoded.words[at - 1] in LEADING:
        at = encoded.words.find(entry, at + 1)
    return _scale(bisect_right(encoded.starts, at) - 1) if at > 0 else 0.0


def _scale(hundredth: int) -> float:
    """Entry n of a list holds the words of 10 ** (-n / 100) of all words."""
    return max(0.0, 9 - hundredth / 100)


@functools.cache
def _decoded(language: str | None) -> dict[str, float] | None:
    if not (packed := _read("small", language)):
        return None
    _, *entries = msgspec.msgpack.decode(packed)
    frequent: dict[str, float] = {}
    for hundredth, words in enumerate(entries):
        if words:
            frequent |= dict.fromkeys(words, _scale(hundredth))
    return frequent


@functools.cache
def _encoded(size: str, language: str | None) -> Encoded | None:
    if not (packed := _read(size, language)):
        return None
    header, *entries = msgspec.msgpack.decode(packed, type=list[msgspec.Raw])
    body = sum(len(entry) for entry in (header, *entries))
    sizes = (len(bytes(entry)) for entry in entries)
    first = len(packed) - body + len(bytes(header))
    return Encoded(packed, list(accumulate(sizes, initial=first)))


def _read(size: str, language: str | None) -> bytes | None:
    """A list's msgpack; None where there is none, or none in the format known here."""
    spec = importlib.util.find_spec("wordfreq") if language else None
    if not spec or not spec.origin:
        return None
    file = Path(spec.origin).parent / "data" / f"{size}_{language}.msgpack.gz"
    try:
        state = file.stat()
    except OSError:
        return None
    packed = kept(
        "words", f"{file.stem}-{state.st_size}-{state.st_mtime_ns}", lambda: _unpack(file)
    )
    return packed if packed.find(HEADER, 0, len(HEADER) + LENGTH) >= 0 else None


def _unpack(file: Path) -> bytes:
    import gzip

    return gzip.decompress(file.read_bytes())
