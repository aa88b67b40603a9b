"""Run a module as a program, every module that is compiled as the Python it is made of.

`python tests/uncompiled.py textlint seeds` is `python -m textlint seeds`: for tests, debuggers, profilers.
"""

import runpy
import sys
from importlib.machinery import SOURCE_SUFFIXES, FileFinder, SourceFileLoader
from pathlib import Path

import textlint_rules

import textlint

FOLDERS = [
    Path(path).resolve() for package in (textlint, textlint_rules) for path in package.__path__
]


def only_sources(path):
    """Find the modules in a folder of ours by their sources alone."""
    if not any(Path(path).resolve().is_relative_to(folder) for folder in FOLDERS):
        raise ImportError(path)
    return FileFinder(path, (SourceFileLoader, SOURCE_SUFFIXES))


sys.path_hooks.insert(0, only_sources)
sys.path_importer_cache.clear()
sys.argv = sys.argv[1:]
runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
