"""The benchmark runs from end to end, on a few kilobytes; what it measures is no test's business."""

import json
import subprocess
import sys

from conftest import ROOT

from benchmarks import report
from benchmarks.corpus import Corpus, corpora
from benchmarks.turns import Results, Turn


def test_it_measures_a_given_corpus(tmp_path):
    articles = tmp_path / "articles"
    articles.mkdir()
    (articles / "a.txt").write_text("The bridge was opened by the mayor in May .\n")
    (articles / "b.jsonl").write_text('{"text": "It was a warm day."}\n{"id": 3}\n')
    arguments = [articles, "--rounds", "2", "--only", "textlint", "--json", tmp_path / "out.json"]
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks", *map(str, arguments)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    data = json.loads((tmp_path / "out.json").read_text())
    assert "articles: 2 texts" in done.stdout
    assert "TYP001" in data["rules"]
    assert [peer["whole_process"] for peer in data["corpora"][0]["peers"]] == [True, False]
    assert all(len(peer["turns"]) == 2 for peer in data["corpora"][0]["peers"])


def test_a_path_that_is_not_there_is_named(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks", str(tmp_path / "none.jsonl")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.endswith("none.jsonl: No such file or directory\n")


def test_paths_of_one_name_are_one_corpus_and_lone_surrogates_are_replaced(tmp_path):
    paths = [tmp_path / side / "en.jsonl" for side in "ab"]
    for path, text in zip(paths, ("One.", r"Two \ud800."), strict=True):
        path.parent.mkdir()
        path.write_text(f'{{"text": "{text}"}}\n')
    folder = tmp_path / "out"
    folder.mkdir()
    (corpus,) = corpora(paths, folder, None)
    assert (corpus.name, corpus.texts) == ("en", 2)
    texts = [json.loads(line)["text"] for line in corpus.records.read_text().splitlines()]
    assert texts == ["One.", "Two ?."]


def test_ratios_are_of_the_same_round_and_by_byte(tmp_path):
    mega = 1_000_000
    turns = {
        ("textlint", True): [Turn(1, mega, 50), Turn(2, mega, 50)],
        ("typos", True): [Turn(3, mega, 20), Turn(4, 2 * mega, 20)],
    }
    results = Results(Corpus("english", tmp_path, tmp_path, 10, mega), turns)
    assert results.ratios("typos", whole=True) == [1, 3]
    assert "typos" in report.table(results)
    assert report.chart([results]).count("<rect") == 2
