"""Menus, breadcrumbs, pagers, search boxes: how a reader moves about a site. Data: lexicon/."""

from collections.abc import Iterator

from textlint.api import (
    Document,
    Finding,
    Fix,
    Safety,
    Severity,
    delete_line,
    fold,
    lines,
    rule,
)

from ._cores import bare
from ._kinds import SAFE
from ._lexicon import excerpt, listed, menus
from ._traces import headings, stands, word_menus


@rule(
    "BLR005",
    yields=("BLR001", "BLR002", "BLR003", "BLR004", "BLR008", "STR008", "STR009"),
    severity=Severity.WARNING,
    fix=Safety.SAFE,
    bad=[
        "⟦Skip to main content⟧\n\nThe harbour opens in May.",
        "⟦* Home⟧\n⟦* News⟧\n⟦* Sports⟧\n⟦* Contact us⟧\nThe harbour opens in May.",
        "⟦Home > News > World⟧\nThe harbour opens in May.",
        "⟦You are here: Home » Harbour⟧\nThe harbour opens in May.",
        "The harbour opens in May.\n⟦« Previous⟧\n⟦1 2 3 … Next »⟧",
        "The harbour opens in May.\n⟦↑ Back to top⟧",
        "⟦Zum Inhalt springen⟧\n⟦Startseite | Politik | Wirtschaft | Kontakt⟧\nDer Hafen öffnet im Mai.",
        "⟦Aller au contenu principal⟧\nLe port ouvre en mai.",
        "⟦Saltar al contenido⟧\nEl puerto abre en mayo.",
        "⟦Перейти к содержимому⟧\nПорт открывается в мае.\n⟦Наверх⟧",
        "⟦本文へスキップ⟧\n港は5月に開く。",
        "⟦본문 바로가기⟧\n항구는 5월에 열린다.",
        "⟦跳至内容⟧\n港口五月开放。",
        "⟦تخطى إلى المحتوى⟧\nيفتح الميناء في مايو.",
        "⟦Ana içeriğe geç⟧\nLiman mayısta açılıyor.",
        (
            "⟦Skip to content⟧\n⟦Close menu⟧\n⟦Back to top⟧\n⟦News⟧\n⟦Sports⟧\n⟦Harbour Dispatch⟧\n"
            "⟦Weather⟧\n⟦Business⟧\n⟦Opinion⟧\nThe harbour opens in May, said the mayor of the town."
        ),
        (
            "The harbour opens in May.\nIt closes in June.\nA ship came in.\nIt left again.\n"
            "Nobody saw it.\nIt was raining.\nThe mayor slept.\nSo did the town.\n⟦Loading…⟧"
        ),
        (
            "⟦Add to wishlist⟧\nThe harbour opens in May.\nIt closes in June.\nA ship came in.\n"
            "It left again.\nNobody saw it.\nThe mayor slept.\n⟦About the author⟧\n"
            "Jane Doe has lived by the harbour for nineteen years."
        ),
    ],
    fixed=[
        "The harbour opens in May.",
        "The harbour opens in May.",
        "The harbour opens in May.",
        "The harbour opens in May.",
        "The harbour opens in May.",
        "The harbour opens in May.",
        "Der Hafen öffnet im Mai.",
        "Le port ouvre en mai.",
        "El puerto abre en mayo.",
        "Порт открывается в мае.",
        "港は5月に開く。",
        "항구는 5월에 열린다.",
        "港口五月开放。",
        "يفتح الميناء في مايو.",
        "Liman mayısta açılıyor.",
        "The harbour opens in May, said the mayor of the town.",
        (
            "The harbour opens in May.\nIt closes in June.\nA ship came in.\nIt left again.\n"
            "Nobody saw it.\nIt was raining.\nThe mayor slept.\nSo did the town."
        ),
        (
            "The harbour opens in May.\nIt closes in June.\nA ship came in.\n"
            "It left again.\nNobody saw it.\nThe mayor slept.\n"
            "Jane Doe has lived by the harbour for nineteen years."
        ),
    ],
    good=[
        "News\n\nThe harbour opens in May.",
        "Search\n\nDivers looked for the wreck all night.",
        "Sports\n\nThe harbour has a club for rowers.\n\nMusic\n\nIt has a choir, too.",
        "About the author\n\nShe lives by the harbour.",
        "Contact\n\nWrite to the harbour master before you come.",
        "They wanted to skip to the main content of the treaty at once.",
        "Back to the top of the hill they went.",
        "The next page of the diary was empty.",
        "He said: “Home, news, sports” and left.",
        "If a > b > c, then a > c.",
        "Next\n\nThe second day began with rain.",
        "The town has clubs for\n\nFootball\nTennis\nGolf\nCycling\nRugby",
        "- Music\n- Film\n- Books\n\nThese were his subjects at school.",
        "version: 3\nservices:\nmail:\nimage: harbour",
        (
            "The town has clubs.\nOne is old.\nOne is new.\nHe asked for all.\nThey are these.\n"
            "There are two.\n- Football\n- Tennis"
        ),
        (
            "Three old songs\n\nThe choir of the harbour sang them in May, and the town sang with it until "
            "the ships blew their horns."
        ),
        "古い橋が再開通\n2021年5月12日 10時15分\n\n町の古い橋が火曜日に再び開通した。",
        "Table of contents\n\nThe first chapter tells how the harbour was built.\n\nThe second is sad.",
    ],
)
def navigation(document: Document) -> Iterator[Finding]:
    """A line of the site's navigation: skip link, menu, breadcrumb, pager, search box.

    A line counts when it is listed in full, without case, list bullet, arrows, count and digits, in
    some fifty languages. Skip links and the like stand for themselves and go in full (safe); other
    wordings of controls are reported with an unsafe fix; "About us" and its kind need a list bullet
    or a listed line within three lines, everyday words (News, Search, Sports) need both or two. In a run of
    short items with list bullets (`*`, `+`, `o`) of which three and a quarter are listed, all are, but for
    those that head a paragraph elsewhere; in a
    run of brief lines in a text with three lines of furniture, those between five listed ones that are
    two fifths. What the whole text tells counts as well: a label that ends it heads nothing, and in a
    text full of furniture an everyday word needs no neighbours where no paragraph follows.
    """
    found = document.fact(listed)
    items = document.fact(menus) | document.fact(word_menus)
    for number in sorted(items.difference(found)):
        line = document.fact(lines)[number]
        if bare(fold(line.text)) in document.fact(headings):
            continue  # its twin heads a part of the article
        edit = delete_line(document.text, line.start, line.end)
        fix = Fix((edit,))
        yield Finding(line.start, line.end, f"menu item {excerpt(line.text)}", fix)
    for item in found.values():
        if item.kind != "navigation":
            continue
        line = item.line
        if item.strength != SAFE and line.text[-1] == ":" and line.text[0].islower():
            continue  # a key of YAML
        if stands(document, item):
            safety = Safety.SAFE if item.strength == SAFE else Safety.UNSAFE
            edit = delete_line(document.text, line.start, line.end)
            fix = Fix((edit,), safety)
            yield Finding(line.start, line.end, f"navigation {excerpt(line.text)}", fix)
