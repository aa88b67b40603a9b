"""One text as rules see it: code points, places and facts that are computed once."""

import re
from array import array
from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any, NamedTuple, TypeVar, cast

from textlint.finding import Span

T = TypeVar("T")
ENCODING_ERRORS = "surrogatepass"
"""How lone surrogates (undecodable bytes of the input) become bytes again within: three of their own."""
UNKNOWN = frozenset(("mis", "mul", "und", "zxx"))
"""Codes that name no one language: uncoded, several, undetermined, no linguistic content."""
UNJUDGED = False
"""Stands for a language that nobody has asked for yet; None is an answer."""


@lru_cache(maxsize=256)
def primary_language(tag: str | None) -> str | None:
    """The language of a tag (BCP 47, or a locale): "pt" of "pt-BR", "zh" of "ZH_hant"; None of "und".

    None too of what is no tag, like "" and "English".
    """
    language = re.split("[-_]", tag.strip().lower(), maxsplit=1)[0] if tag else ""
    return language if re.fullmatch("[a-z]{2,3}", language) and language not in UNKNOWN else None


class Part(NamedTuple):
    """Which part of a file or record a text is: how many code points stand ahead of it, how many line ends.

    `columns`: how many code points of its first line do. `goes_on`: another part follows.
    """

    offset: int = 0
    lines: int = 0
    columns: int = 0
    goes_on: bool = False

    def after(self, text: str) -> "Part":
        """The part that follows this one, whose text is given."""
        lines, size = text.count("\n"), len(text)
        columns = size - text.rindex("\n") - 1 if lines else self.columns + size
        return Part(self.offset + size, self.lines + lines, columns)


WHOLE = Part()
EDGE = 1000
"""Code points of white space, at most, that may lie between a finding and a cut that it touches."""


class Document:
    """A decoded text with its origin.

    `text` holds code points; an undecodable byte is one lone surrogate (`surrogateescape`). `path` is
    the file's name as given, `record` the id of a record within it (None for a plain text file).
    Of a very long file or record it is a `part`.
    """

    __slots__ = ("_facts", "_language", "_lines", "_mask", "part", "path", "record", "text")

    def __init__(  # noqa: PLR0913 - what a reader knows of a text
        self,
        text: str,
        path: str = "<text>",
        record: str | int | None = None,
        language: str | None = None,
        mask: Callable[[str], Sequence[Span]] | None = None,
        *,
        part: Part = WHOLE,
    ) -> None:
        """`language` is a tag as given, of which the primary subtag counts.

        `mask` finds the parts of the text that are no prose (code in Markdown), in order.
        """
        self.text = text
        self.path = path
        self.record = record
        self.part = part
        self._language: str | bool | None = primary_language(language) or UNJUDGED
        self._mask = mask
        self._facts: dict[Callable[[Document], Any], Any] = {}
        self._lines: array[int] | None = None

    @property
    def name(self) -> str:
        """What reports and messages call the document: `file`, or `file[record]`."""
        return self.path if self.record is None else f"{self.path}[{self.record}]"

    @property
    def language(self) -> str | None:
        """The ISO 639-1 code of the text's language, None when unsure.

        Given with the record or by `--language`, else judged once from script and function words.
        """
        if self._language is UNJUDGED:
            from textlint.language import judge

            self._language = judge(self.text)
        return cast("str | None", self._language)

    def with_text(self, text: str) -> "Document":
        """The same document with another text: what a fix makes of it."""
        changed = Document(text, self.path, self.record, mask=self._mask, part=self.part)
        changed._language = self._language
        return changed

    @property
    def has_markup(self) -> bool:
        """Whether markup is the text's own format (a Markdown file) rather than residue."""
        return self._mask is not None

    def is_masked(self, start: int, end: int) -> bool:
        """Whether [start, end) touches a part of the text that is no prose."""
        if self._mask is None:
            return False
        spans = self.fact(_masked)
        at = bisect_right(spans, start, key=lambda span: span.end)
        return at < len(spans) and spans[at].start < max(end, start + 1)

    def is_cut(self, start: int, end: int) -> bool:
        """Whether [start, end) touches a side at which the text was cut off from the rest of it.

        White space at the side counts with it. What a rule says of a text's start or end is not true there.
        """
        part, text = self.part, self.text
        return bool(
            (part.offset and start < EDGE and not text[:start].strip())
            or (part.goes_on and len(text) - end < EDGE and not text[end:].strip())
        )

    def fact(self, find: Callable[["Document"], T]) -> T:
        """`find(self)`, computed at the first call and shared by all rules after it."""
        facts = self._facts
        if find not in facts:
            facts[find] = find(self)
        found: T = facts[find]
        return found

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column in the whole, both 1-based, of a code point offset. A line ends at LF only."""
        starts = self._lines or self._starts()
        line = bisect_right(starts, offset)
        columns = self.part.columns if line == 1 else 0
        return self.part.lines + line, columns + offset - starts[line - 1] + 1

    def line_span(self, offset: int) -> tuple[int, int]:
        """The code points [start, end) of the line that holds `offset`, without its LF or CR LF."""
        starts, text = self._lines or self._starts(), self.text
        line = bisect_right(starts, offset)
        start, end = starts[line - 1], starts[line] - 1 if line < len(starts) else len(text)
        return start, end - 1 if start < end and text[end - 1] == "\r" else end

    def _starts(self) -> "array[int]":
        """Where each line starts: made when somebody asks for a place."""
        self._lines, text = array("L", [0]), self.text
        at = text.find("\n") + 1
        while at:
            self._lines.append(at)
            at = text.find("\n", at) + 1
        return self._lines

    def __repr__(self) -> str:
        return f"Document({self.path!r}, record={self.record!r}, {len(self.text)} code points)"


def _masked(document: Document) -> Sequence[Span]:
    mask = document._mask  # noqa: SLF001 - of this module
    return mask(document.text) if mask else ()
