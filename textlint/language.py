"""Which language a text is in, judged from script and function words; None when unsure.

Rules bound to a language stay silent on None, so a wrong answer is worse than none. Function words
are closed classes that no prose does without (Grefenstette 1995, "Comparing two language
identification schemes"); what decides between neighbours is only what one has and the other lacks.
"""

import functools
import marshal
from collections import defaultdict
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unicodedata import normalize

import msgspec

from textlint.cache import kept, state
from textlint.expressions import compile_regex
from textlint.script import UNSPACED
from textlint.toml import load_toml

if TYPE_CHECKING:
    from textlint.evidence import Evidence

SAMPLE = 10_000
"""Code points looked at: head and middle of a longer text, half each; 20,000 decide no better."""
PIECES = 4
"""Pieces of a longer text that are looked at first, from its start to its end."""
DOMINANT = 0.6
"""Least share of the letters that one writing must have."""
FEWEST_WORDS = 2
"""Different function words, and evidence against any other: with 1, some 30 lines in 31,484 go wrong
(Spanish as Galician), with 2 one."""
COVERAGE = 0.08
"""Least share of function words in all words; 0.12 loses 13 more of 147 Turkish texts."""
LEAD = 3
"""How many times the evidence for a language must outweigh that for any other: 3 to 1 keeps a text
that is half in another language undecided; 2 would decide 2 more of 2,601 clean ones."""
FEWEST_LETTERS = 12
"""Letters that a script of one language must have to speak for it: two or three words."""
KANA = 0.1
"""Least share of kana in Han and kana that makes Japanese."""
CHINESE = 0.02
"""Least share of the commonest characters of Chinese in Han: 0 in names and in menus."""


class Demand(msgspec.Struct, frozen=True):
    """What a sample must show for its language to be believed."""

    dominant: float = DOMINANT
    words: int = FEWEST_WORDS
    coverage: float = COVERAGE
    lead: int = LEAD


GLANCES = ((80, Demand(dominant=0.95, words=5, coverage=0.12, lead=4)), (400, Demand()))
"""Code points of each of the PIECES, and what they must show to decide: the first, strict glance decides
nine of ten texts at a twentieth of the cost of the sample. Of 12,701 texts (4,500 of them longer than
480 code points) 5 come out otherwise than without it, pages of sentences in several languages by turns;
by the second alone three of 3,241, all three English."""
_number = itemgetter(1)
MISREAD = compile_regex(r"[ÃÂâ][\u0080-\u00bf€\ufffd]")
"""What is left of a letter in UTF-8 read as Latin-1: none of the Ã and â of Portuguese."""


class Profile(msgspec.Struct, frozen=True):
    """What marks a language off from others of its script: its function words and its letters."""

    words: frozenset[str]
    letters: frozenset[str]


WORDS = Path(__file__).with_name("function_words.toml")


@functools.cache
def _data() -> dict[str, Any]:
    return load_toml(WORDS)


@functools.cache
def _profiles(script: str) -> dict[str, Profile]:
    profiles = {}
    for language, given in _data().get(script, {}).items():
        words = frozenset(given["words"].split())
        profiles[language] = Profile(words, frozenset(given["letters"]))
    return profiles


@functools.cache
def _evidence(script: str) -> "Evidence":
    from textlint.evidence import Evidence

    key = f"{script}-{state([Path(__file__), WORDS])}"
    data = kept("evidence", key, lambda: marshal.dumps(_weighed(script)))
    return Evidence(*marshal.loads(data))  # noqa: S302 - the user's own, checksummed


def _weighed(script: str) -> tuple[tuple[str, ...], dict[str, bytes], dict[str, bytes]]:
    """The fields of a script's evidence."""
    words: dict[str, bytes] = defaultdict(bytes)
    letters: dict[str, bytes] = defaultdict(bytes)
    profiles = _profiles(script)
    for at, profile in enumerate(profiles.values()):
        for word in profile.words:
            words[word] += bytes([at])
        for letter in profile.letters:
            letters[letter] += bytes([at])
    return tuple(profiles), dict(words), dict(letters)


@functools.cache
def function_words(language: str) -> tuple[frozenset[str], frozenset[str]]:
    """The function words of a language, and those of all others of its script.

    Both empty where the language is not among those told apart by words.
    """
    own, others = set[str](), set[str]()
    for script in _data().keys() - {"alone", "chinese"}:
        profiles = _profiles(script)
        if language in profiles:
            own |= profiles[language].words
            others.update(*(profiles[name].words for name in profiles.keys() - {language}))
    return frozenset(own), frozenset(others)


def judge(text: str, against: str | None = None) -> str | None:
    """The ISO 639-1 code of the language of `text`, None when unsure.

    With `against` the question is only whether the text is in that language or in another: the answer
    may be a near relative of the true one, but it is not `against` unless all speaks for it.

    Linear up to SAMPLE code points, constant beyond. It refuses menus and lists of names, which
    have no function words, texts half in one language and half in another, and neighbours
    (Danish and Norwegian, Croatian and Serbian) as long as nothing tells them apart.
    """
    for glance, demand in GLANCES:
        if 2 * len(text) >= 3 * glance * PIECES:
            step = (len(text) - glance) // (PIECES - 1)
            pieces = [text[at : at + glance] for at in range(0, step * PIECES, step)]
            if found := _judge("\n".join(pieces), against, demand):
                return found
    return _judge(_sample(text), against, Demand())


def _judge(text: str, against: str | None, demand: Demand) -> str | None:
    """The language of a sample."""
    from textlint.evidence import tally

    if not text.isascii() and ("Ã" in text or "Â" in text or "â" in text):
        text = MISREAD.sub("", text)
    if not text.isascii():
        text = normalize("NFC", text)  # what is in parts has more letters than it is written with
    counts = tally(text)
    if not counts:
        return None
    kana = counts.pop("Hiragana", 0) + counts.pop("Katakana", 0)
    if kana:
        counts["Han"] = counts.get("Han", 0) + kana
    for script in UNSPACED.intersection(counts):
        counts[script] *= 2  # a character writes what takes two letters of an alphabet
    script, letters = max(counts.items(), key=_number)
    if letters < max(FEWEST_LETTERS, demand.dominant * sum(counts.values())):
        return None
    if script == "Han":
        return _east_asian(text, letters // 2, kana)
    alone: str | None = _data()["alone"].get(script)
    if alone:
        return alone
    plain = text.lower() if text.isupper() else text
    if plain is not text:
        letters = tally(plain)[script]
    return _evidence(script).verdict(plain, letters, demand, against)


def _sample(text: str) -> str:
    """At most SAMPLE code points: of a longer text its head and its middle."""
    if len(text) <= SAMPLE:
        return text
    middle = len(text) // 2
    return text[: SAMPLE // 2] + "\n" + text[middle : middle + SAMPLE // 2]


def _east_asian(text: str, letters: int, kana: int) -> str | None:
    """Japanese by its kana; Chinese, which has none, by its commonest characters."""
    if kana >= KANA * letters:
        return "ja"
    commonest = sum(map(text.count, _data()["chinese"]["characters"]))
    return "zh" if commonest >= CHINESE * letters else None
