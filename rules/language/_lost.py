"""Whether the same word on both sides of a conjunction, “of” or a hyphen stands for two."""

from textlint.api import Span

from ._repetition import ENOUGH, SPACES, Repetition, around, doublets

ENDS = frozenset(".,;:!?…)]”\n")
"""What closes a phrase, so that no further word tells one copy from the other."""
VERBS = frozenset(
    "are can could did had has have is may might must should was were will would".split()
)
"""The same, where the phrase is a subject."""
EMPHATIC = ("ed", "er", "ing", "s")
"""Endings of English words that are paired for effect: bigger and bigger, talked and talked, miles
and miles."""
NOUNS = tuple(
    "border center computer container cover customer driver financing funding ics leader letter "
    "ings marketing member minister ness number officer order paper partner power register "
    "server ss trading training transfer user water".split()
)
"""Nouns among them, or their endings."""
BETWEEN = frozenset(("between", "both"))
"""Before these a writer names two things, and two names must differ."""
OF_ITSELF = frozenset(
    (
        "alias array average back base best body book bottom cause child class copy core cost cream "
        "critique daughter debt dream edge elite expert family father fear first friend front function "
        "game group guard half head heart history holy image index kind king last law leader level list "
        "lord loss love map matrix meaning memory model mother name negation network object pair part "
        "path pointer portrait power price process proof question rate record rest rose science set "
        "shadow side slave song source state story string study subset sum teacher theory third tree "
        "type union value vector victim will word worst"
    ).split()
)
"""What can be had of its like: the best of the best, an alias of an alias."""
TIES = frozenset(
    "agreement alliance border comprehensive cooperation dialogue friendship partnership relations "
    "relationship strategic summit talks ties trade treaty".split()
)
"""What takes two to have: beside it a name must not stand for both sides."""
NAME = 6
"""Letters of half a name from which on it is hardly one that doubles itself, like Baden-Baden."""


def is_lost(text: str, found: Repetition, language: str | None) -> bool:
    """Whether two words of the source became one, in a text of the language."""
    first, *_, last = _words(text, found)
    span = Span(found.start, found.end)
    if len(first) < ENOUGH:
        return False
    if found.between in ("of", "of the"):
        return language == "en" and _is_of_itself(text, span, first, found.between)
    if found.between in "-‑":
        return language == "en" and _is_one_side(text, span, first, last)
    if found.between not in doublets()[language or ""].joins:
        return False
    if first.istitle() and last.istitle() and language != "de":
        return language == "en" and _is_one_party(text, span)
    return _ends(text, found.end) and _is_pair(text, span, (first, last), language or "")


def _words(text: str, found: Repetition) -> list[str]:
    words = text[found.start : found.end]
    for blank in (*SPACES, "-", "‑"):
        words = words.replace(blank, " ")
    return words.split(" ")


def _ends(text: str, end: int) -> bool:
    """Whether the phrase is over at `end`, in code points."""
    after = text[end : end + 1]
    if after not in SPACES:
        return after in ENDS
    return text[end + 1 : end + 12].split(" ", 1)[0] in VERBS


def _is_of_itself(text: str, span: Span, word: str, between: str) -> bool:
    if not text[slice(*span)].islower() or word.removesuffix("s") in OF_ITSELF:
        return False
    if word.endswith("est"):
        return False
    return between == "of the" or _ends(text, span.end)


def _is_one_side(text: str, span: Span, first: str, last: str) -> bool:
    """Whether a name stands for both sides of a treaty."""
    if len(first) < NAME or not (first.istitle() and last.istitle()):
        return False
    _, after = around(text, span)
    return not TIES.isdisjoint(after.split()[:3])


def _is_one_party(text: str, span: Span) -> bool:
    """Whether a name stands on both sides of “between”, and no longer name follows."""
    before, _ = around(text, span)
    after = text[span.end : span.end + 2].strip(SPACES)
    return before.split()[-1:] == ["between"] and not after[:1].isupper()


def _is_pair(text: str, span: Span, words: tuple[str, str], language: str) -> bool:
    """Whether a writer would not set a word on both sides of a conjunction."""
    lists, word = doublets()[language], words[0].lower()
    before, _ = around(text, span)
    if any(not w.islower() for w in words) and language != "de":
        return False
    if lists.endings:
        return word.endswith(lists.endings) and len(word) > NAME
    if word in lists.slips | lists.kept | lists.paired:
        return False
    if word.endswith(EMPHATIC) and not word.endswith(NOUNS):
        return False
    near = before.split()[-3:]
    return BETWEEN.isdisjoint(near) and near[-2:] not in (["there", "is"], ["there", "are"])
