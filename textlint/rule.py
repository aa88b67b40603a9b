"""What a rule is: one frozen value that holds its code, reason, detector and proof."""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple, TypeAlias

import msgspec

from textlint.document import Document
from textlint.expressions import compile_re
from textlint.finding import Finding, Safety, Severity, Span
from textlint.packed import Later
from textlint.pattern import Pattern, Phrase

Check: TypeAlias = Callable[..., Iterable[Finding]]
"""`check(document, candidate)`, or `check(document)` for a rule without candidates."""

CATEGORIES = {
    "ENC": "encoding",
    "CHR": "characters",
    "TYP": "typography",
    "STR": "structure",
    "BLR": "boilerplate",
    "MKP": "markup",
    "INJ": "injection",
    "LNG": "language",
    "NAM": "names",
    "DUP": "duplication",
    "SRC": "source",
}
OPEN, CLOSE = "⟦", "⟧"
CODE = compile_re(r"[A-Z]{3}[0-9]{3}")
NAME = compile_re(r"[a-z0-9]+(-[a-z0-9]+)*")


class RuleError(ValueError):
    """A rule that cannot be: the message names the rule and what is wrong with it."""


class Example(msgspec.Struct, frozen=True):
    """A text with its expected spans between ⟦ and ⟧; `language` where it cannot be judged from it."""

    text: str
    language: str | None = None


class Marked(NamedTuple):
    """An example taken apart: the text without its marks, and the marked spans in order."""

    text: str
    spans: list[Span]


def unmark(text: str) -> Marked:
    """Take the marks out of an example. ValueError where marks do not pair."""
    spans, plain = [], []
    at, start = 0, -1
    for piece in re.split(f"([{OPEN}{CLOSE}])", text):
        if piece == OPEN and start < 0:
            start = at
        elif piece == CLOSE and start >= 0:
            spans.append(Span(start, at))
            start = -1
        elif piece in (OPEN, CLOSE):
            raise ValueError(f"unpaired {piece} in example {text!r}")
        else:
            plain.append(piece)
            at += len(piece)
    if start >= 0:
        raise ValueError(f"unpaired {OPEN} in example {text!r}")
    return Marked("".join(plain), spans)


class Rule(msgspec.Struct, frozen=True, kw_only=True):
    """A defect that textlint knows: how to find it, why it matters, how to repair it, and the proof.

    The candidates that `check` is called with come from one of three places:
    `patterns` (each candidate is a `regex.Match` in the document's text, found by the shared scan;
    `together`: `check(document, matches)` is called once a document, with all of them in a list;
    `always`: where there are none as well, for a rule that finds in other ways, too),
    `each` (a fact; each candidate is one item of `document.fact(each)`), or neither
    (`check(document)`, called once a document: simplest and slowest).
    A rule of the last two kinds can have a `gate`: patterns without one of which it finds nothing.
    The shared scan looks for them at next to no cost, and the rule is asked only where one occurs.
    """

    code: str
    name: str
    severity: Severity
    why: str
    check: Check
    bad: Sequence[str | Example]
    good: Sequence[str | Example]
    fixed: Sequence[str] = ()
    known_failures: Sequence[str | Example] = ()
    patterns: Sequence[Pattern | Phrase] = ()
    each: Callable[[Document], Iterable[Any]] | None = None
    gate: Sequence[Pattern | Phrase] = ()
    together: bool = False
    always: bool = False
    languages: tuple[str, ...] = ()
    fix: Safety | None = None
    preview: bool = False
    aliases: tuple[str, ...] = ()
    yields: tuple[str, ...] = ()
    """Codes or prefixes of rules that say more of a place: where one of them reports, this does not."""
    entries: str = ""
    """The message of pairs ({text}, {right}) that packs may add to the rule; "" where it takes none."""

    def __post_init__(self) -> None:
        for code in (self.code, *self.aliases):
            if not CODE.fullmatch(code):
                raise RuleError(f"rule {code!r}: a code is three capital letters and three digits")
        problem = None
        if not NAME.fullmatch(self.name):
            problem = f"name {self.name!r} is not lower-case words joined by hyphens"
        elif not self.why.strip():
            problem = "no reason is given (`why`, or the function's docstring)"
        elif not self.bad or not self.good:
            problem = "`bad` and `good` examples are mandatory"
        elif self.fixed and len(self.fixed) != len(self.bad):
            problem = f"`fixed` has {len(self.fixed)} texts for {len(self.bad)} `bad` examples"
        elif bool(self.fixed) != (self.fix is not None):
            problem = "`fix` (its safety) and `fixed` (its proof) go together"
        elif self.patterns and self.each:
            problem = "candidates come from `patterns` or from `each`, not from both"
        elif self.patterns and self.gate:
            problem = "`patterns` are a gate themselves: give one of the two"
        elif (self.together and not self.patterns) or (self.always and not self.together):
            problem = "`together` is about the matches of `patterns`, `always` about rules so asked"
        if problem:
            raise RuleError(f"rule {self.code}: {problem}")

    @property
    def category(self) -> str:
        """The category that the code's letters stand for; a plugin's own letters stand for themselves."""
        letters = self.code[:3]
        return CATEGORIES.get(letters) or letters.lower()

    @property
    def summary(self) -> str:
        """The first sentence or line of the reason."""
        return self.why.strip().split("\n", 1)[0]


