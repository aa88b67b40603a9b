"""Character references of HTML that were never turned into their characters."""

import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

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
    script_of,
    with_blanks,
)

from . import tag
from ._anchors import anchored, signs
from ._code import is_quoted, mentions_markup, touches
from ._signs import Signs
from .script import blocks

if TYPE_CHECKING:
    import regex

BARE = (
    "aacute|agrave|amp|apos|auml|bull|ccedil|copy|deg|eacute|ecirc|egrave|euro|gt|hellip|laquo"
    "|ldquo|lsquo|lt"
    "|mdash|middot|nbsp|ndash|ntilde|oacute|ocirc|ouml|quot|raquo|rdquo|reg|rsquo|shy|szlig"
    "|trade|uacute|uuml"
)
"""References that are met without their semicolon."""
ANY = rf"&(?:[#;]|[^\S\n](?:\#|[a-z]{{2,6}};)|[a-zA-Z][a-zA-Z\d]{{1,31}};|{BARE})"
"""How a reference begins that has its ampersand."""
ALONE = "39|34|038|039|160|171|187|8211|8212|8216|8217|8220|8221|8230|x27"
"""Numbers of references that are met without their ampersand (don#39;t)."""
NAMED = r"(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-zA-Z][a-zA-Z\d]{1,31});"
WHOLE = (
    rf"&(?:amp;){{0,8}}{NAMED}"  # also escaped several times
    rf"|&(?:amp;){{0,8}}(?:nbsp|quot(?![a-z]{{0,20}}=)|(?:{BARE}|#(?:\d{{2,5}}"
    rf"|x[\da-f]{{2,4}}))(?![\w=;]))"
    rf"|&[^\S\n](?:#\d{{2,5}}|{BARE});|&\#[^\S\n]\d{{2,5}};|&;(?:amp|nbsp|quot|lt|gt)\b"
)
"""References that begin with their ampersand."""
HEADLESS = (
    r"(?<![&\w#;])(?:nbsp;|quot;(?=\w)|amp;(?=\w|\#))|(?<=\w)nbsp;|(?<=[.,!?])(?:nbsp|quot);"
    rf"|(?<=\p{{L}})#(?:{ALONE});|(?<![&#;\w])#(?:{ALONE});(?=\p{{L}})"
)
"""References that lost it: rests of a word, never words of their own."""
ONE = f"(?:{WHOLE}|{HEADLESS})"
HINTS = ("nbsp;", "amp;", "quot;", "#39;", "#34;", "#82", "#16", "#17", "#18", "#03", "#x2")
"""What every reference without its ampersand holds."""
ANCHORS = ("&", "nbsp;", "quot;", "amp;", *(f"#{number};" for number in ALONE.split("|")))
"""What references start with."""
ESCAPED_TAG = (
    r"&(?:amp;){0,3}lt;(?P<tag>/?[a-z][a-z\d:]{0,15}(?:\s[^<>\n]{0,1000}?)?\s{0,3}/?|!--[^<>\n"
    r"]{0,1000}?--)"
    r"&(?:amp;){0,3}gt;"
)
BLANK = frozenset("\t\n\r \u00a0\u2002\u2003\u2004\u2005\u2007\u2008\u2009\u200a\u202f")
"""What stands for a plain space: a no-break space would be a finding of its own."""
INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")
JOINING = frozenset(
    "Arabic Bengali Devanagari Gujarati Gurmukhi Kannada Malayalam Sinhala Tamil Telugu".split()
)
"""Scripts in which a zero-width joiner or non-joiner spells words."""
NO_SPACE_BEFORE = frozenset(",.)]}”’…、。，！？：；")
FRENCH = frozenset(";:!?»")
NO_SPACE_AFTER = frozenset("([{“‘„")
CONTEXT = 200
"""Code points around a reference that are read for an address or a tag that the fix would make."""
ROUNDS = 10
ABOUT = 60
"""Code points on each side of a reference in which a word shows that the sentence is about it."""
SHOWN = (
    r"(?i)\b(?:html|xml|entit(?:y|ies)|escap(?:e|ed|es|ing)|character references?|tags?|entités?"
    r"|entidad(?:es)?|entität(?:en)?|entità|сущност\w{1,3})\b|实体|實體|エンティティ|文字参照|엔티티"
    r"|\b(?:writ(?:e|ing|ten)|typ(?:e|ing)|cod(?:e|ed|es)|encod(?:e|ed|ing)|becomes|écri(?:re|vez)"
    r"|escrib(?:e|ir)|código|schreib(?:t|en)|zeichen|codice|código|код|пишите|напишите)"
    r"\s(?:\w{1,4}\s)?[\"“'„«]?&(?:amp;){0,3}[#a-z]"
)
"""Words of sentences that tell how a character is written in HTML."""

