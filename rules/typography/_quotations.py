"""Which quotation marks open, which close, which belong together: an automaton over paragraphs.

The fact `quotations` judges the double and the curly single marks of each paragraph; `unmatched`
are the marks that stay alone once quotations over several paragraphs are allowed for. Neither
raises, and neither guesses silently: a mark whose surroundings do not tell its role, or contradict
its shape, is `sure=False`. Both are linear in the length of the text.
"""

import enum
import functools
import re
from collections import deque
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from textlint.api import UNSPACED, Document, load_toml, script_of

from ._paragraphs import around, places

STRAIGHT = '"'
SINGLES = frozenset("‘’‚‹›")
DOUBLES = frozenset('"“”„«»')
"""The marks of the outer level that writers mix up with one another."""
MARKS = SINGLES | DOUBLES | frozenset("「」『』")
FAR = 2_000
"""Code points after which two marks are no longer believed to belong together."""
DEEPEST = 16
"""Marks that are open at once at most: text has three, noise any number."""
LONG = 10_000
"""Code points from which a paragraph may be noise."""
CROWDED = 0.1
"""Share of marks from which it is. Edited paragraphs of a thousand code points have up to 0.044."""
REACH = 10
"""Paragraphs with marks over which a quotation may go on without opening again. In 36 quotations of
edited text that do, the most is three."""
GLUED = UNSPACED | {"Hangul"}
"""Scripts without apostrophes, in which a closing mark stands right before letters."""
OUTSIDE_LEFT = frozenset("([{¿¡—–-/")
"""What stands outside an opening mark, besides white space and other opening marks."""
OUTSIDE_RIGHT = frozenset(")]}.,;:!?…—–-/।。，、؟،")
"""What stands outside a closing mark, besides white space and other closing marks."""
PLAIN = {"“": "”", STRAIGHT: STRAIGHT}
"""What closes the openers that need no automaton, in languages whose `Convention.plain` says so."""
BEFORE_OPENING, BEFORE_CLOSING, AFTER_CLOSING = " \n(", ".,!?", " \n.,;:!?)"
"""What stands beside them where nothing is in doubt, besides letters and digits within."""


@functools.cache
def _measure() -> re.Pattern[str]:
    """What stands before an inch or a second: 5", 12”, 3/4", 2.5"."""
    return re.compile(r"(?<![\w%€$£])\d{1,3}(?:[.,/′']\d{1,2})?$|[½¼¾′°]\s?\d*$")


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
    over; `reopened` are (outer, inner) where the inner opened while the outer one, a mark of its
    own level, was open.
    """

    start: int
    end: int
    marks: list[Mark]
    pairs: list[tuple[Mark, Mark]]
    strays: list[Mark]
    reopened: list[tuple[Mark, Mark]]


class Convention(NamedTuple):
    """A language's marks: what closes each opener, which are ever openers, which ever closers.

    `shapes` is the role that a mark's shape tells, None where it opens and closes; `mates` are the
    pairs of an opener and a closer that may belong together in a text of this language. `plain`:
    whether “ opens, ” closes and a straight mark does either, as in English.
    """

    closers: dict[str, str]
    shapes: dict[str, Role | None]
    mates: frozenset[str]
    opening: frozenset[str]
    padded: bool
    known: bool
    plain: bool


@functools.cache
def convention(language: str | None) -> Convention:
    """The quotation marks of a language; those of all languages where it is unknown."""
    data = _table()
    pairs = data["pairs"].get(language or "unknown") or data["pairs"]["unknown"]
    closers: dict[str, str] = {STRAIGHT: STRAIGHT}
    for pair in pairs:
        closers[pair[0]] = closers.get(pair[0], "") + pair[1]
    opening = frozenset(closers)
    mixed = {a + b for a in DOUBLES for b in DOUBLES if STRAIGHT in (a, b)}
    shapes = _shapes(pairs, data["pairs"]["unknown"])
    return Convention(
        closers,
        shapes,
        frozenset(mixed.union(pairs, _anywhere())),
        opening,
        padded=language in data["padded"],
        known=language in data["pairs"],
        plain=(shapes["“"], shapes["”"], shapes[STRAIGHT]) == (Role.OPEN, Role.CLOSE, None),
    )


def _shapes(*tables: list[str]) -> dict[str, Role | None]:
    """What each mark's shape tells by the first of the tables of pairs that knows the mark."""
    shapes: dict[str, Role | None] = dict.fromkeys(MARKS)
    for pairs in reversed(tables):
        opening = {pair[0] for pair in pairs}
        closing = {pair[1] for pair in pairs}
        shapes.update(dict.fromkeys(opening, Role.OPEN))
        shapes.update(dict.fromkeys(closing, Role.CLOSE))
        shapes.update(dict.fromkeys(opening & closing))
    return shapes


