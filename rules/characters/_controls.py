"""What a control character stands for, judged by what stands around it."""

import functools

import msgspec

from textlint.api import BLANKS, Document, Edit, Safety, compile_regex, register_codecs

NAMES = {
    "\0": "NUL",
    "\x08": "backspace",
    "\x1a": "SUB: a lost character",
    "\x1b": "escape",
    "\x1e": "a word processor's no-break hyphen",
    "\x1f": "a word processor's soft hyphen",
    "\x7f": "delete",
}
HALVED = {"\x13": "–", "\x14": "—", "\x18": "‘", "\x19": "’", "\x1c": "“", "\x1d": "”"}
"""Characters U+2013 to U+201D without their upper byte."""
LIGATURES = frozenset("\x0e\x0f\x1b\x1c\x1d\x1e\x1f")
"""Codes of ff, fi, fl, ffi and ffl in the fonts of TeX; a PDF's text may hold them as they are."""
OPENING = frozenset("([{<«„“‘\"'—–-/>*_")
CLOSING = frozenset(".,;:!?)]}>»”’\"'—–-/…*_")
NEAR = 400
"""Code points within which a quotation mark looks for its mate, on its line."""
SUFFIXES = frozenset("s t d m re ve ll em er n cause til".split())
"""What follows an apostrophe inside a word, in English."""
PREFIXES = frozenset(
    "l d j m n s t c qu jusqu lorsqu puisqu quelqu aujourd dell nell all dall sull coll un quell "
    "bell sant o".split()
)
"""What precedes an apostrophe inside a word, in French, Italian and Irish names."""
LETTERS = {
    "ca": "àçèéíïòóúü",
    "cs": "áčďéěíňóřšťúůýž",
    "da": "æøåé",
    "de": "äöüß",
    "es": "áéíóúñü",
    "fi": "äöå",
    "fr": "àâæçéèêëîïôœùûü",
    "hu": "áéíóöőúüű",
    "it": "àèéìòù",
    "nb": "æøåé",
    "nl": "éëïöü",
    "pl": "ąćęłńóśźż",
    "pt": "áâãàçéêíóôõú",
    "sk": "áäčďéíĺľňóôŕšťúýž",
    "sl": "čšž",
    "sv": "åäöé",
    "tr": "çğıöşüâî",
}
"""The letters of a language beside a to z, in lower case."""
READINGS = ("cp1252", "mac_roman", "cp850")
"""What the bytes 80 to 9F were read as, on Windows, Mac and DOS; in this order."""
CODECS = (
    "latin-1",
    "sloppy-windows-1252",
    "sloppy-windows-1250",
    "sloppy-windows-1251",
    "sloppy-windows-1253",
    "sloppy-windows-1254",
    "iso8859_2",
    "iso8859_7",
    "iso8859_9",
    "iso8859_11",
)
"""One-byte encodings that UTF-8 is read in by mistake, and that leave control characters."""


STRUCK = "[^\x08](?:\x08[^\x08])*"
"""One letter with all that was printed over it."""


CYRILLIC = "sloppy-windows-1251"
"""Has a character for every byte but one: controls are not left as they are."""


class Repair(msgspec.Struct, frozen=True):
    """What is wrong, and the edit that repairs it, if there is one."""

    message: str
    edit: Edit | None
    safety: Safety = Safety.UNSAFE


def is_mojibake(text: str, at: int) -> bool:
    """Whether the character is one byte of a UTF-8 sequence that was read in a one-byte encoding."""
    first = max(0, at - 3)
    window = text[first : at + 4]
    for codec in CODECS:
        start = _sequence(_bytes(window, codec), at - first)
        if start >= 0:
            # A capital of another script may end a word before a quotation mark: "ΑΓΩΝΑΣ\x94".
            ends_word = window[start] > "\u024f" and text[max(0, first + start - 1)].isalpha()
            if not (ends_word and at - first - start == 1 and start + first > 0):
                return True
    return False


@functools.lru_cache(512)
def _bytes(window: str, codec: str) -> bytes:
    """The text in an encoding: C1 controls as they are, and 00 for what else it does not have."""
    byte_of = _byte_of(codec)
    return bytes([byte_of.get(char, 0) for char in window])


