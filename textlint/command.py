"""What the command does once its options are read: show, lint, fix, and sum up."""

import argparse
import contextlib
import gc
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TextIO

from textlint import (
    config,
    expressions,
    packs,
    plugins,
    reports,
    scan,
    selection,
    timings,
)
from textlint.config import Settings
from textlint.discover import Filter, discover
from textlint.finding import Severity
from textlint.lint import Linter, scanner
from textlint.outcome import Totals
from textlint.plugins import Catalogue
from textlint.reports import Described
from textlint.run import STDIN, Plan, Run
from textlint.scan import Scanner
from textlint.sources import FAULTS, Options, is_searched_for
from textlint.status import Status
from textlint.terminal import escape
from textlint.timings import Timings

ERRORS = (
    config.ConfigError,
    packs.PackError,
    plugins.PluginError,
    selection.SelectionError,
    scan.PatternError,
)
"""What a user can put right: said in one line, with Status.USAGE."""

GARBAGE = 100_000
"""Objects that are made before those in rings are looked for."""


def run(options: argparse.Namespace) -> Status:
    """Carry out the command."""
    try:
        settings = config.load(_path(options.config), _given(options), isolated=options.isolated)
        catalogue = plugins.load(settings.plugins, map(Path, settings.packs))
        lines = _shown(options, settings, catalogue)
        if lines is not None:
            sys.stdout.writelines(f"{escape(line)}\n" for line in lines)
            status = Status.CLEAN
        else:
            usable, catalogue = _scanner(catalogue)
            gc.freeze()
            gc.set_threshold(GARBAGE)  # at 700, its default, it takes 3 % of a run over web pages
            gc.enable()
            status = _lint(options, settings, catalogue, usable)
        for plugin, reason in catalogue.broken:
            _say(f"plugin {plugin} was skipped: {reason}")
    except ERRORS as error:
        _say(f"{_origin(error, options)}{error}")
        return Status.USAGE
    finally:
        expressions.keep()
    return max(status, Status.INCOMPLETE) if catalogue.broken else status


def _origin(error: Exception, options: argparse.Namespace) -> str:
    """The configuration file that an unknown rule is named in, for the message; nothing for all else."""
    if not isinstance(error, selection.SelectionError) or options.isolated:
        return ""
    said = [
        options.explain,
        *(word for words in _given(options).values() if isinstance(words, tuple) for word in words),
    ]
    file = None if error.word in said else config.in_force(_path(options.config))
    return f"{file}: " if file else ""


def _given(options: argparse.Namespace) -> dict[str, object]:
    """The settings that the command line sets."""
    given: dict[str, object] = {}
    for field in Settings.__struct_fields__:
        value = getattr(options, field, None)
        if isinstance(value, list):
            given[field] = tuple(value)
        elif value is not None:
            given[field] = value
    return given


def _shown(
    options: argparse.Namespace, settings: Settings, catalogue: Catalogue
) -> Iterable[str] | None:
    """What is asked about textlint itself, in lines; None where nothing is."""
    known = _known(catalogue)
    if options.explain or options.list_rules:
        from textlint import explain
    if options.explain:
        code = selection.find(known, options.explain)
        return explain.explain(known[code], catalogue.origins.get(code, "textlint"))
    if options.list_rules:
        return explain.table(known[code] for code in sorted(known))
    if options.show_settings:
        return config.show(settings)
    if options.show_files:
        if missing := _missing(options):
            raise config.ConfigError(f"{missing[0]}: no such file or directory")
        return discover(options.paths, _filter(settings), _say_error)
    return None


def _scanner(catalogue: Catalogue) -> tuple[Scanner, Catalogue]:
    """The scanner of all rules but those of installed plugins with a pattern that cannot be used.

    PatternError where such a pattern is in a pack or plugin that was named.
    """
    while True:
        try:
            return scanner(catalogue.rules), catalogue
        except scan.PatternError as error:
            origin = catalogue.origins[error.code]
            if origin not in plugins.installed():
                raise scan.PatternError(error.code, error.problem, origin) from error
            catalogue = catalogue.without(origin, str(error))


def _lint(
    options: argparse.Namespace, settings: Settings, catalogue: Catalogue, usable: Scanner
) -> Status:
    rules = selection.select(catalogue.rules, settings)
    if not options.paths:
        _say("no path given: name files or directories, or - for standard input")
        return Status.USAGE
    if options.output and _is_input(options.output, options.paths):
        _say(f"{options.output}: is linted itself; write the report elsewhere")
        return Status.USAGE
    if options.unsafe_fixes and not (options.fix or options.diff):
        _say("--unsafe-fixes does nothing without --fix or --diff")
    missing = _missing(options)
    for path in missing:
        _say(f"{path}: no such file or directory")
    known = _known(catalogue)
    # Fixed text from standard input goes to standard output: the report makes room for it.
    aside = options.fix and STDIN in options.paths and not options.diff
    try:
        with _output(options.output, sys.stderr if aside else sys.stdout) as out:
            plan = _plan(options, settings, out)
            color = _color(options.color, out)
            report = reports.report(
                options.format, known, color=color, statistics=options.statistics
            )
            linter = Linter(rules, usable, Timings() if options.timings else None)
            job = Run(linter, plan, report.show)
            shown = job.shown(path for path in options.paths if path not in missing)
            # With --diff the diff is written as the run goes on, and nothing else.
            report.write((each for each in shown if not options.diff), out)
            people = sys.stderr if options.diff else out
            if options.format != "jsonl":
                people.writelines(f"{line}\n" for line in _summary(job.totals, known, plan))
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            raise
        _say(f"{error.filename or options.output or 'standard output'}: {error.strerror}")
        return Status.INCOMPLETE
    for line in job.totals.errors:
        _say(line)
    if options.timings:
        names = {code: each.name for code, each in known.items()}
        lines = timings.table(job.totals.seconds, names, job.totals.found)
        sys.stderr.writelines(f"{line}\n" for line in lines)
    if not job.totals.files and not missing and not job.totals.errors:
        _say("nothing to lint: no .txt, .md, .jsonl or .ndjson file there, or all are excluded")
    return _status(job.totals, known, settings, diff=options.diff, missing=bool(missing))