_patterns = Expressions(
    {
        "run": rf"(?i:{ESCAPED_TAG})|(?:{ONE})(?:[ \t]{{0,3}}(?!&(?:amp;){{0,3}}lt;)(?:{ONE}))*+",
        "one": ONE,
        "quotation": r"\"|&(?:amp;){0,3}(?:quot|#0?34|#x22)\b|[„«]",
        "shown": SHOWN,
        "address": r"(?:://|\bwww\.|[?&][\w.-]{1,40}=)\S*$",
    }
)


class Reference(msgspec.Struct, frozen=True):
    """A run of references: its place in code points, what it stands for, whether it is a tag."""

    start: int
    end: int
    meaning: str
    is_tag: bool = False


def references(document: Document) -> list[Reference]:
    """The references in the text, those side by side as one: a fact."""
    text = document.text
    if document.has_markup:
        return []
    found = [
        ref
        for match in anchored(_patterns["run"], document.fact(signs), ANCHORS)
        for ref in _split(text, match)
    ]
    if not found or document.fact(mentions_markup):
        return []
    code, tags = document.fact(blocks), document.fact(tag.tags)
    return [
        ref
        for ref in found
        if not is_quoted(text, ref.start, ref.end)
        and not touches(code, ref.start, ref.end)
        and not touches(tags, ref.start, ref.end)
    ]


def _split(text: str, match: "regex.Match[str]") -> Iterator[Reference]:
    """The references of a run, without those that are none (&foo; in an address)."""
    start, end = match.span()
    before = text[max(0, start - CONTEXT) : start].rsplit(None, 1)
    joined = before[-1] if before and not text[start - 1 : start].isspace() else ""
    if _patterns["address"].search(joined + "$"):
        return
    if match["tag"] is not None:
        name = match["tag"].split(None, 1)[0].strip("/").lower()
        if tag.in_text(Signs(decode(match.group()))) or f"lt;/{name}&" in text:
            yield Reference(start, end, "", is_tag=True)
            return
    meanings: list[str] = []
    is_blank = False
    for one in _patterns["one"].finditer(text, start, end):
        meaning = decode(one.group())
        if meaning == one.group() or not _is_character(meaning):
            continue
        gap = text[end : one.start()] if meanings else ""
        goes_on = is_blank and meaning.isspace() and not gap.strip(" \t")
        if meanings and (not gap or goes_on):
            meanings += [gap, meaning]
            is_blank = is_blank and meaning.isspace()
        else:
            if meanings:
                yield Reference(start, end, "".join(meanings))
            start, meanings, is_blank = one.start(), [meaning], meaning.isspace()
        end = one.end()
    if meanings:
        yield Reference(start, end, "".join(meanings))


def decode(found: str) -> str:
    """The text that a reference stands for, however often it was escaped; itself if it is none."""
    import html

    plain = found
    if plain.startswith("&;"):
        plain = f"&{plain[2:]};"
    plain = plain.replace("& ", "&").replace("# ", "#")
    if not plain.startswith("&"):
        plain = "&" + plain
    for _ in range(ROUNDS):
        before, plain = plain, html.unescape(plain)
        if before == plain or len(plain) == 1:
            break
    if "&" in plain and len(plain) > 1 and not found.lower().startswith("&amp;"):
        return found
    return plain


def _is_character(meaning: str) -> bool:
    """Whether a reference stands for characters that can be in a text."""
    return all(c.isprintable() or c in BLANK or c in INVISIBLE for c in meaning)


