"""What stands around readers' comments and forum posts. Data: lexicon/comments.toml."""

import functools
from collections import Counter
from collections.abc import Iterator

from textlint.api import (
    Document,
    Expressions,
    Finding,
    Fix,
    Line,
    Safety,
    Severity,
    delete_line,
    fold,
    inked,
    lines,
    rule,
)

from . import _forms
from ._forms import BARE, CUE, has_moment, is_number, is_prose
from ._kinds import ALONE, LINK, SAFE
from ._lexicon import AROUND, Listed, excerpt, holds, listed, neighbours
from ._traces import STOPS, is_forum

QUOTING = (
    *(
        "in reply to",
        "originally posted",
        "quote from",
        "zitat von",
        "antwort auf",
        "in antwort auf",
    ),
    *("cita de", "en réponse à", "citation de", "in risposta a", "citazione di", "em resposta a"),
    *("цитата", "в ответ на", "у відповідь", "cytat", "w odpowiedzi", "citaat van", "citat"),
)
"""Beginnings of lines that, with a colon at their end, tell whose words a post quotes."""
SAID = frozenset(
    "says writes sagt schreibt meint dit dice dijo detto scrive disse diz comentou zegt zei skriver siger"
    " sier sanoo pisze szerint mondja spune spus ki diyor berkata mengatakan menulis to said wrote"
    " sagte schrieb escreveu scritto schreef skrev kirjoitti napsal napsal(a) napsala".split()
)
"""Of the words for saying (`_expressions`), the last of each, those in ASCII."""
MANY = 3
"""Names that "say:" something, or lone numbers, from which they are of comments, in a text with traces
of a comment section."""
BARELY = 4
"""Different names that "say" something without a colon, from which they are of comments in any text:
an edited conversation ends such lines with a colon, or goes on on the line."""
POSTS = 3
"""Lines with a day and a time from which a text may be a thread from top to bottom."""
AHEAD, WHOLE = 0.1, 0.5
"""Shares of a thread's prose before the first of them, and between two of them, at most."""


@functools.cache
def _expressions() -> Expressions:
    name = r"[\p{Lu}\p{Lo}\p{N}@][^\n:;!?]{0,40}"
    says = (
        r"says|writes|sagt|schreibt|meint|a dit|dit|écrit|dice|dijo"
        r"|comentó|ha detto|scrive|disse|diz|comentou|zegt|zei"
        r"|säger|skriver|siger|sier|sanoo|pisze|mówi|powiedział"
        r"|říká|píše|szerint|mondja|spune|a spus|каза|казва"
        r"|говорит|пишет|сказал|говорить|пише|каже|λέει|dedi ki|diyor ki"
        r"|diyor|kaže|piše|berkata|mengatakan|menulis|viết|nói|đã viết|يقول|قال|كتب|گفت|می‌گوید"
        r"|כתב|הגיב|אמר|कहते हैं|says in response to|בתאריך"
    )
    month = r"[\p{L}\p{M}.]{2,14}"
    time = r"\d{1,2}[:.hH]\s?\d{2}(?:[:.]\d{2})?\s?(?:[ap]\.?m\.?|uhr|h)?"
    day = (
        rf"(?:{month}\.? \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}"
        rf"|\d{{1,2}}\.? (?:de )?{month},? (?:de )?\d{{4}}(?: ?[гр]\.)?"
        r"|\d{1,4}[-./]\d{1,2}[-./]\d{1,4}|\d{4}年\d{1,2}月\d{1,2}日"
        r"|\d{4}년 ?\d{1,2}월 ?\d{1,2}일)"
    )
    done = (
        r"asked|answered|commented|edited|modified|gefragt|beantwortet|kommentiert|bearbeitet"
        r"|posée|répondu|commenté|modifiée?|preguntada|respondida|comentada|editada|modificada"
        r"|perguntada|comentado|modificato|задан|ответ дан|комментарий|изменён|изменен"
    )
    at = r"at|um|à|às|a las|alle(?: ore)?|om|kl\.?|klo|o|в|о|στις|saat|pukul|lúc"
    return Expressions(
        {
            "quote": r"[\p{Lu}\p{Lo}\p{N}@][^\n;!?]{0,60}\s(?i:said|wrote|sagte|schrieb|a écrit|escribió"
            r"|escreveu|ha scritto|schreef|skrev|kirjoitti|napisał(?:\(a\)|a)?|napsal(?:\(a\)|a)?"
            r"|написал(?:\(а\)|а)?|написав|írta|yazdı|έγραψε)\s?:",
            "says": rf"(?i:(?:[*+•·–-]|o|\d{{1,4}}[.)])\s)?{name}\s(?i:{says})\s?[:：]?",
            "says_ja": r"[^\n]{1,30}\s(?:より|より:|さん|님의 말|댓글|说道?|說道?)\s?[:：]",
            "stamp": rf"(?i)(?:[*+•·–-]\s)?(?:on |am |le |el |em |il |op |den |posted |posted on )?{day}"
            rf"[,،]?(?: ?[-–@|·•,]? ?(?:{at})?)? ?{time}(?: \(?[A-Za-z]{{2,5}}\)?)?"
            r"(?:[ |·•]{0,3}(?:#\d*|reply|permalink|edited|link))?",
            "action": rf"(?i)(?:[*+•·–-]\s)?(?:{done})\s(?:on |am |le |el |em )?{day}"
            rf"[,،]?(?: ?[-–@|·•,]? ?(?:{at})?)? ?{time}",
            "moment": rf"(?i)(?<!\w){day}(?!\w)[^\n]{{0,8}}?(?<!\d){time}(?!\w)"
            rf"|(?<!\d){time}[,، |·–-]{{1,3}}{day}(?!\w)",
            "stamp_first": rf"(?i)(?:[*+•·–-]\s)?{time}[,، ]{{1,3}}(?:[-–|·•on] ?)?{day}",
        }
    )


