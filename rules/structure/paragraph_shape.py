"""Texts whose line breaks are not their paragraphs'."""

import functools
from collections.abc import Iterator
from itertools import pairwise
from unicodedata import category

from textlint.api import (
    Document,
    Edit,
    Example,
    Expressions,
    Finding,
    Fix,
    Line,
    Safety,
    Severity,
    inked,
    lines,
    rule,
)

from ._sentence import dangling, ends_a_sentence, is_item
from ._shape import SLACK, WIDTHS, is_filled, is_full, paragraphs, shape

ODD = 0.2
"""Share of a paragraph's lines that may look like something else: a dash that the wrap brought to a
line's start, an entity."""
CHARS = 4096
"""Characters whose category is kept."""
HYPHENS = frozenset("-\u00ad\u2010")
BREAKS = 5
"""Line breaks of such paragraphs from which a text is wrapped, not a letterhead or a table."""
OPEN = 0.6
"""Share of these breaks that stand inside a sentence."""
MARKED = 0.45
"""Share of these breaks that may follow a punctuation mark: verse has most, wrapped prose one in six."""
LOWER = 0.3
"""Share of these breaks that a small letter follows, in scripts that have capitals: verse begins its
lines with capitals; in wrapped German, the richest in capitals, 60 % are small."""

HANGING = 0.15
"""Share of these lines that end in a word with which no sentence of the language ends. Lists of words
have none, verse under 5 %; of the words of running English 25 % are such."""


@functools.cache
def _expressions() -> Expressions:
    """The expressions of this rule, compiled at their first use."""
    sources = {
        # Rows of tables, code, quoted mail, headers of mail, drawings; scripts without spaces.
        "other": r"[\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}\p{Han}\p{Hiragana}\p{Katakana}]$|"
        r"\S {3,}\S|\t|^[>|#*+~=]|[{}=|<>\\]|;$|[-_.=*]{4}|^[\w-]{2,20}: ",
        "cased": r"[\p{Lu}\p{Ll}]",
    }
    return Expressions(sources)


def _runs(document: Document) -> Iterator[list[Line]]:
    """The lines without a blank line between them, as long as none is too long to be wrapped."""
    run: list[Line] = []
    text = document.text
    for line in document.fact(lines):
        fits = line.end - line.start < WIDTHS.stop
        if run and not (fits and text.count("\n", run[-1].end, line.start) == 1):
            yield run
            run = []
        if fits:
            run.append(line)
    yield run


@functools.lru_cache(maxsize=CHARS)
def _is_inner(char: str) -> bool:
    """Whether a character is one of words and numbers, no punctuation."""
    return category(char)[0] in "LMN"


def _is_wrapped(run: list[str]) -> bool:
    """Whether the lines of a paragraph are full, all but the last, and hold prose."""
    return is_filled(run) and sum(map(_is_other, run)) <= ODD * len(run)


def _is_other(line: str) -> bool:
    """Whether a line may be something else than prose: an item, a row, code."""
    return " " not in line or is_item(line) or _expressions()["other"].search(line) is not None


def _is_wrapped_text(document: Document) -> bool:
    """Whether enough paragraphs of a text are wrapped, and hold prose rather than verse."""
    runs = document.fact(shape).wrapped
    if sum(map(len, runs)) - len(runs) < BREAKS:
        return False
    parted = (run[start:end] for run in runs for start, end in paragraphs(run))
    wrapped = list(filter(_is_wrapped, parted))
    pairs = [pair for run in wrapped for pair in pairwise(run)]
    return len(pairs) >= BREAKS and _is_prose(pairs) and not all(map(_is_block, wrapped))


class _Wrapping:
    """How a text is wrapped: its width, and the breaks that belong to no paragraph's end."""

    def __init__(self, document: Document) -> None:
        texts: list[tuple[bool, list[Line]]] = []
        for run in _runs(document):
            inside = [line.text for line in run]
            for start, end in paragraphs(inside):
                texts.append((_is_wrapped(inside[start:end]), run[start:end]))
        self.width = max(len(line.text) for is_wrapped, run in texts for line in run if is_wrapped)
        self.breaks: list[tuple[Line, Line]] = []
        for is_wrapped, run in texts:
            for pair in pairwise(run):
                if self._joins(document, *pair) if is_wrapped else self._goes_on(*pair):
                    self.breaks.append(pair)

    def _goes_on(self, line: Line, after: Line) -> bool:
        """Whether a break of a short or odd paragraph is one that the width made."""
        return (
            is_full(line.text, after.text, self.width)
            and after.text[0].islower()
            and not ends_a_sentence(line.text)
            and not (_is_other(line.text) or _is_other(after.text))
            and line.text[-1] not in HYPHENS
        )

    def _joins(self, document: Document, line: Line, after: Line) -> bool:
        """Whether a break is not the end of a paragraph, nor one inside a word."""
        if not is_full(line.text, after.text, self.width) or line.text[-1] in HYPHENS:
            return False
        if is_item(after.text) and ends_a_sentence(line.text):
            return False
        return not ends_a_sentence(line.text) or _indent(document, line) >= _indent(document, after)