@rule(
    "MKP002",
    severity=Severity.ERROR,
    each=references,
    gate=(ANY, *(Phrase(hint, "anywhere") for hint in HINTS)),
    fix=Safety.SAFE,
    bad=[
        "Smith ⟦&amp;⟧ Sons opened in 1902.",
        "The price⟦&nbsp;⟧rose.⟦&nbsp;&nbsp;⟧It fell.",
        "P⟦&eacute;⟧ter Pongr⟦&aacute;⟧cz said so.",
        "He said ⟦&#8220;⟧yes⟦&#8221;⟧ and left.",
        "It⟦&amp;#039;⟧s late, and it isn⟦&#146;⟧t over.",
        "Twice ⟦&amp;amp;amp;⟧ thrice, a⟦&amp;nbsp;⟧b.",
        "The value is p ⟦&lt;⟧ 0.05.",
        "Город ⟦&#1055;&#1086;&#1088;&#1090;⟧ на юге.",
        "We don⟦#39;⟧t know.⟦&nbsp⟧",
        "Le port⟦& nbsp;⟧est fermé.",
        "One.\n⟦&nbsp;⟧\nTwo.",
        "Tom ⟦&quot⟧ Jerry",
        "So⟦&shy;⟧fort, bitte.",
        "A ⟦&;amp⟧ B",
        "⟦&lt;p&gt;⟧The river rose.⟦&lt;/p&gt;⟧",
        "Paris⟦&hellip;⟧ et puis",
        "She said “yes⟦&quot;⟧ and left.",
        "It isn’t late, and it isn⟦&#39;⟧t over.",
        "He wrote ⟦&quot;⟧no” to her.",
        "“Smith ⟦&quot;⟧Bob⟦&quot;⟧ Jones” of the ⟦&#64257;⟧rst house",
        "Write ⟦&lt;⟧ for the sign that opens, and the entity ⟦&amp;reg;⟧ for a mark.",
    ],
    good=[
        "AT&T, R&D and Q&A; Marks & Spencer; he &c. wrote.",
        "See https://example.org/?a=1&copy=2&reg=3&amp;lang=en for it.",
        "Call www.example.org/p?x=1&nbsp;=2 for it.",
        "Terms & Conditions; privacy & more; rock &roll;",
        "In HTML the entity &nbsp; is a no-break space.",
        "He bought an amp; then he left. Jury #12; room #40;",
        "The string “&amp;” appears in the file.",
        "issue #39 and #8217 were closed; room #34; bus #39; it left",
        "An aliquot; a guitar amp; all of it.",
    ],
    fixed=[
        "Smith & Sons opened in 1902.",
        "The price rose. It fell.",
        "Péter Pongrácz said so.",
        "He said “yes” and left.",
        "It's late, and it isn’t over.",
        "Twice & thrice, a b.",
        "The value is p < 0.05.",
        "Город Порт на юге.",
        "We don't know.",
        "Le port est fermé.",
        "One.\nTwo.",
        'Tom " Jerry',
        "Sofort, bitte.",
        "A & B",
        "The river rose.",
        "Paris… et puis",
        "She said “yes” and left.",
        "It isn’t late, and it isn’t over.",
        "He wrote “no” to her.",
        '“Smith "Bob" Jones” of the first house',
        "Write < for the sign that opens, and the entity ® for a mark.",
    ],
    known_failures=["Tom ⟦amp;⟧ Jerry ran."],
)
def html_entity(document: Document, reference: Reference) -> Iterator[Finding]:
    """A character reference of HTML instead of its character: `&amp;`, `&#8217;`, `&nbsp;`.

    Named, decimal and hexadecimal ones, those escaped twice or more (`&amp;amp;`), with old Windows
    numbers (`&#146;`), without their semicolon or ampersand (`&nbsp`, `don#39;t`). References side by
    side are one finding. Unknown names, addresses (`?a=1&copy=2`), company names and texts that speak
    of HTML or XML are left alone, and so are Markdown files. The fix writes the character; a no-break
    or other blank becomes a plain space, or nothing where a line or a comma follows; invisible ones go,
    save joiners in scripts that spell with them; a straight mark that is half of a curly pair, or an
    apostrophe among curly ones, becomes curly. An escaped tag is taken out, which is not safe; nor is
    the fix near a word such as "entity" or "write", where the author may show how a sign is written.
    """
    text, start, end = document.text, reference.start, reference.end
    found = text[start:end]
    if reference.is_tag:
        edit = tag.removal(text, tag.Tag(start, end, inline=_is_inline(found)))
        yield Finding(start, end, f"Escaped markup “{found[:60]}”", Fix((edit,)))
        return
    shown = "".join(c for c in reference.meaning if c not in INVISIBLE).strip()
    meaning = f", meant “{shown}”" if shown else ""
    several = found.count("&") - found.count("&amp;") > 1
    what = "HTML entities" if several else "HTML entity"
    edit = _edit(document, reference)
    doubtful = _makes_markup(text, edit) or _is_shown(text, start, end)
    safety = Safety.UNSAFE if doubtful else Safety.SAFE
    yield Finding(start, end, f"{what} “{found[:60]}”{meaning}", Fix((edit,), safety))


