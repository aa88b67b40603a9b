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
    lines,
    rule,
)

from ._sentence import dangling, ends_a_sentence, is_item

WIDTHS = range(45, 121)
"""Widths, in code points, at which mail programs, e-books and printed columns wrap. Subtitles and
verse are narrower, paragraphs wider."""
SLACK = 0.85
"""Share of the width from which a line counts as full with the next line's first word: a printed
column of proportional type varies by some 15 %."""
FULL = 0.8
"""Share of a paragraph's lines that must be full, all but its last one."""
ROWS = 3
"""Lines of a paragraph that show how it is wrapped."""
ODD = 0.2
"""Share of a paragraph's lines that may look like something else: a dash that the wrap brought to a
line's start, an entity."""
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

FRAGMENT = 3
"""Words of a line of a shattered text at most, but for one line in FRAGMENTS."""
FRAGMENTS = 8
RUN = 12
"""Lines one after another that make a shattered text."""
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
    """The lines without a blank line between them, as long as none is too long to be wrapped.

    Of a line by itself nothing is to be told.
    """
    run: list[Line] = []
    text = document.text
    for line in document.fact(lines):
        fits = line.end - line.start < WIDTHS.stop
        if run and not (fits and text.count("\n", run[-1].end, line.start) == 1):
            if len(run) > 1:
                yield from _paragraphs(run)
            run = []
        if fits:
            run.append(line)
    if len(run) > 1:
        yield from _paragraphs(run)


def _paragraphs(run: list[Line]) -> Iterator[list[Line]]:
    """A run of lines, parted after each sentence that ends on a line with room for another word."""
    width = max((len(line.text) for line in run), default=0)
    part: list[Line] = []
    for line in run:
        short = part and (is_item(line.text) or not _is_full(part[-1], line, width))
        if short and ends_a_sentence(part[-1].text):
            yield part
            part = []
        part.append(line)
    if part:
        yield part


def _word(line: Line) -> int:
    """Code points of a line's first word."""
    return len(line.text.split(None, 1)[0])


def _is_full(line: Line, after: Line, width: int) -> bool:
    """Whether a line had no room for the next one's first word."""
    return len(line.text) <= width and len(line.text) + 1 + _word(after) > SLACK * width


def _is_wrapped(run: list[Line]) -> bool:
    """Whether the lines of a paragraph are full, all but the last, and hold prose."""
    width = max(len(line.text) for line in run)
    if len(run) < ROWS or width not in WIDTHS:
        return False
    full = sum(_is_full(a, b, width) for a, b in pairwise(run))
    if full < FULL * (len(run) - 1):
        return False
    return sum(map(_is_other, run)) <= ODD * len(run)


def _is_other(line: Line) -> bool:
    """Whether a line may be something else than prose: an item, a row, code."""
    text = line.text
    return " " not in text or is_item(text) or _expressions()["other"].search(text) is not None


class _Wrapping:
    """How a text is wrapped: its width, and the breaks that belong to no paragraph's end."""

    def __init__(self, document: Document) -> None:
        self.width = 0
        self.breaks: list[tuple[Line, Line]] = []
        runs = [run for run in _runs(document) if len(run) > 1]
        wrapped = [run for run in runs if _is_wrapped(run)]
        pairs = [pair for run in wrapped for pair in pairwise(run)]
        if len(pairs) < BREAKS or not _is_prose(pairs) or all(map(_is_block, wrapped)):
            return
        self.width = max(len(line.text) for run in wrapped for line in run)
        self.breaks = [pair for pair in pairs if self._joins(document, *pair)]
        starts = {run[0].start for run in wrapped}
        for run in runs:
            if run[0].start not in starts:
                self.breaks += [pair for pair in pairwise(run) if self._goes_on(*pair)]
        self.breaks.sort()

    def _goes_on(self, line: Line, after: Line) -> bool:
        """Whether a break of a short or odd paragraph is one that the width made."""
        return (
            _is_full(line, after, self.width)
            and after.text[0].islower()
            and not ends_a_sentence(line.text)
            and not (_is_other(line) or _is_other(after))
            and line.text[-1] not in HYPHENS
        )

    def _joins(self, document: Document, line: Line, after: Line) -> bool:
        """Whether a break is not the end of a paragraph, nor one inside a word."""
        if not _is_full(line, after, self.width) or line.text[-1] in HYPHENS:
            return False
        if is_item(after.text) and ends_a_sentence(line.text):
            return False
        return not ends_a_sentence(line.text) or _indent(document, line) >= _indent(document, after)


def _is_block(run: list[Line]) -> bool:
    """Whether the last line is as long as the others: a stanza's is, few paragraphs' are."""
    return len(run[-1].text) > SLACK * max(len(line.text) for line in run)


def _indent(document: Document, line: Line) -> int:
    return line.start - document.text.rfind("\n", 0, line.start)


def _is_prose(pairs: list[tuple[Line, Line]]) -> bool:
    """Whether most breaks stand inside sentences."""
    inside = sum(not ends_a_sentence(line.text) for line, _ in pairs)
    lower = sum(after.text[0].islower() for _, after in pairs)
    cased = _expressions()["cased"]
    capitals = sum(cased.match(after.text) is not None for _, after in pairs)
    marked = sum(category(line.text[-1])[0] not in "LMN" for line, _ in pairs)
    if marked > MARKED * len(pairs):
        return False
    return inside >= OPEN * len(pairs) and lower >= LOWER * capitals


def _shattered(document: Document) -> tuple[Line, int] | None:
    """The first line of a text that has a few words a line, and how many such lines there are."""
    run: list[Line] = []
    found = document.fact(lines)
    if len(found) < RUN:
        return None
    longer = 0
    for line in found:
        if len(line.text.split(None, FRAGMENT + 1)) <= FRAGMENT:
            run.append(line)
        elif run and longer * FRAGMENTS < len(run):
            longer += 1
            run.append(line)
        else:
            if _is_running(document, run):
                break
            run, longer = [], 0
    return (run[0], len(run)) if _is_running(document, run) else None


def _is_running(document: Document, run: list[Line]) -> bool:
    """Whether short lines are pieces of sentences."""
    if len(run) < RUN:
        return False
    words = dangling(document.language)
    ends = sum(line.text.rsplit(None, 1)[-1].lower() in words for line in run)
    lower = sum(line.text[0].islower() for line in run)
    cased = sum(line.text[0].islower() or line.text[0].isupper() for line in run)
    different = len({line.text for line in run})
    return ends >= HANGING * len(run) and 2 * lower >= cased and 2 * different > len(run)


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
    wrapping = _Wrapping(document)
    if wrapping.breaks:
        first, _ = wrapping.breaks[0]
        edits = tuple(Edit(a.end, b.start, " ") for a, b in wrapping.breaks)
        message = (
            f"text is hard-wrapped at {wrapping.width} characters: {len(edits)} line breaks "
            "inside paragraphs"
        )
        yield Finding(first.start, first.end, message, Fix(edits))
    elif found := _shattered(document):
        line, count = found
        yield Finding(line.start, line.end, f"sentences are shattered over {count} short lines")
