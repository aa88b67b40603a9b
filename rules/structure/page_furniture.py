"""What a printed page carries beside its text: page numbers, running headers and footers."""

import functools
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import groupby, pairwise

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
    delete_line,
    inked,
    lines,
    rule,
)

from ._sentence import has_words, is_item
from ._shape import LONGEST, LONGEST_NUMBER, is_numbered, masked, shape

SHORTEST = 6
"""Code points that a running header has at least: shorter lines that come again are labels."""
PROSE = 4
BODY = 8
"""Words of the lines around a page break, for a sentence to run over it: with a header or a series of
numbers as evidence, and with a single number."""
PAGE = 300
"""Code points from one page's furniture to the next's, in the median: stanzas and rows have fewer."""
TIMES = 3
"""Times that a line comes, and numbers that follow one another, at least."""
CUT = 0.4
"""Share of a line's places where a sentence runs over it. Two of three pages of prose end inside a
sentence that goes on with a small letter; of the labels that come again on 196 whole web pages none
reaches it."""
FEW = 8
"""Beginnings of lines that are tried on every line; where there are more, every line is looked at."""
STEP = 3
"""Most that a page number exceeds the one before: empty pages and plates have none."""
LONGEST_BARE = 4
"""Digits of a page number without a word."""
YEARS = range(1000, 2100)

Break = tuple[int, int]
"""The numbers of the first and last of the document's lines that stand between two pages."""


@functools.cache
def _expressions() -> Expressions:
    """The expressions of this rule, compiled at their first use."""
    page = (
        r"page|pg\.?|p\.|seite|s\.|página|pág\.?|pagina|pag\.?|strona|str\.?|strana|sida|side|sivu"
        r"|oldal|sayfa|halaman|hal\.?|trang|страница|стр\.?|с\.|сторінка|стор\.?|страна|σελίδα|σελ\.?"
        r"|עמוד|صفحة|صفحه|الصفحة|पृष्ठ|หน้าที่|หน้า"
    )
    of = r"(?:of|/|von|de|di|van|sur|af|av|z|ze|iz|из|з|із|od|מתוך|من|از|dari|trên|trong|tổng|จาก|में से)"
    sheet = r"[页頁]"
    sources = {
        "bare": r"x{0,3}(?:ix|iv|v?i{1,3}|v)|x{1,3}",
        "dashed": r"([-–—~·])\s?\d{1,4}\s?\1|\[\s?(?i:page|seite|p\.)\s?\d{1,4}\s?\]",
        "named": rf"(?i)(?:{page})\s?\d{{1,4}}|第\s?\d{{1,4}}\s?(?:{sheet}|ページ)"
        r"|\d{1,4}\s?(?:ページ|쪽|페이지)",
        "total": rf"(?i)(?:{page})\s?\d{{1,4}}\s?{of}\s?\d{{1,4}}"
        rf"|第\s?\d{{1,4}}\s?{sheet}\s?[,，、/]?\s?共\s?\d{{1,4}}\s?{sheet}",
        "number": r"\d+",
    }
    return Expressions(sources)


def _kind(text: str) -> str | None:
    """What kind of page number a line is: "bare" (12), "dashed" (- 12 -), "named" or with its "total"."""
    if len(text) > LONGEST_NUMBER or not is_numbered(text):
        return None
    if text.isdecimal():
        return "bare" if len(text) <= LONGEST_BARE else None
    find = _expressions()
    return next((k for k in ("bare", "total", "named", "dashed") if find[k].fullmatch(text)), None)


def _may_have(document: Document) -> bool:
    """Whether the text has a sign of furniture, one of those without which `furniture` finds none.

    A form feed; a line that is a page number by its form, not a bare one; or a line that goes on with
    a sentence after one that may be furniture: a bare number once, lines that come again twice.
    """
    found = document.fact(shape)
    if not found.numbers and len(found.cuts) < 2 and "\f" not in document.text:  # noqa: PLR2004
        return False
    numbers = {text: kind for text in set(found.numbers) if (kind := _kind(text))}
    if "\f" in document.text or set(numbers.values()) - {"bare"}:
        return True
    cut = [last for last, line in found.cuts if has_words(line, PROSE) and not is_item(line)]
    if not numbers.keys().isdisjoint(cut):
        return True
    if len(cut) < 2:  # noqa: PLR2004
        return False
    again = _coming_again(document.fact(inked), set(cut), 2 if numbers else TIMES)
    return sum(last in again for last in cut) > 1


def _coming_again(found: list[str], texts: set[str], times: int) -> set[str]:
    """Those of some lines that come so many times, digits apart."""
    shapes = {text: masked(text) for text in texts}
    starts = tuple({shape.partition("#")[0] for shape in shapes.values()})
    starts = starts if len(starts) <= FEW else ("",)
    counts = Counter[str]()
    for text, count in Counter(found).items():
        if text.startswith(starts) and len(text) <= LONGEST:
            counts[masked(text)] += count
    return {text for text, shape in shapes.items() if counts[shape] >= times}


