"""The tools that fit and measure rules: they start, whatever was renamed since."""

import subprocess
import sys
from pathlib import Path

import pytest

TOOLS = sorted((Path(__file__).parents[1] / "tools").glob("*.py"))


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
