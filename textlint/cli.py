"""The command line: options only; everything heavier is imported when it is needed."""

import argparse
import contextlib
import gc
import io
import os
import signal
import sys
from collections.abc import Sequence
from typing import Any, NoReturn

from textlint import __version__
from textlint.status import Status

EPILOG = """\
exit status: 0 nothing at or above --fail-on, 1 findings, 2 usage or configuration error,
3 internal error or incomplete run (the rest is still reported)"""


class Parser(argparse.ArgumentParser):
    """argparse, with a hint for a misspelt option."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and leave with Status.USAGE."""
        words = message.removeprefix("unrecognized arguments: ").split()
        if words and message.startswith("unrecognized"):
            from textlint.packs import nearest

            options = [o for action in self._actions for o in action.option_strings]
            message = f"unknown option {words[0]}{nearest(words[0].partition('=')[0], options)}"
        from textlint.terminal import escape

        message = escape(message)
        self.exit(Status.USAGE, f"textlint: {message}\nTry 'textlint --help'.\n")


class Help(argparse.RawDescriptionHelpFormatter):
    """argparse's, which asks `shutil` for the width, and makes one of these for every option."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=_width())


def _width() -> int:
    try:
        columns = int(os.environ.get("COLUMNS", "")) or os.get_terminal_size().columns
    except (ValueError, OSError):
        columns = 80
    return columns - 2


def parser() -> Parser:
    """The options."""
    words = Parser(
        prog="textlint",
        usage="textlint [OPTIONS] PATH...",
        description="Find what scraping, translation and injection do to text; repair what is safe.",
        epilog=EPILOG,
        formatter_class=Help,
        allow_abbrev=False,
    )
    add = words.add_argument
    add("paths", nargs="*", metavar="PATH", help="files, directories, or - for standard input")
    add("--version", action="version", version=f"textlint {__version__}")

    add = words.add_argument_group("fixing").add_argument
    add("--fix", action="store_true", help="apply the safe fixes; report what remains")
    add("--unsafe-fixes", action="store_true", help="with --fix: also fixes that touch prose")
    add("--diff", action="store_true", help="show what --fix would change; write nothing")

    add = words.add_argument_group("rules").add_argument
    rules: dict[str, Any] = {"action": "extend", "metavar": "RULES", "type": _words}
    add("--select", **rules, help="run only these: codes, prefixes or names, by comma; ALL for all")
    add("--extend-select", **rules, help="run these too")
    add("--ignore", **rules, help="do not run these")
    add("--preview", action="store_true", default=None, help="enable preview rules")
    add("--min-severity", choices=("error", "warning", "info"), help="default: warning")
    add(
        "--plugin",
        dest="plugins",
        action="append",
        metavar="MODULE",
        help="load rules from a Python module",
    )
    add("--explain", metavar="RULE", help="explain a rule and leave")
    add("--list-rules", action="store_true", help="list every rule and leave")

    add = words.add_argument_group("files and records").add_argument
    add(
        "--exclude",
        action="extend",
        metavar="PATTERN",
        type=_words,
        help="leave out (.gitignore syntax)",
    )
    add("--force-exclude", action="store_true", default=None, help="exclude even named paths")
    add("--no-respect-gitignore", dest="respect_gitignore", action="store_false", default=None)
    add(
        "--stdin-filename",
        metavar="FILE",
        help="what standard input is called, and what kind it is",
    )
    add(
        "--language",
        type=_language,
        metavar="CODE",
        help="language of texts that name none (en, ru, …)",
    )
    add("--text-field", metavar="FIELD", help="field of a JSONL record that holds the text (text)")
    add("--id-field", metavar="FIELD", help="field of a JSONL record that names it (id)")

    add(
        "-j",
        "--jobs",
        type=_jobs,
        default=1,
        metavar="N",
        help="processes that work side by side; 0: one for each processor (default: 1)",
    )

    add = words.add_argument_group("output").add_argument
    add("--format", choices=("full", "concise", "jsonl"), default="full", help="default: full")
    add("--statistics", action="store_true", help="count the findings of each rule instead")
    add("--timings", action="store_true", help="say on standard error what each rule cost")
    add("-o", "--output", metavar="FILE", help="write the report to a file")
    add("--fail-on", choices=("error", "warning", "info", "never"), help="default: warning")
    add("--color", choices=("auto", "always", "never"), default="auto")

    add = words.add_argument_group("configuration").add_argument
    add(
        "--config",
        metavar="FILE",
        help="use this file, not the nearest textlint.toml or pyproject.toml",
    )
    add("--isolated", action="store_true", help="ignore all configuration files")
    add("--show-settings", action="store_true", help="show the settings in force and leave")
    add("--show-files", action="store_true", help="show the files that would be linted and leave")
    return words


def _words(text: str) -> list[str]:
    words = [word.strip() for word in text.split(",") if word.strip()]
    if not words:
        raise argparse.ArgumentTypeError("empty: name something, or leave the option out")
    return words


def _language(text: str) -> str:
    from textlint.document import primary_language

    language = primary_language(text)
    if language is None:
        raise argparse.ArgumentTypeError(f"{text!r} is no language code (en, ru, …)")
    return language


def _jobs(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"{text!r} is no number of processes (0, 1, 2, …)")
    return int(text)


def _stop(_signal: int, _frame: object) -> NoReturn:
    raise KeyboardInterrupt


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; the exit status."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by the caller
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    options = parser().parse_args(arguments)
    signal.signal(signal.SIGTERM, _stop)  # as Ctrl-C: clean up, leave
    gc.disable()  # nothing that start-up makes is garbage; `run` enables it again
    from textlint.command import run

    try:
        status = run(options)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Status.INCOMPLETE
    except KeyboardInterrupt:
        fixed = "; each file is whole, some may be fixed already" if options.fix else ""
        sys.stderr.write(f"textlint: interrupted{fixed}\n")
        return Status.INTERRUPTED
    except Exception as error:  # noqa: BLE001 - whatever it is, it is no finding
        from textlint.terminal import escape

        reason = escape(f"{type(error).__name__}: {error}")
        sys.stderr.write(f"textlint: internal error: {reason}; please report it\n")
        return Status.INCOMPLETE
    return status


def entry() -> NoReturn:
    """The console script: `main`, then out at once.

    Taking down what start-up made costs 3 % of a run on two articles, for nothing.
    """
    status = main()
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError):
            stream.flush()
    os._exit(status)
