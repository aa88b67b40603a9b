"""What stands in for a text, a value or a picture that never came. Data: placeholder/phrases.toml."""

from collections.abc import Iterator
from pathlib import Path

import regex

from textlint.api import (
    Document,
    Expressions,
    Finding,
    Match,
    Phrase,
    Severity,
    load_toml,
    rule,
)

from ._code import is_about_code, is_quoted

PHRASES = Path(__file__).with_name("placeholder") / "phrases.toml"
LINE = r"(?<=^[^\S\n]{0,16})"
LAST = r"(?=[^\S\n]{0,16}\r?$)"
NOTHING = r"(?:undefined|null|NaN|\(null\)|Invalid [Dd]ate)"
LABEL = (
    r"(?:Author|Autor|Auteur|By|Category|Comments?|Created|Date|Datum|Last updated|Name|Posted"
    r"|Posted by|Posted on"
    r"|Price|Published|Published on|Rating|Reviews?|Tags?|Title|Updated|Views|Written by|Автор"
    r"|Дата|作者|日期)"
)
EPOCH = (
    r"(?:(?:January|Jan\.?) 1(?:st)?, 1970|1 (?:January|Jan) 1970|0?1[/.]0?1[/.]1970|1970-01-01"
    r"|1\. Januar 1970|1 janvier 1970|1 de enero de 1970|1 января 1970|1970年1月1日)"
)
LOREM = (
    r"(?i:\blorem ipsum dolor\b|\bconsectetu?e?r adipi[sc]{1,3}ing elit\b|\bduis aute irure dolor\b"
    r"|\bsed do eiusmod tempor\b|\bexcepteur sint occaecat\b|\but enim ad minim veniam\b)"
)
PATTERNS = {
    "lorem": LOREM,
    "lorem line": rf"{LINE}(?:[-*•] )?(?i:lorem ipsum)(?: \d{{1,2}})?\.?{LAST}",
    "value": rf"{LINE}(?:undefined|null|NaN|\(null\)|Invalid Date|NULL){LAST}",
    "labelled": rf"{LINE}{LABEL}(?:[^\S\n]?[:：][^\S\n]?|[^\S\n]){NOTHING}{LAST}",
    "counted": (
        r"\bNaN[^\S\n]?(?:%|minutes?|mins?|seconds?|hours?|days?|weeks?|months?|years?|KB|MB|GB"
        r"|views?|comments?|votes?"
        r"|reviews?|stars?|results?)\b|[$€£]\s?(?:NaN|undefined|null)\b|\bundefined(?:[^\S\n"
        r"]undefined){1,6}\b"
    ),
    "epoch": (
        rf"(?i:\b(?:posted|published|updated|modified|date|created|on|veröffentlicht|publié(?: "
        rf"le)?|publicado(?: el)?"
        rf"|опубликовано)[^\S\n]?:[^\S\n]?){EPOCH}\b|{EPOCH}[T ,]{{1,3}}00:00(?::00)?\b"
    ),
    "author's": (
        r"\[(?:TODO|TBD|TK|TKTK|FIXME|XXX)(?:[:\s][^\]\n]{0,100})?\]|\b(?:TKTK(?:TK)*|TK TK(?: "
        r"TK)*)\b"
    ),
    "author's note": rf"{LINE}(?:TODO|FIXME|XXX):(?=[^\S\n]?\S)[^\n]{{1,300}}",
    "picture": (
        r"\[(?:image: [^\]\n]{1,200}|cid:[^\]\n]{3,120}|[Ii]nline image \d{1,3}|image|Image"
        r"|IMAGE|Image \d{1,3}|圖片|图片|画像"
        r"|image: ?|Photo placeholder|placeholder)\]"
    ),
    "address": r"\[email[ \u00a0]protected\]|\[javascript protected email address\]",
    "typed": (
        rf"{LINE}(?i:test(?:ing)?(?:[ ,.]{{1,3}}test(?:ing)?){{1,8}}|(?:asdf){{1,6}}(?:gh?j?k?l?)?"
        rf"|qwerty(?:uiop)?){LAST}|\b(?i:asdf){{2,6}}\b"
    ),
}
_patterns = Expressions(PATTERNS, regex.MULTILINE)
SAID = {
    "lorem": "Dummy text",
    "lorem line": "Dummy text",
    "value": "Missing value",
    "labelled": "Missing value",
    "counted": "Missing value",
    "epoch": "Date that was never set",
    "author's": "Note to the author",
    "author's note": "Note to the author",
    "picture": "Place of a picture",
    "address": "Hidden mail address",
    "typed": "Test input",
}
CODE = frozenset(("value", "labelled", "counted", "author's", "author's note", "epoch", "typed"))
"""What means something else in a text about programming."""
TODO = frozenset(("ca", "es", "gl", "it", "pt"))
"""Languages in which TODO is a word."""
QUOTED = 60


