"""What somebody else, or a machine, put into a text: prompts, residue of chats, contacts, keywords."""

import sys
import time
import tomllib
from pathlib import Path

import pytest
import textlint_rules.injection

from textlint.document import Document
from textlint.lint import Linter, run
from textlint.plugins import load
from textlint.scan import ReferenceScanner

CODES = ("INJ004", "INJ005", "INJ006", "INJ007")
RULES = {code: rule for code, rule in load().rules.items() if code in CODES}
SCANNER = ReferenceScanner(RULES)
DATA = Path(textlint_rules.injection.__file__).parent
PHRASES = tomllib.loads((DATA / "llm_artefact" / "phrases.toml").read_text(encoding="utf-8"))
BEFORE = "The lake is deep and nobody has seen its ground.\n\n"


def phrases(*kinds):
    for kind in kinds:
        for language, texts in PHRASES[kind].items():
            for text in texts:
                yield pytest.param(text.replace("{}", "x"), language, id=f"{language}-{text}")


def lint(text, language=None):
    linter = Linter(RULES, SCANNER)
    found = linter.lint([Document(text, "page.txt", language=language)])[0]
    assert not linter.failures
    return [(finding.code, text[finding.start : finding.end]) for finding in found]


@pytest.mark.parametrize(("text", "language"), list(phrases("self", "closing")))
def test_a_model_that_speaks_of_itself_is_heard_at_the_start_of_a_sentence(text, language):
    assert [code for code, _ in lint(f"{BEFORE}{text.capitalize()}, 123.", language)] == ["INJ007"]


@pytest.mark.parametrize(("text", "language"), list(phrases("self", "closing")))
def test_a_model_that_is_quoted_is_not(text, language):
    assert lint(f"{BEFORE}“{text.capitalize()}”, 123.", language) == []


@pytest.mark.parametrize(("text", "language"), list(phrases("rewritten")))
def test_a_text_is_handed_over_at_the_start_of_any_line(text, language):
    assert [code for code, _ in lint(f"{BEFORE * 9}{text.capitalize()}:\n", language)] == ["INJ007"]


def test_what_people_say_too_needs_another_trace():
    said = "I hope this helps!"
    assert lint(f"{BEFORE}{said}") == []
    assert lint(f"As an AI language model, I cannot swim.\n\n{BEFORE}{said}") == [
        ("INJ007", "As an AI language model"),
        ("INJ007", "I hope this helps"),
    ]


def test_an_article_about_chat_models_may_set_their_words_apart():
    text = (
        "Chatbots are polite.\n\nAs an AI language model, I have no feelings.\n\n"
        "That is what ChatGPT says, and other language models say the like."
    )
    assert lint(text) == []


@pytest.mark.parametrize(
    "line",
    [
        "a, " * 100_000,
        "buy boats " * 30_000,
        "t.me/" * 60_000,
        "加微信" * 90_000,
        "ignore all " * 30_000,
        "turn0search0" * 25_000,
        "WhatsApp 1" * 30_000,
        "[cite: 1, 2" * 25_000,
    ],
)
def test_a_long_monotonous_line_takes_linear_time(line):
    start = time.process_time()
    lint(line, "en")
    assert time.process_time() - start < 8


def steps(code, text):
    """Lines of code that a rule goes through on a text."""
    rule, document = load().rules[code], Document(text, language="en")
    matches = ReferenceScanner({code: rule}).scan([document])[0].get(code, ())
    assert matches or rule.each
    count = 0

    def trace(*_):
        nonlocal count
        count += 1
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        list(run(rule, document, matches))
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize(
    ("code", "phrase"),
    [
        ("INJ001", "theharbouropensinthespringandclosesinautumn항구도시."),
        ("INJ002", "exile (스포츠토토) "),
        ("INJ002", "nobody knows when the harbour opens in the spring or closes (스포츠토토) "),
        ("INJ002", "casino viagra loans "),
        ("INJ005", "WhatsApp +44 7700 900123 t.me/abcd "),
        ("INJ007", "As an AI language model, I cannot. "),
    ],
)
def test_twice_the_line_takes_twice_the_steps(code, phrase):
    steps(code, phrase * 50)  # what is read once
    assert steps(code, phrase * 400) < 2.3 * steps(code, phrase * 200)
