"""What pip makes of the project: the wheel, the editable install, and plugins that others wrote."""

import ast
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path
from typing import NamedTuple

import pytest
from checkout import FOLDERS, ROOT, copy_checkout

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
SEED_CODES = {"INJ001", "NAM001", "BLR001", "STR001", "TYP001"}
"""Codes that textlint must find in the seeds, wherever it runs."""


def run(*command, cwd, **environment):
    """Run a program as from a plain shell: no Python setting of this process reaches it."""
    inherited = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "PYTEST"))}
    return subprocess.run(
        list(map(str, command)),
        cwd=cwd,
        env={**inherited, **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


class Environment:
    """A fresh virtual environment."""

    def __init__(self, folder, *packages, **environment):
        self.folder, self.bin = folder, folder / "bin"
        folder.mkdir()
        self._succeed(sys.executable, "-m", "venv", "--without-pip", folder)
        pip = [sys.executable, "-m", "pip", "--python", self.bin / "python"]
        self._succeed(*pip, "install", "--quiet", *packages, **environment)

    def _succeed(self, *command, **environment):
        done = run(*command, cwd=self.folder, **environment)
        assert done.returncode == 0, done.stderr

    def run(self, program, *arguments, cwd, **environment):
        done = run(self.bin / program, *arguments, cwd=cwd, **environment)
        assert "Traceback" not in done.stderr, done.stderr
        return done


@pytest.fixture(scope="module")
def checkout(tmp_path_factory):
    return copy_checkout(tmp_path_factory.mktemp("checkout") / "textlint")


def build_wheel(checkout, folder, **environment):
    build = (sys.executable, "-m", "build", "--wheel", "--outdir", folder, ".")
    done = run(*build, cwd=checkout, **environment)
    assert done.returncode == 0, done.stdout + done.stderr
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def wheel(checkout, tmp_path_factory):
    return build_wheel(
        checkout, tmp_path_factory.mktemp("wheel"), CFLAGS="-O0"
    )  # in a third of the time


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    return Environment(tmp_path_factory.mktemp("installed") / "venv", wheel)


@pytest.fixture(scope="module")
def with_plugin(wheel, tmp_path_factory):
    folder = tmp_path_factory.mktemp("with_plugin")
    plugin = shutil.copytree(ROOT / "tests/plugin", folder / "textlint-acme")
    return Environment(folder / "venv", wheel, plugin, "pytest")


@pytest.fixture
def elsewhere(tmp_path):
    """A folder that holds the seeds and no configuration."""
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    return tmp_path


def codes(report: str) -> set[str]:
    return {json.loads(line)["code"] for line in report.splitlines()}


# --- what pyproject.toml says ---------------------------------------------------------------------


def packages_on_disk():
    for name, folder in FOLDERS.items():
        for init in (ROOT / folder).rglob("__init__.py"):
            yield ".".join([name, *init.parent.relative_to(ROOT / folder).parts])


def test_every_folder_of_rules_is_an_entry_point_and_a_package():
    folders = {init.parent.name for init in (ROOT / "rules").glob("*/__init__.py")}
    entry_points = PROJECT["project"]["entry-points"]["textlint"]
    packages = PROJECT["tool"]["setuptools"]["packages"]
    assert entry_points == {name: f"textlint_rules.{name}" for name in folders}
    assert set(entry_points.values()) <= set(packages)


def test_packages_names_every_package():
    assert sorted(PROJECT["tool"]["setuptools"]["packages"]) == sorted(packages_on_disk())


def test_every_folder_with_modules_is_a_package():
    modules = {file.parent for folder in FOLDERS.values() for file in (ROOT / folder).rglob("*.py")}
    assert [folder for folder in modules if not (folder / "__init__.py").exists()] == []


def test_every_import_is_a_declared_dependency():
    """What only a dependency's dependency brings is gone when that changes its mind."""
    requirements = PROJECT["project"]["dependencies"]
    declared = {re.match(r"[\w.-]+", requirement)[0] for requirement in requirements}
    imported = {
        name.partition(".")[0]
        for folder in FOLDERS.values()
        for file in (ROOT / folder).rglob("*.py")
        for name in imports(file)
    }
    assert imported - sys.stdlib_module_names - FOLDERS.keys() <= declared


def imports(file: Path):
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield node.module


# --- the wheel ------------------------------------------------------------------------------------


def test_wheel_holds_every_module_and_every_data_file(wheel, checkout):
    expected = {
        f"{name}/{file.relative_to(checkout / folder).as_posix()}"
        for name, folder in FOLDERS.items()
        for file in (checkout / folder).rglob("*")
        if file.suffix in (".py", ".toml", ".typed", ".pxd")
    }
    held = zipfile.ZipFile(wheel).namelist()
    compiled = {name.partition(".")[0] for name in held if name.endswith(".so")}
    assert {name for name in held if not re.search(r"\.dist-info/|\.so$", name)} == expected
    types = {name.partition(".")[0] for name in expected if name.endswith(".pxd")}
    assert compiled == (types if shutil.which("cc") else set())
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in held)


def test_without_a_compiler_the_wheel_holds_the_sources_alone(wheel, tmp_path):
    checkout = copy_checkout(tmp_path / "textlint")
    plain = build_wheel(checkout, tmp_path / "wheel", CC="false")
    names = {name for name in zipfile.ZipFile(wheel).namelist() if not name.endswith(".so")}
    assert set(zipfile.ZipFile(plain).namelist()) == names


def test_installed_wheel_lints_from_any_folder(installed, elsewhere):
    """With the platform's own cache folder, as a user has it."""
    done = installed.run(
        "textlint",
        "seeds/",
        "--format",
        "jsonl",
        cwd=elsewhere,
        TEXTLINT_CACHE_DIR="",
        XDG_CACHE_HOME=str(elsewhere / "cache"),
    )
    assert done.stderr == ""
    assert done.returncode == 1
    assert codes(done.stdout) >= SEED_CODES
    assert any((elsewhere / "cache").rglob("patterns-*"))


# --- the editable install -------------------------------------------------------------------------


class Clone(NamedTuple):
    """A checkout, and the environment that it is installed in for working on it."""

    folder: Path
    environment: Environment


@pytest.fixture(scope="module")
def clone(tmp_path_factory):
    folder = tmp_path_factory.mktemp("editable")
    checkout = copy_checkout(folder / "textlint")
    packages = ("--editable", checkout, "pytest")
    return Clone(checkout, Environment(folder / "venv", *packages, CC="false"))  # soon installed


def test_editable_install_sees_edits_live(clone, elsewhere):
    def lint(path):
        done = clone.environment.run("textlint", path, "--format", "jsonl", cwd=elsewhere)
        return done.returncode, codes(done.stdout)

    status, found = lint("seeds")
    assert status == 1
    assert found >= SEED_CODES

    (elsewhere / "fox.txt").write_text("The quick brown fox jumps.\n", "utf-8")
    assert lint("fox.txt") == (0, set())
    pack = clone.folder / "rules" / "boilerplate" / "fox.toml"
    pack.write_text(FOX, "utf-8")
    assert lint("fox.txt") == (1, {"BLR999"})
    pack.unlink()
    assert lint("fox.txt") == (0, set())


FOX = """
[[rule]]
code = "BLR999"
name = "added-while-installed"
severity = "error"
why = "A rule that was written after the installation."
message = "Found {text}"
phrases = ["quick brown fox"]
bad = ["The ⟦quick brown fox⟧ jumps."]
good = ["The fox jumps."]
"""


def test_the_guide_adds_a_rule_with_one_file(clone):
    """The two rules of CONTRIBUTING.md, put where it says and tested as it says."""
    guide = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    added = re.findall(r"`(rules/\S+)`:\n\n```(?:toml|python)\n(.*?)```", guide, re.DOTALL)
    assert [Path(name).suffix for name, _ in added] == [".toml", ".py"]
    for name, content in added:
        (clone.folder / name).write_text(content, "utf-8")
    done = clone.environment.run(
        "pytest", "-v", "tests/test_rules.py", "-k", "BLR900 or LNG900", cwd=clone.folder
    )
    for name, _ in added:
        (clone.folder / name).unlink()
    assert done.returncode == 0, done.stdout
    assert re.search(r"::test_fix_\w+\[BLR900-0\] PASSED", done.stdout)
    assert re.search(r"::test_known_\w+\[LNG900-0\] PASSED", done.stdout)


# --- plugins that others wrote --------------------------------------------------------------------


def test_rules_of_a_plugin_are_listed_among_the_others(with_plugin, tmp_path):
    listed = with_plugin.run("textlint", "--list-rules", cwd=tmp_path).stdout
    assert {"ACM001", "ACM002", "INJ001"} <= set(
        re.findall(r"^[A-Z]{3}\d{3}\b", listed, re.MULTILINE)
    )


def test_rules_of_a_plugin_are_proved_by_the_one_generic_test(with_plugin, tmp_path):
    """A copy of the two files, so that the installed textlint is tested and not the checkout's."""
    for name in ("conftest.py", "test_rules.py"):
        shutil.copy(ROOT / "tests" / name, tmp_path)
    done = with_plugin.run("pytest", "-v", "-k", "ACM", "test_rules.py", cwd=tmp_path)
    assert done.returncode == 0, done.stdout
    passed = set(re.findall(r"::(\w+)\[(ACM\d{3}-\d)\] PASSED", done.stdout))
    assert passed >= {
        ("test_bad_example_is_found_at_its_marks", "ACM001-0"),
        ("test_good_example_stays_silent", "ACM001-1"),
        ("test_bad_example_is_found_at_its_marks", "ACM002-0"),
        ("test_fix_gives_the_fixed_text_and_settles", "ACM002-1"),
    }


def test_broken_plugin_is_named_and_costs_only_itself(with_plugin, elsewhere):
    (elsewhere / "seeds/bridge.txt").write_text("It opened on Monday, 3 September 2023.\n", "utf-8")
    done = with_plugin.run(
        "textlint", "seeds", "--language", "en", "--format", "jsonl", cwd=elsewhere
    )
    assert done.returncode == 3
    assert done.stderr == (
        "textlint: plugin textlint-acme:broken was skipped: RuntimeError: broken on purpose\n"
    )
    assert codes(done.stdout) >= SEED_CODES | {"ACM001"}


def test_two_plugins_with_one_code_are_both_named(with_plugin, elsewhere):
    rival = elsewhere / "site-packages"
    metadata = rival / "textlint_rival-1.0.dist-info"
    metadata.mkdir(parents=True)
    (metadata / "METADATA").write_text(
        "Metadata-Version: 2.1\nName: textlint-rival\nVersion: 1.0\n"
    )
    (metadata / "entry_points.txt").write_text("[textlint]\nrules = rival_rules\n")
    shutil.copytree(ROOT / "tests/plugin/acme_rules", rival / "rival_rules")
    done = with_plugin.run("textlint", "seeds", cwd=elsewhere, PYTHONPATH=str(rival))
    assert (done.returncode, done.stdout) == (2, "")
    assert (
        "rule ACM002 is claimed by textlint-acme:rules and by textlint-rival:rules" in done.stderr
    )
