"""Quotation marks that do not match: spaces inside, no mate, mixed glyphs, opened twice.

What opens, what closes and what belongs together is judged in `_quotations`.
"""

import functools
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from textlint.api import (
    BLANKS,
    UNSPACED,
    Document,
    Example,
    Expressions,
    Finding,
    Fix,
    Match,
    Safety,
    Severity,
    lines,
    rule,
    script_of,
)

from ._quotations import (
    DOUBLES,
    MARKS,
    SINGLES,
    STRAIGHT,
    Alone,
    Mark,
    Quoted,
    Role,
    clear_pairs,
    convention,
    quotations,
    unmatched,
)
from .spacing import BLANK, code_line, inner_blanks, line_of, unspaced

NEAR = 40
"""Code points between two marks up to which blanks at both ends are one finding on the whole."""
FAR = 2_000
"""Code points after which two marks are no longer believed to belong together."""
FEW_LINES = 8
"""Lines from which a text's way of setting lines shows."""
ONE_SENTENCE = 0.85
"""Share of lines with one sentence from which a text sets each on its own line. Sentence corpora have
0.88 and more, articles in paragraphs up to 0.6."""
CURLY = 15
"""Curly apostrophes between letters from which a single straight one is a slip."""
SENTENCE_END = ".!?…。！？"
CYRILLIC = frozenset(("be", "bg", "kk", "ru", "uk"))
"""Languages in which one closing mark may end two quotations: «Завод «Маяк»."""


def _is_padded_by_slip(document: Document, opener: Mark, closer: Mark) -> bool:
    """Whether the blanks inside a pair are a slip: no convention, code, inches or rock ’n’ roll."""
    text = document.text
    content = text[opener.at + 1 : closer.at].strip()
    if opener.char in "«»‹›" and not _is_guillemet(document, opener, closer):
        return False
    if closer.at - opener.at > FAR or "\n\n" in content or not any(map(str.isalpha, content)):
        return False
    if opener.char in "‘’‚" and (
        len(content) == 1 or text[closer.at + 1 : closer.at + 2].isalpha()
    ):
        return False
    if text[max(0, opener.at - 4) : opener.at].rstrip()[-1:].isdigit() and opener.char == STRAIGHT:
        return False
    if content[0] in MARKS | {"'"} or content[-1] in MARKS | {"'"}:  # parts nested quotes: “ ‘So…
        return False
    if content[0] in "+,=" or content[-1] in "+=":
        return False
    return not code_line(line_of(document, opener.at)) and not document.fact(unspaced)


def _is_guillemet(document: Document, opener: Mark, closer: Mark) -> bool:
    """Whether the language writes «x» in this one direction and without blanks, and x is no pager.

    "« Previous page  Next page »" has the line for itself.
    """
    use = convention(document.language)
    start, end = document.line_span(opener.at)
    if (
        not document.text[start : opener.at].strip()
        and not document.text[closer.at + 1 : end].strip()
    ):
        return False
    return use.known and not use.padded and "«" in use.opening and "»" not in use.opening


