"""INJ001: a run of another script glued to a word of the document's own script."""

import unicodedata
from collections.abc import Iterator
from math import inf

import msgspec

from textlint.api import (
    SCRIPTS,
    UNSPACED,
    Document,
    Finding,
    Fix,
    Safety,
    Severity,
    Words,
    compile_regex,
    parts,
    rule,
    script_of,
)

from ._guests import group, guest_runs, guests, host_share, least, letters, majority

HOSTS = tuple(s for s in SCRIPTS if s not in UNSPACED and s != "Hangul")
"""Scripts with spaces between words. Korean glues particles to foreign words, so it is no host."""
HOST_SHARE = 0.95
"""Share of the host's letters among all letters outside the run: 0 of 905 clean page texts have a
glued run above it, 4 of 181 do without the condition."""
HOST_TOTAL = 40
"""Letters of the host that a document needs; below, and where the run is more than half as long as all
of them, it cannot be told which of the two scripts is the guest."""
HOST_LETTERS = 3
"""Letters of the host directly beside the run; two are initials, units and labels ("LG전자")."""
GUEST_LETTERS = 2
GREEK_LETTERS = 4
"""Greek runs are longer to count: "TCRαβ", "sinωt" and "NKTγδ" are science."""
CODE_REACH = 80
"""Code points of the line on either side in which back-ticks make code of what is between."""
TOKEN_REACH = 400
"""Code points on either side in which the token that a run is part of is looked at."""
ACRONYM = 6
"""Up to so many capitals before a run are the Latin part of a foreign name: "NHK総合", "KBS뉴스"."""
LOOKALIKES = frozenset("аеорсухіјѕԁһӏԛԝвкмнтгпАВЕКМНОРСТУХІЈЅԀҺԚԜӀЗ")
"""Cyrillic letters that pass for Latin ones: a run of nothing else is a confusable, not an injection."""
AUTONYMS = frozenset(
    "русский українська беларуская български српски македонски қазақша монгол ελληνικά עברית "
    "العربية فارسی اردو हिन्दी हिंदी मराठी नेपाली বাংলা தமிழ் తెలుగు ಕನ್ನಡ മലയാളം ગુજરાતી ਪੰਜਾਬੀ සිංහල ไทย ລາວ "
    "ខ្មែរ မြန်မာ 한국어 日本語 中文 简体中文 繁體中文 繁体中文 ქართული հայերեն አማርኛ".split()
)
"""Names of languages in themselves: a language menu that lost its line breaks."""
MOJIBAKE = {
    "Han": ("gb18030", "big5", "cp932", "cp949"),
    "Hangul": ("cp949",),
    "Cyrillic": ("cp1251", "koi8-r", "big5"),
    "Hebrew": ("cp1255",),
    "Arabic": ("cp1256",),
    "Thai": ("cp874",),
}
"""Encodings in which misread UTF-8 punctuation looks like a run of letters ("don鈥檛"), by the scripts
whose letters have bytes in them that UTF-8 can begin with."""
OPENING = frozenset("([{«„“\"‘'「『【《")
CLOSING = frozenset(")]}»”\"“’'」』】》")
WORD = r"[\p{L}\p{M}'’]"


class Run(msgspec.Struct, frozen=True):
    """A glued run [start, end) in code points; `left`, `right` are the host letters that touch it."""

    start: int
    end: int
    left: str
    right: str


def words_beside(text: str, start: int, end: int, host: str) -> tuple[str, str]:
    """The letters of `host` that touch [start, end) on the left and on the right."""
    left, right = start, end
    while left and _is_host(text[left - 1], host):
        left -= 1
    while right < len(text) and _is_host(text[right], host):
        right += 1
    return text[left:start], text[end:right]


def _is_host(char: str, host: str) -> bool:
    return script_of(char) == host or unicodedata.combining(char) > 0


def glued_runs(document: Document) -> tuple[Run, ...]:
    """Every run that is glued under the rule's conditions, in order: a fact."""
    if not document.fact(guests) or (host := majority(document)) not in HOSTS:
        return ()
    size = least(document, host, HOST_SHARE)
    hosted = document.fact(letters)[host]
    if size == inf or hosted < HOST_TOTAL:
        return ()
    found = (
        run
        for start, end in document.fact(guest_runs)
        if size <= end - start <= hosted / 2 and (run := _touching(document, start, end, host))
    )
    return tuple(run for run in found if not _exempt(document.text, run))


