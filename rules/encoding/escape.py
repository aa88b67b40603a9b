"""ENC006: escapes that a program wrote for characters, and that no program read."""

from collections.abc import Iterator

from textlint.api import (
    BLANKS,
    Document,
    Edit,
    Example,
    Finding,
    Fix,
    Match,
    Safety,
    Severity,
    rule,
    with_blanks,
)

from ._escapes import (
    decode_mail_words,
    decode_numbers,
    decode_percent,
    decode_quoted,
    decode_units,
    decode_utf7,
    is_plain,
    tidy,
)
from ._surroundings import (
    AROUND,
    BREAK,
    HEX,
    QP_LINE,
    QUOTES,
    SYSTEMATIC,
    UNITS,
    expressions,
    glued_units,
    has_tex,
    is_about_code,
    is_code,
    is_lined,
    is_mail,
    is_quoted_printable,
    newline,
    sure_apostrophes,
    sure_breaks,
    token,
)

LITERAL = (
    r"(?<!\w)b'[^'\n\\]{0,200}\\x[89a-f][0-9a-f][^'\n]{0,400}'"
    r'|(?<!\w)b"[^"\n\\]{0,200}\\x[89a-f][0-9a-f][^"\n]{0,400}"'
)
"""A string of bytes as Python shows it."""
PERCENT = rf"(?:%{HEX}{{2}})+"
QUOTED = r"=[0-9A-F]{2}(?:(?:=\r?\n)?=[0-9A-F]{2})*"
SOFT = r"(?<=[^=\s][ ]?)=\r?\n"
MAIL_WORD = r"=\?[A-Za-z0-9_-]{2,20}\?[QqBb]\?[^?\s]{1,200}\?="
MAIL = rf"{MAIL_WORD}(?:\s{{1,3}}{MAIL_WORD}){{0,20}}"
UTF7 = r"(?<=\p{L})\+[A-Za-z0-9/]{3,40}-(?=\p{L}|\s)"
MARK = r"\\{1,3}[\"']"
RTF = r"(?<=\p{L})\\'(?:[89a-f][0-9]|[89][a-f])"
"""A byte as rich text has it. Two letters (\'ec) may be TeX's accent and the rest of a word."""
CSS = r"(?<=\p{L})\\20(?:18|19)[ ]?(?=(?:s|t|re|ve|ll|d|m)\b)"
SLASH = r"\\/(?:[^\s\\\"'<>]{0,80}\\/){0,20}"

NUMBERS = r"(?:<U\+[0-9A-F]{4,8}>)+|(?:<[c-f][0-9a-f]>(?:<[89ab][0-9a-f]>){1,3})+|(?:\\[23][0-7]{2}){2,99}"
"""Code points and bytes as R prints them, and bytes in the octal numbers of C and git."""

WORD = 3
"""Escaped letters in a row from which they are a word, not the name of a character."""
SHOWN = 24
"""Code points of an escape, and of what it stands for, that a message quotes."""
BRACKETS = frozenset("()[]{}<>,;:=|")
STOPS = frozenset(".!?…。！？:;,”’\"')]>*»")
"""What stands before an escaped line break at the end of a sentence."""
MARKS = frozenset("‘’“”–—…«»")


