"""Quotation marks: which opens, which closes, which belong together; and the spaces just inside.

The fact `quotations` is an automaton over the double and the curly single quotation marks of each
paragraph. It never raises and never guesses silently: a mark whose surroundings do not tell its
role is `sure=False`, and what does not pair is in `strays`.
"""

import enum
import functools
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from textlint.api import (
    BLANKS,
    Document,
    Example,
    Finding,
    Match,
    Safety,
    Severity,
    load_toml,
    rule,
    script_of,
)

from .spacing import BLANK, code_line, inner_blanks, line_of, unspaced

STRAIGHT = '"'
MARKS = frozenset('"“”„«»‹›‘’‚「」『』')
NEAR = 40
"""Code points between two marks up to which blanks at both ends are one finding on the whole."""
FAR = 2_000
"""Code points after which two marks are no longer believed to belong together."""
DEEPEST = 16
"""Marks that are open at once at most: text has three, noise any number."""
OUTSIDE_LEFT = frozenset("([{¿¡—–-/")
"""What stands outside an opening mark, besides white space and other opening marks."""
WRAPPED = frozenset(",-–—")
"""What ends a line that goes on in the next, besides a letter."""
OUTSIDE_RIGHT = frozenset(")]}.,;:!?…—–-/।。，")
"""What stands outside a closing mark, besides white space and other closing marks."""


@functools.cache
def _any_mark() -> re.Pattern[str]:
    """What finds the marks in a text."""
    return re.compile(f"[{''.join(MARKS)}]")


class Role(enum.Enum):
    """What a mark does; NEITHER is an apostrophe, an inch sign or an abbreviation's mark."""

    OPEN = "opens"
    CLOSE = "closes"
    NEITHER = "neither"


class Mark(NamedTuple):
    """A quotation mark at a code point; `sure` where its surroundings agree with its role."""

    at: int
    char: str
    role: Role
    sure: bool


class Quoted(NamedTuple):
    """A paragraph [start, end) that holds quotation marks, in code points.

    `pairs` join an opening to a closing mark, in the order of their closing; `strays` are left
    over; `reopened` opened while a mark of their own kind was open.
    """

    start: int
    end: int
    marks: list[Mark]
    pairs: list[tuple[Mark, Mark]]
    strays: list[Mark]
    reopened: list[Mark]


class Convention(NamedTuple):
    """A language's marks: what closes each opener, which are ever openers, which ever closers."""

    closers: dict[str, str]
    opening: frozenset[str]
    closing: frozenset[str]
    padded: bool
    known: bool


@functools.cache
def convention(language: str | None) -> Convention:
    """The quotation marks of a language; those of all languages where it is unknown."""
    path = Path(__file__).parent / "conventions" / "quotes.toml"
    data = load_toml(path)
    pairs = data["pairs"].get(language or "unknown") or data["pairs"]["unknown"]
    closers: dict[str, str] = {STRAIGHT: STRAIGHT}
    for opener, closer in pairs:
        closers[opener] = closers.get(opener, "") + closer
    opening = frozenset(closers)
    closing = frozenset("".join(closers.values()))
    known = language in data["pairs"]
    return Convention(closers, opening, closing, language in data["padded"], known)


def quotations(document: Document) -> list[Quoted]:
    """The paragraphs that hold quotation marks, each with its marks judged and paired.

    A paragraph is a line; one that ends in a letter, a comma or a dash goes on in the next.
    """
    text, use = document.text, convention(document.language)
    return [
        _judge(text, start, end, use)
        for start, end in _paragraphs(text)
        if not MARKS.isdisjoint(text[start:end])
    ]


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """The paragraphs of a text as [start, end), in code points."""
    start = at = 0
    for line in text.split("\n"):
        at = min(at + len(line) + 1, len(text))
        last = line.rstrip()[-1:]
        if not (last.isalpha() or last in WRAPPED) or text[at : at + 1].isspace():
            yield start, at
            start = at
    if start < at:
        yield start, at


def _judge(text: str, start: int, end: int, use: Convention) -> Quoted:
    """Run the automaton over one paragraph."""
    done = Quoted(start, end, [], [], [], [])
    stack: list[Mark] = []
    for match in _any_mark().finditer(text, start, end):
        mark = _mark(text, match.start(), use, stack)
        done.marks.append(mark)
        _step(mark, stack, done, use)
    done.strays.extend(stack)
    done.strays.sort()
    return done


