"""NAM003: one organisation under several names."""

import functools
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import msgspec

from textlint.api import Document, Finding, Match, Severity, Span, load_toml, rule

DATA = Path(__file__).parent / "data" / "organisations.toml"
BLANK = "[ \u00a0]"
HEAD = 2
"""Words before the noun that two names must share: one (Security Service, Security Council) is chance."""
BEFORE = 60
"""Code points before the noun that hold the name."""
BLOCK = 100_000
"""Code points that are compared: an article in whole, a book in parts."""
APART = 100
"""Code points between two names up to which a sentence tells two bodies apart."""
RELATED = 10
"""Uses of the other name that a finding points to."""
NATION = 4
"""Letters in which the words before two names agree where they name one nation."""
OFFICIAL = "="
"""Marks the name that a body of the table uses itself."""
UNIT_WORDS = 3
"""Words of a unit's name with its number: the 319th Regiment is short for many."""
NO_NAMES = frozenset("A An And As At For From His In Its Of On Our Their The This To With".split())
SMALL = frozenset("a an and at for from his in its of on the their to was were with".split())
UNIT = r"\d{{1,3}}(?:st|nd|rd|th)(?:{blank}[A-Za-z][a-z-]{{2,14}}){{1,4}}{blank}(?i:{types})(?!\w)"


class Mention(msgspec.Struct, frozen=True):
    """A name at its place in the text; `name` is what makes two mentions the same."""

    start: int
    end: int
    name: str


@functools.cache
def table() -> dict[str, Any]:
    """The contents of data/organisations.toml."""
    return load_toml(DATA)


def _patterns() -> tuple[str, ...]:
    """The nouns behind a capitalised word, units with a number, and bodies behind their nation."""
    data = table()
    nouns = "|".join(noun for group in data["types"].values() for noun in group)
    units = UNIT.format(blank=BLANK, types="|".join(data["units"]["types"]))
    bodies = tuple(_body_pattern(body) for body in data["body"])
    return (rf"[a-z]{BLANK}(?:{nouns})(?!\w)", rf"(?<![\w.,/-]){units}", *bodies)


def _body_pattern(body: dict[str, Any]) -> str:
    names = sorted({*body["names"], *body["right"]}, key=lambda name: (-len(name), name))
    either = "|".join(name.replace(" ", BLANK) for name in names)
    return rf"(?:{'|'.join(body['nation'])})(?:['’]s)?{BLANK}(?:{either})(?!\w)"


PATTERNS = _patterns()


@rule(
    "NAM003",
    severity=Severity.INFO,
    patterns=PATTERNS,
    languages=("en",),
    yields=("LNG009", "NAM004"),
    bad=[
        (
            "The ⟦Ukrainian Defense Intelligence Service⟧ said so on Monday. Pilots know it well.\n\n"
            "A year later the ⟦Ukrainian Defense Intelligence Agency⟧ denied it. “We do not know,” "
            "Ukraine’s Defense Intelligence Service wrote."
        ),
        (
            "Kyiv thanked Ukraine’s Defence Intelligence for the boat that it had brought home.\n\n"
            "⟦Ukrainian Military Intelligence Directorate⟧ officers had waited for it since May."
        ),
        (
            "The Coastal Fisheries Protection Agency counts boats. It was founded in 1950.\n\nThe Coastal "
            "Fisheries Protection Agency also counts nets. The ⟦Coastal Fisheries Protection "
            "Bureau⟧ knows how many fish are left in them."
        ),
        (
            "He served in the 319th Helicopter Regiment for three years, mostly in the north.\n\nThe "
            "⟦319th separate helicopter regiment⟧ lost two of its machines in May."
        ),
    ],
    good=[
        "The National Security Agency wrote to the National Security Council.",
        "The Coastal Fisheries Protection Agency and the Coastal Fisheries Protection Board met.",
        (
            "The US Defense Intelligence Agency has offices. Ukraine’s Defense Intelligence Service does "
            "not. They never met, and nothing was said of any exchange between the two houses."
        ),
        (
            "The 72nd Separate Mechanized Brigade came in May. In June, when the river froze over and "
            "nobody could leave the town any more, the 72nd Mechanized Brigade went."
        ),
        (
            "The 3rd Assault Brigade holds the bridge. The 3rd Tank Brigade was sent to the far side of "
            "the river, where it met nobody, and where nothing was left to be held or to be taken."
        ),
        "The Foreign Intelligence Service of Norland wrote. It was read by the Security Service.",
        (
            "The US Public Health Service warned of ticks on Friday, as it does every year in spring.\n\n"
            "The Public Health Agency of Canada agreed, and so did the Norland Public Health Authority."
        ),
    ],
    known_failures=[
        (
            "The Centre for Coastal Studies counts boats, as it has done since it was founded in 1950, "
            "and counts them well.\n\nThe ⟦Institute for Coastal Studies⟧ counts nets."
        ),
    ],
)
def org_variant(document: Document, match: Match) -> Iterator[Finding]:
    """One organisation under several names: Defense Intelligence Service, Defense Intelligence Agency.

    A translator who meets a foreign body's name three times may translate it three times. Two names are
    taken for one body's where they share two words or more and differ in the noun at the end, and the two
    nouns stand for one word elsewhere (Agency and Service do, Agency and Council do not); where a table
    of bodies has both, behind their nation; and for military units with one number, where one name says
    “separate” and has other capitals. One finding for each name but the usual one, at its first use.
    If a body's official name is known and not used, each of its names is reported.

    It is silent where the nation before the name differs, where both stand close together, as two bodies
    in one sentence do, and where each has an abbreviation of its own. There is no repair: which name is
    right is not in the text.
    """
    known, key = document.fact(_known), _key(document.text, match)
    if key not in known:
        known[key] = list(_judge(document.text, match))
    for finding in known[key]:
        if finding.start <= match.start() < finding.end:
            yield finding


