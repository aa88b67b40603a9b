"""What sites print around an article: bylines, picture credits, times. Data: lexicon/bylines.toml."""

import functools
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Literal

import regex

from textlint.api import (
    BLANKS,
    UNSPACED,
    Document,
    Edit,
    Example,
    Expressions,
    Finding,
    Fix,
    Match,
    Phrase,
    Safety,
    Severity,
    Span,
    delete_span,
    fold,
    inked,
    lines,
    rule,
    script_of,
)

from ._sentence import lexicon
from .leading_metadata import fields, published, timestamp

Where = Literal["word", "prefix", "anywhere"]
HOLE = "{}"
"""Where a template of the lexicon has its number."""
LONGEST = 110
"""Code points of a line that is nothing but a byline, a credit or a time."""
CREDIT_WORDS = 9
CREDIT_LETTERS = 24
"""Words of a credit, and letters of one in a script that writes no spaces, at most."""
NAMED = 0.75
"""Share of the words of a name that begin with a capital, the small words of names apart."""
AROUND = 80
"""Code points around a line that tell whether it is of the credits of a film or song."""
HEAD = 1_500
"""Code points of the head of a text, where a line of a name after "By" is the writer's."""
LISTED = 3
"""Such lines from which a text is a list of books or posts, each with its author or its day."""
POSTED = (
    "(?:posted|published|updated|edited|asked|answered|modified|created|commented|replied|added)"
)
"""What may stand before the age of a post."""
SMALL = frozenset(
    "de del della der den di do da dos du et i la le van von und and y e a via for für to".split()
)
"""Words in small letters within names."""
MARKS = (":", " :", "：", "=", " =", "＝")
"""What stands between a credit's label and the name."""
CLOSERS = {"(": ")", "[": "]", "（": "）", "［": "］", "【": "】"}
WHAT = {
    "credit": "picture credit",
    "source": "picture credit",
    "library": "picture credit",
    "byline": "byline",
    "role": "byline",
    "reporter": "byline",
    "reading": "reading time",
    "ago": "time of publication",
    "stamp": "time of publication",
}


def _any(words: Iterable[str]) -> str:
    """An alternation of literal words, the longest first, spaces matching no-break ones as well."""
    ordered = sorted(words, key=len, reverse=True)
    escaped = (regex.escape(word, literal_spaces=True) for word in ordered)
    return "|".join(escaped).replace(" ", "[ \u00a0]")


def _part(template: str) -> str:
    """The longest piece of a template beside its number."""
    return max(template.split(HOLE), key=len).strip()


@functools.cache
def _phrases() -> dict[str, tuple[str, Where]]:
    """The phrases that lead to a candidate: the kind of each, and whether it must begin its line."""
    data = lexicon("bylines")
    found: dict[str, tuple[str, Where]] = {}
    for kind, key in (("credit", "labels"), ("source", "sources")):
        found |= {label + mark: (kind, "word") for label in data[key] for mark in MARKS}
    found |= dict.fromkeys((*data["by"], *data["wires"]), ("source", "word"))
    found |= dict.fromkeys(data["roles"], ("role", "prefix"))
    found |= dict.fromkeys(published(), ("stamp", "prefix"))
    for kind in ("reading", "ago"):
        for template in data[kind]:
            part = _part(template)
            # A Korean word may follow its number at once.
            found[part] = kind, "anywhere" if HOLE + part[0] in template else "word"
    return {fold(words): how for words, how in found.items()}


