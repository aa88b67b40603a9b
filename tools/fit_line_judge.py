# ruff: noqa: INP001, T201 - a script, and it prints
"""Fit the scorecard of BLR012 on labelled pages, and print how well it does on pages of other sites.

    python tools/fit_line_judge.py FOLDER [--threshold N] [--write]

FOLDER holds JSONL files of pages: {"url", "lines": [...], "labels": "MMRB..."}, one letter a line
(M of the article, R or B boilerplate; other letters are left out). Needs numpy. Every printed figure
is out of fold: pages of one site are either all fitted on or all judged. The pages' articles alone
(their M lines) are fitted on too, as texts without boilerplate.

The features, the cuts that part their values, and the cases in which several features are within
bounds together are those of rules/boilerplate/judge/features.toml; `--write` rewrites all points
there. Points are fitted by boosting: each round changes the points of
one feature on both sides of one cut. What is additive can be read, and it generalised better here
than a logistic model with all cuts at once (at 0.2 % of the articles' lines of whole pages: 82 % of
the R lines against 70 %). The cases were found one by one, as what two or three features say together
that improved the out-of-fold likelihood most and harmed no fold; with 16 of them whole pages lost 75
instead of 68 % of the B lines at the same number of articles' lines. A second pass over the neighbours'
scores added nothing.
"""

import argparse
import json
import random
import sys
import tomllib
from array import array
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import numpy as np
from textlint_rules.boilerplate import _counts, _scorecard, line_judge
from textlint_rules.boilerplate import _features as features

from textlint.api import lines
from textlint.document import Document

FOLDS = 5
ARTICLE_WEIGHT = 3.0
"""How much more an article's line counts than the page's furniture: a false alarm costs more."""
LEFTOVER_WEIGHT = 4.0
"""How much more furniture counts where an extractor has left it than on a whole page, where it abounds."""
SITE = 30
"""Lines of a site's articles in a file that count in full; the more there are the less each counts:
of the articles' lines more than six off the prose a third were of two articles made of lists."""
ROUNDS = 450
RATE = 0.1
RIDGE = 30.0
"""Weight of lines that hold a step back; 600 rounds at half the steps fitted the pages' chance marks."""
LEAST = 80
"""Lines on either side of a cut."""
SOME_LINES, SOME_FEATURES = 0.7, 0.4
"""Shares that a round looks at, so that features which say the same share the points."""
ALONE = 2
"""Lines to either side without a line of the article, from which a line of it that comes more often on
the page is a menu's item that has the words of a heading."""
Array = Any


class Page(NamedTuple):
    """One labelled page; `kind` is the file it comes from."""

    kind: str
    site: str
    fold: int
    lines: list[str]
    labels: str


class Table(NamedTuple):
    """What is counted of all lines that are no prose, an entry each."""

    values: Array
    """Of each feature, and whether each case holds."""
    labels: Array
    folds: Array
    kinds: Array
    sites: Array
    kept: Array
    """Whether the judge never reports the line."""
    margins: Array
    doubtful: Array
    """Whether the label is an accident: a menu's item that is a heading of the article too."""


def site(url: str) -> str:
    """The last two labels of an address's host."""
    host = urlsplit(url if "//" in url else f"http://{url}").hostname or url
    return ".".join(host.split(".")[-2:])


def read(folder: Path) -> list[Page]:
    """The pages of a folder, and the articles of the whole pages alone."""
    rows = []
    for path in sorted(folder.glob("*.jsonl")):
        with path.open(encoding="utf-8") as file:
            rows += [(path.stem, json.loads(line)) for line in file]
    rows = [(kind, row) for kind, row in rows if "labels" in row]
    sites = sorted({site(row["url"]) for _, row in rows})
    random.Random(1).shuffle(sites)  # noqa: S311 - folds, no secrets
    fold = {name: number % FOLDS for number, name in enumerate(sites)}
    pages = []
    for kind, row in rows:
        kept = [
            (text.strip(), label) for text, label in zip(row["lines"], row["labels"], strict=True)
        ]
        kept = [(text, label) for text, label in kept if text]
        name = site(row["url"])
        labels = "".join(label for _, label in kept)
        pages.append(Page(kind, name, fold[name], [text for text, _ in kept], labels))
        article = [text for text, label in kept if label == "M"]
        if kind == "full_page" and len(article) > 1:
            pages.append(Page("article", name, fold[name], article, "M" * len(article)))
    return pages


