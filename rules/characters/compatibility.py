"""Letters in a form that Unicode keeps for old standards, fonts and formulas only."""

import functools
import unicodedata
from collections.abc import Iterator

from textlint.api import (
    BLANKS,
    Document,
    Example,
    Expressions,
    Finding,
    Fix,
    Match,
    Safety,
    Severity,
    rule,
    scripts,
)

from ._arabic import PASSAGE, is_ordered, is_table

MATHS = "\U0001d400-\U0001d7ff"
HOLES = "\u210a-\u2113\u2115\u2118-\u211d\u2124\u2128\u212c-\u2131\u2133\u2134"
"""Letters of formulas that came before the others and stand where those have a gap (ℎ, ℬ, ℝ)."""
CIRCLED = (
    "\u249c-\u24b5\u24b6-\u24e9\U0001f110-\U0001f129\U0001f130-\U0001f149"
    "\U0001f150-\U0001f169\U0001f170-\U0001f189"
)
UNDECOMPOSED = ("\U0001f150", "\U0001f170", "\U0001f1e6")
"""Where alphabets begin whose letters Unicode gives no plain form: 🅐, 🅰, and the letters of flags."""
REGIONAL = "\U0001f1e6-\U0001f1ff"
RAISED = "ᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᶦᶫᶰᶸ𐞥"
SMALL = dict(zip("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘǫꞯʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghijklmnopqqrstuvwyz", strict=True))
"""Small capitals and the letters they stand for; s and x have none of their own in most fonts."""
KANGXI = "\u2e9f\u2ef3\u2f00-\u2fd5"
HALF_KANA = "\uff66-\uff9f"
WIDE = "\uff10-\uff19\uff21-\uff3a\uff41-\uff5a"
WIDE_ANY = "\uff01-\uff5e"
WORD = 3
"""Letters of a formula's alphabet that make a word: 𝑎𝑏 is a product, 𝗧𝗵𝗲 is a word."""
ENOUGH = 4
"""Letters of a fancy alphabet in neighbouring words, small capitals or raised letters of a word from
which they are a text; phoneticians and ordinals (ⁿᵈ, ᵗʰ, ᵐᵉ) have up to three."""
PROSE = 12
"""Letters in neighbouring words of italic, the usual style of formulas, from which they are prose:
𝑘𝑐𝑎𝑡 and 𝑠𝑖𝑛 are not."""
CLOSE = 2
"""Code points on each side of a run in which a sign of mathematics makes it a formula."""
AROUND = 40
"""Code points on each side of a run that tell whether it is a formula, or East Asian text."""
EAST_ASIAN = 0.02
"""Share of East Asian letters from which a text's full-width letters follow its conventions."""
MATCHED = 100
"""Code points of a run that are one finding."""


QUOTED = 40
"""Code points of a run that a message quotes."""


@functools.cache
def _expressions() -> Expressions:
    """The expressions of the checks, compiled at their first use."""
    return Expressions(
        {
            "maths-word": rf"[{MATHS}{HOLES}]+",
            "maths-greek": "[\U0001d6a8-\U0001d7cb]",
            "circled-word": rf"[{CIRCLED}]+",
            "apart": r"[^ \u00a0.,;:!?'\"’“”…&–—-]|.{4}",
            "slanted": "[\U0001d434-\U0001d49b]",
            "formula": r"[=+<>|^_{}\\∀-⋿⟨⟩×÷±·→≔]",
            "east-asian": r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\u3000-\u303f]",
        }
    )


def _plain(run: str) -> str:
    """The run in ordinary letters: the compatibility form of each, never of what stands around."""
    return "".join(_plain_char(char) for char in run)


@functools.cache
def _plain_char(char: str) -> str:
    for first in UNDECOMPOSED:
        if first <= char <= chr(ord(first) + 25):
            return chr(ord(char) - ord(first) + ord("A"))
    if char in SMALL:
        return SMALL[char]
    if char == "ᶦ":
        return "i"
    return unicodedata.normalize("NFKC", char).strip(" ()ـ") or char


def _found(start: int, run: str, what: str, plain: str, safety: Safety | None) -> Finding:
    """A finding on a run, with the text that it stands for."""
    end = start + len(run)
    fix = Fix.replace(start, end, plain, safety=safety) if safety else None
    return Finding(start, end, f"{what} “{run[:QUOTED]}” for “{plain[:QUOTED]}”", fix)


