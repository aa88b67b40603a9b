"""What a text as a whole tells of a listed line: a page leaves more than one piece of furniture behind."""

from collections import Counter

from textlint.api import Document, fold, lines

from ._lexicon import ALONE, LINK, SAFE, WORD, Listed, bare, holds, listed
from ._lines import Hit, Level, furniture, hits_of, lexicon

PAGE = 5
"""Lines of furniture that stand for themselves, from which a text is a page with all that is on it."""
TRACES = 3
"""Such lines from which a text has traces of a page, or of a forum."""
AGAIN = 3
"""Times that a label or button stands in a text, at least, for its being repeated to tell."""
TOP, BOTTOM = 2, 3
"""Lines at both ends of a text, where an article has no headings of its own."""
SHORT = 60
"""Code points of a label that is counted."""
STOPS = ".!?。！？।"
"""What ends a sentence, however everyday its words."""
PROSE, SENTENCE = 12, 6
"""Words of a line that is a paragraph; of one that ends like a sentence."""


def traces(document: Document) -> Counter[str]:
    """How many lines of furniture stand for themselves, by kind: a fact."""
    found = document.fact(listed).values()
    counted = Counter(item.kind for item in found if item.strength in (SAFE, ALONE))
    for pack, hits in document.fact(furniture).items():
        counted[pack] += sum(hit.entry.level >= Level.LIKELY for hit in hits)
    return counted


def _times(document: Document) -> Counter[str]:
    """How often each short line stands in the text: a fact."""
    return Counter(bare(fold(line.text)) for line in document.fact(lines) if len(line.text) < SHORT)


def _is_prose(text: str) -> bool:
    words = len(text.split())
    return words >= PROSE or (words >= SENTENCE and text[-1] in f"…{STOPS}")


def stands(document: Document, item: Listed) -> bool:
    """Whether a listed line has the evidence that its strength asks for, near it or in the whole text.

    In a text with five lines of furniture an everyday word counts without neighbours where it is
    repeated, where it heads no paragraph, or at an end of the text, there with three already; a control
    ("Careers") where it stands but once or twice and heads no paragraph, for a list of shops repeats
    "Services". Of 100 such lines of labelled pages one or two are of an article.
    """
    if item.kind != "context" and holds(document, item):
        return True
    if item.strength not in (LINK, WORD) or item.line.text[-1] in STOPS:
        return False
    every = document.fact(lines)
    sure = document.fact(traces).total()
    if sure < TRACES:
        return False
    if item.strength == WORD and not TOP <= item.number < len(every) - BOTTOM:
        return True
    if sure < PAGE:
        return False
    if document.fact(_times)[bare(fold(item.line.text))] >= AGAIN:
        return item.strength == WORD
    following = every[item.number + 1].text if item.number + 1 < len(every) else ""
    return not following or not _is_prose(following)


def _late(document: Document) -> dict[str, list[Hit]]:
    """The lines of everyday words that only the whole text gives away, by pack: a fact."""
    before = {hit.start for hits in document.fact(furniture).values() for hit in hits}
    late: dict[str, list[Hit]] = {}
    for item in document.fact(listed).values():
        if item.kind != "context" or item.parts > 1 or item.line.start in before:
            continue
        if item.line.text[-1] in ":：":  # "See also:" leads to what the author lists
            continue
        if not stands(document, item):
            continue
        entry = lexicon().find(item.line.text)
        if entry and entry.pack != "ads":  # "Buy now" may be the article's own, in a list of products
            late.setdefault(entry.pack, []).append(Hit(*item.line, entry))
    return late


def all_hits(document: Document, pack: str) -> list[Hit]:
    """The lines of furniture of one pack, by their neighbours and by the whole text."""
    return [*hits_of(document, pack), *document.fact(_late).get(pack, ())]


def is_forum(document: Document) -> bool:
    """Whether a text has traces of a comment section or a forum."""
    counted = document.fact(traces)
    return counted["comments"] + counted["form"] >= TRACES
