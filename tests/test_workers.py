"""Several processes find what one finds, in the same order; one that dies costs what it died of."""

import os
import signal
import time
from multiprocessing import active_children

import pytest

from textlint.discover import Filter
from textlint.finding import Finding, Fix, Safety, Severity
from textlint.lint import Linter
from textlint.pattern import Pattern
from textlint.rule import Rule
from textlint.run import Plan, Run
from textlint.scan import ReferenceScanner
from textlint.sources import Options
from textlint.workers import Lost, Parted, Workers


def squares(numbers):
    return [number * number for number in numbers]


def mortal(numbers):
    if 7 in numbers:
        os.kill(os.getpid(), signal.SIGKILL)
    return squares(numbers)


def failing(_numbers):
    raise ValueError("no")


def test_results_come_in_the_order_of_the_batches():
    batches = [[n, n + 1] for n in range(0, 40, 2)]
    assert list(Workers(squares, 3).in_order(batches)) == [squares(batch) for batch in batches]


def test_a_process_that_dies_costs_what_it_died_of_alone():
    batches = [[n, n + 1, n + 2] for n in range(0, 30, 3)]
    results = [each for batch in Workers(mortal, 2).in_order(batches) for each in batch]
    assert [at for at, result in enumerate(results) if isinstance(result, Lost)] == [7]
    assert [r for r in results if not isinstance(r, Lost)] == squares(
        n for n in range(30) if n != 7
    )


def fragile(texts):
    if any("x" in text for text in texts):
        os.kill(os.getpid(), signal.SIGKILL)
    return [text.upper() for text in texts]


def test_of_an_item_that_has_parts_only_the_part_that_a_process_died_of_is_lost():
    ((first, second),) = Workers(fragile, 2, str.split).in_order([["a b", "c x d"]])
    assert first == "A B"
    assert isinstance(second, Parted)
    parts = [(part, isinstance(result, Lost)) for part, result in second.results]
    assert parts == [("c", False), ("x", True), ("d", False)]


def slow(numbers):
    time.sleep(0 if 0 in numbers else 60)
    return numbers


def test_results_that_nobody_waits_for_are_not_worked_out():
    start = time.monotonic()
    results = Workers(slow, 2).in_order([[n] for n in range(9)])
    assert next(results) == [0]
    results.close()
    assert not active_children()
    assert time.monotonic() - start < 30


def test_what_the_work_raises_is_raised():
    with pytest.raises(ValueError, match="no"):
        list(Workers(failing, 2).in_order([[1]]))


def check(_document, match):
    if match[0] == "mortal":
        os.kill(os.getpid(), signal.SIGKILL)
    if match[0] == "broken":
        raise KeyError("broken")
    fix = Fix.replace(*match.span(), "good", safety=Safety.SAFE)
    yield Finding(*match.span(), "bad word", fix)


WORDS = ("bad", "bad", "mortal", "bad")
RULES = {
    "ACM001": Rule(
        code="ACM001",
        name="bad-word",
        severity=Severity.ERROR,
        why="A test.",
        check=check,
        bad=("⟦bad⟧",),
        good=("good",),
        fixed=("good",),
        fix=Safety.SAFE,
        patterns=(Pattern("bad|mortal|broken"),),
    )
}


@pytest.fixture
def articles(tmp_path, monkeypatch):
    monkeypatch.setattr("textlint.run.BATCH", 100)
    for number in range(12):
        (tmp_path / f"{number:02}.txt").write_text(f"A bad text {number}. " * (number % 4 + 1))
    records = "".join(f'{{"id": "{n}", "text": "A bad one."}}\n' for n in range(20))
    (tmp_path / "records.jsonl").write_text(records + "no record\n")
    return tmp_path


def places(document, findings):
    return [(document.name, finding.start, finding.code) for finding in findings]


def outcome(folder, jobs, *, fix=False):
    plan = Plan(Filter(), Options(), frozenset(("SRC001",)), fix=fix, jobs=jobs)
    run = Run(Linter(RULES, ReferenceScanner(RULES)), plan, places)
    return [place for own in run.shown([str(folder)]) for place in own], run.totals


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_several_processes_find_what_one_finds(articles):
    one, two = outcome(articles, 1), outcome(articles, 2)
    assert len(one[0]) == 51
    assert two[0] == one[0]
    assert vars(two[1]) == vars(one[1])


def test_several_processes_fix_what_one_fixes(articles, tmp_path_factory):
    copy = tmp_path_factory.mktemp("copy")
    for name, data in contents(articles).items():
        (copy / name).write_bytes(data)
    one, two = outcome(articles, 1, fix=True), outcome(copy, 2, fix=True)
    assert contents(copy) == contents(articles)
    assert b"bad" not in b"".join(contents(copy).values())
    assert (two[1].changed, two[1].fixed) == (one[1].changed, one[1].fixed) == (13, {"ACM001": 50})


def test_a_text_at_which_a_process_dies_is_named_and_the_rest_goes_on(articles):
    (articles / "05.txt").write_text("A mortal text.")
    found, totals = outcome(articles, 2, fix=True)
    assert list(totals.errors) == [f"{articles / '05.txt'}: the process that worked on it died"]
    assert (totals.changed, (articles / "05.txt").read_text()) == (12, "A mortal text.")
    assert [code for _, _, code in found] == ["SRC001"]


def test_of_a_file_of_records_the_one_that_a_process_dies_of_is_lost(articles):
    records = [f'{{"id": "{n}", "text": "A {word} one."}}\n' for n, word in enumerate(WORDS)]
    (articles / "records.jsonl").write_text("".join(records))
    found, totals = outcome(articles, 2, fix=True)
    name = articles / "records.jsonl"
    assert list(totals.errors) == [f"{name}[2]: the process that worked on it died"]
    assert (found, totals.fixed["ACM001"]) == ([], 33)
    assert name.read_text() == "".join(records).replace("bad", "good")


def test_a_rule_that_fails_is_named(articles):
    (articles / "05.txt").write_text("A broken text.")
    for jobs in (1, 2):
        _, totals = outcome(articles, jobs)
        assert list(totals.errors) == [
            f"{articles / '05.txt'}: rule ACM001 failed: KeyError: 'broken'"
        ]


def test_the_number_of_processes_must_be_one(textlint):
    done = textlint("-j", "x", "a.txt")
    assert (done.returncode, "is no number of processes" in done.err) == (2, True)
