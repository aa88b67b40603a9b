"""Tags in texts: which count, and what taking them out leaves."""

from itertools import pairwise

import pytest

from textlint.document import Document
from textlint.fix import fix
from textlint.lint import Linter
from textlint.plugins import load
from textlint.scan import ReferenceScanner

RULES = {code: load().rules[code] for code in ("MKP001", "MKP002", "MKP003", "MKP004", "MKP005")}
LINTER = Linter(RULES, ReferenceScanner(RULES))


def findings(document: Document):
    found = LINTER.lint([document])[0]
    assert not LINTER.failures
    return found


def fixed(text: str) -> str:
    document = Document(text, "a.txt")
    return fix(document, findings(document), findings, unsafe=True).text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<ul><li>Bread</li><li>Milk</li></ul>", "Bread\nMilk"),
        ("H<sub>2</sub>O is <b>wet</b>.", "H2O is wet."),
        ("<h2>Title</h2>\n<p>Text.</p>\n", "Title\nText.\n"),
        ("one<br>two", "one two"),
        ("One.<br><br />Two.", "One.\nTwo."),
        ("One.<!-- a -- b -->Two.", "One.<!-- a -- b -->Two."),
        ("<FONT COLOR=red>Red</FONT> rose", "Red rose"),
        ("<td width=20%>A</td><td>B</td>", "A\nB"),
        ("水は<b>冷たい</b>。", "水は冷たい。"),
        ('<p style="color:red">Red.</p>', "Red."),
        ("Price: 5 <span class='cur'>EUR</span> net", "Price: 5 EUR net"),
    ],
)
def test_what_a_text_is_without_its_tags(text, expected):
    assert fixed(text) == expected


def test_a_script_is_reported_once_and_whole():
    text = '<script type="text/javascript">var a = document.createElement("p");</script>\nText.'
    found = findings(Document(text, "a.txt"))
    assert [(finding.code, finding.start, finding.end) for finding in found] == [
        ("MKP003", 0, text.index("\n"))
    ]


def test_no_characters_are_reported_twice():
    text = 'A {{b}} <p class="{{c}}">[caption id="<b>d</b>"] e</p> <%= f %>'
    spans = sorted((f.start, f.end) for f in findings(Document(text, "a.txt")))
    assert all(one[1] <= other[0] for one, other in pairwise(spans))


def test_a_markdown_file_may_hold_tags():
    assert not findings(Document("a <br> b <div>c</div>", "a.md", mask=lambda text: []))


@pytest.mark.parametrize(
    "text",
    [
        "<" * 200_000,
        "<a " * 100_000,
        '<a href="' * 50_000,
        "<!--" * 50_000,
        "{{" * 100_000,
        "[a b=" * 50_000,
        "function(){" * 10_000,
        '{"a":{"' * 30_000,
        'class="' * 50_000,
        "**a" * 50_000,
        "[[a|" * 50_000,
        "[a](/" * 50_000,
        "\n|---" * 30_000,
        "'''a" * 50_000,
        "var a = 'x';\n" * 20_000,
        '{"a":"b","c":\n' * 10_000,
    ],
)
def test_hostile_texts_take_no_long_time(text):
    import time

    start = time.process_time()
    findings(Document(text, "a.txt"))
    assert time.process_time() - start < 5
