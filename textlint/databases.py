"""The Hyperscan databases of all installed rules, kept between runs; `textlint.build` makes them."""

import contextlib
import functools
from bisect import bisect_right
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import accumulate
from typing import Any, NamedTuple, Protocol, TypeAlias

import hyperscan
import msgspec
import regex

from textlint import cache
from textlint.alphabet import NONE, PLAIN
from textlint.packed import pack
from textlint.pattern import Pattern, Phrase
from textlint.probe import Database, Probe
from textlint.rule import Rule

FORMAT = 26
"""Raised when what is kept on disk changes its meaning."""
CATEGORY = 3
"""Letters of a code that name its category."""
Coded: TypeAlias = Sequence[tuple[str, Pattern | Phrase]]
"""Patterns, each with its rule's code."""


class Patterns(dict[int, tuple[str, Pattern | Phrase]]):
    """Every pattern of every rule by its number, with its rule's code, made when it is asked for.

    Those from `first_gate` on are gates.
    """

    def __init__(self, rules: Mapping[str, Rule]) -> None:
        super().__init__()
        own = [(code, rule.patterns) for code, rule in rules.items() if rule.patterns]
        gates = [(code, rule.gate) for code, rule in rules.items() if rule.gate]
        self.first_gate = sum(len(patterns) for _, patterns in own)
        self.rules = [*own, *gates]
        sizes = (len(patterns) for _, patterns in self.rules)
        self._starts = list(accumulate(sizes, initial=0))

    def __missing__(self, number: int) -> tuple[str, Pattern | Phrase]:
        at = bisect_right(self._starts, number) - 1
        code, patterns = self.rules[at]
        self[number] = code, patterns[number - self._starts[at]]
        return self[number]

    def code(self, number: int) -> str:
        """The code of a pattern's rule."""
        return self.rules[bisect_right(self._starts, number) - 1][0]

    def all(self) -> list[tuple[str, Pattern | Phrase]]:
        """All of them by number."""
        return [(code, pattern) for code, patterns in self.rules for pattern in patterns]

    def packed(self) -> bytes:
        """The same for the same patterns, and for no others."""
        return b"\n".join(part for code, patterns in self.rules for part in _parts(code, patterns))


def _parts(code: str, patterns: Sequence[Pattern | Phrase]) -> tuple[bytes, bytes]:
    data = pack(patterns)
    return b"%b %d" % (code.encode(), len(data)), data


class Kind(NamedTuple):
    """A kind of text: whether it is folded, and its alphabet's number."""

    folded: bool
    alphabet: int


class Builder(Protocol):
    """Makes what is kept. PatternError for a pattern that cannot be used."""

    def verify(self, phrases: Coded) -> None:
        """Nothing, where the phrases can be used."""

    def translations(self, patterns: Coded) -> bytes:
        """What regular expressions are looked for by."""

    def expressions(self, alphabet: int, parts: Sequence[bytes]) -> Database:
        """The expressions of several translations for texts of an alphabet."""

    def literals(self, alphabet: int, phrases: Coded, parts: Sequence[bytes]) -> Database:
        """Phrases, and the literals of translations, that keep to an alphabet and none before."""


class Group(msgspec.Struct, frozen=True):
    """Patterns that are kept together: their numbers among all, their rules' codes, and the key."""

    numbers: list[int]
    codes: frozenset[str]
    key: str


class Tier(msgspec.Struct, frozen=True):
    """The patterns of some rules: phrases together, regular expressions by category."""

    phrases: Group
    expressions: list[Group]


class Scannable:
    """A database that is ready to scan, its probes made when they are first asked for."""

    def __init__(
        self,
        patterns: Patterns,
        groups: Sequence[Group],
        kinds: Iterable[Kind],
        key: str,
        build: Callable[[], Database],
    ) -> None:
        """The database of these groups of patterns, for texts of these kinds.

        It is taken from disk, or built and kept there, when the first such text is scanned.
        """
        self.kinds = frozenset(kinds)
        self.codes = frozenset[str]().union(*(group.codes for group in groups))
        self._wanted = self.codes
        self._patterns, self._groups = patterns, groups
        self._key, self._build = key, build
        self._probes: dict[int, list[Probe]] = {}

    @functools.cached_property
    def _numbers(self) -> list[int]:
        return [number for group in self._groups for number in group.numbers]

    @functools.cached_property
    def _database(self) -> Database:
        return Database.unpacked(cache.kept("patterns", self._key, lambda: self._build().packed()))

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
        count = len(Probe._fields)
        pattern, before, reach, size, front, back, tame, cut, exact, prefix = self._database.flat[
            count * at : count * (at + 1)
        ]
        number = self._numbers[pattern]
        if self._patterns.code(number) not in self._wanted:
            return None
        most, beyond = (None if width < 0 else width for width in (before, reach))
        begins = self._database.prefix(prefix)
        return Probe(number, most, beyond, size, front, back, bool(tame), bool(cut), exact, begins)


