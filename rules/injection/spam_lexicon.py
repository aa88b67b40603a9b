"""INJ002: terms of the spam trade out of context. The terms are data: lexicon/*.toml."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

import regex

from textlint.api import (
    UNSPACED,
    Document,
    Example,
    Finding,
    Fix,
    Match,
    Safety,
    Severity,
    delete_line,
    fold,
    rule,
    with_blanks,
)

from .glued import glued_runs, guest_runs, host_share, majority
from .terms import Hit, entry, find_terms, phrases
from .veiled import unveiled, veils

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
SENTENCE_WORDS = 8
SENTENCE_LETTERS = 60
"""A foreign run longer than this is a quotation or a bilingual text: only grade A counts in it."""
LINK_REACH = 20
"""Code points between a term and a link or handle that belongs to it."""
GLOSS_REACH = 60
"""Code points before a foreign run in which the same thing was named in the document's script."""
TAIL = 1_000
"""Code points of a line after a term beyond which nobody counts whether it is a fragment's."""
FRAGMENT_WORDS = 3
"""Words of a fragment for each word of the term in it, at most."""
GLUED_TO = 3
"""Letters of the word that it is glued to."""
BESIDE = 4
"""Words on either side of a term that may belong to it."""
BESIDE_LETTERS = 24
"""Letters of such a word, at most."""
ENDED = 4
"""Letters of the word before a full stop that ends a sentence: shorter ones may be abbreviations."""
WORD = r"[\p{L}\p{M}\p{N}'’-]"
QUOTES = frozenset("\"“”„«»‘’'「」『』《》")
CUES = (
    "called named meaning means literally word term phrase known as written spelled "
    "russian ukrainian korean chinese japanese thai arabic persian hebrew greek hindi kanji hangul "
    "cyrillic pinyin mandarin cantonese georgian armenian bengali urdu farsi"
)


class Spans:
    """Spans in order, none overlapping another, to ask which touch a place."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._spans = list(spans)

    def touching(self, start: int, end: int) -> list[tuple[int, int]]:
        """Those that share a code point with [start, end)."""
        at = bisect_left(self._spans, start, key=lambda span: span[1] - 1)
        found = []
        while at < len(self._spans) and self._spans[at][0] < end:
            found.append(self._spans[at])
            at += 1
        return found


def foreign_runs(document: Document) -> Spans:
    """The runs of every script but the document's own and Latin."""
    return Spans(document.fact(guest_runs))


class Page(NamedTuple):
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
    """The findings of a document by the place of the first term in each."""
    host = majority(document)
    if host is None:
        return {}
    glued = document.fact(glued_runs)
    taken = Spans((run.start, run.end) for run in glued)
    hits = [
        hit
        for hit in find_terms(document.text)
        if hit.entry.grade in "ABC"
        and not taken.touching(hit.start, hit.end)
        and not _in_address(document, hit)
    ]
    page = _page(document, host, hits)
    found: dict[int, Finding] = {}
    done = 0
    for hit in hits:
        if hit.start >= done and (finding := _judge(page, hit)):
            found[hit.start] = finding
            done = finding.end
    return found


def _page(document: Document, host: str, hits: Sequence[Hit]) -> Page:
    """A document's hits by line: what is asked of a line for each of its hits is counted once."""
    page = Page(document, host, defaultdict(list), defaultdict(set), {}, _topics(hits, host))
    for hit in hits:
        start = _line(document, hit.start)[0]
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
    if (fragment := _fragment(page, hit)) and (hit.entry.grade == "A" or " " in hit.term):
        sure = hit.entry.grade == "A" or _is_other_language(page, hit)
        what = f"{hit.entry.kind} spam that belongs to no sentence"
        return _finding(page.document, *fragment, what, hit if sure else None)
    if (found := _evidence(page, hit)) is not None:
        return _finding(page.document, *_extended(page, hit), f"{hit.entry.kind} spam{found}", hit)
    return None


def _extended(page: Page, hit: Hit) -> tuple[int, int]:
    """The span of a hit with the words beside it that belong to it ("agen togel terpercaya").

    They are modifiers or terms of the hit's language; in English texts modifiers after it only.
    """
    text, (start, end) = page.document.text, hit[:2]
    if hit.script != "Latin":
        return start, end
    own = "en" in hit.entry.languages
    for _ in range(BESIDE):
        near = text[end : end + BESIDE_LETTERS]
        after = regex.match(r" ([\p{L}\p{M}\d]+)(?![\p{L}\p{M}\d'’@.-]\w)", near)
        if not after or not _belongs(after[1], hit, own=own):
            break
        end += len(after[0])
    glued = text[start - 1 : start].isalpha()
    for _ in range(0 if own or glued else BESIDE):
        near = text[max(0, start - BESIDE_LETTERS) : start]
        before = regex.search(r"(?<![\w'’.@/-])([\p{L}\p{M}\d]+) $", near)
        if not before or not _belongs(before[1], hit, own=own):
            break
        start -= len(before[0])
    return start, end


