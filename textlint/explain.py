"""What a rule says of itself: `--explain` and `--list-rules`, from the same value that runs."""

from collections.abc import Iterable, Iterator

from textlint.finding import Safety
from textlint.reports import Described
from textlint.rule import Example, Rule
from textlint.terminal import escape

FIXES = {
    Safety.SAFE: "safe: --fix applies it (where a place is doubtful, only --unsafe-fixes)",
    Safety.UNSAFE: "unsafe: only --unsafe-fixes applies it",
    None: "none",
}


def explain(rule: Described, origin: str) -> Iterator[str]:
    """The lines of a rule's page: reason, languages, fix, and its examples with the place marked."""
    yield f"{rule.code} {rule.name}"
    yield ""
    yield from rule.why.strip().split("\n")
    yield ""
    yield f"Category: {rule.category}"
    yield f"Severity: {rule.severity.label}"
    if not isinstance(rule, Rule):
        return
    if rule.preview:
        yield "Preview: off unless --preview is given"
    if rule.languages:
        yield f"Languages: {', '.join(rule.languages)} (silent where the language is unsure)"
    yield f"Fix: {FIXES[rule.fix]}"
    yield f"From: {origin}"
    yield from _examples("Found, at the marks:", rule.bad)
    yield from _examples("After the fix:", rule.fixed)
    yield from _examples("Not found:", rule.good)
    yield from _examples("Known failures:", rule.known_failures)


def _examples(title: str, examples: Iterable[str | Example]) -> Iterator[str]:
    for number, example in enumerate(examples):
        if number == 0:
            yield ""
            yield title
        text = example.text if isinstance(example, Example) else example
        for at, line in enumerate(text.split("\n")):
            yield ("    " if at else "  - ") + escape(line.replace("\u00a0", "⍽"))


def table(rules: Iterable[Described]) -> Iterator[str]:
    """One line a rule: code, severity, fix, name, summary."""
    for rule in rules:
        fix = rule.fix if isinstance(rule, Rule) else None
        mark = f"{fix} fix" if fix else ""
        preview = " (preview)" if isinstance(rule, Rule) and rule.preview else ""
        yield f"{rule.code}  {rule.severity.label:<8} {mark:<11} {rule.name}{preview}: {rule.summary}"
