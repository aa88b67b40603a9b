"""White space where prose has none: before a punctuation mark."""

import functools
import itertools
import re
from collections.abc import Iterator

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
    Safety,
    Severity,
    compile_re,
    rule,
    scripts,
)

from ._code import AROUND, JUDGED, NEARBY, in_code, line_of
from ._set_off import set_off

BLANK = r"[ \t\u00a0\u2000-\u200a\u202f\u205f\u3000]"
"""White space within a line, as a character class of `regex`."""
INSIDE = r"[\p{L}\p{N}\p{M})”’»\"]"
"""What a mark stands behind, as a character class of `regex`."""
COLUMN = ("  ", " \t", "\t")
"""Blanks that set columns of a table, not words of a sentence."""
UNSPACED_SHARE = 0.1
"""Share of letters of unspaced scripts from which a text follows their conventions. The de-tokenised
Japanese, Chinese and Thai texts it was set on have 0.6 and more, Korean with Han glosses under
0.03."""
HABIT = 3
"""Spaced marks ; : ! ? from which a text has a habit, not a slip, if they outnumber the others."""
LOW_HABIT = 5
"""The same for full stops and commas, which no typesetting sets off: four in two lines are damage."""
MATE_REACH = 600
"""Code points within which the mate of ¿ or ¡ is looked for, on its line."""

FRENCH_STYLE = frozenset(("fr", "br", "oc", "co", None))
"""Languages that put a space before ; : ! ? and the case of not knowing the language."""
SPANISH = frozenset(("es", "gl", "ast", "ca", None))
"""Languages that open questions and exclamations, and the case of not knowing the language."""
MATES_OF_MARKS = {"¿": "?", "¡": "!"}
COMMAS = frozenset(",،؛")
MACHINE = frozenset("/@_=#\\|<>{}()[]`*~+&$")
"""What addresses and code have in them."""


@functools.cache
def _expressions() -> Expressions:
    """The expressions of the checks, compiled at their first use."""
    import regex

    sources = {
        "command": r"(?:^|\s)(?:--?\w[\w-]*|git|docker|pip|npm|cp|mv|ls|rsync|grep|chmod)\s",
        "french": r"(?i)\b(?:les|des|une|est|dans|qui|pour|avec|pas|vous|nous|sur|du|aux|et)\b"
        r"|\b[ldcnsj][’']",
        "low": rf"[.,](?<={INSIDE}[.,])(?=\s|$)",
        "high": rf"[;:!?](?<={INSIDE}[;:!?])(?=\s|$)",
        "spaced": rf"[.,;:!?](?<={INSIDE}{BLANK}{{1,4}}[.,;:!?])(?=\s|$)",
        "entity": r"&#?\w{1,8}$",
    }
    return Expressions(sources, regex.MULTILINE)


@functools.cache
def _beyond() -> re.Pattern[str]:
    """Any character that may be a letter of an unspaced script, or stands among such letters.

    Before Thai there are none, nor from the phonetic extensions to the Han radicals.
    """
    return compile_re("[^\0-\u0e00\u1d00-\u2e7f]")


def unspaced(document: Document) -> bool:
    """Whether the text follows the spacing of a script that writes words without spaces."""
    if document.text.isascii() or not _beyond().search(document.text):
        return False
    counts = document.fact(scripts)
    return sum(counts[s] for s in UNSPACED) > UNSPACED_SHARE * max(1, counts.total())


def habits(document: Document) -> tuple[bool, bool]:
    """Whether the text sets . , and whether it sets ; : ! ? off by a space more often than not.

    So do tokenised texts, tables of "Key : value", and writers who learned French typesetting.
    """
    low, high = set_off(document.text, BLANKS)
    return (
        _has_habit(document.text, low, "low", LOW_HABIT),
        _has_habit(document.text, high, "high", HABIT),
    )


def _has_habit(text: str, places: list[int], kind: str, least: int) -> bool:
    """Whether so many of some marks are set off by a space as are needed, and more than are not."""
    if len(places) < least:
        return False
    find = _expressions()
    spaced = sum(find["spaced"].match(text, at) is not None for at in places)
    attached = find[kind].finditer(text)
    return spaced >= least and next(itertools.islice(attached, spaced - 1, None), None) is None


@functools.lru_cache(maxsize=JUDGED)
def _french_line(line: str) -> bool:
    """Whether a line reads as French, in whatever text it stands (two different function words)."""
    return "«" in line or len({m.lower() for m in _expressions()["french"].findall(line)}) > 1


