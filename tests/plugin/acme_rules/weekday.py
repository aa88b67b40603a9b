"""ACM001: dates that contradict their weekday."""

from collections.abc import Iterator
from datetime import date

from textlint.api import Document, Finding, Match, Severity, rule

WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = (
    "January February March April May June July August September October November December".split()
)


@rule(
    "ACM001",
    severity=Severity.ERROR,
    patterns=[rf"\b({'|'.join(WEEKDAYS)}), (\d{{1,2}}) ({'|'.join(MONTHS)}) (\d{{4}})\b"],
    languages=["en"],
    bad=[
        "The bridge opened on ⟦Monday, 3 September 2023⟧.",
        "Talks ran from Friday, 1 March 2024 to ⟦Monday, 3 March 2024⟧, the ministry said.",
    ],
    good=[
        "The bridge opened on Sunday, 3 September 2023.",
        "It was filed under “Monday, 31 February 2023”, a day that never was.",
        "On Monday, 3 September drew near.",
    ],
)
def wrong_weekday(_document: Document, match: Match) -> Iterator[Finding]:
    """A date fell on another day of the week than the text says.

    One of the two is a slip, which of them only the source tells: nothing is repaired. A date that
    the calendar does not have is left to other rules.
    """
    weekday, day, month, year = match.groups()
    try:
        true = WEEKDAYS[date(int(year), MONTHS.index(month) + 1, int(day)).weekday()]
    except ValueError:
        return
    if weekday != true:
        yield Finding(*match.span(), f"“{match[0]}” was a {true}")
