"""Declarative packs: what they give, and the error for each way of getting them wrong."""

import pytest

from textlint.document import Document
from textlint.finding import Safety, Severity
from textlint.fix import apply
from textlint.lint import Linter
from textlint.packs import PackError, load_pack
from textlint.scan import ReferenceScanner

RULE = """
[[rule]]
code = "ACM001"
name = "acme-line"
severity = "warning"
why = "Acme prints it under every article."
message = "left over: {text}"
where = "line"
phrases = { en = ["Brought to you by {}"], de = ["Präsentiert von Acme"] }
fix = { delete = "line", safety = "safe" }
bad = ["⟦Brought to you by Acme⟧"]
good = ["It was brought to you by a stork."]
fixed = [""]
"""


@pytest.fixture
def pack(tmp_path):
    def write(text):
        path = tmp_path / "acme.toml"
        path.write_text(text)
        return path

    return write


def lint(rule, text):
    rules = {rule.code: rule}
    return Linter(rules, ReferenceScanner(rules)).lint([Document(text)])[0]


def test_a_pack_gives_rules(pack):
    (rule,) = load_pack(pack(RULE))
    assert (rule.code, rule.name, rule.category) == ("ACM001", "acme-line", "acm")
    assert (rule.severity, rule.fix) == (Severity.WARNING, Safety.SAFE)
    text = "One.\n\n PRÄSENTIERT\u00a0von Acme\n\nTwo.\nBrought to you by Acme & Co.\n"
    found = lint(rule, text)
    assert [text[f.start : f.end] for f in found] == [
        "PRÄSENTIERT\u00a0von Acme",
        "Brought to you by Acme & Co.",
    ]
    assert found[0].message == "left over: “PRÄSENTIERT von Acme”"
    edits = [edit for f in found for edit in f.fix.edits]
    assert apply(text, edits) == "One.\n\nTwo.\n"


def test_a_pattern_may_mark_its_finding_and_replace_it(pack):
    text = RULE.replace('where = "line"\n', "")
    start, end = text.index("phrases"), text.index("bad")
    body = 'pattern = \'read (?P<span>[0-9]+ min)\'\nfix = { replace = "x", safety = "unsafe" }\n'
    (rule,) = load_pack(pack(text[:start] + body + text[end:]))
    (found,) = lint(rule, "we read 12 min of it")
    assert (found.start, found.end) == (8, 14)
    assert found.fix.edits[0].replacement == "x"


def test_a_long_match_is_quoted_in_part(pack):
    (rule,) = load_pack(pack(RULE))
    (found,) = lint(rule, "Brought to you by " + "a" * 150)
    assert found.message.endswith("a…”")
    assert len(found.message) < 80


@pytest.mark.parametrize(
    ("old", "new", "error"),
    [
        (
            'severity = "warning"',
            'severty = "warning"',
            "severty: unknown key; did you mean 'severity'",
        ),
        (
            'severity = "warning"',
            'severity = "bad"',
            "severity: 'bad' is none of error, warning, info",
        ),
        ('name = "acme-line"\n', "", "name: missing"),
        ('name = "acme-line"', 'name = "Acme Line"', "name 'Acme Line' is not lower-case words"),
        ("good = [", "good = 3 #", "good: must be a list of strings"),
        ('message = "left over: {text}"', 'message = "{nothing}"', "message: only {text}"),
        ('where = "line"', 'where = "row"', "where: 'row' is none of word, line, prefix, anywhere"),
        ('de = ["Präsentiert von Acme"]', "de = [1]", "phrases.de: must be a list of strings"),
        (
            'de = ["Präsentiert von Acme"]',
            'de = [" x"]',
            "phrases.de: ' x' is empty or has white space",
        ),
        ('delete = "line", ', 'delete = "page", ', 'fix: give `delete = "match"`'),
        ('safety = "safe"', 'safety = "sure"', "fix: safety 'sure' is neither 'safe' nor 'unsafe'"),
        ('fixed = [""]\n', "", "`fix` (its safety) and `fixed` (its proof) go together"),
        ('"ACM001"', '"A1"', "a code is three capital letters and three digits"),
        ("[[rule]]", "[[rules]]", "unknown key 'rules'; a pack is a list of [[rule]] tables"),
        ("[[rule]]", "[[rule]", "no valid TOML"),
    ],
)
def test_a_malformed_pack_names_file_rule_and_key(pack, old, new, error):
    assert old in RULE
    with pytest.raises(PackError) as caught:
        load_pack(pack(RULE.replace(old, new)))
    assert "acme.toml" in str(caught.value)
    assert error in str(caught.value)
    if "rule" in RULE.replace(old, new).split("\n")[1] and "ACM001" in RULE.replace(old, new):
        assert "ACM001" in str(caught.value) or "TOML" in str(caught.value) or "rules" in error


def test_a_missing_pack_is_named(tmp_path):
    with pytest.raises(PackError, match=r"none\.toml: cannot be read"):
        load_pack(tmp_path / "none.toml")


class TestInAConfiguration:
    def test_a_pack_is_found_beside_it(self, textlint, pack, tmp_path):
        pack(RULE)
        (tmp_path / "textlint.toml").write_text('packs = ["acme.toml"]\n')
        (tmp_path / "sub").mkdir()
        (tmp_path / "sub" / "a.txt").write_text("Brought to you by Acme\n\nThe quay.\n")
        done = textlint("a.txt", "--format", "concise", cwd=tmp_path / "sub")
        assert done.out.startswith("a.txt:1:1 ACM001 left over: “Brought to you by Acme” [fix]\n")

    def test_a_pattern_that_is_none_names_pack_rule_and_key(self, textlint, pack, tmp_path):
        pack(RULE.replace('where = "line"', "pattern = '(unclosed'"))
        (tmp_path / "textlint.toml").write_text('packs = ["acme.toml"]\n')
        (tmp_path / "a.txt").touch()
        done = textlint("a.txt")
        assert done.returncode == 2
        assert "acme.toml: rule ACM001: pattern: '(unclosed' is no regular expression" in done.err
