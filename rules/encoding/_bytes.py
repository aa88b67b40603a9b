"""Texts of old encodings read as another single-byte encoding: tried one by one on each run of text."""

import functools
import re
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

import msgspec

from textlint.api import Match, compile_regex

from ._plausible import PUNCTUATION, Evidence, evidence, is_known, is_well_cased

if TYPE_CHECKING:
    import regex

HIGH = "\u0080-\u00ffŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™"
"""What the bytes 80 to FF become in Windows-1252 and in Latin-1."""
STRICT = rf"[{HIGH}](?:[ -@\[-`{{-~]{{0,12}}[{HIGH}]+)*"
"""A run with no ASCII letter in it: of an encoding that writes no letter with ASCII bytes."""
LOOSE = rf"[{HIGH}](?:[ -~]?[{HIGH}]+)*[@-~]?"
"""A run of Big5, Shift-JIS or GBK, where every second byte may be an ASCII one."""
CENTRAL = "\u0080-\u00ff\u0100-\u017fŒœˆ˜ˇ˘˙˛˝–—‘’‚“”„†‡•…‰‹›€™"
"""What the bytes 80 to FF become in Windows-1250."""
MIDDLE = rf"[{CENTRAL}](?:[ -@\[-`{{-~]{{0,12}}[{CENTRAL}]+)*"
"""A run like STRICT in Windows-1250."""
DENSE = r"[\u00a1-\u017f]{4}|(?:[‚ƒ\u0082\u0083][^\s]){3}"
"""What no Latin text has: four of these in a row, or the lead bytes of kana in Shift-JIS."""
MIXED = (
    r"[А-Яа-яЁё][А-ЯЁ]{3}|[а-яё][А-ЯЁ]|[\u0400-\u045f][®¤¬¦§][\u0400-\u045f®]|[А-Я][\u2550-\u256c]{1,3}[А-Я]"
    r"|[\u2550-\u256c][р-яЁЄ]{2}"
)
"""What Cyrillic text seldom has: capitals after a small letter or in a row, signs between letters."""
LONGEST_TRIGGER = 6
"""Code points of a match of DENSE or MIXED at most."""
CYRILLIC_HIGH = (
    "\u0400-\u045f\u0490\u0491\u00a0\u00ad©®¤¦§¬«»°±¶·№€™†‡•…‰‹›„“”‘’‚–—µ÷²£√∙■≈≤≥≠∞⌠⌡¦"
    "\u2500-\u256c\u2580-\u2593"
)
"""What Cyrillic encodings make of the bytes 80 to FF."""
CROSSED = rf"[{CYRILLIC_HIGH}](?:[ -@\[-`{{-~]{{0,12}}[{CYRILLIC_HIGH}]+)*"
LETTERS_OF = {
    "Cyrillic": r"[\u0410-\u044fЁёЂ-Џђ-џҐґ]",
    "Greek": r"[\u0370-\u03ff]",
    "Hebrew": r"[\u05b0-\u05ea]",
    "Arabic": r"[\u0621-\u065f\u067e\u0686\u0698\u06af]",
    "Thai": r"[\u0e01-\u0e5b]",
    "CJK": r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]",
}
LEAST = 6.0
"""Bits that a decoded run must have: three common Chinese characters, or a word of five letters ..."""
LEAST_MEAN = 0.4
"""... and bits a letter: right readings of sentences have 0.9 and more, wrong ones less than 0."""
UTF8 = 0.6
"""Share of the bytes beyond ASCII in whole characters of UTF-8 that makes a run UTF-8."""
SEQUENCE = b"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
"""A character of UTF-8 beyond ASCII; half of a surrogate pair counts as one."""
PAIR = 2
"""Letters on both sides of the end of a run."""
FEWEST = 6
"""Accented letters of a run from which it shows whether it is UTF-8."""
SHORTEST = 2
"""Letters of its script that a decoded run must have."""
DISTINCT = 3
"""Different letters that a run must have: "Ñññññ" and "½¼½¼" mean something else."""
LEAD = 4.0
"""Bits by which a reading must lead the next one for its text to be given as the fix."""
STANDS = 0.5
"""Bits a letter from which a Cyrillic run is left alone: sentences have 0.9 and more."""
CROSSED_LEAD = 16.0
"""Bits by which another reading of a Cyrillic run must lead what stands there: capitals of an
abbreviation (МГИМО) lose by chance, words of five letters win by 20 and more."""
CHANGED = 0.6
"""Share of the letters that another Cyrillic reading must change: related encodings share half."""
SHORTEST_CROSSED = 24
"""Letters that a Cyrillic run must have, unless a word in it is a common one: of random acronyms of 4
to 6 letters, 5 in 100 are nearer to a word in another reading (ГЕРБ, зетв), and 2 in 100 lists of four."""
SIGN_INSIDE = r"\p{L}[§°¦©®«»№·]\p{L}"
"""What no repaired text has."""
MOST = 600
"""Code points of a run that are judged, and repaired, together."""
CUT = MOST - 10
"""Code points from which a run may have been cut."""
NEAR = 300
"""Code points before a hit in which its run is looked for."""
REMEMBERED = 10_000
"""Words that gave nothing and are not judged again in the same text."""
WORD_LIKE = r"[^\sA-Za-z]*"
"""What is taken for a misread word: no blank, no ASCII letter."""
WORD = 40
"""Code points of a word on each side of a hit."""


