"""The spam lexicon (lexicon/*.toml, roots.toml in it) and how its terms are found in a text."""

import functools
import itertools
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, TypeAlias

import msgspec
import regex

from textlint.api import (
    UNSPACED,
    Packed,
    Phrase,
    Table,
    compile_re,
    compile_regex,
    fold,
    kept,
    load_toml,
    pack,
    pattern_of,
    script_of,
    state,
)

from ._guests import group
from ._heads import first_of, head_of, marks, starts

FORMAT = 9
"""Raised when what is kept changes its meaning or order."""
LEXICON = Path(__file__).with_name("lexicon")
ROOTS = LEXICON / "roots" / "roots.toml"
GLUED_TERM = 10
"""Characters from which a term of several words is also found when glued to the word before it."""
HEAD = 4
"""Characters by which roots are looked up."""
COMPOUND = 3
"""Syllables from which a Korean term is also found inside a compound."""
SPELLED = compile_re(r"\{([^{}]*)\}")
"""Alternatives in a line of the lexicon: "{buy|order} {cialis|levitra}" is four terms."""


class Entry(msgspec.Struct, frozen=True):
    """What the lexicon says of a term: grade A, B, C, innocent or modifier, class, languages."""

    grade: str
    kind: str
    languages: frozenset[str]


class Hit(NamedTuple):
    """A term of the lexicon at [start, end), code points."""

    start: int
    end: int
    term: str
    entry: Entry

    @property
    def script(self) -> str:
        """The script of its letters; Latin only where there is no other."""
        return _script(self.term)


@functools.cache
def _script(term: str) -> str:
    found = [group(s) for char in term if (s := script_of(char))]
    return next((s for s in found if s != "Latin"), "Latin")


Row: TypeAlias = tuple[str, str, str, list[str]]
"""A term, its grade, class and languages."""


class Built(msgspec.Struct, frozen=True):
    """The lexicon as it is looked up: rows by term, terms by head.

    The rows are a Table of "grade class language,language", for few terms are asked for; the terms of
    a head are lines in UTF-8: long strings are read back in a third of the time that lists take.
    """

    rows: bytes
    heads: dict[str, bytes]


@functools.cache
def entry(term: str) -> Entry | None:
    """What the lexicon says of a folded term, None where it holds no such term."""
    if (row := _rows().get(term)) is None:
        return None
    grade, kind, languages = row.split(" ")
    return Entry(grade, kind, frozenset(languages.split(",")))


@functools.cache
def _rows() -> Table:
    return Table(_built().rows)


@functools.cache
def _built() -> Built:
    """The lexicon, kept between runs: reading the files takes 15 ms, what is kept 4."""
    return msgspec.msgpack.decode(
        _kept("lexicon", lambda: msgspec.msgpack.encode(_build())), type=Built
    )


def phrases() -> Sequence[Phrase]:
    """The lexicon as what the shared scan looks for: what counts, and so no modifiers and innocent ones."""
    return Packed(_kept("lexicon-phrases", lambda: pack(_phrases())), pattern_of)


def _kept(what: str, make: Callable[[], bytes]) -> bytes:
    return kept(what, f"{FORMAT}-{_digest()}", make)


@functools.cache
def _digest() -> str:
    return state(sorted(LEXICON.rglob("*.toml")))


def _phrases() -> Iterator[Phrase]:
    for term, grade, _, languages in _read(sorted(LEXICON.glob("*.toml"))):
        if grade in "ABC":
            yield Phrase(term, "anywhere" if _is_open(term) else "word", languages[0])


def _build() -> Built:
    rows = _read(sorted(LEXICON.glob("*.toml")))
    heads: dict[str, list[str]] = defaultdict(list)
    for term, *_ in rows:
        heads[head_of(term)].append(term)
    return Built(
        Table.pack(
            (term, f"{grade} {kind} {','.join(languages)}") for term, grade, kind, languages in rows
        ),
        {head: "\n".join(terms).encode() for head, terms in heads.items()},
    )


def _read(files: Iterable[Path]) -> list[Row]:
    """The rows of all files, the longest terms first; a term of two grades has the first one's."""
    rows: dict[str, Row] = {}
    for path in files:
        for language, kinds in load_toml(path).items():
            for kind, grades in kinds.items():
                for grade, terms in grades.items():
                    for term in spelled(fold(terms)):
                        _, had, of, known = rows.get(term, (term, grade, kind, []))
                        languages = known if language in known else [*known, language]
                        if had == "modifier" != grade:
                            had, of = grade, kind
                        rows[term] = (term, had, of, languages)
    return sorted(rows.values(), key=lambda row: len(row[0]), reverse=True)


