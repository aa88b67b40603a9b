"""UTF-8 read as an East Asian encoding, and the strings that such readings are known by."""

import unicodedata
from collections.abc import Iterator

from textlint.api import compile_regex

from ._bytes import Misread
from ._plausible import PUNCTUATION

SIGNATURES = (
    ("(?:锟斤拷)+(?:锟斤?)?|锟斤", "replacement characters read as GBK"),
    ("(?:嚙踝蕭)+(?:嚙踐?)?", "replacement characters read as Big5"),
    ("(?:占쏙옙)+", "replacement characters read as EUC-KR"),
    ("(?:[・\ufffd]ｿｽ)+", "replacement characters read as Shift-JIS"),
    ("烫{3,}|屯{3,}", "unused memory read as GBK"),
    ("^锘[縤縞緻�]?", "a byte order mark read as GBK"),
)
"""Strings that hold no text any more, by what they were."""
SIGNATURE = "锟斤|嚙踝|占쏙옙|[・\ufffd]ｿｽ|烫烫烫|屯屯屯|^锘"
GBK_LATIN = (
    "脿谩芒茫盲氓忙莽猫茅锚毛矛铆卯茂帽貌贸么玫枚酶霉煤没眉媒脽脌脕脗脛脜脝脟"
    "脠脡脢脥脦脩脫脭脰脴脷脺"
)
EUC_KR_LATIN = (
    "횪찼창찾채책챈챌챔챕챗챘챙챠챤챦챰챵처척천철첩첫첬청체첵횩횁횂횆횇횈횉횊횋횎횒횓횗횙횚횜횠횣횥"
)
BIG5_LATIN = "獺璽瓊瓣疇疆癟癡矇礙禱穫穩簾簿簽簷籀繫繭繹繪羅繳羶羹羸"
"""What the two bytes of an accented letter in UTF-8 are in these encodings, in no order."""
GBK_CYRILLIC = "邪斜胁谐写械卸蟹懈泄泻谢屑薪芯锌褉褋褌褍褎褏褑褔褕褖褗褘褜褝褞褟"
"""Small letters; capitals are among common Chinese characters (小, 校, 笑)."""
GBK_GREEK = "维苇萎委伟伪尾纬未蔚味畏胃喂魏位渭谓尉慰蟺蟻蟼蟽蟿蠀蠁蠂蠄蠅蠆蠇蠈蠉蠋"
INSIDE = "[A-Za-z][{}][a-z]"
TRIGGERS = {
    "gb18030": (
        "鈥|馃|[銆锛銇銈銉鐨鏄鍦涓鞚雼靹霃鞏鞎丕賱]|[讛讜讬讘讗][讗讘讙讚讛讜讝讞讟讬诇诐诪谞住注驻转专砖]{2}"
        "|[喔喙啶啷]..?[喔喙啶啷]|[A-Za-z]峄"
        f"|[{GBK_CYRILLIC}]{{3}}|[{GBK_GREEK}]{{4}}|{INSIDE.format(GBK_LATIN)}"
    ),
    "cp932": "[縺繧繝縲窶]|[ﾃﾐﾎ][｡-ｿ]",
    "cp949": rf"{INSIDE.format(EUC_KR_LATIN)}|(?:[?\ufffd][가-힣㐀-鿿]{{1,3}}){{3}}",
    "big5": INSIDE.format(BIG5_LATIN),
}
"""What an encoding makes of frequent UTF-8 sequences, and hardly any text in it has."""
NAMES = {"gb18030": "GBK", "cp932": "Shift-JIS", "cp949": "EUC-KR", "big5": "Big5"}
MOST = 2_000
"""Code points of a run that are looked at on each side; a run that was refused is not read again for the
next half of them, so that a long one takes time with its length alone."""
LOST = "?\ufffd"
"""What stands for a lost byte."""
KEPT = 0.5
"""Share of the bytes of a lossy run that must still be whole characters of UTF-8."""
LOST_SYLLABLES = 2
"""Syllables beyond KS X 1001 among lost characters that no Korean text has: half of all UTF-8 Korean
read as EUC-KR is such, and what is left of it holds no whole character."""
LONGEST_MARK = 4
"""Characters of a typographic mark and what it was read with, where a byte of it is lost."""
MARGIN = 60
"""Code points on each side of a run that must be Latin text where it makes a letter of a word."""
LATIN = 0.8
"""Share of Latin letters in them."""
SHORTEST = 2
"""Latin letters of the word besides."""
FEWEST = 2
"""Characters beyond ASCII that a lossy run must still give."""