def _known(_document: Document) -> dict[tuple[object, ...], list[Finding]]:
    """What has been found out about each name of a text, by its key."""
    return {}


def _key(text: str, match: Match) -> tuple[object, ...]:
    """What the names have in common that are judged with a match."""
    if body := _body(match[0]):
        return _block(match), body["official"], body["nation"][0]
    if match[0][0].isdigit():
        return _block(match), " ".join(match[0].lower().split())
    if own := _parts(text, match.end()):
        return _block(match), own.words, own.before[:NATION], _groups()[own.noun][0]
    return ()


def _judge(text: str, match: Match) -> Iterator[Finding]:
    """The findings on the names that are judged with a match."""
    right = ""
    if body := _body(match[0]):
        mentions, right = _bodies(text, match, body), f"{OFFICIAL}{body['official']}"
    else:
        mentions = (_units if match[0][0].isdigit() else _alike)(text, match)
    names: dict[str, list[Mention]] = {}
    for mention in mentions:
        names.setdefault(mention.name, []).append(mention)
    if len(names) < 2 or _told_apart(text, mentions):  # noqa: PLR2004 - one body, one name
        return
    usual = names.get(right, []) if right else max(names.values(), key=len)
    for own in names.values():
        if own is not usual:
            yield _finding(text, own, usual, names, right)


def _finding(
    text: str, own: list[Mention], usual: list[Mention], names: dict[str, list[Mention]], right: str
) -> Finding:
    """What is said of a name at its first use: what else the body is called, and how often."""
    first = own[0]
    others = usual or [use for found in names.values() if found is not own for use in found]
    message = (
        f"“{text[first.start : first.end]}” is called “{text[others[0].start : others[0].end]}” "
        f"elsewhere in this text ({len(own)} to {len(others)})"
    )
    if right and not usual:
        message += f"; its own name is “{right.removeprefix(OFFICIAL)}”"
    related = tuple(Span(other.start, other.end) for other in others[:RELATED])
    return Finding(first.start, first.end, message, related=related)


# --- bodies of the table ---


def _body(name: str) -> dict[str, Any] | None:
    """The body of the table that a match names."""
    if not name.startswith(_nations()):
        return None
    return next((b for b in table()["body"] if re.fullmatch(_body_pattern(b), name)), None)


@functools.cache
def _nations() -> tuple[str, ...]:
    return tuple(nation for body in table()["body"] for nation in body["nation"])


def _bodies(text: str, match: Match, body: dict[str, Any]) -> list[Mention]:
    """All names of the body around a match; its own names count as one."""
    found = []
    right = [_same(name) for name in body["right"]]
    for other in re.compile(_body_pattern(body)).finditer(text, *_block(match)):
        name = _same(other[0].split(None, 1)[1])
        name = f"{OFFICIAL}{body['official']}" if name in right else name
        found.append(Mention(*other.span(), name))
    return found


def _same(name: str) -> str:
    """A name without what differs by spelling alone."""
    name = " ".join(name.split())
    return (
        name.replace("Defence", "Defense").replace("Centre", "Center").replace("isation", "ization")
    )


