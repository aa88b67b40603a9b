"""What is running text: no row of figures, no list of names, no parenthesis."""

LINE = 2000
"""Characters of a line that are looked at on either side of a name."""
TOKENS = 6
"""Words from which a line can be a list or a row of a table."""
SHARE = 0.25
"""A line with a smaller share of lower-case words is one: prose has .6 and more, headlines are short."""
WIDE, GAPS = 2, 3
"""Blanks of a wide gap; such gaps that make a row of a table, with one character between two of them."""


def is_prose(text: str, at: int) -> bool:
    """Whether `at` is in running text: not in a row of figures, a list of names, a parenthesis.

    What stands in parentheses is often a gloss in another language, a cast or a source.
    """
    start = max(text.rfind("\n", max(0, at - LINE), at) + 1, at - LINE, 0)
    if text.rfind("(", start, at) > text.rfind(")", start, at):
        return False
    end = text.find("\n", at, at + LINE)
    return _is_prose(text[start : end if end >= 0 else at + LINE])


def _is_prose(line: str) -> bool:
    """Whether a line is neither a list nor a row of a table."""
    tokens = small = bars = gaps = 0
    blanks = WIDE  # since the last character; the line's beginning and other white space are no gap
    for ch in line:
        if ch == " ":
            blanks += 1
            if blanks == WIDE:
                gaps += 1
                if gaps == GAPS:
                    return False
        elif ch.isspace():
            if ch == "\t":
                return False
            blanks = WIDE
            gaps = 0
        else:
            if blanks:
                tokens += 1
                small += ch.islower()
            bars += ch == "|"
            if bars > 1:
                return False
            if blanks < WIDE:
                gaps = 0
            blanks = 0
    return small >= SHARE * tokens if tokens >= TOKENS else small > 0
