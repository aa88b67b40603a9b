"""Which language a text is in, judged from script and function words; None when unsure.

Rules bound to a language stay silent on None, so a wrong answer is worse than none. Function words
are closed classes that no prose does without (Grefenstette 1995, "Comparing two language
identification schemes"); what decides between neighbours is only what one has and the other lacks.
"""

import functools
from collections import Counter, defaultdict
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import Any, NamedTuple
from unicodedata import normalize

import regex

from textlint.script import ASCII, NO_LETTERS, SURROGATES, UNSPACED, count_scripts, is_letter
from textlint.toml import load_toml

SAMPLE = 10_000
"""Code points looked at: head and middle of a longer text, half each; 20,000 decide no better."""
GLANCE, GLANCES = 400, 4
"""Code points of each of the pieces of a longer text that are looked at first, from its start to its end;
they decide nearly all texts, at a quarter of the cost. Of 3,241 texts three come out otherwise than by
the sample, which is unsure of them: all three are English."""
DOMINANT = 0.6
"""Least share of the letters that one writing must have."""
FEWEST_LETTERS = 12
"""Letters that a script of one language must have to speak for it: two or three words."""
KANA = 0.1
"""Least share of kana in Han and kana that makes Japanese."""
FEWEST_WORDS = 2
"""Different function words, and evidence against any other: with 1, some 30 lines in 31,484 go wrong
(Spanish as Galician), with 2 one."""
VARIETY = 25
"""A long text must show one more function word for so many words, up to MOST_WORDS."""
MOST_WORDS = 6
"""Different function words that are always enough: bullets "o" and initials make menus Slovene."""
COVERAGE = 0.08
"""Least share of function words in all words; 0.12 loses 13 more of 147 Turkish texts."""
LEAD = 3
"""How many times the evidence for a language must outweigh that for any other: 3 to 1 keeps a text
that is half in another language undecided; 2 would decide 2 more of 2,601 clean ones."""
FOREIGN = 0.02
"""Greatest share of all letters that may be ones which the language does not have."""
CHINESE = 0.02
"""Least share of the commonest characters of Chinese in Han: 0 in names and in menus."""


LETTER = "-"
BLANKED = bytes(ord(" ") if byte in ASCII and byte in NO_LETTERS else byte for byte in range(256))
"""What makes words of UTF-8: a space for each ASCII character that is no letter."""
MISREAD = regex.compile(r"[ÃÂâ][\u0080-\u00bf€\ufffd]")
"""What is left of a letter in UTF-8 read as Latin-1: none of the Ã and â of Portuguese."""


class Profile(NamedTuple):
    """What marks a language off from others of its script: its function words and its letters."""

    words: frozenset[str]
    letters: frozenset[str]
    """Each with LETTER before it: "é" is a letter of French and a word of Portuguese."""
    features: frozenset[str]
    """Both in one: a letter is evidence just as a word is."""


@functools.cache
def _data() -> dict[str, Any]:
    return load_toml(Path(__file__).with_name("function_words.toml"))


@functools.cache
def _profiles(script: str) -> dict[str, Profile]:
    profiles = {}
    for language, given in _data().get(script, {}).items():
        letters = frozenset(LETTER + letter for letter in given["letters"])
        words = frozenset(given["words"].split())
        profiles[language] = Profile(words, letters, words | letters)
    return profiles


@functools.cache
def _marked(script: str) -> dict[str, list[str]]:
    """The languages that each function word and letter of a script speaks for."""
    marked: dict[str, list[str]] = defaultdict(list)
    for language, profile in _profiles(script).items():
        for feature in profile.features:
            marked[feature].append(language)
    return dict(marked)


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
    if 2 * len(text) >= 3 * GLANCE * GLANCES:
        step = (len(text) - GLANCE) // (GLANCES - 1)
        pieces = (text[at : at + GLANCE] for at in range(0, step * GLANCES, step))
        if found := _judge("\n".join(pieces), against):
            return found
    return _judge(_sample(text), against)


def _judge(text: str, against: str | None) -> str | None:
    """The language of a sample."""
    if "Ã" in text or "Â" in text or "â" in text:
        text = MISREAD.sub("", text)
    sample = normalize("NFC", text.lower() if text.isupper() else text)
    counts = count_scripts(sample)
    kana = counts.pop("Hiragana", 0) + counts.pop("Katakana", 0)
    counts["Han"] += kana
    for script in UNSPACED & counts.keys():
        counts[script] *= 2  # a character writes what takes two letters of an alphabet
    script, letters = counts.most_common(1)[0]
    if letters < max(FEWEST_LETTERS, DOMINANT * counts.total()):
        return None
    if script == "Han":
        return _east_asian(sample, letters // 2, kana)
    alone: str | None = _data()["alone"].get(script)
    return alone or _by_words(sample, letters, script, against)


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


def _by_words(text: str, letter_count: int, script: str, against: str | None) -> str | None:
    """The language with most function words, if they are many and no other comes near.

    Capitalised words are names, headings, menus more often than prose, and are not looked at.
    """
    profiles, marked = _profiles(script), _marked(script)
    others = text.encode("utf-8", SURROGATES).translate(None, ASCII).decode("utf-8", SURROGATES)
    tokens = _tokens(text, others)
    words = {word: n for word, n in Counter(tokens).items() if not word[0].isupper()}
    written = "".join(word * n for word, n in words.items()) if others else ""
    own_letters = {c for c in set(others) if LETTER + c in marked}
    letters = {LETTER + c: n for c in own_letters if (n := written.count(c))}
    seen = {**words, **letters}
    evidence = dict.fromkeys(profiles, 0)
    for feature in seen.keys() & marked.keys():
        count = seen[feature]
        for name in marked[feature]:
            evidence[name] += count
    best = max(evidence, key=evidence.__getitem__, default=None)
    if best is None:
        return None
    own = profiles[best]
    if (
        len(own.words & words.keys()) < max(FEWEST_WORDS, min(len(tokens) // VARIETY, MOST_WORDS))
        or _count(words, own.words) < COVERAGE * len(tokens)
        or _count(letters, letters.keys() - own.letters) > FOREIGN * letter_count
    ):
        return None
    rivals = (name for name in profiles if name != best and evidence[name] * LEAD > evidence[best])
    for name in rivals:
        if against not in (None, best, name):
            continue
        shared = _count(seen, own.features & profiles[name].features)
        contrary = evidence[name] - shared
        if evidence[best] - shared < max(FEWEST_WORDS, LEAD * contrary):
            return None
    return best


def _tokens(text: str, others: str) -> list[str]:
    """The words of a text, without all that is no letter or mark; `others` are its characters beyond ASCII.

    Bytes are replaced and split in one go, which takes a third of the time of a search.
    """
    for char in set(others):
        if not is_letter(char):
            text = text.replace(char, " ")
    return text.encode("utf-8", SURROGATES).translate(BLANKED).decode("utf-8", SURROGATES).split()


def _count(counts: Mapping[str, int], wanted: AbstractSet[str]) -> int:
    return sum(map(counts.__getitem__, counts.keys() & wanted))
