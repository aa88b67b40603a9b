"""What a line shows by itself, told character by character. Compiled, see `_signs.pxd`."""

ECHO = 200
"""Code points of a line that are compared with headings."""
CLOSERS = "\"'”’»)]›」』"
SENTENCE = ".!?。！？…؟।॥۔"
ENDS = {":": 2, "：": 2, ",": 3, ";": 3, "…": 4, "?": 5, "？": 5}
"""Levels of a line's end; 0 is none of them, 1 the end of a sentence."""


def masked(text: str) -> str:
    """A text with one 0 for each number."""
    parts: list[str] = []
    start = 0
    is_number = False
    for at, char in enumerate(text):
        if is_digit(char):
            if not is_number:
                parts.append(text[start:at])
            is_number = True
            start = at + 1
        else:
            is_number = False
    if not start:
        return text
    parts.append(text[start:])
    return "0".join(parts)


def tokens(text: str, least: int = 1) -> list[str]:
    """The words of a text in small letters, an apostrophe or hyphen within them; 0 for each number.

    No words, and no numbers, of fewer than `least` letters.
    """
    found: list[str] = []
    start = -1
    is_joint = is_number = is_curly = False
    for at, char in enumerate(text):
        if "a" <= char <= "z" or is_letter(char):
            if start < 0:
                start = at
            is_joint = is_number = False
        elif start >= 0 and not is_joint and char in "'’-":
            is_joint = True  # if a letter follows
            is_curly = is_curly or char == "’"
        else:
            if start >= 0 and at - is_joint - start >= least:
                found.append(text[start : at - is_joint])
            start, is_joint = -1, False
            if not is_digit(char):
                is_number = False
            elif not is_number and least <= 1:
                found.append("0")
                is_number = True
    if start >= 0 and len(text) - is_joint - start >= least:
        found.append(text[start : len(text) - is_joint])
    return [word.replace("’", "'") for word in found] if is_curly else found


def is_letter(char: str) -> bool:
    """Whether a character of a text in small letters is of its words."""
    if char < "\x80":
        return "a" <= char <= "z"
    return char.isalnum() and not char.isdecimal()


def is_digit(char: str) -> bool:
    """Whether a character is a digit of a number."""
    if char < "\x80":
        return "0" <= char <= "9"
    return char.isdecimal()


def is_unspaced(char: str) -> bool:
    """Whether a character is of a script without spaces."""
    if char < "\u3040":
        return (
            "\u0e00" <= char <= "\u0eff"
            or "\u1000" <= char <= "\u109f"
            or "\u1780" <= char <= "\u17ff"
        )
    return char <= "\u30ff" or "\u3400" <= char <= "\u4dbf" or "\u4e00" <= char <= "\u9fff"


def unspaced_letters(text: str) -> int:
    """How many characters of scripts without spaces a text has."""
    count = 0
    for char in text:
        if is_unspaced(char):
            count += 1
    return count


def unspaced_runs(text: str) -> int:
    """How many runs of such characters it has."""
    count = 0
    before = False
    for char in text:
        here = is_unspaced(char)
        if here and not before:
            count += 1
        before = here
    return count


def level(text: str) -> int:
    """The level of a line's end."""
    last = text[-1]
    if last == ".":
        return 4 if text.endswith("...") else 1
    if last in CLOSERS:
        last = text.rstrip(CLOSERS)[-1:]
    return ENDS.get(last) or int(last != "" and last in SENTENCE)


def digits(text: str) -> float:
    """The share of digits among a line's code points."""
    count = 0
    for char in text:
        if is_digit(char) or (char > "\x7f" and char.isdigit()):
            count += 1
    return count / len(text)


def separators(text: str) -> int:
    """How many bars, arrows and the like part a line, or dashes and strokes between blanks."""
    count = state = 0  # 1 after a blank, 2 after a dash that follows one
    for char in text:
        if char.isspace():
            if state == 2:  # noqa: PLR2004
                count += 1
                state = 0
            else:
                state = 1
        elif is_arrow(char):
            count += 1
            state = 0
        else:
            state = 2 if state == 1 and char in "/–—-" else 0
    return count


def is_arrow(char: str) -> bool:
    """Whether a character parts the items of a menu in a line."""
    return char in "|>" or (char > "\x7f" and char in "•·»›→▸▶｜／«‹←")


def capitals(text: str) -> float:
    """The share of a line's words that begin with a capital, -1 where there are none."""
    words, capital = 0, 0
    is_first = True
    for char in text:
        if char.isspace():
            is_first = True
        elif is_first:
            is_first = False
            if char.isalpha():
                words += 1
                if char.isupper():
                    capital += 1
    return capital / words if words else -1.0


def has_code(text: str) -> bool:
    """Whether a line has signs of a program: an equals sign, a brace, a call, a semicolon at its end."""
    is_call = False
    before = " "
    for char in text:
        if char in "={}" or (char == ")" and is_call):
            return True
        if char == "(":
            is_call = is_call or before.isalnum() or before == "_"
        elif is_call and char.isspace():
            is_call = False
        before = char
    return before == ";"


def contents_key(text: str) -> str:
    """A line as an entry of a table of contents and its heading are compared.

    Without the marks and the number that it begins with, and whatever stands between its words.
    """
    text = text[:ECHO].lower()
    parts: list[str] = []
    first = start = _after_number(text)
    is_gap = False
    for at, char in enumerate(text):
        if at < first:
            continue
        if is_alnum(char):
            is_gap = False
            continue
        if not is_gap:
            parts.append(text[start:at])
        is_gap = True
        start = at + 1
    parts.append(text[start:])
    return " ".join(parts)


def is_alnum(char: str) -> bool:
    """`char.isalnum()`, of small letters quickly."""
    return "a" <= char <= "z" or char.isalnum()


def _after_number(text: str) -> int:
    """Where a line's words begin, behind marks and a number with marks after it."""
    size = len(text)
    at = start = _after_marks(text, 0)
    while at < size and text[at].isdecimal():
        at += 1
    if start < at < size and (after := _after_marks(text, at)) > at:
        return after
    return start


def _after_marks(text: str, at: int) -> int:
    """Where what is no letter, digit or low line ends."""
    size = len(text)
    while at < size and not text[at].isalnum() and text[at] != "_":
        at += 1
    return at
