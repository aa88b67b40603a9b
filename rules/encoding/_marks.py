"""Apostrophes, quotation marks and dashes of Latin text that were read in another encoding."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from textlint.api import compile_regex

if TYPE_CHECKING:
    import regex

WORDS = r"(?i:(?<![^\W_]){}(?![^\W_]))"
CONTRACTIONS = (
    "(?:(?:do|does|did|is|was|were|are|have|has|had|would|could|should|ca|wo)n{0}t"
    "|(?:it|that|what|he|she|there|here|who|let){0}s|I{0}m|(?:you|we|they){0}re"
    "|(?:I|you|we|they){0}(?:ve|ll|d))"
)
"""English contractions with {0} for the apostrophe: no other language has such words."""
ENDINGS = r"(?<=[A-Za-z]){0}(?=(?:s|t|re|ve|ll|d|m)(?![^\W_]))"
"""The same by what stands around the apostrophe, where its stand-in is in no word of any language."""


class Scheme(msgspec.Struct, frozen=True):
    """An encoding of typographic marks, and what they look like when it is read as another.

    `marks` maps the stand-ins that are sure in themselves; `sure` matches what proves the scheme.
    `opening`, `closing`, `inside` and `spaced` map stand-ins that are letters or signs elsewhere, so
    that they count only in a text that has proof, with Latin letters or blanks on the sides where a
    mark would have them.
    """

    name: str
    seen_as: str
    sure: str
    marks: dict[str, str]
    opening: dict[str, str]
    closing: dict[str, str]
    inside: dict[str, str]
    spaced: dict[str, str]


SCHEMES = (
    Scheme(
        "Big5",
        "Windows-1252",
        r"¡§(?=[A-Za-z(])|(?<=[A-Za-z.,!?])¡¨|(?<=[A-Za-z])¡¦(?=(?:s|t|re|ve|ll|d|m)(?![^\W_]))",
        {"¡¦": "’", "¡¥": "‘", "¡§": "“", "¡¨": "”"},
        {},
        {"¡K": "…"},
        {"¡X": "—", "¡V": "–", "¡K": "…"},
        {"¡X": "—", "¡V": "–"},
    ),
    Scheme(
        "GBK or EUC-KR",
        "Windows-1252",
        r"¡[°±](?=[A-Za-z])|(?<=[A-Za-z.,!?])¡±|(?<=[A-Za-z])¡¯(?=[a-z])",
        {"¡¯": "’", "¡®": "‘", "¡°": "“", "¡±": "”", "¡\u00ad": "…"},
        {},
        {"¡¦": "…"},
        {"¡ª": "—"},
        {"¡ª": "—"},
    ),
    Scheme(
        "EUC-JP",
        "Windows-1252",
        ENDINGS.format("¡Ç"),
        {"¡Ç": "’", "¡Æ": "‘"},
        {"¡È": "“"},
        {"¡É": "”"},
        {"¡½": "—"},
        {"¡½": "—"},
    ),
    Scheme(
        "MacRoman",
        "Windows-1252",
        ENDINGS.format("Õ"),
        {},
        {"Ò": "“", "Ô": "‘"},
        {"Ó": "”", "Õ": "’", "É": "…"},
        {"Õ": "’", "Ñ": "—", "Ð": "–"},
        {"Ñ": "—", "Ð": "–"},
    ),
    Scheme(
        "Windows-1252",
        "CP437",
        ENDINGS.format("Æ"),
        {},
        {"ô": "“", "æ": "‘"},
        {"ö": "”", "Æ": "’", "à": "…"},
        {"Æ": "’"},
        {"ù": "—", "û": "–"},
    ),
    Scheme(
        "Windows-1252",
        "MacRoman",
        WORDS.format(CONTRACTIONS.format("í")),
        {},
        {"ì": "“", "ë": "‘"},
        {"î": "”", "í": "’"},
        {},
        {"ó": "—", "ñ": "–"},
    ),
    Scheme(
        "MacRoman",
        "Latin-1",
        WORDS.format(CONTRACTIONS.format("¹")),
        {},
        {"³": "“"},
        {"²": "”", "¹": "’"},
        {"¹": "’"},
        {},
    ),
)
TRIGGER = (
    r"¡[¦¥§¨¯®°±ÇÆ]|[A-Za-z][ÕÆ](?:s|t|re|ve|ll|d|m)\b|(?:n[í¹]t|[teouyI][í¹](?:s|m|re|ve|ll|d))\b"
)
"""What is found when a scheme is in a text."""


SPANISH = "¡[A-JL-UWYZa-z]"
"""Exclamations: "¡Viva!" is none of Big5's dashes in a text that has others."""


