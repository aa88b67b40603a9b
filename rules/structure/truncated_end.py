"""Texts that stop in the middle of a sentence."""

import functools
import unicodedata
from collections.abc import Iterator

from textlint.api import (
    Document,
    Example,
    Expressions,
    Finding,
    Line,
    Severity,
    inked,
    lines,
    rule,
)

from ._sentence import (
    dangling,
    dangling_words,
    ends_a_sentence,
    has_words,
    is_item,
    last_sentence,
)

MIN_WORDS = 6
"""Words of a line that can be cut off: tags, credits and labels ("Share this:") have fewer."""
SENTENCE_WORDS = 2
"""Words of the sentence that is cut off, if the line has others before it."""
TEASER_WORDS = 120
"""Words of a whole text up to which an ellipsis at its end cuts a teaser off; longer texts that end
in one mean it."""
TEASER_LINES = 3
"""Lines of such a text at most, a headline and a date among them."""
PARAGRAPH_WORDS = 25
"""Words of a last line from which it is a paragraph cut off rather than somebody who was interrupted."""
PROSE_WORDS = 12
"""Words of a line that is surely prose."""
CLAUSE_WORDS = 5
"""Words of a last sentence without a stop that is no name, place or signature."""
PROSE_LINES = 4
CUSTOM = 0.95
"""Lines of prose, and the share of them that end in a stop, from which that is the text's custom:
0 hits on 1,053 sound documents (4 without the conditions on the last sentence)."""
COMMAS = frozenset(",،，、")
MARK = 60
"""Code points of the end of a line that hold an excerpt's mark."""
CODE = frozenset("{}<>=\\")
COLONS = frozenset(":：")
OPENERS = (("(", ")"), ("[", "]"), ("（", "）"), ("“", "”"))
QUOTES = frozenset('"“”„«»「」')
DASHES = frozenset("-–—")
FACES = (":(", ":-(", ";(", "=(")
OPEN_ENDS = COMMAS | COLONS | {"…"}
TAIL = 4_000
"""Code points of the end of a text that are looked at."""


@functools.cache
def _expressions() -> Expressions:
    """The expressions of this rule, compiled at their first use."""
    more = (
        r"read (?:more|on|the (?:full (?:story|article)|rest(?: of this entry)?))|continue reading"
        r"|full story|see more"
        r"|weiterlesen|mehr lesen|lire la suite|(?:leer|ver) más|seguir leyendo|leia mais"
        r"|continue lendo"
        r"|leggi tutto|continua a leggere|lees (?:verder|meer)|läs (?:mer|vidare)|les mer"
        r"|læs (?:mere|videre)"
        r"|lue lisää|číst (?:dál|více)|tovább olvasom|citește mai (?:mult|departe)|прочети (?:още|повече)"
        r"|διαβάστε περισσότερα|czytaj (?:dalej|więcej)|devamını oku"
        r"|(?:baca )?selengkapnya|xem thêm|читать (?:далее|дальше|полностью)|читати (?:далі|більше)"
        r"|और पढ़ें|اقرأ المزيد|קרא עוד|อ่านต่อ"
        r"|続きを読む|阅读全文|查看更多|閱讀全文|더 보기|더보기|계속 읽기"
    )
    sources = {
        "excerpt": r"(?:\[\s?(?:…|\.{3}|&(?:hellip|#8230);)\s?\]"
        r"|(?i:\((?:more|continued)\s?(?:…|\.{3})?\))"
        rf"|(?i:[\[(](?:{more})\s?(?:…|\.{{3}}|»|→|>+)?[\])]))$",
        "more": rf"(?i)(?:…|\.{{3}}|&(?:hellip|#8230);)\W{{0,4}}(?:{more})[^\n.!?]{{0,40}}$",
        "only-more": rf"(?i)\W{{0,4}}(?:{more})\W{{0,4}}",
        "ellipsis": r"(?<=[\p{L}\p{M}],?\s?)(?:…|\.{3})$",
        "word": r"[\p{L}\p{M}’']+$",
        "credit": r"(?i)^(?:tags?|source|photo|image|credit|categor|share|filed|related|copyright"
        r"|©|contact)",
    }
    return Expressions(sources)


