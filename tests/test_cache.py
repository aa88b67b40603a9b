"""What is kept between runs: the newest, within bounds."""

import os

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
