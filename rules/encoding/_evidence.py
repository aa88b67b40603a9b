"""How sure it is that characters are UTF-8 in the wrong encoding: what nobody writes, and what it says.

A sequence is judged by two things: whether anyone writes its characters side by side (`é` after `Ã`,
never; `”` after the last `Ä` of a title in capitals, surely), and whether what it stands for can stand
by itself (`é` can, a lone Arabic letter in a Latin word cannot).
"""

import functools
import re
import unicodedata
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from textlint.api import count_scripts, script_of

from ._codecs import Codec
from ._codecs import codec as table
from ._sequences import sequences

NEVER, PERHAPS, SURELY = 0, 1, 2
"""Strengths: implausible; to be read with the rest of the text; mojibake wherever it stands."""

CLOSERS = frozenset("»”’›“‘…–—―·•™®°΄\u00a0\u00ad")
"""What may follow the last letter of a word in clean text, in one language or another."""
LOOSE = frozenset("’‘–—―·…•\u00a0\u00ad")
"""Of those, what a letter may follow at once."""
ODD = frozenset("¡¿§¶†‡‰‹«„‚ƒˆ˜ªºµ")
"""Letters and marks that do not follow a letter, besides symbols."""
STRANGERS = {
    **dict.fromkeys("ÂÃÄÅÆØÙÐÑÎÏ", frozenset("ŠŒŽšœžŸ")),
    "Ă": frozenset("ŠŒŽšœžŸŚśŻżŁłĄąŹźĽľŤť"),
    "Â": frozenset("ŠŒŽšœžŸŚśŻżŁłĄąŹźĽľŤť"),
    "Ĺ": frozenset("ŚśŞşŻżŁłĄąŹźĽ"),
    "Ć": frozenset("ÆØæøŖŗ"),
}
"""Letters that no language has after another, though both are of one encoding."""
MATHS = frozenset("π∞∫∑∏∂µΩ±≤≥≠∆Δ²³¹")
"""What follows a root sign, a Greek letter or the sign of the ångström in formulas."""
MONEY = frozenset("£€¥¢")
WORDLESS = frozenset("√¬≈├┬┼")
"""Signs before which the word matters: `cos√` is a formula, `citt√` is none."""
FUNCTIONS = frozenset(("sin", "cos", "tan", "log", "exp", "lim", "ln", "erf", "arg"))
"""Words of formulas that a root sign may follow."""
UNKNOWN = re.compile("[\u03cf-\u03ff\u0460-\u0482\u0700-\u08ff]")
"""Coptic, early Cyrillic, Syriac and their neighbours: clean pairs decode to them."""
RARE = re.compile(
    "[\u0180-\u018e\u0190-\u019f\u01a2-\u01ae\u01b1-\u01e5\u01ec-\u0217\u021c-\u0258"
    "\u025a-\u02b8\u02bd-\u02c5\u02c8-\u02d7\u02de-\u02ff\u0370-\u0385\u2028\u2029]"
)
"""Phonetic letters, and those of a few small languages."""
SOLO = re.compile(
    "[\u00a0-\u02bf\u02c6\u02c7\u02dc\u0394\u03a9\u03bc\u03c0\u1e00-\u1eff\u2000-\u2bff"
    "\ufb00-\ufb02\ufe0f\ufeff\ufffd\U0001f000-\U0010ffff]"
)
"""Latin letters, punctuation, signs and emoji."""
RUN = 3
"""Sequences in a row from which even letters that could be words are too regular to be any."""
TILED = 0.8
"""Share of the letters of an encoding's own script that stand in sequences, where all are damaged."""
ALIEN = 1
"""Latin letters for each letter of another script from which that script does not belong there."""


class Unit(NamedTuple):
    """Characters of the text that stand for one character; code points, the strength as judged."""

    start: int
    end: int
    char: str
    strength: int


def units(text: str, codec: Codec) -> list[Unit]:
    """The complete UTF-8 sequences of a text, each judged by itself, then with its neighbours."""
    found = []
    latin = codec.script == "Latin"
    for start, end in sequences(text, codec.byte_of):
        raw = text[start:end]
        char, most = _reading(codec.name, raw)
        if char:
            word = _word_before(text, start) if raw[0] in WORDLESS else ""
            strength = _strangeness(raw, text[start - 1 : start], text[end : end + 1], word, latin)
            found.append(Unit(start, end, char, min(strength, most)))
    return _in_runs(text, found, codec) if found else found