def rule(  # noqa: PLR0913 - one keyword for each thing that a rule is
    code: str,
    *,
    severity: Severity,
    bad: Iterable[str | Example],
    good: Iterable[str | Example],
    fixed: Iterable[str] = (),
    known_failures: Iterable[str | Example] = (),
    patterns: Iterable[str | Pattern | Phrase]
    | Callable[[], Iterable[str | Pattern | Phrase]] = (),
    each: Callable[[Document], Iterable[Any]] | None = None,
    gate: Iterable[str | Pattern | Phrase] = (),
    together: bool = False,
    always: bool = False,
    languages: Iterable[str] = (),
    fix: Safety | None = None,
    preview: bool = False,
    aliases: Iterable[str] = (),
    yields: Iterable[str] = (),
) -> Callable[[Check], Rule]:
    """Make a rule of a check function: its name is the rule's name, its docstring the reason.

    `patterns` and `gate` given as plain strings are regular expressions of the `regex` package; a
    function that gives `patterns` is not asked before they are needed. See Rule for the others.
    Raises RuleError when what is given contradicts itself.
    """

    def make(check: Check) -> Rule:
        return Rule(
            code=code,
            name=check.__name__.replace("_", "-"),
            severity=severity,
            why=_dedent(check.__doc__ or ""),
            check=check,
            bad=tuple(bad),
            good=tuple(good),
            fixed=tuple(fixed),
            known_failures=tuple(known_failures),
            patterns=(
                Later(lambda: _patterns(patterns())) if callable(patterns) else _patterns(patterns)
            ),
            each=each,
            gate=_patterns(gate),
            together=together,
            always=always,
            languages=tuple(languages),
            fix=fix,
            preview=preview,
            aliases=tuple(aliases),
            yields=tuple(yields),
        )

    return make


def _patterns(given: Iterable[str | Pattern | Phrase]) -> tuple[Pattern | Phrase, ...]:
    return tuple(Pattern(each) if isinstance(each, str) else each for each in given)


def _dedent(docstring: str) -> str:
    """A docstring's text without its indentation (inspect.cleandoc without importing inspect)."""
    first, _, rest = docstring.strip().partition("\n")
    lines = rest.split("\n")
    margin = min((len(line) - len(line.lstrip()) for line in lines if line.strip()), default=0)
    return "\n".join([first.strip(), *(line[margin:].rstrip() for line in lines)]).strip()