def _belongs(word: str, hit: Hit, *, own: bool) -> bool:
    known = entry(fold(word))
    if known is None or word != word.lower() or not known.languages & hit.entry.languages:
        return False
    return known.grade == "modifier" or (not own and known.grade in "ABC")


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
    word = regex.search(
        r"(?r)\p{L}*", text, pos=max(0, hit.start - SENTENCE_LETTERS), endpos=hit.start
    )
    if not word or len(word[0]) < GLUED_TO or hit.entry.grade == "C" or text[hit.start].isupper():
        return None
    sure = hit.entry.grade == "A" or _is_other_language(page, hit)
    what = f"{hit.entry.kind} spam glued to “{word[0]}”"
    return _finding(page.document, *_extended(page, hit), what, hit if sure else None)


def _fragment(page: Page, hit: Hit) -> tuple[int, int] | None:
    """The span of a lower-case fragment that a hit opens: a paragraph, or what follows a full stop.

    Headings and sentences begin with a capital; lines of hard-wrapped text are no paragraphs.
    """
    text = page.document.text
    if between := _between_sentences(page, hit):
        return between
    begin, end = _line(page.document, hit.start)
    near = max(begin, hit.start - GLOSS_REACH)
    lead = regex.search(
        rf"(^|[.!?…][\"”’»)]{{0,2}}\s+)((?:{WORD}+ ){{0,2}})$", text[near : hit.start]
    )
    if not lead or end - hit.end > TAIL or text[end : end + 2] not in ("", "\n", "\n\n"):
        return None
    if not lead[1] and (near > begin or text[max(0, begin - 2) : begin] not in ("", "\n\n")):
        return None
    start, tail = hit.start - len(lead[2]), text[hit.end : end].rstrip()
    words = len(text[start : hit.end + len(tail)].split())
    short = words <= min(SENTENCE_WORDS, FRAGMENT_WORDS * len(hit.term.split()))
    plain = all(char.isalnum() or char in " '’-" for char in tail)
    if short and plain and text[start].islower() and hit.entry.grade in "AB":
        return start, hit.end + len(tail)
    return None


def _between_sentences(page: Page, hit: Hit) -> tuple[int, int] | None:
    """The span of a lower-case term that stands alone between a full stop and the next sentence."""
    text = page.document.text
    start, end = _extended(page, hit)
    before = text[max(0, start - GLOSS_REACH) : start]
    stop = rf"(?:\p{{Ll}}{{{ENDED}}}\.|[!?])[\"”’»)]{{0,2}}\s+$"
    if hit.entry.grade == "C" or not text[start].islower() or not regex.search(stop, before):
        return None
    return (start, end) if regex.match(r"[.]?[^\S\n]+[\"“«]?\p{Lu}", text[end : end + 4]) else None


def _finding(
    document: Document, start: int, end: int, what: str, hit: Hit | None = None
) -> Finding:
    excerpt = " ".join(document.text[start:end].split())
    excerpt = excerpt if len(excerpt) <= SENTENCE_LETTERS else excerpt[: SENTENCE_LETTERS - 1] + "…"
    safe = hit is not None and _is_apart(document.text, start, end, hit)
    safety = Safety.SAFE if safe else Safety.UNSAFE
    return Finding(start, end, f"“{excerpt}” is {what}", _delete(document.text, start, end, safety))


def _is_apart(text: str, start: int, end: int, hit: Hit) -> bool:
    """Whether no word of the author's goes with a term: it fills its line, or is glued to a whole word.

    A term of one word on its line is of grade A. Only terms of several words (grade A, or of another
    language) are deleted from a lower-case word of their own script, and only where no letter follows.
    """
    whole = (start, end) == (hit.start, hit.end) or hit.script == "Latin"
    if _fills_line(text, start, end):
        return whole and (hit.entry.grade == "A" or " " in hit.term)
    glued = text[start - 1 : start].islower() and text[start].islower() and hit.script == "Latin"
    return glued and " " in hit.term and not text[end : end + 1].isalnum()


def _fills_line(text: str, start: int, end: int) -> bool:
    """Whether a line holds no more than [start, end)."""
    before, after = with_blanks(text, start, end)
    return text[before - 1 : before] in ("", "\n") and text[after : after + 1] in ("", "\r", "\n")


def _line(document: Document, at: int) -> tuple[int, int]:
    """The span of the line around a place, a CR at its end included."""
    start, end = document.line_span(at)
    return start, end + (document.text[end : end + 1] == "\r")


def _count(text: str) -> int:
    return sum(map(str.isalnum, text))


