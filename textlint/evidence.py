"""What the characters and words of a text say of its language: loops over all of them."""

from array import array

from textlint.language import FEWEST_WORDS, Demand
from textlint.script import SCRIPTS, is_letter, script_of

UNKNOWN, NONE, OTHER, PLAIN, FIRST = 0, 1, 2, 3, 4
"""Kinds of characters: not met yet, no letter, letter of none of SCRIPTS, of ASCII, of the first SCRIPT."""
KINDS = bytearray(0x110000)
"""The kind of every code point that was met."""
COUNTS = array("q", bytes(8 * (FIRST + len(SCRIPTS))))
"""How many characters of each kind the text that is looked at holds."""
MASK = 0x7FFF
"""The bits of a number made of the letters of a word, by which most that are listed nowhere are known."""
VARIETY = 25
"""A long text must show one more function word for so many words, up to MOST_WORDS."""
MOST_WORDS = 6
"""Different function words that are always enough: bullets "o" and initials make menus Slovene."""
FOREIGN = 0.02
"""Greatest share of all letters that may be ones which the language does not have."""


def tally(text: str) -> dict[str, int]:
    """How many letters (with their marks) of each of SCRIPTS the text holds, in their order."""
    kinds, counts = KINDS, COUNTS
    for at in range(len(counts)):
        counts[at] = 0
    for char in text:
        kind = kinds[ord(char)]
        if kind == UNKNOWN:
            kind = kinds[ord(char)] = _kind(char)
        counts[kind] += 1
    found: dict[str, int] = {}
    latin = counts[PLAIN] + counts[FIRST]
    if latin:
        found["Latin"] = latin
    for at in range(FIRST + 1, len(counts)):
        if counts[at]:
            found[SCRIPTS[at - FIRST]] = counts[at]
    return found


def _kind(char: str) -> int:
    """The kind of a character met for the first time."""
    if not is_letter(char):
        return NONE
    if char.isascii():
        return PLAIN
    script = script_of(char)
    return OTHER if script is None else FIRST + SCRIPTS.index(script)


def _marks(words: dict[str, bytes]) -> bytearray:
    """A byte that is set for each number that is made of a word."""
    marks = bytearray(MASK + 1)
    for word in words:
        value = 0
        for char in word:
            value = (value * 33 + ord(char)) & MASK
        marks[value] = 1
    return marks


class Evidence:
    """What function words and letters of a script say: the numbers of the languages that they speak for."""

    def __init__(
        self, languages: tuple[str, ...], words: dict[str, bytes], letters: dict[str, bytes]
    ) -> None:
        self.languages, self.words = languages, words
        self.letters = [b"", *letters.values()]  # by the number of the letter: none has 0
        self.numbers = bytearray(max(map(ord, letters), default=0) + 1)
        for number, letter in enumerate(letters, 1):
            self.numbers[ord(letter)] = number
        self.marks = _marks(words)
        self.counts = array("q", bytes(8 * len(self.letters)))
        self.amounts = array("q", bytes(8 * len(languages)))
        self.shared = array("q", bytes(8 * len(languages)))
        self.known: list[str] = []
        self.spoken: list[bytes] = []
        self.size = 0

    def verdict(self, text: str, letters: int, demand: Demand, against: str | None) -> str | None:
        """The language with most function words, if they are many and no other comes near.

        `letters`: how many of the script there are. The text has been counted by `tally`.
        """
        self.read(text)
        amounts, shared, spoken = self.amounts, self.shared, self.spoken
        every = self.weigh(amounts, -1)
        if not self.known and not every:
            return None
        most = best = 0
        for language in range(len(amounts)):
            if amounts[language] > most:
                most, best = amounts[language], language
        strange = every - self.weigh(shared, best)
        own = [self.known[at] for at in range(len(spoken)) if best in spoken[at]]
        if (
            len(set(own)) < max(demand.words, min(self.size // VARIETY, MOST_WORDS))
            or len(own) < demand.coverage * self.size
            or strange > FOREIGN * letters
        ):
            return None
        least = most // demand.lead
        for rival in range(len(amounts)):
            if amounts[rival] > least and rival != best:
                lead = most - shared[rival]
                near = lead < FEWEST_WORDS or lead < demand.lead * (amounts[rival] - shared[rival])
                if near and against in (None, self.languages[best], self.languages[rival]):
                    return None
        return str(self.languages[best])

    def read(self, text: str) -> None:
        """Take down the function words and their languages, and how often each numbered letter is there.

        Capitalised words are names, headings, menus more often than prose: their letters do not count.
        """
        kinds, numbers, marks, words, counts = (
            KINDS,
            self.numbers,
            self.marks,
            self.words,
            self.counts,
        )
        known: list[str] = []
        spoken: list[bytes] = []
        at, start, value, count, last, size = 0, -1, 0, 0, len(numbers), len(text)
        is_small = False
        for number in range(len(counts)):
            counts[number] = 0
        for char in text:
            inside = kinds[ord(char)] != NONE
            if inside:
                if start < 0:
                    start, value, is_small = at, 0, not char.isupper()
                    count += 1
                value = (value * 33 + ord(char)) & MASK
                if char >= "\x80" and is_small and ord(char) < last:
                    counts[numbers[ord(char)]] += 1
            at += 1  # noqa: SIM113 - enumerate() makes a Python integer of each place
            if (not inside or at == size) and start >= 0:
                if marks[value]:
                    word = text[start : at - 1 + inside]
                    languages = words.get(word)
                    if languages is not None:
                        known.append(word)
                        spoken.append(languages)
                start = -1
        counts[0] = 0
        self.known, self.spoken, self.size = known, spoken, count

    def weigh(self, amounts: "array[int]", best: int) -> int:
        """Add up how often words and letters speak for each language, and give how many letters there are.

        Only those that speak for `best`, unless it is negative.
        """
        counts, of = self.counts, self.letters
        for language in range(len(amounts)):
            amounts[language] = 0
        for languages in self.spoken:
            if best < 0 or best in languages:
                for language in languages:
                    amounts[language] += 1
        found = 0
        for at in range(len(counts)):
            count = counts[at]
            if count:
                languages = of[at]
                if best < 0 or best in languages:
                    found += count
                    for language in languages:
                        amounts[language] += count
        return found
