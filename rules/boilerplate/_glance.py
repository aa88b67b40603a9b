"""Which lines a list may hold: told by how they begin and end, before any is looked up.

Most lines are prose. A listed line begins as a listed phrase does, or ends as a phrase with a hole does,
or is a row of phrases; a line that is none of these is done with here, the others are looked up in full.
Nothing that a list holds may be dismissed: a test holds that.

Beginnings and ends are compared by their letters, whatever stands around them: what the lists take away
there (bullets, numbers, arrows, counts) is taken away from phrases and from lines alike, and more of it.
"""

import functools
import marshal
from collections.abc import Iterable
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from textlint.api import Document, compile_re, folded, kept, state

from ._groups import (
    ANY,
    DIGIT,
    ENDS,
    HEAD,
    LAST,
    SERVICE,
    TITLE,
    Ends,
    Group,
    Groups,
    without_end,
    without_start,
)

LONGEST = 320
"""Code points of a line that any of the lists may hold."""
TAIL = 2
"""Code points of an end by which ends are found; one after a number."""
STOPS = ".!?。"
"""What ends no row of phrases."""
BARS = r"|¦│｜·•›»>＞→⟩▸►\t"
PARTS = compile_re(rf"[{BARS}/\\–—-](?:(?<=[{BARS}])|(?<=\s.)(?=\s))")
"""What parts the phrases of a row for `_lexicon`, if it is not white space; begun by one class, it is
looked for quickly."""
PIECES = compile_re(PARTS.pattern + r"|\s{2,}")
"""The same with white space that does."""
CRUMBS = compile_re(r"[›»>＞→⟩▸►]|\s/\s|::")
"""What stands between the steps of a breadcrumb."""
SHARE = 0.6
"""Share of the parts of a row that must be listed."""
MARKS = compile_re(r"[\s|/·•,+–—-]+")
"""What parts them for `_lines`."""
MARK = compile_re(r"[|/·•,+–—-]")
"""One of the marks among that."""
BULLETS = " *+•·|>#0123456789.-–—()[]"
"""What most often is nothing at the start of a line."""
NUMBER = compile_re(r"\d+")
LABEL_MARKS = ":：|»›–—-"
"""The marks that part a label from its title."""
SHORT = 48
"""Code points of a line that is remembered."""
REMEMBERED = 1 << 14
"""Lines that are remembered, of at most SHORT code points: 3 MB."""