def _keyword_list(page: Page, hit: Hit) -> tuple[int, int] | None:
    """The span of the line's terms if the line is a keyword list that this hit opens."""
    text = page.document.text
    start, end = _line(page.document, hit.start)
    if page.openers.get(start) is not hit:
        return None
    terms = page.lines[start]
    needed = LIST_TERMS + 2 * (hit.entry.kind in page.topics)
    held = sum(_count(other.term) for other in terms)
    dense = held >= LIST_SHARE * _count(text[start:end])
    if len({other.term for other in terms}) < needed or not dense:
        return None
    return terms[0].start, terms[-1].end


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
    word = regex.search(r"(\p{L}+)[:,]?[\s(\[\"“«‘']*$", before)
    if word and word[1].casefold() in CUES.split():
        return True
    if before[-1:] not in tuple("(（["):
        return False
    # "도박(賭博)" has no space before the bracket; "Sports Toto (스포츠토토)" has just said it.
    row = page.lines[_line(page.document, start)[0]]
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
    start, end = _line(page.document, hit.start)
    near = text[max(start, hit.start - LINK_REACH) : min(end, hit.end + LINK_REACH)]
    if not regex.search(r"https?://|www\.|\bt\.me/|\bwa\.me/|\bbit\.ly/|(?<!\w)@\w{4}", near):
        return False
    return len(page.terms[start, hit.entry.kind]) > 1


def _in_address(document: Document, hit: Hit) -> bool:
    """Whether the term is part of an address, a path, a handle or a hashtag."""
    text, line = document.text, _line(document, hit.start)
    start, end = hit.start, hit.end
    while start > line[0] and not text[start - 1].isspace() and hit.start - start < GLOSS_REACH:
        start -= 1
    while end < line[1] and not text[end].isspace() and end - hit.end < LINK_REACH:
        end += 1
    token = text[start:end]
    return any(mark in token for mark in ("://", "www.", "@")) and "/" not in hit.term


def _delete(text: str, start: int, end: int, safety: Safety) -> Fix:
    """Delete a span with the brackets around it and one space beside it, or its whole line."""
    if _fills_line(text, start, end):
        return Fix((delete_line(text, start, end),), safety)
    if text[start - 1 : start] in ("(", "[", "（") and text[end : end + 1] in (")", "]", "）"):
        start, end = start - 1, end + 1
    follows = text[end : end + 1]
    if text[start - 1 : start] == " " and follows in ("", "\n", "\r", *" .,;:!?)"):
        start -= 1
    elif text[start - 1 : start] in ("", "\n") and follows == " ":
        end += 1
    return Fix.replace(start, end, safety=safety)


PROSE = (
    "The committee met again on Tuesday and heard three witnesses from the northern districts, "
    "who spoke about the harvest and the price of water."
)


