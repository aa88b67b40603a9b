"""Quotation marks without a mate, and quotations that open again before they end.

Both stand on the marks that `_quotations` leaves alone, and speak only where nothing is in doubt.
"""

import functools
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import msgspec

from textlint.api import (
    BLANKS,
    Document,
    Example,
    Expressions,
    Finding,
    Fix,
    Safety,
    Severity,
    lines,
    load_toml,
    rule,
)

from ._code import code_line, line_of
from ._conventions import DOUBLES, SINGLES, STRAIGHT, Role, convention
from ._quotations import FAR, Mark, Quoted
from ._unmatched import Alone, unmatched

FEW_LINES = 8
"""Lines from which a text's way of setting lines shows."""
ONE_SENTENCE = 0.85
"""Share of lines with one sentence from which a text sets each on its own line. Nine of ten treebank
texts have 0.90 and more, half the articles of the web 0.5 and less."""
SPEAKER = 120
"""Code points at the end of a line that may name who spoke."""
SPEAKING = frozenset(("de", "en", "es", "fr", "it", "pt", "ru", "tr", "uk"))
"""Languages of which we know how they do."""
TWICE = ("''", "’’", "‘‘", "``")
SENTENCE_END = ".!?…。！？"
CYRILLIC = frozenset(("be", "bg", "kk", "ru", "uk"))
"""Languages in which one closing mark may end two quotations: «Завод «Маяк»."""


class Reopening(msgspec.Struct, frozen=True):
    """[start, end) opens a quotation again while `outer`, which nothing ends, is open."""

    outer: Mark
    start: int
    end: int
    fix: Fix


@functools.cache
def _expressions() -> Expressions:
    """The expressions of the checks, compiled at their first use."""
    import regex

    sources = {
        "code": r"\w\([a-z]?\"|\"\)[;)]|=\s?\"[^\"]*$|\w=\"|\"\s?:\s?[\"{[\d]|::|\\\"",
        "sentence": r"[.!?…][\"”»’)]*\s+\S|[。！？][^」』”\s]",
    }
    return Expressions(sources, regex.MULTILINE)


def sentence_lines(document: Document) -> bool:
    """Whether the text puts each sentence on a line of its own.

    So do treebanks, parallel corpora and much news; quotations then go on over the lines.
    """
    found = document.fact(lines)
    inner = _expressions()["sentence"]
    single = len(found)
    if single < FEW_LINES:
        return False
    for line in found:
        if inner.search(line.text):
            single -= 1
            if single < ONE_SENTENCE * len(found):
                return False
    return True


def lonely(document: Document) -> list[Alone]:
    """The unmatched marks that there is no doubt of: one in a paragraph where all else is clear."""
    if not (alone := document.fact(unmatched)):
        return []
    count = Counter(here.quoted.start for here in alone)
    return [
        here
        for here in alone
        if count[here.quoted.start] == 1
        and here.mark.sure
        and not (_fills_paragraph(document, here) and not here.quoted.reopened)
        and all(mark.sure for mark in here.quoted.marks if mark.char not in SINGLES)
        and not _has_twice(document.text[here.quoted.start : here.quoted.end])
        and _is_prose(document, here.mark)
    ]


def _has_twice(text: str) -> bool:
    """Whether pairs of single marks stand for a double one, as typewriters and some programs set it."""
    return any(twice in text for twice in TWICE) or re.search(r",,(?=\S)", text) is not None


def _is_prose(document: Document, mark: Mark) -> bool:
    """Whether a mark stands in prose: no code, no arrow of a menu, no teaser that was cut off."""
    text, at = document.text, mark.at
    line, end = line_of(document, at), document.line_span(at)[1]
    if code_line(line) or _expressions()["code"].search(line) or document.is_masked(at, at + 1):
        return False
    if "\t" in line or line.count("|") > 1:
        return False
    if mark.char == STRAIGHT and STRAIGHT in (text[at - 1 : at], text[at + 1 : at + 2]):
        return False
    loose = not text[at - 1 : at].strip() and not text[at + 1 : at + 2].strip()
    if loose and not (convention(document.language).padded and _is_sentence(line)):
        return False
    if mark.role is Role.OPEN:
        rest = text[max(at, end - 8) : end].rstrip(" \t\u00a0)]")
        return not rest.endswith(("…", "...", "[…", ".."))
    return not text[at - 1 : at].isdigit()


