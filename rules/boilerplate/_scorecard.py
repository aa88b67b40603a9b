"""The scorecard of judge/features.toml: points of what is counted of a line, in hundredths."""

import functools
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from textlint.api import load_toml

from ._features import FOLDER
from ._page import Column, Page


class Card(NamedTuple):
    """The points of a feature's values, parted at the cuts."""

    name: str
    cuts: tuple[float, ...]
    points: tuple[int, ...]

    def of(self, value: float) -> int:
        """The points of a value."""
        return self.points[bisect_right(self.cuts, value)]


class Case(NamedTuple):
    """What is added where several features have values within bounds together."""

    name: str
    least: tuple[tuple[str, float], ...]
    below: tuple[tuple[str, float], ...]
    points: int

    def held(self, page: Page) -> list[int]:
        """The lines for which all features are within their bounds, by number."""
        found = page.bare
        for name, bound in self.below:
            column = page.column(name)
            found = [at for at in found if column[at] < bound]
        for name, bound in self.least:
            column = page.column(name)
            found = [at for at in found if column[at] >= bound]
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
    cards = [
        Card(name, tuple(card["cuts"]), tuple(map(hundredths, card["points"])))
        for name, card in data["feature"].items()
    ]
    numbers = hundredths(data["constant"]), hundredths(data["threshold"])
    return Model(tuple(cards), cases(data), *numbers)


def cases(data: Mapping[str, Any]) -> tuple[Case, ...]:
    """The cases of a scorecard's data."""
    return tuple(
        Case(
            name,
            tuple(case.get("least", {}).items()),
            tuple(case.get("below", {}).items()),
            hundredths(case["points"]),
        )
        for name, case in data["case"].items()
    )


def scores(page: Page, scorecard: Model) -> list[int]:
    """The log-odds, in hundredths, that each line is of the page and not of its article."""
    cards = {card.name: card for card in scorecard.cards if any(card.points)}
    known = {*page.whole, *page.blocks[0][1]} if page.blocks else set()
    constant = scorecard.constant + _sum(cards, page.whole)
    base = [0] * page.size
    for run, block in page.blocks:
        base[run.first : run.last] = [constant + _sum(cards, block)] * (run.last - run.first)
    columns: list[Iterable[int]] = [base]
    columns += [_points(card, page.columns[name]) for name, card in cards.items() if name not in known]
    found = list(map(sum, zip(*columns, strict=True)))
    for case in scorecard.cases:
        for at in case.held(page):
            found[at] += case.points
    return found


def _sum(cards: Mapping[str, Card], values: Mapping[str, float]) -> int:
    return sum(card.of(values[name]) for name, card in cards.items() if name in values)


def _points(card: Card, column: Column) -> list[int]:
    cuts, points = card.cuts, card.points
    return [points[bisect_right(cuts, value)] for value in column]