@functools.cache
def _byte_of(codec: str) -> dict[str, int]:
    """The byte of each character of an encoding, and of the C1 controls that it has no characters for."""
    register_codecs()
    controls = {} if codec == CYRILLIC else {chr(code): code for code in range(0x80, 0xA0)}
    chars = bytes(range(256)).decode(codec, "replace")
    return controls | {char: byte for byte, char in enumerate(chars) if char != "\ufffd"}


def _sequence(raw: bytes, at: int) -> int:
    """Where the multi-byte sequence of UTF-8 begins that a byte continues; -1 if it does not."""
    for start in range(max(0, at - 3), at):
        lead = raw[start]
        length = 2 if lead < 0xE0 else 3 if lead < 0xF0 else 4  # noqa: PLR2004
        if 0xC2 <= lead < 0xF5 and start + length > at:  # noqa: PLR2004
            try:
                char = raw[start : start + length].decode("utf-8")
            except UnicodeDecodeError:
                continue
            if len(char) == 1:
                return start
    return -1


def dropped(text: str, start: int, end: int) -> Edit:
    """Delete [start, end), with the blank that would be one too many."""
    left = start == 0 or text[start - 1] in BLANKS or text[start - 1] == "\n"
    right = end == len(text) or text[end] in BLANKS or text[end] in "\r\n"
    if left and right and start and text[start - 1] in BLANKS:
        return Edit(start - 1, end)
    if left and right and end < len(text) and text[end] in BLANKS:
        return Edit(start, end + 1)
    return Edit(start, end)


def overstruck(text: str, start: int, end: int) -> Repair:
    """The letters that are left where bold and underline were printed by going back."""
    letters = []
    for unit in compile_regex(STRUCK).findall(text, start, end):
        chars = set(unit) - {"\x08"}
        plain = chars - {"_"} or chars
        if len(plain) > 1:
            return Repair("backspace: two characters printed over each other", None)
        letters.append(plain.pop())
    edit = Edit(start, end, "".join(letters))
    return Repair(
        "letters printed twice, with backspaces, for bold or underline", edit, Safety.SAFE
    )


def repair_c0(text: str, start: int, end: int) -> Repair:
    """A run of C0 controls: deleted, or the punctuation mark that it was."""
    run = text[start:end]
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    inside = before.isalnum() and after.isalnum()
    woven = "\0" in {text[start - 2 : start - 1], text[end + 1 : end + 2]}
    if run in HALVED and fits(text, start, end, HALVED[run]):
        message = f"control character U+{ord(run):04X}: “{HALVED[run]}” that lost a byte"
        return Repair(message, Edit(start, end, HALVED[run]), Safety.SAFE)
    message = _message(run)
    if "\x1a" in run and (before.isalpha() or after.isalpha()):
        return Repair(message, None)
    if inside and run == "\x1e":
        return Repair(message, Edit(start, end, "-"))
    if inside and not LIGATURES.isdisjoint(run) and run != "\x1f":
        return Repair(message, None)
    if inside and run in HALVED:
        return Repair(message, Edit(start, end, HALVED[run]))
    # A NUL may have parted two words, unless it is every second byte of UTF-16.
    parted = inside and (run == "\x1f" or ("\0" in run and not woven))
    safety = Safety.UNSAFE if parted else Safety.SAFE
    return Repair(message, dropped(text, start, end), safety)


def _message(run: str) -> str:
    """What a run of control characters is called."""
    code = f"U+{ord(run[0]):04X}"
    if set(run) != {run[0]}:
        return f"{len(run)} control characters, {code} first"
    name = f" ({NAMES[run[0]]})" if run[0] in NAMES else ""
    number = f"{len(run)} times " if len(run) > 1 else ""
    return f"control character {number}{code}{name}"


