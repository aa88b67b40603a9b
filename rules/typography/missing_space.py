"""The space that is missing between two sentences or two words."""

import functools
from collections.abc import Iterator
from pathlib import Path

from textlint.api import (
    Document,
    Example,
    Expressions,
    Finding,
    Fix,
    Match,
    Safety,
    Severity,
    load_toml,
    rule,
)

from ._code import code_line, line_of
from ._words import stands_alone, starters

REACH = 60
"""Code points on each side of the place that the glued words have at most."""
SPACED = 3
"""Commas with a space after them for each one without, from which the latter are slips."""
PROSE_WORDS = 4
"""Words of a line of prose; data lines of values and commas have fewer."""
LONGEST = 24
"""Letters of a word; what is longer is no word of prose."""
HALF = 4
"""Letters that the first word must have where no mark tells the two apart."""
AMBIGUOUS = frozenset("\"'’")
"""Quotation marks that may just as well open the next sentence."""
MACHINE = (
    "://",
    "www.",
    "@",
    "\\",
    "_",
    "=",
    "#",
    "/",
    "{",
    "}",
    "<",
    ">",
    "|",
    "~",
    "+",
    "&",
    "$",
    "`",
    "*",
)
"""What addresses, handles, formulas and code have in them."""


@functools.cache
def _words(kind: str) -> frozenset[str]:
    """The words of one kind, read at their first use."""
    data = load_toml(Path(__file__).parent / "gluing" / "words.toml")
    return frozenset(data[kind])


@functools.cache
def _expressions() -> Expressions:
    """The expressions of the checks, compiled at their first use."""
    return Expressions(
        {
            "before": r"[\p{L}\p{M}]+\Z",
            "after": r"[\p{L}\p{M}]+",
            "capitalised": r"\p{Lu}\p{M}*(?:[\p{Ll}]\p{M}*)*",
            "lower": r"(?:\p{Ll}\p{M}*)+",
            "goes-on": r"(?:[’'\p{Pd}][\p{L}]{1,12}|,)?[^\S\n]+[\p{Ll}(«„“\"\d]",
            "name": r"[^\S\n]\p{Lu}\p{Ll}",
            "comma": r",(?<=[\p{L}\p{M}],)(?:(\s)|[\p{L}])",
            "dot-inside": r"[\p{L}\p{N}][.:!?][\p{L}\p{N}]",
        }
    )


def commas(document: Document) -> tuple[int, int]:
    """How many commas after a word have white space, and how many a letter after them: a fact."""
    spaced = total = 0
    for match in _expressions()["comma"].finditer(document.text):
        total += 1
        spaced += match[1] is not None
    return spaced, total - spaced


class _Joint:
    """Two words and what stands between them: code points [start, end), split before `cut`."""

    def __init__(self, document: Document, match: Match) -> None:
        text = document.text
        self.document = document
        self.cut = match.end() - 1
        first = match.start()
        while first < self.cut and text[first].isalpha():
            first += 1
        find = _expressions()
        self.place = match.start()
        low = max(0, first - REACH)
        low = text.rfind("\n", low, self.place) + 1 or low
        high = text.find("\n", self.cut, self.cut + REACH)
        if high < 0:
            high = min(self.cut + REACH, len(text))
        elif text[high - 1] == "\r":
            high -= 1
        before = None if text[first].isdecimal() else find["before"].search(text[low:first])
        after = find["after"].match(text, self.cut, high)
        self.left = before[0] if before else ""
        self.right = after[0] if after else ""
        while text[first].isdecimal() and first > low and text[first - 1].isdecimal():
            first -= 1
        self.marks = text[first : self.cut]
        self.start = first - len(self.left)
        self.end = self.cut + len(self.right)
        self.rest = text[self.end : high]
        head = text[low:first].split()
        self.token = (
            (head[-1] if head and not text[first - 1].isspace() else "")
            + text[first : self.end]
            + (self.rest.split()[0] if self.rest[:1].strip() else "")
        )

    @property
    def line(self) -> str:
        """The line of the two words, of a long one the part around them."""
        return line_of(self.document, self.place)

    @property
    def at_line_start(self) -> bool:
        """Whether nothing but bullets stands before the mark on its line."""
        start = self.document.line_span(self.place)[0]
        first = self.cut - len(self.marks)
        return not self.document.text[start:first].strip(" \t\u00a0*-–•·>#(")

    @property
    def is_machine(self) -> bool:
        """Whether the place is in an address, a handle, a formula or code."""
        return (
            any(sign in self.token for sign in MACHINE)
            or len(self.left) > LONGEST
            or len(self.right) > LONGEST
            or code_line(self.line)
        )

    @property
    def starts(self) -> bool:
        """Whether the second word is one that begins sentences."""
        word, language = self.right.lower(), self.document.language
        if language is None and word in _words("domains"):
            return False  # "Com" is a Portuguese word
        return word in starters(language)

    @property
    def follows_number(self) -> bool:
        """Whether a year or another number of some length ends the sentence, no list's or version's."""
        digits = self.marks.rstrip(".!?")
        apart = not self.document.text[self.start - 1 : self.start].strip(' \t\u00a0([“"')
        return len(digits) > 1 and apart and not self.at_line_start

    @property
    def goes_on(self) -> bool:
        """Whether a sentence seems to go on after the second word."""
        if self.rest.startswith(". ") and self.right.lower() in _words("abbreviations"):
            return True
        return _expressions()["goes-on"].match(self.rest) is not None

    @property
    def gap(self) -> int:
        """Where the space belongs: before a mark that opens a quotation, else behind the marks."""
        opens = self.marks[-1:] == "“" and "„" not in self.line
        return self.cut - 1 if opens else self.cut

    def finding(self, message: str, *, fix: bool = True) -> Finding:
        """The finding on both words; the fix puts a space between them."""
        start = self.start if self.left else self.cut - len(self.marks)
        repair = Fix.replace(self.gap, self.gap, " ", safety=Safety.UNSAFE) if fix else None
        return Finding(start, self.end, message, repair)


