"""What can be counted of a line that tells a page's furniture from its article.

Of the line itself (words, endings, marks), of the run of lines without prose that it stands in, and
of the page. Everything is plain counting in one pass each; judge/*.toml weighs what is counted.
"""

import functools
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from textlint.api import load_toml

FOLDER = Path(__file__).parent / "judge"
LONG = 400
"""Code points from which a line is prose without a look at its words."""
LETTERS_A_WORD = 6
"""Code points a word takes, with its space, where a long line's words are not counted."""
UNSPACED_LETTERS = 2
"""Letters that count as a word in scripts that write no spaces."""
LONGEST_CUE = 8
"""Letters of the longest word that is looked up in a script without spaces."""
PROSE_WORDS = 8
PROSE_SMALL = 2
"""Words, and small words among them, of a line that ends as a sentence does and so is prose."""
LONG_WORDS = 22
LONG_SMALL = 4
"""Words, and small words among them, of a line that is prose however it ends."""
SENTENCE_LETTERS = 30
"""Letters of a sentence in a script without spaces."""
TRANSLATED = 0.5
"""Least weight of a translated word: the fit sees too few pages to say how little a rare word says."""
STRONG = 1.0
"""Weight of a line's words from which it counts as a cue for its page."""
WINDOW = 5
"""Lines to either side that a line is compared with."""
EVENT = 4
"""Words beyond which a line with a date is an entry rather than a stamp."""
READ = 20_000
"""Code points of a line of prose whose words are known."""
CONTENT = 4
"""Letters from which a word counts as one of content."""

WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*|\d+")
UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]+"
)
BULLET = re.compile(r"[*+•·▪●○◦‣–—-]\s+|o\s+(?=\S)")
CLOSERS = "\"'”’»)]›」』"
SENTENCE = frozenset(".!?。！？…؟।॥۔")
SEPARATOR = re.compile(r"[|•·»›→▸▶>｜／«‹←]|\s[/–—-]\s")
DATE = re.compile(
    r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[./-]\d{1,2}[./-]\d{1,2}|\d{4}\s?[年년]"
    r"|\b(?:19|20)\d\d\b"
    r"|(?i:\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?\s\d{1,2}\b)"
    r"|\b\d{1,2}\.?\s(?:de\s)?(?:[^\W\d_]{3,9})\.?\s(?:de\s)?(?:19|20)\d\d\b"
)
TIME = re.compile(r"\b\d{1,2}[:.]\d\d\b")
ENDS = {":": 2, "：": 2, ",": 3, ";": 3, "…": 4, "?": 5, "？": 5}
"""Levels of a line's end; 0 is none of them, 1 the end of a sentence."""
STOPS = (1, 5)
"""The levels of a line that ends as a sentence does."""


class Lexicon(NamedTuple):
    """Weights of words, and the small words of prose."""

    weights: Mapping[str, float]
    small: frozenset[str]


class Look(NamedTuple):
    """What one line shows by itself."""

    text: str
    bullet: int
    tokens: tuple[str, ...]
    words: int
    small: int
    end: int
    weight: float = 0.0
    best: str = ""
    is_prose: bool = False
    is_dated: bool = False
    is_unspaced: bool = False


class Run(NamedTuple):
    """Neighbouring lines [first, last) that are all prose, or all not."""

    first: int
    last: int
    is_prose: bool


@functools.cache
def lexicon() -> Lexicon:
    """The words of judge/*.toml: fitted weights, and the same weights for their translations."""
    fitted = load_toml(FOLDER / "words.toml")["weights"]
    weights: dict[str, float] = {}
    for word, others in load_toml(FOLDER / "translations.toml")["words"].items():
        alone = sum(fitted.get(cue, 0.0) for cue in (word, f"^ {word}", f"{word} $"))
        weights |= dict.fromkeys(others, max(alone, TRANSLATED))
    small = load_toml(FOLDER / "small_words.toml")
    return Lexicon(weights | fitted, frozenset(word for words in small.values() for word in words))


def tokens_of(text: str) -> list[str]:
    """Words in small letters, numbers as "0"; pieces of unspaced scripts as they stand."""
    words = WORD.findall(text.lower().replace("’", "'"))
    return ["0" if word[0].isdigit() else word for word in words]