def decode_c1(document: Document, start: int, end: int) -> Repair:
    """A run of C1 controls: the marks and letters that these bytes are in Windows-1252, Mac or DOS."""
    text = document.text
    run = text[start:end]
    marks = run.encode("latin-1").decode("cp1252", "replace")
    message = _message(run)
    is_marks = "\ufffd" not in marks and not any(map(str.isalpha, marks))
    if is_marks and all(fits(text, start, end, mark) for mark in marks):
        message += f": “{marks}” of Windows-1252"
        return Repair(message, Edit(start, end, marks), Safety.SAFE)
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    if any("\xa0" <= char <= "\xff" for char in (before, after)):
        return Repair(f"{message} in damaged text", None)
    if len(run) == 1 and (before.isalpha() or after.isalpha()):
        letter = _letter(document, run, before)
        if letter:
            return Repair(f"{message}: perhaps “{letter}”", Edit(start, end, letter))
        # Latin letters of Mac and DOS are no choice beside another script's, nor without a word.
        own = before if before.isalpha() else after
        if marks.isupper() and before.islower():
            return Repair(message, None)
        if before.isalpha() and after.isalpha() and ord(own) < 0x250:  # noqa: PLR2004
            apostrophe = marks == "’" and document.language in {None, "en"}
            return Repair(message, Edit(start, end, marks) if apostrophe else None)
    if "\ufffd" in marks:
        return Repair(message, None)
    return Repair(f"{message}: “{marks}” of Windows-1252", Edit(start, end, marks))


def _letter(document: Document, char: str, before: str) -> str | None:
    """The letter of the document's language that the byte is in one of READINGS, if only one is."""
    own = LETTERS.get(document.language or "", "")
    if not own and char.encode("latin-1").decode("cp1252", "replace").isalpha():
        own = "".join(LETTERS.values())
    found = []
    for codec in READINGS:
        letter = char.encode("latin-1").decode(codec, "replace")
        fitting = not (before.islower() and letter.isupper())
        if letter.lower() in own and letter.isalpha() and fitting and letter not in found:
            found.append(letter)
    return found[0] if len(found) == 1 else None


def fits(text: str, start: int, end: int, mark: str) -> bool:
    """Whether a punctuation mark at [start, end) would stand in a place that asks for it."""
    before = text[start - 1] if start else "\n"
    after = text[end] if end < len(text) else "\n"
    line_start = max(text.rfind("\n", max(0, start - NEAR), start) + 1, start - NEAR, 0)
    line_end = text.find("\n", end, end + NEAR)
    left = text[line_start:start]
    right = text[end : line_end if line_end >= 0 else end + NEAR]
    opens = (before.isspace() or before in OPENING) and not after.isspace()
    closes = not before.isspace() and (after.isspace() or after in CLOSING)
    if mark == "’":
        return _apostrophe(left, right) or (closes and _has(left, "‘‚"))
    if mark == "‘":
        return (opens and _has(right, "’")) or (closes and _has(left, "‚"))
    if mark == "“":
        return (opens and (after.isalnum() or after in OPENING)) or (closes and _has(left, "„"))
    if mark == "”":
        return closes and (not before.isalpha() or _has(left, "“„”"))
    if mark in "„‚":
        return opens and _has(right, "“”" if mark == "„" else "‘’")
    if mark in "–—":
        apart = before in " \n\u00a0" and after in " \n\u00a0"
        return apart or (before.isdigit() and after.isdigit()) or before in "”“\"'»)"
    if mark == "€":
        return (
            before.isdigit()
            or after.isdigit()
            or left[-2:-1].isdigit()
            or (after == " " and right[1:2].isdigit())
        )
    return mark == "•" and before.isspace() and after.isspace()


def _has(context: str, marks: str) -> bool:
    """Whether a mark stands in the text, as itself or as the control character that became of it."""
    halved = {char: code for code, char in HALVED.items()}
    for mark in marks:
        forms = mark + mark.encode("cp1252").decode("latin-1") + halved.get(mark, "")
        if any(form in context for form in forms):
            return True
    return False


def _apostrophe(left: str, right: str) -> bool:
    """Whether an apostrophe between two texts makes a contraction, an elision or a possessive."""
    before = _letters(left[::-1])[::-1].lower()
    after = _letters(right).lower()
    if before and after:
        return after in SUFFIXES or before in PREFIXES
    if after or not right[:1].isdigit():
        return bool(before) and before.endswith("s") and not after
    return not before and left[-1:].isspace()  # ’90s


def _letters(text: str) -> str:
    """The letters that a text starts with, at most 20."""
    length = next((i for i, char in enumerate(text[:20]) if not char.isalpha()), len(text[:20]))
    return text[:length]
