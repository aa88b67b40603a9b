"""What is left of an embedded video or post when its widget is gone. Data: embed/phrases.toml."""

import functools
import itertools
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import regex

from textlint.api import (
    Document,
    Finding,
    Fix,
    Match,
    Pattern,
    Phrase,
    Safety,
    Severity,
    compile_regex,
    delete_span,
    load_toml,
    rule,
)

from .attribution import signatures
from .url import MEDIA

PHRASES = Path(__file__).with_name("embed") / "phrases.toml"
QUOTED = 60
"""Code points of what is left that the message quotes."""
WIDGET = (
    r"^[^\S\n]{0,16}[x×][ \u00a0](?:(?:YouTube|Vimeo|Facebook|Instagram|TikTok|Twitter|Embedded)"
    r"[ \u00a0](?:Content|Embed|Player|Post|Tweet|Video))(?![\p{L}\p{N}_])[^\S\n]{0,4}"
)
"""The close button of a removed widget ("x") and the widget's name, glued to the next paragraph."""
BUTTON = r"^[^\S\n]{0,16}[x×][ \u00a0](?=\S)"
DETIK = r"(?<=^[^\S\n]{0,16})\[Gambas:[^\]\n]{1,40}\](?=[^\S\n]{0,16}$)"
"""The place-holder of a picture or video on the Indonesian site Detik."""


def _patterns() -> Iterator[Pattern | Phrase]:
    """What the data names: the phrases that fill a line, and Instagram's signatures."""
    data = load_toml(PHRASES)
    for language, texts in data["line"].items():
        for text in texts:
            yield Phrase(text, "line", language)
    prefix, suffix, date = (_any_of(data[name]) for name in ("prefix", "suffix", "date"))
    yield Pattern(
        rf"(?i)(?<=^[^\S\n]{{0,16}}){prefix}[ \u00a0][^\n]{{0,80}}"
        r"\([ \u00a0]?@[\w.]{1,30}[ \u00a0]?\)"
        rf"(?:[ \u00a0]{date}\b[^\n]{{0,50}})?(?=[^\S\n]{{0,16}}$)"
    )
    yield Pattern(
        r"(?i)(?<=^[^\S\n]{0,16})[^\n(（]{1,60}[(（]@[\w.]{1,30}[)）]"
        rf"{suffix}(?=[^\S\n]{{0,16}}$)"
    )


def _any_of(texts: Mapping[str, Iterable[str]]) -> str:
    """A pattern that finds any of the texts, whichever apostrophe they are written with."""
    every = itertools.chain(*texts.values())
    escaped = (regex.escape(text, special_only=True, literal_spaces=True) for text in every)
    return f"(?:{'|'.join(escaped)})".replace("'", "['’]")


@rule(
    "MKP006",
    severity=Severity.ERROR,
    patterns=lambda: [*_patterns(), WIDGET, BUTTON, DETIK],
    fix=Safety.UNSAFE,
    bad=[
        "⟦x YouTube Video ⟧In the clip the mayor explained the plan.",
        "⟦x ⟧The harbour at noon pic.twitter.com/aB3dE5gH7j — Harbour Watch (@harbour) May 4, 2021",
        "⟦x ⟧Порт сьогодні вранці — Портовий вісник (@port_news) 4 травня 2021 р.",
        "⟦x ⟧The harbour at noon pic.twitter.com/aB3dE5gH7j",
        "⟦x ⟧朝の港 pic.twitter.com/aB3dE5gH7j",
        (
            "She answered at once.\n\n⟦View this post on Instagram⟧\n\n"
            "⟦A post shared by Ada Example (@ada.example)⟧\n\nMore will follow."
        ),
        (
            "Er antwortete.\n  ⟦SIEH DIR DIESEN BEITRAG AUF INSTAGRAM AN⟧  \n"
            "⟦Ein Beitrag geteilt von Ada Example (@ada.example) am 4. Mai 2021⟧\nMehr dazu bald."
        ),
        "本文です。\n⟦この投稿をInstagramで見る⟧\n⟦例子(@reiko.example)がシェアした投稿⟧\n続きです。",
        "⟦Video unavailable⟧\nThe film was shot in June.",
        "The photo shows it.\n⟦Embed\u00a0from Getty Images⟧",
        "⟦x Embedded Content⟧\nThe next paragraph.",
    ],
    good=[
        "x marks the spot where the treasure lies.",
        "x marks the spot pic.twitter.com/aB3dE5gH7j",
        "x marks the spot pic.twitter.com/aB3dE5gH7j and there we dug, Tom wrote.",
        "x Marks the spot, pic.twitter.com/aB3dE5gH7j shows.",
        "x is greater than y, so x + y is positive.",
        "x YouTube videos were removed, where x is unknown.",
        "He made a YouTube video about the trip.",
        "Why was the video unavailable for a week?",
        "Click “View this post on Instagram” to see the recipe.",
        "A post shared by the minister drew wide criticism.",
        "x and y (@home) are variables.",
    ],
    fixed=[
        "In the clip the mayor explained the plan.",
        "The harbour at noon pic.twitter.com/aB3dE5gH7j — Harbour Watch (@harbour) May 4, 2021",
        "Порт сьогодні вранці — Портовий вісник (@port_news) 4 травня 2021 р.",
        "The harbour at noon pic.twitter.com/aB3dE5gH7j",
        "朝の港 pic.twitter.com/aB3dE5gH7j",
        "She answered at once.\n\nMore will follow.",
        "Er antwortete.\nMehr dazu bald.",
        "本文です。\n続きです。",
        "The film was shot in June.",
        "The photo shows it.",
        "The next paragraph.",
    ],
    known_failures=["⟦x ⟧the harbour at noon pic.twitter.com/aB3dE5gH7j"],
)
def embed_residue(document: Document, match: Match) -> Iterator[Finding]:
    """Text that an embedded video or post left behind: its button, its name, its error message.

    The widget is gone from the text, and "x YouTube Video", "View this post on Instagram" or
    "Video unavailable" stay. The platforms' phrases count only where they fill a whole line, the
    pair of close button and widget name ("x YouTube Video") also at the start of a paragraph. A
    line's single "x" counts only where the line itself is an embedded post: it is signed with name,
    handle and date, or a media short link ends it. Without a signature a line that goes on in lower
    case is prose: algebra and "x marks the spot" stay silent.
    """
    text, found, end = document.text, match.group().lstrip(), match.end()
    start = end - len(found)
    _, last = document.line_span(start)
    if found.rstrip() in ("x", "×") and not _is_post(text[end:last]):
        return
    if not text[end:last].strip():
        end = start + len(found.rstrip())
    message = f"“{text[start:end].strip()[:QUOTED]}” is left of a removed video or post"
    yield Finding(start, end, message, Fix((delete_span(document.text, start, end),)))


def _is_post(line: str) -> bool:
    """Whether a line without its button is an embedded post."""
    return any(signatures(line)) or (not line[:1].islower() and _ending().search(line) is not None)


@functools.cache
def _ending() -> "regex.Pattern[str]":
    return compile_regex(rf"(?:{MEDIA})\s*$")