@rule(
    "TYP004",
    severity=Severity.ERROR,
    fix=Safety.SAFE,
    patterns=[
        # An opening mark with a blank after it has the edge of something before it; a closing one
        # does not, and is most of what would match otherwise.
        rf"(?<=^|[\s(\[—–])[\"“„«‘]{BLANK}{{1,4}}(?=\S)",
        rf"(?<=\S){BLANK}{{1,4}}[\"”“»](?=[\s.,;:!?)\]]|$)",
    ],
    bad=[
        "He went on, adding, ⟦“ After⟧ the flight the number of soldiers has increased.”",
        "He called it “a great ⟦day ”⟧ and left.",
        "The firm ⟦“ Acme ”⟧ denied it.",
        'They said ⟦" we⟧ will come back in the spring, whatever it costs us" and went.',
        Example("Er nannte es ⟦„ eine⟧ sehr lange Geschichte ohne jedes Ende“ und ging.", "de"),
        Example("Газета ⟦« Голос »⟧ закрылась.", "ru"),
        "The (⟦“ so-called⟧”) reform",
        "An operation code-named ⟦‘ Tit⟧’ began.",
    ],
    fixed=[
        "He went on, adding, “After the flight the number of soldiers has increased.”",
        "He called it “a great day” and left.",
        "The firm “Acme” denied it.",
        'They said "we will come back in the spring, whatever it costs us" and went.',
        "Er nannte es „eine sehr lange Geschichte ohne jedes Ende“ und ging.",
        "Газета «Голос» закрылась.",
        "The (“so-called”) reform",
        "An operation code-named ‘Tit’ began.",
    ],
    good=[
        Example("Le journal « Le Monde » paraît l’après-midi.", "fr"),
        "In an English text « Le Monde » keeps its French spaces.",
        Example("Новости города\n« Назад  Вперёд »\nПогода на сегодня и на завтра", "ru"),
        Example("Er las »Die Zeit« und »Der Spiegel« im Zug.", "de"),
        Example("Er sagte „Nein“ und ging „nach Hause“ zurück.", "de"),
        Example("Hän sanoi ”ei” ja lähti ”kotiin” taas.", "fi"),
        'A 5" nail and a 7" nail, or 5 " x 7 " frames.',
        "Rock ‘ n ’ roll of the ‘90s, the boys ’ room, don’t.",
        Example('דובר צה"ל אמר "לא" והלך.', "he"),
        'print(" hello " + name + " ! ")',
        "“The first paragraph of a speech does not close.\n\n“The second does, and it is short.”",
        'An odd " mark alone says nothing.',
        "“ ‘Thin spaces between nested quotes,’ some printers say, ‘are neat.’ ”",
        "A reopened “ quote “ is not ours to judge”.",
        Example("彼は“ 日本 ”と書いた。", "ja"),
    ],
)
def space_in_quotes(document: Document, match: Match) -> Iterator[Finding]:
    """A space stands just inside a pair of quotation marks.

    Which mark opens and which closes is told by its shape, its neighbours and the language's
    habits; a straight mark with spaces on both sides by what is open. Every mark of the pair's
    kind in the paragraph must find its mate, or the rule is silent. So it is on guillemets in
    French, in German and where the language is unknown, on straight single marks, inches, code and
    unspaced scripts.
    """
    at = match.start() if document.text[match.start()] in MARKS else match.end() - 1
    pair = document.fact(clear_pairs).get(at)
    if not pair or not _is_padded_by_slip(document, *pair):
        return
    opener, closer = (mark.at for mark in pair)
    text = document.text
    both = text[opener + 1] in BLANKS and text[closer - 1] in BLANKS
    if at == closer and both:
        return
    near = NEAR if both else 0
    if at == opener or text[opener + 1] not in BLANKS:
        yield from inner_blanks(text, opener, closer, near, "space inside quotation marks")


class Reopening(NamedTuple):
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
        "code": r"\w\([a-z]?\"|\"\)[;),.]|[=:]\s?\"[^\"]*$|\w=\"|\"\s?:\s?[\"{[\d]|::|\\\\\"",
        "sentence": r"[.!?…][\"”»’)]*\s+\S|[。！？][^」』”\s]",
        # What a contraction or an elision is made of, so that Qur'an and Rus' are left alone.
        "contraction": r"(?i)(?<=\p{L}n)'(?=t\b)|(?<=\p{L})'(?=(?:s|re|ve|ll|d|m)\b)"
        r"|(?<=\b(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|dell|nell|all|un))'(?=\p{L})",
        "curly": r"(?<=\p{L})’(?=\p{L})",
        "straight": r"(?<=\p{L})'(?=\p{L})",
    }
    return Expressions(sources, regex.MULTILINE)


def sentence_lines(document: Document) -> bool:
    """Whether the text puts each sentence on a line of its own.

    So do treebanks, parallel corpora and much news; quotations then go on over the lines.
    """
    found = document.fact(lines)
    inner = _expressions()["sentence"]
    single = sum(inner.search(line.text) is None for line in found)
    return len(found) >= FEW_LINES and single >= ONE_SENTENCE * len(found)


