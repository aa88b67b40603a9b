"""Terms of the spam trade that nothing in their document explains. The terms are data: lexicon/*.toml."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from operator import itemgetter

import msgspec

from textlint.api import UNSPACED, Document, Finding, Safety, compile_regex

from ._extent import (
    GLOSS_REACH,
    SENTENCE_LETTERS,
    SENTENCE_WORDS,
    deletion,
    extended,
    fragment_at,
    is_apart,
    line_around,
)
from ._guests import Spans, foreign_runs, host_share, majority
from ._walks import latin
from .glued import glued_runs
from .terms import Hit, find_terms

FOREIGN_SHARE = 0.90
"""Share of the document's own script outside a run that makes the run's script foreign to it."""
TOPIC_HITS = 3
"""So many topic words (grades B and C) of one class in the document's own script are its subject."""
SUBJECT_HITS = 6
"""So many of them of whatever class make the trades as such its subject: a report on fraud."""
TOPIC_SPREAD = 200
"""Code points that the first and the last of them are apart at least, else they are one list."""
LIST_TERMS = 3
"""Different terms that make a line a keyword list; where they are the subject it takes two more."""
LIST_SHARE = 0.5
"""Share of a keyword list's letters that its terms hold: prose about casinos stays under a third."""
LINK_REACH = 20
"""Code points between a term and a link or handle that belongs to it."""
GLUED_TO = 3
"""Letters of the word that it is glued to."""
QUOTES = frozenset("\"“”„«»‘’'「」『』《》")
CUES = (
    "called named meaning means literally word term phrase known as written spelled "
    "russian ukrainian korean chinese japanese thai arabic persian hebrew greek hindi kanji hangul "
    "cyrillic pinyin mandarin cantonese georgian armenian bengali urdu farsi"
)


class Page(msgspec.Struct, frozen=True):
    """What the judgement of a hit needs to know of its document."""

    document: Document
    host: str
    lines: defaultdict[int, list[Hit]]
    """The hits of a line, in order, by its start."""
    terms: defaultdict[tuple[int, str], set[str]]
    """The different terms of a class in a line, by its start and the class."""
    openers: dict[int, Hit]
    """The first hit of a line that is no mere vote, by its start."""
    topics: frozenset[str]


def spam(document: Document) -> dict[int, Finding]:
    """The findings of a document by the place of the first term in each: a fact."""
    host = majority(document)
    if host is None:
        return {}
    hits = list(_hits(document))
    page = _page(document, host, hits, _topics(hits, host))
    found: dict[int, Finding] = {}
    done = 0
    for hit in hits:
        if hit.start >= done and (finding := _judge(page, hit)):
            found[hit.start] = finding
            done = finding.end
    return found


def _hits(document: Document) -> Iterator[Hit]:
    """The terms that count: none that INJ001 reports or that are part of an address."""
    taken = document.fact(_glued_spans)
    for hit in find_terms(document.text):
        if (
            hit.entry.grade in "ABC"
            and not taken.touching(hit.start, hit.end)
            and not _in_address(document, hit)
        ):
            yield hit


def _glued_spans(document: Document) -> Spans:
    """What INJ001 reports: a fact."""
    return Spans((run.start, run.end) for run in document.fact(glued_runs))


def _page(document: Document, host: str, hits: Sequence[Hit], topics: frozenset[str]) -> Page:
    """A document's hits by line: what is asked of a line for each of its hits is counted once."""
    page = Page(document, host, defaultdict(list), defaultdict(set), {}, topics)
    for hit in hits:
        start = line_around(document, hit.start)[0]
        page.lines[start].append(hit)
        page.terms[start, hit.entry.kind].add(hit.term)
        if hit.entry.grade != "C":
            page.openers.setdefault(start, hit)
    return page


