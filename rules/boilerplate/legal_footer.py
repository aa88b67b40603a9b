"""The legal lines at the foot of a page: copyright, terms, imprint. Data: lexicon/legal.toml."""

import functools
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from operator import attrgetter

from textlint.api import (
    Document,
    Expressions,
    Finding,
    Fix,
    Match,
    Phrase,
    Safety,
    Severity,
    delete_line,
    fold,
    lines,
    rule,
)

from ._forms import is_prose
from ._kinds import SAFE
from ._lexicon import AROUND, excerpt, listed
from ._traces import stands

LONGEST = 400
"""Code points of a line that may be a legal line."""
NOTICE = 220
"""Code points of a copyright notice."""
SIGNS = (
    "©",
    "(c)",
    "copyright",
    "rights reserved",
    "issn",
    "ⓒ",
    "registered",
    "vat",
    "hrb",
    "iva",
    "siret",
    "ust-id",
    "kvk",
    "copr.",
)
"""One of them stands in every legal line that is told by its form..."""
HINTS = (
    *("©", "ⓒ", "(c)", "copyright", "copr.", "copyleft", "&copy;", "issn"),
    *("registered office", "registered in england", "company n", "company registration n"),
    *("vat n", "vat registration n", "hrb", "ust-id", "p.iva", "p. iva", "piva", "p iva"),
    *("partita iva", "siret", "rcs", "kvk"),
)
"""... and one of these: the mark, the word or the office that the forms (`_expressions`) ask for."""
MARKS = ("©", "ⓒ", "(c)", "cop")
"""One of them stands in every notice of copyright."""
OFFICE = (
    *("registered office", "registered in england", "company n", "company registration n"),
    *(
        "vat n",
        "vat registration",
        "hrb ",
        "ust-id",
        "p.iva",
        "p. iva",
        "piva",
        "p iva",
        "partita iva",
    ),
    *("siret", "rcs ", "kvk"),
)
"""One of them stands in every line that tells a company by its office or number."""
START = attrgetter("start")
"""Where a line starts."""


