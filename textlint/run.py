"""Files in, findings out: one run over everything that a command line names."""

import io
import os
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple, TextIO

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

if TYPE_CHECKING:
    from textlint.workers import Lost

BATCH = 1_000_000
"""Bytes scanned at once (200 kB to 4 MB differ by less than the noise)."""
STDIN = "-"


class Plan(NamedTuple):
    """What to do: which files, how to read them, whether to fix, in how many processes."""

    files: Filter
    options: Options
    faults: frozenset[str]
    fix: bool = False
    unsafe: bool = False
    diff: TextIO | None = None
    stdin: BinaryIO | None = None
    stdin_name: str = "<stdin>"
    stdout: BinaryIO | None = None
    jobs: int = 1


class Piece(NamedTuple):
    """A chunk of a file on its way through a run, or a file's end, or why it could not be read on.

    `target` is where the file's fixed chunks go, None where nothing is fixed.
    """

    name: str
    target: "_Target | None"
    chunk: Chunk | None = None
    error: OSError | None = None

    @property
    def document(self) -> Document | None:
        """What is linted of it: nothing where the reader found faults."""
        return self.chunk.document if self.chunk and not self.chunk.faults else None


class Outcome(NamedTuple):
    """What becomes of a document: what is found (with `fix`: what remains), the new text if it changed.

    `errors` are said of the run, `seconds` what rules cost; both come with the first of a batch.
    """

    findings: list[Finding]
    text: str | None = None
    applied: Mapping[str, int] = {}
    errors: Sequence[str] = ()
    seconds: Mapping[str, float] = {}


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
        self.seconds: dict[str, float] = {}

    def add_seconds(self, seconds: Mapping[str, float]) -> None:
        """Count what rules cost."""
        for code, more in seconds.items():
            self.seconds[code] = self.seconds.get(code, 0.0) + more


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
        for document, findings in self._settled(self._pieces(self._files(paths))):
            for finding in findings:
                self.totals.found[finding.code] += 1
                if finding.fix:
                    safe = finding.fix.safety is Safety.SAFE
                    self.totals.fixable += safe
                    self.totals.unsafe += not safe
                yield document, finding

    # --- reading ---

    def _files(self, paths: Iterable[str]) -> Iterator[str]:
        """The files of the paths, each once, standard input among them as it is named."""
        named = list(paths)
        if STDIN in named:
            yield STDIN
        others = (path for path in named if path != STDIN)
        yield from discover(others, self._plan.files, self._failed)

    def _pieces(self, paths: Iterable[str]) -> Iterator[Piece]:
        """The files' chunks, after each file its end."""
        for path in paths:
            name = self._plan.stdin_name if path == STDIN else path
            target = None
            try:
                with self._open(path) as file:
                    self.totals.files += 1
                    target = self._target(path, file) if self._plan.fix else None
                    for chunk in sources.read(file, name, self._plan.options):
                        yield Piece(name, target, chunk)
            except OSError as error:
                yield Piece(name, target, error=error)
            else:
                yield Piece(name, target)

    def _open(self, path: str) -> BinaryIO:
        if path == STDIN:
            return io.BytesIO(self._plan.stdin.read() if self._plan.stdin else b"")
        return open(path, "rb")  # noqa: PTH123 - the path as given; the caller closes it

    def _target(self, path: str, file: BinaryIO) -> "_Target":
        if self._plan.diff is not None:
            return _Diff(self._plan.stdin_name if path == STDIN else path, self._plan.diff)
        if path == STDIN:
            return _Stream(self._plan.stdout)
        return _File(path, os.fstat(file.fileno()))

    def _failed(self, error: OSError, path: str | None = None) -> None:
        if isinstance(error, BrokenPipeError):
            raise error
        what = error.strerror or str(error)
        self.totals.errors[f"{escape(path or str(error.filename))}: {what}"] = None

    # --- linting and fixing, here or in processes of their own ---

    def _worked(self, batches: Iterable[list[Piece]]) -> Iterator[tuple[list[Piece], list[Any]]]:
        """Each batch with the outcomes of its documents; Lost where the process that had one died."""
        if self._plan.jobs == 1:
            for batch in batches:
                yield batch, self._work(_documents(batch))
            return
        from textlint.workers import Workers  # a quarter of the time that all other imports take

        sent: deque[list[Piece]] = deque()

        def documents() -> Iterator[list[Document]]:
            for batch in batches:
                sent.append(batch)
                yield _documents(batch)

        for outcomes in Workers(self._work, self._plan.jobs).in_order(documents()):
            yield sent.popleft(), outcomes

    def _work(self, documents: Sequence[Document]) -> list[Outcome]:
        """The outcomes of a batch."""
        outcomes = [Outcome(found) for found in self._linter.lint(documents)]
        errors: list[str] = []
        if self._plan.fix:
            for at, document in enumerate(documents):
                outcomes[at] = self._fixed(document, outcomes[at].findings, errors)
        for document, code, reason in self._linter.failures:
            errors.append(f"{escape(document.name)}: rule {code} failed: {escape(reason)}")
        self._linter.failures.clear()
        if outcomes:
            outcomes[0] = outcomes[0]._replace(errors=errors, seconds=self._linter.take_seconds())
        return outcomes

    def _fixed(self, document: Document, found: list[Finding], errors: list[str]) -> Outcome:
        result = fix(
            document,
            found,
            lambda changed: self._linter.lint([changed])[0],
            unsafe=self._plan.unsafe,
        )
        if result.fighting:
            rules = " and ".join(result.fighting)
            errors.append(
                f"{escape(document.name)}: the fixes of {rules} do not settle; left as it is"
            )
        text = None if result.text == document.text else result.text
        return Outcome(result.remaining, text, result.applied)

    # --- writing ---

    def _settled(self, pieces: Iterable[Piece]) -> Iterator[tuple[Document, list[Finding]]]:
        """Every document with what is found in it; fixed chunks are put where they belong."""
        target: _Target | None = None
        try:
            for batch, outcomes in self._worked(_batches(pieces)):
                waiting = iter(outcomes)
                for piece in batch:
                    target = piece.target
                    outcome = next(waiting) if piece.document else None
                    with self._guarded(piece):
                        yield from self._settle(piece, outcome)
        finally:
            if target:
                target.discard()

    @contextmanager
    def _guarded(self, piece: Piece) -> Iterator[None]:
        """Name a file that cannot be read on or written; its other pieces are passed over."""
        try:
            yield
        except OSError as error:
            if piece.target:
                piece.target.discard()
            self._failed(error, piece.name)

    def _settle(
        self, piece: Piece, outcome: "Outcome | Lost | None"
    ) -> Iterator[tuple[Document, list[Finding]]]:
        """Put a piece where it belongs; its document with what is found in it. OSError."""
        if outcome and not isinstance(outcome, Outcome):
            name = piece.document.name if piece.document else piece.name
            self.totals.errors[f"{escape(name)}: {outcome.reason}"] = None
            outcome = None
        if outcome:
            self.totals.errors.update(dict.fromkeys(outcome.errors))
            self.totals.add_seconds(outcome.seconds)
        if piece.target and piece.target.given_up:
            return
        if piece.error:
            raise piece.error
        if piece.chunk is None:
            self._close(piece.target)
            return
        changed = self._put(piece.chunk, piece.target, outcome)
        if piece.chunk.faults and piece.chunk.document:
            shown = [f for f in piece.chunk.faults if f.code in self._plan.faults]
            yield piece.chunk.document, shown
        elif changed and outcome:
            yield changed, outcome.findings

    def _put(
        self, chunk: Chunk, target: "_Target | None", outcome: Outcome | None
    ) -> Document | None:
        """Write a chunk, fixed or as it was; its document as it is then."""
        new, document = chunk.raw, chunk.document
        if outcome and outcome.text is not None and chunk.rewrite and document:
            new, document = chunk.rewrite(outcome.text), document.with_text(outcome.text)
        if target:
            target.put(chunk.raw, new)
            target.applied.update(outcome.applied if outcome else {})
        return document

    def _close(self, target: "_Target | None") -> None:
        if target:
            target.close()
            self.totals.changed += target.changed
            self.totals.fixed += target.applied


