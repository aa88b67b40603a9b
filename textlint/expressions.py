"""Regular expressions kept compiled between runs: compiling one takes milliseconds, loading it none."""

import copyreg
import functools
import marshal
import re
import sys
from collections.abc import Callable, Mapping
from typing import Any, AnyStr, TypeAlias

import regex

from textlint import cache

try:
    import _sre  # type: ignore[import-not-found]
    from re import _compiler, _parser  # type: ignore[attr-defined]

    MAGIC = _sre.MAGIC
except (
    ImportError,
    AttributeError,
):  # a Python whose `re` is made otherwise: nothing of it is kept
    MAGIC = None

MOST = 1000
"""Expressions that are kept: what a run over a few articles needs is under three hundred."""
Name: TypeAlias = tuple[str, str | bytes, int]
"""The package that an expression is for, its source, its flags."""


class _Kept:
    """What earlier runs compiled, as the packages pass it to their matchers; read at the first use."""

    def __init__(self) -> None:
        self.data: dict[Name, tuple[Any, ...]] | None = None
        self.new = False

    @property
    def key(self) -> str:
        return f"{sys.implementation.cache_tag}-{MAGIC}-{regex.__version__}"

    def load(self) -> dict[Name, tuple[Any, ...]]:
        if self.data is None:
            self.data = {}
            if stored := cache.read("expressions", self.key):
                self.data = marshal.loads(stored)  # noqa: S302 - the user's own, checksummed
        return self.data

    def get(self, name: Name, make: Callable[[], tuple[Any, ...]]) -> tuple[Any, ...]:
        data = self.load()
        if name not in data:
            data[name] = make()
            self.new = True
        return data[name]


_kept = _Kept()
_compiled: dict[Name, Any] = {}


def compile_regex(source: str, flags: int = 0) -> "regex.Pattern[str]":
    """The same as `regex.compile`, quicker in the next run; `regex.error` if it is no expression."""
    name = "regex", source, int(flags)
    if (ready := _compiled.get(name)) is None:
        made = _kept.get(name, lambda: _pickled(regex.compile(source, flags))[1])
        ready = _compiled[name] = _maker()(*made)
    pattern: regex.Pattern[str] = ready
    return pattern


@functools.cache
def _maker() -> Callable[..., Any]:
    made: Callable[..., Any] = _pickled(regex.compile("a"))[0]
    return made


def _pickled(pattern: "regex.Pattern[str]") -> tuple[Any, tuple[Any, ...]]:
    """How `regex` says that a pattern is pickled: the function that makes it, and its arguments."""
    made: tuple[Any, tuple[Any, ...]] = copyreg.dispatch_table[regex.Pattern](pattern)  # type: ignore[assignment]
    return made


def compile_re(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """The same as `re.compile`, quicker in the next run; `re.error` if it is no expression."""
    name = "re", source, int(flags)
    if (ready := _compiled.get(name)) is None:
        try:
            ready = _sre.compile(*_kept.get(name, lambda: _code(source, int(flags))))
        except (NameError, AttributeError, TypeError, ValueError, RuntimeError):
            ready = re.compile(source, flags)  # what is not public may change
        _compiled[name] = ready
    pattern: re.Pattern[AnyStr] = ready
    return pattern


def _code(source: str | bytes, flags: int) -> tuple[Any, ...]:
    """What `re` passes to its matcher, which verifies it: see `re._compiler.compile`."""
    parsed = _parser.parse(source, flags)
    groups: dict[str, int] = parsed.state.groupdict
    names: list[str | None] = [None] * parsed.state.groups
    for name, number in groups.items():
        names[number] = name
    flags |= parsed.state.flags
    code = list(map(int, _compiler._code(parsed, flags)))  # noqa: SLF001 - there is no other way
    return source, flags, code, parsed.state.groups - 1, dict(groups), tuple(names)


def keep() -> None:
    """Keep what was compiled in this run for the next; of too many, only what this run used."""
    if _kept.new and _kept.data:
        if len(_kept.data) > MOST:
            _kept.data = {name: kept for name, kept in _kept.data.items() if name in _compiled}
        cache.write("expressions", _kept.key, marshal.dumps(_kept.data))
        _kept.new = False


class Expressions(dict[str, "regex.Pattern[str]"]):
    """Named regular expressions, each compiled when it is first asked for."""

    def __init__(self, sources: Mapping[str, str], flags: int = 0) -> None:
        super().__init__()
        self._sources, self._flags = sources, flags

    def __missing__(self, name: str) -> "regex.Pattern[str]":
        self[name] = compile_regex(self._sources[name], self._flags)
        return self[name]