def _phrases() -> Iterator[Phrase]:
    data = load_toml(PHRASES)
    for language, texts in data["anywhere"].items():
        yield from (Phrase(text, "anywhere", language) for text in texts)
    for language, texts in data["line"].items():
        yield from (Phrase(text, "line", language) for text in texts)


@rule(
    "MKP009",
    severity=Severity.WARNING,
    patterns=[*PATTERNS.values(), *_phrases()],
    bad=[
        "Our history\n⟦Lorem ipsum dolor sit amet, consectetur adipiscing elit.⟧\nContact",
        "⟦Lorem ipsum⟧\nThe river rose.",
        "The river rose.\n⟦By undefined⟧\nIt fell.",
        "⟦undefined⟧\nThe river rose.",
        "A read of ⟦NaN minutes⟧.",
        "⟦Published: null⟧\nThe river rose.",
        "⟦Posted: January 1, 1970⟧",
        "⟦Your text here⟧\nThe river rose.",
        "⟦TODO: add the photo⟧\nThe river rose.",
        "The cost is ⟦[TBD: euros]⟧.",
        "The mayor, ⟦TK TK⟧, agreed.",
        "The river rose.\n⟦[image: bridge.jpg]⟧\nIt fell.",
        "Write to ⟦[email\u00a0protected]⟧ for more.",
        (
            "⟦Hello world!⟧\nWelcome to WordPress. ⟦This is your first post. Edit or delete "
            "it, then start writing⟧!"
        ),
        "⟦Привет, мир!⟧\nГород растёт.",
        "⟦asdfasdf⟧",
    ],
    good=[
        "Dividing by zero leaves the result undefined.",
        "The null hypothesis; None of them came; naan bread, or NaN bread.",
        "Comments: None\nNone\nHis answer was: null and void.",
        "She was born on January 1, 1970 in Aldon.",
        "Printers fill pages with “Lorem ipsum dolor” and the like.",
        "EXIGIMOS LA DENUNCIA DE TODO: el país espera.",
        "Super Bowl XXXIII; sizes XXX and up; TK is Turkish Airlines.",
        "“Hello world!” she cried. Hello world! It is I.",
        "The image shows [the mayor]. [Image: Reuters]",
        "He put the test to the test. A test, test and test again.",
        "In JavaScript and TypeScript a value may be:\nundefined\nnull",
        "Type your text here and press the key.",
    ],
)
def placeholder(document: Document, match: Match) -> Iterator[Finding]:
    """Text that stands in for what never came: `Lorem ipsum`, `undefined`, `Your text here`, `TODO`.

    Words of programs count as a line of their own, behind a label (`By undefined`) or before a unit
    (`NaN minutes`), never within a sentence; the zero date (January 1, 1970) only behind a label or
    with its zero time; phrases of themes and installations as a line, whole sentences of theirs
    anywhere. Texts about programming keep their `null` and `TODO`. There is no repair: what should
    stand there is not known.
    """
    text, (start, end) = document.text, match.span()
    kind = next((name for name in PATTERNS if _patterns[name].match(text, start)), "phrase")
    if kind in CODE and document.fact(is_about_code):
        return
    if kind.startswith("author's") and document.language in TODO:
        return
    if (start and text[start - 1] in "“\"«„'‘`") or is_quoted(text, start, end):
        return
    if kind == "lorem":
        first = text.rfind("\n", 0, start) + 1
        if _patterns["lorem"].search(text, max(first, start - 500), start):
            return  # the line was told already
        last = text.find("\n", end, end + 5000)
        end = last if last >= 0 else min(len(text), end + 5000)
        end = start + len(text[start:end].rstrip())
    found = " ".join(text[start:end].split())
    shown = found if len(found) <= QUOTED else found[: QUOTED - 1] + "…"
    yield Finding(start, end, f"{SAID.get(kind, 'Placeholder')} “{shown}”")
