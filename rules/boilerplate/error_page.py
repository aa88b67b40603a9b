"""What a page says that could not be shown: captcha, script needed. Data: lexicon/errors.toml."""

import functools
from collections.abc import Iterator
from pathlib import Path

from textlint.api import (
    Document,
    Finding,
    Fix,
    Phrase,
    Safety,
    Severity,
    delete_line,
    fold,
    lines,
    load_toml,
    rule,
)

from ._lexicon import excerpt

SHORT = 1_500
"""Code points of a text that is nothing but an error page; 300 words of Latin script have 1,800."""
LONGEST = 400
"""Code points of a line that is an error message and what goes with it."""
SENTENCE = 16
"""Code points of a message that counts inside a longer line of a short text."""
LIST = Path(__file__).parent / "lexicon" / "errors.toml"
ENDS = " \t\u00a0.…!:*#-–—|»«>"


@functools.cache
def messages() -> dict[str, bool]:
    """The messages, folded: whether each counts in a text of any length; the longest first."""
    data = load_toml(LIST)
    found = dict.fromkeys(_folded(data["short"]), False)
    found |= dict.fromkeys(_folded(data["any"]), True)
    return dict(sorted(found.items(), key=lambda item: -len(item[0])))


def _folded(by_language: dict[str, list[str]]) -> Iterator[str]:
    for phrases in by_language.values():
        yield from (fold(phrase).strip(ENDS) for phrase in phrases)


@functools.cache
def _by_word() -> dict[str, list[str]]:
    """The messages that count inside a line, by a word that stands between blanks in them; "": without."""
    found: dict[str, list[str]] = {}
    for message in messages():
        if len(message) >= SENTENCE:
            inner = message.split(" ")[1:-1]
            found.setdefault(max(inner, key=len, default=""), []).append(message)
    return found


def _sentences(document: Document) -> list[str]:
    """The messages that a text holds and that count inside a line, the longest first."""
    text, known = fold(document.text), _by_word()
    likely = {"", *text.split()} & known.keys()
    found = {message for word in likely for message in known[word] if message in text}
    return sorted(found, key=list(messages()).index) if found else []


@rule(
    "BLR009",
    yields=("BLR001", "BLR002", "BLR003", "BLR004", "BLR008"),
    severity=Severity.ERROR,
    gate=[Phrase(message, "anywhere") for message in messages()],
    fix=Safety.UNSAFE,
    bad=[
        "⟦Just a moment...⟧\n⟦Checking your browser before accessing the site.⟧",
        "⟦Please enable JavaScript and cookies to continue⟧",
        "⟦403 Forbidden⟧\nnginx",
        "⟦404 Not Found⟧",
        "⟦Sorry! The page you are looking for has moved.⟧",
        "⟦Seite nicht gefunden⟧",
        "⟦Страница не найдена⟧",
        "⟦ページが見つかりません⟧",
        "⟦JavaScript is disabled. For a better experience, please enable JavaScript in your browser "
        "before proceeding.⟧\n" + "The harbour opens in May. " * 80,
    ],
    fixed=[
        "Just a moment...\nChecking your browser before accessing the site.",
        "Please enable JavaScript and cookies to continue",
        "403 Forbidden\nnginx",
        "404 Not Found",
        "Sorry! The page you are looking for has moved.",
        "Seite nicht gefunden",
        "Страница не найдена",
        "ページが見つかりません",
        "The harbour opens in May. " * 80,
    ],
    good=[
        "Access denied\n\n" + "The reporters stood at the gate of the harbour all day. " * 40,
        "He asked for just a moment of her time.",
        "The book tells of a page not found in any library.",
        "To read mail, turn on JavaScript in the settings. " * 40,
        "Just a moment, he said, and went on board.",
    ],
)
def error_page(document: Document) -> Iterator[Finding]:
    """An error page instead of a text: captcha, JavaScript or browser needed, not found, forbidden.

    In a text of at most 1,500 characters a listed message counts as a line, a long one inside a
    line, too: the record is no article, so there is no fix. In longer texts only lines that browsers
    without JavaScript or of old age are shown count, and can go.
    """
    short = len(document.text) <= SHORT
    every = document.fact(lines)
    within = _sentences(document) if short else []
    for line in every:
        if len(line.text) > LONGEST:
            continue
        text = fold(line.text).strip(ENDS)
        everywhere = messages().get(text)
        if everywhere or (short and everywhere is not None):
            edit = delete_line(document.text, line.start, line.end)
            fix = None if short else Fix((edit,), Safety.UNSAFE)
            yield Finding(line.start, line.end, f"error page {excerpt(line.text)}", fix)
        elif within:
            text = fold(line.text)
            for message in within:
                if (at := text.find(message)) >= 0:
                    start, end = line.start + at, line.start + at + len(message)
                    if 2 * len(message) >= len(text):
                        start, end = line.start, line.end
                    yield Finding(start, end, f"error page {excerpt(document.text[start:end])}")
                    break