def table(pages: Sequence[Page], data: dict[str, Any]) -> Table:
    """What is counted of the lines of pages. All are counted, judged as pages or not."""
    names, cases = list(data["feature"]), _scorecard.cases(data)
    rows: list[tuple[Any, ...]] = []
    for page in pages:
        document = Document("\n".join(page.lines))
        looks = features.look([line.text for line in document.fact(lines)])
        found = _counts.Page(looks, document.fact(features.evidence))
        for at, value in found.named():
            counted = array("d", value.values())
            near = page.labels[max(0, at - ALONE) : at] + page.labels[at + 1 : at + 1 + ALONE]
            doubtful = page.labels[at] == "M" and value["often"] > 1 and "M" not in near
            rows.append(
                (
                    [value[name] for name in names]
                    + [float(case.holds(counted)) for case in cases],
                    page.labels[at],
                    page.fold,
                    page.kind,
                    page.site,
                    found.is_kept(at),
                    line_judge.margin(found.whole),
                    doubtful,
                )
            )
    return Table(*(np.array(column) for column in zip(*rows, strict=True)))


def places(values: Array, cards: Sequence[dict[str, Any]]) -> list[Array]:
    """For each feature, between which of its cuts the values are."""
    return [
        np.searchsorted(card["cuts"], column, side="right")
        for column, card in zip(values.T, cards, strict=True)
    ]


def boost(
    where: Sequence[Array], sizes: Sequence[int], truth: Array, weight: Array
) -> tuple[list[Array], float]:
    """The points of each feature's places, and the constant, of a logistic model fitted step by step."""
    random_ = np.random.default_rng(1)
    points = [np.zeros(size) for size in sizes]
    constant = float(np.log((weight * truth).sum() / (weight * (1 - truth)).sum()))
    scores = np.full(len(truth), constant)
    for _ in range(ROUNDS):
        some = np.nonzero(random_.random(len(truth)) < SOME_LINES)[0]
        chance = 1 / (1 + np.exp(-scores))
        slope = (weight * (chance - truth))[some]
        bend = (weight * chance * (1 - chance))[some]
        count = int(SOME_FEATURES * len(where))
        asked = random_.choice(len(where), count, replace=False)
        steps = [_step(where[at][some], sizes[at], slope, bend) for at in asked]
        best = max(range(count), key=lambda number: steps[number][0])
        gain, cut, below, above = steps[best]
        if gain <= 0:
            continue
        change = np.where(np.arange(sizes[asked[best]]) <= cut, below, above)
        points[asked[best]] += change
        scores += change[where[asked[best]]]
    return points, constant


def _step(where: Array, size: int, slope: Array, bend: Array) -> tuple[float, int, float, float]:
    """The best cut of one feature: its gain, its number, the steps below and above it."""
    slopes = np.cumsum(np.bincount(where, slope, size))
    bends = np.cumsum(np.bincount(where, bend, size))
    counts = np.cumsum(np.bincount(where, minlength=size))
    down, up = slopes[:-1], slopes[-1] - slopes[:-1]
    light, heavy = bends[:-1] + RIDGE, bends[-1] - bends[:-1] + RIDGE
    gain = down**2 / light + up**2 / heavy - slopes[-1] ** 2 / (bends[-1] + RIDGE)
    gain[(counts[:-1] < LEAST) | (counts[-1] - counts[:-1] < LEAST)] = 0
    cut = int(gain.argmax())
    return float(gain[cut]), cut, -RATE * down[cut] / light[cut], -RATE * up[cut] / heavy[cut]


def fit(found: Table, cards: Sequence[dict[str, Any]], used: Array) -> tuple[list[Array], float]:
    """Points and constant from the lines used."""
    truth = (found.labels[used] != "M").astype(float)
    weight = np.where(truth == 0, ARTICLE_WEIGHT * _shares(found, used), 1.0)
    weight[(found.kinds[used] != "full_page") & (truth == 1)] *= LEFTOVER_WEIGHT
    sizes = [len(card["cuts"]) + 1 for card in cards]
    return boost(places(found.values[used], cards), sizes, truth, weight)


