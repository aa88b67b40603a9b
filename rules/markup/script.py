"""Code of the page itself in its text: scripts, style sheets, data, PDF. Data: script/signatures.toml."""

import functools
from collections.abc import Iterable, Iterator
from heapq import merge
from pathlib import Path
from typing import NamedTuple

import regex

from textlint.api import (
    Document,
    Expressions,
    Finding,
    Fix,
    Match,
    Safety,
    Severity,
    compile_regex,
    delete_span,
    load_toml,
    rule,
)

from ._anchors import matches_at, signs
from ._code import is_about_code
from ._signs import Signs

SIGNATURES = Path(__file__).with_name("script") / "signatures.toml"
KINDS = {
    "script": "Script code",
    "style": "Style sheet code",
    "data": "Data of the page",
    "pdf": "Inner structure of a PDF",
    "error": "Error message of a server",
}
LONGEST = 200_000
"""Code points that one run of code is followed for: pages carry their whole state in a line."""
BEFORE = 200
"""Code points in front of a signature in which the start of its statement is looked for."""
QUOTED = 40
"""Code points of the code that the message quotes."""
SIGNS = (
    *(
        "{",
        "<",
        "('",
        '("',
        "['",
        '["',
        ");",
        "()",
        "= ",
        "window.",
        "document.",
        "jQuery",
        "__next",
    ),
    *("Drupal", "endobj", "endstream", "%PDF", "@import", " on line ", "SQL syntax", " Tf"),
)
"""What all code holds: a text without them is passed over."""
DATA_PROSE = 20
"""Lines of prose that end data whose brackets stay open; a script is cut off by the first. Data holds
whole descriptions with their line breaks."""
OPENING, CLOSING = frozenset("{["), frozenset("}]")
"""What a JSON object or array begins and ends with."""
EDGES = {"(": 1, "[": 1, "{": 1, ")": -1, "]": -1, "}": -1}

_patterns = Expressions(
    {
        "edge": r"""[()\[\]{};\n]|"(?:[^"\\\n]|\\.){0,20000}"|'(?:[^'\\\n]|\\.){0,20000}'|//[^\n]{0,2000}"""
        r"""|/\*(?s:.){0,20000}?\*/|(?i:</(?:script|style)>)""",
        # after the end of a statement: a comment, which belongs to the code, or the start of more code
        "comment": (
            r"\s{0,200}+(?://[^\n]{0,2000}|/\*(?s:.){0,20000}?\*/|<!--|-->|\]\]>"
            r"|</(?i:script|style)>|[;)}\]]+[;,)]*|\?>)"
        ),
        "more": (
            r"[^\S\n]{0,2}\{|\.[a-zA-Z_$][\w$]*\s?[.(=]|[(\[]|\s{0,200}+(?:<(?i:script|style)\b"
            r"|\(function|!function|\(\)\s?=>|&&|\|\||,\s?[\w$]{1,40}[.(=]"
            r"|(?:if|for|while|switch|catch)\s?\(|else\s?(?:\{|if\b)|(?:try|finally|do)\s?\{"
            r"|(?:var|let|const)\s[\w$, ]{1,80}[=;]|(?:async )?function\s?[\w$]{0,40}\(|throw\s|typeof\s"
            r"|return\b[^\n]{0,400}[;}]"
            r"|[\w$]{1,60}(?:\.[\w$]{1,60}|\[[^\]\n]{1,80}\]){0,8}(?:\(|\s?[-+*|&]?=(?!=)\s?[^\s])"
            r"|(?:[@.#:][\w-]|[a-z*][\w-]{0,20}\s?[{,.#:>\[])[^{}\n"
            r";]{0,300}?\{\s{0,12}(?:[-\w]+\s?:|[@.#]|[a-z]+\s?\{))"
        ),
        "selector": (
            r"(?:(?:^|(?<=[\s},>]))(?:[.#@*:]{1,2}[\w-]{1,60}|(?:a|article|body|button|div|em"
            r"|footer|form|h[1-6]|header"
            r"|html|iframe|img|input|label|li|main|nav|ol|p|section|span|strong|svg|table|tbody"
            r"|td|th|tr|ul|video)"
            r"(?![\w-]))[\w.#:*~+\[\]=\"()-]{0,100}[^\S\n]{0,3}[,>~+]?[^\S\n]{0,3}){0,12}$"
        ),
        "assigned": (
            r"(?:(?:(?:var|let|const)\s{1,3})?[\w$.]{1,80}\s?=\s?|(?:var|let|const)\s{1,3}"
            r"|[\w$]{1,40}(?:\.[\w$]{1,40}){0,4}[.(=]|//\s?|/\*\s?|[(!\[]{1,3}\s?"
            r"|try\s?\{\s?)+$"
        ),
        "prose": r"[^\n{}();=<>]{60,}[.!?。！？][\"”’»]?[^\S\n]*$",
        "pdf": (
            r"[^\n]{0,60}\b(?:obj|endobj|stream|endstream|xref|trailer|startxref|Tf|T[dDjJm*]|BT"
            r"|ET|rg|re|cm|Do)"
            r"\b[^\n]{0,40}$|<<[^\n]{0,400}$|[^\n]{0,200}>>$|\d{1,10}$|\d{10} \d{5} [nf]$"
            r"|/[A-Z]\w{1,30}\b[^\n]{0,200}$"
            r"|%%EOF$|%[^\n]{0,8}$"
        ),
    },
    regex.MULTILINE,
)


