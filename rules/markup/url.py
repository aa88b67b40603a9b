"""Addresses that no reader was meant to see: media short links, broken addresses, encoded data."""

import functools
import string
from collections.abc import Iterator
from typing import TYPE_CHECKING

from textlint.api import (
    Document,
    Finding,
    Fix,
    Match,
    Safety,
    Severity,
    compile_regex,
    delete_span,
    rule,
)

from ._words import mixture

if TYPE_CHECKING:
    import regex

MEDIA = (
    r"(?:https?://)?(?:pic\.(?:twitter|x)\.com/[A-Za-z0-9]{6,10}|instagr\.am/p/[\w-]{5,24}/?)"
    r"|https?://t\.co/[A-Za-z0-9]{8,10}…?"
)
"""The short links that Twitter/X and Instagram put into an embedded post. They are often glued to
the words around them, so no boundary is asked for: a code has 8 to 10 letters and digits."""
BARE = r"(?<![\w.@/-])t\.co/[A-Za-z0-9]{8,10}"
SPACED = r"https?://[^\S\n]{1,3}(?=www\.[\w-]|[\w-]{2,40}\.(?:com|edu|gov|info|net|org)\b)"
BROKEN = r"(?:https?:/{0,2}){1,3}https?://|https?(?:;//|//:?|:/|:///|:\\{1,2})www\."
BLOB = r"(?:data:[a-z]{1,20}/[\w.+-]{1,40};base64,[A-Za-z0-9+/=]{8,99}|[A-Za-z0-9+/=_-]{40,99})"
ENCODED = frozenset(string.ascii_letters + string.digits + "+/=_-")
LONGEST = 200_000
"""Code points that encoded data is followed for: an inline picture rarely has more."""
CHANGES = 0.3
"""Share of neighbours that are letters or digits of different kinds (upper case, lower case, digit)
in encoded data: all but 8 of 20,000 random runs of 40 characters of base64 reach it, paths and
identifiers made of words stay under 0.2. Hexadecimal is out: it has one letter case."""


@rule(
    "MKP008",
    severity=Severity.WARNING,
    patterns=[MEDIA, BARE, SPACED, BROKEN, BLOB],
    fix=Safety.UNSAFE,
    bad=[
        "The bridge at dawn ⟦pic.twitter.com/aB3dE5gH7j⟧ before the works began.",
        "Our train is late again.⟦https://t.co/Zx9Yw8Vu7T⟧",
        "The new stand⟦pic.x.com/Q1w2E3r4T5⟧",
        "Read more at ⟦http:// ⟧www.example.org/report or by telephone.",
        "The list is at ⟦https://https://⟧example.org/list for all.",
        "The form is at ⟦http//www.⟧example.org for members.",
        "A flag ⟦data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAUA⟧ was shown.",
        "Session ⟦aGVsbG8gd29ybGQsIHRoaXMgaXMgYSB0ZXN0IG9mIGJhc2U2NA==⟧ was shown.",
    ],
    good=[
        "The full report is at https://www.example.org/reports/2023/summary.html.",
        "Write to info@example.org or see www.example.org (in German).",
        "See [the report](https://t.co/Zx9Yw8Vu7T) for the figures.",
        "The https:// at the front means that the site encrypts the connection.",
        "Archived at https://web.archive.org/web/2020/https://example.org/page.",
        "Photos go to pic.twitter.com, links to t.co, Twitter's own shorteners.",
        "The commit 3f786850e387550fdac836ed7e6dc881de23001b fixed it.",
        "It was a hide-and-seek-and-run-and-jump-and-shout-and-sing afternoon.",
        "See www.example.org/?gclid=CjwKCAiAsIGrBhAAEiwAEzMlCy1pivXF5ztfcGHQOKEwWh6ZKvIrkS.",
        "Open src/components/Button/PrimaryButton/PrimaryButtonGroup-Test2.",
    ],
    fixed=[
        "The bridge at dawn before the works began.",
        "Our train is late again.",
        "The new stand",
        "Read more at http://www.example.org/report or by telephone.",
        "The list is at https://example.org/list for all.",
        "The form is at http://www.example.org for members.",
        "A flag was shown.",
        "Session was shown.",
    ],
)
def url_blob(document: Document, match: Match) -> Iterator[Finding]:
    """An address or encoded data that is noise in a text: media short link, broken URL, base64.

    A removed picture or video of an embedded post leaves its short link (pic.twitter.com/…,
    t.co/…), of no use to a reader of the text. Damaged addresses (a blank after `http://`, the
    scheme twice, `http//www`) and runs of base64 are noise as well.

    A plain address is silent, wherever it stands: of the 39 in 2,763 clean texts all but the 2 of
    removed posts were cited by the author or the site. Addresses in Markdown links are silent
    too, and so are hash sums, which authors print on purpose.
    """
    text, (start, end) = document.text, match.span()
    found = match.group()
    if text[max(0, start - 2) : start] == "](" or text[max(0, start - 6) : start] == 'href="':
        return
    if "://" not in found and found.startswith("t.co/") and found[5:].islower():
        return
    if _media().fullmatch(found) or found.startswith("t.co/"):
        yield Finding(
            start,
            end,
            f"Media short link “{found}” of an embedded post",
            Fix((delete_span(text, start, end),)),
        )
    elif found.lower().startswith("http") and ("." in found or ":" in found):
        yield _broken(found, start, end)
    elif start > 0 and text[start - 1] in ENCODED:
        return  # the rest of a run whose head was judged already
    elif blob := _encoded().match(text, start, start + LONGEST):
        end = blob.end()
        if found.startswith("data:") or _is_encoded(text, start, end):
            message = f"Encoded data of {end - start} characters “{found[:20]}…”"
            yield Finding(start, end, message, Fix((delete_span(text, start, end),)))


def _broken(found: str, start: int, end: int) -> Finding:
    """A finding for a damaged address: the fix touches only its scheme."""
    scheme = "https://" if found.rstrip("/").endswith("https:") else "http://"
    if not found.endswith("://"):
        scheme = "https://" if found.startswith("https") else "http://"
    rest = found[len(_scheme().match(found).group()) :]  # type: ignore[union-attr]
    message = f"Broken address “{found}”, meant “{scheme}{rest}”"
    return Finding(start, end, message, Fix.replace(start, end, scheme + rest))


def _is_encoded(text: str, start: int, end: int) -> bool:
    """Whether a run looks random: both letter cases, digits, and kinds that change all the time."""
    inside_address = start > 0 and text[start - 1] in ".?&%#:@~\\"
    return not inside_address and mixture(text[start:end]) >= CHANGES


@functools.cache
def _media() -> "regex.Pattern[str]":
    return compile_regex(MEDIA)


@functools.cache
def _scheme() -> "regex.Pattern[str]":
    return compile_regex(r"(?:https?[:;]?[/\\:]{0,3}[^\S\n]{0,3})+")


@functools.cache
def _encoded() -> "regex.Pattern[str]":
    return compile_regex(r"(?:data:[\w/.+-]{1,62};base64,)?[A-Za-z0-9+/=_-]+")
