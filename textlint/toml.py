"""TOML files read, and kept parsed between runs: parsing 200 kB takes 50 ms, reading what was kept 1 ms."""

import contextlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec

from textlint import cache


def load_toml(path: Path) -> dict[str, Any]:
    """The content of a package's TOML file, which is known by its path, time of change and size.

    ValueError where it is no valid TOML, OSError where it cannot be read.
    """
    return _parsed(cache.state([path.absolute()]), path.read_bytes)


def read_toml(path: Path) -> dict[str, Any]:
    """The same of a user's file, which is known by its content: it may change and keep its time."""
    raw = path.read_bytes()
    return _parsed(cache.digest(raw), lambda: raw)


def _parsed(key: str, read: Callable[[], bytes]) -> dict[str, Any]:
    if (kept := cache.read("toml", key)) is not None:
        value: dict[str, Any] = msgspec.msgpack.decode(kept)
        return value
    import tomllib

    try:
        value = tomllib.loads(read().decode("utf-8"))
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    with contextlib.suppress(OverflowError):  # numbers past 64 bits
        kept = msgspec.msgpack.encode(value)
        if msgspec.msgpack.decode(kept) == value:  # dates do not come back as they went
            cache.write("toml", key, kept)
    return value
