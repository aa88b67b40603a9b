"""The word lists beside the rules: each TOML file of `data/`, read at its first use."""

import functools
from pathlib import Path
from typing import Any

from textlint.api import load_toml

DATA = Path(__file__).parent / "data"


@functools.cache
def table(name: str) -> dict[str, Any]:
    """The contents of `data/<name>.toml`."""
    return load_toml(DATA / f"{name}.toml")


@functools.cache
def words(name: str, kind: str) -> frozenset[str]:
    """One list of such a file as a set."""
    return frozenset(table(name)[kind])
