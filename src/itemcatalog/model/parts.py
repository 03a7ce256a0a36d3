"""The parts of an item (事项要素): who, on what basis, under which conditions, with which materials."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from attrs import define, field

from itemcatalog.model._base import EMPTY
from itemcatalog.model.limits import Limit

__all__ = [
    "Authority",
    "Codes",
    "Condition",
    "Joint",
    "LegalBasis",
    "Material",
    "Question",
    "Situation",
    "SpecialProcedure",
    "Step",
    "Theme",
]

# Characters of a basic code, and of an implementation code, at whose end it stands.
_BASIC, _LONG = 12, 31


@define(frozen=True, slots=True, kw_only=True)
class Codes:
    """编码: the numbers of one item in the schemes it lives in; text, never numbers (GB/T 39554.1)."""

    basic: str | None = None
    implementation: str | None = None
    handling: str | None = None
    local_basic: str | None = None
    local_implementation: str | None = None
    directory: str | None = None
    portal: str | None = None
    internal: str | None = None

    @property
    def base(self) -> str | None:
        """The twelve characters of the basic code: a code of its own, else those within a longer one."""
        own = next((code for code in (self.basic, self.local_basic) if code and len(code) == _BASIC), None)
        longer = next((code for code in (self.implementation, self.handling) if code and len(code) >= _LONG), "")
        return (own or longer[_LONG - _BASIC : _LONG]).upper() or None


@define(frozen=True, slots=True, kw_only=True)
class Joint:
    """联办机构: another body that takes part; ``roles`` as the source words them (会同, 审核 …)."""

    name: str | None = None
    credit_code: str | None = None
    roles: tuple[str, ...] = ()


@define(frozen=True, slots=True, kw_only=True)
class Authority:
    """实施主体: the body that exercises the item, and those behind and beside it.

    ``kind`` 实施主体性质 (法定机关 授权组织 受委托组织), ``entrusting`` 委托部门, ``undertaking`` 承办机构,
    ``office`` 主办处室.
    """

    name: str | None = None
    credit_code: str | None = None
    kind: str | None = None
    entrusting: str | None = None
    undertaking: str | None = None
    office: str | None = None
    joint: tuple[Joint, ...] = ()


@define(frozen=True, slots=True, kw_only=True)
class LegalBasis:
    """设定依据: one law or document, with article and quoted text."""

    title: str | None = None
    document_number: str | None = None
    article: str | None = None
    text: str | None = None
    issued_by: str | None = None
    effective: date | None = None
    extra: Mapping[str, Any] = field(default=EMPTY, hash=False)


@define(frozen=True, slots=True, kw_only=True)
class Theme:
    """主题: a node of a portal's topic tree (``audience`` 自然人 or 法人)."""

    name: str
    scheme: str | None = None
    audience: str | None = None


@define(frozen=True, slots=True, kw_only=True)
class Situation:
    """情形: a case of the item (新办, 变更 …) that conditions, materials and limits may refer to by ``id``."""

    id: str
    name: str | None = None
    note: str | None = None


@define(frozen=True, slots=True, kw_only=True)
class SpecialProcedure:
    """特殊环节: a step outside the limits (行政许可法第四十五条).

    ``kind`` is one of 听证 招标 拍卖 检验 检测 检疫 鉴定 专家评审 or the source's own word; ``counted`` says
    whether its time is counted in the limit, ``charged`` whether it costs a fee.
    """

    kind: str | None = None
    text: str | None = None
    limit: Limit | None = None
    basis: str | None = None
    counted: bool | None = None
    charged: bool | None = None
    fee_basis: str | None = None
    situations: tuple[str, ...] = ()
    applicants: tuple[str, ...] = ()


@define(frozen=True, slots=True, kw_only=True)
class Condition:
    """受理条件: one condition; ``logic`` says whether all or any of its sub-conditions must hold."""

    text: str
    logic: str | None = None
    situations: tuple[str, ...] = ()
    applicants: tuple[str, ...] = ()


@define(frozen=True, slots=True, kw_only=True)
class Material:
    """申请材料: one document that the applicant hands in.

    ``kind`` 证件 · 证明 · 申请表 · 其他, ``issuer`` 出具机构, ``source`` 来源渠道, ``necessity`` 必要 · 非必要 ·
    容缺后补, equal ``choice`` = 任选其一, ``originals``/``copies`` 份数, ``form`` 纸质/电子, ``acceptance`` 受理标准,
    ``deferrable`` 可容缺, ``electronic_licence`` served by an electronic licence, ``order`` number in the list.
    """

    name: str
    code: str | None = None
    kind: str | None = None
    issuer: str | None = None
    source: str | None = None
    necessity: str | None = None
    choice: str | None = None
    use: str | None = None
    originals: int | None = None
    copies: int | None = None
    pages: int | None = None
    form: str | None = None
    basis: str | None = None
    acceptance: str | None = None
    fill_note: str | None = None
    deferrable: bool | None = None
    template: str | None = None
    sample: str | None = None
    electronic_licence: bool | None = None
    order: int | None = None
    situations: tuple[str, ...] = ()
    applicants: tuple[str, ...] = ()
    extra: Mapping[str, Any] = field(default=EMPTY, hash=False)


@define(frozen=True, slots=True, kw_only=True)
class Step:
    """办理环节: one step of the procedure with its own time."""

    step: str
    limit: Limit | None = None
    note: str | None = None
    situations: tuple[str, ...] = ()
    applicants: tuple[str, ...] = ()


@define(frozen=True, slots=True, kw_only=True)
class Question:
    """常见问题: a question and its answer."""

    question: str
    answer: str | None = None