def _patterns() -> Iterator[str | Phrase]:
    """What leads to a candidate; a pattern's group names its kind."""
    data = lexicon("bylines")
    for words, (_, where) in _phrases().items():
        yield Phrase(words, where)
    yield rf"(?P<library>{_any(data['libraries'])})"
    yield (
        rf"(?<=^[^\S\n]{{0,8}})(?P<byline>(?:{_any(data['writers'])})[ \u00a0])"
        r"(?=\p{Lu}|d[aei]\b|v[ao]n\b)"
    )
    job = r"[ ]?(?:[가-힣]{0,4}기자|특파원|칼럼니스트|논설위원|통신원)"
    wire = r"(?:연합뉴스|뉴시스|뉴스1|뉴스핌|[가-힣]{2,8}(?:뉴스|일보|신문|통신|경제|투데이))"
    place = rf"[\[(][가-힣]{{2,10}}[ ]?[=·][ ]?{wire}[\])]"
    yield rf"^(?P<reporter>{place}(?:[ ]?[가-힣]{{2,4}}{job}(?:[ ]?=)?)?)"
    yield (
        rf"(?P<reporter>[가-힣]{{2,4}}{job}[ ]?[(\[/|]?[ ]?"
        r"[\w.+-]{2,40}@[\w-]{2,30}\.[\w.]{2,20}[)\]]?)(?=[^\S\n]{0,8}$)"
    )


@functools.cache
def _expressions() -> Expressions:
    """The expressions of the judges, compiled at their first use."""
    data = lexicon("bylines")
    small = r"(?:(?:de|del|van|von|der|den|la|al|bin|di|da|dos|du)[ \u00a0]+)?"
    word = r"\p{Lu}[\p{L}\p{M}.'’-]*"
    name = rf"{word}(?:[ \u00a0]+{small}{word}){{1,3}}"
    joint = r"(?:[ \u00a0]?[,&/][ \u00a0]?|[ ,\u00a0]+(?:and|und|et|y|e|og|och|en|i)[ \u00a0]+)"
    names = rf"{name}(?:{joint}{name}){{0,4}}"
    month = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\p{L}*\.?"
    week = r"(?:Mon|Tues?|Wed(?:nes)?|Thurs?|Fri|Sat(?:ur)?|Sun)(?:day)?"
    spelt = rf"{month}[ ]\d{{1,2}}(?:st|nd|rd|th)?,?[ ]\d{{4}}|\d{{1,2}}[ ]{month}[ ]\d{{4}}"
    numeric = r"\d{1,2}[./]\d{1,2}[./]\d{4}|\d{4}-\d\d-\d\d"
    office = rf"[^\n.!?]{{0,40}}(?i:{_any(data['offices'])})[^\n.!?]{{0,20}}"
    library = rf"(?:{_any(data['libraries'])})"
    holes = {key: _any(data[key]).replace(r"\{\}", r"\d{1,3}") for key in ("reading", "ago")}
    sources = {
        "signed": rf"(?im)^[^\S\n]{{0,8}}(?:{_any(data['writers'])})[ \u00a0]([^\n]{{4,80}})$",
        "names": rf"{names}(?:[ ]?[,|–—-][ ]?{office})?,?",
        "dated": rf"{names}[ ]?[,|·•–—-]?[ ]?(?:on[ ])?(?:{week},?[ ]+)?(?:{spelt}|{numeric})[^\n]{{0,40}}",
        "sentence": r"(?<!\b\p{Lu})[.!?…:：。！？]$",
        "stop": r"(?:[.!?…。！？।]|\p{Ll}\.[”\"’»)]|[|”»])[^\S\n]*$",
        "film": r"(?m)^\s*(?:Directed|Produced|Music|Lyrics|Screenplay|Composed|Starring|Cinematography)\b",
        "cased": r"[\p{Lu}\p{Ll}]",
        "capital": r"[\p{Lu}©]",
        "library": rf"(?:©[ ]?)?(?:[\p{{L}}\p{{N}} .,'’-]{{2,50}}[ ]?[/|][ ]?)*{library}"
        r"(?:[ ]?/[ ]?[\p{L}\p{N} .'’-]{2,40}){0,2}",
        "reading": rf"(?i)(?:[^\n]{{0,60}}(?:[|·•–—:\-]|\d)[^\S\n]*)?(?:{holes['reading']})",
        "ago": rf"(?i)(?:{POSTED}[:,]?[ \u00a0])?(?:{holes['ago']})",
    }
    return Expressions(sources)


