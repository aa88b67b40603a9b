"""The command as a user meets it: exit statuses, messages, bad input."""

import json
import os
import stat
import sys

import pytest

CLEAN = "The bridge was opened by the mayor on a warm day in May.\n"
SPACED = "The bridge was opened by the mayor on a warm day in May .\n"
REPEATED = "The bridge was opened by the the mayor on a warm day in May.\n"
FIXED = CLEAN


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "article.txt"
    path.write_text(SPACED)
    return path


def codes(done):
    return [json.loads(line)["code"] for line in done.out.splitlines()]


class TestExitStatus:
    def test_0_when_nothing_is_found(self, textlint, article):
        article.write_text(CLEAN)
        done = textlint("article.txt")
        assert (done.returncode, done.out) == (0, "No defect found in 1 file.\n")

    def test_1_with_findings(self, textlint, article):
        done = textlint("article.txt", "--format", "concise")
        assert done.returncode == 1
        assert done.out.startswith("article.txt:1:56 TYP001 ")

    def test_0_with_findings_under_fail_on(self, textlint, article):
        assert textlint("article.txt", "--fail-on", "never").returncode == 0

    def test_1_with_fix_if_something_remains(self, textlint, article):
        article.write_text(SPACED + REPEATED)
        assert textlint("article.txt", "--fix").returncode == 1
        assert article.read_text() == FIXED + REPEATED

    def test_0_with_fix_if_all_is_repaired(self, textlint, article):
        done = textlint("article.txt", "--fix")
        assert (done.returncode, article.read_text()) == (0, FIXED)
        assert "Fixed 1 defect in 1 file." in done.out

    def test_2_for_a_path_that_does_not_exist_and_the_others_are_linted(self, textlint, article):
        done = textlint("missing.txt", "article.txt", "--format", "jsonl")
        assert (done.returncode, codes(done)) == (2, ["TYP001"])
        assert "missing.txt: no such file or directory" in done.err

    def test_2_without_a_path(self, textlint):
        done = textlint()
        assert done.returncode == 2
        assert "no path given" in done.err

    @pytest.mark.skipif(os.geteuid() == 0, reason="root reads every file")
    def test_3_for_an_unreadable_file(self, textlint, article, tmp_path):
        locked = tmp_path / "locked.txt"
        locked.write_text(CLEAN)
        locked.chmod(0)
        done = textlint(".", "--format", "jsonl")
        assert (done.returncode, codes(done)) == (3, ["TYP001"])
        assert "locked.txt: Permission denied" in done.err

    def test_3_for_a_directory_with_the_name_of_a_file_that_vanishes(
        self, textlint, article, tmp_path
    ):
        (tmp_path / "dangling.txt").symlink_to("nowhere")
        done = textlint(".", "--format", "jsonl")
        assert (done.returncode, codes(done)) == (3, ["TYP001"])
        assert "dangling.txt: No such file or directory" in done.err

    def test_0_and_a_warning_for_nothing_to_lint(self, textlint, tmp_path):
        (tmp_path / "image.png").touch()
        done = textlint(".")
        assert done.returncode == 0
        assert "nothing to lint" in done.err


class TestTypos:
    @pytest.mark.parametrize(
        ("arguments", "hint"),
        [
            (["--slect", "TYP"], "unknown option --slect; did you mean '--select'?"),
            (["--select", "TPY001"], "unknown rule 'TPY001'; did you mean 'TYP001'?"),
            (["--select", "TPY"], "unknown rule 'TPY'; did you mean 'TYP'?"),
            (
                ["--ignore", "comment-from"],
                "unknown rule 'comment-from'; did you mean 'comment-form'?",
            ),
            (["--explain", "INJ01"], "unknown rule 'INJ01'; did you mean 'INJ001'?"),
            (["--explain", "LNG01"], "'LNG01' stands for LNG010, LNG011, LNG012: name one of them"),
            (["--min-severity", "high"], "invalid choice: 'high'"),
            (["--config", "none.toml"], "none.toml: cannot be read: No such file or directory"),
            (["--plugin", "no_such_module"], "plugin no_such_module: ModuleNotFoundError"),
        ],
    )
    def test_are_named_with_the_way_out(self, textlint, article, arguments, hint):
        done = textlint("article.txt", *arguments)
        assert done.returncode == 2
        assert hint in done.err
        assert done.out == ""


