"""The lines of a text that hold more than white space: their places. Compiled if possible."""


class Line:
    """A line that holds more than white space, without the white space around it."""

    def __init__(self, start: int, end: int, text: str) -> None:
        self.start = start
        self.end = end
        self.text = text


def inked_lines(text: str) -> list[Line]:
    """The lines that hold more than white space, in order; spans in code points."""
    found: list[Line] = []
    at = 0
    for raw in text.split("\n"):
        size = len(raw)
        start, end = 0, size
        while start < end and raw[start].isspace():
            start += 1
        while start < end and raw[end - 1].isspace():
            end -= 1
        if start < end:
            line = Line.__new__(Line)
            line.start = at + start
            line.end = at + end
            line.text = raw if end - start == size else raw[start:end]
            found.append(line)
        at += size + 1
    return found


def texts_of(lines: list[Line]) -> list[str]:
    """The texts of lines."""
    found: list[str] = []
    for line in lines:
        found.append(line.text)  # noqa: PERF401 - it is compiled
    return found
