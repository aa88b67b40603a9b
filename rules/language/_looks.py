"""What lines show of their language at first sight: its common words, its script, words of others."""

from collections.abc import Iterable

from textlint.api import script_of

LETTERS = 40
"""Letters that a paragraph must have: titles, names and slogans have fewer."""
SHORTEST = 20
"""Code points of a line that can hold so many, in a script where a character counts for two."""
PASSAGE = 250
"""Code points for which a line must show one common word or ending of its language, to be passed."""
SAMPLES, OWN_SAMPLES = 16, 5
"""Characters looked at in a line of a script that one language is written in, and how many must be its."""
WORDS = 2
"""Function words of other languages that a line must hold to be judged at all."""
OPENING = '“„"«‹「『‘('
"""What opens a quotation, or a bracket."""
SET_APART = "“„\"«‹「『‘'>|*—–―"
"""What opens a line that is a quotation, an item of a list, or a post."""
JUDGED = 4000
"""Code points of a line that are looked at."""
MASK = 0x7FFF
"""The bits of a number made of the letters of a word, by which most that are listed nowhere are known."""


class Language:
    """What tells the lines of a language from others.

    `script`: what it is written in; None where that may be two. `own`: its function words. `typical`: those
    that no other language of the script has. `others`: the function words of the others.
    """

    def __init__(
        self,
        code: str,
        script: str | None,
        common: tuple[str, ...],
        words: tuple[frozenset[str], frozenset[str]],
    ) -> None:
        own, others = words
        self.code, self.script, self.common = code, script, common
        self.own, self.typical, self.others = own, own - others, others - own
        self.marks = _marks(self.typical | self.others, 33)
        self.ends = _marks(common, 32)


def _marks(words: Iterable[str], factor: int) -> bytearray:
    """A byte that is set for each number of a word; with a factor of 32 its last three letters make it."""
    marks = bytearray(MASK + 1)
    for word in words:
        value = 0
        for char in word:
            value = (value * factor + ord(char)) & MASK
        marks[value] = 1
    return marks


def strange(texts: list[str], language: Language) -> list[int]:
    """The numbers of lines that may be in another language, and a negative one where others part them.

    What is no prose is left out: quotations, lists of names.
    """
    found: list[int] = []
    for at in range(len(texts)):
        text = texts[at]
        if len(text) < LETTERS and (
            len(text) < SHORTEST or not (found or (not text.isascii() and is_wide(text)))
        ):
            continue
        if is_own(text, language):
            if found and found[-1] >= 0:
                found.append(-1)
        elif may_differ(text, language) and text[0] not in SET_APART and not is_of_names(text):
            found.append(at)
    return found


def is_wide(text: str) -> bool:
    """Whether a line may hold characters that count for two letters."""
    for char in text:  # noqa: SIM110 - a generator is not compiled to a loop
        if "\u0e00" <= char < "\u2000" or char >= "\u2e80":
            return True
    return False


def is_own(text: str, language: Language) -> bool:
    """Whether a line shows at first sight that it is in the document's language."""
    if not language.own:
        return is_in_script(text, language)
    ends, common = language.ends, language.common
    missing, at, value = len(text), 0, 0
    for char in text:
        at += 1  # noqa: SIM113 - enumerate() makes a Python integer of each place
        value = (value * 32 + ord(char)) & MASK
        if ends[value]:
            for word in common:
                if at >= len(word) and text.startswith(word, at - len(word)):
                    missing -= PASSAGE
                    if missing <= 0:
                        return True
    return False


def may_differ(text: str, language: Language) -> bool:
    """Whether a line holds function words of another language, or is in another script."""
    if not language.own or not is_in_script(text, language):
        return True
    foreign: set[str] = set()
    typical: set[str] = set()
    marks, size = language.marks, len(text)
    at, start, value = 0, -1, 0
    for char in text:
        is_gap = _is_blank(char) or char in "'’"
        if not is_gap:
            if start < 0:
                start, value = at, 0
            value = (value * 33 + ord(char)) & MASK
        at += 1  # noqa: SIM113 - enumerate() makes a Python integer of each place
        if (is_gap or at == size) and start >= 0:
            if marks[value]:
                word = text[start : at - is_gap]
                if word in language.others:
                    foreign.add(word)
                elif word in language.typical:
                    typical.add(word)
            start = -1
    return len(foreign) >= WORDS and len(typical) < len(foreign)


def _is_blank(char: str) -> bool:
    """Whether a character is white space."""
    return char == " " or ((char < " " or char > "\x7f") and char.isspace())


def is_in_script(text: str, language: Language) -> bool:
    """Whether characters picked from a line are mostly of the script that the language is written in."""
    if text.isascii():
        return language.script == "Latin"
    code, own = language.code, 0
    for at in range(0, len(text), len(text) // SAMPLES or 1):
        char = text[at]
        if char.isalpha() or char > "\x7f":
            script = script_of(char)
            if script == language.script:
                own += 1
                if own == OWN_SAMPLES and code not in ("ja", "zh"):
                    return True
            elif script in ("Hiragana", "Katakana") and code in ("ja", "zh"):
                return code == "ja"
    return code == "zh" and own >= OWN_SAMPLES


def may_be_embedded(text: str) -> bool:
    """Whether anything of a line may be part of a post, an address, a reference or code.

    No line that `embedded` fits goes without what is looked for here: a sign, a digit where years and
    pages are, the end of "http", "www", "doi", "isbn" or "issn". "İıſ" stand for letters of ASCII there.
    """
    earlier = before = last = " "
    at = 0
    for char in text:
        if _is_sign(char, before, earlier) or (char == ")" and at > 2 and text[at - 3] == "("):  # noqa: PLR2004
            return True
        if char.isalpha() or char.isdecimal():
            last = char
        earlier = before
        before = char
        at += 1  # noqa: SIM113 - enumerate() makes a Python integer of each place
    return last.isdecimal() or text[:1] in ("-", "^", "•")


def _is_sign(char: str, before: str, earlier: str) -> bool:
    """Whether a character after two others may end what is looked for."""
    if char == ":":
        return before in "pPsS"
    if char == ".":
        return before in "wWcC"
    if char in "nN":
        return before in "bBsS" and earlier in "sS"
    if char in "iI":
        return before in "oO" and earlier in "dD"
    if char.isdecimal():
        return before in ".–" or (before == " " and earlier == ".")
    return char in "@{}<>=\\_|İıſ"


def may_quote(text: str) -> bool:
    """Whether a line holds what opens a quotation or a bracket."""
    for char in text:  # noqa: SIM110 - a generator is not compiled to a loop
        if char in OPENING:
            return True
    return False


def is_of_names(text: str) -> bool:
    """Whether more than half of the words at the start of a line, which are two or more, have a capital."""
    words = capitals = at = 0
    is_gap = True
    for char in text:
        if _is_blank(char):
            is_gap = True
        elif is_gap:
            is_gap = False
            words += 1
            if char.isupper():
                capitals += 1
        at += 1  # noqa: SIM113 - enumerate() makes a Python integer of each place
        if at == JUDGED:
            break
    return words > 1 and 2 * capitals > words
