"""The scorecard of judge/features.toml: points of what is counted of a line, in hundredths."""

import functools
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from math import inf
from typing import Any, NamedTuple

from textlint.api import load_toml

from ._features import FOLDER
from ._page import Page


KEPT = 1 << 12
"""Values of a feature whose points are kept: shares of a few lines; 0.5 MB for one that has so many."""
LATE = ("capitals",)
"""Features that are counted of the lines that are asked about, and so are asked last."""


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

    def held(self, page: Page) -> list[int]:
        """The lines for which all features are within their bounds, by number."""
        blocks, columns = page.blocks, page.columns
        for name, least, below in self.bounds:
            if name in page.whole:
                if not least <= page.whole[name] < below:
                    return []
            elif name not in columns:
                blocks = [(run, block) for run, block in blocks if least <= block[name] < below]
        found = page.bare
        if len(blocks) < len(page.blocks):
            found = [at for run, _ in blocks for at in range(run.first, run.last)]
        for name, least, below in self.bounds:
            if name in columns:
                column = columns[name]
                found = [at for at in found if least <= column[at] < below]
        return found


class Model(NamedTuple):
    """The scorecard."""

    cards: tuple[Card, ...]
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
    return Model(tuple(cards), cases(data), *numbers)


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


def scores(page: Page, scorecard: Model) -> list[int]:
    """The log-odds, in hundredths, that each line is of the page and not of its article."""
    cards = [card for card in scorecard.cards if any(card.points)]
    constant = scorecard.constant + _sum(cards, page.whole)
    columns: list[Sequence[int]] = [base := [0] * page.size]
    for run, block in page.blocks:
        base[run.first : run.last] = [constant + _sum(cards, block)] * (run.last - run.first)
    for card in cards:
        if card.name in page.columns:
            column = page.columns[card.name]
            columns.append(list(map(card.__getitem__, column)))
    found = list(map(sum, zip(*columns, strict=True)))
    for case in scorecard.cases:
        for at in case.held(page):
            found[at] += case.points
    return found


def _sum(cards: Iterable[Card], values: Mapping[str, float]) -> int:
    return sum(card[values[card.name]] for card in cards if card.name in values)
