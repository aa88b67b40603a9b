"""The glance that dismisses prose before the lists are asked: it hides nothing that they hold."""

import random

import pytest
from textlint_rules.boilerplate import _glance, _lexicon, _lines, _lists
from textlint_rules.boilerplate._glance import folded_lines

from textlint.api import Document, fold, lines

SHAPES = (
    *("{}", "{}.", "{} »", "{}!", "{} (12)", "{}. .", "{} :!", "{}: The harbour is open", "{}”"),
    *(
        "* {}",
        "1. {}",
        "o {}",
        "- {} -",
        "1.2k {}",
        "{} 12k",
        "»{}«",
        "{}\u2003",
        "\u200b{}",
        "[{}]",
    ),
    *("{} (Opens in new window)", "{} opens in a new tab 12", "* {} |", "“{}", "{} 1 2 3"),
)
BRIEF = 16
"""Code points of a phrase that is one of several on a line."""
PAIRS = (
    *(
        "{} | {}",
        "{} {}",
        "{} - {} - {}",
        "{}, {}",
        "{}  {}",
        "* {} {}",
        "{}/{}",
        "{}-{}",
        "{} + {}",
    ),
    *(
        "{}\t{}",
        "{}\u2003{}",
        "Harbour News | {} | {} | {}",
        "{} 1 2 3 {}",
        "{} Facebook",
        "1 {} 2 {}",
    ),
)


def phrases() -> list[str]:
    known, furniture = _lexicon.lexicon(), _lines.lexicon()
    headings = _lists.headings()
    found = [*known.phrases, *furniture.whole, *headings.whole, *furniture.labels]
    for pairs in headings.holed.values():
        found += [f"{before} abc def {after}" for before, after in pairs]
    for some in (*known.starts.values(), *known.ends.values()):
        found += [f"{before}abc def{after}" for before, after, *_ in some]
    for others in (*furniture.heads.values(), *furniture.tails.values()):
        found += [" some Thing ".join(parts) for parts, _ in others]
    chance = random.Random(1)
    services = furniture.services
    return [
        text.replace(_lines.SERVICE, chance.choice(services)).replace("#", "12") for text in found
    ]


def is_held(text: str) -> bool:
    line = fold(text)
    entries = _lexicon.entry_of(line), _lines.entry_of(line)
    return any(entries) or _lists.is_heading(line)


@pytest.mark.parametrize("shape", [*SHAPES, *PAIRS])
def test_hides_no_listed_line(shape):
    chance = random.Random(shape)
    found = phrases()
    held = _glance.glance().held
    for text in chance.sample(found, 3000):
        line = shape.format(text, *chance.sample(found, 2)).strip()
        for cased in (line, line.capitalize()):
            assert held([fold(cased)]) or not is_held(cased), cased


@pytest.mark.parametrize(
    "line", ["x | x", "x - 12k - x", "home > a > b", "12 | home | (2k) | news"]
)
def test_parts_of_a_letter_are_parts(line):
    assert _glance.glance().held([line]) or not is_held(line)


@pytest.mark.parametrize(
    "between", [" ", ", ", " | ", "/", "-", " · ", "\t", "  ", " 2 ", "\u2003"]
)
def test_hides_no_row_of_brief_phrases(between):
    chance = random.Random(between)
    brief = [text for text in phrases() if len(text) < BRIEF]
    plain = [text for text in brief if text.isascii()]
    held = _glance.glance().held
    for _ in range(2000):
        pool = chance.choice((brief, plain))
        row = between.join(chance.choices(pool, k=chance.choice((2, 3, 4))))
        end = chance.choice(("", " »", " 3", " 1.2k", "."))
        line = f"{chance.choice(('', '* ', '3 '))}{row}{end}".strip()
        assert held([fold(line)]) or not is_held(line), line


def test_what_was_said_of_other_lines_does_not_matter():
    lines_of_a_page = ["share", "the harbour", "* home", "home | news | sports", "share"]
    glance = _glance.Glance(_glance.kept_glance())
    assert glance.held(lines_of_a_page) == [0, 2, 3, 4]
    assert [glance.held([line]) == [0] for line in lines_of_a_page] == [
        True,
        False,
        True,
        True,
        True,
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The harbour opens in May, said the mayor of the town.",
        "“The harbour opens in May,” said the mayor.",
        "Der Hafen öffnet im Mai, sagte die Bürgermeisterin.",
        "Порт открывается в мае, сказал мэр города.",
    ],
)
def test_dismisses_prose(text):
    assert _glance.glance().held([fold(text)]) == []


def test_folded_lines_are_the_lines_folded():
    document = Document("\n  Anna’s\u00a0İstanbul \r\n\n\t\n ΟΔΟΣ\u2003\n\u00a0\nx")
    assert document.fact(folded_lines) == [fold(line.text) for line in document.fact(lines)]
