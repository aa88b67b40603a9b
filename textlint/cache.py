"""What is kept between runs: files that can be rebuilt at any time, so that losing one costs time only.

A file holds a checksum and its data; it is written under another name and renamed. A file that is
damaged, cannot be read, or could have been written by somebody else counts as absent; a folder that
cannot be written is passed over.
"""

import contextlib
import functools
import os
import stat
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate
from pathlib import Path

try:
    from _blake2 import blake2b  # hashlib loads OpenSSL beside it: 5 ms
except ImportError:
    from hashlib import blake2b

VARIABLE = "TEXTLINT_CACHE_DIR"
KEPT = 200
"""Files of one kind that are kept; those that were not written for longest go first."""
ROOM = 300_000_000
"""Bytes of the files of one kind that are kept. One installation needs 85 MB
for the words of all languages, 11 MB for its patterns."""
PATIENCE, PAUSE = 60, 0.02
"""Seconds that a process waits for what another one makes, and between two looks."""
CHECKSUM = 4
"""Bytes of the CRC-32 before the data: damage is guarded against, not malice (1 ms for 2 MB)."""


def directory() -> Path:
    """The cache folder: TEXTLINT_CACHE_DIR, else the platform's folder for caches."""
    return Path(_folder())


def _folder() -> str:
    return _found(*map(os.environ.get, (VARIABLE, "XDG_CACHE_HOME", "HOME")))


@functools.cache
def _found(given: str | None, *_what_the_platform_asks: str | None) -> str:
    if given:
        return given
    if sys.platform == "linux":
        return str(xdg("XDG_CACHE_HOME", ".cache") / "textlint")
    import platformdirs

    return str(platformdirs.user_cache_path("textlint", appauthor=False))


def xdg(variable: str, default: str) -> Path:
    """A user's folder by the XDG specification; platformdirs gives the same, for 10 ms."""
    given = os.environ.get(variable, "").strip()
    return Path(given) if given else Path.home() / default


def digest(content: bytes) -> str:
    """A key that other content has not (BLAKE2b, 128 bits)."""
    return blake2b(content, digest_size=16).hexdigest()


def state(files: Iterable[Path]) -> str:
    """A key that changes with the files: their paths, times of change and sizes."""
    found = [(path, os.stat(path)) for path in map(os.fspath, files)]  # noqa: PTH116 - as in `read`
    seen = [(path, status.st_mtime_ns, status.st_size) for path, status in found]
    return digest(repr(seen).encode("utf-8", "surrogateescape"))


def kept(kind: str, key: str, make: Callable[[], bytes]) -> bytes:
    """The data kept under a key, else what `make` gives, kept from now on.

    Of processes that miss it at once one makes it and the others wait.
    """
    data = read(kind, key)
    if data is None:
        with _alone(kind, key):
            data = read(kind, key)
            if data is None:
                data = make()
                write(kind, key, data)
    return data


@contextlib.contextmanager
def _alone(kind: str, key: str) -> Iterator[None]:
    """Wait while another process does the same, no longer than PATIENCE; where locks are unknown, not."""
    path = _path(kind, key)
    with contextlib.ExitStack() as stack:
        with contextlib.suppress(ImportError, OSError):
            import fcntl
            import time

            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            lock = path.with_name(f".{path.name}.lock")
            file = os.open(lock, os.O_CREAT | os.O_RDWR | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
            stack.callback(os.close, file)
            until = time.monotonic() + PATIENCE
            while time.monotonic() < until:
                try:
                    fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                except BlockingIOError:
                    time.sleep(PAUSE)
                else:
                    stack.callback(lock.unlink, missing_ok=True)
                    break
        yield


def read(kind: str, key: str) -> bytes | None:
    """The data kept under a key; None where there is none, or where it is damaged."""
    try:
        with open(_place(kind, key), "rb", buffering=0) as file:  # noqa: PTH123 - a third of the time
            if not _is_own(os.fstat(file.fileno())):
                return None
            checksum = file.read(CHECKSUM)
            data = file.read()
    except OSError:
        return None
    return data if checksum == _checksum(data) else None


def write(kind: str, key: str, data: bytes) -> None:
    """Keep data under a key. Whatever the file system refuses is passed over in silence."""
    path = _path(kind, key)
    with contextlib.suppress(OSError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        import tempfile

        descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(_checksum(data) + data)
            Path(temporary).replace(path)
        except OSError:
            Path(temporary).unlink(missing_ok=True)
            raise
        _sweep(path)


def _sweep(newest: Path) -> None:
    """Drop all but the newest files of the kind: no more than KEPT, for which there is ROOM."""
    kind = newest.name.partition("-")[0]
    files = [(path, path.stat()) for path in newest.parent.glob(f"{kind}-*")]
    files.sort(key=lambda file: file[1].st_mtime, reverse=True)
    sizes = accumulate(status.st_size for _, status in files)
    for number, ((path, _), size) in enumerate(zip(files, sizes, strict=True)):
        if number and (number >= KEPT or size > ROOM):
            path.unlink(missing_ok=True)


def _is_own(status: os.stat_result) -> bool:
    """Whether nobody but the user can have written the file: what it holds is trusted."""
    if not hasattr(os, "geteuid"):
        return True
    return status.st_uid == os.geteuid() and not status.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


def _place(kind: str, key: str) -> str:
    """Where data is kept."""
    return f"{_folder()}{os.sep}{kind}-{key}"


def _path(kind: str, key: str) -> Path:
    return Path(_place(kind, key))


def _checksum(data: bytes) -> bytes:
    return zlib.crc32(data).to_bytes(CHECKSUM, "little")