class Reading(msgspec.Struct, frozen=True):
    """An encoding that bytes may truly be in, its name for readers, its script and languages."""

    codec: str
    name: str
    script: str
    languages: tuple[str, ...]
    loose: bool = False


READINGS = (
    Reading("cp1251", "Windows-1251", "Cyrillic", ("ru", "uk", "bg")),
    Reading("koi8-r", "KOI8-R", "Cyrillic", ("ru",)),
    Reading("koi8-u", "KOI8-U", "Cyrillic", ("uk",)),
    Reading("cp866", "CP866", "Cyrillic", ("ru",)),
    Reading("iso8859-5", "ISO 8859-5", "Cyrillic", ("ru", "uk", "bg")),
    Reading("mac-cyrillic", "MacCyrillic", "Cyrillic", ("ru", "uk", "bg")),
    Reading("cp1253", "Windows-1253", "Greek", ("el",)),
    Reading("iso8859-7", "ISO 8859-7", "Greek", ("el",)),
    Reading("cp1255", "Windows-1255", "Hebrew", ("he",)),
    Reading("cp1256", "Windows-1256", "Arabic", ("ar",)),
    Reading("iso8859-6", "ISO 8859-6", "Arabic", ("ar",)),
    Reading("cp874", "Windows-874", "Thai", ("th",)),
    Reading("cp949", "EUC-KR", "CJK", ("ko",)),
    Reading("gb18030", "GBK", "CJK", ("zh",)),
    Reading("euc_jp", "EUC-JP", "CJK", ("ja",)),
    Reading("big5", "Big5", "CJK", ("tw",), loose=True),
    Reading("cp932", "Shift-JIS", "CJK", ("ja",), loose=True),
    Reading("gb18030", "GBK", "CJK", ("zh",), loose=True),
)


class Misread(msgspec.Struct, frozen=True):
    """A run [start, end) that is misread, what it says (None if not certain), and in which encoding."""

    start: int
    end: int
    repaired: str | None
    reading: str
    seen_as: str


def dense_runs(text: str, hits: Iterable[Match]) -> Iterator[Misread]:
    """The runs of a text that are another encoding's bytes read as Windows-1252 or Latin-1.

    `hits` are the matches of a pattern that has DENSE (in `crossed_runs`: MIXED) as an alternative.
    """
    return _runs(text, _within(hits, DENSE), (MIDDLE, STRICT, LOOSE), _dense)


def crossed_runs(text: str, hits: Iterable[Match]) -> Iterator[Misread]:
    """The runs of a text that are one Cyrillic encoding read as another."""
    return _runs(text, _within(hits, MIXED), (CROSSED,), _cross)


def _within(hits: Iterable[Match], trigger: str) -> Iterator[Match]:
    """The matches of an alternative: each begins in a match of the whole, where else is none."""
    expression, done = compile_regex(trigger), 0
    for hit in hits:
        at = max(done, hit.start())
        while at < hit.end() and (
            found := expression.search(hit.string, at, hit.end() + LONGEST_TRIGGER)
        ):
            if found.start() >= hit.end():
                break
            yield found
            done = at = found.end()


def _runs(
    text: str,
    hits: Iterable[Match],
    shapes: tuple[str, ...],
    read: Callable[[str, int, int, str], Misread | None],
) -> Iterator[Misread]:
    """What `read` makes of the run around each hit of the trigger, or else of the word it is in.

    A run is judged once however many hits it holds, so that long texts take linear time.
    """
    done = 0
    judged = dict.fromkeys(shapes, 0)
    refused: set[str] = set()
    for hit in hits:
        if (at := hit.start()) < done:
            continue
        found = None
        for shape in shapes:
            if at >= judged[shape]:
                start, end = _around(text, at, done, shape)
                judged[shape] = end
                found = read(text, start, end, shape)
            word_start, word_end = _word(text, at, done)
            if found is None and (word := text[word_start:word_end] + shape) not in refused:
                found = read(text, word_start, word_end, shape)
                if found is None and len(refused) < REMEMBERED:
                    refused.add(word)
            if found and found.start < found.end:
                done = found.end
                yield found
                break


