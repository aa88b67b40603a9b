"""Markdown and wikitext in a text that is neither. Data: wiki/words.toml."""

from collections.abc import Iterator
from itertools import pairwise

from textlint.api import (
    Document,
    Edit,
    Expressions,
    Finding,
    Fix,
    Phrase,
    Safety,
    Severity,
    delete_line,
    delete_span,
    rule,
)

from . import _wiki
from ._anchors import anchored, line_starts, matches_at, signs
from ._code import is_about_code, is_quoted, touches
from ._remain import Remain
from ._signs import Signs
from .script import blocks
from .tag import tags
from .template import slots

LETTER = r"\p{Latin}\p{Cyrillic}\p{Greek}\p{Arabic}\p{Hebrew}\p{Devanagari}\p{N}"
"""What may not touch a pair of asterisks: censored words (f**k) and powers (2**3) hold them."""
MANY = 12
"""Pieces of Markdown of several KINDS from which on the text is written in it, and told once."""
KINDS = 3
COMPANY = 2
"""Pieces of sure Markdown that make `*word*` and `# Title` Markdown as well."""

_patterns = Expressions(
    {
        "strong": (
            rf"(?<![{LETTER}*\\])(?P<mark>\*{{2,3}})(?=[^\s*])[^*\n"
            rf"]{{1,400}}(?<=[^\s*\\])(?P=mark)(?![{LETTER}*])"
        ),
        "under": r"(?<![\w_\\])__(?=[^\s_])[^_\n]{1,300}(?<=[^\s_])__(?![\w_])",
        "struck": r"(?<![~\w])~~(?=[^\s~])[^~\n]{1,300}(?<=[^\s~])~~(?![~\w])",
        "link": (
            r"(?P<image>!?)\[(?P<text>(?:[^\[\]\n]|\[[^\[\]\n]{0,80}\]){0,300})\]\(\s?"
            r"(?:https?://|/(?!/)|\#|mailto:"
            r"|www\.)[^\s()<>]{0,1000}(?:\([^\s()]{0,200}\)[^\s()]{0,200})?"
            r"(?:\s{1,3}[\"“][^\"”\n]{0,200}[\"”])?\s?\)"
        ),
        "definition": r"(?m)^[^\S\n]{0,3}\[[^\]\n]{1,60}\]:[^\S\n]{1,3}<?https?://\S{4,1000}[^\n]{0,100}$",
        "heading": r"(?m)^(?P<mark>\#{2,6})[^\S\n]{1,3}(?=[\p{L}\p{N}“\"«*\[¿¡\p{So}])",
        "title": r"(?m)^(?P<mark>\#)[^\S\n](?=[\p{L}“\"«*\[])",
        "table": (
            r"(?m)^[^\S\n]{0,8}\|?(?:[^\S\n]{0,3}:?-{3,80}:?[^\S\n]{0,3}\|){1,40}"
            r"(?:[^\S\n]{0,3}:?-{3,80}:?[^\S\n]{0,3})?(?=\r?$)"
        ),
        "fence": r"(?m)^[^\S\n]{0,3}(?:`{3}[a-z]{0,12}|~{3}[a-z]{1,12})(?=[^\S\n]{0,3}\r?$)",
        "emphasis": r"(?<![\w*\\])\*(?=[^\s*])[^*\n]{1,200}(?<=[^\s*\\])\*(?![\w*])",
        "slant": r"(?<![\w_\\/])_(?=[^\s_])[^_\n]{1,200}(?<=[^\s_])_(?![\w_])",
        "topic": r"\b[Mm]arkdown\b|\bMarkDown\b|マークダウン|마크다운|\bWikitext\b|\bMediaWiki\b",
        "code": r"[(){}=;<>\\$]",
    }
)
SIGNS = ("**", "__", "~~", "](", "]:", "##", "```", "~~~")
"""What Markdown writes, tables apart."""
GATE: tuple[str | Phrase, ...] = (
    *(Phrase(sign, "anywhere") for sign in (*SIGNS, "[", "'''", "==", "{|", "---", "^", "↑")),
    r"(?i)\.(?:jpe?g|png|svg|gif|webp)\|",
)
"""What every remain of Markdown or wikitext holds, or stands beside."""
LINES = (
    ("definition", "link target", ["]:"]),
    ("table", "table rule", ["---"]),
    ("fence", "code fence", ["```", "~~~"]),
)
"""What fills a line: pattern, name, one of the signs that it holds."""
TOPICS = ("arkdown", "MarkDown", "マークダウン", "마크다운", "Wikitext", "MediaWiki")
"""One is in all that `topic` finds."""
WIDTH = {"under": 2, "struck": 2, "emphasis": 1, "slant": 1}
NAMES = {
    "strong": "bold type",
    "under": "bold type",
    "struck": "struck-out text",
    "link": "link",
    "image": "picture",
    "heading": "heading",
    "title": "heading",
    "emphasis": "italics",
    "slant": "italics",
}


