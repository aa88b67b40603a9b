"""Rules kept between runs: what they say is read back at once, their code is imported at first use.

Importing the modules of a hundred rules costs more than linting an article, and in most articles most
rules have nothing to judge.
"""

import contextlib
import functools
import importlib
import marshal
import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from textlint import cache
from textlint.document import Document
from textlint.finding import Finding, Safety, Severity
from textlint.packed import Packed, Plain, pack
from textlint.pattern import pattern_of
from textlint.rule import Example, Rule

PACK = ".toml"


def _example(plain: Plain) -> str | Example:
    return plain if isinstance(plain, str) else Example(*plain)


MAKERS: dict[str, Callable[[Plain], Any]] = {
    **dict.fromkeys(("bad", "good", "fixed", "known_failures"), _example),
    **dict.fromkeys(("patterns", "gate"), pattern_of),
}
"""What makes the items of a rule's fields that stay packed."""


def rules_of(place: str) -> list[Rule]:
    """The rules of a TOML pack (a path) or of a module (an import name). Whatever loading it raises."""
    if place.endswith(PACK):
        from textlint.packs import load_pack

        return load_pack(Path(place))
    made = vars(importlib.import_module(place)).values()
    # Those that the module makes, not those that it imports from a sibling.
    return [rule for rule in made if isinstance(rule, Rule) and rule.check.__module__ == place]


def kept_rules(name: str, folders: Iterable[Path], places: Iterable[str]) -> Iterator[Rule]:
    """The rules of all `places`, read back while no file in `folders` has changed since they were kept."""
    key = _key(name, folders)
    if (data := cache.read("rules", key)) is not None:
        with contextlib.suppress(EOFError, TypeError, ValueError):
            yield from _decode(data)
            return
    found = {place: rules_of(place) for place in places}
    cache.write("rules", key, _encode(found))
    for rules in found.values():
        yield from rules


def _encode(found: dict[str, list[Rule]]) -> bytes:
    """The rules at their places, without functions: whether they have one stands for it.

    Version 2 of the form gives equal bytes for equal values.
    """
    kept = []
    for place, rules in found.items():
        for rule in rules:
            packed = {field: pack(getattr(rule, field)) for field in MAKERS}
            others = [field for field in rule.__struct_fields__ if field not in packed]
            plain = {field: getattr(rule, field) for field in others}
            plain |= {"check": None, "each": rule.each and True, "severity": int(rule.severity)}
            plain["fix"] = rule.fix and rule.fix.value
            kept.append((place, plain, packed))
    return marshal.dumps(kept, 2)


def _decode(data: bytes) -> list[Rule]:
    rules = []
    for place, plain, packed in marshal.loads(data):  # noqa: S302 - the user's own, checksummed
        check, each = _deferred(place, plain["code"])
        plain |= {"check": check, "each": plain["each"] and each}
        plain["severity"] = Severity(plain["severity"])
        plain["fix"] = plain["fix"] and Safety(plain["fix"])
        own: dict[str, Any] = {field: Packed(packed[field], MAKERS[field]) for field in packed}
        rules.append(Rule(**plain, **own))
    return rules


def _deferred(place: str, code: str) -> tuple[Callable[..., Any], Callable[..., Any]]:
    """A rule's `check` and `each`, imported when they are called."""

    def check(document: Document, *candidate: Any) -> Iterable[Finding]:
        return _rule(place, code).check(document, *candidate)

    def each(document: Document) -> Iterable[Any]:
        fact = _rule(place, code).each
        return document.fact(fact) if fact else ()

    return check, each


@functools.cache
def _rule(place: str, code: str) -> Rule:
    return next(rule for rule in rules_of(place) if rule.code == code)


def _key(name: str, folders: Iterable[Path]) -> str:
    """What changes with every file that rules are made of: data files and the engine's own count too."""
    files = [_engine(), *map(_files, folders)]
    return cache.digest(msgspec.json.encode((name, files)))


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