def _candidates(found: list[Line]) -> dict[int, str]:
    """The lines that may be furniture, by number: the kind of page number, or the shape that recurs."""
    kinds: dict[int, str] = {}
    shapes: defaultdict[str, list[int]] = defaultdict(list)
    for at, line in enumerate(found):
        text = line.text
        if len(text) > LONGEST:
            continue
        if kind := _kind(text):
            kinds[at] = kind
        elif len(text) >= SHORTEST:
            shapes[masked(text)].append(at)
    for form, places in list(shapes.items()):
        often = len(places) >= TIMES or _beside(places, kinds)
        if often and _apart(found, places) and any(map(str.isalpha, form)):
            kinds |= dict.fromkeys(places, f"={form}")
    return kinds


def _beside(places: list[int], kinds: dict[int, str]) -> bool:
    """Whether a line comes twice, each time beside a page number."""
    return len(places) > 1 and all(
        kinds.get(at - 1, "=")[0] != "=" or kinds.get(at + 1, "=")[0] != "=" for at in places
    )


def _apart(found: list[Line], places: list[int]) -> bool:
    """Whether pages lie between the places where a line comes again."""
    from statistics import median  # with fractions and decimals: 3 ms

    return median(found[b].start - found[a].end for a, b in pairwise(places)) >= PAGE


def _breaks(places: list[int]) -> Iterator[Break]:
    """The runs of neighbouring lines among those given."""
    for _, run in groupby(enumerate(places), lambda item: item[1] - item[0]):
        numbers = [number for _, number in run]
        yield numbers[0], numbers[-1]


def _is_cut(document: Document, found: list[Line], gap: Break, words: int) -> bool:
    """Whether a sentence runs over a page break, or a form feed stands beside it."""
    first, last = gap
    if first == 0 or last + 1 >= len(found):
        return False
    before, after = found[first - 1], found[last + 1]
    if "\f" in document.text[before.end : after.start]:
        return True
    if not after.text[0].islower() or is_item(before.text) or is_item(after.text):
        return False
    if not (before.text[-1].isalpha() or before.text[-1] in ",-\u00ad"):
        return False
    return has_words(before.text, words) and has_words(after.text, words)


def _follow(found: list[Line], places: list[int]) -> bool:
    """Whether the numbers on some lines count pages: each a little more than the one before."""
    number = _expressions()["number"]
    values = [int(m[0]) if (m := number.search(found[at].text)) else 0 for at in places]
    return len(places) > 1 and all(0 < b - a <= STEP for a, b in pairwise(values))


def _is_series(found: list[Line], places: list[int], kind: str, inside: int) -> bool:
    """Whether all lines of one kind or shape are furniture, `inside` of them inside sentences."""
    if kind[0] == "=":
        return inside > 1 and inside >= CUT * len(places)
    if kind == "total":
        return True
    often = len(places) >= TIMES and inside >= CUT * len(places)
    return (often or kind != "bare") and _follow(found, places)


def _is_alone(found: list[Line], places: list[int], at: int) -> bool:
    """Whether a number is no year, and none of its kind is nearer than the next page."""
    if found[at].text.isdigit() and int(found[at].text) in YEARS:
        return False
    near = bisect_left(places, at)
    return not any(
        abs(found[other].start - found[at].start) < PAGE
        for other in places[max(0, near - 1) : near + 2]
        if other != at
    )


def furniture(document: Document) -> list[tuple[int, Break | None]]:
    """The lines that are furniture, by number.

    With each goes the break it belongs to if that cuts a sentence and holds nothing else.
    """
    if not _may_have(document):
        return []
    found = document.fact(lines)
    kinds = _candidates(found) if len(found) > 2 else {}  # noqa: PLR2004 - before, between, after
    if not kinds:
        return []
    gaps = list(_breaks(sorted(kinds)))
    gap_of = {at: gap for gap in gaps for at in range(gap[0], gap[1] + 1)}
    cut = {gap: _is_cut(document, found, gap, PROSE) for gap in gaps}
    by_kind: defaultdict[str, list[int]] = defaultdict(list)
    for at in sorted(kinds):
        by_kind[kinds[at]].append(at)
    sure: set[int] = set()
    for kind, places in by_kind.items():
        inside = [at for at in places if cut[gap_of[at]]]
        if _is_series(found, places, kind, len(inside)):
            sure.update(places)
        elif kind[0] != "=":
            alone = [at for at in inside if _is_alone(found, places, at)]
            sure.update(at for at in alone if _is_cut(document, found, gap_of[at], BODY))
    for gap in {gap_of[at] for at in sure}:
        sure.update(at for at in range(gap[0], gap[1] + 1) if kinds[at][0] != "=")
    joins = {gap for gap in gaps if cut[gap] and sure.issuperset(range(gap[0], gap[1] + 1))}
    return [(at, gap_of[at] if gap_of[at] in joins else None) for at in sorted(sure)]


