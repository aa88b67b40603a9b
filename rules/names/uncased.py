"""Names in scripts without capitals: Korean and Arabic. A title beside a word says that it is a name.

Nothing else does, so two words are compared only where a title stands beside one of them at least, and
what grammar adds to a name is taken off first: Korean particles, the Arabic article and conjunctions.
Both must be unknown to the frequency list of the language.
"""

import functools
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable
from itertools import combinations, compress

from textlint.api import Document, compile_re

from . import frequency
from ._uncased import Word, arabic, korean
from .distance import edits
from .sightings import Form, Sighting
from .tables import table

LOOKED_AT = 2000
"""Characters at the beginning of a text in which its script must show."""
SCRIPT = compile_re("[가-힣]{3}|[ء-ي]{4}")
SIGNS = compile_re("[ـً-ْ]+")
"""Arabic vowel signs and the stroke that lengthens a word."""
LANGUAGES = ("ko", "ar")
BARE = 4
"""Syllables that a Korean word without a title beside it must have to be taken for a name."""
OWN = 3
"""Syllables of a Korean's own name, the family's first: a syllable apart they are two people."""
SOUNDS = 4
"""Sounds that two Arabic spellings of a name share at least."""
FAMOUS = 4.0
"""Frequency up to which one of the two may be a known name; the other must be no word at all."""
MOST = 300
"""Different names with one title or more that are compared: lists of members have more."""


def uncased_pairs(document: Document) -> list[tuple[Form, Form]]:
    """Pairs of spellings of one name."""
    text, language = document.text, document.language
    if language not in LANGUAGES or not SCRIPT.search(text, 0, LOOKED_AT):
        return []
    found, titled = _words(text, language)
    if not 0 < len(titled) <= MOST:
        return []
    return [
        (_form(one, found[one]), _form(other, found[other]))
        for one, other in sorted(_alike(found, titled, language))
        if _one_name(found, titled, (one, other), language)
    ]


def _words(text: str, language: str) -> tuple[dict[str, list[Word]], set[str]]:
    """The uses of each word of a text, and the words that a title stands beside; none without a title."""
    titles = table("uncased")[language]["titles"]
    if language == "ko":
        if any(title in text for title in titles):
            return korean(text, tuple(titles), _particles())
    else:
        plain = _written(text, ARABIC)
        bare = SIGNS.sub("", plain)
        if any(title in text or title in bare for title in titles):
            return arabic(text, plain, frozenset(titles))
    return {}, set()


@functools.cache
def _particles() -> list[tuple[int, frozenset[str]]]:
    """The Korean particles by their length, longest first."""
    listed = table("uncased")["ko"]["particles"]
    lengths = sorted({len(particle) for particle in listed}, reverse=True)
    return [(n, frozenset(each for each in listed if len(each) == n)) for n in lengths]


def _alike(words: Collection[str], titled: set[str], language: str) -> set[tuple[str, str]]:
    """Pairs of words that sound alike, one with a title; in Korean titled ones a letter apart too."""
    sounds = dict(zip(words, _keys(words, language), strict=True))
    wanted = {sounds[word] for word in titled}
    alike: defaultdict[str, list[str]] = defaultdict(list)
    for word in compress(sounds, map(wanted.__contains__, sounds.values())):
        alike[sounds[word]].append(word)
    pairs = {
        pair
        for group in alike.values()
        for pair in combinations(sorted(group), 2)
        if not titled.isdisjoint(pair)
    }
    if language == "ko":
        near = combinations(sorted(titled), 2)
        pairs.update(pair for pair in near if _a_letter_apart(*pair, sounds))
    return pairs


def _a_letter_apart(one: str, other: str, sounds: dict[str, str]) -> bool:
    """Whether two Korean words that begin alike differ in a consonant or a vowel."""
    if sounds[one][:2] != sounds[other][:2]:
        return False
    return edits(unicodedata.normalize("NFD", one), unicodedata.normalize("NFD", other), 2) == 1


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


def _may_be_one(one: str, other: str, language: str) -> bool:
    """Whether neither of two words is a part of the other, one is unknown and none is famous."""
    if one.startswith(other) or other.startswith(one) or one.endswith(other) or other.endswith(one):
        return False
    known = [frequency.rare_zipf(word, language) or 0 for word in (one, other)]
    return not min(known) > 0 and max(known) <= FAMOUS


def _one_name(
    found: dict[str, list[Word]], titled: set[str], pair: tuple[str, str], language: str
) -> bool:
    """Whether two words that sound alike are one name."""
    one, other = pair
    if not _may_be_one(one, other, language):
        return False
    both = titled.issuperset(pair)
    if language == "ko":
        if not both and (min(len(one), len(other)) < BARE or one[:-1] == other[:-1]):
            return False
        own = len(one) == len(other) == OWN
        return not (own and one[0] == other[0] in table("uncased")["ko"]["families"])
    lefts, others = ({use.left for use in found[word] if use.left} for word in pair)
    return len(_keys([one], "ar")[0]) >= SOUNDS and (both or not lefts.isdisjoint(others))


def _form(letters: str, uses: list[Word]) -> Form:
    seen = [Sighting(use.start, use.end, use.left, "") for use in uses]
    return Form(letters, letters, seen, frozenset(), frozenset())