class Block(NamedTuple):
    """A run of code [start, end) in code points; `first`: where its first signature starts."""

    start: int
    end: int
    kind: str
    first: int


class Signatures(NamedTuple):
    """How code of a kind begins: an expression, what its matches start with, and the rest.

    `holding` are those of its alternatives that start with no certain word, with what they hold.
    """

    source: str
    anchors: tuple[str, ...]
    holding: list[tuple[str, str]]


@functools.cache
def signatures() -> dict[str, Signatures]:
    """The signatures of each kind of code."""
    return {kind: _signatures(**table) for kind, table in load_toml(SIGNATURES).items()}


def _signatures(
    patterns: list[tuple[str, str]], holding: Iterable[tuple[str, str]] = ()
) -> Signatures:
    source = "|".join(f"(?:{source})" for _, source in (*patterns, *holding))
    anchors = {anchor for starts, _ in patterns for anchor in starts.split("|")}
    return Signatures(source, tuple(sorted(anchors)), list(holding))


def signatures_in(signs: Signs, kind: str) -> "Iterator[regex.Match[str]]":
    """What the expression of a kind finds in a text, in order."""
    text, (source, anchors, holding) = signs.text, signatures()[kind]
    starts = [
        (match.start() for match in pattern.finditer(text, overlapped=True))
        for part, alone in holding
        if part in text and (pattern := compile_regex(alone, regex.MULTILINE))
    ]
    pattern = compile_regex(source, regex.MULTILINE)
    return matches_at(pattern, text, merge(signs.places(anchors), *starts))


def _sources() -> Iterator[str]:
    for table in load_toml(SIGNATURES).values():
        yield from (source for _, source in (*table["patterns"], *table.get("holding", ())))


def is_json(text: str) -> bool:
    """Whether a text is JSON throughout: as a whole, or each of its lines that are not blank."""
    import json

    stripped = text.strip()
    if stripped[:1] not in OPENING or stripped[-1:] not in CLOSING:
        return False
    try:
        json.loads(stripped)
    except (ValueError, RecursionError):
        pass
    else:
        return True
    try:
        return all(
            isinstance(json.loads(line), dict | list)
            for line in stripped.splitlines()
            if line.strip()
        )
    except (ValueError, RecursionError):
        return False