def _may_say(text: str) -> bool:
    """Whether a line may end with a word for saying; one with letters beyond ASCII may."""
    words = text.rstrip(":").rsplit(None, 1)
    return not text.isascii() or (len(words) > 1 and words[1].lower() in SAID)


def _is_name(line: Line) -> bool:
    """Whether a line names somebody who "says:" what follows."""
    if len(line.text) > CUE or not _may_say(line.text):
        return False
    if line.text[-1] not in ":：" and line.text.rpartition(" ")[2] not in BARE:
        return False
    find = _expressions()
    return bool(find["says"].fullmatch(line.text) or find["says_ja"].fullmatch(line.text))


def _is_quote(line: Line) -> bool:
    """Whether a line names somebody whose post is quoted."""
    if len(line.text) > CUE or line.text[-1] != ":" or not _may_say(line.text):
        return False
    return _expressions()["quote"].fullmatch(line.text) is not None


def names_quoted(line: Line) -> bool:
    """Whether a line says that it quotes, and whom: without it her words would be the writer's own."""
    return line.text[-1] in ":：" and (fold(line.text).startswith(QUOTING) or _is_quote(line))


def _is_stamp(line: Line) -> bool:
    """Whether a line is a day and a time and no more."""
    if len(line.text) > CUE or not has_moment(line.text):
        return False
    find = _expressions()
    return bool(find["stamp"].fullmatch(line.text) or find["stamp_first"].fullmatch(line.text))


def _is_action(line: Line) -> bool:
    """Whether a line says what was done to a post, on a day and at a time, and no more."""
    if len(line.text) > CUE or not has_moment(line.text):
        return False
    return _expressions()["action"].fullmatch(line.text) is not None


def _likely(document: Document) -> list[int]:
    """The short lines that end as one that names somebody, hold a time or are a number: a fact."""
    return _forms.cues(document.fact(inked))


def cues(document: Document) -> dict[int, str]:
    """The lines that are of comments by their form, by number: their kinds. A fact."""
    likely = document.fact(_likely)
    every = document.fact(lines) if likely else []
    return {number: kind for number in likely if (kind := _cue(every[number]))}


def _cue(line: Line) -> str:
    """The kind of a line that is of comments by its form; "" for other lines."""
    if _is_name(line):
        return "name"
    if _is_quote(line):
        return "quote"
    if _is_stamp(line):
        return "stamp"
    if _is_action(line):
        return "action"
    return "number" if is_number(line.text) else ""


def _near(document: Document, number: int, *, other: str) -> bool:
    """Whether a cue of the other form, or a listed line of the comments, stands near."""
    found = document.fact(cues)
    span = [at for at in range(number - AROUND, number + AROUND + 1) if at != number]
    return any(found.get(at) == other for at in span) or bool(
        neighbours(document.fact(listed), number, ("comments", "form"))
    )


def _is_beside(document: Document, number: int, kind: str) -> bool:
    """Whether what stands near a cue makes it one of a comment."""
    if kind == "action":
        return _is_done(document, kind)
    if kind == "number":
        return neighbours(document.fact(listed), number, ("comments",)) > 1
    return _near(document, number, other="stamp" if kind == "name" else "name")


