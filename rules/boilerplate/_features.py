"""What lines show by themselves: words, end, marks, whether they are prose. Columns: an entry a line."""

import functools
import marshal
from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence
from itertools import chain, compress, islice
from pathlib import Path

import msgspec

from textlint.api import Document, compile_re, kept, lines, load_toml

from . import _lexicon, _lines
from .commenter_ui import cues

FOLDER = Path(__file__).parent / "judge"
LONG = 400
"""Code points from which a line is prose without a look at its words."""
LETTERS_A_WORD = 6
"""Code points a word takes, with its space, where a long line's words are not counted."""
READ = 20_000
"""Code points of a line of prose whose words are known."""
UNSPACED_LETTERS = 2
"""Letters that count as a word in scripts that write no spaces."""
PROSE_WORDS = 8
PROSE_SMALL = 2
"""Words, and small words among them, of a line that ends as a sentence does and so is prose."""
LONG_WORDS = 22
LONG_SMALL = 4
"""Words, and small words among them, of a line that is prose however it ends."""
SENTENCE_LETTERS = 30
"""Letters of a sentence in a script without spaces."""
LABELS = 0.5
"""Share of a line's words that are entries of menus by themselves, from which it may be a label."""

MARKS = ("name", "stamp")
"""The forms of lines that stand over a post."""

EVERYDAY, LINK, CLEAR = 1, 2, 3
"""How a line is listed: an everyday word, a link's label, a phrase that only pages have."""
STRENGTH = {
    _lexicon.SAFE: CLEAR,
    _lexicon.ALONE: CLEAR,
    _lexicon.LINK: LINK,
    _lexicon.WORD: EVERYDAY,
}

NUMBER, NOUGHTS = compile_re(r"\d+"), compile_re("00+")
ASCII = bytes(range(128))
SMALL = bytes(48 if chr(code).isdigit() else ord(chr(code).lower()) for code in ASCII)
SMALL += bytes(range(128, 256))
"""Small letters, and 0 for all digits."""
BLANKS = bytes(code if chr(code).isalnum() or code in b"\n'-" else 32 for code in ASCII)
BLANKS += bytes(range(128, 256))
"""Blanks for what is neither of words nor between lines."""
EDGES = [compile_re(rf"{mark}(?:(?<![^ \n'0-].)|(?![^ \n'0-]))") for mark in "'-"]
"""An apostrophe or hyphen that joins no letters, where nothing but blanks parts words."""
MARK = compile_re(r"[^\w\x00-\x7f]")
SIGMA = "Σ"
"""Its small letter depends on what follows."""
DOT = "\u0307"
"""What the small letter of İ has above it."""
MANY = 50
"""Different characters beyond ASCII from which a text is not looked through for each of them."""
UNSPACED = compile_re(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]+"
)
ARROWS = "|•·»›→▸▶>｜／«‹←"
SEPARATOR = compile_re(rf"[{ARROWS}\s](?:(?<=[{ARROWS}])|[/–—-]\s)")
"""One of them, or a dash or stroke between blanks; begun by one class, it is looked for quickly."""
DIGITS = b"0123456789"
BULLETS = frozenset("*+•·▪●○◦‣–—-o")
CLOSERS = "\"'”’»)]›」』"
SENTENCE = frozenset(".!?。！？…؟।॥۔")
DATE = compile_re(
    r"\d(?:[./-]\d{1,2}[./-]\d\d|\d{3}(?:[./-]\d{1,2}[./-]\d|\s?[年년])"
    r"|(?:(?<=\b1)9|(?<=\b2)0)\d\d\b)"
)
"""A date that begins with a digit, which is quick to look for."""
MONTH = compile_re("jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec")
DAY = compile_re(rf"(?i:\b(?:{MONTH.pattern})[a-z]{{0,6}}\.?\s\d{{1,2}}\b)")
ENDS = {":": 2, "：": 2, ",": 3, ";": 3, "…": 4, "?": 5, "？": 5}
"""Levels of a line's end; 0 is none of them, 1 the end of a sentence."""
LEVELS = dict.fromkeys(SENTENCE, 1) | ENDS | dict.fromkeys(f".{CLOSERS}", -1)
"""The same by a line's last character; -1 where that does not tell."""
STOPS = (1, 5)
"""The levels of a line that ends as a sentence does."""


