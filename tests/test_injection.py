"""What somebody else, or a machine, put into a text: prompts, residue of chats, contacts, keywords."""

import time
import tomllib
from pathlib import Path

import pytest
import textlint_rules.injection

from textlint.document import Document
from textlint.lint import Linter
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


@pytest.mark.parametrize(("text", "language"), phrases("self", "closing"))
def test_a_model_that_speaks_of_itself_is_heard_at_the_start_of_a_sentence(text, language):
    assert [code for code, _ in lint(f"{BEFORE}{text.capitalize()}, 123.", language)] == ["INJ007"]


@pytest.mark.parametrize(("text", "language"), phrases("self", "closing"))
def test_a_model_that_is_quoted_is_not(text, language):
    assert lint(f"{BEFORE}“{text.capitalize()}”, 123.", language) == []


@pytest.mark.parametrize(("text", "language"), phrases("rewritten"))
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
