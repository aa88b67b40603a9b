"""How lines look, whatever they say: sentences, items of menus, what may name a commenter or a time.

Compiled (`_forms.pxd`): every line is asked about.
"""

from collections.abc import Sequence

from textlint.api import fold

from ._cores import bare

PROSE, SENTENCE = 12, 6
"""Words of a line that is a paragraph; of one that ends like a sentence."""
BRIEF, BRIEF_WORDS = 32, 4
"""Code points and words of the item of a menu."""
ITEM = 44
"""Code points of an item of a menu with a list bullet."""
SHORT = 60
"""Code points of a label that is counted."""
CUE = 90
"""Code points of the line that names a commenter, or says when a comment was made."""
NUMBER = 7
"""Code points of a line that counts votes or numbers a post."""
BARE = frozenset("says sagt schreibt dit dice disse diz zegt säger sier говорит пишет пише".split())
"""What ends the line that names a commenter where no colon does."""


def words(text: str, most: int) -> int:
    """How many words a text has, counted up to so many."""
    count, is_inside = 0, False
    for char in text:
        if not char.isspace():
            count += not is_inside
            if count == most:
                break
            is_inside = True
        else:
            is_inside = False
    return count


def is_prose(text: str) -> bool:
    """Whether a line is a paragraph or a sentence."""
    size = len(text)
    if size < 2 * SENTENCE - 1:
        return False
    if text[size - 1] in "….!?。！？।":
        return words(text, SENTENCE) == SENTENCE
    return size >= 2 * PROSE - 1 and words(text, PROSE) == PROSE


def headings(lines: Sequence[str]) -> frozenset[str]:
    """The brief lines right above a paragraph, as phrases are compared."""
    found: set[str] = set()
    before, was_prose = "", True
    for text in lines:
        is_text = is_prose(text)
        if is_text and not was_prose and len(before) < SHORT:
            found.add(bare(fold(before)))
        before, was_prose = text, is_text
    return frozenset(found)


def items(lines: Sequence[str]) -> list[int]:
    """The short lines that begin with the list bullet of a menu, by number."""
    found: list[int] = []
    number = -1
    for text in lines:
        number += 1
        size = len(text)
        if (
            size <= ITEM
            and text[0] in "*+o»›"
            and (text[1] in " \u00a0" if size > 1 else text[0] in "*+o")
        ):
            found.append(number)
    return found


def brief(lines: Sequence[str]) -> list[int]:
    """The lines as brief as the item of a menu, and no sentences, figures or keys, by number."""
    found: list[int] = []
    number = -1
    for text in lines:
        number += 1
        size = len(text)
        if size > BRIEF or text[size - 1] in ".!?。！？।:;,":
            continue
        if words(text, BRIEF_WORDS + 1) <= BRIEF_WORDS and _has_letter(text):
            found.append(number)
    return found


def _has_letter(text: str) -> bool:
    for char in text:  # noqa: SIM110 - it is compiled
        if char.isalpha():
            return True
    return False


def cues(lines: Sequence[str]) -> list[int]:
    """The short lines that end as one that names somebody, hold a time or are a number, by number."""
    found: list[int] = []
    number = -1
    for text in lines:
        number += 1
        size = len(text)
        if size <= CUE and (
            text[size - 1] in ":："
            or text[text.rfind(" ") + 1 :] in BARE
            or has_moment(text)
            or is_number(text)
        ):
            found.append(number)
    return found


def has_moment(text: str) -> bool:
    """Whether a text holds what may be a time of day: a digit, a mark, two digits."""
    size = len(text)
    for at, char in enumerate(text):
        if char not in ":.hH" or at == 0 or at + 2 >= size or not text[at - 1].isdecimal():
            continue
        after = at + 2 if text[at + 1].isspace() else at + 1
        if after + 1 < size and text[after].isdecimal() and text[after + 1].isdecimal():
            return True
    return False


def is_number(text: str) -> bool:
    """Whether a line is the count of votes or the number of a post."""
    return len(text) <= NUMBER and text.strip("#+-*·. ").isdecimal()


def counts(lines: Sequence[str]) -> dict[str, int]:
    """How often each short line stands in a text, as phrases are compared."""
    found: dict[str, int] = {}
    for text in lines:
        if len(text) < SHORT:
            key = bare(fold(text))
            found[key] = found.get(key, 0) + 1
    return found
