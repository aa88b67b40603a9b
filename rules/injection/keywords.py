"""INJ004: search terms strung together for search engines. Data: keywords/commerce.toml."""

import functools
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from itertools import groupby, pairwise
from pathlib import Path
from typing import NamedTuple

import regex

from textlint.api import (
    UNSPACED,
    Document,
    Example,
    Expressions,
    Finding,
    Fix,
    Match,
    Phrase,
    Safety,
    Severity,
    compile_regex,
    delete_span,
    fold,
    load_toml,
    rule,
    script_of,
)

from ._extent import spans_between

WORDS = Path(__file__).with_name("keywords") / "commerce.toml"
ITEMS = 5
"""Search terms that a list has at least."""
LONG, SELLING = 8, 2
"""Items from which on a list is long: two that sell are enough, else every second one must."""
SHARED = 0.6
"""Share of the items of a long list that one word stands in; of a shorter one it is in all."""
DIFFERENT = 0.8
"""Share of the items that are different from all others."""
TERM = 6
"""Words of a search term at most."""
PAIR, WINDOW = 5, 60
"""How often one pair of words stands within how many."""
WIDTH = 50
"""Code points of a search term at most."""
UNCOUNTED = "\u0e00"
"""From this character on, words may not be parted by spaces."""
LETTERS = 3
"""Letters of the word that the items share."""
SHORTEST, LONGEST = 150, 50_000
"""Code points of a line that can hold one pair so often, and of one that is no paragraph."""
SEPARATORS, ASCII = ",|/;•·、，；｜،", 4
"""What parts the items of a list, the ASCII ones first; how many those are."""
STOP = r"[.!?](?!\S)|[。！？]"
"""What ends a sentence."""
FIND = Expressions(
    {
        "item": rf"[^{SEPARATORS}]+",
        "word": r"[\p{L}\p{M}\p{N}'’-]+",
        "label": (
            r"(?i)^\W{0,4}(?:categor(?:y|ies)|filed under|keywords?|labels?|related|see also|tag(?:s|ged)?|"
            r"themen|schlagw\w+|mots[- ]clés|étiquettes|etiquetas|parole chiave|теги|метки|тэги|"
            r"ключевые слова|标签|标籤|關鍵|关键词|タグ|キーワード|태그|키워드|etiketler)\b"
        ),
    }
)
FUNCTION = frozenset(
    "a al an and as at avec by con da das de del della den der des di die do dos du e el en et for from "
    "für i il im in is it la las le les los mit na no of on or para per por pour s su the to und une "
    "with y à в для и на о от по с".split()
)
"""Words that any two terms share."""


class Stuffing(NamedTuple):
    """Search terms at [start, end), code points, and what they have in common."""

    start: int
    end: int
    word: str
    times: int
    is_list: bool


@functools.cache
def _commerce() -> "regex.Pattern[str]":
    """Any word that sells; bounded where words are parted by spaces."""
    return compile_regex("|".join(map(_bounded, sorted(_selling(), key=len, reverse=True))))


def _selling() -> set[str]:
    """The words that sell, folded."""
    return {fold(t) for kind in load_toml(WORDS).values() for texts in kind.values() for t in texts}


def _bounded(text: str) -> str:
    body = regex.escape(text, literal_spaces=True)
    return rf"(?<!\p{{L}}){body}(?!\p{{L}})" if _is_spaced(text) else body


def _is_spaced(text: str) -> bool:
    """Whether a word's script parts words by spaces and lets nothing grow on to them."""
    script = script_of(text[0])
    return script not in UNSPACED and script != "Hangul"


def stuffings(document: Document, matches: list[Match]) -> Iterator[Stuffing]:
    """The keyword lists and stuffed paragraphs of the lines that hold words that sell."""
    for start, end, places in _lines(document.text, [match.start() for match in matches]):
        text = document.text[start:end].rstrip()
        yield from _lists(start, text, places)
        if len(places) >= PAIR and SHORTEST <= len(text) <= LONGEST:
            yield from _dense(start, text)


