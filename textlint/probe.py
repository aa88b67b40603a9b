"""What stands on disk: a Hyperscan database, and what each of its ids stands for."""

from array import array
from collections.abc import Iterable
from itertools import accumulate
from struct import Struct
from typing import NamedTuple

LENGTHS = Struct("<QQQ")
"""Of `starts`, `flat` and `prefixes`, in bytes."""

CHARS = 129
"""The characters of ASCII, and one that stands for all others."""
SIZE = 2 * CHARS
"""Bytes of a prefix: one for each of them as the first of a match, then as the second; 1 if it may be."""
ANY, WORD, LINE = range(3)
"""Edges: none, a word's (no ASCII letter, digit or underscore is beyond it), a line's (blanks may be)."""


class Probe(NamedTuple):
    """What one reported end stands for: `pattern` (an index) may match around it.

    The match starts at most `before` code points ahead of the reported end; with None it may be anywhere
    in the document. `reach`: how far past the reported end the pattern may look. `front`, `back`: the
    edge that must be before and after the `size` bytes that are reported, for a match.
    `tame`: the pattern can be tried without a deadline.
    `cut`: a match may go on past the reported end. `exact`: a phrase that has been found in whole, of so
    many code points, where it plainly stands as it must; 0 for what is to be tried. `prefix`: what a
    match begins with (`textlint.prefix`), empty for anything.
    """

    pattern: int
    before: int | None
    reach: int | None
    size: int = 0
    front: int = ANY
    back: int = ANY
    tame: bool = False
    cut: bool = False
    exact: int = 0
    prefix: bytes = b""


class Hits(NamedTuple):
    """Where one pattern may end in one text."""

    probe: Probe
    ends: list[int]


class Database(NamedTuple):
    """A serialised Hyperscan database and the probes of its ids, as they are kept on disk.

    The probes are plain numbers (`array` code "i"), which load in no time: `flat` holds their fields
    one after another (-1 for None), `starts` the first probe of each id and the end of all.
    """

    data: bytes
    starts: "memoryview[int]"
    flat: "memoryview[int]"
    prefixes: bytes

    @classmethod
    def of(cls, data: bytes, probes: Iterable[Iterable[Probe]]) -> "Database":
        """A database with the probes of each of its ids."""
        starts, flat, prefixes = array("i", [0]), array("i"), {b"": 0}
        for own in probes:
            for probe in own:
                *numbers, prefix = probe
                flat.extend(-1 if number is None else int(number) for number in numbers)
                flat.append(prefixes.setdefault(prefix, len(prefixes)))
            starts.append(len(flat) // len(Probe._fields))
        return cls(data, memoryview(starts), memoryview(flat), b"".join(prefixes))

    def prefix(self, number: int) -> bytes:
        """The prefix with a number; 0 is the empty one."""
        return self.prefixes[(number - 1) * SIZE : number * SIZE] if number else b""

    def packed(self) -> bytes:
        """The database as bytes."""
        parts = [bytes(part) for part in (self.starts, self.flat, self.prefixes, self.data)]
        return b"".join([LENGTHS.pack(*map(len, parts[:-1])), *parts])

    @classmethod
    def unpacked(cls, kept: bytes) -> "Database":
        """The database that was packed, where it lies."""
        ends = accumulate(LENGTHS.unpack_from(kept), initial=LENGTHS.size)
        start, middle, later, end = ends
        view = memoryview(kept)
        starts, flat = view[start:middle].cast("i"), view[middle:later].cast("i")
        return cls(kept[end:], starts, flat, kept[later:end])