class Evidence(msgspec.Struct, frozen=True):
    """How the lists of phrases of the other rules know lines, by number."""

    listed: dict[int, int]
    """EVERYDAY, LINK or CLEAR."""
    replies: frozenset[int] = frozenset()
    """They are of the threads of comments and forums."""
    marks: frozenset[int] = frozenset()
    """They are that, or have the form of what stands over a post: "Anna says:", a day with its time."""


class Looks(msgspec.Struct, frozen=True):
    """What lines show by themselves, in columns: an entry a line."""

    bodies: list[str]
    """Without list bullet."""
    bullets: list[str]
    masked: list[str]
    """As they come again on a page: whatever their number and their case."""
    tokens: list[list[str]]
    """Words in small letters, numbers as "0"; pieces of unspaced scripts as they stand."""
    words: list[int]
    ends: list[int]
    is_prose: list[bool]
    unspaced: frozenset[int]
    """Those with letters of scripts without spaces, by number."""


@functools.cache
def small_words() -> frozenset[str]:
    """The words that sentences are made of and menus are not, of all languages."""
    data = load_toml(FOLDER / "small_words.toml")
    return frozenset(word for words in data.values() for word in words)


@functools.cache
def labels() -> frozenset[str]:
    """The words that the lists hold by themselves: home, news, contact."""
    found: frozenset[str] = marshal.loads(kept("labels", _lexicon.digest(), _labels))  # noqa: S302
    return found


def _labels() -> bytes:
    return marshal.dumps(frozenset(key for key in _lexicon.lexicon().phrases if " " not in key))


def evidence(document: Document) -> Evidence:
    """How the lists know the lines of a document: a fact."""
    known = document.fact(_lexicon.listed)
    listed = {number: STRENGTH[item.strength] for number, item in known.items()}
    replies = frozenset(
        number
        for number, item in known.items()
        if item.kind == "comments" and item.strength != _lexicon.WORD
    )
    every = document.fact(lines)
    for hit in chain.from_iterable(document.fact(_lines.furniture).values()):
        number = bisect_left(every, (hit.start,))
        level = CLEAR if hit.entry.level >= _lines.Level.LIKELY else LINK
        listed[number] = max(level, listed.get(number, 0))
    marks = (number for number, kind in document.fact(cues).items() if kind in MARKS)
    return Evidence(listed, replies, replies.union(marks))


def small(text: str, foreign: Collection[str]) -> str:
    """A text in small letters, with one 0 for each number. `foreign` are its characters beyond ASCII."""
    if len(foreign) > MANY or SIGMA in foreign:
        text = NUMBER.sub("0", text.lower())
    else:
        for char in foreign:
            low = "0" if char.isdecimal() else char.lower()
            text = text.replace(char, low) if low != char else text
    return NOUGHTS.sub("0", _translated(text, SMALL))


def parted(text: str, foreign: Collection[str]) -> str:
    """Such a text with nothing but blanks between the words of its lines."""
    text = text.replace("’", "'").replace(DOT, " ")
    if len(foreign) > MANY:
        text = MARK.sub(" ", text)
    else:
        for char in foreign:
            text = text if char.isalnum() else text.replace(char, " ")
    text = _translated(text, BLANKS)
    for edge in EDGES:
        text = edge.sub(" ", text)
    return text.replace("0", " 0 ")


def beyond(text: str) -> set[str]:
    """The characters of a text that are not ASCII."""
    data = text.encode("utf-8", "surrogatepass").translate(None, ASCII)
    return set(data.decode("utf-8", "surrogatepass"))


def _translated(text: str, table: bytes) -> str:
    """A text with its ASCII characters replaced: str.translate looks each character up."""
    return text.encode("utf-8", "surrogatepass").translate(table).decode("utf-8", "surrogatepass")