def spelled(terms: str) -> Iterator[str]:
    """The terms that lines stand for, alternatives in braces written out."""
    for line in terms.split("\n"):
        if "{" not in line:
            yield from [line] if line else []
            continue
        parts = SPELLED.split(line)
        choices = [part.split("|") if at % 2 else [part] for at, part in enumerate(parts)]
        for chosen in itertools.product(*choices):
            yield " ".join("".join(chosen).split())


def find_terms(text: str) -> Iterator[Hit]:
    """The terms in a text, leftmost and longest, overlapping none: what the rule's phrases mean."""
    folded, done = fold(text), 0
    for at, term in starts(folded, *_lookup()):
        end = at + len(term)
        if at < done or not _bounded(folded, at, end):
            continue
        if at and not _is_inner(term) and _continues(folded[at - 1], folded[at]):
            continue
        if listed_as := entry(term):
            yield Hit(at, end, term, listed_as)
        done = end


@functools.cache
def _lookup() -> tuple[dict[str, bytes], dict[str, list[str]], bytes]:
    """What `starts` asks for; all terms are less than 1 MB."""
    heads = _built().heads
    return heads, {}, marks(heads)


def _continues(before: str, char: str) -> bool:
    """Whether two letters belong to one word of one script."""
    return before.isalnum() and char.isalnum() and script_of(before) == script_of(char)


def _bounded(text: str, start: int, end: int) -> bool:
    """Whether no letter or digit of the same script makes a longer word of [start, end)."""
    first, last = script_of(text[start]), script_of(text[end - 1])
    closed = first not in UNSPACED and not _is_open(text[start:end])
    if start and closed and _extends(text[start - 1], first):
        return False
    open_end = last in UNSPACED or last == "Hangul"
    return open_end or end == len(text) or not _extends(text[end], last)


def _extends(char: str, script: str | None) -> bool:
    return (
        char == "_"
        or unicodedata.category(char)[0] in "NM"
        or (script is not None and script_of(char) == script)
    )


def _is_open(term: str) -> bool:
    """Whether a term is also found with letters before it: in compounds, or glued to a word."""
    if "가" <= term[0] <= "힣":
        return len(term) >= COMPOUND
    return len(term) >= GLUED_TERM and " " in term


def _is_inner(term: str) -> bool:
    """Whether a term is found inside a word."""
    return _is_open(term) or script_of(term[0]) in UNSPACED


def holds_term(run: str) -> bool:
    """Whether a run of a foreign script holds what means spam there: a term of grade A or B, a root."""
    return root_in(run) is not None or any(hit.entry.grade in "AB" for hit in find_terms(run))


def root_in(run: str) -> str | None:
    """The class of the first root that a run of a foreign script holds, None where it holds none."""
    text = fold(run)
    at = first_of(text, *_root_heads())
    while at >= 0:
        if found := _roots().match(text, at):
            return found.lastgroup
        at = first_of(text, *_root_heads(), at + 1)
    return None


def may_hold_root(run: str) -> bool:
    """Whether a run holds the head of a root: few do, and two thousand roots take longer to try."""
    return first_of(fold(run), *_root_heads()) >= 0


@functools.cache
def _root_heads() -> tuple[frozenset[str], bytes]:
    """What roots begin with, as `first_of` asks for it."""
    lines = _kept("lexicon-root-heads", lambda: "\n".join(_heads()).encode()).decode()
    heads = frozenset(lines.split("\n"))
    return heads, marks(heads)


def _heads() -> set[str]:
    return {root.lstrip("^")[:HEAD] for _, root in _root_rows()}


@functools.cache
def _roots() -> "regex.Pattern[str]":
    """The roots, kept between runs: escaping two thousand takes longer than loading what it gives."""
    return compile_regex(_kept("lexicon-roots", lambda: _root_source().encode()).decode())


def _root_source() -> str:
    """The roots as one expression, a group for each class. "^" before a root: words begin with it."""
    kinds: dict[str, list[str]] = defaultdict(list)
    for kind, root in _root_rows():
        escaped = regex.escape(root.lstrip("^"), literal_spaces=True)
        kinds[kind].append(rf"(?<!\p{{L}}){escaped}" if root[0] == "^" else escaped)
    return "|".join(f"(?P<{kind}>{'|'.join(roots)})" for kind, roots in kinds.items())


def _root_rows() -> Iterator[tuple[str, str]]:
    """The class of each root, and the root."""
    for scripts in load_toml(ROOTS).values():
        for kind, lines in scripts.items():
            for root in spelled(fold(lines)):
                yield kind, root
