"""The words of lines, and lines as they are compared, as numbers: equal texts have equal numbers. Compiled.

A text's number is made of its characters (Karp and Rabin, "Efficient randomized pattern-matching
algorithms", 1987). It has 44 bits: of 3,000,000,000 words that are not in an article of 5,000 words one
has the number of one of those.
"""

from array import array
from collections.abc import Iterable

FACTOR, BITS = 0x5A2B5, (1 << 44) - 1
"""What a number is multiplied by, and all its bits: a product stays below 2^63."""
SPREAD = 20
"""Bits of a number that its higher ones are mixed with, for its place in a table."""
PLACES = 1 << 8
"""Places of a table at first."""
CONTENT = 4
"""Letters from which a word counts as one of content."""
ROOM = 800
"""Characters of a line, in small letters, whose words are kept; of a longer text those of content are."""
ECHO = 200
"""Code points of a line that are compared with headings."""


def mixed(value: int, char: str) -> int:
    """The number of some characters and one more."""
    return (value * FACTOR + ord(char)) & BITS


def word_number(value: int, size: int) -> int:
    """The number of a word by that of its characters: odd if it is one of content."""
    return 2 * value + (size >= CONTENT)


def number_of(word: str) -> int:
    """The number of a word in small letters."""
    value = 0
    for char in word:
        value = mixed(value, char)
    return word_number(value, len(word))


class Tally:
    """How often numbers came: a table with open addresses, half of them free at least."""

    def __init__(self) -> None:
        self.size = 0
        self.numbers = array("q", bytes(8 * PLACES))
        self.counts = array("q")
        """None, as long as no number was counted."""

    def place(self, number: int) -> int:
        """Where a number is, or would be."""
        last = len(self.numbers) - 1
        at = (number ^ number >> SPREAD) & last
        while self.numbers[at] != number and self.numbers[at]:
            at = (at + 1) & last
        return at

    def has(self, number: int) -> bool:
        """Whether a number came."""
        return self.numbers[self.place(number)] == number

    def has_word(self, word: str) -> bool:
        """Whether a word in small letters came."""
        return self.has(number_of(word))

    def count(self, number: int) -> int:
        """How often a number was counted."""
        return self.counts[self.place(number)] if len(self.counts) else 0

    def add(self, number: int) -> None:
        """A number came."""
        at = self.place(number)
        if self.numbers[at] != number:
            self.numbers[at] = number
            self.size += 1
            if 2 * self.size > len(self.numbers):
                self.grow()

    def tell(self, number: int) -> None:
        """A number came once more."""
        if not len(self.counts):
            self.counts = array("q", bytes(8 * len(self.numbers)))
        self.add(number)
        self.counts[self.place(number)] += 1

    def grow(self) -> None:
        """Four times as many places."""
        numbers, counts = self.numbers, self.counts
        size = len(numbers)
        self.numbers = array("q", bytes(32 * size))
        if len(counts):
            self.counts = array("q", bytes(32 * size))
        for before in range(size):
            if numbers[before]:
                at = self.place(numbers[before])
                self.numbers[at] = numbers[before]
                if len(counts):
                    self.counts[at] = counts[before]


def tally_of(words: Iterable[str]) -> Tally:
    """The numbers of words in small letters."""
    found = Tally()
    for word in words:
        found.add(number_of(word))
    return found


class Words:
    """The words of a line as numbers, read into places that the next line's take."""

    def __init__(self) -> None:
        self.numbers = array("q", bytes(8 * ROOM))
        self.count = 0
        self.vocabulary = Tally()
        """The words of content of the lines of prose."""

    def read(self, text: str) -> None:
        """The words of a text in small letters, an apostrophe or hyphen within them; 0 for each number.

        Of a text that is longer than a line's may be, those of content join the vocabulary at once.
        """
        start, at, value, joint = -1, 0, 0, " "
        is_long, is_number = len(text) > ROOM, False
        self.count = 0
        for char in text:
            if "a" <= char <= "z" or (char > "\x7f" and is_letter(char)):
                if start < 0:
                    start, value = at, 0
                elif joint != " ":
                    value = mixed(value, joint)
                value = mixed(value, char)
                joint, is_number = " ", False
            elif start >= 0 and joint == " " and char in "'’-":
                joint = "-" if char == "-" else "'"  # if a letter follows
            else:
                if start >= 0:
                    self.take(value, at - (joint != " ") - start, is_long)
                start, joint = -1, " "
                if not is_digit(char):
                    is_number = False
                elif not is_number:
                    self.take(mixed(0, "0"), 1, is_long)
                    is_number = True
            at += 1
        if start >= 0:
            self.take(value, at - (joint != " ") - start, is_long)

    def take(self, value: int, size: int, is_long: int) -> None:
        """The next word, by the number of its characters and how many they are."""
        number = word_number(value, size)
        if not is_long:
            self.numbers[self.count] = number
            self.count += 1
        elif number & 1:
            self.vocabulary.add(number)

    def learn(self) -> None:
        """The line is of prose."""
        for at in range(self.count):
            if self.numbers[at] & 1:
                self.vocabulary.add(self.numbers[at])

    def masked(self, text: str) -> int:
        """The number of a text with one 0 for each number."""
        value = 1
        is_number = False
        for char in text:
            if not is_digit(char):
                value = mixed(value, char)
                is_number = False
            elif not is_number:
                value = mixed(value, "0")
                is_number = True
        return value

    def contents_key(self, text: str) -> int:
        """The number of a line as an entry of a table of contents and its heading are compared.

        In small letters, without the marks and the number that it begins with, and whatever stands between
        its words.
        """
        small = text[:ECHO].lower()
        value, at = 1, 0
        first = _after_number(small)
        is_gap = False
        for char in small:
            at += 1
            if at <= first:
                continue
            if is_alnum(char):
                value = mixed(value, char)
                is_gap = False
            elif not is_gap:
                value = mixed(value, " ")
                is_gap = True
        return value


def is_letter(char: str) -> bool:
    """Whether a character beyond ASCII is of words."""
    return char.isalnum() and not char.isdecimal()


def is_digit(char: str) -> bool:
    """Whether a character is a digit of a number."""
    if char < "\x80":
        return "0" <= char <= "9"
    return char.isdecimal()


def is_alnum(char: str) -> bool:
    """`char.isalnum()`, of small letters quickly."""
    return "a" <= char <= "z" or char.isalnum()


def _after_number(text: str) -> int:
    """Where a line's words begin, behind marks and a number with marks after it."""
    size = len(text)
    at = start = _after_marks(text, 0)
    while at < size and text[at].isdecimal():
        at += 1
    if start < at < size and (after := _after_marks(text, at)) > at:
        return after
    return start


def _after_marks(text: str, at: int) -> int:
    """Where what is no letter, digit or low line ends."""
    size = len(text)
    while at < size and not text[at].isalnum() and text[at] != "_":
        at += 1
    return at
