"""NAM005: one name with different capitals."""

import functools
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import msgspec

from textlint.api import (
    Document,
    Example,
    Finding,
    Fix,
    Match,
    Safety,
    Severity,
    Span,
    load_toml,
    rule,
)

from .sightings import names

INNER = "[a-z][A-Z]"
"""An inner capital: rare in prose but for names, and never there by accident."""
BOUNDED = r"(?<![\w@#/.$_-])"
GOES_ON = r"[\w@/]|\.\w|['’]\w{3}"
"""What makes a word a part of an address, a handle, code or a longer word."""
NAME = rf"{BOUNDED}[A-Z]?[a-z]{{1,20}}[A-Z][A-Za-z]{{0,20}}(?!{GOES_ON})"
WORD = rf"{BOUNDED}[A-Za-z]+"
CODE = frozenset(":(=[{")
"""Behind a word that begins small these make it an identifier, and its forms things of their own."""
SHORT_START = 2
"""Small letters that a name may begin with (eBay, mRNA); more are words run together."""
LONGEST = 24
"""Letters of a name before its inner capital that are looked at."""
BLOCK = 100_000
"""Code points that are compared: an article in whole, a book in parts."""
MOST = 200
"""Different names that are judged in a block: what has more is a list of identifiers."""
LINE = 200
"""Characters on either side that are read for the line."""
SHORTEST = 4
"""Letters below which a word is as often a unit or an abbreviation: dBA, WiP."""
LEAD = 2
"""Times that the preferred form is more frequent where the repair is certain enough to offer."""
RELATED = 10
"""Uses of the preferred form that a finding points to."""
CAPITALS = 0.4
"""Share of words in capitals from which a line is a headline."""
BEFORE = r"(?:^|[.!?:;…•|*»)\]]['”’\"]*\s+|\n\s*)[“‘«\"'(]*$"
"""What stands before the first word of a sentence."""


class Known(msgspec.Struct, frozen=True):
    """A name of the table: how it is written, and the pattern of its wrong forms."""

    right: str
    pattern: str


def known() -> tuple[Known, ...]:
    """The names of data/cases.toml."""
    found = []
    for name in load_toml(Path(__file__).parent / "data" / "cases.toml")["name"]:
        wrong = "|".join(name["wrong"])
        after = "(?!\\w)"
        if words := name.get("before"):
            after = rf"(?=-\d\d|[ \u00a0](?:{'|'.join(words)})(?!\w))"
        found.append(Known(name["right"], rf"(?<![\w@#/._-])(?:{wrong}){after}"))
    return tuple(found)


KNOWN = known()


class Use(msgspec.Struct, frozen=True):
    """One use of a name, in code points, and how it is written there."""

    start: int
    end: int
    form: str


