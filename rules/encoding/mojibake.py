"""ENC002: UTF-8 that was read in a single-byte encoding."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textlint.api import Document, Finding, Fix, Safety, Severity, compile_regex, rule

from ._topic import is_topic
from .replacement import MISREAD

if TYPE_CHECKING:
    from ._words import Damage

UPPER = "ÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞßĀĂĆČĎĐĖĘĚĞĢĪĶĹĻŁŃŅŐŘŚŞŠŢŪŮŰŲŹŻŽ"
LOWER = "àáâãäåæçèéêëìíîïāăąćčďđēėęěģīķĺļŕźðñòóôğńņōš"
SIGNS = "¡-¬¯±-¶¸-º¼-¿ƒˆˇ˘-˝„‚†‡‰‹€"
CLOSERS = "»”’›“‘…–—·•™®°\u00a0\u00ad"
SLAVIC = "ŚśŻżŁłĄąŹźĽľŤťŠŽšžŞşŢţ"
HALF = 2
"""Characters of a sequence that lost one of two: what is left, a first byte, still tells something, so that
one mark for both, as a right decoder puts, is safe only where the rest of the text is ASCII."""
QUOTED = 60
"""Code points of a message's quotations."""

CONTRACTION = (
    r"(?i)(?<=\b(?:do|does|did|is|was|are|were|ca|wo|could|would|should|have|has|had"
    r"|ai|need|must|might)n)â(?=t\b)|(?<=\b(?:it|he|she|that|what|there|here|let|who|where|how))â(?=s\b)"
    r"|(?<=\b(?:we|you|they))â(?=(?:re|ve|ll|d)\b)|(?<=\bI)â(?=(?:m|ve|ll|d)\b)"
    r"|(?<=\b(?:he|she|it|that))â(?=(?:ll|d)\b)|(?<=\b(?:could|would|should))â(?=ve\b)"
)
"""An English contraction whose apostrophe became `â`: its other two bytes, 80 and 99, were dropped."""
POSSESSIVE = r"(?<=\b[A-Za-z]{2,30})â(?=s\b)"
"""What may be one more, in a text that has a contraction."""
QUOTATION = r"(?<![^\s(])(â)(?!(?:ge|gé|me|ne|pre|tre|cre)s?\b)[A-Za-z][^\nâ]{0,200}[a-z.,!?](â)(?![^\s.,;:!?)])"  # noqa: E501
"""A quotation whose marks became `â`: no word of any language ends in a plain `â` after one began so."""
WITNESSES = 2
"""Contractions in a text from which the apostrophe is sure."""

