"""What a catalogue teaches about its own words."""

from __future__ import annotations

from itemcatalog.matching import (
    Entry,
    Verdict,
    compare_names,
    default_lexicon,
    group_entries,
    learn_qualifiers,
    learn_synonyms,
    match_entries,
)


def _coded(channel: str, pairs: list[tuple[str, str]]) -> list[Entry]:
    return [
        Entry(id=f"{channel}{code}", channel=channel, name=name, codes={"basic": code} if code else {})
        for code, name in pairs
    ]


_CITY = [("000118001000", "定制大巴线路查询"), ("000118002000", "定制大巴站点审批"), ("", "夜间大巴调度公开")]
_PORTAL = [("000118001000", "定制班线线路查询"), ("000118002000", "定制班线站点审批"), ("", "夜间班线调度公开")]


def test_synonyms_are_learnt_from_equal_codes_with_evidence() -> None:
    """Two codes that replace one word by another teach the pair; the codes and names are its evidence."""
    learnt = learn_synonyms([*_coded("city", _CITY), *_coded("portal", _PORTAL)])

    assert [(one.left, one.right) for one in learnt] == [("大巴", "班线")]
    assert learnt[0].codes == ("000118001000", "000118002000")
    assert "定制大巴线路查询" in learnt[0].evidence


def test_a_learnt_synonym_is_a_doubt_until_confirmed() -> None:
    """Without a code the learnt word makes a review with its evidence, never a group; confirmed it makes one."""
    grouping = group_entries([*_coded("city", _CITY), *_coded("portal", _PORTAL)])
    near = [one for one in grouping.conflicts if one.kind == "name-near"]

    assert [one.found for one in near] == ["夜间班线调度公开"]
    assert "2 个编码" in near[0].values["reasons"][0].zh
    confirmed = default_lexicon().extended([grouping.synonyms[0].as_term()])
    assert Verdict.SAME is compare_names("夜间大巴调度公开", "夜间班线调度公开", confirmed).verdict


def test_one_code_teaches_nothing() -> None:
    """One item under one code may simply be wrong."""
    assert learn_synonyms([*_coded("city", _CITY[:1]), *_coded("portal", _PORTAL[:1])]) == ()


def test_qualifiers_that_recur_in_brackets_are_learnt() -> None:
    """What stands in brackets behind three objects is a qualifier of this catalogue."""
    names = [f"{thing}设置审批（跨境电商）" for thing in ("监管场所", "保税仓", "堆场")] + ["渡口设置审批（单独一次）"]
    learnt = learn_qualifiers(names)

    assert [one.term for one in learnt] == ["跨境电商"]
    lexicon = default_lexicon().extended(learnt)
    assert Verdict.SAME is compare_names("跨境电商渡口设置审批", "渡口设置审批（跨境电商）", lexicon).verdict


def test_what_moved_out_of_brackets_is_matched() -> None:
    """A name that writes in front what another writes in brackets is the same item."""
    entries = [
        Entry(id="a", channel="a", name="跨境电商监管场所设置审批"),
        Entry(id="b", channel="b", name="监管场所设置审批（跨境电商）"),
    ]

    assert [one.verdict for one in match_entries(entries)] == [Verdict.SAME]