def _lines(text: str, places: list[int]) -> Iterator[tuple[int, int, list[int]]]:
    """The lines [start, end) that hold SELLING places or more, and where in the line these are."""
    first = 0
    while len(places) - first >= SELLING:
        if text.find("\n", places[first], places[first + SELLING - 1]) >= 0:
            first += 1
            continue
        start = text.rfind("\n", 0, places[first]) + 1
        end = text.find("\n", places[first])
        end = len(text) if end < 0 else end
        last = bisect_left(places, end)
        yield start, end, [place - start for place in places[first:last]]
        first = last


def _may_list(text: str) -> bool:
    """Whether what stands between separators is short often enough, and a word comes often enough."""
    if _parted(text) < ITEMS - 1:
        return False
    for separator in SEPARATORS:
        text = text.replace(separator, "\n")
    short = [item for item in text.split("\n") if item and len(item) <= WIDTH]
    if len(short) < ITEMS:
        return False
    if max(text) >= UNCOUNTED:
        return True
    counts = Counter("\n".join(short).lower().split())
    return any(n >= ITEMS and word not in FUNCTION for word, n in counts.items())


def _parted(text: str) -> int:
    """How many marks stand in a text that part the items of lists."""
    return sum(map(text.count, SEPARATORS[:ASCII] if text.isascii() else SEPARATORS))


def _dense(offset: int, text: str) -> Iterator[Stuffing]:
    """The stretch of a line in which one pair of words that sells comes again and again."""
    often = {word for word, count in Counter(text.lower().split()).items() if count >= PAIR}
    if len(often - FUNCTION) <= 1:
        return
    words = fold(text).split()
    counts = Counter(pairwise(words))
    for (first, second), count in counts.items():
        if count < PAIR or not FUNCTION.isdisjoint((first, second)):
            continue
        pair = f"{first} {second}"
        if len(pair) < 2 * LETTERS or not _commerce().search(pair):
            continue
        places = [at for at, both in enumerate(pairwise(words)) if both == (first, second)]
        if any(b - a < WINDOW for a, b in zip(places, places[PAIR - 1 :], strict=False)):
            folded = fold(text)
            start, end = folded.find(pair), folded.rfind(pair)
            if 0 <= start < end:
                end += len(pair)
                yield Stuffing(offset + start, offset + end, pair, count, is_list=False)
                return


def _lists(offset: int, text: str, selling: list[int]) -> Iterator[Stuffing]:
    """The keyword lists of a line: each is within a sentence that holds words that sell."""
    if _parted(text) < ITEMS - 1 or FIND["label"].search(text):
        return
    for start, end in spans_between(text, STOP, selling):
        few = bisect_left(selling, end) - bisect_left(selling, start) < SELLING
        if few or not _may_list(text[start:end]):
            continue
        items = [
            (match.start() + len(match[0]) - len(match[0].lstrip()), match[0].strip())
            for match in FIND["item"].finditer(text, start, end)
            if match[0].strip()
        ]
        for is_short, group in groupby(items, key=_is_short):
            run = list(group)
            if is_short and len(run) >= ITEMS and (word := _common([item for _, item in run])):
                places = [place for place in run if word in fold(place[1])]
                first, last = places[0][0], places[-1][0] + len(places[-1][1])
                yield Stuffing(offset + first, offset + last, word, len(places), is_list=True)


def _is_short(place: tuple[int, str]) -> bool:
    """Whether an item has no more words than a search term."""
    return len(FIND["word"].findall(place[1])) <= TERM


def _common(items: list[str]) -> str | None:
    """The word that most of the items share, if they are search terms."""
    folded = [fold(item) for item in items]
    if len(set(folded)) < DIFFERENT * len(folded):
        return None
    counts = Counter(word for item in folded for word in set(FIND["word"].findall(item)))
    for word in FUNCTION:
        counts.pop(word, None)
    word, count = max(counts.items(), key=lambda pair: (pair[1], len(pair[0])), default=("", 0))
    several = sum(len(FIND["word"].findall(item)) > 1 for item in folded)
    if not word or count < len(items) * (SHARED if len(items) >= LONG else 1) or several < count:
        return None
    selling = sum(_commerce().search(item) is not None for item in folded)
    if selling < (SELLING if len(items) >= LONG else len(items) / 2):
        return None
    return word if len(word) >= LETTERS or not word.isascii() else None