def _shares(found: Table, used: Array) -> Array:
    """How much each line used counts if it is of an article."""
    places_ = list(
        zip(found.sites[used], found.kinds[used], found.labels[used] == "M", strict=True)
    )
    count = Counter(places_)
    return np.minimum(1, SITE / np.array([count[place] for place in places_]))


def out_of_fold(found: Table, cards: Sequence[dict[str, Any]]) -> Array:
    """The score of each line by points fitted on other sites, less its margin; none where it is kept."""
    usable = np.isin(found.labels, ["R", "B", "M"]) & ~found.doubtful
    scores = np.zeros(len(found.labels))
    for fold in range(FOLDS):
        points, constant = fit(found, cards, usable & (found.folds != fold))
        mine = found.folds == fold
        where = places(found.values[mine], cards)
        scores[mine] = constant + sum(
            some[place] for some, place in zip(points, where, strict=True)
        )
    scores[found.kept] = -np.inf
    return scores - found.margins


def report(scores: Array, found: Table, pages: Sequence[Page], threshold: float) -> None:
    """Print the recall on R and B lines and the share of M lines flagged, file by file."""
    for kind in sorted(set(found.kinds.tolist())):
        total = {
            label: sum(p.labels.count(label) for p in pages if p.kind == kind) for label in "RBM"
        }
        hits = {
            label: (scores > threshold) & (found.kinds == kind) & (found.labels == label)
            for label in "RBM"
        }
        shares = (f"{label} {hits[label].sum() / max(1, total[label]):.4f}" for label in "RBM")
        sure = int((hits["M"] & ~found.doubtful).sum())
        print(
            f"{threshold:5.2f}  {kind:18}",
            *shares,
            f"({hits['M'].sum()} of {total['M']} M, {sure} without doubtful labels)",
        )


def main() -> int:
    """Fit, print, write."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--write", action="store_true", help="rewrite the points in the TOML file")
    parser.add_argument("--threshold", type=float, default=None)
    options = parser.parse_args()
    path = features.FOLDER / "features.toml"
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    cards = [*data["feature"].values(), *({"cuts": [1]} for _ in data["case"])]
    pages = read(options.folder)
    found = table(pages, data)
    scores = out_of_fold(found, cards)
    thresholds = [options.threshold] if options.threshold is not None else np.arange(1, 4, 0.25)
    for threshold in thresholds:
        report(scores, found, pages, float(threshold))
    if options.write:
        usable = np.isin(found.labels, ["R", "B", "M"]) & ~found.doubtful
        points, constant = fit(found, cards, usable)
        added = [[round(float(point - some[0]), 2) for point in some] for some in points]
        for card, some in zip(data["feature"].values(), added, strict=False):
            card["points"] = some
        for case, some in zip(data["case"].values(), added[len(data["feature"]) :], strict=True):
            case["points"] = some[1]
        data["constant"] = round(constant + float(sum(some[0] for some in points)), 2)
        if options.threshold is not None:
            data["threshold"] = options.threshold
        write(path, data)
    return 0


def write(path: Path, data: dict[str, Any]) -> None:
    """The scorecard as TOML, under the comment it began with."""
    old = path.read_text(encoding="utf-8")
    head = "".join(line + "\n" for line in old.split("\n") if line.startswith("#"))
    parts = [f"{head}\nconstant = {data['constant']}\nthreshold = {data['threshold']}\n"]
    for name, item in data["feature"].items():
        body = "".join(f"{key} = {json.dumps(value)}\n" for key, value in item.items())
        parts.append(f"[feature.{name}]\n{body}")
    for name, item in data["case"].items():
        body = "".join(f"{key} = {_toml(value)}\n" for key, value in item.items())
        parts.append(f"[case.{name}]\n{body}")
    path.write_text("\n".join(parts), encoding="utf-8")


def _toml(value: Any) -> str:
    """A text, a number or an inline table as TOML."""
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {some}" for key, some in value.items()) + " }"
    return json.dumps(value)


if __name__ == "__main__":
    sys.exit(main())
