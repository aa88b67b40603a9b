"""Whether a text is about programming or markup: what is residue elsewhere is its subject there."""

import functools
import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, Protocol

from textlint.api import Document, Expressions, Match, part_spans

from . import _words
from ._anchors import matches_at, signs

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
    "html html5 xml xhtml sgml xss markup jsx svg bbcode htmlentity htmlentities escape escapes escaped"
    " escaping ampersand ampersands semicolon semicolons".split()
)
LISTING_WORDS = frozenset("sudo import def npm pip git select fn public docker apt".split())
LISTING_SIGNS = ("$ ", "#include", "```")
"""A match of `markup` holds one of the words, one of `listing` a word or a sign: most texts have none, and
to look up what words they have takes a tenth of a search."""
MARGIN = 21
"""Code points before such a word in its line, at most: blanks, "pub " and the line break."""
AT_ONCE = 64_000
"""Code points that are looked through at a time: a search goes where words stand that it may find."""
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
def _by_first_word() -> dict[str, tuple[str, ...]]:
    """The words of programming by their first words in lower case."""
    found: dict[str, list[str]] = defaultdict(list)
    for word in TRADE:
        found[re.split("[^a-z0-9]", word.lower(), maxsplit=1)[0]].append(word)
    return {first: tuple(words) for first, words in found.items()}


@functools.cache
def _listed() -> tuple[frozenset[str], bytes]:
    """The words that are looked for, and the sieve for them."""
    listed = MARKUP_WORDS.union(LISTING_WORDS, _by_first_word())
    return listed, _words.sieve_of(listed)


class Part(NamedTuple):
    """A part [start, end) of a text, in code points, and which of the words in question it has."""

    start: int
    end: int
    words: dict[str, list[int]]
    """The places of each."""


def parts(document: Document) -> list[Part]:
    """The parts of a text with their words: a fact."""
    return [
        Part(start, end, _words.words(document.text, start, end, *_listed()))
        for start, end in part_spans(document.text, AT_ONCE)
    ]


def is_about_code(document: Document) -> bool:
    """Whether the text deals with programming, so that the code in it is meant to be read: a fact."""
    text, by_first = document.text, _by_first_word()
    words, done = set[str](), 0
    listed = document.fact(signs).places(LISTING_SIGNS)
    for _, _, known in document.fact(parts):
        starts = [
            at
            for first in known.keys() & by_first.keys()
            for at in known[first]
            if at >= done and text.startswith(by_first[first], at)
        ]
        for match in matches_at(_patterns["words"], text, sorted(starts)):
            words.add(match.group().lower())
            done = match.end()
        if len(words) >= ENOUGH:
            return True
        listed += [at for word in known.keys() & LISTING_WORDS for at in known[word]]
    if sum(map(bool, _listings(text, listed))) >= ENOUGH:
        return True
    ticks = _patterns["ticks"].finditer(text) if text.count("`") >= 2 * ENOUGH else ()
    return sum(1 for _ in zip(range(ENOUGH), ticks, strict=False)) == ENOUGH


def _listings(text: str, places: Iterable[int]) -> Iterator[Match | None]:
    """The first words of the listings' lines among those that hold the places near their starts."""
    starts = set[int]()
    for at in places:
        low = max(0, at - MARGIN)
        start = text.rfind("\n", low, at) + 1
        if (start or not low) and text[start:at].strip() in ("", "pub"):
            starts.add(start)
    return (_patterns["listing"].match(text, start) for start in starts)


def mentions_markup(document: Document) -> bool:
    """Whether the text speaks of HTML, XML or the like, or is about code: a fact."""
    before = set[str]()
    for start, end, known in document.fact(parts):
        near = known.keys() | before
        if not near.isdisjoint(MARKUP_WORDS) and _patterns["markup"].search(
            document.text, max(0, start - OVERLAP), end
        ):
            return True
        before = set(known)
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
