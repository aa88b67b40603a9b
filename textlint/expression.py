"""Regular expressions for a byte scanner: what a `regex` pattern becomes so that Hyperscan never misses it.

A pattern's tree is written again over UTF-8 bytes. The result matches, byte for byte, at least a
necessary part of whatever the pattern matches in the decoded text, so that the scanner reports an end
near every true match. It may match more: look-behind and look-ahead in the middle, word boundaries
beside non-ASCII letters and back references are dropped or widened, large character sets are rounded
up to their lead bytes. Where one of a few rare literals is in every match, these are looked for instead.
"""

import functools
from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeAlias

import regex

from textlint.alphabet import ALPHABETS, WORD
from textlint.code_points import CodePoints
from textlint.document import ENCODING_ERRORS
from textlint.factor import factor
from textlint.measure import FEW_WAYS, is_conditional, least, reach, total, ways, width
from textlint.narrow import within
from textlint.prefix import prefix
from textlint.syntax import (
    NOTHING,
    Chars,
    Choice,
    LastByte,
    Look,
    Node,
    Place,
    Repeat,
    Series,
    UnsupportedError,
    parse,
)

ROUND_UP = 64
"""Byte ranges of a character class above which of three and four bytes only the first are told apart."""
COUNT_UP = 16
"""Repetitions above which an upper bound is dropped: Hyperscan unrolls counted repeats."""
LONG_RUN = 64
"""The same of one character's least number: for these Hyperscan counts."""
FEW_CHARS = 40
"""Characters of a set up to which it is thought rare: spaces, brackets, quotation marks."""
COMMON = "eе"
"""A set that holds these, a Latin and a Cyrillic letter, is of letters of any script."""
RARE = "{}<>^`~"
"""Characters that clean text hardly has: what comes before one need not be looked at."""
LEADS = b"\xd0\xd1\xd8\xd9\xe0"
"""Bytes that start most letters of a text: Cyrillic, Arabic, Indic. Hyperscan would stop at each of
them, were it a literal: the expressions take 15 ms a megabyte of Cyrillic for 63.
"""
NOWHERE = rb"\xf5-\xff"
"""Bytes that no encoded text holds: with them, a byte is no literal."""
ASCII = 0x7F


class Expression(NamedTuple):
    """What a pattern is looked for by: a Hyperscan expression over bytes, or literals.

    Every true match makes the scanner report an end at most `before` code points from where the match
    starts; at the match's own end or after it, unless it is `cut`. `reach`: how far past the reported
    end the text matters. None where there is no bound.
    """

    source: bytes
    """For HS_FLAG_MULTILINE | HS_FLAG_DOTALL."""
    before: int | None
    reach: int | None
    narrow: tuple[bytes, ...] = ()
    """The same as `source` for texts that keep to an alphabet, for each; empty where nothing matches."""
    literals: tuple[str, ...] = ()
    """Folded texts of which any match holds one: if there are any, they are looked for instead."""
    tame: bool = False
    """Whether trying the pattern at one place takes few steps whatever the text."""
    cut: bool = False
    """Whether a match may go on past the reported ends."""
    prefix: bytes = b""
    """What a match begins with."""


def translate(source: str, flags: int = regex.MULTILINE) -> Expression:
    """The byte expression of a pattern.

    UnsupportedError where it holds what cannot be translated, or can match the empty text.
    """
    tree, keeps = parse(source, flags)
    if least(tree) == 0:
        raise UnsupportedError(f"{source!r} can match nothing at all")
    if keeps and is_conditional(tree):  # it must see the whole text
        found = factor(tree)
        literals = found.literals if found else ()
        return Expression(_written(tree), None, None, _narrow(tree), literals)
    start = _shortest(tree, followed=False)
    before, seen = width(start, head=True, tail=True), reach(tree)
    tame = before is not None and seen is not None and ways(tree) <= FEW_WAYS
    begins = prefix(tree).packed()
    if (found := factor(start)) and (None not in (found.before, found.after) or before is None):
        seen = total([seen, found.after])
        return Expression(
            b"", found.before, seen, (), found.literals, tame=tame, cut=True, prefix=begins
        )
    last, cut = _latest(start), start != tree
    return Expression(_written(last), before, seen, _narrow(last), (), tame, cut, begins)


