"""Documents to findings: rules that yield to others at the same place."""

import msgspec
import pytest

from textlint.document import Document
from textlint.finding import Edit, Finding, Fix, Severity, Span
from textlint.lint import Linter
from textlint.pattern import Pattern
from textlint.rule import Rule, RuleError
from textlint.scan import ReferenceScanner


def rule(code, pattern, **given):
    def check(_document, match):
        yield Finding(*match.span(), "found")

    return Rule(
        code=code,
        name=code.lower(),
        severity=Severity.ERROR,
        why="A test.",
        check=check,
        bad=("⟦x⟧",),
        good=("y",),
        patterns=(Pattern(pattern),),
        **given,
    )


def codes(text, *rules):
    by_code = {each.code: each for each in rules}
    findings = Linter(by_code, ReferenceScanner(by_code)).lint([Document(text)])[0]
    return [(finding.code, finding.start) for finding in findings]


@pytest.mark.parametrize("to", ["AAA001", "AAA"])
def test_a_rule_yields_where_another_says_more(to):
    plain, general = rule("AAA001", "menu"), rule("BBB001", "[a-z]+", yields=(to,))
    assert codes("menu text", plain, general) == [("AAA001", 0), ("BBB001", 5)]


def test_a_rule_yields_to_none_that_does_not_run():
    assert codes("menu", rule("BBB001", "[a-z]+", yields=("AAA001",))) == [("BBB001", 0)]


def test_a_rule_does_not_yield_to_itself():
    assert codes("menu", rule("AAA001", "[a-z]+", yields=("AAA",))) == [("AAA001", 0)]


def test_places_that_only_touch_are_two():
    rules = rule("AAA001", "menu"), rule("BBB001", "text", yields=("AAA",))
    assert codes("menutext", *rules) == [("AAA001", 0), ("BBB001", 4)]


def test_a_rule_with_a_gate_is_asked_only_where_it_is_open():
    asked = []

    def check(document):
        asked.append(document.text)
        yield Finding(0, 1, "found")

    gated = Rule(
        code="AAA001",
        name="gated",
        severity=Severity.ERROR,
        why="A test.",
        check=check,
        bad=("⟦x⟧",),
        good=("y",),
        gate=(Pattern("x+"),),
    )
    rules = {"AAA001": gated}
    linter = Linter(rules, ReferenceScanner(rules))
    found = linter.lint([Document("a box"), Document("a cup")])
    assert ([len(own) for own in found], asked) == ([1, 0], ["a box"])


def test_a_rule_that_is_always_asked_is_asked_once_where_nothing_matches_as_well():
    asked = []

    def check(document, matches):
        asked.append((document.text, [match[0] for match in matches]))
        return [Finding(*match.span(), "found") for match in matches]

    always = Rule(
        code="AAA001",
        name="always",
        severity=Severity.ERROR,
        why="A test.",
        check=check,
        bad=("⟦x⟧",),
        good=("y",),
        patterns=(Pattern("x+"),),
        together=True,
        always=True,
    )
    rules = {"AAA001": always}
    linter = Linter(rules, ReferenceScanner(rules))
    found = linter.lint([Document("a box, a fox"), Document("a cup")])
    assert [len(own) for own in found] == [2, 0]
    assert asked == [("a box, a fox", ["x", "x"]), ("a cup", [])]


def test_patterns_and_a_gate_contradict_each_other():
    with pytest.raises(RuleError, match="give one of the two"):
        rule("AAA001", "menu", gate=(Pattern("x"),))


@pytest.mark.parametrize(
    ("made", "reason"),
    [
        (Finding(0, 9, "x"), "span 0-9 is outside the text of 4 code points"),
        (Finding(0, 1, "x", related=(Span(3, 5),)), "span 3-5 is outside"),
        (Finding(0, 1, "x", Fix((Edit(2, 5),))), "span 2-5 is outside"),
        (Finding(0, 1, "x", Fix((Edit(2, 4), Edit(0, 3)))), "the edits of its fix overlap"),
    ],
)
def test_a_rule_that_reports_what_cannot_be_fails_and_the_rest_goes_on(made, reason):
    wrong = msgspec.structs.replace(
        rule("AAA001", "menu"), check=lambda _document, _match: iter([Finding(0, 1, "x"), made])
    )
    rules = {"AAA001": wrong, "BBB001": rule("BBB001", "enu")}
    linter = Linter(rules, ReferenceScanner(rules))
    assert [finding.code for finding in linter.lint([Document("menu")])[0]] == ["BBB001"]
    assert [failure.code for failure in linter.failures] == ["AAA001"]
    assert reason in linter.failures[0].reason
