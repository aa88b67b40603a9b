"""Fixes: which edits are made, that they settle, and that nothing else changes."""

from hypothesis import given
from hypothesis import strategies as st

from textlint.document import Document
from textlint.edits import delete_line
from textlint.finding import Edit, Finding, Fix, Safety
from textlint.fix import apply, choose, fix, spare


def finding(start, end, replacement="", code="AAA001", safety=Safety.SAFE):
    return Finding(start, end, "", Fix.replace(start, end, replacement, safety=safety), code=code)


def made(findings, *, unsafe=False):
    return [(e.start, e.end) for e in choose("x" * 20, findings, unsafe=unsafe)[0]]


def test_of_overlapping_fixes_the_first_to_start_wins():
    assert made([finding(2, 5), finding(0, 3)]) == [(0, 3)]


def test_of_fixes_that_start_together_the_longer_wins():
    assert made([finding(0, 2), finding(0, 4)]) == [(0, 4)]


def test_of_equal_fixes_the_lower_code_wins():
    both = [finding(0, 2, "b", "BBB001"), finding(0, 2, "a", "AAA001")]
    chosen = choose("xx", both, unsafe=False)
    assert [edit.replacement for edit in chosen[0]] == ["a"]


def test_fixes_that_touch_are_both_made():
    assert made([finding(0, 2), finding(2, 4)]) == [(0, 2), (2, 4)]


def test_a_fix_of_several_edits_is_made_whole_or_not_at_all():
    several = Finding(0, 9, "", Fix((Edit(0, 1), Edit(8, 9)), Safety.SAFE), code="AAA001")
    assert made([finding(8, 12), several]) == [(0, 1), (8, 9)]
    assert made([finding(0, 1, code="AAA000"), several, finding(7, 9)]) == [(0, 1), (8, 9)]


def test_unsafe_fixes_wait_to_be_asked_for():
    both = [finding(0, 1), finding(2, 3, safety=Safety.UNSAFE)]
    assert made(both) == [(0, 1)]
    assert made(both, unsafe=True) == [(0, 1), (2, 3)]


EDITS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 5), st.text(max_size=3)), max_size=12)


@given(st.text(st.characters(exclude_categories=["Cc", "Z"]), min_size=36, max_size=36), EDITS)
def test_nothing_outside_the_chosen_edits_changes(text, wanted):
    findings = [finding(a, a + n, new) for a, n, new in wanted]
    chosen, used = choose(text, findings, unsafe=False)
    assert len(chosen) == len(used) <= len(wanted)
    kept, after, at = [], apply(text, chosen), 0
    for edit in chosen:
        assert edit.start >= at
        kept.append(text[at : edit.start])
        at = edit.end
    kept.append(text[at:])
    rest = after
    for piece, edit in zip(kept, [*chosen, Edit(0, 0)], strict=True):
        assert rest.startswith(piece + edit.replacement)
        rest = rest[len(piece + edit.replacement) :]
    assert rest == ""


def lint_doubles(document):
    at = document.text.find("  ")
    return [] if at < 0 else [finding(at, at + 2, " ")]


def test_fixing_goes_on_until_nothing_is_left():
    document = Document("a    b")
    result = fix(document, lint_doubles(document), lint_doubles)
    assert (result.text, result.applied, result.fighting) == ("a b", {"AAA001": 3}, [])


def test_rules_that_fight_are_named_and_the_text_is_left_alone():
    def lint(document):
        code, other = ("AAA001", "b") if document.text == "a" else ("BBB001", "a")
        return [finding(0, 1, other, code)]

    result = fix(Document("a"), lint(Document("a")), lint)
    assert result.text == "a"
    assert result.applied == {}
    assert result.fighting == ["AAA001", "BBB001"]


def test_a_fix_that_grows_for_ever_is_given_up():
    def lint(document):
        return [finding(len(document.text), len(document.text), "x")]

    result = fix(Document("a"), lint(Document("a")), lint)
    assert (result.text, result.fighting) == ("a", ["AAA001"])


def deleted(text, line):
    start = text.index(line)
    edit = delete_line(text, start, start + len(line))
    return apply(text, [edit])


def test_a_deleted_line_takes_its_blank_lines_along():
    assert deleted("One.\n\nShare\n\nTwo.\n", "Share") == "One.\n\nTwo.\n"
    assert deleted("One.\r\n\r\n  Share \r\n\r\nTwo.\r\n", "Share") == "One.\r\n\r\nTwo.\r\n"
    assert deleted("Share\nTwo.", "Share") == "Two."


def test_at_the_end_the_blank_lines_before_go():
    assert deleted("One.\n\nShare", "Share") == "One."
    assert deleted("One.\n\nShare\n", "Share") == "One.\n"
    assert deleted("One.\n\nShare\n\n\n", "Share") == "One.\n"
    assert deleted("One.\r\n\r\nShare\r\n", "Share") == "One.\r\n"
    assert deleted("Share\n", "Share") == ""


def safeties(text, findings):
    return [finding.fix.safety.value for finding in spare(text, findings)]


def test_a_word_that_is_decoded_to_a_sign_is_not_deleted():
    fix = Fix.replace(0, 3, "│", safety=Safety.SAFE)
    assert spare("â”‚", [Finding(0, 3, "mojibake", fix)])[0].fix == fix


def test_safe_fixes_that_would_leave_no_word_are_unsafe():
    text = "Share this.\n* * *\nFollow us.\n"
    first, last, blank = finding(0, 12), finding(18, 29), finding(11, 12)
    assert safeties(text, [first, last, blank]) == ["unsafe", "unsafe", "safe"]
    assert safeties(text, [first, blank]) == ["safe", "safe"]
    assert safeties(text, [last]) == ["safe"]


def test_where_a_word_stays_or_comes_fixes_are_as_safe_as_before():
    assert safeties("Share\nNow\nLike", [finding(0, 6), finding(10, 14)]) == ["safe", "safe"]
    assert safeties("Ã©", [finding(0, 2, "é")]) == ["safe"]
    assert safeties("\u200b\n", [finding(0, 1)]) == ["safe"]
