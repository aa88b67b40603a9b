"""Escapes decode to what was escaped, and nothing else is touched."""

import base64
import json
import quopri
from urllib.parse import quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textlint_rules.encoding import _escapes as escapes

from textlint.document import Document
from textlint.finding import Safety
from textlint.fix import fix
from textlint.lint import Linter
from textlint.plugins import load
from textlint.scan import ReferenceScanner

RULE = load().rules["ENC006"]
LINTER = Linter({"ENC006": RULE}, ReferenceScanner({"ENC006": RULE}))
LETTERS = st.text(st.characters(categories=["Lu", "Ll", "Lo"], min_codepoint=0xA1), min_size=1)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20)
FRAGMENTS = st.lists(
    st.sampled_from(
        "\\u2019|\\n|\\r\\n|\\\"|\\'|\\/|%C3%A9|%20|=C3=A9|=\n|=E9|\\xe9|\\ud83d|+IBk-|b'\\xe9'|\\2019 |"
        ' |a|It|s|.|,|"|\n|C:\\|\\alpha|{|}|é|=?utf-8?q?a=C3=A9?=|%u2019|\\u0022|\\u00a0'.split("|")
    ),
    max_size=25,
).map("".join)


def lint(document: Document):
    found = LINTER.lint([document])[0]
    assert not LINTER.failures
    return found


def repaired(text: str, *, unsafe: bool = False) -> str:
    document = Document(text, "example.txt")
    result = fix(document, lint(document), lint, unsafe=unsafe)
    assert not result.fighting
    return result.text


@given(TEXTS)
def test_json_escapes_decode_to_the_text(text):
    run = "".join(f"\\u{unit:04x}" for unit in _units(text))
    assert escapes.decode_units(run) == text


def _units(text: str) -> list[int]:
    raw = text.encode("utf-16-be")
    return [int.from_bytes(raw[i : i + 2], "big") for i in range(0, len(raw), 2)]


@given(LETTERS)
def test_bytes_decode_as_utf8(text):
    raw = text.encode("utf-8")
    assert escapes.decode_units("".join(f"\\x{byte:02x}" for byte in raw)) == text
    assert escapes.decode_percent("".join(f"%{byte:02X}" for byte in raw)) == text
    assert escapes.decode_quoted("".join(f"={byte:02X}" for byte in raw)) == text


@given(TEXTS)
def test_mail_words_decode_to_the_text(text):
    word = f"=?UTF-8?B?{base64.b64encode(text.encode()).decode()}?="
    assert escapes.decode_mail_words(word) == text


@given(st.text(max_size=60))
def test_decoders_never_raise(text):
    for decode in (escapes.decode_units, escapes.decode_percent, escapes.decode_mail_words):
        decode(text)


@pytest.mark.parametrize(
    "run",
    ["\\ud83d", "\\U0011ffff", "\\u0000", "\\u0378", "\\x81", "\\ue000"],
)
def test_what_no_text_holds_is_left_alone(run):
    assert escapes.tidy(escapes.decode_units(run)) is None
    assert repaired(f"caf{run}s") == f"caf{run}s"


SENTENCE = "L’été, le café « Élysée » n’ouvre qu’à midi — voilà."


def test_a_sentence_that_went_through_json():
    assert repaired(json.dumps(SENTENCE)[1:-1]) == SENTENCE


def test_a_sentence_that_went_through_mail():
    mailed = quopri.encodestring(SENTENCE.encode()).decode()
    assert repaired(mailed) == SENTENCE


def test_a_long_mail_is_joined():
    text = "The café on the corner isn’t open, as everybody in the town knows well. " * 6
    mailed = quopri.encodestring(text.strip().encode()).decode()
    assert mailed.count("=\n") > 3
    assert repaired(mailed) == text.strip()


def test_a_word_that_went_through_an_address():
    assert repaired(f"le {quote('café')} ferme") == "le café ferme"
    assert repaired(f"http://example.org/{quote('café')}") == f"http://example.org/{quote('café')}"


def test_a_text_of_records_with_escaped_breaks():
    escaped = "One.\\n\\nTwo said “no”.\\nThree.\\n"
    assert repaired(escaped) == "One.\n\nTwo said “no”.\nThree."


def test_breaks_follow_the_text():
    assert repaired("One.\\nTwo.\r\n") == "One.\r\nTwo.\r\n"


def test_markup_is_not_let_in_safely():
    assert repaired("if\\u003cb\\u003ebold") == "if\\u003cb\\u003ebold"
    assert repaired("if\\u003cb\\u003ebold", unsafe=True) == "if<b>bold"


@settings(deadline=None)
@given(FRAGMENTS)
def test_fixes_settle_and_touch_only_their_span_and_blanks(text):
    document = Document(text, "example.txt")
    for finding in lint(document):
        for edit in finding.fix.edits if finding.fix else ():
            assert not text[edit.start : finding.start].strip()
            assert not text[finding.end : edit.end].strip()
            assert finding.fix.safety in Safety
    repaired(text)
    repaired(text, unsafe=True)


def test_markdown_has_escapes_of_its_own():
    marked = Document('It isn\\\'t \\"so\\" and\\/or caf\\u00e9.', "a.md", mask=lambda _: [])
    assert [(f.start, f.end) for f in lint(marked)] == [(28, 34)]