class TestSelection:
    def test_by_prefix_name_and_code(self, textlint, article):
        article.write_text(SPACED + REPEATED)
        for words in ("TYP", "space-before-punct", "TYP001"):
            assert codes(textlint("article.txt", "--format", "jsonl", "--select", words)) == [
                "TYP001"
            ]

    def test_ignore_takes_away(self, textlint, article):
        article.write_text(SPACED + REPEATED)
        done = textlint("article.txt", "--format", "jsonl", "--ignore", "TYP")
        assert codes(done) == ["LNG010"]

    def test_the_more_specific_word_wins(self, textlint, article):
        done = textlint("article.txt", "--format", "jsonl", "--select", "TYP001", "--ignore", "TYP")
        assert codes(done) == ["TYP001"]

    def test_a_rule_under_the_severity_shows_if_named_by_its_code(self, textlint, tmp_path):
        (tmp_path / "space.txt").write_text("Of\u00a0the people.\n")
        show = ["space.txt", "--format", "jsonl", "--min-severity", "error"]
        assert codes(textlint(*show)) == []
        assert codes(textlint(*show, "--select", "CHR")) == []
        assert codes(textlint(*show, "--select", "CHR005")) == ["CHR005"]


class TestStandardInput:
    def test_is_linted(self, textlint):
        done = textlint("-", "--format", "concise", stdin=SPACED.encode())
        assert (done.returncode, done.out.split(" ")[0]) == (1, "<stdin>:1:56")

    def test_takes_a_name_that_decides_the_kind(self, textlint):
        record = json.dumps({"id": "x", "text": SPACED})
        done = textlint(
            "-", "--stdin-filename", "a.jsonl", "--format", "concise", stdin=record.encode()
        )
        assert done.out.startswith("a.jsonl[x]:1:56 TYP001")

    def test_fixed_text_goes_to_standard_output_alone(self, textlint):
        done = textlint("-", "--fix", stdin=(SPACED + REPEATED).encode())
        assert done.out == FIXED + REPEATED
        assert "LNG010" in done.err


class TestDiff:
    def test_shows_what_fix_would_do_and_writes_nothing(self, textlint, article):
        done = textlint("article.txt", "--diff")
        assert done.returncode == 1
        assert done.out == f"--- article.txt\n+++ article.txt\n@@ -1 +1 @@\n-{SPACED}+{FIXED}"
        assert article.read_text() == SPACED

    def test_0_where_nothing_would_change(self, textlint, article):
        article.write_text(REPEATED)
        done = textlint("article.txt", "--diff")
        assert (done.returncode, done.out) == (0, "")


class TestBadInput:
    def test_bytes_that_are_no_utf8_are_placed_and_survive_a_fix(self, textlint, article):
        article.write_bytes(
            b"\xef\xbb\xbfLe caf\xe9 ferm\xe9 \xff\xfe.\n" + SPACED.encode() + b"\xe5"
        )
        done = textlint("article.txt", "--format", "concise", "--fix")
        found = [
            line.split(" ")[:2] for line in done.out.splitlines() if line.startswith("article")
        ]
        assert found == [
            ["article.txt:1:7", "ENC001"],
            ["article.txt:1:13", "ENC001"],
            ["article.txt:1:15", "ENC001"],
            ["article.txt:3:1", "ENC001"],
        ]
        assert article.read_bytes() == (
            b"\xef\xbb\xbfLe caf\xe9 ferm\xe9 \xff\xfe.\n" + FIXED.encode() + b"\xe5"
        )

    def test_lines_that_are_no_records_cost_themselves(self, textlint, tmp_path):
        lines = [
            b'{"id": "a", "text": "%s"}' % SPACED[:-1].encode(),
            b"{not json",
            b"",
            b'["a", "list"]',
            b'{"id": "b", "body": "x"}',
            b"[" * 100_000,
            b'{"id": 7, "text": null}',
            b'{"text": "%s"}' % SPACED[:-1].encode(),
        ]
        (tmp_path / "records.jsonl").write_bytes(b"\n".join(lines))
        done = textlint("records.jsonl", "--format", "jsonl")
        rows = [json.loads(line) for line in done.out.splitlines()]
        assert done.returncode == 1
        assert [(row["record"], row["code"]) for row in rows] == [
            ("a", "TYP001"),
            (2, "SRC001"),
            (4, "SRC001"),
            ("b", "SRC002"),
            (6, "SRC001"),
            (7, "SRC002"),
            (8, "TYP001"),
        ]
        assert {(row["start"], row["end"]) for row in rows if row["code"] < "T"} == {(0, 0)}

    def test_binary_is_named_and_never_changed(self, textlint, article):
        article.write_bytes("Text in May .".encode("utf-16"))
        done = textlint("article.txt", "--fix", "--format", "jsonl")
        assert codes(done) == ["SRC003"]
        assert article.read_bytes() == "Text in May .".encode("utf-16")

    def test_control_sequences_do_not_reach_the_terminal(self, textlint, tmp_path):
        evil = "\x1b]52;c;aGk=\x07\x9b31m\u202e"
        (tmp_path / f"a{evil}.txt").write_text(f"He saw {evil} it .\nHe saw {evil} it it there.\n")
        for options in ([], ["--format", "concise"], ["--diff"], ["--show-files"]):
            done = textlint(".", "--color", "never", "--select", "ALL", *options)
            assert not set("\x1b\x07\x9b\u202e") & set(done.out + done.err)
            assert "\\x1b]52" in done.out

    def test_a_name_that_is_no_utf8_is_linted(self, textlint, tmp_path):
        path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
        with open(path, "w") as file:
            file.write(SPACED)
        assert "caf\ufffd.txt:1:56" in textlint(".", "--format", "concise").out
        assert json.loads(textlint(".", "--format", "jsonl").out)["path"] == "caf\ufffd.txt"

    def test_the_output_does_not_depend_on_the_locale(self, textlint, article):
        article.write_text("Пілот “ сказав” це .\n")
        plain = textlint("article.txt", LC_ALL="C", PYTHONUTF8="0", PYTHONIOENCODING="ascii")
        assert plain.stdout == textlint("article.txt").stdout

    def test_a_closed_pipe_is_no_traceback(self, article, tmp_path):
        article.write_text(SPACED * 20_000)
        command = f"{sys.executable} -m textlint article.txt --format concise | head -1"
        done = os.popen(f"cd {tmp_path} && ({command}) 2>&1").read()
        assert done.count("\n") == 1


