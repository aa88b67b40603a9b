"""ENC003: bytes of an old encoding read as another one."""

from collections.abc import Iterator

import regex

from textlint.api import (
    Document,
    Example,
    Finding,
    Fix,
    Match,
    Safety,
    Severity,
    compile_regex,
    rule,
)

from . import _bytes, _eastern, _latin, _marks
from ._plausible import PUNCTUATION
from ._topic import is_topic

EASTERN = "|".join((_eastern.SIGNATURE, *_eastern.TRIGGERS.values()))
TRIGGERS = (
    _marks.TRIGGER,
    _bytes.DENSE,
    _bytes.MIXED,
    EASTERN,
    _latin.TRIGGER,
    _latin.INSIDE,
)
TRIGGER = "|".join(TRIGGERS)
"""Whatever may begin a misread run."""
SAMPLE = 200
"""Hits of the trigger that are looked at to tell which kinds of misreading to look for."""
SHOWN = 24
"""Code points of a run and of its repair that a message quotes."""


@rule(
    "ENC003",
    severity=Severity.ERROR,
    fix=Safety.SAFE,
    patterns=[TRIGGER],
    together=True,
    bad=[
        "The town⟦¡¦⟧s mayor said: ⟦¡§⟧No one was hurt.⟦¡¨⟧",
        "We don⟦窶冲⟧ know, and they can⟦鈥檛⟧ say.",
        "It⟦Õ⟧s late, and they don⟦Õ⟧t know.",
        "The sign reads ⟦Ðåêëàìà â ãîðîäå⟧ in red.",
        "⟦ÇÑ±¹¾î ¹®Àå⟧",
        "⟦Ďîĺçä îďŕçäűâŕë íŕ ÷ŕń⟧, it said.",
        "⟦ÖÐ¹úµÄ³ÇÊÐ⟧",
        "⟦рТЙЧЕФ, ЛБЛ ДЕМБ УЕЗПДОС⟧",
        "⟦Ç åëëçíéêÞ êõâÝñíçóç⟧",
        "⟦ùìåí ìëåìí⟧",
        "Bu ⟦þehir⟧ çok güzel ama ⟦deðil⟧ büyük.",
        "Ale to ⟦siê⟧ nie ⟦mog³o⟧ tak być.",
        "Le ⟦Thιβtre⟧ de la ville",
        "The text ended in ⟦锟斤拷锟斤拷⟧ and stopped.",
    ],
    fixed=[
        "The town’s mayor said: “No one was hurt.”",
        "We don’t know, and they can’t say.",
        "It’s late, and they don’t know.",
        "The sign reads Реклама в городе in red.",
        "한국어 문장",
        "Поезд опаздывал на час, it said.",
        "中国的城市",
        "Привет, как дела сегодня",
        "Η ελληνική κυβέρνηση",
        "שלום לכולם",
        "Bu şehir çok güzel ama değil büyük.",
        "Ale to się nie mogło tak być.",
        "Le Théâtre de la ville",
        "The text ended in 锟斤拷锟斤拷 and stopped.",
    ],
    good=[
        Example("Þetta er það sem við þurfum að gera; hann bað um það og fór heim.", "is"),
        "Guðmundur Þórðarson and Eiður Guðjohnsen met in Reykjavík.",
        Example("À l’ÉLÈVE : l’été, Noël, ça et là, où naïf créée aïeul", "fr"),
        Example("AÇÃO E EDUCAÇÃO: não são corações, põe à mão", "pt"),
        "Ôôôô! Ñññññ! ÄÖÜß, ÀÁÂÃÄÅ, ½ ¼ ¾, °°°°, ««»», ¡¡¡Olé!!!",
        Example("МГИМО, СССР и НАТО; мРНК, кВт, ВКонтакте. СКИДКИ ТОЛЬКО СЕГОДНЯ!", "ru"),
        "TNFα, IFNγ and sinθcos; 5 µm, 10 m³/h, a footnote¹ and a half-life t½.",
        Example("中国的城市发展很快，小行星校验。", "zh"),
        Example("今日は天気がいい。ﾃｽﾄ、ﾐｶﾝ", "ja"),
        "Chinese mojibake such as 锟斤拷 is famous.",
        Example("¡Éxito! ¡Qué día! ¿Por qué no?", "es"),
        Example("Může být příliš pozdě, protože řeka a kůň.", "cs"),
    ],
    known_failures=["A word alone: ⟦ïàðê⟧, of four letters and in no list."],
)
def legacy_mojibake(document: Document, hits: list[Match]) -> Iterator[Finding]:
    """Bytes of an old encoding were read as another one: Ðåêëàìà, ÇÑ±¹, оПХБЕР, don窶冲, 锟斤拷.

    Pages in EUC-KR, GBK, Big5, Shift-JIS, KOI8-R or one of Windows' code pages do not always say so, and
    a program that guesses Windows-1252 makes a text of accented letters of them. Where the text
    looks like that (four accented letters in a row, capitals after small letters in Cyrillic, a Han
    character inside a Latin word), its bytes are read in each of 17 encodings, and the readings are
    weighed against each other: by the pairs of letters of the language, or by the share of its
    common characters. A reading must have 6 bits of evidence, and lead by 4 to be offered as the fix.

    The fix is unsafe, but for typographic marks: in the middle of Latin text a pair of characters
    that no language has (¡¦, ¡§, 窶冲, 鈥檚), or one in an English contraction (donÕt), stands for
    nothing else than an apostrophe, quotation mark or dash, and changes no word. Where bytes are
    lost, or two readings are near each other, there is no fix.

    Refuses to judge short words that it does not know (less than 24 letters where both readings are
    Cyrillic: they could be acronyms), texts about encodings, and UTF-8 that was read byte by byte,
    which is ENC002's.
    """
    last = 0
    for finding in sorted(_findings(document, hits), key=_place):
        if finding.start >= last and not _is_shown(document, finding.start, finding.end):
            last = finding.end
            yield finding


