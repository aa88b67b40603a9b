"""Words taken apart or run together by a text extractor."""

import functools
import itertools
from collections.abc import Iterator
from string import ascii_lowercase

from textlint.api import (
    BLANKS,
    Document,
    Example,
    Expressions,
    Finding,
    Fix,
    Match,
    Safety,
    Severity,
    Words,
    lowered,
    parts,
    rule,
)

from ._code import code_line, line_of
from .missing_space import MACHINE
from .spacing import BLANK

LONGEST = 14
"""Letters up to which a run without wider gaps is one word; of a longer one it is not known where
its words part."""
FEWEST_KINDS = 4
"""Different letters that a word taken apart has: "x x x x x" and "A B A B A" are marks."""
VOWELS = (0.2, 0.7)
"""Least and greatest share of vowels in a word; initials and variables have fewer, scales more."""
VOWEL = "aeiouyäöüáàâãåæéèêëíìîïóòôõøœúùûýăîșąęıαεηιουωάέήίόύώаеёиоуыэюяіїє"
CLUSTER = 4
"""Consonants in a row in a word, at most (Angstschweiß has more, and is missed)."""
ASCENDING = 0.6
"""Share of letters that follow the one before in the alphabet from which a run is a list of them."""
ROWS = (
    *("qwertyuiop", "asdfghjkl", "zxcvbnm", "qwertzuiop", "azertyuiop"),
    *("йцукенгшщзхъ", "фывапролджэ", "efptozlped", "etaoinshrdlu"),
)
"""Keyboards, the oculist's chart, letters by frequency."""
FEWEST_LOWER = 7
"""Lower-case letters of a run that make a word on their own evidence; fewer may be variables."""
ALONE = frozenset("aeiouykswvzàèéìòóв кусоиаябжіїєй".replace(" ", ""))
"""Letters that are words by themselves in some language, or name vowels, notes and variables."""
NOTES = frozenset("abcdefgh")
BASES = frozenset("acgtun")

PIECES = "ffi|ffl|ff|fi|fl"
"""What fonts draw as one sign, and PDF readers give back as a piece of its own."""
PIECE_LANGUAGES = frozenset(
    ("en", "de", "fr", "es", "it", "pt", "nl", "da", "sv", "nb", "pl", "id")
)
"""Languages that have none of PIECES as a word; "fi" is one in Romanian, Welsh and Hungarian."""
MANY = 2
"""Stray pieces from which they are no slips."""
COMPOUNDS = frozenset(("sci", "hi", "wi", "lo", "low", "pp", "ss", "et"))
"""Words before "fi" and "ff" that make a word of them."""

GLUED = 23
"""Letters of a run-on word, at least: English has no word of daily use that long."""
SHORTEST_PART = 3
SMALL_LETTERS = bytes(b if chr(b) in ascii_lowercase else ord(" ") for b in range(256))
"""What makes words of UTF-8: a space for all but small letters of ASCII."""
LINKERS = {
    "en": "a and are as at by for from has in is of on or that the to was were which with",
    "fr": "aux avec dans des du est et la le les par pour que qui sur un une",
    "es": "con de del el en es la las los para por que se un una y",
    "it": "che con da dei del della di e il in la le nel per un una",
    "pt": "as com da das de do dos e em na no o os para por que um uma",
}
"""Function words that glue the parts of a run-on word, in languages that do not compound."""


@functools.cache
def _expressions() -> Expressions:
    """The expressions of this rule, compiled at their first use."""
    return Expressions(
        {
            "gap": rf"{BLANK}{{2,}}",
            "vowel": rf"[{VOWEL}]",
            "consonants": rf"[^{VOWEL}]{{{CLUSTER + 1},}}",
            "piece": rf"(?<=\p{{Ll}} )(?:{PIECES})(?= \p{{Ll}})",
            "word": r"(?<!\p{Ll})\p{Ll}{2,}",
            "left": r"\p{L}+\Z",
            "right": r"\p{Ll}+",
        }
    )


def words(document: Document) -> Words:
    """The words of the text, in lower case: a fact."""
    return Words(lowered(document.text), _expressions()["word"])


def _tokens(document: Document) -> set[bytes]:
    """The runs of small letters of ASCII in the text, in lower case: a fact."""
    found = set[bytes]()
    for part in parts(document.text):
        found.update(part.lower().encode("utf-8", "surrogatepass").translate(SMALL_LETTERS).split())
    return found


def _known_parts(document: Document, word: str) -> set[str]:
    """The parts of a word that the text has as words; at a glance it has few of them."""
    tokens, known, ends = document.fact(_tokens), document.fact(words), range(len(word) + 1)
    found = {word[a:b] for a in ends for b in ends[a + SHORTEST_PART : a + GLUED + 1]}
    return {p for p in found if (not p.isascii() or p.encode() in tokens) and p in known}


