"""Paragraphs that were broken in the middle of a sentence."""

import functools
import re
from collections.abc import Iterator
from itertools import pairwise

from textlint.api import (
    Document,
    Example,
    Finding,
    Fix,
    Line,
    Match,
    Safety,
    Severity,
    lines,
    rule,
)

from ._sentence import dangling, ends_a_sentence, has_words, is_item, last_sentence

BREAK = r"[ \t\r\u00a0]{0,4}\n[ \t\r]{0,4}(?:\n[ \t\r]{0,4}){0,3}"
"""Up to four line breaks with the blanks around them."""
MIN_WORDS = 4
"""Words that both sides must have: headings, labels and items have fewer."""
BODY_WORDS = 8
"""Words of a paragraph that ends in a comma: salutations ("Dear Sir or Madam,") have fewer."""
LONG_WORDS = 20
"""Words from which a line without any full stop is a paragraph, not a heading."""
WRAPPED = range(50, 100)
"""Lengths of lines in text that was wrapped by hand or by a mail program."""
WRAPPED_SHARE = 0.3
"""Share of such lines, followed directly by another line, from which a text is hard-wrapped."""
LOWER_SHARE = 0.2
"""Share of lines starting in lower case from which that is the text's way (verse, chat)."""
VERSE_LENGTH = 45
"""Median length of a line, in code points, under which a text is verse or a list."""
CODE = frozenset("{}|=\\")
"""Signs that prose does not use: a command or a statement does not go on in the next paragraph."""


def _is_unpunctuated(line: Line) -> bool:
    return line.text[-1] == "," or line.text[-1].isalpha()


def _starts_lower(line: Line) -> bool:
    """Whether a line starts with a lower-case word (a brand with a digit in it is none)."""
    word = line.text.split(None, 1)[0]
    return word.islower() and word.isalpha()


def _is_torn(line: Line) -> bool:
    """Whether a line, a split word's or a page number, says nothing of how the next one starts."""
    return line.text[-1] in "-\u00ad\u2010" or not any(map(str.isalpha, line.text))


