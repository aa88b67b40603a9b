"""ENC002: UTF-8 that was read in a single-byte encoding."""

from collections.abc import Iterator

from textlint.api import Document, Finding, Fix, Match, Safety, Severity, rule

UPPER = "ÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞßĀĂĆČĎĐĖĘĚĞĢĪĶĹĻŁŃŅŐŘŚŞŠŢŪŮŰŲŹŻŽ"
LOWER = "àáâãäåæçèéêëìíîïāăąćčďđēėęěģīķĺļŕźðñòóôğńņōš"
SIGNS = "¡-¬¯±-¶¸-º¼-¿ƒˆˇ˘-˝„‚†‡‰‹€"
CLOSERS = "»”’›“‘…–—·•™®°\u00a0\u00ad"
SLAVIC = "ŚśŻżŁłĄąŹźĽľŤťŠŽšžŞşŢţ"
QUOTED = 60
"""Code points of a message's quotations."""

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
    r"[\u00c2-\u00f4]\ufffd",
    # Cyrillic encodings.
    r"(?:[РС][Ђ-џ°-№‚-™\u00a0-¿]){3}",
    r"в(?:Ђ[^\p{L}\s]|„[ў–]|‚¬)|п¬|рџ|п»ї|[ГВ][¡-¿](?=[ГВ])|[ГВ][©®°§±µ¶¤¦]",
    r"(?<=[A-Za-z])[ВГДЕМбв][\u00a0-¿Ђ-ЏЎўЁёЄєІіЇїЈјЅѕҐґђ-џ‚-™]",
    r"[а-п][ЂЃЉЊЌЋЏ]|а[¤Ґ]|Г[Ѓђљњќћџ]",
    r"(?<=[a-z])[ТУФХЯ][Ё-П]",
    r"[а-яБЮ][─-▟⌠■∙√≈≤≥⌡²÷]|(?<=[A-Za-z])[бцдеп][©°²·÷ёЁ]",
    r"тА[^\p{Ll}\s]|яЯ|р[де][А-Я]",
    # Greek, Thai, Hebrew and Arabic encodings.
    rf"[ΒΓΞΟβπε][{SIGNS}]|[ΒΓβ][®°·™]|ΞΟ|(?<=[A-Za-z])[ΒΓΔΕΞΟ][\u00a0Ά-Ώ]",
    r"(?<=[A-Za-z0-9 ])[ยร][ก-ฟ]|(?<=[A-Za-z])[ยรฤลฦศ][\u00a0ก-ฟ]|โ€",
    r"[\u05b0-\u05b5][\u00a0-¿€-™÷₪]|ג[€‚„]",
    r"(?<=[A-Za-z])[آأؤإئ][\u00a0-¿€-™،؛؟]|[آأ][¡-¿€‚„†‡‰]",
    # Mac Roman and the code pages of DOS.
    r"[¬√ƒ≈][Ä-ü†°¢£§•¶ß®©™´¨ªºæøÀ-ÿ]|(?<=\p{Ll})[√¬≈][π∂∑∏∫≥≤±∞µΩ≠]",
    r"‚Ä[^\p{L}\s]|‚Ä[ôöúùûìîíïò]|[–—][Ä-ü†°¢£§•¶ß®©™´¨ªº∞±≤≥¥µ∂∑∏π∫Ωæø]{1,2}[–—]",
    r"ðŸ|đ[źŸ]|šŸ|ğŸ|\uf8ffü|[┬├][┐│║▓▒░╝╜╛](?=[A-Za-z])",
    r"(?<=\p{Ll})[├┬┼╨╤─][^\x00-\x7f]|[├┬][\p{L}©®ªº¿½¼¡«»⌐¬▒▓║╝]|[┼╨╤─][\p{L}©®½¼¡⌐¬]",
    r"[╨╤][░-▓│┤╡-╣║╗-╝┐╛╕](?=[╨╤])|ΓÇ|ÔÇ|≡ƒ|[đĐðÐ][░▒▓│┤╣║╗╝┐┴©]|[αßπ][░-▓│┤╡-╣╗-╝┐╛╕]",
)
"""Pairs and triples of characters that hardly any clean text has, in any language: of 2,760 edited
texts in 15 languages one has any. Where one stands, the whole text is judged."""


def _first(_document: Document) -> list[int]:
    """Where the first match of a document is, once it has been met: matches come in order."""
    return []


@rule(
    "ENC002",
    severity=Severity.ERROR,
    fix=Safety.SAFE,
    patterns=PATTERNS,
    bad=["The ⟦KÃ¶⟧nig of it"],
    fixed=["The König of it"],
    good=["The König of it"],
)
def mojibake_latin(document: Document, match: Match) -> Iterator[Finding]:
    """UTF-8 that was read in a single-byte encoding such as Windows-1252, once or more often."""
    first = document.fact(_first)
    if not first:
        first.append(match.start())
    if match.start() != first[0]:
        return
    from . import _repair

    safety = Safety.UNSAFE if _is_about(document.text) else Safety.SAFE
    for damage in _repair.damages(document.text):
        start, end, repaired, titles = damage
        raw, how = _short(document.text[start:end]), " and ".join(titles)
        if repaired is None:
            yield Finding(start, end, f"“{raw}” is UTF-8 read as {how}, and part of it is lost")
        else:
            fix = Fix.replace(start, end, repaired, safety=safety)
            yield Finding(start, end, f"“{raw}” is “{_short(repaired)}” read as {how}", fix)


def _is_about(text: str) -> bool:
    """Whether a text speaks of mojibake: what it shows of it may be there to be seen."""
    return "mojibake" in text.lower()


def _short(text: str) -> str:
    return text if len(text) <= QUOTED else text[:QUOTED] + "…"
