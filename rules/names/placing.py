"""Where two names stand in a text: in prose, side by side, or quoted as words."""

import re
from itertools import pairwise

from ._prose import is_prose
from .sightings import Form, Sighting, is_inside
from .tables import words

LOOKED_AT = 40
"""Uses of a name of which one must be in running text."""
LISTED = 80
"""Characters between two members of one list at most."""
END = r"[.!?]\s|\n"
MENTIONED = 20
"""Characters that such a word has at most, with the quotation mark after it."""
MENTION = r"([^\W\d_]+)[ \u00a0“\"‘«]*$"


def in_prose(text: str, first: Form, second: Form) -> bool:
    """Whether both stand outside tables, lists and parentheses, and one of them inside a sentence."""
    if not all(
        any(is_prose(text, use.start) for use in f.uses[:LOOKED_AT]) for f in (first, second)
    ):
        return False
    uses = (*first.uses[:LOOKED_AT], *second.uses[:LOOKED_AT])
    return any(is_inside(text, use.start) and is_prose(text, use.start) for use in uses)


def is_mention(text: str, first: Form, second: Form) -> bool:
    """Whether a word before one of the two says that it is quoted as a word or from a language."""
    mentions = words("context", "mentions")
    for use in (*first.uses, *second.uses):
        word = re.search(MENTION, text[max(0, use.start - MENTIONED) : use.start])
        if word and word[1].lower() in mentions:
            return True
    return False


def told_apart(text: str, first: Form, second: Form) -> bool:
    """Whether the text sets the two side by side, or remarks on the other spelling."""
    starts = {use.start for use in first.uses}
    return any(
        (before.start in starts) != (after.start in starts) and _side_by_side(text, before, after)
        for before, after in pairwise(sorted([*first.uses, *second.uses]))
        if after.start - before.end <= LISTED
    )


def _side_by_side(text: str, before: Sighting, after: Sighting) -> bool:
    between = text[before.end : after.start]
    tokens = re.findall(r"[^\W\d_]+|&", between)
    small = [token for token in tokens if not token[0].isupper()]
    if not re.search(END, between) and all(
        word in words("context", "coordinators") for word in small
    ):
        # "Andriy Yusov. Yusow said" are two sentences, "Rhine and the Rhône" is a list.
        return True
    if small and tokens[-1] in words("context", "conjunctions") and not re.search(END, between):
        return True
    return any(token.lower() in words("context", "remarks") for token in tokens)
