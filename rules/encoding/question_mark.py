"""ENC005: letters that an encoding did not have, written as question marks."""

from collections.abc import Container, Iterator

import regex

from textlint.api import (
    Document,
    Finding,
    Match,
    Severity,
    Span,
    Words,
    compile_regex,
    lowered,
    rule,
)

INSIDE = r"(?<=\p{L})\?{1,2}(?=\p{Ll})"
INITIAL = r"(?<=[\s(“\"«„]|^)\?(?=\p{Ll}{3})"
RUN = r"(?<=[\s(“\"«„]|^)\?{2,60}(?:[ ,;:.-]{1,2}\?{1,60}){1,60}(?=[\s).,;:!”\"»“]|$)"
NAMED = r"(?<=\p{Lu}\p{Ll}{3,12}: )\?{3,60}(?=[),;])"
APOSTROPHE = (
    r"(?i)(?:[a-z]{1,6}n\?t|(?:I|you|we|they)\?(?:ve|ll|d)|(?:you|we|they)\?re|I\?m"
    r"|(?:it|that|what|he|she|there|here|who|let|where|how)\?s)"
)
"""English contractions with a question mark for their apostrophe, as whole words."""
LETTERS = r"\p{L}\p{M}"
APART = rf"(?<![?{LETTERS}])[{LETTERS}]+(?!\?*[{LETTERS}])"
"""A word with no question mark between it and another."""
ADDRESS = frozenset("/=&@\\#<>{}[]|%+*^$_~`:")
"""What shows an address, a query or a pattern (colou?r|gr[ae]y) in the token of a mark."""
REACH = 60
"""Code points looked at on each side of a mark for the token that it stands in."""
LONGEST = 25
"""Letters of a word that has lost some; two sentences glued at a question mark are longer."""
LONG = 4
"""Letters of a word after a mark that the text has elsewhere too, to be one glued to a question."""
ENOUGH = 2
"""Different damaged words that a text must show: one "file?says" is two words glued together."""
FEWEST = 6
"""Question marks that words made of nothing else must have together, if their lengths differ ..."""
MANY = 12
"""... and if they do not: "?? ?? ??" is a table, or a riddle."""


@rule(
    "ENC005",
    severity=Severity.ERROR,
    patterns=[INSIDE, INITIAL, RUN, NAMED],
    bad=[
        "They ⟦don?t⟧ know why the bridge is closed.",
        "⟦It?s⟧ late, and we ⟦can?t⟧ wait.",
        "Her ⟦r?sum?⟧ names a ⟦th??tre⟧ and the ⟦pr?sident⟧ of it.",
        "⟦?stanbul⟧ ve ⟦T?rkiye⟧ ⟦aras?nda⟧ bir fark var.",
        "A ⟦situa??o⟧ da ⟦educa??o⟧ piorou.",
        "The sign read ⟦?????? ???? ?????⟧ in large letters.",
        "Moscow (Russian: ⟦??????⟧) is a city.",
    ],
    good=[
        "See https://www.example.org/index?page=2 and /wiki/Main?action=edit for it.",
        "Who did it?When was it?Nobody knows.",
        "Did they copy the file?jonas wrote. Who opened it?jonas asked again, and jonas went.",
        "What???? Really????",
        "The pattern colou?r finds both spellings; so does favou?rite.",
        "The game went 12. Nf3? Qxe5?Rd8 and was lost.",
        "A word of five letters: ? ? ? ? ?",
        "¿Qué hora es? ¿Dónde está?",
        "const x = open?here:there, y = shut?here:there",
        "Is it? Was it? “Really?” he asked.",
        "Either ?? or ??? marks a doubtful move.",
        "Scores: ??-?? and 3-?",
    ],
    known_failures=["A ⟦caf?⟧ au lait, please."],
)
def lossy_question_mark(document: Document, match: Match) -> Iterator[Finding]:
    """Letters were turned into question marks: an encoding did not have them.

    A program wrote the text in an encoding without é, ’ or Cyrillic, and a question mark for each
    such letter. What stood there is lost, so there is no fix.

    One contraction (don?t) is enough, and so are words made of question marks only, two or more,
    six marks together. A mark inside any other word, or before it, counts when the text has two
    such words that are different, and is no glued pair of words that the text also has apart
    (“the file?jonas says”). Silent in addresses, code, patterns (colou?r); on question marks for
    emphasis, chess signs and blanks to fill in; and on a mark at the end of a word, which asks.
    """
    text, (start, end) = document.text, match.span()
    if document.is_masked(start, end):
        return
    if not (start and text[start - 1].isalpha()) and not text[end : end + 1].isalpha():
        if _is_lost(match[0]) or (set(match[0]) == {"?"} and text[start - 2 : start] == ": "):
            yield Finding(start, end, "letters lost: an encoding wrote a question mark for each")
        return
    found = document.fact(damaged)
    if word := found.get(start):
        yield Finding(*word, f"letter lost in “{text[word.start : word.end]}”")


def damaged(document: Document) -> dict[int, Span]:
    """The damaged words by the place of their first mark that counts: a fact."""
    text = document.text
    sure: dict[int, Span] = {}
    likely: dict[int, Span] = {}
    last = 0
    for mark in compile_regex(f"{INSIDE}|{INITIAL}", regex.MULTILINE).finditer(text):
        if mark.start() < last or (word := _word(text, mark.start())) is None:
            continue
        last = word.end
        written = text[word.start : word.end]
        if compile_regex(APOSTROPHE).fullmatch(written):
            sure[mark.start()] = word
        elif len(written) <= LONGEST:
            likely[mark.start()] = word
    if not likely:
        return sure
    known = Words(lowered(text), compile_regex(APART)) if len(likely) > 1 else ()
    likely = {
        at: word for at, word in likely.items() if not _is_glued(text[word.start : word.end], known)
    }
    different = {text[word.start : word.end].lower() for word in (*likely.values(), *sure.values())}
    return sure | likely if len(different) >= ENOUGH else sure


def _word(text: str, at: int) -> Span | None:
    """The word that the mark at `at` stands in, with marks at its ends; None in addresses and code."""
    start, end = max(0, at - REACH), at + REACH
    before, after = text[start:at].split(), text[at:end].split(maxsplit=1)
    token = (before[-1] if before and not text[at - 1 : at].isspace() else "") + after[0]
    if not ADDRESS.isdisjoint(token) or "www." in token.lower():
        return None
    head = compile_regex(rf"[{LETTERS}?]*$").search(text, start, at)
    tail = compile_regex(rf"[{LETTERS}?]*[{LETTERS}]").match(text, at, end)
    if not head or not tail:
        return None
    stop = tail.end()
    if text[stop : stop + 1] == "?" and compile_regex(r"\?[ ,;]\p{Ll}").match(text, stop):
        stop += 1  # a final é, unless the sentence asks and ends here
    return Span(head.start(), stop)


def _is_glued(written: str, known: Container[str]) -> bool:
    """Whether the word is two that a question mark parts, which the text also has apart."""
    left, _, right = written.lower().partition("?")
    if not left or "?" in right.lstrip("?") or (left.endswith("ou") and right.startswith("r")):
        return "ou?r" in written
    right = right.lstrip("?")
    return right in known and (left in known or len(right) >= LONG)


def _is_lost(marks: str) -> bool:
    """Whether words made of question marks are a text's: of different lengths, and enough marks."""
    lengths = {len(word) for word in compile_regex(r"\?+").findall(marks)}
    return marks.count("?") >= (FEWEST if len(lengths) > 1 else MANY)