@rule(
    "ENC006",
    severity=Severity.ERROR,
    fix=Safety.SAFE,
    patterns=[
        LITERAL,
        UNITS,
        BREAK,
        RTF,
        MARK,
        SLASH,
        CSS,
        PERCENT,
        MAIL,
        QUOTED,
        SOFT,
        UTF7,
        NUMBERS,
    ],
    bad=[
        "This is Ukraine⟦\\u2019⟧s day, said the caf⟦\\u00e9⟧ owner. ⟦\\ud83d\\ude00⟧",
        "It isn⟦\\x92⟧t na⟦\\xc3\\xaf⟧ve at all ⟦\\u2013⟧ nor ⟦\\u{201c}⟧old⟦\\u{201d}⟧.",
        "⟦\\u041f\\u0440\\u0438\\u0432\\u0435\\u0442⟧ to all of you.",
        "The company was sold.⟦\\n\\n⟧Nobody knew why.⟦\\r\\n⟧They asked.",
        "A rose is red⟦\\n⟧A violet blue⟦\\n⟧The sugar sweet⟦\\n⟧And so are you",
        "One.⟦\\n⟧Two.⟦\\n⟧Three.⟦\\n⟧Four⟦\\n⟧and so on⟦\\n\\t⟧next",
        "It wasn⟦\\'⟧t his. ⟦\\\"⟧Go away,⟦\\\"⟧ he said, and we⟦\\'⟧ve gone.",
        "Open 24⟦\\/⟧7 and see http:⟦\\/\\/example.org\\/⟧page for more.",
        "It⟦%E2%80%99⟧s a caf⟦%C3%A9⟧ on the Champs⟦%20⟧Elysees,⟦%u201C⟧right⟦%u201D⟧.",
        "A na⟦=C3=AF⟧ve idea isn⟦=E2=80=99⟧t a fa⟦=E7⟧ade.",
        "The title was ⟦=?UTF-8?Q?Caf=C3=A9_du_Nord?=⟧ and no more.",
        "The field holds ⟦b'caf\\xc3\\xa9 noir'⟧ and more.",
        "R prints naive as na⟦<U+00EF>⟧ve or na⟦<c3><af>⟧ve, and git the caf⟦\\303\\251⟧ file.",
        "They didn⟦+IBk-⟧t say, and didn⟦\\'92⟧t want to: it⟦\\2019 ⟧s so.",
    ],
    fixed=[
        "This is Ukraine’s day, said the café owner. 😀",
        "It isn’t naïve at all – nor “old”.",
        "Привет to all of you.",
        "The company was sold.\n\nNobody knew why.\nThey asked.",
        "A rose is red\nA violet blue\nThe sugar sweet\nAnd so are you",
        "One.\nTwo.\nThree.\nFour\nand so on\nnext",
        "It wasn't his. \"Go away,\" he said, and we've gone.",
        "Open 24/7 and see http://example.org/page for more.",
        "It’s a café on the Champs Elysees,“right”.",
        "A naïve idea isn’t a façade.",
        "The title was Café du Nord and no more.",
        "The field holds café noir and more.",
        "R prints naive as naïve or naïve, and git the café file.",
        "They didn’t say, and didn’t want to: it’s so.",
    ],
    good=[
        "In JSON the apostrophe is written \\u2019, in CSS \\2019.",
        'Write "caf\\u00e9" and the parser reads the accent.',
        "Open C:\\new\\table and D:\\users\\nathan\\texts, or \\\\server\\notes.",
        "Let \\nu be the rate and \\textbf{n} its name; Schr\\\"odinger and d\\'ecembre in TeX.",
        "Split the text at \\n or \\r\\n and join it with \\t.",
        "printf(\"Hello.\\nWorld\\n\"); console.log('It\\'s');",
        "The pattern /^a\\/b$/ matches a\\/b in a regex.",
        "See https://example.org/caf%C3%A9%20noir?q=it%E2%80%99s and IJ%20archive_%20July.pdf.",
        Example("Çocukların %56'sı ve %20'si, yani için%42'lik oran.", "tr"),
        "About 50%20 years ago, 100%Ad and 5%E9.",
        "Set lang=DEutsch, color=E6e6fa or mode=FAlse and x=EEeeee.",
        "Patients on the drug (N=82) or not (n=70, m=A9); width=40 and x=E4.",
        "XDEBUG_CONFIG=\nXDEBUG_ENABLE=true\n==========\nThe end =\nof it",
        "Call UAE+971-585876283 or C+A- and the A+B-team, x+AB- y.",
        "AT&T sold #E2E2E2 paint; the colours =C3 and =A9 of the sheet.",
        'A line ends in "\\" and the folder in "C:\\temp\\".',
    ],
    known_failures=["The first item⟦\\n⟧the second item"],
)
def literal_escape(document: Document, match: Match) -> Iterator[Finding]:
    r"""An escape was left as text: `\u2019`, `\n`, `%E2%80%99`, `=E2=80=99`, `\'`.

    JSON, JavaScript, Python, CSS, addresses and mail write characters in escapes; text that was
    taken out of them without being decoded, or was encoded twice, keeps them. A run that decodes to
    letters, punctuation or line breaks is one finding, and the decoded text its safe fix; what
    decodes to markup is unsafe. No-break spaces become plain ones.

    An escape must be glued to a word (`Ukraine\u2019s`), spell a word of its own, or stand in a
    text with others of its kind; an escaped line break must part two sentences, or be one of many,
    since `\nu` is TeX and `C:\new` a folder. Refuses to touch code, regular expressions, paths,
    TeX, addresses and file names, and escapes that an author quotes to talk about them.
    """
    found = match[0]
    if found.startswith("=?"):
        if not is_code(document, match):
            yield from _decoded(document, match, decode_mail_words(found), sure=True)
    elif found.startswith("="):
        yield from _mail(document, match)
    elif found.startswith("%") and not found.startswith("%u"):
        yield from _percent(document, match)
    elif found[0] == "<" or (found[1:4].isdigit() and found.count("\\") > 1):
        sure = document.text[match.end() : match.end() + 1].isalpha()
        if not is_code(document, match):
            yield from _decoded(document, match, decode_numbers(found), sure=sure)
    elif found.startswith("+"):
        yield from _decoded(document, match, _one_mark(decode_utf7(found)), sure=True)
    elif not is_code(document, match):
        yield from _backslash(document, match)


