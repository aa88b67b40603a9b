"""The tools that fit and measure rules: they start, whatever was renamed since."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TOOLS = sorted((ROOT / "tools").glob("*.py"))

NEEDS = {"fit_line_judge": "numpy"}
"""Packages that a tool needs beyond those of the tests."""


@pytest.mark.parametrize("tool", TOOLS, ids=lambda tool: tool.stem)
def test_a_tool_starts(tool):
    if package := NEEDS.get(tool.stem):
        pytest.importorskip(package, reason=f"{tool.stem} needs {package}")
    done = subprocess.run(
        [sys.executable, tool, "--help"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, "usage:" in done.stdout) == (0, True), done.stderr


def test_names_are_respelled_and_found():
    tool, seeds = TOOLS[0].with_name("respell_names.py"), ROOT / "seeds"
    command = [sys.executable, tool, *sorted(seeds.glob("*.txt")), "--most", "3"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, "swap: 3 made" in done.stdout) == (0, True), done.stderr
