"""Latin texts read in the encoding of another Latin text, told by their words.

And accents of Latin words read as Greek or Cyrillic letters.
"""

from collections.abc import Iterator

import msgspec

from textlint.api import compile_regex

from ._bytes import Misread, decode, encoded
from ._plausible import evidence, pairs


class Target(msgspec.Struct, frozen=True):
    """A language, the encoding its text is in, and the characters that Windows-1252 has instead.

    `foreign` are letters that the language does not have, and those that it is mistaken for do.
    """

    language: str
    codec: str
    name: str
    seen: str
    foreign: str


TARGETS = (
    Target("tr", "cp1254", "Windows-1254", "ðþýÐÞÝ", "áéíóúæàèìòùäåøÁÉÍÓÚÆ"),
    Target("pl", "cp1250", "Windows-1250", "¹³¿œŸêæñ£¥¯ÊÆŒ", "áéíúàèìòùäåøöü"),
    Target("pl", "iso8859-2", "ISO 8859-2", "±¶¼³¿êæñ£¡¦¬¯ÊÆ", "áéíúàèìòùäåøöü"),
    Target("cs", "cp1250", "Windows-1250", "ìèøùïòÌÈØÙ", "äåöüæàêëôç"),
    Target("cs", "iso8859-2", "ISO 8859-2", "ì¹èø¾ùï»òÌ©ÈØ®Ù", "äåöüæàêëôç"),
    Target("hu", "cp1250", "Windows-1250", "õûÕÛ", "ãàèìòùäåøæêçñ"),
)
WORD = r"[\p{L}\p{M}¹³¿±¶¼£¥¯¦¡¬»¾©®]+"
TRIGGER = (
    "[A-Za-zçöüÇÖÜ][ðþ][a-zçöüý]|[ðþÞ][a-z][a-zçöüýð]"  # Turkish
    "|[a-zóêæñ][¹³¿±¶¼][a-zóêæñ]|[³¶][a-zó][a-zêñ]"  # Polish
    "|[a-z]øí|[bdmnptv]ì[dhjklrstvzžš]|ùž|[a-z][¹¾][aeiouáíéìù]"  # Czech
    "|[bdfgjklmnrstvz]õ[bdgklnrstvz]"  # Hungarian
)
NEAR = 400
"""Code points of a line on each side of a hit that are judged together."""
LEAST_MEAN = 0.5
"""Bits a letter for the repaired words: right ones have 1 and more."""
OTHER_WORDS = 2
"""Common words of the language, three letters or more, that must stand there besides; or one
repaired word must be a common one of four letters or more."""
SHORTEST, SHORTEST_REPAIRED = 3, 4

GREEK, CYRILLIC = "άέήίΰα-ώ", "йизцьдлбгжшыфщъпЯ"
INSIDE = f"[a-z][{GREEK}]{{1,2}}[a-z]{{2}}|[A-Za-z][{CYRILLIC}][a-z]"
SCRIPTS = (("cp1253", "Windows-1253"), ("cp1251", "Windows-1251"))
LATIN_WORD = r"[A-Za-z\u0370-\u03ff\u0400-\u045f]+"
ACCENTED = frozenset("àáâãäåæçèéêëíîïñóôöùúûüßøÉÖÜ")
"""What stands inside words of the languages that are written in Windows-1252."""
FORMULA = "sin|cos|tan|log|exp|lim"
UNLIKE = f"[βδζθλξπσφψΰόϊ{CYRILLIC}]"
"""Letters that one of a text's words must have: others look like Latin ones, and stand in words on
purpose (hεllo), or as a trick."""
LETTERS_EACH = 2
"""Latin letters for each that was misread, at least: a word, not a formula or a homoglyph's."""


def latin_words(text: str, language: str | None) -> Iterator[Misread]:
    """The words of lines that are Turkish, Polish, Czech or Hungarian read as Windows-1252."""
    done = 0
    for hit in compile_regex(TRIGGER).finditer(text):
        if hit.start() < done:
            continue
        start = max(
            text.rfind("\n", max(0, hit.start() - NEAR), hit.start()) + 1, done, hit.start() - NEAR
        )
        end = text.find("\n", hit.end(), hit.end() + NEAR)
        end = min(len(text), hit.end() + NEAR) if end < 0 else end
        found = max(
            (_line(text, start, end, target) for target in TARGETS if _can_be(target, language)),
            key=lambda judged: judged[0],
            default=(0.0, []),
        )[1]
        done = end
        yield from found


def _can_be(target: Target, language: str | None) -> bool:
    """Whether the text may be in the target's language; Icelandic has ð, þ and ý of its own."""
    return language in (None, target.language, "az", "sk", "hr")


def _line(text: str, start: int, end: int, target: Target) -> tuple[float, list[Misread]]:
    """The evidence for a line as the target's, and its misread words; nothing if it is not enough."""
    known = pairs(target.language).words
    found: list[Misread] = []
    repaired_known, others = set(), set()
    for word in compile_regex(WORD).finditer(text, start, end):
        seen = word.group()
        if any(char in target.foreign for char in seen):
            return 0.0, []
        if not any(char in target.seen for char in seen):
            if len(seen) >= SHORTEST and seen.lower() in known:
                others.add(seen.lower())
            continue
        raw = encoded(seen, "Windows-1252")
        repaired = decode(raw, target.codec) if raw else None
        if repaired is None or not repaired.isalpha():
            continue
        if repaired.lower() in known and len(repaired) >= SHORTEST_REPAIRED:
            repaired_known.add(repaired.lower())
        found.append(Misread(*word.span(), repaired, target.name, "Windows-1252"))
    if not repaired_known and (not found or len(others) < OTHER_WORDS):
        return 0.0, []
    gain = evidence(" ".join(str(word.repaired) for word in found), target.language)
    return (gain.bits, found) if gain.mean >= LEAST_MEAN else (0.0, [])


def mixed_words(text: str) -> Iterator[Misread]:
    """The Latin words with Greek or Cyrillic letters where their accented letters were."""
    found = list(_mixed(text))
    for seen_as in ("Windows-1251", "Windows-1253"):
        own = [word for word in found if word.seen_as == seen_as]
        if any(compile_regex(UNLIKE).search(text, word.start, word.end) for word in own):
            yield from own


def _mixed(text: str) -> Iterator[Misread]:
    done = 0
    for hit in compile_regex(INSIDE).finditer(text):
        if hit.start() < done:
            continue
        word = compile_regex(LATIN_WORD).match(
            text, _word_start(text, hit.start()), hit.end() + NEAR
        )
        if word is None:
            continue
        done = word.end()
        seen = word.group()
        own = sum(char.isascii() for char in seen)
        if own < LETTERS_EACH * (len(seen) - own) or compile_regex(FORMULA).search(seen):
            continue
        for codec, name in SCRIPTS:
            try:
                repaired = seen.encode(codec).decode("cp1252")
            except UnicodeError:
                continue
            if all(char.isascii() or char in ACCENTED for char in repaired):
                yield Misread(*word.span(), repaired, "Windows-1252", name)


def _word_start(text: str, at: int) -> int:
    start = at
    while start and at - start < NEAR and compile_regex(LATIN_WORD).match(text[start - 1]):
        start -= 1
    return start
