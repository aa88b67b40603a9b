"""Unified diffs of bytes, shown as text that is fit for a terminal."""

from collections.abc import Iterator, Sequence

from textlint.terminal import escape

CONTEXT = 3


def hunks(old: bytes, new: bytes, first: int) -> Iterator[str]:
    """The hunks that turn `old` into `new`, whose first lines have the number `first` in their file.

    Control characters are written out: a line that holds some is shown, not patchable.
    """
    import difflib

    a, b = _lines(old), _lines(new)
    for group in difflib.SequenceMatcher(None, a, b, autojunk=False).get_grouped_opcodes(CONTEXT):
        (_, a1, _, b1, _), (_, _, a2, _, b2) = group[0], group[-1]
        yield f"@@ -{_range(a1, a2, first)} +{_range(b1, b2, first)} @@\n"
        for tag, i1, i2, j1, j2 in group:
            if tag == "equal":
                yield from _shown(" ", a[i1:i2])
            else:
                yield from _shown("-", a[i1:i2])
                yield from _shown("+", b[j1:j2])


def _lines(data: bytes) -> list[str]:
    """Lines that end at LF only, their ends kept."""
    lines = data.decode("utf-8", "surrogateescape").split("\n")
    return [line + "\n" for line in lines[:-1]] + lines[-1:] * bool(lines[-1])


def _range(start: int, stop: int, first: int) -> str:
    size = stop - start
    begin = start + first - (size == 0)
    return str(begin) if size == 1 else f"{begin},{size}"


def _shown(mark: str, lines: Sequence[str]) -> Iterator[str]:
    for line in lines:
        yield f"{mark}{escape(line.removesuffix(chr(10)).removesuffix(chr(13)))}\n"
        if not line.endswith("\n"):
            yield "\\ No newline at end of file\n"