def _is_block(run: list[str]) -> bool:
    """Whether the last line is as long as the others: a stanza's is, few paragraphs' are."""
    return len(run[-1]) > SLACK * max(map(len, run))


def _indent(document: Document, line: Line) -> int:
    return line.start - document.text.rfind("\n", 0, line.start)


def _is_prose(pairs: list[tuple[str, str]]) -> bool:
    """Whether most breaks stand inside sentences."""
    inside = sum(not ends_a_sentence(line) for line, _ in pairs)
    lower = sum(after[0].islower() for _, after in pairs)
    cased = _expressions()["cased"]
    capitals = sum(cased.match(after) is not None for _, after in pairs)
    marked = sum(not _is_inner(line[-1]) for line, _ in pairs)
    if marked > MARKED * len(pairs):
        return False
    return inside >= OPEN * len(pairs) and lower >= LOWER * capitals


def _shattered(document: Document) -> tuple[int, int] | None:
    """The number of the first line of a text that has a few words a line, and how many such there are."""
    runs = document.fact(shape).shattered
    if not runs or not dangling(document.language):
        return None
    found, words = document.fact(inked), dangling(document.language)
    for start, count in runs:
        run = found[start : start + count]
        ends = sum(line.rsplit(None, 1)[-1].lower() in words for line in run)
        if ends >= HANGING * count and 2 * len(set(run)) > count:
            return start, count
    return None


MAIL = (
    "⟦This letter was wrapped by a program at some seventy code points, so⟧\n"
    "that a line of it ends wherever the next word would not have found any\n"
    "room, which says nothing at all about where its author wanted to end a\n"
    "paragraph. A reader of plain text does not mind that, but a program\n"
    "that takes each line for a paragraph does, and so does a model that\n"
    "learns from it to break its lines.\n\n"
    "The second paragraph ends here."
)
SHATTERED = (
    "⟦The⟧\ncouncil\nmet\non\nMonday\nto\nspeak\nabout\nthe\nstate\nof\nthe\nold\nbridge\nand\n"
    "of\nthe\nferry."
)


@rule(
    "STR006",
    severity=Severity.WARNING,
    fix=Safety.UNSAFE,
    bad=[
        MAIL,
        Example(SHATTERED, "en"),
    ],
    fixed=[
        MAIL.replace("⟦", "")
        .replace("⟧", "")
        .replace("\n\n", "¶")
        .replace("\n", " ")
        .replace("¶", "\n\n"),
        SHATTERED.replace("⟦", "").replace("⟧", ""),
    ],
    good=[
        "One sentence stands on each line of a corpus that was made for parsing.\n" * 8,
        (
            "The wind that came across the northern hills at night was cold,\n"
            "And nobody who lived beside the river dared to leave the house,\n"
            "But far away a fire burned, and by its light the story told,\n"
            "Of all the ships that came to land, and every sailor, every mouse,\n"
            "Was heard again by those who stayed, the very young, the very old,\n"
            "And then the snow began to fall on hill and river, field and house.\n"
        ),
        "\n".join(
            f"- item number {n} of a list that is long enough to be wrapped" for n in range(9)
        ),
        Example(
            "apple\npear\nplum\nbread\nbutter\nmilk\ncheese\nham\neggs\nflour\nsugar\nsalt", "en"
        ),
        Example(
            "Yes.\nNo.\nWhy?\nOh.\nWell.\nGo on.\nI see.\nMaybe.\nNever.\nSoon.\nBye.\nBye.", "en"
        ),
        "Name   Age   Town\n"
        + "Anna Maria Smith   42   Newcastle upon Tyne and surroundings\n" * 8,
        "> the mail that I had quoted in my answer was wrapped like this and\n" * 8,
        "Dear Ms Doe,\nthank you for your letter.\nWe have sent it on.\nYours,\nJohn\nExample Ltd",
    ],
)
def paragraph_shape(document: Document) -> Iterator[Finding]:
    """Line breaks stand inside the text's sentences: it is hard-wrapped, or shattered into words.

    A text is hard-wrapped where the lines of its paragraphs are full: the first word of the next
    line would not have fitted into a common width of 45 to 120 code points, and most breaks stand
    inside sentences. That tells it from verse, lists and corpora of a sentence a line. Reported once
    a document, at its first line; the fix joins the lines of each paragraph and leaves words broken
    at a hyphen alone. A text is shattered where a dozen lines have up to three words each and many
    end in words with which no sentence ends; how it was cannot be told, so that has no fix. Silent
    on Markdown, where a wrap means nothing, and on scripts that write words without spaces.
    """
    if document.has_markup:
        return
    wrapping = _Wrapping(document) if _is_wrapped_text(document) else None
    if wrapping and wrapping.breaks:
        first, _ = wrapping.breaks[0]
        edits = tuple(Edit(a.end, b.start, " ") for a, b in wrapping.breaks)
        message = (
            f"text is hard-wrapped at {wrapping.width} characters: {len(edits)} line breaks "
            "inside paragraphs"
        )
        yield Finding(first.start, first.end, message, Fix(edits))
    elif found := _shattered(document):
        number, count = found
        line = document.fact(lines)[number]
        yield Finding(line.start, line.end, f"sentences are shattered over {count} short lines")
