"""DUP002: the whole body of an article twice."""

from collections.abc import Iterator
from itertools import pairwise

from textlint.api import (
    Document,
    Edit,
    Finding,
    Fix,
    Safety,
    Severity,
    Span,
    delete_line,
    delete_span,
    rule,
)

from ._passages import (
    SENTENCES,
    SHARE,
    Copy,
    Repeat,
    Unit,
    copies,
    count_letters,
    described,
    is_tabular,
    units,
)


def doubled(document: Document) -> list[Repeat]:
    """The second copies of a body that stands twice; none where it is only a part: a fact."""
    found = document.fact(copies)
    if not found:
        return []
    every = document.fact(units)
    near = [copy for copy in found if copy.first == copy.source_end + 1]
    for chosen in (found if _is_mirrored(found) else [], near):
        if chosen and _is_most(every, chosen):
            found_twice = [described(every, copy) for copy in chosen]
            tables = any(is_tabular(document.text[slice(*twice.copy)]) for twice in found_twice)
            return [] if tables else found_twice
    return []


def _is_mirrored(found: list[Copy]) -> bool:
    """Whether all copies follow all that they are copies of, in the same order."""
    ordered = all(a.source <= b.source for a, b in pairwise(found))
    return ordered and max(copy.source_end for copy in found) < found[0].first


def _is_most(every: list[Unit], chosen: list[Copy]) -> bool:
    """Whether the copies hold a body's worth of sentences, and most of what the document says."""
    taken = {every[at].key: every[at] for copy in chosen for at in range(copy.first, copy.last + 1)}
    if sum(unit.is_long for unit in taken.values()) < SENTENCES:
        return False
    letters = sum(map(count_letters, {unit.key for unit in every}))
    return sum(map(count_letters, taken)) >= SHARE * letters


@rule(
    "DUP002",
    severity=Severity.ERROR,
    each=doubled,
    fix=Safety.SAFE,
    bad=[
        (
            "The bridge over the lower river will stay closed for another month.\n\n"
            "The council has voted for the cheaper of the two repairs, it said.\n\n"
            "Ferries will run every twenty minutes until the work is done.\n\n"
            "⟦The bridge over the lower river will stay closed for another month.\n\n"
            "The council has voted for the cheaper of the two repairs, it said.\n\n"
            "Ferries will run every twenty minutes until the work is done.⟧\n"
        ),
        (
            "Bridge closed\n\n"
            "The bridge over the lower river will stay closed for another month.\n\n"
            "⟦The bridge over the lower river will stay closed for another month.⟧\n\n"
            "The council has voted for the cheaper of the two repairs, it said.\n\n"
            "⟦The council has voted for the cheaper of the two repairs, it said.⟧\n\n"
            "Ferries will run every twenty minutes until the work is done.\n\n"
            "⟦Ferries will run every twenty minutes until the work is done.⟧\n"
        ),
        (
            "The bridge over the lower river will stay closed for another month. The council has "
            "voted for the cheaper of the two repairs, it said. Ferries will run every twenty "
            "minutes until the work is done. ⟦The bridge over the lower river will stay closed for "
            "another month. The council has voted for the cheaper of the two repairs, it said. "
            "Ferries will run every twenty minutes until the work is done.⟧"
        ),
    ],
    fixed=[
        (
            "The bridge over the lower river will stay closed for another month.\n\n"
            "The council has voted for the cheaper of the two repairs, it said.\n\n"
            "Ferries will run every twenty minutes until the work is done.\n"
        ),
        (
            "Bridge closed\n\n"
            "The bridge over the lower river will stay closed for another month.\n\n"
            "The council has voted for the cheaper of the two repairs, it said.\n\n"
            "Ferries will run every twenty minutes until the work is done.\n"
        ),
        (
            "The bridge over the lower river will stay closed for another month. The council has "
            "voted for the cheaper of the two repairs, it said. Ferries will run every twenty "
            "minutes until the work is done."
        ),
    ],
    good=[
        (
            "The bridge over the lower river will stay closed for another month.\n\n"
            "The council has voted for the cheaper of the two repairs, it said.\n\n"
            "Ferries will run every twenty minutes until the work is done.\n\n"
            "Critics had asked for a new bridge, which would have taken three years.\n\n"
            "The council has voted for the cheaper of the two repairs, it said.\n"
        ),
        (
            "Anna wrote: The trains of the northern line are never on time in winter.\n\n"
            "Anna wrote: Nobody at the station has ever told us what the reason is.\n\n"
            "> The trains of the northern line are never on time in winter.\n\n"
            "That depends on the snow, and on the number of drivers who are ill.\n\n"
            "> Nobody at the station has ever told us what the reason is.\n\n"
            "They would if somebody asked; there is an office for that in the hall.\n"
        ),
        "Rain in spring\n\nRain in summer\n\nRain in spring\n\nRain in summer\n",
        (
            "We shall overcome the mountain and the valley and the sea;\n"
            "we shall come home, and nobody will ask where we have been.\n\n"
            "The ships are in the harbour and the sails are in the loft,\n"
            "and all the songs are over that we sang when we were young.\n\n"
            "We shall overcome the mountain and the valley and the sea;\n"
            "we shall come home, and nobody will ask where we have been.\n"
        ),
    ],
)
def body_twice(document: Document, repeat: Repeat) -> Iterator[Finding]:
    """The document says most of what it says twice, in the same words and the same order.

    A page that holds its article in two places (for phones and for screens, or as text and as data)
    comes out of a scraper as the body and the body again, or as every paragraph twice. Three
    sentences of 40 letters or more must be among what is doubled, and it must be 60 % of the letters
    of all different sentences. Either all copies follow all originals in one order, or each follows
    its own at once; so songs with a refrain and forums where one post quotes another do not count:
    two forum pages of 674 raw ones have that share, in another order.

    The repair deletes the later copy. It is safe where the copy fills whole lines and is the same
    letter for letter: no sentence goes that does not stand above. Where both stand in one line it is
    not.
    """
    yield Finding(
        *repeat.copy,
        f"the text from {place(document, repeat.source)} stands here again",
        removal(document, repeat, safe=repeat.is_lines(document.text)),
        related=(repeat.source,),
    )


def place(document: Document, span: Span) -> str:
    """Line and column of a span's start, as reports write them."""
    line, column = document.position(span.start)
    return f"{line}:{column}"


def removal(document: Document, repeat: Repeat, *, safe: bool) -> Fix:
    """The deletion of the second copy; of the first where that fills its lines and the second not."""
    safety = Safety.SAFE if safe else Safety.UNSAFE
    if repeat.source_whole and not repeat.whole:
        edit = delete_line(document.text, *repeat.source)
    elif repeat.gap == 0:
        edit = Edit(repeat.source.end, repeat.copy.end)
    else:
        delete = delete_line if repeat.whole else delete_span
        edit = delete(document.text, *repeat.copy)
    return Fix((edit,), safety)