def _chain(text: str, start: int, end: int, word: str) -> list[str]:
    """The run [start, end) and its neighbours that only blanks and marks part from it, near it."""
    find = _expressions()
    runs = [
        (match.start(), match.end())
        for match in find[word].finditer(text, max(0, start - AROUND), end + AROUND)
    ]
    chain = [text[start:end]]
    for side in (
        sorted((run for run in runs if run[1] <= start), reverse=True),
        [run for run in runs if run[0] >= end],
    ):
        at = (start, end)
        for run in side:
            gap = text[run[1] : at[0]] if run[1] <= at[0] else text[at[1] : run[0]]
            if find["apart"].search(gap):
                break
            chain.append(text[run[0] : run[1]])
            at = run
    return chain


def _fancy(document: Document, match: Match, name: str, what: str) -> Iterator[Finding]:
    """Words in an alphabet of formulas or of circled letters, if enough of them make a text."""
    text, (start, end) = document.text, match.span()
    run = match.group()
    sizes = [
        sum(not _plain_char(char).isdigit() for char in near)
        for near in _chain(text, start, end, f"{name}-word")
    ]
    number = len(run) > 1 and not any(sizes)
    if not number and (sum(sizes) < ENOUGH or max(sizes) < WORD):
        return
    if name == "maths":
        words = [size for size in sizes if size >= WORD]
        if _expressions()["slanted"].search(run) and (len(words) < WORD or sum(sizes) < PROSE):
            return
        beside = text[max(0, start - CLOSE) : start] + text[end : end + CLOSE]
        if _expressions()["maths-greek"].search(run) or _expressions()["formula"].search(beside):
            return
    yield _found(start, run, what, _plain(run), Safety.SAFE)


def _ligature(document: Document, match: Match) -> Iterator[Finding]:
    """Latin and Armenian ligatures in words; one that stands alone is what the text is about."""
    text, run = document.text, match.group()
    if (
        text[match.start() - 1 : match.start()].isalpha()
        or text[match.end() : match.end() + 1].isalpha()
    ):
        yield _found(match.start(), run, "ligature", _plain(run), Safety.SAFE)


def _maths(document: Document, match: Match) -> Iterator[Finding]:
    yield from _fancy(document, match, "maths", "letters of formulas")


def _circled(document: Document, match: Match) -> Iterator[Finding]:
    if len(match.group()) >= WORD:
        yield from _fancy(document, match, "circled", "enclosed letters")


def _regional(_document: Document, match: Match) -> Iterator[Finding]:
    """The letters of flags written apart, so that they spell a word."""
    run = match.group()
    plain = "".join(_plain_char(char) for char in run if char not in BLANKS and char != "\u200b")
    yield _found(match.start(), run, "letters of flags", plain, Safety.UNSAFE)


def _raised(document: Document, match: Match) -> Iterator[Finding]:
    text, (start, end) = document.text, match.span()
    if not text[start - 1 : start].isalnum() and not text[end : end + 1].isalnum():
        yield _found(start, match.group(), "raised letters", _plain(match.group()), Safety.UNSAFE)


def _small(document: Document, match: Match) -> Iterator[Finding]:
    """Words in small capitals taken from the phonetic alphabet."""
    run = match.group()
    text, (start, end) = document.text, match.span()
    small = sum(char in SMALL for char in run)
    inside = text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()
    if inside or small < WORD or text[start - 1 : start] in {"/", "["}:
        return
    plain = "".join(SMALL.get(char, char) for char in run)
    yield _found(start, run, "phonetic small capitals", plain, Safety.UNSAFE)


def _arabic(document: Document, match: Match) -> Iterator[Finding]:
    """Arabic letters in the shapes of a printer, repaired where they stand in reading order."""
    text, (start, end) = document.text, match.span()
    if is_table(text, start, end):
        return
    run = match.group()
    if is_ordered(text, start, end):
        yield _found(start, run, "presentation forms", _plain(run), Safety.SAFE)
    else:
        yield Finding(start, end, f"presentation forms in reversed order “{run[:QUOTED]}”")