def remains(document: Document) -> list[Remain]:
    """What is left of Markdown and wikitext, in order, without overlaps: a fact."""
    if document.has_markup:
        return []
    text = document.text
    found = [*_wiki.remains(document), *_markdown(document)]
    if not found:
        return []
    taken = document.fact(blocks), document.fact(tags), document.fact(slots)
    found = [
        remain
        for remain in found
        if not is_quoted(text, remain.start, remain.end)
        and not any(touches(places, remain.start, remain.end) for places in taken)
    ]
    if _is_shown(found):
        return []
    found.sort(key=lambda remain: (remain.start, -remain.end))
    kept: list[Remain] = []
    for remain in found:
        if not kept or remain.start >= kept[-1].end:
            kept.append(remain)
    return _once(kept)


def _is_shown(found: list[Remain]) -> bool:
    """Whether fences that name a language are all there is: the text shows what a program takes."""
    fences = all(remain.kind == "fence" for remain in found)
    return fences and any(remain.message[-2].isalpha() for remain in found)


def _markdown(document: Document) -> Iterator[Remain]:
    text = document.text
    has_table = "|" in text and "---" in text
    if not has_table and not document.fact(signs).has_any(SIGNS):
        return
    if any(topic in text for topic in TOPICS) and _patterns["topic"].search(text):
        return
    found = list(_sure(document))
    yield from found
    if len(found) >= COMPANY and not document.fact(is_about_code):
        for kind in ("emphasis", "slant", "struck"):
            for match in _patterns[kind].finditer(text):
                yield _marked(text, kind, *match.span())
        for match in _patterns["strong"].finditer(text):
            if _is_shout(match.group()):
                yield _marked(text, "strong", *match.span(), width=len(match["mark"]))
        yield from _headings(document.fact(signs), "title")


def _sure(document: Document) -> Iterator[Remain]:
    """The pieces that are Markdown by their form."""
    text, has_any = document.text, document.fact(signs).has_any
    for kind, mark in (("strong", "**"), ("under", "__")):
        for match in matches_at(_patterns[kind], text, document.fact(signs).places([mark])):
            inner = match.group().strip("*_~")
            if _is_shout(match.group()):
                continue
            if document.fact(is_about_code) and (
                " " not in inner or _patterns["code"].search(inner)
            ):
                continue
            if (
                kind == "under"
                and inner.isascii()
                and inner.replace("_", "").isalnum()
                and inner == inner.lower()
            ):
                continue  # __init__
            width = len(match["mark"]) if kind == "strong" else WIDTH[kind]
            yield _marked(text, kind, *match.span(), width=width)
    if "](" in text:
        yield from _links(document.fact(signs))
    if has_any(["##"]) and not document.fact(is_about_code):
        yield from _headings(document.fact(signs), "heading")
    for kind, what, anchors in LINES:
        if not has_any(anchors):
            continue
        for match in matches_at(_patterns[kind], text, line_starts(document.fact(signs), anchors)):
            start = match.end() - len(match.group().lstrip())
            edit = delete_line(text, *match.span())
            shown = match.group().strip()[:40]
            yield Remain(start, match.end(), f"Markdown {what} “{shown}”", (edit,), kind)


def _is_shout(found: str) -> bool:
    """Whether authors may have typed it so themselves: ***breaking news***, **UPDATE**."""
    return found.startswith("***") or found.isupper()


def _marked(text: str, kind: str, start: int, end: int, width: int = 0) -> Remain:
    """A piece between two marks of the same width, which go."""
    width = width or WIDTH[kind]
    edits = (Edit(start, start + width), Edit(end - width, end))
    return Remain(start, end, f"Markdown {NAMES[kind]} “{text[start:end][:60]}”", edits, kind)


def _links(signs: Signs) -> Iterator[Remain]:
    """Links keep their text, pictures go."""
    text = signs.text
    for match in anchored(_patterns["link"], signs, ("[", "![")):
        start, end = match.span()
        if match["image"] or not match["text"].strip():
            edits: tuple[Edit, ...] = (delete_span(text, start, end),)
        else:
            edits = (Edit(start, match.start("text")), Edit(match.end("text"), end))
        kind = "image" if match["image"] else "link"
        yield Remain(start, end, f"Markdown {NAMES[kind]} “{match.group()[:60]}”", edits, kind)


def _headings(signs: Signs, kind: str) -> Iterator[Remain]:
    text = signs.text
    for match in matches_at(_patterns[kind], text, line_starts(signs, ["#"])):
        start, end = match.span("mark")
        last = text.find("\n", end)
        line = text[start : last if last >= 0 else len(text)][:60].rstrip()
        edit = Edit(start, match.end())
        yield Remain(start, end, f"Markdown {NAMES[kind]} “{line}”", (edit,), kind)


def _once(found: list[Remain]) -> list[Remain]:
    """A text that is Markdown throughout is told once, at its first piece, with one fix for all."""
    marked = [remain for remain in found if remain.kind not in ("wiki", "citation")]
    if len(marked) < MANY or len({remain.kind for remain in marked}) < KINDS:
        return found
    first, edits = marked[0], [edit for remain in marked for edit in remain.edits]
    edits.sort(key=lambda edit: (edit.start, edit.end))
    apart = all(one.end <= other.start for one, other in pairwise(edits))
    message = f"The text is written in Markdown ({len(marked)} places), here {first.message[9:]}"
    whole = Remain(first.start, first.end, message, tuple(edits) if apart else first.edits, "whole")
    rest = [remain for remain in found if remain.kind in ("wiki", "citation")]
    return sorted([whole, *rest], key=lambda remain: remain.start)


