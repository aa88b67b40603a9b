"""Lists of pairs: what a rule of them finds, what a pack adds to it, and the error for each mistake."""

import pytest

from textlint.document import Document
from textlint.finding import Safety, Severity
from textlint.fix import apply
from textlint.lint import Linter
from textlint.packs import PackError, load_pack, read_pack
from textlint.scan import ReferenceScanner

RULE = """
[[rule]]
code = "ACM002"
name = "acme-names"
severity = "warning"
why = "Acme has one name."
message = "{text} is {right}"
fix = { safety = "unsafe" }
bad = ["⟦Akme⟧ opens."]
good = ["Acme opens."]
fixed = ["Acme opens."]

[rule.replacements]
"Akme" = "Acme"
"the ⟦Akmes⟧ of Norland" = ["Acme", "Acme & Co."]

[rule.replacements.de]
"Ackme" = "Acme"
"""
EXTENSION = """
[[extend]]
code = "ACM002"

[extend.replacements]
"Harbour Poste" = "Harbour Post"
"""


@pytest.fixture
def pack(tmp_path):
    def write(text, name="acme.toml"):
        path = tmp_path / name
        path.write_text(text)
        return path

    return write


def lint(rule, text, language=None):
    rules = {rule.code: rule}
    document = Document(text, language=language)
    linter = Linter(rules, ReferenceScanner(rules))
    found = linter.lint([document])[0]
    assert not linter.failures
    return found


class TestPairs:
    def test_a_pair_is_found_and_replaced(self, pack):
        (rule,) = load_pack(pack(RULE))
        assert (rule.severity, rule.fix) == (Severity.WARNING, Safety.UNSAFE)
        text = "Akme opens in May. AKME OPENS. Acme is Acme."
        found = lint(rule, text)
        assert [text[f.start : f.end] for f in found] == ["Akme", "AKME"]
        assert found[0].message == "“Akme” is “Acme” (1 to 2 in this text)"
        assert [text[s.start : s.end] for s in found[0].related] == ["Acme", "Acme"]
        edits = [edit for f in found for edit in f.fix.edits]
        assert apply(text, edits) == "Acme opens in May. ACME OPENS. Acme is Acme."

    def test_other_capitals_are_another_word(self, pack):
        (rule,) = load_pack(pack(RULE))
        assert lint(rule, "The akme of art; AkMe; Akmeist.") == []

    def test_a_mark_says_what_is_wrong_and_several_right_forms_mean_no_repair(self, pack):
        (rule,) = load_pack(pack(RULE))
        text = "He met the\u00a0Akmes of Norland."
        (found,) = lint(rule, text)
        assert (text[found.start : found.end], found.fix) == ("Akmes", None)
        assert found.message == "“Akmes” is “Acme” or “Acme & Co.”"

    def test_a_language_has_pairs_of_its_own(self, pack):
        (rule,) = load_pack(pack(RULE))
        assert len(lint(rule, "Ackme!", "de")) == 1
        assert lint(rule, "Ackme!", "en") == []

    @pytest.mark.parametrize(
        ("old", "new", "error"),
        [
            ('"Akme" = "Acme"', '"Akme" = 1', "replacements.'Akme': must be the right form"),
            ('"Akme" = "Acme"', '"Akme" = "Akme"', "what is wrong and what is right are the same"),
            ('"Akme" = "Acme"', '" Akme" = "Acme"', "has white space around it"),
            ('"Akme" = "Acme"', '"⟦Akme" = "Acme"', "unpaired ⟦"),
            ('"Akme" = "Acme"', '"⟦A⟧k⟦me⟧" = "Acme"', "marks more than one place"),
            ("replacements.de]", "replacements.German]", "'German': is no language code"),
            ('"{text} is {right}"', '"{wrong}"', "message: only {text} and {right}"),
            ('safety = "unsafe"', 'safety = "safe"', 'fix: must be { safety = "unsafe" }'),
            ("[rule.repl", "phrases = ['x']\n[rule.repl", "replacements: stand alone"),
        ],
    )
    def test_a_malformed_table_names_file_rule_and_entry(self, pack, old, new, error):
        assert old in RULE
        with pytest.raises(PackError) as caught:
            load_pack(pack(RULE.replace(old, new, 1)))
        assert "acme.toml: rule ACM002: " in str(caught.value)
        assert error in str(caught.value)


