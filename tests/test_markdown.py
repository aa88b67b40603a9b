"""Markdown files: prose is linted, code and metadata are left alone."""

import pytest

from textlint.sources.markdown import skipped


@pytest.mark.parametrize(
    "code",
    [
        "```python\nprint( 1 )\n```",
        "~~~\nprint( 1 ) .\n~~~",
        "````\n```\nprint( 1 )\n```\n````",
        "```\nnever closed ( 1 )",
        "    print( 1 )\n\n    print( 2 )",
        "`print( 1 )`",
        "``a ` ( 1 )``",
        "<pre>\n( 1 )\n</pre>",
    ],
)
def test_code_is_skipped(code):
    text = f"Prose.\n\n{code}\n\nProse again."
    covered = "".join(text[span.start : span.end] for span in skipped(text))
    assert "( 1 )" in covered
    if "never" not in code:
        assert "again" not in covered
    assert not covered.startswith("P")


def test_front_matter_is_skipped():
    text = "---\ntitle: A\ndate: 2023-09-05\n---\n\nProse.\n"
    assert [text[a:b] for a, b in skipped(text)] == ["---\ntitle: A\ndate: 2023-09-05\n---"]


def test_lines_may_end_as_on_windows():
    text = "---\r\ntitle: A\r\n---\r\n\r\nProse.\r\n\r\n```\r\ncode\r\n```\r\nProse.\r\n"
    assert [text[a:b].split() for a, b in skipped(text)] == [
        ["---", "title:", "A", "---"],
        ["```", "code", "```"],
    ]


def test_prose_is_not_skipped():
    assert skipped("One `tick here.\n\nAnother ` there.\n\n- item\n    continued\n") == []


def test_a_markdown_file_is_fixed_in_its_prose_alone(textlint, tmp_path):
    text = "It rained .\n\n```\nIt rained .\n```\n\nA `b .` c.\n"
    (tmp_path / "a.md").write_text(text)
    assert textlint("a.md", "--fix").returncode == 0
    assert (tmp_path / "a.md").read_text() == text.replace("It rained .", "It rained.", 1)