@functools.lru_cache(maxsize=1 << 16)
def _reading(name: str, raw: str) -> tuple[str, int]:
    """What a sequence stands for, "" if for nothing that texts hold, and how sure it can be alone."""
    char = table(name).decode(raw)
    if len(char) != 1 or not known(char) or not _is_possible(char, raw):
        return "", NEVER
    return char, SURELY if own(char, raw) and not rare(char) else PERHAPS


def _is_possible(char: str, raw: str) -> bool:
    """False for a C1 control out of characters that do not speak for a double encoding."""
    return not "\x80" <= char < "\xa0" or raw[0] == "Â" or not raw.isprintable()


@functools.cache
def known(char: str) -> bool:
    """Whether a character is one that texts hold: assigned, of no rare block, no private use."""
    return unicodedata.category(char) not in {"Cn", "Co", "Cs"} and not UNKNOWN.match(char)


@functools.cache
def rare(char: str) -> bool:
    """Whether a character is seldom met outside of phonetics and of a few small languages."""
    return RARE.match(char) is not None


@functools.cache
def solo(char: str) -> bool:
    """Whether a character stands by itself among Latin letters: one of theirs, a sign, an emoji."""
    return SOLO.match(char) is not None


def own(char: str, raw: str) -> bool:
    """Whether a sequence can be judged alone; a C1 control may be half of a double encoding."""
    if len(raw) > 2 and unicodedata.category(raw[1]) in {"Sc", "Sk", "Sm", "No"}:  # noqa: PLR2004
        return True
    return solo(char) or ("\x80" <= char < "\xa0" and not raw.isprintable())


@functools.lru_cache(maxsize=1 << 16)
def _strangeness(raw: str, before: str, after: str, word: str, latin: bool) -> int:  # noqa: FBT001
    """How strange characters are side by side between their neighbours, whatever they stand for.

    `word` is what small letters stand before a sign; `latin`, whether the encoding is for Latin.
    """
    if any("\x80" <= char < "\xa0" for char in raw):
        return SURELY
    if len(raw) > 3:  # noqa: PLR2004 - an emoji: four characters that never meet
        return SURELY if latin or not raw.isalpha() else PERHAPS
    if unicodedata.category(raw[0])[0] not in "LM":
        return _sign_first(raw, before, after, word)
    if any(_odd(a, b) for a, b in pairwise(raw)):
        return PERHAPS if _is_formula(raw, before, after) else SURELY
    if len(raw) == 3 and (raw[:2] == "ÔÇ" or (raw[0].islower() and raw[1].isupper())):  # noqa: PLR2004
        return SURELY
    if raw[0].isupper() and before.islower() and script_of(before) == script_of(raw[0]):
        return SURELY
    if raw[0] in "ÂÃ" and not before.isalpha() and raw[-1] in CLOSERS:
        return SURELY if raw[-1] not in "’”“»" else PERHAPS
    return SURELY if _is_glued(raw, before, after) else PERHAPS


def _is_glued(raw: str, before: str, after: str) -> bool:
    """Whether a closing mark within a word joins it to the next letter."""
    last = raw[-1]
    if last not in CLOSERS or not after.isalpha() or raw[0].islower():
        return False
    return (last not in LOOSE and not before.isupper()) or last in "‘“"


def _odd(left: str, right: str) -> bool:
    """Whether nobody writes a character after a letter (its neighbours in one sequence)."""
    if right in CLOSERS:
        return False
    if right in ODD or right in STRANGERS.get(left, ()):
        return True
    if unicodedata.category(right) in {"Sc", "Sk", "Sm", "So", "No", "Cf"}:
        return True
    if not right.isalpha():
        return False
    here, there = script_of(left), script_of(right)
    return here != there if here else left not in CLOSERS


def _is_formula(raw: str, before: str, after: str) -> bool:
    """Whether a strange pair is one of formulas, of capitals in jest, of a space left out."""
    if len(raw) > 2:  # noqa: PLR2004
        return False
    if raw[0] in "ÅΓΔΞΟβπ" and raw[1] in MATHS and not before.isalpha():
        return True
    footnote = raw[1] in "²³¹" and not after.isalpha() and not before.islower()
    if footnote and raw[0] != "Â" and (raw[0] != "Ã" or before.isupper()):
        return True
    if raw[1] in MONEY and before.isupper() and not after.islower():
        return True
    return raw[0] in "ВΒСΟΓГ" and raw[1] in "«„‹§№"


