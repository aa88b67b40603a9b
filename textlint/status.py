"""Exit statuses."""

import enum


class Status(enum.IntEnum):
    """What the command's exit status says."""

    CLEAN = 0
    """Nothing at or above `--fail-on`."""
    FOUND = 1
    """Findings; with `--fix` those that remain; with `--diff` something would change."""
    USAGE = 2
    """A usage or configuration error, a path that does not exist included."""
    INCOMPLETE = 3
    """An internal error or an incomplete run; what could be linted is reported."""
    INTERRUPTED = 130
