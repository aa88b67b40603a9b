"""What a run costs by rule: CPU seconds, taken down where `--timings` asks for them."""

import os
from collections.abc import Iterator, Mapping
from time import process_time

SCAN = "scan"
"""The shared scan for the patterns of all rules."""
REST = "rest"
"""Everything else: start-up, reading, fixing, reporting."""
LEGEND = {SCAN: "all patterns of all rules", REST: "start-up, reading, reporting"}


class Timings:
    """CPU seconds by rule. What rules share (a fact) is counted for the first that asks for it."""

    def __init__(self) -> None:
        self._seconds: dict[str, float] = {}
        self._since = process_time()

    def start(self) -> None:
        """Count from now on."""
        self._since = process_time()

    def count(self, what: str) -> None:
        """Count what was done since the last count or start for a rule's code, or for SCAN.

        To ask for the time costs what a rule does that finds nothing: it is done once a rule.
        """
        now = process_time()
        self._seconds[what] = self._seconds.get(what, 0.0) + now - self._since
        self._since = now

    def take(self) -> dict[str, float]:
        """What was counted since the last call."""
        taken, self._seconds = self._seconds, {}
        return taken


def table(
    seconds: Mapping[str, float], names: Mapping[str, str], found: Mapping[str, int]
) -> Iterator[str]:
    """Lines for people, the dearest first: seconds, share of this process and its own, findings, rule."""
    whole = sum(os.times()[:4])
    rest = max(0.0, whole - sum(seconds.values()))
    rows = sorted((*seconds.items(), (REST, rest)), key=lambda row: (-row[1], row[0]))
    yield f"{'CPU s':>8}  {'share':>6}  {'found':>6}  rule"
    for what, each in rows:
        name = LEGEND.get(what) or names.get(what, "")
        count = "" if what in LEGEND else found.get(what, 0)
        yield f"{each:8.3f}  {each / whole:6.1%}  {count:>6}  {what} {name}".rstrip()
    yield f"{whole:8.3f}  {1:6.1%}  {sum(found.values()):>6}  in all"
