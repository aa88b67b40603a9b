"""Punctuation that no author sets: marks that exclude each other, brackets and quotes round nothing."""

import functools
from collections.abc import Iterator

from textlint.api import (
    BLANKS,
    Document,
    Example,
    Expressions,
    Finding,
    Fix,
    Match,
    Safety,
    Severity,
    delete_span,
    rule,
)

from ._code import code_line, line_of
from ._words import stands_alone
from .spacing import BLANK, habits

HABIT = 3
"""Double stops from which they are the writer's ellipsis."""
ABBREVIATED = 5
"""Letters that an abbreviation before its full stop has at most (Calif., Gouv.); longer ones show
in that the text has the word without a stop."""
FAR = 200
"""Code points within which an opened bracket must close."""
CELLS = 3
"""Unspaced commas that make any line a row of cells: four of them."""
FAR_ROW = 2000
"""Code points of a line beyond which nobody looks whether it is a row."""
HEADLINE = 160
"""Code points of a first line that may be a headline."""
SPOKEN_OF = (
    *(
        "bracket",
        "parenthes",
        "function",
        "method",
        "command",
        "type",
        "klammer",
        "funktion",
        "methode",
    ),
    *("befehl", "parenthès", "fonction", "méthode", "paréntesis", "parêntes", "función", "função"),
    *(
        "método",
        "parentes",
        "funzione",
        "metodo",
        "скобк",
        "дужк",
        "функци",
        "функці",
        "метод",
        "括号",
    ),
    *(
        "括號",
        "括弧",
        "かっこ",
        "函数",
        "函數",
        "関数",
        "괄호",
        "함수",
        "kurung",
        "fungsi",
        "ngoặc",
    ),
    *("parantez", "قوس"),
)
"""What lines say that speak of empty brackets or of calls: there the pair may be meant."""
QUOTE_WORDS = ("quot", "zitat", "anführ", "guillemet", "comilla", "aspas", "virgolett", "кавыч")
"""What texts that speak of empty quotation marks say."""
EAST_ASIAN = frozenset(("ko", "ja", "zh"))

GAP = rf"{BLANK}{{0,3}}"
END = r"(?=[\s”’»]|$)"


@functools.cache
def _expressions() -> Expressions:
    """The expressions of this rule, compiled at their first use."""
    import regex

    sources = {
        "last": r"[\p{L}\p{M}\p{N}.&/’'@_-]*\p{L}\p{M}*\Z",
        "twos": r"(?<=[\p{L}\p{M}])[.]{2}(?![.])",
        "empty": r"[(（\[]\s?[)）\]]|_{3}|□",
        "entity": r"&#?\w{1,8}\Z",
        "enumerator": r"^\W{0,4}(?:[\p{L}\p{N}]{1,3}[.)]?)?\s*\Z",
    }
    return Expressions(sources, regex.MULTILINE)


def _word_before(text: str, at: int) -> str:
    """The word that ends at a code point, with its inner dots; empty where none does."""
    found = _expressions()["last"].search(text[max(0, at - 40) : at])
    return found[0] if found else ""


def two_dots(document: Document) -> int:
    """How many double stops the text has: a fact."""
    return sum(1 for _ in _expressions()["twos"].finditer(document.text))


def _is_abbreviation(document: Document, word: str) -> bool:
    """Whether a full stop after the word may be its own, not the sentence's."""
    return _is_short(word) or not stands_alone(document, word)


def _is_short(word: str) -> bool:
    """Whether a word has the form of an abbreviation or a name."""
    return len(word) <= ABBREVIATED or not word.isalpha() or not word.islower()


def double_commas(document: Document) -> int:
    """How many pairs of commas the text has: a fact."""
    return document.text.count(",,")


def _is_row(document: Document, at: int) -> bool:
    """Whether a line is a row of a table typed with commas, whose empty cells are no slip.

    No blank follows its commas (outside quotation marks), and there are CELLS of them, or as many
    as in the line before or after it.
    """
    start, end = document.line_span(at)
    commas = _commas(document.text[start:end])
    if commas < 2:  # noqa: PLR2004 - one comma is no doubled one
        return False
    if commas >= CELLS:
        return True
    before = line_of(document, start - 1) if start else ""
    after = line_of(document, end + 1) if end < len(document.text) else ""
    return commas in {_commas(before), _commas(after)}