def look(texts: Sequence[str]) -> Looks:
    """What lines show by themselves."""
    bodies, bullets = list(texts), [""] * len(texts)
    for at in [at for at, text in enumerate(texts) if text[0] in BULLETS and text[1:2].isspace()]:
        bodies[at], bullets[at] = texts[at][1:].lstrip(), texts[at][0]
    page = "\n".join([body[:READ] for body in bodies])
    foreign = beyond(page)
    page = small(page, foreign)
    tokens = list(map(str.split, parted(page, foreign).split("\n")))
    words = list(map(len, tokens))
    is_prose = [len(body) > LONG for body in bodies]
    for at in compress(range(len(bodies)), is_prose):
        words[at] = len(bodies[at]) // LETTERS_A_WORD
    letters = _letters(bodies) if UNSPACED.search("".join(foreign)) else {}
    for at, pieces in letters.items():
        words[at] += (sum(map(len, pieces)) + 1) // UNSPACED_LETTERS - len(pieces)
    level = LEVELS.get
    ends = [known if (known := level(body[-1], 0)) >= 0 else _end(body) for body in bodies]
    may = [
        at
        for at, count in enumerate(words)
        if count >= PROSE_WORDS and (ends[at] in STOPS or count >= LONG_WORDS) and not is_prose[at]
    ]
    may += [at for at in letters if words[at] < PROSE_WORDS and ends[at] in STOPS]
    for at in may:
        is_prose[at] = _is_prose(tokens[at], letters.get(at, ()), words[at], ends[at])
    return Looks(
        bodies, bullets, page.split("\n"), tokens, words, ends, is_prose, frozenset(letters)
    )


def _letters(bodies: Sequence[str]) -> dict[int, list[str]]:
    """What lines hold of scripts without spaces, by number."""
    return {
        at: found
        for at, body in enumerate(bodies)
        if not body.isascii() and len(body) <= LONG and (found := UNSPACED.findall(body))
    }


def _is_prose(tokens: Sequence[str], pieces: Sequence[str], count: int, end: int) -> bool:
    """Whether a line of so many words with such an end is prose."""
    is_sentence = end in STOPS and (
        count >= PROSE_WORDS or sum(map(len, pieces)) >= SENTENCE_LETTERS
    )
    if not is_sentence and count < LONG_WORDS:
        return False
    least = PROSE_SMALL if is_sentence else LONG_SMALL
    found = filter(small_words().__contains__, chain(tokens, *pieces))
    return next(islice(found, least - 1, None), None) is not None


def _end(text: str) -> int:
    """The level of a line's end."""
    if text[-1] == ".":
        return 4 if text.endswith("...") else 1
    last = text.rstrip(CLOSERS)[-1:]
    return ENDS.get(last, int(last in SENTENCE))


def is_dated(text: str) -> bool:
    """Whether a line gives a date."""
    if DATE.search(text):
        return True
    return MONTH.search(text.lower()) is not None and DAY.search(text) is not None


def labelled(looks: Looks, among: Iterable[int]) -> list[int]:
    """The lines among some of whose words half, or more, are labels of menus."""
    tokens, words, known = looks.tokens, looks.words, labels()
    holds, is_without = known.__contains__, known.isdisjoint
    return [
        at
        for at in among
        if not is_without(tokens[at]) and sum(map(holds, tokens[at])) >= LABELS * words[at]
    ]


def marked(looks: Looks, among: Iterable[int]) -> tuple[list[float], list[int]]:
    """The share of digits and the number of separators of each line, counted among some."""
    digits, separators = [0.0] * len(looks.bodies), [0] * len(looks.bodies)
    bodies, masked = looks.bodies, looks.masked
    for at in among:
        body = bodies[at]
        if body.replace(" ", "").isalpha():
            continue
        if found := SEPARATOR.findall(body):
            separators[at] = len(found)
        if not body.isascii():
            digits[at] = sum(map(str.isdigit, body)) / len(body)
        elif "0" in masked[at]:
            digits[at] = (len(body) - len(body.encode().translate(None, DIGITS))) / len(body)
    return digits, separators
