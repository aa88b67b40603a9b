# ruff: noqa: INP001, T201 - a script, and it prints
"""Fit the weights of BLR012 on labelled pages, and print how well they do on pages of other sites.

    python tools/fit_line_judge.py FOLDER [--write]

FOLDER holds JSONL files of pages: {"url", "lines": [...], "labels": "MMRB..."}, one letter a line
(M of the article, R or B boilerplate; other letters are left out). Needs numpy. Every printed figure
is out of fold: pages of one site are either all fitted on or all judged. The pages' articles alone
(their M lines) are fitted on too, as texts without boilerplate. `--write` rewrites words.toml and
features.toml in rules/boilerplate/judge/.
"""

import argparse
import json
import random
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import numpy as np
from textlint_rules.boilerplate import _features as features
from textlint_rules.boilerplate import line_judge

FOLDS = 5
SITES = 8
"""Sites that a word must stand on."""
KEPT = 600
"""Words that are kept: those with the largest weight times the root of their lines."""
ARTICLE_WEIGHT = 3.0
"""How much more an article's line counts than the page's furniture: a false alarm costs more."""
LEFTOVER_WEIGHT = 4.0
"""How much more furniture counts where an extractor has left it than on a whole page, where it abounds."""
WORDS_HEADER = """\
# Weights of words and pairs of words in a line, fitted by tools/fit_line_judge.py: above 0 they speak for
# the page, below 0 for the article. "0" is any number, "^" the start of the line, "$" its end."""
LEAST = 0.15
"""Weight that a word must have."""
SETTLED = 1e-4
CLOSE = 0.03
"""Lines whose chance bends less are settled; steps that are all smaller end the fit."""
FOREIGN = ("de", "del", "da", "do $")
"""Small words of one language that another's pages have in their menus."""
TOPICAL = frozenset(
    "impeachment trump hong kong david death black san man west street police united getty financial "
    "restaurant iphone google ai budget australia india china c d k m v x".split()
)
"""Words of what was in the news, names and single letters: they say when pages were fetched, and not
what a page is. Left out."""
Array = Any


class Page(NamedTuple):
    """One labelled page; `kind` is the file it comes from."""

    kind: str
    site: str
    fold: int
    lines: list[str]
    labels: str


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
        where = fold[site(row["url"])]
        pages.append(
            Page(
                kind,
                site(row["url"]),
                where,
                [t for t, _ in kept],
                "".join(label for _, label in kept),
            )
        )
        article = [text for text, label in kept if label == "M"]
        if kind == "full_page" and len(article) > 1:
            pages.append(Page("article", site(row["url"]), where, article, "M" * len(article)))
    return pages


def logistic(columns: Array, truth: Array, weight: Array, ridge: float = 20.0) -> Array:
    """Coefficients of a logistic model by Newton's method; the last column is the constant."""
    found = np.zeros(columns.shape[1], np.float32)
    penalty = np.full(len(found), ridge, np.float32)
    penalty[-1] = 1e-3
    for _ in range(9):
        chance = 1 / (1 + np.exp(-np.clip(columns @ found, -30, 30)))
        slope = columns.T @ (weight * (chance - truth)) + penalty * found
        bend = (weight * chance * (1 - chance)).astype(np.float32)
        bent = bend > SETTLED
        some = columns[bent]
        curve = (some.T * bend[bent]) @ some
        curve[np.diag_indices(len(found))] += penalty
        step = np.linalg.solve(curve.astype(float), slope.astype(float))
        found = (found - step).astype(np.float32)
        if np.abs(step).max() < CLOSE:
            break
    return found