class Glance:
    """How listed lines begin and end."""

    def __init__(self, packed: bytes) -> None:
        groups, tails, lasts, services, odds = marshal.loads(packed)  # noqa: S302 - the user's own
        self.groups = Groups(groups)
        """How phrases begin, from their first letter on."""
        self.known = dict[str, bool]()
        """What was said of short lines: pages of a site say the same, and rows of menus do."""
        self.tails: dict[str, tuple[str, ...]] = tails
        """The last words of phrases that start with a hole, by their last code points."""
        self.lasts = Ends(lasts)
        """The last words of phrases, by their last code points."""
        self.services: tuple[str, ...] = services
        names = sorted({without_end(name).rpartition(" ")[2] for name in services})
        self.names = {first: tuple(some) for first, some in groupby(names, itemgetter(0))}
        """Their last words, by their first code points."""
        self.odds = frozenset(odds)
        """The marks that phrases without a letter before their hole begin with."""

    def held(self, lines: Iterable[str]) -> list[int]:
        """Which of the lines, folded and without white space around them, a list may hold: numbers."""
        known, is_held = self.known.get, self._is_held
        return [
            number
            for number, line in enumerate(lines)
            if len(line) <= LONGEST and (is_held(line) if (said := known(line)) is None else said)
        ]

    def _is_held(self, line: str) -> bool:
        """Whether a list may hold a line of at most LONGEST code points."""
        text = line if line[0].isalpha() else line.lstrip(BULLETS)
        group, head = self.groups[text[:2]], text[:HEAD]
        if group.is_odd or "  " in head or not head.isprintable():
            is_held = self._holds_odd(line)
        else:
            is_held = self._holds(line, text, group)
        if len(line) <= SHORT:
            if len(self.known) >= REMEMBERED:
                self.known.clear()
            self.known[line] = is_held
        return is_held

    def _holds_odd(self, line: str) -> bool:
        """The same of a line that begins with more than BULLETS, or with odd white space."""
        text = " ".join(line.split())
        start = without_start(text)
        if not self.odds.isdisjoint(text[: len(text) - len(start)]):
            return True
        return self._holds(line, start, self.groups[start[:2]])

    def _holds(self, line: str, text: str, group: Group) -> bool:
        """Whether a list may hold a line; `text` is it from its first letter or quotation mark on."""
        bare = text.rstrip(ENDS)
        if not bare[-TAIL:].isalpha():
            if not text:
                return False
            bare = without_end(text)
            if bare[-1:] in self.tails:
                return True
        if text[:HEAD] in group.starts and self._is_last(bare):
            return True
        if len(bare) < HEAD and bare in group.starts:
            return True
        if text.startswith(group.stems) and self._is_open(text, bare, group):
            return True
        if (same := self.tails.get(bare[-TAIL:])) and bare.endswith(same):
            return True
        return line[-1] not in STOPS and self._is_row(line, text, bare, group)

    def _is_open(self, text: str, bare: str, group: Group) -> bool:
        """Whether a line goes on after an open beginning as a phrase does."""
        for start, follow, end in group.opens:
            if text.startswith(start) and (
                (follow == ANY and bare.endswith(end))
                or (follow == DIGIT and text[len(start) : len(start) + 1].isdecimal())
                or (follow == SERVICE and text.startswith(self.services, len(start)))
                or (follow == TITLE and text[len(start) :].lstrip()[:1] in LABEL_MARKS)
                or (follow == LAST and self._is_last(bare))
            ):
                return True
        return False

    def _is_row(self, line: str, text: str, bare: str, group: Group) -> bool:
        """Whether a line may be a row of phrases: `bare` is `text` up to its last letter."""
        is_plain = line.isprintable()
        if ("  " in line or (PARTS if is_plain else PIECES).search(line)) and self._has_parts(line):
            return True
        if not is_plain:
            text, bare = (" ".join(part.split()) for part in (text, bare))
        is_first = text.partition(" ")[0] in group.firsts
        if not (is_first or MARK.search(text[:HEAD])) or not self._is_last(bare):
            return False
        if is_first and len(NUMBER.findall(text)) > 1:  # a pager's stand among its words
            return True
        if is_first and self._starts_row(text, group) and self._ends_row(text, bare):
            return True
        spaced = MARKS.sub(" ", text)
        group = self.groups[spaced[:2]]
        return (
            self._starts_row(spaced, group)
            or spaced[:HEAD] in group.starts
            or (spaced.startswith(group.stems) and self._is_open(spaced, bare, group))
        ) and self._ends_row(text, bare)

    def _has_parts(self, line: str) -> bool:
        """Whether enough parts of a line may be listed by themselves, or one: a breadcrumb's home."""
        parts = [part for part in map(str.strip, PIECES.split(line)) if part]
        needed = max(2, SHARE * sum(part[-1].isalnum() for part in parts))  # others may be counts
        known = 0
        for left, part in zip(range(len(parts), 0, -1), parts, strict=True):
            if known + left < needed:
                break
            known += self._is_part(part)
            if known >= needed:
                return True
        return known > 0 and len(CRUMBS.findall(line)) > 1

    def _is_part(self, part: str) -> bool:
        """Whether a part of a line may be listed by itself."""
        if not part:
            return False
        if (is_held := self.known.get(part)) is None:
            is_held = self._is_held(part)
        return is_held or (part[-1] in STOPS and self._is_part(part.rstrip(STOPS)))

    def _is_last(self, bare: str) -> bool:
        """Whether a line ends with the last word of a phrase, the name of a service or a number."""
        last = bare.rpartition(" ")[2]
        if self._is_last_word(last):
            return True
        if last.isalpha():
            return False
        return NUMBER.search(last) is not None or self._is_last_word(MARKS.split(last)[-1])

    def _is_last_word(self, word: str) -> bool:
        """Whether a word is the last of a phrase, or begins as the name of a service does."""
        return word in self.lasts[word[-TAIL:]] or word.startswith(self.names.get(word[:1], ()))

    def _starts_row(self, text: str, group: Group) -> bool:
        """Whether a line starts with a brief phrase and a blank, and another phrase may follow."""
        at = text.find(" ")
        while 0 < at <= 2 * HEAD:
            start = text[:at]
            if start in group.starts or (
                (not start[-1].isalpha() or start[-1] in "km")
                and without_end(start) in group.starts
            ):
                rest = text[at:]
                if self._may_begin(rest) or (
                    MARK.search(rest) and self._may_begin(MARKS.sub(" ", rest))
                ):
                    return True
            at = text.find(" ", at + 1)
        return False

    def _may_begin(self, rest: str) -> bool:
        """Whether the rest of a row may begin with a phrase."""
        rest = rest.lstrip(BULLETS)
        group = self.groups[rest[:2]]
        return (
            group.is_odd
            or rest.partition(" ")[0] in group.firsts
            or rest[:HEAD] in group.starts
            or rest.rstrip(ENDS) in group.starts
            or rest.startswith(group.stems)
        )

    def _ends_row(self, text: str, bare: str) -> bool:
        """Whether a line that ends with a last word ends with a phrase, as far as its marks tell."""
        if MARK.search(text) or NUMBER.search(text) or "  " in text:
            return True
        at = bare.find(" ") + 1
        while at:
            phrase = bare[at:]
            group = self.groups[phrase[:2]]
            if phrase[:HEAD] in group.starts or group.is_odd:
                return True
            if phrase.startswith(group.stems) and self._is_open(text[at:], phrase, group):
                return True
            at = bare.find(" ", at) + 1
        return False


@functools.cache
def glance() -> Glance:
    """How listed lines begin and end."""
    return Glance(kept_glance())


def kept_glance() -> bytes:
    """The same, made ready once for all runs."""
    from . import _lexicon, _lines, _lists
    from ._beginnings import ready

    here = Path(__file__)
    own = state((here, here.with_name("_groups.py"), here.with_name("_beginnings.py")))
    name = f"{own}-{_lexicon.digest()}-{_lines.digest()}-{_lists.digest()}"
    return kept("glance", name, lambda: marshal.dumps(ready()))


def is_heading(document: Document, line: str) -> bool:
    """Whether a line is a heading of Markdown: "## Search" is of a manual rather than a page's button."""
    return document.has_markup and line.startswith("#")


def folded_lines(document: Document) -> list[str]:
    """The texts of a document's `lines`, folded: a fact."""
    return list(filter(None, map(str.strip, document.fact(folded).split("\n"))))


def candidates(document: Document) -> list[int]:
    """The lines that a list may hold, by number: a fact."""
    return glance().held(document.fact(folded_lines))