class TestFixing:
    def test_keeps_the_mode_and_follows_a_link(self, textlint, article, tmp_path):
        article.chmod(0o640)
        link = tmp_path / "link.txt"
        link.symlink_to(article.name)
        textlint("link.txt", "--fix")
        assert link.is_symlink()
        assert article.read_text() == FIXED
        assert stat.S_IMODE(article.stat().st_mode) == 0o640

    def test_does_not_touch_a_file_without_a_fix(self, textlint, article):
        article.write_text(REPEATED)
        before = article.stat()
        textlint("article.txt", "--fix")
        assert (article.stat().st_mtime_ns, article.stat().st_ino) == (
            before.st_mtime_ns,
            before.st_ino,
        )

    def test_unsafe_fixes_have_to_be_asked_for(self, textlint, article):
        article.write_text(REPEATED)
        assert textlint("article.txt", "--fix", "--unsafe-fixes").returncode == 0
        assert article.read_text() == CLEAN

    def test_leaves_no_other_file_behind(self, textlint, article, tmp_path):
        textlint("article.txt", "--fix")
        assert [path.name for path in tmp_path.iterdir()] == ["article.txt"]

    def test_a_record_changes_in_its_text_alone(self, textlint, tmp_path):
        path = tmp_path / "r.jsonl"
        head = b'{ "n": 1.50, "text":"old", "id":"a","x":{"text":"in May ."}, "text" : "'
        tail = b'","e":"\\u00e9\\/"}\r\n{"text": "unchanged\\/"}\n\n'
        path.write_bytes(head + rb"Caf\u00e9 \ud83d\ude00 \/ \udc80 in May ." + tail)
        textlint("r.jsonl", "--fix")
        assert path.read_bytes() == head + rb"Caf\u00e9 \ud83d\ude00 \/ \udc80 in May." + tail


class TestShowing:
    def test_explain_shows_the_examples(self, textlint):
        done = textlint("--explain", "INJ001")
        assert done.returncode == 0
        assert done.out.startswith("INJ001 glued-foreign-token\n")
        assert "⟦스포츠토토⟧" in done.out

    def test_explain_prints_the_reason_as_it_is_written(self, textlint):
        out = textlint("--explain", "TYP001").out
        assert "\\x0a" not in out
        assert "\n\nLeft by translators" in out

    def test_explain_takes_a_name(self, textlint):
        assert textlint("--explain", "comment-form").out.startswith("BLR001 ")

    def test_list_rules_lists_every_rule_once(self, textlint):
        listed = [line.split()[0] for line in textlint("--list-rules").out.splitlines()]
        assert listed == sorted(set(listed))
        assert {"BLR001", "ENC001", "INJ001", "LNG010", "NAM001", "SRC001", "TYP001"} <= set(listed)

    def test_show_files(self, textlint, article, tmp_path):
        (tmp_path / "b.jsonl").touch()
        (tmp_path / "c.png").touch()
        assert textlint("--show-files", ".").out.split() == ["article.txt", "b.jsonl"]

    def test_show_settings(self, textlint):
        assert 'min-severity = "info"' in textlint("--show-settings", "--min-severity", "info").out

    def test_report_to_a_file(self, textlint, article, tmp_path):
        done = textlint("article.txt", "--format", "jsonl", "-o", "report.jsonl")
        assert (done.returncode, done.out) == (1, "")
        assert json.loads((tmp_path / "report.jsonl").read_text())["code"] == "TYP001"

    def test_statistics_count_each_rule(self, textlint, tmp_path):
        (tmp_path / "a.txt").write_text(SPACED * 3 + REPEATED)
        (tmp_path / "b.txt").write_text(SPACED)
        done = textlint("a.txt", "b.txt", "--select", "TYP001,LNG010", "--statistics")
        assert (done.returncode, [line.split() for line in done.out.splitlines()[:3]]) == (
            1,
            [
                ["found", "texts", "safe", "unsafe", "rule"],
                ["4", "2", "4", "0", "TYP001", "space-before-punct"],
                ["1", "1", "0", "1", "LNG010", "repeated-word"],
            ],
        )

    def test_statistics_as_data(self, textlint, article):
        done = textlint("article.txt", "--statistics", "--format", "jsonl")
        assert [json.loads(line) for line in done.out.splitlines()] == [
            {
                "code": "TYP001",
                "name": "space-before-punct",
                "found": 1,
                "documents": 1,
                "safe": 1,
                "unsafe": 0,
            }
        ]

    def test_timings_name_every_rule_that_ran(self, textlint, article):
        done = textlint("article.txt", "--select", "TYP001,TYP010,DUP001", "--timings")
        rows = [line.split() for line in done.err.splitlines()]
        assert rows[0] == ["CPU", "s", "share", "found", "rule"]
        assert {row[-2] for row in rows if row[-1] in {"space-before-punct", "dup-sentence"}} == {
            "TYP001",
            "DUP001",
        }
        assert {"scan", "rest"} <= {word for row in rows for word in row}
        assert "TYP010" not in done.err  # nothing in the text that it could judge
        assert "TYP001" in done.out


