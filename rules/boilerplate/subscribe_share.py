"""Calls to share, follow, subscribe, install and sign in. Data: lexicon/sharing.toml."""

from collections.abc import Iterable, Iterator

from textlint.api import Document, Finding, Safety, Severity, rule

from ._lines import Hit, removal
from ._traces import all_hits


def calls(document: Document) -> Iterable[Hit]:
    """The lines that ask to share or subscribe: a fact."""
    return all_hits(document, "sharing")


@rule(
    "BLR003",
    severity=Severity.WARNING,
    each=calls,
    fix=Safety.SAFE,
    bad=[
        "⟦Share on Facebook⟧\nThe harbour opens in May.",
        "⟦* Click to share on Twitter (Opens in new window)⟧\nThe harbour opens in May.",
        "The harbour opens in May.\n\n⟦Subscribe to our newsletter⟧\n",
        "The harbour opens in May.\n⟦Follow us⟧",
        "The harbour opens in May.\n⟦Share 12⟧\n⟦Tweet⟧\n⟦Email⟧",
        "The harbour opens in May.\n⟦Facebook⟧\n⟦Twitter⟧\n⟦WhatsApp⟧",
        "The harbour opens in May.\n⟦Facebook Twitter LinkedIn Email⟧",
        "Der Hafen öffnet im Mai.\n⟦Auf Facebook teilen⟧\n⟦Newsletter abonnieren⟧",
        "Порт открывается в мае.\n⟦Подписывайтесь на наш канал в Telegram⟧",
        "港は5月に開く。\n⟦Facebookでシェア⟧\n⟦メルマガ登録はこちら⟧",
        "항구는 5월에 열린다.\n⟦카카오톡 공유하기⟧\n⟦URL복사⟧",
        "يفتح الميناء في مايو.\n⟦تابعونا على فيسبوك⟧",
        "Le port ouvre en mai.\n⟦» Partager cet article⟧\n⟦Mot de passe oublié ?⟧",
    ],
    fixed=[
        "The harbour opens in May.",
        "The harbour opens in May.",
        "The harbour opens in May.\n",
        "The harbour opens in May.",
        "The harbour opens in May.",
        "The harbour opens in May.",
        "The harbour opens in May.",
        "Der Hafen öffnet im Mai.",
        "Порт открывается в мае.",
        "港は5月に開く。",
        "항구는 5월에 열린다.",
        "يفتح الميناء في مايو.",
        "Le port ouvre en mai.",
    ],
    good=[
        "Share\nThe price of a share rose by two cents.",
        "Facebook\nThe company was founded in a dormitory.",
        "Facebook, Twitter, YouTube\nAll of them were fined.",
        "He asked her to share on Facebook what she knew.",
        "“Follow us”",
        "They shouted: Follow us!",
        "The newsletter has a thousand readers.",
        "Teilen\nMan teilt durch die Summe.",
        "1. Share\n2. Divide",
        "Print\nThe print shows a harbour at noon.",
    ],
    known_failures=["The biggest networks:\nFacebook\nYouTube\nWhatsApp"],
)
def subscribe_share(document: Document, hit: Hit) -> Iterator[Finding]:
    """A line asks to share, follow, subscribe, install an application or sign in.

    Such calls and buttons belong to the page. Only whole lines count, as listed in 60 languages, a list
    bullet before and a count after apart; of several phrases each must be listed. A single everyday
    word ("Share", "Print") must have other furniture within three lines, the mere name of a service two
    such lines. A sentence that holds such words is silent, and so is what stands in quotation marks.
    The fix is safe for wordings of several words that are hardly ever a line of an article.
    """
    message = f"call to share or subscribe “{hit.text}”"
    yield Finding(hit.start, hit.end, message, removal(document, hit))