def _topics(hits: Sequence[Hit], host: str) -> frozenset[str]:
    """The classes that the document is about: their topic words are spread over it."""
    places: dict[str, list[int]] = defaultdict(list)
    for hit in hits:
        if hit.entry.grade in "BC" and hit.script == host:
            places[hit.entry.kind].append(hit.start)
    every = sorted(start for starts in places.values() for start in starts)
    if len(every) >= SUBJECT_HITS and every[-1] - every[0] >= TOPIC_SPREAD:
        return frozenset(hit.entry.kind for hit in hits)
    return frozenset(
        kind
        for kind, starts in places.items()
        if len(starts) >= TOPIC_HITS and starts[-1] - starts[0] >= TOPIC_SPREAD
    )


def _judge(page: Page, hit: Hit) -> Finding | None:
    """The finding that a hit opens, if any."""
    text = page.document.text
    if span := _keyword_list(page, hit):
        return _finding(page.document, *span, f"a list of {hit.entry.kind} spam keywords")
    if hit.script not in ("Latin", page.host):
        span = _foreign(page, hit)
        what = f"{hit.entry.kind} spam in a text of another script"
        return span and _finding(page.document, *span, what, hit)
    if hit.entry.kind in page.topics or _is_quoted(text, hit.start, hit.end):
        return None
    if text[hit.start - 1 : hit.start].isalpha() and hit.script not in (*UNSPACED, "Hangul"):
        return _glued(page, hit)
    if (fragment := fragment_at(page.document, hit)) and (
        hit.entry.grade == "A" or " " in hit.term
    ):
        sure = hit.entry.grade == "A" or _is_other_language(page, hit)
        what = f"{hit.entry.kind} spam that belongs to no sentence"
        return _finding(page.document, *fragment, what, hit if sure else None)
    if (found := _evidence(page, hit)) is not None:
        return _finding(
            page.document, *extended(page.document, hit), f"{hit.entry.kind} spam{found}", hit
        )
    return None


def _evidence(page: Page, hit: Hit) -> str | None:
    """What speaks against a term inside a sentence of the same script; "" for the term itself."""
    if hit.entry.grade == "A":
        return ""
    if hit.entry.grade == "B" and _is_other_language(page, hit):
        return " of another language"
    return " beside a link" if hit.entry.grade == "B" and _is_linked(page, hit) else None


def _glued(page: Page, hit: Hit) -> Finding | None:
    """A term glued to a word of its own script; a capital is only a line break that was lost."""
    text = page.document.text
    word = compile_regex(r"(?r)\p{L}*").search(
        text, pos=max(0, hit.start - SENTENCE_LETTERS), endpos=hit.start
    )
    if not word or len(word[0]) < GLUED_TO or hit.entry.grade == "C" or text[hit.start].isupper():
        return None
    sure = hit.entry.grade == "A" or _is_other_language(page, hit)
    what = f"{hit.entry.kind} spam glued to “{word[0]}”"
    return _finding(page.document, *extended(page.document, hit), what, hit if sure else None)


def _finding(
    document: Document, start: int, end: int, what: str, hit: Hit | None = None
) -> Finding:
    excerpt = " ".join(document.text[start:end].split())
    excerpt = excerpt if len(excerpt) <= SENTENCE_LETTERS else excerpt[: SENTENCE_LETTERS - 1] + "…"
    safe = hit is not None and is_apart(document.text, start, end, hit)
    safety = Safety.SAFE if safe else Safety.UNSAFE
    return Finding(
        start, end, f"“{excerpt}” is {what}", deletion(document.text, start, end, safety)
    )


def _count(text: str) -> int:
    return sum(map(str.isalnum, text))


def _keyword_list(page: Page, hit: Hit) -> tuple[int, int] | None:
    """The span of the line's terms if the line is a keyword list that this hit opens."""
    text = page.document.text
    start, end = line_around(page.document, hit.start)
    if page.openers.get(start) is not hit:
        return None
    terms = page.lines[start]
    needed = LIST_TERMS + 2 * (hit.entry.kind in page.topics)
    if len({other.term for other in terms}) < needed:
        return None
    held, line = sum(_count(other.term) for other in terms), text[start:end]
    dense = held >= LIST_SHARE * latin(line) and held >= LIST_SHARE * _count(line)
    return (terms[0].start, terms[-1].end) if dense else None