def _commas(line: str) -> int:
    """How many commas part the cells of a line; 0 where a blank follows one: prose."""
    if len(line) > FAR_ROW:
        return 0
    bare = "".join(line.split('"')[::2])
    return 0 if ", " in bare else bare.count(",")


def _judge_marks(document: Document, start: int, end: int) -> Iterator[Finding]:
    """The finding on two marks of which one is too many."""
    text = document.text
    run = "".join(text[start:end].split())
    word, after = _word_before(text, start), text[end : end + 3].lstrip()[:1]
    if not word or _is_allowed(document, start, run, word, after):
        return
    if len(run) < end - start and document.fact(habits)[0]:
        return  # tokenised text
    if code_line(line_of(document, start)) or (run == ",," and _is_row(document, start)):
        return
    keep = run[0] if run[0] == run[1] or run[0] in "!?" else None
    fix = None
    if keep:
        # Two stops may be an ellipsis cut short, commas in pairs a low quotation mark or empty cells.
        safe = text[start:end] == ",," and document.fact(double_commas) == 1
        fix = Fix.replace(start, end, keep, safety=Safety.SAFE if safe else Safety.UNSAFE)
    yield Finding(start, end, f"garbled punctuation “{text[start:end]}”", fix)


def _is_allowed(document: Document, start: int, run: str, word: str, after: str) -> bool:
    """Whether there are writers who set these two marks after such a word."""
    if run == "..":
        goes_on = after != "" and not after.isupper()
        return document.fact(two_dots) >= HABIT or goes_on or "." in word or _is_short(word)
    if run[0] == ".":
        return "." in word or _is_abbreviation(document, word)
    if run == "::":
        return not after.isalpha()
    if run[0] in "!?":
        return len(word) == 1 or not word.islower()  # a brand: Yahoo!
    before = document.text[max(0, start - 12) : start]
    return run[0] == ";" and _expressions()["entity"].search(before) is not None


def _judge_empty(document: Document, start: int, end: int) -> Iterator[Finding]:
    """The finding on a pair that encloses nothing, if it was left by what stood in it."""
    text = document.text
    line = line_of(document, start)
    after = text[end : end + 1]
    left = text[max(document.line_span(start)[0], start - FAR) : start]
    if after and not after.isspace() and after not in ".,;":
        return
    if code_line(line.replace(text[start:end], " ")) or _expressions()["enumerator"].match(left):
        return
    if text[start] in "(（":
        if not _was_bracket(text, start, end) or len(_expressions()["empty"].findall(line)) > 1:
            return  # several are a form or an exercise
        what, safety = "brackets", _safety(document, start, line)
    else:
        folded = line.casefold()
        if left[-1:] not in BLANKS or any(word in folded for word in QUOTE_WORDS):
            return
        what, safety = "quotation marks", Safety.UNSAFE  # the sentence lost a part of itself
    edit = delete_span(text, start, end)
    yield Finding(start, end, f"empty {what}", Fix((edit,), safety))


def _safety(document: Document, start: int, line: str) -> Safety:
    """Safe for brackets after a name, as of a person or place, whose line speaks of no such signs.

    A gloss goes and the sentence stays whole; but after a common word a call may be meant.
    """
    word, folded = _word_before(document.text, start - 1), line.casefold()
    named = not word[:1].islower() and not any(sign in folded for sign in SPOKEN_OF)
    return Safety.SAFE if named else Safety.UNSAFE


def _was_bracket(text: str, start: int, end: int) -> bool:
    """Whether an empty pair stands where a sentence has a bracket, rather than a call's or a list's."""
    rest = text[end : end + HABIT + 1].lstrip()[:1]
    if not (rest.isalpha() or rest in {".", ",", ";"}):
        return False
    if text[start] == "（":
        return True
    word = _word_before(text, start - 1)
    return text[start - 1] in BLANKS and len(word) >= HABIT and word.isalpha()


