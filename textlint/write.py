"""Files written so that a crash leaves the old one or the new one, never a part of either."""

import contextlib
import errno
import os
from pathlib import Path


class ChangedError(OSError):
    """The file is no longer the one that was read."""


class Replacement:
    """A new version of a file, which takes its place at `commit` and leaves no trace at `discard`.

    It is written beside the old one (a symbolic link is followed), synced and renamed; mode and owner
    are kept.
    """

    def __init__(self, path: str, before: os.stat_result) -> None:
        """Start to replace `path`, whose status was `before` when it was opened for reading.

        OSError as writing raises it; PermissionError for a read-only file.
        """
        self._target = Path(os.path.realpath(path))
        if not os.access(self._target, os.W_OK):
            raise PermissionError(errno.EACCES, "read-only; left as it is", path)
        self._before = before
        import tempfile

        descriptor, temporary = tempfile.mkstemp(
            dir=self._target.parent, prefix=".textlint-", suffix=".tmp"
        )
        self._temporary = Path(temporary)
        self.file = os.fdopen(descriptor, "wb")

    def copy(self, size: int) -> None:
        """Take over the first `size` bytes of the old file."""
        with self._target.open("rb") as old:
            while size > 0 and (data := old.read(min(size, 1 << 20))):
                self.file.write(data)
                size -= len(data)

    def commit(self) -> None:
        """Put the new version in the old one's place.

        ChangedError if the old file is not as it was before it was read; PermissionError where its owner
        cannot be kept.
        """
        self.file.flush()
        os.fsync(self.file.fileno())
        self.file.close()
        import shutil

        shutil.copymode(self._target, self._temporary)
        own = self._temporary.stat()
        if (own.st_uid, own.st_gid) != (self._before.st_uid, self._before.st_gid):
            os.chown(self._temporary, self._before.st_uid, self._before.st_gid)
        if _identity(self._target.stat()) != _identity(self._before):
            raise ChangedError(0, "changed while it was being fixed; left as it is")
        self._temporary.replace(self._target)
        _sync(self._target.parent)

    def discard(self) -> None:
        """Drop the new version; the old file stays as it was. Harmless after `commit`."""
        with contextlib.suppress(OSError):
            self.file.close()
        self._temporary.unlink(missing_ok=True)


def _identity(status: os.stat_result) -> tuple[int, ...]:
    return status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns


def _sync(folder: Path) -> None:
    """Make the rename durable, where the platform can sync a folder."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