def _backslash(document: Document, match: Match) -> Iterator[Finding]:
    """Findings on escapes with a backslash, in a line that is no code."""
    found, text = match[0], document.text
    after = found.lstrip("\\")
    if found[0] == "b":
        content = decode_literal(found)
        if content:
            yield _finding(match, content, Safety.UNSAFE)
    elif after[:1] in "uUx" or found.startswith("%u"):
        yield from _units(document, match)
    elif after.startswith("'") and len(after) > 1:
        byte = bytes.fromhex(after[1:]).decode("cp1252", "surrogateescape")
        yield from _decoded(document, match, byte, sure=True)
    elif after[:1] in "\"'/" and document.has_markup:
        return  # Markdown itself writes marks in this way
    elif after[:1] in "\"'":
        yield from _quote(document, match)
    elif found.startswith("\\/"):
        yield from _slashes(document, match)
    elif found.startswith("\\20"):
        yield _finding(match, "’" if found[4] == "9" else "‘", Safety.SAFE)
    elif text[match.start() - 1 : match.start()] not in QUOTES or sure_breaks(document):
        yield from _newlines(document, match)


def decode_literal(found: str) -> str | None:
    r"""The text of a string of bytes as Python shows it, `b'caf\xc3\xa9'`."""
    import ast

    try:
        value = ast.literal_eval(found)
        return tidy(value.decode("utf-8"))
    except (ValueError, SyntaxError, UnicodeDecodeError):
        return None


def _finding(match: Match, decoded: str, safety: Safety) -> Finding:
    """The finding on one escape, or a run of them."""
    shown = decoded.strip().replace("\n", "⏎")[:SHOWN]
    what = f": “{shown}”" if shown else ""
    fix = Fix.replace(*match.span(), decoded, safety=safety)
    return Finding(*match.span(), f"escape “{_excerpt(match[0])}” left as text{what}", fix)


def _excerpt(found: str) -> str:
    """An escape as messages quote it."""
    line = " ".join(found.split())
    return line if len(line) <= SHOWN else line[: SHOWN - 1] + "…"


def _decoded(
    document: Document, match: Match, decoded: str | None, *, sure: bool
) -> Iterator[Finding]:
    """The finding on an escape that decodes to text, unless it is only talked about."""
    clean = tidy(decoded)
    if clean is None or (not sure and _is_mentioned(document, match, clean)):
        return
    if clean.isspace() and "\n" not in clean:
        around = (
            document.text[match.start() - 1 : match.start()],
            document.text[match.end() : match.end() + 1],
        )
        clean = "" if any(char in BLANKS for char in around if char) else " "
    yield _finding(match, clean, Safety.SAFE if is_plain(clean) else Safety.UNSAFE)


def _one_mark(text: str | None) -> str | None:
    """A single letter or mark of Europe: longer UTF-7 is rarer than what looks like it."""
    return (
        text if text and len(text) == 1 and ("\xc0" <= text < "\u0250" or text in MARKS) else None
    )


def _is_mentioned(document: Document, match: Match, decoded: str) -> bool:
    """Whether an escape stands apart, as the name of a character does."""
    text, (start, end) = document.text, match.span()
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    if before in QUOTES and before and after in QUOTES and after:
        return True
    if before.isalpha() or after.isalpha() or (before and before in ".!?…"):
        return False
    if sum(map(str.isalpha, decoded)) >= WORD and before not in BRACKETS:
        return False
    known = document.fact(glued_units) > 0 and not document.fact(is_about_code)
    return not known and not _ends_sentence(text, start, end, decoded)


def _ends_sentence(text: str, start: int, end: int, decoded: str) -> bool:
    """Whether an emoji closes a line, or stands between two sentences."""
    if not decoded or ord(decoded[0]) < 0x2600:  # noqa: PLR2004
        return False
    left = text[max(0, start - 3) : start].rstrip()
    return left[-1:] in STOPS and (end == len(text) or text[end].isspace())


def _units(document: Document, match: Match) -> Iterator[Finding]:
    sure = match[0].count("%u") > 1
    yield from _decoded(document, match, decode_units(match[0]), sure=sure)


