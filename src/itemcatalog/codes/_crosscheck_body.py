"""Whether the body in a code is the item's authority (实施主体)."""

from __future__ import annotations

from collections.abc import Mapping

from itemcatalog.codes import orgcode, uscc
from itemcatalog.codes._crosscheck import CrossCheck, answer, judged
from itemcatalog.codes._model import ItemCode, Verdict

__all__ = ["check_credit_code", "check_name"]


def check_credit_code(code: ItemCode, given: str) -> CrossCheck | None:
    wanted = uscc.compact(given)
    credit, organisation = code.credit_code, code.organisation_code
    if credit and len(wanted) == 18:
        agrees = credit == wanted
        words = (
            ("编码中的主体代码与实施主体一致", "The body in the code is the item's body")
            if agrees
            else (
                f"编码中的主体代码 {credit} 与实施主体的 {wanted} 不一致",
                f"The body in the code, {credit}, is not the item's {wanted}",
            )
        )
        verdict = Verdict.UNKNOWN if code.virtual_body and not agrees else judged(agrees)
        return answer("authority_credit_code", "credit_code", verdict, wanted, credit, words)
    inner = wanted[8:17] if len(wanted) == 18 else wanted
    if not organisation or len(inner) != 9 or not orgcode.is_valid(inner):
        return None
    agrees = organisation == inner
    words = (
        ("编码中的组织机构代码与实施主体一致", "The organisation code is the body's")
        if agrees
        else (
            f"编码中的组织机构代码 {organisation} 与实施主体的 {inner} 不一致",
            f"The organisation code {organisation} is not the body's {inner}",
        )
    )
    return answer("authority_credit_code", "organisation_code", judged(agrees), inner, organisation, words)


def check_name(code: ItemCode, name: str, organisations: Mapping[str, str]) -> CrossCheck | None:
    credit = code.credit_code
    if not credit or code.virtual_body:
        return None
    registered = sorted(number for number, known in organisations.items() if known.strip() == name.strip())
    if credit in registered:
        words = ("主体代码与实施主体名称一致", "Code and name are of one body")
        return answer("authority_name", "credit_code", Verdict.OK, name, credit, words)
    holder = organisations.get(credit)
    if registered and holder:
        words = (
            f"主体代码 {credit} 属于 {holder}，{name} 的代码是 {'、'.join(registered)}",
            f"{credit} belongs to {holder}; {name} has {', '.join(registered)}",
        )
        return answer("authority_name", "credit_code", Verdict.BAD, registered[0], credit, words)
    if not registered and not holder:
        return None
    words = (
        f"主体代码 {credit} 与 {name} 的对应关系不能确定",
        f"Whether {credit} is the code of {name} cannot be decided",
    )
    return answer("authority_name", "credit_code", Verdict.UNKNOWN, holder or registered[0], credit, words)
