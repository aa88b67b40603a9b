"""The hooks as pre-commit really runs them: in its own environment, from a commit of this checkout."""

import os
import subprocess
import sys

import pytest
from checkout import copy_checkout

CLEAN = "The harbour opens in May.\n"
COMMENT_FORM = "The harbour opens in May.\n\nLeave a Reply\n"


@pytest.fixture(scope="module")
def shell(tmp_path_factory):
    """Run a program with no git configuration but this: no user's, no outer hook's."""
    mine = {
        "PRE_COMMIT_HOME": str(tmp_path_factory.mktemp("pre-commit")),
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "CC": "false",  # hooks do the same where nothing is compiled, and are installed sooner
        **{f"GIT_{who}_NAME": "Tester" for who in ("AUTHOR", "COMMITTER")},
        **{f"GIT_{who}_EMAIL": "tester@example.org" for who in ("AUTHOR", "COMMITTER")},
    }
    inherited = {k: v for k, v in os.environ.items() if not k.startswith(("GIT_", "PYTHON"))}

    def run(folder, *command):
        return subprocess.run(
            list(map(str, command)),
            cwd=folder,
            env={**inherited, **mine},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )

    return run


@pytest.fixture(scope="module")
def commit(shell):
    """Make a folder a git repository with all of its files committed; gives the commit."""

    def make(folder):
        for command in (["init", "--quiet"], ["add", "--all"], ["commit", "--quiet", "-m", "All"]):
            done = shell(folder, "git", *command)
            assert done.returncode == 0, done.stdout
        return shell(folder, "git", "rev-parse", "HEAD").stdout.strip()

    return make


@pytest.fixture(scope="module")
def configuration(commit, tmp_path_factory):
    """A .pre-commit-config.yaml that takes both hooks from this checkout, uncommitted changes included."""
    hooks = copy_checkout(tmp_path_factory.mktemp("hooks") / "textlint")
    return f"""\
repos:
  - repo: {hooks}
    rev: {commit(hooks)}
    hooks:
      - id: textlint
      - id: textlint-fix
"""


class Repository:
    """A throwaway repository that uses the hooks."""

    def __init__(self, folder, shell):
        self.folder, self._shell = folder, shell

    def read(self, name):
        return (self.folder / name).read_text("utf-8")

    def write(self, name, text):
        file = self.folder / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, "utf-8")

    def stage(self, name, text):
        self.write(name, text)
        assert self._shell(self.folder, "git", "add", name).returncode == 0

    def hook(self, name):
        """Run one hook on what is staged, as `git commit` would."""
        pre_commit = [sys.executable, "-m", "pre_commit"]
        return self._shell(self.folder, *pre_commit, "run", name, "--color", "never")


@pytest.fixture
def repository(tmp_path, shell, commit, configuration):
    (tmp_path / ".pre-commit-config.yaml").write_text(configuration, "utf-8")
    (tmp_path / "pyproject.toml").write_text('[tool.textlint]\nexclude = ["raw/"]\n', "utf-8")
    commit(tmp_path)
    return Repository(tmp_path, shell)


def test_clean_file_passes(repository):
    repository.stage("article.txt", CLEAN)
    done = repository.hook("textlint")
    assert done.returncode == 0, done.stdout
    assert "Passed" in done.stdout


def test_defect_fails_and_is_shown(repository):
    repository.stage("article.txt", COMMENT_FORM)
    done = repository.hook("textlint")
    assert done.returncode == 1
    assert "article.txt:3:1" in done.stdout
    assert "BLR001" in done.stdout
    assert repository.read("article.txt") == COMMENT_FORM


def test_other_kinds_of_file_are_passed_over(repository):
    repository.stage("article.html", COMMENT_FORM)
    assert "no files to check" in repository.hook("textlint").stdout


@pytest.mark.parametrize("name", ["article.md", "articles.jsonl"])
def test_markdown_and_records_are_linted(repository, name):
    record = '{"id": 1, "text": "The harbour opens in May.\\n\\nLeave a Reply\\n"}\n'
    repository.stage(name, record if name.endswith("jsonl") else COMMENT_FORM)
    done = repository.hook("textlint")
    assert done.returncode == 1
    assert "BLR001" in done.stdout


def test_fix_fails_when_it_repairs_and_passes_once_that_is_staged(repository):
    repository.stage("article.txt", COMMENT_FORM)
    done = repository.hook("textlint-fix")
    assert done.returncode == 1
    assert "files were modified by this hook" in done.stdout
    assert repository.read("article.txt") == CLEAN

    repository.stage("article.txt", CLEAN)
    done = repository.hook("textlint-fix")
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("hook", ["textlint", "textlint-fix"])
def test_excluded_path_is_left_out_though_the_hook_names_it(repository, hook):
    repository.stage("raw/article.txt", COMMENT_FORM)
    done = repository.hook(hook)
    assert done.returncode == 0, done.stdout
    assert repository.read("raw/article.txt") == COMMENT_FORM


PARAGRAPHS = "".join(f"The harbour opened in {year}.\n\n" for year in range(1990, 2000))


def test_what_is_not_staged_is_not_linted(repository):
    repository.stage("article.txt", CLEAN)
    repository.write("article.txt", COMMENT_FORM)
    assert repository.hook("textlint").returncode == 0
    assert repository.read("article.txt") == COMMENT_FORM


def test_fix_of_a_partly_staged_file_keeps_what_is_not_staged(repository):
    repository.stage("article.txt", PARAGRAPHS + COMMENT_FORM)
    repository.write("article.txt", "A line to come.\n\n" + PARAGRAPHS + COMMENT_FORM)
    done = repository.hook("textlint-fix")
    assert "files were modified by this hook" in done.stdout
    assert repository.read("article.txt") == "A line to come.\n\n" + PARAGRAPHS + CLEAN
