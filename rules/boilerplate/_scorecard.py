"""The scorecard of judge/features.toml: points of what is counted of a line, in hundredths."""

import functools
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from math import inf
from typing import Any, NamedTuple

import msgspec

from textlint.api import load_toml

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


class Case(msgspec.Struct, frozen=True):
    """What is added where several features have values within bounds together."""

    name: str
    bounds: tuple[Bound, ...]
    points: int

    def held(self, page: Page, among: list[int]) -> list[int]:
        """The lines among some for which all features are within their bounds, by number."""
        for name, least, below in self.bounds:
            if name in page.whole:
                if not least <= page.whole[name] < below:
                    return []
            else:
                column = page.column(name)
                among = [at for at in among if least <= column[at] < below]
        return among


class Model(msgspec.Struct, frozen=True):
    """The scorecard."""

    cards: tuple[Card, ...]
    """Those that have points."""
    cases: tuple[Case, ...]
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
    numbers = hundredths(data["constant"]), hundredths(data["threshold"])
    return Model(tuple(card for card in cards if any(card.points)), cases(data), *numbers)


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

    Cases that take points away are looked for where they may decide.
    """
    found = _points(page, scorecard)
    for case in scorecard.cases:
        if case.points > 0:
            for at in case.held(page, page.bare):
                found[at] += case.points
    against = [case for case in scorecard.cases if case.points < 0]
    left = sum(case.points for case in against)
    lines = [at for at in page.bare if found[at] > least]
    for case in against:
        for at in case.held(page, [at for at in lines if found[at] + left <= least]):
            found[at] += case.points
        lines = [at for at in lines if found[at] > least]
        left -= case.points
    return lines


def _points(page: Page, scorecard: Model) -> list[int]:
    """The constant and the points of the cards, for each line."""
    constant, of_runs, of_lines = scorecard.constant, list[Iterable[int]](), list[Iterable[int]]()
    for card in scorecard.cards:
        if card.name in page.whole:
            constant += card[page.whole[card.name]]
        elif card.name in page.of_runs:
            of_runs.append(map(card.__getitem__, page.of_runs[card.name]))
        else:
            of_lines.append(map(card.__getitem__, page.columns[card.name]))
    base = page.spread([constant + sum(points) for points in zip(*of_runs, strict=True)])
    return list(map(sum, zip(base, *of_lines, strict=True)))
