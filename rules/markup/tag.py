"""Tags, comments and attributes of HTML and XML that stand in a text."""

from collections.abc import Iterator
from heapq import merge
from typing import TYPE_CHECKING, NamedTuple

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
    rule,
    with_blanks,
)

from ._anchors import anchored, matches_at, signs
from ._code import is_quoted, mentions_markup, touches
from ._signs import Signs
from .script import blocks

if TYPE_CHECKING:
    import regex

SURE = (
    "blockquote|br|caption|colgroup|div|fieldset|figcaption|figure|h[1-6]|hr|iframe|img|nobr|noscript"
    "|span|strong|tbody|tfoot|thead|wbr|nowiki|noinclude|onlyinclude"
)
"""Names that are nothing but tags."""
SHORT = "dd|dl|dt|em|li|ol|p|pre|sub|sup|td|th|tr|ul"
"""Names that linguists may write as spellings (the digraph <th>): they need another tag beside them."""
WORDS = (
    "a|abbr|acronym|address|area|article|aside|audio|b|base|bdi|bdo|big|body|button|canvas|center|cite"
    "|code|col|data|del|details|dfn|em|embed|font|footer|form|head|header|html|i|input|ins|kbd|label"
    "|legend|link|main|map|mark|math|menu|meta|nav|object|option|output|param|picture|q|ref|references"
    "|rp|rt|ruby|s|samp|section|select|small|source|strike|summary|svg|table|textarea|time|title|track"
    "|tt|u|var|video"
)
"""Names that stand for something else as well (<time>, <address>, <b>): they need their closing tag."""
SURE_NAMES, SHORT_NAMES = frozenset(SURE.split("|")), frozenset(SHORT.split("|"))
NAME = rf"(?:{SURE}|{SHORT}|{WORDS})"
NAMESPACED = r"(?:atom|content|dc|fb|g|itunes|m|media|mml|o|st1|svg|v|w|xsl|xs):[a-z][\w-]{0,40}"
FLAG = (
    "allowfullscreen|async|autoplay|checked|compact|controls|defer|disabled|hidden|itemscope|loop|muted"
    "|noshade|nowrap|readonly|required|reversed|selected"
)
VALUE = (
    r"""(?:["“”″][^"“”″<]{0,4000}["“”″]|'[^'<\n]{0,4000}'|&quot;[^<>\n]{0,400}?&quot;"""
    r"""|[^\s"'“”<>=]{1,1000})"""
)
ATTRIBUTE = (
    rf"(?:\s{{1,40}}+(?:[a-z_@:][\w:@.-]{{0,60}}+\s{{0,4}}+=\s{{0,4}}+{VALUE}|(?:{FLAG})(?![\w-])))"
)
QUOTED = r"""(?:\s{1,40}+[a-z_@:][\w:@.-]{0,60}+\s?=\s?["“”″'][^"“”″'<>]{0,4000}["“”″'])"""
KNOWN = (
    r"(?:align|alt|border|class|color|colspan|data-[\w-]{1,40}|height|href|id|rel|rowspan|src|srcset"
    r"|style|target|title|valign|width)"
)
REST_BEFORE = r"(?<![\w<=\"'“”/-])"
NAME_LENGTH = 50
"""Code points of such a name at most, with the blank behind it."""
TAG = (
    r"(?P<comment><!--(?s:.){0,20000}?-->)"
    r"|(?P<declaration><!DOCTYPE\b[^<>]{0,400}>|<\?xml\b[^<>]{0,400}\?>|<!\[CDATA\["
    r"|<!\[(?:end)?if\b[^<>]{0,80}>"
    r"|(?<=\S)\]\]>)"
    rf"|</(?P<closing>{NAME}|{NAMESPACED})\s{{0,4}}>"
    rf"|<(?P<opening>{NAME}|{NAMESPACED})(?P<attributes>{ATTRIBUTE}{{0,40}}+)\s{{0,20}}+(?P<slash>/?)>"
    rf"|<(?P<other>[a-z][\w:-]{{0,40}}+){QUOTED}{{1,40}}+\s{{0,20}}+/?>"
    rf"|<(?P<cut>{NAME}){ATTRIBUTE}{{0,40}}+\s{{1,40}}+{KNOWN}\s?=\s?[\"“”″'][^\s\"“”″'<>]{{0,500}}+"
    rf"(?:[\"“”″'](?=\s|$))?"
    rf"|</(?P<end>{SURE}|{SHORT}|a)(?=\s{{0,4}}(?:\Z|\n|<))"
    rf"|{REST_BEFORE}(?P<rest>{KNOWN}\s?=\s?[\"“”″][^\"“”″<>\n"
    rf"]{{0,500}}[\"“”″]{ATTRIBUTE}{{0,40}}+\s{{0,4}}/?>)"
)
PAGE = (
    r"(?i)\b(?:balises?|étiquettes?|etiquetas?|tags?|tegi|znacznik\w{0,3})\b"
    r"|\bт[еэ]г[аиоу]?м?и?\b|标签|標籤|タグ|태그"
)
"""Words for "tag" near a tag: the sentence is about it."""
NEAR = 60
"""Code points on each side of a tag in which such a word is looked for."""
INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr "
    "nowiki o:p q ref "
    "rp rt ruby s samp small span strike strong sub sup time tt u var wbr".split()
)
"""Tags that stand within a sentence; all others part blocks, whose words must not run together."""
SIGNS = ("<", '="', "=“", "=”", "=″", "]]>")
"""What every tag or rest of one holds: a text without them is passed over."""
NOTE_END = "</ref>"
LONGEST_NOTE = 2_000
"""Code points of a reference of a wiki at most."""
QUOTE = 60
"""Code points of a tag that the message quotes."""