@functools.cache
def _agencies() -> tuple[str, ...]:
    return tuple(lexicon("bylines")["agencies"])


@functools.cache
def _writers() -> tuple[str, ...]:
    return tuple(f"{word} " for word in lexicon("bylines")["writers"])


@functools.cache
def _folded_writers() -> tuple[str, ...]:
    return tuple(map(fold, _writers()))


def _is_credit(value: str, *, sure: bool = True) -> bool:
    """Whether what follows a credit's label is a name or an agency, not a sentence or a figure.

    Where the label is not `sure` ("Photo: Yes"), an agency or a name of two words in capitals.
    """
    words = value.split()
    if not words or len(words) > CREDIT_WORDS or _expressions()["sentence"].search(value):
        return False
    folded = fold(value.lstrip("© "))
    if any(folded.startswith(agency) for agency in _agencies()):
        return True
    cased = [word for word in words if _expressions()["cased"].match(word.lstrip("©(@"))]
    if not cased:
        return sure and value[0].isalpha() and len(value) <= CREDIT_LETTERS
    names = [word for word in cased if word not in SMALL]
    capital = sum(_expressions()["capital"].match(word.lstrip("(@")) is not None for word in names)
    parts = len(names) + value.count("/") + value.count("©")
    return (
        bool(names)
        and names[0] == cased[0]
        and NAMED * len(names) <= capital
        and (sure or parts > 1)
    )


def _credit(document: Document, start: int, after: int, *, sure: bool) -> Span | None:
    """A credit whose label is [start, after): in brackets, alone on its line, or at its end."""
    text = document.text
    first, end = _bounds(text, start, after)
    before, value = text[first:start], text[after:end]
    opened = before.rstrip("/ \u00a0")
    if opened[-1:] in CLOSERS and opened:
        close = value.find(CLOSERS[opened[-1]])
        if close < 0 or not _is_credit(value[:close].strip()):
            return None
        return Span(first + len(opened) - 1, after + close + 1)
    alone = not before.strip()
    if not alone and not _expressions()["stop"].search(before):
        return None
    value = value.strip()
    if alone and text[start].islower() and not value[:1].isupper():
        return None  # image: example/server
    return Span(start, end) if _is_credit(value, sure=sure) else None


def _whole(document: Document, kind: str, words: str, start: int, end: int) -> bool:
    """Whether the line [start, end), in which some words were found, is a byline or time in full."""
    find, line = _expressions(), document.text[start:end]
    value = line[line.find(words) + len(words) :].strip(" :：\u00a0")
    if kind == "library":
        if fold(line) == "reuters":
            return False  # as likely a heading, a link or the company
        return line.find(words) == line.rfind(words) and find["library"].fullmatch(line) is not None
    if kind == "stamp":
        leads = any(span.start <= start < span.end for span in document.fact(fields))
        return (
            not leads
            and timestamp(line) == fold(words)
            and document.fact(_stamped)[fold(words)] < LISTED
        )
    if kind == "role":
        around = document.text[max(0, start - AROUND) : end + AROUND]
        return _is_credit(value) and not find["film"].search(around)
    if kind == "byline":
        near = start < HEAD and document.fact(_signed) < LISTED
        return find["dated"].fullmatch(value) is not None or (near and _names(value))
    if not find[kind].fullmatch(line) or not _is_first(kind, fold(line), fold(words)):
        return False
    signed = line.startswith(_writers()) and find["dated"].fullmatch(line.partition(" ")[2])
    return not signed


def _is_first(kind: str, line: str, words: str) -> bool:
    """Whether some words are the first of those of a kind on a line, and the longest there."""
    places = ((line.find(part), -len(part)) for part in _parts(kind))
    return min(place for place in places if place[0] >= 0) == (line.find(words), -len(words))


