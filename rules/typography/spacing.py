"""White space where prose has none: before a punctuation mark, just inside a bracket."""

import functools
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
    rule,
    scripts,
)

BLANK = r"[ \t\u00a0\u2000-\u200a\u202f\u205f\u3000]"
"""White space within a line, as a character class of `regex`."""

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
NEAR = 80
"""Code points between two brackets up to which the whole is reported rather than its ends."""
DEEPEST = 5
"""Brackets of one kind inside one another at most: noise has any number."""
AROUND = 200
"""Code points on each side of a place that tell what kind of line it stands in."""
NEARBY = 30
"""Code points on each side of a place in which one sign of code makes it code."""
SIGNS_OF_CODE = 3
"""Signs of code around a place that make it code wherever they stand."""
WORDS_OF_PROSE = 6
"""Words in a part of a line from which a lone sign that prose has too ("= cheap", "<sigh>") is no code."""
JUDGED = 64
"""Lines whose judgement is kept: the matches of a line follow one another."""
REACH = 600
"""Code points within which the mate of a bracket is looked for, on its line."""

FRENCH_STYLE = frozenset(("fr", "br", "oc", "co", None))
"""Languages that put a space before ; : ! ? and the case of not knowing the language."""
SPANISH = frozenset(("es", "gl", "ast", "ca", None))
"""Languages that open questions and exclamations, and the case of not knowing the language."""
MATES_OF_MARKS = {"¿": "?", "¡": "!"}
COMMAS = frozenset(",،؛")
MACHINE = frozenset("/@_=#\\|<>{}()[]`*~+&$")
"""What addresses and code have in them."""
MATES = {"(": ")", "[": "]", "{": "}"}
OPENERS = {close: open_ for open_, close in MATES.items()}


@functools.cache
def _expressions() -> Expressions:
    """The expressions of the checks, compiled at their first use."""
    import regex

    sources = {
        "code": r"[{}<>\\]|\w\([\"')]|[\"'] \+ "
        r"|==|=>|&&|\|\||\$[a-z_{]|\s=\s|;[^\S\n]*$|^\s*(?:\$|>>>)\s",
        # Signs that code has and prose hardly; then those that prose has now and then.
        "strong": r"[{}\\]|\w\([\"')]|[\"'] \+ |==|=>|&&|\|\||\$[a-z_{]|;[^\S\n]*$|^\s*(?:\$|>>>)\s"
        r"|\w\(\s|[(\[]\s?[-+*/=<>]{1,2}\s|[(\[]\s[\w*+/=<>!?-]{1,20}\s[(\[]\s",
        "weak": r"</?\p{L}{2,12}>|[<>]|\s=\s",
        "words": r"(?<![\p{L}\p{M}])[\p{L}\p{M}]{2,}",
        "ticks": r"`[^`\n]{1,200}`",
        "command": r"(?:^|\s)(?:--?\w[\w-]*|git|docker|pip|npm|cp|mv|ls|rsync|grep|chmod)\s",
        "french": r"(?i)\b(?:les|des|une|est|dans|qui|pour|avec|pas|vous|nous|sur|du|aux|et)\b"
        r"|\b[ldcnsj][’']",
        "attached": r"(?<=[\p{L}\p{N}\p{M})”’»\"])(?:[.,]|([;:!?]))(?=\s|$)",
        "spaced": rf"(?<=[\p{{L}}\p{{N}}\p{{M}})”’»\"]){BLANK}{{1,4}}(?:[.,]|([;:!?]))(?=\s|$)",
        "entity": r"&#?\w{1,8}$",
    }
    return Expressions(sources, regex.MULTILINE)


def unspaced(document: Document) -> bool:
    """Whether the text follows the spacing of a script that writes words without spaces."""
    counts = document.fact(scripts)
    return sum(counts[s] for s in UNSPACED) > UNSPACED_SHARE * max(1, counts.total())


def line_of(document: Document, at: int) -> str:
    """The line that holds a code point; of a long line the part around it.

    All places of a stretch of AROUND code points get the same part, so that it is judged once.
    """
    start, end = document.line_span(at)
    stretch = start + (at - start) // AROUND * AROUND
    return document.text[max(start, stretch - AROUND) : min(end, stretch + 2 * AROUND)]