def blocks(document: Document) -> list[Block]:
    """The runs of code of the page itself, in order: a fact."""
    if document.has_markup:
        return []
    text = document.text
    if not document.fact(signs).has_any(SIGNS):
        return []
    places = sorted(
        (match.start(), match.end(), kind)
        for kind in signatures()
        for match in signatures_in(document.fact(signs), kind)
    )
    if not places or document.fact(is_about_code) or is_json(text):
        return []
    found: list[Block] = []
    for first, signed, kind in places:
        if found and first < found[-1].end:
            continue
        since = found[-1].end if found else 0
        start, end = _run(text, first, signed, kind, since)
        if found and kind == found[-1].kind and not text[since:start].strip(" \t\n"):
            found[-1] = found[-1]._replace(end=end)
        else:
            found.append(Block(start, end, kind, first))
    return found


def _by_signature(document: Document) -> dict[int, Block]:
    """The runs of code by where their first signature starts: a fact."""
    return {block.first: block for block in document.fact(blocks)}


def _leaves_text(document: Document) -> bool:
    """Whether anything but white space stands outside the runs of code: a fact."""
    text, end = document.text, 0
    for block in document.fact(blocks):
        if text[end : block.start].strip():
            return True
        end = block.end
    return bool(text[end:].strip())


def _run(text: str, first: int, end: int, kind: str, since: int) -> tuple[int, int]:
    """The run of code around the signature at [first, end)."""
    if kind == "error":
        return first, end
    if kind == "pdf":
        return _lines(text, first, end, since)
    low = max(since, text.rfind("\n", 0, first) + 1, first - BEFORE)
    lead = _patterns["selector" if kind == "style" else "assigned"].search(text, low, first)
    start = lead.start() if lead else first
    while text[start : start + 1].isspace():
        start += 1
    return start, _end(text, start, end, is_data=kind == "data")


def _end(text: str, start: int, end: int, *, is_data: bool) -> int:
    """Where the code that begins at `start` ends: no bracket is open and no code follows."""
    depth, at, last, patience = 0, start, end, DATA_PROSE if is_data else 1
    limit = min(len(text), start + LONGEST)
    for edge in _patterns["edge"].finditer(text, start, limit):
        if edge.start() < at:
            continue
        found = edge.group()
        at = edge.end()
        depth = max(0, depth + EDGES.get(found, 0))
        if at < end or found in "([{" or found[0] in "\"'":
            continue
        if found == "\n" and depth and _patterns["prose"].match(text, at):
            patience -= 1
            if not patience:  # it was cut off
                return max(last, _line_end(text, end)) if is_data else last
        if depth:
            continue
        if found != "\n":
            last = at
        while comment := _patterns["comment"].match(text, at, limit):
            at = last = comment.end()
        if not _patterns["more"].match(text, at, limit):
            return last
    return limit if depth else last


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _lines(text: str, first: int, end: int, since: int) -> tuple[int, int]:
    """The lines around [first, end) that are a PDF's own."""
    start = text.rfind("\n", 0, first) + 1
    start = max(since, start if not text[start:first].strip() or first - start < BEFORE else first)
    if _patterns["pdf"].match(text, start) is None:
        start = first
    while True:
        after = text.find("\n", end)
        end = len(text) if after < 0 else after
        if after < 0 or not _patterns["pdf"].match(text, after + 1):
            return start, end
        end = after + 1


