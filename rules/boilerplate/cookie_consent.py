"""What a cookie banner leaves in a text. Data: lexicon/cookies.toml."""

import functools
import re
from collections.abc import Iterable, Iterator
from itertools import chain

from textlint.api import (
    Document,
    Finding,
    Fix,
    Match,
    Phrase,
    Safety,
    Severity,
    Span,
    delete_line,
    fold,
    load_toml,
    rule,
)

from ._lines import FOLDER, hits_of, removal

LONGEST = 1_200
"""Code points of a line that may be a banner: the longest seen in practice are a paragraph."""
QUOTED = 60
"""Code points of a line that the message quotes."""
OPENING = frozenset("\"'“„«‘")
SIGNS = 2
"""Things that a banner asks or promises, at least, if it is no listed wording."""
LETTER = re.compile("[a-zà-žа-яё]")


STEMS = (
    "cook kakor eväste küpsi sīkdat sīkfail slapuk ciastecz piškot kolačić колач бисквит süti çerez "
    "куки קוקי עוגי ارتباط كوكيز کوکی कुकी কুকি คุกกี้ クッキー 쿠키 galet kuki koekie vafrakök vidakuzi "
    "cwci ქუქი թխուկ"
).split()
"""What the words for cookies begin with, folded."""


@functools.cache
def _words(name: str) -> tuple[str, ...]:
    """What a list of the lexicon holds in all languages, folded, the longest first."""
    words = {fold(word) for word in chain(*load_toml(FOLDER / "cookies.toml")[name].values())}
    return tuple(sorted(words, key=len, reverse=True))


def _begins(name: str, line: str) -> bool:
    """Whether a word of a list stands in a line and no letter of its script before it."""
    for word in [word for word in _words(name) if word in line]:
        at = line.find(word)
        while at >= 0:
            if at == 0 or not LETTER.match(line, at - 1):
                return True
            at = line.find(word, at + 1)
    return False


def _has_signs(line: str) -> bool:
    """Whether a line asks or promises enough, words within longer ones not counted."""
    words = [word for word in _words("assent") if word in line]
    at, signs = 0, set[str]()
    while len(signs) < SIGNS <= len(words):
        places = [
            (place, -len(word), word) for word in words if (place := line.find(word, at)) >= 0
        ]
        if not places:
            return False
        place, _, word = min(places)
        signs.add(word)
        at = place + len(word)
    return len(signs) >= SIGNS


@functools.lru_cache(1024)
def _is_banner(text: str) -> bool:
    """Whether a line is a sentence of a banner: cookies, who sets them, what it asks or promises."""
    line = fold(text)
    return _begins("cookie", line) and _begins("site", line) and _has_signs(line)


def _candidates(document: Document, stems: Iterable[Match]) -> Iterator[tuple[int, int]]:
    """The lines that hold a word for cookies and are short enough, each once."""
    end = -1
    for stem in stems:
        if stem.start() >= end:
            start, end = document.line_span(stem.start())
            if end - start <= LONGEST:
                yield start, end


def _notices(document: Document, stems: Iterable[Match]) -> Iterable[tuple[Span, Fix]]:
    """The lines of cookie banners with their fixes."""
    found = {
        Span(hit.start, hit.end): removal(document, hit) for hit in hits_of(document, "cookies")
    }
    text = document.text
    for start, end in _candidates(document, stems):
        line = text[start:end]
        if not _is_banner(line) or line.lstrip()[0] in OPENING or document.is_masked(start, end):
            continue
        first = start + len(line) - len(line.lstrip())
        span = Span(first, first + len(line.strip()))
        found.setdefault(span, Fix((delete_line(text, *span),), Safety.UNSAFE))
    return sorted(found.items())


@rule(
    "BLR002",
    severity=Severity.ERROR,
    patterns=[Phrase(stem, "anywhere") for stem in STEMS],
    together=True,
    always=True,
    fix=Safety.SAFE,
    bad=[
        "⟦Accept all cookies⟧\nThe harbour opens in May.",
        (
            "⟦This website uses cookies to improve your experience. By continuing to browse the "
            "site you agree to our use of cookies.⟧\nThe harbour opens in May."
        ),
        (
            "⟦Wir verwenden Cookies, um unser Angebot zu verbessern. Weitere Informationen finden "
            "Sie in der Datenschutzerklärung.⟧\nDer Hafen öffnet im Mai."
        ),
        (
            "⟦Ce site utilise des cookies pour améliorer votre expérience. En poursuivant, vous "
            "acceptez leur emploi.⟧\nLe port ouvre en mai."
        ),
        "Порт открывается в мае.\n⟦Мы используем файлы cookie, чтобы улучшить работу сайта. Подробнее⟧",
        "⟦当サイトではCookieを使用しています⟧\n港は5月に開く。",
        "⟦* Cookie settings⟧\nThe harbour opens in May.",
        (
            "⟦Bu web sitesi çerezleri kullanır. Devam ederek çerez politikamızı kabul etmiş "
            "olursunuz.⟧\nLiman."
        ),
        "⟦Reject all⟧\n⟦Manage cookies⟧\nThe harbour opens in May.",
    ],
    fixed=[
        "The harbour opens in May.",
        "The harbour opens in May.",
        "Der Hafen öffnet im Mai.",
        "Le port ouvre en mai.",
        "Порт открывается в мае.",
        "港は5月に開く。",
        "The harbour opens in May.",
        "Liman.",
        "The harbour opens in May.",
    ],
    good=[
        "We bake cookies to improve the mood.",
        "The law on cookies changed in May, and sites must ask before they set them.",
        "Websites use cookies to follow their visitors from page to page.",
        "“We use cookies to improve your experience and you agree”, says the banner.",
        "Er isst gern Cookies und Kekse.",
        "Accept\nThe committee accepted the plan.",
        "Файлы cookie хранит браузер.",
        "Cookies are small files that a site leaves in the browser.",
    ],
)
def cookie_consent(document: Document, stems: list[Match]) -> Iterator[Finding]:
    """A line of a consent banner: its sentence about cookies, its buttons and headings.

    Whole lines count, as listed in 50 languages ("Accept all cookies", "Cookie-Einstellungen"); and a
    line that names cookies, says who sets them ("we use", "this site") and asks or promises two things
    more ("by continuing", "you agree", "privacy policy", "your experience"). The fix of the latter is
    unsafe: an article on cookies could hold one. A button that says no more than "Accept" must have
    other furniture within three lines.
    """
    for (start, end), fix in _notices(document, stems):
        text = document.text[start : min(end, start + QUOTED)]
        quoted = text if end - start <= QUOTED else f"{text[:-1]}…"
        yield Finding(start, end, f"cookie notice “{quoted}”", fix)
