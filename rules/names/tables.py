"""The word lists beside the rules: each TOML file of `data/`, read at its first use."""

import functools
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent / "data"


@functools.cache
def table(name: str) -> dict[str, Any]:
    """The contents of `data/<name>.toml`."""
    import tomllib

    return tomllib.loads((DATA / f"{name}.toml").read_text(encoding="utf-8"))


@functools.cache
def words(name: str, kind: str) -> frozenset[str]:
    """One list of such a file as a set."""
    return frozenset(table(name)[kind])