_patterns = Expressions(
    {
        "tag": f"(?im:{TAG})",
        "value": r"=\s?[\"“”″]",
        "name": rf"(?i){REST_BEFORE}{KNOWN}\s?\Z",
        "page": PAGE,
        # a shortcode at the start of the line, which goes as well
        "caption": r"(?m)^\[caption\b[^\[\]\n]{0,200}\]$",
    }
)


class Tag(NamedTuple):
    """A tag, or several without anything but blanks between them; in code points.

    `inline`: whether it stands within a sentence.
    """

    start: int
    end: int
    inline: bool


def tags(document: Document) -> list[Tag]:
    """The tags in the text, those side by side as one: a fact."""
    text = document.text
    if document.has_markup or not document.fact(signs).has_any(SIGNS):
        return []
    found = in_text(document.fact(signs))
    if not found or document.fact(mentions_markup):
        return []
    code = document.fact(blocks)
    kept = [
        tag for tag in found if not _is_shown(text, tag) and not touches(code, tag.start, tag.end)
    ]
    return _joined(text, kept)


def in_text(signs: Signs) -> list[Tag]:
    """Every tag in a text by its form and its company, whatever the text is about."""
    text = signs.text
    matches = list(matches_at(_patterns["tag"], text, _starts(signs)))
    closed = {(m["closing"] or "").lower() for m in matches}
    sure = any(_is_sure(m) for m in matches)
    found = []
    for match in matches:
        name = (match["opening"] or match["closing"] or match["cut"] or match["end"] or "").lower()
        has_company = name in closed or (name in SHORT_NAMES and sure)
        if match["opening"] and not _is_sure(match) and not has_company:
            continue
        if match["comment"] and "--" in match.group()[4:-3].strip("-"):
            continue
        found.append(Tag(*match.span(), name in INLINE or bool(match["comment"])))
        if name == "ref" and match["opening"] and not match["slash"]:
            found[-1] = found[-1]._replace(end=_note_end(text, match.end()))
    return list(_apart(found))


def _starts(signs: Signs) -> Iterator[int]:
    """Where a tag or the rest of one can start: at its sign, or at the name of an attribute."""
    return merge(signs.places(("<", "]]>")), _names(signs))


def _names(signs: Signs) -> Iterator[int]:
    for value in anchored(_patterns["value"], signs, "="):
        at = value.start()
        if name := _patterns["name"].search(signs.text, max(0, at - NAME_LENGTH), at):
            yield name.start()


def _note_end(text: str, start: int) -> int:
    """Where a reference whose opening tag ends at `start` has its end: a note, no part of the sentence."""
    end = text.find(NOTE_END, start, start + LONGEST_NOTE)
    if end < 0 or "<ref" in text[start:end] or "\n\n" in text[start:end]:
        return start
    return end + len(NOTE_END)


def _apart(found: list[Tag]) -> Iterator[Tag]:
    """The tags without those inside a reference that goes as a whole."""
    end = 0
    for tag in found:
        if tag.start >= end:
            end = tag.end
            yield tag


def _is_sure(match: "regex.Match[str]") -> bool:
    """Whether the match can be nothing but markup."""
    if not match["opening"]:
        return not match["rest"]
    name = match["opening"].lower()
    return bool(
        match["attributes"]
        or match["slash"]
        or ":" in name
        or name in SURE_NAMES
        or name[1:].isdigit()
    )


def _is_shown(text: str, tag: Tag) -> bool:
    """Whether the author shows the tag: in quotation marks, or beside the word "tag"."""
    if is_quoted(text, tag.start, tag.end):
        return True
    around = text[max(0, tag.start - NEAR) : tag.start] + " " + text[tag.end : tag.end + NEAR]
    return bool(_patterns["page"].search(around))


def _joined(text: str, found: list[Tag]) -> list[Tag]:
    joined: list[Tag] = []
    for tag in found:
        if joined and not text[joined[-1].end : tag.start].strip(" \t"):
            last = joined.pop()
            joined.append(Tag(last.start, tag.end, last.inline and tag.inline))
        else:
            joined.append(tag)
    return joined