@functools.cache
def _parts(kind: str) -> list[str]:
    """The phrases of a kind."""
    return [part for part, (of, _) in _phrases().items() if of == kind]


def _names(value: str) -> bool:
    return _expressions()["names"].fullmatch(value.strip()) is not None


def _signed(document: Document) -> int:
    """How many lines of the text are a name after "By"."""
    text, writers, find = document.text, _folded_writers(), _expressions()["signed"].match
    longest, count = max(map(len, writers)), 0
    for line in document.fact(lines):
        if fold(line.text[:longest]).startswith(writers):
            match = find(text, text.rfind("\n", 0, line.start) + 1)
            count += match is not None and _names(match[1])
    return count


def _stamped(document: Document) -> Counter[str | None]:
    """How often each field that says when a text was published fills a line: a fact."""
    names = published()
    longest = max(map(len, names))
    return Counter(
        timestamp(line)
        for line in document.fact(inked)
        if len(line) <= LONGEST and fold(line[:longest]).startswith(names)
    )


@rule(
    "STR008",
    severity=Severity.WARNING,
    patterns=list(_patterns()),
    fix=Safety.UNSAFE,
    bad=[
        "Bridge opens at last\n⟦By Jane Doe⟧\nThe bridge over the river was opened on Monday.",
        "The mayor cut the ribbon. ⟦(AP Photo/Jane Doe)⟧ Then he crossed the bridge.",
        "The mayor crossed the bridge.\n\n⟦Photo: Reuters⟧\n\nHe was the first to do so.",
        "The mayor crosses the bridge. ⟦Photo: Jane Doe/Daily Example⟧\n\nHe was the first.",
        "It rained.\n\n⟦Jane Doe/Getty Images⟧\n\nNobody had an umbrella.",
        "⟦5 min read⟧\n\nThe bridge was opened on Monday.",
        "It rained on Monday.\n\n⟦3 hours ago⟧\n\nNobody had an umbrella.",
        "It rained on Monday. It snowed.\nAll day.\n⟦Updated: 18 Nov 2019, 19:11⟧\nNobody had an umbrella.",
        Example(
            "Die Brücke ist offen.\n⟦Foto: dpa⟧\nDer Bürgermeister kam.\n⟦Lesezeit: 4 Minuten⟧",
            "de",
        ),
        Example(
            "Мост открыт.\n\n⟦Фото: РИА Новости⟧\n\nМэр прошёл по нему.\n\n⟦5 часов назад⟧", "ru"
        ),
        Example("橋が開通した。\n⟦写真＝共同⟧\n市長が渡った。", "ja"),
        Example(
            "⟦(서울=연합뉴스) 홍길동 기자 =⟧ 다리가 열렸다. 시장이 건넜다.\n\n"
            "⟦홍길동 기자 hong@example.co.kr⟧",
            "ko",
        ),
        Example("桥通车了。⟦（图片来源：新华社）⟧市长走了过去。", "zh"),
        Example("Cầu đã thông xe.\n⟦Ảnh: AFP⟧\nThị trưởng đi qua.", "vi"),
        Example("הגשר נפתח.\n⟦צילום: רויטרס⟧\nראש העיר חצה אותו.", "he"),
    ],
    fixed=[
        "Bridge opens at last\nThe bridge over the river was opened on Monday.",
        "The mayor cut the ribbon. Then he crossed the bridge.",
        "The mayor crossed the bridge.\n\nHe was the first to do so.",
        "The mayor crosses the bridge.\n\nHe was the first.",
        "It rained.\n\nNobody had an umbrella.",
        "The bridge was opened on Monday.",
        "It rained on Monday.\n\nNobody had an umbrella.",
        "It rained on Monday. It snowed.\nAll day.\nNobody had an umbrella.",
        "Die Brücke ist offen.\nDer Bürgermeister kam.",
        "Мост открыт.\n\nМэр прошёл по нему.",
        "橋が開通した。\n市長が渡った。",
        "다리가 열렸다. 시장이 건넜다.",
        "桥通车了。市长走了过去。",
        "Cầu đã thông xe.\nThị trưởng đi qua.",
        "הגשר נפתח.\nראש העיר חצה אותו.",
    ],
    good=[
        "By the way, nobody asked Jane Doe.\nBy Monday the bridge was open.",
        "1 The Bridge\nby Jane Doe\n2 The River\nby John Roe\n3 The Ferry\nby Mary Major",
        "The article is a 5 min read. It was written 3 hours ago by Jane Doe.",
        "Photo by photo she tells the story of the bridge.\nPhotographs by Jane Doe are shown here.",
        "image: example/server\nports: 80\nPhoto booth – about 500 dollars\nPhotos: 12",
        "The agency Getty Images sells pictures. A photo: a bridge, a river and a hill.",
        "Von Hamburg nach Kiel fährt ein Zug.\nVon Angela bis Zoe waren alle da.",
        "Published in 1998, the book was a success.\nUpdated rules were sent to all schools on 5 May.",
        "Image: 4K\nPhoto: JPEG\nPictures: Yes",
        "Written by Jane Doe\nDirected by John Roe\nMusic by Mary Major",
        Example("图：人类的进步\n编辑：修改文本的工作", "zh"),
        Example("서울 = 수도\n사진 = 그림", "ko"),
        "Reuters reported it first. The Associated Press followed an hour later.",
        "The mayor (see photo on page 5) and his wife (photo, right) were there.",
        Example("기자들이 물었다. 홍길동 기자가 답했다.", "ko"),
        Example("Фото на память: мост, река и холм за ней.", "ru"),
        "3 hours ago, Jane Doe said:\nThe bridge is open.",
        "Rain.\nPosted May 3, 2020\nIt rained.\nPosted May 4, 2020\nSun.\nPosted May 5, 2020\nIt shone.",
    ],
)
def stray_byline_caption(document: Document, match: Match) -> Iterator[Finding]:
    """A byline, picture credit, time of publication or reading time stands inside the text.

    Sites print them beside the article, and scrapers take them for its lines. Each must fill a line,
    or end a paragraph after a finished sentence (credits), or stand in brackets of its own; a credit
    must name someone: words in capitals, or an agency. A line "By Jane Doe" counts near the head and
    where no more than two are found, for lists of books have many; with a date after it everywhere.
    Three lines and more that say "Posted" or the like with a day are the days of a diary or a thread.
    Some twenty languages. Datelines ("KYIV, Sept 5 (Reuters) –") belong to the article and stay.
    """
    text, (start, end) = document.text, match.span()
    words = match.group()
    kind = match.lastgroup or _phrases()[fold(words)][0]
    span: Span | None = None
    if kind in {"credit", "source"}:
        if words[-1] in "/.:：=＝" or text[end : end + 1] in BLANKS:
            span = _credit(document, start, end, sure=kind == "source")
    elif kind == "reporter":
        span = Span(start, end)
    else:
        first, last = _bounds(text, start, end)
        first += len(text[first:last]) - len(text[first:last].lstrip())
        if last - first <= LONGEST and _whole(document, kind, words, first, last):
            span = Span(first, last)
    if span:
        what = f"{WHAT[kind]} “{text[span.start : span.end]}” inside the text"
        unspaced = script_of(text[span.end : span.end + 1] or " ") in UNSPACED
        edit = Edit(*span) if unspaced else delete_span(text, *span)
        yield Finding(*span, what, Fix((edit,)))


def _bounds(text: str, start: int, end: int) -> tuple[int, int]:
    """The line around a match, LONGEST on each side at most; its end without blanks."""
    first = text.rfind("\n", max(0, start - LONGEST - 1), start) + 1 or max(0, start - LONGEST)
    last = text.find("\n", end, end + LONGEST + 1)
    last = last if last >= 0 else min(len(text), end + LONGEST + 1)
    return first, first + len(text[first:last].rstrip())
