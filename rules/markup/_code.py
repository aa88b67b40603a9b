"""Whether a text is about programming or markup: what is residue elsewhere is its subject there."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Protocol

from textlint.api import Document, Expressions

WORDS = r"""(?x)(?<![\w./:="'<(\[{$@-])(?:
    ASP\.NET | Angular | Apache | BBCode | Bash | C\# | C\+\+ | CSS3? | Django | Docker(?:file)?
    | GitHub | Golang
    | GraphQL | HTML5? | JSON | JSX | JavaScript | Jinja2? | jQuery | Kotlin | Kubernetes | LaTeX
    | Laravel | Linux | Liquid | Markdown | MySQL | Node\.js | NumPy | PHP | PostgreSQL | Postgres
    | PowerShell | Python | React | Redis | Ruby | SQL | SVG | Stack[ ]Overflow | TypeScript
    | Ubuntu | Vue | Webpack | WordPress[ ](?:plugin|theme) | XHTML | XML | XPath | XSS | YAML
    | [Cc]ompilers? | [Cc]ode[ ]snippets? | [Mm]arkup | [Ss]hortcodes? | [Ss]ource[ ]code
    | [Ss]tylesheets? | [Tt]emplate[ ](?:engine|literal)s? | [Nn]amespaces?
    | mail[ ]merge | merge[ ]tags? | regex | regular[ ]expressions? | syntax
    | struct | stdout | stdin | boolean
)(?![\w/=(:{-]|\.\w)"""
MARKUP = r"""(?xi)(?<![\w./:="'<(\[{$@-])(?<!doctype[ ])(?:
    html5? | xml | xhtml | sgml | xss | markup | jsx | svg | bbcode | html[ ]?entit(?:y|ies)
    | escap(?:e|es|ed|ing)[ ](?:characters?|sequences?|html) | ampersands? | semicolons?
)(?![\w/=(:{-]|\.\w)"""
LISTING = (
    r"(?m)^[^\S\n]{0,16}(?:\$[ ](?=[a-z])|sudo[ ]|\#include|import[ ][\w.{]+|from[ ][\w.]+[ ]import[ ]"
    r"|def[ ]\w+\(|npm[ ]|pip[ ]install|git[ ](?:clone|commit|push|checkout|add)|SELECT[ ][\w*]"
    r"|(?:pub[ ])?fn[ ]\w+|public[ ](?:class|static|void)|docker[ ]|apt(?:-get)?[ ]install|```)"
)
"""The first words of a line of a listing that readers are meant to see."""
TICKS = r"(?<![`\w])`(?![`\s])[^`\n]{1,80}(?<![\s`])`(?![`\w])"
ENOUGH = 2
"""Different words of programming, or lines of a listing, or spans in backticks, that make a text one
about code. A single "JavaScript" is what the page asks readers to switch on."""

_patterns = Expressions({"words": WORDS, "markup": MARKUP, "listing": LISTING, "ticks": TICKS})


def is_about_code(document: Document) -> bool:
    """Whether the text deals with programming, so that the code in it is meant to be read: a fact."""
    text = document.text
    words: set[str] = set()
    for match in _patterns["words"].finditer(text):
        words.add(match.group().lower())
        if len(words) >= ENOUGH:
            return True
    for name in ("listing", "ticks"):
        if name == "ticks" and text.count("`") < 2 * ENOUGH:
            continue
        places = _patterns[name].finditer(text)
        if sum(1 for _ in zip(range(ENOUGH), places, strict=False)) == ENOUGH:
            return True
    return False


def mentions_markup(document: Document) -> bool:
    """Whether the text speaks of HTML, XML or the like, or is about code: a fact."""
    return bool(_patterns["markup"].search(document.text)) or document.fact(is_about_code)


def is_quoted(text: str, start: int, end: int) -> bool:
    """Whether [start, end) stands in backticks or quotation marks: the author shows it."""
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    return before + after in ("``", '""', "''", "“”", "‘’", "«»", "„“", "„”", "「」", "『』", "”“")


class Place(Protocol):
    """Anything that stands somewhere in a text, in code points."""

    @property
    def start(self) -> int:
        """Its first code point."""

    @property
    def end(self) -> int:
        """The code point behind its last."""


def touches(places: Sequence[Place], start: int, end: int) -> bool:
    """Whether [start, end) shares a code point with one of the places, which come in order and apart."""
    at = bisect_right(places, start, key=lambda place: place.end)
    return at < len(places) and places[at].start < end