def _plan(options: argparse.Namespace, settings: Settings, out: TextIO) -> Plan:
    return Plan(
        files=_filter(settings),
        options=Options(settings.text_field, settings.id_field, settings.language),
        faults=selection.faults(settings),
        fix=options.fix or options.diff,
        unsafe=options.unsafe_fixes,
        diff=out if options.diff else None,
        stdin=sys.stdin.buffer if sys.stdin else None,
        stdin_name=options.stdin_filename or "<stdin>",
        stdout=getattr(sys.stdout, "buffer", None),
        jobs=_jobs(options.jobs),
    )


def _jobs(wanted: int) -> int:
    """How many processes work; 0 is for one on each processor. One where none can be forked."""
    if not hasattr(os, "fork"):
        return 1
    if wanted:
        return wanted
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _status(
    totals: Totals, known: Mapping[str, Described], settings: Settings, *, diff: bool, missing: bool
) -> Status:
    status = Status.CLEAN
    if diff:
        status = Status.FOUND if totals.changed else Status.CLEAN
    elif settings.fail_on != "never":
        limit = Severity[settings.fail_on.upper()]
        if any(known[code].severity >= limit for code in totals.found):
            status = Status.FOUND
    if missing:
        status = Status.USAGE
    return Status.INCOMPLETE if totals.errors else status


def _summary(totals: Totals, known: Mapping[str, Described], plan: Plan) -> Iterator[str]:
    """The last lines of a report for people."""
    fixed, changed = totals.fixed.total(), _count(totals.changed, "file")
    if plan.diff is not None:
        yield f"Would fix {_count(fixed, 'defect')} in {changed}." if fixed else "Nothing to fix."
        return
    if fixed:
        yield f"Fixed {_count(fixed, 'defect')} in {changed}."
    by_severity = dict.fromkeys((Severity.ERROR, Severity.WARNING, Severity.INFO), 0)
    for code, count in totals.found.items():
        by_severity[known[code].severity] += count
    if found := totals.found.total():
        parts = ", ".join(_count(n, s.label) for s, n in by_severity.items() if n)
        left = " left" if plan.fix else ""
        yield f"Found {_count(found, 'defect')}{left} ({parts}) in {_count(totals.files, 'file')}."
    elif totals.files and not totals.errors:
        yield f"No defect found in {_count(totals.files, 'file')}."
    if totals.fixable and not plan.fix:
        yield f"{totals.fixable} can be fixed with --fix."
    if totals.unsafe and not (plan.fix and plan.unsafe):
        more = "more " if totals.fixable and not plan.fix else ""
        yield f"{totals.unsafe} {more}can be fixed with --fix --unsafe-fixes: review what they change."


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 or noun == "info" else f"{number} {noun}s"


def _known(catalogue: Catalogue) -> Mapping[str, Described]:
    return {**catalogue.rules, **FAULTS}


def _missing(options: argparse.Namespace) -> list[str]:
    return [path for path in options.paths if path != STDIN and not os.path.lexists(path)]


def _filter(settings: Settings) -> Filter:
    return Filter(settings.exclude, settings.force_exclude, settings.respect_gitignore)


def _path(name: str | None) -> Path | None:
    return None if name is None else Path(name)


def _is_input(name: str, paths: Iterable[str]) -> bool:
    """Whether a report would overwrite a file that is linted."""
    if not Path(name).exists():
        return False
    real = os.path.realpath(name)
    homes = [os.path.realpath(path) for path in paths]
    inside = any(real.startswith(home + os.sep) for home in homes)
    return real in homes or (inside and is_searched_for(real))


@contextlib.contextmanager
def _output(name: str | None, default: TextIO) -> Iterator[TextIO]:
    if name is None:
        yield default
    else:
        with Path(name).open(
            "w", encoding="utf-8", errors="backslashreplace", newline="\n"
        ) as file:
            yield file


def _color(choice: str, out: TextIO) -> bool:
    if choice != "auto":
        return choice == "always"
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return out.isatty() and not plain


def _say(message: str) -> None:
    sys.stderr.write(f"textlint: {escape(message)}\n")


def _say_error(error: OSError) -> None:
    _say(f"{error.filename}: {error.strerror}")