def word_weights(pages: list[Page], ridge: float = 6.0) -> dict[str, float]:
    """Weights of words and pairs of words, each line a sample, lines of a site that recur counted once."""
    sites: defaultdict[str, set[str]] = defaultdict(set)
    empty = features.Lexicon({}, features.lexicon().small)
    samples: list[tuple[list[str], bool]] = []
    once: set[tuple[Any, ...]] = set()
    for page in pages:
        if page.kind == "article":
            continue
        for text, label in zip(page.lines, page.labels, strict=True):
            if label not in "MRB":
                continue
            item = features.look(text, empty)
            if item.is_prose or not item.tokens:
                continue
            key = (page.site, item.tokens, label == "M")
            if key in once:
                continue
            once.add(key)
            tokens = list(dict.fromkeys(_grams(item.tokens)))
            samples.append((tokens, label != "M"))
            for token in tokens:
                sites[token].add(page.site)
    names = sorted(
        word
        for word, where in sites.items()
        if len(where) >= SITES and TOPICAL.isdisjoint(word.split(" ")) and word not in FOREIGN
    )
    index = {name: at for at, name in enumerate(names)}
    rows, cols = [], []
    for at, (tokens, _) in enumerate(samples):
        for token in tokens:
            if token in index:
                rows.append(at)
                cols.append(index[token])
    row, col = np.array(rows), np.array(cols)
    truth = np.array([label for _, label in samples], dtype=float)
    # Balanced, so that a weight of 0 means "says nothing".
    weight = np.where(truth == 0, len(truth) / (truth == 0).sum(), len(truth) / truth.sum()) / 2
    found = np.zeros(len(names))
    constant = 0.0
    for _ in range(150):
        score = np.bincount(row, found[col], len(truth)) + constant
        chance = 1 / (1 + np.exp(-np.clip(score, -30, 30)))
        pull = weight * (chance - truth)
        bend = weight * chance * (1 - chance)
        slope = np.bincount(col, pull[row], len(names)) + ridge * found
        curve = np.bincount(col, bend[row], len(names)) + ridge
        found -= 0.35 * slope / curve
        constant -= 0.35 * pull.sum() / bend.sum()
    count = np.bincount(col, minlength=len(names))
    found[(found < 0) & (np.array([len(sites[name]) for name in names]) < 3 * SITES)] = 0
    order = np.argsort(-np.abs(found) * np.sqrt(count))[:KEPT]
    return {
        names[at]: round(float(found[at]), 1) for at in sorted(order) if abs(found[at]) >= LEAST
    }


def _grams(tokens: tuple[str, ...]) -> Iterator[str]:
    yield from tokens
    padded = ("^", *tokens, "$")
    yield from (f"{a} {b}" for a, b in pairwise(padded))


def table(
    pages: list[Page], lexicons: list[features.Lexicon], names: list[str]
) -> tuple[Array, ...]:
    """Values, labels, folds, kinds, silence and margins of all lines that are no prose."""
    rows, labels, folds, kinds = [], [], [], []
    silent, margins = [], []
    for page in pages:
        looks = [features.look(text, lexicons[page.fold]) for text in page.lines]
        for at, (item, value) in enumerate(zip(looks, features.values(looks), strict=True)):
            if not item.is_prose:
                rows.append([value[name] for name in names])
                silent.append(line_judge.is_listed(item, value))
                margins.append(line_judge.margin(value))
                labels.append(page.labels[at])
                folds.append(page.fold)
                kinds.append(page.kind)
    return tuple(map(np.array, (rows, labels, folds, kinds, silent, margins)))


def steps(cells: Array, card: dict[str, Any]) -> list[Array]:
    """One column for each cut of a feature: whether the value reaches it."""
    return [cells >= cut for cut in card["cuts"]]


def cells(rows: Array, columns: Array, table_: dict[str, Any]) -> list[Array]:
    """One column for each cell of a table but the first."""
    row = np.searchsorted(table_["row_cuts"], rows, side="right")
    column = np.searchsorted(table_["column_cuts"], columns, side="right")
    width = len(table_["column_cuts"]) + 1
    place = row * width + column
    return [place == cell for cell in range(1, width * (len(table_["row_cuts"]) + 1))]


def expand(values: Array, names: list[str], data: dict[str, Any]) -> Array:
    """The columns of the logistic model."""
    by_name = {name: values[:, at] for at, name in enumerate(names)}
    found: list[Array] = []
    for name, card in data["feature"].items():
        found += steps(by_name[name], card)
    for item in data["table"].values():
        found += cells(by_name[item["rows"]], by_name[item["columns"]], item)
    found.append(np.ones(len(values), bool))
    return np.array(found, dtype=np.float32).T


