"""What is measured: textlint, what reading costs, and tools that people use for like ends."""

import importlib.util
import shutil
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from textlint.lint import Linter
    from textlint.rule import Rule

BATCH = 1_000_000
"""Bytes of text that textlint is given at once, as its command line does."""


class Peer(NamedTuple):
    """A tool: a whole process (`command`) or a function of a text within one (`prepare`).

    `share` is the part of the corpus that it is given: the slow ones get less, and ratios are by byte.
    """

    name: str
    package: str
    command: Callable[[Path], Sequence[str]] | None = None
    prepare: Callable[[], Callable[[list[str]], None]] | None = None
    share: float = 1.0

    @property
    def is_there(self) -> bool:
        """Whether it is installed."""
        if self.command and shutil.which(self.command(Path())[0]) is None:
            return False
        return importlib.util.find_spec(self.package) is not None


def _script(name: str) -> str:
    """A program of this environment, else of the path."""
    own = Path(sys.executable).with_name(name)
    return str(own) if own.exists() else name


def _textlint(folder: Path) -> list[str]:
    return [
        _script("textlint"),
        "--isolated",
        "--format",
        "concise",
        "--fail-on",
        "never",
        str(folder),
    ]


def _codespell(folder: Path) -> list[str]:
    return [_script("codespell"), str(folder)]


def _typos(folder: Path) -> list[str]:
    return [_script("typos"), "-j1", "--format", "brief", "--no-ignore", "--isolated", str(folder)]


def _proselint(folder: Path) -> list[str]:
    return [_script("proselint"), "check", str(folder)]


READING = (
    "import sys,pathlib\nfor p in pathlib.Path(sys.argv[1]).iterdir(): p.read_bytes().decode()"
)


def _reading(folder: Path) -> list[str]:
    return [sys.executable, "-c", READING, str(folder)]


def default_linter() -> "Linter":
    """A linter with the rules that run by default."""
    from textlint import plugins
    from textlint.lint import Linter, scanner

    rules = plugins.load().rules
    return Linter(_selected(rules), scanner(rules))


def _prepare_textlint() -> Callable[[list[str]], None]:
    from textlint.document import Document

    linter = default_linter()

    def lint(texts: list[str]) -> None:
        batch: list[Document] = []
        size = 0
        for text in texts:
            batch.append(Document(text))
            size += len(text)
            if size >= BATCH:
                linter.lint(batch)
                batch, size = [], 0
        linter.lint(batch)

    return lint


def _each(function: Callable[[str], Any]) -> Callable[[list[str]], None]:
    def every(texts: list[str]) -> None:
        for text in texts:
            function(text)

    return every


def _prepare_ftfy() -> Callable[[list[str]], None]:
    from ftfy import fix_text

    return _each(fix_text)


def _prepare_proselint() -> Callable[[list[str]], None]:
    from proselint.checks import __register__
    from proselint.registry import CheckRegistry
    from proselint.tools import LintFile

    CheckRegistry().register_many(__register__)
    return _each(lambda text: LintFile("text", text).lint())


def _prepare_filter(name: str) -> Callable[[list[str]], None]:
    from datatrove.data import Document
    from datatrove.pipeline import filters

    judge = getattr(filters, name)()
    return _each(lambda text: judge.filter(Document(text=text, id="text")))


FILTERS = (
    "GopherQualityFilter",
    "GopherRepetitionFilter",
    "C4QualityFilter",
    "FineWebQualityFilter",
)
OWN = "textlint"
PEERS = (
    Peer("textlint", OWN, command=_textlint),
    Peer("read and decode", "os", command=_reading),
    Peer("typos", "textlint", command=_typos),
    Peer("codespell", "codespell_lib", command=_codespell),
    Peer("proselint", "proselint", command=_proselint, share=0.02),
    Peer("textlint", OWN, prepare=_prepare_textlint),
    Peer("ftfy.fix_text", "ftfy", prepare=_prepare_ftfy, share=0.2),
    Peer("proselint", "proselint", prepare=_prepare_proselint, share=0.01),
    *(
        Peer(f"datatrove {name}", "datatrove", prepare=partial(_prepare_filter, name), share=0.04)
        for name in FILTERS
    ),
)


def chosen(only: Iterable[str] | None) -> list[Peer]:
    """The peers that are there, textlint always; those that are not are named on standard error."""
    names = set(only or ())
    wanted = [peer for peer in PEERS if not names or peer.name in names or peer.name == OWN]
    missing = sorted({peer.name for peer in wanted if not peer.is_there})
    if missing:
        message = "not installed, left out (pip install 'textlint[bench]')"
        print(f"benchmarks: {', '.join(missing)}: {message}", file=sys.stderr)
    return [peer for peer in wanted if peer.is_there]


def default_rules() -> list[str]:
    """The codes of the rules that run by default: what the figures stand for."""
    from textlint import plugins

    return sorted(_selected(plugins.load().rules))


def _selected(rules: "Mapping[str, Rule]") -> "dict[str, Rule]":
    """The rules that run by default."""
    from textlint import selection
    from textlint.config import Settings

    return selection.select(rules, Settings())
