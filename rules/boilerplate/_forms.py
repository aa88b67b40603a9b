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
MONTHS = frozenset("jan feb mar apr may jun jul aug sep oct nov dec".split())
MONTH, LONGEST_MONTH = 3, 9
"""What the names of months begin with, how many letters these are, and how many a name has."""


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


def is_dated(text: str) -> bool:
    """Whether a line gives a date: 3.5.2019, 2019-05-03, 2019年, 1998, May 3."""
    size = len(text)
    for at in range(size):
        if not text[at].isdecimal():
            continue
        if at and text[at - 1].isspace() and _is_day(text, at):
            return True
        if at + 3 >= size:
            continue
        if text[at + 1] in "./-":
            if _follow(text, at + 1, 2):
                return True
        elif _has_four(text, at) and (_follow(text, at + 4, 1) or _is_year(text, at)):
            return True
    return False


def _is_day(text: str, at: int) -> bool:
    """Whether a figure behind a blank is the day of a month that is named before it."""
    size, end, last = len(text), at + 1, at - 1
    if end < size and text[end].isdecimal():
        end += 1
    if end < size and _is_of_word(text[end]):
        return False
    if last and text[last - 1] == ".":
        last -= 1
    start = last
    while start > 0 and ("a" <= text[start - 1] <= "z" or "A" <= text[start - 1] <= "Z"):
        start -= 1
    if not MONTH <= last - start <= LONGEST_MONTH or (start and _is_of_word(text[start - 1])):
        return False
    return text[start : start + MONTH].lower() in MONTHS


def _has_four(text: str, at: int) -> bool:
    """Whether a figure is the first of four."""
    return text[at + 1].isdecimal() and text[at + 2].isdecimal() and text[at + 3].isdecimal()


def _follow(text: str, at: int, figures: int) -> bool:
    """Whether a mark, one or two figures, a mark and so many figures more stand from a place on."""
    size = len(text)
    end = at + 1
    while end < min(size, at + 3) and text[end].isdecimal():
        end += 1
    if end == at + 1 or end + figures >= size or text[at] not in "./-" or text[end] not in "./-":
        return False
    return text[end + 1].isdecimal() and text[end + figures].isdecimal()


def _is_year(text: str, at: int) -> bool:
    """Whether four figures are a year of this century or the last, or of one who writes so."""
    size, end = len(text), at + 4
    if end < size and text[end] in "年년":
        return True
    if end + 1 < size and text[end].isspace() and text[end + 1] in "年년":
        return True
    if not (text[at] == "1" and text[at + 1] == "9") and not (
        text[at] == "2" and text[at + 1] == "0"
    ):
        return False
    return not (at and _is_of_word(text[at - 1])) and not (end < size and _is_of_word(text[end]))


def _is_of_word(char: str) -> bool:
    return char == "_" or char.isalnum()
