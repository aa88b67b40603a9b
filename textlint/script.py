"""Writing systems: which there are, how many letters of each a text holds."""

import functools
from collections import Counter

import regex

SCRIPTS = (
    "Latin",
    "Cyrillic",
    "Greek",
    "Armenian",
    "Georgian",
    "Hebrew",
    "Arabic",
    "Devanagari",
    "Bengali",
    "Gurmukhi",
    "Gujarati",
    "Tamil",
    "Telugu",
    "Kannada",
    "Malayalam",
    "Sinhala",
    "Ethiopic",
    "Hangul",
    "Han",
    "Hiragana",
    "Katakana",
    "Thai",
    "Lao",
    "Khmer",
    "Myanmar",
)
"""The scripts told apart, by their Unicode property names."""
UNSPACED = frozenset(("Han", "Hiragana", "Katakana", "Thai", "Lao", "Khmer", "Myanmar"))
"""Scripts that write words without spaces between them."""

ASCII_LETTERS = regex.compile("[A-Za-z]+")
OTHERS = regex.compile(r"[^\x00-\x7f]+")


@functools.cache
def _runs() -> "regex.Pattern[str]":
    """The alternation of all scripts, compiled at its first use: it takes milliseconds."""
    groups = (rf"(?P<{s}>[[\p{{L}}\p{{M}}]&&\p{{{s}}}&&[^A-Za-z]]+)" for s in SCRIPTS)
    return regex.compile("|".join(groups), regex.V1)


def count_scripts(text: str) -> Counter[str]:
    """How many letters (with their marks) of each of SCRIPTS the text holds; none is left out."""
    counts: Counter[str] = Counter()
    if ascii_letters := sum(map(len, ASCII_LETTERS.findall(text))):
        counts["Latin"] = ascii_letters
    if not text.isascii():
        for match in _runs().finditer("".join(OTHERS.findall(text))):
            counts[str(match.lastgroup)] += match.end() - match.start()
    return counts


@functools.cache
def script_of(char: str) -> str | None:
    """The script of a character, None where it is none of SCRIPTS."""
    if ASCII_LETTERS.match(char):
        return "Latin"
    match = _runs().match(char)
    return str(match.lastgroup) if match else None
