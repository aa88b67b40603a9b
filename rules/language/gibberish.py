"""LNG003: strings of letters that no language writes: fists on a keyboard, noise of machines.

Data: gibberish/pairs.toml; from the same counts is RARE, the pairs that make less than 1 in 10,000 of
the pairs of any language.
"""

import functools
import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from string import ascii_lowercase

from textlint.api import Document, Finding, Match, Severity, compile_re, load_toml, rule

RARE = {
    "b": "fpqx",
    "c": "bdfgpwx",
    "d": "qx",
    "f": "ckpqx",
    "g": "cqx",
    "h": "fpqx",
    "j": "qx",
    "k": "qx",
    "l": "qx",
    "m": "qwx",
    "p": "qx",
    "q": "bcdefghjklmnoprstvwxyz",
    "s": "x",
    "t": "q",
    "v": "qwx",
    "w": "bfgjmqvwx",
    "x": "bdfghjklmnqrsvwxz",
    "y": "qx",
    "z": "fqx",
}
"""Second letters by the first: 14 % of the pairs of letters drawn at random, 0.04 % of those of prose."""
PAIR = "(?:" + "|".join(f"{first}[{seconds}]" for first, seconds in RARE.items()) + ")"
ROWS = ("asdfghjkl", "lkjhgfdsa", "zxcvbnm", "mnbvcxz", "фывапролджэ", "эждлорпавыф", "ячсмитьбю")
"""Rows of keys, both ways; the upper ones hold words (“wert”, “rope”)."""
STEP = 4
"""Neighbouring keys in their order that make a slide over the keyboard."""
SLIDES = sorted({row[at : at + STEP] for row in ROWS for at in range(len(row) - STEP + 1)})
VOWELS = frozenset("aeiouyw")
SYLLABIC = compile_re(r"[^rl][rl][^rl]")
"""An r or l between consonants is the vowel of Czech and Croatian words (smrt, vlk)."""
AROUND = 400
"""Code points on each side of a match that are looked at, on its line."""
REACH = 12
"""Code points before a run in which the match may begin that proposed it."""
SHOWN = 40
"""Code points of a run that the message quotes."""
TOKEN = compile_re(r"\S+")
EDGES = ".,;:!?…\"'“”‘’«»()[]"
SHORTEST = 5
"""Letters of a word that can be judged."""
KINDS = 4
"""Different letters that it must have: laughter and groans have fewer (rsrsrs, brrrr)."""
USUAL = 7.1
"""What a pair of letters scores on the scale of pairs.toml in a word that is as likely noise as not: of
7 letters, half of the words drawn at random score less, and 1 in 1,000 of those of 14 languages."""
NOISE = 14.0
"""By how much the words of a run must score less in sum: 0 such runs in lists of 2.6 million words."""
WALL = -1000.0
"""What stands for a token that is no plain word: a run ends there."""
ALONE = 12
"""Letters of a word that is noise enough by itself …"""
FILLS = 6
"""… and of one that fills its line."""
BASES = frozenset("acgtun")
ALPHABET = "abcdefghijklmnopqrstuvwxyz"
IN_ORDER = 6
"""Letters in the order of the alphabet that are no accident."""


