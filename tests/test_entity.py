"""Character references: what they stand for, and that undoing them gives the text back."""

import html

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from textlint.document import Document
from textlint.finding import Safety
from textlint.fix import fix
from textlint.lint import Linter
from textlint.plugins import load
from textlint.scan import ReferenceScanner

RULE = load().rules["MKP002"]
LINTER = Linter({"MKP002": RULE}, ReferenceScanner({"MKP002": RULE}))
PROSE = st.text(alphabet=st.sampled_from("abc déñ 北京 Порт &\"'.,!? \n"), min_size=1, max_size=80)


def findings(document: Document):
    found = LINTER.lint([document])[0]
    assert not LINTER.failures
    return found


def fixed(text: str) -> str:
    document = Document(text, "a.txt", language="en")
    return fix(document, findings(document), findings, unsafe=False).text


@settings(max_examples=150, deadline=None)
@given(PROSE, st.integers(1, 3))
def test_undoing_escapes_gives_the_text_back(text, times):
    escaped = text
    for _ in range(times):
        escaped = html.escape(escaped)
    assert fixed(escaped) == text


@settings(max_examples=100, deadline=None)
@given(PROSE)
def test_a_text_without_references_is_left_alone(text):
    assert fixed(text) == text


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=60).map(lambda text: text.replace("\r", "")))
def test_a_fix_is_idempotent(text):
    once = fixed(html.escape(text))
    assert fixed(once) == once


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("d&#8217;eau", "d’eau"),
        ("it&#146;s", "it’s"),
        ("20&#8239;000", "20 000"),
        ("&#x201C;yes&#x201d;", "“yes”"),
        ("Fish&ampChips", "Fish&ampChips"),
        ("a &amp;amp; b", "a & b"),
        ("AT&amp;T", "AT&T"),
        ("end.&nbsp;\nNext", "end.\nNext"),
        ("one &nbsp; two", "one two"),
        ("one&#160;, two", "one, two"),
        ("na\u00efve&shy;ty", "na\u00efvety"),
        ("می&zwnj;شود", "می\u200cشود"),
        ("can&zwj;not", "cannot"),
        ("line&#13;\nnext", "line\nnext"),
        ("&lt;3 you", "<3 you"),
        ("2 &lt; 3 &gt; 1", "2 < 3 > 1"),
    ],
)
def test_what_references_stand_for(text, expected):
    assert fixed(text) == expected


def test_a_space_before_french_punctuation_stays():
    document = Document("Vraiment&nbsp;? Oui&nbsp;!", "a.txt", language="fr")
    assert fix(document, findings(document), findings, unsafe=False).text == "Vraiment ? Oui !"


def test_an_escaped_tag_is_not_made_a_tag():
    found = findings(Document("He left.&lt;br /&gt;She stayed.", "a.txt"))
    assert [finding.fix.safety for finding in found] == [Safety.UNSAFE]


def test_references_side_by_side_are_one_finding():
    assert len(findings(Document("a&nbsp;&nbsp; &nbsp;b", "a.txt"))) == 1


def test_a_markdown_file_may_hold_references():
    assert not findings(Document("a &amp; b", "a.md", mask=lambda text: []))


def test_a_long_run_takes_no_long_time():
    assert len(findings(Document("&nbsp;" * 50_000 + "&" * 100_000, "a.txt"))) == 1