@rule(
    "NAM005",
    severity=Severity.INFO,
    yields=("LNG009", "NAM001", "NAM004"),
    patterns=[INNER, *(name.pattern for name in KNOWN)],
    together=True,
    fix=Safety.UNSAFE,
    bad=[
        Example("The pilot carried parts for Russian ⟦MIG⟧ fighter jets.", "en"),
        Example("Old ⟦MIG⟧-21s stand beside the hangar.", "en"),
        Example(
            "HarborPost was first. On Friday HarborPost printed a map, and ⟦Harborpost⟧ sold out.",
            "en",
        ),
        Example("WideSeaMap is free. Few maps are as good as ⟦WideseaMap⟧, says WideSeaMap.", "en"),
        Example("Das LiDAR misst, und das LiDAR rechnet, bis ein ⟦LIDAR⟧ ausfällt.", "de"),
    ],
    fixed=[
        "The pilot carried parts for Russian MiG fighter jets.",
        "Old MiG-21s stand beside the hangar.",
        "HarborPost was first. On Friday HarborPost printed a map, and HarborPost sold out.",
        "WideSeaMap is free. Few maps are as good as WideSeaMap, says WideSeaMap.",
        "Das LiDAR misst, und das LiDAR rechnet, bis ein LiDAR ausfällt.",
    ],
    good=[
        Example(
            "He learned MIG welding from a MIG welder, and MIG stands for metal inert gas.", "en"
        ),
        Example("Ein MIG-29 steht da, und das Youtube-Video zeigt sie.", "de"),
        Example(
            "MiG fighters came first.\n\nMIG FIGHTERS LEAVE THE TOWN\n\nThen more MiGs came.", "en"
        ),
        Example(
            "Send it to HarborPost or see www.harborpost.com, harborpost and @Harborpost.", "en"
        ),
        Example("The iPad is here. IPad sales rose, and the iPad sold out.", "en"),
        Example("Our WebSite is new. Website owners know that a website grows.", "en"),
        Example("The field pageInfo: PageInfo! holds a cursor, and PageInfo is a type.", "en"),
        Example("There Ann MacKellar and Bob Mackellar met at noon.", "en"),
        Example("Die BürgerInnen kamen, die Bürgerinnen zuerst, dann die BürgerInnen.", "de"),
        Example("The boat leftThe harbour. Leftthe boat, leftThe town.", "en"),
    ],
    known_failures=[
        Example("NATO met. NATO agreed, and NATO wrote what ⟦Nato⟧ thinks.", "en"),
        Example(
            "Project Larkspur runs a hotline. The hotline is free; the Larkspur ⟦Hotline⟧ is not.",
            "en",
        ),
    ],
)
def case_variant(document: Document, matches: list[Match]) -> Iterator[Finding]:
    """One name with different capitals: MiG and MIG, AirPods and Airpods.

    Names with a capital inside are compared, with every form that has capitals at all. Each use of a
    form that is not the text's usual one is reported, with the usual ones; of two forms as frequent the
    later one. Well-known names are also judged alone, in English: Youtube, and MIG in front of fighters
    and type numbers.

    It is silent on small letters throughout (addresses, code, ordinary words), lines in capitals, first
    words of sentences, different first names (Ann MacKay, Bob Mackay), German forms for all genders
    (BürgerInnen) and words of three letters. Names without a capital inside (NATO, Nato) and ordinary
    words used as names (the Hotline) are not judged: headlines and titles differ there by right.

    On 1.2 million words in 16 languages it reports 9 places in 8 texts, all of them slips.
    """
    text = document.text
    inner = [match.start() for match in matches if _is_inner(match)]
    for start in _starts(document, inner) if inner else ():
        yield from _variants(document, start)
    if len(inner) == len(matches) or document.language != "en":
        return
    for match in matches:
        if not _is_inner(match):
            name = next(name for name in KNOWN if _pattern(name.pattern).match(text, match.start()))
            if name.right not in text:
                message = f"“{match[0]}” is written “{name.right}”"
                fix = Fix.replace(match.start(), match.end(), name.right)
                yield Finding(match.start(), match.end(), message, fix)


def _is_inner(match: Match) -> bool:
    return match.end() - match.start() == len("aB")


@functools.cache
def _pattern(source: str) -> "re.Pattern[str]":
    return re.compile(source)