def _written(tree: Node) -> bytes:
    return _write(_blunt(tree), head=True, tail=True)


def _narrow(tree: Node) -> tuple[bytes, ...]:
    kept = (within(tree, alphabet) for alphabet in range(len(ALPHABETS)))
    return tuple(b"" if each is None else _written(each) for each in kept)


# --- cutting ---------------------------------------------------------------------------------------


def _shortest(node: Node, *, followed: bool) -> Node:
    """The node without what it may repeat at its end beyond the least: any match starts with a match of it.

    `followed`: a negative look-ahead comes after it. Then single characters only are cut: a text that
    ends early still holds a match of them.
    """
    match node:
        case Repeat(part, low, high) if low != high and (not followed or isinstance(part, Chars)):
            return Repeat(part, low, low) if low else NOTHING
        case Choice(branches):
            return Choice(tuple(_shortest(branch, followed=followed) for branch in branches))
        case Series(parts) if parts:
            last = parts[-1]
            if isinstance(last, Look):
                if not (last.ahead and last.negative) or is_conditional(last.part):
                    return node
                before = _shortest(Series(parts[:-1]), followed=True)
                return Series((before, last))
            short = _shortest(last, followed=followed)
            if short == NOTHING:
                return _shortest(Series(parts[:-1]), followed=followed)
            return Series((*parts[:-1], short)) if short != last else node
        case _:
            return node


def _latest(node: Node) -> Node:
    """The node without what it may repeat at its start beyond the least: any match ends with one of it."""
    match node:
        case Repeat(part, low, high) if low != high:
            return Repeat(part, low, low) if low else NOTHING
        case Choice(branches):
            return Choice(tuple(map(_latest, branches)))
        case Series(parts) if parts:
            first = _latest(parts[0])
            return _latest(Series(parts[1:])) if first == NOTHING else Series((first, *parts[1:]))
        case _:
            return node


def _blunt(node: Node) -> Node:
    """The node with less before its first character, or less of it, where that makes it no more frequent.

    A look-behind at the start for common characters is dropped before what is rare by itself; of a
    common character at the start its last byte is enough.
    """
    match node:
        case Chars(members) if _holds(members, COMMON):
            return LastByte(members)
        case Choice(branches):
            return Choice(tuple(map(_blunt, branches)))
        case Repeat(part, low, high) if low == high and low > 1 and _blunt(part) != part:
            return Series((_blunt(part), Repeat(part, low - 1, low - 1)))
        case Look(part, ahead=False, negative=False):
            return Look(_blunt(part), ahead=False, negative=False)
        case Series((first, *others)):
            rest = Series(tuple(others))
            if (from_rare := _from_rare(node.parts)) != node:
                return from_rare
            if isinstance(first, Look) and not first.ahead:
                bare = _is_common(first.part) and _is_rare(rest) and not _is_blank(rest)
                kept = not (first.negative or bare)
                return Series((_blunt(first), *others)) if kept else _blunt(_latest(rest))
            return Series((_blunt(first), *others))
        case _:
            return node


def _from_rare(parts: tuple[Node, ...]) -> Node:
    """The parts from the first character on that clean text hardly has: any match ends with them."""
    for at, part in enumerate(parts):
        if isinstance(part, Chars) and part.members and _within(part.members, RARE):
            return Series(parts[at:])
    return Series(parts)


def _within(members: CodePoints, chars: str) -> bool:
    return all(chr(code) in chars for low, high in members for code in range(low, high + 1))


def _is_common(node: Node) -> bool:
    """Whether the node is characters of which one is among the most frequent."""
    while isinstance(node, Repeat):
        node = node.part
    return isinstance(node, Chars) and _holds(node.members, "e")


def _is_blank(node: Node) -> bool:
    """Whether the node is white space, which is rare only after more of it."""
    match node:
        case Chars(members):
            return all(
                chr(code).isspace() for low, high in members for code in range(low, high + 1)
            )
        case Repeat(part):
            return _is_blank(part)
        case Series(parts) | Choice(parts):
            return all(map(_is_blank, parts))
        case _:
            return False