def _cross(text: str, start: int, end: int, _shape: str) -> Misread | None:
    """The reading of a Cyrillic run that has much more evidence than the run as it stands."""
    run = text[start:end]
    if len({*filter(str.isalpha, run)}) < DISTINCT:
        return None
    languages = ("ru", "uk", "bg")
    standing = max(evidence(run, language) for language in languages)
    if standing.mean > STANDS:
        return None
    best: tuple[float, Reading, str, str] | None = None
    for seen_as in ("Windows-1251", "KOI8-R", "CP866", "ISO 8859-5", "MacCyrillic"):
        raw = encoded(run, seen_as)
        if raw and _is_utf8(raw):
            return None
        for reading in READINGS if raw else ():
            if reading.script != "Cyrillic" or reading.name == seen_as:
                continue
            decoded = decode(raw or b"", reading.codec)
            if decoded is None or not _is_of(decoded, reading.script):
                continue
            gain = max(evidence(decoded, language) for language in reading.languages)
            if gain.mean >= LEAST_MEAN and (best is None or gain.bits > best[0]):
                best = gain.bits, reading, decoded, seen_as
    if best is None or best[0] < LEAST or best[0] - standing.bits < CROSSED_LEAD:
        return None
    _, reading, decoded, seen_as = best
    same = next((i for i, c in enumerate(decoded) if c != run[i]), 0)
    tail = next((i for i, c in enumerate(reversed(decoded)) if c != run[-1 - i]), 0)
    repaired = decoded[same : len(decoded) - tail]
    letters = sum(map(str.isalpha, decoded))
    changed = sum(a != b for a, b in zip(run, decoded, strict=True) if b.isalpha())
    if (
        changed < CHANGED * letters
        or (letters < SHORTEST_CROSSED and not is_known(decoded, reading.languages))
        or compile_regex(SIGN_INSIDE).search(repaired)
    ):
        return None
    return Misread(start + same, end - tail, repaired, reading.name, seen_as)


def _around(text: str, at: int, floor: int, shape: str) -> tuple[int, int]:
    """The run that holds the code point `at`, which does not begin before `floor`."""
    head = compile_regex(f"(?r){shape}").match(text, max(floor, at - NEAR), at + 1)
    tail = compile_regex(shape).match(text, at, at + MOST)
    return _trim(text, head.start() if head else at, tail.end() if tail else at + 1, at)


def _trim(text: str, start: int, end: int, at: int) -> tuple[int, int]:
    """The run without the accented ends of Latin words that it touches."""
    if start and text[start - 1].isascii() and text[start - 1].isalpha():
        blank = text.find(" ", start, at)
        start = blank + 1 if blank >= 0 else start
    if text[end : end + 1].isascii() and text[end : end + 1].isalpha():
        blank = text.rfind(" ", at, end)
        end = blank if blank >= 0 else end
    return start, end


def _word(text: str, at: int, floor: int) -> tuple[int, int]:
    """The stretch without a blank around `at`, without the ASCII letters at its ends."""
    head = compile_regex(f"(?r){WORD_LIKE}").match(text, max(floor, at - WORD), at)
    tail = compile_regex(WORD_LIKE).match(text, at, at + WORD)
    return (head.start() if head else at), (tail.end() if tail else at)


def _dense(  # noqa: C901, PLR0912 - one reading after the other
    text: str, start: int, end: int, shape: str
) -> Misread | None:
    """The reading of a run that has most evidence, if it is enough."""
    seen_as, loose = "Windows-1252", shape == LOOSE
    run = text[start:end]
    if shape == MIDDLE:
        seen_as = "Windows-1250"
        if encoded(run, "Windows-1252") is not None:
            return None
    elif _goes_on(text, start, end):
        return None
    raw = encoded(run, seen_as)
    if raw is None or len({*filter(str.isalpha, run)}) < DISTINCT or _is_utf8(raw):
        return None
    best: tuple[Evidence, Reading, str] | None = None
    second = 0.0
    for reading in READINGS:
        if reading.loose != loose:
            continue
        decoded = decode(raw, reading.codec)
        if decoded is None and len(run) > CUT:  # in the middle of a character, perhaps
            decoded = decode(raw[:-1], reading.codec)
        if decoded is None or not _is_of(decoded, reading.script):
            continue
        gain = max(evidence(decoded, language) for language in reading.languages)
        if best is None or gain > best[0]:
            if best and best[2] != decoded:
                second = best[0].bits
            best = gain, reading, decoded
        elif decoded != best[2]:
            second = max(second, gain.bits)
    if best is None or best[0].bits < LEAST or best[0].mean < LEAST_MEAN:
        return None
    gain, reading, decoded = best
    end -= decode(raw, reading.codec) is None
    run = text[start:end]
    full = decoded if gain.bits - second >= LEAD else None
    if full and not loose and len(full) == len(run):
        same = next((i for i, c in enumerate(full) if c != run[i]), 0)
        tail = next((i for i, c in enumerate(reversed(full)) if c != run[-1 - i]), 0)
        start, end, full = start + same, end - tail, full[same : len(full) - tail]
    return Misread(start, end, full, reading.name, seen_as)


