"""DUP006: text that runs in a loop, as machines write when they collapse."""

from collections.abc import Iterator

import msgspec

from textlint.api import UNSPACED, Document, Finding, Severity, recurrence, rule, script_of

LEAST = 32
"""Code points beyond one copy: less may be chance."""
PHRASES, PHRASE_LETTERS = 4, 8
"""Copies in a row of two words or more, and the letters that they have together."""
WORDS, WORD_LETTERS = 6, 3
"""Copies of one word: people write “very” or “no” three to five times for effect."""
LINES = 5
"""Copies of a line, or of several."""
SYLLABLES = 10
"""Copies where no space parts them: in scripts without spaces the ends of words cannot be seen."""
SHOWN = 40
"""Code points of what is repeated that the message quotes."""
CLOSING = frozenset(".,;:!?…)]”’»、，。！？।")
"""What ends a sentence or a word, so that no copy begins with it."""
CELLS = frozenset("|\t\\{}<>=_#*+~^/@$%&")
"""Marks of tables, rules, code and addresses."""
SOUNDS = frozenset(
    "beep blah boom buzz cha clap cluck ding dong doo drip dum hah haha hahaha hee hehe hey hihi hoho "
    "hurrah jaja kaka knock meow moo nah nanana ooh quack rah ring shh tap tick tock tra tut wah woof "
    "woo yeah yes yum zzz бла ква кря ля мяу тук хаха хехе".split()
)
"""Words that imitate a sound or fill a song, however often."""
LAUGHTER = frozenset("哈呵嘿嘻啊呀哇啦唔喵汪笑草ㅋㅎㅠㅜあはハへふうわwｗー")
"""Letters of laughing, crying and animals."""


class Loop(msgspec.Struct, frozen=True):
    """Text [start, end) in code points that is `core` over and over, `copies` times."""

    start: int
    end: int
    core: str
    copies: int


def loops(document: Document) -> list[Loop]:
    """The stretches that no writer means, but those within another: a fact."""
    text, rounds = document.text, document.fact(recurrence).rounds
    if not rounds:
        return []
    found = [_cut(text, *each) for each in rounds]
    loops = [loop for loop in found if loop and _is_collapse(text, loop)]
    outer: list[Loop] = []
    end = 0
    for loop in sorted(loops, key=lambda loop: (loop.start, -loop.end)):
        if loop.end > end:
            outer.append(loop)
            end = loop.end
    return outer


def _cut(text: str, start: int, end: int, period: int) -> Loop | None:
    """The whole copies of a periodic stretch, words and lines left whole; None for a single one."""
    if start and text[start - 1] != "\n" and "\n" in text[start : start + period]:
        start = text.index("\n", start) + 1
    while start < end and (_opens_nothing(text[start]) or _splits(text, start)):
        start += 1
    core = text[start : start + period].rstrip()
    copies = (end - start - len(core)) // period + 1
    if _splits(text, start + (copies - 1) * period + len(core)):
        copies -= 1
    if not core or copies <= 1:
        return None
    return Loop(start, start + (copies - 1) * period + len(core), core, copies)


def _opens_nothing(char: str) -> bool:
    """Whether no copy begins with a character."""
    return char.isspace() or char in CLOSING


def _splits(text: str, at: int) -> bool:
    """Whether a word goes on across a place, in a script that parts words by spaces."""
    if not 0 < at < len(text) or not (text[at - 1].isalnum() and text[at].isalnum()):
        return False
    return script_of(text[at]) not in UNSPACED


def _is_collapse(text: str, loop: Loop) -> bool:
    """Whether a loop is of words, and longer than people repeat themselves."""
    core = loop.core
    if loop.end - loop.start < len(core) + LEAST:
        return False
    letters = sum(map(str.isalpha, core))
    marks = sum(not char.isalnum() and not char.isspace() for char in core)
    if letters <= marks or sum(map(str.isdigit, core)) * 2 > letters or CELLS & set(core):
        return False
    gap = text[loop.start + len(core) : loop.start + len(core) + 1]
    if gap in CELLS:
        return False
    words = [word for word in core.casefold().split() if word.strip(".,!?;:-–—…") not in SOUNDS]
    if not words or LAUGHTER.issuperset(char for char in core if char.isalpha()):
        return False
    if "\n" in core or gap in ("\n", "\r"):
        return loop.copies >= LINES and letters >= WORD_LETTERS
    if not gap.isspace():
        return loop.copies >= SYLLABLES and _is_unspaced(core)
    if len(words) == 1:
        return loop.copies >= WORDS and letters >= WORD_LETTERS and not _is_cry(core)
    return loop.copies >= PHRASES and letters >= PHRASE_LETTERS and len(set(words)) > 1


