"""Words that a printer split at the end of a line, and the page's text kept in two parts."""

import functools
import re
from collections.abc import Iterator

from textlint.api import (
    Document,
    Example,
    Expressions,
    Finding,
    Fix,
    Match,
    Safety,
    Severity,
    rule,
)

from ._compounds import Words
from ._sentence import lexicon

WRAPPED = 3
"""Words split at the end of a line from which a text comes from print. On print with 40 and more
of them nine in ten of those that nothing else tells are split words, not compounds."""
SPACED = 3
"""Split words proved in one text from which those that nothing else tells are taken for the same."""
LONGEST = 40
"""Letters of one part of a word."""
SURE = "\u00ac\u00ad"
"""Marks of a split that are never an author's hyphen: the not sign of old scans, the soft hyphen."""
CODE = frozenset("{}<>=\\|_@/")
AROUND = 60

SPACED_HYPHEN = r"\p{Ll}\p{M}?[-‐][ \t\u00a0]{1,4}\p{Ll}"
BREAK = r"[ \t\u00a0]{0,4}\r?\n[ \t\u00a0]{0,12}"


@functools.cache
def _words(kind: str) -> frozenset[str]:
    """The words of one kind, read at their first use."""
    return frozenset(lexicon("hyphens")[kind])


@functools.cache
def _expressions() -> Expressions:
    """The expressions of this rule, compiled at their first use."""
    part = rf"(?:\p{{L}}\p{{M}}*){{1,{LONGEST}}}"
    return Expressions(
        {
            "before": rf"(?<![\p{{L}}\p{{M}}]){part}\Z",
            "after": rf"{part}(?![\p{{L}}\p{{M}}])",
            # German endings with the s that joins them to the next part of a compound
            "inner": r"(?:tions|täts|(?:[bdglmnrtz]|ß)ungs|schafts|keits|heits)\p{Ll}{3}",
            "next": r"[-‐]?(?:\s+|,\s+)([\p{L}\p{M}]+)",
            "wrapped": r"\p{Ll}\p{M}?[-‐][ \t]{0,4}\r?\n[ \t]{0,12}\p{Ll}",
            "spaced": SPACED_HYPHEN,
        }
    )


@functools.cache
def _quick() -> dict[str, re.Pattern[str]]:
    """What stands between the two parts of a word that the expressions find, at a tenth of the cost."""
    letter = r"(?=[^\W\d_])"
    return {
        "spaced": re.compile(rf"[-‐][ \t\xa0]{{1,4}}{letter}"),
        "wrapped": re.compile(rf"[-‐][ \t]{{0,4}}\r?\n[ \t]{{0,12}}{letter}"),
    }


def words(document: Document) -> Words:
    """The words of the text: a fact."""
    return Words(document.text)


def wrapped(document: Document) -> int:
    """How many words are split at the end of a line, at first sight: a fact."""
    return sum(1 for _ in _found("wrapped", document.text))


def _found(name: str, text: str) -> Iterator[Match]:
    """What `finditer` of an expression gives: a letter and perhaps its mark stand before a hyphen."""
    pattern, last = _expressions()[name], 0
    for hyphen in _quick()[name].finditer(text):
        for start in (hyphen.start() - 2, hyphen.start() - 1):
            if start >= last and (match := pattern.match(text, start)):
                yield match
                last = match.end()
                break


