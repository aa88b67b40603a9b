"""Where marks are set off from what is before them by a blank."""


def set_off(text: str, blanks: frozenset[str]) -> tuple[list[int], list[int]]:
    """Where . , and where ; : ! ? stand behind a blank, in order; code points."""
    low: list[int] = []
    high: list[int] = []
    before = "\n"
    for at, char in enumerate(text):
        if "!" <= char <= "?" and (before <= " " or before >= "\x80") and before in blanks:
            if char in ".,":
                low.append(at)
            elif char in ";:!?":
                high.append(at)
        before = char
    return low, high