def _holds(members: CodePoints, chars: str) -> bool:
    return all(any(low <= ord(char) <= high for low, high in members) for char in chars)


def _is_rare(node: Node) -> bool:
    """Whether the node starts with one of a few characters that are no letters or digits."""
    match node:
        case Chars(members):
            few = sum(high - low + 1 for low, high in members) <= FEW_CHARS
            return few and not any(
                chr(code).isalnum() for low, high in members for code in range(low, high + 1)
            )
        case Repeat(part, low, _):
            return low > 0 and _is_rare(part)
        case Choice(branches):
            return all(map(_is_rare, branches))
        case Series((first, *_)):
            return _is_rare(first)
        case _:
            return False


# --- writing ---------------------------------------------------------------------------------------


def _write(node: Node, *, head: bool, tail: bool) -> bytes:
    """The node over bytes. `head`, `tail`: nothing is consumed before it, after it in the pattern."""
    match node:
        case Chars():
            return write_chars(node.members)
        case LastByte():
            return _write_last(node.members)
        case Series():
            return b"".join(_write_series(node.parts, head=head, tail=tail))
        case Choice():
            written = (_write(branch, head=head, tail=tail) for branch in node.branches)
            return b"(?:" + b"|".join(dict.fromkeys(written)) + b")"
        case Repeat():
            part = _write(node.part, head=False, tail=False)
            few = LONG_RUN if isinstance(node.part, Chars) else COUNT_UP
            return b"(?:" + part + b")" + _count(node.low, node.high, few) if part else b""
        case Look():
            kept = not node.negative and (tail if node.ahead else head)
            return b"(?:" + _write(node.part, head=head, tail=tail) + b")" if kept else b""
        case Place():
            kept = (node.name == "^" and head) or (node.name == "$" and tail)
            return node.name.encode() if kept else b""


def _write_series(parts: tuple[Node, ...], *, head: bool, tail: bool) -> Iterator[bytes]:
    for number, part in enumerate(parts):
        before, after = parts[:number], parts[number + 1 :]
        if part == Place("b"):
            if _ascii_word(before[-1:], first=False) or _ascii_word(after[:1], first=True):
                yield b"\\b"
            continue
        yield _write(
            part,
            head=head and not any(map(_consumes, before)),
            tail=tail and not any(map(_consumes, after)),
        )


def _consumes(node: Node) -> bool:
    """Whether the node can take characters (a kept look-around counts: it is written as consuming)."""
    match node:
        case Place():
            return False
        case Look():
            return not node.negative
        case Series():
            return any(map(_consumes, node.parts))
        case Repeat():
            return _consumes(node.part)
        case Choice():
            return any(map(_consumes, node.branches))
        case Chars() | LastByte():
            return True


def _ascii_word(neighbour: tuple[Node, ...], *, first: bool) -> bool:
    """Whether the neighbour's first (or last) character is surely an ASCII letter, digit or underscore.

    Only then does a Unicode word boundary beside it hold over bytes too: what is no word character on
    the other side is none in ASCII either.
    """
    if not neighbour:
        return False
    match neighbour[0]:
        case Chars(ranges):
            return bool(ranges) and all(
                high <= ASCII and WORD.issuperset(range(low, high + 1)) for low, high in ranges
            )
        case Repeat(part, low, _):
            return low > 0 and _ascii_word((part,), first=first)
        case Choice(branches):
            return all(_ascii_word((branch,), first=first) for branch in branches)
        case Series(parts):
            return _ascii_word(parts[:1] if first else parts[-1:], first=first)
        case _:
            return False


def _count(low: int, high: int | None, few: int) -> bytes:
    if high is not None and high > COUNT_UP:
        low, high = min(low, few), None if high != low or low > few else high
    if (low, high) == (1, 1):
        return b""
    return b"{%d,%s}" % (low, b"" if high is None else b"%d" % high)