def eastern_runs(text: str) -> Iterator[Misread]:
    """The runs of a text that are UTF-8 read as GBK, Shift-JIS, Big5 or EUC-KR; and the signatures."""
    if compile_regex(SIGNATURE).search(text):
        for source, name in SIGNATURES:
            for hit in compile_regex(source).finditer(text):
                yield Misread(hit.start(), hit.end(), None, name, "")
    for codec, source in TRIGGERS.items():
        last = refused = 0
        for hit in compile_regex(source).finditer(text):
            at = hit.start()
            is_alone = codec == "cp949" and text[at] in LOST
            if at < last or (at < refused and not is_alone):
                continue
            start, end = hit.span() if is_alone else _extent(text, at, last)
            if found := _read(text, start, end, codec):
                last = found.end
                yield found
            elif not is_alone:
                refused = min(end, at + MOST // 2)


def _extent(text: str, at: int, floor: int) -> tuple[int, int]:
    """The run of characters beyond ASCII around a place, no further back than `floor`."""
    while text[at].isascii() and text[at] != "?":
        at += 1
    start, end = at, at
    while start > max(floor, at - MOST) and _belongs(text[start - 1]):
        start -= 1
    while end < min(len(text), at + MOST) and _belongs(text[end]):
        end += 1
    return start, end


def _read(text: str, start: int, end: int, codec: str) -> Misread | None:
    """The run [start, end) as UTF-8, None where it is none."""
    run = text[start:end]
    try:
        raw = run.encode(codec)
    except UnicodeEncodeError:
        return _lossy(text, start, end, codec)
    try:
        decoded = raw.decode("utf-8")
    except UnicodeDecodeError:
        return _lossy(text, start, end, codec)
    beyond = sum(not char.isascii() for char in decoded)
    if not beyond or not all(map(_is_text, decoded)) or decoded.isascii():
        return None
    if codec in ("cp949", "big5") and not _is_inside_latin(text, start, end):
        return None
    if (
        "鈥" not in run
        and "窶" not in run
        and beyond < FEWEST
        and not _is_inside_latin(text, start, end)
    ):
        return None
    return Misread(start, end, decoded, "UTF-8", NAMES[codec])


def _lossy(text: str, start: int, end: int, codec: str) -> Misread | None:
    """A run of which bytes are lost: known by what most of the rest says."""
    while end < len(text) and text[end] in f"{LOST}・":
        end += 1
    run = text[start:end]
    if run[0] in "鈥窶" and 1 < len(run) <= LONGEST_MARK:
        return Misread(start, end, None, "UTF-8", NAMES[codec])
    raw = run.encode(codec, "replace")
    decoded = raw.decode("utf-8", "replace")
    kept = [char for char in decoded if not char.isascii() and char != "\ufffd"]
    if codec == "cp949" and sum(map(_is_beyond_ksx1001, run)) >= LOST_SYLLABLES:
        return Misread(start, end, None, "UTF-8", NAMES[codec])
    if len(kept) < FEWEST or len("".join(kept).encode()) < KEPT * len(raw):
        return None
    if not all(map(_is_text, kept)):
        return None
    return Misread(start, end, None, "UTF-8", NAMES[codec])


def _is_beyond_ksx1001(char: str) -> bool:
    """Whether a character is a Hangul syllable that the Korean standard leaves out."""
    if not "가" <= char <= "힣":
        return False
    try:
        char.encode("euc_kr")
    except UnicodeEncodeError:
        return True
    return False


def _belongs(char: str) -> bool:
    """Whether a character can be part of a run: everything beyond ASCII that is no blank."""
    return not char.isascii() and not char.isspace()


def _is_text(char: str) -> bool:
    """Whether a decoded character is one that texts have."""
    if char.isascii():
        return char.isprintable()
    return char in PUNCTUATION or unicodedata.category(char)[0] in "LMNPS"


def _is_inside_latin(text: str, start: int, end: int) -> bool:
    """Whether the run is in a word of Latin letters, in a text of them."""
    word = compile_regex("[A-Za-z]*$").search(text, max(0, start - MARGIN), start)
    rest = compile_regex("[A-Za-z]*").match(text, end)
    if not word or not rest or not word.group() or len(word.group() + rest.group()) < SHORTEST:
        return False
    around = (text[max(0, start - MARGIN) : start] + text[end : end + MARGIN]).replace("\n", " ")
    letters = [char.isascii() for char in around if char.isalpha()]
    return sum(letters) >= LATIN * len(letters)