def _goes_on(text: str, start: int, end: int) -> bool:
    """Whether a run is a fragment of a word that goes on with letters of another encoding."""
    beside = (text[start - 1 : start] + text[start : start + 1], text[end - 1 : end + 1])
    outside = (text[start - 1 : start], text[end : end + 1])
    return any(
        pair.isalpha() and len(pair) == PAIR and "\u0100" <= char < "\u0180"
        for pair, char in zip(beside, outside, strict=True)
    )


def _is_utf8(raw: bytes) -> bool:
    """Whether the bytes are UTF-8, but for a few that are lost: that is another rule's business."""
    kept = "".join(c for c in raw.decode("utf-8", "replace") if c != "\ufffd" and not c.isascii())
    return len(kept.encode()) >= UTF8 * sum(byte > 0x7F for byte in raw)  # noqa: PLR2004 - ASCII


def utf8_share(text: str, start: int, end: int, table: dict[int, int]) -> float:
    """The share of UTF-8 in the run of accented letters and signs around [start, end); 1 if it is short.

    The bytes are those of Windows-1252 or of the table, whichever makes more of them.
    """
    at = next((i for i in range(start, end) if not text[i].isascii()), start)
    first, last = _around(text, at, 0, STRICT)
    run = text[first:last]
    if sum(char.isalpha() and not char.isascii() for char in run) < FEWEST:
        return 1.0
    raw = encoded(run, "Windows-1252")
    if raw is None:
        return 1.0
    beyond = sum(byte > 0x7F for byte in raw)  # noqa: PLR2004 - ASCII
    other = run.translate(table).encode("latin-1", "replace")
    return max(sum(map(len, re.findall(SEQUENCE, data))) for data in (raw, other)) / beyond


def _is_of(decoded: str, script: str) -> bool:
    """Whether a decoded run is text of the script: its letters, well cased, and punctuation."""
    own, whole = _shapes(script)
    if not whole.fullmatch(decoded) or len(own.findall(decoded)) < SHORTEST:
        return False
    return script not in ("Cyrillic", "Greek") or is_well_cased(decoded)


@functools.cache
def _shapes(script: str) -> tuple["regex.Pattern[str]", "regex.Pattern[str]"]:
    """What matches a letter of a script, and a text in it with its punctuation."""
    own = LETTERS_OF[script]
    others = re.escape("".join(sorted(PUNCTUATION)))
    return compile_regex(own), compile_regex(rf"(?:{own}|[ -~{others}])*+")


@functools.cache
def _to_bytes(seen_as: str) -> dict[str, int]:
    """The byte of each character of a single-byte encoding; Windows-1252's gaps are Latin-1's."""
    codec = CODECS[seen_as]
    table = {bytes([b]).decode(codec, "ignore"): b for b in range(256)}
    table.pop("", None)
    if seen_as == "Windows-1252":
        table |= {chr(b): b for b in range(0x80, 0x100) if chr(b) not in table}
    return table


CODECS = {
    "Windows-1252": "cp1252",
    "Windows-1250": "cp1250",
    "Windows-1251": "cp1251",
    "KOI8-R": "koi8-r",
    "CP866": "cp866",
    "ISO 8859-5": "iso8859-5",
    "MacCyrillic": "mac-cyrillic",
}


def encoded(run: str, seen_as: str) -> bytes | None:
    """The bytes that a run was before it was read as `seen_as`; None where it cannot have been."""
    table = _to_bytes(seen_as)
    try:
        return bytes([table[char] for char in run])
    except KeyError:
        return None


def decode(raw: bytes, codec: str) -> str | None:
    """The text that the bytes are in an encoding, None if they are none."""
    try:
        return raw.decode(codec)
    except UnicodeDecodeError:
        return None
