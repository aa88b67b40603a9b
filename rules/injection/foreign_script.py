"""INJ003: words in a script that is not the document's own, and that nothing explains."""

from collections.abc import Iterator
from math import inf

import msgspec

from textlint.api import (
    Document,
    Finding,
    Severity,
    Span,
    compile_regex,
    rule,
    script_of,
)

from ._guests import group, guest_runs, guests, host_share, least, letters, majority
from ._walks import sentences
from .glued import AUTONYMS, glued_runs

SHARE = 0.90
"""Share of the document's own script among the letters outside the run."""
WORDS = 3
"""Words from which a run inside a sentence is a phrase of its own."""
STRAY_WORDS = 2
"""Words from which a run counts where it belongs to no sentence: alone on its line, after the stop."""
WORD_LETTERS = {"Han": 2, "Thai": 4, "Lao": 4, "Khmer": 4, "Myanmar": 5, "Hangul": 3}
"""Letters that make one word where words are not (or not always) parted by spaces."""
GAP = 4
"""Code points without a letter that two runs of one sentence may be apart."""
MOST_RUNS = 3
"""Runs from which a document is a bilingual text, a word list or a bibliography."""
REACH = 80
"""Code points before a run in which what explains it stands."""
HOST_LETTERS = 100
"""Letters that a document needs beside the run: messages of a line mix scripts."""
RUN_LETTERS = 3
"""Letters of a run to be looked at."""
EXCERPT = 60
"""Code points of the run that a message quotes."""
OPENING, CLOSING = frozenset("([{«„“「『【《（［〈‹"), frozenset(")]}»”」』】》）］〉›")
STRAIGHT = frozenset("\"'‘’")
INTRODUCING = frozenset(":=/|–—-→≈~@#_*`<>")
"""A mark before a run that says: so it is written there."""
CUES = frozenset(
    "called named meaning means literally word words term phrase known as written spelled title "
    "russian ukrainian korean chinese japanese thai arabic persian hebrew greek hindi kanji hangul "
    "cyrillic pinyin mandarin cantonese georgian armenian bengali urdu farsi in auf dit nommé genannt "
    "russisch griechisch chinesisch japanisch arabisch russe grec chinois arabe japonais ruso griego "
    "chino árabe japonés грец греч кит яп арабск англ лат евр по-китайски".split()
)
"""Words before a run that say of it that it is one, besides the names of languages."""


class Stray(msgspec.Struct, frozen=True):
    """A run [start, end), code points; `kind`: the class of spam that a root in it tells, if any."""

    start: int
    end: int
    script: str
    kind: str | None


def stray_runs(document: Document) -> list[Stray]:
    """The runs that the rule reports, in order."""
    if not (present := document.fact(guests)) or (host := majority(document)) is None:
        return []
    if document.fact(letters)[host] < HOST_LETTERS or (host == "Hangul" and present == ["Han"]):
        return []
    if (size := least(document, host, SHARE)) == inf:
        return []
    spans = _sentences(document, host)
    found = [
        run
        for start, end in spans
        if end - start >= size and (run := _judge(document, Span(start, end), host, len(spans)))
    ]
    if found:
        taken = list(_taken(document, found))
        found = [run for run in found if not any(a < run.end and run.start < b for a, b in taken)]
    return found


def _sentences(document: Document, host: str) -> list[tuple[int, int]]:
    """The runs with what parts them in a sentence; Korean texts have Han in them."""
    text, runs = document.text, document.fact(guest_runs)
    if host == "Hangul":
        runs = [run for run in runs if group(script_of(text[run[0]]) or "") != "Han"]
    return sentences(text, runs, GAP)


def _judge(document: Document, span: Span, host: str, runs: int) -> Stray | None:
    """The run as one to report, None where it is short, explained, or one of many."""
    from .terms import may_hold_root, root_in

    run = document.text[span.start : span.end]
    inside = sum(map(str.isalpha, run))
    if inside < RUN_LETTERS - 1:
        return None
    rooted = inside <= EXCERPT and may_hold_root(run)
    if not rooted and (inside < RUN_LETTERS or runs > MOST_RUNS):
        return None
    if document.fact(letters)[host] < 2 * inside:
        return None
    words = _words(run)
    if not rooted and words < STRAY_WORDS:
        return None
    if host_share(document, run, host) < SHARE or _is_explained(document.text, span):
        return None
    kind = root_in(run) if rooted else None
    if kind is None and (
        inside < RUN_LETTERS
        or runs > MOST_RUNS
        or words < STRAY_WORDS
        or (words < WORDS and not _is_stray(document.text, span))
        or AUTONYMS & set(run.casefold().split())
    ):
        return None
    return Stray(span.start, span.end, script_of(run[0]) or "foreign", kind)