def shape(document: Document) -> bool:
    """Whether line breaks inside sentences are this text's way: hard-wrapped, verse, chat."""
    found = document.fact(lines)
    if len(found) < MIN_WORDS:
        return False
    wrapped = sum(
        a.end - a.start in WRAPPED
        and _is_unpunctuated(a)
        and document.text.count("\n", a.end, b.start) == 1
        for a, b in pairwise(found)
    )
    torn = {b.start for a, b in pairwise(found) if _is_torn(a)}
    lower = sum(_starts_lower(line) for line in found if line.start not in torn)
    return (
        wrapped > WRAPPED_SHARE * len(found)
        or lower > max(2, LOWER_SHARE * len(found))
        or (
            lower > 1
            and sorted(line.end - line.start for line in found)[len(found) // 2] < VERSE_LENGTH
        )
    )


def _halves(text: str, match: Match) -> tuple[Line, Line]:
    """The line that ends before the break of a match, and the one that begins after it."""
    at, end, start = text.rfind("\n", 0, match.start()) + 1, match.start() + 1, match.end()
    before = text[at:end].lstrip()
    last = text.find("\n", start)
    after = text[start : last if last >= 0 else len(text)].rstrip()
    return Line(end - len(before), end, before), Line(start, start + len(after), after)


def _goes_on(line: Line, after: Line) -> bool:
    """Whether a line is a paragraph's first half and the next its second half."""
    word = after.text.split()[0].rstrip(",.;:!?")
    if not word.replace("’", "").replace("'", "").replace("-", "").isalpha() or not word.islower():
        return False
    if (len(word) == 1 and after.text[1:2] == ".") or is_item(line.text) or is_item(after.text):
        return False
    if not CODE.isdisjoint(line.text) or not CODE.isdisjoint(after.text):
        return False
    if not line.text.lstrip('“"«„‘(')[:1].isupper():
        return False
    return has_words(after.text, MIN_WORDS) and (
        ends_a_sentence(after.text) or last_sentence(after.text) > 0
    )


def _goes_on_again(text: str, after: Line) -> bool:
    """Whether a line stops short, and the next one begins in lower case again."""
    if not _is_unpunctuated(after):
        return False
    ink = _ink().search(text, after.end)
    return ink is not None and ink[0].islower()


@functools.cache
def _ink() -> re.Pattern[str]:
    return re.compile(r"\S")


def _is_paragraph(document: Document, line: Line) -> bool:
    """Whether a line is prose that stops short, rather than a heading, a label or a salutation."""
    if not has_words(line.text, BODY_WORDS):
        return False
    if line.text[-1] == "," or has_words(line.text, LONG_WORDS):
        return True
    last = line.text.rsplit(None, 1)[-1].strip('“"«„‘(').lower()
    return last in dangling(document.language) or last_sentence(line.text) > 0


def broken(document: Document, match: Match) -> tuple[Line, Line] | None:
    """The two halves of the sentence that the break of a match cut in two, if it did."""
    judged = document.fact(_judged)
    if match.start() not in judged:
        judged[match.start()] = _broken(document, match)
    return judged[match.start()]


def _judged(_: Document) -> dict[int, tuple[Line, Line] | None]:
    """What `broken` gave for each place: a fact, as two rules ask."""
    return {}


def _broken(document: Document, match: Match) -> tuple[Line, Line] | None:
    line, after = _halves(document.text, match)
    if not _goes_on(line, after) or not _is_paragraph(document, line):
        return None
    if _goes_on_again(document.text, after) or document.fact(shape):
        return None
    blank = document.text.count("\n", line.end, after.start) > 1
    if not blank and document.path.endswith(".md"):
        return None  # Markdown wraps its paragraphs as it likes
    return line, after


@rule(
    "STR001",
    severity=Severity.ERROR,
    fix=Safety.SAFE,
    patterns=[rf"[\p{{L}}\p{{M}},]{BREAK}(?=\p{{Ll}})"],
    bad=[
        (
            "The calls to the hotline grew by 70 percent. ⟦He explained that,⟧\n\n"
            "in addition to the hotline, many write to a chatbot."
        ),
        Example(
            "⟦The widgets give every publisher on the network an⟧\n\n"
            "effective way to bring readers back to older stories.",
            "en",
        ),
        Example(
            "Der Rat tagte bis Mitternacht. ⟦Am Ende stimmten alle Parteien für die⟧\n\n"
            "neue Brücke über den Fluss.",
            "de",
        ),
        (
            "The road was closed for two years. ⟦Then the council, after a long debate,⟧\n"
            "opened it again and paid for the repairs."
        ),
    ],
    fixed=[
        (
            "The calls to the hotline grew by 70 percent. He explained that, "
            "in addition to the hotline, many write to a chatbot."
        ),
        (
            "The widgets give every publisher on the network an "
            "effective way to bring readers back to older stories."
        ),
        (
            "Der Rat tagte bis Mitternacht. Am Ende stimmten alle Parteien für die "
            "neue Brücke über den Fluss."
        ),
        (
            "The road was closed for two years. Then the council, after a long debate, "
            "opened it again and paid for the repairs."
        ),
    ],
    good=[
        (
            "Save the file and then start it. The command is: curl example.org/install | sh\n\n"
            "if (a, b) { return f(x); } // see above ..."
        ),
        Example("Sehr geehrte Damen und Herren,\n\nwir freuen uns über Ihren Brief.", "de"),
        "Things to pack for the long way\n\nwater, bread and a good map.",
        "The plan has three parts that follow here,\n\nbuying a house in York\n\nselling it again",
        "- You want to build your endurance and strength,\n\nreach your full potential with us.",
        (
            "She only ever used one phone in all these years. It was, and is, the famous Apple\n\n"
            "iPhone, which was new in those days."
        ),
        (
            "The shop in the harbour sells fish, bread and all kinds of the\n\nwww.example.com is its "
            "page. It is open."
        ),
        (
            "So the old song goes. The wind blew hard, the night was long and dark,\n\n"
            "and no one came.\n\nnor will they.\n\nnot now."
        ),
        (
            "This mail was wrapped by a program at some seventy characters, and\n"
            "so a line of it ends wherever the next word would not have found\n"
            "room any more, which says nothing at all about where the author\n"
            "ended a paragraph. It is another rule's business."
        ),
    ],
)
def broken_paragraph(document: Document, match: Match) -> Iterator[Finding]:
    """A paragraph ends in the middle of a sentence, and the next one goes on with it.

    Left where an advert, a picture or a page break stood. The first part must end in a comma or a
    letter and be prose: long, or with a full stop inside, or ending in a word that cannot end a
    sentence; the second must start in lower case and come to an end. Silent on lists, headings,
    salutations, verse and text wrapped at a fixed width. The fix joins the parts with one space; it
    is safe only over blank lines, since a single line break may be the author's.
    """
    if not (halves := broken(document, match)):
        return
    line, after = halves
    blank = document.text.count("\n", line.end, after.start) > 1
    safety = Safety.SAFE if blank else Safety.UNSAFE
    fix = Fix.replace(line.end, after.start, " ", safety=safety)
    start = line.start + last_sentence(line.text)
    yield Finding(start, line.end, "sentence is broken by a paragraph break", fix)
