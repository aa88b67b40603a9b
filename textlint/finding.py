"""What a rule says of a document: plain frozen values, all offsets in code points.

Offsets are 0-based into the document's decoded text (after a byte order mark), the end exclusive.
"""

import enum
from collections.abc import Iterable
from operator import attrgetter
from typing import NamedTuple

import msgspec


class Severity(enum.IntEnum):
    """How much a finding matters; ordered, so that thresholds compare."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    @property
    def label(self) -> str:
        """The word used in options, configuration and reports."""
        return self.name.lower()


class Safety(enum.StrEnum):
    """Whether `--fix` may apply a fix (SAFE) or only `--unsafe-fixes` (UNSAFE).

    Safe means: only characters of the finding's span or the white space beside it change, no word of
    the author's changes, applying it twice changes nothing, and the result raises no new finding.
    """

    SAFE = "safe"
    UNSAFE = "unsafe"


class Span(NamedTuple):
    """A half-open range of code points."""

    start: int
    end: int


class Edit(msgspec.Struct, frozen=True, gc=False):
    """Replace the code points [start, end) by `replacement`."""

    start: int
    end: int
    replacement: str = ""


class Fix(msgspec.Struct, frozen=True, gc=False):
    """Edits that repair one finding together; they do not overlap one another."""

    edits: tuple[Edit, ...]
    safety: Safety = Safety.UNSAFE

    @classmethod
    def replace(
        cls, start: int, end: int, replacement: str = "", *, safety: Safety = Safety.UNSAFE
    ) -> "Fix":
        """A fix of one edit; without `replacement` it deletes."""
        return cls((Edit(start, end, replacement),), safety)


LONGEST = 200
"""Code points of a place: what is longer is reported by its first so many, and repaired in full."""


class Finding(msgspec.Struct, frozen=True, gc=False):
    """One defect at one place. Rules leave `code` empty: the engine fills in the rule's own."""

    start: int
    end: int
    message: str
    fix: Fix | None = None
    related: tuple[Span, ...] = ()
    code: str = ""


def order(findings: Iterable[Finding]) -> list[Finding]:
    """Findings in the order of every report: start, code."""
    return sorted(findings, key=attrgetter("start", "code", "end"))
