"""Fixtures that several test files share."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory):
    """Tests neither read nor fill the user's cache, nor see the user's configuration."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TEXTLINT_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
        patch.setenv("XDG_CONFIG_HOME", str(tmp_path_factory.mktemp("config")))
        yield


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
