"""The Hyperscan databases of all installed rules, kept between runs; `textlint.build` makes them."""

import functools
import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple, TypeAlias

import hyperscan
import msgspec
import regex

from textlint import cache
from textlint.pattern import Pattern, Phrase

FORMAT = 4
"""Raised when what is kept on disk changes its meaning."""
Patterns: TypeAlias = Sequence[tuple[str, Pattern | Phrase]]
"""Every pattern of every rule, with its rule's code; a probe names one by its number."""


class Probe(NamedTuple):
    """What one reported end stands for: `pattern` (an index) may match around it.

    The match starts at most `before` code points ahead of the reported end; with None it may be anywhere
    in the document. `reach`: how far past the reported end the pattern may look.
    """

    pattern: int
    before: int | None
    reach: int | None


class Database(msgspec.Struct, frozen=True):
    """A serialised Hyperscan database (empty bytes for no ids) and the probes of its ids.

    They are kept as plain numbers, which load in no time: `flat` holds three for each probe (-1 for
    None), `starts` the first probe of each id and the end of all.
    """

    data: bytes
    starts: list[int]
    flat: list[int]

    @classmethod
    def of(cls, data: bytes, probes: Iterable[Iterable[Probe]]) -> "Database":
        """A database with the probes of each of its ids."""
        starts, flat = [0], list[int]()
        for own in probes:
            for probe in own:
                flat += (-1 if number is None else number for number in probe)
            starts.append(len(flat) // len(Probe._fields))
        return cls(data, starts, flat)

    def probes(self, number: int) -> Iterator[Probe]:
        """What an end that is reported for the id stands for."""
        for at in range(self.starts[number], self.starts[number + 1]):
            pattern, before, reach = self.flat[3 * at : 3 * at + 3]
            yield Probe(pattern, None if before < 0 else before, None if reach < 0 else reach)


class Databases(msgspec.Struct, frozen=True):
    """What is kept on disk."""

    literals: Database
    expressions: Database


def databases(patterns: Patterns, build: Callable[[Patterns], Databases]) -> Databases:
    """The databases of the patterns, from disk if they are there and whole, else built and kept."""
    key = _key(patterns)
    decoder = msgspec.msgpack.Decoder(Databases)
    if (data := cache.read("patterns", key)) is not None:
        try:
            stored = decoder.decode(data)
            for database in (stored.literals, stored.expressions):
                if database.data:
                    opened(database.data)
        except (msgspec.DecodeError, hyperscan.HyperscanError):
            pass
        else:
            return stored
    built = build(patterns)
    cache.write("patterns", key, msgspec.msgpack.encode(built))
    return built


def _key(patterns: Patterns) -> str:
    """What the databases depend on: the patterns, the libraries' versions and the processor."""
    platform = hyperscan.Database(mode=hyperscan.HS_MODE_BLOCK)
    platform.compile(expressions=[b"a"], ids=[0], elements=1, flags=0)
    parts = [FORMAT, str(platform.info()), regex.__version__]
    what = [
        f"{code}\0{pattern.where}\0{pattern.text}"
        if isinstance(pattern, Phrase)
        else f"{code}\0{pattern.source}"
        for code, pattern in patterns
    ]
    text = "\n".join((*map(str, parts), *what)).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(text, digest_size=16).hexdigest()


@functools.lru_cache(maxsize=4)
def opened(data: bytes) -> Any:
    """A serialised database, ready to scan; HyperscanError where it does not fit this machine."""
    database = hyperscan.loadb(data, mode=hyperscan.HS_MODE_BLOCK)
    database.scratch = hyperscan.Scratch(database)
    return database