def _touching(document: Document, start: int, end: int, host: str) -> Run | None:
    """A run that a word of the host touches, in a document that is else in its script."""
    text = document.text
    left, right = words_beside(text, start, end, host)
    if max(len(left), len(right)) < HOST_LETTERS:
        return None
    is_guest = host_share(document, text[start:end], host) >= HOST_SHARE
    return Run(start, end, left, right) if is_guest else None


def _exempt(text: str, run: Run) -> bool:
    """Whether something harmless explains the run."""
    from .terms import holds_term

    guest = text[run.start : run.end]
    inside = [char for char in guest if char.isalpha()]
    least = GREEK_LETTERS if script_of(guest[0]) == "Greek" else GUEST_LETTERS
    if len(inside) < least or LOOKALIKES.issuperset(inside):
        return True
    if _is_mojibake(text, run):
        return True
    if holds_term(guest):
        return False
    beside = run.left or run.right
    acronym = beside.isupper() and len(beside) <= ACRONYM
    return acronym or _is_menu(text, run) or _in_code(text, run) or _in_brackets(text, run)


def _is_mojibake(text: str, run: Run) -> bool:
    """Whether the run, read back in an old encoding, is UTF-8 ("’" misread)."""
    for encoding in MOJIBAKE.get(group(script_of(text[run.start]) or "Han"), ()):
        for end in (run.end, run.end + 1, run.end + 2):
            try:
                text[run.start : end].encode(encoding).decode()
            except UnicodeError:
                continue
            return True
    return False


def _is_menu(text: str, run: Run) -> bool:
    return any(word in AUTONYMS for word in text[run.start : run.end].casefold().split())


def _in_code(text: str, run: Run) -> bool:
    """Whether the token is an address, a handle, a hashtag, a path or stands between back-ticks."""
    start, end = run.start, run.end
    first, last = max(0, start - TOKEN_REACH), min(len(text), end + TOKEN_REACH)
    while start > first and not text[start - 1].isspace():
        start -= 1
    while end < last and not text[end].isspace():
        end += 1
    token = text[start:end]
    before = text[max(0, run.start - CODE_REACH) : run.start]
    after = text[run.end : run.end + CODE_REACH]
    ticks = "`" in before.rpartition("\n")[2] and "`" in after.partition("\n")[0]
    return token[0] in "#@" or any(m in token for m in ("://", "www.", "/", "\\", "@")) or ticks


def _in_brackets(text: str, run: Run) -> bool:
    """Whether a bracket or quotation mark opens with the run ("(陳京Chen") or holds only word and run."""
    start, end = run.start - len(run.left), run.end + len(run.right)
    opened = start > 0 and text[start - 1] in OPENING
    return opened and (not run.left or text[end : end + 1] in CLOSING)


def vocabulary(document: Document) -> Words:
    """Every word of the document in lower case; a word with a run glued to it counts as another one."""
    folded = "".join(map(str.casefold, parts(document.text)))
    return Words(folded, compile_regex(rf"(?<!{WORD}){WORD}+"))


def _repair(document: Document, run: Run) -> Fix:
    """Delete the run; safe where the lexicon or the document says that no word of the author's goes.

    With letters on both sides the run parted two words or split one: a joined word that the document
    knows is made whole again, else a space stands in.
    """
    from .terms import holds_term

    known = holds_term(document.text[run.start : run.end])
    words = document.fact(vocabulary)
    if run.left and run.right:
        whole = (run.left + run.right).casefold() in words
        parts = run.left.casefold() in words and run.right.casefold() in words
        safety = Safety.SAFE if known and (whole or parts) else Safety.UNSAFE
        return Fix.replace(run.start, run.end, "" if whole else " ", safety=safety)
    alone = len(document.fact(guest_runs)) == 1
    safe = known or (alone and _leaves_a_word(document, run))
    return Fix.replace(run.start, run.end, safety=Safety.SAFE if safe else Safety.UNSAFE)


