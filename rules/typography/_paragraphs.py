"""Where given characters stand, and the paragraphs around them. Compiled where there is a compiler.

A paragraph is a line; one that ends in a letter, a comma or a dash goes on in the next.
"""


def places(text: str, chars: frozenset[str]) -> list[int]:
    """Where the characters stand in a text, in order; code points.

    `str.find` for each of twenty characters takes half of what a loop over the text does.
    """
    found: list[int] = []
    for char in chars:
        at = text.find(char)
        while at >= 0:
            found.append(at)
            at = text.find(char, at + 1)
    found.sort()
    return found


def unclosed(
    text: str, places: list[int], openers: frozenset[str], kinds: dict[str, str], deepest: int
) -> list[int]:
    """The places, of those given, but of what closes what was opened last, of its kind and on its line."""
    left: list[int] = []
    open_: list[int] = []
    for at in places:
        char = text[at]
        if char in openers:
            if open_ and text.find("\n", open_[-1], at) >= 0:
                left += open_
                open_.clear()
            open_.append(at)
            continue
        opener = open_[-1] if 0 < len(open_) < deepest else -1
        if opener >= 0 and kinds[text[opener]] == kinds[char] and text.find("\n", opener, at) < 0:
            open_.pop()
        else:
            left.append(at)
    left += open_
    left.sort()
    return left


def paragraph(text: str, at: int) -> tuple[int, int]:
    """The paragraph [start, end) that holds a code point."""
    return start_of(text, at, 0), end_of(text, at)


def around(text: str, places: list[int]) -> list[tuple[int, int, list[int]]]:
    """The paragraphs [start, end) that hold one of the places or more, with these; all rising.

    Code points. Lines without a place beside them are not looked at: what has a few marks in a long
    text costs little.
    """
    found: list[tuple[int, int, list[int]]] = []
    first = end = 0
    while first < len(places):
        place = places[first]
        start = start_of(text, place, end)
        end = end_of(text, place)
        after = first + 1
        while after < len(places) and places[after] < end:
            after += 1
        found.append((start, end, places[first:after]))
        first = after
    return found


def start_of(text: str, place: int, earliest: int) -> int:
    """Where the paragraph of a place starts; not before `earliest`, which is a line's start."""
    start = text.rfind("\n", earliest, place) + 1
    while start > earliest and _goes_on(text, start, earliest):
        start = text.rfind("\n", earliest, start - 1) + 1
    return max(start, earliest)


def end_of(text: str, place: int) -> int:
    """Where the paragraph of a place ends."""
    end = text.find("\n", place) + 1
    while 0 < end < len(text) and _goes_on(text, end, place):
        end = text.find("\n", end) + 1
    return end or len(text)


def _goes_on(text: str, start: int, earliest: int) -> bool:
    """Whether the line before the one that starts at `start` goes on in it."""
    if start < len(text) and text[start].isspace():
        return False
    at = start - 2
    while at >= earliest and text[at].isspace() and text[at] != "\n":
        at -= 1
    return at >= earliest and (text[at].isalpha() or text[at] in ",-–—")
