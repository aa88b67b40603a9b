"""Rules kept between runs: what they say is read back at once, their code is imported at first use.

Importing the modules of a hundred rules costs more than linting an article, and in most articles most
rules have nothing to judge.
"""

import contextlib
import functools
import hashlib
import importlib
import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from textlint import cache
from textlint.document import Document
from textlint.finding import Finding
from textlint.packs import load_pack
from textlint.rule import Rule

PACK = ".toml"


def rules_of(place: str) -> list[Rule]:
    """The rules of a TOML pack (a path) or of a module (an import name). Whatever loading it raises."""
    if place.endswith(PACK):
        return load_pack(Path(place))
    made = vars(importlib.import_module(place)).values()
    # Those that the module makes, not those that it imports from a sibling.
    return [rule for rule in made if isinstance(rule, Rule) and rule.check.__module__ == place]


def kept_rules(name: str, folders: Iterable[Path], places: Iterable[str]) -> Iterator[Rule]:
    """The rules of all `places`, read back while no file in `folders` has changed since they were kept."""
    key = _key(name, folders)
    if (data := cache.read("rules", key)) is not None:
        with contextlib.suppress(msgspec.DecodeError, msgspec.ValidationError):
            yield from _decode(data)
            return
    found = {place: rules_of(place) for place in places}
    rules = [rule for made in found.values() for rule in made]
    cache.write("rules", key, _encode(rules, found))
    yield from rules


def _encode(rules: list[Rule], found: dict[str, list[Rule]]) -> bytes:
    """The rules, `found` at their places, with references (place, code, field) for their functions."""
    references = {
        id(getattr(rule, field)): (place, rule.code, field)
        for place, made in found.items()
        for rule in made
        for field in ("each", "check")
    }

    def refer(function: Callable[..., Any]) -> tuple[str, str, str]:
        return references[id(function)]

    try:
        return msgspec.msgpack.encode(rules, enc_hook=refer)
    except UnicodeEncodeError:  # an example has lone surrogates: JSON can escape them
        import json

        return json.dumps(msgspec.to_builtins(rules, enc_hook=refer)).encode("ascii")


def _decode(data: bytes) -> list[Rule]:
    if data.startswith(b"["):
        import json

        return msgspec.convert(json.loads(data), list[Rule], dec_hook=_defer)
    return msgspec.msgpack.decode(data, type=list[Rule], dec_hook=_defer)


def _defer(_type: Any, reference: tuple[str, str, str]) -> Callable[..., Any]:
    """The function that a reference stands for, imported when it is called."""
    place, code, field = reference

    def check(document: Document, *candidate: Any) -> Iterable[Finding]:
        return _rule(place, code).check(document, *candidate)

    def each(document: Document) -> Iterable[Any]:
        fact = _rule(place, code).each
        return document.fact(fact) if fact else ()

    return check if field == "check" else each


@functools.cache
def _rule(place: str, code: str) -> Rule:
    return next(rule for rule in rules_of(place) if rule.code == code)


def _key(name: str, folders: Iterable[Path]) -> str:
    """What changes with every file that rules are made of: data files and the engine's own count too."""
    files = [_engine(), *map(_files, folders)]
    return hashlib.blake2b(msgspec.json.encode((name, files)), digest_size=16).hexdigest()


@functools.cache
def _engine() -> list[tuple[str, int, int]]:
    return _files(Path(__file__).parent)


def _files(folder: Path) -> list[tuple[str, int, int]]:
    """The rules' files in and below a folder, each with its time of change and size."""
    return [
        (entry.path, status.st_mtime_ns, status.st_size)
        for entry in sorted(_below(folder), key=lambda entry: entry.path)
        if entry.name.endswith((".py", PACK)) and (status := entry.stat())
    ]


def _below(folder: "Path | os.DirEntry[str]") -> "Iterator[os.DirEntry[str]]":
    with os.scandir(folder) as entries:
        for entry in entries:
            if not entry.is_dir():
                yield entry
            elif entry.name != "__pycache__":
                yield from _below(entry)