@functools.cache
def _expressions() -> Expressions:
    mark = r"(?:©|ⓒ|\(c\)|copyright|copr\.|copyleft|&copy;)"
    year = r"(?:19|20)\d\d"
    years = rf"{year}(?:\s?[-–—/,]\s?(?:{year}|\d\d|present|today|now))?"
    reserved = (
        r"all rights? reserved|some rights reserved|alle rechte vorbehalten|tous droits réservés"
        r"|todos los derechos reservados|todos os direitos reservados|tutti i diritti riservati"
        r"|riproduzione riservata|alle rechten voorbehouden|alla rättigheter förbehålls"
        r"|wszelkie prawa zastrzeżone|wszystkie prawa zastrzeżone|všechna práva vyhrazena"
        r"|všetky práva vyhradené|minden jog fenntartva|toate drepturile rezervate"
        r"|всички права запазени|все права защищены|(?:усі|всі) права захищен[оі]"
        r"|με (?:την )?επιφύλαξη παντός δικαιώματος|(?:tüm hakları|her hakkı) saklıdır"
        r"|hak cipta dilindungi|hak cipta terpelihara|bản quyền thuộc|สงวนลิขสิทธิ์"
        r"|版权所有|版權所有|著作權所有"
        r"|無断転載|無断複写|무단 ?전재|جميع الحقوق محفوظة|تمامی حقوق|کلیه حقوق|כל הזכויות שמורות"
        r"|सर्वाधिकार सुरक्षित|সর্বস্বত্ব সংরক্ষিত|sva prava pridržana|sva prava zadržana|сва права задржана"
        r"|vse pravice pridržane|visos teisės saugomos|visas tiesības aizsargātas|kõik õigused kaitstud"
        r"|tots els drets reservats|të gjitha të drejtat|jumlah hak cipta|haki zote zimehifadhiwa"
    )
    office = (
        r"registered office\b[^\n]*?\d|registered in england[^\n]{0,20}\d"
        r"|registered in england (?:&|and) wales|company (?:registration )?(?:number|no\.?)\s?:?\s?\d{6}"
        r"|vat (?:registration )?(?:number|no\.?)\s?:?\s?(?:gb)?\s?\d{6}|\bhrb \d{3}"
        r"|ust-id(?:nr)?\.?[\s:.-]{0,3}(?:nr\.?)?[\s:]{0,2}de\s?\d{6}"
        r"|p\.? ?iva\s?:?\s?(?:it)?\s?\d{8}|partita iva\s?:?\s?\d{8}"
        r"|siret\s?:?\s?\d{3}|\brcs [a-zé]+ [ab]? ?\d{3}|\bkvk[\s:-]{0,3}(?:nr\.?|nummer)?\s?:?\s?\d{6}"
    )
    return Expressions(
        {
            "notice": r"(?:[*+•·|–—-]\s?|o\s)?(?i:(?:site |website |all |text |entire )?(?:contents? )?)"
            r"(?i:(?:copyright\s?)?(?:©|ⓒ|&copy;)(?:\s?copyright)?(?:\s?by)?\s?"
            rf"(?:[\p{{L}}][^\n]{{0,60}}?[\s,])?{years}"
            rf"|copyright\s?(?:\(c\)\s?)?(?:by\s)?{years}|\(c\)\s?(?:copyright\s?)?{years})(?!\d)"
            r"[\s,.:;|·•–—-]*(?:by\s|the\s|[\p{Lu}\p{Lo}\p{N}©®™(«“\"@][^\n]*|[\w-]+\.[a-z]{2,6}[^\n]*)?",
            "year": rf"(?:[*+•·|–—-]\s?)?{years}\s?{mark}[^\n]*|[^\n]{{2,60}}\s{mark}\s?{years}\.?",
            "reserved": rf"[^\n]*?(?:{mark}[^\n]*?(?:{reserved})|(?:{reserved})[^\n]*?{mark})[^\n]*",
            "issn": r"(?:[^\n]{0,60}?\s)?(?:e-?)?issn(?:[- ]l)?\s?"
            r"(?:\((?:print|online|electronic|web)\)|online|print)?"
            r"\s?[:：]?\s?\d{4}\s?[-–]\s?\d{3}[\dx](?:\s[^\n]{0,60})?",
            "office": rf"[^\n]*?(?:{office})[^\n]*",
        }
    )


def _is_notice(text: str, plain: str) -> bool:
    """Whether a line, as it stands and folded, is a legal line by its form."""
    if not any(sign in plain for sign in SIGNS):
        return False
    find = _expressions()
    if any(mark in plain for mark in MARKS):
        if len(text) <= NOTICE and (
            find["year"].fullmatch(plain) or find["notice"].fullmatch(text)
        ):
            return True
        if find["reserved"].fullmatch(plain):
            return True
    if "issn" in plain and len(text) <= NOTICE and find["issn"].fullmatch(plain):
        return True
    return any(word in plain for word in OFFICE) and find["office"].fullmatch(plain) is not None


def _notices(document: Document, hints: Iterable[Match]) -> set[int]:
    """The lines that are legal lines by their form, by number."""
    found, end = set[int](), 0
    for hint in hints:
        if hint.start() < end:
            continue
        every = document.fact(lines)
        number = bisect_right(every, hint.start(), key=START) - 1
        text, end = every[number].text, every[number].end
        if len(text) <= LONGEST and _is_notice(text, fold(text)):
            found.add(number)
    return found


def _is_headline(document: Document, number: int) -> bool:
    """Whether a line is one word over a paragraph: "Accessibility" may be a section of the article."""
    found = document.fact(lines)
    if " " in found[number].text or number + 1 == len(found):
        return False
    return found[number].text.isalpha() and is_prose(found[number + 1].text)