@rule(
    "INJ002",
    severity=Severity.ERROR,
    patterns=[*phrases(), *veils()],
    fix=Safety.SAFE,
    bad=[
        PROSE + " ⟦лучшие онлайн казино⟧",
        "The vote ⟦토토사이트 추천⟧ was postponed. " + PROSE,
        "The vote was postponed (⟦網上博彩⟧). " + PROSE,
        PROSE + "\n\n⟦cheap nfl jerseys⟧\n\nThe vote was postponed.",
        "The vote was ⟦slot gacor hari ini⟧ postponed. " + PROSE,
        PROSE + "\n\n⟦casino, roulette, blackjack, slots⟧\n\nThe vote was postponed.",
        "The vote was postponed⟦slot gacor hari ini⟧, a witness said. " + PROSE,
        PROSE + " ⟦fake diplomas⟧\n\nThe vote was postponed.",
        Example("The vote was ⟦bandar togel⟧ postponed. " + PROSE, "en"),
        "農林水産省は来年度の予算案を公表し、米の価格を説明した。 ⟦คาสิโนออนไลน์⟧ 委員会は火曜日に開く。",
        Example("The vote was ⟦agen togel terpercaya⟧ postponed. " + PROSE, "en"),
        Example("They sold the harvest⟦bahis siteleri⟧, then moved. " + PROSE, "en"),
        "The vote was postponed. ⟦cheap auto insurance⟧ It will be held in May. " + PROSE,
        PROSE + " ⟦v1agra⟧ and ⟦ｃａｓｉｎｏ⟧ and ⟦c.a.s.i.n.o⟧ and ⟦роker⟧",
        PROSE + " ⟦𝐑𝐔𝐌𝐀𝐇𝟕𝟕⟧ and ⟦𝓈𝓁𝑜𝓉 𝑔𝒶𝒸𝑜𝓇⟧",
        "위원회는 화요일에 다시 모여 증인 세 명의 말을 들었다. ⟦카.지.노.사.이.트⟧ 회의는 계속된다.",
    ],
    fixed=[
        PROSE,
        "The vote was postponed. " + PROSE,
        "The vote was postponed. " + PROSE,
        PROSE + "\n\nThe vote was postponed.",
        "The vote was postponed. " + PROSE,
        PROSE + "\n\nThe vote was postponed.",
        "The vote was postponed, a witness said. " + PROSE,
        PROSE + "\n\nThe vote was postponed.",
        "The vote was postponed. " + PROSE,
        "農林水産省は来年度の予算案を公表し、米の価格を説明した。 委員会は火曜日に開く。",
        "The vote was postponed. " + PROSE,
        "They sold the harvest, then moved. " + PROSE,
        "The vote was postponed. It will be held in May. " + PROSE,
        PROSE + " and and and",
        PROSE + " and",
        "위원회는 화요일에 다시 모여 증인 세 명의 말을 들었다. 회의는 계속된다.",
    ],
    good=[
        "A specialist in socialist economics praised the casino's architecture. " + PROSE,
        "The ship has a casino with slots, roulette and blackjack, a pool and two cinemas. "
        + PROSE,
        "The state lottery Sports Toto (스포츠토토) paid for the stadium. " + PROSE,
        "Police found a workshop for fake diplomas in the suburb. " + PROSE,
        "In Russian the place is called казино, as everywhere. " + PROSE,
        "They watched My Neighbor Totoro (이웃집 토토로) and lost the protocol (프로토콜). "
        + PROSE,
        "Judi Dench and Kumar Sangakkara were in Toto's song, in toto. " + PROSE,
        "문화체육관광부는 스포츠토토 판매액이 늘었다고 밝혔다. 스포츠토토는 합법 복권이다.",
        "Payday loans are a subject of debate. The law caps what payday loans may cost, lenders say.\n"
        + PROSE
        + "\nPeople with bad credit turn to payday loans online, the report says.",
        "He compared cheap auto insurance quotes before he bought the car. " + PROSE,
        "Doctors doubt that the best CBD gummies do anything at all. " + PROSE,
        "Viagra ohne Rezept kaufen ist gefährlich, warnt die Behörde, und rät zum Arzt.",
        "경찰은 가.나.다 순으로 명단을 만들고 여·야 의원을 불렀다. 불법 도박 단속도 이어졌다.",
        "The value is 𝑓(𝑥) = 𝑎𝑥 + 𝑏, the set 𝔸𝔹ℂ is closed. " + PROSE,
        "C A S I N O\n\nThe film of 1995 was shot in the desert. " + PROSE,
        "Elle vit en ligne. Le p0 et le c4 sont des cases; Porto, porno-roman non. " + PROSE,
    ],
    known_failures=[
        "The vote was ⟦best cbd gummies⟧ postponed. " + PROSE,
        "The vote ⟦cheap hotel deals⟧ was postponed. " + PROSE,
    ],
)
def spam_lexicon(document: Document, match: Match) -> Iterator[Finding]:
    """A term of the spam trade stands where the text is about something else.

    Betting, drugs, loans, pornography, copies of brands, pirated films and bought links advertise by
    writing their search terms into other people's pages. The lexicon grades each term: A, written by
    advertisers only; B, a topic word of honest pages too; C, one vote in a list. A fires by itself; B
    with evidence: a script foreign to the document (90 % of the other letters are of its own), another
    language than the document's, a word that it is glued to, a place in no sentence (a lower-case
    paragraph, or after the full stop), or a link beside it with a second term in the line. Three
    different terms that hold half of a line's letters are a keyword list.

    Disguises count wherever they stand: digits, marks and letters of other scripts in a word ("v1agra"),
    marks between Korean or Chinese characters, and the mathematical alphabets in which betting sites
    write their names. The span takes in the modifiers beside a term ("agen togel terpercaya").

    It refuses: a document whose subject the class is (three topic words in its own script, spread over
    200 characters) unless a line is a list of five terms; quotations and glosses ("called казино",
    "Sports Toto (스포츠토토)"); long foreign sentences, except for the strong terms in them; addresses;
    letters of the same script around the term ("specialist" holds a drug's name). What is glued to a
    word is INJ001's. The fix is safe where a term of another language or grade A fills its line or is
    glued, several words long, to a lower-case word; else it wants a reader. Terms generalise
    poorly: 863 of them covered 15 % of unseen terms, so absence of findings proves nothing.
    """
    if match.re.groupindex:
        if found_word := unveiled(document, match):
            start, end, plain = found_word
            message = f"“{document.text[start:end]}” is “{plain}” in disguise"
            yield Finding(start, end, message, _delete(document.text, start, end, Safety.UNSAFE))
        return
    found = document.fact(spam)
    for start in range(*match.span()):
        if start in found:
            yield found[start]