def _is_mark(document: Document, match: Match) -> bool:
    """Whether the mark at the end of a match belongs to the word before it."""
    text, (start, end) = document.text, match.span()
    mark, before = text[end - 1], text[start - 1]
    if before == "“" and "„" not in text[max(0, start - AROUND) : start]:
        return False  # it opens
    line_start, line_end = document.line_span(start)
    line_start = max(line_start, start - AROUND)
    rest = text[end : min(line_end, end + AROUND)].lstrip()
    follow = rest[:1]
    word = text[line_start:start].split()[-1]
    if before.isdigit() and follow.isdigit() and mark in ".,:":
        return False
    if "  " in text[start:end] or "\t" in text[start:end] or text.startswith(COLUMN, end):
        return False
    if mark == "." and (follow == "." or text[line_start:start].rstrip(" .").endswith(("…", ":"))):
        return False
    if mark in "!?" and follow in {"!", "?"}:
        return False
    if mark in ":;" and (follow in {"(", ")", "/", "|", "]"} or rest[:2].rstrip() in {"D", "P"}):
        return False
    if mark == ":" and len(word) == 1:
        return False
    # A dash or a letter lost to "?" and a domain name taken apart both go on in lower case.
    return not (mark in ".?!" and follow.islower())


def _is_misplaced(document: Document, match: Match) -> bool:
    """Whether a mark before a glued word belongs to the word before it."""
    from ._words import starters

    text, end = document.text, match.end()
    token = text[end : end + AROUND].split(None, 1)[0]
    if not MACHINE.isdisjoint(token) or "." in token[:-1]:
        return False
    if text[end - 1] in COMMAS:
        return True
    word = token.rstrip(",")
    rest = text[end + len(token) : end + len(token) + 2].lstrip(" \u00a0")
    return word.lower() in starters(document.language) and rest[:1].islower()


def _opens(document: Document, start: int, end: int) -> bool:
    """Whether ¿ or ¡ before a blank is the Spanish mark, with its mate on the line, and no misread one."""
    text = document.text
    low, high = document.line_span(start)
    before = text[max(low, start - NEARBY) : start].rstrip()[-1:]
    bound = not before or not before.isalnum()
    mate = text.find(MATES_OF_MARKS[text[start]], end, min(high, end + MATE_REACH))
    if mate < 0 or text[start] in text[end:mate] or in_code(document, start, end):
        return False
    return bound and document.language in SPANISH


def _elsewhere(document: Document, match: Match) -> bool:
    """Whether the line or the whole text has its own ways with spaces before marks."""
    text, (start, end) = document.text, match.span()
    find, line = _expressions(), line_of(document, start)
    high = text[end - 1] in ";:!?"
    if high and (document.language in FRENCH_STYLE or _french_line(line)):
        return True
    before = text[max(document.line_span(start)[0], start - AROUND) : start]
    return (
        in_code(document, start, end)
        or find["command"].search(before) is not None
        or ("&" in before and find["entity"].search(before) is not None)
        or document.fact(habits)[high]
        or document.fact(unspaced)
    )