def _step(mark: Mark, stack: list[Mark], done: Quoted, use: Convention) -> None:
    if mark.role is Role.OPEN:
        if any(mark.char == other.char for other in stack):
            done.reopened.append(mark)
        if len(stack) == DEEPEST:
            done.strays.append(stack.pop(0))
        stack.append(mark)
    elif mark.role is Role.CLOSE:
        mate = next((m for m in reversed(stack) if _closes(mark.char, m.char, use)), None)
        if mate is None:
            done.strays.append(mark)
            return
        while (top := stack.pop()) is not mate:
            done.strays.append(top)
        done.pairs.append((mate, mark))


def _closes(closer: str, opener: str, use: Convention) -> bool:
    """Whether one mark closes another; a straight mark pairs with any double one."""
    doubles = STRAIGHT + "“”„«»"
    return closer in use.closers.get(opener, "") or (
        STRAIGHT in (closer, opener) and closer in doubles and opener in doubles
    )


def _mark(text: str, at: int, use: Convention, stack: list[Mark]) -> Mark:
    """Judge one mark from its neighbours, its shape and what is open."""
    char = text[at]
    before = text[at - 1] if at else "\n"
    after = text[at + 1] if at + 1 < len(text) else "\n"
    is_open = any(_closes(char, other.char, use) for other in stack)
    if _is_no_quote(char, before, after, is_open=is_open):
        return Mark(at, char, Role.NEITHER, sure=True)
    side = _side(before, after)
    opens, closes = char in use.opening, char in use.closing
    if opens != closes:
        role = Role.OPEN if opens else Role.CLOSE
        return Mark(at, char, role, sure=side in (role, None))
    if side:
        return Mark(at, char, side, sure=True)
    return Mark(at, char, Role.CLOSE if is_open else Role.OPEN, sure=False)


def _is_no_quote(char: str, before: str, after: str, *, is_open: bool) -> bool:
    """Whether a mark is an apostrophe (don’t, ‘90s, the boys’), an inch or a gershayim (צה"ל)."""
    if char in "’‘‚":
        return (before.isalnum() and (after.isalnum() or not is_open)) or (
            char != "‚" and not before.isalnum() and after.isdigit() and not is_open
        )
    if char in '"”' and not is_open:
        return before.isdigit() or (before.isalpha() and after.isalpha())
    return char == STRAIGHT and script_of(before) == script_of(after) == "Hebrew"


def _side(before: str, after: str) -> Role | None:
    """The role that the neighbours of a mark tell, None where they tell none."""
    left = before.isspace() or before in OUTSIDE_LEFT or (before in MARKS and not after.isspace())
    right = after.isspace() or after in OUTSIDE_RIGHT or (after in MARKS and not before.isspace())
    if left == right:
        return None
    return Role.OPEN if left else Role.CLOSE


def clear_pairs(document: Document) -> dict[int, tuple[Mark, Mark]]:
    """The pairs that their paragraphs leave no doubt of, by the places of both their marks.

    Every mark of the pair's kind in the paragraph has a mate, and none opens twice.
    """
    found: dict[int, tuple[Mark, Mark]] = {}
    for quoted in document.fact(quotations):
        doubtful = {mark.char for mark in (*quoted.strays, *quoted.reopened)}
        for opener, closer in quoted.pairs:
            if doubtful.isdisjoint((opener.char, closer.char)):
                found[opener.at] = found[closer.at] = opener, closer
    return found


def _is_padded_by_slip(document: Document, opener: Mark, closer: Mark) -> bool:
    """Whether the blanks inside a pair are a slip: no convention, code, inches or rock ’n’ roll."""
    text = document.text
    content = text[opener.at + 1 : closer.at].strip()
    if opener.char in "«»‹›" and not _is_guillemet(document, opener, closer):
        return False
    if closer.at - opener.at > FAR or "\n\n" in content or not any(map(str.isalpha, content)):
        return False
    if opener.char in "‘’‚" and (
        len(content) == 1 or text[closer.at + 1 : closer.at + 2].isalpha()
    ):
        return False
    if text[max(0, opener.at - 4) : opener.at].rstrip()[-1:].isdigit() and opener.char == STRAIGHT:
        return False
    if content[0] in MARKS | {"'"} or content[-1] in MARKS | {"'"}:  # parts nested quotes: “ ‘So…
        return False
    if content[0] in "+,=" or content[-1] in "+=":
        return False
    return not code_line(line_of(document, opener.at)) and not document.fact(unspaced)