def _sign_first(raw: str, before: str, after: str, word: str) -> int:
    """The strength of a sequence that begins with a sign: a root, a dash, a box."""
    inside = before.isalpha() and after.isalpha()
    if raw[0] in "√¬≈├┬┼" and len(word) > 1 and word not in FUNCTIONS:
        return SURELY
    if raw[0] in "–—“”’‘…»«":  # a dash before a word with an accent
        return PERHAPS
    if raw[1] in MATHS or (unicodedata.category(raw[1]) == "So" and raw[1] not in "©®™°"):
        box = unicodedata.category(raw[0]) == "So"
        joined = before.islower() or (after.isalpha() and after.isascii())
        sure = (
            inside or (box and joined) or (raw[0] == "√" and raw[1] in "≤≥≠±" and before.isalpha())
        )
        return SURELY if sure else PERHAPS
    if raw[0] in "×÷" or raw[1] in CLOSERS - {"®", "™"}:
        return SURELY if inside else PERHAPS
    return SURELY


def _word_before(text: str, start: int) -> str:
    """The small ASCII letters right before a place, as far as they tell a function from a word."""
    at = start
    while at > max(0, start - 8) and text[at - 1].isascii() and text[at - 1].islower():
        at -= 1
    return text[at:start]


def _in_runs(text: str, found: list[Unit], codec: Codec) -> list[Unit]:
    """The units with the strength that their neighbours give them.

    Letters of another script need one another: two in a row with one of them strange, or RUN that
    change their case as no word does. In a Latin text that has letters of the codec's script only in
    such sequences, each of them is sure.
    """
    judged: list[Unit] = []
    for run in _runs(found):
        strongest = max(_raw_strength(text, unit, codec) for unit in run)
        flips = len(run) >= RUN and _is_regular(text, run, codec)
        raised = len(run) > 1 and (strongest == SURELY or flips)
        judged += [u._replace(strength=SURELY) if raised else u for u in run]
    doubtful = any(unit.strength == PERHAPS and solo(unit.char) for unit in judged)
    if codec.script != "Latin" and doubtful and _is_alien(text, judged, codec):
        judged = [_alien(text, unit, codec) for unit in judged]
    return judged


def _alien(text: str, unit: Unit, codec: Codec) -> Unit:
    """A unit of a script that is not the text's own: sure where it stands for what Latin text has."""
    if solo(unit.char) and script_of(text[unit.start]) == codec.script:
        return unit._replace(strength=SURELY)
    return unit


def _is_regular(text: str, run: Sequence[Unit], codec: Codec) -> bool:
    """Whether a run changes between two kinds of letters, or letters and marks, as no word does."""
    if any(solo(unit.char) for unit in run):
        return False
    raw = text[run[0].start : run[-1].end]
    boxes = all(unicodedata.category(char) == "So" for char in raw)
    return codec.name == "cp1251" or (codec.script == "Latin" and not boxes)


def _raw_strength(text: str, unit: Unit, codec: Codec) -> int:
    if unit.strength == SURELY:
        return SURELY
    raw = text[unit.start : unit.end]
    word = _word_before(text, unit.start) if raw[0] in WORDLESS else ""
    before, after = text[unit.start - 1 : unit.start], text[unit.end : unit.end + 1]
    return _strangeness(raw, before, after, word, codec.script == "Latin")


def _runs(found: Sequence[Unit]) -> list[list[Unit]]:
    """The units in runs without anything between them."""
    runs: list[list[Unit]] = []
    for unit in found:
        if runs and runs[-1][-1].end == unit.start:
            runs[-1].append(unit)
        else:
            runs.append([unit])
    return runs


def is_tiled(text: str, found: Sequence[Unit], codec: Codec) -> bool:
    """Whether nearly all letters of the codec's script stand in units."""
    inside = count_scripts("".join(text[unit.start : unit.end] for unit in found))
    return inside[codec.script] >= TILED * count_scripts(text)[codec.script]


def _is_alien(text: str, found: Sequence[Unit], codec: Codec) -> bool:
    """Whether a Latin text has letters of the codec's script only in units."""
    scripts = count_scripts(text)
    inside = count_scripts("".join(text[unit.start : unit.end] for unit in found))
    own_letters = scripts[codec.script]
    if not own_letters or own_letters != inside[codec.script]:
        return False
    return scripts["Latin"] >= ALIEN * own_letters
