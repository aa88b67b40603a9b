"""Where the fixed chunks of a file go: the file itself, standard output, a diff."""

import os
from collections import Counter
from typing import BinaryIO, TextIO

from textlint.diff import hunks
from textlint.terminal import escape
from textlint.write import Replacement


class Target:
    """Where the fixed chunks of one file go; `applied` counts what was repaired in them."""

    def __init__(self) -> None:
        self.changed = False
        self.given_up = False
        self.applied: Counter[str] = Counter()

    def put(self, old: bytes, new: bytes) -> None:
        """Take the next chunk, as it was and as it is fixed."""
        raise NotImplementedError

    def close(self) -> None:
        """After the last chunk."""

    def discard(self) -> None:
        """Leave all as it was, as far as that can be; nothing more is taken."""
        self.given_up = True


class Stream(Target):
    """Standard output, for text that came from standard input."""

    def __init__(self, out: BinaryIO | None) -> None:
        super().__init__()
        self._out = out

    def put(self, old: bytes, new: bytes) -> None:
        """See Target."""
        self.changed = self.changed or old != new
        if self._out is not None:
            self._out.write(new)


class File(Target):
    """The file itself, written anew from the first change on."""

    def __init__(self, path: str, before: os.stat_result) -> None:
        super().__init__()
        self._path, self._before, self._at = path, before, 0
        self._new: Replacement | None = None

    def put(self, old: bytes, new: bytes) -> None:
        """See Target."""
        if self._new is None and old != new:
            self._new = Replacement(self._path, self._before)
            self._new.copy(self._at)
        if self._new is not None:
            self._new.file.write(new)
        self._at += len(old)

    def close(self) -> None:
        """See Target."""
        if self._new is not None:
            try:
                self._new.commit()
                self.changed = True
            finally:
                self._new.discard()

    def discard(self) -> None:
        """See Target."""
        super().discard()
        if self._new is not None:
            self._new.discard()


class Diff(Target):
    """A unified diff of what would change, shown fit for a terminal; nothing is written."""

    def __init__(self, path: str, out: TextIO) -> None:
        super().__init__()
        self._path, self._out, self._line = escape(path), out, 1
        self._old = self._new = b""

    def put(self, old: bytes, new: bytes) -> None:
        """See Target."""
        self._old, self._new = self._old + old, self._new + new
        if old.endswith(b"\n"):  # a chunk may end within a line
            self.close()

    def close(self) -> None:
        """See Target."""
        old, new = self._old, self._new
        self._old = self._new = b""
        if old != new:
            if not self.changed:
                self._out.write(f"--- {self._path}\n+++ {self._path}\n")
            self._out.writelines(hunks(old, new, self._line))
            self.changed = True
        self._line += old.count(b"\n")
