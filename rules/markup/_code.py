"""Whether a text is about programming or markup: what is residue elsewhere is its subject there."""

import functools
import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from typing import Protocol

from textlint.api import Document, Expressions, part_spans

from ._anchors import has_any, matches_at, places

TRADE = (
    "ASP.NET|Angular|Apache|BBCode|Bash|C#|C++|CSS|CSS3|Code snippet|Code snippets|Compiler"
    "|Compilers|Django|Docker|Dockerfile|GitHub|Golang|GraphQL|HTML|HTML5|JSON|JSX|JavaScript"
    "|Jinja|Jinja2|Kotlin|Kubernetes|LaTeX|Laravel|Linux|Liquid|Markdown|Markup|MySQL"
    "|Namespace|Namespaces|Node.js|NumPy|PHP|PostgreSQL|Postgres|PowerShell|Python|React|Redis"
    "|Ruby|SQL|SVG|Shortcode|Shortcodes|Source code|Stack Overflow|Stylesheet|Stylesheets"
    "|Template engine|Template engines|Template literal|Template literals|TypeScript|Ubuntu"
    "|Vue|Webpack|WordPress plugin|WordPress theme|XHTML|XML|XPath|XSS|YAML|boolean"
    "|code snippet|code snippets|compiler|compilers|jQuery|mail merge|markup|merge tag"
    "|merge tags|namespace|namespaces|regex|regular expression|regular expressions|shortcode"
    "|shortcodes|source code|stdin|stdout|struct|stylesheet|stylesheets|syntax|template engine"
    "|template engines|template literal|template literals"
).split("|")
"""Words of programming."""
BEFORE, AFTER = r"""(?<![\w./:="'<(\[{$@-])""", r"(?![\w/=(:{-]|\.\w)"
MARKUP = (
    rf"(?i){BEFORE}(?<!doctype )(?:html5?|xml|xhtml|sgml|xss|markup|jsx|svg|bbcode|html ?entit(?:y|ies)"
    rf"|escap(?:e|es|ed|ing) (?:characters?|sequences?|html)|ampersands?|semicolons?){AFTER}"
)
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
MARKUP_WORDS = frozenset(
    b"html html5 xml xhtml sgml xss markup jsx svg bbcode htmlentity htmlentities escape escapes escaped"
    b" escaping ampersand ampersands semicolon semicolons".split()
)
LISTING_WORDS = frozenset(b"sudo import def npm pip git select fn public docker apt".split())
LISTING_SIGNS = ("$ ", "#include", "```")
"""A match of `markup` holds one of the words, one of `listing` a word or a sign: most texts have none, and
to look up what words they have takes a tenth of a search."""
PLAIN = bytes(b if chr(b).isalnum() and b < ord("\x7f") else ord(" ") for b in range(256)).lower()
"""What makes words of UTF-8: ASCII letters in lower case, digits, a space for all else."""

AT_ONCE = 64_000
"""Code points that are looked through at a time: what a long text is about is mostly told by the first."""
OVERLAP = 64
"""Code points of a part that the next one has too: more than a match of `markup` has."""

_patterns = Expressions(
    {
        "words": f"{BEFORE}(?:{'|'.join(map(re.escape, TRADE))}){AFTER}",
        "markup": MARKUP,
        "listing": LISTING,
        "ticks": TICKS,
    }
)


@functools.cache
def _by_first_word() -> dict[bytes, list[str]]:
    """The words of programming by their first words as `vocabulary` has them."""
    found: dict[bytes, list[str]] = defaultdict(list)
    for word in TRADE:
        found[word.encode().translate(PLAIN).split()[0]].append(word)
    return dict(found)


def vocabulary(text: str) -> set[bytes]:
    """The words of a text that are of ASCII letters and digits, in lower case."""
    return set(text.encode("utf-8", "surrogatepass").translate(PLAIN).split())


def is_about_code(document: Document) -> bool:
    """Whether the text deals with programming, so that the code in it is meant to be read: a fact."""
    text, by_first = document.text, _by_first_word()
    words, done, has_listing = set[str](), 0, has_any(text, LISTING_SIGNS)
    for start, end in part_spans(text, AT_ONCE):
        known = vocabulary(text[start:end])
        anchors = [word for first in known & by_first.keys() for word in by_first[first]]
        starts = places(text, anchors, max(start, done), end)
        for match in matches_at(_patterns["words"], text, starts):
            words.add(match.group().lower())
            done = match.end()
        if len(words) >= ENOUGH:
            return True
        has_listing = has_listing or not known.isdisjoint(LISTING_WORDS)
    has_ticks = text.count("`") >= 2 * ENOUGH
    return (has_listing and _has_enough("listing", text)) or (
        has_ticks and _has_enough("ticks", text)
    )


def _has_enough(name: str, text: str) -> bool:
    places = _patterns[name].finditer(text)
    return sum(1 for _ in zip(range(ENOUGH), places, strict=False)) == ENOUGH


def mentions_markup(document: Document) -> bool:
    """Whether the text speaks of HTML, XML or the like, or is about code: a fact."""
    text, search = document.text, _patterns["markup"].search
    for start, end in part_spans(text, AT_ONCE):
        first = max(0, start - OVERLAP)
        known = vocabulary(text[first:end])
        if not known.isdisjoint(MARKUP_WORDS) and search(text, first, end):
            return True
    return document.fact(is_about_code)


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