def _is_sentence(line: str) -> bool:
    """Whether a line ends as sentences do, rather than as an item of a menu."""
    return line.rstrip(" \u00a0»)").endswith((".", "!", "?", ":"))


def reopenings(document: Document) -> list[Reopening]:
    """The marks that open a quotation again where none has ended.

    Within one paragraph the first is at fault, and each `” “` after it.
    """
    text = document.text
    found: list[Reopening] = []
    for mark, quoted in document.fact(lonely):
        closers = dict(quoted.pairs)
        faults = [
            _fault(text, mark, inner, closers.get(inner))
            for outer, inner in quoted.reopened
            if outer.at == mark.at and inner.at - mark.at < FAR
        ]
        if faults and faults[0]:
            found.append(faults[0])
            found.extend(fault for fault in faults[1:] if fault and fault.end - fault.start > 1)
    return found


def _reopened(document: Document) -> frozenset[Mark]:
    """The marks whose quotation opens again before it ends."""
    return frozenset(fault.outer for fault in document.fact(reopenings))


def _fault(text: str, outer: Mark, inner: Mark, closer: Mark | None) -> Reopening | None:
    """What is wrong where `inner` opens: `” “` within a speech, or an opener too many.

    None where it opens a title within the speech: there the speech's end is what is missing.
    """
    if "\n" in text[outer.at : inner.at]:
        return None
    last = inner.at - 1
    while text[last] in BLANKS:
        last -= 1
    if text[last] in "”»" and last < inner.at - 1:
        return Reopening(outer, last, inner.at + 1, Fix.replace(last, inner.at + 1, " "))
    ended = text[last] in SENTENCE_END
    if not ended and not (closer and text[closer.at - 1] in SENTENCE_END + ","):
        return None
    fix = Fix.replace(inner.at, inner.at + 1, "" if ended or inner.char != "“" else "‘")
    return Reopening(outer, inner.at, inner.at + 1, fix)


def _is_explained(document: Document, here: Alone) -> bool:
    """Whether an unmatched mark is another rule's, or may well be the author's.

    A quotation that fills its paragraph from an end may go on beyond it: without another one in the
    paragraph, or where each line holds one sentence, that is no evidence.
    """
    mark, quoted = here
    same = [
        inner for outer, inner in quoted.reopened if outer.at == mark.at and inner.char == mark.char
    ]
    if same and mark in document.fact(_reopened):
        return True
    if same and (mark.char == "«" or document.language in CYRILLIC):
        return True
    if _has_pair(quoted) or (mark.role is Role.OPEN and _names_speaker(document, mark)):
        return False
    return _is_at_edge(document.text, here) or document.fact(sentence_lines)


def _fills_paragraph(document: Document, here: Alone) -> bool:
    """Whether a quotation may go on beyond its paragraph, as far as that tells."""
    if _has_pair(here.quoted) or not _is_at_edge(document.text, here):
        return False
    return here.mark.role is not Role.OPEN or not _names_speaker(document, here.mark)


def _has_pair(quoted: Quoted) -> bool:
    return any(opener.char not in SINGLES for opener, _ in quoted.pairs)


def _is_at_edge(text: str, here: Alone) -> bool:
    """Whether there are no words beyond a mark in its paragraph."""
    mark, quoted = here
    opens = mark.role is Role.OPEN
    beyond = text[quoted.start : mark.at] if opens else text[mark.at : quoted.end]
    return not any(map(str.isalnum, beyond))


@functools.cache
def _speakers() -> Expressions:
    """How the end of a line names who spoke, by language."""
    return Expressions(load_toml(Path(__file__).parent / "conventions" / "said.toml"))


def _names_speaker(document: Document, mark: Mark) -> bool:
    """Whether the line of an opening mark ends in ", she said." or the like."""
    language, end = document.language, document.line_span(mark.at)[1]
    if language not in SPEAKING:
        return False
    rest = document.text[max(mark.at + 1, end - SPEAKER) : end].rstrip()
    return _speakers()[language].search(rest) is not None


