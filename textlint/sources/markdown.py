"""Markdown: which parts of a file are code or metadata, where prose rules have nothing to say."""

import re

from textlint.expressions import compile_re
from textlint.finding import Span

SKIPPED = compile_re(
    r"""
    \A---[ \t]*\r?\n.*?^(?:---|\.\.\.)[ \t]*\r?$       # front matter
    | ^[ ]{0,3}(?P<fence>`{3,}|~{3,})[^\n]*$.*?(?:^[ ]{0,3}(?P=fence)[`~]*[ \t]*\r?$|\Z)  # fenced code
    | (?:(?<=\n\n)|(?<=\n\r\n)|\A)(?:(?:[ ]{4}|\t)[^\n]*(?:\n[ \t]*)*(?:\n|\Z))+   # indented code
    | <(?P<tag>pre|code|script|style)\b[^>]*>.*?</(?P=tag)>
    | (?<!`)(?P<ticks>`{1,8})(?!`)(?:(?!\n[ \t]*\n).)+?(?<!`)(?P=ticks)(?!`)  # code in a line
    """,
    re.VERBOSE | re.MULTILINE | re.DOTALL,
)


def skipped(text: str) -> list[Span]:
    """Front matter, fenced, indented and inline code, in order; code points."""
    return [Span(*match.span()) for match in SKIPPED.finditer(text)]