PATTERNS = (
    # A byte that means nothing, after a letter or a sign.
    r"[^\x00-\xa0][\x80-\x9f]",
    # Windows-125x for the West, Central Europe, Turkey, the Baltic and Vietnam.
    rf"[{UPPER}{LOWER}×][{SIGNS}]",
    rf"[{UPPER}][ŠŒŽšœžŸÆØŖŗ]",
    rf"(?<=\p{{Ll}})[ÂÃÄÅĂĹĆ][{CLOSERS}{SLAVIC}]",
    rf"[ĂĹ][{SLAVIC}]",
    rf"[ÂÃÄÅĂĹ][{CLOSERS}](?=\p{{L}})",
    rf"(?<=[^\p{{L}}])[ÂÃ][{CLOSERS}]",
    r"(?<=[\p{Ll}\p{N}.,:;!?)%”’…])Â(?=[ \n]|$)",
    r"(?<=[.!?:,)] )Â (?=\p{Lu})",
    r"(?<=\p{Ll})Ã (?=[ \p{Ll}])",
    r"[\u00c2-\u00f4]\ufffd|(?<=[a-zäöü])Ã(?=[a-z])",
    (
        r"(?i)(?:\b(?:do|does|did|is|was|are|were|ca|wo|could|would|should|have|has|had|ai|need|must|might)nât"
        r"|\b(?:it|he|she|that|what|there|here|let|who|where|how)âs|\b(?:we|you|they)â(?:re|ve|ll|d)"
        r"|\bIâ(?:m|ve|ll|d)|\b(?:he|she|it|that)â(?:ll|d)|\b(?:could|would|should)âve)\b"
    ),
    r"(?:^|[\s(])â[A-Za-z][^\nâ]{1,60}[a-z.,!?]â(?:$|[\s.,;:!?)])",
    # Cyrillic encodings.
    r"(?:[РС][Ђ-џ°-№‚-™\u00a0-¿]){3}",
    r"в(?:Ђ[^\p{L}\s]|„[ў–]|‚¬)|п¬|рџ|п»ї|[ГВ][¡-¿](?=[ГВ])|[ГВ][©®°§±µ¶¤¦]",
    r"(?<=[A-Za-z])[ВГДЕМбв][\u00a0-¿Ђ-ЏЎўЁёЄєІіЇїЈјЅѕҐґђ-џ‚-™]",
    r"[ОП][±µ¶†‡€‰‹ѓ]|а[ё№][^\s]а[ё№]|(?<!\A|[^а-п])[ЂЃЉЊЌЋЏ]|а[¤Ґ]|Г[Ѓђљњќћџ]",
    r"(?<=[a-z])[ТУФХЯ][Ё-П]",
    r"(?<!\A|[^а-яБЮ])[─-▟⌠■∙√≈≤≥⌡²÷]|(?<=[A-Za-z])[бцдеп][©°²·÷ёЁ]",
    r"тА[^\p{Ll}\s]|яЯ|р[де][А-Я]",
    # Greek, Thai, Hebrew and Arabic encodings.
    rf"[ΒΓΞΟβπε][{SIGNS}]|[ΒΓβ][®°·™]|ΞΟ|(?<=[A-Za-z])[ΒΓΔΕΞΟ][\u00a0Ά-Ώ΅{SIGNS}]",
    r"(?<=[A-Za-z0-9 ])[ยร][ก-ฟ]|(?<=[A-Za-z])[ยรฤลฦศ][\u00a0ก-ฟ]|โ€",
    r"[\u05b0-\u05b5][\u00a0-¿€-™÷₪]|ג[€‚„]",
    r"(?<=[A-Za-z])[آأؤإئ][\u00a0-¿€-™،؛؟]|[آأذرخد][¡-¿€‚„†‡‰ƒ‹]",
    # Mac Roman and the code pages of DOS.
    r"[¬√ƒ≈][Ä-ü†°¢£§•¶ß®©™´¨ªºæøÀ-ÿ]|(?<=\p{Ll})[√¬≈][π∂∑∏∫≥≤±∞µΩ≠]",
    r"‚Ä[^\p{L}\s]|‚Ä[ôöúùûìîíïò]|[–—][Ä-ü†°¢£§•¶ß®©™´¨ªº∞±≤≥¥µ∂∑∏π∫Ωæø]{1,2}[–—]",
    r"ðŸ|đ[źŸ]|šŸ|ğŸ|\uf8ffü|[┬├][┐│║▓▒░╝╜╛](?=[A-Za-z])",
    r"(?<=\p{Ll})[├┬┼╨╤─][^\x00-\x7f]|[├┬][\p{L}©®ªº¿½¼¡«»⌐¬▒▓║╝]|[┼╨╤─][\p{L}©®½¼¡⌐¬]",
    r"[╬╧][\p{L}░-▓│┤╗]|Ó[Ąąź]|[ΔΕ][‡†‚„…€΅](?=\p{L})|ýľ|[ýÝ][│┤║╝╗]",
    r"[╨╤][░-▓│┤╡-╣║╗-╝┐╛╕](?=[╨╤])|ΓÇ|ÔÇ|≡ƒ|[đĐðÐ][░▒▓│┤╣║╗╝┐┴©]|[αßπ][░-▓│┤╡-╣╗-╝┐╛╕]",
)
"""Pairs and triples of characters that hardly any clean text has, in any language: of 2,760 edited
texts in 15 languages one has any. Where one stands, the whole text is judged. Where it
begins with one of many common letters the pattern says "not after any other": of that the scan knows
nothing, and starts from the character after it, which is rare."""