@rule(
    "BLR007",
    yields=("BLR001", "BLR002", "BLR003", "BLR004", "BLR008"),
    severity=Severity.WARNING,
    patterns=[Phrase(hint, "anywhere") for hint in HINTS],
    together=True,
    always=True,
    fix=Safety.SAFE,
    bad=[
        "The harbour opens in May.\n⟦© 2023 Harbour Times. All rights reserved.⟧",
        "The harbour opens in May.\n⟦Copyright © 2001-2024 Harbour Times Ltd⟧",
        "The harbour opens in May.\n⟦All Rights Reserved.⟧",
        "The harbour opens in May.\n⟦Privacy Policy | Terms of Use | Contact us⟧",
        "The harbour opens in May.\n⟦* Privacy⟧\n⟦* Terms⟧",
        "The harbour opens in May.\n⟦Harbour Studies, ISSN 1234-5679⟧",
        "The harbour opens in May.\n⟦Registered in England and Wales, number 01234567.⟧",
        "Der Hafen öffnet im Mai.\n⟦Impressum | Datenschutz | AGB⟧\n⟦Alle Rechte vorbehalten⟧",
        "Le port ouvre en mai.\n⟦Mentions légales⟧\n⟦Politique de confidentialité⟧\n⟦Tous droits réservés⟧",
        "Порт открывается в мае.\n⟦Все права защищены⟧\n⟦Пользовательское соглашение⟧",
        "항구는 5월에 열린다.\n⟦저작권자 © 항구일보 무단전재 및 재배포 금지⟧",
        "港は5月に開く。\n⟦プライバシーポリシー⟧\n⟦無断転載を禁じます⟧",
    ],
    fixed=[
        "The harbour opens in May.",
        "The harbour opens in May.",
        "The harbour opens in May.",
        "The harbour opens in May.",
        "The harbour opens in May.",
        "The harbour opens in May.",
        "The harbour opens in May.",
        "Der Hafen öffnet im Mai.",
        "Le port ouvre en mai.",
        "Порт открывается в мае.",
        "항구는 5월에 열린다.",
        "港は5月に開く。",
    ],
    good=[
        "The court held that all rights reserved to the states stay with them.",
        "Copyright\n\nThe law of 1976 changed who owns a song.",
        "Copyright law was changed in 1976, and again in 1998.",
        "Privacy\n\nNobody by the harbour has any.",
        "(c) 2023 was worse than 2022 in every respect, wrote the third witness under point c.",
        "The company was registered in Delaware in 1998.",
        "Terms of use\n\nThe ferry may not carry more than 40 people.",
        (
            "Security\n\nThe bridge has been watched by two guards since the storm took the old one.\n\n"
            "Accessibility\n\nThe bridge has a ramp on its northern side, and a lift on the other one."
        ),
    ],
)
def legal_footer(document: Document, hints: list[Match]) -> Iterator[Finding]:
    """A legal line of the page: copyright with its year, "all rights reserved", terms, imprint, ISSN.

    Told by its form (a copyright sign with a year or with the reservation of rights, in some forty
    languages; an ISSN; a company's register number) or listed in full. "Privacy" or "Terms" alone
    need a list bullet or a listed line near. Only the reservation of rights itself is safe to delete.
    """
    notices = _notices(document, hints)
    found = {at: item for at, item in document.fact(listed).items() if item.kind == "legal"}
    for number in sorted(notices.union(found)):
        line = document.fact(lines)[number]
        if item := found.get(number):
            beside = notices.intersection(range(number - AROUND, number + AROUND + 1))
            if not beside and (_is_headline(document, number) or not stands(document, item)):
                continue
        safety = Safety.SAFE if item and item.strength == SAFE else Safety.UNSAFE
        fix = Fix((delete_line(document.text, line.start, line.end),), safety)
        yield Finding(line.start, line.end, f"legal line of the page {excerpt(line.text)}", fix)
