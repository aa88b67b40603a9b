"""What the README says is what the program does."""

import re
from pathlib import Path

import pytest

from textlint.plugins import load
from textlint.sources import FAULTS

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")


def blocks(kind):
    return re.findall(rf"```{kind}\n(.*?)```", README, re.DOTALL)


def test_the_readme_has_two_commands():
    assert [len(block.splitlines()) for block in blocks("sh")] == [1, 1]


def test_the_readme_shows_what_is_printed(textlint):
    printed = textlint("seeds/", cwd=ROOT).out
    excerpt = blocks("text")[0]
    for part in excerpt.strip("\n").split("\n\n"):
        assert part in printed


@pytest.mark.parametrize("rule", [*load().rules.values(), *FAULTS.values()], ids=lambda r: r.code)
def test_the_readme_lists_the_rule(rule):
    fix = getattr(rule, "fix", None) or ""
    assert f"| {rule.code} | {rule.name} | {rule.severity.label} | {fix} | {rule.summary} |\n" in README


def test_the_readme_lists_no_other_rule():
    listed = re.findall(r"^\| ([A-Z]{3}\d{3}) ", README, re.MULTILINE)
    assert listed == sorted({*load().rules, *FAULTS})