def _is_of_many(document: Document, kind: str) -> bool:
    """Whether a text with traces of a comment section has several such cues."""
    if kind in ("stamp", "action") or not is_forum(document):
        return False
    return document.fact(_kinds)[kind] >= MANY


def _is_done(document: Document, kind: str) -> bool:
    """Whether a line is one of several that say what was done to posts."""
    return kind == "action" and document.fact(_kinds)[kind] > 1 and is_forum(document)


def _kinds(document: Document) -> Counter[str]:
    """How many cues of each form the text has: a fact."""
    return Counter(document.fact(cues).values())


def _is_of_names(document: Document, number: int) -> bool:
    """Whether a line is one of several that name somebody who "says" what follows, without a colon."""
    names = document.fact(_barely)
    return len(names) >= BARELY and document.fact(lines)[number].text in names


def _barely(document: Document) -> frozenset[str]:
    """The different lines that name somebody who "says" what follows, without a colon: a fact."""
    every = document.fact(lines)
    names = (every[number].text for number, kind in document.fact(cues).items() if kind == "name")
    return frozenset(name for name in names if name[-1] not in ":：")


def _dated(document: Document) -> list[int]:
    """The short lines that say a day and a time, whatever else they say, by number: a fact."""
    every, find = document.fact(lines), _expressions()
    some = ((at, every[at].text) for at in document.fact(_likely))
    return [at for at, text in some if has_moment(text) and find["moment"].search(text)]


def is_thread(document: Document) -> bool:
    """Whether a text is a thread from top to bottom, its posts the article: a fact.

    Such are the threads of forums: their first post is dated as all are, and nobody "says:" anything.
    Where questions are asked and answered, comments stand between.
    Where comments stand below an article, the article is before the first of them.
    """
    every, known = document.fact(lines), document.fact(listed)
    if document.fact(_kinds)["name"] or document.fact(_kinds)["action"]:
        return False
    dated = frozenset(document.fact(_dated))
    if len(dated) < POSTS:
        return False
    longest = counted = ahead = posts = since = 0
    for number, line in enumerate(every):
        if number in dated:
            ahead = ahead if posts else counted
            posts += 1
            longest, since = max(longest, since), 0
        elif number not in known and line.text[-1] in STOPS and is_prose(line.text):
            counted += 1
            since += 1
    if ahead > AHEAD * counted:
        return False
    return max(longest, since) <= WHOLE * counted


def post_lines(document: Document) -> frozenset[int]:
    """The lines that say of whom and of when the posts of a thread are, by number: a fact."""
    if not document.fact(is_thread):
        return frozenset()
    return frozenset(
        near for at in document.fact(_dated) for near in range(at - AROUND, at + AROUND + 1)
    )


def _counts(document: Document, item: Listed) -> bool:
    """Whether a listed line has another cue near it, as its strength asks for."""
    if names_quoted(item.line):
        return False
    if item.strength in (SAFE, ALONE):
        return True
    marks = document.fact(cues)
    near = neighbours(document.fact(listed), item.number, ("comments",)) + item.parts - 1
    around = range(item.number - AROUND, item.number + AROUND + 1)
    near += sum(marks.get(at, "number") != "number" for at in around)
    return near > 0 or is_forum(document) or (item.strength == LINK and holds(document, item))