def _starts(document: Document, inner: list[int]) -> Iterator[int]:
    """Where the names begin that have a capital at one of `inner`, if the text has another form of them.

    All forms are capitalised words of the text, or begin small and have a capital within themselves; a
    word beside a damaged letter is none, it may be half a word.
    """
    text = document.text
    starts = dict.fromkeys(_begin(text, at) for at in inner)
    matches = (_pattern(WORD).match(text, start) for start in starts)
    words = [match[0] for match in matches if match]
    several = {word.lower() for word in words if word[0].islower() or len(word) < SHORTEST}
    forms = Counter(map(str.lower, document.fact(names).different()))
    several.update(form for form, count in forms.items() if count > 1)
    judged = defaultdict[int, set[str]](set)
    for start in starts:
        if (name := _pattern(NAME).match(text, start)) and _is_name(name[0]):
            block, lower = judged[start // BLOCK], name[0].lower()
            if len(block) < MOST or lower in block:
                block.add(lower)
                if lower in several:
                    yield start


def _begin(text: str, inner: int) -> int:
    """Where the word with an inner capital at `inner` begins."""
    start = inner
    while start and inner - start < LONGEST and text[start - 1].isalpha():
        start -= 1
    return start


def _lower(document: Document) -> str:
    """The text in small letters, every character at its place."""
    return document.text.replace("İ", "i").lower()  # the one whose small form is two


def _variants(document: Document, start: int) -> Iterator[Finding]:
    """The rarer forms of the name at `start`, if that is its first use with an inner capital."""
    text, lowered = document.text, document.fact(_lower)
    end = _pattern(NAME).match(text, start).end()  # type: ignore[union-attr]
    low = start - start % BLOCK
    name = lowered[start:end]
    found: list[Use] = []
    at = lowered.find(name, low, low + BLOCK)
    while at >= 0:
        end = at + len(name)
        if _pattern(BOUNDED).match(text, at) and not _pattern(GOES_ON).match(text, end):
            form = text[at:end]
            if form[0].islower() and text[end : end + 1] in CODE:
                return
            found.append(Use(at, end, form))
            if at < start and _pattern(NAME).match(text, at) and _is_name(form):
                return
        at = lowered.find(name, end, low + BLOCK)
    if any(use.form != found[0].form for use in found):
        yield from _judge(text, found)


def _is_name(word: str) -> bool:
    """Whether a word with an inner capital may be a name, not two words run together."""
    small = len(word) - len(word.lstrip("abcdefghijklmnopqrstuvwxyz"))
    if len(word) < SHORTEST and word not in {name.right for name in KNOWN}:
        return False
    return small <= SHORT_START and not word.endswith(("In", "Innen"))


def _judge(text: str, found: list[Use]) -> Iterator[Finding]:
    """The uses of the rarer forms of one name."""
    if any(use.form.islower() for use in found) and any(use.form.istitle() for use in found):
        return
    forms: dict[str, list[Use]] = {}
    for use in found:
        if not use.form.islower() and not (use.form.isupper() and _is_loud(text, use)):
            forms.setdefault(use.form, []).append(use)
    if not forms:
        return
    right = {name.right for name in KNOWN}
    preferred = max(
        forms.values(), key=lambda uses: (uses[0].form in right, len(uses), -uses[0].start)
    )
    best = preferred[0].form
    related = tuple(Span(use.start, use.end) for use in preferred[:RELATED])
    for form, uses in forms.items():
        if form == best or _other_people(text, uses, preferred):
            continue
        leads = best in right or len(preferred) >= max(LEAD, LEAD * len(uses))
        count = f"{len(uses)} to {len(preferred)}"
        if best not in right and len(uses) == len(preferred):
            count += "; which is right cannot be told from one article"
        for use in uses:
            if form[1:] == best[1:] and _begins(text, use):
                continue
            yield Finding(
                use.start,
                use.end,
                f"“{form}” is written “{best}” elsewhere in this text ({count})",
                Fix.replace(use.start, use.end, best) if leads else None,
                related,
            )


def _begins(text: str, use: Use) -> bool:
    return bool(re.search(BEFORE, text[max(0, use.start - 8) : use.start]))


def _is_loud(text: str, use: Use) -> bool:
    """Whether the capitals are the line's: a headline, a heading, a cry."""
    low, high = max(0, use.start - LINE), use.end + LINE
    start = text.rfind("\n", low, use.start) + 1 or low
    end = text.find("\n", use.end, high)
    words = re.findall(r"[^\W\d_]{2,}", text[start : end if end >= 0 else high])
    near = re.findall(r"[^\W\d_]{2,}", text[max(0, use.start - 12) : use.start])[-1:]
    near += re.findall(r"[^\W\d_]{2,}", text[use.end : use.end + 12])[:1]
    return sum(map(str.isupper, words)) > CAPITALS * len(words) or any(map(str.isupper, near))


def _other_people(text: str, uses: list[Use], others: list[Use]) -> bool:
    """Whether first names tell that the forms are names of two people: Ann MacKay, Bob Mackay."""
    first, second = ({_first_name(text, use) for use in found} - {""} for found in (uses, others))
    return bool(first and second and not first & second)


def _first_name(text: str, use: Use) -> str:
    found = re.search(r"([A-Z][\w.'’-]+) $", text[max(0, use.start - 24) : use.start])
    return found[1] if found and not _begins(text, Use(use.start - len(found[0]), 0, "")) else ""
