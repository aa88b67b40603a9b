"""LNG010: a word that comes back at once, a slip of the pen or of a translation machine."""

from collections.abc import Iterator

from textlint.api import Document, Example, Finding, Fix, Safety, Severity, Span, rule

from ._lost import is_lost
from ._repetition import (
    LANGUAGES,
    SPACES,
    Doublets,
    Repetition,
    around,
    doublets,
    is_enclosed,
    repetitions,
    singles,
)

STOPS = frozenset('.!?:…“„"‘«(—–•*\n')
"""After these a sentence starts with a capital letter."""
PROSE = 2
"""Function words that must stand near a doubled content word: menus, tags and code have none."""
TWICE = 2
LOOP = 4
"""Copies from which on a run is a translation machine's loop, names and titles included."""
RELATIVE = frozenset(("how", "that", "what", "whatever", "which", "who", "whoever", "why"))
"""Words that put verb beside verb: “what matters matters”."""
REACH = 3
"""Words before the doublet that are searched for one of RELATIVE."""


@rule(
    "LNG010",
    yields=("DUP006",),
    severity=Severity.ERROR,
    each=repetitions,
    languages=LANGUAGES,
    fix=Safety.UNSAFE,
    bad=[
        "Callers to the hotline waited. They were sent to the ⟦Hotline hotline⟧ in the end.",
        "She closed ⟦the the⟧ window and went to bed.",
        "⟦The the⟧ window was open.",
        "The bridge needs new ⟦infrastructure infrastructure⟧, said the mayor of the town.",
        "It took a year, ⟦and\u00a0and⟧ it took money.",
        Example("Der Zug fährt heute nach Köln ⟦und und⟧ morgen zurück.", "de"),
        Example("El tren sale ⟦de de⟧ la estación central.", "es"),
        Example("Sản phẩm ⟦của của⟧ công ty được bán ở Hà Nội.", "vi"),
        Example("Köprü ⟦ve ve⟧ yol bu yıl yapılacak.", "tr"),
        "The soup was ⟦rotten and rotten⟧. Nobody ate it.",
        "The bank will provide ⟦funding and funding⟧, the minister said.",
        "It is a treaty between ⟦Norway and Norway⟧ on the fish of the north.",
        "The ⟦report of the report⟧ was read aloud in the old town hall.",
        "Both sides praised the ⟦Iceland-Iceland⟧ strategic partnership.",
        Example("Der Bund zahlt für ⟦Förderung und Förderung⟧.", "de"),
        Example("Речь идёт о ⟦безопасности и безопасности⟧.", "ru"),
    ],
    fixed=[
        "Callers to the hotline waited. They were sent to the hotline in the end.",
        "She closed the window and went to bed.",
        "The window was open.",
        "The bridge needs new infrastructure, said the mayor of the town.",
        "It took a year, and it took money.",
        "Der Zug fährt heute nach Köln und morgen zurück.",
        "El tren sale de la estación central.",
        "Sản phẩm của công ty được bán ở Hà Nội.",
        "Köprü ve yol bu yıl yapılacak.",
        "The soup was rotten and rotten. Nobody ate it.",
        "The bank will provide funding and funding, the minister said.",
        "It is a treaty between Norway and Norway on the fish of the north.",
        "The report of the report was read aloud in the old town hall.",
        "Both sides praised the Iceland-Iceland strategic partnership.",
        "Der Bund zahlt für Förderung und Förderung.",
        "Речь идёт о безопасности и безопасности.",
    ],
    good=[
        "He had had enough, and I think that that was clear. What it is is a shame.",
        "What she is looking at at the moment is her her-or-nothing plan.",
        "They sailed to Pago Pago with Duran Duran on board, very very late.",
        "Bye bye, she said, ha ha. No no, he said.",
        "The new New York office is in the old Baden Baden hotel.",
        "We cooked the cous cous and put ylang ylang on the table.",
        "The red fox (Vulpes vulpes) is not the Zee zee plant of the shops.",
        "They came in, in in-depth talks. The the-atre joke fell flat.",
        "It is the end.\nEnd of it, he said. It was long. Long ago.",
        "In the end what matters matters, and what happens happens.",
        "Three trillion trillion watts, 20 20 vision, vitamin A a day early.",
        "Home Search search lexus lexus prices",
        "run: docker exec -it server server start",
        "The title “the the” was a mistake of the printer.",
        "She gave him soup, bread, and and and, and I love love love the soup.",
        Example("Die Frau, die die Tür öffnete, sah den Mann, der der Polizei half.", "de"),
        Example("Nous nous demandons si vous vous trompez.", "fr"),
        Example("Bisa jalan pelan pelan ke rumah orang orang itu.", "id"),
        Example("Se fue muy muy lejos, casi casi al mar.", "es"),
        Example("Camminava piano piano lungo il mare.", "it"),
        Example("Ông đi từ từ, năm năm sau mới về nhà.", "vi"),
        "It grew bigger and bigger, and they tried again and again, for hours and hours.",
        "He talked and talked. We waited and waited. The prices rise and rise.",
        "There are old ferries and ferries which are new; the shop sells cheese and cheese knives.",
        "It fell on timber and timber goods, on travel or travel that is paid for by the town.",
        "It mattered less and less, and it got worse and worse. They ran neck and neck.",
        "There is love and love. It is a quarrel between uncle and uncle.",
        "The best of the best went to Baden-Baden, a friend of a friend to Wagga Wagga.",
        "The study by García-García is of the law of the law. Smith and Smith, the lawyers, agree.",
        "It is a win-win partnership in an off-off-year, time and time again.",
        Example("Es wurde schneller und schneller, nach und nach, wieder und wieder.", "de"),
        Example("Он ждал и ждал, снова и снова. Тысячи и тысячи.", "ru"),
        Example("Más y más gente vino, años y años.", "es"),
    ],
    known_failures=[
        "He has an interest ⟦in in⟧ the matter.",
        "The report of the ⟦Ministry Ministry⟧ is out.",
        "The problems of the firm ⟦have have⟧ grown.",
    ],
)
def repeated_word(document: Document, found: Repetition) -> Iterator[Finding]:
    """A word comes back at once: the writer, the editor or the translation machine slipped.

    Reported are function words that grammar hardly lets stand twice (“the the”, in twenty
    languages), and in seven of them longer words that stand twice amid prose, on one line with
    nothing but a space between. The first may have a capital (“Hotline hotline”) if the text also
    uses the word alone. Two words of the source that became one word come back round a conjunction
    (“funding and funding.”), in English also round “of” (“the report of the report”) and round a
    hyphen (“Iceland-Iceland relations”).

    It stays silent on what may be meant: emphasis (very very), relative clauses (that that, die
    die), stranded particles (looking at at the moment), sounds, numbers, Latin names, a capital on
    the second word (the new New York office), and two capitals (Pago Pago): of 23 such doublets on
    clean and whole pages 1 was a slip, the rest names, titles and menus. Three copies are rhetoric;
    from four on it takes any word for a machine's loop. Round a conjunction it wants the phrase to
    end after the second copy (“cheese and cheese knives” are two things), and leaves comparatives,
    verbs and plurals alone (bigger and bigger, talked and talked, miles and miles). In languages
    that double words by rule it looks at function words only.

    On 1.36 million clean words in 16 languages it made 22 findings, all slips; in 8,200 segments of
    machine translation 28, all of them wrong on reading.

    The repair of a doublet keeps one word: the first at the start of a sentence, else the last. It
    deletes a word, so a reader has to agree. The other forms have none: the second word stands for
    one that was lost.
    """
    text, language = document.text, doublets()[document.language or ""]
    span = Span(found.start, found.end)
    words = text[slice(*span)].replace("\u00a0", " ").split(" ")
    if is_enclosed(text, span):
        return
    if found.between:
        if is_lost(text, found, document.language):
            message = f"“{text[slice(*span)]}”: the same word on both sides of “{found.between}”"
            yield Finding(span.start, span.end, message)
    elif _is_slip(document, span, words, language):
        kept = words[0] if _opens_sentence(text, span.start) else words[-1]
        message = f"“{words[0]} {words[-1]}”: “{words[-1]}” stands {_times(len(words))}"
        yield Finding(span.start, span.end, message, Fix.replace(span.start, span.end, kept))


