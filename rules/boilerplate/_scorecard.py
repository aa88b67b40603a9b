"""The scorecard of judge/features.toml: points of what is counted of a line, in hundredths. Compiled."""

import functools
from array import array
from collections.abc import Mapping, Sequence
from math import inf
from typing import Any

from textlint.api import load_toml

from ._counts import NAMES, PAGES, RUNS, Page
from ._features import FOLDER


class Card:
    """The points of a feature's values, parted at the cuts: those that part equal points are left out."""

    def __init__(self, name: str, cuts: Sequence[float], points: Sequence[float]) -> None:
        self.place = NAMES.index(name)
        every = [hundredths(some) for some in points]
        parting = [at for at in range(len(cuts)) if every[at] != every[at + 1]]
        self.cuts = array("d", [cuts[at] for at in parting])
        self.points = array("q", [every[0], *(every[at + 1] for at in parting)])

    def at(self, value: float) -> int:
        """The points of a value."""
        place = 0
        while place < len(self.cuts) and value >= self.cuts[place]:
            place += 1
        return self.points[place]


class Bound:
    """The values of a feature, at least one and below another."""

    def __init__(self, name: str, least: float, below: float) -> None:
        self.place = NAMES.index(name)
        self.least = least
        self.below = below


class Case:
    """What is added where several features have values within bounds together."""

    def __init__(self, bounds: list[Bound], points: int) -> None:
        self.bounds = bounds
        self.points = points

    def holds(self, values: "array[float]") -> bool:
        """Whether all features are within their bounds."""
        for bound in self.bounds:
            value = values[bound.place]
            if value < bound.least or value >= bound.below:
                return False
        return True


class Model:
    """The scorecard."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        cards = [Card(name, item["cuts"], item["points"]) for name, item in data["feature"].items()]
        cards = [card for card in cards if any(card.points)]
        self.of_lines = [card for card in cards if card.place < RUNS]
        self.of_runs = [card for card in cards if RUNS <= card.place < PAGES]
        self.of_pages = [card for card in cards if card.place >= PAGES]
        self.cases = cases(data)
        self.constant: int = hundredths(data["constant"])
        self.threshold = hundredths(data["threshold"])

    def of_cases(self, values: "array[float]") -> int:
        """The points of the cases that hold."""
        points = 0
        for case in self.cases:
            if case.holds(values):
                points += case.points
        return points


def total(cards: list[Card], values: "array[float]") -> int:
    """The points of some features' values."""
    points = 0
    for card in cards:
        points += card.at(values[card.place])
    return points


def hundredths(points: float) -> int:
    """Points as they are added up: without the error of binary fractions."""
    return round(points * 100)


@functools.cache
def model() -> Model:
    """The scorecard, read once."""
    return Model(load_toml(FOLDER / "features.toml"))


def cases(data: Mapping[str, Any]) -> list[Case]:
    """The cases of a scorecard's data."""
    return [Case(_bounds(case), hundredths(case["points"])) for case in data["case"].values()]


def _bounds(case: Mapping[str, Any]) -> list[Bound]:
    """The bounds of a case."""
    bounds = [Bound(name, least, inf) for name, least in case.get("least", {}).items()]
    return bounds + [Bound(name, -inf, below) for name, below in case.get("below", {}).items()]


def above(page: Page, scorecard: Model, least: int) -> list[int]:
    """The lines whose points, the log-odds that they are not of the article, are more than some."""
    found: list[int] = []
    values = page.values
    of_page = scorecard.constant + total(scorecard.of_pages, values)
    for run in page.runs:
        page.tell_run(run)
        of_run = of_page + total(scorecard.of_runs, values)
        for at in range(run.start, run.end):
            page.tell_line(page.rows[at])
            points = of_run + total(scorecard.of_lines, values) + scorecard.of_cases(values)
            if points > least:
                found.append(at)
    return found
