"""What MediaWiki leaves in a text: edit links, remarks of editors, marks of notes, wikitext."""

import functools
import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import regex

from textlint.api import (
    Document,
    Edit,
    Expressions,
    compile_regex,
    delete_line,
    delete_span,
    load_toml,
)

from ._anchors import anchored, line_starts, matches_at, signs
from ._code import is_about_code
from ._remain import Remain
from ._signs import Signs

WORDS = Path(__file__).with_name("wiki") / "words.toml"
HEADING = 100
"""Code points that a heading with an edit link behind it may have."""
LAST_SPACED = 0x2E7F
"""The last code point before those of scripts without spaces."""
BEFORE_CARET = 13
"""Code points of a line before the sign of a link back: blanks, a bullet or a number."""
MANY = 2
"""Marks of citations that a text must have before one is believed."""
ENDINGS = (".jpg", ".jpeg", ".png", ".svg", ".gif", ".webp")
AMBIGUOUS = frozenset(
    (
        "ambiguous|archive|dead link|specify|vague|when?|which?|who?|quién?|¿quién?|¿cuándo?|kdo?|kdy?"
        "|kim?|ne zaman?|кто?|когда?|уточнить|хто?|коли?|vem?|kto?|kiedy?|siapa?|quem?|quando?|ai nói?"
        "|من؟|متى؟|誰?|いつ?|どこ?|誰？|谁？|누가?|언제?"
    ).split("|")
)
"""Remarks that an author may make as well: they count only where they stick to the word before."""

_patterns = Expressions(
    {
        "citation": r"(?<=[.,;:!?\"”»)。、，；’…\p{L}\p{M}])(?:\[\d{1,3}\])+"
        r"(?::\d{1,4}(?:[–-]\d{1,4})?)?(?!\()",
        "scholarly": (
            r"(?m)^[^\S\n]{0,8}\[\d{1,3}\]|^[\W\d]{0,12}(?i:notes?|footnotes|references|bibliography|sources"
            r"|literatur(?:verzeichnis)?|anmerkungen|quellen|fußnoten|notes et références|références|notas"
            r"|referencias|bibliografía|referências|note|riferimenti|przypisy|bibliografia|примечания"
            r"|литература|источники|примітки|kaynakça|kaynaklar|参考文献|注释|脚注|참고문헌|각주|المراجع)\W{0,3}$"
            r"|^[\W\d]{0,12}(?i:sources?|references|quellen?|fuentes?|fonti|fontes?|kaynak(?:lar)?"
            r"|источники?|джерел[ао])\s?:\s"
            r"|\bet al\b|\bdoi\b|\barXiv\b|\bRFC \d"
            r"|\[\d{1,3}\]\s?[-–,]\s?\[\d"
        ),
        "link": (
            r"\[\[(?![+*~!$%{])(?=[^\]\n]{0,200}[\p{L}\d])[^\[\]\n|]{1,160}(?:\|[^\[\]\n"
            r"]{0,300}){0,8}\]\]"
        ),
        "bold": r"(?<!['`\w])'''(?=[^\s'])[^\n]{1,200}?(?<=[^\s'])'''(?!['\w])",
        "italic": r"(?<!['`\w])''(?=[^\s'])[^'\n]{1,200}(?<=[^\s'])''(?!['\w])",
        "heading": r"(?m)^(={2,6})[^\S\n]{0,2}[^=\s][^=\n]{0,120}?[^\S\n]{0,2}\1(?=[^\S\n]{0,4}\r?$)",
        "table": (
            r"(?m)^[^\S\n]{0,4}\{\|[^\n]{0,300}|^[^\S\n]{0,4}\|(?:-{1,4}|\}|\+)(?=\s|$)[^\n"
            r"]{0,120}"
        ),
        "caret": (
            r"(?m)^[^\S\n]{0,8}(?:[-*•]\s|\d{1,3}\.\s)?(?P<mark>[\^↑](?:[^\S\n][a-z](?=[^\S\n"
            r"]))*)(?=[^\S\n]\S)"
        ),
        "switch": r"__(?:NOTOC|TOC|FORCETOC|NOEDITSECTION|NOINDEX)__",
    }
)


@functools.cache
def _words() -> dict[str, Any]:
    return load_toml(WORDS)


