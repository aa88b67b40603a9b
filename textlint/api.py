"""All that a plugin imports: `from textlint.api import rule, Finding, Severity`."""

from textlint.cache import kept, state
from textlint.document import Document
from textlint.edits import delete_line, delete_span, with_blanks
from textlint.expressions import Expressions, compile_re, compile_regex
from textlint.facts import (
    Recurrence,
    count_scripts,
    inked,
    lines,
    plain,
    recurrence,
    scripts,
)
from textlint.finding import Edit, Finding, Fix, Safety, Severity, Span
from textlint.language import function_words, judge
from textlint.line import Line
from textlint.packed import Packed, pack
from textlint.pattern import BLANKS, Match, Pattern, Phrase, fold, folded, pattern_of
from textlint.plugins import hookimpl, rules_in
from textlint.rule import Example, Rule, RuleError, rule
from textlint.script import SCRIPTS, UNSPACED, script_of
from textlint.sloppy import register_codecs
from textlint.table import Table
from textlint.toml import load_toml
from textlint.words import Words, lowered, part_spans, parts

__all__ = [
    "BLANKS",
    "SCRIPTS",
    "UNSPACED",
    "Document",
    "Edit",
    "Example",
    "Expressions",
    "Finding",
    "Fix",
    "Line",
    "Match",
    "Packed",
    "Pattern",
    "Phrase",
    "Recurrence",
    "Rule",
    "RuleError",
    "Safety",
    "Severity",
    "Span",
    "Table",
    "Words",
    "compile_re",
    "compile_regex",
    "count_scripts",
    "delete_line",
    "delete_span",
    "fold",
    "folded",
    "function_words",
    "hookimpl",
    "inked",
    "judge",
    "kept",
    "lines",
    "load_toml",
    "lowered",
    "pack",
    "part_spans",
    "parts",
    "pattern_of",
    "plain",
    "recurrence",
    "register_codecs",
    "rule",
    "rules_in",
    "script_of",
    "scripts",
    "state",
    "with_blanks",
]
