"""Very long texts: linted part by part, so that neither memory nor the cost of a megabyte grows."""

from collections.abc import Iterable, Iterator
from typing import AnyStr

import msgspec

from textlint.document import WHOLE, Document
from textlint.finding import Edit, Finding, Fix, Span

LIMIT = 1_000_000
"""Code points (of a plain file: bytes) up to which a text is linted as a whole: a long novel. In parts of
4 MB a text in one line took half as much again, and 300 MiB for 200."""
NEAR = 100_000
"""Code points at the end of a part in which the best place to cut it is looked for."""
CUTS = ("\n\n", "\n", " ")
"""After what a part may end, the best first: a paragraph, a line, a word."""


def is_long(document: Document) -> bool:
    """Whether a text is taken in parts: Markdown never is, for what is code in it may begin far ahead."""
    return len(document.text) > LIMIT and not document.has_markup


def parts(document: Document) -> Iterator[Document]:
    """The parts of a text, in order, each a document; in the language of the whole, if that has one."""
    text, part, language = document.text, WHOLE, document.language
    while part.offset < len(text):
        end = part.offset + LIMIT
        at = best_cut(text, end, CUTS) if end < len(text) else -1
        own = text[part.offset : at if at >= 0 else end]
        goes_on = part.offset + len(own) < len(text)
        place = part._replace(goes_on=goes_on)
        yield Document(own, document.path, document.record, language, part=place)
        part = part.after(own)


def best_cut(text: AnyStr, end: int, cuts: Iterable[AnyStr]) -> int:
    """Where a part ends best that ends at `end` at most: behind the first of `cuts` that is NEAR; or -1."""
    for cut in cuts:
        if (at := text.rfind(cut, max(0, end - NEAR), end)) >= 0:
            return at + len(cut)
    return -1


def moved(findings: Iterable[Finding], by: int) -> list[Finding]:
    """Findings of a part at their places in the whole, `by` code points further on."""
    return [_moved(finding, by) for finding in findings] if by else list(findings)


def _moved(finding: Finding, by: int) -> Finding:
    fix = finding.fix and Fix(
        tuple(Edit(edit.start + by, edit.end + by, edit.replacement) for edit in finding.fix.edits),
        finding.fix.safety,
    )
    return msgspec.structs.replace(
        finding,
        start=finding.start + by,
        end=finding.end + by,
        fix=fix,
        related=tuple(Span(start + by, end + by) for start, end in finding.related),
    )
