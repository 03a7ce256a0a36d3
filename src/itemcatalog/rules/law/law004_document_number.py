"""文号的写法不规范。

依据：《党政机关公文处理工作条例》（中办发〔2012〕14号）第九条；《党政机关公文格式》（GB/T 9704-2012）7.2.5：
年份用六角括号“〔〕”括入，发文顺序号不加“第”字、不编虚位，加“号”字。
示例：闽政[2016]066 → 闽政〔2016〕66号；国办发2010年54号 → 国办发〔2010〕54号。
局限：只看写法，不核对文号是否存在；国务院令、主席令等令号，公告、通告的编号，
以及没有括号而写“第”的（人民银行2003年第5号，多为令或者公告）不检查。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.model import Item
from itemcatalog.rules._context import Context
from itemcatalog.rules._rule import Force, Problem, Rule, Scope

__all__ = ["RULE"]

_NUMBER = re.compile(
    r"([一-鿿]{1,12})\s*(?:[（(\[【〔［﹝]\s*((?:19|20)[0-9]{2})\s*年?[）)\]】〕］﹞]|((?:19|20)[0-9]{2})年?)"
    r"\s*(第?)\s*([0-9]{1,5})\s*号?"
)
# Orders and announcements are numbered through a year or an office's term: 公告2020年第5号, 交通运输部令2023年第18号,
# and 人民银行2003年第5号 is one of the two.
_OTHER_KINDS = ("令", "公告", "通告", "公报")


def _check(item: Item, context: Context) -> Iterator[Problem]:
    for index, basis in enumerate(item.legal_bases):
        written = (basis.document_number or "").strip()
        found = _NUMBER.fullmatch(written)
        if found is None or found[1].endswith(_OTHER_KINDS) or (found[3] and found[4]):
            continue
        standard = f"{found[1]}〔{found[2] or found[3]}〕{int(found[5])}号"
        if standard != written:
            yield Problem(
                field=f"legal_bases[{index}].document_number",
                values={"found": written, "expected": standard},
                found=written,
                expected=standard,
            )


def _applies(item: Item, context: Context) -> bool:
    return any(basis.document_number for basis in item.legal_bases)


RULE = Rule(
    code="LAW004",
    name="文号写法不规范",
    scope=Scope.ITEM,
    severity=Severity.NOTICE,
    force=Force.LAW,
    summary=Text("文号的写法不规范。", "The number of a document is not written in the standard form."),
    basis="《党政机关公文处理工作条例》第九条；《党政机关公文格式》（GB/T 9704-2012）7.2.5",
    recommendation=Text("文号写作“机关代字〔年份〕顺序号号”。", "Write the number as agency〔year〕number号."),
    messages={
        "default": Message(
            "文号“{found}”写法不规范，应为“{expected}”",
            "The document number “{found}” should read “{expected}”",
        ),
    },
    needs=("legal_bases",),
    check=_check,
    applies=_applies,
    page=__doc__,
)
