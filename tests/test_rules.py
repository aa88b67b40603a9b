"""Every example of every installed rule, third-party rules included, is tested here."""

import functools

import pytest

from textlint.document import Document
from textlint.finding import Finding, Safety
from textlint.fix import apply, choose, fix
from textlint.lint import Linter, run, scanner
from textlint.plugins import load
from textlint.rule import Example, Rule, unmark
from textlint.scan import ReferenceScanner

CATALOGUE = load()
EVERY = scanner(CATALOGUE.rules)
"""Finds what the reference scanner does, which `test_scan.py` holds it to, in a tenth of the time."""
RULES = list(CATALOGUE.rules.values())


def cases(kind: str):
    return [
        pytest.param(rule, example, id=f"{rule.code}-{number}")
        for rule in RULES
        for number, example in enumerate(getattr(rule, kind))
    ]


def document(rule: Rule, example: str | Example) -> Document:
    given = example if isinstance(example, Example) else Example(example)
    language = given.language or (rule.languages[0] if rule.languages else None)
    return Document(unmark(given.text).text, "example.txt", language=language)


@functools.cache
def own_scanner(code: str) -> ReferenceScanner:
    return ReferenceScanner({code: CATALOGUE.rules[code]})


def findings(rule: Rule, text: Document) -> list[Finding]:
    linter = Linter({rule.code: rule}, own_scanner(rule.code))
    found = linter.lint([text])[0]
    assert not linter.failures
    return found


def test_no_plugin_is_broken():
    assert not CATALOGUE.broken


@pytest.mark.parametrize(("rule", "example"), cases("bad"))
def test_bad_example_is_found_at_its_marks(rule, example):
    marked = unmark(example.text if isinstance(example, Example) else example)
    assert marked.spans, "a bad example marks the expected spans"
    found = findings(rule, document(rule, example))
    assert [(f.start, f.end) for f in found] == marked.spans
    assert all(f.fix is None or rule.fix is not None for f in found)
    assert all(f.fix is None or rule.fix is Safety.SAFE or f.fix.safety is rule.fix for f in found)


@pytest.mark.parametrize(("rule", "example"), cases("good"))
def test_good_example_stays_silent(rule, example):
    assert findings(rule, document(rule, example)) == []


@pytest.mark.parametrize(("rule", "example"), cases("known_failures"))
def test_known_failure_still_fails(rule, example):
    """Remove it from the rule's `known_failures` when it works."""
    marked = unmark(example.text if isinstance(example, Example) else example)
    found = findings(rule, document(rule, example))
    assert [(f.start, f.end) for f in found] != marked.spans


@pytest.mark.parametrize(
    ("rule", "number"),
    [pytest.param(r, n, id=f"{r.code}-{n}") for r in RULES for n in range(len(r.fixed))],
)
def test_fix_gives_the_fixed_text_and_settles(rule, number):
    before = document(rule, rule.bad[number])
    result = fix(before, findings(rule, before), lambda d: findings(rule, d), unsafe=True)
    assert result.text == rule.fixed[number]
    assert not result.fighting


@pytest.mark.parametrize(
    ("rule", "number"),
    [pytest.param(r, n, id=f"{r.code}-{n}") for r in RULES for n in range(len(r.fixed))],
)
def test_safe_fix_raises_no_new_finding(rule, number):
    linter = Linter(CATALOGUE.rules, EVERY)
    before = document(rule, rule.bad[number])
    edits, _ = choose(before.text, findings(rule, before), unsafe=False)
    after = before.with_text(apply(before.text, edits))
    known = {f.code for f in linter.lint([before])[0]}
    assert {f.code for f in linter.lint([after])[0]} <= known


@functools.cache
def every_text() -> list[Document]:
    kinds = ("bad", "good", "known_failures")
    return [
        document(rule, example)
        for rule in RULES
        for kind in kinds
        for example in getattr(rule, kind)
    ]


@pytest.mark.parametrize("rule", [pytest.param(r, id=r.code) for r in RULES if r.gate])
def test_a_gate_hides_nothing(rule):
    """Where it is closed the rule itself finds nothing, in the examples of all rules."""
    scan = ReferenceScanner({rule.code: rule}).scan
    closed = [text for text in every_text() if not scan([text])[0]]
    assert closed
    assert [text.text for text in closed if list(run(rule, text))] == []


def test_texts_with_windows_line_breaks_have_the_same_findings():
    def places(text: Document) -> set[tuple[str, int]]:
        found = Linter(CATALOGUE.rules, EVERY).lint([text])[0]
        return {(f.code, f.start - text.text.count("\r", 0, f.start)) for f in found}

    texts = [text for text in every_text() if "\n" in text.text and "\r" not in text.text]
    same = [text.with_text(text.text.replace("\n", "\r\n")) for text in texts]
    assert texts
    differing = [a.text for a, b in zip(texts, same, strict=True) if places(a) != places(b)]
    assert differing == []


def test_texts_with_windows_line_breaks_are_fixed_in_the_same_way():
    for rule in RULES:
        for example, wanted in zip(rule.bad if rule.fixed else (), rule.fixed, strict=True):
            before = document(rule, example)
            if "\n" in before.text and "\r" not in before.text:
                text = before.with_text(before.text.replace("\n", "\r\n"))
                result = fix(
                    text, findings(rule, text), functools.partial(findings, rule), unsafe=True
                )
                assert result.text == wanted.replace("\n", "\r\n")
