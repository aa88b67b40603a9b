"""The scorecard of judge/features.toml: points of what is counted of a line, in hundredths."""

import functools
from bisect import bisect_right
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain
from math import inf
from typing import Any, NamedTuple

from textlint.api import load_toml

from ._columns import Column, Few
from ._features import FOLDER
from ._page import Page

KEPT = 1 << 10
"""Values of a feature whose points are kept: shares of a few lines; all features together take 3 MB."""
LATE = ("capitals",)
"""Features that are counted only of the lines that are asked about, and so are asked about last."""


class Card(dict[float, int]):
    """The points of a feature's values, parted at the cuts; those of values met before are kept."""

    def __init__(self, name: str, cuts: Sequence[float], points: Sequence[float]) -> None:
        super().__init__()
        self.name = name
        self.cuts = cuts
        self.points = [hundredths(some) for some in points]

    def __missing__(self, value: float) -> int:
        found = self.points[bisect_right(self.cuts, value)]
        if len(self) < KEPT:
            self[value] = found
        return found


class Bound(NamedTuple):
    """The values of a feature, at least one and below another."""

    name: str
    least: float
    below: float


class Case(NamedTuple):
    """What is added where several features have values within bounds together."""

    name: str
    bounds: tuple[Bound, ...]
    points: int

    def held(self, page: Page, among: Collection[int] | None = None) -> Iterable[int]:
        """The lines, or those among some, for which all features are within their bounds, by number."""
        runs: Sequence[int] = range(len(page.blocks))
        of_lines = list[tuple[Column, float, float]]()
        for name, least, below in self.bounds:
            if name in page.columns:
                column = page.columns[name]
                of_lines.append((column, least, below))
                if least > 0 and isinstance(column, Few) and among is None:
                    among = column
            elif name in page.of_blocks:
                shares = page.of_blocks[name]
                runs = [run for run in runs if least <= shares[run] < below]
            elif not least <= page.whole[name] < below:
                return ()
        found: Iterable[int] = page.bare if among is None else among
        if len(runs) < len(page.blocks):
            found = chain.from_iterable(page.lines_of(run) for run in runs)
            if among is not None:
                found = [at for at in found if at in among]
        for column, least, below in of_lines:
            found = [at for at in found if least <= column[at] < below]
        return found


class Model(NamedTuple):
    """The scorecard."""

    cards: tuple[Card, ...]
    """Those that have points."""
    cases: tuple[Case, ...]
    late: tuple[Case, ...]
    """The cases of features that are counted late."""
    constant: int
    threshold: int


def hundredths(points: float) -> int:
    """Points as they are added up: without the error of binary fractions."""
    return round(points * 100)


@functools.cache
def model() -> Model:
    """The scorecard, read once."""
    data = load_toml(FOLDER / "features.toml")
    cards = [Card(name, card["cuts"], card["points"]) for name, card in data["feature"].items()]
    early, late = list[Case](), list[Case]()
    for case in cases(data):
        is_late = any(bound.name in LATE for bound in case.bounds)
        (late if is_late else early).append(case)
    numbers = hundredths(data["constant"]), hundredths(data["threshold"])
    kept = tuple(card for card in cards if any(card.points))
    return Model(kept, tuple(early), tuple(late), *numbers)


def cases(data: Mapping[str, Any]) -> tuple[Case, ...]:
    """The cases of a scorecard's data."""
    return tuple(
        Case(name, _bounds(case), hundredths(case["points"])) for name, case in data["case"].items()
    )


def _bounds(case: Mapping[str, Any]) -> tuple[Bound, ...]:
    """The bounds of a case."""
    bounds = [Bound(name, least, inf) for name, least in case.get("least", {}).items()]
    bounds += [Bound(name, -inf, below) for name, below in case.get("below", {}).items()]
    return tuple(sorted(bounds, key=lambda bound: bound.name in LATE))


def above(page: Page, scorecard: Model, least: int) -> list[int]:
    """The lines whose points, the log-odds that they are not of the article, are more than some.

    Late cases are looked for where they may decide.
    """
    found = _points(page, scorecard)
    for case in scorecard.cases:
        for at in case.held(page):
            found[at] += case.points
    most = sum(case.points for case in scorecard.late if case.points > 0)
    worst = sum(case.points for case in scorecard.late if case.points < 0)
    doubtful = frozenset(at for at in page.bare if least - most < found[at] <= least - worst)
    for case in scorecard.late:
        for at in case.held(page, doubtful):
            found[at] += case.points
    return [at for at in page.bare if found[at] > least]


def _points(page: Page, scorecard: Model) -> list[int]:
    """The constant and the points of the cards, for each line."""
    constant = scorecard.constant
    of_runs, of_lines = list[Iterable[int]](), list[Iterable[int]]()
    of_few = list[tuple[Card, Few]]()
    for card in scorecard.cards:
        column = page.columns.get(card.name)
        if isinstance(column, Few):
            of_few.append((card, column))
        elif column:
            of_lines.append(map(card.__getitem__, column))
        elif card.name in page.of_blocks:
            of_runs.append(map(card.__getitem__, page.of_blocks[card.name]))
        else:
            constant += card[page.whole[card.name]]
    base = page.spread([constant + sum(points) for points in zip(*of_runs, strict=True)])
    found = list(map(sum, zip(base, *of_lines, strict=True)))
    for card, few in of_few:
        for at, value in few.items():
            found[at] += card[value]
    return found