class TestExtending:
    def test_entries_are_added(self, pack):
        (rule,) = load_pack(pack(RULE))
        (extension,) = read_pack(pack(EXTENSION, "own.toml")).extensions
        rule = extension.extend({"ACM002": rule})
        text = "The Harbour Poste wrote on Akme."
        found = lint(rule, text)
        assert [text[f.start : f.end] for f in found] == ["Harbour Poste", "Akme"]
        assert found[0].message == "“Harbour Poste” is “Harbour Post”"
        assert found[0].fix.safety is Safety.UNSAFE

    def test_an_entry_of_the_same_words_comes_first(self, pack):
        (rule,) = load_pack(pack(RULE))
        own = EXTENSION.replace('"Harbour Poste" = "Harbour Post"', '"Akme" = "Akmé"')
        (extension,) = read_pack(pack(own, "own.toml")).extensions
        (found,) = lint(extension.extend({"ACM002": rule}), "Akme opens.")
        assert found.message == "“Akme” is “Akmé”"

    def test_a_wrong_form_within_its_right_one_is_right(self, pack):
        own = '[rule.replacements]\n"Harbour" = "Harbour Post"\n"Mig" = "MiG"\n'
        (rule,) = load_pack(pack(RULE.partition("[rule.repl")[0] + own))
        text = "The Harbour sank. The Harbour Post wrote; a MIG flew."
        (found,) = lint(rule, text)
        assert (found.start, found.end) == (4, 11)

    @pytest.mark.parametrize(
        ("old", "new", "error"),
        [
            ('"ACM002"', '"ACM003"', "extend ACM003: there is no such rule; did you mean 'ACM002'"),
            ("[extend.replacements]", "[extend.pairs]", "pairs: unknown key"),
            ('code = "ACM002"', "", "extend number 1: must be a table with code"),
            ('= "Harbour Post"', "= []", "replacements.'Harbour Poste': must be the right form"),
            ('"Harbour Poste" = "Harbour Post"', "", "replacements: must be a table like"),
        ],
    )
    def test_a_malformed_extension_names_file_and_entry(self, pack, old, new, error):
        assert old in EXTENSION
        (rule,) = load_pack(pack(RULE))
        path = pack(EXTENSION.replace(old, new), "own.toml")
        with pytest.raises(PackError) as caught:
            read_pack(path).extensions[0].extend({"ACM002": rule})
        assert "own.toml: extend" in str(caught.value)
        assert error in str(caught.value)


class TestInAConfiguration:
    def test_a_gazetteer_of_ones_own(self, textlint, pack, tmp_path):
        pack(EXTENSION.replace("ACM002", "NAM004"), "names.toml")
        (tmp_path / "textlint.toml").write_text('packs = ["names.toml"]\n')
        (tmp_path / "a.txt").write_text("The Harbour Poste and the Kiev Independent wrote.\n")
        done = textlint("a.txt", "--format", "concise", "--select", "NAM004", cwd=tmp_path)
        first, second = done.out.splitlines()[:2]
        assert first == (
            "a.txt:1:5 NAM004 “Harbour Poste” is a known wrong form of “Harbour Post” [unsafe fix]"
        )
        assert second.startswith("a.txt:1:27 NAM004 “Kiev Independent” is a known wrong form of ")

    def test_a_rule_that_takes_no_entries_says_which_do(self, textlint, pack, tmp_path):
        pack(EXTENSION.replace("ACM002", "NAM001"), "names.toml")
        (tmp_path / "textlint.toml").write_text('packs = ["names.toml"]\n')
        (tmp_path / "a.txt").touch()
        done = textlint("a.txt", cwd=tmp_path)
        assert done.returncode == 2
        assert "names.toml: extend NAM001: the rule takes no entries; these do: LNG009, NAM004" in (
            done.err
        )