def _own_form(mark: Mark, quoted: Quoted) -> str | None:
    """The curly mark of the same role that the paragraph uses, None where it uses none or two."""
    forms = {
        other.char
        for other in quoted.marks
        if other.role is mark.role and other.char in DOUBLES and other.char != STRAIGHT
    }
    return forms.pop() if len(forms) == 1 else None


@rule(
    "TYP005",
    severity=Severity.WARNING,
    fix=Safety.UNSAFE,
    each=lonely,
    yields=("ENC002",),
    bad=[
        "She called it ⟦“⟧a disgrace and left the “old” hall.",
        "The mayor spoke of a “new start” and of old debts⟦”⟧ in one breath.",
        'He said "yes" twice, then ⟦"⟧no and hung up.',
        '⟦"⟧We had no weapons. “No one resisted us. They ran off.” “We do not know where."',
        Example("Es war ein „Versehen“ und ein ⟦„⟧großes Glück für alle.", "de"),
        Example("Кав’ярня «Сова» та пекарня ⟦«⟧Колос зачинені до весни.", "uk"),
        Example("Hän sanoi ”kyllä” ja sitten ⟦”⟧ei ja lähti kotiin.", "fi"),
        Example("彼は「はい」と答え、次に⟦「⟧いいえと言った。", "ja"),
        Example("Il parle d’une « erreur » puis d’un ⟦«⟧ oubli de la mairie.", "fr"),
        Example(
            "Asked about the strike, nobody answered.\n\n⟦“⟧We will be back, Ms. Brown said.", "en"
        ),
        Example(
            "Auf die Frage schwieg der Rat.\n\n⟦„⟧Wir kommen wieder, sagte die Ministerin.", "de"
        ),
        "The house was empty. He looked for the key and found ⟦“⟧a note from nobody. Then he left.",
    ],
    fixed=[
        "She called it “a disgrace and left the “old” hall.",
        "The mayor spoke of a “new start” and of old debts” in one breath.",
        'He said "yes" twice, then "no and hung up.',
        '“We had no weapons. “No one resisted us. They ran off.” “We do not know where."',
        "Es war ein „Versehen“ und ein „großes Glück für alle.",
        "Кав’ярня «Сова» та пекарня «Колос зачинені до весни.",
        "Hän sanoi ”kyllä” ja sitten ”ei ja lähti kotiin.",
        "彼は「はい」と答え、次に「いいえと言った。",
        "Il parle d’une « erreur » puis d’un « oubli de la mairie.",
        "Asked about the strike, nobody answered.\n\n“We will be back, Ms. Brown said.",
        "Auf die Frage schwieg der Rat.\n\n„Wir kommen wieder, sagte die Ministerin.",
        "The house was empty. He looked for the key and found “a note from nobody. Then he left.",
    ],
    good=[
        "“The first paragraph of a speech does not close.\n\n“The second does, and it is short.”",
        "He said: “It went on and on.\n\nNobody knew why.\n\nThen it stopped.” They all laughed.",
        "“A whole paragraph that someone says.\n\nIts quotation may go on in a part left out.",
        'A 5" nail, a 3/4" pipe and a “plain” 12” pizza.',
        "Rock ’n’ roll of the ‘90s, the dogs’ “home”, O’Neil’s and Hawai‘i.",
        "The speech “Let us never forget the ones who... \nRead more",
        "Home » News » The “old” hall »\n« Older posts\nNewer posts »",
        Example("Завод «Центр «Маяк» открылся вчера в Твери.", "ru"),
        Example('דובר צה"ל אמר "לא" והלך.', "he"),
        Example("Er las »Die Zeit« und «Le Monde» und „Bild“.", "de"),
        Example("Han sa ”nej” och »ja» och gick.", "sv"),
        "The poem goes “Over the hill,\nunder the moon,\nnobody is singing” and so on.",
        "He meant “this“ and “that“ but typed only one kind.",
        'x = "a" + b["c"] + "',
        'Chairs\t"\t"old" ones',
        "The hill lies at 46° 12' 30\" north; its “top” is bare.",
        "Asked (“why?”), she said ‘“no” is a word’ and “yes [I do]”.",
        Example("Nobody answered.\n\n“When I asked, and he said he would come back.", "en"),
        "“The soup was cold,’’ he said, “and the “fresh” bread was old.”",
        'An odd " mark alone says nothing.',
    ],
)
def unbalanced_quote(document: Document, here: Alone) -> Iterator[Finding]:
    """A quotation mark has no mate in its paragraph.

    One end of the quotation was lost, and with it who says what. One mark is reported, and only
    where every other one of the paragraph is plain. Silent on speeches over several paragraphs
    (each opens again, or a later one closes); on a quotation that fills its paragraph from one end
    (it may go on beyond it), unless the paragraph holds another one or ends in ", she said."; on
    lines of one sentence each, apostrophes, single marks, inches, code, tables, the arrows of
    menus, and teasers cut at “…”. In Russian and its neighbours one » may end two quotations.
    Where the missing mark belongs nobody knows; only a straight mark whose speech is reopened by
    curly ones (TYP007) gets their form, as an unsafe fix. On 1.2 million words of edited text in
    fifteen languages it found 21 marks, all of them alone indeed.
    """
    if _is_explained(document, here):
        return
    mark, quoted = here
    opens = mark.role is Role.OPEN
    lost = f"that {mark.char} opens never ends" if opens else f"that {mark.char} ends never began"
    fix = None
    reopens = mark in document.fact(_reopened)
    if mark.char == STRAIGHT and reopens and (curly := _own_form(mark, quoted)):
        fix = Fix.replace(mark.at, mark.at + 1, curly)
    yield Finding(mark.at, mark.at + 1, f"the quotation {lost}", fix)