@rule(
    "ENC002",
    severity=Severity.ERROR,
    fix=Safety.SAFE,
    gate=PATTERNS,
    bad=[
        "Die Barke hielt in K⟦Ã¶⟧ln, nicht in Bonn.",
        "She said she didn⟦â€™⟧t know the way.",
        "Wszyscy wr⟦Ăł⟧cili do domu.",
        "Une le⟦√ß⟧on de piano pour d⟦√©⟧butants",
        "The town h⟦├ñ⟧lt its breath",
        "Es waren f⟦ΓΌ⟧nf Stunden bis dorthin.",
        "Prices rose ⟦β\u0080\u0094⟧ again.",
        "Sale ⟦๐\u009f\u0094ฅ⟧ today only",
        "Follow us ⟦đź“…⟧ daily",
        "⟦Ð’Ñ‡ÐµÑ€Ð° Ð² Ð³Ð¾Ñ€Ð¾Ð´Ðµ Ð¾Ñ‚ÐºÑ€Ñ‹Ð»Ð¸ Ð½Ð¾Ð²Ñ‹Ð¹ Ð¼Ð¾Ñ\u0081Ñ‚⟧.",
        "⟦РЎРµРіРѕРґРЅСЏ СѓС‚СЂРѕРј⟧ it rained.",
        "⟦ÎšÎ±Î»Î·Î¼Î\u00adÏ\u0081Î±⟧, Athens",
        "T⟦áº¡⟧i sao l⟦áº¡⟧i th⟦áº¿⟧?",
        "Ca⟦Ã±Ã³⟧n del Colca",
        "It was a caf⟦ÃƒÂ©⟧ once.",
        "The tour was long.⟦Â ⟧Lunch was not.",
        "Et voil⟦Ã ⟧ le travail.",
        "It was late ⟦â€⟧ and dark.",
        "⟦â€œ⟧Not today⟦â€⟧, it read; ⟦â€žNieâ€�⟧ below it.",
        "⟦Ð¡ÐµÐ³Ð¾Ð´Ð½Ñ Ð²ÐµÑ‡ÐµÑ€Ð¾Ð¼⟧ it snowed.",
        "⟦Ð’ÐµÑ‡ÐµÑ€, Ð¾ÐºÐ½Ð¾. ÐŸÐ¾ÐµÐ·Ð´⟧ at ten",
        "⟦ç¦å²¡⟧ (Fukuoka)",
        "Tea ⟦Â£⟧3; ⟦â¢⟧ cake ⟦Â£⟧4",
        "Zat⟦Ä�⟧ek b⟦Å™⟧ezna",
        "In der Gro⟦Ã⟧stadt, da wei⟦Ã⟧t du",
        "They can⟦â⟧t come: it⟦â⟧s the baker⟦â⟧s day off.",
        "She wrote ⟦â⟧open on Mondays⟦â⟧ on the door.",
    ],
    fixed=[
        "Die Barke hielt in Köln, nicht in Bonn.",
        "She said she didn’t know the way.",
        "Wszyscy wrócili do domu.",
        "Une leçon de piano pour débutants",
        "The town hält its breath",
        "Es waren fünf Stunden bis dorthin.",
        "Prices rose — again.",
        "Sale 🔥 today only",
        "Follow us 📅 daily",
        "Вчера в городе открыли новый мост.",
        "Сегодня утром it rained.",
        "Καλημέρα, Athens",
        "Tại sao lại thế?",
        "Cañón del Colca",
        "It was a café once.",
        "The tour was long. Lunch was not.",
        "Et voilà le travail.",
        "It was late â€ and dark.",
        "“Not today”, it read; „Nie” below it.",
        "Ð¡ÐµÐ³Ð¾Ð´Ð½Ñ Ð²ÐµÑ‡ÐµÑ€Ð¾Ð¼ it snowed.",
        "Вечер, окно. Поезд at ten",
        "ç¦å²¡ (Fukuoka)",
        "Tea £3; â¢ cake £4",
        "Zat�ek března",
        "In der GroÃstadt, da weiÃt du",
        "They can’t come: it’s the baker’s day off.",
        "She wrote âopen on Mondaysâ on the door.",
    ],
    good=[
        "SÃO PAULO NÃO É ASSIM — “ATÉ AMANHÔ, diz a faixa.",
        "A cidade de “SÃO JOÃO” fica à beira-mar; à noite faz frio.",
        "SELKÄ\u00a0EDELLÄ\u00a0MAAHAN, luki kyltissä: ”ÄÄ”.",
        "Das Schild „TÜR ZU, MARIÄ“ hängt schief, das „DIÄT“ auch.",
        "Å\u00a0være eller ikke å være; Å – en elv; HÅØYA ER BLÅØYD.",
        "À LA CARTE, L’ÉCOLE, NOËL® ET NESTLÉ™ : « DÉJÀ »",
        "Le château « Hôtel de l’Île » est à louer à l’année.",
        "GĂŞTELE şi ÎMPĂRĂŢIA; NICIODATĂ™, NICIODATĂ\u00a0, „ROMÂNIA”, Ăştia sunt.",
        "ĐIỀU ƯỚC CỦA ĐẶNG — Ăn, Âm, Ơn: “Ừ”, “CÁ”, Ở đâu cũng có.",
        "ŁÓDŹ, ŻÓŁĆ, „ZAŻÓŁĆ GĘŚLĄ JAŹŃ”: Ćma, Ńa…",
        "Îți mulțumesc, „Â” și „Î” sunt litere; Ţara, ţara.",
        "ĞÜL, İSTANBUL, ŞİŞLİ: “KÂĞIT”, HÂLÂ… GÜN®",
        "Ðe þorn: ÐÓR OG ÞÓR, Ísafjörður, „Já“.",
        "¿Qué? ¡Ñandú! ¿DÓNDE ESTÁ LA Ñ? — AÑO 1999, ESPAÑA®",
        "Η ΌΨΗ της «Αθήνας» — Ο Ίων, ΟΊ, ΕΎΑ, Γ΄ και Β΄: β’ γενιά, π.χ. Γ·Δ.",
        "Уряд РФ, СРСР, РСФСР; Рік, Сім’я, РІК, Сірко, Рє, ГУРТ «РУХ», В «Зениті».",
        "В «Динамо» и В»; Гёте, Гёдель; ПоздравЂаво; Рј, Сј, Ђурђа, ЉИЉАНА.",
        "ราคา ยกเลิก รถ รก ฤกษ์ ลด ศก เด็ก โก้ ใกล้",
        "שלום, “עברית”, א–ת, ₪100; العربية، ٪50 «نص»",
        "A cell of 3.2 Å², 5 Å³, 0.7 Å–1 and 20 °C; Γ±, Δ±0.1, β±, π², 2√π, x√2, cos√π, ∑√±.",
        "4288×…, 2012—∞, (-1/2)! = √π, ∆°, 10 × 10⁻³, 5 µm ± 2 µm, ¬p ∨ q, a ≈ b",
        "©2020, ® and ™, £5, €10, ¥300, 5¢, §12, ¶3, ½, ¼, 1º, 2ª, Nº 5",
        "├── src\n│   ├── main.c\n└── README\n┌─┬┐\n│ ││\n└─┴┘\n╔═╗╨╤╥",
        "MÄ£ÄM ÌÑÌ, Ôôô VIDA MINHA, SENSЕ, ¯\\_(ツ)_/¯, (╯°□°)╯︵ ┻━┻, ಠ_ಠ",
        "В районе² и после² них: ДАЛЕЕ“ВСЕ” ушли; де² і від² того.",
        "La città è² lì, È² vero: ITÀ² e perché².",
        "The table lists Ã at C3, Â at C2 and â at E2.",
        "Élève, naïve, Übermut, São, Łódź, Plzeň, Reykjavík, Đà Nẵng, Şişli: all well.",
        "ÎÒÃÇ½ñÌìÃ»ÓÐÊ±¼ä (another rule's: Chinese bytes)",
        "Qu’il donnât, qu’il allât: un mât, un bât, des dégâts, l’âge, une âme et un âtre.",
        "Câţi ani, atât, când, hotărât; nhân dân, tâm, âm nhạc; irmâs, lâs; gwlâd.",
        "日本語「テスト」、中文“引号”，한국어 «시험» é—“oui”",
    ],
)
def mojibake_latin(document: Document) -> Iterator[Finding]:
    """UTF-8 that was read in a single-byte encoding such as Windows-1252, once or more often.

    Each letter beyond ASCII has become two or three: `KÃ¶ln`, `donâ€™t`, `ĐżŃ€Đ¸`. Looks for pairs that
    nobody writes, in 22 encodings; takes the one in which most of the text becomes words of one
    language; and lets sure places vouch for those that could be meant (`Ñ` in a text full of `Ð¸`).
    Only the damaged characters change: quotes, widths and all that was right stay. A no-break
    space that became a plain one (`Â `) is a plain one again.

    Silent where capitals end before a closing mark (`“AMANHÔ`), on formulas (`5 Å²`), box drawings
    and a lone `Ã¥` in a text that is otherwise sound (it has two readings). Reports without a fix
    what lost bytes (`â€` and no third character) unless it closes a quotation. What stands in a text
    that speaks of mojibake, or beside the name of an encoding, is repaired only with --unsafe-fixes,
    for it may be there to be seen. Of two encodings that fit alike the commoner wins, and where they
    differ the fix is unsafe: `maĂąana` may be mañana read as ISO 8859-2 or maùana read as Windows-1250.
    """
    yield from _stripped(document)
    for start, end, repaired, titles, is_certain in document.fact(damage):
        raw, how = _short(document.text[start:end]), " and ".join(titles)
        if repaired is None:
            yield Finding(start, end, f"“{raw}” is UTF-8 read as {how}, and part of it is lost")
        elif not compile_regex(f"(?:{MISREAD})+").fullmatch(document.text, start, end):
            is_half = (
                end - start == HALF and repaired == "\ufffd" and not _is_all(document, start, end)
            )
            is_shown = is_half or document.fact(_is_named) or is_topic(document.text, start, end)
            safety = Safety.SAFE if is_certain and not is_shown else Safety.UNSAFE
            fix = Fix.replace(start, end, repaired, safety=safety)
            yield Finding(start, end, f"“{raw}” is “{_short(repaired)}” read as {how}", fix)


