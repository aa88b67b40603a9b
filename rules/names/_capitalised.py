"""The capitalised words of a text: one walk over its characters."""

SHORTEST = 4
"""Letters that a name needs to be compared: below it most pairs one letter apart are different words."""


def capitalised(text: str) -> tuple[list[str], list[int]]:
    """Every use of a capitalised word of four letters and more, and where each begins, in order.

    Latin, Greek and Cyrillic ones. A word beside a damaged letter is none: it may be half a word. An
    apostrophe is a part of Ukrainian and Belarusian ones.
    """
    words, starts = list[str](), list[int]()
    start = -1
    text += "\n"  # ends the last word
    for at, ch in enumerate(text):
        if "a" <= ch <= "z":
            continue
        if start < 0:
            if ch >= "A" and _is_capital(ch) and not (at and _joins(text[at - 1])):
                start = at
        elif not (_is_letter(ch) or _is_inner(text, at)):
            if at - start >= SHORTEST and not _joins(ch):
                words.append(text[start:at])
                starts.append(start)
            start = -1
    return words, starts


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