@functools.cache
def _table() -> dict[str, dict[str, list[str]]]:
    return load_toml(Path(__file__).parent / "conventions" / "quotes.toml")


@functools.cache
def _anywhere() -> frozenset[str]:
    """The pairs of two different marks that some language has: what a foreign quotation may be."""
    return frozenset(p for pairs in _table()["pairs"].values() for p in pairs if p[0] != p[1])


def quotations(document: Document) -> list[Quoted]:
    """The paragraphs that hold quotation marks, each with its marks judged and paired."""
    text, found = document.text, document.fact(_places)
    if not found:
        return []
    use = convention(document.language)
    return [
        _judge(text, start, end, own, use)
        for start, end, own in around(text, found)
        if not _is_noise(end - start, len(own))
    ]


def _places(document: Document) -> list[int]:
    """Where quotation marks stand."""
    return places(document.text, MARKS)


def are_plain(document: Document) -> bool:
    """Whether all marks of the text just open and close in turn on a line: a fact.

    So it is in most texts, and then no paragraph holds a stray mark, a mixed pair or a doubt.
    """
    found = document.fact(_places)
    return not found or (convention(document.language).plain and _alternate(document.text, found))


def _alternate(text: str, ats: Sequence[int]) -> bool:
    """Whether `_pair_plainly` pairs the marks of every line."""
    opener, start = "", 0
    for at in ats:
        char = text[at]
        if char == "’" and _in_word(text, at):
            continue
        if not opener:
            if char not in PLAIN or not _opens(text, at):
                return False
            opener, start = char, at
        elif char != PLAIN[opener] or not _ends(text, at) or text.find("\n", start, at) >= 0:
            return False
        else:
            opener = ""
    return not opener


def _is_noise(length: int, marks: int) -> bool:
    """Whether a long paragraph is full of marks, as a table of characters or a broken file is."""
    return length >= LONG and marks > CROWDED * length


def _judge(text: str, start: int, end: int, ats: Sequence[int], use: Convention) -> Quoted:
    """Run the automaton over one paragraph; single marks and the others do not disturb each other.

    An apostrophe taken for a closing mark must not end what a double mark has opened.
    """
    done = Quoted(start, end, [], [], [], [])
    if _pair_plainly(text, ats, use, done):
        return done
    done.marks.clear()
    done.pairs.clear()
    singles: list[Mark] = []
    others: list[Mark] = []
    for at in ats:
        if text[at] == "’" and _in_word(text, at):
            done.marks.append(Mark(at, "’", Role.NEITHER, sure=True))
            continue
        stack = singles if text[at] in SINGLES else others
        mark = _mark(text, at, use, stack)
        done.marks.append(mark)
        _step(mark, stack, done, use)
    done.strays.extend(singles + others)
    done.strays.sort()
    return done