@rule(
    "MKP004",
    yields=("INJ007",),
    severity=Severity.WARNING,
    each=remains,
    gate=GATE,
    fix=Safety.UNSAFE,
    bad=[
        "The bridge is ⟦**not**⟧ open yet.",
        "これは⟦**重要**⟧な橋です。",
        "⟦__Read this__⟧ before you go.",
        "See ⟦[the report](https://example.org/r)⟧ for more.",
        "⟦![The bridge](https://example.org/b.jpg)⟧\nThe river rose.",
        "⟦##⟧ How it began\nThe river rose.",
        "Item | Price\n⟦|---|---|⟧\nBread | 2",
        "⟦```⟧\nThe river rose.\n⟦```⟧",
        "⟦**One**⟧ and ⟦**two**⟧ and ⟦*three*⟧.",
        "History⟦[edit]⟧\nThe town grew.",
        "Geschichte⟦[Bearbeiten | Quelltext bearbeiten]⟧\nDie Stadt wuchs.",
        "歴史 ⟦[編集]⟧\n町は大きくなった。",
        "The town grew⟦[citation needed]⟧ in May.",
        "Город вырос ⟦[источник не указан]⟧ в мае.",
        "The town grew.⟦[12][13]⟧ It fell.⟦[14]⟧",
        "The mayor⟦[note 3]⟧ left.",
        "⟦'''Aldon'''⟧ is a ⟦[[market town|town]]⟧ in the north.",
        "⟦== History ==⟧\nThe town grew.",
        "⟦^ a b⟧ Smith, The Town, p. 12.",
        "⟦[[File:Town.jpg|thumb|The town]]⟧\nThe town grew.",
    ],
    good=[
        "What the f**k is this s**t, he said.",
        "Revenue** grew and costs** fell. **Excludes tax.",
        "It was *not* what he wanted. *knock on wood*",
        "Rated *** by all.\n* * *\nThe end.\n***",
        "The method __init__ takes 2**3**2 steps.",
        "He [the mayor] left [sic] [...] [emphasis added].",
        "As shown in [12], the rate fell [3, 4].",
        "The rate fell.[1] It rose.[2]\n[1] Smith, 2020.\n[2] Brown, 2021.",
        "# 1 in sales, #2 in growth, ## twice",
        "[edit] I meant the other bridge.",
        "Is it open? [who?] Nobody knows [vague].",
        "``Lächerlich und inhuman'' sei das Werk, sagte er. ''Ja'' und ''nein''.",
        "The array a[1] = b[2] holds it (see [1](2)).",
        "^ This. So much this.",
        "Name: ________ Date: ____",
        "Markdown writes **bold** and [links](https://example.org).",
        "**UPDATE** The bridge is open. ***Breaking news*** ~~yes~~ it is.",
        "> I agree.\nSo do I.\n---\nAnna",
        "== ==\n=====\nScore: 3 == 3",
        'if [[ -f "$file" ]]; then stop',
        "The list of open tasks is made by this:\n```tasks\nnot done\n```\nIt is short.",
    ],
    fixed=[
        "The bridge is not open yet.",
        "これは重要な橋です。",
        "Read this before you go.",
        "See the report for more.",
        "The river rose.",
        "How it began\nThe river rose.",
        "Item | Price\nBread | 2",
        "The river rose.",
        "One and two and three.",
        "History\nThe town grew.",
        "Geschichte\nDie Stadt wuchs.",
        "歴史\n町は大きくなった。",
        "The town grew in May.",
        "Город вырос в мае.",
        "The town grew. It fell.",
        "The mayor left.",
        "Aldon is a town in the north.",
        "History\nThe town grew.",
        "Smith, The Town, p. 12.",
        "The town grew.",
    ],
    known_failures=["The town grew ⟦[12]⟧ in May."],
)
def markdown_wiki(_document: Document, remain: Remain) -> Iterator[Finding]:
    """Markdown or wikitext in a plain text: `**bold**`, `[text](address)`, `[edit]`, `[citation needed]`.

    Single and triple asterisks, **CAPITALS**, `# Title` and paired apostrophes count only beside surer
    signs: authors write *actions*, shouts and quotations with them. `[edit]` must stand behind a heading
    or stick to a word. Marks of citations (`.[12]`) must stick to the words that they support, twice at
    least, in a text without a list of sources; with blanks before them they are a paper's own (of more
    than 100 such marks in clean texts none is reported). A text with 12 and more pieces of Markdown
    of three kinds is written in it: told once, with one fix for all. Markdown files are left alone, and so
    are texts that speak of Markdown, or have no sign of it but code fences that name a language. The fix
    takes the marks out and keeps the words.
    """
    yield Finding(remain.start, remain.end, remain.message, Fix(remain.edits))
