"""Where a word comes back at once: twice in a row, round a conjunction, round “of”, round a hyphen."""

import functools
import re
from pathlib import Path
from typing import NamedTuple

import msgspec

from textlint.api import Document, Span, Words, compile_re, load_toml, recurrence

SPACES = " \u00a0"
INSIDE = frozenset("'’ʼ-‐‑_/\\@#&$=<>*`+~^|")
"""Beside a word these make it part of something longer (a compound, an address, code)."""
LANGUAGES = (
    *("en", "de", "es", "fr", "it", "ru", "uk"),
    *("ar", "cs", "da", "fi", "hu", "id", "nl", "pl", "pt", "ro", "sv", "tr", "vi"),
)
"""The languages of repeated/doublets.toml; in the second row only function words are looked at."""
OPENING, CLOSING = frozenset("“„\"'‘«(["), frozenset("”“\"'’»)]")
ENOUGH = 4
"""Letters of a word that may come back round a conjunction or “of”."""
OF = {"en": ("of", "of the")}
"""What a word may stand on both sides of, beside conjunctions."""
WINDOW = 120
"""Code points on each side of a repetition, on its line, that are looked at."""


class Doublets(msgspec.Struct, frozen=True):
    """What a language lets stand twice: see repeated/doublets.toml."""

    slips: frozenset[str]
    kept: frozenset[str]
    short: int
    long: int
    joins: frozenset[str]
    paired: frozenset[str]
    endings: tuple[str, ...]


class Repetition(NamedTuple):
    """A word that comes back at once: the place in code points, and what stands between (or "")."""

    start: int
    end: int
    between: str


@functools.cache
def doublets() -> dict[str, Doublets]:
    """The lists of every language, read at the first repeated word."""
    data = load_toml(Path(__file__).with_name("repeated") / "doublets.toml")
    return {
        language: Doublets(
            frozenset(lists["slips"]),
            frozenset(lists.get("kept", ())),
            lists.get("short", NEVER),
            lists.get("long", NEVER),
            frozenset(lists.get("joins", ())),
            frozenset(lists.get("paired", ())),
            tuple(lists.get("endings", ())),
        )
        for language, lists in data.items()
    }


NEVER = 1000
"""Letters of a word: longer than any."""


def repetitions(document: Document) -> list[Repetition]:
    """Every word of letters that comes back at once on its line, whatever the case: a fact.

    “X X …”, “X and X” with the conjunctions of the text's language, in English “X of (the) X”, and
    “X-X”. Letters with separate marks (as in Hindi) end a word.
    """
    places = document.fact(recurrence).words
    if not places or document.language not in LANGUAGES:
        return []
    exact, text, done = _exact(document.language), document.text, 0
    found: list[Repetition] = []
    for at in sorted(set(places)):
        match = exact.match(text, at) if at >= done else None
        if not match or (match["between"] and len(match[1]) < ENOUGH):
            continue
        done = match.end()
        if _is_whole(text, *match.span()):
            between = (match["between"] or match["hyphen"] or "").lower()
            found.append(Repetition(*match.span(), between.replace("\u00a0", " ")))
    return found


@functools.cache
def _exact(language: str) -> re.Pattern[str]:
    """What comes back at once in a language."""
    blank = f"[{SPACES}]"
    joins = [*sorted(doublets()[language].joins), *OF.get(language, ())]
    between = "|".join(join.replace(" ", blank) for join in joins)
    joined = f"|{blank}(?P<between>{between}){blank}\\1(?!\\w)" if joins else "|(?P<between>(?!))"
    return compile_re(
        rf"(?<!\w)([^\W\d_]++)(?:(?:{blank}\1(?!\w))+{joined}|(?P<hyphen>[-‑])\1(?!\w))",
        re.IGNORECASE,
    )


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether nothing beside the words joins them to others: "in in-depth", "sz sz.find"."""
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    if before in INSIDE and before not in OPENING:
        return False
    if after in INSIDE and after not in CLOSING:
        return False
    return not (after in (".", ":", "'", "’") and text[end + 1 : end + 2].isalnum())


def singles(document: Document) -> Words:
    """The words, in lower case, that the text uses at least once without repeating them: a fact."""
    at, rest = 0, []
    for start, end, _ in document.fact(repetitions):
        rest.append(document.text[at:start])
        at = end
    rest.append(document.text[at:])
    return Words(" ".join(rest).lower(), re.compile(r"(?<!\w)\w+"))


def is_enclosed(text: str, span: Span) -> bool:
    """Whether quotation marks or brackets hold just these words."""
    return text[span.start - 1 : span.start] in OPENING and text[span.end : span.end + 1] in CLOSING


def around(text: str, span: Span) -> tuple[str, str]:
    """What stands on the same line before and after, in lower case, up to WINDOW code points."""
    before = text[max(0, span.start - WINDOW) : span.start].rpartition("\n")[2]
    return before.lower(), text[span.end : span.end + WINDOW].partition("\n")[0].lower()
