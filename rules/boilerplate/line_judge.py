"""Lines of a page that no list of phrases holds: menus, teasers, stamps. Weights: judge/*.toml."""

import functools
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from textlint.api import (
    Document,
    Finding,
    Fix,
    Line,
    Safety,
    Severity,
    delete_line,
    lines,
    load_toml,
    rule,
)

from ._features import FOLDER, STRONG, Look, is_entry, lexicon, look, values

PROSE = 3
"""Lines of prose that a text must have: without an article there is nothing that is not of it."""
CUES = 2
"""Lines with a clear word (menu, share, ago) that it must have beside them."""
MOST = 5_000
"""Lines of a text that may be a page; what has more is a book, a table or a log."""
ENTRIES = 0.5
"""Share of neighbours that are entries with a date too, from which an entry is of a list of the article."""
PLACES = ("before the first paragraph", "between paragraphs", "after the last paragraph")


class Card(NamedTuple):
    """The points of a feature's values, parted at the cuts."""

    name: str
    cuts: tuple[float, ...]
    points: tuple[float, ...]


class Table(NamedTuple):
    """The points of the values of two features together."""

    rows: str
    row_cuts: tuple[float, ...]
    columns: str
    column_cuts: tuple[float, ...]
    points: tuple[tuple[float, ...], ...]


class Model(NamedTuple):
    """The scorecard of judge/features.toml."""

    cards: tuple[Card, ...]
    tables: tuple[Table, ...]
    constant: float
    threshold: float


@functools.cache
def model() -> Model:
    """The scorecard, read once."""
    data = load_toml(FOLDER / "features.toml")
    cards = [Card(name, card["cuts"], card["points"]) for name, card in data["feature"].items()]
    tables = [
        Table(*(table[key] for key in ("rows", "row_cuts", "columns", "column_cuts", "points")))
        for table in data["table"].values()
    ]
    return Model(tuple(cards), tuple(tables), data["constant"], data["threshold"])


def score(value: Mapping[str, float], scorecard: Model) -> float:
    """The log-odds that a line is of the page and not of its article."""
    total = scorecard.constant
    for name, cuts, points in scorecard.cards:
        total += points[bisect_right(cuts, value[name])]
    for rows, row_cuts, columns, column_cuts, cells in scorecard.tables:
        row = cells[bisect_right(row_cuts, value[rows])]
        total += row[bisect_right(column_cuts, value[columns])]
    return total


def is_listed(item: Look, value: Mapping[str, float]) -> bool:
    """Whether a line is a row of a table, or of a list of dates with what was on them."""
    return value["tab"] > 0 or (is_entry(item) and value["near_events"] >= ENTRIES)


def judged(texts: list[str]) -> Iterator[tuple[int, Look, dict[str, float]]]:
    """The lines that are furniture: their number, what they show, what was counted."""
    if not PROSE < len(texts) <= MOST:
        return
    words = lexicon()
    looks = [look(text, words) for text in texts]
    if sum(item.is_prose for item in looks) < PROSE:
        return
    if sum(item.weight >= STRONG for item in looks) < CUES:
        return
    scorecard = model()
    for at, (item, value) in enumerate(zip(looks, values(looks), strict=True)):
        if item.is_prose or is_listed(item, value):
            continue
        if score(value, scorecard) > scorecard.threshold:
            yield at, item, value


def _reason(item: Look, value: dict[str, float]) -> str:
    """Why a line is held to be furniture, in words."""
    count = int(value["run_lines"])
    what = f"one of {count} short lines in a row" if count > 1 else "a short line by itself"
    cue = item.best.strip("^$ ") if item.weight > 0 else ""
    said = f", with “{cue}”" if cue and not cue.startswith("0") else ""
    return f"line of the page, not of the article: {what} {PLACES[int(value['place'])]}{said}"


ARTICLE = """\
The ferry across the bay has run since the war, and it has never once been on time in winter.
Most of the people who take it work in the yards on the other side, and they have learned to wait.
Last week the council voted to sell it, which nobody had expected, and the price was very low.
The new owner says that the boats will be replaced by the end of the year, if the yard can build them.
"""


@rule(
    "BLR012",
    severity=Severity.WARNING,
    fix=Safety.UNSAFE,
    bad=[ARTICLE + "⟦Subscribe⟧"],
    fixed=[ARTICLE],
    good=[ARTICLE],
)
def boilerplate_line(document: Document) -> Iterator[Finding]:
    """A line belongs to the page around the article, not to the article."""
    if document.has_markup:
        return
    found: list[Line] = document.fact(lines)
    for at, item, value in judged([line.text for line in found]):
        line = found[at]
        edit = delete_line(document.text, line.start, line.end)
        yield Finding(line.start, line.end, _reason(item, value), Fix((edit,)))
