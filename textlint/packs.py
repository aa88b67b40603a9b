"""Declarative packs: TOML files of rules made of phrases, patterns or pairs of names, with their examples.

A pack may also add entries to a rule that is a list of pairs ([[extend]]: a gazetteer of one's own). A
pack is data. Every key is checked: what cannot be is a PackError that names file, rule and key.
(A pattern is compiled, and refused, when the scanner that holds it is built: `textlint.scan`.)
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, get_args

import msgspec

from textlint import replacements
from textlint.document import Document
from textlint.edits import delete_line
from textlint.finding import Finding, Fix, Safety, Severity
from textlint.pattern import Match, Pattern, Phrase, Where, fold
from textlint.rule import Check, Rule, RuleError, unmark
from textlint.toml import read_toml

SPAN = "span"
"""The named group of a pattern that marks the finding where it is not the whole match."""
KEYS = frozenset(
    "code name severity why message where phrases pattern patterns replacements languages fix preview "
    "aliases bad good fixed known_failures".split()
)
EXTENSION_KEYS = frozenset({"code", "replacements"})
REQUIRED = ("code", "name", "severity", "why", "message", "bad", "good")
EXCERPT = 60
"""Code points of the matched text that a message quotes."""


class PackError(ValueError):
    """A malformed pack: the message names the file, the rule and the key."""


class Extension(msgspec.Struct, frozen=True):
    """Entries that a pack adds to a rule; `place` says where it does so."""

    code: str
    entries: replacements.Entries
    place: str

    def extend(self, rules: Mapping[str, Rule]) -> Rule:
        """The rule with the entries added. PackError where there is none, or it takes none."""
        if (rule := rules.get(self.code)) is None:
            raise PackError(f"{self.place}: there is no such rule{nearest(self.code, rules)}")
        if not rule.entries:
            takers = ", ".join(sorted(code for code, rule in rules.items() if rule.entries))
            raise PackError(f"{self.place}: the rule takes no entries; these do: {takers}")
        known = {fold(pattern.text) for pattern in rule.patterns if isinstance(pattern, Phrase)}
        new = [p for p in replacements.phrases(self.entries) if fold(p.text) not in known]
        check = replacements.extend(rule.check, self.entries, rule.entries, rule.fix)
        return msgspec.structs.replace(rule, patterns=(*rule.patterns, *new), check=check)


class Pack(msgspec.Struct, frozen=True):
    """What a pack holds: rules of its own, and entries for others'."""

    rules: list[Rule]
    extensions: list[Extension]


def load_pack(path: Path) -> list[Rule]:
    """The rules of a TOML pack. PackError where it is malformed or cannot be read."""
    return read_pack(path).rules


def read_pack(path: Path) -> Pack:
    """All that a TOML pack holds. PackError where it is malformed or cannot be read."""
    try:
        data = read_toml(path)
    except OSError as error:
        raise PackError(f"{path}: cannot be read: {error.strerror}") from error
    except ValueError as error:
        raise PackError(f"{path}: no valid TOML: {error}") from error
    unknown = sorted(data.keys() - {"rule", "extend"})
    rules, extensions = data.get("rule", []), data.get("extend", [])
    if unknown or not (isinstance(rules, list) and isinstance(extensions, list) and data):
        what = f"unknown key {unknown[0]!r}" if unknown else "no [[rule]] table"
        raise PackError(f"{path}: {what}; a pack is a list of [[rule]] tables")
    return Pack(
        [_rule(path, number, table) for number, table in enumerate(rules, 1)],
        [_extension(path, number, table) for number, table in enumerate(extensions, 1)],
    )


def _extension(path: Path, number: int, data: Any) -> Extension:
    code = data.get("code") if isinstance(data, dict) else None
    place = f"{path}: extend {code if isinstance(code, str) else f'number {number}'}"
    if not isinstance(data, dict) or not isinstance(code, str):
        raise PackError(f'{place}: must be a table with code = "…", the rule that is extended')
    for key in data:
        if key not in EXTENSION_KEYS:
            raise PackError(f"{place}: {key}: unknown key{nearest(key, EXTENSION_KEYS)}")
    return Extension(code, _entries(place, data.get("replacements")), place)


def _entries(place: str, table: Any) -> replacements.Entries:
    try:
        return replacements.parse(table)
    except replacements.EntryError as error:
        key = f"replacements.{error.key!r}" if error.key else "replacements"
        raise PackError(f"{place}: {key}: {error}") from error


class _Table:
    """One [[rule]] table, with errors that say where."""

    def __init__(self, path: Path, number: int, data: Any) -> None:
        name = data.get("code") if isinstance(data, dict) else None
        self.place = f"{path}: rule {name if isinstance(name, str) else f'number {number}'}"
        if not isinstance(data, dict):
            raise PackError(f"{self.place}: not a table")
        self.data = data
        for key in data:
            if key not in KEYS:
                raise self.error(key, f"unknown key{nearest(key, KEYS)}")
        for key in REQUIRED:
            if key not in data:
                raise self.error(key, "missing")

    def error(self, key: str, problem: str) -> PackError:
        return PackError(f"{self.place}: {key}: {problem}")

    def text(self, key: str, default: str = "") -> str:
        value = self.data.get(key, default)
        if not isinstance(value, str):
            raise self.error(key, f"must be a string, not {_kind(value)}")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        value = self.data.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self.error(key, "must be a list of strings")
        return tuple(value)

    def choice(self, key: str, choices: Iterable[str], default: str) -> str:
        value, choices = self.text(key, default), list(choices)
        if value not in choices:
            raise self.error(key, f"{value!r} is none of {', '.join(choices)}")
        return value

    def flag(self, key: str) -> bool:
        value = self.data.get(key, False)
        if not isinstance(value, bool):
            raise self.error(key, f"must be true or false, not {_kind(value)}")
        return value


