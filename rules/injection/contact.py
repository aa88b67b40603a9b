"""INJ005: messenger handles of those who sell by spam. Data: contact/cues.toml."""

import functools
from collections.abc import Iterator, Mapping
from itertools import count
from pathlib import Path

import regex

from textlint.api import (
    UNSPACED,
    Document,
    Edit,
    Example,
    Finding,
    Fix,
    Match,
    Safety,
    Severity,
    compile_regex,
    delete_span,
    fold,
    load_toml,
    rule,
    script_of,
)

from ._guests import host_share, letters, majority
from ._speech import is_quoted
from .glued import HOST_TOTAL

CUES = Path(__file__).with_name("contact") / "cues.toml"
TOKENS = 3
"""Words on each side of a handle in which a cue stands."""
CHARACTERS = 15
"""The same in scripts without spaces, where it is code points."""
WINDOW = 80
"""Code points on each side that hold three words."""
FOREIGN = 0.9
"""Share of the document's own script outside a handle that makes the handle's words foreign to it."""
PAUSES, STOPS = ",:;，：、", ".!?。！？\r\n"
SUBJECT = 4
"""Handles from which on a document is a directory of them, or about them."""

SEP = r"[ \t\u00a0]{0,2}(?:[:：=→>-]|은|는)?[ \t\u00a0]{0,2}"
NAME = r"@?[A-Za-z][A-Za-z0-9_.-]{3,24}(?<![.-])"
ANY = r"@?[A-Za-z0-9][A-Za-z0-9_.-]{3,24}(?<![.-])"
PHONE = r"[+＋]?\(?[0-9][0-9 ()./-]{6,16}[0-9]"
TELEGRAM = "telegram|телеграмм?|телега|тг|تلگرام|تليجرام|تيليجرام|تلغرام"
OTHERS = "we[ -]?chat|kakao(?:[ -]?talk)?|snap(?:chat)?|kik|wickr(?: me)?|skype|viber|signal|zalo"
WHATSAPP = "what[\u2019']?s[ -]?app|واتس ?اب|واتساب|واتس|ватсапп?|вотсапп?"
HANDLES = (
    rf"(?:카카오톡|카톡|깨톡|까톡|ㅋㅌ)(?:[ ]?(?:아이디|ID|id|친추|문의|상담))?{SEP}{ANY}",
    rf"(?:텔레그램|텔레|텔그|탤레|ㅌㄹ)(?:[ ]?(?:아이디|ID|id|문의|상담))?{SEP}{NAME}",
    rf"(?:라인|위챗|왓츠앱)(?:[ ]?(?:아이디|ID|id|문의))?{SEP}{NAME}",
    rf"(?<![A-Za-z0-9])(?:微信|薇信|威信|微伈|加微|加薇|加威|[Vv]信|[+＋][Vv][Xx]?|加[Vv][Xx]?|[Vv][Xx])[号號]?{SEP}{ANY}",
    rf"(?<![A-Za-z0-9])(?:QQ|qq|扣扣|企鹅)[号號群]?{SEP}[1-9][0-9]{{4,10}}",
    rf"(?:电报|電報|飞机|飛機|纸飞机|紙飛機|蝙蝠)[号號群]?{SEP}{NAME}",
    rf"(?:賴|赖|加[Ll]ine|加LINE)[号號]?{SEP}{ANY}",
    rf"(?<![A-Za-z0-9])(?i:line|ไลน์|ไลน)[ ]?(?:[Ii][Dd]|ไอดี|@|追加)[ ]?{SEP}{ANY}",
    rf"(?:カカオ|テレグラム|ライン)(?:ID|ＩＤ|id)?{SEP}{NAME}",
    rf"(?<![A-Za-z0-9])(?i:{TELEGRAM}){SEP}@[A-Za-z][A-Za-z0-9_]{{3,31}}",
    rf"(?<![A-Za-z0-9])(?i:{OTHERS})(?:[ ]?(?i:id))?{SEP}(?:@[A-Za-z0-9_.]{{4,25}}|{PHONE})",
    rf"(?<![A-Za-z0-9])(?i:{OTHERS})(?:[ ]?(?i:id))?[ ]?[:：=][ ]?{ANY}",
    rf"(?<![A-Za-z0-9])(?i:{WHATSAPP})[^\n0-9+＋]{{0,12}}{PHONE}",
    r"(?i:(?:https?://)?(?:t|wa|line|telegram)\.me)/(?i:[+A-Za-z0-9_~/-]{3,60})",
    r"(?i:(?:https?://)?(?:chat\.whatsapp\.com|open\.kakao\.com|lin\.ee|api\.whatsapp\.com))/[^\s)\]]{3,80}",
)
"""A messenger's name with a handle or number, or its link."""


