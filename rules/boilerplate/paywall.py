"""The notice that stands where the rest of a text should. Data: lexicon/paywall.toml."""

from collections.abc import Iterator

from textlint.api import Document, Finding, Severity, rule

from ._lexicon import excerpt, holds, listed


@rule(
    "BLR006",
    yields=("BLR001", "BLR002", "BLR003", "BLR004", "BLR008"),
    severity=Severity.ERROR,
    bad=[
        "The harbour opens in May.\n\n⟦Subscribe to continue reading⟧",
        "The harbour opens in May.\n⟦This article is for subscribers only.⟧",
        "The harbour opens in May.\n⟦You have 2 free articles left this month⟧",
        "The harbour opens in May.\n⟦Already a subscriber? Sign in⟧",
        "Der Hafen öffnet im Mai.\n⟦Dieser Artikel ist nur für Abonnenten⟧",
        "Le port ouvre en mai.\n⟦Il vous reste 72 % de cet article à lire. La suite est réservée.⟧",
        "El puerto abre en mayo.\n⟦Suscríbete para seguir leyendo⟧",
        "Il porto apre a maggio.\n⟦Contenuto riservato agli abbonati⟧",
        "Порт открывается в мае.\n⟦Материал доступен только подписчикам⟧",
        "港は5月に開く。\n⟦この記事は有料会員限定です⟧",
        "항구는 5월에 열린다.\n⟦유료 회원만 볼 수 있는 기사입니다⟧",
        "港口五月开放。\n⟦登录后阅读全文⟧",
    ],
    good=[
        "She had to subscribe to continue reading the magazine, and did.",
        "Special offer\n\nThe ferry costs half in May.",
        "This article is for subscribers of two papers, he told the court.",
        "The harbour has 2 free berths left this month.",
        "Premium\n\nThe insurer raised it twice.",
    ],
)
def paywall(document: Document) -> Iterator[Finding]:
    """A paywall's notice: the text ends here, or was never there.

    Whole lines in some forty languages: calls to subscribe or log in to read on, "for subscribers
    only", how many free articles are left, "already a subscriber?", protected posts. Two words that
    offers of other kinds have as well need a listed line near. No fix: what is missing stays so.
    """
    for item in document.fact(listed).values():
        if item.kind == "paywall" and holds(document, item):
            line = item.line
            message = f"paywall {excerpt(line.text)}: the text may be cut"
            yield Finding(line.start, line.end, message)