@functools.cache
def write_chars(ranges: CodePoints) -> bytes:
    """A character set as alternatives of UTF-8 byte ranges; rounded up where they are many."""
    single = [(low, min(high, ASCII)) for low, high in ranges if low <= ASCII]
    series = [
        s for low, high in ranges if high > ASCII for s in utf8_ranges(max(low, ASCII + 1), high)
    ]
    short = [s for s in series if len(s) == len("é".encode())]
    long = series[len(short) :]
    if len(long) > ROUND_UP:
        long = list(_lead_bytes(long))
    written = [_set(single)] if single else []
    written += _two_bytes(short)
    written += [b"".join(_set([span]) for span in spans) for spans in _merged(long)]
    if not written:
        return b"[^\\x00-\\xff]"
    return written[0] if len(written) == 1 else b"(?:" + b"|".join(written) + b")"


def _write_last(ranges: CodePoints) -> bytes:
    """The last bytes of a character set."""
    spans = [(low, min(high, ASCII)) for low, high in ranges if low <= ASCII]
    return _set([*spans, (0x80, 0xBF)] if ranges[-1][1] > ASCII else spans)


ByteRanges: TypeAlias = tuple[tuple[int, int], ...]
"""One inclusive range for each byte of an encoded character."""


def utf8_ranges(low: int, high: int) -> Iterator[ByteRanges]:
    """The code points low..high (0x80 and up) as series of byte ranges of their UTF-8 encodings."""
    for limit in (0x7FF, 0xFFFF):
        if low <= limit < high:
            yield from utf8_ranges(low, limit)
            yield from utf8_ranges(limit + 1, high)
            return
    for bits in (6, 12, 18):
        mask = (1 << bits) - 1
        if low >> bits != high >> bits:
            if low & mask:
                yield from utf8_ranges(low, low | mask)
                yield from utf8_ranges((low | mask) + 1, high)
                return
            if high & mask != mask:
                yield from utf8_ranges(low, (high & ~mask) - 1)
                yield from utf8_ranges(high & ~mask, high)
                return
    first, last = (
        chr(low).encode("utf-8", ENCODING_ERRORS),
        chr(high).encode("utf-8", ENCODING_ERRORS),
    )
    yield tuple(zip(first, last, strict=True))


def _two_bytes(series: Iterable[ByteRanges]) -> Iterator[bytes]:
    """Characters of two bytes: what may follow each lead byte, lead bytes alike in that together."""
    following: dict[int, list[tuple[int, int]]] = {}
    for (low, high), rest in series:
        for lead in range(low, high + 1):
            following.setdefault(lead, []).append(rest)
    leads: dict[tuple[tuple[int, int], ...], list[tuple[int, int]]] = {}
    for lead, rests in following.items():
        spans = leads.setdefault(tuple(rests), [])
        if spans and spans[-1][1] + 1 == lead:
            spans[-1] = (spans[-1][0], lead)
        else:
            spans.append((lead, lead))
    for after, spans in leads.items():
        yield _set(spans) + _set(list(after))


def _lead_bytes(series: Iterable[ByteRanges]) -> Iterator[ByteRanges]:
    """The series with every continuation byte allowed after each lead byte that occurs."""
    for size in (2, 3, 4):
        leads = sorted({b for s in series if len(s) == size for b in range(s[0][0], s[0][1] + 1)})
        for lead in leads:
            yield ((lead, lead), *[(0x80, 0xBF)] * (size - 1))


def _merged(series: Iterable[ByteRanges]) -> list[ByteRanges]:
    """Neighbouring series that differ in their lead byte only, made one."""
    merged: list[ByteRanges] = []
    for lead, *rest in sorted(series, key=lambda s: (len(s), s[1:], s[0])):
        if merged and list(merged[-1][1:]) == rest and merged[-1][0][1] + 1 == lead[0]:
            merged[-1] = ((merged[-1][0][0], lead[1]), *rest)
        else:
            merged.append((lead, *rest))
    return merged


def _byte_range(span: tuple[int, int]) -> bytes:
    low, high = span
    return b"\\x%02x" % low if low == high else b"\\x%02x-\\x%02x" % (low, high)


def _set(spans: list[tuple[int, int]]) -> bytes:
    """One byte of several ranges."""
    if spans == [(spans[0][0], spans[0][0])] and spans[0][0] in LEADS:
        return b"[" + _byte_range(spans[0]) + NOWHERE + b"]"
    written = b"".join(map(_byte_range, spans))
    return written if len(written) == len(b"\\x00") else b"[" + written + b"]"
