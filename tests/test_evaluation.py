"""The figures that the rules are held to, on labelled text that lies beside a development checkout."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"

pytestmark = pytest.mark.skipif(
    not (SHARED / "eval" / "score.py").exists(), reason="needs ../shared/eval, which is not public"
)


@pytest.fixture(scope="module")
def seeds(tmp_path_factory):
    out = tmp_path_factory.mktemp("score") / "score.json"
    command = [sys.executable, SHARED / "eval" / "score.py", "seeds", "--json", out, "--show", "0"]
    command += ["--gold", SHARED / "research" / "seed_defects.jsonl", "--seeds", ROOT / "seeds"]
    subprocess.run([*command, "--textlint", f"{sys.executable} -m textlint"], check=True, cwd=ROOT)
    return json.loads(out.read_text())["sets"]["seeds"]


def test_every_check_of_the_scorer_holds(seeds):
    assert all(seeds["checks"].values()), seeds["checks"]


def test_no_finding_is_unknown_to_the_gold_list(seeds):
    assert seeds["examples"]["unexpected (info)"] == []


@pytest.mark.parametrize(
    "code",
    "INJ001 BLR001 NAM001 LNG010 STR001 STR003 MKP006 MKP007 MKP008 TYP001 TYP003 TYP004 STR007 "
    "CHR005".split(),
)
def test_every_gold_record_of_the_rule_is_found_exactly(seeds, code):
    table = seeds["tables"]["seeds: gold records"]["rows"]
    (row,) = [row for row in table if row[0] == f"rule {code}"]
    gold, *located = row[1:]
    assert located == [gold] * 4
