"""Files in, findings out: one run over everything that a command line names."""

import io
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import BinaryIO, NamedTuple, Self, TextIO

from textlint import sources
from textlint.diff import hunks
from textlint.discover import Filter, discover
from textlint.document import Document
from textlint.finding import Finding, Safety
from textlint.fix import fix
from textlint.lint import Linter
from textlint.sources import Chunk, Options
from textlint.terminal import escape
from textlint.write import Replacement

BATCH = 1_000_000
"""Bytes scanned at once (200 kB to 4 MB differ by less than the noise)."""
STDIN = "-"


class Plan(NamedTuple):
    """What to do: which files, how to read them, whether to fix."""

    files: Filter
    options: Options
    faults: frozenset[str]
    fix: bool = False
    unsafe: bool = False
    diff: TextIO | None = None
    stdin: BinaryIO | None = None
    stdin_name: str = "<stdin>"
    stdout: BinaryIO | None = None


class Totals:
    """What a run amounts to; complete when its findings have been drawn to the end."""

    def __init__(self) -> None:
        self.files = 0
        self.found: Counter[str] = Counter()
        self.fixed: Counter[str] = Counter()
        self.fixable = 0
        self.unsafe = 0
        self.changed = 0
        self.errors: dict[str, None] = {}


class Run:
    """One run; `totals` counts while `findings` are drawn."""

    def __init__(self, linter: Linter, plan: Plan) -> None:
        self.totals = Totals()
        self._linter = linter
        self._plan = plan

    def findings(self, paths: Iterable[str]) -> Iterator[tuple[Document, Finding]]:
        """Every finding with its document, in the order of files, records and places.

        With `fix`, the findings that remain. What cannot be read or written is named in
        `totals.errors`; the rest goes on.
        """
        lint = self._fixed if self._plan.fix else self._linted
        for document, findings in lint(self._files(paths)):
            for finding in findings:
                self.totals.found[finding.code] += 1
                if finding.fix:
                    safe = finding.fix.safety is Safety.SAFE
                    self.totals.fixable += safe
                    self.totals.unsafe += not safe
                yield document, finding
            self._collect_failures()

    def _files(self, paths: Iterable[str]) -> Iterator[str]:
        """The files of the paths, each once, standard input among them as it is named."""
        named = list(paths)
        if STDIN in named:
            yield STDIN
        others = (path for path in named if path != STDIN)
        yield from discover(others, self._plan.files, self._failed)

    def _failed(self, error: OSError, path: str | None = None) -> None:
        what = error.strerror or str(error)
        self.totals.errors[f"{escape(path or str(error.filename))}: {what}"] = None

    def _collect_failures(self) -> None:
        for document, code, reason in self._linter.failures:
            self.totals.errors[f"{escape(document.name)}: rule {code} failed: {escape(reason)}"] = (
                None
            )
        self._linter.failures.clear()

    # --- reading only ---

    def _linted(self, paths: Iterable[str]) -> Iterator[tuple[Document, list[Finding]]]:
        for batch in _batches(self._chunks(paths)):
            yield from self._lint(batch)

    def _chunks(self, paths: Iterable[str]) -> Iterator[Chunk]:
        for path in paths:
            try:
                with self._open(path) as file:
                    self.totals.files += 1
                    yield from sources.read(file, self._name(path), self._plan.options)
            except OSError as error:
                if isinstance(error, BrokenPipeError):
                    raise
                self._failed(error, self._name(path))

    def _lint(self, chunks: list[Chunk]) -> Iterator[tuple[Document, list[Finding]]]:
        """The documents of the chunks with their findings; of what could not be read, the faults."""
        held = [(chunk, chunk.document) for chunk in chunks if chunk.document is not None]
        found = iter(self._linter.lint([document for chunk, document in held if not chunk.faults]))
        for chunk, document in held:
            if chunk.faults:
                yield document, [f for f in chunk.faults if f.code in self._plan.faults]
            else:
                yield document, next(found)

    def _open(self, path: str) -> BinaryIO:
        if path == STDIN:
            return io.BytesIO(self._plan.stdin.read() if self._plan.stdin else b"")
        return open(path, "rb")  # noqa: PTH123 - the path as given; the caller closes it

    def _name(self, path: str) -> str:
        return self._plan.stdin_name if path == STDIN else path

    # --- fixing ---

    def _fixed(self, paths: Iterable[str]) -> Iterator[tuple[Document, list[Finding]]]:
        for path in paths:
            try:
                with self._open(path) as file:
                    self.totals.files += 1
                    chunks = sources.read(file, self._name(path), self._plan.options)
                    if self._plan.diff is not None:
                        target: _Target = _Diff(self._name(path), self._plan.diff)
                    elif path == STDIN:
                        target = _Stream(self._plan.stdout)
                    else:
                        target = _File(path, os.fstat(file.fileno()))
                    applied: Counter[str] = Counter()
                    with target:
                        yield from self._fix_file(chunks, target, applied)
                    self.totals.changed += target.changed
                    self.totals.fixed += applied
            except OSError as error:
                if isinstance(error, BrokenPipeError):
                    raise
                self._failed(error, self._name(path))

    def _fix_file(
        self, chunks: Iterable[Chunk], target: "_Target", applied: Counter[str]
    ) -> Iterator[tuple[Document, list[Finding]]]:
        for batch in _batches(chunks):
            linted = {id(document): found for document, found in self._lint(batch)}
            for chunk in batch:
                document = chunk.document
                if document is None or chunk.rewrite is None:
                    target.put(chunk.raw, chunk.raw)
                    if document is not None:
                        yield document, linted[id(document)]
                    continue
                result = fix(
                    document,
                    linted[id(document)],
                    lambda changed: self._linter.lint([changed])[0],
                    unsafe=self._plan.unsafe,
                )
                if result.fighting:
                    rules = " and ".join(result.fighting)
                    self.totals.errors[
                        f"{escape(document.name)}: the fixes of {rules} do not settle; left as it is"
                    ] = None
                applied.update(result.applied)
                unchanged = result.text == document.text
                target.put(chunk.raw, chunk.raw if unchanged else chunk.rewrite(result.text))
                yield document if unchanged else document.with_text(result.text), result.remaining


