"""A copy of the working tree: tests build, install and edit that, and write nothing into the repository."""

import shutil
from pathlib import Path

ROOT = Path(__file__).parent.parent
FOLDERS = {"textlint": "textlint", "textlint_rules": "rules"}
"""Import names and the folders that they stand for."""


def copy_checkout(target: Path) -> Path:
    """Copy what a clean checkout holds, changes that are not committed included; gives `target`."""
    ignored = [line.rstrip("/") for line in (ROOT / ".gitignore").read_text("utf-8").splitlines()]
    shutil.copytree(ROOT, target, ignore=shutil.ignore_patterns(".git", *filter(None, ignored)))
    return target
