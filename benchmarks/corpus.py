"""The texts that are measured on: given ones, else labelled pages beside the checkout, else the seeds."""

import itertools
import json
import random
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
LABELLED = ROOT.parent / "shared" / "eval" / "dev"
SEEDS = ROOT / "seeds"
MEGABYTES = {"english": 25.0, "multilingual": 14.0}
"""Size of the corpora that are made here."""
GIVEN = 1_000_000_000.0
"""Megabytes of a given corpus that are used: all."""
MEGA = 1_000_000
SEED = 1


class Corpus(NamedTuple):
    """Texts as one .txt file each in a folder, and as one JSONL file of the same; sizes in bytes."""

    name: str
    folder: Path
    records: Path
    texts: int
    size: int


def corpora(paths: Iterable[Path], folder: Path, megabytes: float | None) -> Iterator[Corpus]:
    """Write each corpus into `folder`; paths that end in one name are one corpus.

    SystemExit, saying why, where a path cannot be read.
    """
    given: dict[str, list[str]] = {}
    try:
        for path in paths:
            given.setdefault(path.stem, []).extend(_read(path))
    except OSError as error:
        raise SystemExit(f"benchmarks: {error.filename}: {error.strerror}") from error
    for name, texts in (given or own()).items():
        if not texts:
            raise SystemExit(f"benchmarks: {name}: no texts")
        wanted = megabytes or (GIVEN if given else MEGABYTES[name])
        yield _written(name, texts if given else _filled(texts, wanted), folder, wanted)


def own() -> dict[str, list[str]]:
    """The corpora that are used where none is given."""
    if not LABELLED.is_dir():
        texts = [path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))]
        return {"english": texts, "multilingual": texts}
    clean = LABELLED / "clean"
    english = [clean / "en.jsonl", clean / "web_gold.jsonl", LABELLED / "boilerplate"]
    others = [p for p in sorted(clean.glob("*.jsonl")) if p not in english]
    return {
        "english": [text for path in english for text in _read(path)],
        "multilingual": [text for path in others for text in _read(path)],
    }


def _filled(texts: list[str], megabytes: float) -> list[str]:
    """Texts enough for a size. Where there are too few, their lines are dealt out anew.

    Text that is the same twice would be faster than text is: what a linter has remembered of it
    would serve again. Lines of several texts, one after another in a new order, are new to it.
    """
    found = list(texts)
    size = sum(len(text.encode("utf-8", "replace")) for text in found)
    draw = random.Random(SEED)  # noqa: S311 - to mix texts, not to keep secrets
    lines = [text.split("\n") for text in texts]
    while size < megabytes * MEGA:
        several = draw.choices(lines, k=3)
        mixed = [line for group in itertools.zip_longest(*several) for line in group if line]
        start = draw.randrange(max(1, len(mixed) // 3))
        text = "\n".join(mixed[start : start + max(4, len(mixed) // 3)])
        found.append(text)
        size += len(text.encode("utf-8", "replace"))
    return found


def _read(path: Path) -> Iterator[str]:
    """The texts of a file or folder."""
    if path.is_dir():
        for inner in sorted((*path.rglob("*.txt"), *path.rglob("*.jsonl"))):
            yield from _read(inner)
    elif path.suffix == ".jsonl":
        for line in path.read_bytes().splitlines():
            row = json.loads(line)
            text = row.get("text") or "\n".join(row.get("lines") or ())
            if text:
                yield text
    else:
        yield path.read_text(encoding="utf-8", errors="replace")


def _written(name: str, texts: list[str], folder: Path, megabytes: float) -> Corpus:
    home = folder / name
    home.mkdir()
    size = number = 0
    with (folder / f"{name}.jsonl").open("w", encoding="utf-8") as records:
        for number, text in enumerate(texts):
            data = text.encode("utf-8", "replace")
            (home / f"{number:06}.txt").write_bytes(data)
            row = {"id": number, "text": data.decode()}
            records.write(json.dumps(row, ensure_ascii=False) + "\n")
            size += len(data)
            if size >= megabytes * MEGA:
                break
    return Corpus(name, home, Path(records.name), number + 1, size)
