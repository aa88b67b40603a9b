"""Sentences that announce what is not there. Data: lexicon/lead_in.toml."""

import functools
from collections.abc import Iterator, Sequence

from textlint.api import (
    Document,
    Example,
    Expressions,
    Finding,
    Match,
    Severity,
    fold,
    rule,
)

from ._sentence import has_words, is_item, last_sentence, lexicon

AROUND = 300
"""Code points of the announcing line, and of the line after it, that are looked at."""
MIN_WORDS = 4
"""Words of a line that announces something: labels ("Watch the video:") have fewer."""
MARKED = 3
MARKED_LETTERS = 8
"""Words before the colon that the finding marks, and letters of a script without spaces."""
REACH = 8
REACH_LETTERS = 20
"""Words before the colon among which the thing announced is named, and letters of such a script."""
COMMAS = ",，、،;"
CODE = frozenset("{}<>=\\$")


@functools.cache
def _expressions() -> Expressions:
    """The expressions of this rule, compiled at their first use."""
    sources = {
        "kept": r"https?:|www\.|youtu\.?be|vimeo|pic\.twitter|[\[<>{}=|@▶►]|\t| {3}"
        r"|^[!“\"«„‘'(\d]|^[-–—*•]\s",
        "widget": r"[x×][ \u00a0](?=\S)",
        "edges": r"^[\W_]+|[\W_]+$",
        "unspaced": r"[\p{Han}\p{Hiragana}\p{Katakana}]$",
    }
    return Expressions(sources)


@functools.cache
def _starts(name: str) -> tuple[str, ...]:
    return tuple(fold(words) for words in lexicon("lead_in")[name])


@functools.cache
def _whole_lines() -> frozenset[str]:
    return frozenset(fold(words) for words in lexicon("lead_in")["over"])


def _is_residue(line: str) -> bool:
    """Whether a line is what an embedded video or post leaves behind, or stands after an article."""
    folded = fold(line)
    widget = _expressions()["widget"].match(folded) if folded[:1] in {"x", "×"} else None
    if widget and folded.startswith(_starts("widgets"), widget.end()):
        return True
    return folded.startswith(_starts("residue")) or folded.rstrip(" .…") in _whole_lines()


def _media(document: Document) -> Sequence[str]:
    """The words for pictures and videos in the language of a text."""
    found: Sequence[str] = lexicon("lead_in")["media"].get(document.language or "", ())
    return found


def _may_point(document: Document, line: str) -> bool:
    """Whether a picture or video is named in a line."""
    folded = fold(line)
    for word in _media(document):  # noqa: SIM110 - any() takes twice as long
        if word in folded:
            return True
    return False


def _points(document: Document, sentence: str) -> bool:
    """Whether a sentence points at a picture or video at its end ("in the video below")."""
    language, media = document.language or "", _media(document)
    pointers = lexicon("lead_in")["pointers"].get(language, ())
    folded = fold(sentence)
    if _expressions()["unspaced"].search(sentence):
        end = folded[-REACH_LETTERS:]
        return any(word in end for word in media) and any(word in end for word in pointers)
    if language == "ko":  # its words take particles
        words = folded.split()[-REACH:]
        return any(w.startswith(tuple(media)) for w in words) and any(
            w.startswith(tuple(pointers)) for w in words
        )
    trim = _expressions()["edges"]
    found = {trim.sub("", word) for word in folded.split()[-REACH:]}
    return not found.isdisjoint(media) and not found.isdisjoint(map(fold, pointers))


def _marked(sentence: str) -> int:
    """How many code points before the colon the finding marks."""
    if _expressions()["unspaced"].search(sentence):
        return min(len(sentence), MARKED_LETTERS)
    words = sentence.rsplit(None, MARKED)
    return len(sentence) - len(words[0]) - 1 if len(words) > MARKED else len(sentence)


@rule(
    "STR004",
    severity=Severity.WARNING,
    patterns=[
        (
            r"(?<=[\p{L}\p{M}\p{N}”\"’»)])[ \u00a0]?[:：]"
            r"[^\S\n]{0,8}\n(?:[^\S\n]{0,8}\n){0,3}[^\S\n]{0,8}(?=\S)"
        )
    ],
    bad=[
        (
            "The paper released an excerpt from the film ⟦with English subtitles:⟧\n\n"
            "x YouTube Video In the film, the pilot speaks of his flight."
        ),
        (
            "The mayor explained his plan in a post that ⟦many people shared:⟧\n\n"
            "View this post on Instagram\n\nHe wants a new bridge."
        ),
        "It was not the end of the matter, and the ⟦mayor then said:⟧\n\nLeave a Reply",
        Example(
            "You can see how it was built in ⟦the video below:⟧\n\nThe second bridge is older.",
            "en",
        ),
        Example(
            "Wie sie gebaut wurde, sieht man im ⟦folgenden Video unten:⟧\n\nDie zweite Brücke ist älter.",
            "de",
        ),
        Example("Как его строили, видно на ⟦этом видео ниже:⟧\n\nВторой мост старше.", "ru"),
    ],
    good=[
        "He explained it to the people of the town:\n\n“We need a bridge,” he said.",
        "There are three things that matter in a garden:\n\n- water\n- light\n- time",
        Example("Watch the video below:\n\nhttps://video.example.com/watch?v=1", "en"),
        Example("In the video below, he said this:\n\nWe need a bridge.", "en"),
        Example("How it was built is told in the book below:\n\nThe Bridge, by Jane Doe", "en"),
        "The paper wrote about it at some length:\n\nx marks the spot where the old bridge stood.",
        "Tags of this article and of others:\n\nwar, bridge, river",
        Example("The file holds the path of an image below:\n\nimage = bridge.png", "en"),
        "Much was learned from the operation. Yusov said:",
    ],
)
def dangling_lead_in(document: Document, match: Match) -> Iterator[Finding]:
    """A sentence ends in a colon, and what it announces is missing.

    A video, a picture or a post was lost with its widget: what follows is the widget's own text
    ("x YouTube Video", "View this post on Instagram"), or the page's ("Leave a Reply"), or the
    sentence itself says that it points at what a text cannot hold ("in the video below:", eighteen
    languages) and no address, quotation, list or table follows. Marks the last words before the
    colon. Silent on labels, on lines of code, and at the end of the text, which is `truncated-end`'s.
    """
    text, start, after = document.text, match.start(), match.end()
    colon = start + len(match.group().split("\n", 1)[0].rstrip())
    first = text.rfind("\n", max(0, start - AROUND), start) + 1 or max(0, start - AROUND)
    line = text[first:start].lstrip()
    last = text.find("\n", after, after + AROUND)
    follows = text[after : last if last >= 0 else after + AROUND].rstrip()
    is_residue = _is_residue(follows)
    if not is_residue and not _may_point(document, line):
        return
    if not has_words(line, MIN_WORDS) or is_item(line):
        return
    sentence = line[last_sentence(line) :]
    clause = max([sentence.rfind(comma) for comma in COMMAS]) + 1
    if not is_residue and (
        not _points(document, sentence[clause:]) or _expressions()["kept"].search(follows)
    ):
        return
    if CODE.isdisjoint(line):
        yield Finding(start - _marked(sentence), colon, "what the colon announces is missing")