class TestLongText:
    """A text of more than parts.LIMIT bytes is linted in parts."""

    @pytest.fixture(params=["\n", " "], ids=["lines", "one line"])
    def long(self, tmp_path, request):
        end = request.param
        path = tmp_path / "long.txt"
        others = (f"The bridge over river {n:x} was opened in May." for n in range(90_000))
        sentences = [SPACED, *others, SPACED, CLEAN]
        path.write_text(end.join(map(str.strip, sentences)))
        return path

    def test_places_are_those_of_the_file(self, textlint, long):
        text = long.read_text()
        done = textlint(long, "--select", "TYP001", "--format", "jsonl")
        first, last = map(json.loads, done.out.splitlines())
        assert (first["start"], first["line"], first["column"]) == (55, 1, 56)
        at = text.rindex(" .")
        assert (last["start"], last["end"]) == (at, at + 2)
        assert last["fix"]["edits"][0]["start"] == at
        assert last["line"] == text.count("\n", 0, at) + 1
        assert last["column"] == at - text.rfind("\n", 0, at)

    def test_it_is_fixed_in_its_place(self, textlint, long):
        text = long.read_text()
        done = textlint(long, "--select", "TYP001", "--diff")
        assert done.out.count("\n@@ ") == (2 if "\n" in text else 1)
        assert textlint(long, "--select", "TYP001", "--fix").returncode == 0
        assert long.read_text() == text.replace(" .", ".")

    def test_a_sentence_that_is_cut_is_no_end(self, textlint, tmp_path):
        path = tmp_path / "long.txt"
        path.write_text(
            "The mayor visited the old bridge in March, and she was glad of it. " * 15200
        )
        found = textlint(path, "--select", "STR", "--format", "jsonl").out.splitlines()
        assert not [line for line in found if json.loads(line)["end"] < 1_010_000]

    def test_so_is_a_record(self, textlint, long, tmp_path):
        text = long.read_text()
        path = tmp_path / "long.jsonl"
        path.write_text(json.dumps({"text": text, "id": "long"}) + "\n")
        done = textlint(path, "--select", "TYP001", "--format", "jsonl")
        first, last = map(json.loads, done.out.splitlines())
        at = text.rindex(" .")
        assert (first["start"], last["start"], last["end"]) == (55, at, at + 2)
        assert last["line"] == text.count("\n", 0, at) + 1
        assert textlint(path, "--select", "TYP001", "--fix").returncode == 0
        assert (
            path.read_text() == json.dumps({"text": text.replace(" .", "."), "id": "long"}) + "\n"
        )

    def test_where_it_is_cut_nothing_starts_or_ends(self, textlint, long):
        found = textlint(long, "--select", "STR", "--format", "jsonl").out.splitlines()
        size = len(long.read_text())
        assert {json.loads(line)["end"] for line in found} <= {size}


def test_headings_of_a_manual_are_no_buttons(textlint, tmp_path):
    path = tmp_path / "manual.md"
    text = "A tool.\n\n## Search\n\nIt finds files.\n\n## Contact\n\nWrite to us.\n\n## Share\n\nYou can.\n"
    path.write_text(text)
    assert textlint(path).returncode == 0
    path.write_text(f"{text}\n## Leave a Reply\n")
    assert "BLR001" in textlint(path).out
