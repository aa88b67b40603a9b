"""How far a term of the spam trade reaches: the words that go with it, and what its deletion takes."""

from collections.abc import Iterable, Iterator

from textlint.api import Document, Fix, Safety, compile_regex, delete_line, fold, with_blanks

from .terms import Hit, entry

TAIL = 1_000
"""Code points of a line after a term beyond which nobody counts whether it is a fragment's."""
FRAGMENT_WORDS = 3
"""Words of a fragment for each word of the term in it, at most."""
BESIDE = 4
"""Words on either side of a term that may belong to it."""
BESIDE_LETTERS = 24
"""Letters of such a word, at most."""
ENDED = 4
"""Letters of the word before a full stop that ends a sentence: shorter ones may be abbreviations."""
SENTENCE_WORDS = 8
SENTENCE_LETTERS = 60
"""A foreign run longer than this is a quotation or a bilingual text: only grade A counts in it."""
GLOSS_REACH = 60
"""Code points before a foreign run in which the same thing was named in the document's script."""
STARTS, ENDS = ("", "\n\n"), ("", "\n", "\n\n")
"""The line breaks before a paragraph, and after it."""
WORD = r"[\p{L}\p{M}\p{N}'’-]"


def line_around(document: Document, at: int) -> tuple[int, int]:
    """The span of the line around a place, a CR at its end included."""
    start, end = document.line_span(at)
    return start, end + (document.text[end : end + 1] == "\r")


def spans_between(text: str, marks: str, places: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The parts of a text that hold some of the places, in order; they are parted by these marks.

    No mark stands at a place; whether one before it is a mark may depend on what stands there.
    """
    back, ahead = compile_regex(rf"(?r){marks}"), compile_regex(marks)
    end = 0
    for place in sorted(places):
        if place >= end:
            before, after = back.search(text, end, place + 1), ahead.search(text, place)
            start = before.end() if before else end
            end = after.start() if after else len(text)
            yield start, end


def extended(document: Document, hit: Hit) -> tuple[int, int]:
    """The span of a hit with the words beside it that belong to it ("agen togel terpercaya").

    They are modifiers or terms of the hit's language; in English texts modifiers after it only.
    """
    text, (start, end) = document.text, hit[:2]
    if hit.script != "Latin":
        return start, end
    own = "en" in hit.entry.languages
    for _ in range(BESIDE):
        near = text[end : end + BESIDE_LETTERS]
        after = compile_regex(r" ([\p{L}\p{M}\d]+)(?![\p{L}\p{M}\d'’@.-]\w)").match(near)
        if not after or not _belongs(after[1], hit, own=own):
            break
        end += len(after[0])
    glued = text[start - 1 : start].isalpha()
    for _ in range(0 if own or glued else BESIDE):
        near = text[max(0, start - BESIDE_LETTERS) : start]
        before = compile_regex(r"(?<![\w'’.@/-])([\p{L}\p{M}\d]+) $").search(near)
        if not before or not _belongs(before[1], hit, own=own):
            break
        start -= len(before[0])
    return start, end


def _belongs(word: str, hit: Hit, *, own: bool) -> bool:
    known = entry(fold(word))
    if known is None or word != word.lower() or not known.languages & hit.entry.languages:
        return False
    return known.grade == "modifier" or (not own and known.grade in "ABC")


def fragment_at(document: Document, hit: Hit) -> tuple[int, int] | None:
    """The span of a lower-case fragment that a hit opens: a paragraph, or what follows a full stop.

    Headings and sentences begin with a capital; lines of hard-wrapped text are no paragraphs.
    """
    text = document.text
    if between := _between_sentences(document, hit):
        return between
    begin, end = line_around(document, hit.start)
    near = max(begin, hit.start - GLOSS_REACH)
    lead = compile_regex(rf"(^|[.!?…][\"”’»)]{{0,2}}\s+)((?:{WORD}+ ){{0,2}})$").search(
        text[near : hit.start]
    )
    if not lead or end - hit.end > TAIL or _breaks(text, end, end + 3)[:2] not in ENDS:
        return None
    if not lead[1] and (near > begin or _breaks(text, begin - 3, begin)[-2:] not in STARTS):
        return None
    start, tail = hit.start - len(lead[2]), text[hit.end : end].rstrip()
    words = len(text[start : hit.end + len(tail)].split())
    short = words <= min(SENTENCE_WORDS, FRAGMENT_WORDS * len(hit.term.split()))
    plain = all(char.isalnum() or char in " '’-" for char in tail)
    if short and plain and text[start].islower() and hit.entry.grade in "AB":
        return start, hit.end + len(tail)
    return None


def _breaks(text: str, start: int, end: int) -> str:
    """What stands in [start, end), with line breaks as LF."""
    return text[max(0, start) : end].replace("\r", "")


def _between_sentences(document: Document, hit: Hit) -> tuple[int, int] | None:
    """The span of a lower-case term that stands alone between a full stop and the next sentence."""
    text = document.text
    start, end = extended(document, hit)
    before = text[max(0, start - GLOSS_REACH) : start]
    stop = rf"(?:\p{{Ll}}{{{ENDED}}}\.|[!?])[\"”’»)]{{0,2}}\s+$"
    if (
        hit.entry.grade == "C"
        or not text[start].islower()
        or not compile_regex(stop).search(before)
    ):
        return None
    return (
        (start, end)
        if compile_regex(r"[.]?[^\S\n]+[\"“«]?\p{Lu}").match(text[end : end + 4])
        else None
    )


def is_apart(text: str, start: int, end: int, hit: Hit) -> bool:
    """Whether no word of the author's goes with a term: it fills its line, or is glued to a whole word.

    A term of one word on its line is of grade A. Only terms of several words (grade A, or of another
    language) are deleted from a lower-case word of their own script, and only where no letter follows.
    """
    whole = (start, end) == (hit.start, hit.end) or hit.script == "Latin"
    if fills_line(text, start, end):
        return whole and (hit.entry.grade == "A" or " " in hit.term)
    glued = text[start - 1 : start].islower() and text[start].islower() and hit.script == "Latin"
    return glued and " " in hit.term and not text[end : end + 1].isalnum()


def fills_line(text: str, start: int, end: int) -> bool:
    """Whether a line holds no more than [start, end)."""
    before, after = with_blanks(text, start, end)
    return text[before - 1 : before] in ("", "\n") and text[after : after + 1] in ("", "\r", "\n")


def deletion(text: str, start: int, end: int, safety: Safety) -> Fix:
    """Delete a span with the brackets around it and one space beside it, or its whole line."""
    if fills_line(text, start, end):
        return Fix((delete_line(text, start, end),), safety)
    if text[start - 1 : start] in ("(", "[", "（") and text[end : end + 1] in (")", "]", "）"):
        start, end = start - 1, end + 1
    follows = text[end : end + 1]
    if text[start - 1 : start] == " " and follows in ("", "\n", "\r", *" .,;:!?)"):
        start -= 1
    elif text[start - 1 : start] in ("", "\n") and follows == " ":
        end += 1
    return Fix.replace(start, end, safety=safety)
