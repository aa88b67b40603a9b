"""What stands where an advertisement was. Data: lexicon/ads.toml."""

from collections.abc import Iterable, Iterator

from textlint.api import Document, Finding, Safety, Severity, rule

from ._lines import Hit, hits_of, removal


def markers(document: Document) -> Iterable[Hit]:
    """The lines that mark an advertisement: a fact."""
    return list(hits_of(document, "ads"))


@rule(
    "BLR008",
    severity=Severity.WARNING,
    each=markers,
    fix=Safety.SAFE,
    bad=[
        "The harbour opens in May.\n\n⟦Advertisement⟧\n\nIt closes in June.",
        "The harbour opens in May.\n⟦Story continues below advertisement⟧\nIt closes in June.",
        "The harbour opens in May.\n⟦- ANZEIGE -⟧\nIt closes in June.",
        "Порт открывается в мае.\n\n⟦РЕКЛАМА⟧\n\nОн закроется в июне.",
        "港は5月に開く。\n⟦【広告】⟧\n6月に閉まる。",
        "港口五月开放。\n⟦广告⟧\n六月关闭。",
        "Le port ouvre en mai.\n⟦La suite après la publicité⟧\nIl ferme en juin.",
        "يفتح الميناء في مايو.\n⟦إعلان⟧\nويغلق في يونيو.",
        "O porto abre em maio.\n⟦Continua após a publicidade⟧\nFecha em junho.",
        "The harbour opens in May.\n⟦* Sponsored Content⟧\nIt closes in June.",
    ],
    fixed=[
        "The harbour opens in May.\n\nIt closes in June.",
        "The harbour opens in May.\nIt closes in June.",
        "The harbour opens in May.\nIt closes in June.",
        "Порт открывается в мае.\n\nОн закроется в июне.",
        "港は5月に開く。\n6月に閉まる。",
        "港口五月开放。\n六月关闭。",
        "Le port ouvre en mai.\nIl ferme en juin.",
        "يفتح الميناء في مايو.\nويغلق في يونيو.",
        "O porto abre em maio.\nFecha em junho.",
        "The harbour opens in May.\nIt closes in June.",
    ],
    good=[
        "The advertisement was banned in May.",
        "“Advertisement”",
        "Advertisement for a steam engine, 1851",
        "Er gab eine Anzeige auf.",
        "Anzeige gegen Unbekannt",
        "Реклама табака запрещена.",
        "広告費は増えた。",
        "The story continues below the line of the horizon.",
        "Promo\nThe band recorded it in May.",
        "1. Advertisement",
    ],
)
def ad_marker(document: Document, hit: Hit) -> Iterator[Finding]:
    """A line labels an advertisement, or says that the article goes on after it.

    "Advertisement", "Anzeige", "Реклама", "広告", "Story continues below": the label of a slot whose
    advertisement is gone. Only whole lines count, as listed in 60 languages. An everyday word ("Promo")
    must have other furniture within three lines. A heading "Advertising", a button "Buy now" and a
    wording the site completes are left to the unsafe fixes.
    """
    yield Finding(hit.start, hit.end, f"advertisement label “{hit.text}”", removal(document, hit))
