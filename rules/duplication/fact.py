"""DUP007: the same amount for the same thing, told twice in one paragraph."""

from collections.abc import Iterator

from textlint.api import Document, Expressions, Finding, Match, Severity, Span, rule

REACH = 800
"""Code points of the paragraph before an amount in which it may have been told."""
SENTENCE = 300
"""Code points of a sentence on each side of an amount."""
NOUN = 6
"""Letters of a word that can be what the amount is about; shorter ones are seldom nouns."""
SCALE = r"(?: (?:thousand|million|billion|trillion))?"
AMOUNTS = (
    rf"[$€£][0-9][0-9,.]{{0,15}}{SCALE}(?![0-9\p{{L}}])",
    rf"(?<![0-9,.$€£])[0-9][0-9,.]{{0,15}}{SCALE} (?:dollars|euros|pounds)(?!\p{{L}})",
)
FIND = Expressions(
    {
        "amount": "|".join(AMOUNTS),
        "word": (
            rf"(?<!\p{{L}})[a-z]{{{NOUN - 3},}}(?:age|ance|ant|ence|ing|ity|ium|ment|ship|sion|tion|ure)s?"
            r"(?!\p{L})"
        ),
        "end": r"[.!?][\"”’)]{0,2}\s",
    }
)
DIGITS = 4
"""Digits of an amount without a word such as “million”: small sums are the same by chance."""
LIST = 4
"""Amounts in the two sentences from which on they are a list of prices or fines."""
UNITS = {"$": "dollars", "€": "euros", "£": "pounds"}
COMMON = frozenset(
    "according during including meaning something nothing anything everything morning".split()
)
"""Words with such an ending that are no nouns, or say nothing."""


def _value(amount: str) -> tuple[str, str]:
    """Number and unit of an amount, written alike."""
    text = amount.rstrip(".,")
    if text[0] in UNITS:
        number, unit = text[1:], UNITS[text[0]]
    else:
        number, unit = text.rsplit(" ", 1)
    return number.replace(",", ""), unit


def _sentence(text: str, start: int, end: int) -> Span:
    """The sentence around [start, end), of a long one the part nearby; code points."""
    low = max(0, text.rfind("\n", 0, start) + 1, start - SENTENCE)
    for match in FIND["end"].finditer(text, low, start):
        low = match.end()
    line = text.find("\n", end)
    high = min(len(text) if line < 0 else line, end + SENTENCE)
    stop = FIND["end"].search(text, end, high)
    return Span(low, stop.start() if stop else high)


@rule(
    "DUP007",
    severity=Severity.INFO,
    patterns=AMOUNTS,
    languages=("en",),
    bad=[
        (
            "The pilot received 300,000 dollars as compensation for the boat. The law was passed in April. "
            "The ⟦compensation⟧ depends on the kind of boat, such as $300,000 for a ferry."
        ),
    ],
    good=[
        "She paid $300,000 for the boat and $300,000 for the pier.",
        "The grant was $300,000. The compensation was $200,000. The payment was 300,000 euros.",
        "The first settlement was $5 million.\n\nThe second settlement was $5 million.",
        "Fined: Lake, $5,000 and suspension; Hill, $200. Also fined: Dale, $5,000 and suspension; Wood.",
        "The fund holds $300,000, it said. The pier costs $300,000, too.",
    ],
)
def restated_fact(document: Document, match: Match) -> Iterator[Finding]:
    """The same amount of money is given for the same thing in two sentences of one paragraph.

    Translated and compiled texts tell a fact again in other words (“500,000 dollars … as
    compensation”, and later “the compensation … $500,000”). Looked for in English: number and unit
    must agree, however they are written, and both sentences must hold the same noun. Writers repeat
    themselves as well, so it is information, and there is no repair. Facts without an amount are not
    found.
    """
    text, value = document.text, _value(match.group())
    if len(value[0].partition(".")[0]) < DIGITS and " " not in value[0]:
        return
    own = _sentence(text, *match.span())
    low = max(text.rfind("\n", 0, match.start()) + 1, match.start() - REACH)
    if ";" in text[slice(*own)]:
        return
    for earlier in FIND["amount"].finditer(text, low, own.start):
        if _value(earlier.group()) != value:
            continue
        told = _sentence(text, *earlier.span())
        if sum(len(FIND["amount"].findall(text, *part)) for part in (told, own)) >= LIST:
            continue
        nouns = {word[0] for word in FIND["word"].finditer(text, *told)} - COMMON
        for word in FIND["word"].finditer(text, *own):
            if word[0] in nouns:
                message = f"{match.group()} for “{word[0]}” was told before: “{earlier.group()}”"
                yield Finding(word.start(), word.end(), message, related=(Span(*earlier.span()),))
                return