def cues(tokens: Sequence[str], weights: Mapping[str, float]) -> Iterator[str]:
    """The words and pairs of words of a line that have a weight."""
    for token in tokens:
        if token in weights:
            yield token
        elif UNSPACED.match(token):
            yield from _pieces(token, weights)
    for first, second in pairwise(("^", *tokens, "$")):
        if (pair := f"{first} {second}") in weights:
            yield pair


def _pieces(token: str, weights: Mapping[str, float]) -> Iterator[str]:
    """The longest weighted pieces of a word of an unspaced script, from left to right."""
    at = 0
    while at < len(token):
        for length in range(min(LONGEST_CUE, len(token) - at), 1, -1):
            if (piece := token[at : at + length]) in weights:
                yield piece
                at += length
                break
        else:
            at += 1


def look(text: str, words: Lexicon) -> Look:
    """What one line shows by itself; what only lines without a sentence are asked is left out of prose."""
    bullet = BULLET.match(text)
    mark = {"*": 1, "+": 2, "o": 2}.get(text[0], 3) if bullet else 0
    body = text[bullet.end() :] if bullet else text
    end = _end(body)
    if len(body) > LONG:
        return Look(body, mark, (), len(body) // LETTERS_A_WORD, LONG_SMALL, end, is_prose=True)
    tokens = tuple(tokens_of(body))
    unspaced = [] if body.isascii() else UNSPACED.findall(body)
    letters = sum(map(len, unspaced))
    count = len(tokens)
    small = sum(token in words.small for token in tokens)
    if letters:
        count += (letters + 1) // UNSPACED_LETTERS - len(unspaced)
        small += sum(char in words.small for piece in unspaced for char in piece)
    is_sentence = end in STOPS and (count >= PROSE_WORDS or letters >= SENTENCE_LETTERS)
    is_long = count >= LONG_WORDS and small >= LONG_SMALL
    if is_long or (is_sentence and small >= PROSE_SMALL):
        return Look(body, mark, tokens, count, small, end, is_prose=True)
    found = dict.fromkeys(cues(tokens, words.weights))
    return Look(
        body,
        mark,
        tokens,
        count,
        small,
        end,
        weight=sum(words.weights[cue] for cue in found),
        best=max(found, key=lambda cue: words.weights[cue], default=""),
        is_dated=DATE.search(body) is not None,
        is_unspaced=letters > 0,
    )


def _end(text: str) -> int:
    """The level of a line's end."""
    if text.endswith("..."):
        return 4
    bare = text.rstrip(CLOSERS)
    last = bare[-1:]
    return ENDS.get(last, 1 if last in SENTENCE and last else 0)


def runs(looks: Sequence[Look]) -> list[Run]:
    """The page's runs of prose and of other lines, in order."""
    found: list[Run] = []
    first = 0
    for at in range(1, len(looks) + 1):
        if at == len(looks) or looks[at].is_prose != looks[first].is_prose:
            found.append(Run(first, at, looks[first].is_prose))
            first = at
    return found


def values(looks: Sequence[Look]) -> list[dict[str, float]]:
    """What is counted for each line, by the names of judge/features.toml."""
    page = _page(looks)
    vocabulary = _vocabulary(looks)
    often = Counter(item.text.lower() for item in looks)
    blocks = runs(looks)
    before = 0
    total = sum(item.is_prose for item in looks)
    found: list[dict[str, float]] = []
    for run in blocks:
        after = total - before - (run.last - run.first if run.is_prose else 0)
        block = _block(looks, run, vocabulary, before, after)
        block["run_often"] = sum(
            often[item.text.lower()] > 1 for item in looks[run.first : run.last]
        ) / (run.last - run.first)
        for at in range(run.first, run.last):
            line = _line(looks[at], vocabulary)
            line["often"] = often[looks[at].text.lower()]
            found.append(line | block | _place(looks, at, run) | page)
        if run.is_prose:
            before += run.last - run.first
    return found


def is_entry(item: Look) -> bool:
    """Whether a line has a date and says what was on it: a concert, a post."""
    return item.is_dated and item.words > EVENT


def _page(looks: Sequence[Look]) -> dict[str, float]:
    count = len(looks)
    short = sum(not item.is_prose for item in looks)
    strong = sum(item.weight >= STRONG and not item.is_prose for item in looks)
    return {
        "page_lines": count,
        "page_prose": 1 - short / count,
        "page_cues": strong,
        "page_cue_share": strong / max(1, short),
    }


def _vocabulary(looks: Sequence[Look]) -> frozenset[str]:
    """The words of the page's prose."""
    return frozenset(
        token
        for item in looks
        if item.is_prose
        for token in (item.tokens or tokens_of(item.text[:READ]))
        if len(token) >= CONTENT
    )


def _known(item: Look, vocabulary: frozenset[str]) -> float:
    """Share of a line's words of content that the page's prose knows; -1 where it has none."""
    content = [word for word in item.tokens if len(word) >= CONTENT]
    if not content or item.is_unspaced:
        return -1.0
    return sum(word in vocabulary for word in content) / len(content)


def _line(item: Look, vocabulary: frozenset[str]) -> dict[str, float]:
    text = item.text
    letters = [word for word in item.tokens if word != "0"]
    capitals = sum(map(str.isupper, re.findall(r"\b\w", text))) if item.tokens else 0
    head = text[:LONG]
    return {
        "words": item.words,
        "length": len(text),
        "end": item.end,
        "small": item.small / max(1, item.words),
        "capitals": capitals / len(letters) if letters else -1.0,
        "digits": sum(map(str.isdigit, head)) / max(1, len(head)),
        "separators": len(SEPARATOR.findall(head)),
        "bullet": item.bullet,
        "date": 2 * item.is_dated + bool(TIME.search(head)),
        "commas": head.count(",") + head.count("、"),
        "tab": float("\t" in head),
        "weight": item.weight,
        "known": _known(item, vocabulary),
    }


def _block(
    looks: Sequence[Look], run: Run, vocabulary: frozenset[str], before: int, after: int
) -> dict[str, float]:
    """What is counted of a run of lines."""
    items = looks[run.first : run.last]
    count = len(items)
    weights = [item.weight for item in items]
    known = [share for item in items if (share := _known(item, vocabulary)) >= 0]
    intro = looks[run.first - 1].end if run.first else -1
    place = 3 if run.is_prose else 0 if before == 0 else 2 if after == 0 else 1
    return {
        "place": place,
        "run_lines": 0 if run.is_prose else count,
        "run_weight": sum(weights) / count,
        "run_best": max(weights),
        "run_cues": sum(weight >= STRONG for weight in weights) / count,
        "run_words": sum(item.words for item in items) / count,
        "run_dates": sum(item.is_dated for item in items) / count,
        "run_bullets": sum(item.bullet > 0 for item in items) / count,
        "run_tabs": sum("\t" in item.text[:LONG] for item in items) / count,
        "run_stops": sum(item.end in STOPS for item in items) / count,
        "run_known": sum(known) / len(known) if known else -1.0,
        "run_intro": intro,
        "run_small": sum(item.small for item in items) / max(1, sum(item.words for item in items)),
        "run_events": sum(map(is_entry, items)) / count,
        "share_before": before / max(1, before + after),
        "prose_before": before,
    }


def _place(looks: Sequence[Look], at: int, run: Run) -> dict[str, float]:
    """What is counted of a line's neighbours."""
    first, last = max(0, at - WINDOW), min(len(looks), at + WINDOW + 1)
    near = [looks[other] for other in range(first, last) if other != at]
    count = max(1, len(near))
    following = looks[at + 1] if at + 1 < len(looks) else None
    return {
        "from_start": at - run.first,
        "from_end": run.last - 1 - at,
        "near_prose": sum(item.is_prose for item in near) / count,
        "near_weight": sum(item.weight for item in near) / count,
        "near_events": sum(is_entry(item) for item in near) / count,
        "near_words": sum(min(item.words, 30) for item in near) / count,
        "after_weight": following.weight if following else 0.0,
        "after_words": following.words if following else -1,
    }