def _repair(document: Document, at: int, gap: Break | None) -> Edit:
    """Join the sentence that a break cuts in two, or delete the line where none does."""
    found, text = document.fact(lines), document.text
    if gap is None:
        return delete_line(text, found[at].start, found[at].end)
    first, last = gap
    before, after = found[first - 1], found[last + 1]
    if not after.text[0].islower() or before.text[-1] == "-":
        return delete_line(text, found[at].start, found[at].end)
    wrapped = first > 1 and text.count("\n", found[first - 2].end, before.start) == 1
    newline = "\r\n" if "\r\n" in text[before.end : after.start] else "\n"
    return Edit(before.end, after.start, newline if wrapped else " ")


PAGES = (
    "The council met in the old town hall beside the river and spoke for hours about the bridge, its "
    "costs and the long way round that the farmers would have to take for two summers or more. Nobody "
    "wanted to pay, and everybody wanted to cross it. In the end they voted, and all but one of them "
    "were for it, because the ferry was\n\n{}\n\nold and slow. "
)
"""A page of prose that ends inside a sentence."""


@rule(
    "STR009",
    severity=Severity.WARNING,
    fix=Safety.UNSAFE,
    bad=[
        (
            "The committee found that the works on the old bridge had been\n\n⟦12⟧\n\n"
            "delayed for more than two years by a quarrel over the money for it."
        ),
        "It was the end of the first part.\n\n⟦Page 3 of 10⟧\n\nThe second part is about water.",
        Example(
            "Das war der erste Teil.\n⟦- 4 -⟧\nDann kam der zweite.\n⟦- 5 -⟧\nUnd Schluss.", "de"
        ),
        Example("Первая часть окончена.\n\n⟦Стр. 7 из 20⟧\n\nВторая часть длиннее.", "ru"),
        Example("第一部分到此结束。\n⟦第3页 共10页⟧\n第二部分讲水。", "zh"),
        "".join(PAGES.format(f"⟦The Bridge at Last | {page}⟧") for page in (3, 4, 5)) + "Then.",
        "".join(PAGES.format(f"⟦{page}⟧\n⟦The Bridge at Last⟧") for page in (3, 4, 5)) + "Then.",
    ],
    fixed=[
        (
            "The committee found that the works on the old bridge had been "
            "delayed for more than two years by a quarrel over the money for it."
        ),
        "It was the end of the first part.\n\nThe second part is about water.",
        "Das war der erste Teil.\nDann kam der zweite.\nUnd Schluss.",
        "Первая часть окончена.\n\nВторая часть длиннее.",
        "第一部分到此结束。\n第二部分讲水。",
        PAGES.replace("\n\n{}\n\n", " ") * 3 + "Then.",
        PAGES.replace("\n\n{}\n\n", " ") * 3 + "Then.",
    ],
    good=[
        "Chapters\n\n1\n\nIt began in May.\n\n2\n\nIt went on in June.\n\n3\n\nIt was over in July.",
        "The war ended.\n\n1918\n\nThe king left the country and nobody asked after him again.",
        (
            "Country of origin of the goods that we have sold\n12\n"
            "other goods that we have sold to people in the country\n14\n"
            "yet other goods that we have not sold so far to anybody"
        ),
        "Apples\n12\npieces\nPears\n4\npieces\nPlums\n40\nof them",
        "Rating of the hotel by its guests\n\n4 of 5\n\nvery good and clean rooms",
        "Posts\n- 3\nI agree with you\nPosts\n- 90\nSo do I\nPosts\n- 6\nMe too",
        "Anna says:\nYes.\nBert says:\nNo.\nAnna says:\nWhy?\nBert says:\nNo.\nAnna says:\nOh.",
        "".join(
            f"{name}\n\nIngredients\n\n{'Flour, butter and sugar in equal parts. ' * 12}\n\n"
            for name in ("Cake", "Pie", "Bread")
        ),
        "O wind of the north\nblow over the sea\n\nRefrain again\n\nover the sea and far away\n"
        * 3,
        "Team A\n3\nTeam B\n2\nTeam C\n1",
        "See the report of the year,\npage 3\nfor it.",
    ],
)
def page_furniture(document: Document) -> Iterator[Finding]:
    """A page number, running header or footer of a printed page stands inside the text.

    Text taken from a PDF or a scan carries them, in the middle of sentences. A bare number must
    stand inside a sentence, or be of a series that does; so must a line that comes again (its
    digits apart) three times and more, pages apart, at two of five of its places; a form feed
    beside it serves too. "Page 3 of 10" stands for itself, "- 12 -" and "Page 12" where they count
    on. Chapter numbers, years, scores, speakers, refrains and headings that come again stand
    between sentences: silent. The fix deletes the line and joins the sentence it cuts in two.
    """
    for at, gap in furniture(document):
        line = document.fact(lines)[at]
        if document.is_masked(line.start, line.end):
            continue
        what = "page number" if _kind(line.text) else "running header or footer"
        edit = _repair(document, at, gap)
        yield Finding(line.start, line.end, f"{what} “{line.text}” inside the text", Fix((edit,)))
