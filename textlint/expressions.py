"""Regular expressions kept compiled between runs: compiling one takes milliseconds, loading it none."""

import copyreg
import marshal
import sys
from collections.abc import Mapping
from typing import Any

import regex

from textlint import cache

MOST = 1000
"""Expressions that are kept: what a run over a few articles needs is under two hundred."""


class _Kept:
    """What earlier runs compiled, as `regex` pickles it; read at the first use."""

    def __init__(self) -> None:
        self.data: dict[tuple[str, int], tuple[Any, ...]] | None = None
        self.new = False

    @property
    def key(self) -> str:
        return f"{sys.implementation.cache_tag}-{regex.__version__}"

    def load(self) -> dict[tuple[str, int], tuple[Any, ...]]:
        if self.data is None:
            self.data = {}
            if stored := cache.read("expressions", self.key):
                self.data = marshal.loads(stored)  # noqa: S302 - the user's own, checksummed
        return self.data


_kept = _Kept()
_compiled: dict[tuple[str, int], "regex.Pattern[str]"] = {}


def compile_regex(source: str, flags: int = 0) -> "regex.Pattern[str]":
    """The same as `regex.compile`, quicker in the next run; `regex.error` if it is no expression."""
    name = source, int(flags)
    if (ready := _compiled.get(name)) is not None:
        return ready
    data = _kept.load()
    make, _ = _reduce(regex.compile("a")) if name in data else (None, None)
    pattern: regex.Pattern[str] = make(*data[name]) if make else regex.compile(source, flags)
    if name not in data:
        data[name] = _reduce(pattern)[1]
        _kept.new = True
    _compiled[name] = pattern
    return pattern


def keep() -> None:
    """Keep what was compiled in this run for the next; of too many, only what this run used."""
    if _kept.new and _kept.data:
        if len(_kept.data) > MOST:
            _kept.data = {name: kept for name, kept in _kept.data.items() if name in _compiled}
        cache.write("expressions", _kept.key, marshal.dumps(_kept.data))
        _kept.new = False


def _reduce(pattern: "regex.Pattern[str]") -> tuple[Any, tuple[Any, ...]]:
    """How `regex` says that a pattern is pickled: the function that makes it, and its arguments."""
    made: tuple[Any, tuple[Any, ...]] = copyreg.dispatch_table[regex.Pattern](pattern)  # type: ignore[assignment]
    return made


class Expressions(dict[str, "regex.Pattern[str]"]):
    """Named regular expressions, each compiled when it is first asked for."""

    def __init__(self, sources: Mapping[str, str], flags: int = 0) -> None:
        super().__init__()
        self._sources, self._flags = sources, flags

    def __missing__(self, name: str) -> "regex.Pattern[str]":
        self[name] = compile_regex(self._sources[name], self._flags)
        return self[name]
