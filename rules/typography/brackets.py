"""Brackets without a mate."""

import functools
from bisect import bisect_left
from collections import Counter, deque
from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from textlint.api import Document, Example, Expressions, Finding, Severity, rule

from ._code import code_line, line_of
from ._paragraphs import around, places, unclosed
from .unmatched_quotes import CYRILLIC, sentence_lines

KINDS = {
    **dict.fromkeys("()（）﹙﹚", "round"),
    **dict.fromkeys("[]［］", "square"),
    **dict.fromkeys("【】", "lenticular"),
    **dict.fromkeys("《》", "double angle"),
    **dict.fromkeys("〔〕", "tortoise"),
}
"""The brackets of prose; those of one kind pair whatever their width: （so)."""
BRACKETS = frozenset(KINDS)
OPENERS = frozenset("(（﹙[［【《〔")
ROMAN = frozenset("ivxlIVXL")
"""Letters that a marker of several is made of."""
NAMING = frozenset("`'\"“”‘’«»")
"""What stands on both sides of a bracket that is spoken of: the sign “[”."""
DEEPEST = 16
"""Brackets of a kind that are open at once at most: noise has any number."""
REACH = 8
"""Paragraphs with brackets over which a remark in brackets may go on."""
FEW = 2
"""Opening brackets from which a text is known to use them in pairs."""
SHORT = 12
"""Code points before a bracket that tell a list's marker, a face and a measure."""
TEASER = 30
"""Code points at the end of a line in which the dots of a teaser stand: “… [read more]”."""
PLAIN = 0.5
"""Share of letters, spaces and marks of a sentence from which a line is prose rather than a formula, a
table or a drawing. Lines with brackets in edited text have 0.55 and more."""


class Bracket(NamedTuple):
    """A bracket at a code point; `opens` tells its direction.

    `may_mark`: it may as well end a list's marker, as in "a) one".
    """

    at: int
    char: str
    opens: bool
    may_mark: bool = False


class Bracketed(msgspec.Struct, frozen=True):
    """A paragraph [start, end) with the brackets that find no mate in it.

    `numbered`: whether a bracket in it was closed by what may as well have been a list's marker.
    """

    start: int
    end: int
    strays: list[Bracket]
    numbered: bool


@functools.cache
def _expressions() -> Expressions:
    """The expressions of the checks, compiled at their first use."""
    import regex

    number = r"[-+−]?[\w.∞%]{1,12}"
    sources = {
        # An interval or a pair of numbers is complete whatever its ends are.
        "bracket": rf"[\[(]\s?{number}\s?[,;]\s?{number}\s?[\])]|[{regex.escape(''.join(KINDS))}]",
        "marker": r"(?:^|[^\p{L}\p{M}\p{N}_.])(?:[一二三四五六七八九十]|\p{N}{1,3}\p{L}?|[*†‡#°]{1,3}"
        r"|(?![\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Thai}])\p{L}|[ivxlIVXL]{2,5})[.’']?$",
        "label": r"(?:^|\n)[^\S\n]*[\p{L}\p{N}.]{1,4}$",
        "face": r"(?:[:;=]|(?<![\p{L}\p{N}])[8xX])[-~'’^o*,]?[\[\]()]|[(\[][-~'’^o*]?[:;=](?!\w)"
        r"|[-^_¯][)(]|[:;=]\s[()](?:\s|$)|\p{So}\s?[()]|[()]\s?\p{So}",
        "letters": r"[\p{L}\p{M}\s.,;:!?…’'\"“”«»]",
    }
    return Expressions(sources, regex.MULTILINE)


def _places(document: Document) -> list[int]:
    """Where brackets stand, in code points: a fact."""
    return places(document.text, BRACKETS)


def bracketed(document: Document) -> list[Bracketed]:
    """The paragraphs with brackets that do not just open and close in turn, each with its strays."""
    text = document.text
    return [_judge(text, start, end) for start, end, _ in around(text, _unpaired(document))]


def _unpaired(document: Document) -> list[int]:
    """The brackets but those that close what was opened last, on its line, by one of their kind.

    A paragraph without such a bracket has no stray, for `_judge` pairs the others just so: what it
    passes over as an interval begins and ends with two such pairs' halves only if they are a pair.
    """
    found = document.fact(_places)
    return unclosed(document.text, found, OPENERS, KINDS, DEEPEST) if found else found


