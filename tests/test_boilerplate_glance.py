"""The glance that dismisses prose before the lists are asked: it hides nothing that they hold."""

import random

import pytest
from textlint_rules.boilerplate import _glance, _lexicon, _lines, error_page
from textlint_rules.boilerplate._glance import _ends
from textlint_rules.boilerplate._lexicon import _row
from textlint_rules.boilerplate._lines import _is_quoted

from textlint.pattern import fold

SHAPES = ("{}", "{}.", "{} »", "{}!", "{} (12)", "{}. .", "{} :!", "{}: The harbour is open", "{}”")
PAIRS = ("{} | {}", "{} {}", "{} - {} - {}", "{}, {}", "{}  {}")


def phrases() -> list[str]:
    known, furniture = _lexicon.lexicon(), _lines.lexicon()
    found = [*known.phrases, *furniture.whole, *error_page.messages(), *furniture.labels]
    for some in (*known.starts.values(), *known.ends.values()):
        found += [f"{before}abc def{after}" for before, after, *_ in some]
    for others in (*furniture.heads.values(), *furniture.tails.values()):
        found += [" some Thing ".join(parts) for parts, _ in others]
    chance = random.Random(1)
    services = furniture.services
    return [
        text.replace(_lines.SERVICE, chance.choice(services)).replace("#", "12") for text in found
    ]


def is_listed(text: str) -> bool:
    whole = fold(text)
    bare = _lexicon.bare(whole)
    fits = bool(bare) and len(text) <= _lexicon.LONGEST
    if fits and (_lexicon.look_up(bare) or _row(whole, bare)):
        return True
    fits = len(text) <= _lines.LONGEST_LABELLED and not _is_quoted(text)
    if fits and _lines.lexicon().find(text):
        return True
    return whole.strip(error_page.ENDS) in error_page.messages()


@pytest.mark.parametrize("shape", [*SHAPES, *PAIRS])
def test_hides_no_listed_line(shape):
    chance = random.Random(shape)
    found = phrases()
    dismisses = _glance.glance().dismisses
    for text in chance.sample(found, 4000):
        line = shape.format(text, *chance.sample(found, 2)).strip()
        for cased in (line, line.capitalize()):
            assert not (dismisses(cased) and is_listed(cased)), cased


def test_no_phrase_ends_with_a_quotation_mark():
    whole = (*_lexicon.lexicon().phrases, *_lines.lexicon().whole, *_ends())
    ends = {text.rstrip(_glance.ENDS)[-1:] for text in whole}
    assert not ends & _glance.QUOTES


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
    assert _glance.glance().dismisses(text)