@rule(
    "MKP001",
    severity=Severity.ERROR,
    each=tags,
    gate=[Phrase(sign, "anywhere") for sign in SIGNS],
    fix=Safety.UNSAFE,
    bad=[
        "⟦<p>⟧The ferry runs every hour.⟦</p>⟧\n⟦<p>⟧It was late today.⟦</p>⟧",
        "The ferry runs every hour.⟦<br />⟧It was late.",
        "The ferry,⟦<br>⟧which was late, left.",
        "She called it ⟦<em>⟧un⟦</em>⟧likely.",
        'See ⟦<a href="https://example.org/a" target="_blank">⟧the report⟦</a>⟧ for more.',
        "Il partit.⟦</p><p>⟧Elle resta.",
        "The end.\n⟦<!-- wp:paragraph -->⟧\nMore of it.",
        "Der Hafen ⟦<img src=”karte.png” alt=”Karte” />⟧ liegt im Norden.",
        "Порт⟦<o:p></o:p>⟧ закрыт.",
        'Cut: ⟦<a href="https://example.org/long⟧\nThe next line.',
        'Photo ⟦class="wide" width="300">⟧ of the bridge.',
        "The river rose.⟦</div⟧\nIt fell.",
        "⟦<!DOCTYPE html>⟧\nThe town is small.",
        "港は静かだ。⟦<br/>⟧船が来る。",
        'The town⟦<ref name="census">Census 2020, p. 4.</ref>⟧ grew.',
        "The town⟦<ref>A list, <i>p</i>. 4.</ref>⟧ grew.",
    ],
    good=[
        "If a<b and c>d then a<d.",
        "I <3 this town, and p<0.05 is enough.",
        "Dear <name>, your order <number> is on its way at <time>.",
        "Write to <john@example.com> or see <https://example.org/p>.",
        "A List<String> or Map<String, Integer> holds them.",
        "<anna> hello\n<ben> hi there <laughs> <sigh>",
        "The spelling <th> stands for two sounds, <p> for one.",
        "The HTML element <div> holds a block.",
        "The <br> tag ends a line.",
        "Le tag <p> ouvre un paragraphe.",
        "He typed `<div>` and “<span>” into the box.",
        "감독의 <플래툰> 이 전쟁 영화라면 <7월 4일생> 은 다르다.",
        "(define (f x) (< x 3)) -> yes <-- no -->",
        'The sign says class="A" or better.',
        "Enough of that. </rant> And now to work. </sarcasm>",
        "Open <file>.txt and replace <title> with your own.",
    ],
    fixed=[
        "The ferry runs every hour.\nIt was late today.",
        "The ferry runs every hour.\nIt was late.",
        "The ferry, which was late, left.",
        "She called it unlikely.",
        "See the report for more.",
        "Il partit.\nElle resta.",
        "The end.\nMore of it.",
        "Der Hafen liegt im Norden.",
        "Порт закрыт.",
        "Cut:\nThe next line.",
        "Photo of the bridge.",
        "The river rose.\nIt fell.",
        "The town is small.",
        "港は静かだ。\n船が来る。",
        "The town grew.",
        "The town grew.",
    ],
    known_failures=["The spelling was ⟦<b>⟧bold here."],
)
def html_tag(document: Document, tag: Tag) -> Iterator[Finding]:
    """A tag, a comment or an attribute of HTML or XML in the text.

    Names that are nothing but tags (`<div>`, `<br />`), tags with attributes and closing tags count by
    themselves. A bare opening tag whose name is a word or a letter (`<time>`, `<b>`) counts only with
    its closing tag, one of two letters (`<th>`, also the spelling that linguists write so) only beside
    another tag. Unknown names are placeholders, titles or speakers. Texts that deal with markup or
    programming are left alone, and so are Markdown files, where tags are legal. Scripts and style
    sheets are MKP003's. The fix deletes the tag and keeps what it encloses, save a wiki's reference,
    which goes as a whole; between blocks it leaves a
    line break, or a space where the sentence goes on.
    """
    quoted = " ".join(document.text[tag.start : tag.end].split())
    quoted = quoted if len(quoted) <= QUOTE else quoted[: QUOTE - 1] + "…"
    yield Finding(
        tag.start, tag.end, f"Markup “{quoted}” in the text", Fix((removal(document.text, tag),))
    )


def removal(text: str, tag: Tag) -> Edit:
    """The edit that takes a tag out: words within a sentence stay joined, blocks stay apart."""
    start, end = with_blanks(text, tag.start, tag.end)
    at_start = start == 0 or text[start - 1] == "\n"
    at_end = end == len(text) or text[end] in "\r\n"
    if at_start and at_end:
        return delete_line(text, tag.start, tag.end)
    at_start = (
        at_start or _patterns["caption"].search(text, max(0, start - QUOTE * 5), start) is not None
    )
    if at_start or at_end:
        return Edit(start, end)
    if tag.inline or text[tag.start : tag.start + 4].lower() == "<img":
        spaced = start < tag.start or end > tag.end
        if not spaced or text[end] in ",.;:!?)]}…»”":
            return Edit(tag.start if not spaced else start, end)
        return Edit(start, end, " ")
    runs_on = text[end].islower() or text[start - 1] in ",;–—-("
    return Edit(start, end, " " if runs_on else "\n")
