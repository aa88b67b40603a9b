"""Lists of other articles: a heading, and the titles under it. Data: lexicon/lists.toml."""

import functools
import marshal
from pathlib import Path

import msgspec

from textlint.api import (
    UNSPACED,
    Document,
    Line,
    compile_re,
    fold,
    kept,
    lines,
    load_toml,
    script_of,
    state,
)

from ._held import Headings, unmarked
from ._kinds import WORD
from ._lexicon import listed
from ._lines import FOLDER, furniture
from ._texts import held

WORDS = range(3, 25)
"""Words of a title; fewer are a section or a name, more a paragraph."""
LETTERS = range(8, 71)
"""Code points of a title in a script that writes no spaces."""
TITLE = 170
"""Code points of a title, at most."""
TEASER = 60
"""Words of the beginning of an article that is cut off with an ellipsis."""
META, META_WORDS = 40, 5
"""Code points and words of what stands between titles: a day, a section, a name, a count."""
BETWEEN = 3
"""Such lines in a row, from which more end a list."""
MOST = 60
"""Lines of a list."""
FEWEST = 2
"""Titles that a heading must have under it to be one."""
LEAD = 2
"""Titles of a list before the first paragraph that may be the article's own, and what stands under it."""
BULLET = compile_re(r"(?:[*+•·▪■●»›▸►>–-]|o|\d{1,2}[.)]?)\s+(?=\S)")
ELLIPSIS = ("…", "...", "[…]", "[...]", "(…)")
STOPS = tuple(".:;,。；：，、।।")
CLOSERS = "\"'”’»)]」』"
HOLE = "{}"


class Title(msgspec.Struct, frozen=True):
    """A line of a list of other articles; spans in code points."""

    start: int
    end: int
    text: str
    heading: str


@functools.cache
def digest() -> str:
    """What names this state of the headings."""
    here = Path(__file__)
    return state((here, here.with_name("_held.py"), FOLDER / "lists.toml"))


@functools.cache
def headings() -> Headings:
    """The headings, made ready once for all runs."""
    packed = kept("headings", digest(), lambda: marshal.dumps(_ready()))
    return Headings(*marshal.loads(packed))  # noqa: S302 - the user's own, checksummed


def _ready() -> tuple[frozenset[str], dict[str, list[tuple[str, str]]]]:
    """The parts of the headings."""
    holed: dict[str, list[tuple[str, str]]] = {}
    every = load_toml(FOLDER / "lists.toml")["heading"].values()
    phrases = [unmarked(fold(text)) for texts in every for text in texts]
    for text in phrases:
        if HOLE in text:
            before, after = (part.strip() for part in text.split(HOLE))
            word = before.split(" ", 1)[0] if before else after.rsplit(" ", 1)[-1]
            holed.setdefault(word, []).append((before, after))
    return frozenset(phrases), holed


def _kind(line: Line) -> str:
    """What a line of a list may be: a title, what stands between titles, or neither."""
    text = BULLET.sub("", line.text, count=1)
    words = text.split()
    if text.endswith(ELLIPSIS) and len(words) <= TEASER:
        return "title"
    bare = text.rstrip(CLOSERS)
    if bare.endswith(STOPS) or len(text) > TITLE:
        return "" if len(words) > META_WORDS or len(text) > META else "meta"
    if script_of(text[0]) in UNSPACED or script_of(text[-1]) in UNSPACED:
        return "title" if len(text) in LETTERS else "meta" if len(text) < LETTERS[0] else ""
    if len(words) in WORDS and not text[0].islower():
        return "title"
    return "meta" if len(words) <= META_WORDS and len(text) <= META else ""


def titles(document: Document) -> list[Title]:
    """The lines of the lists of other articles, and their headings where no other list has them: a fact."""
    over = [number for number, _, _, heads in document.fact(held) if heads]
    if not over:
        return []
    every = document.fact(lines)
    known = _known(document)
    paragraph = next((n for n, line in enumerate(every) if not _kind(line)), len(every))
    heading = set(over)
    found: list[Title] = []
    done = -1
    for at in over:
        run = _run(every, at + 1, known, heading, lead=at < paragraph) if at > done else []
        if run:
            titles = [every[number] for number in (at, *run) if number not in known]
            found += [Title(line.start, line.end, line.text, every[at].text) for line in titles]
            done = run[-1]
    return found


def _known(document: Document) -> set[int]:
    """The lines that the lists of page furniture hold, by number."""
    starts = {hit.start for hits in document.fact(furniture).values() for hit in hits}
    found = {number for number, line in enumerate(document.fact(lines)) if line.start in starts}
    strong = (item.number for item in document.fact(listed).values() if item.strength != WORD)
    return found | set(strong)


def _run(
    every: list[Line], first: int, known: set[int], heading: set[int], *, lead: bool
) -> list[int]:
    """The lines of the list that starts at a line, by number; none where too few are titles.

    `known` are the lines that other lists hold, `heading` those that head such lists; `lead`: it stands
    before the first paragraph.
    """
    run: list[int] = []
    found: list[int] = []
    between, at, bulleted = 0, first, False
    while at < min(len(every), first + MOST):
        kind = "meta" if at in known else _kind(every[at])
        if not kind or at in heading:
            break
        between = 0 if kind == "title" else between + 1
        if between > BETWEEN:
            break
        if kind == "title":
            marked = BULLET.match(every[at].text) is not None
            if found and marked and not bulleted:
                break
            bulleted = marked if not found else bulleted
            found.append(at)
        run.append(at)
        at += 1
    if len(found) < FEWEST:
        return []
    if bulleted:
        while run and not BULLET.match(every[run[-1]].text):
            run.pop()
    elif at < len(every) and not _kind(every[at]):
        own = LEAD if lead else 1
        run = [n for n in run if n < found[-own]] if len(found) > own else []
    last = max((n for n in found if n in run), default=-1)
    return [n for n in run if n <= last] if last >= 0 else []