def _is_unspaced(core: str) -> bool:
    """Whether the letters of a loop without spaces are of scripts that need none."""
    return all(script_of(char) in UNSPACED for char in core if char.isalpha())


def _is_cry(word: str) -> bool:
    """Whether a single word is shouted, sung or listed rather than set in a sentence."""
    return word[-1] in "!?,;:、，" or word.isupper()


@rule(
    "DUP006",
    severity=Severity.ERROR,
    each=loops,
    bad=[
        "The weather was ⟦very very very very very very very very⟧ good.",
        "He went ⟦to the man to the man to the man to the man to the man⟧ to",
        "And so ⟦it is not clear. it is not clear. it is not clear. it is not clear.⟧",
        "One.\n⟦It is deep.\nIt is deep.\nIt is deep.\nIt is deep.\nIt is deep.⟧\nLast.",
        "委员会说明了⟦问题的问题的问题的问题的问题的问题的问题的问题的问题的问题的问题的问题的问题的⟧",
        "Он сказал, что ⟦в том числе и в том числе и в том числе и в том числе и в том числе и⟧ всё.",
    ],
    good=[
        "It was a very, very, very long day, and no, no, no, he would not go.",
        "Ha ha ha ha ha ha ha ha ha! he cried. Blah blah blah blah blah blah blah.",
        "Location, location, location, location: that is what counts, the agent said.",
        "Work, work, work, work, work, work, sings the shirt maker.",
        "La la la la la la la la la la, sang the choir, na na na na na na na na.",
        "哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈，他说。ㅋㅋㅋㅋㅋㅋㅋㅋㅋㅋㅋㅋㅋㅋㅋㅋㅋㅋㅋㅋ",
        "The row reads 0 0 0 0 0 0 0 0 0 0 0 0, the next 01 01 01 01 01 01 01 01 01 01 01.",
        "----------------------------------------\n= = = = = = = = = = = = = = = = = = =",
        "| yes | yes | yes | yes | yes | yes | yes |\n| no | no | no | no | no | no | no |",
        "n/a n/a n/a n/a n/a n/a n/a n/a n/a n/a n/a",
        "name\tname\tname\tname\tname\tname\tname\tname",
        "GO GO GO GO GO GO GO GO, the crowd shouted. Off! Off! Off! Off! Off! Off! Off!",
        "Row, row, row your boat, gently down the stream; merrily, merrily, merrily, merrily.",
        "Anak anak itu berjalan pelan pelan, hati hati di jalan jalan besar besar.",
        "Holy, holy, holy is the Lord. Holy, holy, holy is the Lord. Holy, holy, holy!",
        "O\nO\nO\nO\nO\nO\nO\nO\nO\nO\nO\nO",
        "ff ff ff ff ff ff ff ff ff ff ff ff ff ff ff ff",
    ],
    known_failures=["The ⟦end end end end end⟧ is near."],
)
def repetition_loop(document: Document, loop: Loop) -> Iterator[Finding]:
    """The same words come round at once, over and over: a machine was caught in a loop.

    Translation, recognition and language models that lose the thread write one phrase until their
    space is used up. Reported are two words or more that stand four times in a row (eight letters
    together), one word six times (three letters, set in a sentence: no comma, no exclamation mark), a
    line five times, and in scripts without spaces a run of ten.

    It stays silent on laughter, sounds and refrains of a syllable, rows of numbers and of table
    cells, rules drawn with characters, hexadecimal dumps, cries in capitals, and on what people
    double or triple for emphasis. It takes 32 characters and one copy to be
    found. Phrases of more than 240 characters are repeated passages, not
    loops. No repair: what the machine had before it cannot be known.
    """
    start, end = loop.start, loop.end
    shown = " ".join(document.text[start : start + len(loop.core)].split())
    shown = shown if len(shown) <= SHOWN else shown[: SHOWN - 1] + "…"
    yield Finding(start, end, f"“{shown}” comes {loop.copies} times in a row")
