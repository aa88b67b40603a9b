"""The two articles that textlint began with: what must be found in them, where, and how they are fixed.

The expectations are written out here (line, column, text), apart from any rule.
"""

import json
import shutil
from pathlib import Path

import pytest

SEEDS = Path(__file__).parent.parent / "seeds"
FIRST, SECOND = "000_a9f298f032b5cf25.txt", "001_112a4c02cc763e7e.txt"
NBSP = "\u00a0"
EXPECTED = {
    FIRST: [
        ("TYP003", 5, 145, f"({NBSP}HUR{NBSP})"),
        ("NAM001", 7, 1, "Yusow"),
        ("TYP009", 1, 34, f"…{NBSP}“"),
        ("STR001", 7, 189, "He explained that,"),
        ("STR002", 9, 1, "in"),
        ("NAM001", 9, 24, "Hochugiti"),
        ("TYP004", 9, 152, "“ After"),
        ("LNG004", 9, 164, "successful death"),
        ("TYP001", 11, 467, f"{NBSP}."),
        ("TYP007", 19, 150, "“"),
        ("INJ001", 23, 143, "스포츠토토"),
        ("NAM001", 25, 16, "Hochujiti"),
        ("NAM003", 5, 106, "Ukrainian Defense Intelligence Service"),
        ("NAM003", 11, 307, "Ukrainian Defense Intelligence Agency"),
        ("NAM004", 25, 402, "Kiev Independent"),
        ("NAM005", 17, 73, "MIG"),
        ("NAM006", 7, 177, "70 percent"),
        ("NAM006", 23, 19, "500,000 dollars"),
        ("LNG009", 11, 287, "Chickadee"),
        (
            "LNG009",
            25,
            216,
            "Supervisory Authority for Communications, Information Technology and Mass Communication",
        ),
        ("LNG009", 27, 248, "‘Prisoners of War Treatment Coordination Center’"),
        ("LNG010", 27, 86, "Hotline hotline"),
        ("TYP003", 33, 300, f"({NBSP}EU )"),
        ("BLR001", 35, 1, "Leave a Reply"),
        ("BLR001", 37, 1, "Your email address will not be published. Required fields are marked *"),
    ],
    SECOND: [
        ("TYP010", 1, 1, " "),
        ("STR007", 1, 2, "date 2023-09-05 "),
        ("TYP001", 5, 408, " ."),
        ("TYP006", 15, 1, '"'),
        ("TYP007", 19, 59, "“"),
        ("TYP005", 29, 1, '"'),
        ("TYP007", 29, 61, "“"),
        ("TYP007", 29, 401, "” “"),
        ("TYP006", 29, 409, "'"),
        ("TYP006", 29, 507, '"'),
        ("TYP006", 39, 320, '"'),
        ("MKP006", 7, 1, "x YouTube Video "),
        ("MKP006", 25, 1, "x "),
        ("MKP008", 25, 104, "pic.twitter.com/plWzSEmic2"),
        ("MKP007", 25, 131, "— Українська правда ✌️ (@ukrpravda_news) September 5, 2023"),
        ("STR004", 5, 519, "with English subtitles:"),
        ("STR002", 19, 27, "was"),
        ("STR003", 41, 170, "Yusov said:"),
        ("STR010", 41, 180, ":"),
        ("NAM003", 37, 1, "Ukrainian Military Intelligence Directorate"),
        ("NAM004", 35, 38, "Agenstvo"),
        ("NAM004", 35, 189, "Primorsk"),
    ],
}
SPACES = (
    "1:35 5:146 5:150 7:188 9:183 9:283 11:36 11:136 11:228 11:263 11:467 15:102 17:150 17:294 19:149 "
    "19:212 23:149 23:349 25:206 27:129 27:333 29:115 31:87 33:158 33:252 33:301"
).split()
"""The places of CHR005 in the first article."""


@pytest.fixture
def seeds(tmp_path):
    for name in (FIRST, SECOND):
        shutil.copy(SEEDS / name, tmp_path)
    return tmp_path


@pytest.fixture
def rows(textlint, seeds):
    done = textlint(".", "--format", "jsonl", "--min-severity", "info")
    return [json.loads(line) for line in done.out.splitlines()]


@pytest.mark.parametrize("name", [FIRST, SECOND])
def test_every_defect_is_found_at_its_place(rows, name):
    found = {(r["code"], r["line"], r["column"], r["text"]) for r in rows if r["path"] == name}
    assert set(EXPECTED[name]) <= found


def test_every_no_break_space_is_found(rows):
    found = [f"{r['line']}:{r['column']}" for r in rows if r["code"] == "CHR005"]
    assert found == SPACES


def test_name_variants_point_to_the_other_spellings(rows):
    related = {r["text"]: {q["text"] for q in r["related"]} for r in rows if r["code"] == "NAM001"}
    assert related == {
        "Yusow": {"Yusov"},
        "Hochugiti": {"Hochuzyty", "Hochujiti"},
        "Hochujiti": {"Hochuzyty", "Hochugiti"},
    }


def test_the_safe_fixes_repair_and_change_nothing_else(textlint, seeds):
    before = (seeds / FIRST).read_text("utf-8")
    textlint(".", "--fix")
    expected = before.partition("\n\nLeave a Reply")[0]
    for old, new in (
        (f"({NBSP}HUR{NBSP})", "(HUR)"),
        (f"{NBSP}EU )", "EU)"),
        (f"to Ukraine{NBSP}.", "to Ukraine."),
        ("He explained that,\n\nin addition", "He explained that, in addition"),
        ("“ After", "“After"),
        ("스포츠토토", ""),
        (NBSP, " "),
    ):
        assert old in expected
        expected = expected.replace(old, new)
    assert (seeds / FIRST).read_text("utf-8") == expected
    second = (SEEDS / SECOND).read_text("utf-8")
    for old, new in (
        ("Pravda . The", "Pravda. The"),
        ('"We were able', "“We were able"),
        ("I don't know", "I don’t know"),
        ('regime."', "regime.”"),
    ):
        assert old in second
        second = second.replace(old, new)
    assert (seeds / SECOND).read_text("utf-8") == second


def test_a_second_fix_changes_nothing(textlint, seeds):
    textlint(".", "--fix")
    once = [(seeds / name).read_bytes() for name in (FIRST, SECOND)]
    textlint(".", "--fix")
    assert [(seeds / name).read_bytes() for name in (FIRST, SECOND)] == once
