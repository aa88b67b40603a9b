"""What comes again in a text: the next word, a stretch of up to 240 code points, a long sentence.

One walk over the text compares words by a number made of their letters (Karp and Rabin, "Efficient
randomized pattern-matching algorithms", 1987). Equal words have equal numbers, others nearly always
different ones: words and sentences are proposals, to be compared by whoever asks for them; stretches
are compared here.
"""

from array import array

OUTSIDE = -1
"""Where a word starts, between words."""
LONG = 40
"""Letters of a sentence that is remembered."""
SPELT = 4
"""Letters of a word that is looked for beyond the next one: “in and in” says nothing."""
WIDE = 0x1100
"""From this code point on, letters of the scripts that say as much with half as many: they count twice."""
FAR = 240
"""Code points of the longest stretch that is looked for; what is longer still is a repeated passage."""
COPIES = 3
"""How often at least it must stand in a row."""
RING = 255
"""The last of the places for words that are remembered, more than FAR code points hold: a mask of bits."""


class Walk:
    """One way through a text: what comes again in it (see `Recurrence`)."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words: list[int] = []
        self.rounds: list[tuple[int, int, int]] = []
        self.sentences: list[int] = []
        self.places: list[int] = []
        self.values = array("q", bytes(8 * (RING + 1)))
        self.starts = array("q", bytes(8 * (RING + 1)))
        self.one = self.two = self.three = 0
        self.count = self.end = self.tight = self.done = 0
        self.sentence = self.first = self.letters = 0

    def go(self) -> None:
        """Take the text apart into words and sentences.

        A character of a script that writes no spaces is a word.
        """
        start, value, wide, closing = OUTSIDE, 0, 1, False
        for at, char in enumerate(self.text):
            code = ord(char) if "a" <= char <= "z" else folded(char)
            if code > 0:
                if start < 0:
                    start, value, wide, closing = at, 0, 1, False
                value = (value * 33 + code) & 0x7FFFFFFF
                if code >= WIDE:
                    wide = 2
                continue
            if start >= 0:
                self.end = self.word(start, at, value, wide)
                start = OUTSIDE
            if code < 0:
                self.end = self.word(at, at + 1, -code, 2)
                closing = False
            elif closing or char != " ":
                closing = self.gap(char, closing)
        if start >= 0:
            self.word(start, len(self.text), value, wide)
        self.stop()
        self.rounds.sort()

    def gap(self, char: str, closing: int) -> bool:
        """Take a character between words; gives whether white space after it ends a sentence."""
        if char in "\n。！？।॥" or (closing and char.isspace()):
            self.stop()
            return False
        return char in ".!?…؟۔" or bool(closing and char in "\"'”’»)]")

    def word(self, start: int, end: int, value: int, wide: int) -> int:
        """Remember a word [start, end), and look for it before; gives its end."""
        count = self.count
        self.tight = self.tight + 1 if start == self.end + 1 else 0
        if not self.letters:
            self.first = start
        self.letters += wide * (end - start)
        self.sentence = (self.sentence * 8191 + value) & 0x7FFFFFFF
        self.values[count & RING] = value
        self.starts[count & RING] = start
        self.count = count + 1
        if value in (self.one, self.two, self.three):
            self.look_near(end - start, value, count)
            self.look_back(start, value, count, 3)
        if not count & 7:
            self.look_back(start, value, count, 15 if count & 31 else 63 if count & 127 else FAR)
        self.three = self.two
        self.two = self.one
        self.one = value
        return end

    def look_near(self, size: int, value: int, count: int) -> None:
        """Note where a word stands up to three words before."""
        for back in range(1, min(3, self.tight, count) + 1):
            at = (count - back) & RING
            if self.values[at] == value and (back == 1 or size >= SPELT):
                self.words.append(self.starts[at])

    def look_back(self, start: int, value: int, count: int, reach: int) -> None:
        """Compare a word and the one before with those of some places before.

        Three copies of `n` words hold `2 n - 1` such pairs: those of four words and more are met by
        every eighth word, of 16 by every 32nd, of 64 by every 128th.
        """
        before = self.one
        for back in range(1, min(reach, count - 1) + 1):
            at = count - back
            if start - self.starts[at & RING] > FAR:
                break
            if self.values[at & RING] == value and self.values[(at - 1) & RING] == before:
                self.follow(self.starts[at & RING], start)

    def follow(self, start: int, end: int) -> None:
        """Note the stretch around two places, if it is the same all through."""
        text, period, size = self.text, end - start, len(self.text)
        if period > FAR or end < self.done:
            return
        while end < size and text[end] == text[end - period]:
            end += 1
        while start > 0 and text[start - 1] == text[start - 1 + period]:
            start -= 1
        if end - start >= COPIES * period:
            self.rounds.append((start, end, period))
            self.done = max(self.done, end)

    def stop(self) -> None:
        """The end of a sentence."""
        if self.letters >= LONG:
            self.sentences.append(self.sentence)
            self.places.append(self.first)
        self.sentence = self.letters = 0


def folded(char: str) -> int:
    """The code point of a lower-case character in a word; negative where it is a word by itself.

    0 between words: at ASCII that is no letter or digit, at punctuation and blanks.
    """
    code = ord(char)
    if char < "\x80":
        if "a" <= char <= "z" or "0" <= char <= "9":
            return code
        return code + 32 if "A" <= char <= "Z" else 0
    return lower(char, code) if char < "\u0e00" else beyond(char, code)


def lower(char: str, code: int) -> int:
    """The same of European scripts and their neighbours: the capitals of all, or one number for a pair."""
    if char < "À":
        return code if char.isalpha() else 0
    if char <= "Þ" or "А" <= char <= "Я":
        return code + 32
    if "Ѐ" <= char <= "Џ":
        return code + 80
    if "Ā" <= char <= "ɏ":
        return 0x100
    return 0 if char in "؟۔।॥" else code


def beyond(char: str, code: int) -> int:
    """The same from Thai on."""
    if "\u2000" <= char <= "\u206f" or "\u3000" <= char <= "\u3004" or "\u3008" <= char <= "\u3020":
        return 0
    if "\uff01" <= char <= "\uff0f" or "\uff1a" <= char <= "\uff20" or "\uff61" <= char <= "\uff65":
        return 0
    if "Ḁ" <= char <= "ỿ":
        return 0x100
    if "\u1100" <= char <= "\u177f" or "\u1800" <= char <= "\u2e7f" or "가" <= char <= "\ud7ff":
        return code
    return -code
