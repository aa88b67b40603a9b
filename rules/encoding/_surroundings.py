"""What the text around an escape tells: code, path or prose, and whether escapes are its habit."""

import functools

from textlint.api import Document, Expressions, Match

HEX = "[0-9A-Fa-f]"
UNITS = (
    rf"(?:\\{{1,2}}(?:u{HEX}{{4}}|u\{{{HEX}{{1,6}}\}}|U{HEX}{{8}}|x{HEX}{{2}}))+|(?:%u{HEX}{{4}})+"
)
UNIT_SIGNS = ("\\u", "\\U", "\\x", "%u")
"""One is in each of UNITS."""
BREAK = r"\\{1,2}(?:r\\{1,2}n|n)(?:[ ]{0,2}\\{1,2}[nrt])*"

AROUND = 120
"""Code points of the line, on each side of an escape, that tell code from prose."""
TOKEN = 100
"""Code points on each side of an escape in which its word, path or address ends."""
SYSTEMATIC = 3
"""Sure escapes of a kind in a text from which the unsure ones are taken for the same."""
CODE_LINES = 3
"""Lines with code from which a text is a programmer's, who may quote escapes on any line."""
QP_LINE = range(66, 78)
"""Code points of a line that quoted-printable broke, its "=" included: at most 76, and near it."""
QUOTES = frozenset("\"'`“”‘’")


@functools.cache
def expressions() -> Expressions:
    """The expressions of the checks, compiled at their first use."""
    sources = {
        "code": r"[{}]|==|=>|->|&&|\|\||\w\(\s*[\"'\\]|[\"']\s*[+%]\s*[\"'\w]|%[sd]\b"
        r"|^[^\S\n]*(?:\$\s|>>>|//|/\*|#!|#define|#include)|\\(?:begin|end|frac|left|right|text|math)"
        r"|\b(?:print|echo|import|return|require)\s*[(\"'$\\]|\b(?:printf|preg_\w+|console\.\w)"
        r"|\b(?:sed|grep|awk|tr)\s+-?[\"'\w]*[\"'/]|\s=\s*[\"'\[]|[\"']\s*:\s*[\"'\[{]"
        r"|\b(?:var|let|const|char)\s\S{1,40}\s?=|</?\w{1,20}[^<>]{0,99}=",
        "topic": r"\b(?:escapes?|escaped|escaping|backslash|regex\w*|RegExp|JSON|JavaScript|Python|PHP"
        r"|Unicode|UTF-\d+|ASCII|(?:La|Bib)?TeX|HTTP/1|carriage|newlines?|code points?|encod\w+)\b",
        "path": r"\b[A-Za-z]:\\|^\\\\\w|[\w:]\\[A-Za-z]\w*\\$",
        "braced": r"\\u\{[0-9A-Fa-f]{1,6}\}",
        "url": r"://|www\.|[/?&@#]|\.[A-Za-z]{2,5}$",
        "units": UNITS,
        "newlines": rf"(?<=(?:[.!?…。！？”’\"»)]|\p{{L}}{{2}}:)[ ]?)(?:{BREAK})"
        r"(?=[ ]?[\p{Lu}\p{Lo}“\"«]|\s*$)"
        r"|(?<=[\p{L}\p{N}.,!?:;…”’»)])(?:(?:\\{1,2}r)?\\{1,2}n){2,9}(?=[\p{L}\p{N}“«—–•*-])",
        "lined": rf"(?<=\p{{L}})(?:{BREAK})(?=\p{{Lu}}[\p{{Ll}}\p{{M}}’']*\s)",
        "folder": r"\b[A-Za-z]:\\|\\\\",
        "apostrophe": r"(?<=\p{L})\\{1,3}'(?=(?:s|t|d|m|re|ve|ll|em)\b|[hbdfjqtvwxBHDFJQTVWX])",
        "tex": r"\\[\"'`^~]\{|\\(?![nrtux])[a-zA-Z]{3,}|\$[^$\n]{1,40}\$",
        "multibyte": r"=[C-F][0-9A-F]=[89AB][0-9A-F]",
        # A letter inside a word, no colour (=E6e6fa) and no value (=DEutsch).
        "latin": r"(?<=\p{L})=(?:92|DF|E[0-9A-F]|F[0-9A-D])(?=\p{Ll})(?![0-9A-Fa-f]{4}\b)",
        "soft": rf"^[^\n]{{{QP_LINE[0] - 1},{QP_LINE[-1] - 1}}}=\r?$",
        "closer": r"(?<=[\p{L}\p{N}.,!?…;:)])\\{1,3}\"(?=[\s.,;:!?)\]\p{Pd}]|$)",
        "letters": r"\p{L}+",
    }
    import regex

    return Expressions(sources, regex.MULTILINE)