class Mark(msgspec.Struct, frozen=True):
    """A stand-in at [start, end), the mark that it stands for, and whether that is certain."""

    start: int
    end: int
    mark: str
    name: str
    seen_as: str
    certain: bool


def misread_marks(text: str) -> Iterator[Mark]:
    """The stand-ins of the scheme that the text has most proof of; of none without any."""
    proof = [
        (sum(1 for _ in compile_regex(scheme.sure).finditer(text)), -i)
        for i, scheme in enumerate(SCHEMES)
    ]
    most, index = max(proof)
    if not most:
        return
    scheme = SCHEMES[-index]
    sure = {
        at
        for hit in compile_regex(scheme.sure).finditer(text)
        for at in range(hit.start(), hit.end())
    }
    spanish = compile_regex(SPANISH).search(text)
    for hit in compile_regex(_stand_ins(scheme)).finditer(text):
        seen = hit.group()
        certain = hit.start() in sure or seen.startswith("¡")
        mark = _mark(scheme, text, hit.start(), hit.end())
        if hit.start() in sure and not mark:
            mark = "’"
        if seen[0] == "¡" and (
            (seen[1].isalpha() and spanish) or _is_among_bytes(scheme, text, hit)
        ):
            continue
        if mark:
            yield Mark(*hit.span(), mark, scheme.name, scheme.seen_as, certain)


def _is_among_bytes(scheme: Scheme, text: str, hit: "regex.Match[str]") -> bool:
    """Whether characters beyond ASCII that are no stand-ins stand beside: a whole text is misread."""
    own = "".join((*scheme.marks, *scheme.opening, *scheme.closing, *scheme.inside))
    beside = text[max(0, hit.start() - 1) : hit.start()] + text[hit.end() : hit.end() + 1]
    return any(not char.isascii() and char not in own for char in beside)


def _stand_ins(scheme: Scheme) -> str:
    kinds = {**scheme.marks, **scheme.opening, **scheme.closing, **scheme.inside, **scheme.spaced}
    return "|".join(sorted(kinds, key=len, reverse=True))


def _mark(scheme: Scheme, text: str, start: int, end: int) -> str | None:
    """The mark for a stand-in, None where it is no mark at its place."""
    seen = text[start:end]
    if seen in scheme.marks:
        return scheme.marks[seen]
    before, after = text[start - 1 : start], text[end : end + 1]
    left, right = _is_letter(before), _is_letter(after)
    if seen in scheme.spaced and before == after == " ":
        return scheme.spaced[seen]
    if seen.startswith("¡") and seen in scheme.inside and before.strip() and not after.isspace():
        return scheme.inside[seen]
    if seen in scheme.inside and left and right and after.islower():
        return scheme.inside[seen]
    if seen in scheme.opening and right and not before.strip():
        return scheme.opening[seen]
    if seen in scheme.closing and (left or before in tuple(".,!?")) and not after.isalnum():
        alone = before in tuple(".,!?") or scheme.closing[seen] == "’" or not seen.islower()
        return scheme.closing[seen] if alone else None
    return None


def _is_letter(char: str) -> bool:
    return char.isascii() and char.isalpha()