def _rule(path: Path, number: int, data: Any) -> Rule:
    table = _Table(path, number, data)
    patterns: list[Pattern | Phrase] = [*_phrases(table), *_patterns(table)]
    if pairs := "replacements" in table.data:
        patterns, check, safety = _pairs(table, patterns)
    elif not patterns:
        raise table.error("phrases", "neither `phrases` nor `pattern` is given: nothing to find")
    else:
        repair, safety = _repair(table)
        check = _check(table, repair, safety)
    try:
        rule = Rule(
            code=table.text("code"),
            name=table.text("name"),
            severity=Severity[table.choice("severity", ("error", "warning", "info"), "").upper()],
            why=table.text("why"),
            check=check,
            bad=table.texts("bad"),
            good=table.texts("good"),
            fixed=table.texts("fixed"),
            known_failures=table.texts("known_failures"),
            patterns=tuple(patterns),
            languages=table.texts("languages"),
            fix=safety,
            preview=table.flag("preview"),
            aliases=table.texts("aliases"),
            entries=table.text("message") if pairs else "",
        )
    except RuleError as error:
        raise PackError(f"{path}: {error}") from error
    for example in rule.bad:
        try:
            marked = unmark(example if isinstance(example, str) else example.text)
        except ValueError as error:
            raise table.error("bad", str(error)) from error
        if not marked.spans:
            raise table.error("bad", f"{example!r} marks no place with ⟦ and ⟧")
    return rule


def _pairs(
    table: _Table, others: list[Pattern | Phrase]
) -> tuple[list[Pattern | Phrase], Check, Safety | None]:
    """What a rule of pairs looks for, its check, and the safety of its fixes."""
    if others:
        raise table.error("replacements", "stand alone: without `phrases` and `pattern`")
    if (given := table.data.get("fix")) not in (None, {"safety": "unsafe"}):
        raise table.error("fix", f'must be {{ safety = "unsafe" }} or left out, not {given!r}')
    try:
        replacements.verify(message := table.text("message"))
    except (KeyError, IndexError, ValueError) as error:
        raise table.error(
            "message", f"only {{text}} and {{right}} can be filled in, not {error}"
        ) from error
    entries = _entries(table.place, table.data["replacements"])
    safety = Safety.UNSAFE if given else None
    return (
        list(replacements.phrases(entries)),
        replacements.checker(entries, message, safety),
        safety,
    )


def _phrases(table: _Table) -> Iterator[Phrase]:
    """The phrases of a rule: a list, or a table of lists by language code."""
    where: Any = table.choice("where", get_args(Where), "word")
    given = table.data.get("phrases", [])
    by_language = given if isinstance(given, dict) else {None: given}
    for language, texts in by_language.items():
        key = f"phrases.{language}" if language else "phrases"
        if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
            raise table.error(key, "must be a list of strings")
        for text in texts:
            if text != text.strip() or not text.replace("{}", "").strip():
                raise table.error(key, f"{text!r} is empty or has white space around it")
            yield Phrase(text, where, language)


def _patterns(table: _Table) -> Iterator[Pattern]:
    if "pattern" in table.data:
        yield Pattern(table.text("pattern"))
    yield from map(Pattern, table.texts("patterns"))


def _repair(table: _Table) -> tuple[str | None, Safety | None]:
    """What `fix` does ("line": delete the whole line; else the replacement text) and its safety."""
    given = table.data.get("fix")
    if given is None:
        return None, None
    if not isinstance(given, dict) or not given.keys() <= {"delete", "replace", "safety"}:
        raise table.error("fix", 'must be like { delete = "match", safety = "unsafe" }')
    if given.get("safety") not in list(Safety):
        raise table.error("fix", f"safety {given.get('safety')!r} is neither 'safe' nor 'unsafe'")
    if isinstance(given.get("replace"), str) and "delete" not in given:
        return "=" + given["replace"], Safety(given["safety"])
    if given.get("delete") in ("match", "line") and "replace" not in given:
        return "line" if given["delete"] == "line" else "=", Safety(given["safety"])
    raise table.error("fix", 'give `delete = "match"`, `delete = "line"` or `replace = "text"`')


def _check(table: _Table, repair: str | None, safety: Safety | None) -> Check:
    """The check of a declarative rule: each match is a finding."""
    message = table.text("message")
    try:
        message.format(text="")
    except (KeyError, IndexError, ValueError) as error:
        raise table.error("message", f"only {{text}} can be filled in, not {error}") from error

    def check(document: Document, match: Match) -> Iterator[Finding]:
        start, end = match.span(SPAN) if SPAN in match.re.groupindex else match.span()
        fix = None
        if repair is not None and safety is not None:
            if repair == "line":
                fix = Fix((delete_line(document.text, start, end),), safety)
            else:
                fix = Fix.replace(start, end, repair[1:], safety=safety)
        excerpt = " ".join(document.text[start:end].split())
        if len(excerpt) > EXCERPT:
            excerpt = excerpt[: EXCERPT - 1] + "…"
        yield Finding(start, end, message.format(text=f"“{excerpt}”"), fix)

    return check


def nearest(word: str, known: Iterable[str]) -> str:
    """The words "; did you mean …?" for a misspelling, nothing where no known word is near."""
    import difflib

    by_folded = {name.casefold(): name for name in known}
    near = difflib.get_close_matches(word.casefold(), list(by_folded), 1)
    return f"; did you mean {by_folded[near[0]]!r}?" if near else ""


def _kind(value: Any) -> str:
    return {list: "a list", dict: "a table", bool: "true or false"}.get(type(value), repr(value))