def _times(count: int) -> str:
    return "twice in a row" if count == TWICE else f"{count} times in a row"


def _is_slip(document: Document, span: Span, words: list[str], language: Doublets) -> bool:
    """Whether words in a row are one and the same by mistake."""
    if not (_is_plain(words) or len(words) >= LOOP) or TWICE < len(words) < LOOP:
        return False
    if words[-1] in language.slips:
        return _is_doublet(document.text, span, words)
    return _is_content(document, span, words, language)


def _is_plain(words: list[str]) -> bool:
    """Whether all words are in lower case, but for a capital on the first."""
    first, *rest = words
    return all(word == word.lower() for word in rest) and first in (rest[0], rest[0].capitalize())


def _is_content(document: Document, span: Span, words: list[str], language: Doublets) -> bool:
    """Whether a content word is doubled by mistake."""
    word = words[-1].lower()
    if len(word) < language.short or word in language.kept:
        return False
    before, after = around(document.text, span)
    if after[:1] in ("!", "…") or not RELATIVE.isdisjoint(before.split()[-REACH:]):
        return False
    function = language.slips | language.kept
    if sum(word in function for word in f"{before} {after}".split()) < PROSE:
        return False
    if len(words) >= LOOP:
        return True
    return (len(word) >= language.long and words[0].islower()) or word in document.fact(singles)


def _is_doublet(text: str, span: Span, words: list[str]) -> bool:
    """Whether a function word stands twice by mistake.

    A capital on the first copy may end a name (vitamin A a day) unless a sentence starts there;
    single letters beside “a a” are a word spaced out.
    """
    if words[0] != words[-1] and not _opens_sentence(text, span.start):
        return False
    before, after = around(text, span)
    beside = before.split()[-1:] + after.split()[:1]
    return len(words[-1]) > 1 or all(len(word) > 1 for word in beside)


def _opens_sentence(text: str, at: int) -> bool:
    before = text[max(0, at - 8) : at].rstrip(SPACES)
    return not before or before[-1] in STOPS