def _newlines(document: Document, match: Match) -> Iterator[Finding]:
    """Escaped line breaks: between two sentences, or many in the text."""
    text, (start, end) = document.text, match.span()
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    find = expressions()
    known = find["newlines"].match(text, start) is not None and before not in QUOTES
    seen = document.fact(sure_breaks)
    begins = before.isalpha() and (after.isupper() or (after.isalpha() and not after.islower()))
    if (before in QUOTES and after in QUOTES) or not (
        known
        or seen >= SYSTEMATIC
        or (begins and (document.fact(is_lined) or (seen and not document.fact(is_about_code))))
    ):
        return
    if not seen and after in QUOTES:
        return
    first, last = with_blanks(text, start, end)
    at_edge = first == 0 or text[first - 1] == "\n" or text[last : last + 1] in {"", "\n", "\r"}
    breaks = min(2, match[0].count("n"))
    edit = Edit(first, last, "" if at_edge else document.fact(newline) * breaks)
    message = f"line break “{_excerpt(match[0])}” left as text"
    yield Finding(start, end, message, Fix((edit,), Safety.SAFE))


def _quote(document: Document, match: Match) -> Iterator[Finding]:
    """Escaped quotation marks and apostrophes; TeX writes accents in the same way."""
    text, (start, end) = document.text, match.span()
    find = expressions()
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    if match[0][-1] == "'":
        sure = find["apostrophe"].match(text, start) is not None
        likely = before.isalpha() and after.isalpha() and document.fact(sure_apostrophes)
        if sure or (likely and not document.fact(has_tex)):
            yield _finding(match, "'", Safety.SAFE)
        return
    if "\\" in token(text, start, end)[0].lstrip("\\"):
        return
    opens = (not before or before.isspace() or before in "([—–") and after.isalnum()
    closes = find["closer"].match(text, start) is not None
    first, last = document.line_span(start)
    later = find["closer"].search(text, end, min(last, end + 3 * AROUND) + 1)
    if closes or (opens and later):
        # A mark without its mate would leave the other one unpaired.
        paired = opens or '\\"' in text[max(first, start - 3 * AROUND) : start]
        yield _finding(match, '"', Safety.SAFE if paired else Safety.UNSAFE)


def _slashes(document: Document, match: Match) -> Iterator[Finding]:
    """Escaped slashes of an address, or between two words."""
    text, (start, end) = document.text, match.span()
    left, right = token(text, start, end)
    if not left or not right or left[0] in "/^" or "\\" in left + right or "^" in left:
        return
    if not (left[-1].isalnum() or left[-1] in ":?.") or not right[0].isalnum():
        return
    decoded = match[0].replace("\\/", "/")
    yield _finding(match, decoded, Safety.SAFE)


def _percent(document: Document, match: Match) -> Iterator[Finding]:
    """Percent-encoding outside addresses and file names."""
    text, (start, end) = document.text, match.span()
    left, right = token(text, start, end)
    whole = left + match[0] + right
    if expressions()["url"].search(whole.rstrip(".,;:!?)”\"'")):
        return
    decoded = decode_percent(match[0])
    if decoded is None:
        return
    if decoded.isascii():
        both = left[-1:].isalpha() and right[:1].isalpha() and (left[-1:] + right[:1]).isascii()
        if not both or decoded not in {" ", "'", ",", ", ", ": "} or match[0].count("%") > 2:  # noqa: PLR2004
            return
        if document.language in {"tr", "az", "eu"}:
            return
    yield from _decoded(document, match, decoded, sure=decoded.isascii())


def _mail(document: Document, match: Match) -> Iterator[Finding]:
    """Quoted-printable: bytes of UTF-8, letters inside words, and line ends of encoded mail."""
    text, (start, end) = document.text, match.span()
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    found = match[0]
    if found[1:2] in {"\n", "\r"}:
        first, _ = document.line_span(start)
        if start + 1 - first in QP_LINE and document.fact(is_quoted_printable):
            fix = Fix.replace(start, end, safety=Safety.SAFE)
            yield Finding(start, start + 1, "line end of encoded mail (quoted-printable)", fix)
        return
    decoded = decode_quoted(found)
    if decoded is None:
        return
    whole = document.fact(is_quoted_printable)
    if decoded.isascii():
        if whole and found == "=3D":
            yield from _decoded(document, match, "=", sure=True)
        elif whole and found == "=20" and after in {"", "\n", "\r"}:
            yield _finding(match, "", Safety.SAFE)
        return
    plausible = decoded.isalpha() or decoded in MARKS
    beside = before.isalpha() or after.isalpha()
    if len(found) > len("=E9") or (plausible and whole and beside):
        yield from _decoded(document, match, decoded, sure=document.fact(is_mail))