class _Split:
    """A word in two parts: code points of the first, of what stands between, of the second."""

    def __init__(self, document: Document, match: Match) -> None:
        text, find = document.text, _expressions()
        self.document = document
        low = max(0, match.start() - AROUND)
        self.gap = match.start() + 1
        while not text[self.gap : self.gap + 1] or text[self.gap] not in "-‐" + SURE:
            self.gap += 1  # marks of the last letter
        self.rest = match.end() - 1
        before = find["before"].search(text[low : self.gap])
        after = find["after"].match(text, self.rest, self.rest + AROUND)
        self.left = before[0] if before else ""
        self.right = after[0] if after else ""
        self.start, self.end = self.gap - len(self.left), self.rest + len(self.right)
        self.mark = text[self.gap]
        self.breaks = "\n" in text[self.gap : self.rest]
        self.before = text[self.start - 1 : self.start]
        ahead = text[self.end : self.end + AROUND]
        after_that = find["next"].match(ahead)
        self.following = after_that[1].lower() if after_that else ""
        self.hyphenates = ahead[:1] in {"-", "‐"}
        self.context = text[max(0, self.start - 20) : self.start] + ahead[:20]

    @property
    def joined(self) -> str:
        return self.left.lower() + self.right.lower()

    @property
    def is_two_words(self) -> bool:
        """Whether the text has both parts as words of their own: the hyphen may be a dash."""
        known = self.document.fact(words)
        return known[self.left.lower()] > 0 and known[self.right.lower()] > 0

    @property
    def hyphenated(self) -> str:
        return f"{self.left.lower()}-{self.right.lower()}"


def _is_suspended(split: _Split) -> bool:
    """Whether the second part belongs to a sentence that a suspended hyphen or a dash interrupts."""
    right = split.right.lower()
    return split.mark not in SURE and (right in _words("links") or right in _words("functions"))


def _keeps_hyphen(split: _Split) -> bool:
    """Whether a part is one that is written with a hyphen wherever it stands."""
    left, right = split.left.lower(), split.right.lower()
    return (
        left in _words("prefixes")
        or right in _words("clitics")
        or left == right
        or split.before in {"-", "‐", "'", "’"}
        or split.hyphenates
    )


def _is_proved(split: _Split) -> bool:
    """Whether the two parts are surely one word: the text has it, or the second part is none."""
    known = split.document.fact(words)
    if known[split.joined] > 0:
        return True
    right = split.right.lower()
    if known[right] > 0:
        return False
    return right in _words("endings") or _expressions()["inner"].match(right) is not None


def proved(document: Document) -> int:
    """How many words parted by a hyphen and a space are surely one, up to SPACED: a fact."""
    count = 0
    for match in _found("spaced", document.text):
        split = _Split(document, match)
        if split.left and split.right and not _is_suspended(split) and not _keeps_hyphen(split):
            count += _is_proved(split)
        if count >= SPACED:
            break
    return count


def _is_split(split: _Split) -> bool:
    """Whether what no other word of the text tells is a split word all the same."""
    document, known = split.document, split.document.fact(words)
    if split.mark in SURE:
        return True
    if _keeps_hyphen(split) or len(split.left) < 2 or len(split.right) < 2:  # noqa: PLR2004
        return False
    if _is_proved(split):
        return True
    if split.breaks:
        return document.fact(wrapped) >= WRAPPED and not split.is_two_words
    return document.fact(proved) >= SPACED and known[split.right.lower()] <= 0