def _is_sentence_end(joint: _Joint) -> bool:
    """Whether a mark with no space after it ends a sentence there."""
    find, left, right = _expressions(), joint.left, joint.right
    if not find["capitalised"].fullmatch(right):
        return False  # ASP.NET, Console.WriteLine
    certain = joint.starts and (joint.goes_on or len(right) > 1)
    simple = len(right) > 1 and len(find["dot-inside"].findall(joint.token)) == 1
    if not certain and not simple:
        return False  # java.lang.String
    if not left:  # a number, a bracket or a quotation mark stands before the mark
        counts = not joint.marks[0].isdecimal() or joint.follows_number
        return certain and joint.goes_on and counts
    if len(left) == 1:
        return False  # г.Москва
    if left.isupper() or left.lower() in _words("abbreviations"):
        return certain and joint.goes_on
    return certain or _is_next_sentence(joint)


def _is_next_sentence(joint: _Joint) -> bool:
    """Whether a word that may be part of a name begins a sentence all the same."""
    document, left, right = joint.document, joint.left, joint.right
    if right.lower() in _words("domains"):
        return False
    if left[0].isupper() or len(left) == 2:  # noqa: PLR2004 - a name, a brand, an abbreviation
        known = joint.goes_on and stands_alone(document, right.lower())
        return known and stands_alone(document, left)
    named = len(left) >= HALF and _expressions()["name"].match(joint.rest)
    goes_on = bool(named) or joint.goes_on or joint.rest[:2] in {", ", "’s"}
    return goes_on or stands_alone(document, right.lower())


def _spaces_commas(document: Document) -> bool:
    """Whether commas have a space after them in this text."""
    spaced, glued = document.fact(commas)
    return spaced >= SPACED * glued


def _is_glued_comma(joint: _Joint) -> bool:
    """Whether a comma between two words is one that lost its space."""
    if len(joint.left) < 2 or len(joint.right) < 2:  # noqa: PLR2004 - coordinates, variables
        return False
    if joint.token.count(",") > 1 or len(joint.line.split()) < PROSE_WORDS:
        return False
    return not _expressions()["dot-inside"].search(joint.token)


def _begins_inside(text: str, at: int) -> bool:
    """Whether the capital at a code point begins a word that begins sentences, also inside a word."""
    word = _expressions()["after"].match(text, at, at + REACH)
    return word is not None and word[0].lower() in _words("inner")


def _is_squished(joint: _Joint) -> bool:
    """Whether a capital in mid word begins the next sentence, as far as `_begins_inside` leaves open."""
    find = _expressions()
    glued = joint.left
    if len(glued) < HALF:
        return False
    if not (find["lower"].fullmatch(glued) or find["capitalised"].fullmatch(glued)):
        return False
    return joint.goes_on and stands_alone(joint.document, glued)


