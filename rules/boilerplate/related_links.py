"""Links to other articles and what stands over them. Data: lexicon/related.toml, lexicon/lists.toml."""

from collections.abc import Iterable, Iterator

from textlint.api import Document, Finding, Fix, Safety, Severity, delete_line, fold, rule

from ._lines import Hit, removal
from ._lists import Title, titles
from ._traces import all_hits

NEXT = ("up next", "next up")
"""Headings of lists of videos, and of what a team plays next."""
QUOTED = 60
"""Code points of a line that the message quotes."""


def _announces_games(document: Document, hit: Hit) -> bool:
    """Whether "Up next" stands over sentences: reports of games end with the teams' next ones."""
    if fold(hit.text).strip(":") not in NEXT:
        return False
    rest = document.text[hit.end : hit.end + 300].lstrip("\r\n :").partition("\n")[0]
    return rest.rstrip().endswith((".", "!", "?"))


def links(document: Document) -> Iterable[Hit | Title]:
    """The lines that lead to other articles: a fact."""
    found = [hit for hit in all_hits(document, "related") if not _announces_games(document, hit)]
    return [*found, *document.fact(titles)]


@rule(
    "BLR004",
    yields=("STR008",),
    severity=Severity.WARNING,
    each=links,
    fix=Safety.UNSAFE,
    bad=[
        "The harbour opens in May.\n\n⟦Related Articles⟧\n",
        "The harbour opens in May.\n⟦Read more »⟧",
        "The harbour opens in May.\n\n⟦Read also: Why the bridge was never built⟧\n\nIt closes in June.",
        "The harbour opens in May.\n⟦RELATED STORY | The bridge that was never built⟧\nIt is old.",
        "Der Hafen öffnet im Mai.\n⟦Lesen Sie auch: Warum die Brücke nie kam⟧\nEr ist alt.",
        "Порт открывается в мае.\n⟦Читайте также: Почему моста нет⟧\nОн старый.",
        "El puerto abre en mayo.\n⟦Lea también: Por qué no hay puente⟧\nEs viejo.",
        "港は5月に開く。\n⟦関連記事：なぜ橋はないのか⟧\n古い港だ。",
        "항구는 5월에 열린다.\n⟦[관련기사]⟧\n오래된 항구다.",
        "The harbour opens in May.\n⟦More from Harbour News⟧",
        "The harbour opens in May.\n⟦Trending⟧\n⟦Most popular⟧",
        (
            "The harbour opens in May, said the mayor.\n⟦Most read⟧\n⟦Ten ways to cook a trout⟧\n"
            "⟦3 May 2021⟧\n⟦Mayor resigns after the storm⟧\n⟦Why the bridge was never built⟧\n\n"
            "The pier in winter\n\nIt closes in June, and nobody is there but the gulls."
        ),
        (
            "Der Hafen öffnet im Mai.\n⟦Das könnte Sie auch interessieren⟧\n"
            "⟦* Zehn Wege zur Forelle⟧\n⟦* Bürgermeisterin tritt zurück⟧\n"
            "Der Steg ist alt, und im Juni wird er geschlossen."
        ),
        (
            "Порт открывается в мае, сказал мэр города.\n⟦Читайте также⟧\n"
            "⟦Десять способов приготовить форель⟧\n⟦Почему моста никогда не было⟧\n"
            "⟦Мэр ушёл после шторма⟧\n\n"
            "Пирс и лодки зимой\n\n"
            "Он закрывается в июне, и никого там нет, кроме чаек."
        ),
    ],
    fixed=[
        "The harbour opens in May.\n",
        "The harbour opens in May.",
        "The harbour opens in May.\n\nIt closes in June.",
        "The harbour opens in May.\nIt is old.",
        "Der Hafen öffnet im Mai.\nEr ist alt.",
        "Порт открывается в мае.\nОн старый.",
        "El puerto abre en mayo.\nEs viejo.",
        "港は5月に開く。\n古い港だ。",
        "항구는 5월에 열린다.\n오래된 항구다.",
        "The harbour opens in May.",
        "The harbour opens in May.",
        (
            "The harbour opens in May, said the mayor.\n\nThe pier in winter\n\n"
            "It closes in June, and nobody is there but the gulls."
        ),
        "Der Hafen öffnet im Mai.\nDer Steg ist alt, und im Juni wird er geschlossen.",
        (
            "Порт открывается в мае, сказал мэр города.\n\nПирс и лодки зимой\n\n"
            "Он закрывается в июне, и никого там нет, кроме чаек."
        ),
    ],
    good=[
        "Read more books, she said.",
        "She read more than the others.",
        "He wrote related articles for the paper.",
        "“Read more”",
        "Er sagte: Lesen Sie auch das Kleingedruckte.",
        "More\nSir Thomas was beheaded in 1535.",
        "See also\nThe list of harbours of the north",
        "More or less: the numbers of the year",
        "Next: we look at the harbour.",
        "Popular\nThe song was loved by many.",
        "Related work\n- A study of harbours in the north\n- The bridge that was never built\n",
        "See also\n* Harbours of the north\n* List of bridges by length\n* Ferry services of the bay",
        "Further reading\nThe harbour in winter, by Jane Doe\nA history of the bridge, by John Roe",
        "UP NEXT\n\nNorthford: Visit Eastham on Friday.\n\nEastham: Host Northford on Friday.",
        "Upcoming events\nHarbour day in the old hall, 3 May\nNight of the boats, 4 June",
    ],
)
def related_links(document: Document, hit: Hit | Title) -> Iterator[Finding]:
    """A line leads away to other articles: a heading, a button, a label with a title, a title in a list.

    "Related articles", "Most popular", "Read more", "Lesen Sie auch: …", "Читайте также: …". Only whole
    lines count, as listed in 60 languages; a label must stand at the start of its line, with a mark and
    the title after it. A single everyday word ("More", "Popular") must have other furniture within
    three lines, or stand in a text full of it. Under a heading of such a list (lexicon/lists.toml) two
    titles and more are reported with it, up to a paragraph: lines of three to 24 words without a full
    stop, and the days, names and sections between them. The last title before a paragraph may be its
    own and stays. "See also", "Further reading" and "Upcoming events" head the author's lists as well.
    Of 478 titles so found on labelled pages two were of the article. Nothing is safe to delete here: a
    heading of the article may say the same.
    """
    text = hit.text if len(hit.text) <= QUOTED else hit.text[: QUOTED - 1] + "…"
    if isinstance(hit, Hit):
        yield Finding(
            hit.start, hit.end, f"link to other articles “{text}”", removal(document, hit)
        )
        return
    what = "list of other articles" if hit.text == hit.heading else f"listed under “{hit.heading}”"
    fix = Fix((delete_line(document.text, hit.start, hit.end),))
    yield Finding(hit.start, hit.end, f"{what}: “{text}”", fix)