def _is_guillemet(document: Document, opener: Mark, closer: Mark) -> bool:
    """Whether the language writes «x» in this one direction and without blanks, and x is no pager.

    "« Previous page  Next page »" has the line for itself.
    """
    use = convention(document.language)
    start, end = document.line_span(opener.at)
    if (
        not document.text[start : opener.at].strip()
        and not document.text[closer.at + 1 : end].strip()
    ):
        return False
    return use.known and not use.padded and "«" in use.opening and "»" not in use.opening


@rule(
    "TYP004",
    severity=Severity.ERROR,
    fix=Safety.SAFE,
    patterns=[
        # An opening mark with a blank after it has the edge of something before it; a closing one
        # does not, and is most of what would match otherwise.
        rf"(?<=^|[\s(\[—–])[\"“„«‘]{BLANK}{{1,4}}(?=\S)",
        rf"(?<=\S){BLANK}{{1,4}}[\"”“»](?=[\s.,;:!?)\]]|$)",
    ],
    bad=[
        "He went on, adding, ⟦“ After⟧ the flight the number of soldiers has increased.”",
        "He called it “a great ⟦day ”⟧ and left.",
        "The firm ⟦“ Acme ”⟧ denied it.",
        'They said ⟦" we⟧ will come back in the spring, whatever it costs us" and went.',
        Example("Er nannte es ⟦„ eine⟧ sehr lange Geschichte ohne jedes Ende“ und ging.", "de"),
        Example("Газета ⟦« Голос »⟧ закрылась.", "ru"),
        "The (⟦“ so-called⟧”) reform",
        "An operation code-named ⟦‘ Tit⟧’ began.",
    ],
    fixed=[
        "He went on, adding, “After the flight the number of soldiers has increased.”",
        "He called it “a great day” and left.",
        "The firm “Acme” denied it.",
        'They said "we will come back in the spring, whatever it costs us" and went.',
        "Er nannte es „eine sehr lange Geschichte ohne jedes Ende“ und ging.",
        "Газета «Голос» закрылась.",
        "The (“so-called”) reform",
        "An operation code-named ‘Tit’ began.",
    ],
    good=[
        Example("Le journal « Le Monde » paraît l’après-midi.", "fr"),
        "In an English text « Le Monde » keeps its French spaces.",
        Example("Новости города\n« Назад  Вперёд »\nПогода на сегодня и на завтра", "ru"),
        Example("Er las »Die Zeit« und »Der Spiegel« im Zug.", "de"),
        Example("Er sagte „Nein“ und ging „nach Hause“ zurück.", "de"),
        Example("Hän sanoi ”ei” ja lähti ”kotiin” taas.", "fi"),
        'A 5" nail and a 7" nail, or 5 " x 7 " frames.',
        "Rock ‘ n ’ roll of the ‘90s, the boys ’ room, don’t.",
        Example('דובר צה"ל אמר "לא" והלך.', "he"),
        'print(" hello " + name + " ! ")',
        "“The first paragraph of a speech does not close.\n\n“The second does, and it is short.”",
        'An odd " mark alone says nothing.',
        "“ ‘Thin spaces between nested quotes,’ some printers say, ‘are neat.’ ”",
        "A reopened “ quote “ is not ours to judge”.",
        Example("彼は“ 日本 ”と書いた。", "ja"),
    ],
)
def space_in_quotes(document: Document, match: Match) -> Iterator[Finding]:
    """A space stands just inside a pair of quotation marks.

    Which mark opens and which closes is told by its shape, its neighbours and the language's
    habits; a straight mark with spaces on both sides by what is open. Every mark of the pair's
    kind in the paragraph must find its mate, or the rule is silent. So it is on guillemets in
    French, in German and where the language is unknown, on straight single marks, inches, code and
    unspaced scripts.
    """
    at = match.start() if document.text[match.start()] in MARKS else match.end() - 1
    pair = document.fact(clear_pairs).get(at)
    if not pair or not _is_padded_by_slip(document, *pair):
        return
    opener, closer = (mark.at for mark in pair)
    text = document.text
    both = text[opener + 1] in BLANKS and text[closer - 1] in BLANKS
    if at == closer and both:
        return
    near = NEAR if both else 0
    if at == opener or text[opener + 1] not in BLANKS:
        yield from inner_blanks(text, opener, closer, near, "space inside quotation marks")
