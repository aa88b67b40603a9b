"""What becomes of what a run reads: of each block, and of all of them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple


class Outcome(NamedTuple):
    """What becomes of a block: how what is found in it is shown (with `fix`: what remains), and counts.

    `chunks` are its parts as they were and as they are fixed, empty where nothing is. `errors` are said
    of the run, `seconds` what rules cost; both come with the first of a batch.
    """

    shown: list[Any]
    found: dict[str, int]
    fixable: int = 0
    unsafe: int = 0
    chunks: Sequence[tuple[bytes, bytes]] = ()
    applied: Mapping[str, int] = {}
    errors: Sequence[str] = ()
    seconds: Mapping[str, float] = {}


NOTHING = Outcome([], {})
"""The outcome of most blocks: as one value it takes two bytes between processes."""


class Totals:
    """What a run amounts to; complete when its findings have been drawn to the end."""

    def __init__(self) -> None:
        self.files = 0
        self.found: Counter[str] = Counter()
        self.fixed: Counter[str] = Counter()
        self.fixable = 0
        self.unsafe = 0
        self.changed = 0
        self.errors: dict[str, None] = {}
        self.seconds: dict[str, float] = {}

    def add_seconds(self, seconds: Mapping[str, float]) -> None:
        """Count what rules cost."""
        for code, more in seconds.items():
            self.seconds[code] = self.seconds.get(code, 0.0) + more

    def add(self, outcome: Outcome) -> None:
        """Count what is found in a block."""
        for code, more in outcome.found.items():
            self.found[code] += more
        self.fixable += outcome.fixable
        self.unsafe += outcome.unsafe