def _is_shown(text: str, start: int, end: int) -> bool:
    """Whether words near a reference tell that its sentence may be about it."""
    near = text[max(0, start - ABOUT) : end + ABOUT]
    return _patterns["shown"].search(near) is not None


def _is_inline(found: str) -> bool:
    matches = tag.in_text(Signs(decode(found)))
    return bool(matches) and matches[0].inline


def _edit(document: Document, reference: Reference) -> Edit:
    """The edit that writes what the references stand for."""
    text, start, end = document.text, reference.start, reference.end
    script = script_of(text[start - 1]) if start else None
    meaning = "".join(
        c
        for c in reference.meaning
        if c not in INVISIBLE or (c in "\u200c\u200d" and script in JOINING)
    )
    meaning = _fitted(document, start, end, meaning)
    core = meaning.strip("".join(BLANK))
    blank_before, blank_after = meaning[:1] in BLANK, meaning[-1:] in BLANK
    core = " ".join(core.split()) if core else ""
    if not meaning:
        if text[start - 1 : start] in ("", "\n") and text[end : end + 1] in ("", "\r", "\n"):
            return delete_line(text, start, end)
        return Edit(start, end)
    if not core:
        return _blank(document, start, end)
    first, last = with_blanks(text, start, end)
    left, right = first if blank_before else start, last if blank_after else end
    if blank_before:
        core = core if left == 0 or text[left - 1] == "\n" else " " + core
    if blank_after:
        core = core if right == len(text) or text[right] in "\r\n" else core + " "
    return Edit(left, right, core)


def _fitted(document: Document, start: int, end: int, meaning: str) -> str:
    """The meaning in the glyphs of the text: ligatures as letters, straight marks as curly ones.

    A straight mark becomes curly where it would be the one odd half of a curly pair, or the one
    straight apostrophe of a line: else it would be a new finding.
    """
    if meaning and "\ufb00" <= meaning[0] <= "\ufb06":
        return unicodedata.normalize("NFKC", meaning)
    if meaning not in ('"', "'"):
        return meaning
    text = document.text
    first, last = document.line_span(start)
    before = text[max(first, start - CONTEXT) : start]
    after = text[end : min(last, end + CONTEXT)]
    if meaning == "'":
        inside = before[-1:].isalpha() and after[:1].isalpha()
        curly = inside and "’" in before + after and "'" not in before + after
        return "’" if curly else meaning
    if _patterns["quotation"].search(before + after):
        return meaning
    is_open = before.rfind("“") > before.rfind("”")
    goes_on = 0 <= after.find("”") < (after + "“").find("“")
    if is_open and not goes_on and not after[:1].isalnum():
        return "”"
    if goes_on and not is_open and after[:1].isalnum() and not before[-1:].isalnum():
        return "“"
    return meaning


def _blank(document: Document, start: int, end: int) -> Edit:
    """The edit that makes of a blank one space, or nothing where none may stand."""
    text = document.text
    left, right = with_blanks(text, start, end)
    at_start = left == 0 or text[left - 1] == "\n"
    at_end = right == len(text) or text[right] in "\r\n"
    if at_start and at_end:
        return delete_line(text, start, end)
    french = document.language in ("fr", None) and (
        text[right : right + 1] in FRENCH or text[left - 1] == "«"
    )
    none = (
        at_start
        or at_end
        or text[right] in NO_SPACE_BEFORE
        or (text[right] in FRENCH and not french)
        or text[left - 1] in NO_SPACE_AFTER
    )
    return Edit(left, right, "" if none and not french else " ")


def _makes_markup(text: str, edit: Edit) -> bool:
    """Whether the text that an edit writes would read as a tag or a reference of its own."""
    if not {"<", ">", "&", "#"} & set(edit.replacement):
        return False
    after = text[edit.end : edit.end + CONTEXT]
    around = text[max(0, edit.start - CONTEXT) : edit.start] + edit.replacement + after
    if "&" in edit.replacement and (after[:1] == "#" or after[:1].isalpha()):
        return _patterns["one"].match(edit.replacement[-1] + after) is not None
    import html

    return bool(tag.in_text(Signs(html.unescape(around))))