def _judge(text: str, start: int, end: int) -> Bracketed:
    """Pair the brackets of one paragraph, each kind by itself."""
    find = _expressions()
    open_: dict[str, list[Bracket]] = {}
    strays: list[Bracket] = []
    numbered = False
    for match in find["bracket"].finditer(text, start, end):
        if len(match[0]) > 1:
            continue
        at, char = match.start(), match[0]
        stack = open_.setdefault(KINDS[char], [])
        here = Bracket(at, char, char in OPENERS)
        if here.opens:
            if len(stack) == DEEPEST:
                strays.append(stack.pop(0))
            stack.append(here)
            continue
        if stack and _is_plain(text, stack[-1].at, at):
            stack.pop()
            continue
        before = text[max(start, at - SHORT) : at]
        marker = char in ")）]" and (find["marker"].search(before) or _is_label(text, start, at))
        if stack:
            numbered |= bool(marker) and stack[-1].at < at - 4
            stack.pop()
        else:
            strays.append(here._replace(may_mark=bool(marker)))
    strays.extend(bracket for stack in open_.values() for bracket in stack)
    return Bracketed(start, end, sorted(strays), numbered)


def _is_plain(text: str, opener: int, at: int) -> bool:
    """Whether a bracket closes another of its line and stands after a word that numbers nothing."""
    word = text[at - 2 : at]
    if not word.isalpha() or len(word) == 1 or word[-1] in ROMAN:
        return False
    return opener < at - 2 and "\n" not in text[opener:at]


def _is_label(text: str, start: int, at: int) -> bool:
    """Whether up to four letters or digits at the start of a line are all that stands before `at`."""
    before = text[max(start, at - SHORT - 1) : at]
    is_start = start >= at - SHORT - 1
    return _expressions()["label"].search(before if is_start else f"x{before}") is not None


class Alone(NamedTuple):
    """A bracket without a mate, and its paragraph."""

    bracket: Bracket
    paragraph: Bracketed


def unmatched(document: Document) -> list[Alone]:
    """The brackets that no other, be it of one of the next paragraphs, pairs with."""
    if not (found := bracketed(document)):
        return []
    alone: list[Alone] = []
    pending: deque[Alone] = deque()
    for paragraph in found:
        while pending and _distance(document, pending[0].paragraph, paragraph) > REACH:
            alone.append(pending.popleft())
        for bracket in paragraph.strays:
            here = Alone(bracket, paragraph)
            if bracket.opens:
                pending.append(here)
            elif pending and _is_awaited(document, here, pending[-1]):
                pending.pop()
            elif not bracket.may_mark:
                alone.append(here)
    alone.extend(pending)
    return sorted(alone, key=lambda here: here.bracket.at)


def _is_awaited(document: Document, here: Alone, opened: Alone) -> bool:
    """Whether a bracket closes what was opened last, not too far before."""
    if KINDS[opened.bracket.char] != KINDS[here.bracket.char]:
        return False
    reach = 1 if here.bracket.may_mark else REACH
    return _distance(document, opened.paragraph, here.paragraph) <= reach


def _distance(document: Document, first: Bracketed, last: Bracketed) -> int:
    """How many paragraphs with brackets after one of them another stands."""
    found = document.fact(_starts)
    return bisect_left(found, last.start) - bisect_left(found, first.start)


def _starts(document: Document) -> list[int]:
    """Where the paragraphs with brackets start: a fact."""
    return [start for start, _, _ in around(document.text, document.fact(_places))]


def lonely(document: Document) -> list[Bracket]:
    """The unmatched brackets that there is no doubt of: one in a paragraph of prose."""
    if not (alone := document.fact(unmatched)):
        return []
    count = Counter(paragraph.start for _, paragraph in alone)
    return [
        bracket
        for bracket, paragraph in alone
        if count[paragraph.start] == 1
        and sum(not stray.may_mark for stray in paragraph.strays) == 1
        and not (paragraph.numbered and not bracket.opens)
        and _is_prose(document, bracket)
        and not _is_cut(document, bracket)
    ]