def glued_units(document: Document) -> int:
    """How many escapes of code points touch a word in the text, up to SYSTEMATIC: a fact."""
    text, count = document.text, 0
    if not any(sign in text for sign in UNIT_SIGNS):
        return 0
    for match in expressions()["units"].finditer(text):
        before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
        count += before.isalpha() or after.isalpha() or (bool(before) and before in ".!?")
        if count == SYSTEMATIC:
            break
    return count


def sure_breaks(document: Document) -> int:
    """How many escaped line breaks stand between two sentences, up to SYSTEMATIC: a fact."""
    return _count(document, "newlines")


def is_lined(document: Document) -> bool:
    """Whether lines without stops, as those of a poem, were joined by escapes in the text: a fact."""
    return _count(document, "lined") >= SYSTEMATIC and not (
        _count(document, "folder") or has_tex(document) or is_about_code(document)
    )


def is_about_code(document: Document) -> bool:
    """Whether several lines of the text hold code, or speak of escapes: a fact."""
    text, find, count, at = document.text, expressions(), 0, 0
    while count < CODE_LINES:
        places = [m.start() for name in ("code", "topic") if (m := find[name].search(text, at))]
        if not places:
            return False
        count += 1
        at = text.find("\n", min(places)) + 1
        if not at:
            break
    return count >= CODE_LINES


def newline(document: Document) -> str:
    """The line break of the text: a fact."""
    return "\r\n" if "\r\n" in document.text else "\n"


def is_quoted_printable(document: Document) -> bool:
    """Whether the text was encoded for mail as a whole: a fact."""
    return (
        _count(document, "multibyte") > 0
        or _count(document, "latin") > 1
        or _count(document, "soft") > 1
    )


def is_mail(document: Document) -> bool:
    """Whether several characters of the text are bytes of encoded mail: a fact."""
    return _count(document, "multibyte") >= SYSTEMATIC or _count(document, "soft") > 1


def _count(document: Document, name: str) -> int:
    """How often an expression matches, up to SYSTEMATIC."""
    found = expressions()[name].finditer(document.text)
    return sum(1 for _ in zip(range(SYSTEMATIC), found, strict=False))


def sure_apostrophes(document: Document) -> bool:
    """Whether an escaped apostrophe in the text can be nothing else: a fact."""
    return _count(document, "apostrophe") > 0


def has_tex(document: Document) -> bool:
    """Whether commands of TeX stand in the text: a fact."""
    return _count(document, "tex") > 0


def line_around(document: Document, start: int, end: int) -> tuple[str, str]:
    """The line before and after [start, end); of a long line the part around it."""
    first, last = document.line_span(start)
    return (
        document.text[max(first, start - AROUND) : start],
        document.text[end : max(end, min(last, end + AROUND))],
    )


def token(text: str, start: int, end: int) -> tuple[str, str]:
    """What is glued to [start, end) without white space, on each side."""
    before = text[max(0, start - TOKEN) : start].split()
    after = text[end : end + TOKEN].split()
    left = before[-1] if before and not text[start - 1].isspace() else ""
    right = after[0] if after and not text[end].isspace() else ""
    return left, right


def is_code(document: Document, match: Match) -> bool:
    """Whether an escape with a backslash stands in code, in a path, or is quoted by the author."""
    find, (start, end) = expressions(), match.span()
    before, after = line_around(document, start, end)
    around = f"{before}\n{after}"
    if "{" in around:
        around = find["braced"].sub("", around)
    if find["code"].search(around) or after.rstrip().endswith(";"):
        return True
    systematic = (
        document.fact(glued_units) >= SYSTEMATIC or document.fact(sure_breaks) >= SYSTEMATIC
    )
    if not systematic and find["topic"].search(around):
        return True
    left, right = token(document.text, start, end)
    if left and find["path"].search(left + "\\"):
        return True
    if left[:1] in QUOTES and (left + right)[-1:] in QUOTES and len(left + right) > 1:
        return not systematic
    return False
