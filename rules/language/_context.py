"""What stands around a word that looks wrong: whether it is meant, or part of something longer."""

from textlint.api import Document, compile_re

JOINED = frozenset("-‐‑_/\\@#&$=<>*`~^|+'’")
"""Beside a word these make it part of something longer: a name, an address, a compound, a cut word."""
OPENING = frozenset("\"“„‘'«‹")
CLOSING = frozenset("\"”“’'»›,.")
AROUND = 60
"""Code points on each side in which the text may say that the spelling is meant."""
MEANT = compile_re(r"(?i)\bsic\b|\b(?:mis)?spel(?:l|t)|\btypos?\b|\bmisprint|\bocr\b")
OLD = compile_re(
    r"\b(?:hath|doth|thou|thee|thy|ye|goeth|saith|vnto|haue|chuse|compleat|musick|physick|publick"
    r"|shew(?:ed|n|s)?|surprize)\b"
)
"""Words of the time before spelling was settled."""


def is_meant(document: Document, start: int, end: int) -> bool:
    """Whether the word at [start, end) is quoted, spoken about, part of something longer, or no prose."""
    text = document.text
    return (
        _is_joined(text, start, end)
        or document.is_masked(start, end)
        or MEANT.search(text, max(0, start - AROUND), end + AROUND) is not None
    )


def is_old(document: Document) -> bool:
    """Whether the text, or what it quotes, is older than our spelling: a fact."""
    return OLD.search(document.text) is not None


def _is_joined(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    if before in OPENING and after in CLOSING:
        return True
    if before in JOINED - OPENING or after in JOINED - CLOSING:
        return True
    return (before == "." or after in (".", ":")) and text[end + 1 : end + 2].isalnum()
