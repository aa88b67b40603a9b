"""What a one-character pattern matches: taken apart, it is what `regex` says of every code point."""

from unicodedata import category

import pytest
import regex

from textlint.code_points import members

PLANES = 0x20000
"""The two planes that hold all letters with other cases."""
EVERY = "".join(map(chr, range(PLANES)))
CLASSES = [
    "a",
    "k",
    "ß",
    "İ",
    "ı",
    "ſ",
    "σ",
    "ǆ",
    r"\.",
    r"\x41",
    r"\u00e9",
    r"\U0001F600",
    r"\w",
    r"\S",
    r"\p{Lu}",
    r"\P{Han}",
    ".",
    "[a-z]",
    "[^a-z]",
    "[]a]",
    "[^]a]",
    "[a-]",
    "[-a]",
    r"[\]\\^-]",
    r"[\w.’'-]",
    r"[\p{Lu}\d_]",
    r"[^\s\p{P}]",
    r"[\x00-\x1f\u2028]",
    "[а-яіїєґ]",
    "[à-öø-ÿ]",
    "[\u1e00-\u1eff]",
    "[[:alpha:]_]",
    r"[\n\t ]",
    r"[^\n]",
]


@pytest.mark.parametrize("flags", [0, regex.IGNORECASE], ids=["as it is", "any case"])
@pytest.mark.parametrize("chars", CLASSES)
def test_a_class_taken_apart_means_what_it_means_whole(chars, flags):
    whole = {match.start() for match in regex.finditer(chars, EVERY, flags=flags)}
    parts = {
        code for low, high in members(chars, flags) for code in range(low, min(high + 1, PLANES))
    }
    assert {code for code in whole ^ parts if category(chr(code)) != "Cn"} == set()
