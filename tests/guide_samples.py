"""Invented items that fill every section of a guide; offices, numbers and addresses are made up."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from itemcatalog.model import (
    Authority,
    Codes,
    Condition,
    Contact,
    Fee,
    Fees,
    FeeTier,
    Item,
    LegalBasis,
    Limit,
    Material,
    Online,
    Phone,
    Question,
    ServicePlace,
    ServiceResult,
    Situation,
    SpecialProcedure,
    Step,
    Theme,
    Visits,
    Window,
)

__all__ = ["full_item", "plain_item"]

_RULES = "示例经营场所管理条例"


def full_item(**changes: object) -> Item:
    """Return an item with situations, choices, special procedures, fees by tier and two places."""
    values = _identity() | _course() | _service()
    return Item(**(values | changes))  # type: ignore[arg-type]


def _identity() -> dict[str, object]:
    return {
        "name": "小型餐饮服务许可（新办）",
        "parent_name": "小型餐饮服务许可",
        "sub_item": "小型餐饮服务许可（新办）",
        "kind": "sub",
        "codes": Codes(basic="000131001001", implementation="11350100003600000A3000131001001"),
        "power_type": "行政许可",
        "power_source": ("法定本级行使",),
        "case_type": "承诺件",
        "levels": ("市级",),
        "division": "350100",
        "authority": Authority(name="示例市市场监督管理局", undertaking="行政审批处", office="行政审批处"),
        "status": "在用",
        "version": "3",
        "updated": date(2017, 11, 20),
        "legal_bases": _bases(),
        "target_groups": ("自然人", "企业法人"),
        "themes": (Theme(name="准营准办"),),
        "situations": (Situation(id="new", name="新办"), Situation(id="move", name="变更地址")),
    }


def _course() -> dict[str, object]:
    return {
        "statutory_limit": Limit.of(20),
        "promised_limit": Limit(value=Fraction(6), unit="工作日", excludes=("现场核查时间",)),
        "special_procedures": (
            SpecialProcedure(
                kind="专家评审", limit=Limit.of(10), basis=f"《{_RULES}》第十五条", counted=False, charged=False
            ),
        ),
        "conditions": (
            Condition(text="有与经营规模相适应的固定场所。"),
            Condition(text="从业人员取得有效的健康证明。"),
            Condition(text="新址符合选址要求。", situations=("move",)),
        ),
        "materials": _materials(),
        "procedure": (
            Step(step="申请", note="网上或窗口提交申请材料"),
            Step(step="受理", limit=Limit.of(1)),
            Step(step="审查", limit=Limit.of(3), note="书面审查，必要时现场核查"),
            Step(step="决定", limit=Limit.of(2)),
            Step(step="送达"),
        ),
        "review_methods": ("书面审查", "实地核查"),
        "fees": _fees(),
        "results": (
            ServiceResult(
                name="小型餐饮服务许可证", kind="证照", validity="3年", delivery=("窗口领取", "快递"), electronic=True
            ),
        ),
    }


def _service() -> dict[str, object]:
    return {
        "places": _places(),
        "consultation": Contact(
            phones=(Phone(number="0591-12345678", extension="803"),), address="示例路1号政务服务中心一楼咨询台"
        ),
        "complaint": Contact(phones=(Phone(number="0591-12345"),), url="https://example.org/complain"),
        "visits": Visits(total=1, online=0, window=1, reason="需现场核验原件"),
        "online": Online(
            available=True,
            depth="全程网办",
            url="https://example.org/apply?item=350100&from=guide",
            booking=True,
            payment=True,
        ),
        "courier": "yes",
        "electronic_licence": True,
        "handling_forms": ("窗口办理", "网上办理"),
        "handling_area": "全市",
        "quantity_limit": "无",
        "delivery": ("窗口领取", "快递"),
        "scope": "适用于本市行政区域内小型餐饮服务许可的申请与办理。",
        "rights": "申请人依法享有知情权、陈述权和申辩权；应当如实提交材料，并对其真实性负责。",
        "inquiry": "自受理之日起，可凭受理编号在网上办事大厅查询办理进度。",
        "faq": (Question(question="营业执照地址变了怎么办？", answer="按变更地址的情形申请。"),),
        "id": "11350100003600000A3000131001001",
        "channel": "city",
    }


def _bases() -> tuple[LegalBasis, ...]:
    return (
        LegalBasis(
            title=_RULES,
            document_number="示例市人大常委会公告第12号",
            article="第八条第一款",
            text="从事小型餐饮服务的，应当取得小型餐饮服务许可证。",
            effective=date(2016, 3, 1),
        ),
        LegalBasis(title="中华人民共和国行政许可法", article="第十二条"),
    )


def _materials() -> tuple[Material, ...]:
    return (
        Material(
            name="小型餐饮服务许可申请表",
            kind="申请表",
            necessity="必要",
            originals=1,
            copies=0,
            form="纸质/电子化",
            source="申请人自备",
            fill_note="逐项填写，签字或者盖章",
            template="https://example.org/files/form.doc",
            sample="https://example.org/files/sample.pdf",
        ),
        *_identity_papers(),
        Material(
            name="场所平面图", kind="其他", necessity="必要", originals=2, source="申请人自备", situations=("new",)
        ),
        Material(
            name="新址使用证明",
            kind="证明",
            necessity="容缺后补",
            originals=1,
            issuer="房屋产权人",
            situations=("move",),
            applicants=("企业法人",),
        ),
    )


def _identity_papers() -> tuple[Material, ...]:
    return (
        Material(
            name="居民身份证",
            kind="证件",
            necessity="必要",
            choice="id",
            originals=0,
            copies=1,
            issuer="公安机关",
            electronic_licence=True,
        ),
        Material(
            name="营业执照",
            kind="证件",
            necessity="必要",
            choice="id",
            originals=0,
            copies=1,
            issuer="市场监督管理部门",
            electronic_licence=True,
        ),
    )


def _fees() -> Fees:
    tiers = (
        FeeTier(when="首次领取", amount=Fraction(10), unit="元/本"),
        FeeTier(when="补领", amount=Fraction(25, 2), unit="元/本"),
    )
    fee = Fee(
        name="证照工本费",
        tiers=tiers,
        basis="示例价费〔2016〕5号",
        reduction="小微企业免收",
        reduction_basis="示例财综〔2017〕2号",
    )
    return Fees(charged=True, collector="示例市市场监督管理局", online_payment=True, items=(fee,))


def _places() -> tuple[ServicePlace, ...]:
    return (
        ServicePlace(
            name="示例市政务服务中心",
            address="示例市示例路1号一楼B区",
            windows=(Window(name="12号窗口", serves="新办"), Window(name="13号窗口")),
            hours="工作日 8:30—12:00，14:30—17:30（法定节假日除外）",
            phones=("0591-12345678",),
            transport="乘 1 路公交车到示例路站",
        ),
        ServicePlace(name="示例区便民服务中心", address="示例区示例大道8号", hours="工作日 9:00—17:00"),
    )


def plain_item(**changes: object) -> Item:
    """Return an item that states its name, its body and little else."""
    values: dict[str, object] = {
        "name": "示例事项查询",
        "authority": Authority(name="示例市档案馆"),
        "promised_limit": Limit.of(1),
        "id": "示例事项查询",
        "channel": "city",
    }
    return Item(**(values | changes))  # type: ignore[arg-type]
