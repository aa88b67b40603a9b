"""The Hyperscan scanner finds what the reference scanner finds: that is the whole contract."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from textlint.build import distinctive
from textlint.document import Document
from textlint.finding import Severity
from textlint.hyperscanner import HyperscanScanner
from textlint.pattern import Pattern, Phrase, fold
from textlint.plugins import load
from textlint.rule import Example, Rule, unmark
from textlint.scan import PatternError, ReferenceScanner, resolve

PATTERNS = [
    r"(?<=\w)[ \u00a0]{1,4}(?=[.,;:!?](?:\s|$))",
    r"\bfoo\b",
    r"(?i)\bkasino\b",
    r"(?<![\p{Latin}])казино",
    r"^x ",
    r"\b(\w{2,9}) \1\b",
    r"[ab]+c",
    r"\p{Latin}{3}[\p{Hangul}\p{Han}]{2}",
    r"a{1,3}?b",
    r"(?:ab|a)(?=b|$)",
    r"[^\n]{1,20}x",
    r"x(?!y)",
    r"(?<=a )b",
    r"é\b",
    r"\bé",
    r"(?i:straße|ß)",
    r"a\Z",
    r"\Ab",
    r"(?<=^\s{0,3})a{2,40}",
    r"(a|b)(c|\1)",
    r"[^\x00-\x7f]{2}",
    r"[\udc80-\udcff]{1,9}",
    r"(\bfoo\b|\bbar\b) and \1",
    r"(a(?=b))b\1",
    r"(?:(a$)|c)\n\1",
    "(?x)a +b",
    r"(?>[ab]{1,50}\Z|a)b",
    r"[ab]{1,9}+(?=c)",
    r"foo(?=.{0,9}bar)",
    r"(?s)o.b",
    r"x[ab]{1,9}(?!c)",
    r"x(?:ab){0,9}(?!a)",
    r"[ab]{1,30}(?:foo){0,3}",
    r"(?<=\w)[ \t]{1,3}(?:,|;){1,2}",
    r"\p{L}{2}\b,\p{Lu}*",
    "(?x) f o o # spaced out \n [ ] b",
]
PHRASES = [
    Phrase("Leave a Reply", "line"),
    Phrase("토토"),
    Phrase("казино"),
    Phrase("foo {} bar", "line"),
    Phrase("a'b"),
    Phrase("казино онлайн", "prefix"),
    Phrase("ab", "anywhere"),
    Phrase("Ελλάδας"),
    Phrase("x {}", "line"),
    Phrase("İst"),
    Phrase("Kapıda"),
    Phrase("β ϐ", "anywhere"),
    Phrase("a\n", "anywhere"),
    Phrase("b c\u3000", "line"),
]


def rule(code, *patterns, gate=()):
    return Rule(
        code=code,
        name="a-rule",
        severity=Severity.ERROR,
        why="It is a test.",
        check=lambda _document, _match: [],
        bad=("a",),
        good=("b",),
        patterns=patterns,
        gate=gate,
    )


RULES = {
    **{f"PAT{n:03}": rule(f"PAT{n:03}", Pattern(source)) for n, source in enumerate(PATTERNS)},
    **{f"PHR{n:03}": rule(f"PHR{n:03}", phrase) for n, phrase in enumerate(PHRASES)},
    "ALL001": rule("ALL001", *PHRASES, *map(Pattern, PATTERNS[:3])),
    "GAT001": rule("GAT001", gate=(Phrase("онлайн"), Pattern(r"\bfoo\b"))),
    "GAT002": rule("GAT002", gate=(Phrase("ab", "anywhere"),)),
}
PIECES = (
    "a b c x y foo Foo FOO bar . , казино КАЗИНО Казино онлайн é É ß ẞ straße STRASSE 토토 스포츠토토 中文 "
    "kasino KASINO KaSiNo ab a'b A’B ελλάδας ΕΛΛΆΔΑΣ Ελλάδας İST ist ıst IST kapıda KAPIDA β Β ϐ"
).split()
TEXTS = st.lists(
    st.one_of(
        st.sampled_from(PIECES),
        st.sampled_from(
            [" ", "\u00a0", "\n", "\r\n", "  ", "\udc80", "\ufffd", "\u2028", "\0", "i\u0307"]
        ),
        st.sampled_from(["Leave a Reply", "leave\u00a0a REPLY", "foo baz bar", " онлайн"]),
        st.text(max_size=3),
    ),
    max_size=40,
).map("".join)


@pytest.fixture(scope="module")
def scanners():
    return ReferenceScanner(RULES), HyperscanScanner(RULES)


def spans(scanned):
    return [
        {code: [match.span() for match in matches] for code, matches in found.items()}
        for found in scanned
    ]


@settings(
    max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(texts=st.lists(TEXTS, min_size=1, max_size=5))
def test_both_scanners_find_the_same(scanners, texts):
    reference, fast = scanners
    documents = [Document(text) for text in texts]
    assert spans(fast.scan(documents)) == spans(reference.scan(documents))


MARGINS = st.lists(
    st.sampled_from([" ", "\t", "\u00a0", "\n", "\r", "\u2028", "x", "."]), max_size=3
)


@settings(
    max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.tuples(MARGINS, st.sampled_from([0, 14, 15, 16, 17]), MARGINS), max_size=3))
def test_both_scanners_find_the_same_phrases_within_margins(scanners, stretches):
    reference, fast = scanners
    text = "".join(
        "".join([*front, " " * blanks, phrase, " " * blanks, *back])
        for front, blanks, back in stretches
        for phrase in ("leave a reply", "казино онлайн")
    )
    assert spans(fast.scan([Document(text)])) == spans(reference.scan([Document(text)]))


def test_both_scanners_find_something(scanners):
    """The comparison above would hold between two scanners that find nothing."""
    text = "\n".join(["Leave a Reply", " ".join(PIECES), "foo baz bar", "x 1", "a .", "foo foo"])
    for scanner in scanners:
        found = spans(scanner.scan([Document(text)]))[0]
        assert len(found) > len(RULES) / 2


def test_both_scanners_find_the_same_in_every_example_of_every_rule():
    rules = load().rules
    examples = [e for r in rules.values() for e in (*r.bad, *r.good, *r.known_failures)]
    texts = [unmark(e.text if isinstance(e, Example) else e).text for e in examples]
    # Several in one document, for what costs is asking for each of the phrases once a document.
    documents = [Document("\n\n".join(texts[at : at + 100])) for at in range(0, len(texts), 100)]
    expected = spans(ReferenceScanner(rules).scan(documents))
    assert spans(HyperscanScanner(rules).scan(documents)) == expected


def test_an_open_gate_is_an_empty_list():
    rules = {"AAA001": rule("AAA001", gate=(Phrase("foo"), Pattern("b+a")))}
    documents = [Document(text) for text in ("a Foo", "food", "bba", "")]
    for scanner in (ReferenceScanner(rules), HyperscanScanner(rules)):
        assert scanner.scan(documents) == [{"AAA001": []}, {}, {"AAA001": []}, {}]


def test_nothing_is_said_of_rules_that_do_not_run():
    rules = {"AAA001": rule("AAA001", Pattern("foo")), "BBB001": rule("BBB001", Phrase("foo"))}
    for scanner in (ReferenceScanner(rules), HyperscanScanner(rules)):
        assert spans(scanner.scan([Document("foo")], {"BBB001"})) == [{"BBB001": [(0, 3)]}]


def test_of_patterns_that_match_alike_the_first_counts():
    rules = {"AAA001": rule("AAA001", Phrase("foo"), Pattern("(?P<it>foo)"))}
    for scanner in (ReferenceScanner(rules), HyperscanScanner(rules)):
        (match,) = scanner.scan([Document("a foo")])[0]["AAA001"]
        assert not match.re.groupindex


def test_a_long_text_is_scanned_in_linear_steps():
    """A hit every few characters, none of them true: the search may not run to the end each time."""
    scanner = HyperscanScanner({"AAA001": rule("AAA001", Pattern(r"ab(?!c)"))})
    assert spans(scanner.scan([Document("abc " * 50_000)])) == [{}]


def test_folding_keeps_places_and_joins_the_cases_of_a_character():
    for char in map(chr, range(0x110000)):
        if not 0xD800 <= ord(char) < 0xE000:
            assert len(fold(char)) == 1
    for char in "aéжσςıіәҐøþşğ":
        assert fold(char) == fold(char.upper())
        assert fold(f"x{char}x") == fold(f"X{char.upper()}X")


def test_a_phrase_is_looked_for_by_its_longest_part_between_holes():
    assert distinctive("By {} on ELLÁDAS {}")[:2] == (" on elládas ".encode(), 17)
    assert distinctive("{} €")[:2] == (" €".encode(), 4)


def test_of_overlapping_matches_the_leftmost_then_longest_stays():
    pattern = Pattern("a")
    text = "aab"
    scanner = ReferenceScanner({"AAA001": rule("AAA001", pattern, Pattern("ab"), Pattern("aab"))})
    assert spans(scanner.scan([Document(text)])) == [{"AAA001": [(0, 3)]}]
    assert resolve([]) == []


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        ("(", "is no regular expression"),
        ("a*", "matches the empty text"),
        ("(?=a)", "can match nothing at all"),
        (r"(?R)a", "cannot be scanned for"),
        (r"(?:foo){e<=1}", "cannot be scanned for"),
    ],
)
def test_an_unusable_pattern_is_named(source, problem):
    with pytest.raises(PatternError, match=problem) as caught:
        HyperscanScanner({"AAA001": rule("AAA001", Pattern(source))})
    assert caught.value.code == "AAA001"


def test_a_pattern_that_is_too_large_for_hyperscan_is_found_all_the_same():
    rules = {
        "AAA001": rule("AAA001", Pattern(r"[^\x00]{2000}q[a-z]{3000}")),
        "AAA002": rule("AAA002", Pattern(r"[oö]f[a-z]")),
    }
    documents = [Document("offer"), Document("ж" * 2000 + "q" + "a" * 3000), Document("")]
    assert spans(HyperscanScanner(rules).scan(documents)) == [
        {"AAA002": [(0, 3)]},
        {"AAA001": [(0, 5001)]},
        {},
    ]


def test_a_pattern_that_takes_too_long_costs_itself(monkeypatch):
    monkeypatch.setattr("textlint.scan.DEADLINE", 0.05)
    monkeypatch.setattr("textlint.confirm.DEADLINE", 0.05)
    rules = {
        "AAA001": rule("AAA001", Pattern(r"(?:a|aa)+!(?<!!)")),
        "AAA002": rule("AAA002", Pattern("!")),
    }
    document = Document("a" * 45 + "!")
    for scanner in (ReferenceScanner(rules), HyperscanScanner(rules)):
        assert spans(scanner.scan([document])) == [{"AAA002": [(45, 46)]}]
        assert [overrun.code for overrun in scanner.overruns] == ["AAA001"]


def test_damaged_databases_on_disk_are_built_again(tmp_path, monkeypatch):
    monkeypatch.setenv("TEXTLINT_CACHE_DIR", str(tmp_path))
    rules = {"AAA001": rule("AAA001", Pattern("f[a-z]o"), Phrase("bar"))}
    HyperscanScanner(rules).scan([Document("foo bar")])
    kept = {path: path.read_bytes() for path in tmp_path.glob("patterns-*")}
    assert kept
    for damage in (
        lambda whole: whole[: len(whole) // 2],
        lambda _: b"",
        lambda w: w[:-1] + bytes([w[-1] ^ 1]),
    ):
        for path, whole in kept.items():
            path.write_bytes(damage(whole))
        assert spans(HyperscanScanner(rules).scan([Document("foo bar")]))[0].keys() == {"AAA001"}
        assert {path: path.read_bytes() for path in kept} == kept


def test_a_change_in_one_category_translates_no_other_anew(tmp_path, monkeypatch):
    monkeypatch.setenv("TEXTLINT_CACHE_DIR", str(tmp_path))
    first = {"AAA001": rule("AAA001", Pattern("foo")), "BBB001": rule("BBB001", Pattern("bar"))}
    HyperscanScanner(first)
    before = set(tmp_path.glob("patterns-*"))
    HyperscanScanner({**first, "BBB001": rule("BBB001", Pattern("baz"))})
    assert len(set(tmp_path.glob("patterns-*")) - before) == 1


def test_a_phrase_without_anything_to_look_for_is_named():
    with pytest.raises(PatternError, match="has nothing that can be scanned for"):
        HyperscanScanner({"AAA001": rule("AAA001", Phrase("{}"))})


def test_a_cache_that_cannot_be_written_is_passed_over(tmp_path, monkeypatch):
    (tmp_path / "file").touch()
    monkeypatch.setenv("TEXTLINT_CACHE_DIR", str(tmp_path / "file" / "cache"))
    scanner = HyperscanScanner({"AAA001": rule("AAA001", Pattern("foo"))})
    assert spans(scanner.scan([Document("foo")]))[0].keys() == {"AAA001"}
