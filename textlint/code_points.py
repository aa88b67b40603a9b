r"""Which code points a one-character pattern matches (`a`, `\w`, `[a-z\p{Greek}]`), asked of `regex`.

Asking about all 1,114,112 takes 20 ms, and rules have hundreds of classes: a class is taken apart, its
letters are looked up among those that differ in case only, its properties are asked about once each.
"""

import functools
from collections import defaultdict
from collections.abc import Iterable
from typing import TypeAlias

import regex

CodePoints: TypeAlias = tuple[tuple[int, int], ...]
"""Ranges of code points, both ends included, in order, apart from one another."""
LAST = 0x10FFFF
CASED = r"[\p{Changes_When_Casemapped}\p{Changes_When_Casefolded}]"
WIDEST = 1000
"""Code points of a range whose other cases are looked up one by one."""
ITEM = regex.compile(
    r"(?P<property>\\[pP]\{[^}]*\}|\\[wWsSdD])"
    r"|(?P<first>\\x[0-9A-Fa-f]{2}|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8}|\\[^a-zA-Z0-9]|[^\\\[\]&~|])"
    r"(?:-(?P<last>\\x[0-9A-Fa-f]{2}|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8}|\\[^a-zA-Z0-9]|[^\\\[\]&~|]))?",
    regex.DOTALL,
)
"""A member of a class that can be asked about by itself; POSIX names and set operators are not."""


@functools.cache
def members(chars: str, flags: int = 0) -> CodePoints:
    """The code points that a one-character pattern matches; lone surrogates too.

    Exact but for code points that are not assigned yet, whose other cases Python does not know.
    """
    if chars.startswith("[^"):
        return _rest(members("[" + chars[2:], flags))
    items = _items(chars)
    # In any case a property matches more by itself than in a class of several members.
    mixed = flags & regex.IGNORECASE and items and len(items) > 1
    if items is None or (mixed and any(item["property"] for item in items)):
        return _asked(chars, flags)
    ranges: list[tuple[int, int]] = []
    for item in items:
        if item["property"]:
            ranges += _asked(item["property"], flags)
        else:
            low = _code_point(item["first"])
            high = _code_point(item["last"]) if item["last"] else low
            ranges += _cases(low, high, flags)
    return _merged(ranges)


def _items(chars: str) -> "list[regex.Match[str]] | None":
    """The members of a class without `^`, or the one character; None where that cannot be told."""
    inside = chars[1:-1] if chars.startswith("[") else chars
    items, at = [], 0
    while at < len(inside):
        match = ITEM.match(inside, at)
        if not match or (chars[0] != "[" and chars in {".", "^", "$"}):
            return None
        items.append(match)
        at = match.end()
    return items


def _code_point(item: str) -> int:
    """The code point that a letter or an escape stands for."""
    is_number = len(item) > len("\\x") and item[0] == "\\"
    return int(item[len("\\x") :], base=16) if is_number else ord(item[-1])


def _cases(low: int, high: int, flags: int) -> CodePoints:
    """The range, with what it matches beside when case does not matter."""
    if not flags & regex.IGNORECASE:
        return ((low, high),)
    source = f"[\\U{low:08X}-\\U{high:08X}]"
    if high - low > WIDEST:
        return _asked(source, flags)
    pattern = regex.compile(source, flags)
    alike = _alike()
    others = {other for code in range(low, high + 1) for other in alike.get(code, ())}
    return ((low, high), *((code, code) for code in others if pattern.match(chr(code))))


@functools.cache
def _alike() -> dict[int, set[int]]:
    """For each code point with other cases: those that share one of its cases with it."""
    groups: dict[str, set[int]] = defaultdict(set)
    for low, high in _asked(CASED, 0):
        for char in map(chr, range(low, high + 1)):
            for form in {char.lower(), char.upper(), char.casefold(), char.title()} - {char}:
                groups[form].add(ord(char))
    alike: dict[int, set[int]] = defaultdict(set)
    for form, codes in groups.items():
        group = codes | {ord(char) for char in form}
        for code in group:
            alike[code] |= group
    return alike


@functools.cache
def _asked(chars: str, flags: int) -> CodePoints:
    """The same, asked of `regex` for every code point."""
    runs = regex.finditer(f"(?:{chars})+", _all_code_points(), flags=flags)
    return tuple((run.start(), run.end() - 1) for run in runs)


@functools.cache
def _all_code_points() -> str:
    return "".join(map(chr, range(LAST + 1)))


def _merged(ranges: Iterable[tuple[int, int]]) -> CodePoints:
    merged: list[tuple[int, int]] = []
    for low, high in sorted(ranges):
        if merged and low <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(high, merged[-1][1]))
        else:
            merged.append((low, high))
    return tuple(merged)


def _rest(ranges: CodePoints) -> CodePoints:
    """All other code points."""
    starts = [0, *(high + 1 for _, high in ranges)]
    ends = [*(low - 1 for low, _ in ranges), LAST]
    return tuple((low, high) for low, high in zip(starts, ends, strict=True) if low <= high)
