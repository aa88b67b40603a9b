"""Which words a language uses, from the lists of the package wordfreq, without loading the package.

The lists (Speer, 2022) are gzip, then msgpack: a header, then the words of each hundredth of a factor
ten, the most frequent first. The Zipf scale is the base-10 logarithm of uses in a billion words
(van Heuven et al., "SUBTLEX-UK", QJEP 67, 2014): 6 "from", 4 "Kremlin"; the small lists end near 3,
the large ones near 1.
"""

import functools
import importlib.util
from pathlib import Path

import msgspec

from textlint.api import kept

HEADER = {"format": "cB", "version": 1}
SHORT_STRING = 32
"""Bytes from which msgpack writes a string with another header; longer words count as listed."""


@functools.cache
def frequent(language: str, zipf: float = 0.0) -> dict[str, float]:
    """The words of a language's small list with their Zipf frequency, from `zipf` on.

    Empty where there is no list in the format known here. Decoding a whole list takes 15 ms.
    """
    packed = _packed("small", language)
    if not packed:
        return {}
    header, *entries = msgspec.msgpack.decode(packed)
    if header != HEADER:
        return {}
    words: dict[str, float] = {}
    for hundredth, listed in enumerate(entries[: int((9 - zipf) * 100) + 1]):
        if listed:
            words |= dict.fromkeys(listed, 9 - hundredth / 100)
    return words


def is_listed(word: str, language: str) -> bool:
    """Whether the large list may hold a word; a search takes up to 3 ms. True without a list."""
    packed, name = _packed("large", language), word.encode("utf-8", "surrogatepass")
    return not packed or len(name) >= SHORT_STRING or bytes([0xA0 | len(name)]) + name in packed


@functools.cache
def _packed(size: str, language: str) -> bytes:
    """A list's msgpack, empty where the package is not installed or has no such list."""
    spec = importlib.util.find_spec("wordfreq")
    if not spec or not spec.origin:
        return b""
    file = Path(spec.origin).parent / "data" / f"{size}_{language}.msgpack.gz"
    try:
        state = file.stat()
    except OSError:
        return b""
    return kept("words", f"{file.stem}-{state.st_size}-{state.st_mtime_ns}", lambda: _unpack(file))


def _unpack(file: Path) -> bytes:
    import gzip

    return gzip.decompress(file.read_bytes())
