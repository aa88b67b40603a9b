"""What the characters and words of a sample say: the compiled walk against plain definitions."""

from collections import Counter
from unicodedata import category

from hypothesis import given, settings
from hypothesis import strategies as st

from textlint.evidence import Evidence, tally
from textlint.facts import count_scripts
from textlint.language import Demand
from textlint.script import script_of

texts = st.text(
    st.sampled_from("aZ é1 .’ßмЯ\u0301עم橋かタ한กहिᎣ\udcff𝒳🙂\n"), max_size=60
) | st.text(max_size=30)


@given(texts)
@settings(max_examples=500, deadline=None)
def test_letters_are_counted_by_script(text):
    kept = [char for char in text if category(char)[0] in "LM"]
    counts = Counter(map(script_of, kept))
    del counts[None]
    assert tally(text) == count_scripts(text) == counts


@given(st.text("aZ é1\n", max_size=40))
@settings(max_examples=500, deadline=None)
def test_words_speak_for_a_language_if_they_are_listed_and_letters_if_they_are_its_own(text):
    """Of two languages the first has a word and a letter; the second has neither."""
    evidence = Evidence(("fr", "en"), {"a": b"\0", "aé": b"\0"}, {"é": b"\0"})
    words = "".join(char if category(char)[0] in "LM" else " " for char in text).split()
    own = [word for word in words if word in ("a", "aé")]
    tally(text)
    found = evidence.verdict(text, 40, Demand(words=1, coverage=0.1), None)
    assert found == ("fr" if own and len(own) >= 0.1 * len(words) else None)