def lonely(document: Document) -> list[Alone]:
    """The unmatched marks that there is no doubt of: one in a paragraph where all else is clear."""
    alone = document.fact(unmatched)
    count = Counter(here.quoted.start for here in alone)
    return [
        here
        for here in alone
        if count[here.quoted.start] == 1
        and here.mark.sure
        and all(mark.sure for mark in here.quoted.marks if mark.char not in SINGLES)
        and _is_prose(document, here.mark)
    ]


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
            if outer is mark and inner.at - mark.at < FAR
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
    text = document.text
    same = [inner for outer, inner in quoted.reopened if outer is mark and inner.char == mark.char]
    if same and mark in document.fact(_reopened):
        return True
    if same and (mark.char == "«" or document.language in CYRILLIC):
        return True
    if any(opener.char not in SINGLES for opener, _ in quoted.pairs):
        return False
    if mark.role is Role.OPEN:
        at_edge = not any(map(str.isalnum, text[quoted.start : mark.at]))
    else:
        at_edge = not any(map(str.isalnum, text[mark.at : quoted.end]))
    return at_edge or document.fact(sentence_lines)


@rule(
    "TYP005",
    severity=Severity.WARNING,
    fix=Safety.UNSAFE,
    each=lonely,
    bad=[
        "She called it ⟦“⟧a disgrace and left the “old” hall.",
        "The mayor spoke of a “new start” and of old debts⟦”⟧ in one breath.",
        'He said "yes" twice, then ⟦"⟧no and hung up.',
        '⟦"⟧We had no weapons. “No one resisted us. They ran off.” “We do not know where."',
        Example("Es war ein „Versehen“ und ein ⟦„⟧großes Glück für alle.", "de"),
        Example("Компанія «Аеро» та завод ⟦«⟧Маяк виконають доробку літака.", "uk"),
        Example("Hän sanoi ”kyllä” ja sitten ⟦”⟧ei ja lähti kotiin.", "fi"),
        Example("彼は「はい」と答え、次に⟦「⟧いいえと言った。", "ja"),
        Example("Il parle d’une « erreur » puis d’un ⟦«⟧ oubli de la mairie.", "fr"),
        "The house was empty. He looked for the key and found ⟦“⟧a note from nobody. Then he left.",
    ],
    fixed=[
        "She called it “a disgrace and left the “old” hall.",
        "The mayor spoke of a “new start” and of old debts” in one breath.",
        'He said "yes" twice, then "no and hung up.',
        '“We had no weapons. “No one resisted us. They ran off.” “We do not know where."',
        "Es war ein „Versehen“ und ein „großes Glück für alle.",
        "Компанія «Аеро» та завод «Маяк виконають доробку літака.",
        "Hän sanoi ”kyllä” ja sitten ”ei ja lähti kotiin.",
        "彼は「はい」と答え、次に「いいえと言った。",
        "Il parle d’une « erreur » puis d’un « oubli de la mairie.",
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
        'An odd " mark alone says nothing.',
    ],
)
def unbalanced_quote(document: Document, here: Alone) -> Iterator[Finding]:
    """A quotation mark has no mate in its paragraph.

    One end of the quotation was lost, and with it who says what. One mark is reported, and only
    where every other one of the paragraph is plain. Silent on speeches over several paragraphs
    (each opens again, or a later one closes), on a quotation that fills its paragraph from one end
    (it may go on beyond it) unless the paragraph holds another one, on lines of one sentence each,
    apostrophes, single marks, inches, code, tables, the arrows of menus, and teasers cut at “…”. In
    Russian and its neighbours one » may end two quotations. Where the missing mark belongs
    nobody knows; only a straight mark whose speech is reopened by curly ones (TYP007) gets their
    form, as an unsafe fix.
    """
    if _is_explained(document, here):
        return
    mark, quoted = here
    lost = "is never closed" if mark.role is Role.OPEN else "was never opened"
    fix = None
    reopens = mark in document.fact(_reopened)
    if mark.char == STRAIGHT and reopens and (curly := _own_form(mark, quoted)):
        fix = Fix.replace(mark.at, mark.at + 1, curly)
    yield Finding(mark.at, mark.at + 1, f"the quotation of this {mark.char} {lost}", fix)