@functools.cache
def _cues(kind: str) -> "regex.Pattern[str]":
    """The cues of a kind, as beginnings of words where words are parted by spaces."""
    data: Mapping[str, Mapping[str, list[str]]] = load_toml(CUES)
    texts = sorted({fold(text) for texts in data[kind].values() for text in texts})
    return compile_regex("|".join(map(_cue, texts)))


def _cue(text: str) -> str:
    body = regex.escape(text, literal_spaces=True)
    script = script_of(text[0])
    open_start = script in UNSPACED or script == "Hangul" or not text[0].isalpha()
    return body if open_start else rf"(?<!\p{{L}}){body}"


def handles(document: Document) -> int:
    """How many handles the document holds: a fact, asked for only where one has a cue, or many are."""
    return sum(len(compile_regex(source).findall(document.text)) for source in HANDLES)


def _judged(document: Document) -> "count[int]":
    """Numbers the handles that are judged, in order: a fact."""
    del document
    return count()


def _is_directory(document: Document) -> bool:
    """Whether enough handles were judged to ask how many there are: cues take longer to look for."""
    return next(document.fact(_judged)) >= SUBJECT and document.fact(handles) >= SUBJECT


PROSE = (
    "The committee met again on Tuesday and heard three witnesses from the northern districts, "
    "who spoke about the harvest and the price of water."
)


