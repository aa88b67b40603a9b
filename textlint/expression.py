"""Regular expressions for a byte scanner: what a `regex` pattern becomes so that Hyperscan never misses it.

A pattern is parsed into a small tree and written again over UTF-8 bytes. The result matches, byte for
byte, at least a necessary part of whatever the pattern matches in the decoded text, so that the
scanner reports an end near every true match. It may match more: look-behind and look-ahead in the
middle, word boundaries beside non-ASCII letters and back references are dropped or widened, large
character sets are rounded up to their lead bytes. What a character class means, with its
flags, is asked of `regex` itself.
"""

import functools
import math
from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeAlias

import regex

from textlint.code_points import CodePoints, members
from textlint.document import ENCODING_ERRORS

ROUND_UP = 64
"""Byte ranges of a character class above which of three and four bytes only the first are told apart."""
COUNT_UP = 16
"""Repetitions above which an upper bound is dropped: Hyperscan unrolls counted repeats."""
LONG_RUN = 64
"""The same of one character's least number: for these Hyperscan counts."""
LONG = 1000
"""What a repeat without bound counts as, in ways to match; of what itself has several, as endless."""
FEW_WAYS = 100_000
"""Ways to match at one place up to which no deadline is needed: about a millisecond."""
FEW_CHARS = 40
"""Characters of a set up to which it is thought rare: spaces, brackets, quotation marks."""
COMMON = "eе"
"""A set that holds these, a Latin and a Cyrillic letter, is of letters of any script."""
RARE = "{}<>^`~"
"""Characters that clean text hardly has: what comes before one need not be looked at."""
ASCII = 0x7F
WORD = frozenset(b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz")
LOOKS = {"=": (True, False), "!": (True, True), "<=": (False, False), "<!": (False, True)}
"""What opens a look-around: whether it looks ahead, whether it is negative."""
FLAGS = {"i": regex.IGNORECASE, "m": regex.MULTILINE, "s": regex.DOTALL, "x": regex.VERBOSE}


class UnsupportedError(ValueError):
    """A construct of `regex` that the scanner cannot be given."""


class Expression(NamedTuple):
    """A Hyperscan expression over bytes (for HS_FLAG_MULTILINE | HS_FLAG_DOTALL).

    Every true match makes the scanner report an end at most `before` code points from where the match
    starts; at the match's own end or after it, unless it is `cut`. `reach`: how far the pattern's
    look-aheads see. None where there is no bound.
    """

    source: bytes
    before: int | None
    reach: int | None
    tame: bool = False
    """Whether trying the pattern at one place takes few steps whatever the text."""
    cut: bool = False
    """Whether a match may go on past the reported ends."""


class Chars(NamedTuple):
    """One character of a set."""

    members: CodePoints


class LastByte(NamedTuple):
    """One character of a set, of which the last byte is enough."""

    members: CodePoints


class Series(NamedTuple):
    """Parts one after another."""

    parts: "tuple[Node, ...]"


class Choice(NamedTuple):
    """One of several."""

    branches: "tuple[Node, ...]"


class Repeat(NamedTuple):
    """A part `low` to `high` times (None: without bound)."""

    part: "Node"
    low: int
    high: int | None


class Look(NamedTuple):
    """A look-ahead or look-behind."""

    part: "Node"
    ahead: bool
    negative: bool


class Place(NamedTuple):
    """A condition on a place: "^", "$" and "b" (word boundary), or "" for one that is always dropped."""

    name: str


Node: TypeAlias = Chars | LastByte | Series | Choice | Repeat | Look | Place
NOTHING = Series(())


def translate(source: str, flags: int = regex.MULTILINE) -> Expression:
    """The byte expression of a pattern.

    UnsupportedError where it holds what cannot be translated, or can match the empty text.
    """
    parser = _Parser(source, flags)
    tree = parser.parse()
    if _least(tree) == 0:
        raise UnsupportedError(f"{source!r} can match nothing at all")
    if parser.cut and _looks(tree):
        return Expression(_write(tree, head=True, tail=True), None, None)
    start = _shortest(tree, followed=False)
    written = _write(_blunt(_latest(start)), head=True, tail=True)
    before, reach = _width(start, head=True, tail=True), _reach(tree)
    tame = before is not None and reach is not None and _ways(tree) <= FEW_WAYS
    return Expression(written, before, reach, tame, cut=start != tree)


# --- reading ---------------------------------------------------------------------------------------


class _Parser:
    """A recursive descent over the subset of `regex` that rules are written in."""

    def __init__(self, source: str, flags: int) -> None:
        self.source, self.flags, self.at = source, flags, 0
        self.groups: dict[str, Node] = {}
        self.count = 0
        self.scoped = False
        """Whether a part of the pattern has flags of its own: a back reference does not carry them."""
        self.cut = False
        """Whether a part never gives back what it took: then it must see the whole text."""

    def parse(self) -> Node:
        tree = self.choice()
        if self.at < len(self.source):
            raise self.unsupported("an unpaired )")
        return tree

    def unsupported(self, what: str) -> UnsupportedError:
        return UnsupportedError(f"{what} at position {self.at} of {self.source!r}")

    def take(self, text: str) -> bool:
        if self.source.startswith(text, self.at):
            self.at += len(text)
            return True
        return False

    def until(self, stop: str) -> str:
        end = self.source.find(stop, self.at)
        if end < 0:
            raise self.unsupported(f"a missing {stop}")
        text = self.source[self.at : end]
        self.at = end + len(stop)
        return text

    def choice(self) -> Node:
        branches = [self.series()]
        while self.take("|"):
            branches.append(self.series())
        return branches[0] if len(branches) == 1 else Choice(tuple(branches))

    def series(self) -> Node:
        parts: list[Node] = []
        while self.at < len(self.source) and self.source[self.at] not in "|)":
            part = self.part()
            if part is not None:
                parts.append(self.quantified(part))
        return parts[0] if len(parts) == 1 else Series(tuple(parts))

    def part(self) -> Node | None:
        char = self.source[self.at]
        if self.flags & regex.VERBOSE:
            if char.isspace():
                self.at += 1
                return None
            if char == "#":
                end = self.source.find("\n", self.at)
                self.at = len(self.source) if end < 0 else end
                return None
        self.at += 1
        if char == "(":
            return self.group()
        if char == "[":
            return self.bracket()
        if char == "\\":
            return self.escape()
        if char in "^$":
            return Place(char)
        if char == ".":
            return self.chars(".")
        if char == "{":
            raise self.unsupported("a { that is no quantifier (write \\{ for the character)")
        return self.char(char)

    def char(self, char: str) -> Chars:
        if not self.flags & regex.IGNORECASE:
            return Chars(((ord(char), ord(char)),))
        return self.chars(regex.escape(char))

    def chars(self, text: str) -> Chars:
        return Chars(members(text, self.flags & (regex.IGNORECASE | regex.DOTALL)))

    def bracket(self) -> Node:
        start = self.at - 1
        self.take("^")
        self.take("]")
        while not self.take("]"):
            if self.at >= len(self.source):
                raise self.unsupported("a missing ]")
            if self.take("[:"):
                self.until(":]")
            elif self.take("\\"):
                self.at += 1
            else:
                self.at += 1
        return self.chars(self.source[start : self.at])

    def escape(self) -> Node:
        char = self.source[self.at : self.at + 1]
        self.at += 1
        if char in "AZbBmMK":
            return Place({"A": "^", "Z": "$", "b": "b"}.get(char, ""))
        if char in "pPN":
            if not self.take("{"):
                raise self.unsupported(f"\\{char} without braces")
            return self.chars(f"\\{char}{{{self.until('}')}}}")
        if char in "123456789":
            start = self.at - 1
            while self.source[self.at : self.at + 1].isdigit():
                self.at += 1
            return self.back(self.source[start : self.at])
        if char == "g" and self.take("<"):
            return self.back(self.until(">"))
        digits = {"x": 2, "u": 4, "U": 8}.get(char, 0)
        code = self.source[self.at : self.at + digits]
        self.at += digits
        if char.isalnum() and char not in "dDwWsSntrfvaxuU":
            raise self.unsupported(f"\\{char}")
        return self.chars(f"\\{char}{code}")

    def back(self, name: str) -> Node:
        """A back reference: at least what its group can match."""
        if name not in self.groups:
            raise self.unsupported(f"a reference to group {name}, which is not closed yet,")
        if self.scoped:
            raise self.unsupported("a back reference beside flags of a group's own")
        return _bare(self.groups[name])

    def group(self) -> Node:
        outer, names = self.flags, []
        look: tuple[bool, bool] | None = None
        if not self.take("?"):
            self.count += 1
            names = [str(self.count)]
        elif self.take("P<") or (
            self.source[self.at + 1 : self.at + 2] not in "=!" and self.take("<")
        ):
            self.count += 1
            names = [str(self.count), self.until(">")]
        elif self.take("P="):
            return self.back(self.until(")"))
        elif self.take("#"):
            raise self.unsupported("a comment in a group")
        elif sign := next((sign for sign in LOOKS if self.take(sign)), None):
            look = LOOKS[sign]
        elif self.take(">"):
            self.cut = True
        elif not self.take(":") and self.flag_group():
            return NOTHING
        part = self.choice()
        if not self.take(")"):
            raise self.unsupported("a missing )")
        self.flags = outer
        for name in names:
            if name in self.groups:
                raise self.unsupported(f"a second group {name}")
            self.groups[name] = part
        return Look(part, *look) if look else part

    def flag_group(self) -> bool:
        """Read `(?i)`, which may only stand first in a pattern (True), or open `(?i:` (False)."""
        first, on = self.at == len("(?"), True
        while self.at < len(self.source):
            char = self.source[self.at]
            self.at += 1
            if char == ":" or (char == ")" and first):
                self.scoped = self.scoped or char == ":"
                return char == ")"
            if char == "-":
                on = False
            elif char in FLAGS:
                self.flags = self.flags | FLAGS[char] if on else self.flags & ~FLAGS[char]
            else:
                break
        raise self.unsupported("a group of a kind that patterns may not use")

    def quantified(self, part: Node) -> Node:
        while True:
            if self.flags & regex.VERBOSE:
                self.at = SPACED.match(self.source, self.at).end()  # type: ignore[union-attr]
            match = QUANTIFIER.match(self.source, self.at)
            if not match:
                return part
            self.at = match.end()
            low, high = {"*": (0, None), "+": (1, None), "?": (0, 1)}.get(match[1], (-1, None))
            if low < 0:
                low = int(match["low"] or 0)
                high = (
                    low if match["comma"] is None else int(match["high"]) if match["high"] else None
                )
            self.cut = self.cut or match[0].endswith("+", 1)
            part = Repeat(part, low, high)


SPACED = regex.compile(r"(?:\s|#[^\n]*)*")
QUANTIFIER = regex.compile(r"([*+?]|\{(?P<low>\d*)(?P<comma>,)?(?P<high>\d*)\}(?<!\{,?\}))[+?]?")


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
                if not (last.ahead and last.negative) or _looks(last.part):
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
                kept = not first.negative and not (_is_common(first.part) and _is_rare(rest))
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
    return _set([*spans, (0x80, 0xBF)])


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
    written = b"".join(map(_byte_range, spans))
    return written if len(written) == len(b"\\x00") else b"[" + written + b"]"


def _bare(node: Node) -> Node:
    """The node without the conditions in it: a back reference repeats characters, not conditions."""
    match node:
        case Series(parts):
            return Series(tuple(map(_bare, parts)))
        case Choice(branches):
            return Choice(tuple(map(_bare, branches)))
        case Repeat(part, low, high):
            return Repeat(_bare(part), low, high)
        case Look() | Place():
            return NOTHING
        case _:
            return node


def _looks(node: Node) -> bool:
    """Whether the node has a condition in it."""
    match node:
        case Series(parts) | Choice(parts):
            return any(map(_looks, parts))
        case Repeat(part):
            return _looks(part)
        case Look() | Place():
            return True
        case _:
            return False


# --- measuring -------------------------------------------------------------------------------------


def _width(node: Node, *, head: bool, tail: bool) -> int | None:
    """The most code points that the node takes, kept look-ahead included; None without a bound.

    What a look-behind takes lies before the match and does not count.
    """
    match node:
        case Chars() | LastByte():
            return 1
        case Series():
            return _sum(_width(part, head=head, tail=tail) for part in node.parts)
        case Choice():
            widths = [_width(branch, head=head, tail=tail) for branch in node.branches]
            return None if None in widths else max(width for width in widths if width is not None)
        case Repeat():
            width = _width(node.part, head=False, tail=False)
            return (
                0
                if width == 0
                else None
                if width is None or node.high is None
                else width * node.high
            )
        case Look():
            return (
                _width(node.part, head=head, tail=tail) if node.ahead and not node.negative else 0
            )
        case Place():
            return 0


def _sum(widths: Iterable[int | None]) -> int | None:
    total = 0
    for width in widths:
        if width is None:
            return None
        total += width
    return total


def _least(node: Node) -> int:
    """The fewest code points that the node takes."""
    match node:
        case Chars() | LastByte():
            return 1
        case Series():
            return sum(map(_least, node.parts))
        case Choice():
            return min(map(_least, node.branches))
        case Repeat():
            return node.low * _least(node.part)
        case _:
            return 0


def _reach(node: Node) -> int | None:
    """The most code points that a look-ahead within the node sees; None without a bound."""
    match node:
        case Series():
            reaches = [_reach(part) for part in node.parts]
        case Choice():
            reaches = [_reach(branch) for branch in node.branches]
        case Repeat():
            reaches = [_reach(node.part)]
        case Look():
            seen = _width(node.part, head=False, tail=False) if node.ahead else 0
            reaches = [_sum([seen, _reach(node.part)])]
        case _:
            reaches = [0]
    return None if None in reaches else max((r for r in reaches if r is not None), default=0)


def _ways(node: Node) -> float:
    """In how many ways the node can be tried at one place, at most."""
    match node:
        case Series(parts):
            return math.prod(map(_ways, parts))
        case Choice(branches):
            return sum(map(_ways, branches))
        case Repeat(part, low, high):
            ways = _ways(part)
            if high is None:
                return LONG if ways == 1 else math.inf
            if ways > 1 and high * math.log(ways) > math.log(FEW_WAYS):
                return math.inf
            return (high - low + 1) * ways**high
        case Look(part):
            return _ways(part)
        case _:
            return 1
