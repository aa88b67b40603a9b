"""The Hyperscan databases of all installed rules, kept between runs; `textlint.build` makes them."""

import functools
import hashlib
from collections.abc import Callable, Container, Iterable, Sequence
from itertools import accumulate, chain
from typing import Any, NamedTuple, Protocol, TypeAlias, TypeVar

import hyperscan
import msgspec
import regex

from textlint import cache
from textlint.alphabet import PLAIN
from textlint.pattern import Pattern, Phrase

FORMAT = 15
"""Raised when what is kept on disk changes its meaning."""
CATEGORY = 3
"""Letters of a code that name its category."""
T = TypeVar("T")
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


class Part(msgspec.Struct, frozen=True):
    """What the regular expressions of a category are looked for by."""

    other: Database
    """For texts that keep to no alphabet."""
    narrow: list[list[tuple[bytes, list[Probe]]]]
    """Expressions for texts that keep to an alphabet, for each."""
    literals: list[tuple[str, list[Probe]]]
    """What is looked for instead of some of the expressions."""


class Whole(msgspec.Struct, frozen=True):
    """What is compiled of all categories, by the alphabet that a text keeps to."""

    expressions: list[Database]
    literals: list[Database]
    """Those that keep to each alphabet and to none before; last those that keep to none."""


class Group(NamedTuple):
    """Patterns that are compiled together: numbers among all, and the key of what they become on disk."""

    numbers: list[int]
    patterns: Patterns
    key: str


class Builder(Protocol):
    """Makes what is compiled. PatternError for a pattern that cannot be used."""

    def part(self, patterns: Patterns) -> Part:
        """Of the regular expressions of a category."""

    def whole(self, patterns: Patterns, parts: Iterable[tuple[int, Part]]) -> Whole:
        """Of phrases, and of the parts; with a part comes the number of its first pattern."""


class Kind(NamedTuple):
    """A kind of text: whether it is folded, and its alphabet's number."""

    folded: bool
    alphabet: int


class Scannable:
    """A database that is ready to scan, its probes made when they are first asked for."""

    def __init__(self, database: Database, group: Group, kinds: Iterable[Kind]) -> None:
        """The database of a group's patterns, for texts of these kinds."""
        self.kinds = frozenset(kinds)
        self.codes = frozenset(code for code, _ in group.patterns)
        self._wanted = self.codes
        self._patterns, self._numbers = group.patterns, group.numbers
        self._database = database
        self._probes: dict[int, list[Probe]] = {}

    @functools.cached_property
    def _opened(self) -> hyperscan.Database:
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
            exact,
        )


def databases(
    patterns: Patterns, quiet: Container[str], build: Callable[[], Builder]
) -> list[Scannable]:
    """The databases of the patterns, from disk if they are there and whole, else built and kept.

    Expressions for texts that keep to no alphabet have one for each category: in one they take half as
    long again to compile. The rules that are `quiet`, which most runs do not ask for, have theirs apart.
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
        ready += _tier(patterns, phrases, list(categories.values()), build)
    return ready


def _tier(
    patterns: Patterns,
    phrases: list[int],
    categories: list[list[int]],
    build: Callable[[], Builder],
) -> list[Scannable]:
    groups = [_group(patterns, numbers) for numbers in categories]
    parts = _kept(groups, Part, lambda own: build().part(own))
    firsts = accumulate(map(len, categories), initial=len(phrases))
    found = list(zip(firsts, parts, strict=False))
    own = _group(patterns, phrases, [group.key for group in groups])
    (whole,) = _kept([own], Whole, lambda phrases: build().whole(phrases, found))
    every = _group(patterns, [*phrases, *chain.from_iterable(categories)])
    none = len(whole.expressions)
    made = [
        (database, every, [Kind(folded=False, alphabet=number)])
        for number, database in enumerate(whole.expressions)
    ]
    for part, group in zip(parts, groups, strict=True):
        made.append((part.other, group, [Kind(folded=False, alphabet=none)]))
    for number, database in enumerate(whole.literals):
        seen = range(none + 1) if number == PLAIN else (number, none)
        made.append(
            (database, every, [Kind(folded=True, alphabet=each) for each in dict.fromkeys(seen)])
        )
    return [Scannable(*each) for each in made if each[0].data]


def _group(patterns: Patterns, numbers: list[int], others: Sequence[str] = ()) -> Group:
    """The patterns of these numbers; what is compiled depends on those of other keys, too."""
    own = [patterns[number] for number in numbers]
    return Group(numbers, own, _key(own, others))


def _kept(groups: Sequence[Group], form: type[T], build: Callable[[Patterns], T]) -> list[T]:
    """What the groups are compiled to, from disk or built and kept."""
    ready = [_from_disk(group.key, form) for group in groups]
    missing = [at for at, one in enumerate(ready) if one is None]
    made = _built([groups[at].patterns for at in missing], build)
    for at, one in zip(missing, made, strict=True):
        cache.write("patterns", groups[at].key, msgspec.msgpack.encode(one))
        ready[at] = one
    return [one for one in ready if one is not None]


def _from_disk(key: str, form: type[T]) -> T | None:
    """What is kept under a key; None where there is nothing, or it is damaged."""
    if (data := cache.read("patterns", key)) is None:
        return None
    try:
        return msgspec.msgpack.decode(data, type=form)
    except msgspec.DecodeError:
        return None


def _built(wanted: Sequence[Patterns], build: Callable[[Patterns], T]) -> list[T]:
    """What is wanted, compiled side by side: Hyperscan lets other threads run meanwhile."""
    if len(wanted) < 2:  # noqa: PLR2004 - nothing to do side by side
        return [build(patterns) for patterns in wanted]
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor() as pool:
        return list(pool.map(build, wanted))


def _key(patterns: Patterns, others: Sequence[str]) -> str:
    """What a part depends on: its patterns, other parts, the libraries' versions and the processor."""
    versions = f"{FORMAT}\n{_platform()}\n{regex.__version__}\n{others}\n".encode()
    return hashlib.blake2b(versions + _packed(patterns), digest_size=16).hexdigest()


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