def _own_form(mark: Mark, quoted: Quoted) -> str | None:
    """The curly mark of the same role that the paragraph uses, None where it uses none or two."""
    forms = {
        other.char
        for other in quoted.marks
        if other.role is mark.role and other.char in DOUBLES and other.char != STRAIGHT
    }
    return forms.pop() if len(forms) == 1 else None


class Odd(NamedTuple):
    """A straight mark at `at`, in code points, where `wanted` should stand."""

    at: int
    message: str
    wanted: str | None
    safety: Safety


def odd_marks(document: Document) -> list[Odd]:
    """The straight halves of mixed pairs, and the straight apostrophe of a curly text."""
    found = list(_apostrophes(document))
    for quoted in document.fact(quotations):
        mixed = [
            (opener, closer)
            for opener, closer in quoted.pairs
            if (opener.char == STRAIGHT) != (closer.char == STRAIGHT)
            and (opener.sure or _is_in_unspaced(document.text, opener))
            and closer.sure
        ]
        if not mixed:
            continue
        alone = any(mark.char not in SINGLES for mark in quoted.strays)
        is_clean = not alone and not quoted.reopened
        halves = {mark for pair in mixed for mark in pair}
        is_clean &= all(m.sure for m in quoted.marks if m.char not in SINGLES and m not in halves)
        for opener, closer in mixed:
            if _is_plain_pair(document, opener, closer):
                found.append(_odd_half(document, opener, closer, is_clean=is_clean))
    return found


def _is_in_unspaced(text: str, mark: Mark) -> bool:
    """Whether a straight mark stands after a letter of a script that writes no spaces."""
    return mark.char == STRAIGHT and script_of(text[mark.at - 1 : mark.at] or " ") in UNSPACED


def _is_plain_pair(document: Document, opener: Mark, closer: Mark) -> bool:
    """Whether both marks may belong to one quotation of prose."""
    text = document.text
    if closer.at - opener.at > FAR or "\n" in text[opener.at : closer.at]:
        return False
    if document.is_masked(opener.at, closer.at + 1) or text[opener.at - 1 : opener.at].isdigit():
        return False
    return not code_line(line_of(document, opener.at)) and text[closer.at - 1] not in "′°"


def _odd_half(document: Document, opener: Mark, closer: Mark, *, is_clean: bool) -> Odd:
    """The straight half of a mixed pair, and what should stand there in the text's language."""
    use = convention(document.language)
    if opener.char == STRAIGHT:
        odd = opener
        wanted = [
            left for left in use.closers if closer.char in use.closers[left] and left != STRAIGHT
        ]
        message = f"“{STRAIGHT}” opens what “{closer.char}” closes"
    else:
        odd = closer
        wanted = list(use.closers.get(opener.char, ""))
        message = f"“{STRAIGHT}” closes what “{opener.char}” opens"
    if len(wanted) > 1:
        wanted = [glyph for glyph in wanted if glyph in document.fact(_glyphs)]
    glyph = wanted[0] if len(wanted) == 1 and not (use.padded and wanted[0] in "«»") else None
    sided = _mark_side_is_plain(document.text, odd)
    safety = Safety.SAFE if is_clean and sided else Safety.UNSAFE
    return Odd(odd.at, message, glyph, safety)


def _glyphs(document: Document) -> frozenset[str]:
    """The quotation marks that occur in the text."""
    return MARKS.intersection(document.text)


def _mark_side_is_plain(text: str, mark: Mark) -> bool:
    """Whether white space or a mark on one side and a word or a mark on the other tell the role."""
    before, after = text[mark.at - 1 : mark.at], text[mark.at + 1 : mark.at + 2]
    outer, inner = (before, after) if mark.role is Role.OPEN else (after, before)
    glued = outer.isalnum() and script_of(outer) not in UNSPACED
    return not glued and not inner.isspace() and not (inner.isdigit() and mark.role is Role.CLOSE)


