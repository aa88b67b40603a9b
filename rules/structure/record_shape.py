"""Texts that are no text: empty, without a letter; and files whose last line has no end."""

from collections.abc import Iterator

from textlint.api import Document, Finding, Fix, Safety, Severity, rule

BREAKS = frozenset("\n\r\v\f\x85\u2028\u2029")
"""What ends a last line; all but LF are the business of ENC008."""
SHOWN = 20
"""Code points of a text without letters that the message quotes."""


@rule(
    "STR010",
    severity=Severity.INFO,
    fix=Safety.SAFE,
    bad=[
        "Please do not republish any content from here⟦.⟧",
        "One line.\r\nAnother⟦.⟧",
        "⟦*** 404 ***⟧\n",
        "  ⟦· · · — 1/2⟧\n",
        "⟦ \n\n⟧",
    ],
    fixed=[
        "Please do not republish any content from here.\n",
        "One line.\r\nAnother.\r\n",
        "*** 404 ***\n",
        "  · · · — 1/2\n",
        " \n\n",
    ],
    good=[
        "",
        "The last line ends as it should.\n",
        "So does this one.\r\n",
        "No. 5\n",
        "五月\n",
        "๑ ก\n",
        "A page break ends the file: that is another rule's business.\n\f",
    ],
)
def record_shape(document: Document) -> Iterator[Finding]:
    """A record is empty or holds no letter, or a file ends without a line break.

    An empty record is a page whose text was lost; digits and symbols alone are a counter, a rule
    or a separator that was taken for the text. Tools that join files glue the last line of a file
    without a final line break to the first of the next; the fix adds the file's own kind of break.
    Records of a JSONL file need no break at their end, and an empty file is left alone, as git and
    formatters do. How many words a text should have is a matter of the corpus, not of this rule.
    """
    text = document.text
    ink = text.strip()
    if not ink:
        if text or document.record is not None:
            what = "holds only white space" if text else "is empty"
            yield Finding(0, len(text), f"{_name(document)} {what}")
        return
    start = text.index(ink[0])
    if not any(map(str.isalpha, ink)):
        shown = ink[:SHOWN] + "…" * (len(ink) > SHOWN)
        message = f"{_name(document)} has no letters: “{' '.join(shown.split())}”"
        yield Finding(start, start + len(ink), message)
    if document.record is None and text[-1] not in BREAKS:
        newline = "\r\n" if "\r\n" in text else "\n"
        fix = Fix.replace(len(text), len(text), newline, safety=Safety.SAFE)
        yield Finding(len(text) - 1, len(text), "no line break at the end of the file", fix)


def _name(document: Document) -> str:
    """What the document is to its user."""
    return "file" if document.record is None else "record"
