"""Bodies that one channel names and another gives by their credit codes."""

from __future__ import annotations

from itemcatalog.matching import Entry, group_entries


def test_a_body_named_on_one_channel_and_coded_on_the_other_is_one() -> None:
    """The body that begins the codes of one channel is the other channel's by its credit code; a name alone is not."""
    body, other = "11410300005350667M", "11410300005350114T"
    named = Entry(
        id="a1",
        channel="a",
        name="取水许可",
        codes={"implementation": f"{body}3000111601000"},
        authority="洛阳市水利局",
    )
    foreign = Entry(
        id="a2", channel="c", name="取水许可", codes={"implementation": f"{other}3000111601000"}, authority="水利局"
    )
    code = {"implementation": f"{body}3000119601000"}
    coded = Entry(id="b1", channel="b", name="取水许可", codes=code, authority="水利局", authority_credit_code=body)

    assert [one.kind for one in group_entries([named, coded]).conflicts] == ["name-codes-differ"]
    assert group_entries([foreign, coded]).conflicts == ()