def _words(run: str) -> int:
    """About how many words a run has."""
    found = 0
    for part in compile_regex(r"[\p{L}\p{M}]+").findall(run):
        size = WORD_LETTERS.get(group(script_of(part[0]) or ""))
        found += max(1, len(part) // size) if size else len(part) > 1
    return found


def _is_stray(text: str, span: Span) -> bool:
    """Whether a run belongs to no sentence: it fills its line, or the text goes on after a stop."""
    before = text[max(0, span.start - REACH) : span.start]
    after = text[span.end : span.end + REACH]
    opens = compile_regex(r"(^|\n|[.!?…。！？][\"”’»」』)]{0,2})\s*$").search(before) is not None
    closes = compile_regex(r"[.!?…]?[^\S\n]*(\n|$|[\"“«「]?\p{Lu})").match(after) is not None
    return opens and closes


def _is_explained(text: str, span: Span) -> bool:
    """Whether brackets, quotation marks or the words before a run say why it is there."""
    near = max(0, span.start - REACH)
    line = text.rfind("\n", near, span.start)
    before = text[max(line + 1, near) : span.start]
    after = text[span.end : span.end + REACH].partition("\n")[0]
    if before[-1:] in STRAIGHT and after[:1] in STRAIGHT:
        return True
    if _is_open(before) and any(char in after for char in (*CLOSING, '"', "'")):
        return True
    lead = compile_regex(r"[\s\p{M}]+$").sub("", before)
    if not lead:
        return text[near : line + 1].rstrip()[-1:] in (":", "：")
    if lead[-1] in INTRODUCING or before.endswith(("@", "#", "/")) or after[:1] in tuple("=/@"):
        return True
    if compile_regex(r"\s*(?:[=–—:(（/|]|-\s)").match(after):
        return True
    word = compile_regex(r"([\p{L}-]+)[.,]?[\s]*$").search(before)
    return word is not None and word[1].casefold() in CUES


def _is_open(before: str) -> bool:
    """Whether a bracket or quotation mark is open at the end of a stretch of a line."""
    depth = 0
    for char in before:
        depth = depth + 1 if char in OPENING else max(0, depth - (char in CLOSING))
    return depth > 0 or before.count('"') % 2 == 1


def _taken(document: Document, found: list[Stray]) -> Iterator[tuple[int, int]]:
    """What INJ001 and INJ002 report already."""
    from .terms import find_terms

    yield from ((run.start, run.end) for run in document.fact(glued_runs))
    text = document.text
    if any(
        hit.entry.grade in "AB" for run in found for hit in find_terms(text[run.start : run.end])
    ):
        from ._spam import spam

        yield from ((hit.start, hit.end) for hit in document.fact(spam).values())


PROSE = (
    " The committee met again on Tuesday and heard three witnesses from the northern districts, "
    "who spoke about the harvest and the price of water."
)


@rule(
    "INJ003",
    severity=Severity.WARNING,
    each=stray_runs,
    bad=[
        "x ⟦Врожай цього року кращий, ніж торік, кажуть фермери⟧ pic.example.com/a1 —" + PROSE,
        "The vote was ⟦самые низкие расценки города⟧ postponed." + PROSE,
        "The vote was postponed.\n\n⟦ข่าววันนี้ของเรา⟧\n\n" + PROSE,
        "The vote was postponed. ⟦오늘의 날씨⟧ It will be held in May." + PROSE,
        "The vote was ⟦недорого⟧ postponed." + PROSE,
        "The vote was ⟦สั่งซื้อ⟧ postponed." + PROSE,
    ],
    good=[
        "The party (Народна рада нової доби) was founded in May." + PROSE,
        "He said “Врожай цього року кращий, ніж торік” and left." + PROSE,
        "In Korean: 오늘의 날씨는 맑습니다." + PROSE,
        "The notion of 道 goes back to old masters." + PROSE,
        "The place is called Стара Гута Нова and lies in the hills." + PROSE,
        "Hiroko Sato 佐藤弘子 has painted the hall." + PROSE,
        "The poem begins so:\n\nМоя земля в снігу лежить\n\n" + PROSE,
        "Русский українська български српски" + PROSE,
        "Die Stadt hieß auf Russisch Новая Старая Гута und liegt im Tal. Sie hat fünf Kirchen.",
        "삼성전자는 大韓民國 政府 機關 資料를 공개했다. 매출이 늘었다.",
        "Врожай цього року кращий. The harvest is better this year. Він росте. It grows.",
    ],
)
def foreign_script_run(document: Document, run: Stray) -> Iterator[Finding]:
    """A phrase or sentence in another script stands in the text and nothing says why.

    An embedded post that lost its frame, a caption that was not translated, a keyword of a spam network.
    Nine tenths of the document's other letters are of its own script. Inside a sentence the run has
    three words or more; two do where it belongs to no sentence (it fills its line, or stands between a
    full stop and the next sentence); one does where it is a word of the spam trade ("недорого",
    cheaply). Scripts without spaces count letters, two (Han) to five for a word.

    It refuses what explains itself: brackets, quotation marks, a colon, dash or slash before or after, a
    word such as "called" or "Russian" before it, language menus; documents with more than three such runs
    (bilingual texts, word lists, bibliographies); Han in Korean; Latin anywhere. What INJ001 or INJ002
    reports is theirs. On 2,763 clean texts in 15 languages it finds nothing. No fix: the sentence may be
    the source's own words.
    """
    text = document.text[run.start : run.end]
    excerpt = " ".join(text.split())
    excerpt = excerpt if len(excerpt) <= EXCERPT else excerpt[: EXCERPT - 1] + "…"
    what = f", a word of {run.kind} spam" if run.kind else ""
    yield Finding(
        run.start, run.end, f"{run.script} text “{excerpt}”{what} in a text of another script"
    )