def fill(data: dict[str, Any], coefficients: Array) -> None:
    """Put the coefficients into the scorecard as points with one decimal."""
    left = iter(coefficients.tolist())
    for card in data["feature"].values():
        total, points = 0.0, [0.0]
        for _ in card["cuts"]:
            total += next(left)
            points.append(round(total, 1))
        card["points"] = points
    for item in data["table"].values():
        width = len(item["column_cuts"]) + 1
        flat = [0.0] + [round(next(left), 1) for _ in range(1, width * (len(item["row_cuts"]) + 1))]
        item["points"] = [flat[at : at + width] for at in range(0, len(flat), width)]
    data["constant"] = round(next(left), 1)


def report(scores: Array, columns: tuple[Array, ...], pages: list[Page], threshold: float) -> None:
    """Print the recall on R and B lines and the share of M lines flagged, file by file."""
    _, labels, _, kinds, *_ = columns
    for kind in sorted(set(kinds.tolist())):
        total = {
            label: sum(p.labels.count(label) for p in pages if p.kind == kind) for label in "RBM"
        }
        hits = {
            label: int(((scores > threshold) & (kinds == kind) & (labels == label)).sum())
            for label in "RBM"
        }
        shares = (f"{label} {hits[label] / max(1, total[label]):.3f}" for label in "RBM")
        print(f"{threshold:5.1f}  {kind:24}", *shares, f"({hits['M']} of {total['M']} M)")


def main() -> int:
    """Fit, print, write."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--write", action="store_true", help="rewrite the TOML files")
    parser.add_argument("--threshold", type=float, default=None)
    options = parser.parse_args()
    pages = read(options.folder)
    small = features.lexicon().small
    lexicons = [
        features.Lexicon(word_weights([p for p in pages if p.fold != fold]), small)
        for fold in range(FOLDS)
    ]
    path = features.FOLDER / "features.toml"
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    used = [item[key] for item in data["table"].values() for key in ("rows", "columns")]
    names = list(dict.fromkeys([*data["feature"], *used]))
    found = table(pages, lexicons, names)
    values, labels, folds, kinds, silent, margins = found
    columns = expand(values, names, data)
    judged = np.isin(labels, ["R", "B", "M"])
    truth = (labels != "M").astype(np.float32)
    weight = np.where(truth == 0, ARTICLE_WEIGHT, 1.0).astype(np.float32)
    weight[(kinds != "full_page") & (truth == 1)] *= LEFTOVER_WEIGHT
    scores = np.zeros(len(labels))
    for fold in range(FOLDS):
        mine = judged & (folds != fold)
        scores[folds == fold] = columns[folds == fold] @ logistic(
            columns[mine], truth[mine], weight[mine]
        )
    scores[silent] = -np.inf
    scores -= margins
    thresholds = [options.threshold] if options.threshold is not None else np.arange(3, 7, 0.5)
    for threshold in thresholds:
        report(scores, found, pages, float(threshold))
    if options.write:
        fill(data, logistic(columns[judged], truth[judged], weight[judged]))
        if options.threshold is not None:
            data["threshold"] = options.threshold
        write(path, data)
        weights = word_weights(pages)
        text = "".join(
            f"{json.dumps(word, ensure_ascii=False)} = {weights[word]}\n"
            for word in sorted(weights)
        )
        (features.FOLDER / "words.toml").write_text(
            f"{WORDS_HEADER}\n[weights]\n{text}", encoding="utf-8"
        )
    return 0


def write(path: Path, data: dict[str, Any]) -> None:
    """The scorecard as TOML, under the comment it began with."""
    old = path.read_text(encoding="utf-8")
    head = "".join(line + "\n" for line in old.split("\n") if line.startswith("#"))
    parts = [f"{head}\nconstant = {data['constant']}\nthreshold = {data['threshold']}\n"]
    for kind in ("feature", "table"):
        for name, item in data[kind].items():
            body = "".join(f"{key} = {json.dumps(value)}\n" for key, value in item.items())
            parts.append(f"[{kind}.{name}]\n{body}")
    path.write_text("\n".join(parts), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
