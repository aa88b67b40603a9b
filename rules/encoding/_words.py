"""Damage by words: a word that cannot be read as a whole is lost, damaged words of a line are one place."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from textlint.api import script_of

from ._codecs import Codec
from ._evidence import rare

EDGE = re.compile("[\x00-/:-@\\[-`{-~]")
"""What ends a word: blanks and marks of ASCII; no-break spaces and hyphens may be bytes of a letter."""
BETWEEN = re.compile("[ !-/:-@\\[-`{-~«»“”„’‘…–—]{1,12}")
"""What may stand between two damaged words of one place."""
WORD = 60
"""Code points of a word that are looked at on each side."""
LEADS = range(0xC2, 0xF5)
"""Bytes that begin a character in UTF-8."""
LATIN_LEADS = range(0xC2, 0xC6)
"""Those of the accented letters of Europe."""
LOST = 0.25
"""Share of lost words from which a damaged line is one place without a repair."""


class Damage(NamedTuple):
    """A damaged place: code points [start, end), what it says (None where bytes are lost), the titles.

    It is certain where no other encoding fits as well and reads it in another way.
    """

    start: int
    end: int
    repaired: str | None
    encodings: tuple[str, ...]
    is_certain: bool = True


def by_words(text: str, found: Sequence[Damage], codec: Codec) -> Iterator[Damage]:
    """The damaged places with words judged as wholes and damaged words of other scripts joined."""
    group: list[Damage] = []
    for damage in _judged(text, found, codec):
        if group and not _continues(text, group[-1], damage, codec):
            yield from _joined(text, group)
            group = []
        group.append(damage)
    if group:
        yield from _joined(text, group)


def is_foreign(repaired: str | None) -> bool:
    """Whether a repair has letters of another script than Latin."""
    return any(script_of(char) not in {"Latin", None} for char in repaired or "")


def _judged(text: str, found: Sequence[Damage], codec: Codec) -> Iterator[Damage]:
    """The places, those of one word as one lost place where a character of the word cannot be read."""
    at = 0
    while at < len(found):
        start, end = _word(text, found[at].start, found[at].end)
        last = at + 1
        while last < len(found) and found[last].start < end:
            end = _word(text, found[last].start, found[last].end)[1]
            last += 1
        here = found[at:last]
        at = last
        rest = _residue(text, here, start, end, codec)
        foreign = any(is_foreign(damage.repaired) for damage in here)
        if not rest and not (foreign and any(_is_misled(d.repaired, codec) for d in here)):
            yield from here
            continue
        first = min(here[0].start, *rest, here[0].start)
        stop = max(here[-1].end, *(place + 1 for place in rest), here[-1].end)
        yield Damage(first, stop, None, here[0].encodings)


def _word(text: str, start: int, end: int) -> tuple[int, int]:
    """The word that holds [start, end)."""
    low, high = max(0, start - WORD), min(len(text), end + WORD)
    while start > low and not EDGE.match(text[start - 1]):
        start -= 1
    if EDGE.match(text[end - 1]):
        return start, end
    while end < high and not EDGE.match(text[end]):
        end += 1
    return start, end


def _residue(text: str, here: Sequence[Damage], start: int, end: int, codec: Codec) -> list[int]:
    """Where the first byte of a character that cannot be read stands in a word, outside its damage."""
    foreign = any(is_foreign(damage.repaired) for damage in here)
    inside = {place for damage in here for place in range(damage.start, damage.end)}
    rest = []
    for place in range(start, end):
        char = text[place]
        byte = codec.byte_of.get(ord(char), 0)
        if place in inside or char.isascii():
            continue
        if foreign and byte in LEADS:
            rest.append(place)
        elif byte in LATIN_LEADS and char.isupper() and place > start:
            around = text[place - 1] + text[place + 1 : place + 2]
            if text[place - 1].islower() and not around.isupper():
                rest.append(place)
    return rest


def _is_misled(repaired: str | None, codec: Codec) -> bool:
    """Whether a repair in another script still holds what only misread bytes are, or rare letters."""
    if repaired is None or not is_foreign(repaired):
        return repaired is not None and any(map(rare, repaired))
    leads = codec.script == "Latin" and any(
        codec.byte_of.get(ord(char), 0) in LEADS and (script_of(char) == "Latin" or char == "×")
        for char in repaired
    )
    return leads or any(map(rare, repaired))


def _continues(text: str, left: Damage, right: Damage, codec: Codec) -> bool:
    """Whether two places are damaged words of one sentence, with nothing sound between them."""
    if left.encodings != right.encodings:
        return False
    if not (_is_sentence(text, left) and _is_sentence(text, right)):
        return False
    between = text[left.end : right.start]
    rest = "".join(
        " " if codec.byte_of.get(ord(char), 0) in LEADS and not char.isascii() else char
        for char in between
    )
    return not between or BETWEEN.fullmatch(rest) is not None


def _is_sentence(text: str, damage: Damage) -> bool:
    """Whether a place is a word of another script, or one that lost bytes and holds no ASCII letter."""
    if damage.repaired is not None:
        return is_foreign(damage.repaired)
    raw = text[damage.start : damage.end]
    return len(raw) > 2 and not any(char.isascii() and char.isalnum() for char in raw)  # noqa: PLR2004


def _joined(text: str, group: Sequence[Damage]) -> Iterator[Damage]:
    """A group as one place; where few of its words are lost, they and the others by themselves."""
    lost = sum(damage.repaired is None for damage in group)
    if lost and lost < LOST * len(group):
        part: list[Damage] = []
        for damage in group:
            if part and (part[-1].repaired is None or damage.repaired is None):
                yield _one(text, part)
                part = []
            part.append(damage)
        yield _one(text, part)
    else:
        yield _one(text, group)


def _one(text: str, group: Sequence[Damage]) -> Damage:
    """The places of a group, and what stands between them, as one."""
    first, last = group[0], group[-1]
    if len(group) == 1:
        return first
    pieces, at = list[str](), first.start
    for damage in group:
        if damage.repaired is None:
            return Damage(first.start, last.end, None, first.encodings)
        pieces += [text[at : damage.start], damage.repaired]
        at = damage.end
    certain = all(damage.is_certain for damage in group)
    return Damage(first.start, last.end, "".join(pieces), first.encodings, certain)