def databases(
    patterns: Patterns, quiet: Container[str], build: Callable[[], Builder]
) -> list[Scannable]:
    """The databases of the patterns. How they are grouped is taken from disk, or found and kept.

    That is done by category: a change in one costs the others little. The rules that are `quiet`, which
    most runs do not ask for, have databases of their own.
    """
    loud = [code for code, _ in patterns.rules if code not in quiet]
    key = _key(patterns.packed(), " ".join(loud).encode())
    tiers: list[Tier] | None = None
    if (kept := cache.read("tiers", key)) is not None:
        with contextlib.suppress(msgspec.DecodeError):
            tiers = msgspec.msgpack.decode(kept, type=list[Tier])
    if tiers is None:
        coded = patterns.all()
        calm = {number for number, (code, _) in enumerate(coded) if code in quiet}
        others = set(range(len(coded))) - calm
        tiers = [_tier(coded, numbers, build) for numbers in (others, calm)]
        cache.write("tiers", key, msgspec.msgpack.encode(tiers))
    return [database for tier in tiers for database in _scannables(patterns, tier, build)]


def _tier(coded: Coded, wanted: Container[int], build: Callable[[], Builder]) -> Tier:
    """How patterns are grouped, those with the wanted numbers. PatternError for one that cannot be used."""
    phrases: list[int] = []
    categories: dict[str, list[int]] = {}
    for number, (code, pattern) in enumerate(coded):
        if number in wanted:
            is_phrase = isinstance(pattern, Phrase)
            own = phrases if is_phrase else categories.setdefault(code[:CATEGORY], [])
            own.append(number)
    groups = [_group(coded, numbers) for numbers in categories.values()]
    for group in groups:
        _translations(coded, group, build)
    build().verify([coded[number] for number in phrases])
    return Tier(_group(coded, phrases), groups)


def _group(coded: Coded, numbers: list[int]) -> Group:
    own = [coded[number] for number in numbers]
    return Group(numbers, frozenset(code for code, _ in own), _key(_packed(own)))


def _translations(
    coded: Mapping[int, Any] | Coded, group: Group, build: Callable[[], Builder]
) -> bytes:
    """What a group's expressions are looked for by: from disk, or found and kept."""

    def translate() -> bytes:
        return build().translations([coded[number] for number in group.numbers])

    return cache.kept("patterns", group.key, translate)


def _scannables(
    patterns: Patterns, tier: Tier, build: Callable[[], Builder]
) -> Iterator[Scannable]:
    """The databases of a tier."""

    def expressions(alphabet: int, groups: Sequence[Group]) -> Database:
        parts = [_translations(patterns, group, build) for group in groups]
        return build().expressions(alphabet, parts)

    def literals(alphabet: int) -> Database:
        parts = [_translations(patterns, group, build) for group in tier.expressions]
        own = [patterns[number] for number in tier.phrases.numbers]
        return build().literals(alphabet, own, parts)

    groups = tier.expressions
    keys = [group.key.encode() for group in groups]
    for alphabet in range(NONE):
        yield Scannable(
            patterns,
            groups,
            [Kind(folded=False, alphabet=alphabet)],
            _key(b"expressions %d" % alphabet, *keys),
            partial(expressions, alphabet, groups),
        )
    for group in groups:
        yield Scannable(
            patterns,
            [group],
            [Kind(folded=False, alphabet=NONE)],
            _key(b"expressions", group.key.encode()),
            partial(expressions, NONE, [group]),
        )
    for alphabet in range(NONE + 1):
        sees = range(NONE + 1) if alphabet == PLAIN else sorted({alphabet, NONE})
        yield Scannable(
            patterns,
            [tier.phrases, *groups],
            [Kind(folded=True, alphabet=each) for each in sees],
            _key(b"literals %d" % alphabet, *keys, tier.phrases.key.encode()),
            partial(literals, alphabet),
        )


def _key(*content: bytes) -> str:
    """What is kept depends on its content, the libraries' versions and the processor."""
    versions = f"{FORMAT}\n{_platform()}\n{regex.__version__}\n".encode()
    return cache.digest(versions + b"\n".join(content))


def _packed(patterns: Coded) -> bytes:
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
