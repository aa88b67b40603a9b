"""The Hyperscan databases of all installed rules, kept between runs; `textlint.build` makes them."""

import functools
import hashlib
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple, TypeAlias

import hyperscan
import msgspec
import regex

from textlint import cache
from textlint.pattern import Pattern, Phrase

FORMAT = 11
"""Raised when what is kept on disk changes its meaning."""
CATEGORY = 3
"""Letters of a code that name its category."""
Patterns: TypeAlias = Sequence[tuple[str, Pattern | Phrase]]
"""Every pattern of every rule, with its rule's code; a probe names one by its number."""


class Probe(NamedTuple):
    """What one reported end stands for: `pattern` (an index) may match around it.

    The match starts at most `before` code points ahead of the reported end; with None it may be anywhere
    in the document. `reach`: how far past the reported end the pattern may look. `front`, `back`: what
    is reported is no match where an ASCII letter, digit or underscore stands beside it: that many bytes
    ahead of its end (0: anything may), and after it. `tame`: the pattern can be tried without a deadline.
    `cut`: a match may go on past the reported end.
    """

    pattern: int
    before: int | None
    reach: int | None
    front: int = 0
    back: int = 0
    tame: bool = False
    cut: bool = False


class Database(msgspec.Struct, frozen=True):
    """A serialised Hyperscan database and the probes of its ids, as they are kept on disk.

    The probes are plain numbers, which load in no time: `flat` holds their fields one after another
    (-1 for None), `starts` the first probe of each id and the end of all.
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
                flat += (-1 if number is None else int(number) for number in probe)
            starts.append(len(flat) // len(Probe._fields))
        return cls(data, starts, flat)


Build: TypeAlias = Callable[[Patterns], Database]
"""Makes the database of patterns that are all phrases or all regular expressions."""


class Scannable:
    """A database that is ready to scan, its probes made when they are first asked for."""

    def __init__(
        self, database: Database, patterns: Patterns, numbers: Sequence[int], *, folds: bool
    ) -> None:
        """`numbers` are the database's patterns among all, `folds` whether it sees folded text.

        HyperscanError where the database does not fit this machine.
        """
        self.folds = folds
        self.codes = frozenset(code for code, _ in patterns)
        self._wanted = self.codes
        self._patterns, self._numbers = patterns, numbers
        self._opened = hyperscan.loadb(database.data, mode=hyperscan.HS_MODE_BLOCK)
        self._opened.scratch = hyperscan.Scratch(self._opened)
        self._database = database
        self._probes: dict[int, list[Probe]] = {}

    def want(self, codes: frozenset[str]) -> None:
        """Give only the probes of these rules from now on."""
        if codes != self._wanted:
            self._wanted = codes
            self._probes = {}

    def scan(self, data: bytes, report: Callable[[int, int, int, int, object], None]) -> None:
        """Call `report(id, 0, end, 0, None)` for every end, in bytes."""
        self._opened.scan(data, match_event_handler=report)

    def probes(self, number: int) -> list[Probe]:
        """What an end that is reported for the id stands for, of the rules that are wanted."""
        if (ready := self._probes.get(number)) is None:
            first, end = self._database.starts[number : number + 2]
            ready = [probe for at in range(first, end) if (probe := self._probe(at))]
            self._probes[number] = ready
        return ready

    def _probe(self, at: int) -> Probe | None:
        size = len(Probe._fields)
        own = self._database.flat[size * at : size * (at + 1)]
        pattern, before, reach, front, back, tame, cut = own
        if self._patterns[pattern][0] not in self._wanted:
            return None
        return Probe(
            self._numbers[pattern],
            None if before < 0 else before,
            None if reach < 0 else reach,
            front,
            back,
            bool(tame),
            bool(cut),
        )


def databases(patterns: Patterns, build: Build) -> list[Scannable]:
    """The databases of the patterns, from disk if they are there and whole, else built and kept.

    All phrases share one. Expressions have one for each category: in one they take twice the time to
    compile (17.7 s against 9.1 for 364) and are scanned no faster (42 ms a MB against 44), and what
    changes in one category costs nothing in the others.
    """
    groups = _grouped(patterns)
    wanted = [[patterns[number] for number in numbers] for numbers in groups]
    keys = _keys(wanted)
    ready: dict[int, Scannable] = {}
    for at, (key, numbers) in enumerate(zip(keys, groups, strict=True)):
        if (found := _from_disk(key, wanted[at], numbers)) is not None:
            ready[at] = found
    missing = [at for at in range(len(groups)) if at not in ready]
    for at, database in zip(missing, _built([wanted[at] for at in missing], build), strict=True):
        cache.write("patterns", keys[at], msgspec.msgpack.encode(database))
        ready[at] = _ready(database, wanted[at], groups[at])
    return [ready[at] for at in range(len(groups))]


def _grouped(patterns: Patterns) -> list[list[int]]:
    """The patterns of each database, by their numbers."""
    groups: dict[str, list[int]] = {}
    for number, (code, pattern) in enumerate(patterns):
        group = "" if isinstance(pattern, Phrase) else code[:CATEGORY]
        groups.setdefault(group, []).append(number)
    return list(groups.values())


def _from_disk(key: str, patterns: Patterns, numbers: Sequence[int]) -> Scannable | None:
    """The database kept under a key; None where there is none, or where it is damaged."""
    if (data := cache.read("patterns", key)) is None:
        return None
    try:
        return _ready(msgspec.msgpack.decode(data, type=Database), patterns, numbers)
    except (msgspec.DecodeError, hyperscan.HyperscanError):
        return None


def _ready(database: Database, patterns: Patterns, numbers: Sequence[int]) -> Scannable:
    return Scannable(database, patterns, numbers, folds=isinstance(patterns[0][1], Phrase))


def _built(wanted: Sequence[Patterns], build: Build) -> list[Database]:
    """The databases, compiled side by side: Hyperscan lets other threads run meanwhile."""
    if len(wanted) < 2:  # noqa: PLR2004 - nothing to do side by side
        return [build(patterns) for patterns in wanted]
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor() as pool:
        return list(pool.map(build, wanted))


def _keys(wanted: Sequence[Patterns]) -> list[str]:
    """What each database depends on: its patterns, the libraries' versions and the processor."""
    parts = f"{FORMAT}\n{_platform()}\n{regex.__version__}\n".encode()
    return [
        hashlib.blake2b(parts + _packed(patterns), digest_size=16).hexdigest()
        for patterns in wanted
    ]


def _packed(patterns: Patterns) -> bytes:
    """The patterns as bytes, a millisecond for ten thousand."""
    try:
        return msgspec.msgpack.encode(patterns)
    except UnicodeEncodeError:  # lone surrogates
        return repr(patterns).encode()


@functools.cache
def _platform() -> str:
    """What Hyperscan says of itself and the processor."""
    database: Any = hyperscan.Database(mode=hyperscan.HS_MODE_BLOCK)
    database.compile(expressions=[b"a"], ids=[0], elements=1, flags=0)
    return str(database.info())
