"""The Hyperscan databases of all installed rules, kept between runs; `textlint.build` makes them."""

import contextlib
import functools
import hashlib
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from functools import partial
from typing import Any, NamedTuple, Protocol, TypeAlias

import hyperscan
import msgspec
import regex

from textlint import cache
from textlint.alphabet import NONE, PLAIN
from textlint.pattern import Pattern, Phrase

FORMAT = 18
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
    `cut`: a match may go on past the reported end. `exact`: a phrase that has been found in whole, of so
    many code points, where no letter, digit or mark stands beside it; 0 for what is to be tried.
    """

    pattern: int
    before: int | None
    reach: int | None
    front: int = 0
    back: int = 0
    tame: bool = False
    cut: bool = False
    exact: int = 0


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


class Kind(NamedTuple):
    """A kind of text: whether it is folded, and its alphabet's number."""

    folded: bool
    alphabet: int


class Builder(Protocol):
    """Makes what is kept. PatternError for a pattern that cannot be used."""

    def verify(self, phrases: Patterns) -> None:
        """Nothing, where the phrases can be used."""

    def translations(self, patterns: Patterns) -> bytes:
        """What regular expressions are looked for by."""

    def expressions(self, alphabet: int, parts: Sequence[bytes]) -> Database:
        """The expressions of several translations for texts of an alphabet."""

    def literals(self, alphabet: int, phrases: Patterns, parts: Sequence[bytes]) -> Database:
        """Phrases, and the literals of translations, that keep to an alphabet and none before."""


class Group(NamedTuple):
    """Patterns whose translations are kept together: their numbers among all, and what is kept."""

    numbers: list[int]
    key: str
    translations: bytes


class Scannable:
    """A database that is ready to scan, its probes made when they are first asked for."""

    def __init__(
        self,
        patterns: Patterns,
        numbers: Sequence[int],
        kinds: Iterable[Kind],
        key: str,
        build: Callable[[], Database],
    ) -> None:
        """The database of the patterns with these numbers, for texts of these kinds.

        It is taken from disk, or built and kept there, when the first such text is scanned.
        """
        self.kinds = frozenset(kinds)
        self.codes = frozenset(patterns[number][0] for number in numbers)
        self._wanted = self.codes
        self._patterns, self._numbers = patterns, numbers
        self._key, self._build = key, build
        self._probes: dict[int, list[Probe]] = {}

    @functools.cached_property
    def _database(self) -> Database:
        if (data := cache.read("patterns", self._key)) is not None:
            with contextlib.suppress(msgspec.DecodeError):
                return msgspec.msgpack.decode(data, type=Database)
        database = self._build()
        cache.write("patterns", self._key, msgspec.msgpack.encode(database))
        return database

    @functools.cached_property
    def _opened(self) -> hyperscan.Database | None:
        if not self._database.data:
            return None
        opened = hyperscan.loadb(self._database.data, mode=hyperscan.HS_MODE_BLOCK)
        opened.scratch = hyperscan.Scratch(opened)
        return opened

    def want(self, codes: frozenset[str]) -> None:
        """Give only the probes of these rules from now on."""
        if codes != self._wanted:
            self._wanted = codes
            self._probes = {}

    def scan(self, data: bytes, report: Callable[[int, int, int, int, object], None]) -> None:
        """Call `report(id, 0, end, 0, None)` for every end, in bytes."""
        if self._opened:
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
        pattern, before, reach, front, back, tame, cut, exact = own
        number = self._numbers[pattern]
        if self._patterns[number][0] not in self._wanted:
            return None
        return Probe(
            number,
            None if before < 0 else before,
            None if reach < 0 else reach,
            front,
            back,
            bool(tame),
            bool(cut),
            exact,
        )


def databases(
    patterns: Patterns, quiet: Container[str], build: Callable[[], Builder]
) -> list[Scannable]:
    """The databases of the patterns. What they are looked for by is taken from disk, or found and kept.

    That is done by category: a change in one costs the others little. The rules that are `quiet`, which
    most runs do not ask for, have databases of their own.
    """
    ready: list[Scannable] = []
    for is_quiet in (False, True):
        phrases: list[int] = []
        categories: dict[str, list[int]] = {}
        for number, (code, pattern) in enumerate(patterns):
            if (code in quiet) == is_quiet:
                is_phrase = isinstance(pattern, Phrase)
                own = phrases if is_phrase else categories.setdefault(code[:CATEGORY], [])
                own.append(number)
        groups = [_group(patterns, numbers, build) for numbers in categories.values()]
        ready += _tier(patterns, phrases, groups, build)
    return ready


def _group(patterns: Patterns, numbers: list[int], build: Callable[[], Builder]) -> Group:
    own = [patterns[number] for number in numbers]
    key = _key(_packed(own))
    if (kept := cache.read("patterns", key)) is None:
        kept = build().translations(own)
        cache.write("patterns", key, kept)
    return Group(numbers, key, kept)


def _tier(
    patterns: Patterns, phrases: list[int], groups: list[Group], build: Callable[[], Builder]
) -> Iterator[Scannable]:
    own = [patterns[number] for number in phrases]
    content = _packed(own)
    if cache.read("patterns", _key(content)) is None:
        build().verify(own)
        cache.write("patterns", _key(content), b"")
    parts = [group.translations for group in groups]
    keys = [group.key.encode() for group in groups]
    every = [number for group in groups for number in group.numbers]
    for alphabet in range(NONE):
        yield Scannable(
            patterns,
            every,
            [Kind(folded=False, alphabet=alphabet)],
            _key(b"expressions %d" % alphabet, *keys),
            partial(_expressions, build, alphabet, parts),
        )
    for group in groups:
        yield Scannable(
            patterns,
            group.numbers,
            [Kind(folded=False, alphabet=NONE)],
            _key(b"expressions", group.key.encode()),
            partial(_expressions, build, NONE, [group.translations]),
        )
    for alphabet in range(NONE + 1):
        sees = range(NONE + 1) if alphabet == PLAIN else sorted({alphabet, NONE})
        yield Scannable(
            patterns,
            [*phrases, *every],
            [Kind(folded=True, alphabet=each) for each in sees],
            _key(b"literals %d" % alphabet, *keys, content),
            partial(_literals, build, alphabet, own, parts),
        )


def _expressions(build: Callable[[], Builder], alphabet: int, parts: Sequence[bytes]) -> Database:
    return build().expressions(alphabet, parts)


def _literals(
    build: Callable[[], Builder], alphabet: int, phrases: Patterns, parts: Sequence[bytes]
) -> Database:
    return build().literals(alphabet, phrases, parts)


def _key(*content: bytes) -> str:
    """What is kept depends on its content, the libraries' versions and the processor."""
    versions = f"{FORMAT}\n{_platform()}\n{regex.__version__}\n".encode()
    return hashlib.blake2b(versions + b"\n".join(content), digest_size=16).hexdigest()


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