def _kangxi(document: Document, match: Match) -> Iterator[Finding]:
    text, (start, end) = document.text, match.span()
    beside = text[max(0, start - 1) : start] + text[end : end + 1]
    if "部首" in text[max(0, start - 200) : end + 200]:
        return
    if _expressions()["east-asian"].search(beside) and not set(beside) & set("「」『』“”（）"):
        run = match.group()
        yield _found(start, run, "radicals of a dictionary", _plain(run), Safety.SAFE)


def _half_kana(_document: Document, match: Match) -> Iterator[Finding]:
    run = match.group()
    if sum(char not in "ﾞﾟｰ" for char in run) >= WORD:
        plain = unicodedata.normalize("NFKC", run)
        yield _found(match.start(), run, "half-width kana", plain, Safety.UNSAFE)


def _is_east_asian(document: Document) -> bool:
    """Whether the text holds East Asian letters enough to follow their conventions: a fact."""
    counts = document.fact(scripts)
    east = sum(counts[name] for name in ("Han", "Hiragana", "Katakana", "Hangul"))
    return east > EAST_ASIAN * max(1, counts.total())


def _wide(document: Document, match: Match) -> Iterator[Finding]:
    """Full-width letters and digits outside East Asian text."""
    text, (start, end) = document.text, match.span()
    around = text[max(0, start - AROUND) : start] + text[end : end + AROUND]
    if document.fact(_is_east_asian) or _expressions()["east-asian"].search(around):
        return
    run = match.group()
    marks = any(not char.isalnum() for char in run)
    safety = Safety.UNSAFE if marks else Safety.SAFE
    yield _found(start, run, "full-width letters", _plain_wide(run), safety)


def _plain_wide(run: str) -> str:
    return unicodedata.normalize("NFKC", run)


def _micro(document: Document, match: Match) -> Iterator[Finding]:
    """The sign of 10⁻⁶ in a word of a Greek text; in physics it is an index among Greek letters."""
    counts = document.fact(scripts)
    if 2 * counts["Greek"] > counts.total():
        yield _found(match.start(), match.group(), "micro sign", "μ", Safety.SAFE)


KINDS = {
    r"[\ufb00-\ufb06\ufb13-\ufb17]": _ligature,
    rf"[{MATHS}{HOLES}]{{0,{MATCHED}}}[{MATHS}][{MATHS}{HOLES}]{{0,{MATCHED}}}": _maths,
    rf"[{CIRCLED}]{{{WORD},{MATCHED}}}": _circled,
    rf"(?<![{REGIONAL}])[{REGIONAL}](?:[ \u200b][{REGIONAL}]){{2,30}}(?![{REGIONAL}])": _regional,
    rf"[{RAISED}]{{{ENOUGH},{MATCHED}}}": _raised,
    rf"(?<![\p{{L}}\p{{N}}])[sxA-Z]{{0,3}}[{''.join(SMALL)}][{''.join(SMALL)}sxA-Z]{{3,30}}": _small,
    PASSAGE: _arabic,
    rf"[{KANGXI}]{{1,{MATCHED}}}": _kangxi,
    rf"[{HALF_KANA}]{{{WORD},{MATCHED}}}": _half_kana,
    rf"[{WIDE}](?:[{WIDE_ANY}]{{0,{MATCHED}}}[{WIDE}])?": _wide,
    r"(?<=\p{Greek})µ|µ(?=\p{Greek})": _micro,
}
"""What to look for, and what judges it."""


