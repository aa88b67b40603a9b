"""Linting takes no more operations than are budgeted, and no more by kilobyte in a longer text.

Operations are counted, not timed: these tests say the same on every machine, busy or not.
"""

import json
import os
import platform
import random
import subprocess
import sys
from itertools import cycle, islice

import pytest
from conftest import ROOT

from benchmarks.corpus import SEEDS
from benchmarks.operations import BUDGET, Operations, budget, count
from benchmarks.peers import default_linter
from textlint import evidence
from textlint.document import Document

SLACK = 1.1
"""A budget is kept within a tenth; what takes less than STALE of it makes a new one."""
STALE = 0.7
COUNTED = platform.python_implementation() == "CPython" and sys.version_info[:2] == (3, 11)
COMPILED = not evidence.__file__.endswith(".py")
only_where_counted = pytest.mark.skipif(
    not (COUNTED and COMPILED), reason="the budget is CPython 3.11's, with compiled modules"
)


@only_where_counted
def test_linting_stays_within_its_budget_of_operations(tmp_path):
    own = {"PYTHONHASHSEED": "0", "TEXTLINT_CACHE_DIR": str(tmp_path)}
    for _ in range(2):  # the first time expressions are compiled and tables made, which are kept
        done = subprocess.run(
            [sys.executable, "-m", "benchmarks.operations", "--json"],
            cwd=ROOT,
            env={**os.environ, **own},
            stdout=subprocess.PIPE,
            check=True,
        )
    found = {name: Operations(**each) for name, each in json.loads(done.stdout).items()}
    limits = budget()
    assert found.keys() == limits.keys()
    shares = {
        f"{kind} of {name}": getattr(each, kind) / getattr(limits[name], kind)
        for name, each in found.items()
        for kind in Operations._fields
    }
    dearer = {what: f"{share:.2f}" for what, share in shares.items() if share > SLACK}
    assert not dearer, "more than is budgeted (times): see what each rule costs with --timings"
    cheaper = {what: f"{share:.2f}" for what, share in shares.items() if share < STALE}
    assert not cheaper, f"{BUDGET.name} is out of date: python -m benchmarks.operations --write"


def article(size: int) -> str:
    """Paragraphs of the seeds in an ever new order."""
    draw = random.Random(size)
    parts = [line for path in SEEDS.glob("*.txt") for line in path.read_text().split("\n") if line]
    text = ""
    while len(text) < size:
        text += "\n\n".join(draw.sample(parts, 20)) + "\n\n"
    return text[:size]


def varied(size: int) -> str:
    """Words of which no two are the same, in sentences, all in one line."""
    words = (f"{'Ww'[n % 9 > 0]}ord{n:x}{'. ' if n % 11 == 0 else ' '}" for n in range(size))
    return "".join(islice(words, size // 8))


TEXTS = {
    "an article": article,
    "an article in one line": lambda size: article(size).replace("\n", " "),
    "an article without spaces": lambda size: article(size).replace(" ", ""),
    "lines of one word": lambda size: article(size).replace(" ", "\n"),
    "lines of one letter": lambda size: "a\n" * (size // 2),
    "one word again and again": lambda size: "Kowalsky " * (size // 9),
    "one sentence again and again": lambda size: "He said “no” to Ms Kowalsky. " * (size // 29),
    "words that are all new": varied,
    "names that are all new": lambda size: varied(size).title(),
    "menus": lambda size: "\n".join(islice(cycle(("Home", "Log in", "Share", "a b c")), size // 6)),
    "quotation marks": lambda size: "“" * (size // 3) + "”" * (size // 3),
    "brackets": lambda size: "([" * (size // 4) + ")]" * (size // 4),
    "Cyrillic in one line": lambda size: "Он сказал, что Ковальский ушёл. " * (size // 32),
    "Chinese in one line": lambda size: "他说科瓦尔斯基走了。" * (size // 10),
}
LONG = 16_000
"""Code points of the longer text: what grows with the square is four times as dear there."""
FLOOR = 500
"""Operations by kilobyte that do not matter: a text where hardly anything is looked at."""


@pytest.mark.parametrize("kind", TEXTS)
def test_a_longer_text_takes_no_more_operations_by_kilobyte(kind):
    linter = default_linter()
    short, long = TEXTS[kind](LONG // 4), TEXTS[kind](LONG)
    for text in (short, long):
        linter.lint([Document(text)])  # what is loaded and remembered is there
    first, second = count(linter, [short]), count(linter, [long])
    assert second.instructions < 1.5 * first.instructions + FLOOR
    assert second.foreign_calls < 1.5 * first.foreign_calls + FLOOR
