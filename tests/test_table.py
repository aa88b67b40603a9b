"""Tables that are read where they lie: they hold what was laid into them, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textlint.table import Table

TEXTS = st.text(st.characters(exclude_characters="\n\t"), max_size=6)


@given(st.dictionaries(TEXTS, TEXTS), TEXTS)
def test_a_table_is_like_the_mapping_it_was_made_of(entries, other):
    table = Table(Table.pack(entries))
    for key, text in entries.items():
        assert table.get(key) == text
        assert key in table
    assert table.get(other) == entries.get(other)
    assert sorted(table) == sorted(entries)


def test_lone_surrogates_and_marks_of_other_tables_are_keys_too():
    entries = {"\udc80": "\0", "\0\1": "\udcff", "": "nothing"}
    table = Table(Table.pack(entries))
    assert {key: table.get(key) for key in entries} == entries


@pytest.mark.parametrize("entry", [("a\nb", ""), ("a", "b\tc")])
def test_what_parts_entries_cannot_be_in_one(entry):
    with pytest.raises(ValueError, match="line break"):
        Table.pack([entry])


def test_part_of_a_key_is_no_key():
    table = Table(Table.pack({"share this": "x"}))
    assert "share" not in table
    assert "this" not in table