@rule(
    "MKP003",
    severity=Severity.ERROR,
    patterns=_sources,
    fix=Safety.UNSAFE,
    bad=[
        (
            "The bridge opens in May.\n⟦window.dataLayer = window.dataLayer || [];\nfunction "
            "gtag(){dataLayer.push(arguments);}\ngtag('js', new Date());⟧\nIt took six years."
        ),
        (
            "The bridge opens in May. ⟦(adsbygoogle = window.adsbygoogle || []).push({});⟧ It "
            "took six years."
        ),
        "⟦googletag.cmd.push(function() { googletag.display('div-gpt-ad-1'); });⟧\nThe mayor agreed.",
        "Der Rat tagte.\n⟦var _gaq = _gaq || []; _gaq.push(['_trackPageview']);⟧\nDer Rat beschloss es.",
        (
            "Порт закрыт.\n⟦$(document).ready(function(){\n  $('.gallery').slick({ dots: true "
            "});\n});⟧\nОн откроется в мае."
        ),
        "Le pont. ⟦.caption{color:red;font-size:12px} #main p { margin: 0 }⟧ Il ouvre en mai.",
        "⟦@media (max-width: 600px) { .ad { display: none; } }⟧\nThe river rose.",
        '⟦{"@context":"https://schema.org","@type":"NewsArticle","headline":"The river"}⟧\nThe river rose.',
        "The table shows it.\n⟦endstream\nendobj\n12 0 obj\n<< /Type /Page >>⟧\nThe second part begins.",
        "⟦<script type=\"text/javascript\">document.write('x');</script>⟧The river rose.",
        (
            "The river rose.\n⟦Warning: mysql_connect(): Access denied in /home/site/db.php on "
            "line 12⟧\nIt fell."
        ),
        "Photo: port.\n⟦if (typeof ads !== 'undefined') { ads.show(); }⟧\nMore below.",
        "⟦(adsbygoogle = window.adsbygoogle || []).push({});⟧",
    ],
    good=[
        "The function(s) of the council are set out in law; it met (twice) in May.",
        "f(x) = {1, 2}; the window. It opened { slowly }.",
        "Python and JavaScript differ. In JavaScript you write:\nfunction add(a, b) { return a + b; }",
        "Open the document. Write to the window. The table: 12 chairs.",
        "The price index (base = 100; see [3]) rose.",
        "She wore a .45 and he {the villain} laughed; ha!",
        "In HTML, CSS like .a { color: red } goes into a style sheet.",
        "Warning: the ice is thin on line 12.",
        "$ (document) and the table: {margin} are words.",
        '{"id": 1, "text": "The mayor of the town said that it is good."}\n',
        '{"@type": "Article", "name": "One"}\n{"@type": "Article", "name": "Two"}\n',
    ],
    fixed=[
        "The bridge opens in May.\nIt took six years.",
        "The bridge opens in May. It took six years.",
        "The mayor agreed.",
        "Der Rat tagte.\nDer Rat beschloss es.",
        "Порт закрыт.\nОн откроется в мае.",
        "Le pont. Il ouvre en mai.",
        "The river rose.",
        "The river rose.",
        "The table shows it.\nThe second part begins.",
        "The river rose.",
        "The river rose.\nIt fell.",
        "Photo: port.\nMore below.",
        "(adsbygoogle = window.adsbygoogle || []).push({});",
    ],
)
def script_css(document: Document, match: Match) -> Iterator[Finding]:
    """Code of the page in its text: script, style sheet, page data, PDF operators, a server's error.

    What makes code the page's own is its signature: analytics and advertising calls, `document.write(`,
    style rules with properties that exist, JSON-LD, `endstream`. From there the run is followed to where
    no bracket is open and no statement follows, so that prose before and after it on the line stays.
    Texts about programming show code to their readers and are left alone (two different words of the
    trade, or two lines of a listing, make one), and so are Markdown files and texts that are JSON
    throughout, as a whole or line by line. Brackets alone prove nothing. The fix deletes the code, but
    never all that a text has.
    """
    text = document.text
    if block := document.fact(_by_signature).get(match.start()):
        quoted = " ".join(text[block.start : min(block.end, block.start + QUOTED)].split())
        more = "…" if block.end - block.start > QUOTED else ""
        message = f"{KINDS[block.kind]} “{quoted}{more}” in the text"
        edit = delete_span(text, block.start, block.end)
        fix = Fix((edit,)) if document.fact(_leaves_text) else None
        yield Finding(block.start, block.end, message, fix)