def _pair_plainly(text: str, ats: Sequence[int], use: Convention, done: Quoted) -> bool:
    """Fill in `done` where marks just open and close in turn, as most do; False where they do not.

    What it fills in is what the automaton finds, at a fifth of the cost.
    """
    if not use.plain:
        return False
    opener: Mark | None = None
    for at in ats:
        char = text[at]
        if char == "’" and _in_word(text, at):
            mark = Mark(at, char, Role.NEITHER, sure=True)
        elif opener is None:
            if char not in PLAIN or not _opens(text, at):
                return False
            opener = mark = Mark(at, char, Role.OPEN, sure=True)
        else:
            if char != PLAIN[opener.char] or not _ends(text, at):
                return False
            mark = Mark(at, char, Role.CLOSE, sure=True)
            done.pairs.append((opener, mark))
            opener = None
        done.marks.append(mark)
    return opener is None


def _opens(text: str, at: int) -> bool:
    """Whether a mark stands where an opening one does, beyond doubt."""
    return (at == 0 or text[at - 1] in BEFORE_OPENING) and text[at + 1 : at + 2].isalnum()


def _ends(text: str, at: int) -> bool:
    """Whether a mark, not the first of the text, stands where a closing one does, beyond doubt."""
    before = text[at - 1]
    if not (before.isalpha() or before in BEFORE_CLOSING):
        return False
    return at + 1 == len(text) or text[at + 1] in AFTER_CLOSING


def _in_word(text: str, at: int) -> bool:
    """Whether a mark stands between two ASCII letters: by far most apostrophes."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return before.isalpha() and after.isalpha() and (before + after).isascii()


def _step(mark: Mark, stack: list[Mark], done: Quoted, use: Convention) -> None:
    if mark.role is Role.OPEN:
        outer = next((other for other in stack if _same_level(mark, other)), None)
        if outer:
            done.reopened.append((outer, mark))
        if len(stack) == DEEPEST:
            done.strays.append(stack.pop(0))
        stack.append(mark)
    elif mark.role is Role.CLOSE:
        mate = _mate(mark, stack, use)
        if mate is None:
            done.strays.append(mark)
            return
        while (top := stack.pop()) is not mate:
            done.strays.append(top)
        done.pairs.append((mate, mark))


def _same_level(mark: Mark, other: Mark) -> bool:
    """Whether a mark that opens while another is open is of that one's level."""
    return mark.char == other.char or (other.char == STRAIGHT and mark.char in "“„")


def _mate(mark: Mark, stack: list[Mark], use: Convention) -> Mark | None:
    """The open mark that a closing one ends: of a curly mark's own kind before a straight one."""
    mates = [other for other in reversed(stack) if _closes(mark, other, use)]
    if mark.char != STRAIGHT:
        mates.sort(key=_is_straight)
    return mates[0] if mates else None


def _is_straight(mark: Mark) -> bool:
    return mark.char == STRAIGHT


def _closes(mark: Mark, opener: Mark, use: Convention) -> bool:
    """Whether one mark closes another; a straight mark pairs with any double one.

    So does a mark turned against its shape: what is “meant“ is plain.
    """
    if opener.char + mark.char in use.mates:
        return True
    if mark.sure and opener.sure:
        return False
    turned = (not mark.sure and mark.char in "“”") or (not opener.sure and opener.char in "“”")
    return turned and mark.char in DOUBLES and opener.char in DOUBLES


def _mark(text: str, at: int, use: Convention, stack: list[Mark]) -> Mark:
    """Judge one mark from its neighbours, its shape and what is open."""
    char = text[at]
    before = text[at - 1] if at else "\n"
    after = text[at + 1] if at + 1 < len(text) else "\n"
    is_open = any(other.char + char in use.mates for other in stack)
    if _is_no_quote(char, before, after, is_open=is_open):
        return Mark(at, char, Role.NEITHER, sure=True)
    side, shape = _side(before, after), use.shapes[char]
    if shape:
        if side is Role.CLOSE and shape is Role.OPEN and stack and char in "“„":
            return Mark(at, char, Role.CLOSE, sure=False)
        if side is Role.OPEN and shape is Role.CLOSE and not stack and char == "”":
            return Mark(at, char, Role.OPEN, sure=False)
        return Mark(at, char, shape, sure=side in (shape, None))
    if side:
        return Mark(at, char, side, sure=not (is_open and _is_measured(text, at)))
    glued = not before.isspace() and not after.isspace()
    return Mark(at, char, Role.CLOSE if is_open else Role.OPEN, sure=is_open and glued)


