"""Configuration files: where they are found, what they may say."""

import os

import pytest

from textlint.config import ConfigError, Settings, load


@pytest.fixture
def project(tmp_path, monkeypatch):
    (tmp_path / ".git").mkdir()
    (tmp_path / "deep" / "er").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "deep" / "er")
    return tmp_path


def test_the_nearest_file_counts(project):
    (project / "pyproject.toml").write_text('[tool.textlint]\nselect = ["TYP"]\n')
    assert load(None, {}).select == ("TYP",)
    (project / "deep" / "textlint.toml").write_text('select = ["INJ"]\n')
    assert load(None, {}).select == ("INJ",)


def test_a_pyproject_without_a_word_of_textlint_is_passed_over(project):
    (project / "textlint.toml").write_text('select = ["TYP"]\n')
    (project / "deep" / "pyproject.toml").write_text('[tool.other]\nselect = "x"\n')
    assert load(None, {}).select == ("TYP",)


def test_nothing_above_the_repository_counts(project):
    (project / "textlint.toml").write_text('select = ["TYP"]\n')
    (project / "deep" / ".git").mkdir()
    assert load(None, {}) == Settings()


def test_the_command_line_wins(project):
    (project / "textlint.toml").write_text('select = ["TYP"]\nfail-on = "error"\n')
    settings = load(None, {"select": ("INJ",)})
    assert (settings.select, settings.fail_on) == (("INJ",), "error")


def test_isolated_reads_none(project):
    (project / "textlint.toml").write_text('select = ["TYP"]\n')
    assert load(None, {}, isolated=True) == Settings()


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ('selct = ["TYP"]', "unknown key 'selct'; did you mean 'select'?"),
        ('select = "TYP"', "select: Expected `array`, got `str`"),
        ('fail-on = "always"', "fail-on: 'always' is none of error, warning, info, never"),
        ("preview = 1", "preview: Expected `bool`, got `int`"),
        ("preview = ", "no valid TOML"),
    ],
)
def test_what_cannot_be_is_said_with_its_file_and_key(project, text, error):
    (project / "textlint.toml").write_text(text)
    with pytest.raises(ConfigError) as caught:
        load(None, {})
    assert str(caught.value).startswith(f"{project / 'textlint.toml'}: ")
    assert error in str(caught.value)


def test_a_file_that_changes_and_keeps_its_time_is_read_anew(tmp_path):
    file = tmp_path / "textlint.toml"
    file.write_text('ignore = ["TYP001"]\n')
    before = file.stat()
    assert load(file, {}).ignore == ("TYP001",)
    file.write_text('ignore = ["TYP009"]\n')
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert load(file, {}).ignore == ("TYP009",)


def test_an_unknown_rule_is_said_with_the_file_that_names_it(textlint, tmp_path):
    (tmp_path / "article.txt").write_text("The harbour opens in May.\n")
    (tmp_path / "textlint.toml").write_text('ignore = ["TYPO1"]\n')
    told = f"textlint: {tmp_path / 'textlint.toml'}: unknown rule 'TYPO1'; did you mean 'TYP'?\n"
    done = textlint("article.txt")
    assert (done.returncode, done.err) == (2, told)
    done = textlint("article.txt", "--select", "TPY")
    assert (done.returncode, done.err) == (2, "textlint: unknown rule 'TPY'; did you mean 'TYP'?\n")
