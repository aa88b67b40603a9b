"""NAM006: one unit written in two ways."""

from collections.abc import Iterator

from textlint.api import (
    Document,
    Edit,
    Example,
    Finding,
    Fix,
    Match,
    Safety,
    Severity,
    Span,
    rule,
)

from ._quantities import Use, proposals, units

RELATED = 10
"""Uses of the other form that a finding points to."""
LEAD = 2
"""Uses from which a form is the text's own: one against one, a headline's sign is no slip."""
HEADLINE = 100
"""Characters up to which a line that ends without a stop may be a headline or an item of a list."""
LINE = 500
"""Characters on either side that are read for the line: more is a paragraph in any case."""
STOPS = tuple('.!?…。！？।"”»’:;)，,')
INVARIANT = frozenset({"en", "ja", "ko", "zh"})
"""Languages in which the word of a unit is the same beside every number but one."""
PROPOSALS = proposals()


@rule(
    "NAM006",
    severity=Severity.INFO,
    patterns=PROPOSALS,
    fix=Safety.UNSAFE,
    bad=[
        Example(
            "About 40% of the boats stayed in port. On Friday it was 55%, the harbour master said. "
            "A year ago, only ⟦20 percent⟧ did.",
            "en",
        ),
        Example(
            "The captain was paid ⟦300,000 dollars⟧ for his silence. The law grants $1 million for "
            "a ship and $300,000 for a boat.",
            "en",
        ),
        Example(
            "It cost €90 in May and €2 billion in all, not ⟦3 billion euros⟧, they said.", "en"
        ),
        Example("He rowed 12 km, then 15 km, and on Sunday ⟦9 kilometres⟧ more.", "en"),
        Example("Some 12,000 came, then 14,500, and on Sunday ⟦20 000⟧ more.", "en"),
        Example("Es kamen 1.200, dann 3.400 und am Ende ⟦12,000⟧ Leute.", "de"),
        Example("Erst fehlten ⟦30 Prozent⟧, dann 20 % und zuletzt nur noch 5 % der Netze.", "de"),
        Example("Сначала 40% лодок, затем 50%, а вчера уже ⟦60 процентов⟧ стояли в порту.", "ru"),
        Example("Спочатку 40 % човнів, потім 50 %, а вчора ⟦60 відсотків⟧ стояли в порту.", "uk"),
        Example("Önce teknelerin %40’ı, sonra %50’si, dün ise ⟦yüzde 60⟧ kadarı limandaydı.", "tr"),
        Example("先是40%的船，后来是50%，昨天⟦百分之60⟧的船都停在港口里。", "zh"),
        Example("처음에는 40%는, 다음에는 50%, 어제는 ⟦60퍼센트⟧의 배가 항구에 있었다.", "ko"),
    ],
    fixed=[
        (
            "About 40% of the boats stayed in port. On Friday it was 55%, the harbour master said. "
            "A year ago, only 20% did."
        ),
        (
            "The captain was paid $300,000 for his silence. The law grants $1 million for "
            "a ship and $300,000 for a boat."
        ),
        "It cost €90 in May and €2 billion in all, not €3 billion, they said.",
        "He rowed 12 km, then 15 km, and on Sunday 9 km more.",
        "Some 12,000 came, then 14,500, and on Sunday 20,000 more.",
        "Es kamen 1.200, dann 3.400 und am Ende 12.000 Leute.",
        "Erst fehlten 30 %, dann 20 % und zuletzt nur noch 5 % der Netze.",
        "Сначала 40% лодок, затем 50%, а вчера уже 60% стояли в порту.",
        "Спочатку 40 % човнів, потім 50 %, а вчора 60 % стояли в порту.",
        "Önce teknelerin %40’ı, sonra %50’si, dün ise %60 kadarı limandaydı.",
        "先是40%的船，后来是50%，昨天60%的船都停在港口里。",
        "처음에는 40%는, 다음에는 50%, 어제는 60%의 배가 항구에 있었다.",
    ],
    good=[
        Example("Calls rose by 70% and visits by 80%, to 1,000 a day.", "en"),
        Example("Calls rose by 70%. Visits rose by 80 percent.", "en"),
        Example("It lies 5 km north of the 7 km mark, a walk of a dozen kilometers.", "en"),
        Example("Drive 12 kilometres (7 km of them on gravel), then 9 kilometres more.", "en"),
        Example("Calls up 70%\n\nCalls rose by 70 percent, visits by 80 percent, they said.", "en"),
        Example("Fines of $20 or $50 are paid in Canadian dollars, 30 a day.", "en"),
        Example("Seventy percent of them came, then 40% and 30%.", "en"),
        Example("Of 1,200 bats, 1,100 hit 1.000 and 0.250 in their time.", "en"),
        Example("In 2010 300 boats came; in all 1,200 and 1,400 boats did.", "en"),
        Example("Call 020 300 400 for one of 1,200 tickets to 1,400 seats.", "en"),
        Example("Bei 1.200 und 1.400 Proben lag der Wert um 1,234 über dem Soll.", "de"),
        Example("Les 20 % et les 30 % sont loin des cent pour cent.", "fr"),
        Example("El taxi cuesta $900 o $1200, o bien 20 dólares.", "es"),
    ],
    known_failures=[
        Example("Il a payé $20, puis $30, enfin ⟦vingt dollars⟧.", "fr"),
    ],
)
def number_format_mix(document: Document, match: Match) -> Iterator[Finding]:
    """One text writes one unit in two ways: 70 percent and 70%, 500,000 dollars and $500,000.

    Whoever extracts figures from the text meets both; and where an article was put together from
    several sources, or translated in parts, this is where it shows. One finding a text and unit, on the
    first use of the rarer form; of two forms as frequent, the later one is reported. Percentages, dollars,
    euros, kilometres and kilograms are known in 20 languages, and the separator of thousands.

    It is silent where the usual form stands only once, on rarer forms in parentheses, headlines and
    tables (a sign is the custom there), on numbers in words, on dollars in Spanish and Portuguese, whose
    pesos and reais have the same sign, and on a single group of three that may be decimals.

    The repair writes all uses of the rarer form like the others, if that takes no inflection. On 1.2
    million words in 16 languages it reports 10 texts, all of which do mix two forms.
    """
    for anchor, finding in document.fact(_mixes):
        if match.start() <= anchor < match.end():
            yield finding