def _apostrophes(document: Document) -> Iterator[Odd]:
    """The one straight apostrophe of a text whose others are all curly, if it is in a contraction."""
    text = document.text
    if "'" not in text or text.count("’") < CURLY:
        return
    find = _expressions()
    straight = list(find["straight"].finditer(text))
    if len(straight) != 1 or len(find["curly"].findall(text)) < CURLY:
        return
    at = straight[0].start()
    place = find["contraction"].search(text, max(0, at - 10), at + 4)
    if place and place.start() == at and not document.is_masked(at, at + 1):
        yield Odd(at, "straight apostrophe in a text of curly ones", "’", Safety.SAFE)


@rule(
    "TYP006",
    severity=Severity.ERROR,
    fix=Safety.SAFE,
    each=odd_marks,
    bad=[
        '⟦"⟧We found the right approach to the pilot, and then he moved the aircraft.”',
        'He asks them to “give up and go over to the other side.⟦"⟧',
        'The “old⟦"⟧ hall and the ⟦"⟧new” one.',
        '“It was late, and we fear that they were “killed.⟦"⟧',
        Example('Die Hymne „Ein neues Lied⟦"⟧ wird im Chor gesungen.', "de"),
        Example('Він назвав це „модою⟦"⟧ на гасла.', "uk"),
        Example('Он читал газету «Голос⟦"⟧ и уснул.', "ru"),
        Example('Hon ropade ⟦"⟧hej” och gick sedan hem till oss.', "sv"),
        Example('Il disait « oui⟦"⟧ à tout le monde.', "fr"),
        (
            "We don’t, can’t, won’t, isn’t, aren’t, I’m, you’re, he’s, she’s, it’s, we’ve, they’ve, I’ll, "
            "you’ll, let’s, and I don⟦'⟧t know."
        ),
    ],
    fixed=[
        "“We found the right approach to the pilot, and then he moved the aircraft.”",
        "He asks them to “give up and go over to the other side.”",
        "The “old” hall and the “new” one.",
        "“It was late, and we fear that they were “killed.”",
        "Die Hymne „Ein neues Lied“ wird im Chor gesungen.",
        "Він назвав це „модою“ на гасла.",
        "Он читал газету «Голос» и уснул.",
        "Hon ropade ”hej” och gick sedan hem till oss.",
        'Il disait « oui" à tout le monde.',
        (
            "We don’t, can’t, won’t, isn’t, aren’t, I’m, you’re, he’s, she’s, it’s, we’ve, they’ve, I’ll, "
            "you’ll, let’s, and I don’t know."
        ),
    ],
    good=[
        'He said "one" and “two” and went.',
        'He said "one “two” three" and went.',
        'A “12" vinyl” and a 7" single.',
        'She said “he never called it "home" in her life” and wept.',
        "We don’t and don't: one curly apostrophe is no habit.",
        (
            "It’s, we’ve, I’m, you’re, he’s, she’s, they’re, don’t, can’t, won’t, isn’t, aren’t, I’ll, "
            "you’ll, let’s and who’s read the Qur'an in Sana'a."
        ),
        'print("“", x, "”")',
        '“An opener alone.\n\n"Another pair" elsewhere.',
        Example('דובר צה"ל אמר “לא” והלך.', "he"),
        Example("Er las „Die Zeit“ und »Das Haus« gern.", "de"),
    ],
)
def mixed_quote_pair(_: Document, odd: Odd) -> Iterator[Finding]:
    """A pair of quotation marks is straight at one end and curly at the other.

    Two hands or two programs made the text; what pairs marks by their form fails on it. The straight
    mark is reported and replaced by the mate of the other: safely where all the paragraph's marks
    pair, otherwise as an unsafe fix; in languages where the mate is not certain, and for French
    guillemets with their spaces, not at all. Also reported is the only straight apostrophe of a
    text with fifteen curly ones or more, in contractions and elisions (don't, l'eau), so that
    Qur'an and names are left alone.
    """
    fix = Fix.replace(odd.at, odd.at + 1, odd.wanted, safety=odd.safety) if odd.wanted else None
    yield Finding(odd.at, odd.at + 1, odd.message, fix)


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
    wherever the role of any mark in the paragraph is in doubt.
    """
    yield Finding(fault.start, fault.end, "opens a quotation inside an open one", fault.fix)
