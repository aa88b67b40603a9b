"""Where patterns may end in texts, by what the scan of a batch reports. Compiled if possible."""

from collections.abc import Callable

from textlint.pattern import MARGIN_WIDTH
from textlint.probe import LINE, WORD, Hits, Probe

MARGIN_BYTES = 3 * MARGIN_WIDTH + 1
"""The most bytes of a margin and its line break."""


class Reports:
    """Takes down what a scan reports: the ends for each id, in bytes."""

    def __init__(self) -> None:
        self.ends: dict[int, list[int]] = {}

    def __call__(self, number: int, _start: int, end: int, _flags: int, _context: object) -> None:
        """Take down one end."""
        ends = self.ends.get(number)
        if ends is None:
            self.ends[number] = [end]
        else:
            ends.append(end)


def share(
    reported: dict[int, list[int]],
    probes: Callable[[int], list[Probe]],
    data: bytes,
    starts: list[int],
    found: list[dict[int, Hits]],
) -> None:
    """Add what was reported to the hits of each text, in bytes from its start.

    `reported` are the ends for each id, `probes` says what an id stands for, `data` are the texts one
    after another, a line break after each, `starts` their places in it, and its end.
    """
    for number, ends in reported.items():
        ends.sort()
        for probe in probes(number):
            own = within_edges(data, ends, probe.size, probe.front, probe.back)
            _add(own, starts, probe, found)


def _add(ends: list[int], starts: list[int], probe: Probe, found: list[dict[int, Hits]]) -> None:
    """Add the ends of one probe, which rise. The line break after a text is its own."""
    text, start, after = -1, 0, -1
    own: list[int] = []
    for end in ends:
        if end > after:
            text = _text_of(starts, end)
            start, after = starts[text], starts[text + 1]
            hits = found[text].get(probe.pattern)
            if hits is None:  # else the pattern is looked for by several literals
                hits = found[text][probe.pattern] = Hits(probe, [])
            own = hits.ends
        own.append(end - start)


def _text_of(starts: list[int], end: int) -> int:
    """The number of the text that an end is in: the last that starts before it."""
    low, high = 0, len(starts) - 1
    while high - low > 1:
        middle = (low + high) // 2
        if starts[middle] < end:
            low = middle
        else:
            high = middle
    return low


def within_edges(data: bytes, ends: list[int], size: int, front: int, back: int) -> list[int]:
    """The ends of a phrase but those where a look at the bytes beside it shows that it is no match.

    Before the first byte of all comes the last, a line break.
    """
    if front not in (WORD, LINE) and back not in (WORD, LINE):
        return ends
    is_front_word, is_front_line = front == WORD, front == LINE
    is_back_word, is_back_line = back == WORD, back == LINE
    kept: list[int] = []
    for end in ends:
        at = end - size
        if (
            (is_back_word and _is_letter(data[end]))
            or (is_front_word and at > 0 and _is_letter(data[at - 1]))
            or (is_back_line and not _ends_line(data, end))
            or (is_front_line and not _starts_line(data, at))
        ):
            continue
        kept.append(end)
    return kept


def _is_letter(byte: int) -> bool:
    """Whether a byte is an ASCII letter or digit, or the underscore."""
    return 97 <= byte <= 122 or 65 <= byte <= 90 or 48 <= byte <= 57 or byte == 95  # noqa: PLR2004


def _starts_line(data: bytes, at: int) -> bool:
    """Whether it may be that nothing but a margin is ahead of a place in its line."""
    first = max(0, at - MARGIN_BYTES)
    _, line_break, margin = data[first:at].rpartition(b"\n")
    return (bool(line_break) or not first) and _is_margin(margin)


def _ends_line(data: bytes, at: int) -> bool:
    """Whether it may be that nothing but a margin is behind a place in its line."""
    margin, line_break, _ = data[at : at + MARGIN_BYTES].partition(b"\n")
    return bool(line_break) and _is_margin(margin)


def _is_margin(data: bytes) -> bool:
    return not data or data.isspace() or not data.isascii()
