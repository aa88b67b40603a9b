"""A file is the old one or the new one, whatever happens."""

import os
import signal
import subprocess
import sys
import time

import pytest

from textlint.write import ChangedError, Replacement

WRITER = """
import os, sys
from textlint.write import Replacement
path = sys.argv[1]
data = b"new " * 500_000
while True:
    with open(path, "rb") as opened:
        new = Replacement(path, os.fstat(opened.fileno()))
        print("ready", flush=True)
        new.file.write(data)
        new.commit()
    data = b"old " * 500_000 if data.startswith(b"new") else b"new " * 500_000
"""


def replace(path, data):
    with path.open("rb") as opened:
        new = Replacement(str(path), os.fstat(opened.fileno()))
        try:
            new.file.write(data)
            new.commit()
        finally:
            new.discard()


def test_the_new_file_takes_the_old_ones_place(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("old")
    replace(path, b"new")
    assert path.read_text() == "new"
    assert os.listdir(tmp_path) == ["a.txt"]


def test_a_file_that_changed_meanwhile_is_left(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("old")
    with path.open("rb") as opened:
        new = Replacement(str(path), os.fstat(opened.fileno()))
        new.file.write(b"new")
        path.write_text("somebody else's")
        with pytest.raises(ChangedError, match="changed while it was being fixed"):
            new.commit()
        new.discard()
    assert path.read_text() == "somebody else's"
    assert os.listdir(tmp_path) == ["a.txt"]


def test_a_full_disk_leaves_the_old_file(tmp_path):
    """A limit on the size of files stands for a full disk."""
    path = tmp_path / "a.txt"
    text = "The bridge was opened by the mayor in May.\n" * 40_000 + "It rained .\n"
    path.write_text(text)
    command = f"ulimit -f 256; exec {sys.executable} -m textlint a.txt --fix --format concise -o /dev/null"
    done = subprocess.run(["bash", "-c", command], cwd=tmp_path, capture_output=True, check=False)
    assert (done.returncode, path.read_text() == text) == (3, True)
    assert b"a.txt: File too large" in done.stderr
    assert os.listdir(tmp_path) == ["a.txt"]


def test_a_killed_writer_leaves_one_whole_file(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"old " * 500_000)
    for pause in range(12):
        writer = subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE)
        writer.stdout.readline()
        time.sleep(pause / 1000)
        writer.send_signal(signal.SIGKILL)
        writer.wait()
        writer.stdout.close()
        assert path.read_bytes() in (b"old " * 500_000, b"new " * 500_000)
