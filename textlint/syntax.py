"""Regular expressions as trees: the subset of `regex` that rules are written in, parsed.

What a character class means, with its flags, is asked of `regex` itself.
"""

from typing import NamedTuple, TypeAlias

import regex

from textlint.code_points import CodePoints, members

LOOKS = {"=": (True, False), "!": (True, True), "<=": (False, False), "<!": (False, True)}
"""What opens a look-around: whether it looks ahead, whether it is negative."""
FLAGS = {"i": regex.IGNORECASE, "m": regex.MULTILINE, "s": regex.DOTALL, "x": regex.VERBOSE}


class UnsupportedError(ValueError):
    """A construct of `regex` that the scanner cannot be given."""


class Chars(NamedTuple):
    """One character of a set."""

    members: CodePoints


class LastByte(NamedTuple):
    """One character of a set, of which the last byte is enough."""

    members: CodePoints


class Series(NamedTuple):
    """Parts one after another."""

    parts: "tuple[Node, ...]"


class Choice(NamedTuple):
    """One of several."""

    branches: "tuple[Node, ...]"


class Repeat(NamedTuple):
    """A part `low` to `high` times (None: without bound)."""

    part: "Node"
    low: int
    high: int | None


class Look(NamedTuple):
    """A look-ahead or look-behind."""

    part: "Node"
    ahead: bool
    negative: bool


class Place(NamedTuple):
    """A condition on a place: "^", "$" and "b" (word boundary), or "" for one that is always dropped."""

    name: str


Node: TypeAlias = Chars | LastByte | Series | Choice | Repeat | Look | Place
NOTHING = Series(())


class Parsed(NamedTuple):
    """A pattern's tree; `cut`: a part of it never gives back what it took."""

    tree: Node
    cut: bool


def parse(source: str, flags: int = regex.MULTILINE) -> Parsed:
    """The tree of a pattern. UnsupportedError where it holds what cannot be translated."""
    parser = _Parser(source, flags)
    return Parsed(parser.parse(), parser.cut)