def _batches(chunks: Iterable[Chunk]) -> Iterator[list[Chunk]]:
    batch: list[Chunk] = []
    size = 0
    for chunk in chunks:
        batch.append(chunk)
        size += len(chunk.raw)
        if size >= BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


class _Target:
    """Where the fixed chunks of one file go."""

    changed = False

    def put(self, old: bytes, new: bytes) -> None:
        raise NotImplementedError

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        return None


class _Stream(_Target):
    """Standard output, for text that came from standard input."""

    def __init__(self, out: BinaryIO | None) -> None:
        self._out = out

    def put(self, old: bytes, new: bytes) -> None:
        self.changed = self.changed or old != new
        if self._out is not None:
            self._out.write(new)


class _File(_Target):
    """The file itself, written anew from the first change on."""

    def __init__(self, path: str, before: os.stat_result) -> None:
        self._path, self._before, self._at = path, before, 0
        self._new: Replacement | None = None

    def put(self, old: bytes, new: bytes) -> None:
        if self._new is None and old != new:
            self._new = Replacement(self._path, self._before)
            self._new.copy(self._at)
        if self._new is not None:
            self._new.file.write(new)
        self._at += len(old)

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        if self._new is None:
            return
        try:
            if error is None:
                self._new.commit()
                self.changed = True
        finally:
            self._new.discard()


class _Diff(_Target):
    """A unified diff of what would change, shown fit for a terminal; nothing is written."""

    def __init__(self, path: str, out: TextIO) -> None:
        self._path, self._out, self._line = escape(path), out, 1

    def put(self, old: bytes, new: bytes) -> None:
        if old != new:
            if not self.changed:
                self._out.write(f"--- {self._path}\n+++ {self._path}\n")
            self._out.writelines(hunks(old, new, self._line))
            self.changed = True
        self._line += old.count(b"\n")