@rule(
    "INJ004",
    severity=Severity.WARNING,
    patterns=lambda: [
        Phrase(text, "word" if _is_spaced(text) else "anywhere") for text in sorted(_selling())
    ],
    together=True,
    fix=Safety.UNSAFE,
    bad=[
        "The lake is deep.\n\n⟦cheap boat, buy boat, boat online, boat for sale, best boat price⟧\n",
        (
            "The lake is deep. ⟦plumber leeds | plumber york | plumber hull | emergency plumber bath | "
            "plumber derby | plumber near me⟧"
        ),
        (
            "Whoever wants to ⟦buy boats today can buy boats here, for to buy boats is easy: buy boats by "
            "day, buy boats⟧ by night, and tell your friends what a shop this is."
        ),
        Example(
            "Озеро глубокое.\n\n⟦лодка купить, лодка цена, лодка недорого, лодка онлайн, лодка спб⟧",
            "ru",
        ),
        Example(
            "Der See ist tief.\n\n⟦boot kaufen, boot günstig, boot billig, boot preisvergleich, boot "
            "online⟧",
            "de",
        ),
    ],
    fixed=[
        "The lake is deep.\n",
        "The lake is deep.",
        (
            "Whoever wants to buy boats today can buy boats here, for to buy boats is easy: buy boats by "
            "day, buy boats by night, and tell your friends what a shop this is."
        ),
        "Озеро глубокое.",
        "Der See ist tief.",
    ],
    good=[
        "Ingredients: white sugar, brown sugar, icing sugar, cane sugar, palm sugar, butter, eggs, salt.",
        "Cast: Anna Lake, Ben Lake, Carl Lake, Dora Lake, Emil Lake, Fay Lake, Gus Lake, Hal Lake.",
        "They played in Leeds, York, Hull, Bath, Derby, Ripon, Wells, Truro and Ely, cheap seats only.",
        "Tags: buy boat, sell boat, cheap boat, boat online, boat for sale, boat prices",
        (
            "She studied at University College, University Hall, University Court, University House, and "
            "University Place, where rooms were cheap and one could buy tea."
        ),
        "Buy milk, buy bread, buy eggs, she wrote; and do not buy sweets, he added.",
        (
            "The price of oil fell. The oil price had been high; a high oil price hurts, a low oil price "
            "helps, and the oil price of May, said the ministry, is the oil price of peace for all of us."
        ),
        "Shop | Online shop | Help | Contact | Jobs | Press | Imprint | Terms",
    ],
    known_failures=["The lake is deep.\n\n⟦cheap essay, buy essay, essay online⟧\n"],
)
def link_keyword_stuffing(document: Document, matches: list[Match]) -> Iterator[Finding]:
    """Search terms are strung together for search engines, not for a reader.

    A list of five terms or more on one line that share a word (“cheap boat, buy boat, boat online”),
    when half of them sell something; from eight on six in ten must share it, and two that sell will do.
    Also one pair of words with such a word in it five times within sixty (“buy boats”).

    It stays silent on lists that sell nothing (ingredients, casts, places, schools of one name), on
    lines that say that they are tags or keywords, and on what INJ002 knows as a list of spam terms.
    On 1.2 million clean words it made no finding. The repair deletes the list; a stuffed paragraph
    is for the reader to rewrite.
    """
    for start, end, word, times, is_list in stuffings(document, matches):
        from ._spam import spam

        if any(f.start < end and start < f.end for f in document.fact(spam).values()):
            continue
        if is_list:
            fix = Fix((delete_span(document.text, start, end),))
            message = f"a list of search terms: “{word}” stands in {times} items"
            yield Finding(start, end, message, fix)
        else:
            yield Finding(start, end, f"“{word}” stands {times} times in a few lines")
