"""Whether a text speaks of encodings: what looks damaged there may be shown on purpose."""

from textlint.api import compile_regex

NEAR = 80
"""Code points around a place in which a text that is about misread characters says so."""
ABOUT = (
    r"(?i)mojibake|charset|encoding|code ?page|utf-?8|unicode|cp\d{3,4}|koi8|windows-125|iso-?8859"
    "|乱码|亂碼|編碼|编码|文字化け|кракозябр|кодировк|кодуванн|kodlama|kodowani|kódován"
)


def is_topic(text: str, start: int, end: int) -> bool:
    """Whether encodings are named beside [start, end), in code points."""
    around = text[max(0, start - NEAR) : start] + "\n" + text[end : end + NEAR]
    return compile_regex(ABOUT).search(around) is not None
