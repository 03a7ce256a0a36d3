"""要求居（村）民委员会出具不应由其出具的证明。

依据：民政部等六部门《关于改进和规范基层群众性自治组织出具证明工作的指导意见》（民发〔2020〕20号）附件：不应由基层群众性自治组织出具证明事项清单（第一批，20项）。
示例：“婚姻状况证明”写由社区居委会出具 → 由民政部门核查或者申请人承诺。
“住所使用权证明（居委会出具）”：名称里写明的也算。
局限：只在出具机构或者材料名称写明由居（村）委会、社区出具时判断；出具机构写的是别的机构，不看名称；2020年4月1日前不适用。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.model import Item, Material
from itemcatalog.rules._context import Context
from itemcatalog.rules._items import is_service
from itemcatalog.rules._rule import Force, Problem, Rule, Scope
from itemcatalog.rules.crt._proofs import of_others
from itemcatalog.text import normalise

__all__ = ["RULE"]

_COMMITTEE = re.compile(r"(?:居|村)[)）]?民?委|社区(?:居委|工作站)|村（居）|村\(居\)")
# “住所使用权证明(居委会出具)”“村民委员会出具的…证明”；“社区卫生服务中心出具”“无需居委会出具”不是.
_IN_NAME = re.compile(
    r"(?<!无需)(?<!不需)(?<!无须)(?<!不再)(?<!不由)(?<!非)"
    r"((?:社区|[居村])(?:\((?:社区|[居村])\)|[/、或](?:社区|[居村]))?(?:居民|村民|[民居村])?(?:委员会|委会|工作站)|社区)"
    r"(?:\([^()]{1,10}\))?(?:统一|负责|依法)?[出开]具"
)
# 二十项，及其在材料名称里的写法.
_TWENTY = {
    "亲属关系证明": r"亲属关系|亲属证明|亲子关系",
    "居民身份信息证明": r"身份信息|同一人|曾用名",
    "居民户口登记项目内容变更申请证明": r"户口登记项目|户口变更",
    "居民养犬证明": r"养犬",
    "无犯罪记录证明": r"犯罪记录|违法犯罪",
    "社区戒毒、社区康复情况证明": r"戒毒|康复情况",
    "人员失踪证明": r"失踪",
    "婚姻状况证明": r"婚姻状况|未婚证明|单身",
    "出生证明": r"出生(?:情况)?证明",
    "健在证明": r"健在|生存证明",
    "死亡证明": r"死亡(?:情况)?证明",
    "疾病状况证明": r"疾病|患病",
    "残疾状况证明": r"残疾(?:状况|情况)?证明",
    "婚育状况证明": r"婚育|生育(?:状况|情况)",
    "居民就业状况证明": r"就业状况|失业证明|无业",
    "居民个人档案证明": r"档案证明",
    "居民财产证明": r"财产证明|资产证明|收入证明",
    "遗产继承权公证证明": r"遗产继承|继承权",
    "市场主体住所（经营场所）证明": r"(?:经营场所|住所)[)）]?(?:使用权?)?证明",
    "证件遗失证明": r"遗失证明",
}


def _check(item: Item, context: Context) -> Iterator[Problem]:
    for index, material in enumerate(item.materials):
        issuer = _committee(material)
        hit = _of_twenty(material.name) if issuer else None
        if hit:
            yield Problem(
                field=f"materials[{index}].name",
                values={"found": material.name, "issuer": issuer, "expected": hit},
                found=material.name,
                expected=hit,
            )


def _committee(material: Material) -> str | None:
    """Return the committee that issues a material, by its issuer, else by its name; None when it is not told."""
    stated = material.issuer or ""
    if _COMMITTEE.search(stated):
        return stated
    may_tell = "具" in material.name and of_others(material) is not True
    told = _IN_NAME.search(normalise(material.name)) if may_tell else None
    return told[1] if told else None


def _of_twenty(name: str) -> str | None:
    return next((one for one, pattern in _TWENTY.items() if re.search(pattern, name)), None)


def _applies(item: Item, context: Context) -> bool:
    told = any(one.issuer or (_committee(one) and _of_twenty(one.name)) for one in item.materials)
    return is_service(item) and bool(told)


RULE = Rule(
    code="CRT006",
    name="不应由居（村）委会出具",
    scope=Scope.ITEM,
    severity=Severity.ERROR,
    force=Force.LAW,
    summary=Text(
        "要求居（村）民委员会出具不应由其出具的证明。",
        "A residents' committee is asked for a certificate that it must not issue.",
    ),
    basis="民政部等六部门《关于改进和规范基层群众性自治组织出具证明工作的指导意见》（民发〔2020〕20号）附件",
    recommendation=Text(
        "取消该证明，改由职能部门核查或者告知承诺。", "Drop the certificate; let the office responsible verify it."
    ),
    messages={
        "default": Message(
            "“{found}”写由{issuer}出具，属于不应由基层群众性自治组织出具的“{expected}”",
            "“{found}” is asked of {issuer}, which must not issue certificates of “{expected}”",
        ),
    },
    needs=("materials",),
    check=_check,
    applies=_applies,
    valid_from=date(2020, 4, 1),
    page=__doc__,
)