def _judge_bracket(document: Document, start: int, end: int) -> Iterator[Finding]:
    """The finding on a mark just inside a bracket, where something else stood before or after it."""
    text = document.text
    line_start, line_end = document.line_span(start)
    if code_line(line_of(document, start)):
        return
    if text[start] == "(":
        closer = text.find(")", end, min(line_end, start + FAR))
        inside = text[end:closer]
        if closer < 0 or not any(map(str.isalpha, inside)) or inside[-1] in ":;(":
            return
        if text[start - 1 : start] not in BLANKS:
            return
    else:
        opener = text.rfind("(", max(line_start, start - FAR), start)
        if opener < 0 or ")" in text[opener:start] or sum(map(str.isalpha, text[opener:start])) < 3:  # noqa: PLR2004
            return
        if text[opener - 1 : opener].isalnum():
            return  # a call, a set of coordinates
    yield Finding(start, end, f"garbled punctuation “{text[start:end]}”")


def _judge_headline(document: Document, start: int, end: int) -> Iterator[Finding]:
    """The finding on an ellipsis that joins a headline and a quotation, as Korean papers do."""
    text = document.text
    first, last = document.line_span(start)
    line = text[first:last]
    if text[:first].strip() or len(line) > HEADLINE or line.rstrip()[-1] != "”":
        return
    if line.count("…") > 1 or line.count("“") > 1 or set(".!?") & set(text[first:start]):
        return
    if text.find("\n", last, last + 3) < 0 or document.language in EAST_ASIAN:
        return
    yield Finding(start, end, "headline and quotation joined by an ellipsis")


