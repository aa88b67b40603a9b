"""Whether a no-break space or a soft hyphen is a byte of a misread character: then it is no character."""

from textlint.api import compile_re

MARKS = "\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
"""What continues a character of UTF-8 in Latin-1 and Windows-1252."""
BEFORE = compile_re(
    rf"(?:[à-ï](?![“”’»«…–—])[{MARKS}]?|(?:^|[^A-ZÀ-ÖØ-Þ])[ÃÂ]|[a-z\x80-\uffff][ÐÑÎÏØÙÅÄ×])$"
)
"""First bytes before it: those of two-byte characters where no word in capitals ends, and of longer."""
AFTER = compile_re(rf"[{MARKS}]")
REACH = 3
"""Code points on each side that are looked at."""
DENSE = 4
"""Accented letters and signs among them from which the text is an older encoding's bytes."""


def is_half(text: str, at: int) -> bool:
    """Whether the A0 or AD at a place belongs to bytes that were read in a wrong encoding."""
    left, right = text[max(0, at - REACH) : at], text[at + 1 : at + 1 + REACH]
    if left.isascii() and right.isascii():
        return False
    if sum("\x80" <= char < "\u0250" for char in left + right) >= DENSE:
        return True
    found = BEFORE.search(left)
    if found is None:
        return False
    lead = found[0][0]
    longer = "à" <= lead <= "ï"
    if longer and len(found[0]) == 1:  # the second of three bytes
        return AFTER.match(right) is not None
    return True
