"""What a run costs by rule: CPU seconds, taken down where `--timings` asks for them."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from time import process_time

SCAN = "scan"
"""The shared scan for the patterns of all rules."""
REST = "rest"
"""Everything else: start-up, reading, fixing, reporting."""
LEGEND = {SCAN: "all patterns of all rules", REST: "start-up, reading, reporting"}


class Timings:
    """CPU seconds by rule. What rules share (a fact) is counted for the first that asks for it."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def of(self, what: str) -> Iterator[None]:
        """Count what is done inside for a rule's code, or for SCAN."""
        start = process_time()
        try:
            yield
        finally:
            self.seconds[what] = self.seconds.get(what, 0.0) + process_time() - start

    def table(self, names: Mapping[str, str], found: Mapping[str, int]) -> Iterator[str]:
        """Lines for people, the dearest first: seconds, share of the whole process, findings, rule."""
        whole = process_time()
        rest = max(0.0, whole - sum(self.seconds.values()))
        rows = sorted((*self.seconds.items(), (REST, rest)), key=lambda row: (-row[1], row[0]))
        yield f"{'CPU s':>8}  {'share':>6}  {'found':>6}  rule"
        for what, seconds in rows:
            name = LEGEND.get(what) or names.get(what, "")
            count = "" if what in LEGEND else found.get(what, 0)
            yield f"{seconds:8.3f}  {seconds / whole:6.1%}  {count:>6}  {what} {name}".rstrip()
        yield f"{whole:8.3f}  {1:6.1%}  {sum(found.values()):>6}  in all"