@rule(
    "TYP007",
    severity=Severity.ERROR,
    fix=Safety.UNSAFE,
    each=reopenings,
    bad=[
        "He looked at them and said, “All is fine. ⟦“⟧Good people live here,” and smiled.",
        "“I sent them my place. I said ⟦“⟧Let us try it, I am nearby. And they came to meet me.”",
        '"We had no weapons. ⟦“⟧No one resisted us. They ran off.⟦” “⟧We do not know where."',
        Example("Он сказал: «Всё хорошо. ⟦«⟧Мы уже дома», и уснул.", "ru"),
        Example("Er sagte: „Alles ist gut. ⟦„⟧Wir sind zu Hause“, und schlief ein.", "de"),
    ],
    fixed=[
        "He looked at them and said, “All is fine. Good people live here,” and smiled.",
        "“I sent them my place. I said ‘Let us try it, I am nearby. And they came to meet me.”",
        '"We had no weapons. No one resisted us. They ran off. We do not know where."',
        "Он сказал: «Всё хорошо. Мы уже дома», и уснул.",
        "Er sagte: „Alles ist gut. Wir sind zu Hause“, und schlief ein.",
    ],
    good=[
        "“I liked the film “Jaws” very much,” he said.",
        "“I liked the film “Jaws” very much, he said.",
        "“The first paragraph is open. “So” is a word in it.\n\n“The second one closes.”",
        "“The first line goes on\n“and each line opens again,\n“and the last one closes.”",
        "“Yes.” “No.” “Why?” “I do not know.”",
        Example("ООО «Компания «Ромашка» открылась вчера.", "ru"),
        Example("Han sa ”nej” och ”ja” och gick.", "sv"),
        Example("Er meinte “dies“ und „das“ so.", "de"),
        "He said “this. “That and “those.",
    ],
)
def reopened_quote(_: Document, fault: Reopening) -> Iterator[Finding]:
    """A quotation opens again while one of the same level is open that never ends.

    Translators that work sentence by sentence quote each one anew. It takes a sentence end before
    the second opener, or one before its closer, else it is a title within a speech whose end was
    lost (TYP005). `” “` is reported as a whole where the speech around it is open. Silent where all
    openers find their closers, on a quotation that a later paragraph closes or opens again, and
    wherever the role of any mark in the paragraph is in doubt. On 1.2 million words of edited text
    it found four places, all of them wrong.
    """
    yield Finding(fault.start, fault.end, "opens a quotation inside an open one", fault.fix)
