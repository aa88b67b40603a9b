"""Which files are found: endings, .gitignore files, exclusion."""

import os

import pytest
from pathspec import GitIgnoreSpec

from textlint.discover import Filter, _Ignore, discover


@pytest.fixture
def tree(tmp_path, monkeypatch):
    def plant(**files):
        (tmp_path / ".git").mkdir(exist_ok=True)
        for name, text in files.items():
            path = tmp_path / name.replace("__", "/").replace("_dot_", ".")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        monkeypatch.chdir(tmp_path)
        return tmp_path

    return plant


def found(*paths, **chosen):
    errors = []
    files = list(discover(paths, Filter(**chosen), errors.append))
    assert not errors
    return files


def test_a_directory_gives_its_texts_in_order(tree):
    tree(b_dot_txt="", a_dot_md="", c_dot_jsonl="", d_dot_png="", sub__e_dot_txt="")
    assert found(".") == ["a.md", "b.txt", "c.jsonl", "sub/e.txt"]


def test_a_named_file_is_taken_whatever_its_name(tree):
    tree(a_dot_log="")
    assert found("a.log", "missing") == ["a.log", "missing"]


def test_a_file_named_twice_is_linted_once(tree):
    tree(a_dot_txt="")
    assert found("a.txt", ".", "./a.txt") == ["a.txt"]


def test_gitignore_files_hold_below_them_and_the_inner_one_wins(tree):
    tree(
        _dot_gitignore="drafts/\n*.md\n",
        a_dot_md="",
        b_dot_txt="",
        drafts__c_dot_txt="",
        sub___dot_gitignore="!keep.md\nb.txt\n",
        sub__keep_dot_md="",
        sub__b_dot_txt="",
    )
    assert found(".") == ["b.txt", "sub/keep.md"]
    assert found("sub") == ["sub/keep.md"]


def test_an_ignored_directory_that_is_named_is_searched(tree):
    tree(_dot_gitignore="drafts/\n", drafts__a_dot_txt="")
    assert found("drafts") == ["drafts/a.txt"]


def test_gitignore_can_be_disrespected(tree):
    tree(_dot_gitignore="*.txt\n", a_dot_txt="")
    assert found(".", gitignore=False) == ["a.txt"]


def test_exclude_holds_for_what_is_searched_and_by_force_for_what_is_named(tree):
    tree(a_dot_txt="", vendor__b_dot_txt="")
    assert found(".", exclude=("vendor/",)) == ["a.txt"]
    assert found("vendor/b.txt", exclude=("vendor/",)) == ["vendor/b.txt"]
    assert found("vendor/b.txt", exclude=("vendor/",), force=True) == []
    assert found("vendor", exclude=("vendor/",), force=True) == []


def test_tools_folders_are_passed_over(tree):
    tree(node_modules__a_dot_txt="", _dot_venv__b_dot_txt="", c_dot_txt="")
    assert found(".") == ["c.txt"]


def test_links_to_folders_are_not_followed(tree):
    root = tree(a_dot_txt="")
    (root / "loop").symlink_to(root)
    assert found(".") == ["a.txt"]


def test_a_folder_that_cannot_be_listed_is_told(tree, monkeypatch):
    tree(a_dot_txt="", sub__b_dot_txt="")
    errors = []

    scandir = os.scandir

    def refuse(path):
        if str(path).endswith("sub"):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr("os.scandir", refuse)
    assert list(discover(["."], Filter(), errors.append)) == ["a.txt"]
    assert [error.filename for error in errors] == ["./sub"]


@pytest.mark.parametrize(
    "line", ["drafts/", "/a.txt", "*.txt", "a.tx[st]", "b", "*a*", "sub/a.txt", "!a"]
)
def test_the_quick_look_at_a_line_hides_nothing(line):
    paths = ["a.txt", "b/a.txt", "drafts/c.txt", "sub/a.txt", "sub/b", "xay"]
    spec = GitIgnoreSpec.from_lines([line])
    ours = _Ignore("", [line])
    for path in paths:
        assert ours.verdict(path, folder=False) == spec.check_file(path).include
