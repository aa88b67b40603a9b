"""What the characters and words of a sample say: the compiled walk against plain definitions."""

from collections import Counter
from unicodedata import category

from hypothesis import given, settings
from hypothesis import strategies as st

from textlint.evidence import looked_at
from textlint.facts import count_scripts
from textlint.script import script_of

texts = st.text(
    st.sampled_from("aZ é1 .’ßмЯ\u0301עم橋かタ한กहिᎣ\udcff𝒳🙂\n"), max_size=60
) | st.text(max_size=30)


@given(texts)
@settings(max_examples=500, deadline=None)
def test_letters_are_counted_by_script_and_words_are_letters_and_marks(text):
    seen = looked_at(text)
    kept = "".join(char if category(char)[0] in "LM" else " " for char in text)
    counts = Counter(script_of(char) for char in kept if char != " ")
    del counts[None]
    assert seen.scripts == count_scripts(text) == counts
    assert seen.words == kept.split()
    latin = [char for char in kept if not char.isascii() and script_of(char) == "Latin"]
    assert seen.accented == len(latin)
