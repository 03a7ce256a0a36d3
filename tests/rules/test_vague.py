"""The lexicon of vague wording: every phrase fires on its example and keeps quiet on what only looks like it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from itemcatalog.rules.gde._vague import Vague, lexicon, vague_in

LEAST = 80


@pytest.mark.parametrize("entry", lexicon(), ids=lambda entry: entry.phrase)
def test_a_phrase_fires_on_its_example(entry: Vague) -> None:
    """The words found in the example belong to the phrase itself."""
    assert entry.phrase in {hit.entry.phrase for hit in vague_in(entry.example)}


@pytest.mark.parametrize("entry", lexicon(), ids=lambda entry: entry.phrase)
def test_a_false_alarm_is_none(entry: Vague) -> None:
    """Nothing at all is found in the text that only looks like the phrase, though it holds the same characters."""
    assert vague_in(entry.false_alarm) == ()
    assert set(entry.phrase) & set(entry.false_alarm)


def test_the_lexicon_is_large_and_says_what_to_write() -> None:
    """Eighty phrases at least, none twice, each with a kind and a rewrite."""
    phrases = [entry.phrase for entry in lexicon()]

    assert len(phrases) >= LEAST
    assert sorted(set(phrases)) == sorted(phrases)
    assert all(entry.kind and entry.rewrite for entry in lexicon())


def test_every_rewrite_is_itself_clear() -> None:
    """What we tell offices to write holds no vague word."""
    assert [entry.rewrite for entry in lexicon() if vague_in(entry.rewrite.replace("“等”", ""))] == []


def test_words_of_a_title_are_not_ours() -> None:
    """A vague word inside 《》 or quotation marks belongs to somebody else."""
    assert vague_in("符合《关于适当放宽若干条件的通知》和“原则上同意”的批复") == ()


@given(st.lists(st.sampled_from([entry.example for entry in lexicon()]), max_size=4))
def test_found_words_stand_in_the_text_and_never_overlap(texts: list[str]) -> None:
    """Words come in the order of the text, and no character is accused twice."""
    text = "，".join(texts)
    rest = "".join(text.replace("，", ",").replace("、", ",").split())

    for hit in vague_in(text):
        assert hit.words in rest
        rest = rest[rest.index(hit.words) + len(hit.words) :]


@pytest.mark.parametrize("entry", lexicon(), ids=lambda entry: entry.phrase)
@settings(max_examples=25)
@given(data=st.data())
def test_every_hit_begins_as_the_table_says(entry: Vague, data: st.DataObject) -> None:
    """Whatever a pattern finds begins with one of its beginnings, or it would never be looked for."""
    text = data.draw(st.from_regex(entry.pattern))

    assert {hit.group().startswith(entry.begins) for hit in entry.pattern.finditer(text)} <= {True}
