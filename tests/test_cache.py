"""What is kept between runs: the newest, within bounds."""

import multiprocessing
import os
import time

import pytest

from textlint import cache


def names(folder):
    return {path.name for path in folder.iterdir()}


def test_of_too_many_files_of_a_kind_the_newest_stay(tmp_path, monkeypatch):
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path))
    monkeypatch.setattr(cache, "KEPT", 2)
    for at, name in enumerate("abcd"):
        cache.write("words", name, b"data")
        os.utime(tmp_path / f"words-{name}", (at, at))
    cache.write("toml", "a", b"data")
    assert names(tmp_path) == {"words-c", "words-d", "toml-a"}


def test_files_for_which_there_is_no_room_go_but_never_the_newest(tmp_path, monkeypatch):
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path))
    monkeypatch.setattr(cache, "ROOM", 100)
    for at, (name, size) in enumerate([("a", 10), ("b", 60), ("c", 30), ("d", 20)]):
        cache.write("words", name, b"x" * (size - cache.CHECKSUM))
        os.utime(tmp_path / f"words-{name}", (at, at))
    assert names(tmp_path) == {"words-c", "words-d"}
    cache.write("words", "e", b"x" * 200)
    assert names(tmp_path) == {"words-e"}
    assert cache.read("words", "e") == b"x" * 200


def _make(folder, number):
    os.environ[cache.VARIABLE] = str(folder)

    def make():
        (folder / f"made-{number}").touch()
        time.sleep(0.3)
        return b"data"

    assert cache.kept("words", "a", make) == b"data"


def test_of_processes_that_miss_the_same_one_makes_it(tmp_path):
    start = multiprocessing.get_context("fork").Process
    running = [start(target=_make, args=(tmp_path, number)) for number in range(4)]
    for process in running:
        process.start()
    for process in running:
        process.join()
    assert [process.exitcode for process in running] == [0] * 4
    assert len(list(tmp_path.glob("made-*"))) == 1
    assert names(tmp_path) & {".words-a.lock"} == set()


def test_nobody_waits_forever(tmp_path, monkeypatch):
    fcntl = pytest.importorskip("fcntl", reason="no locks on this platform")
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path))
    monkeypatch.setattr(cache, "PATIENCE", 0.1)
    with (tmp_path / ".words-a.lock").open("wb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        assert cache.kept("words", "a", lambda: b"data") == b"data"
    assert cache.read("words", "a") == b"data"


def test_a_lock_does_no_harm_to_what_its_name_leads_to(tmp_path, monkeypatch):
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "cache"))
    (tmp_path / "cache").mkdir()
    (tmp_path / "mine").write_text("mine")
    (tmp_path / "cache" / ".words-a.lock").symlink_to(tmp_path / "mine")
    assert cache.kept("words", "a", lambda: b"data") == b"data"
    assert (tmp_path / "mine").read_text() == "mine"