def _documents(batch: Iterable[Piece]) -> list[Document]:
    return [piece.document for piece in batch if piece.document]


def _batches(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    batch: list[Piece] = []
    size = 0
    for piece in pieces:
        batch.append(piece)
        size += len(piece.chunk.raw) if piece.chunk else 0
        if size >= BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


class _Target:
    """Where the fixed chunks of one file go; `applied` counts what was repaired in them."""

    def __init__(self) -> None:
        self.changed = False
        self.given_up = False
        self.applied: Counter[str] = Counter()

    def put(self, old: bytes, new: bytes) -> None:
        raise NotImplementedError

    def close(self) -> None:
        """After the last chunk."""

    def discard(self) -> None:
        """Leave all as it was, as far as that can be; nothing more is taken."""
        self.given_up = True


class _Stream(_Target):
    """Standard output, for text that came from standard input."""

    def __init__(self, out: BinaryIO | None) -> None:
        super().__init__()
        self._out = out

    def put(self, old: bytes, new: bytes) -> None:
        self.changed = self.changed or old != new
        if self._out is not None:
            self._out.write(new)


class _File(_Target):
    """The file itself, written anew from the first change on."""

    def __init__(self, path: str, before: os.stat_result) -> None:
        super().__init__()
        self._path, self._before, self._at = path, before, 0
        self._new: Replacement | None = None

    def put(self, old: bytes, new: bytes) -> None:
        if self._new is None and old != new:
            self._new = Replacement(self._path, self._before)
            self._new.copy(self._at)
        if self._new is not None:
            self._new.file.write(new)
        self._at += len(old)

    def close(self) -> None:
        if self._new is not None:
            try:
                self._new.commit()
                self.changed = True
            finally:
                self._new.discard()

    def discard(self) -> None:
        super().discard()
        if self._new is not None:
            self._new.discard()


class _Diff(_Target):
    """A unified diff of what would change, shown fit for a terminal; nothing is written."""

    def __init__(self, path: str, out: TextIO) -> None:
        super().__init__()
        self._path, self._out, self._line = escape(path), out, 1
        self._old = self._new = b""

    def put(self, old: bytes, new: bytes) -> None:
        self._old, self._new = self._old + old, self._new + new
        if old.endswith(b"\n"):  # a chunk may end within a line
            self.close()

    def close(self) -> None:
        old, new = self._old, self._new
        self._old = self._new = b""
        if old != new:
            if not self.changed:
                self._out.write(f"--- {self._path}\n+++ {self._path}\n")
            self._out.writelines(hunks(old, new, self._line))
            self.changed = True
        self._line += old.count(b"\n")
