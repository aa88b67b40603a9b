"""Characters that steer the direction of writing, where there is nothing to steer."""

import functools
from collections.abc import Iterator
from itertools import groupby

import msgspec

from textlint.api import Document, Expressions, Finding, Fix, Match, Safety, Severity, rule

from ._removal import named, removal
from .smuggled import hides, quoted

NAMES = {
    "\u061c": "Arabic letter mark",
    "\u200e": "left-to-right mark",
    "\u200f": "right-to-left mark",
    "\u202a": "left-to-right embedding",
    "\u202b": "right-to-left embedding",
    "\u202c": "end of embedding",
    "\u202d": "left-to-right override",
    "\u202e": "right-to-left override",
    "\u2066": "left-to-right isolate",
    "\u2067": "right-to-left isolate",
    "\u2068": "first-strong isolate",
    "\u2069": "end of isolate",
}
CONTROLS = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
MARKS = frozenset("\u061c\u200e\u200f")
EMBEDDERS, POP = frozenset("\u202a\u202b\u202d\u202e"), "\u202c"
ISOLATES, POP_ISOLATE = frozenset("\u2066\u2067\u2068"), "\u2069"
OVERRIDES = frozenset("\u202d\u202e")
REVERSING = "\u202e"
SHOWN = 30
"""Code points of text under an override that a message shows."""
RIGHT_TO_LEFT = 0.3
"""Share of right-to-left letters from which a text is written that way, and its other lines too
need marks. The Arabic texts it was set on have 0.95 and more, others under 0.01."""


class Control(msgspec.Struct, frozen=True):
    """A control that is out of place: its code point, what the matter is, what becomes of it."""

    at: int
    problem: str
    safety: Safety | None


@functools.cache
def _expressions() -> Expressions:
    """The expressions of the checks, compiled at their first use."""
    return Expressions(
        {
            "control": f"[{CONTROLS}]",
            "rtl": r"[\u0590-\u05ff\u0600-\u061b\u061d-\u08ff\u07c0-\u085f\ufb1d-\ufdff\ufe70-\ufefc"
            r"\U00010800-\U00010fff\U0001e800-\U0001efff]",
            "visible": r"[^\s\p{Cf}]",
        }
    )


def _is_right_to_left(document: Document) -> bool:
    """Whether the text as a whole is written from right to left: a fact."""
    letters = sum(map(str.isalpha, document.text))
    return len(_expressions()["rtl"].findall(document.text)) > RIGHT_TO_LEFT * max(1, letters)


def _misplaced(document: Document) -> dict[int, Control]:
    """The controls that are out of place, by where they are: a fact."""
    found: dict[int, Control] = {}
    every = (match.start() for match in _expressions()["control"].finditer(document.text))
    for (start, end), places in groupby(every, document.line_span):
        for control in _judge_line(document, start, end, list(places)):
            if not hides(document, control.at, control.at + 1):
                found[control.at] = control
    return found


def _judge_line(document: Document, start: int, end: int, places: list[int]) -> Iterator[Control]:
    """The controls of one line, at the given places, that are out of place."""
    text, find = document.text, _expressions()
    mixed = find["rtl"].search(text, start, end) is not None
    if not mixed and document.fact(_is_right_to_left):
        mixed = True
    partner = _paired(text, places)
    for at in places:
        char = text[at]
        mate = partner.get(at)
        opener = min(at, mate) if mate is not None else at
        if text[opener] in OVERRIDES and (char in OVERRIDES or mate is not None):
            if mixed and mate is not None and text[opener] != REVERSING:
                continue  # keeps a telephone number in its order
            yield Control(at, "override", Safety.UNSAFE if mixed else Safety.SAFE)
        elif not mixed:
            yield Control(at, "needless", Safety.SAFE)
        elif char not in MARKS and mate is None:
            closes = char in {POP, POP_ISOLATE}
            yield Control(at, "unpaired", Safety.SAFE if closes else Safety.UNSAFE)


