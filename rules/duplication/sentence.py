"""DUP001: a sentence or a paragraph that stands in the document before."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator

from textlint.api import Document, Example, Finding, Safety, Severity, lines, rule

from ._passages import TOP, Repeat, copies, count_letters, described, is_tabular, units
from .body import doubled, place, removal

PARAGRAPH = 80
"""Letters of a paragraph that nobody writes twice in a row, as a refrain is: its deletion is safe."""
NEAR, TEASER = 12, 2
"""Lines in which the article repeats headline and teaser (from the first TOP), sentences of a teaser."""
TITLE = 3
"""Lines at the head of a text in which a headline may stand twice: in the trail and over the article."""
TERMINATORS = frozenset('.!?…。！？।؟۔»”"’」』)')
PAUSES = frozenset(",;:–—-")
"""What ends a line of verse that goes on."""
STOPS = frozenset(".!?…:。！？।؟۔")
"""What ends a line of prose, or announces what follows."""
BULLETS = tuple("*•·-–+#>1234567890")
"""Beginnings of list items."""
VERSE_LINES, VERSE, VERSE_LETTERS = 3, 4, 60
"""Lines looked at on each side, how many of them must be short and without a stop to be verses."""
SHOWN = 50
"""Code points of the passage that the message quotes."""


def repeats(document: Document) -> list[Repeat]:
    """The passages that the rule reports: a fact."""
    found = document.fact(copies)
    if not found or document.fact(doubled):
        return []
    every = document.fact(units)
    times = Counter(every[copy.source].key for copy in found)
    return [
        repeat
        for copy in found
        if _is_slip(document, repeat := described(every, copy))
        and (repeat.gap == 0 or times[every[copy.source].key] == 1)
    ]


def _is_slip(document: Document, repeat: Repeat) -> bool:
    """Whether no writer repeats a passage in this way."""
    text = document.text[slice(*repeat.copy)]
    if is_tabular(text):
        return False
    ends = text[-1] in TERMINATORS
    if repeat.line < TITLE and not ends and repeat.whole and "\n" not in text:
        return False
    if repeat.gap == 0 and repeat.whole == repeat.source_whole:
        return (ends and repeat.whole) or not _is_verse(document, repeat)
    if repeat.line >= TOP or not repeat.source_whole or repeat.sentences > TEASER:
        return False
    if "\n" in text or text[-1] in PAUSES:
        return False
    return (repeat.whole or ends) and _is_near(document.text, repeat.source.end, repeat.copy.start)


def _is_near(text: str, end: int, start: int) -> bool:
    """Whether NEAR line ends at most stand between two places."""
    for _ in range(NEAR + 1):
        end = text.find("\n", end, start) + 1
        if not end:
            return True
    return False


def _is_verse(document: Document, repeat: Repeat) -> bool:
    """Whether the lines around a passage are those of a poem, a song or a menu."""
    every = document.fact(lines)
    at = bisect_left(every, repeat.source.start, key=lambda line: line.end)
    after = bisect_left(every, repeat.copy.end, key=lambda line: line.end) + 1
    around = every[max(0, at - VERSE_LINES) : at] + every[after : after + VERSE_LINES]
    short = [
        line for line in around if len(line.text) <= VERSE_LETTERS and line.text[-1] not in STOPS
    ]
    return len(short) >= VERSE


@rule(
    "DUP001",
    severity=Severity.WARNING,
    each=repeats,
    fix=Safety.SAFE,
    bad=[
        (
            "The road to the pass is closed.\n\n"
            "The council has voted for the cheaper of the two repairs. It hopes to save a year.\n\n"
            "⟦The council has voted for the cheaper of the two repairs. It hopes to save a year.⟧\n\n"
            "Ferries run every twenty minutes.\n"
        ),
        (
            "The ferry runs. The council has voted for the cheaper of the two repairs. ⟦The council "
            "has voted for the cheaper of the two repairs.⟧ It hopes to save a year."
        ),
        (
            "The road to the pass is closed until the end of the month. Ferries will run.\n\n"
            "The council met on Monday in the old hall.\n\nIt was raining.\n\n"
            "Council votes for the cheaper repair of the old bridge\n"
            "⟦Council votes for the cheaper repair of the old bridge⟧\n\n"
            "The bridge was built a hundred years ago by the mayor's grandfather.\n"
        ),
        (
            "The old bridge over the lower river will stay closed for another month.\n\n"
            "Published on Monday\n\n"
            "⟦The old bridge over the lower river will stay closed for another month.⟧ The council "
            "has voted for the cheaper repair, said the mayor of the town.\n"
        ),
        Example(
            "市議会は火曜日の会議で、古い橋を来年の春までに修理することを決めた。"
            "⟦市議会は火曜日の会議で、古い橋を来年の春までに修理することを決めた。⟧"
            "費用は三億円で、住民は渡し船を使う。",
            "ja",
        ),
    ],
    fixed=[
        (
            "The road to the pass is closed.\n\n"
            "The council has voted for the cheaper of the two repairs. It hopes to save a year.\n\n"
            "Ferries run every twenty minutes.\n"
        ),
        (
            "The ferry runs. The council has voted for the cheaper of the two repairs. "
            "It hopes to save a year."
        ),
        (
            "The road to the pass is closed until the end of the month. Ferries will run.\n\n"
            "The council met on Monday in the old hall.\n\nIt was raining.\n\n"
            "Council votes for the cheaper repair of the old bridge\n\n"
            "The bridge was built a hundred years ago by the mayor's grandfather.\n"
        ),
        (
            "Published on Monday\n\n"
            "The old bridge over the lower river will stay closed for another month. The council "
            "has voted for the cheaper repair, said the mayor of the town.\n"
        ),
        (
            "市議会は火曜日の会議で、古い橋を来年の春までに修理することを決めた。"
            "費用は三億円で、住民は渡し船を使う。"
        ),
    ],
    good=[
        (
            "Council votes for the cheaper repair of the old bridge\n"
            "Council votes for the cheaper repair of the old bridge\n\n"
            "The road to the pass is closed until the end of the month. Ferries will run.\n"
        ),
        (
            "We shall overcome the mountain and the valley and the sea;\n"
            "we shall come home, and nobody will ask where we have been.\n\n"
            "The ships are in the harbour and the sails are in the loft.\n\n"
            "We shall overcome the mountain and the valley and the sea;\n"
            "we shall come home, and nobody will ask where we have been.\n"
        ),
        "He waited. He waited. Nobody came, and nobody wrote. He waited.",
        (
            "He has given no evidence that he has destroyed the weapons of that year. The "
            "inspectors asked him twice. He has given no evidence that he has destroyed the "
            "weapons of that year. The matter is closed."
        ),
        (
            "The trains of the northern line are never on time in winter, nobody knows why.\n"
            "\nIt depends on the snow.\n\nAsk at the hall.\n\nAsk at the station.\n\nAsk them.\n\n"
            "Nobody can say.\n\nThe post said it all:\n\nMore.\n\nMore.\n\nMore.\n\nMore.\n\n"
            "The trains of the northern line are never on time in winter, nobody knows why.\n"
        ),
        (
            "Oh the ships are in the harbour,\nand the sails are in the loft,\n"
            "and we sing the songs of summer that we sang when we were young,\n"
            "and we sing the songs of summer that we sang when we were young,\n"
            "till the lamps along the harbour\ngo to sleep, and so do we,\nand the tide comes in\n"
        ),
        (
            "| Included services: luggage transport and a guide | yes |\n"
            "| Included services: luggage transport and a guide | yes |\n"
        ),
        (
            "The trip takes eight days and ends on the coast, with meals on seven evenings.\n\n"
            "One\n\nTwo\n\nThree\n\nFour\n\nFive\n\nSix\n\nSeven\n\nEight\n\nNine\n\n"
            "- Luggage transport is included in the price of all our trips, tips are not.\n\n"
            "Ten\n\nEleven\n\n"
            "- Luggage transport is included in the price of all our trips, tips are not.\n"
        ),
    ],
    known_failures=[
        (
            "The council met.\n\nThe council has voted for the cheaper of the two repairs. It hopes "
            "to save a year.\n\nOne.\n\n⟦The council has voted for the cheaper of the two repairs. "
            "It hopes to save a year.⟧\n"
        ).replace("The council met.\n\n", "One.\n\nTwo.\n\nThree.\n\nFour.\n\nFive.\n\nSix.\n\n"),
    ],
)
def dup_sentence(document: Document, repeat: Repeat) -> Iterator[Finding]:
    """A sentence or a paragraph of 40 letters or more stands in the document before.

    Scrapers take a text from two places of a page, editors paste it twice. Reported is what follows
    its first copy at once, line after line or sentence after sentence, and a headline or teaser (in
    the first five lines) that stands again within the next dozen. The message says where the first
    copy is. On 1.2 million clean words it made no finding, on 674 raw pages 38: headlines, captions,
    teasers, signatures and posts taken twice; two entries of one list of parts were meant.

    It stays silent on passages farther apart, which writers repeat for effect, forums as quotations,
    shops and sets of rules in every entry (of 27 on clean text one was a slip); on a headline that
    stands twice over its article, as in the trail of a page and below it; on verses, tables,
    code and lists of links; on what DUP002 (the whole body twice) and DUP006 (loops) report.

    The repair deletes the second copy. It is safe for a paragraph of 80 letters or more that ends
    like a sentence and follows the same paragraph letter for letter. A headline or teaser that opens
    a paragraph is deleted where it stands alone. What opens with a bullet may be an item of two lists.
    """
    text = document.text
    start, end = repeat.copy
    shown = " ".join(text[start:end].split())
    shown = shown if len(shown) <= SHOWN else shown[: SHOWN - 1] + "…"
    fix = removal(document, repeat, safe=_is_safe(text, repeat))
    message = f"“{shown}” stands at {place(document, repeat.source)} too"
    yield Finding(start, end, message, fix, related=(repeat.source,))


def _is_safe(text: str, repeat: Repeat) -> bool:
    """Whether a passage is a paragraph that its own copy follows at once."""
    copy = text[slice(*repeat.copy)]
    if repeat.gap or not repeat.is_lines(text) or copy.startswith(BULLETS):
        return False
    return copy[-1] in TERMINATORS and count_letters(copy) >= PARAGRAPH
