"""The capitalised words of a text: one walk over its characters."""

SHORTEST = 4
"""Letters that a name needs to be compared: below it most pairs one letter apart are different words."""


def capitalised(text: str) -> dict[str, int]:
    """The different capitalised words of four letters and more in order, and how often each is used.

    Latin, Greek and Cyrillic ones. A word beside a damaged letter is none: it may be half a word. An
    apostrophe is a part of Ukrainian and Belarusian ones.
    """
    found = dict[str, int]()
    end = 0
    ended = text + "\n"
    for at, ch in enumerate(text):
        # Bits tell the capitals of Latin-1: one test for blanks and small letters is a branch foreseen.
        if (ord(ch) & 0x60 == 0x40 or ch > "ÿ") and at >= end:
            end = _added(ended, at, ch, found)
    return found


def _added(text: str, at: int, ch: str, found: dict[str, int]) -> int:
    """Count the word that begins at `at`, if one does; where it ends, or what else has been read."""
    end = at + 1
    if not _is_capital(ch) or not _begins(text, at):
        return end
    ch = text[end]
    while "a" <= ch <= "z" or _is_letter(ch) or _is_inner(text, end):
        end += 1
        ch = text[end]
    if end - at >= SHORTEST and not _joins(ch):
        word = text[at:end]
        found[word] = found.get(word, 0) + 1
    return end


def places(text: str, word: str) -> list[int]:
    """Where each use of one of the words begins."""
    found = list[int]()
    size = len(word)
    text += "\n"
    at = text.find(word)
    while at >= 0:
        end = at + size
        if _begins(text, at) and not (_joins(text[end]) or _is_inner(text, end)):
            found.append(at)
        at = text.find(word, end)
    return found


def _begins(text: str, at: int) -> bool:
    """Whether no word goes on at `at`."""
    return at == 0 or not (_joins(text[at - 1]) or (at > 1 and _is_inner(text, at - 1)))


def _is_capital(ch: str) -> bool:
    """Whether a name can begin with the character."""
    if ch < "À":
        return "A" <= ch <= "Z"
    if ch > "ῼ" or ch in "×÷" or "ɏ" < ch < "Ά" or "Ϋ" < ch < "Ѐ" or "Я" < ch < "Ѡ":
        return False
    return (ch >= "Ḁ" or ch <= "ԯ") and not ch.islower()


def _is_letter(ch: str) -> bool:
    """Whether it is a letter of the three alphabets, or a combining mark."""
    if ch < "À":
        return "a" <= ch <= "z" or "A" <= ch <= "Z" or ch in "ªº"
    if ch <= "ԯ":
        return not ("ɏ" < ch < "\u0300" or "ͽ" < ch < "Ά" or ch in "×÷")
    return "Ḁ" <= ch <= "ῼ"


def _joins(ch: str) -> bool:
    """Whether a word goes on with the character, or may: letters, digits, marks, damaged bytes."""
    if ch <= "\x7f":
        return "a" <= ch <= "z" or "A" <= ch <= "Z" or "0" <= ch <= "9" or ch == "_"
    return ch.isalnum() or _is_letter(ch) or "\ud800" <= ch <= "\udfff" or ch == "\ufffd"


def _is_inner(text: str, at: int) -> bool:
    """Whether an apostrophe stands at `at` where Ukrainian writes one: П'ять."""
    return (
        text[at] in "'’ʼ"
        and "Ѐ" <= text[at - 1] <= "ӿ"
        and at + 1 < len(text)
        and text[at + 1] in "яюєїЯЮЄЇ"
    )