def _place(finding: Finding) -> tuple[int, int]:
    """Where a finding starts; of two, the longer first."""
    return finding.start, -finding.end


def _findings(document: Document, hits: list[Match]) -> Iterator[Finding]:
    """The findings of each kind that the hits of the trigger give reason to look for."""
    text = document.text
    if _any(hits, _marks.TRIGGER):
        for mark in _marks.misread_marks(text):
            seen = text[mark.start : mark.end]
            safety = Safety.SAFE if mark.certain else Safety.UNSAFE
            fix = Fix.replace(mark.start, mark.end, mark.mark, safety=safety)
            message = _message(seen, mark.mark, mark.name, mark.seen_as)
            yield Finding(mark.start, mark.end, message, fix)
    for run in _runs(document, hits):
        seen = text[run.start : run.end]
        message = _message(seen, run.repaired, run.reading, run.seen_as)
        if run.repaired is None:
            yield Finding(run.start, run.end, message)
            continue
        safety = Safety.SAFE if _is_mark(run.repaired) else Safety.UNSAFE
        repair = Fix.replace(run.start, run.end, run.repaired, safety=safety)
        yield Finding(run.start, run.end, message, repair)


def _runs(document: Document, hits: list[Match]) -> Iterator[_bytes.Misread]:
    text = document.text
    if _any(hits, _bytes.DENSE):
        yield from _bytes.dense_runs(text, hits)
    if _any(hits, _bytes.MIXED):
        yield from _bytes.crossed_runs(text, hits)
    if _any(hits, EASTERN):
        yield from _eastern.eastern_runs(text)
    if _any(hits, _latin.TRIGGER):
        yield from _latin.latin_words(text, document.language)
    if _any(hits, _latin.INSIDE):
        yield from _latin.mixed_words(text)


def _any(hits: list[Match], trigger: str) -> bool:
    """Whether a hit is one of this trigger's; of many hits, some are taken to be."""
    expression = compile_regex(trigger, regex.MULTILINE)
    return len(hits) > SAMPLE or any(expression.match(hit.string, hit.start()) for hit in hits)


def _is_mark(repaired: str) -> bool:
    """Whether a repair makes only typographic marks, and the ASCII character one was read with."""
    marks = [char for char in repaired if not char.isascii()]
    return len(repaired) <= len(marks) + 1 and all(char in PUNCTUATION for char in marks)


def _message(seen: str, repaired: str | None, reading: str, seen_as: str) -> str:
    shown = seen if len(seen) <= SHOWN else seen[:SHOWN] + "…"
    if not seen_as:
        return f"“{shown}”: {reading}"
    how = f"{reading} read as {seen_as}"
    if repaired is None:
        return f"“{shown}”: {how}, characters lost or not certain"
    meant = repaired if len(repaired) <= SHOWN else repaired[:SHOWN] + "…"
    return f"“{shown}” is “{meant}”, {how}"


def _is_shown(document: Document, start: int, end: int) -> bool:
    """Whether the run stands in code, or in a text that is about misread characters."""
    return document.is_masked(start, end) or is_topic(document.text, start, end)
