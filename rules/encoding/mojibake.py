"""ENC002: UTF-8 that was read in a single-byte encoding."""

from collections.abc import Iterator

import regex

from textlint.api import Document, Finding, Fix, Match, Safety, Severity, compile_regex, rule

UPPER = "ÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞßĀĂĆČĎĐĖĘĚĞĢĪĶĹĻŁŃŅŐŘŚŞŠŢŪŮŰŲŹŻŽ"
LOWER = "àáâãäåæçèéêëìíîïāăąćčďđēėęěģīķĺļŕźðñòóôğńņōš"
SIGNS = "¡-§©«¬¯±-³µ¶¸-º¼-¿ƒˆˇ˘-˝„‚†‡‰‹€"
CLOSERS = "»”’›“‘…–—·•™®°´\u00a0\u00ad"
QUOTED = 60
"""Code points of a message's quotations."""

PATTERN = "|".join(
    (
        r"[^\x00-\xa0][\x80-\x9f]",
        rf"[{UPPER}{LOWER}×][{SIGNS}]",
        rf"[{UPPER}][ŠŒŽšœžŸÆØŖŗ]",
        rf"(?<=\p{{Ll}})[ÂÃÄÅĂĹ][{CLOSERS}Ąąłľ-ňŚ-ş Ť-ž]",
        rf"[ÂÃÄÅĂĹ][{CLOSERS}](?=\p{{L}})",
        rf"(?<=[^\p{{L}}])[ÂÃ][{CLOSERS}]",
        r"(?<=[\p{Ll}\p{N}.,:;!?)%”’…])Â(?=[ \n]|$)",
        r"(?<=[.!?:,)] )Â (?=\p{Lu})",
        r"(?:[РС][Ђ-џ°-№‚-™\u00a0-¿]){3}",
        r"в(?:Ђ[^\p{L}\s]|„[ў–]|‚¬)|[ГВ][\x80-¿°-ї](?=[ГВ])|п¬|рџ|[ГВ][©®°§±µ¶¤¦]",
        rf"[ΒΓΞΟβπε][{SIGNS}]|[ΒΓβ][©®°·™]|ΞΟ",
        r"(?<=[A-Za-z0-9 ])[ยร][ก-ฟ]|โ€",
        r"[¬√ƒ≈][Ä-ü†°¢£§•¶ß®©™´¨ªºæøÀ-ÿ]|(?<=\p{L})√[π∂∑∏∫≥≤±∞µΩ≠](?=\p{L})|‚Ä[^\p{L}\s]|‚Ä[ôöúùûìîíïò]",
        r"[┬├┼╨╤─][\p{L}©®º½¼¡«»¿⌐¬░▒▓│┤╣║╗╝┐╜╛╕╖╢╡](?=\p{L}|[╨╤┬├┼─])|[┬├┼╨╤─][\p{L}©®½¼¡⌐¬]"
        r"|ΓÇ|ÔÇ|тА[^\p{Ll}\s]|≡ƒ|яЯ",
        r"[пяБ][─-╿▀-▓⌠■∙√≈≤≥⌡°²·÷]",
    )
)


def _first(document: Document) -> int:
    """Where the first place that looks damaged is."""
    match = compile_regex(PATTERN, regex.MULTILINE).search(document.text)
    return match.start() if match else -1


@rule(
    "ENC002",
    severity=Severity.ERROR,
    fix=Safety.SAFE,
    patterns=[PATTERN],
    bad=["The ⟦KÃ¶⟧nig of it"],
    fixed=["The König of it"],
    good=["The König of it"],
)
def mojibake_latin(document: Document, match: Match) -> Iterator[Finding]:
    """UTF-8 that was read in a single-byte encoding such as Windows-1252, once or more often."""
    if match.start() != document.fact(_first):
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
