"""`python -m benchmarks [PATH...]`: run textlint and its peers by turns, print ratios."""

import argparse
import json
import tempfile
from pathlib import Path

from benchmarks import corpus, peers, report, turns


def main() -> None:
    """Measure and print; write JSON and SVG where asked."""
    options = _options()
    results = []
    with tempfile.TemporaryDirectory(prefix="textlint-benchmark-") as folder:
        for each in corpus.corpora(options.paths, Path(folder), options.megabytes):
            found = turns.measure(each, peers.chosen(options.only), options.rounds)
            print(report.table(found), flush=True)
            results.append(found)
    data = {
        "machine": turns.machine(),
        "rules": peers.default_rules(),
        "corpora": [found.as_data() for found in results],
    }
    if options.json:
        Path(options.json).write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")
    if options.svg:
        Path(options.svg).write_text(report.chart(results), encoding="utf-8")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument(
        "paths",
        nargs="*",
        type=Path,
        metavar="PATH",
        help="a directory of .txt or .jsonl files, or a .jsonl file: one corpus each (default: the "
        "labelled pages beside the checkout, else a corpus made of the seeds)",
    )
    parser.add_argument("--rounds", type=int, default=5, help="turns of each peer (5)")
    parser.add_argument("--only", action="append", metavar="NAME", help="only peers so named")
    parser.add_argument(
        "--megabytes", type=float, help="size of a corpus (25 of English, 14 of other languages)"
    )
    parser.add_argument("--json", metavar="FILE", help="write all figures")
    parser.add_argument("--svg", metavar="FILE", help="draw a chart")
    return parser.parse_args()


if __name__ == "__main__":
    main()
