"""Runs each peer in a process of its own, by turns, so that a noisy machine is as noisy to all."""

import json
import os
import platform
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from time import process_time
from typing import Any, NamedTuple

from benchmarks.corpus import MEGA, Corpus
from benchmarks.peers import OWN, PEERS, Peer

WARM = 20
"""Texts that a function is given before it is measured: what it loads and remembers is there then."""


class Turn(NamedTuple):
    """CPU seconds, bytes of text, and the peak of memory in MiB of one run."""

    seconds: float
    size: int
    memory: float

    @property
    def per_megabyte(self) -> float:
        """CPU seconds for a megabyte."""
        return self.seconds / self.size * MEGA


class Results(NamedTuple):
    """The turns of each peer on a corpus, in the same order; keys are (name, whole process?)."""

    corpus: Corpus
    turns: dict[tuple[str, bool], list[Turn]]

    def ratios(self, name: str, *, whole: bool) -> list[float]:
        """What the peer costs by byte against textlint in the same round, rising."""
        own = self.turns[OWN, whole]
        pairs = zip(self.turns[name, whole], own, strict=True)
        return sorted(other.per_megabyte / mine.per_megabyte for other, mine in pairs)

    def as_data(self) -> dict[str, Any]:
        """Everything, for JSON."""
        return {
            "name": self.corpus.name,
            "texts": self.corpus.texts,
            "bytes": self.corpus.size,
            "peers": [
                {
                    "name": name,
                    "whole_process": whole,
                    "ratios_to_textlint": self.ratios(name, whole=whole),
                    "turns": [turn._asdict() for turn in turns],
                }
                for (name, whole), turns in self.turns.items()
            ],
        }


def measure(corpus: Corpus, peers: Sequence[Peer], rounds: int) -> Results:
    """Run every peer once a round."""
    turns: dict[tuple[str, bool], list[Turn]] = {}
    for peer in peers:  # once for nothing: caches are filled, files are in memory
        if peer.name == OWN and peer.command:
            run(peer.command(corpus.folder))
    for number in range(rounds):
        for peer in peers:
            print(f"round {number + 1}: {corpus.name}: {peer.name}  ", end="\r", file=sys.stderr)
            turn = _whole(peer, corpus) if peer.command else _within(peer, corpus)
            turns.setdefault((peer.name, peer.command is not None), []).append(turn)
    print(" " * 60, end="\r", file=sys.stderr)
    return Results(corpus, turns)


def _whole(peer: Peer, corpus: Corpus) -> Turn:
    assert peer.command  # noqa: S101 - the caller looked
    folder, size = corpus.folder, corpus.size
    if peer.share < 1:
        folder, size = _part(corpus, peer.share)
    seconds, memory, _ = run(peer.command(folder))
    return Turn(seconds, size, memory)


def _part(corpus: Corpus, share: float) -> tuple[Path, int]:
    """A folder with the first texts of a corpus, and its size in bytes."""
    folder = corpus.folder.with_name(f"{corpus.name}-{share}")
    folder.mkdir(exist_ok=True)
    size = 0
    for path in sorted(corpus.folder.iterdir()):
        data = path.read_bytes()
        (folder / path.name).write_bytes(data)
        size += len(data)
        if size >= share * corpus.size:
            break
    return folder, size


def _within(peer: Peer, corpus: Corpus) -> Turn:
    number = PEERS.index(peer)
    command = [sys.executable, "-m", "benchmarks.turns", str(number), str(corpus.records)]
    _, memory, out = run(command)
    seconds, size = json.loads(out.splitlines()[-1])
    return Turn(seconds, size, memory)


def run(command: Sequence[str]) -> tuple[float, float, str]:
    """CPU seconds and peak memory (MiB) of a process, and what it printed. It may exit with any status."""
    launched = subprocess.run(
        [sys.executable, "-S", "-c", LAUNCH, *command], stdout=subprocess.PIPE, check=True
    )
    out, _, usage = launched.stdout.decode("utf-8", "replace").rpartition("\n")
    seconds, kibibytes = usage.split()
    return float(seconds), int(kibibytes) / 1024, out


# A process starts with the peak of the one that makes it: a small one does.
LAUNCH = """
import os, sys
sys.stdout.flush()
quiet = [(os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0)]
pid = os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ, file_actions=quiet)
usage = os.wait4(pid, 0)[2]
print()
print(usage.ru_utime + usage.ru_stime, usage.ru_maxrss, end="")
"""


def machine() -> dict[str, Any]:
    """What the figures were measured on."""
    return {
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}",
        "processors": os.cpu_count(),
    }


def _texts(records: Path, share: float) -> Iterator[str]:
    """The first texts of a corpus, `share` of its bytes."""
    left = share * records.stat().st_size
    with records.open("rb") as file:
        for line in file:
            yield json.loads(line)["text"]
            left -= len(line)
            if left <= 0:
                return


def main() -> None:
    """Measure one function in this process; print CPU seconds and bytes."""
    peer, records = PEERS[int(sys.argv[1])], Path(sys.argv[2])
    assert peer.prepare  # noqa: S101 - who calls this knows
    texts = list(_texts(records, peer.share))
    size = sum(len(text.encode("utf-8", "replace")) for text in texts)
    run = peer.prepare()
    run(texts[-WARM:])
    start = process_time()
    run(texts)
    print(json.dumps([process_time() - start, size]))


if __name__ == "__main__":
    main()