@functools.lru_cache(maxsize=JUDGED)
def code_line(line: str) -> bool:
    """Whether a line looks like program code, where spaces follow other rules."""
    return _expressions()["code"].search(line) is not None


@functools.lru_cache(maxsize=JUDGED)
def _marked_code(line: str) -> bool:
    """Whether a line has so many signs of code that all of it is code."""
    find = _expressions()
    strong, weak = len(find["strong"].findall(line)), len(find["weak"].findall(line))
    if strong + weak >= SIGNS_OF_CODE or weak > 1:
        return True
    return bool(weak) and len(find["words"].findall(line)) < WORDS_OF_PROSE


def _in_code(document: Document, start: int, end: int) -> bool:
    """Whether [start, end) stands in code: between backticks, or with the signs of code near it."""
    text, (low, high) = document.text, document.line_span(start)
    line, find = line_of(document, start), _expressions()
    if _marked_code(line):
        return True
    near = text[max(low, start - NEARBY) : min(high, end + NEARBY)]
    if find["strong"].search(near):
        return True
    if "`" not in line:
        return False
    low, high = max(low, start - AROUND), min(high, end + AROUND)
    return any(
        span.start() + low < start and end < span.end() + low
        for span in find["ticks"].finditer(text[low:high])
    )


def habits(document: Document) -> tuple[bool, bool]:
    """Whether the text sets . , and whether it sets ; : ! ? off by a space more often than not.

    So do tokenised texts, tables of "Key : value", and writers who learned French typesetting.
    """
    find = _expressions()
    totals: dict[str, list[int]] = {}
    for name in ("attached", "spaced"):
        matches = list(find[name].finditer(document.text))
        high = sum(match[1] is not None for match in matches)
        totals[name] = [len(matches) - high, high]
    low, high = (
        spaced >= least and spaced > attached
        for spaced, attached, least in zip(
            totals["spaced"], totals["attached"], (LOW_HABIT, HABIT), strict=True
        )
    )
    return low, high


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
    mate = text.find(MATES_OF_MARKS[text[start]], end, min(high, end + REACH))
    if mate < 0 or text[start] in text[end:mate] or _in_code(document, start, end):
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
        document.fact(habits)[high]
        or document.fact(unspaced)
        or _in_code(document, start, end)
        or find["command"].search(before) is not None
        or ("&" in before and find["entity"].search(before) is not None)
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


def _mate(text: str, at: int, step: int, limit: int) -> int | None:
    """Where the bracket at `at` has its mate before `limit` (a code point), None if it has none."""
    own = text[at]
    other = MATES.get(own) or OPENERS[own]
    depth = 0
    for place in range(at, limit, step):
        depth += (text[place] == own) - (text[place] == other)
        if depth == 0:
            return place
        if depth > DEEPEST:
            break
    return None


def _bracketed(document: Document, match: Match) -> tuple[int, int] | None:
    """The places of both brackets of the pair that a match proposes; None if another reports it.

    A pair with blanks at both ends is proposed twice, and reported from its opener.
    """
    text = document.text
    line_start, line_end = document.line_span(match.start())
    if text[match.start()] in MATES:
        opener = match.start()
        closer = _mate(text, opener, 1, min(line_end, opener + REACH))
        return None if closer is None else (opener, closer)
    closer = match.end() - 1
    found = _mate(text, closer, -1, max(line_start, closer - REACH) - 1)
    return None if found is None or text[found + 1] in BLANKS else (found, closer)


def _is_prose_bracket(document: Document, opener: int, closer: int) -> bool:
    """Whether a bracket holds words of prose, rather than code, a check box, a face or a set."""
    text = document.text
    content = text[opener + 1 : closer].strip()
    before = text[opener - 1 : opener]
    if content in {"x", "X", "v", "V"} or 3 * sum(map(str.isalnum, content)) < len(content):
        return False  # a check box, a face, a mark
    if content[0] == "." or before in set(":;=8-]_") or (before.isascii() and before.isalnum()):
        return False
    if content[-1] in ":;=-8" or set(content) & set("=$_|^`#+*~"):
        return "://" in content and content[-1] not in ":;=-"
    if text[opener] == "[" and (content[0] == "-" or not any(map(str.isalpha, content))):
        return False
    if text[opener] == "{":  # in prose a rare bracket, in code and in formulas the usual one
        return False
    return not _in_code(document, opener, opener + 1) and not _in_code(document, closer, closer + 1)


