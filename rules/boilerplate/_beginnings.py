"""How the phrases of all lists begin and end, as `_glance` compares lines with them."""

import marshal
from collections.abc import Iterator
from typing import Any

from textlint.api import compile_re

from . import _lexicon, _lines, _lists
from ._glance import MARKS, TAIL
from ._groups import ANY, DIGIT, HEAD, LAST, SERVICE, TITLE, without_end, without_start

CUT = compile_re(r"[\d#\0\1]|\{\}")
"""Where a phrase is no longer the same on every line: at a number, a hole, the name of a service."""

Beginnings = dict[str, tuple[set[str], ...]]


def ready() -> tuple[Any, ...]:
    """The parts of a Glance, plain enough to be kept between runs."""
    every: Beginnings = {}
    odds: set[str] = set()
    for text, follow in _starts():
        start = without_start(text)
        if not start:
            odds.update(text.replace(_lines.SERVICE, ""))
        elif _lines.SERVICE not in text[: -len(start)]:
            _add(every, start, follow)
    known = _lexicon.lexicon()
    for text in known.phrases:
        if " " in text and (entry := known.entry(text)) and entry[0] == "navigation":
            start = without_start(text)
            _group(every, start)[-1].add(start.partition(" ")[0])
    services = _lines.lexicon().services
    whole = (*known.phrases, *_lines.lexicon().whole, *_lists.headings().whole, *services)
    ends = [
        without_end(text) for phrase in whole for text in {phrase, without_start(phrase) or phrase}
    ]
    lasts = dict[str, set[str]]()
    for word in (word for end in ends for word in (end.rpartition(" ")[2], MARKS.split(end)[-1])):
        lasts.setdefault(word[-TAIL:], set()).add(word)
    packed = {key: marshal.dumps(tuple(map("\n".join, sets))) for key, sets in every.items()}
    joined = {key: "\n".join(words) for key, words in lasts.items()}
    return packed, _tails(), joined, services, "".join(odds)


def _group(every: Beginnings, text: str) -> tuple[set[str], ...]:
    """The sets of the group that a beginning belongs to."""
    return every.setdefault(text[:2], tuple(set() for _ in range(3)))


def _add(every: Beginnings, text: str, follow: str) -> None:
    """Add the beginning of a phrase, from its first letter on.

    `follow`: it is open to that, and then to the end that is given; "" where it is whole.
    """
    cut = CUT.search(text)
    start = text[: cut.start()] if cut else text
    starts, opens, _ = _group(every, start)
    if follow:
        opens.add(f"{ANY if cut else follow[0]}{start}\t{follow[1:]}")
        return
    if not cut and len(brief := without_end(start)) < HEAD:
        if len(start) > 2 * HEAD:
            raise ValueError(f"a brief phrase with a long end: {text!r}")
        starts.add(brief)
        for first in (start.partition(" ")[0], MARKS.split(start)[0]):
            _group(every, f"{first} ")[-1].add(first)
    if len(start) >= HEAD:
        starts.add(start[:HEAD])
    elif cut:
        mark = DIGIT if cut[0].isdecimal() else cut[0]
        opens.add(f"{mark if mark in (DIGIT, SERVICE) else ANY}{start}\t")


def _end(text: str) -> str:
    """The letters that a line ends with after a hole, from what stands there; "" where they may differ."""
    part = without_start(CUT.split(text)[-1])
    end = without_end(part).rpartition(" ")[2] if part else ""
    return end if len(end) >= TAIL and end[-1].isalpha() else ""


def _starts() -> Iterator[tuple[str, str]]:
    """What lines that are listed start with; what may follow it, "" where it is all."""
    known, furniture, headings = _lexicon.lexicon(), _lines.lexicon(), _lists.headings()
    for text in (*known.phrases, *furniture.whole, *headings.whole):
        yield text, ""
    for some in known.starts.values():
        yield from ((before, ANY + _end(after)) for before, after, *_ in some)
    for others in furniture.heads.values():
        for parts, _ in others:
            if parts[0].startswith(_lines.SERVICE):
                raise ValueError(f"a hole after a service that begins a phrase: {parts!r}")
            yield parts[0], ANY + _end(parts[-1])
    for pairs in headings.holed.values():
        yield from ((before, ANY + _end(after)) for before, after in pairs if before)
    yield from ((text, TITLE) for text in furniture.labels)
    yield from ((text, LAST) for text in furniture.services)


def _tails() -> dict[str, tuple[str, ...]]:
    """The last words of phrases that start with a hole, and of what is taken away, by their ends."""
    texts = [after for some in _lexicon.lexicon().ends.values() for _, after, *_ in some]
    for others in _lines.lexicon().tails.values():
        texts += [parts[-1] for parts, _ in others if parts[-1]]
    for pairs in _lists.headings().holed.values():
        texts += [after for before, after in pairs if not before]
    found: dict[str, tuple[str, ...]] = {}
    for text in (*texts, *_lines.windows()):
        end = CUT.split(without_end(without_start(text)))[-1]
        key = end[-TAIL:]
        if not key or " " in key or (len(key) < TAIL and end == text):
            raise ValueError(f"an end by which no line can be told: {text!r}")
        found[key] = (*found.get(key, ()), end.rpartition(" ")[2])
    return found