@functools.cache
def _marks() -> "regex.Pattern[str]":
    """The bracketed words: `edit`, `template`, `note`."""
    data = _words()

    def any_of(words: "Iterator[str] | list[str]") -> str:
        ordered = sorted(set(words), key=lambda word: (-len(word), word))
        return "|".join(regex.escape(word, literal_spaces=True) for word in ordered)

    edit = any_of(itertools.chain(*data["edit"].values()))
    template = any_of(itertools.chain(*data["template"].values()))
    note = any_of(data["note"]["words"])
    return compile_regex(
        rf"\[(?:\s?(?P<edit>{edit})\s?|(?P<template>(?i:{template}))|(?P<note>(?:{note})\s?\d{{1,3}}))\]"
    )


@functools.cache
def _heads() -> frozenset[str]:
    """The two characters that the bracketed words begin with, or the one that is all of a word."""
    data = _words()
    words = itertools.chain(
        *data["edit"].values(), *data["template"].values(), data["note"]["words"]
    )
    return frozenset(word[:2].casefold() for word in words)


@functools.cache
def _pictures() -> "regex.Pattern[str]":
    """A picture with its settings, out of its brackets."""
    names = "|".join(map(regex.escape, _words()["file"]["words"]))
    return compile_regex(
        rf"(?<!\w)(?:{names}):[^\n|\[\]]{{1,160}}\.(?i:jpe?g|png|svg|gif|webp)\|"
        rf"(?:thumb|thumbnail|mini|miniatur|miniatura|vignette|left|right|center|frame|frameless"
        rf"|\d{{2,4}}px)"
        rf"[^\n\[\]]{{0,400}}"
    )


def remains(document: Document) -> Iterator[Remain]:
    """What MediaWiki left in the text, in no order."""
    text, has_any = document.text, document.fact(signs).has_any
    if has_any("["):
        is_wiki = False
        for match in _bracketed(document):
            if _is_mark(text, match):
                is_wiki = True
                edit = delete_span(text, *match.span())
                yield Remain(
                    *match.span(), f"Mark “{match.group()[:60]}” of a wiki", (edit,), "wiki"
                )
        yield from _citations(document, is_wiki=is_wiki)
    if _has_picture(document.fact(signs)):
        for match in _pictures().finditer(text):
            edit = delete_span(text, *match.span())
            message = f"Picture “{match.group()[:60]}” of a wiki"
            yield Remain(*match.span(), message, (edit,), "wiki")
    if has_any(["[["]) and not document.fact(is_about_code):
        yield from _links(document.fact(signs))
    if "'''" in text and not document.fact(is_about_code):
        yield from _quotes(document.fact(signs))
    yield from _syntax(document)
    if has_any("^↑"):
        yield from _carets(document.fact(signs))


def _has_picture(signs: Signs) -> bool:
    """Whether the name of a picture's file stands before a bar."""
    ends = (signs.text[max(0, at - len(".jpeg")) : at] for at in signs.named("|"))
    return any(end.casefold().endswith(ENDINGS) for end in ends)


def _bracketed(document: Document) -> Iterator["regex.Match[str]"]:
    """The bracketed words of a wiki; a bracket that another character follows begins none of them."""
    starts = document.fact(signs).before("[", _heads())
    return matches_at(_marks(), document.text, starts) if starts else iter(())


def _numbered(document: Document) -> Iterator["regex.Match[str]"]:
    """Numbers in brackets that stick to a word or mark."""
    return matches_at(_patterns["citation"], document.text, document.fact(signs).stuck("["))


def _syntax(document: Document) -> Iterator[Remain]:
    """Headings, tables and switches of wikitext."""
    text, own = document.text, document.fact(signs)
    has_any = own.has_any
    if has_any(["=="]) and not document.fact(is_about_code):
        for match in matches_at(_patterns["heading"], text, line_starts(own, ["=="])):
            width, found = len(match[1]), match.group()
            start = match.start() + len(found) - len(found[width:].lstrip())
            end = match.start() + len(found[:-width].rstrip())
            edits = (Edit(match.start(), start), Edit(end, match.end()))
            yield Remain(*match.span(), f"Wiki heading “{found[:60]}”", edits, "wiki")
    if has_any(["{|"]) and "|-" in text:
        for match in matches_at(_patterns["table"], text, line_starts(own, ["|"])):
            edit = delete_line(text, *match.span())
            yield Remain(
                *match.span(), f"Wiki table syntax “{match.group()[:40]}”", (edit,), "wiki"
            )
    if has_any(["__"]):
        for match in anchored(_patterns["switch"], own, ["__"]):
            edit = delete_span(text, *match.span())
            yield Remain(*match.span(), f"Wiki switch “{match.group()}”", (edit,), "wiki")


