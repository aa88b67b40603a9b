"""Lines of a page that no list of phrases holds: menus, teasers, stamps. Weights: judge/*.toml."""

import functools
import re
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
BETWEEN = 1
ALONE = 2.0
"""What the score of a line by itself between two paragraphs must be higher: it may be a heading."""
CODE = re.compile(r"[={}]|;$|\w\(\S*\)")
SAID = 0.5
"""Weight of a line's words from which its message names the heaviest."""
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
    """Whether a line is a row of a table, of a list of dates with what was on them, or code."""
    if value["tab"] > 0 or (is_entry(item) and value["near_events"] >= ENTRIES):
        return True
    return CODE.search(item.text) is not None


def margin(value: Mapping[str, float]) -> float:
    """What a line's score must have beyond the threshold."""
    return ALONE if value["run_lines"] == 1 and value["place"] == BETWEEN else 0.0


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
        if score(value, scorecard) > scorecard.threshold + margin(value):
            yield at, item, value


def _reason(item: Look, value: Mapping[str, float]) -> str:
    """Why a line is held to be furniture, in words."""
    count = int(value["run_lines"])
    what = f"one of {count} lines without a sentence" if count > 1 else "no sentence"
    cue = item.best.strip("^$ 0")
    is_clear = item.weight >= SAID and cue not in lexicon().small
    said = f"; it says “{cue}”" if cue and is_clear else ""
    return f"boilerplate line: {what} {PLACES[int(value['place'])]}{said}"


FLOOD = (
    "The river has been rising since the beginning of the week, and nobody has slept much.",
    "On Tuesday the council opened the school to the families who live on the quay.",
    "“We have been through this before,” said the mayor, who is nineteen years in office.",
    "The water is expected to fall by the weekend, if the rain in the hills stops.",
)
FLUT = (
    "Der Fluss steigt seit Anfang der Woche, und in der Unterstadt hat kaum jemand geschlafen.",
    "Am Dienstag öffnete der Rat die Schule für die Familien, die am Kai wohnen.",
    "„Das haben wir schon erlebt“, sagte der Bürgermeister, der seit neunzehn Jahren im Amt ist.",
    "Das Wasser soll bis zum Wochenende fallen, wenn der Regen in den Bergen aufhört.",
)
RIADA = (
    "El río no ha dejado de subir desde el comienzo de la semana, y casi nadie ha dormido.",
    "El martes el ayuntamiento abrió la escuela para las familias que viven en el muelle.",
    "«Ya hemos pasado por esto», dijo el alcalde, que lleva diecinueve años en el cargo.",
    "Se espera que el agua baje antes del fin de semana, si la lluvia para como dicen.",
)
"""Articles of the examples, a paragraph a line."""


def _page(article: tuple[str, ...], head: str, foot: str) -> str:
    """An article between what stands above and below it, a line for each piece between slashes."""
    return "\n".join((*head.split(" / "), *article, *foot.split(" / ")))


@rule(
    "BLR012",
    yields=("BLR", "MKP", "STR", "INJ", "DUP"),
    severity=Severity.WARNING,
    fix=Safety.UNSAFE,
    bad=[
        _page(
            FLOOD,
            "⟦Home⟧ / ⟦News⟧ / ⟦Sport⟧ / ⟦Business⟧ / ⟦Search⟧ / ⟦Sign in⟧",
            "⟦Share⟧ / ⟦Facebook⟧ / ⟦Twitter⟧ / ⟦Most read⟧ / ⟦Ten ways to cook a trout⟧ / ⟦About us⟧"
            " / ⟦Contact⟧ / ⟦Terms of use⟧ / ⟦Privacy policy⟧",
        ),
        _page(
            FLUT,
            "⟦Startseite⟧ / ⟦Nachrichten⟧ / ⟦Wirtschaft⟧ / ⟦Suche⟧ / ⟦Anmelden⟧ / ⟦Abonnieren⟧",
            "⟦Teilen⟧ / ⟦Meistgelesen⟧ / ⟦Zehn Wege zur Forelle⟧ / ⟦Kontakt⟧ / ⟦Datenschutz⟧",
        ),
        _page(
            RIADA,
            "⟦Inicio⟧ / ⟦Noticias⟧ / ⟦Economía⟧ / ⟦Deportes⟧ / ⟦Buscar⟧ / ⟦Suscríbete⟧",
            "⟦Compartir⟧ / ⟦Relacionados⟧ / ⟦Diez maneras de cocinar una trucha⟧ / ⟦Contacto⟧",
        ),
    ],
    fixed=["\n".join(FLOOD), "\n".join(FLUT), "\n".join(RIADA)],
    good=[
        "\n".join(FLOOD),
        "Home\nNews\nSport\nSearch\nSign in\nShare\nContact",
        _page(FLOOD, "Flood in the lower town / By Anna Weber", "Northford, 3 May"),
        _page(FLOOD, "The flood / 1. News from the quay / 2. The other side", "Further reading"),
        _page(FLOOD, "A recipe / Serves: 4 / 2 onions / 3 carrots / Salt and pepper", "Serve hot."),
        _page(
            FLOOD, "Anna: How did it begin? / Jo: With rain.", "Anna: And then? / Jo: More rain."
        ),
        _page(FLOOD, "Team\tPoints / Northford\t12 / Eastham\t10", "News\t3 / Contact\t4"),
        _page(FLOOD, "Prices / Adults 12.00 / Children 6.00", "Closed Mondays / Groups on request"),
        _page(FLOOD, "search = None / share(item) / print(menu)", "menu = {} / contact = None"),
        _page(
            FLOOD,
            "Dates",
            "May 3, 2019 – Northford, in the Old Hall / May 4, 2019 – Eastham, in the Market"
            " / May 6, 2019 – Westham, in the School / May 9, 2019 – High Town, by the River",
        ),
    ],
    known_failures=[_page(FLOOD, "⟦Northford⟧ / ⟦Eastham⟧ / ⟦Westham⟧", "⟦Lower town⟧ / ⟦Quay⟧")],
)
def boilerplate_line(document: Document) -> Iterator[Finding]:
    """A line belongs to the page around the article and not to the article: a menu, a teaser, a stamp.

    No list holds such lines, for every site names its own sections. A scorecard judges them by what
    can be counted: their words, the run of lines without prose that they stand in, what the
    article's prose knows of their words, and what the page is like (judge/features.toml; the weights
    of words in judge/words.toml). Points were fitted on labelled web pages by
    tools/fit_line_judge.py. On pages of sites that were not fitted on, the threshold of 4.7 finds 70 %
    of the lines that several sites share and 44 % of all short ones off the article on whole pages,
    51 % and 18 % or 32 % and 10 % of what two extractors left, and flags 0.36, 0.01 and 0.17 % of
    the article's lines.

    A text without three lines of prose and two lines with clear words beside them is not judged at
    all, nor are Markdown files, sentences, rows of tables and lists of dated events: poems, recipes,
    plays, interviews and lists stay as they are. The fix deletes the line, and is never safe.
    """
    if document.has_markup:
        return
    found: list[Line] = document.fact(lines)
    for at, item, value in judged([line.text for line in found]):
        line = found[at]
        edit = delete_line(document.text, line.start, line.end)
        yield Finding(line.start, line.end, _reason(item, value), Fix((edit,)))
