"""Which files a run lints: the paths as given, directories searched, what is ignored left out."""

import functools
import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from textlint.config import ConfigError
from textlint.expressions import compile_re
from textlint.sources import is_searched_for

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

ALWAYS_EXCLUDED = frozenset(
    ".git .hg .svn .venv venv node_modules __pycache__ .tox .nox .mypy_cache .pytest_cache "
    ".ruff_cache .ipynb_checkpoints .direnv build dist".split()
)
"""Directories that are never searched unless they are named on the command line."""


NAME = compile_re(r"/?(?:[\w.-]*\*)?[\w.-]+(?:\[[a-z]+\])?/?")
"""A line of .gitignore that names one file or folder: what it ignores has a part of its path so named."""


class Filter(msgspec.Struct, frozen=True):
    """What to leave out: patterns in .gitignore syntax, and whether .gitignore files count.

    With `force` the patterns hold for paths named on the command line too.
    """

    exclude: tuple[str, ...] = ()
    force: bool = False
    gitignore: bool = True


class _File(msgspec.Struct, frozen=True):
    """A file by the name that it goes by, and by the one that it has without links."""

    path: str
    real: str


class _Ignore:
    """The patterns of one .gitignore file, which hold below `base`."""

    def __init__(self, base: str, lines: Sequence[str]) -> None:
        """ValueError or re.error for a line that is no pattern; NAME knows most of those that are."""
        self._base, self._lines = base, lines
        said = [line for line in lines if line and not line.startswith("#")]
        self._names = [line.strip("/") for line in said if NAME.fullmatch(line)]
        if len(self._names) < len(said):
            self._names = ["*"]
            _ = self._spec

    @functools.cached_property
    def _spec(self) -> "GitIgnoreSpec":
        from pathspec import GitIgnoreSpec  # 10 ms

        # The default backend compiles a Hyperscan database: 60 ms for a few lines.
        return GitIgnoreSpec.from_lines(self._lines, backend="simple")

    def verdict(self, path: str, *, folder: bool) -> bool | None:
        """True: ignored, False: kept by a negated pattern, None: not mentioned."""
        relative = os.path.relpath(path, self._base).replace(os.sep, "/")
        parts = relative.split("/")
        if not any(fnmatchcase(part, name) for name in self._names for part in parts):
            return None
        return self._spec.check_file(relative + "/" * folder).include


def discover(
    paths: Iterable[str], chosen: Filter, on_error: Callable[[OSError], object]
) -> list[str]:
    """The files to lint, each once, sorted.

    A path that is no directory is taken as it is, whatever its name. A directory that cannot be
    listed is passed to `on_error`. ConfigError for an exclusion that is no pattern.
    """
    found: dict[str, str] = {}
    for path in paths:
        folder = Path(path).is_dir()
        for file in _search(path, chosen, on_error) if folder else _named(path, chosen):
            found.setdefault(file.real, file.path)
    return sorted(found.values())


def _named(path: str, chosen: Filter) -> Iterator[_File]:
    if not (chosen.force and _excluded(path, _excludes(chosen), folder=False)):
        yield _File(path, os.path.realpath(path))


def _search(folder: str, chosen: Filter, on_error: Callable[[OSError], object]) -> Iterator[_File]:
    ignores = _excludes(chosen)
    if chosen.force and _excluded(folder, ignores, folder=True):
        return
    if chosen.gitignore:
        above = list(_gitignores_above(str(Path(folder).absolute())))
        if not _excluded(str(Path(folder).absolute()), above, folder=True):
            ignores += above
    yield from _walk(folder, ignores, on_error, gitignore=chosen.gitignore)


def _walk(
    folder: str,
    ignores: Sequence[_Ignore],
    on_error: Callable[[OSError], object],
    *,
    gitignore: bool,
) -> Iterator[_File]:
    """The texts below a folder: regular files, and links to such files below the same folder."""
    root = os.path.join(os.path.realpath(folder), "")  # noqa: PTH118 - of "/" it makes no "//"
    waiting = [(folder, root, list(ignores))]
    while waiting:
        here, real, above = waiting.pop()
        if gitignore and (own := _gitignore(here)):
            above = [*above, own]
        try:
            with os.scandir(here) as listing:
                entries = list(listing)
        except OSError as error:
            on_error(error)
            continue
        for entry in entries:
            path = entry.path
            if entry.is_dir(follow_symlinks=False):
                left_out = entry.name in ALWAYS_EXCLUDED
                if not left_out and not _excluded(path, above, folder=True):
                    waiting.append((path, f"{real}{entry.name}{os.sep}", above))
            elif (
                is_searched_for(entry.name)
                and _belongs(entry, root)
                and not _excluded(path, above, folder=False)
            ):
                target = os.path.realpath(path) if entry.is_symlink() else real + entry.name
                yield _File(path.removeprefix(f".{os.sep}"), target)


def _belongs(entry: os.DirEntry[str], root: str) -> bool:
    """Whether a search may take the entry: a file, no pipe or device, and no link out of the root."""
    if not entry.is_symlink():
        return entry.is_file()
    target = os.path.realpath(entry.path)
    return target.startswith(root) and (Path(target).is_file() or not os.path.lexists(target))


def _excluded(path: str, ignores: Sequence[_Ignore], *, folder: bool) -> bool:
    """Whether the last file that mentions the path, from the inside out, ignores it."""
    for ignore in reversed(ignores):
        verdict = ignore.verdict(path, folder=folder)
        if verdict is not None:
            return verdict
    return False


def _excludes(chosen: Filter) -> list[_Ignore]:
    if not chosen.exclude:
        return []
    ignores = [_spec(str(Path.cwd()), [pattern]) for pattern in chosen.exclude]
    for pattern, ignore in zip(chosen.exclude, ignores, strict=True):
        if ignore is None:
            raise ConfigError(f"--exclude: {pattern!r} is no pattern of .gitignore")
    return [ignore for ignore in ignores if ignore]


def _spec(base: str, patterns: Sequence[str]) -> _Ignore | None:
    """The patterns below `base`; None where one of them is none."""
    try:
        return _Ignore(base, patterns)
    except (ValueError, re.error):
        return None


def _gitignores_above(folder: str) -> Iterator[_Ignore]:
    """The .gitignore files from the repository's root down to the folder's parent."""
    path = Path(folder)
    root = next((up for up in (path, *path.parents) if os.path.exists(up / ".git")), None)  # noqa: PTH110 - False where it may not look
    if root is None or root == path:
        return
    for parent in [up for up in reversed(path.parents) if up == root or root in up.parents]:
        if found := _gitignore(str(parent)):
            yield found


def _gitignore(folder: str) -> _Ignore | None:
    """A folder's .gitignore, lines that are no patterns left out as git leaves them out."""
    file = Path(folder, ".gitignore")
    try:
        lines = file.read_text("utf-8", "surrogateescape").split("\n") if file.is_file() else []
    except OSError:
        return None
    if not lines:
        return None
    return _spec(folder, lines) or _spec(folder, [x for x in lines if _spec(folder, [x])])
