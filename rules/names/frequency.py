"""How often a word is used in its language, on the Zipf scale, without loading the wordfreq package.

The Zipf scale is the base-10 logarithm of uses in a billion words: 6 "from", 4 "Kremlin", under 1 what
hardly anyone writes (van Heuven et al., "SUBTLEX-UK", QJEP 67, 2014). The lists are the data files of
the package wordfreq (Speer, 2022; Apache-2.0, the data CC BY-SA 4.0), which are read where it is
installed and not passed on. Its import would cost 0.2 s.

The short list (125 KB in English, 29,000 words, down to Zipf 3) decides nearly everything: in a trial
the long one (1.5 MB, 321,000 words, down to 1) found no more respellings, but saved a third of the
false alarms; so it is asked last, for the few pairs that everything else speaks for.
"""

import functools
import importlib.util
from collections import Counter
from pathlib import Path
from typing import cast

import msgspec

from textlint.api import kept

HEADER = {"format": "cB", "version": 1}
DIGITS = 3
"""Digits after each word of a kept list: the Zipf frequency in hundredths."""
LF = 10
"""What ends a line of it, as a number."""
MOST = 900
"""The greatest Zipf frequency in hundredths: entry n of a list holds the words of 10 ** (-n / 100)."""
FEW = 500
"""Names from which the short list is unpacked (10 ms): some ten articles have so many."""
DOTTED = "i\u0307"
"""What lower() makes of the Turkish capital İ."""
EVERYDAY = 4
"""Frequency from which a word is no surname that articles introduce and repeat."""
_asked: Counter[str] = Counter()
"""Names of each language that this run has seen, on which no value depends."""


def zipf(word: str, language: str | None) -> float | None:
    """The Zipf frequency of a lower-case word, 0 where the short list lacks it, None without a list."""
    return _search("small", word, language)


def rare_zipf(word: str, language: str | None) -> float | None:
    """The same with the long list, where there is one and the short one lacks the word."""
    frequency = zipf(word, language)
    return frequency or _search("large", word, language) or frequency


def is_no_word(word: str, language: str | None) -> bool:
    """Whether the long list of a language lacks the word; False where there is no such list."""
    return _search("large", word, language) == 0


def enough(language: str, asked: int) -> bool:
    """Whether so many names were `asked` for, with these, that everyday words are worth their unpacking.

    A run over a few articles does without: they only spare comparisons. A text of so many names that
    not all are compared has them in any case.
    """
    _asked[language] += asked
    return _asked[language] > FEW


def everyday(language: str) -> list[str]:
    """The everyday words of a language with a capital each."""
    words = _everyday(_sorted("small", language) or b"")
    return [*dict.fromkeys(map(str.capitalize, words))]


def _everyday(entries: bytes) -> list[str]:
    """The words of a list that are everyday ones."""
    found: list[str] = []
    start, least = 0, ord(str(EVERYDAY))
    for end, byte in enumerate(entries):
        if byte == LF:
            if entries[end - DIGITS] >= least:
                found.append(entries[start : end - DIGITS].decode("utf-8"))
            start = end + 1
    return found


@functools.lru_cache(1 << 14)
def _search(size: str, word: str, language: str | None) -> float | None:
    """Look a word up in a kept list."""
    if not (entries := _sorted(size, language)):
        return None
    return _look_up(entries, word.replace(DOTTED, "i").encode("utf-8", "surrogatepass"))


def _look_up(entries: bytes, name: bytes) -> float:
    """The frequency of a word in the lines of a list, by halving it."""
    low, high = 0, len(entries)
    while low < high:
        start = (low + high) // 2
        while start and entries[start - 1] != LF:
            start -= 1
        end = start
        while entries[end] != LF:
            end += 1
        order = _order(entries, start, end - DIGITS, name)
        if order == 0:
            return int(entries[end - DIGITS : end]) / 100
        if order < 0:
            low = end + 1
        else:
            high = start
    return 0.0


def _order(entries: bytes, start: int, end: int, name: bytes) -> int:
    """Whether entries[start:end] comes before a name (less than nought), behind it (more) or is it."""
    size = min(end - start, len(name))
    for at in range(size):
        if entries[start + at] != name[at]:
            return entries[start + at] - name[at]
    return end - start - len(name)


@functools.cache
def _sorted(size: str, language: str | None) -> bytes | None:
    """The words of a list in the order of their bytes, a line each; None where there is no list."""
    spec = importlib.util.find_spec("wordfreq") if language else None
    if not spec or not spec.origin:
        return None
    file = Path(spec.origin).parent / "data" / f"{size}_{language}.msgpack.gz"
    try:
        state = file.stat()
    except OSError:
        return None
    key = f"sorted-{file.stem}-{state.st_size}-{state.st_mtime_ns}"
    return kept("words", key, lambda: _sort(file))


def _sort(file: Path) -> bytes:
    """A data file of wordfreq (gzip, then msgpack: a header, then a list for each hundredth) sorted."""
    import gzip

    header, *entries = msgspec.msgpack.decode(gzip.decompress(file.read_bytes()))
    if header != HEADER:
        return b""
    listed = cast("list[list[str]]", entries)
    lines = (
        (word.encode("utf-8"), max(0, MOST - hundredth))
        for hundredth, alike in enumerate(listed)
        for word in alike
    )
    return b"".join(b"%b%03d\n" % line for line in sorted(lines))
