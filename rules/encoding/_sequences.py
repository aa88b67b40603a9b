"""UTF-8 among the characters that its bytes were read as. Compiled where there is a compiler."""


def islands(text: str) -> str:
    """What of a text is beyond ASCII and stands in no ASCII alone: its parts, each behind a blank."""
    found: list[str] = []
    start = -1
    for at, char in enumerate(text):
        if char >= "\x80":
            if start < 0:
                start = at
        elif start >= 0:
            if at > start + 1:
                found.append(text[start:at])
            start = -1
    if 0 <= start < len(text) - 1:
        found.append(text[start:])
    return " ".join(found)


def may_remain(text: str) -> bool:
    """Whether two characters stand in a text with which the remainder of a sequence may begin."""
    earlier = before = "\n"
    for char in text:
        if before >= "\x80" and before in "âāβโв‚ðđÃÂãï":
            if "\x80" <= char <= "\x9f" or char in "€ЂÄŸŹź?\ufffd¬¢¦":
                return True
            inside = "a" <= earlier <= "z" or earlier in "äöü"
            if inside and before == "Ã" and "a" <= char <= "z":
                return True
        earlier, before = before, char
    return False


def sequences(text: str, byte_of: dict[int, int]) -> list[tuple[int, int]]:
    """Where complete UTF-8 sequences lie, in order and apart; code points, 2 to 6 each.

    `byte_of` gives the byte of a code point beyond ASCII. A surrogate pair, each half in three bytes
    (CESU-8), is one sequence.
    """
    found: list[tuple[int, int]] = []
    size = len(text)
    at = 0
    while at < size:
        length = _length(text, at, size, byte_of) if text[at] >= "\x80" else 0
        if length:
            found.append((at, at + length))
            at += length
        else:
            at += 1
    return found


def _length(text: str, at: int, size: int, byte_of: dict[int, int]) -> int:
    """How many characters the sequence at a place has; 0 where none begins."""
    lead = byte_of.get(ord(text[at]), 0)
    if not 0xC2 <= lead <= 0xF4:  # noqa: PLR2004 - the bytes that a sequence begins with
        return 0
    length = 2 if lead < 0xE0 else 3 if lead < 0xF0 else 4  # noqa: PLR2004
    if at + length > size:
        return 0
    if lead == 0xED and at + 6 <= size and _is_pair(text, at, byte_of):  # noqa: PLR2004
        return 6
    for place in range(at + 1, at + length):
        if not _is_byte(text[place], 0x80, 0xBF, byte_of):
            return 0
    return length


def _is_pair(text: str, at: int, byte_of: dict[int, int]) -> bool:
    """Whether both halves of a surrogate pair begin at a place: ED A0-AF 80-BF, ED B0-BF 80-BF."""
    return (
        _is_byte(text[at + 1], 0xA0, 0xAF, byte_of)
        and _is_byte(text[at + 2], 0x80, 0xBF, byte_of)
        and _is_byte(text[at + 3], 0xED, 0xED, byte_of)
        and _is_byte(text[at + 4], 0xB0, 0xBF, byte_of)
        and _is_byte(text[at + 5], 0x80, 0xBF, byte_of)
    )


def _is_byte(char: str, first: int, last: int, byte_of: dict[int, int]) -> bool:
    """Whether a character stands for a byte from `first` to `last`."""
    return first <= byte_of.get(ord(char), 0) <= last