def _end(text: str, line: Line) -> int:
    """Where a line ends, the white space at its end included."""
    end = text.find("\n", line.end)
    return end if end >= 0 else len(text)


def _reason(document: Document, line: str) -> str | None:
    """What shows that a line is cut off, None if nothing does."""
    find = _expressions()
    tail = line[-MARK:]
    bracketed = tail[-1] in "])" and find["excerpt"].search(tail)
    dotted = "…" in tail or "..." in tail or "&" in tail
    if bracketed or (dotted and find["more"].search(tail)):
        return "text is cut off: an excerpt's mark ends it"
    in_word = unicodedata.category(line[-1])[0] in "LMN"
    if not (in_word or line[-1] in OPEN_ENDS or line.endswith("...")):
        return None
    sentence = line[last_sentence(line) :]
    if not has_words(line, MIN_WORDS) or not has_words(sentence, SENTENCE_WORDS):
        return None
    if is_item(line) or find["credit"].match(sentence) or not CODE.isdisjoint(line):
        return None
    if line[-1] in COLONS:
        return "text is cut off: nothing follows the colon"
    if line[-1] in COMMAS:
        return f"text is cut off after “{line[-1]}”"
    word = find["word"].search(tail.rstrip(".… "))
    if not word or set(line.rsplit(maxsplit=1)[-1].rstrip(".…")) & set("./_-"):
        return None
    return _after_word(document, line, sentence, word[0])


def _after_word(document: Document, line: str, sentence: str, word: str) -> str | None:
    """What shows that a line that ends in a word, or a word and dots, is cut off."""
    dots = _expressions()["ellipsis"].search(line) is not None
    if line.endswith(".") and not dots:
        return None
    teaser = dots and _is_teaser(document)
    if _hangs(document, word) and (not dots or teaser or _is_cut(document, line)):
        return f"text is cut off after “{word}”"
    if not dots and _is_open(document, line, sentence):
        return "text is cut off inside a bracket or quotation"
    if not dots and _breaks_custom(document, line, sentence):
        return "last sentence has no end"
    return None


def _hangs(document: Document, word: str) -> bool:
    """Whether a word is one with which no sentence of the text's language ends."""
    return word in dangling_words() and word in dangling(document.language)


def _is_teaser(document: Document) -> bool:
    """Whether a text is as short as a teaser: a speech that trails off has more lines."""
    few = len(document.fact(inked)) <= TEASER_LINES
    return few and not has_words(document.text, TEASER_WORDS + 1)


def _is_cut(document: Document, line: str) -> bool:
    """Whether a line that ends in a word and dots is a paragraph cut off, not a speaker's who halts."""
    halting = document.text.count("...") + document.text.count("…") > 1
    spoken = line[0] in DASHES or any(mark in line for mark in QUOTES)
    return not halting and not spoken and has_words(line, PARAGRAPH_WORDS)


def _is_open(document: Document, line: str, sentence: str) -> bool:
    """Whether a sentence of prose opens a bracket or quotation and stops before it is closed."""
    if not has_words(line, PROSE_WORDS) or any(face in sentence for face in FACES):
        return False
    opened = [opened for opened, closed in OPENERS if sentence.count(opened) > line.count(closed)]
    return bool(opened) and (opened != ["“"] or document.language == "en")  # “ closes in German


def _breaks_custom(document: Document, line: str, sentence: str) -> bool:
    """Whether a text whose paragraphs all end in a stop has a last one that plainly does not."""
    running = [word for word in sentence.split() if not word[:1].isupper()]
    if line == sentence or not has_words(line, PROSE_WORDS) or "," in sentence[-20:]:
        return False
    if not has_words(sentence, CLAUSE_WORDS) or 2 * len(running) < len(sentence.split()):
        return False
    if sentence.rsplit(maxsplit=1)[-1] not in running or _points_elsewhere(sentence):
        return False
    prose = list(filter(_is_prose, document.fact(inked)[:-1]))
    ended = sum(ends_a_sentence(text) or text[-1] in COLONS for text in prose)
    return len(prose) >= PROSE_LINES and ended >= CUSTOM * len(prose)


def _is_prose(line: str) -> bool:
    return has_words(line, PROSE_WORDS) and not is_item(line)


