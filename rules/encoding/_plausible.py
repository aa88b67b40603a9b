"""How likely a text is one of a language: bits of evidence from pairs of letters or common characters.

The evidence is log2 of how much likelier the text is as one of the language than as a random string
of the same letters, so that texts in different codecs and languages compare.
"""

import functools
import math
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import msgspec

from textlint.api import compile_regex, load_toml

DATA = Path(__file__).parent / "legacy"
SMOOTHING = 0.05
"""Added to the count of each pair of letters: a pair never seen costs 4 to 5 bits."""
COMMON = {
    "zh": ("gb2312", 0xD7),
    "tw": ("big5", 0xC6),
    "ja": ("euc_jp", 0xCF),
    "ko": ("euc_kr", 0xC8),
}
"""The languages judged by their common characters, each with the standard that ranks its characters,
and the last lead byte of that standard's first level."""
HIT, KANA_HIT, FIRST_LEVEL, RARE = 2.0, 3.0, -1.0, -3.0
"""Bits for a character in the list of common ones, for a common kana, for one of the first level of
the standard, and for any other. The listed ones write two thirds of a text and a tenth of its wrong
readings, which must lose, so misses weigh more than that alone says."""
KNOWN = 5.0
"""Bits for a whole word of four letters or more that is among the common ones."""
SHORTEST_KNOWN = 4
SAMPLE = 200
"""Code points of a text that are weighed: more decide no better."""
REMEMBERED = 20_000
"""Words whose bits are kept."""
ALL_CAPITALS = 1.0
"""Bits a letter that speak against a text all in capitals."""
KANA = r"[\u3040-\u30ff]"
PUNCTUATION = frozenset("«»“”„‘’‚–—…№§°•·©®™\u00a0、。，：；？！（）《》「」『』・．～ー※♪、。·″′")
"""What stands in text of any language besides ASCII, and is no evidence for one."""
WELL_CASED = r"[\p{Ll}\p{Lo}\p{M}ʼ'’]+|\p{Lu}[\p{Ll}\p{M}'’]*|[\p{Lu}\p{M}'’]+"
ILL_CASED = 0.15
"""Share of words with a capital after a small letter that no text has."""


class Pairs(msgspec.Struct, frozen=True):
    """The pairs of letters of a language in bits, what an unseen pair costs, and its common words."""

    bits: dict[str, float]
    unseen: float
    words: frozenset[str]


@functools.cache
def pairs(language: str) -> Pairs:
    """The model of an alphabetic language, made from its common words; " " stands for a word's edge."""
    words = load_toml(DATA / "words.toml")[language]["words"].split()
    counts: Counter[str] = Counter()
    for word in words:
        edged = f" {word} "
        counts.update(edged[i : i + 2] for i in range(len(edged) - 1))
    kinds = len(set("".join(words))) + 1
    floor = SMOOTHING * kinds * kinds
    total = counts.total() + floor
    bits = {pair: math.log2((n + SMOOTHING) / total * kinds * kinds) for pair, n in counts.items()}
    return Pairs(bits, math.log2(SMOOTHING / total * kinds * kinds), frozenset(words))


@functools.cache
def common(language: str) -> frozenset[str]:
    """The characters that write most of a language."""
    return frozenset(load_toml(DATA / "characters.toml")[language]["common"].replace("\n", ""))


class Evidence(NamedTuple):
    """Bits for a text as one of a language, and the letters they are from."""

    bits: float
    letters: int

    @property
    def mean(self) -> float:
        """Bits a letter."""
        return self.bits / max(1, self.letters)


def evidence(text: str, language: str) -> Evidence:
    """What speaks for the text in the language: for its head, if it is long."""
    text = text[:SAMPLE]
    return _by_characters(text, language) if language in COMMON else _by_pairs(text, language)


def _by_pairs(text: str, language: str) -> Evidence:
    bits, letters = 0.0, 0
    for word in compile_regex(r"[\p{L}\p{M}]+").findall(text.lower()):
        bits += _word_bits(word, language)
        letters += len(word)
    return Evidence(bits - ALL_CAPITALS * letters * text.isupper(), letters)


@functools.lru_cache(REMEMBERED)
def _word_bits(word: str, language: str) -> float:
    """The bits of one word."""
    model = pairs(language)
    edged = f" {word} "
    bits = sum(model.bits.get(edged[i : i + 2], model.unseen) for i in range(len(edged) - 1))
    return bits + KNOWN * (len(word) >= SHORTEST_KNOWN and word in model.words)


def _by_characters(text: str, language: str) -> Evidence:
    weights = [_weight(char, language) for char in text if char.isalpha() and not char.isascii()]
    return Evidence(sum(weights), len(weights))


@functools.cache
def _weight(char: str, language: str) -> float:
    """The bits of one character."""
    if compile_regex(KANA).match(char):
        return KANA_HIT if language == "ja" and char in common("kana") else RARE
    if char in common("zh" if language == "tw" else language):
        return HIT
    standard, last = COMMON[language]
    try:
        return FIRST_LEVEL if char.encode(standard)[0] <= last else RARE
    except UnicodeEncodeError:
        return RARE


def is_known(text: str, languages: tuple[str, ...]) -> bool:
    """Whether a word of the text, of four letters or more, is a common one of the languages."""
    words = compile_regex(r"\p{L}{4,}").findall(text.lower())
    return any(word in pairs(language).words for word in words for language in languages)


def is_well_cased(text: str) -> bool:
    """Whether the words are small, Capitalised or CAPITALS, as words are."""
    words = compile_regex(r"[\p{L}\p{M}'’]+").findall(text)
    whole = compile_regex(WELL_CASED)
    return sum(not whole.fullmatch(word) for word in words) <= ILL_CASED * len(words)