def _trimmed(text: str, opener: int, closer: int) -> tuple[Edit, ...]:
    """Edits that delete the blanks just inside [opener, closer]."""
    inner = text[opener + 1 : closer]
    left = len(inner) - len(inner.lstrip())
    right = len(inner) - len(inner.rstrip())
    edits = (Edit(opener + 1, opener + 1 + left), Edit(closer - right, closer))
    return tuple(edit for edit in edits if edit.start < edit.end)


def inner_blanks(text: str, opener: int, closer: int, near: int, message: str) -> Iterator[Finding]:
    """Findings on the blanks just inside a pair of marks: one on the whole of a near pair.

    In a wide pair each end is reported with the word beside it. Code points.
    """
    edits = _trimmed(text, opener, closer)
    if closer - opener <= near:
        yield Finding(opener, closer + 1, message, Fix(edits, Safety.SAFE))
        return
    for edit in edits:
        start, end = opener, closer + 1
        if edit.start == opener + 1:
            end = edit.end + len(text[edit.end : closer].split(None, 1)[0])
        else:
            start = edit.start - len(text[opener + 1 : edit.start].rsplit(None, 1)[-1])
        yield Finding(start, end, message, Fix((edit,), Safety.SAFE))


@rule(
    "TYP003",
    severity=Severity.ERROR,
    fix=Safety.SAFE,
    patterns=[
        rf"[(\[{{]{BLANK}{{1,4}}(?=[^\s)\]}}])",
        rf"(?<=[^\s(\[{{]){BLANK}{{1,4}}[)\]}}]",
    ],
    bad=[
        "Defense Intelligence Service ⟦(\u00a0HUR\u00a0)⟧, said this.",
        "Some European Union ⟦(\u00a0EU )⟧ countries took them in.",
        "The novel ⟦(1979 )⟧ was filmed twice ⟦[ see below]⟧.",
        "The colonies of ⟦(see (a) there )⟧ were lost.",
        "The price is $5 = cheap and it was late, he said ⟦( at noon )⟧ on Monday.",
        "They wrote ⟦( for⟧ a long time nobody knew that the letters, found in an attic in "
        "Leeds, had ever been sent⟦ )⟧ every week.".replace("sent⟦ )⟧", "⟦sent )⟧"),
    ],
    fixed=[
        "Defense Intelligence Service (HUR), said this.",
        "Some European Union (EU) countries took them in.",
        "The novel (1979) was filmed twice [see below].",
        "The colonies of (see (a) there) were lost.",
        "The price is $5 = cheap and it was late, he said (at noon) on Monday.",
        (
            "They wrote (for a long time nobody knew that the letters, found in an attic in "
            "Leeds, had ever been sent) every week."
        ),
    ],
    good=[
        "- [ ] water the plants\n- [ x ] feed the cat",
        "Oh no :( we lost ) again",
        "Choose a ) the red one or b ) the blue one.",
        "The interval [ 0, 1 ) is half open; the vector [ 1, 2 ] is not one.",
        "if ( count > 3 ) { stop( now ); }",
        "In Lisp ( define ( f x ) ( + x 1 ) ) makes a function of one argument.",
        "The call `area( width , height )` and `sum ( a )` are both legal.",
        "import { useState } from 'react'",
        "The empty pairs ( ) and ( … ) are another rule's business.",
        Example("台風18号( Soulik )は12日に北上した。", "ja"),
        Example("新しい監督（ 35 ）が就任した。", "ja"),
    ],
    known_failures=["The bracket ⟦( opened⟧ here\nends on the next line)."],
)
def space_in_brackets(document: Document, match: Match) -> Iterator[Finding]:
    """A space stands just inside a bracket.

    Left by links and emphasis that were taken out of the text. Both brackets must stand on one
    line. Silent on empty brackets, check boxes, intervals, emoticons, list markers, code and in
    scripts that write words without spaces.
    """
    if document.fact(unspaced) or not (pair := _bracketed(document, match)):
        return
    if _is_prose_bracket(document, *pair):
        yield from inner_blanks(document.text, *pair, NEAR, "space inside brackets")