@rule(
    "LNG003",
    severity=Severity.INFO,  # too rare for its precision to be shown: see below
    yields=("ENC", "MKP", "INJ"),
    patterns=[
        (
            rf"(?i)(?:{PAIR}[a-z \-]{{0,9}}{PAIR}[a-z \-]{{0,9}}{PAIR}"
            rf"|{'|'.join(SLIDES)}|[bcdfghjklmnpqrstvxz]{{7}})"
        )
    ],
    bad=[
        "The harbour is open.\n⟦sdfgsdfg hjklhjkl sdfjhg⟧\nIt closes in June.",
        "The harbour is open ⟦xkqzjwv bqxfgw vqjxkd⟧ until the end of June.",
        "⟦asdfasdfasdf⟧",
        "Name: ⟦dfghdfghdfgh⟧ was written into the form by somebody.",
        "Гавань открыта.\n⟦фывафыва олджолдж⟧\nОна закроется в июне.",
    ],
    good=[
        "He typed asdf and qwerty, and hjkl moves the cursor in vi.",
        "Angstschweiß and Knightsbridge, catchphrase and latchstring, rhythms and crwths.",
        "Čtvrthrst zrn: strč prst skrz krk, řekl vlk. Vrh, krv, smrt, čtvrt.",
        "Brrrr, hmmmm, pffffft, grrrrr, zzzzzz, rsrsrsrsrs, kkkkkkk, hahahaha, jajajaja.",
        "The key is dGhxkqzjwvbqxfgwvqjxkdAA and the hash 9f86d081884c7d659a2feaa0c55ad015.",
        "See https://xkqzjwv.example/bqxfgw/vqjxkd or write to xkqzjwv@vqjxkd.example for it.",
        "The sequence acgtgtctcgtgtcgcgtg codes for it, and MKWVTFISLLFLFSSAYSRGVFRR is the protein.",
        "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogoch is in Wales.",
        "Gvprtskvni, mtsvrtneli, brdgvna: words of Georgian in our letters.",
        "1.e4 e5 2.Nf3 Nc6 3.Bb5 a6 4.Bxc6 dxc6 5.Nxe5 Qd4 6.Nf3 Qxe4+",
        "The quick brown fox.\nabcdefghijklmnopqrstuvwxyz\nabcdefghij klmnopqrst uvwxyz\nA font.",
        "zzgl. MwSt., bspw. ggf. m. w. N., vgl. StGB, BGH, NJW und SGB.",
        "kxlq-fm and wqxr.fm, qxga_qbfxw.txt, $xkq = bqxfgw(vqjxkd);",
        "Nqxobileyo kaMqhekezweni uqxuqxa noQhawe ngexesha.",
    ],
    known_failures=[
        "The harbour is open ⟦.■^;' i|~ -,<:•⟧ until June.",
        "He wrote ⟦ghfjdksl⟧ and left.",
    ],
)
def gibberish(document: Document, match: Match) -> Iterator[Finding]:
    """Letters that no language puts together: somebody's fist on the keyboard, noise of a machine.

    A word is noise if it holds pairs of letters that next to no language has (“xkq”), slides over the
    keyboard (“sdfg”), or no vowel at all. Reported are two such words in a row or more, one of 12
    letters or more, and one that fills its line.

    It stays silent on words with digits or capitals inside and on all capitals (keys, hashes,
    products, proteins), addresses, file names, code, laughter and groans, and on abbreviations with a
    stop. Broken characters are the business of other rules, as are lines of code. Lines of nothing but
    stray signs, as character recognition leaves them, are not found: tables, formulas and faces drawn
    in signs look the same. Nothing is repaired.

    Stretches of the alphabet in its order show letters, and are left alone too.

    It found 2 of 2 strings rightly in comments, none in the 1.8 million words of clean text and whole
    pages, and none in lists of 2.6 million words of 40 languages, ten words a line. Of lines of six words
    drawn at random from the alphabet it finds 65 %, of slides over the keyboard 92 %.
    """
    text = document.text
    start, end = _window(text, match.start(), match.end())
    for low, high in _runs(text, start, end):
        if match.end() <= low or match.start() >= high or document.is_masked(low, high):
            continue
        if _is_in_order(text[low:high].lower()):
            continue
        before = match.re.search(text, max(start, low - REACH))
        if before and before.start() == match.start():  # the first match in the run reports it
            yield Finding(low, high, f"“{text[low:high][:SHOWN]}” is no language")


