"""Fixtures that several test files share."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
sys.path.append(str(ROOT))  # for benchmarks/, which is not installed; what is installed goes first


# Tests neither read nor fill the user's cache, nor see the user's configuration; set before any test
# module is imported, since some load the rules at once. Workers of pytest-xdist share what is made here.
if "PYTEST_XDIST_WORKER" not in os.environ:
    OWN = tempfile.TemporaryDirectory(prefix="textlint-tests-")
    os.environ["TEXTLINT_CACHE_DIR"] = f"{OWN.name}/cache"
    os.environ["XDG_CONFIG_HOME"] = f"{OWN.name}/config"


@pytest.fixture
def textlint(tmp_path):
    """Run the command line in a folder of its own; the finished process, its output as text."""

    def run(*arguments, stdin=b"", cwd=tmp_path, **environment):
        done = subprocess.run(
            [sys.executable, "-m", "textlint", *map(str, arguments)],
            input=stdin,
            capture_output=True,
            cwd=cwd,
            env={**os.environ, **environment},
            check=False,
        )
        done.out = done.stdout.decode("utf-8")
        done.err = done.stderr.decode("utf-8")
        assert "Traceback" not in done.err, done.err
        return done

    return run