class _Parser:
    """A recursive descent over the subset of `regex` that rules are written in."""

    def __init__(self, source: str, flags: int) -> None:
        self.source, self.flags, self.at = source, flags, 0
        self.groups: dict[str, Node] = {}
        self.count = 0
        self.scoped = False
        """Whether a part of the pattern has flags of its own: a back reference does not carry them."""
        self.cut = False
        """Whether a part never gives back what it took: then it must see the whole text."""

    def parse(self) -> Node:
        tree = self.choice()
        if self.at < len(self.source):
            raise self.unsupported("an unpaired )")
        return tree

    def unsupported(self, what: str) -> UnsupportedError:
        return UnsupportedError(f"{what} at position {self.at} of {self.source!r}")

    def take(self, text: str) -> bool:
        if self.source.startswith(text, self.at):
            self.at += len(text)
            return True
        return False

    def until(self, stop: str) -> str:
        end = self.source.find(stop, self.at)
        if end < 0:
            raise self.unsupported(f"a missing {stop}")
        text = self.source[self.at : end]
        self.at = end + len(stop)
        return text

    def choice(self) -> Node:
        branches = [self.series()]
        while self.take("|"):
            branches.append(self.series())
        return branches[0] if len(branches) == 1 else Choice(tuple(branches))

    def series(self) -> Node:
        parts: list[Node] = []
        while self.at < len(self.source) and self.source[self.at] not in "|)":
            part = self.part()
            if part is not None:
                parts.append(self.quantified(part))
        return parts[0] if len(parts) == 1 else Series(tuple(parts))

    def part(self) -> Node | None:
        char = self.source[self.at]
        if self.flags & regex.VERBOSE:
            if char.isspace():
                self.at += 1
                return None
            if char == "#":
                end = self.source.find("\n", self.at)
                self.at = len(self.source) if end < 0 else end
                return None
        self.at += 1
        if char == "(":
            return self.group()
        if char == "[":
            return self.bracket()
        if char == "\\":
            return self.escape()
        if char in "^$":
            return Place(char)
        if char == ".":
            return self.chars(".")
        if char == "{":
            raise self.unsupported("a { that is no quantifier (write \\{ for the character)")
        return self.char(char)

    def char(self, char: str) -> Chars:
        if not self.flags & regex.IGNORECASE:
            return Chars(((ord(char), ord(char)),))
        return self.chars(regex.escape(char))

    def chars(self, text: str) -> Chars:
        return Chars(members(text, self.flags & (regex.IGNORECASE | regex.DOTALL)))

    def bracket(self) -> Node:
        start = self.at - 1
        self.take("^")
        self.take("]")
        while not self.take("]"):
            if self.at >= len(self.source):
                raise self.unsupported("a missing ]")
            if self.take("[:"):
                self.until(":]")
            elif self.take("\\"):
                self.at += 1
            else:
                self.at += 1
        return self.chars(self.source[start : self.at])

    def escape(self) -> Node:
        char = self.source[self.at : self.at + 1]
        self.at += 1
        if char in "AZbBmMK":
            return Place({"A": "^", "Z": "$", "b": "b"}.get(char, ""))
        if char in "pPN":
            if not self.take("{"):
                raise self.unsupported(f"\\{char} without braces")
            return self.chars(f"\\{char}{{{self.until('}')}}}")
        if char in "123456789":
            start = self.at - 1
            while self.source[self.at : self.at + 1].isdigit():
                self.at += 1
            return self.back(self.source[start : self.at])
        if char == "g" and self.take("<"):
            return self.back(self.until(">"))
        digits = {"x": 2, "u": 4, "U": 8}.get(char, 0)
        code = self.source[self.at : self.at + digits]
        self.at += digits
        if char.isalnum() and char not in "dDwWsSntrfvaxuU":
            raise self.unsupported(f"\\{char}")
        return self.chars(f"\\{char}{code}")

    def back(self, name: str) -> Node:
        """A back reference: at least what its group can match."""
        if name not in self.groups:
            raise self.unsupported(f"a reference to group {name}, which is not closed yet,")
        if self.scoped:
            raise self.unsupported("a back reference beside flags of a group's own")
        return _bare(self.groups[name])

    def group(self) -> Node:
        outer, names = self.flags, []
        look: tuple[bool, bool] | None = None
        if not self.take("?"):
            self.count += 1
            names = [str(self.count)]
        elif self.take("P<") or (
            self.source[self.at + 1 : self.at + 2] not in "=!" and self.take("<")
        ):
            self.count += 1
            names = [str(self.count), self.until(">")]
        elif self.take("P="):
            return self.back(self.until(")"))
        elif self.take("#"):
            raise self.unsupported("a comment in a group")
        elif sign := next((sign for sign in LOOKS if self.take(sign)), None):
            look = LOOKS[sign]
        elif self.take(">"):
            self.cut = True
        elif not self.take(":") and self.flag_group():
            return NOTHING
        part = self.choice()
        if not self.take(")"):
            raise self.unsupported("a missing )")
        self.flags = outer
        for name in names:
            if name in self.groups:
                raise self.unsupported(f"a second group {name}")
            self.groups[name] = part
        return Look(part, *look) if look else part

    def flag_group(self) -> bool:
        """Read `(?i)`, which may only stand first in a pattern (True), or open `(?i:` (False)."""
        first, on = self.at == len("(?"), True
        while self.at < len(self.source):
            char = self.source[self.at]
            self.at += 1
            if char == ":" or (char == ")" and first):
                self.scoped = self.scoped or char == ":"
                return char == ")"
            if char == "-":
                on = False
            elif char in FLAGS:
                self.flags = self.flags | FLAGS[char] if on else self.flags & ~FLAGS[char]
            else:
                break
        raise self.unsupported("a group of a kind that patterns may not use")

    def quantified(self, part: Node) -> Node:
        while True:
            if self.flags & regex.VERBOSE:
                self.at = SPACED.match(self.source, self.at).end()  # type: ignore[union-attr]
            match = QUANTIFIER.match(self.source, self.at)
            if not match:
                return part
            self.at = match.end()
            low, high = {"*": (0, None), "+": (1, None), "?": (0, 1)}.get(match[1], (-1, None))
            if low < 0:
                low = int(match["low"] or 0)
                high = (
                    low if match["comma"] is None else int(match["high"]) if match["high"] else None
                )
            self.cut = self.cut or match[0].endswith("+", 1)
            part = Repeat(part, low, high)


SPACED = regex.compile(r"(?:\s|#[^\n]*)*")
QUANTIFIER = regex.compile(r"([*+?]|\{(?P<low>\d*)(?P<comma>,)?(?P<high>\d*)\}(?<!\{,?\}))[+?]?")


def _bare(node: Node) -> Node:
    """The node without the conditions in it: a back reference repeats characters, not conditions."""
    match node:
        case Series(parts):
            return Series(tuple(map(_bare, parts)))
        case Choice(branches):
            return Choice(tuple(map(_bare, branches)))
        case Repeat(part, low, high):
            return Repeat(_bare(part), low, high)
        case Look() | Place():
            return NOTHING
        case _:
            return node