@rule(
    "TYP009",
    severity=Severity.WARNING,
    fix=Safety.SAFE,
    patterns=[
        rf"(?<=[\p{{L}}\p{{M}}]){GAP},{GAP}[.]{END}",
        rf"(?<=[\p{{L}}\p{{M}}]),{GAP},{END}",
        rf"(?<=[\p{{L}}\p{{M}}]),[;:]{END}",
        rf"(?<=[\p{{L}}\p{{M}}])[;:][.,;:]{END}",
        rf"(?<=[\p{{L}}\p{{M}}])[.][,;:]{END}",
        rf"(?<=[\p{{L}}\p{{M}}])[.]{GAP}[.]{END}",
        rf"(?<=\p{{Ll}}\p{{M}}?)[!?؟][.]{END}",
        r"(?<=[\p{L}\p{M}])!{2,40}1{1,9}(?=[\s!]|$)",
        r"[，、；。][，、；。](?=[\p{L}\r\n]|$)",
        r"،[.،]" + END,
        rf"[(（]{GAP}[)）]",
        rf"[“«„]{GAP}[”»“]",
        rf"\({GAP}[,;](?={BLANK}\p{{L}})",
        rf"(?<=[\p{{L}}\p{{M}}]),{GAP}\)",
        rf"(?<=\p{{L}})…{BLANK}“(?=\p{{L}})",
    ],
    bad=[
        "The council met on Monday⟦,,⟧ and it closed the bridge.",
        "The council closed the bridge⟦..⟧ It was old.",
        "The bridge was old⟦,.⟧ The council closed it.",
        "The road was long⟦, ,⟧ and the night was dark.",
        "What happened to the bridge⟦?.⟧ Nobody knows.",
        "We won the match⟦!!!!1⟧ Come and see.",
        "The old bridge ⟦()⟧ was closed on Monday.",
        "Alan Turing ⟦( )⟧ was born in London.",
        "Tokyo ⟦(,⟧ Tōkyō) is the capital.",
        "He spoke to the press (in Leeds⟦,)⟧ and left.",
        "The novel ⟦“”⟧ was filmed twice.",
        "They closed the bridge⟦;;⟧ nobody knew why.",
        "我们昨天去了北京⟦，。⟧\n今天回来。",
        "Pilot flees to a town in the north⟦… “⟧He was not alone”\n\nA pilot fled on Monday.",
        "The bridge is old and the bridge⟦.,⟧ they say, is closed.",
    ],
    fixed=[
        "The council met on Monday, and it closed the bridge.",
        "The council closed the bridge. It was old.",
        "The bridge was old,. The council closed it.",
        "The road was long, and the night was dark.",
        "What happened to the bridge? Nobody knows.",
        "We won the match!!!!1 Come and see.",
        "The old bridge was closed on Monday.",
        "Alan Turing was born in London.",
        "Tokyo (, Tōkyō) is the capital.",
        "He spoke to the press (in Leeds,) and left.",
        "The novel was filmed twice.",
        "They closed the bridge; nobody knew why.",
        "我们昨天去了北京，。\n今天回来。",
        "Pilot flees to a town in the north… “He was not alone”\n\nA pilot fled on Monday.",
        "The bridge is old and the bridge., they say, is closed.",
    ],
    good=[
        "Well... I do not know.... What?! Really!! Yes…",
        "He works for Acme Inc., she for Brown et al., and so on, etc., until 5 p.m., they say.",
        "It was built by Acme Inc.. It opened at 9 a.m.. Nobody came.",
        Example("Powiedział ,,nie'' i wyszedł. Napisał ,,list”, który zaginął.", "pl"),
        Example("Er sagte ,,nein’’ und ging.", "de"),
        Example("Правда?.. Не может быть!.. Кто знает?..", "ru"),
        Example("¿Qué? ¡Nada! ¿De verdad?, preguntó.", "es"),
        "Contents . . . . 5\nChapter one.....12",
        "Call open() and then close( ) in `f(x, , y)`; the type is int[] here.",
        "( ) Yes ( ) No\n[ ] water the plants",
        "The capital of France is ( ) and that of Spain is ( ).",
        "a,,b,,c\n1,,2,,3",
        'day,place,rain,snow\nMonday,Oakfield,3,1\nTuesday,"Lower Mill, East",,2\nFriday,Kells,,',
        "name,town,born\nAnna,,1990\nOlga,Kells,1984",
        "Set std::string and ns::name, as in C++ or Perl::Tidy.",
        "The example follows::\n\n    code",
        "cd .. and then ls ../src",
        "Curly quotes (“”) or «» can be typed; use quotes “” with care.",
        "He winked (; and she smiled ;). It is .5 (.NET).",
        Example("我不知道。。。真的，，算了。", "zh"),
        Example("राम वन को गए।। सीता साथ गईं।।", "hi"),
        "So he said … “I do not know.” And left.",
        "well.. i dunno.. maybe.. Later",
        "|: A B C :| ||: D E ::",
        "See Smith (Vol. 3., p. 5) and Jones (2nd ed., 1999).",
    ],
)
def garbled_punct(document: Document, match: Match) -> Iterator[Finding]:
    """Punctuation marks stand together that exclude each other, or a pair encloses nothing.

    Left where a link, a name in another script, a footnote or an editor's change was taken out:
    `,.` `,,` `..` `?.` `(,` `()` `“”`. Safe to repair are the one doubled comma of a text, and empty
    brackets after a name; a double stop may be an ellipsis cut short, and empty quotation marks
    leave a gap, so those fixes are unsafe; where it is not clear which mark is right there is none.
    Refuses to judge ellipses of any number of dots, also two where the writer does so often or goes
    on in lower case; `.,` after anything that may be an abbreviation; `?..` of Russian; low quotes
    typed as commas; calls, forms, check boxes, code, `::` at the end of a line; runs of Chinese and
    Hindi marks. In the first line it marks an ellipsis that joins a headline to a quotation.
    """
    text, (start, end) = document.text, match.span()
    first, last = text[start], text[end - 1]
    if (first in "([（" and last in ")]）") or first in "“«„":
        yield from _judge_empty(document, start, end)
    elif first == "…":
        yield from _judge_headline(document, start, end)
    elif first == "(" or last == ")":
        yield from _judge_bracket(document, start, end)
    elif last == "1" or first in "，、；。":
        if first != last and text[start - 1 : start] not in set("，、；。"):
            yield Finding(start, end, f"garbled punctuation “{text[start:end]}”")
    else:
        yield from _judge_marks(document, start, end)