def _stripped(document: Document) -> Iterator[Finding]:
    """Apostrophes and quotation marks of English of which only the first byte is left: `donât`."""
    text = document.text
    if "â" not in text:
        return
    contractions = [match.span() for match in compile_regex(CONTRACTION).finditer(text)]
    many = len(contractions) >= WITNESSES
    found = dict.fromkeys(contractions, "’")
    if contractions:
        found |= dict.fromkeys((m.span() for m in compile_regex(POSSESSIVE).finditer(text)), "’")
    for quoted in compile_regex(QUOTATION).finditer(text):
        found |= {quoted.span(1): "", quoted.span(2): ""}
    for (start, end), mark in sorted(found.items()):
        message = "“â” is all that is left of a mark in UTF-8 read as Latin-1"
        is_shown = document.fact(_is_named) or is_topic(text, start, end)
        safety = Safety.SAFE if many and not is_shown else Safety.UNSAFE
        fix = Fix.replace(start, end, mark, safety=safety) if mark else None
        yield Finding(start, end, message, fix)


def _is_named(document: Document) -> bool:
    """Whether the text speaks of mojibake: a fact."""
    return "mojibake" in document.text.lower()


def _is_all(document: Document, start: int, end: int) -> bool:
    """Whether all of the text beyond ASCII stands in [start, end)."""
    return document.text[:start].isascii() and document.text[end:].isascii()


def damage(document: Document) -> "list[Damage]":
    """The damaged places of the text: a fact."""
    from . import _repair

    return list(_repair.damages(document.text, document.language))


def _short(text: str) -> str:
    return text if len(text) <= QUOTED else text[:QUOTED] + "…"