def _paired(text: str, places: list[int]) -> dict[int, int]:
    """Which controls of a line open and close one another (UAX #9: an isolate closes what is in it)."""
    partner: dict[int, int] = {}
    stack: list[int] = []
    isolates = 0
    for at in places:
        char = text[at]
        if char in EMBEDDERS or char in ISOLATES:
            stack.append(at)
            isolates += char in ISOLATES
        elif char == POP and stack and text[stack[-1]] in EMBEDDERS:
            partner[at] = stack[-1]
            partner[stack.pop()] = at
        elif char == POP_ISOLATE and isolates:
            while text[stack[-1]] not in ISOLATES:
                stack.pop()
            partner[at] = stack[-1]
            partner[stack.pop()] = at
            isolates -= 1
    return partner


def _overridden(document: Document, at: int) -> str:
    """What an override shows and what it holds, for the message; empty where it closes."""
    if document.text[at] not in OVERRIDES:
        return ""
    end = min(document.line_span(at)[1], at + 1 + SHOWN)
    held = _expressions()["control"].split(document.text[at + 1 : end], 1)[0]
    if not held.strip() or document.text[at] != REVERSING:
        return ""
    return f": shows “{quoted(held[::-1])}”, holds “{quoted(held)}”"


@rule(
    "CHR002",
    severity=Severity.ERROR,
    fix=Safety.SAFE,
    patterns=[f"[{CONTROLS}]+"],
    bad=[
        "Open the file ⟦\u202e⟧gnp.exe now.",
        "The user ⟦\u2068⟧Ana⟦\u2069⟧ wrote to ⟦\u200e⟧ us.⟦\u200e⟧",
        "Call ⟦\u202d⟧+1 555 010 9999⟦\u202c⟧ today.",
        "⟦\u202a⟧A line that goes on\nand one that ends⟦\u202c⟧",
        "Two in a row ⟦\u200e\u200f⟧of them.",
        "קובץ ⟦\u202e⟧gnp.exe⟦\u202c⟧ כאן",
        "وصل الوفد ⟦\u202a⟧ABC إلى المدينة",
        "وصل الوفد⟦\u202c⟧ إلى المدينة",
        "a = 1 # ⟦\u2066⟧ check⟦\u2069⟧",
    ],
    fixed=[
        "Open the file gnp.exe now.",
        "The user Ana wrote to us.",
        "Call +1 555 010 9999 today.",
        "A line that goes on\nand one that ends",
        "Two in a row of them.",
        "קובץ gnp.exe כאן",
        "وصل الوفد ABC إلى المدينة",
        "وصل الوفد إلى المدينة",
        "a = 1 # check",
    ],
    good=[
        "The word \u2067שלום\u2069 means peace, \u202bעולם\u202c world.",
        "\u200fفي الماضي كان الأمر C++\u200e مختلفا (2020)\u200f.",
        "شماره \u202d+98 21 5555\u202c را بگیرید",
        "وصل الوفد إلى المدينة مساء اليوم بعد رحلة طويلة\n\u200eABC News\u200e",
        "\u200fישראל (עברית)\u200f",
        "A text without any control at all.",
    ],
)
def bidi_control(document: Document, match: Match) -> Iterator[Finding]:
    """A control of writing direction stands where nothing is written from right to left.

    Pasted along with a name, a file name or a telephone number; it parts a word from its like, and
    an override shows another text than a program reads (“gnp.exe” for “exe.png”). Allowed where
    the line holds Hebrew, Arabic or another such script, or the whole text is in one: marks, and
    embeddings and isolates that are closed on their line. An override of right-to-left is always
    reported. The fix deletes the control, and is unsafe where right-to-left text stands on the line
    and could be shown in another order.
    """
    start, end = match.span()
    found = document.fact(_misplaced)
    at = start
    while at < end:
        first = at
        while at < end and at in found:
            at += 1
        if at > first:
            yield _finding(document, [found[place] for place in range(first, at)])
        at += 1


def _finding(document: Document, controls: list[Control]) -> Finding:
    """A finding on neighbouring controls."""
    start, end = controls[0].at, controls[-1].at + 1
    what = named(NAMES, document.text[start:end])
    shown = next(filter(None, (_overridden(document, it.at) for it in controls)), "")
    problems = {it.problem for it in controls}
    if not shown and "unpaired" in problems:
        shown = " without its counterpart"
    elif not shown and "override" not in problems:
        shown = " in a line without right-to-left letters"
    safe = all(it.safety is Safety.SAFE for it in controls)
    edit = removal(document, start, end)
    return Finding(start, end, what + shown, Fix((edit,), Safety.SAFE if safe else Safety.UNSAFE))
