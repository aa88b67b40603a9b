"""Lines of a page that no list of phrases holds: menus, teasers, stamps. Weights: judge/features.toml."""

import functools
from collections.abc import Iterator, Mapping, Sequence

from textlint.api import (
    Document,
    Finding,
    Fix,
    Line,
    Safety,
    Severity,
    delete_line,
    fold,
    lines,
    rule,
)

from ._cores import bare
from ._counts import Page
from ._features import CLEAR, Evidence, evidence, look
from ._scorecard import above, hundredths, model
from ._traces import headings, traces
from .commenter_ui import names_quoted, post_lines

PROSE = 3
"""Lines of prose that a text must have: without an article there is nothing that is not of it."""
CUES = 2
"""Lines that it must have beside them which the lists of phrases know as a page's and nothing else."""
MOST = 5_000
"""Lines of a text that may be a page; what has more is a book, a table or a log."""
THREAD, POSTS = 0.3, 0.5
"""Marks of a thread for each line of prose, and what the score of a line must be higher in threads: a
post may be three words, and a name over each post may be of the article or not."""
SPARSE, SHORT, DOUBT = 0.2, 30, 0.75
"""Share of prose among a page's lines below which its article may be made of lists, lines of a page
below which a poem in it weighs as much as a menu, and what the score must be higher on either: of 46
lines of whole pages' articles that scored over 2.25, 43 were on pages with less prose."""
REASONS = 1 << 10
"""Messages that are remembered: lines of a run have one."""


def margin(whole: Mapping[str, float]) -> float:
    """What the score of a page's lines must have beyond the threshold."""
    in_thread = whole["thread"] >= THREAD
    is_doubtful = whole["page_prose"] < SPARSE or whole["page_lines"] < SHORT
    return POSTS * in_thread + DOUBT * is_doubtful


def page_of(found: Sequence[Line], known: Evidence) -> Page | None:
    """The lines as a page to be judged, None where they are an article by itself, or none."""
    clear = [at for at, level in known.listed.items() if level >= CLEAR]
    if not PROSE < len(found) <= MOST or len(clear) < CUES:
        return None
    looks = look([line.text for line in found])
    if looks.prose < PROSE or sum(not looks.rows[at].is_prose for at in clear) < CUES:
        return None
    return Page(looks, known)


def judged(page: Page) -> list[int]:
    """The lines that are furniture, by number."""
    scorecard = model()
    least = scorecard.threshold + hundredths(margin(page.whole))
    return [at for at in above(page, scorecard, least) if not page.is_kept(at)]


@functools.lru_cache(REASONS)
def _reason(count: int, clear: int, side: str) -> str:
    """Why a line, in a run of so many with so many clear ones, is held to be furniture, in words."""
    what = f"one of {count} lines without a sentence" if count > 1 else "no sentence"
    known = f", {clear} of them on lists of such lines" if clear else ""
    return f"boilerplate line: {what} {side} the article{known}"


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
            "⟦Skip to content⟧ / ⟦Home⟧ / ⟦News⟧ / ⟦Sport⟧ / ⟦Business⟧ / ⟦Search⟧ / ⟦Sign in⟧",
            "⟦Share⟧ / ⟦Facebook⟧ / ⟦Twitter⟧ / ⟦Most read⟧ / ⟦About us⟧"
            " / ⟦Contact⟧ / ⟦Terms of use⟧ / ⟦Privacy policy⟧",
        ),
        _page(
            FLUT,
            "⟦Zum Inhalt springen⟧ / ⟦Startseite⟧ / ⟦Nachrichten⟧ / ⟦Suche⟧ / ⟦Anmelden⟧",
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
            (*FLOOD, "The school on the quay", *FLOOD, "What the mayor says", *FLOOD),
            "Log in / Skip to content / Contents / The school on the quay / What the mayor says",
            "",
        ),
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
    can be counted: how long they are, how far the article is, what the lines around them look like,
    how many of those the lists of the other rules hold, what the article's prose knows of their words.
    It knows no word of its own. Points (judge/features.toml) were fitted on labelled web pages by
    tools/fit_line_judge.py. On pages of sites that were not fitted on it finds 91 % of the lines that
    several sites share and 73 % of all short ones off the article on whole pages, 74 % and 19 % or
    71 % and 27 % of what two extractors left, and flags 0.5, 0.1 and 0.4 % of the article's lines
    before headings are spared; most are items of menus and boxes on the author with the article's words.

    What may be the headline is never reported: the lines above the article that its words are in, or
    that stand nearest. Nor is an unlisted line that stands over a paragraph elsewhere, or, in a thread,
    who wrote a post, and when.

    A text without three lines of prose and two listed lines beside them is not judged at all, nor are
    Markdown files, sentences, rows of tables, tables of contents and lists of dated events: poems,
    recipes, plays, interviews and lists stay as they are. The fix deletes the line, and is never safe.
    """
    if document.has_markup or document.fact(traces).total() < CUES:
        return
    found: list[Line] = document.fact(lines)
    page = page_of(found, document.fact(evidence))
    if page is None:
        return
    posts, heads = document.fact(post_lines), document.fact(headings)
    for at in judged(page):
        line, row = found[at], page.rows[at]
        if names_quoted(line):
            continue
        if not row.listed and (at in posts or bare(fold(line.text)) in heads):
            continue
        side = "before" if at < page.first else "after" if at >= page.last else "within"
        fix = Fix((delete_line(document.text, line.start, line.end),))
        yield Finding(line.start, line.end, _reason(row.run_lines, row.run_clear, side), fix)