def _is_mark(text: str, match: "regex.Match[str]") -> bool:
    """Whether bracketed words are the wiki's own: behind a heading, or stuck to a word."""
    start, end = match.span()
    stuck = start > 0 and not text[start - 1].isspace()
    if match["edit"]:
        first = text.rfind("\n", max(0, start - HEADING - 1), start) + 1
        line = text[first:start].strip()
        is_last = text[end : end + 1] in ("", "\n", "\r")
        after_heading = (
            is_last and start - first <= HEADING and line and line[-1] not in ".,;:!?…。"
        )
        return bool(after_heading) or (stuck and line[-1:].isalnum())
    if match["template"]:
        return stuck or match["template"].lower() not in AMBIGUOUS
    return stuck


def _citations(document: Document, *, is_wiki: bool) -> Iterator[Remain]:
    """Marks of citations: stuck to what they cite, in a text that lists no sources."""
    text = document.text
    found = [match for match in _numbered(document) if _is_citation(text, match)]
    if (
        len(found) < MANY
        or (_patterns["scholarly"].search(text) and not is_wiki)
        or document.fact(is_about_code)
    ):
        return
    for match in found:
        edit = Edit(*match.span())
        yield Remain(
            *match.span(), f"Mark of a citation “{match.group()[:40]}”", (edit,), "citation"
        )


def _is_citation(text: str, match: "regex.Match[str]") -> bool:
    """Whether the mark stands at the end of a word or clause: an index (`a[1] = 2`) goes on."""
    before = text[max(0, match.start() - 2) : match.start()]
    if before.isascii() and before[-1:].isalnum() and not before.isalnum():
        return False  # a single letter: the name of a list
    after = text[match.end() : match.end() + 1]
    return not after or after.isspace() or after in '.,;:!?)”»"。、，；' or ord(after) > LAST_SPACED


def _links(signs: Signs) -> Iterator[Remain]:
    text, found = signs.text, list(anchored(_patterns["link"], signs, ["[["]))
    if not any(map(str.isalpha, "".join(match.group() for match in found))):
        return  # "[[12]]" alone is a note or an index; among links it is the article on a year
    for match in found:
        target, *parts = match.group()[2:-2].split("|")
        start, end = match.span()
        if "=" in target or match.group()[2] in "\"'- ":
            continue
        if (
            ":" in target.strip(":")
            and not target.startswith(":")
            and " " not in target.split(":")[0]
        ):
            edits: tuple[Edit, ...] = (delete_span(text, start, end),)
        else:
            shown = parts[-1] if parts and parts[-1] else target
            at = text.rindex(shown, start, end)
            edits = (Edit(start, at), Edit(at + len(shown), end))
        yield Remain(start, end, f"Wiki link “{match.group()[:60]}”", edits, "wiki")


def _quotes(signs: Signs) -> Iterator[Remain]:
    """Bold type; and italics beside it, where no pair of apostrophes can be a quotation mark."""
    bold = list(anchored(_patterns["bold"], signs, ["'''"]))
    for match in bold:
        yield _marked(match, 3)
    if bold and "``" not in signs.text:
        for match in anchored(_patterns["italic"], signs, ["''"]):
            if not any(b.start() < match.end() and match.start() < b.end() for b in bold):
                yield _marked(match, 2)


def _marked(match: "regex.Match[str]", width: int) -> Remain:
    start, end = match.span()
    edits = (Edit(start, start + width), Edit(end - width, end))
    return Remain(start, end, f"Wiki emphasis “{match.group()[:60]}”", edits, "wiki")


def _lines_of_carets(signs: Signs) -> Iterator[int]:
    """Where a line starts that may begin with the sign of a link back."""
    text = signs.text
    for at in signs.places("^↑"):
        if at <= BEFORE_CARET:
            yield 0
        first = max(0, at - BEFORE_CARET - 1)
        yield from (first + n + 1 for n, char in enumerate(text[first:at]) if char == "\n")


def _carets(signs: Signs) -> Iterator[Remain]:
    """The links back from a list of references: with letters, or in two lines and more."""
    text = signs.text
    found = list(matches_at(_patterns["caret"], text, _lines_of_carets(signs)))
    if len(found) < MANY and not any(" " in match["mark"].strip() for match in found):
        return
    for match in found:
        start, end = match.span("mark")
        rest = end + len(text[end : end + 4]) - len(text[end : end + 4].lstrip(" \u00a0\t"))
        yield Remain(
            start, end, f"Link back “{match['mark']}” of a reference", (Edit(start, rest),), "wiki"
        )