def _is_prose(document: Document, bracket: Bracket) -> bool:
    """Whether a bracket stands in a line of words: no code, table, formula, drawing or face."""
    text, at = document.text, bracket.at
    line = line_of(document, at)
    find = _expressions()
    if code_line(line) or document.is_masked(at, at + 1) or "\t" in line or line.count("|") > 1:
        return False
    if len(find["letters"].findall(line)) < PLAIN * len(line) or "://" in line:
        return False
    if bracket.char == ")" and document.language in CYRILLIC and document.fact(smiles):
        return False
    around = text[max(0, at - 3) : at] + text[at + 1 : at + 4]
    if not BRACKETS.isdisjoint(around) or {text[at - 1 : at], text[at + 1 : at + 2]} <= NAMING:
        return False
    return find["face"].search(text[max(0, at - 3) : at + 4]) is None


def smiles(document: Document) -> bool:
    """Whether closing brackets may be smiles, as in Russian chat: more than one is alone, or all are."""
    alone = sum(bracket.char == ")" for bracket, _ in document.fact(unmatched))
    return alone > 1 or document.text.count("(") < FEW


def _is_cut(document: Document, bracket: Bracket) -> bool:
    """Whether the bracket's other half may lie beyond what was quoted of a longer text."""
    text, at = document.text, bracket.at
    start, end = document.line_span(at)
    if bracket.opens:
        rest = text[max(at + 1, end - TEASER) : end].strip()
        if not rest or "…" in rest or "..." in rest:
            return True
        at_edge = not any(map(str.isalnum, text[start:at]))
    else:
        at_edge = not any(map(str.isalnum, text[at:end]))
    return at_edge and document.fact(sentence_lines)


@rule(
    "TYP008",
    severity=Severity.WARNING,
    each=lonely,
    bad=[
        "The town has fallen, an officer said ⟦(⟧CNN. More is to come.",
        "The novel, of which few know⟦)⟧, was filmed twice.",
        "They met (in 1979) and parted the year after⟦)⟧ at sea.",
        "The case ⟦[⟧a good one, he adds, was never opened.",
        Example("Der Kuchen (12 Stück) und der Tee ⟦(⟧zwei Kannen waren kalt.", "de"),
        Example("Пирог с вишней ⟦(⟧можно взять и сливу печётся час.", "ru"),
        Example("新しい店⟦（⟧駅の前は明日から休む。", "ja"),
    ],
    good=[
        "He came (late [as ever]) and left (early).",
        "Choose a) the red one or b) the blue one; 1) pay 2) leave.",
        "ii.) Second item\nA) First answer\n12) Twelfth item\n*) Only on Sundays",
        "Thanks for the help :) I owe you one ;-) or two :-( and 8) and =)",
        "The interval [0, 1) and its brother (0; 5] are half open.",
        "if (count > 3 { stop(now);",
        "(A remark that goes on.\nIn the next paragraph, and ends there.)",
        "See https://example.org/wiki/Mercury_(planet for more of it.",
        Example("Спасибо) а я уже дома)", "ru"),
        "The plan (see the full story and what it means for ...",
        "Name | Price (net | Price\nChair | 5 (five | 6",
        "Sad news : (\nNo more of it",
        "f(x = 2^(n+1 ~ [a_i",
        "The Bishop: 1. e4 e5 2. Nf3 (2. f4 exf4) 3. Bc4 1-0",
        Example("新しい監督（35）が就任した（昨日)。", "ja"),
        "She wrote ((as always)) to [[the editor]].",
        "   ( o.o )\n   > ^ <",
    ],
)
def unbalanced_bracket(_: Document, bracket: Bracket) -> Iterator[Finding]:
    """A bracket has no mate in its paragraph.

    A link, a note or a line was taken out of the text with one half of it. One bracket is reported,
    where all others of the paragraph pair and no bracket of the next paragraphs does. Silent on
    list markers, faces (in Russian and its neighbours a `)` alone is one), intervals, formulas,
    code, tables, addresses and teasers cut at “…”. On 1.2 million words of edited text it found
    nine, all of them slips.
    """
    end = "is never closed" if bracket.opens else "was never opened"
    yield Finding(bracket.at, bracket.at + 1, f"the bracket “{bracket.char}” {end}")
