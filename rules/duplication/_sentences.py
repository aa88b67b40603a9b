"""The sentences of a text, and of the lines what is none."""

EDGES = " \t\r\n\u00a0\u3000\"'“”‘’«»„‚「」『』()[].,;:!?…。！？।॥؟۔*•·–—-_>#"
"""What may differ around a sentence that stands twice: quotation marks, bullets, the full stop."""
WITHIN, STOPPED, CLOSED = 0, 1, 2
"""In a sentence; behind the full stop of a script without spaces; behind quotation marks after it."""


def sentences(text: str) -> list[tuple[int, int, str, int]]:
    """Start and end in code points, the text without edges, and the line from 0, of every sentence.

    It ends at a line end, at full stops and what closes quotations before white space, and in scripts
    that write no spaces at the full stop.
    """
    found: list[tuple[int, int, str, int]] = []
    start, line, closing, state = 0, 0, False, WITHIN
    for at, char in enumerate(text):
        if state == STOPPED and char in "。！？।॥":
            continue
        if state != WITHIN:
            if char in "\"'”’»」』）":
                state = CLOSED
                continue
            add(found, text, start, at, line)
            start, state = at, WITHIN
        if char == "\n" or (closing and char.isspace()):
            add(found, text, start, at, line)
            start, closing = at, False
            line += char == "\n"
        elif char in "。！？।॥":
            state, closing = STOPPED, False
        elif char in ".!?…؟۔":
            closing = True
        elif char not in "\"'”’»)]":
            closing = False
    add(found, text, start, len(text), line)
    return found


def add(found: list[tuple[int, int, str, int]], text: str, start: int, end: int, line: int) -> None:
    """Add a sentence without the white space around it, if there is more in it."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start < end:
        key = text[start:end].strip(EDGES)
        if "  " in key or not key.isprintable():
            key = " ".join(key.split())
        found.append((start, end, key, line))
