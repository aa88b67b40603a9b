"""The words of a Korean or Arabic text, without what grammar adds to a name: one walk over the text."""

TITLED = 4
"""Words between a title and the name in Arabic at most, plus one: the president Volodymyr Zelensky."""
SHORTEST_KOREAN, SHORTEST_ARABIC = 3, 4
"""Syllables, or letters, of a name without what is added to it: most foreign ones have more."""
LONGEST_KOREAN, LONGEST_ARABIC = 12, 24
"""Syllables or letters at which a run of them is cut."""


class Word:
    """One use of a word: the span of what is compared, and the word to its left ("" for none)."""

    def __init__(self, start: int, end: int, left: str) -> None:
        self.start = start
        self.end = end
        self.left = left


def korean(
    text: str, titles: tuple[str, ...], particles: list[tuple[int, frozenset[str]]]
) -> tuple[dict[str, list[Word]], set[str]]:
    """The uses of each word, without the particles behind it, and the words that have a title there.

    `particles` by their length, longest first.
    """
    found: dict[str, list[Word]] = {}
    titled: set[str] = set()
    starts, ends = _runs(text, "가힣", SHORTEST_KOREAN, LONGEST_KOREAN)
    firsts, letters, last = "", "", 0
    for title in titles:
        firsts += title[0]
    for at, start in enumerate(starts):
        end = ends[at]
        written = text[start:end]
        if letters and start == last + 1 and written[0] in firsts and written.startswith(titles):
            titled.add(letters)
        left = letters if _is_blank(text, last, start) else ""
        letters = written
        for length, listed in particles:
            rest = len(written) - length
            if rest >= SHORTEST_KOREAN and written[rest:] in listed:
                letters = written[:rest]
                break
        _add(found, letters, Word(start, start + len(letters), left))
        last = end
    return found, titled


def arabic(text: str, plain: str, titles: frozenset[str]) -> tuple[dict[str, list[Word]], set[str]]:
    """The uses of each word, without conjunctions and article, and the words with a title before them.

    `plain` is the text with one letter for all the writings of each.
    """
    found: dict[str, list[Word]] = {}
    titled: set[str] = set()
    starts, ends = _runs(text, "ءْٱپچڤگ", SHORTEST_ARABIC, LONGEST_ARABIC)
    left, since, last = "", TITLED, 0
    for at, start in enumerate(starts):
        end = ends[at]
        if not _is_blank(text, last, start):
            left, since = "", TITLED
        written = text[start:end]
        begin = start + _article(written)
        letters = _without_signs(plain[begin:end])
        if len(letters) >= SHORTEST_ARABIC:
            _add(found, letters, Word(begin, end, left))
            if since < TITLED:
                titled.add(letters)
        since = 0 if letters in titles or written in titles else since + 1
        left, last = letters, end
    return found, titled


def _runs(text: str, letters: str, shortest: int, longest: int) -> tuple[list[int], list[int]]:
    """Where runs of letters begin and end, cut at `longest`: of a first to a second one, and others."""
    low, high, others = letters[0], letters[1], letters[2:]
    starts: list[int] = []
    ends: list[int] = []
    start = -1
    text += "\n"  # ends the last run
    for at, ch in enumerate(text):
        if ch >= low and (ch <= high or ch in others):
            if start < 0:
                start = at
            elif at - start == longest:
                starts.append(start)
                ends.append(at)
                start = at
        elif start >= 0:
            if at - start >= shortest:
                starts.append(start)
                ends.append(at)
            start = -1
    return starts, ends


def _is_blank(text: str, start: int, end: int) -> bool:
    """Whether there is nothing but white space, or nothing at all."""
    while start < end:
        if not text[start].isspace():
            return False
        start += 1
    return True


def _article(word: str) -> int:
    """Letters of the article before a word, with a conjunction; none where little would be left."""
    size = 0
    if word[0] in "وفبلك" and word[1] in "ال" and word[2] == "ل":
        size = 3
    elif word[0] in "ال" and word[1] == "ل":
        size = 2
    return size if len(word) - size > SHORTEST_ARABIC else 0


def _without_signs(word: str) -> str:
    """A word without vowel signs and lengthening strokes."""
    found, rest = "", 0
    for at, ch in enumerate(word):
        if ch == "ـ" or "ً" <= ch <= "ْ":
            found += word[rest:at]
            rest = at + 1
    return found + word[rest:] if rest else word


def _add(found: dict[str, list[Word]], letters: str, use: Word) -> None:
    uses = found.get(letters)
    if uses is None:
        found[letters] = [use]
    else:
        uses.append(use)