@rule(
    "TYP001",
    severity=Severity.ERROR,
    fix=Safety.SAFE,
    patterns=[
        # A mark that a space or the end of the line follows: not ".NET", ".5", "...", ":D" or ":)".
        rf"(?<=[\p{{L}}\p{{M}}\p{{N}}%°)\]\"”“’»]){BLANK}{{1,4}}[.,;:!?](?=[\s”’»]|\"\s|\"?$)",
        rf"(?<=[\p{{L}}\p{{M}}\p{{N}}%)\]\"”»]){BLANK}{{1,4}}[،؛؟](?=[\s»]|$)",
        # The space is on the wrong side of the mark: not ".NET", ".txt" or ",5".
        rf"(?<=\p{{Ll}}{{2}}){BLANK}(?:,(?=\p{{L}}{{2}})|[.!?](?=\p{{Lu}}\p{{Ll}}))",
        rf"(?<=\p{{L}}\p{{L}}){BLANK}[،؛](?=\p{{L}}\p{{L}})",
        rf"[¿¡]{BLANK}{{1,4}}(?=[\p{{L}}\p{{N}}«“\"])",
    ],
    bad=[
        "He brought his family and his parents to Ukraine⟦\u00a0.⟧",
        "The quote comes from Ukrainska Pravda⟦ .⟧ The outlet stands by its report.",
        "Spare parts⟦ ,⟧ fuel and a crew of three were on board.",
        Example("Are you sure about the price⟦ ?⟧ Call us today⟦ !⟧", "en"),
        Example("Двигатель проработал 40 минут⟦ ,⟧ после чего остановился.", "ru"),
        Example("وصل الوفد إلى المدينة⟦ ،⟧ ثم غادر مساء اليوم نفسه.", "ar"),
        "The plan⟦ ,⟧with two against it, passed. They closed the bridge⟦ .⟧The town did not mind.",
        Example("Le conseil l’a décidé⟦ ,⟧selon le maire, en une seule soirée.", "fr"),
        Example("عاد الوفد إلى البيت⟦ ،⟧وقالت الوزارة إن الأمر انتهى.", "ar"),
        Example("Es war ein „Fortschritt“⟦ .⟧ Der Rat stimmte zu.", "de"),
        "The work⟦ ,⟧ said the mayor⟦ ,⟧ is late. The cost⟦ ,⟧ he said⟦ ,⟧ is high.",
        "It holds up well⟦ ,⟧ they say with a <sigh> and go home again.",
        Example("⟦¿ ⟧Quién vino ayer a la casa? ⟦¡ ⟧Hola, dijo ella, y se fue!", "es"),
    ],
    fixed=[
        "He brought his family and his parents to Ukraine.",
        "The quote comes from Ukrainska Pravda. The outlet stands by its report.",
        "Spare parts, fuel and a crew of three were on board.",
        "Are you sure about the price? Call us today!",
        "Двигатель проработал 40 минут, после чего остановился.",
        "وصل الوفد إلى المدينة، ثم غادر مساء اليوم نفسه.",
        "The plan, with two against it, passed. They closed the bridge. The town did not mind.",
        "Le conseil l’a décidé, selon le maire, en une seule soirée.",
        "عاد الوفد إلى البيت، وقالت الوزارة إن الأمر انتهى.",
        "Es war ein „Fortschritt“. Der Rat stimmte zu.",
        "The work, said the mayor, is late. The cost, he said, is high.",
        "It holds up well, they say with a <sigh> and go home again.",
        "¿Quién vino ayer a la casa? ¡Hola, dijo ella, y se fue!",
    ],
    good=[
        Example("Qui a payé ? Personne ; le maire l’assure : « Rien ! »", "fr"),
        Example("Piv oa eno\u00a0? Den ebet !", "br"),
        Example("The sign on the door said: Les bureaux sont fermés pour la nuit !", "en"),
        "The library targets .NET 8 and rounds to .5 where it must.",
        "It runs on .Net and .Mac, ends in .txt or .Pdf, and costs ,5 more.",
        "Call `area( a , b )` to see how large it is, said the teacher.",
        Example("El mayor ¿ un actor de antes ¿ no quiso contestar.", "es"),
        "“I am here to . . . submit,” she said, and then ... nothing …",
        Example("Thanks for the help :) I owe you one ;-) or two :D", "en"),
        Example("The final ended 3 : 2 at 18 : 00 sharp.", "en"),
        "Build it with docker build -t app .",
        Example("The mayor ? a former actor ? refused to answer.", "en"),
        "The tests pass in a map f : X of sets.",
        (
            "A tokenised text , for instance a treebank , keeps its marks apart .\n"
            "It is that way from the first line to the last , and nothing is wrong ."
        ),
        Example("価格は 100 円 , 送料は無料です 。", "ja"),
    ],
)
def space_before_punct(document: Document, match: Match) -> Iterator[Finding]:
    """A space stands between a mark and the word that the mark belongs to.

    That is the space before a full stop, comma or other mark, also where the next word is glued to it
    ("passed ,with", a full stop only before a word that begins sentences), and in Spanish the one
    after ¿ and ¡ whose mate follows.

    Left by translators' tools and by markup that was taken out (a link or a tag ended before the
    mark). Silent before ; : ! ? in French, or where the language is unknown; where both neighbours
    are digits (ratios, times); in spaced ellipses, emoticons, code and command lines; in scripts
    without word spaces; and in texts that set their marks off throughout (tokenised text, tables
    of "Key : value").
    """
    text, (start, end) = document.text, match.span()
    if text[start] in MATES_OF_MARKS:
        if _opens(document, start, end):
            fix = Fix.replace(start + 1, end, safety=Safety.SAFE)
            yield Finding(start, end, f"space after “{text[start]}”", fix)
    elif text[end : end + 1].isalpha():
        if _is_misplaced(document, match) and not _elsewhere(document, match):
            message = f"space before “{text[end - 1]}” instead of after it"
            edits = (Edit(start, end - 1), Edit(end, end, " "))
            # What stands after a full stop may be a name that begins with it.
            safety = Safety.SAFE if text[end - 1] in COMMAS else Safety.UNSAFE
            yield Finding(start, end, message, Fix(edits, safety))
    elif _is_mark(document, match) and not _elsewhere(document, match):
        mark = text[end - 1]
        fix = Fix.replace(start, end - 1, safety=Safety.SAFE)
        yield Finding(start, end, f"space before “{mark}”", fix)