@rule(
    "TYP002",
    severity=Severity.WARNING,
    fix=Safety.UNSAFE,
    patterns=[
        r"\p{Ll}\p{M}?[.!?։][”»“)\]\"’']{0,2}\p{Lu}(?=[\p{Ll}\p{M} ’'])",
        r"\p{Lu}{2}[.!?][”»“)\]\"]?\p{Lu}(?=[\p{Ll}\p{M} ])",
        r"[\p{N}%)”»\]][.!?]\p{Lu}(?=[\p{Ll}\p{M} ])",
        r"[.!?]\[\d{1,3}\]\p{Lu}(?=[\p{Ll} ])",
        r"\p{Ll}{2}[:;]\p{Lu}(?=[\p{Ll} ])",
        r"\p{Ll}\p{M}?,[\p{L}](?=\p{L})",
        r"\p{Ll}{3}\p{Lu}(?=\p{Ll}{2})",
    ],
    bad=[
        "They closed the old ⟦bridge.The⟧ council had no money.",
        "They closed the old ⟦bridge.Nobody⟧ had told the town.",
        "Was it the old ⟦bridge?They⟧ could not say.",
        "“It is the old ⟦bridge.”He⟧ pointed at the river.",
        (
            "It was built of ⟦stone,brick⟧ and wood, a long, long time ago, as they said, by hand, "
            "in the rain."
        ),
        "He stayed on the ⟦bridge.“Why⟧ not go home?” the others asked.",
        "It was made of ⟦glass,steel⟧ and wood, a long time ago, as they said, by hand.",
        "It closed in ⟦2019.The⟧ town did not like it.",
        "It went to ⟦NASA.They⟧ sent it back.",
        "It was old (and ⟦cold).The⟧ town left it.",
        "The reason is ⟦simple:The⟧ town had no money.",
        Example("Sie schlossen die ⟦Brücke.Das⟧ war nicht schön.", "de"),
        Example("Мост ⟦закрыли.Но⟧ никто не знал об этом.", "ru"),
        Example("Έκλεισαν τη ⟦γέφυρα.Κανείς⟧ δεν το ήξερε.", "el"),
        "The bridge closed.[3]The town wept.".replace(".[3]The", "⟦.[3]The⟧").replace(
            "closed⟦", "⟦closed"
        ),
    ],
    fixed=[
        "They closed the old bridge. The council had no money.",
        "They closed the old bridge. Nobody had told the town.",
        "Was it the old bridge? They could not say.",
        "“It is the old bridge.” He pointed at the river.",
        (
            "It was built of stone, brick and wood, a long, long time ago, as they said, by hand, "
            "in the rain."
        ),
        "He stayed on the bridge. “Why not go home?” the others asked.",
        "It was made of glass, steel and wood, a long time ago, as they said, by hand.",
        "It closed in 2019. The town did not like it.",
        "It went to NASA. They sent it back.",
        "It was old (and cold). The town left it.",
        "The reason is simple: The town had no money.",
        "Sie schlossen die Brücke. Das war nicht schön.",
        "Мост закрыли. Но никто не знал об этом.",
        "Έκλεισαν τη γέφυρα. Κανείς δεν το ήξερε.",
        "The bridge closed.[3] The town wept.",
    ],
    good=[
        "See www.Example.Com, https://example.com/a.Page or mail to jane.Doe@example.com now.",
        "Node.js, ASP.NET, Booking.Com and Yahoo!Answers are names; Readme.Md is a file.",
        "The U.S.A. and the Ph.D. of J.K.Rowling, e.g. here, i.e. there, v2.Beta and no.Five.",
        Example("Das ist z.B.Brot, d.h.Essen, von Dr.Meier aus St.Gallen.", "de"),
        Example("Живёт в г.Москва, ул.Ленина, т.е.Центр, у проф.Иванова.", "ru"),
        "Call System.Console.WriteLine or java.lang.String to see what Math.Floor gives.",
        "The iPhone, eBay, YouTube, McDonald, LaTeX, PhD, kWh, AmE and JavaScript.",
        Example("Alle LehrerInnen und Lehrer:Innen, SchülerInnen auch.", "de"),
        "isiZulu, kiSwahili, nGaeilge and hÉireann keep their capitals.",
        "And then...Then it was over…The end.",
        "The values are 1,2,3 and a,b,c; tags: apple,banana,cherry,plum.",
        "Score 3:2, time 18:30, ratio 1:10; Category:Foo, Re:Zero.",
        "- 28. First\n- 28.Does it rain? The new Fin.Link is a link for finance.",
        "The #ThereThis tag by @SomeThere and the getThere method.",
    ],
)
def missing_space(document: Document, match: Match) -> Iterator[Finding]:
    """A sentence or a word is glued to the one before it.

    Left where a tag, a line break or a paragraph was taken out without a space. In scripts with
    capitals: a full stop, question or exclamation mark and a capital ("end.Next"), also with a
    closing quotation mark, bracket or footnote number between; a colon or semicolon before a word
    that begins sentences; a comma between two words of a text that spaces its commas. Without any
    mark ("thereThe") only where the second word begins sentences and the text has the first on its
    own; that is reported without a fix, as the mark is lost too. Refuses to touch addresses, file
    names, code, abbreviations, initials, capitals within brands, ellipses, and lists of words
    with commas. A name before the mark needs more evidence than a common word.
    """
    if match[0].isalpha() and not _begins_inside(document.text, match.end() - 1):
        return
    joint = _Joint(document, match)
    message = _message(joint) if joint.right else None
    if message and not joint.is_machine and ("," not in match[0] or _spaces_commas(document)):
        # The mark is lost too, or the space may be missing on the other side of a straight one.
        sure = joint.marks and not AMBIGUOUS & set(joint.marks)
        yield joint.finding(message, fix=bool(sure))


def _message(joint: _Joint) -> str | None:
    """What is wrong between two words, None if nothing is."""
    marks = joint.marks
    if not marks:
        return f"“{joint.right}” is glued to the word before it" if _is_squished(joint) else None
    if marks == ",":
        glued = _is_glued_comma(joint)
    elif marks in {":", ";"}:
        lower = _expressions()["lower"].fullmatch(joint.left) is not None
        glued = lower and joint.starts and joint.goes_on
    else:
        glued = _is_sentence_end(joint)
    mark = marks.lstrip("0123456789")[: -1 if joint.gap < joint.cut else None]
    return f"space is missing after “{mark}”" if glued else None
