"""Batches worked on by several processes, the results in the order of the batches."""

import contextlib
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import active_children, get_context
from typing import Any, NamedTuple, TypeAlias

Work: TypeAlias = Callable[[Sequence[Any]], list[Any]]
"""Gives one result for each item of a batch; items and results go by pickle."""

AHEAD = 2
"""Batches that each worker has before it: one that it works on, one that waits."""


class Lost(NamedTuple):
    """Stands for the result of an item at which the process that worked on it died."""

    reason: str


Part: TypeAlias = Callable[[Any], Sequence[Any]]
"""Gives the parts of an item that can be worked on by themselves; of what has none the item."""


class Parted(NamedTuple):
    """Stands for the result of an item at which a process died: its parts, each with its result."""

    results: list[tuple[Any, Any]]


class Workers:
    """Calls a function on items in `jobs` processes, which are forked: they hold what this one has."""

    def __init__(self, work: Work, jobs: int, part: Part = lambda item: [item]) -> None:
        self._work = work
        self._jobs = jobs
        self._part = part

    def in_order(self, batches: Iterable[Sequence[Any]]) -> Iterator[list[Any]]:
        """The results of each batch, Lost among them.

        Where a process dies (killed, out of memory), what it had is done once more, each item by
        itself, at last each of its parts, so that only the one it died of is lost. What `work` raises
        is raised here. An iterator that is given up (Ctrl-C, a closed pipe) stops the processes at once.
        """
        waiting: deque[tuple[Sequence[Any], Future[list[Any]]]] = deque()
        others = set(active_children())
        pool = self._pool(self._jobs)
        try:
            for batch in batches:
                waiting.append((batch, _submitted(pool, batch)))
                while len(waiting) > AHEAD * self._jobs:
                    pool, results = self._next(pool, waiting)
                    yield results
            while waiting:
                pool, results = self._next(pool, waiting)
                yield results
        except BaseException:
            for process in set(active_children()) - others:
                process.kill()
            raise
        finally:
            pool.shutdown(cancel_futures=True)

    def _next(
        self,
        pool: ProcessPoolExecutor,
        waiting: "deque[tuple[Sequence[Any], Future[list[Any]]]]",
    ) -> tuple[ProcessPoolExecutor, list[Any]]:
        """The results of the first batch that waits, and the pool to go on with."""
        batch, future = waiting.popleft()
        try:
            return pool, future.result()
        except BrokenProcessPool:
            pool.shutdown()
        results = list(self._singly(batch))
        pool = self._pool(self._jobs)
        left = [batch for batch, _ in waiting]
        waiting.clear()
        waiting.extend((batch, _submitted(pool, batch)) for batch in left)
        return pool, results

    def _singly(self, batch: Sequence[Any]) -> Iterator[Any]:
        """The results of the items by themselves, in one process until that dies, then in the next."""
        pool = self._pool(1)
        try:
            for item in batch:
                try:
                    yield pool.submit(_call, [item]).result()[0]
                except BrokenProcessPool:
                    pool.shutdown()
                    pool = self._pool(1)
                    parts = self._part(item)
                    if len(parts) > 1:
                        yield Parted(list(zip(parts, self._singly(parts), strict=True)))
                    else:
                        yield Lost("the process that worked on it died")
        finally:
            pool.shutdown()

    def _pool(self, jobs: int) -> ProcessPoolExecutor:
        _Inherited.work = self._work
        return ProcessPoolExecutor(jobs, get_context("fork"), _prepare)


class _Inherited:
    """What a forked process finds: the function to call, which need not be sent."""

    work: Work | None = None


def _submitted(pool: ProcessPoolExecutor, batch: Sequence[Any]) -> Future[list[Any]]:
    """The future results of a batch; broken from the start where the pool is already."""
    try:
        return pool.submit(_call, batch)
    except BrokenProcessPool as error:
        broken: Future[list[Any]] = Future()
        broken.set_exception(error)
        return broken


def _prepare() -> None:
    """In a new process: leave it to the first one to stop on Ctrl-C."""
    with contextlib.suppress(ValueError):
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        signal.signal(signal.SIGTERM, signal.SIG_DFL)


def _call(batch: Sequence[Any]) -> list[Any]:
    assert _Inherited.work  # noqa: S101 - set before the process was made
    return _Inherited.work(batch)
