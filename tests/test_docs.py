"""What the README says is what the program does."""

import re
from pathlib import Path

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


def test_the_readme_names_every_category():
    listed = set(re.findall(r"\*\*([A-Z]{3})\*\*", README))
    assert listed == {code[:3] for code in (*load().rules, *FAULTS)}
