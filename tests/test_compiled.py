"""Modules with C types beside them: compiled where a compiler is, the same findings as plain Python."""

import importlib
import json
import random
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from checkout import FOLDERS, ROOT

from benchmarks.operations import examples
from textlint.plugins import load

TYPES = sorted(
    path.relative_to(ROOT) for folder in FOLDERS.values() for path in (ROOT / folder).rglob("*.pxd")
)
ODD = (
    "\x00\t\r\x85\u00a0\u00ad\u200b\u2028\ufeff\ufffd\udc80\udcff\U0001f600"
    "ǅßſİéе東가กא ँ“”’.,;:!?()[]<>&#*|-–—/\\"
)
"""Characters that a slip in a loop over characters may take for others."""


@pytest.mark.parametrize("types", TYPES, ids=str)
def test_what_runs_is_compiled_from_the_present_source(types):
    folder, *inner = types.with_suffix("").parts
    package = next(name for name, its in FOLDERS.items() if its == folder)
    module = Path(importlib.import_module(".".join([package, *inner])).__file__)
    if module.suffix == ".py":
        assert not shutil.which("cc"), "there is a C compiler: see what setup.py build_ext says"
        pytest.skip("no C compiler: the module runs as it is")
    used = re.findall(r"^from \.(\w+) cimport", (ROOT / types).read_text("utf-8"), re.MULTILINE)
    sources = [ROOT / types.with_suffix(".py")]
    sources += [ROOT / types.with_name(f"{name}.pxd") for name in (types.stem, *used)]
    assert module.stat().st_mtime >= max(source.stat().st_mtime for source in sources), (
        "an older source was compiled: python setup.py build_ext --inplace"
    )


def broken(text, draw):
    """The text with some characters and words replaced, doubled, taken out."""
    parts = text.split(" ")
    for _ in range(len(parts) // 12 + 1):
        at = draw.randrange(len(parts))
        parts[at] = draw.choice(
            [parts[at] + draw.choice(ODD), draw.choice(ODD), parts[at].upper(), ""]
        )
    return draw.choice([" ", " ", "\n", ""]).join(parts)


@pytest.fixture(scope="module")
def records(tmp_path_factory):
    """Every example of every rule, every third one broken too, the seeds, long texts of many examples."""
    draw = random.Random(6)
    texts = [path.read_text("utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))]
    categories = {rule.category for rule in load().rules.values()}
    texts += [text for kind in ("bad", "good") for text in examples(kind, categories)]
    texts += ["\n".join(draw.choices(texts, k=60)) for _ in range(8)]
    texts += [broken(text, draw) for text in texts[::3]]
    file = tmp_path_factory.mktemp("records") / "texts.jsonl"
    file.write_text("".join(json.dumps({"text": text}) + "\n" for text in texts), "ascii")
    return file


def run(*command):
    done = subprocess.run(
        [sys.executable, *map(str, command)],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    assert done.returncode in (0, 1), done.stderr.decode()
    return done.stdout


def test_plain_python_finds_the_same(records):
    options = ("textlint", records, "--isolated", "--format", "jsonl", "--preview")
    options = (*options, "--min-severity", "info")
    compiled = run("-m", *options)
    assert len(compiled.splitlines()) > 2500
    assert run("tests/uncompiled.py", *options) == compiled


def test_plain_python_takes_no_more_by_kilobyte_in_a_longer_text():
    """What is compiled cannot be counted: the operations of its loops are those of their source."""
    chosen = ("tests/test_operations.py", "-k", "longer", "-q", "-p", "no:cacheprovider")
    run("tests/uncompiled.py", "pytest", *chosen)
