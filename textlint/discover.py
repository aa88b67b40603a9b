"""Which files a run lints: the paths as given, directories searched, what is ignored left out."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from textlint.sources import SUFFIXES

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

ALWAYS_EXCLUDED = frozenset(
    ".git .hg .svn .venv venv node_modules __pycache__ .tox .nox .mypy_cache .pytest_cache "
    ".ruff_cache .ipynb_checkpoints .direnv build dist".split()
)
"""Directories that are never searched unless they are named on the command line."""


class Filter(NamedTuple):
    """What to leave out: patterns in .gitignore syntax, and whether .gitignore files count.

    With `force` the patterns hold for paths named on the command line too.
    """

    exclude: tuple[str, ...] = ()
    force: bool = False
    gitignore: bool = True


class _Ignore(NamedTuple):
    """The patterns of one .gitignore file, which hold below `base`."""

    base: str
    spec: "GitIgnoreSpec"

    def verdict(self, path: str, *, folder: bool) -> bool | None:
        """True: ignored, False: kept by a negated pattern, None: not mentioned."""
        relative = os.path.relpath(path, self.base).replace(os.sep, "/")
        return self.spec.check_file(relative + "/" * folder).include


def discover(
    paths: Iterable[str], chosen: Filter, on_error: Callable[[OSError], object]
) -> Iterator[str]:
    """The files to lint, each once: those of a directory sorted by name, as the paths were given.

    A path that is no directory is yielded as it is, whatever its name. A directory that cannot be
    listed is passed to `on_error`.
    """
    seen: set[str] = set()
    for path in paths:
        folder = Path(path).is_dir()
        for file in _search(path, chosen, on_error) if folder else _named(path, chosen):
            if (real := os.path.realpath(file)) not in seen:
                seen.add(real)
                yield file


def _named(path: str, chosen: Filter) -> Iterator[str]:
    if not (chosen.force and _excluded(path, _excludes(chosen), folder=False)):
        yield path


def _search(folder: str, chosen: Filter, on_error: Callable[[OSError], object]) -> Iterator[str]:
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
) -> Iterator[str]:
    if gitignore and (own := _gitignore(folder)):
        ignores = [*ignores, own]
    try:
        with os.scandir(folder) as listing:
            entries = sorted(listing, key=lambda entry: entry.name)
    except OSError as error:
        on_error(error)
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            left_out = entry.name in ALWAYS_EXCLUDED
            if not left_out and not _excluded(entry.path, ignores, folder=True):
                yield from _walk(entry.path, ignores, on_error, gitignore=gitignore)
        elif entry.name.endswith(SUFFIXES) and not _excluded(entry.path, ignores, folder=False):
            yield entry.path.removeprefix(f".{os.sep}")


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
    from pathspec import GitIgnoreSpec

    return [_Ignore(str(Path.cwd()), GitIgnoreSpec.from_lines(chosen.exclude))]


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
    try:
        lines = Path(folder, ".gitignore").read_text("utf-8", "surrogateescape").splitlines()
    except OSError:
        return None
    from pathspec import GitIgnoreSpec

    return _Ignore(folder, GitIgnoreSpec.from_lines(lines))
