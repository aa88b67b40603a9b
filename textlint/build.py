"""Building the databases: phrases to literals, patterns to expressions over bytes or to literals."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import hyperscan
import msgspec

from textlint.alphabet import NONE
from textlint.databases import Coded
from textlint.document import ENCODING_ERRORS
from textlint.encoded import Encoded
from textlint.expression import Expression, translate
from textlint.pattern import HOLE, HOLE_WIDTH, MARGIN_WIDTH, Pattern, Phrase, fold
from textlint.probe import ANY, LINE, WORD, Database, Probe
from textlint.scan import PatternError
from textlint.scan import verify as verify_pattern
from textlint.script import script_of
from textlint.syntax import UnsupportedError

MOST_HOLES = 2
"""Holes in a phrase up to which trying it at one place takes no time to speak of."""
TEXT_END = b"\\n"
"""What stands after every text of a batch."""
EXPRESSION_FLAGS = hyperscan.HS_FLAG_MULTILINE | hyperscan.HS_FLAG_DOTALL


class Translation(msgspec.Struct, frozen=True, array_like=True):
    """A pattern, and what it is looked for by."""

    code: str
    pattern: Pattern
    expression: Expression


def translations(patterns: Coded) -> bytes:
    """What regular expressions are looked for by. PatternError for one that cannot be used."""
    found = []
    for code, pattern in patterns:
        verify_pattern(code, pattern)
        assert isinstance(pattern, Pattern)  # noqa: S101 - phrases are not translated
        try:
            found.append(Translation(code, pattern, translate(pattern.source)))
        except UnsupportedError as error:
            raise PatternError(
                code, f"{pattern.source!r} cannot be scanned for: {error}"
            ) from error
    return msgspec.msgpack.encode(found)


def _read(parts: Sequence[bytes]) -> list[Translation]:
    return [one for part in parts for one in msgspec.msgpack.decode(part, type=list[Translation])]


def expressions(alphabet: int, parts: Sequence[bytes]) -> Database:
    """The database of translated expressions for texts of an alphabet, or of none."""
    known = _read(parts)
    sources: dict[bytes, list[Probe]] = {}
    for number, expression in enumerate(own.expression for own in known):
        if expression.literals:
            continue
        source = expression.source if alphabet == NONE else expression.narrow[alphabet]
        if source:
            sources.setdefault(source, []).append(_own_probe(number, expression))
    try:
        return _compile(sources, EXPRESSION_FLAGS, literal=False)
    except hyperscan.HyperscanError:
        return _compile(_without_refused(sources), EXPRESSION_FLAGS, literal=False)


def _own_probe(number: int, expression: Expression) -> Probe:
    return Probe(
        number,
        expression.before,
        expression.reach,
        tame=expression.tame,
        cut=expression.cut,
        prefix=expression.prefix,
    )


def _without_refused(sources: Mapping[bytes, list[Probe]]) -> dict[bytes, list[Probe]]:
    """The expressions that Hyperscan takes; the patterns of the others are tried on every text.

    What it refuses is what is too large for it, which only compiling tells.
    """
    taken: dict[bytes, list[Probe]] = {}
    for source, probes in sources.items():
        try:
            _compile({source: []}, EXPRESSION_FLAGS, literal=False)
        except hyperscan.HyperscanError:
            tried = [probe._replace(before=None, reach=None) for probe in probes]
            taken.setdefault(TEXT_END, []).extend(tried)
        else:
            taken.setdefault(source, []).extend(probes)
    return taken


def _compile(sources: Mapping[bytes, Sequence[Probe]], flags: int, *, literal: bool) -> Database:
    """The database of what the probes are of; of nothing, one without data."""
    if not sources:
        return Database.of(b"", ())
    database = hyperscan.Database(mode=hyperscan.HS_MODE_BLOCK)
    database.compile(
        expressions=list(sources),
        ids=list(range(len(sources))),
        elements=len(sources),
        flags=[flags] * len(sources),
        literal=literal,
    )
    return Database.of(hyperscan.dumpb(database), sources.values())


def verify(phrases: Coded) -> None:
    """PatternError for a phrase that cannot be used."""
    for code, phrase in phrases:
        assert isinstance(phrase, Phrase)  # noqa: S101 - the others are translated
        best = distinctive(phrase.text)
        if not best.literal or b"\0" in best.literal:
            raise PatternError(code, f"{phrase.text!r} has nothing that can be scanned for")


def literals(alphabet: int, phrases: Coded, parts: Sequence[bytes]) -> Database:
    """The database of phrases and of patterns' literals that keep to an alphabet and to none before.

    Phrases have the first numbers.
    """
    found: dict[bytes, list[Probe]] = {}
    for number, (_, phrase) in enumerate(phrases):
        assert isinstance(phrase, Phrase)  # noqa: S101 - the others are translated
        best = distinctive(phrase.text)
        if Encoded(best.literal.decode()).alphabet == alphabet:
            found.setdefault(best.literal, []).append(_probe(number, phrase, best))
    for number, own in enumerate(_read(parts), len(phrases)):
        for literal in own.expression.literals:
            if Encoded(literal).alphabet == alphabet:
                encoded = literal.encode("utf-8", ENCODING_ERRORS)
                found.setdefault(encoded, []).append(_own_probe(number, own.expression))
    return _compile(found, hyperscan.HS_FLAG_CASELESS, literal=True)  # others than ASCII are folded


def _probe(number: int, phrase: Phrase, part: "Distinctive") -> Probe:
    text, holes = phrase.text, phrase.text.count(HOLE)
    more = HOLE_WIDTH * holes
    front, back = _edges(phrase, part)
    whole = not holes and "\n" not in text
    return Probe(
        number,
        before=part.end + more,
        reach=len(text) + more + MARGIN_WIDTH,
        size=len(part.literal),
        front=front,
        back=back,
        tame=holes <= MOST_HOLES,
        exact=len(text) if whole else 0,
    )


class Distinctive(NamedTuple):
    """A part of a phrase that is looked for, folded: it ends `end` code points after its start."""

    literal: bytes
    end: int
    is_first: bool = False
    is_last: bool = False


def distinctive(text: str) -> Distinctive:
    """The longest part of a phrase, in bytes, between its holes; empty if it has nothing else."""
    best = Distinctive(b"", 0)
    at = 0
    parts = fold(text).split(HOLE)
    for number, part in enumerate(parts, 1):
        literal = part.encode()
        if len(literal) > len(best.literal):
            best = Distinctive(literal, at + len(part), number == 1, number == len(parts))
        at += len(part) + len(HOLE)
    return best


def _edges(phrase: Phrase, part: Distinctive) -> tuple[int, int]:
    """A probe's `front` and `back`: letters of other scripts may stand beside a word that is not Latin."""
    if phrase.where == "anywhere":
        return ANY, ANY
    text = fold(phrase.text)
    front = LINE if phrase.where != "word" else WORD if script_of(text[0]) == "Latin" else ANY
    back = LINE if phrase.where == "line" else WORD if script_of(text[-1]) == "Latin" else ANY
    return front if part.is_first else ANY, back if part.is_last else ANY
