"""From an item to the ordered sections of its guide."""

from __future__ import annotations

from attrs import define

from itemcatalog.errors import UsageError
from itemcatalog.model import Item
from itemcatalog.sections._blocks import Cell, Paragraphs
from itemcatalog.sections._draft import Content, Draft
from itemcatalog.sections._hash import item_hash
from itemcatalog.sections._identity import best_code
from itemcatalog.sections._model import GuideSections, Section, State
from itemcatalog.sections._profile import Profile, SectionSpec
from itemcatalog.sections._registry import BUILDERS
from itemcatalog.sections._titles import guide_name

__all__ = ["build_sections"]


def build_sections(item: Item, profile: Profile, *, final: bool = False) -> GuideSections:
    """Return the sections of an item's guide in the order of the profile.

    What the data does not state is marked 【待补充】 in a draft and worded as not stated in a final guide; it is
    never written as 无 or 不收费. Raises ``UsageError`` for a main item, which only heads sub-items,
    and for an item without a name.
    """
    if item.is_main:
        raise UsageError(f"主项“{item.name}”只统领子项，没有办事指南")
    if not item.name.strip():
        raise UsageError("事项没有名称，不能生成办事指南")
    best = best_code(item.codes)
    return GuideSections(
        profile=profile.id,
        title=profile.say_title(guide_name(item)),
        name=guide_name(item),
        code=best[1] if best else None,
        code_label=best[0] if best else None,
        item_id=item.id,
        item_hash=item_hash(item),
        date=item.updated or item.published or item.effective,
        authority=item.authority.name,
        url=item.online.url,
        sections=tuple(
            _section(item, profile, spec, number, final) for number, spec in enumerate(profile.sections, start=1)
        ),
    )


def _section(item: Item, profile: Profile, spec: SectionSpec, number: int, final: bool) -> Section:
    draft = Draft(item=item, profile=profile, final=final)
    written = BUILDERS[spec.id](draft)
    answer = _worded(draft, spec, written)
    return Section(
        id=spec.id,
        title=spec.title,
        number=number,
        state=answer.state,
        mandatory=spec.mandatory,
        blocks=answer.content.blocks,
        gaps=answer.content.gaps,
    )


@define(frozen=True, slots=True)
class _Answer:
    """栏目答复: a state and what stands under it."""

    state: State
    content: Content


def _worded(draft: Draft, spec: SectionSpec, written: Content | None) -> _Answer:
    if written is None:
        words = draft.profile.say("unstated" if draft.final else "missing")
        return _Answer(State.MISSING, Content(blocks=(Paragraphs(cells=(Cell(words, None, True),)),)))
    if written.none:
        words = spec.none or draft.profile.say("none")
        return _Answer(State.NONE, Content(blocks=(Paragraphs(cells=(Cell(words),)),)))
    return _Answer(State.FILLED, written)
