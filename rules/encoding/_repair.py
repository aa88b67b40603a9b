"""The damaged places of a text: what was read in which wrong encoding, and what it says in truth."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from textlint.api import compile_regex

from ._bytes import DENSE, UTF8, dense_runs, utf8_share
from ._choice import best
from ._codecs import NAMES, Codec, codec
from ._evidence import Unit
from ._remnants import closed, lost
from ._sequences import may_remain
from ._words import Damage, by_words

PASSES = 12
"""Times that a text is decoded: each encoding in it, and each that was read wrongly more than once."""
PART = 50_000
"""Code points that are judged together: enough to know an encoding, few enough for any size of text."""
WORD_GAP = 24
"""Letters of a damaged word that may stand between two of its damaged places."""


class _Decoded(NamedTuple):
    """A character of a text on its way, and the characters [start, end) of the original that it was."""

    at: int
    start: int
    end: int


class _State(NamedTuple):
    """A text on its way, and its decoded characters in order; all between these is as it was."""

    text: str
    decoded: list[_Decoded]

    def start(self, at: int) -> int:
        """Where the character at a place, or the end, was in the original."""
        number = bisect_left(self.decoded, at, key=attrgetter("at"))
        if not number:
            return at
        last = self.decoded[number - 1]
        return last.end + at - last.at - 1


def damages(text: str, language: str | None = None) -> Iterator[Damage]:
    """The damaged places of a text, in order; `language` is what is known of it."""
    for start, end in _parts(text):
        part = text[start:end]
        if not part.isascii():
            for damage in _damages(part, language):
                yield damage._replace(start=damage.start + start, end=damage.end + start)


def _parts(text: str) -> Iterator[tuple[int, int]]:
    """A text in parts of about PART code points, cut at line breaks, or where there are none at blanks."""
    start = 0
    while len(text) - start > PART:
        cut = text.rfind("\n", start + 1, start + PART)
        if cut < 0:
            cut = text.rfind(" ", start + 1, start + PART)
        end = cut if cut > 0 else start + PART
        yield start, end
        start = end
    yield start, len(text)


def _damages(text: str, language: str | None) -> Iterator[Damage]:
    state = _State(text, [])
    used: list[Codec] = []
    unsure: list[int] = []
    for _ in range(PASSES):
        found = best(state.text, language)
        if found is None:
            break
        used.append(found.codec)
        unsure += [state.start(unit.start) for unit in found.unsure]
        state = _decoded(state, found.units)
    if used or may_remain(text):
        unsure.sort()
        places: list[Damage] = []
        for damage in _places(text, state, lost(state.text), used):
            at = bisect_left(unsure, damage.start)
            is_certain = at == len(unsure) or unsure[at] >= damage.end
            places.append(damage._replace(is_certain=is_certain))
        table = used[0] if used else codec("cp1252")
        words = list(by_words(text, places, table))
        words = list(_of_utf8(text, words, table)) if table.script == "Latin" else words
        yield from (_trimmed(text, damage) for damage in closed(text, words, table))


def _trimmed(text: str, damage: Damage) -> Damage:
    """The place without what stands at its start and is right."""
    start, end, repaired, *_ = damage
    while repaired and start < end and repaired[0] == text[start]:
        start, repaired = start + 1, repaired[1:]
    return damage._replace(start=start, repaired=repaired)


def _of_utf8(text: str, found: Sequence[Damage], table: Codec) -> Iterator[Damage]:
    """The places without those in the bytes of an older encoding, which look like UTF-8 by chance.

    Where such bytes are all around but no older encoding makes sense of them, nothing is certain.
    """
    shares = [utf8_share(text, damage.start, damage.end, table.byte_of) for damage in found]
    if min(shares, default=1.0) >= UTF8:
        yield from found
        return
    dense = compile_regex(DENSE).finditer(text)
    older = [(run.start, run.end) for run in dense_runs(text, dense)]
    for damage, share in zip(found, shares, strict=True):
        if share >= UTF8:
            yield damage
        elif not any(start < damage.end and damage.start < end for start, end in older):
            yield damage._replace(is_certain=False)


def _decoded(state: _State, accepted: Sequence[Unit]) -> _State:
    """The text with the units decoded, each to one character."""
    pieces: list[str] = []
    decoded: list[_Decoded] = []
    at = shorter = number = 0
    for unit in accepted:
        pieces += [state.text[at : unit.start], unit.char]
        at = unit.end
        while number < len(state.decoded) and (one := state.decoded[number]).at < at:
            if one.at < unit.start:
                decoded.append(one._replace(at=one.at - shorter))
            number += 1
        place = unit.start - shorter
        decoded.append(_Decoded(place, state.start(unit.start), state.start(at)))
        shorter += at - unit.start - 1
    decoded += [one._replace(at=one.at - shorter) for one in state.decoded[number:]]
    return _State("".join([*pieces, state.text[at:]]), decoded)


def _places(
    text: str, state: _State, lost: Sequence[tuple[int, int]], used: Sequence[Codec]
) -> Iterator[Damage]:
    """The damage in the original text: decoded characters and lost ones, joined within words."""
    changed = [
        (at, at + 1, False) for at, start, end in state.decoded if text[start:end] != state.text[at]
    ]
    titles = tuple(dict.fromkeys(table.title for table in used)) or (NAMES["cp1252"],)
    marked = sorted([*changed, *((start, end, True) for start, end in lost)])
    group: list[tuple[int, int, bool]] = []
    for place in marked:
        apart = bool(group) and group[-1][1] < place[0] and (group[-1][2] or place[2])
        if group and (apart or not _joins(state.text, group[-1][1], place[0])):
            yield _damage(state, group, titles)
            group = []
        group.append(place)
    if group:
        yield _damage(state, group, titles)


def _joins(text: str, end: int, start: int) -> bool:
    """Whether what stands between two damaged places belongs to one damaged word."""
    between = text[end:start]
    return start <= end or (between.isalpha() and len(between) <= WORD_GAP)


def _final(text: str) -> str:
    """Decoded text without byte order marks, its C1 controls as what Windows-1252 has in their place."""
    text = text.replace("\ufeff", "")
    if text.isprintable():
        return text
    chars = (_char(char) if "\x80" <= char < "\xa0" else char for char in text)
    return "".join(chars)


def _char(control: str) -> str:
    try:
        return control.encode("latin-1").decode("cp1252")
    except UnicodeDecodeError:
        return control


def _damage(
    state: _State,
    group: Sequence[tuple[int, int, bool]],
    titles: tuple[str, ...],
) -> Damage:
    """One damaged place of the original."""
    first, last = group[0][0], max(end for _, end, _ in group)
    start, end = state.start(first), state.start(last)
    repaired = _final(state.text[first:last])
    if any(lossy for *_, lossy in group):
        return Damage(start, end, None, titles)
    return Damage(start, end, repaired, titles)
