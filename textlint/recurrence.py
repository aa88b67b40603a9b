"""What comes again in a text: the next word, a stretch of up to 240 code points, a long sentence.

One walk over the text compares words by a number made of their letters (Karp and Rabin, "Efficient
randomized pattern-matching algorithms", 1987). Equal words have equal numbers, others nearly always
different ones: words and sentences are proposals, to be compared by whoever asks for them; stretches
are compared here.
"""

from array import array

LONG = 40
"""Letters of a sentence that is remembered."""
SPELT = 4
"""Letters of a word that is looked for beyond the next one: “in and in” says nothing."""
WIDE = 0x1100
"""From this code point on, letters of the scripts that say as much with half as many: they count twice."""
FAR = 240
"""Code points of the longest stretch that is looked for; what is longer still is a repeated passage."""
COPIES, SHORTEST = 3, 33
"""How often at least it must stand in a row, and the code points of all: fewer copies may go unseen."""
RING = 255
"""The last of the places for words that are remembered, more than FAR code points hold: a mask of bits."""
TRIES = 12
"""Earlier pairs that one is compared with: in language none stands more often within one copy."""
SLOT = 1023
"""The same of the places for pairs of words."""
VALUES, STARTS, EARLIER = (array("q", bytes(8 * (RING + 1))) for _ in range(3))
"""The numbers of the last words, where they start, and which word ends an earlier pair of the same slot."""
LATEST = array("q", bytes(8 * (SLOT + 1)))
"""By slot: which word ends the latest pair of words whose numbers make it."""


class Walk:
    """One way through a text: what comes again in it (see `Recurrence`)."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words: list[int] = []
        self.rounds: list[tuple[int, int, int]] = []
        self.sentences: list[int] = []
        self.places: list[int] = []
        self.one = self.two = self.three = 0
        self.count = self.end = self.tight = self.done = 0
        self.sentence = self.first = self.letters = 0

    def go(self) -> None:
        """Take the text apart into words and sentences.

        A character of a script that writes no spaces is a word.
        """
        value, size, wide, closing = 0, 0, 1, False
        for slot in range(SLOT + 1):
            LATEST[slot] = -RING
        for at, char in enumerate(self.text):
            if "a" <= char <= "z":
                value = (value * 33 + ord(char)) & 0x7FFFFFFF
                size += 1
                continue
            code = 0 if char == " " else folded(char)
            if code > 0:
                value = (value * 33 + code) & 0x7FFFFFFF
                size += 1
                if code >= WIDE:
                    wide = 2
                continue
            if size:
                self.word(at - size, at, value, wide)
                value, size, wide, closing = 0, 0, 1, False
            if code < 0:
                self.word(at, at + 1, -code, 2)
                closing = False
            elif closing or char != " ":
                closing = self.gap(char, closing)
        if size:
            self.word(len(self.text) - size, len(self.text), value, wide)
        self.stop()
        self.rounds.sort()

    def gap(self, char: str, closing: int) -> bool:
        """Take a character between words; gives whether white space after it ends a sentence."""
        if char in "\n。！？।॥" or (closing and char.isspace()):
            self.stop()
            return False
        return char in ".!?…؟۔" or bool(closing and char in "\"'”’»)]")

    def word(self, start: int, end: int, value: int, wide: int) -> None:
        """Remember a word [start, end), and look for it before."""
        count, one = self.count, self.one
        self.tight = self.tight + 1 if start == self.end + 1 else 0
        self.end = end
        if not self.letters:
            self.first = start
        self.letters += wide * (end - start)
        self.sentence = (self.sentence * 8191 + value) & 0x7FFFFFFF
        place, slot = count & RING, (one * 7 + value) & SLOT
        VALUES[place] = value
        STARTS[place] = start
        EARLIER[place] = LATEST[slot]
        LATEST[slot] = self.count = count + 1
        if value in (one, self.two, self.three):
            self.look_near(end - start, value, count)
        if count & 1 and start >= self.done and count - EARLIER[place] < RING:
            self.look_back(start, value, count)
        self.three = self.two
        self.two = one
        self.one = value

    def look_near(self, size: int, value: int, count: int) -> None:
        """Note where a word stands up to three words before."""
        for back in range(1, min(3, self.tight, count) + 1):
            at = (count - back) & RING
            if VALUES[at] == value and (back == 1 or size >= SPELT):
                self.words.append(STARTS[at])

    def look_back(self, start: int, value: int, count: int) -> None:
        """Follow a word and the one before from where the same two stand nearby.

        Of a third copy the first one must begin alike: few words of ordinary text do. Every other word is
        enough: of four copies the last two hold two words or more.
        """
        text, one = self.text, self.one
        at = EARLIER[count & RING] - 1
        for _ in range(TRIES):
            if at <= 0 or count - at >= RING:
                break
            period = start - STARTS[at & RING]
            if period > FAR or 2 * period > start:
                break
            if (
                VALUES[at & RING] == value
                and VALUES[(at - 1) & RING] == one
                and text[start - 2 * period] == text[start]
            ):
                self.follow(start - period, start)
            at = EARLIER[at & RING] - 1

    def follow(self, start: int, end: int) -> None:
        """Note the stretch around two places, if it is the same all through."""
        text, period, size = self.text, end - start, len(self.text)
        while end < size and text[end] == text[end - period]:
            end += 1
        while start > 0 and text[start - 1] == text[start - 1 + period]:
            start -= 1
        if end - start >= COPIES * period and end - start >= SHORTEST:
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
