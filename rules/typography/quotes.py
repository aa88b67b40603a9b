"""Spaces just inside quotation marks; what opens and what closes is judged in `_quotations`."""

from collections.abc import Iterator

from textlint.api import BLANKS, Document, Example, Finding, Match, Safety, Severity, rule

from ._code import code_line, line_of
from ._conventions import MARKS, STRAIGHT, convention
from ._quotations import FAR, Mark, clear_pair
from .bracket_spacing import inner_blanks
from .spacing import BLANK, unspaced

GUILLEMETS = frozenset("«»‹›")
"""Marks that some languages set with spaces; also where a straight mark is the other half."""
NEAR = 40
"""Code points between two marks up to which blanks at both ends are one finding on the whole."""


def _is_padded_by_slip(document: Document, opener: Mark, closer: Mark) -> bool:
    """Whether the blanks inside a pair are a slip: no convention, code, inches or rock ’n’ roll."""
    text = document.text
    content = text[opener.at + 1 : closer.at].strip()
    is_french = opener.char in GUILLEMETS or closer.char in GUILLEMETS
    if is_french and not _is_guillemet(document, opener, closer):
        return False
    if closer.at - opener.at > FAR or "\n\n" in content or not any(map(str.isalpha, content)):
        return False
    if opener.char in "‘’‚" and (
        len(content) == 1 or text[closer.at + 1 : closer.at + 2].isalpha()
    ):
        return False
    if text[max(0, opener.at - 4) : opener.at].rstrip()[-1:].isdigit() and opener.char == STRAIGHT:
        return False
    if content[0] in MARKS | {"'"} or content[-1] in MARKS | {"'"}:  # parts nested quotes: “ ‘So…
        return False
    if content[0] in "+,=" or content[-1] in "+=":
        return False
    return not code_line(line_of(document, opener.at)) and not document.fact(unspaced)


def _is_guillemet(document: Document, opener: Mark, closer: Mark) -> bool:
    """Whether the language writes «x» in this one direction and without blanks, and x is no pager.

    "« Previous page  Next page »" has the line for itself.
    """
    use = convention(document.language)
    start, end = document.line_span(opener.at)
    if (
        not document.text[start : opener.at].strip()
        and not document.text[closer.at + 1 : end].strip()
    ):
        return False
    return use.known and not use.padded and "«" in use.opening and "»" not in use.opening


@rule(
    "TYP004",
    severity=Severity.ERROR,
    fix=Safety.SAFE,
    patterns=[
        # An opening mark with a blank after it has the edge of something before it; a closing one
        # does not, and is most of what would match otherwise.
        rf"(?<=^|[\s(\[—–])[\"“„«‘]{BLANK}{{1,4}}(?=\S)",
        rf"(?<=\S){BLANK}{{1,4}}[\"”“»](?=[\s.,;:!?)\]]|$)",
    ],
    bad=[
        "He went on, adding, ⟦“ After⟧ the flight the number of soldiers has increased.”",
        "He called it “a great ⟦day ”⟧ and left.",
        "The firm ⟦“ Acme ”⟧ denied it.",
        'They said ⟦" we⟧ will come back in the spring, whatever it costs us" and went.',
        Example("Er nannte es ⟦„ eine⟧ sehr lange Geschichte ohne jedes Ende“ und ging.", "de"),
        Example("Газета ⟦« Голос »⟧ закрылась.", "ru"),
        "The (⟦“ so-called⟧”) reform",
        "An operation code-named ⟦‘ Tit⟧’ began.",
    ],
    fixed=[
        "He went on, adding, “After the flight the number of soldiers has increased.”",
        "He called it “a great day” and left.",
        "The firm “Acme” denied it.",
        'They said "we will come back in the spring, whatever it costs us" and went.',
        "Er nannte es „eine sehr lange Geschichte ohne jedes Ende“ und ging.",
        "Газета «Голос» закрылась.",
        "The (“so-called”) reform",
        "An operation code-named ‘Tit’ began.",
    ],
    good=[
        Example("Le journal « Le Monde » paraît l’après-midi.", "fr"),
        "In an English text « Le Monde » keeps its French spaces.",
        'Elle répond : "non ».',
        Example("Новости города\n« Назад  Вперёд »\nПогода на сегодня и на завтра", "ru"),
        Example("Er las »Die Zeit« und »Der Spiegel« im Zug.", "de"),
        Example("Er sagte „Nein“ und ging „nach Hause“ zurück.", "de"),
        Example("Hän sanoi ”ei” ja lähti ”kotiin” taas.", "fi"),
        'A 5" nail and a 7" nail, or 5 " x 7 " frames.',
        "Rock ‘ n ’ roll of the ‘90s, the boys ’ room, don’t.",
        Example('דובר צה"ל אמר "לא" והלך.', "he"),
        'print(" hello " + name + " ! ")',
        "“The first paragraph of a speech does not close.\n\n“The second does, and it is short.”",
        'An odd " mark alone says nothing.',
        "“ ‘Thin spaces between nested quotes,’ some printers say, ‘are neat.’ ”",
        "A reopened “ quote “ is not ours to judge”.",
        Example("彼は“ 日本 ”と書いた。", "ja"),
    ],
)
def space_in_quotes(document: Document, match: Match) -> Iterator[Finding]:
    """A space stands just inside a pair of quotation marks.

    Which mark opens and which closes is told by its shape, its neighbours and the language's
    habits; a straight mark with spaces on both sides by what is open. Every mark of the pair's
    kind in the paragraph must find its mate, or the rule is silent. So it is on guillemets in
    French, in German and where the language is unknown, on straight single marks, inches, code and
    unspaced scripts.
    """
    at = match.start() if document.text[match.start()] in MARKS else match.end() - 1
    pair = clear_pair(document, at)
    if not pair or not _is_padded_by_slip(document, *pair):
        return
    opener, closer = (mark.at for mark in pair)
    text = document.text
    both = text[opener + 1] in BLANKS and text[closer - 1] in BLANKS
    if at == closer and both:
        return
    near = NEAR if both else 0
    if at == opener or text[opener + 1] not in BLANKS:
        yield from inner_blanks(text, opener, closer, near, "space inside quotation marks")
