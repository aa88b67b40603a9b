"""Names in scripts without capitals: Korean and Arabic. A title beside a word says that it is a name.

Nothing else does, so two words are compared only where a title stands beside one of them at least, and
what grammar adds to a name is taken off first: Korean particles, the Arabic article and conjunctions.
Both must be unknown to the frequency list of the language.
"""

import functools
import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from itertools import combinations, compress, zip_longest

import msgspec

from textlint.api import Document, compile_re

from . import frequency
from .distance import edits
from .sightings import Form, Sighting
from .tables import table

LOOKED_AT = 2000
"""Characters at the beginning of a text in which its script must show."""
SCRIPT = compile_re("[가-힣]{3}|[ء-ي]{4}")
WORD = {"ko": compile_re("[가-힣]{3,12}"), "ar": compile_re("[ء-يٱپچڤگـً-ْ]{4,24}")}
ARTICLE = compile_re("[وفبلك]?(?:ال|لل)")
SIGNS = compile_re("[ـً-ْ]")
LONGEST = 12
"""Syllables at which a run of Korean letters is cut."""
SHORTEST = {"ko": 3, "ar": 4}
"""Syllables, or letters, of a name without what is added to it: most foreign ones have more."""
BARE = 4
"""Syllables that a Korean word without a title beside it must have to be taken for a name."""
OWN = 3
"""Syllables of a Korean's own name, the family's first: a syllable apart they are two people."""
TITLED = 4
"""Words between a title and the name in Arabic at most, plus one: the president Volodymyr Zelensky."""
FAMOUS = 4.0
"""Frequency up to which one of the two may be a known name; the other must be no word at all."""
MOST = 300
"""Different names with one title or more that are compared: lists of members have more."""


class Word(msgspec.Struct, frozen=True):
    """A word of the text without additions: span, letters, whether a title stands beside it, its left."""

    start: int
    end: int
    letters: str
    titled: bool
    left: str


def uncased_pairs(document: Document) -> list[tuple[Form, Form]]:
    """Pairs of spellings of one name."""
    text, language = document.text, document.language
    if language not in WORD or not SCRIPT.search(text, 0, LOOKED_AT):
        return []
    return _read(text, language) if _may_hold_pairs(text, language) else []


def _read(text: str, language: str) -> list[tuple[Form, Form]]:
    """Pairs of spellings of one name in a text of one of the languages."""
    found: dict[str, list[Word]] = {}
    for word in _words(text, language):
        found.setdefault(word.letters, []).append(word)
    titled = [letters for letters, uses in found.items() if any(use.titled for use in uses)]
    if not 0 < len(titled) <= MOST:
        return []
    beginnings = dict(zip(found, _beginnings(found, language), strict=True))
    blocks: dict[str, set[str]] = {}
    for letters, beginning in beginnings.items():
        blocks.setdefault(beginning, set()).add(letters)
    near = {
        (min(one, other), max(one, other))
        for one in titled
        for other in blocks[beginnings[one]]
        if one != other
    }
    return [
        (_form(found[one]), _form(found[other]))
        for one, other in sorted(near)
        if _one_name(found[one], found[other], language)
    ]


def _may_hold_pairs(text: str, language: str) -> bool:
    """Whether a text has a title, and two words that sound alike or, in Korean, have titles both.

    All that `_one_name` accepts is of these two kinds; few texts have either.
    """
    return _korean_pairs(text) if language == "ko" else _arabic_pairs(text)


def _korean_pairs(text: str) -> bool:
    """The same of a Korean text. Words that sound alike begin with syllables that do."""
    titled = {_bare(word, "ko")[2] for word in _titled_korean().findall(text)}
    if not titled:
        return LONGEST in map(len, WORD["ko"].findall(text))  # cut: not judged here
    sounds = {*_keys([word[0] for word in titled], "ko")}
    found = {*WORD["ko"].findall(text)}
    firsts = [*{word[0] for word in found}]
    shared = {*compress(firsts, map(sounds.__contains__, _keys(firsts, "ko")))}
    alike = {_bare(word, "ko")[2] for word in found if word[0] in shared}
    jamo = [unicodedata.normalize("NFD", word) for word in titled]
    return (
        len({*_keys(alike, "ko")}) < len(alike)
        or any(edits(one, other, 2) == 1 for one, other in combinations(jamo, 2))
        or LONGEST in map(len, found)
    )


def _arabic_pairs(text: str) -> bool:
    """The same of an Arabic one."""
    found = {*WORD["ar"].findall(text)}
    if _title_forms().isdisjoint(_fold("\n".join(found), "ar").split("\n")) and (
        _title_forms().isdisjoint(found)
    ):
        return False
    letters = {_bare(word, "ar")[2] for word in found}
    alike: defaultdict[str, list[str]] = defaultdict(list)
    for word, sounds in zip(letters, _keys(letters, "ar"), strict=True):
        alike[sounds].append(word)
    pairs = (pair for words in alike.values() if len(words) > 1 for pair in combinations(words, 2))
    return any(_may_be_one(one, other, "ar") for one, other in pairs)


@functools.cache
def _title_forms() -> frozenset[str]:
    """The Arabic titles with all that `_bare` takes off."""
    before = [a + b for a in ("", *"وفبلك") for b in ("ال", "لل")]
    return frozenset(start + title for start in ("", *before) for title in _titles("ar"))


@functools.cache
def _titled_korean() -> re.Pattern[str]:
    """A Korean word with a title behind it."""
    titles = "|".join(_titles("ko"))
    return compile_re(f"(?<![가-힣])[가-힣]{{3,12}}+(?=[^가-힣](?=[가-힣]{{3}})(?:{titles}))")


