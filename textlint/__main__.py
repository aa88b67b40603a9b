"""`python -m textlint`."""

from textlint.cli import entry

entry()
