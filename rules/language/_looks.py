"""What lines show of their language at first sight: its common words, its script, words of others."""

from textlint.api import script_of

LETTERS = 40
"""Letters that a paragraph must have: titles, names and slogans have fewer."""
SHORTEST = 20
"""Code points of a line that can hold so many, in a script where a character counts for two."""
PASSAGE = 250
"""Code points for which a line must show one common word of the document's language, to be passed."""
SAMPLES, OWN_SAMPLES = 16, 5
"""Characters looked at in a line of a script that one language is written in, and how many must be its."""
WORDS = 2
"""Function words of other languages that a line must hold to be judged at all."""
OPENING = '“„"«‹「『‘('
"""What opens a quotation, or a bracket."""
KANA = {"ja": True, "zh": False}
"""Whether a language that writes Han writes kana too."""


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


def may_hold_another(texts: list[str], language: Language) -> bool:
    """Whether any line may be in another language."""
    for text in texts:
        if (
            (len(text) >= LETTERS or (len(text) >= SHORTEST and is_wide(text)))
            and not is_own(text, language)
            and may_differ(text, language)
        ):
            return True
    return False


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
    missing = len(text)
    for word in language.common:
        at = text.find(word)
        if at >= 0 and missing <= PASSAGE:
            return True
        while at >= 0:
            missing -= PASSAGE
            if missing <= 0:
                return True
            at = text.find(word, at + len(word))
    return False


def may_differ(text: str, language: Language) -> bool:
    """Whether a line holds function words of another language, or is in another script."""
    if not language.own or not is_in_script(text, language):
        return True
    foreign = set[str]()
    words = text.replace("'", " ").replace("’", " ").split()
    for word in words:
        if word in language.others:
            foreign.add(word)
    return len(foreign) >= WORDS and len(language.typical.intersection(words)) < len(foreign)


def is_in_script(text: str, language: Language) -> bool:
    """Whether characters picked from a line are mostly of the script that the language is written in."""
    if text.isascii():
        return language.script == "Latin"
    picked: list[str | None] = []
    for at in range(0, len(text), len(text) // SAMPLES or 1):
        char = text[at]
        if char.isalpha() or char > "\x7f":
            picked.append(script_of(char))
    if language.code in KANA:
        kana = picked.count("Hiragana") + picked.count("Katakana")
        return kana > 0 if KANA[language.code] else not kana and picked.count("Han") >= OWN_SAMPLES
    return picked.count(language.script) >= OWN_SAMPLES


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


def is_of_names(text: str, share: float) -> bool:
    """Whether more than a share of a line's words, which are two or more, begin with a capital."""
    words = capitals = 0
    is_gap = True
    for char in text:
        if char.isspace():
            is_gap = True
        elif is_gap:
            is_gap = False
            words += 1
            if char.isupper():
                capitals += 1
    return words > 1 and capitals > share * words
