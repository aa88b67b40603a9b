"""`python -m benchmarks.growth`: what more text costs, and more rules.

Every size of every kind of text is linted by a process of its own, twice; the cheaper one counts. What a
further megabyte costs stays the same where cost is linear; memory that stays the same is bounded. With
`--rules N`, N declarative rules of a pack that find nothing are linted with and without, by turns.
"""

import argparse
import json
import random
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import cycle
from pathlib import Path
from statistics import median

from benchmarks.corpus import MEGA, SEED, own
from benchmarks.turns import run

LINT = [sys.executable, "-m", "textlint", "--format", "concise", "--fail-on", "never"]
ROUNDS = 2


def records(texts: Iterable[str]) -> Iterator[bytes]:
    """One record a text."""
    return (json.dumps({"text": text}, ensure_ascii=False).encode() + b"\n" for text in texts)


def lines(texts: Iterable[str]) -> Iterator[bytes]:
    """All texts one after another, as one."""
    return (text.encode() + b"\n\n" for text in texts)


def one_line(texts: Iterable[str]) -> Iterator[bytes]:
    """All texts in one line."""
    return (text.replace("\n", " ").encode() + b" " for text in texts)


KINDS: dict[str, tuple[str, Callable[[Iterable[str]], Iterator[bytes]]]] = {
    "records": ("jsonl", records),
    "one text": ("txt", lines),
    "one line": ("txt", one_line),
}


def endless(texts: Sequence[str]) -> Iterator[str]:
    """The texts again and again, each time their words in another order from somewhere on."""
    draw = random.Random(SEED)  # noqa: S311 - to mix texts, not to keep secrets
    for text in cycle(texts):
        parts = text.split("\n")
        draw.shuffle(parts)
        yield "\n".join(parts)


def write(path: Path, parts: Iterator[bytes], size: int) -> int:
    """Write parts to a file until it holds `size` bytes; how many it holds."""
    written = 0
    with path.open("wb") as file:
        while written < size:
            written += file.write(next(parts)[: size - written if path.suffix == ".txt" else None])
    return written


def sizes(kinds: Iterable[str], wanted: Sequence[int], texts: Sequence[str], folder: Path) -> None:
    """Print CPU, CPU for each further megabyte and peak memory for each size of each kind of text."""
    print(f"{'kind':10} {'MB':>9} {'CPU s':>9} {'s/MB more':>10} {'peak MiB':>9}")
    for kind in kinds:
        suffix, made = KINDS[kind]
        before = (0, 0.0)
        for size in wanted:
            path = folder / f"text.{suffix}"
            written = write(path, made(endless(texts)), size)
            turns = [run([*LINT, str(path)]) for _ in range(ROUNDS)]
            seconds, memory = min(turn[0] for turn in turns), max(turn[1] for turn in turns)
            more = (seconds - before[1]) / (written - before[0]) * MEGA
            rising = f"{more:10.3f}" if before[0] else " " * 10
            print(
                f"{kind:10} {written / MEGA:9.2f} {seconds:9.2f} {rising} {memory:9.0f}", flush=True
            )
            before = written, seconds
            path.unlink()


def pack(number: int) -> str:
    """A pack of rules that find nothing in any text: phrases and patterns as real ones are."""
    rules = []
    for n in range(number):
        word = "".join(chr(ord("a") + (n * 7 + k * 11) % 26) for k in range(5))
        detector = (
            f'phrases = ["{word} qzx{n} of this page", "{word} vkj{n}"]'
            if n % 2
            else f"patterns = ['(?i)\\b{word}qx{n}\\s+\\w+ing\\b', '\\[{word}{n}zq:[^\\]]{{1,40}}\\]']"
        )
        bad = f"A {word} vkj{n} here" if n % 2 else f"A [{word}{n}zq: it] here"
        span = bad[2:-5]
        rules.append(
            f'[[rule]]\ncode = "GRW{n:03}"\nname = "growth-{n}"\nseverity = "warning"\n'
            f'why = "A rule of the benchmark."\nmessage = "found"\n{detector}\n'
            f'bad = ["A ⟦{span}⟧ here"]\ngood = ["It was a warm day."]\n'
        )
    return "\n".join(rules)


def more_rules(number: int, size: int, texts: Sequence[str], folder: Path, rounds: int) -> None:
    """Print what a run costs with a pack of more rules, times what it costs without."""
    path = folder / "text.jsonl"
    write(path, records(endless(texts)), size)
    (folder / "more.toml").write_text(pack(number), encoding="utf-8")
    settings = folder / "textlint.toml"
    settings.write_text('packs = ["more.toml"]\n', encoding="utf-8")
    plain = [*LINT, "--isolated", str(path)]
    more = [*LINT, "--config", str(settings), str(path)]
    for command in (plain, more):
        run(command)  # the databases are made
    ratios = sorted(run(more)[0] / run(plain)[0] for _ in range(rounds))
    spread = f"{ratios[0]:.3f} {median(ratios):.3f} {ratios[-1]:.3f}"
    print(f"{number} more rules: times {spread} (min median max of {rounds})")


def main() -> None:
    """Measure what is asked for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.growth", description=__doc__)
    parser.add_argument("--sizes", default="0.01,0.1,1,10,100", help="megabytes, by comma")
    parser.add_argument("--kind", action="append", choices=KINDS, help="only this kind of text")
    parser.add_argument("--rules", type=int, help="measure this many more rules instead")
    parser.add_argument("--rounds", type=int, default=5, help="turns with more rules (5)")
    options = parser.parse_args()
    texts = own()["english"]
    wanted = [int(float(size) * MEGA) for size in options.sizes.split(",")]
    with tempfile.TemporaryDirectory(prefix="textlint-growth-") as name:
        if options.rules:
            more_rules(options.rules, 10 * MEGA, texts, Path(name), options.rounds)
        else:
            sizes(options.kind or KINDS, wanted, texts, Path(name))


if __name__ == "__main__":
    main()