def pieces(document: Document) -> int:
    """How many stray pieces of ligatures stand between words: a fact."""
    return sum(1 for _ in _expressions()["piece"].finditer(document.text))


def _is_series(letters: str) -> bool:
    """Whether letters are listed rather than spelt: an alphabet, a scale, a keyboard, a sequence."""
    kinds = set(letters)
    if len(kinds) < FEWEST_KINDS or kinds <= NOTES or kinds <= BASES or kinds <= ALONE:
        return True
    steps = sum(a < b for a, b in itertools.pairwise(letters))
    falls = sum(a > b for a, b in itertools.pairwise(letters))
    if max(steps, falls) > ASCENDING * (len(letters) - 1) and (
        max(steps, falls) == len(letters) - 1 or len(letters) > LONGEST
    ):
        return True
    return any(letters in row or letters[:5] in row for row in ROWS)


def _is_spelt(word: str) -> bool:
    """Whether letters could make a word: vowels and consonants take turns."""
    find = _expressions()
    vowels = len(find["vowel"].findall(word)) / len(word)
    return VOWELS[0] <= vowels <= VOWELS[1] and not find["consonants"].search(word)


def _spaced_letters(document: Document, match: Match) -> Iterator[Finding]:
    """The finding on a word, or a line of them, whose letters stand apart."""
    run = match[0]
    letters = "".join(run.split())
    folded = letters.lower()
    if not (letters.isupper() or letters.islower() or letters[1:].islower()):
        return
    parts = ["".join(part.split()) for part in _expressions()["gap"].split(run)]
    if all(len(part) == 1 for part in parts):
        parts = [letters]  # every gap is as wide
    known = document.fact(words)
    proved = all(part.lower() in known for part in parts)
    if not proved:
        if _is_series(folded) or not _is_spelt(folded):
            return
        if letters.islower() and len(letters) < FEWEST_LOWER:
            return
    if letters.islower() and document.text[max(0, match.start() - 2) : match.start()].strip()[
        -1:
    ] in {":", "“", '"', "("}:
        return  # letters that the text speaks of
    sure = all(len(part) <= LONGEST for part in parts)
    fix = Fix.replace(*match.span(), " ".join(parts), safety=Safety.UNSAFE) if sure else None
    yield Finding(*match.span(), "letters of a word stand apart", fix)


def _stray_piece(document: Document, match: Match) -> Iterator[Finding]:
    """The finding on a word that lost its ligature to a piece between blanks."""
    text, (start, end) = document.text, match.span()
    if code_line(line_of(document, start)):
        return
    find = _expressions()
    piece = text[start + 1 : end - 1].strip()
    left = find["left"].search(text[max(0, start - 30) : start + 1])
    right = find["right"].match(text, end - 1, end + 30)
    if not left or not right or left[0].lower() in COMPOUNDS:
        return
    known = document.fact(words)
    first, last = left[0], right[0]
    whole, tail = (first + piece + last).lower(), piece + last
    begin = start + 1 - len(first)
    if whole in known:
        parts = begin, whole
    elif tail in known and last not in {"a", "i"}:
        parts, first = (start + 1 + text[start + 1 : end].index(piece), tail), ""
    elif len(piece) > 2 or (  # noqa: PLR2004 - no language has a word "ffi"
        document.language in PIECE_LANGUAGES and document.fact(pieces) >= MANY
    ):
        yield Finding(begin, end - 1 + len(last), f"word is split at “{piece}”")
        return
    else:
        return
    at, joined = parts
    joined = text[at] + joined[1:]
    fix = Fix.replace(at, end - 1 + len(last), joined, safety=Safety.UNSAFE)
    yield Finding(at, end - 1 + len(last), f"word is split at “{piece}”", fix)


def _cut(word: str, linkers: frozenset[str], known: set[str]) -> list[str] | None:
    """The words that a run-on word is made of, in the fewest parts; None if it is not."""
    best: list[list[str] | None] = [[]] + [None] * len(word)
    for end in range(1, len(word) + 1):
        for start in range(max(0, end - GLUED), end):
            head, part = best[start], word[start:end]
            if head is None:
                continue
            fits = part in linkers or part in known
            if fits and (best[end] is None or len(head) + 1 < len(best[end] or ())):
                best[end] = [*head, part]
    return best[-1]


def _run_on(document: Document, match: Match) -> Iterator[Finding]:
    """The finding on words without spaces, if the text has each of them elsewhere."""
    linkers = frozenset(LINKERS.get(document.language or "", "").split())
    text, (start, end) = document.text, match.span()
    around = text[max(0, start - 1) : start] + text[end : end + 1]
    if not linkers or any(sign in around for sign in MACHINE) or set(around) & set(".-’'"):
        return
    parts = _cut(match[0], linkers, _known_parts(document, match[0]))
    if not parts or len(parts) < 3 or linkers.isdisjoint(parts[1:-1]):  # noqa: PLR2004
        return
    fix = Fix.replace(start, end, " ".join(parts), safety=Safety.UNSAFE)
    yield Finding(start, end, "words without spaces between them", fix)