@rule(
    "STR005",
    severity=Severity.WARNING,
    fix=Safety.SAFE,
    yields=("ENC002",),
    patterns=[
        SPACED_HYPHEN,
        rf"\p{{Ll}}\p{{M}}?[-‐]{BREAK}\p{{Ll}}",
        rf"\p{{Ll}}\p{{M}}?[\u00ac\u00ad](?:{BREAK}|[ \t]{{1,4}})\p{{Ll}}",
        r"\p{Ll}\p{M}?\u00ac\p{Ll}",
    ],
    bad=[
        "The new ⟦capabili- ties⟧ of the bridge; its capabilities are known.",
        "Among the ⟦capabili-\nties⟧ of the bridge are these.",
        Example("Die ⟦Regie-\nrung⟧ schloss die Brücke. Die Regierung war müde.", "de"),
        Example("Мост был ⟦за- крыт⟧ вчера. Он закрыт надолго.", "ru"),
        "The old ⟦gov¬\nernor⟧ closed the ⟦har¬bour⟧ and the bridge.",
        "A ⟦price-\ndetermining⟧ step is the price-determining one.",
        (
            "The ⟦coun-\ncil⟧ met on Monday to speak about the ⟦bri-\nges⟧ and their ⟦har-\nbours⟧ "
            "near the town."
        ),
        "The ⟦gover\u00ad\nnor⟧ closed it.",
        Example("Das sagte am Montag der neue ⟦Frak-\ntionsführer⟧.", "de"),
        "They were ⟦ca- pable⟧ of it in the end.",
    ],
    fixed=[
        "The new capabilities of the bridge; its capabilities are known.",
        "Among the capabilities of the bridge are these.",
        "Die Regierung schloss die Brücke. Die Regierung war müde.",
        "Мост был закрыт вчера. Он закрыт надолго.",
        "The old governor closed the harbour and the bridge.",
        "A price-determining step is the price-determining one.",
        ("The council met on Monday to speak about the briges and their harbours near the town."),
        "The governor closed it.",
        "Das sagte am Montag der neue Fraktionsführer.",
        "They were capable of it in the end.",
    ],
    good=[
        "The pre- and post-war years, two- to three-fold, first- or second-hand.",
        Example("Vor- und Nachteile, zwei- bis dreimal, Haupt- bzw. Nebenfach.", "de"),
        Example("In- en uitgang, voor- of nadelen.", "nl"),
        Example("Одно- и двухместные, северо- или юго-запад.", "ru"),
        "The bridge- which is old- was closed, and the town- all of it- wept.",
        "For non- smokers and self- employed people; a pre- war bridge.",
        "- Yes, he said.\n- no, she said.",
        "The long-\nterm plan is old.",
        "It cost 10-\n15 euros from Leeds- York to the Jean- Paul bridge.",
        Example("Que dit-\nelle, celui-\nci, peut-\nêtre ?", "fr"),
        Example("Кто-\nто пришёл из-\nза моста.", "ru"),
        Example("Orang-\norang itu anak- anak.", "id"),
        "git commit -\nm and foo-\nbar(); x = y-\nz",
    ],
    known_failures=["The ⟦coun-\ncil⟧ met on Monday."],
)
def line_break_hyphen(document: Document, match: Match) -> Iterator[Finding]:
    """A word is split by the hyphen of a printed line.

    Left by text from PDF and scans ("capabili- ties"). It is told by the text's other words, by
    second parts that are no words ("-tion", "-rung", "-tionsführer"), by the marks ¬ and soft
    hyphen, and in a text with many such breaks by their number. The fix joins the parts; it is safe
    only where the text has the joined word and not the hyphenated one, nor, on one line, each part
    as a word of its own. Where it has the hyphenated one, the hyphen stays and only the break goes.
    Refuses to touch suspended hyphens ("pre- and post-war"), dashes typed as hyphens, prefixes,
    words that are joined by a hyphen of their own (dit-elle, кто-то), doubled words, and a single
    break that nothing else in the text explains.
    """
    split = _Split(document, match)
    if not split.left or not split.right or document.is_masked(split.start, split.end):
        return
    if _is_suspended(split) or not CODE.isdisjoint(split.context):
        return
    known = document.fact(words)
    joined, hyphenated = known[split.joined], known[split.hyphenated]
    if split.mark not in SURE and hyphenated and hyphenated >= joined:
        fix = Fix.replace(split.gap + 1, split.rest, safety=Safety.UNSAFE)
        yield Finding(split.start, split.end, f"“{split.hyphenated}” is broken at its hyphen", fix)
    elif _is_split(split):
        told = joined and not hyphenated and (split.breaks or not split.is_two_words)
        safety = Safety.SAFE if told else Safety.UNSAFE
        fix = Fix.replace(split.gap, split.rest, safety=safety)
        whole = split.left + split.right
        yield Finding(split.start, split.end, f"“{whole}” is split by a printed hyphen", fix)
