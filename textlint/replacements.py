"""Wrong forms and their right ones: the entries of a rule that is a list of pairs.

A table of a pack, `"wrong" = "right"`; `"wrong" = ["right", "right"]` where it cannot be told which, and
then nothing is repaired. Of `"⟦wrong⟧ in its context"` only what is marked is wrong. A table within the
table, named by a language (`[….replacements.en]`), holds what is wrong in texts of that language alone.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple, TypeAlias

from textlint.document import Document
from textlint.finding import Finding, Fix, Safety, Span
from textlint.pattern import HOLE, Match, Phrase, fold
from textlint.rule import Check, unmark
from textlint.script import script_of

PLAIN = str.maketrans({"\u00a0": " ", "’": "'"})
"""What may stand for another character in a wrong form; letter case counts, but for capitals throughout."""
BLOCK = 100_000
"""Code points in which forms are counted: an article in whole, a book in parts."""
RELATED = 10
"""Right forms that a finding points to."""


class Entry(NamedTuple):
    """A wrong form in its context, the span of what is wrong in it, what is right instead, where."""

    text: str
    wrong: Span
    right: tuple[str, ...]
    language: str | None = None


Entries: TypeAlias = dict[str, list[Entry]]
"""Entries by their folded text."""


class EntryError(ValueError):
    """A table that cannot be; `key` names the entry, the message what is wrong with it."""

    def __init__(self, key: str, problem: str) -> None:
        super().__init__(problem)
        self.key = key


def parse(table: Any) -> Entries:
    """The entries of a table as TOML gives it. EntryError for the first that cannot be."""
    if not isinstance(table, dict) or not table:
        raise EntryError("", 'must be a table like { "wrong" = "right" }')
    entries: Entries = {}
    for key, value in table.items():
        if isinstance(value, dict):
            if not re.fullmatch("[a-z]{2,3}", key):
                raise EntryError(key, "is no language code (en, ru, …)")
            found = [_entry(wrong, right, key) for wrong, right in value.items()]
        else:
            found = [_entry(key, value, None)]
        for entry in found:
            entries.setdefault(fold(entry.text), []).append(entry)
    return entries


def _entry(key: str, value: Any, language: str | None) -> Entry:
    right = (value,) if isinstance(value, str) else value
    if not isinstance(right, list | tuple) or not right or not all(map(_is_name, right)):
        raise EntryError(key, "must be the right form, a string, or a list of such")
    try:
        text, spans = unmark(key)
    except ValueError as error:
        raise EntryError(key, str(error)) from error
    if not _is_name(text) or HOLE in text:
        raise EntryError(key, f"is empty, has white space around it or holds {HOLE}")
    if len(spans) > 1:
        raise EntryError(key, "marks more than one place")
    wrong = spans[0] if spans else Span(0, len(text))
    if text[wrong.start : wrong.end] in right or wrong.start == wrong.end:
        raise EntryError(key, "what is wrong and what is right are the same")
    return Entry(text.translate(PLAIN), wrong, tuple(right), language)


def _is_name(text: Any) -> bool:
    return isinstance(text, str) and text == text.strip() != ""


def phrases(entries: Entries) -> tuple[Phrase, ...]:
    """What is looked for: every wrong form as a word, in any letter case."""
    return tuple(Phrase(text) for text in entries)


def verify(message: str) -> None:
    """KeyError, IndexError or ValueError where a message asks for more than {text} and {right}."""
    message.format(text="", right="")


def checker(entries: Entries, message: str, safety: Safety | None) -> Check:
    """The check of a rule with these entries, silent on all that is none; no `safety`: no repair."""

    def check(document: Document, match: Match) -> Iterator[Finding]:
        said = match[0].translate(PLAIN)
        for entry in entries.get(fold(match[0]), ()):
            if entry.language not in (None, document.language):
                continue
            if said == entry.text:
                case: Callable[[str], str] = str
            elif said == entry.text.upper():
                case = str.upper
            else:
                continue
            place = Span(*(match.start() + at for at in entry.wrong))
            right = [case(form) for form in entry.right]
            if not _is_right(document.text, place, right):
                yield _finding(document, place, right, message, safety)
                return

    return check


def _is_right(text: str, place: Span, right: list[str]) -> bool:
    """Whether a right form stands at the place: the Harbour of "Harbour" = "Harbour Post"."""
    wrong = text[place.start : place.end]
    return any(
        wrong in form and form in text[max(0, place.start - len(form)) : place.end + len(form)]
        for form in right
    )


def _finding(
    document: Document, place: Span, right: list[str], message: str, safety: Safety | None
) -> Finding:
    wrong = document.text[place.start : place.end]
    said = message.format(text=f"“{wrong}”", right=" or ".join(f"“{form}”" for form in right))
    others = [use for form in right for use in _uses(document, form, place.start)]
    if others:
        ours = len(_uses(document, wrong, place.start))
        said += f" ({ours} to {len(others)} in this text)"
    fix = Fix.replace(*place, right[0], safety=safety) if safety and len(right) == 1 else None
    return Finding(*place, said, fix, tuple(others[:RELATED]))


def _known(_document: Document) -> dict[tuple[str, int], list[Span]]:
    """Where forms stand in the blocks of a text, as far as it was asked."""
    return {}


def _uses(document: Document, form: str, near: int) -> list[Span]:
    """Where a form stands as a word in the block that holds a place."""
    low = near - near % BLOCK
    known = document.fact(_known)
    if (form, low) not in known:
        known[form, low] = list(_find(document.text, form, low, low + BLOCK))
    return known[form, low]


def _find(text: str, form: str, low: int, high: int) -> Iterator[Span]:
    at = text.find(form, low, high)
    while at >= 0:
        end = at + len(form)
        beside = text[at - 1 : at] + text[end : end + 1]
        if not any(char.isalnum() and script_of(char) == script_of(form[-1]) for char in beside):
            yield Span(at, end)
        at = text.find(form, end, high)


def extend(check: Check, entries: Entries, message: str, safety: Safety | None) -> Check:
    """The check of a rule to which entries are added: they come before its own."""
    added = checker(entries, message, safety)

    def both(document: Document, match: Match) -> Iterator[Finding]:
        found = list(added(document, match))
        yield from found or check(document, match)

    return both
