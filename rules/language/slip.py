"""LNG005: slips of grammar that a translation machine makes and a writer hardly does."""

from collections.abc import Iterator

from textlint.api import Document, Expressions, Finding, Match, Severity, Span, rule

WINDOW = 800
"""Code points before a quotation's end that are searched for who was speaking."""
SAY = r"(?:said|says|added|explained|stressed|emphasi[sz]ed|noted|stated|pointed out|told)"
SAYING = r"(?:saying|adding|explaining|stressing|emphasi[sz]ing|noting|stating)"
ORPHANED = (
    r"\((?:we|they|he|she|I|you) (?:abides? by|adheres? to|belongs? to|carry out|compl(?:y|ies) with|"
    r"contributes? to|fulfill?s?|implements?|insists? on|participates? in|strives? for|upholds?)\)"
)
IMPERSONAL = (
    r"[”\"][ \u00a0](?:However, |But )?"
    r"(?P<it>[Ii]t did not (?:mention|say|specify|elaborate|disclose|reveal"
    r"|explain|clarify))\b"
)
ATTRIBUTED_TWICE = (
    rf"\b(?:{SAY}|{SAYING})(?: that)?[,:] (?:“[^”\n]{{12,300}}[,.!?]”|\"[^\"“”\n]{{12,300}}[,.!?]\"),?"
    rf" (?P<again>(?:he|she|they) (?:{SAY}|reassured|revealed|confessed|appealed))\b(?! that)"
)
CONCEDED_TWICE = (
    r"(?:^|(?<=[.!?”\"][ \u00a0]))(?P<first>Although|Though|Even though) (?!not\b)[^,.;:?!–—()\n]{12,120},"
    r" (?P<again>but) (?=(?:he|she|it|they|we|there|this|the|I|you)\b)"
)
CAUSED_TWICE = (
    r"(?:^|(?<=[.!?”\"][ \u00a0]))(?P<first>Because) (?!of\b)[^,.;:?!–—()\n]{12,120},"
    r" (?P<again>so) (?=(?:he|she|it|they|we|there|this|the|I|you)\b"
    r"(?! (?:(?:am|are|is|was|were) )?(?:argument|believed?|claim|go|hear|legend|said|say|seem|story|theory"
    r"|think|thought|told)))"
)
EXPRESSIONS = Expressions(
    {
        "speaker": r"\b(?P<who>[\p{L}’'-]+) (?:also |then |further )?"
        r"(?:said|says|added|explained|stressed|emphasi[sz]ed|noted|stated|told|announced|reported)\b",
        "body": r"(?i)\b(?:agency|announcement|army|article|authority|bank|bill|book|call|card|charity|"
        r"church|club|commission|committee|company|complaint|contract|council|court|data|department|"
        r"document|e-?mail|file|filing|firm|government|group|indictment|label|law|lawsuit|leaflet|"
        r"letter|manual|map|memo|message|ministry|newspaper|note|notice|office|order|organi[sz]ation|"
        r"page|paper|party|police|post|programme?|regulator|release|report|school|screen|service|"
        r"sign|statement|story|study|survey|text|treaty|tweet|union|university|video|website|will)\b",
    }
)
PERSONS = frozenset(("he", "she", "He", "She"))


@rule(
    "LNG005",
    severity=Severity.INFO,  # too rare for its precision to be shown: see below
    patterns=[ORPHANED, IMPERSONAL, ATTRIBUTED_TWICE, CONCEDED_TWICE, CAUSED_TWICE],
    languages=("en",),
    bad=[
        "“We fulfil our duties and international law ⟦(we adhere to)⟧,” he said.",
        (
            "He explained that calls went up, adding, “More soldiers wrote to us.” However, ⟦it did not "
            "mention⟧ how many there were."
        ),
        "He looked at his men, ⟦saying, “All is well. Nothing will happen,” he reassured⟧ them.",
        'The trainer ⟦said, "We were tired after the flight," he explained⟧.',
        "Although the river had fallen by noon, ⟦but⟧ the road stayed shut.",
        "Because the bridge was closed for repairs, ⟦so⟧ the buses went round by the coast.",
    ],
    good=[
        "The law (which we adhere to) is old. The law (we hope) is good. Somebody (I know of) came.",
        "“We have hired more people,” the company said. However, it did not say how many.",
        "The ministry said in a report: “We have hired people.” It did not say how many.",
        "He said the firm had grown: “We hired.” But it did not say how many.",
        "She said, “I am tired.” He said nothing.",
        "“I am tired,” he said, adding, “It was a long flight.”",
        "He told them, “Go home,” he said that it was late, and they went.",
        "Although small, but not cheap, it sold well. Though it rained, it was warm, but not dry.",
        "Because she had loved him once, so the story goes, she stayed.",
        "Because we age a little every year, so we are told, we sleep less.",
        "She read on. “It’s from the sea.” The letter was short, she said. “Well.” It did not say more.",
        "Because of the rain, so the story goes, he stayed. Because it rained, so did the roof leak.",
    ],
    known_failures=[
        "The pilot left with his helicopter and ⟦its⟧ fighter jet parts.",
        "They want to surrender to ⟦their country⟧, the hotline of the other side said.",
    ],
)
def mt_grammar_slip(document: Document, match: Match) -> Iterator[Finding]:
    """A sentence that came apart in translation: few, narrow patterns of slips that machines make.

    A verb left alone in brackets (“international law (we adhere to)”); “it did not mention” of a
    man who was just quoted, because the source needs no subject; one quotation said twice (“saying,
    “…,” he reassured”); “although …, but” and “because …, so”, which other languages join.

    They are rare: 1 finding (a true slip, of a reporter) in 0.85 million words of clean English, none
    in 2.5 million of other English prose, in 9 MB of manuals, and in 190,000 words of good machine
    translation. Nothing false was seen, but a single find is no proof; so it is a note.

    Wrong pronouns in general are left alone: whom one stands for is not in the words. “It did not
    say” passes where a company, a ministry or a letter stands in the paragraph. Nothing is repaired.
    """
    groups = match.groupdict()
    if groups.get("it"):
        if _was_a_person(document.text, match.start()):
            start, end = match.span("it")
            yield Finding(start, end, f"“{match['it']}”: a person was speaking, so “it” is nobody")
    elif groups.get("first"):
        start, end = match.span("again")
        yield Finding(
            start,
            end,
            f"“{match['first']} …, {match['again']}”: one of the two is too many",
            related=(Span(*match.span("first")),),
        )
    elif groups.get("again"):
        yield Finding(*match.span(), f"One quotation said twice: again “{match['again']}” after it")
    else:
        yield Finding(*match.span(), f"“{match[0]}”: words out of their place, left in brackets")


def _was_a_person(text: str, end: int) -> bool:
    """Whether the last who spoke before `end` is called he or she, and no body is near."""
    before = text[max(0, end - WINDOW) : end]
    last = None
    for last in EXPRESSIONS["speaker"].finditer(before):  # noqa: B007 - the last one counts
        pass
    if last is None or last["who"] not in PERSONS:
        return False
    paragraph = before.rfind("\n", 0, last.start()) + 1
    return not EXPRESSIONS["body"].search(before, paragraph)
