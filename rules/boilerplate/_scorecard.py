"""The scorecard of judge/features.toml: points of what is counted of a line, in hundredths. Compiled."""

import functools
from collections.abc import Mapping, Sequence
from math import inf
from typing import Any

from textlint.api import load_toml

from ._counts import Page
from ._features import FOLDER


class Card:
    """The points of a feature's values, parted at the cuts."""

    def __init__(self, name: str, cuts: Sequence[float], points: Sequence[float]) -> None:
        self.name = name
        self.cuts = list(map(float, cuts))
        self.points = [hundredths(some) for some in points]

    def at(self, value: float) -> int:
        """The points of a value."""
        place = 0
        for cut in self.cuts:
            if value < cut:
                break
            place += 1
        return self.points[place]


class Bound:
    """The values of a feature, at least one and below another."""

    def __init__(self, name: str, least: float, below: float) -> None:
        self.name = name
        self.least = least
        self.below = below

    def held(self, page: Page, among: list[int]) -> list[int]:
        """The lines among some that have such a value, by number."""
        found: list[int] = []
        if self.name in page.whole:
            return among if self.least <= page.whole[self.name] < self.below else found
        column = page.columns[self.name]
        for at in among:
            value = column[at]
            if self.least <= value < self.below:
                found.append(at)
        return found


class Case:
    """What is added where several features have values within bounds together."""

    def __init__(self, name: str, bounds: list[Bound], points: int) -> None:
        self.name = name
        self.bounds = bounds
        self.points = points

    def held(self, page: Page, among: list[int]) -> list[int]:
        """The lines among some for which all features are within their bounds, by number."""
        for bound in self.bounds:
            if among:
                among = bound.held(page, among)
        return among


class Model:
    """The scorecard."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        cards = [Card(name, item["cuts"], item["points"]) for name, item in data["feature"].items()]
        self.cards = [card for card in cards if any(card.points)]
        self.cases = cases(data)
        self.constant = hundredths(data["constant"])
        self.threshold = hundredths(data["threshold"])


def hundredths(points: float) -> int:
    """Points as they are added up: without the error of binary fractions."""
    return round(points * 100)


@functools.cache
def model() -> Model:
    """The scorecard, read once."""
    return Model(load_toml(FOLDER / "features.toml"))


def cases(data: Mapping[str, Any]) -> list[Case]:
    """The cases of a scorecard's data."""
    return [
        Case(name, _bounds(case), hundredths(case["points"])) for name, case in data["case"].items()
    ]


def _bounds(case: Mapping[str, Any]) -> list[Bound]:
    """The bounds of a case."""
    bounds = [Bound(name, least, inf) for name, least in case.get("least", {}).items()]
    return bounds + [Bound(name, -inf, below) for name, below in case.get("below", {}).items()]


def above(page: Page, scorecard: Model, least: int) -> list[int]:
    """The lines whose points, the log-odds that they are not of the article, are more than some."""
    cards, columns = list[Card](), list[list[float]]()
    constant, whole = scorecard.constant, page.whole
    for card in scorecard.cards:
        if card.name in whole:
            constant += card.at(whole[card.name])
        else:
            cards.append(card)
            columns.append(page.columns[card.name])
    bare, points = page.bare, [0] * page.size
    for at in bare:
        total = constant
        for number, card in enumerate(cards):
            column = columns[number]
            total += card.at(column[at])
        points[at] = total
    for case in scorecard.cases:
        for at in case.held(page, bare):
            points[at] += case.points
    return [at for at in bare if points[at] > least]
