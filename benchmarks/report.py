"""Figures as a table for people and as a chart."""

from collections.abc import Iterator, Sequence
from html import escape
from statistics import median

from benchmarks.corpus import MEGA
from benchmarks.peers import OWN
from benchmarks.turns import Results

KINDS = {True: "whole process", False: "within a process, warm"}


def table(results: Results) -> str:
    """CPU and memory of each peer, and how many times textlint's CPU it takes by byte."""
    corpus = results.corpus
    lines = [f"{corpus.name}: {corpus.texts} texts, {corpus.size / MEGA:.1f} MB"]
    for whole, title in KINDS.items():
        if (OWN, whole) not in results.turns:
            continue
        lines += [
            "",
            f"{title:34} {'CPU s/MB':>9} {'MB/s':>8} {'MiB':>6}   times textlint: min median max",
        ]
        lines += _rows(results, whole=whole)
    return "\n".join([*lines, ""])


def _rows(results: Results, *, whole: bool) -> Iterator[str]:
    for name, is_whole in results.turns:
        if is_whole != whole:
            continue
        turns = results.turns[name, whole]
        cost = median(turn.per_megabyte for turn in turns)
        memory = max(turn.memory for turn in turns)
        ratios = results.ratios(name, whole=whole)
        spread = f"{ratios[0]:8.2f} {median(ratios):8.2f} {ratios[-1]:8.2f}"
        yield f"  {name:32} {cost:9.4f} {1 / cost:8.2f} {memory:6.0f}   {spread}"


WIDTH, ROW, LEFT, TOP = 760, 22, 260, 34
"""Pixels of the chart: its width, a row, where bars begin, where the first row is."""
BAR = 400
"""Pixels of the longest bar; lengths are logarithms, since the cheapest and the dearest are far apart."""


def chart(results: Sequence[Results]) -> str:
    """An SVG of how many times textlint's CPU each peer takes (median; logarithmic)."""
    rows: list[tuple[str, float | None]] = []
    for found in results:
        for whole, title in KINDS.items():
            own = [name for name, is_whole in found.turns if is_whole == whole]
            if OWN in own:
                rows.append((f"{found.corpus.name}, {title}", None))
                rows += [(name, median(found.ratios(name, whole=whole))) for name in own]
    values = [value for _, value in rows if value is not None]
    low, high = min(values, default=1) / 2, max(values, default=1)
    height = TOP + ROW * len(rows) + 10
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}">',
        "<style>text { font: 13px sans-serif }</style>",
        '<text x="10" y="20" font-weight="bold">CPU by byte, times textlint (logarithmic)</text>',
    ]
    for number, (label, value) in enumerate(rows):
        parts += _bar(label, value, TOP + ROW * number, low, high)
    return "\n".join([*parts, "</svg>", ""])


def _bar(label: str, value: float | None, top: int, low: float, high: float) -> Iterator[str]:
    from math import log

    if value is None:
        yield f'<text x="10" y="{top + 15}" font-style="italic">{escape(label)}</text>'
        return
    width = max(2.0, BAR * log(value / low) / log(high / low)) if high > low else BAR
    color = "#1b6e4f" if label == OWN else "#b9c4c0"
    yield f'<text x="{LEFT - 8}" y="{top + 15}" text-anchor="end">{escape(label)}</text>'
    yield f'<rect x="{LEFT}" y="{top + 3}" width="{width:.0f}" height="{ROW - 6}" fill="{color}"/>'
    yield f'<text x="{LEFT + width + 6:.0f}" y="{top + 15}">{value:.2f}</text>'