@rule(
    "CHR007",
    severity=Severity.WARNING,
    fix=Safety.SAFE,
    patterns=list(KINDS),
    bad=[
        "The ⟦ﬁ⟧nance o⟦ﬃ⟧ce is ⟦ﬂ⟧at.",
        "⟦𝗕𝗿𝗲𝗮𝗸𝗶𝗻𝗴⟧ news: ⟦𝓟𝓮𝓽⟧ ⟦𝓼𝓱𝓸𝔀⟧ in ⟦𝟮𝟬𝟮𝟰⟧!",
        "⟦𝑇ℎ𝑖𝑠⟧ ⟦𝑡𝑒𝑥𝑡⟧ ⟦𝑖𝑠⟧ ⟦𝑠𝑙𝑎𝑛𝑡𝑒𝑑⟧.",
        "A bubble of ⟦ⓣⓔⓧⓣ⟧ and a ⟦🅣🅔🅧🅣⟧ in black.",
        "He spells 🇺🇸 ⟦🇹 🇪 🇽 🇹⟧ in flags.",
        "A ⟦ˢᵐᵃˡˡ⟧ voice and a ⟦ʙɪɢ⟧ one: ⟦ᴛᴇxᴛ ʜᴇʀᴇ⟧.".replace("⟦ʙɪɢ⟧", "ʙɪɢ").replace(
            "ᴛᴇxᴛ ʜᴇʀᴇ", "ᴛᴇxᴛ⟧ ⟦ʜᴇʀᴇ"
        ),
        "The alliance ⟦ＮＡＴＯ⟧ was founded in ⟦１９４９⟧.",
        "یہ ⟦ﺍﺱ⟧ کا ⟦ﻛﺘﺎﺏ⟧ ہے",
        "⟦ﻻ⟧ يوجد",
        "Reversed: ⟦ﺏﺎﺘﻛ َﻥﻮُﻜَﻳ⟧ stays.",
        "⟦⼀⟧般⟦⼈⟧の⽇本語".replace("⽇", "⟦⽇⟧"),
        Example("新しい⟦ｶﾞﾝﾀﾞﾑ⟧が出た。", "ja"),
        Example("Το ⟦µ⟧ε και το ό⟦µ⟧ως.", "el"),
    ],
    fixed=[
        "The finance office is flat.",
        "Breaking news: Pet show in 2024!",
        "This text is slanted.",
        "A bubble of text and a TEXT in black.",
        "He spells 🇺🇸 TEXT in flags.",
        "A small voice and a ʙɪɢ one: text here.",
        "The alliance NATO was founded in 1949.",
        "یہ اس کا كتاب ہے",
        "لا يوجد",
        "Reversed: ﺏﺎﺘﻛ َﻥﻮُﻜَﻳ stays.",
        "一般人の日本語",
        "新しいガンダムが出た。",
        "Το με και το όμως.",
    ],
    good=[
        "Let 𝑥 and 𝑎𝑏 be in ℝ, 𝔼[X] = 𝜇, with 𝒪(𝑛) steps and 𝑚𝑎𝑥=5; 10³ ≠ 103.",
        "The ratio 𝑘𝑐𝑎𝑡/𝐾𝑚, 𝑠𝑖𝑛(𝑥), 𝒩(0,1), 𝔽₂ and 𝑇𝑃+𝐹𝑃.",
        "The 1ˢᵗ, 2ⁿᵈ and 3ʳᵈ of the Mᵐᵉ at 5 ㎏ per ㎢ and 20 ℃, № 5, ½ of 2ª, ™ and ….",
        "Ⓐ first, Ⓑ second, ⓒ 2020, ① one; flags 🇺🇸 🇬🇧 🇫🇷.",
        Example("ＮＨＫは２０２０年にＣＤを出した。", "ja"),
        Example("今日は（＾＿＾）、(ﾟдﾟ)、(*´▽｀)ﾉ", "ja"),
        Example("金氏와 神社, 社長", "ko"),
        "ﷺ and ﷲ and ﷼ and ﴿١﴾, the Hijra 1440 ﻫ; forms: ﺏ ﺑ ﺒ ﺐ",
        "The phonetic [ɪʀ] and ʙʀ are sounds, 5 µm and 3 µg.",
        "The ligatures 'ﬁ' and 'ﬃ' of a font.",
        "The tensor Tµν has the resistance of 5 µΩ.",
        "The radicals ⼀ and ⼁ of 部首.",
        "ĳ, ǆ, և, שׁ and ſ are letters of their own.",
    ],
)
def compat_form(document: Document, match: Match) -> Iterator[Finding]:
    """Letters in a compatibility form: ligatures, full-width or circled letters, formula alphabets.

    PDF files leave ligatures, Arabic letter shapes and Kangxi radicals; social media leave words in
    the letters of formulas, circles and flags. They look like letters and are found by no search.
    Each run is replaced by its own compatibility form (NFKC), never the text around it: 10³ is not
    103. Silent on what writers mean: single letters and products of formulas, ordinals (2ⁿᵈ), units
    and fractions (㎏, ½, ℃), full-width letters in East Asian text, compatibility ideographs (they
    keep names apart), Arabic honorifics, precomposed Hebrew. Arabic shapes that run backwards get
    no fix; half-width kana, small capitals, raised letters and flags an unsafe one. In 1.2 million
    words of clean text in 16 languages there are three findings, all of one Arabic quotation.
    """
    yield from KINDS[match.re.pattern](document, match)
