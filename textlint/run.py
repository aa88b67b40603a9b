"""Files in, findings out: one run over everything that a command line names."""

import io
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple, TextIO

import msgspec

from textlint import sources
from textlint.discover import Filter, discover
from textlint.document import Document
from textlint.finding import Finding, Safety
from textlint.fix import fix
from textlint.lint import Linter
from textlint.outcome import NOTHING, Outcome, Totals
from textlint.sources import Block, Chunk, Options
from textlint.terminal import escape

if TYPE_CHECKING:
    from textlint.target import Target
    from textlint.workers import Lost, Parted

BATCH = 1_000_000
"""Bytes scanned at once (200 kB to 4 MB differ by less than the noise)."""
STDIN = "-"


class Plan(msgspec.Struct, frozen=True):
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
    """A block of a file on its way through a run, or a file's end, or why it could not be read on.

    `target` is where the file's fixed blocks go, None where nothing is fixed.
    """

    name: str
    target: "Target | None"
    block: Block | None = None
    error: OSError | None = None


class Run:
    """One run; `totals` counts while what it shows is drawn.

    `show` makes of a document and its findings what is to be had of them. It is called where the
    document is linted, in another process if there are several.
    """

    def __init__(
        self,
        linter: Linter,
        plan: Plan,
        show: Callable[[Document, list[Finding]], Any] = lambda _document, _findings: None,
    ) -> None:
        self.totals = Totals()
        self._linter = linter
        self._plan = plan
        self._show = show

    def shown(self, paths: Iterable[str]) -> Iterator[Any]:
        """Every document in which something is found, as it is shown, in the order of files and records.

        With `fix`, with the findings that remain. What cannot be read or written is named in
        `totals.errors`; the rest goes on.
        """
        target: Target | None = None
        try:
            for batch, outcomes in self._worked(_batches(self._pieces(self._files(paths)))):
                waiting = iter(outcomes)
                for piece in batch:
                    target = piece.target
                    try:
                        yield from self._settle(piece, next(waiting) if piece.block else None)
                    except OSError as error:
                        if target:
                            target.discard()
                        self._failed(error, piece.name)
        finally:
            if target:
                target.discard()

    # --- reading ---

    def _files(self, paths: Iterable[str]) -> Iterator[str]:
        """The files of the paths, each once, standard input among them as it is named."""
        named = list(paths)
        if STDIN in named:
            yield STDIN
        others = (path for path in named if path != STDIN)
        yield from discover(others, self._plan.files, self._failed)

    def _pieces(self, paths: Iterable[str]) -> Iterator[Piece]:
        """The files' blocks, after each file its end."""
        for path in paths:
            name = self._plan.stdin_name if path == STDIN else path
            target = None
            try:
                with self._open(path) as file:
                    self.totals.files += 1
                    target = self._target(path, file) if self._plan.fix else None
                    for block in sources.blocks(file, name, BATCH):
                        yield Piece(name, target, block)
            except OSError as error:
                yield Piece(name, target, error=error)
            else:
                yield Piece(name, target)

    def _open(self, path: str) -> BinaryIO:
        if path == STDIN:
            return io.BytesIO(self._plan.stdin.read() if self._plan.stdin else b"")
        buffering = -1 if sources.holds_records(path) else 0  # a text is read in one go
        return open(path, "rb", buffering)  # noqa: PTH123 - the path as given; the caller closes it

    def _target(self, path: str, file: BinaryIO) -> "Target":
        from textlint.target import Diff, File, Stream  # only where something is fixed

        if self._plan.diff is not None:
            return Diff(self._plan.stdin_name if path == STDIN else path, self._plan.diff)
        if path == STDIN:
            return Stream(self._plan.stdout)
        return File(path, os.fstat(file.fileno()))

    def _failed(self, error: OSError, path: str | None = None) -> None:
        if isinstance(error, BrokenPipeError):
            raise error
        what = error.strerror or str(error)
        self.totals.errors[f"{escape(path or str(error.filename))}: {what}"] = None

    # --- linting and fixing, here or in processes of their own ---

    def _worked(self, batches: Iterable[list[Piece]]) -> Iterator[tuple[list[Piece], list[Any]]]:
        """Each batch with the outcomes of its blocks; Lost or Parted where a process died."""
        if self._plan.jobs == 1:
            for batch in batches:
                yield batch, self._work(_blocks(batch))
            return
        from textlint.workers import Workers  # a quarter of the time that all other imports take

        sent: deque[list[Piece]] = deque()

        def blocks() -> Iterator[list[Block]]:
            for batch in batches:
                sent.append(batch)
                yield _blocks(batch)

        for outcomes in Workers(self._work, self._plan.jobs, sources.lines).in_order(blocks()):
            yield sent.popleft(), outcomes

    def _work(self, blocks: Sequence[Block]) -> list[Outcome]:
        """The outcomes of a batch."""
        chunks = [sources.read(block, self._plan.options) for block in blocks]
        texts = [
            chunk.document for own in chunks for chunk in own if chunk.document and chunk.is_text
        ]
        found = iter(self._linter.lint(texts))
        errors: list[str] = []
        outcomes = [self._outcome(own, found, errors) for own in chunks]
        for document, code, reason in self._linter.failures:
            errors.append(f"{escape(document.name)}: rule {code} failed: {escape(reason)}")
        self._linter.failures.clear()
        if outcomes:
            outcomes[0] = outcomes[0]._replace(errors=errors, seconds=self._linter.take_seconds())
        return outcomes

    def _outcome(
        self, chunks: Iterable[Chunk], linted: Iterator[list[Finding]], errors: list[str]
    ) -> Outcome:
        """The outcome of a block; `linted` are the findings of what is left of its batch."""
        shown: list[Any] = []
        rewritten: list[tuple[bytes, bytes]] = []
        found, applied = dict[str, int](), dict[str, int]()
        fixes: list[Safety] = []
        for chunk in chunks:
            document, new = chunk.document, chunk.raw
            findings = [f for f in chunk.faults if f.code in self._plan.faults]
            if document and chunk.is_text:
                findings = next(linted)
                if self._plan.fix and findings:
                    document, findings, new = self._fixed(chunk, findings, errors, applied)
            if self._plan.fix:
                rewritten.append((chunk.raw, new))
            if document and findings:
                shown.append(self._show(document, findings))
                fixes += [finding.fix.safety for finding in findings if finding.fix]
                for finding in findings:
                    found[finding.code] = found.get(finding.code, 0) + 1
        if not shown and not rewritten:
            return NOTHING
        safe = fixes.count(Safety.SAFE)
        return Outcome(shown, found, safe, len(fixes) - safe, rewritten, applied)

    def _fixed(
        self, chunk: Chunk, found: list[Finding], errors: list[str], applied: dict[str, int]
    ) -> tuple[Document, list[Finding], bytes]:
        """A chunk's document as it is fixed, what remains in it, and the chunk's bytes then."""
        document = chunk.document
        assert document and chunk.rewrite  # noqa: S101, PT018 - it has a text
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
        for code, more in result.applied.items():
            applied[code] = applied.get(code, 0) + more
        if result.text == document.text:
            return document, result.remaining, chunk.raw
        return document.with_text(result.text), result.remaining, chunk.rewrite(result.text)

    # --- writing ---

    def _settle(self, piece: Piece, outcome: "Outcome | Lost | Parted | None") -> Sequence[Any]:
        """Put a piece where it belongs; what is shown of it. OSError as writing raises it."""
        if outcome and not isinstance(outcome, Outcome):
            return self._settle_rest(piece, outcome)
        if outcome and (outcome.errors or outcome.seconds):
            self.totals.errors.update(dict.fromkeys(outcome.errors))
            self.totals.add_seconds(outcome.seconds)
        if piece.target and piece.target.given_up:
            return ()
        if piece.error:
            raise piece.error
        if piece.block is None:
            self._close(piece.target)
            return ()
        if piece.target:
            for old, new in outcome.chunks if outcome else [(piece.block.raw, piece.block.raw)]:
                piece.target.put(old, new)
            piece.target.applied.update(outcome.applied if outcome else {})
        if not outcome or not outcome.found:
            return ()
        self.totals.add(outcome)
        return outcome.shown

    def _settle_rest(self, piece: Piece, outcome: "Lost | Parted") -> Sequence[Any]:
        """The same where a process died: what is left of the block."""
        from textlint.workers import Lost

        if not isinstance(outcome, Lost):
            parts = [(piece._replace(block=part), own) for part, own in outcome.results]
            return [shown for part, own in parts for shown in self._settle(part, own)]
        if piece.block:
            chunk = sources.read(piece.block, self._plan.options)[0]
            name = chunk.document.name if chunk.document else piece.name
            self.totals.errors[f"{escape(name)}: {outcome.reason}"] = None
        return self._settle(piece, None)

    def _close(self, target: "Target | None") -> None:
        if target:
            target.close()
            self.totals.changed += target.changed
            self.totals.fixed += target.applied


def _blocks(batch: Iterable[Piece]) -> list[Block]:
    return [piece.block for piece in batch if piece.block]


def _batches(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    batch: list[Piece] = []
    size = 0
    for piece in pieces:
        batch.append(piece)
        size += len(piece.block.raw) if piece.block else 0
        if size >= BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
