"""Rules kept between runs: the same rules, their code imported at first use."""

import importlib
import sys

import pytest

from textlint import cache
from textlint.document import Document
from textlint.lint import Linter
from textlint.plugins import rules_in
from textlint.scan import ReferenceScanner

PACKAGE = """from textlint.api import hookimpl, rules_in

@hookimpl
def textlint_rules():
    return rules_in(__name__)
"""
MODULE = '''from textlint.api import Document, Finding, Severity, rule


def words(document):
    return [w for w in document.text.split() if w == "acme"]


@rule("ACM001", severity=Severity.ERROR, patterns=["acme"], bad=["⟦acme⟧"], good=["\\udce9"])
def acme_word(document, match):
    """The word acme."""
    yield Finding(*match.span(), "found")


@rule("ACM002", severity=Severity.ERROR, each=words, bad=["⟦acme⟧"], good=["b"])
def acme_fact(document, word):
    """The word acme, by a fact."""
    yield Finding(0, 4, word)
'''
PACK = """[[rule]]
code = "ACM003"
name = "acme-corp"
severity = "error"
why = "A name."
message = "found {text}"
phrases = ["corp"]
bad = ["⟦corp⟧"]
good = ["b"]
"""


@pytest.fixture
def package(tmp_path, monkeypatch):
    """The folder of a package of three rules; nothing is kept of it yet."""
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "cache"))
    home = tmp_path / "acme_kept"
    home.mkdir()
    (home / "__init__.py").write_text(PACKAGE)
    (home / "words.py").write_text(MODULE)
    (home / "names.toml").write_text(PACK)
    yield home
    forget()


def forget():
    for name in [name for name in sys.modules if name.startswith("acme_kept")]:
        del sys.modules[name]
    importlib.invalidate_caches()


def found(rules):
    by_code = {rule.code: rule for rule in rules}
    linter = Linter(by_code, ReferenceScanner(by_code))
    findings = linter.lint([Document("acme corp")])[0]
    assert not linter.failures
    return [(f.code, f.start, f.end, f.message) for f in findings]


def test_kept_rules_say_and_find_the_same(package):
    first = list(rules_in("acme_kept"))
    expected = found(first)
    assert [code for code, *_ in expected] == ["ACM001", "ACM002", "ACM003"]
    forget()
    again = list(rules_in("acme_kept"))
    assert "acme_kept.words" not in sys.modules
    for one, other in zip(first, again, strict=True):
        fields = set(one.__struct_fields__) - {"check", "each"}
        assert all(getattr(one, field) == getattr(other, field) for field in fields)
    assert found(again) == expected
    assert "acme_kept.words" in sys.modules


def test_a_changed_file_is_read_anew(package):
    list(rules_in("acme_kept"))
    forget()
    (package / "names.toml").write_text(PACK.replace('severity = "error"', 'severity = "info"'))
    assert [rule.severity.label for rule in rules_in("acme_kept")] == ["info", "error", "error"]


def test_what_was_kept_in_another_form_counts_as_absent(package, monkeypatch):
    list(rules_in("acme_kept"))
    forget()
    kept = {"rules": b"\x93\x01\x02\x03"}
    monkeypatch.setattr(cache, "read", lambda kind, _key: kept.get(kind))
    assert len(list(rules_in("acme_kept"))) == 3


def test_an_error_in_a_module_is_not_kept(package):
    (package / "words.py").write_text("raise RuntimeError('no licence')")
    for _ in range(2):
        with pytest.raises(RuntimeError, match="no licence"):
            list(rules_in("acme_kept"))
