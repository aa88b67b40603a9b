"""White space where prose has none: just inside a bracket."""

from collections.abc import Iterator

from textlint.api import (
    BLANKS,
    Document,
    Edit,
    Example,
    Finding,
    Fix,
    Match,
    Safety,
    Severity,
    rule,
)

from ._code import in_code
from .spacing import BLANK, unspaced

NEAR = 80
"""Code points between two brackets up to which the whole is reported rather than its ends."""
DEEPEST = 5
"""Brackets of one kind inside one another at most: noise has any number."""
REACH = 600
"""Code points within which the mate of a bracket is looked for, on its line."""
MATES = {"(": ")", "[": "]", "{": "}"}
OPENERS = {close: open_ for open_, close in MATES.items()}


def _mate(text: str, at: int, step: int, limit: int) -> int | None:
    """Where the bracket at `at` has its mate before `limit` (a code point), None if it has none."""
    own = text[at]
    other = MATES.get(own) or OPENERS[own]
    depth = 0
    for place in range(at, limit, step):
        depth += (text[place] == own) - (text[place] == other)
        if depth == 0:
            return place
        if depth > DEEPEST:
            break
    return None


def _bracketed(document: Document, match: Match) -> tuple[int, int] | None:
    """The places of both brackets of the pair that a match proposes; None if another reports it.

    A pair with blanks at both ends is proposed twice, and reported from its opener.
    """
    text = document.text
    line_start, line_end = document.line_span(match.start())
    if text[match.start()] in MATES:
        opener = match.start()
        closer = _mate(text, opener, 1, min(line_end, opener + REACH))
        return None if closer is None else (opener, closer)
    closer = match.end() - 1
    found = _mate(text, closer, -1, max(line_start, closer - REACH) - 1)
    return None if found is None or text[found + 1] in BLANKS else (found, closer)


def _is_prose_bracket(document: Document, opener: int, closer: int) -> bool:
    """Whether a bracket holds words of prose, rather than code, a check box, a face or a set."""
    text = document.text
    content = text[opener + 1 : closer].strip()
    before = text[opener - 1 : opener]
    if content in {"x", "X", "v", "V"} or 3 * sum(map(str.isalnum, content)) < len(content):
        return False  # a check box, a face, a mark
    if content[0] == "." or before in set(":;=8-]_") or (before.isascii() and before.isalnum()):
        return False
    if content[-1] in ":;=-8" or set(content) & set("=$_|^`#+*~"):
        return "://" in content and content[-1] not in ":;=-"
    if text[opener] == "[" and (content[0] == "-" or not any(map(str.isalpha, content))):
        return False
    if text[opener] == "{":  # in prose a rare bracket, in code and in formulas the usual one
        return False
    return not in_code(document, opener, opener + 1) and not in_code(document, closer, closer + 1)


def _trimmed(text: str, opener: int, closer: int) -> tuple[Edit, ...]:
    """Edits that delete the blanks just inside [opener, closer]."""
    inner = text[opener + 1 : closer]
    left = len(inner) - len(inner.lstrip())
    right = len(inner) - len(inner.rstrip())
    edits = (Edit(opener + 1, opener + 1 + left), Edit(closer - right, closer))
    return tuple(edit for edit in edits if edit.start < edit.end)


def inner_blanks(text: str, opener: int, closer: int, near: int, message: str) -> Iterator[Finding]:
    """Findings on the blanks just inside a pair of marks: one on the whole of a near pair.

    In a wide pair each end is reported with the word beside it. Code points.
    """
    edits = _trimmed(text, opener, closer)
    if closer - opener <= near:
        yield Finding(opener, closer + 1, message, Fix(edits, Safety.SAFE))
        return
    for edit in edits:
        start, end = opener, closer + 1
        if edit.start == opener + 1:
            end = edit.end + len(text[edit.end : closer].split(None, 1)[0])
        else:
            start = edit.start - len(text[opener + 1 : edit.start].rsplit(None, 1)[-1])
        yield Finding(start, end, message, Fix((edit,), Safety.SAFE))


@rule(
    "TYP003",
    severity=Severity.ERROR,
    fix=Safety.SAFE,
    patterns=[
        rf"[(\[{{]{BLANK}{{1,4}}(?=[^\s)\]}}])",
        rf"(?<=[^\s(\[{{]){BLANK}{{1,4}}[)\]}}]",
    ],
    bad=[
        "Defense Intelligence Service ⟦(\u00a0HUR\u00a0)⟧, said this.",
        "Some European Union ⟦(\u00a0EU )⟧ countries took them in.",
        "The novel ⟦(1979 )⟧ was filmed twice ⟦[ see below]⟧.",
        "The colonies of ⟦(see (a) there )⟧ were lost.",
        "The price is $5 = cheap and it was late, he said ⟦( at noon )⟧ on Monday.",
        "They wrote ⟦( for⟧ a long time nobody knew that the letters, found in an attic in "
        "Leeds, had ever been sent⟦ )⟧ every week.".replace("sent⟦ )⟧", "⟦sent )⟧"),
    ],
    fixed=[
        "Defense Intelligence Service (HUR), said this.",
        "Some European Union (EU) countries took them in.",
        "The novel (1979) was filmed twice [see below].",
        "The colonies of (see (a) there) were lost.",
        "The price is $5 = cheap and it was late, he said (at noon) on Monday.",
        (
            "They wrote (for a long time nobody knew that the letters, found in an attic in "
            "Leeds, had ever been sent) every week."
        ),
    ],
    good=[
        "- [ ] water the plants\n- [ x ] feed the cat",
        "Oh no :( we lost ) again",
        "Choose a ) the red one or b ) the blue one.",
        "The interval [ 0, 1 ) is half open; the vector [ 1, 2 ] is not one.",
        "if ( count > 3 ) { stop( now ); }",
        "In Lisp ( define ( f x ) ( + x 1 ) ) makes a function of one argument.",
        "The call `area( width , height )` and `sum ( a )` are both legal.",
        "import { useState } from 'react'",
        "The empty pairs ( ) and ( … ) are another rule's business.",
        Example("台風18号( Soulik )は12日に北上した。", "ja"),
        Example("新しい監督（ 35 ）が就任した。", "ja"),
    ],
    known_failures=["The bracket ⟦( opened⟧ here\nends on the next line)."],
)
def space_in_brackets(document: Document, match: Match) -> Iterator[Finding]:
    """A space stands just inside a bracket.

    Left by links and emphasis that were taken out of the text. Both brackets must stand on one
    line. Silent on empty brackets, check boxes, intervals, emoticons, list markers, code and in
    scripts that write words without spaces.
    """
    pair = None if document.fact(unspaced) else _bracketed(document, match)
    if pair and _is_prose_bracket(document, *pair):
        yield from inner_blanks(document.text, *pair, NEAR, "space inside brackets")