def _points_elsewhere(text: str) -> bool:
    """Whether a sentence points elsewhere: such lines often go without a stop."""
    return "www." in text or "://" in text or "@" in text


@rule(
    "STR003",
    severity=Severity.ERROR,
    bad=[
        "Much was learned from the operation, the paper reported. ⟦Yusov said:⟧",
        "⟦The council met on Monday to speak about the new bridge over the river [&#8230;]⟧",
        "⟦The council met on Monday to speak about the bridge and the ferry [Read more →]⟧",
        "⟦The council met on Monday to speak about the new bridge over the river (which the mayor⟧",
        "The minister resigned.\n\n⟦He had been asked to explain the missing funds, the letters,⟧",
        Example("The report names three causes. ⟦The first of them is the state of the⟧", "en"),
        Example("Суд отложил дело. ⟦Адвокаты подали жалобу, потому что судья и⟧", "ru"),
        "⟦The council met on Monday to speak about the new bridge and […]⟧",
        "⟦The council met on Monday to speak about the new bridge over...⟧\n\nRead more",
        "It rained on Monday. ⟦The council met to speak about the bridge... Read more »⟧",
        Example("⟦The mayor of the town said on Monday that he would tear down the…⟧", "en"),
        "The pilot crossed the border at night and landed on a field near the town.\n" * 4
        + "He was met there by the men who had called him. ⟦They had driven for two days without⟧",
    ],
    good=[
        "The operation went well, the paper reported.",
        "The story ends here.\n\nTags: war, defection, helicopter,",
        "The story ends here.\n\nShare this:",
        "The story ends here.\n\nWhat a Long and Strange Road That Was for All of Us",
        "The story ends here.\n\nYours truly and always,",
        "He said it was over.\n\nPhoto: Jane Doe for the Daily Example, via the wire:",
        Example("And that is how the old story goes on, as everybody in the town knows...", "en"),
        Example("Він довго дивився на річку за вікном. А потім тихо пішов додому ...", "uk"),
        Example("There was nothing more that anybody in the town could wish for", "en"),
        "The council met.\n\nYour email will not be published. Required fields are marked *",
        "Three things matter in the garden:\n\n- water\n- light",
        "A reader may read more if they want.\n\nRead more",
        Example(
            "The chair opened the meeting.\nWe have spoken about it.\nThe courts have no judges.\n"
            "So I ask you not to vote on the...",
            "en",
        ),
        Example(
            "Засідання почалося.\nМи про це вже говорили.\nСуддів немає.\n"
            "Тому я прошу вас не голосувати за це і...",
            "uk",
        ),
        "The pilot crossed the border at night and landed on a field near the town.\n" * 4
        + "He was met there by the men who had called him. With reporting by Jane Doe in Kyiv",
    ],
)
def truncated_end(document: Document) -> Iterator[Finding]:
    """The text stops in the middle of a sentence.

    The scraper took the teaser, a wall cut the article off, or an embedded quotation was lost. The
    last line must end in a comma, in a colon, in a word after which the language never ends a
    sentence, or in the mark of an excerpt ("[…]", "... Read more"). A missing full stop alone says
    nothing, since one in five of sound pages ends without one; it counts at the end of a paragraph
    of several sentences in a text that closes all others. An ellipsis says nothing either, as
    stories end in one; it counts only after such a word, in a text as short as a teaser or at the
    end of a whole paragraph without speech: who is interrupted stops at a conjunction, too. Silent
    on labels, credits, list items and lines of under six words.
    """
    text, last = document.text, document.fact(lines)[-2:]
    if not last or len(text) - _end(text, last[-1]) >= TAIL:
        return
    start, line = last[-1].start, last[-1].text
    reason = _reason(document, line)
    before = last[0].text
    if (
        not reason
        and len(line) < MARK
        and before.endswith(("…", "..."))
        and len(last) > 1
        and len(text) - _end(text, last[0]) < TAIL
        and _expressions()["only-more"].fullmatch(line)
    ):
        start, line = last[0].start, before
        reason = "text is cut off: only a link to the rest follows"
    if reason:
        link = _expressions()["more"].search(line)
        first = last_sentence(line[: link.start()] if link else line)
        yield Finding(start + first, start + len(line), reason)