@functools.cache
def _titles(language: str) -> frozenset[str]:
    return frozenset(table("uncased")[language]["titles"])


def _words(text: str, language: str) -> Iterator[Word]:
    """The words of a text that may be names."""
    words, shortest = _titles(language), SHORTEST[language]
    titles = tuple(words)
    since, left, last = TITLED, "", 0
    matches = list(WORD[language].finditer(text))
    for match, following in zip_longest(matches, matches[1:]):
        if text[last : match.start()].strip():
            since, left = TITLED, ""
        begin, finish = match.span()
        low, high, letters = _bare(match[0], language)
        if language == "ko":
            after = following and following.start() == match.end() + 1 and following[0]
            titled = bool(after and after.startswith(titles))
        else:
            titled = since < TITLED
            since = 0 if letters in words or match[0] in words else since + 1
        if len(letters) >= shortest:
            yield Word(begin + low, begin + high, letters, titled, left)
        left, last = letters, finish


@functools.lru_cache(1 << 13)
def _bare(word: str, language: str) -> tuple[int, int, str]:
    """A word without particles at the end, or conjunctions and article before: its span, folded."""
    start, end = 0, len(word)
    if language == "ko":
        for length, particles in _particles():
            if end - length >= SHORTEST["ko"] and word[end - length :] in particles:
                end -= length
                break
    else:
        prefix = ARTICLE.match(word)
        if prefix and len(word) - prefix.end() > SHORTEST["ar"]:
            start = prefix.end()
    return start, end, _fold(word[start:end], language)


@functools.cache
def _particles() -> list[tuple[int, frozenset[str]]]:
    """The Korean particles by their length, longest first."""
    listed = table("uncased")["ko"]["particles"]
    lengths = sorted({len(particle) for particle in listed}, reverse=True)
    return [(n, frozenset(each for each in listed if len(each) == n)) for n in lengths]


def _fold(word: str, language: str) -> str:
    """Arabic without vowel signs, with one alef, ya and ta marbuta for all their writings."""
    if language == "ko":
        return word
    return _written(SIGNS.sub("", word), ARABIC)


def _written(text: str, letters: Iterable[tuple[str, str]]) -> str:
    """A text with other letters; `str.translate` costs six times as much where most are no ASCII."""
    for letter, instead in letters:
        text = text.replace(letter, instead)
    return text


ARABIC = tuple(zip("أإآٱىةؤئ", "ااااي" + "هوي", strict=True))
ARABIC_SOUNDS = (
    *zip("غجگقصزطحڤپچ", "ككككسستهفبش", strict=True),
    *zip("اويء", [""] * 4, strict=True),
)
"""Consonants that one foreign sound is written with; long vowels are left out."""
KOREAN_JAMO = "\u1101\u110f\u1104\u1110\u1108\u1111\u110a\u110d\u110e\u1166\u1164\u1168\u116b\u116c"
KOREAN_PLAIN = (
    "\u1100\u1100\u1103\u1103\u1107\u1107\u1109\u110c\u110c\u1162\u1162\u1162\u1170\u1170"
)
KOREAN_SOUNDS = (*zip(KOREAN_JAMO, KOREAN_PLAIN, strict=True), ("\u1173", ""))
"""Tense and aspirated consonants as plain ones, the two sounds of e as one, no inserted vowel."""


def _keys(words: Collection[str], language: str) -> list[str]:
    """The sounds of words without additions: one key for each, all made in one go."""
    if language == "ko":
        text = unicodedata.normalize("NFD", "\n".join(words))
        return _written(text, KOREAN_SOUNDS).split("\n")
    behind = _written("\n".join(word[1:] for word in words), ARABIC_SOUNDS).split("\n")
    return [word[:1] + sounds for word, sounds in zip(words, behind, strict=False)]


def _key(letters: str, language: str) -> str:
    return _keys([letters], language)[0]


def _beginnings(words: Collection[str], language: str) -> list[str]:
    """What two words must share to be compared: the sounds of their beginnings."""
    end = 2 if language == "ko" else 3
    return [key[:end] for key in _keys(words, language)]


def _may_be_one(one: str, other: str, language: str) -> bool:
    """Whether neither of two words is a part of the other, one is unknown and none is famous."""
    if one.startswith(other) or other.startswith(one) or one.endswith(other) or other.endswith(one):
        return False
    known = [frequency.rare_zipf(word, language) or 0 for word in (one, other)]
    return not min(known) > 0 and max(known) <= FAMOUS


def _one_name(first: list[Word], second: list[Word], language: str) -> bool:
    one, other = first[0].letters, second[0].letters
    if not _may_be_one(one, other, language):
        return False
    keys = _key(one, language), _key(other, language)
    titled = all(any(use.titled for use in uses) for uses in (first, second))
    if language == "ko":
        if not titled and (min(len(one), len(other)) < BARE or one[:-1] == other[:-1]):
            return False
        if (
            len(one) == len(other) == OWN
            and one[0] == other[0] in table("uncased")["ko"]["families"]
        ):
            return False
        jamo = [unicodedata.normalize("NFD", word) for word in (one, other)]
        return keys[0] == keys[1] or (titled and edits(jamo[0], jamo[1]) == 1)
    shared = {use.left for use in first} & {use.left for use in second} - {""}
    return keys[0] == keys[1] and len(keys[0]) > SHORTEST["ar"] - 1 and bool(titled or shared)


def _form(uses: list[Word]) -> Form:
    seen = [Sighting(use.start, use.end, use.left, "") for use in uses]
    return Form(uses[0].letters, uses[0].letters, seen, frozenset(), frozenset())