def _window(text: str, start: int, end: int) -> tuple[int, int]:
    """The whole words around [start, end) on its line, as far as AROUND reaches. Code points."""
    low, high = max(0, start - AROUND), min(len(text), end + AROUND)
    if (line := text.rfind("\n", low, start)) >= 0:
        low = line + 1
    elif low:
        low = text.find(" ", low, start) + 1 or end
    if (line := text.find("\n", end, high)) >= 0:
        high = line
    elif high < len(text):
        high = max(text.rfind(" ", end, high), low)
    return low, high


def _runs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The runs of noise in [start, end) that are sure: several words that are noise in sum, or one."""
    run: list[tuple[int, int]] = []
    total, best, length = 0.0, 0.0, 0
    for low, high, weight in [*_weighed(text, start, end), (end, end, WALL)]:
        total += weight
        if total > 0:
            run.append((low, high))
            if total > best:
                best, length = total, len(run)
        if total <= 0 or weight < -best:
            if _is_sure(text, run[:length], best):
                yield run[0][0], run[length - 1][1]
            run, total, best, length = [], 0.0, 0.0, 0


def _weighed(text: str, start: int, end: int) -> Iterator[tuple[int, int, float]]:
    """The words of [start, end), each with how much speaks for noise."""
    for token in TOKEN.finditer(text, start, end):
        if word := token[0].strip(EDGES):
            low = token.start() + token[0].index(word)
            yield low, low + len(word), _weight(word)


def _is_sure(text: str, run: list[tuple[int, int]], score: float) -> bool:
    if len(run) > 1:
        return score >= NOISE and sum(high - low >= SHORTEST for low, high in run) > 1
    if not run or not _is_noise(text[run[0][0] : run[0][1]]):
        return False
    letters = run[0][1] - run[0][0]
    return letters >= ALONE or (letters >= FILLS and _fills_line(text, *run[0]))


def _fills_line(text: str, start: int, end: int) -> bool:
    return text[:start][-1:] in ("", "\n") and text[end : end + 1] in ("", "\n", "\r")


@functools.cache
def _usual() -> dict[str, int]:
    rows = load_toml(Path(__file__).with_name("gibberish") / "pairs.toml")
    return {
        first + second: int(digit)
        for first, row in rows.items()
        for second, digit in zip(ascii_lowercase, row, strict=True)
    }


@functools.lru_cache(1 << 14)
def _weight(word: str) -> float:
    """How much the pairs of a word's letters fall short of USUAL, in sum; its letters if it is noise."""
    if not word.isalpha() or not (word.islower() or word.istitle()):
        return WALL
    plain = _plain(word.lower())
    if len(set(plain)) < KINDS or set(plain) <= BASES:
        return WALL if len(plain) >= KINDS else 0.0
    if _is_noise(word):
        return float(len(word))
    if not plain.isascii():
        return WALL
    usual = _usual()
    return sum(USUAL - usual[first + second] for first, second in pairwise(plain))


def _is_noise(word: str) -> bool:
    """Whether a word of letters only, in one case, is none of any language."""
    if len(word) < SHORTEST or not word.isalpha() or not (word.islower() or word.istitle()):
        return False
    plain = _plain(word.lower())
    if len(set(plain)) < KINDS or set(plain) <= BASES:
        return False
    slides = sum(plain.count(slide) for slide in SLIDES)
    if not plain.isascii():
        return slides > 1 or slides * STEP * 2 > len(plain)
    rare = sum(second in RARE.get(first, "") for first, second in pairwise(plain))
    voiceless = VOWELS.isdisjoint(plain) and not SYLLABIC.search(plain)
    return rare > 1 or voiceless or slides > 0


def _plain(word: str) -> str:
    """A word without accents."""
    parts = unicodedata.normalize("NFD", word)
    return "".join(char for char in parts if not unicodedata.combining(char) or char == "̆")


def _is_in_order(run: str) -> bool:
    """Whether a run, in lower case, holds a stretch of the alphabet."""
    return any(ALPHABET[at : at + IN_ORDER] in run for at in range(len(ALPHABET) - IN_ORDER + 1))