def _leaves_a_word(document: Document, run: Run) -> bool:
    """Whether the host's letters are a word by themselves, and the run is none of its author's.

    The run must be three letters or more, stand between the word and a space or punctuation mark,
    occur nowhere else, and the word must not be a name (a capital: "Tokyo東京" is a lost gloss). In
    scripts without capitals only the same word elsewhere in the document will do.
    """
    text, word = document.text, run.left or run.right
    guest = text[run.start : run.end]
    beyond = text[run.end : run.end + 1] if run.left else text[max(0, run.start - 1) : run.start]
    if sum(map(str.isalpha, guest)) < HOST_LETTERS or beyond.isalnum() or text.count(guest) > 1:
        return False
    caseless = word.lower() == word.upper()
    return word.islower() or (caseless and word in document.fact(vocabulary))


PROSE = (
    " The committee met again on Tuesday and heard three witnesses from the northern districts, "
    "who spoke about the harvest and the price of water."
)
PROSE_RU = (
    " Комиссия снова собралась во вторник и выслушала трёх свидетелей из северных районов, которые "
    "рассказали об урожае и о цене воды."
)


@rule(
    "INJ001",
    severity=Severity.ERROR,
    each=glued_runs,
    fix=Safety.SAFE,
    bad=[
        "He received compensation for his exile⟦스포츠토토⟧." + PROSE,
        "The council ⟦купить диплом⟧approved the plan, and the plan went on." + PROSE,
        "They sold the harvest⟦ทดลองชิม⟧, then moved south." + PROSE,
        "Совет одобрил решение⟦카지노사이트⟧." + PROSE_RU,
        "The sea⟦網上娛樂城⟧ports were closed; two other seaports stayed open." + PROSE,
    ],
    fixed=[
        "He received compensation for his exile." + PROSE,
        "The council approved the plan, and the plan went on." + PROSE,
        "They sold the harvest, then moved south." + PROSE,
        "Совет одобрил решение." + PROSE_RU,
        "The seaports were closed; two other seaports stayed open." + PROSE,
    ],
    good=[
        "The word wаtеr holds two Cyrillic letters that pass for Latin ones." + PROSE,
        "The samples held 5 μm grains, α-synuclein and TCRαβ cells." + PROSE,
        "He reads the daily 中央日報 (Joongang Ilbo) and watches NHK総合 in the evening." + PROSE,
        "In the original it says “Seoul서울” on the wall." + PROSE,
        "Deutsch EnglishРусский한국어 Français." + PROSE,
        "They don鈥檛 agree, and that is a matter of encoding." + PROSE,
        "Follow #kpop한국 for news, or the page wiki/Seoul서울." + PROSE,
        "В YouTube-канале компании Googleовцы показали iPhoneы." + PROSE_RU,
        "ソウルの会社はSamsung전자と呼ばれ、日本でもよく知られている。",
        "삼성전자는 Galaxy시리즈를 공개했다. Samsung은 올해 매출이 늘었다.",
    ],
    known_failures=["He received compensation for his US⟦스포츠토토⟧." + PROSE],
)
def glued_foreign_token(document: Document, run: Run) -> Iterator[Finding]:
    """Letters of another script stand inside or beside a word with no space between.

    Spam networks write keywords into pages of others, at places where a reader of the page's source
    does not look: "for his exile" and a Korean betting term, then the full stop. No author types that.
    The rest of the document must be in one script (95 % of its letters or more: 0 of 905 clean page
    texts have such a run, 4 of 181 pages without that condition), the word must have three letters
    beside the run and the run at least two (Greek: four).

    It does not judge documents in scripts without spaces or with glued particles (Han, Kana, Thai,
    Korean), Latin names with native endings, look-alike letters (CHR006), misread encodings (ENC001),
    language menus, acronyms before a name ("NHK総合"), addresses, hashtags, code, or a name alone in
    brackets. The fix deletes the run: safe where the run holds a term of the spam lexicon, or where a
    lower-case word (in a script without capitals: one the document uses elsewhere) is left whole and
    the run, three letters or more, occurs only here; a capital may be a name whose gloss lost its
    space, and is left to the reader.
    """
    beside = run.left or run.right
    script = script_of(document.text[run.start]) or "foreign"
    message = f"{script} “{document.text[run.start : run.end]}” is glued to “{beside}”"
    yield Finding(run.start, run.end, message, _repair(document, run))