@rule(
    "BLR010",
    yields=("BLR001", "BLR002", "BLR003", "BLR004", "BLR008", "STR008"),
    severity=Severity.WARNING,
    fix=Safety.UNSAFE,
    bad=[
        "Nice walk!\n⟦3 hours ago Reply Like⟧",
        "⟦Reply⟧\n⟦Like⟧\nNice walk along the harbour!",
        "The harbour opens in May.\n⟦12 Comments⟧\n⟦Sort by newest⟧\n⟦Load more comments⟧",
        "⟦Jane Doe says:⟧\n⟦May 4, 2021 at 8:26 am⟧\nNice walk!",
        "Nice walk!\n⟦Report abuse⟧",
        "Schöner Weg!\n⟦Antworten⟧\n⟦Melden⟧",
        "Jolie balade !\n⟦Répondre⟧\n⟦J’aime⟧\n⟦il y a 3 heures⟧",
        "¡Bonito paseo!\n⟦Responder⟧\n⟦Me gusta⟧",
        "Хорошая прогулка!\n⟦Ответить⟧\n⟦Пожаловаться⟧",
        "素敵な散歩！\n⟦返信⟧\n⟦いいね⟧",
        "멋진 산책!\n⟦답글⟧\n⟦좋아요⟧",
        "很好的散步！\n⟦回复⟧\n⟦点赞⟧",
        (
            "Is the path dry?\n⟦Report abuse⟧\n⟦asked May 4, 2021 at 8:26⟧\nIt is.\n⟦Load more comments⟧\n"
            "⟦answered May 5, 2021 at 9:02⟧\n⟦12 Comments⟧"
        ),
        (
            "The harbour opens in May, and the quay is to be closed for the whole of the winter.\n"
            "⟦Anna says⟧\nNice.\n⟦Bert says⟧\nSo it is.\n⟦Carla says⟧\nToo late.\n⟦Dora says⟧\nRain."
        ),
        (
            "⟦12 Comments⟧\n⟦Sort by newest⟧\n⟦Jane Doe says:⟧\nNice walk!\n⟦3⟧\nSo it is, all of it.\n"
            "⟦John Roe says:⟧\nToo long.\n⟦1⟧\nNot for me.\n⟦Mary says:⟧\nRain.\n⟦0⟧\nAgain?\n"
            "⟦Report abuse⟧"
        ),
    ],
    fixed=[
        "Nice walk!",
        "Nice walk along the harbour!",
        "The harbour opens in May.",
        "Nice walk!",
        "Nice walk!",
        "Schöner Weg!",
        "Jolie balade !",
        "¡Bonito paseo!",
        "Хорошая прогулка!",
        "素敵な散歩！",
        "멋진 산책!",
        "很好的散步！",
        "Is the path dry?\nIt is.",
        (
            "The harbour opens in May, and the quay is to be closed for the whole of the winter.\n"
            "Nice.\nSo it is.\nToo late.\nRain."
        ),
        "Nice walk!\nSo it is, all of it.\nToo long.\nNot for me.\nRain.\nAgain?",
    ],
    good=[
        "Reply\n\nThe mayor wrote back within a day.",
        "Like\n\nNobody knew what it was.",
        "The minister says:\n\nThe harbour opens in May.",
        "Anna says:\nYes.\nBert says:\nNo.",
        "Answered May 4, 2021 at 8:26 am\n\nThe letter lies in the archive.",
        "Anna says\nthe path is dry.\nBert says\nit is not.\nAnna says\nlet us look.",
        (
            "May 4, 2021 at 8:26 am\nAnna\nHas anybody walked the harbour path since the storm last week?\n"
            "May 4, 2021 at 9:02 am\nBert\nThe first half is dry, but the bridge is still closed to all.\n"
            "May 5, 2021 at 7:40 am\nAnna\nThen we shall go round by the mill, as we did the year before."
        ),
        "May 4, 2021 at 8:26 am\n\nThe ship left.",
        "Three hours ago nobody had an answer.",
        "Members of the crew\n\nThere were nine.",
        "Comments\n\nThe judge made two.",
        "24 minutes ago, Anna said:\nThe path is dry.\nIt is not.\nAnna wrote:\nIs it?",
        "Originally posted by Anna:\nThe path is dry.\nIn reply to Anna:\nIt is not.",
    ],
)
def commenter_ui(document: Document) -> Iterator[Finding]:
    """A line of the machinery around readers' comments: buttons, counts, names, ages.

    What only comment sections say ("12 comments", "Sort by newest", "Report abuse") stands for
    itself; "Reply", "Like", "3 hours ago", a name that "says:", a day with its time need a second
    such line within three lines, or, like lone numbers (votes, posts), three lines that stand for
    themselves anywhere in the text. What the readers wrote is not reported, and the line before a quoted
    post ("Anna wrote:", "In reply to Anna:") stays: without it her words would be the writer's own.
    Four different lines like "Anna says" without a colon are of comments in any text. Where a text is a
    thread from top to bottom, when its posts were written ("May 4, 2021 at 8:26 am", "Last edited by …")
    is told to the reader as a dateline is, and not reported.
    """
    found = document.fact(listed)
    for item in found.values():
        if (
            item.kind == "comments"
            and _counts(document, item)
            and not (document.fact(is_thread) and item.number in document.fact(_dated))
        ):
            yield _finding(document, item.number)
    for number, kind in document.fact(cues).items():
        if number in found or kind == "quote":
            continue
        if kind == "stamp" and document.fact(is_thread):
            continue
        if (
            _is_of_many(document, kind)
            or _is_of_names(document, number)
            or _is_beside(document, number, kind)
        ):
            yield _finding(document, number)


def _finding(document: Document, number: int) -> Finding:
    line = document.fact(lines)[number]
    fix = Fix((delete_line(document.text, line.start, line.end),))
    return Finding(line.start, line.end, f"comment section {excerpt(line.text)}", fix)