@rule(
    "TYP011",
    severity=Severity.WARNING,
    fix=Safety.UNSAFE,
    patterns=[
        (
            rf"(?<![\p{{L}}\p{{M}}\p{{N}}'’.,-])[\p{{Lu}}\p{{Ll}}](?:{BLANK}{{1,4}}[\p{{Lu}}\p{{Ll}}]){{4,60}}"
            r"(?![\p{L}\p{M}\p{N}'’.])"
        ),
        rf"\p{{L}}{BLANK}(?:{PIECES}){BLANK}\p{{Ll}}",
        rf"(?<![\p{{L}}\p{{M}}\p{{N}}])\p{{Ll}}{{{GLUED},60}}(?![\p{{L}}\p{{M}}\p{{N}}])",
    ],
    bad=[
        "⟦Q U E L Q U E S⟧ mots sur le pont.",
        "⟦C O N T E N T S⟧\n\nThe old bridge",
        "⟦T H E  B R I D G E⟧\n\nIt was closed on Monday.",
        Example("Er schrieb ⟦n i e m a l s⟧ von der Brücke.", "de"),
        Example("⟦О Г Л А В Л Е Н И Е⟧\n\nСтарый мост", "ru"),
        Example("It is ⟦di ffi cult⟧ to close.", "en"),
        Example("It is ⟦di ff cult⟧ to close the ⟦of fi ce⟧ of the town.", "en"),
        Example("Our ⟦of fi ce⟧ is closed. The office is old.", "en"),
        Example("We took the ⟦fi rst⟧ road; the first one was long.", "en"),
        Example(
            "The ⟦currentdirectionswithdepth⟧ change; current directions and depth vary.", "en"
        ),
    ],
    fixed=[
        "QUELQUES mots sur le pont.",
        "CONTENTS\n\nThe old bridge",
        "THE BRIDGE\n\nIt was closed on Monday.",
        "Er schrieb niemals von der Brücke.",
        "ОГЛАВЛЕНИЕ\n\nСтарый мост",
        "It is di ffi cult to close.",
        "It is di ff cult to close the of fi ce of the town.",
        "Our office is closed. The office is old.",
        "We took the first road; the first one was long.",
        "The current directions with depth change; current directions and depth vary.",
    ],
    good=[
        "The letters A B C D E F G and the keys q w e r t y u i o p.",
        "Answers: A C B D D A C B A. Notes: C D E F G A B. Vitamins A B C D E K.",
        "Solve for x y z u v w, with a b c d n m constant.",
        "The sequence A T G C C T A G T A is a gene.",
        "Chart: E F P T O Z L P E D",
        "Grades A A B A C; blood types A B O A B.",
        Example("Samohlásky a e i o u y a předložky k s v z o u.", "cs"),
        "The J R R T K initials; the U S A.",
        "See pp. 12 ff and p. 3 ff in the sci fi section with wi fi access.",
        Example("Ar putea fi adevărat, va fi bine, a fi sau a nu fi.", "ro"),
        Example("Er liest S. 12 ff und geht.", "de"),
        Example("Die donaudampfschifffahrtsgesellschaft ist alt.", "de"),
        Example("An antidisestablishmentarianism of electroencephalographically sort.", "en"),
        Example("Go to thisismywebsitewiththebridge.com with the bridge of my website.", "en"),
        "G G G G G, X O X O X O, N S E W N S",
    ],
)
def token_damage(document: Document, match: Match) -> Iterator[Finding]:
    """A word's letters stand apart, a word is split at a ligature, or words are run together.

    Left by PDF readers and by letter-spaced headings. Five or more single letters count where they
    could make a word, or do elsewhere in the text: alphabets, scales, keyboard rows, answer keys,
    initials, variables and sequences do not. Stray `fi`, `fl`, `ff`, `ffi`, `ffl` count where the
    text has the whole word, or several of them. A word of 23 letters and more counts only if it falls
    into a function word and words that the text has, and only in English and Romance languages,
    since German, Finnish and Turkish build such words. Where the joined word is not sure there is
    no fix.
    """
    found = match[0]
    if document.is_masked(*match.span()):
        return
    if not BLANKS & set(found):
        yield from _run_on(document, match)
    elif len(found.split()[1]) > 1:
        yield from _stray_piece(document, match)
    elif not code_line(line_of(document, match.start())):
        yield from _spaced_letters(document, match)
