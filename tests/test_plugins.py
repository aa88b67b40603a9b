"""Plugins: loaded one by one; what is wrong with one is said and costs it alone."""

import os
import sys

import pytest

from textlint import plugins
from textlint.plugins import PluginError, load

RULE = '''
from textlint.api import Finding, Severity, hookimpl, rule

@rule("{code}", severity=Severity.ERROR, patterns=["acme"], bad=["⟦acme⟧"], good=["b"])
def acme_word(document, match):
    """The word acme."""
    {body}

@hookimpl
def textlint_rules():
    return [acme_word]
'''
FIND = 'yield Finding(*match.span(), "found")'


@pytest.fixture
def plugin(tmp_path, monkeypatch):
    """Write an importable plugin module; its name."""
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    names = []

    def write(name, code="ACM001", body=FIND, source=RULE):
        (tmp_path / f"{name}.py").write_text(source.format(code=code, body=body))
        names.append(name)
        return name

    yield write
    for name in names:
        sys.modules.pop(name, None)


def installed(monkeypatch, **modules):
    """Let these, by entry point name, be all the plugins that are installed."""
    points = [plugins._Point(f"acme:{name}", module) for name, module in modules.items()]  # noqa: SLF001
    monkeypatch.setattr(plugins, "_entry_points", lambda: points)


def test_the_built_in_categories_come_through_the_door():
    catalogue = load()
    assert catalogue.origins["INJ001"] == "textlint:injection"
    assert not catalogue.broken
    assert list(catalogue.rules) == sorted(catalogue.rules)


def test_a_broken_plugin_is_named_and_the_others_load(monkeypatch, plugin):
    good = plugin("acme_good")
    bad = plugin("acme_bad", source="raise RuntimeError('no licence')")
    odd = plugin("acme_odd", source=RULE.replace("return [acme_word]", "return [42]"))
    installed(monkeypatch, good=good, bad=bad, gone="no_such_module", odd=odd)
    catalogue = load()
    assert list(catalogue.rules) == ["ACM001"]
    assert [(b.plugin.partition(":")[2], b.reason.partition(":")[0]) for b in catalogue.broken] == [
        ("bad", "RuntimeError"),
        ("gone", "ModuleNotFoundError"),
        ("odd", "handed over 42, which is no Rule"),
    ]


def test_two_plugins_with_one_code_are_an_error_that_names_both(monkeypatch, plugin):
    installed(monkeypatch, one=plugin("acme_one"), two=plugin("acme_two"))
    with pytest.raises(PluginError, match=r"rule ACM001 is claimed by acme:one and by acme:two"):
        load()


def test_a_plugin_given_by_name_runs(textlint, plugin, tmp_path):
    (tmp_path / "a.txt").write_text("of acme\n")
    done = textlint("a.txt", "--plugin", plugin("acme_named"), "--format", "concise")
    assert done.out.startswith("a.txt:1:4 ACM001 found\n")


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("raise KeyError('boom')", "KeyError: 'boom'"),
        ('yield Finding(0, 999, "far")', "ValueError: span 0-999 is outside the text"),
        ("return 3", "TypeError"),
    ],
)
def test_a_rule_that_fails_is_named_and_the_rest_goes_on(textlint, plugin, tmp_path, body, reason):
    (tmp_path / "a.txt").write_text("The people of acme said that it was so .\n")
    done = textlint("a.txt", "--plugin", plugin("acme_fails", body=body), "--format", "concise")
    assert done.returncode == 3
    assert done.out.startswith("a.txt:1:39 TYP001")
    assert f"a.txt: rule ACM001 failed: {reason}" in done.err


def test_a_projects_configuration_cannot_load_code(textlint, plugin, tmp_path):
    plugin("acme_evil", source="open('marker', 'w')")
    (tmp_path / "textlint.toml").write_text('plugins = ["acme_evil"]\n')
    (tmp_path / "a.txt").touch()
    done = textlint("a.txt")
    assert done.returncode == 2
    assert "plugins: a project's configuration cannot load code" in done.err
    assert not (tmp_path / "marker").exists()


def test_the_users_own_configuration_can(textlint, plugin, tmp_path):
    home = tmp_path / "home" / "textlint"
    home.mkdir(parents=True)
    (home / "textlint.toml").write_text(f'plugins = ["{plugin("acme_own")}"]\n')
    (tmp_path / "a.txt").write_text("of acme\n")
    done = textlint("a.txt", "--format", "concise", XDG_CONFIG_HOME=str(home.parent))
    assert done.out.startswith("a.txt:1:4 ACM001 found\n")


def test_what_lies_in_the_linted_tree_is_no_plugin(textlint, plugin, tmp_path):
    """`python -m textlint` has the working directory on its search path."""
    plugin("acme_evil", source="open('marker', 'w')")
    info = tmp_path / "evil-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: evil\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[textlint]\nevil = acme_evil\n")
    (tmp_path / "a.txt").write_text("It rained .\n")
    done = textlint("a.txt", "--format", "concise", PYTHONPATH="")
    assert done.returncode == 1
    assert not (tmp_path / "marker").exists()


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("import sys; sys.exit(4)", "SystemExit: 4"),
        ("x = 1", "implements no hook of textlint"),
        ("raise ValueError('one\\ntwo')", "ValueError: one"),
    ],
)
def test_the_reason_is_said_in_a_line(monkeypatch, plugin, source, reason):
    installed(monkeypatch, bad=plugin("acme_bad", source=source))
    assert load().broken == [("acme:bad", reason)]


def test_a_plugin_may_be_an_object_in_a_module(monkeypatch, plugin):
    name = plugin(
        "acme_object", source=RULE + "\nimport sys\nclass box:\n    it = sys.modules[__name__]\n"
    )
    installed(monkeypatch, good=f"{name}:box.it")
    assert list(load().rules) == ["ACM001"]


def test_a_plugin_with_a_pattern_that_cannot_be_used_costs_itself(
    textlint, plugin, tmp_path, monkeypatch
):
    name = plugin("acme_pattern", source=RULE.replace('["acme"]', '["(acme"]'))
    info = tmp_path / "lib" / "acme-1.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: acme\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(f"[textlint]\nit = {name}\n")
    (tmp_path / "a.txt").write_text("It rained .\n")
    path = os.pathsep.join([str(tmp_path), str(info.parent)])
    done = textlint("a.txt", "--format", "concise", PYTHONPATH=path)
    assert done.returncode == 3
    assert done.out.startswith("a.txt:1:10 TYP001")
    assert "plugin acme:it was skipped: rule ACM001: pattern: '(acme' is no regular" in done.err