def _is_measured(text: str, at: int) -> bool:
    """Whether a mark stands after a number as an inch or a second does."""
    return text[at] in '"”' and _measure().search(text[max(0, at - 8) : at]) is not None


def _is_no_quote(char: str, before: str, after: str, *, is_open: bool) -> bool:
    """Whether a mark is an apostrophe (don’t, ‘90s, the boys’), an inch or a gershayim (צה"ל)."""
    if char in "’‘‚":
        inside = after.isalnum() and script_of(before) not in GLUED
        return (before.isalnum() and (inside or not is_open)) or (
            char != "‚" and not before.isalnum() and after.isdigit() and not is_open
        )
    if char in '"”' and not is_open:
        return before.isdigit() or _in_hebrew(before, after)
    return char in '"”' and _in_hebrew(before, after)


def _in_hebrew(before: str, after: str) -> bool:
    """Whether a mark stands between Hebrew letters: it makes an abbreviation of them."""
    if before.isascii():
        return False
    return script_of(before) == script_of(after) == "Hebrew"


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
        doubtful = {mark.char for mark in quoted.strays}
        doubtful |= {inner.char for outer, inner in quoted.reopened if outer.char == inner.char}
        for opener, closer in quoted.pairs:
            if doubtful.isdisjoint((opener.char, closer.char)):
                found[opener.at] = found[closer.at] = opener, closer
    return found


class Alone(NamedTuple):
    """A mark without a mate, and its paragraph."""

    mark: Mark
    quoted: Quoted


def unmatched(document: Document) -> list[Alone]:
    """The double marks that no mark of their own or of another paragraph pairs with, in order.

    A quotation may go on over paragraphs: it ends in a later one, or each of them opens it again
    and the last closes it. Single marks are left out, as too many of them are apostrophes.
    """
    if document.fact(are_plain):
        return []
    text = document.text
    alone: list[Alone] = []
    pending: deque[tuple[int, Alone]] = deque()
    found = document.fact(quotations)
    for number, quoted in enumerate(found):
        if not quoted.strays:
            continue
        went_on = number > 0 and _goes_on(text, found[number - 1], quoted)
        goes_on = number + 1 < len(found) and _goes_on(text, quoted, found[number + 1])
        for stray in quoted.strays:
            if stray.char in SINGLES:
                continue
            again = went_on and stray is _first(quoted)
            mark = stray._replace(role=Role.OPEN) if again else stray
            here = Alone(mark, quoted)
            while pending and pending[0][0] < number - REACH:
                alone.append(pending.popleft()[1])
            is_closer = mark.role is Role.CLOSE or not (mark.sure or again)
            if is_closer and pending and _could_close(mark, pending[-1][1].mark):
                pending.pop()
            elif mark.role is Role.CLOSE:
                alone.append(here)
            elif not goes_on:
                pending.append((number, here))
    alone.extend(here for _, here in pending)
    return sorted(alone, key=lambda here: here.mark.at)


def _could_close(mark: Mark, opener: Mark) -> bool:
    """Whether a mark may end what another opened in a paragraph before."""
    doubles = DOUBLES.issuperset((mark.char, opener.char))
    return doubles or opener.char + mark.char in _anywhere()


def _first(quoted: Quoted) -> Mark | None:
    """The first mark of a paragraph that opens or closes."""
    return next((mark for mark in quoted.marks if mark.role is not Role.NEITHER), None)


def _goes_on(text: str, quoted: Quoted, follower: Quoted) -> bool:
    """Whether the next paragraph opens the quotation again at its start, as long speeches do."""
    between = text[quoted.end : follower.start]
    first = _first(follower)
    return (
        not between.strip()
        and first is not None
        and (first.role is Role.OPEN or not first.sure or first.char in "»”")
        and not text[follower.start : first.at].strip(" \t\u00a0*_>-–—•…(['‘")
    )