def _foreign(page: Page, hit: Hit) -> tuple[int, int] | None:
    """The run of foreign script around a hit, if nothing explains it."""
    text = page.document.text
    touched = page.document.fact(foreign_runs).touching(hit.start, hit.end)
    first = min([hit.start, *(s[0] for s in touched)])
    last = max([hit.end, *(s[1] for s in touched)])
    strong = hit.entry.grade == "A"
    run = text[first : min(last, first + 3 * SENTENCE_LETTERS)]
    sentence = len(run.split()) > SENTENCE_WORDS or _count(run) > SENTENCE_LETTERS
    if hit.entry.grade == "C" or (sentence and not strong):
        return None
    if host_share(page.document, run, page.host) < FOREIGN_SHARE:
        return None
    if sentence:
        return hit.start, hit.end
    if _is_gloss(page, hit, first, last) or (hit.entry.kind in page.topics and not strong):
        return None
    return first, last


def _is_gloss(page: Page, hit: Hit, start: int, end: int) -> bool:
    """Whether a foreign run only says how something is called there."""
    text = page.document.text
    before = text[max(0, start - GLOSS_REACH) : start]
    if _is_quoted(text, start, end):
        return True
    word = compile_regex(r"(\p{L}+)[:,]?[\s(\[\"“«‘']*$").search(before)
    if word and word[1].casefold() in CUES.split():
        return True
    if before[-1:] not in tuple("(（["):
        return False
    # "도박(賭博)" has no space before the bracket; "Sports Toto (스포츠토토)" has just said it.
    row = page.lines[line_around(page.document, start)[0]]
    first, last = (bisect_left(row, at, key=itemgetter(0)) for at in (start - GLOSS_REACH, start))
    named = any(
        other.script == page.host for other in row[first:last] if other.entry.kind == hit.entry.kind
    )
    return named or (page.host in ("Han", "Hangul") and before[-2:-1].isalpha())


def _is_quoted(text: str, start: int, end: int) -> bool:
    return text[start - 1 : start] in QUOTES and text[end : end + 1] in QUOTES


def _is_other_language(page: Page, hit: Hit) -> bool:
    """Whether a topic word is one of another language than the document's, and no name.

    A capital inside a sentence may be a name ("Judi", "Kumar"). Single words count only in the
    betting class: other trades share them between languages.
    """
    language = page.document.language
    if hit.script != "Latin" or page.host != "Latin" or not language:
        return False
    if language in hit.entry.languages or "en" in hit.entry.languages:
        return False
    written = page.document.text[hit.start : hit.end]
    return written == written.lower() and (" " in hit.term or hit.entry.kind == "gambling")


def _is_linked(page: Page, hit: Hit) -> bool:
    """Whether a link or handle stands beside a term, and another term in the same line."""
    text = page.document.text
    start, end = line_around(page.document, hit.start)
    near = text[max(start, hit.start - LINK_REACH) : min(end, hit.end + LINK_REACH)]
    if not compile_regex(r"https?://|www\.|\bt\.me/|\bwa\.me/|\bbit\.ly/|(?<!\w)@\w{4}").search(
        near
    ):
        return False
    return len(page.terms[start, hit.entry.kind]) > 1


def _in_address(document: Document, hit: Hit) -> bool:
    """Whether the term is part of an address, a path, a handle or a hashtag."""
    text, line = document.text, line_around(document, hit.start)
    start, end = hit.start, hit.end
    while start > line[0] and not text[start - 1].isspace() and hit.start - start < GLOSS_REACH:
        start -= 1
    while end < line[1] and not text[end].isspace() and end - hit.end < LINK_REACH:
        end += 1
    token = text[start:end]
    return any(mark in token for mark in ("://", "www.", "@")) and "/" not in hit.term