def _block(match: Match) -> tuple[int, int]:
    """The part of the text that a match is compared within."""
    low = match.start() - match.start() % BLOCK
    return low, low + BLOCK


# --- names that end in nouns alike ---


class Parts(msgspec.Struct, frozen=True):
    """A name taken apart: the words that it shares with another, the word before them, the noun."""

    start: int
    words: str
    before: str
    noun: str


def _alike(text: str, match: Match) -> list[Mention]:
    """All names around a match that share its words and end in a noun of its group."""
    own = _parts(text, match.end())
    if own is None:
        return []
    group = _groups()[own.noun]
    found = []
    low, high = _block(match)
    at = text.find(own.words, low, high)
    while at >= 0:
        after = at + len(own.words) + 1
        noun = next((noun for noun in group if text.startswith(noun, after)), "")
        end = after + len(noun)
        other = _parts(text, end) if noun and not text[end : end + 1].isalnum() else None
        if other and _one_nation(own.before, other.before):
            found.append(Mention(other.start, end, _same(f"{other.words} {other.noun}")))
        at = text.find(own.words, after, high)
    abbreviations = {abbreviation for m in found if (abbreviation := _abbreviation(text, m.end))}
    return found if len(abbreviations) <= 1 else []


def _parts(text: str, end: int) -> Parts | None:
    """The name that ends at `end`; None where fewer than two capitalised words stand before its noun."""
    start = max(text.rfind("\n", 0, end) + 1, end - BEFORE)
    *heads, noun = text[start:end].replace("\u00a0", " ").split(" ")
    at = end - len(noun)
    taken: list[str] = []
    while heads and re.fullmatch(r"[A-Z][\w’'-]*[a-z]", heads[-1]) and heads[-1] not in NO_NAMES:
        at -= len(heads[-1]) + 1
        taken.insert(0, heads.pop())
    if len(taken) < HEAD:
        return None
    before = taken[-HEAD - 1] if len(taken) > HEAD else _nation(text, heads, end)
    return Parts(at, " ".join(taken[-HEAD:]), before, noun)


def _nation(text: str, heads: list[str], end: int) -> str:
    """Whose a body of two words is: the US Public Health Service, the … Agency of Canada; or ""."""
    if heads and heads[-1].replace(".", "").isupper() and heads[-1] not in NO_NAMES:
        return heads[-1]
    found = re.match(rf"{BLANK}of{BLANK}(?:the{BLANK})?([A-Z]\w+)", text[end : end + BEFORE])
    return found[1] if found else ""


def _one_nation(first: str, second: str) -> bool:
    """Whether the words before two names agree: Ukraine’s, Ukrainian."""
    return first[:NATION] == second[:NATION]


def _abbreviation(text: str, end: int) -> str:
    """What stands in parentheses behind a name: (CFPA)."""
    found = re.match(r"\s?\(\s?([A-Z]{2,6})\b", text[end : end + 10])
    return found[1] if found else ""


@functools.cache
def _groups() -> dict[str, list[str]]:
    """The nouns of each noun's group."""
    return {noun: group for group in table()["types"].values() for noun in group}


# --- military units ---


def _units(text: str, match: Match) -> list[Mention]:
    """All names of the unit around a match, if one of them is another rendering and not a short form."""
    apart = table()["units"]["apart"]
    words = match[0].split()
    kept = [word.lower() for word in words if word.lower() not in apart]
    if len(kept) < UNIT_WORDS or not SMALL.isdisjoint(kept):
        return []
    unit = re.compile(rf"(?<![\w.,/-]){words[0]}{BLANK}[^.,;:()\n]{{0,60}}?(?i:{kept[-1]})(?!\w)")
    found: list[Mention] = []
    for other in unit.finditer(text, *_block(match)):
        tokens = other[0].split()
        if [token.lower() for token in tokens if token.lower() not in apart] == kept:
            said = " ".join(token.lower() for token in tokens if token.lower() in apart)
            found.append(Mention(*other.span(), f"{said}/{'title' * tokens[-1].istitle()}"))
    saids = {mention.name.partition("/")[0] for mention in found}
    titles = {mention.name.partition("/")[2] for mention in found}
    return found if len(saids - {""}) > 1 or (len(saids) > 1 and len(titles) > 1) else []


def _told_apart(text: str, mentions: list[Mention]) -> bool:
    """Whether two names stand so close together that they are two bodies' names."""
    return any(
        first.name != second.name
        and second.start - first.end <= APART
        and not re.search(r"[.!?][’”'\"]*\s|\n", text[first.end : second.start])
        for first, second in pairwise(mentions)
    )
