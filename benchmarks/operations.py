"""What linting costs in operations, not in time: the same on every machine, busy or not.

Counted are the instructions of Python's virtual machine and the calls of functions that are not
Python's (of `str`, `re`, `regex`, Hyperscan), by kilobyte of text. `python -m benchmarks.operations`
prints them beside the budget that the tests hold them to; `--write` makes them the budget.
"""

import argparse
import json
import random
import sys
import tomllib
from collections.abc import Iterable, Sequence
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Any, NamedTuple, Self

from benchmarks.corpus import SEED, SEEDS
from benchmarks.peers import default_linter
from textlint.document import Document

if TYPE_CHECKING:
    from textlint.lint import Linter

BUDGET = Path(__file__).with_name("operations.toml")
KILO = 1000
SIZE = 80
"""Kilobytes of a corpus: 80 times slower counted than run, and enough for all rules to have a say."""


class Operations(NamedTuple):
    """Operations by kilobyte of text."""

    instructions: float
    foreign_calls: float


class _Counter:
    """Counts while it is entered. Nothing else may trace or profile meanwhile."""

    def __init__(self) -> None:
        self.instructions = 0
        self.foreign_calls = 0

    def __enter__(self) -> Self:
        sys.setprofile(self._profile)
        sys.settrace(self._trace)
        return self

    def __exit__(self, *_: object) -> None:
        sys.settrace(None)
        sys.setprofile(None)

    def _profile(self, _frame: FrameType, event: str, _function: object) -> None:
        self.foreign_calls += event == "c_call"

    def _trace(self, frame: FrameType, event: str, _: object) -> Any:
        if event == "opcode":
            self.instructions += 1
        elif event == "call":
            frame.f_trace_opcodes, frame.f_trace_lines = True, False
        return self._trace


def count(linter: "Linter", texts: Sequence[str]) -> Operations:
    """What linting the texts takes, in one batch. ValueError where a rule failed: it was not counted."""
    documents = [Document(text) for text in texts]
    counter = _Counter()
    with counter:
        linter.lint(documents)
    if linter.failures:
        raise ValueError(f"rule {linter.failures[0].code}: {linter.failures[0].reason}")
    size = sum(len(text.encode("utf-8", "replace")) for text in texts) / KILO
    return Operations(counter.instructions / size, counter.foreign_calls / size)


def corpora() -> dict[str, list[str]]:
    """Texts that are always at hand: what is counted on.

    `articles` are lines of the seeds, `pages` the same among bad examples of what web pages leave in
    text, `languages` good examples beyond ASCII. Examples of damaged bytes, dear and rare, are left out.
    """
    seeds = [path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    lines = [line for text in seeds for line in text.split("\n") if line]
    bad = examples("bad", ("boilerplate", "markup", "structure", "duplication"))
    others = ("boilerplate", "typography", "injection", "language", "names", "structure")
    good = [text for text in examples("good", others) if not text.isascii()]
    return {
        "articles": _dealt(lines, 40),
        "pages": _dealt([*lines, *bad], 60),
        "languages": _dealt(good, 12),
    }


def examples(kind: str, categories: Iterable[str]) -> list[str]:
    """The texts of examples of a kind (`bad`, `good`) in these categories, without their marks."""
    from textlint import plugins
    from textlint.rule import Example, unmark

    rules = [rule for rule in plugins.load().rules.values() if rule.category in categories]
    found = [example for rule in rules for example in getattr(rule, kind)]
    texts = (example.text if isinstance(example, Example) else example for example in found)
    return [unmark(text).text for text in texts]


def _dealt(parts: Sequence[str], each: int) -> list[str]:
    """Texts of `each` parts, drawn in an order that is the same at every call, SIZE in all."""
    draw = random.Random(SEED)  # noqa: S311 - to mix texts, not to keep secrets
    texts: list[str] = []
    size = 0
    while size < SIZE * KILO:
        texts.append("\n\n".join(draw.choices(parts, k=each)))
        size += len(texts[-1].encode("utf-8", "replace"))
    return texts


def budget() -> dict[str, Operations]:
    """The operations that each corpus may take."""
    data = tomllib.loads(BUDGET.read_text(encoding="utf-8"))
    return {name: Operations(**limits) for name, limits in data.items()}


def measured() -> dict[str, Operations]:
    """The operations that each corpus takes, after what is loaded and remembered is there.

    What is compiled is kept for the next run, which takes less: the second one in a row counts.
    """
    from textlint import expressions

    linter = default_linter()
    found = {}
    for name, texts in corpora().items():
        warm, rest = texts[::2], texts[1::2]
        linter.lint([Document(text) for text in warm])
        found[name] = count(linter, rest)
    expressions.keep()
    return found


def _toml(found: Iterable[tuple[str, Operations]]) -> str:
    tables = (
        f"\n[{name}]\ninstructions = {each.instructions:.0f}\nforeign_calls = {each.foreign_calls:.0f}\n"
        for name, each in found
    )
    head = (
        "# Operations by kilobyte of text: `python -m benchmarks.operations --write` made this.\n"
    )
    return head + "".join(tables)


def main() -> None:
    """Print what is counted beside the budget, or make it the budget."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.operations", description=__doc__)
    parser.add_argument("--write", action="store_true", help="make what is counted the budget")
    parser.add_argument("--json", action="store_true", help="print what is counted as JSON")
    options = parser.parse_args()
    found = measured()
    if options.json:
        print(json.dumps({name: each._asdict() for name, each in found.items()}))
        return
    if options.write:
        BUDGET.write_text(_toml(found.items()), encoding="utf-8")
    limits = budget()
    print(f"{'operations by kB':12} {'instructions':>20} {'foreign calls':>20}")
    for name, each in found.items():
        pairs = zip(each, limits[name], strict=True)
        print(f"{name:16}", "".join(f"{now:12.0f} ({now / was:5.2f})" for now, was in pairs))


if __name__ == "__main__":
    main()