def _mixes(document: Document) -> list[tuple[int, Finding]]:
    """The findings of a text, each with the place of the proposal that stands for it."""
    text, language = document.text, document.language
    found = []
    for unit, uses in units(text, language) if language else ():
        forms: dict[str, list[Use]] = {}
        for use in uses:
            forms.setdefault(use.form, []).append(use)
        if len(forms) > 1:
            rare, usual = sorted(forms.values(), key=lambda uses: (len(uses), -uses[0].start))[-2:]
            prose = [use for use in rare if _in_prose(text, use)]
            if len(usual) >= LEAD and prose:
                anchor = next(use.anchor for use in uses if use.anchor >= 0)
                found.append((anchor, _finding(text, unit, prose, usual, language or "")))
    return found


def _in_prose(text: str, use: Use) -> bool:
    """Whether a use stands in a sentence: not in parentheses, a headline, a table."""
    low = max(0, use.start - LINE)
    start = text.rfind("\n", low, use.start) + 1 or low
    if text.rfind("(", start, use.start) > text.rfind(")", start, use.start):
        return False
    high = use.end + LINE
    end = text.find("\n", use.end, high)
    line = text[start : end if end >= 0 else high].strip()
    if "|" in line or "\t" in line:
        return False
    return len(line) > HEADLINE or line.endswith(STOPS)


def _finding(text: str, unit: str, rare: list[Use], usual: list[Use], language: str) -> Finding:
    use, sample = rare[0], usual[0]
    edits = [edit for use in rare if (edit := _edit(text, use, usual, language))]
    return Finding(
        use.start,
        use.end,
        f"“{_shown(text, use)}”: elsewhere this text writes {unit} like “{_shown(text, sample)}” "
        f"({len(rare)} to {len(usual)})",
        Fix(tuple(edits)) if len(edits) == len(rare) else None,
        tuple(Span(other.start, other.end) for other in usual[:RELATED]),
    )


def _shown(text: str, use: Use) -> str:
    return " ".join(text[use.start : use.end].split())


def _edit(text: str, use: Use, usual: list[Use], language: str) -> Edit | None:
    """The use written like the others, where that is certain."""
    number = text[slice(*use.number)]
    if use.form not in ("sign", "word"):
        separator = next(char for char in text[slice(*usual[0].number)] if not char.isdigit())
        return Edit(use.start, use.end, "".join(c if c.isdigit() else separator for c in number))
    if use.form == "sign" and (language not in INVARIANT or number == "1"):
        return None
    sample = next((other for other in usual if bool(other.scale) == bool(use.scale)), None)
    if sample is None:
        return None
    before = text[sample.start : sample.number[0]]
    after = text[sample.number[1] : sample.end]
    if use.scale:
        between, _, after = after.partition(sample.scale)
        after = between + use.scale + after
    return Edit(use.start, use.end, before + number + after)