@rule(
    "INJ005",
    severity=Severity.WARNING,
    patterns=HANDLES,
    fix=Safety.UNSAFE,
    bad=[
        PROSE + " 문의 ⟦카톡 abc1234⟧",
        PROSE + " Need an instant loan? ⟦WhatsApp +62 812 5550 1234⟧",
        PROSE + " Lost funds? A hacker helped me, ⟦Telegram: @fixcoin_pro⟧",
        PROSE + " Join our VIP ⟦t.me/fixcoin_vip⟧",
        Example(
            "위원회는 화요일에 다시 열렸다. 바카라 가입 ⟦텔레그램 @abcd123⟧ 증인 셋이 말했다.", "ko"
        ),
        Example("委员会星期二再次开会。代开发票⟦加V:abc12345⟧。三名证人发言。", "zh"),
        Example(
            "Комитет собрался снова. Купить диплом, ⟦телеграм @abcd_shop⟧. Слушали троих.", "ru"
        ),
        Example("คณะกรรมการประชุมอีกครั้ง สล็อต สมัคร ⟦LINE ID: @abcd99⟧ พยานสามคน", "th"),
    ],
    fixed=[
        PROSE + " 문의",
        PROSE + " Need an instant loan?",
        PROSE + " Lost funds? A hacker helped me",
        PROSE + " Join our VIP",
        "위원회는 화요일에 다시 열렸다. 바카라 가입 증인 셋이 말했다.",
        "委员会星期二再次开会。代开发票。三名证人发言。",
        "Комитет собрался снова. Купить диплом. Слушали троих.",
        "คณะกรรมการประชุมอีกครั้ง สล็อต สมัคร พยานสามคน",
    ],
    good=[
        "Contact the reporter on Signal: +1 212 555 0142 or Telegram: @ada_example. " + PROSE,
        "Orders: WhatsApp +44 20 7946 0958, Monday to Friday, nine to five. " + PROSE,
        "The channel t.me/harbour_news has 20,000 readers, its founder says. " + PROSE,
        "The ministry wrote on its channel (t.me/ministry_example) that the bridge is closed.",
        "He told the casino owner to call the harbour office; WeChat was down that day.",
        "He bought a casino in June. The police may be reached by WhatsApp at +44 20 7946 0958.",
        Example("기사 제보는 카카오톡 example_news 또는 이메일로 보내 주세요.", "ko"),
        Example("提供新闻线索请加微信：example_news。", "zh"),
        Example("Сообщить новость: телеграм @example_news.", "ru"),
        Example(
            "The fraudsters signed as “Join our VIP t.me/fixcoin_vip” every time. " + PROSE, "en"
        ),
    ],
    known_failures=[PROSE + " I thank him, ⟦WhatsApp +62 812 5550 1234⟧"],
)
def contact_spam(document: Document, match: Match) -> Iterator[Finding]:
    """A messenger handle stands beside a word of the trade that advertises by spam.

    Sellers of loans, bets, drugs, forged papers and sex leave a handle or a number in other people's
    pages (카톡 abc123, 加V, t.me/…, WhatsApp +62…). A handle alone is no evidence; within three words
    of it (15 characters in scripts without spaces) must stand a word of the trade. How anybody asks
    to be written to (문의, 加, “contact”) counts only where these words are of another script than 90 %
    of the document.

    So it stays silent on contact lines of companies and reporters, on articles that name a channel,
    inside quotation marks, and in documents with four handles or more, which are about them. On 1.2
    million clean words it made no finding. The repair deletes the handle, not the words around it,
    and needs a reader.
    """
    text, (start, end) = document.text, match.span()
    if is_quoted(text, start, end) or _is_directory(document):
        return
    near = _near(text, start, end)
    traded = _cues("trade").search(near)
    asked = traded or (_is_foreign(document, match.group()) and _cues("ask").search(near))
    if not asked or document.fact(handles) >= SUBJECT:
        return
    fix = Fix((_deletion(text, start, end),))
    yield Finding(
        start, end, f"“{match.group()}” is a spammer's contact (“{asked[0].strip()}”)", fix
    )


def _deletion(text: str, start: int, end: int) -> Edit:
    """The deletion of a handle, with the comma or colon before it where nothing follows."""
    edit = delete_span(text, start, end)
    after = text[edit.end : edit.end + 1]
    if after in PAUSES + STOPS and text[edit.start - 1 : edit.start] in tuple(PAUSES):
        return Edit(edit.start - 1, edit.end, edit.replacement)
    return edit


def _near(text: str, start: int, end: int) -> str:
    """The words beside a handle on its line, folded, and the words of the handle itself."""
    before = text[max(0, start - WINDOW) : start].rpartition("\n")[2]
    after = text[end : end + WINDOW].partition("\n")[0]
    if _is_unspaced(before + after):
        before, after = before[-CHARACTERS:], after[:CHARACTERS]
    else:
        before, after = " ".join(before.split()[-TOKENS:]), " ".join(after.split()[:TOKENS])
    return fold(f"{before} | {after}")


def _is_unspaced(text: str) -> bool:
    return sum(script_of(char) in UNSPACED for char in text) * 2 > sum(map(str.isalpha, text))


def _is_foreign(document: Document, handle: str) -> bool:
    """Whether the messenger's name is in a script that is not the document's."""
    scripts = {script for char in handle if (script := script_of(char))} - {"Latin"}
    host = majority(document)
    if not scripts or host is None or host in scripts or document.fact(letters)[host] < HOST_TOTAL:
        return False
    return host_share(document, handle, host) >= FOREIGN
