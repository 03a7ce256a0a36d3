"""Contents of brackets that say whose permission it is, or how an item is offered, and not which item is meant."""

from __future__ import annotations

import re

__all__ = ["says_whose"]

_LEVELS = (
    r"(?:国家|自治区|自治州|设区|部|省|市|州|盟|地|县|区|旗|乡|镇|街道|街|村|社区|兵团|师|团场|团)+(?:级|本级|直属|直)?"
)
_DONE = r"(?:审批|审核|核准|办理|受理|管理|实施|行使|承办|执行|执法|操作)"
_GIVEN = r"(?:委托|下放|授权|赋权|划转)"
_WHOSE = re.compile(
    rf"""
    (?:{_LEVELS})?{_DONE}?权限(?:内|内事项|范围内|事项)?   # 市级权限, 县级审批权限内
    |(?:{_LEVELS}){_DONE}                                  # 市级审批, 区级受理
    |(?:{_LEVELS})(?:层面|事权|权力|权限部分)
    |[受由]?(?:{_LEVELS})(?:厅|局)?{_GIVEN}[给至]?(?:{_LEVELS})?{_DONE}?(?:权限)?   # 受省厅委托, 省级委托市级实施
    |{_GIVEN}[给至]?(?:{_LEVELS}){_DONE}?(?:权限)?          # 委托市级, 下放区县
    |{_GIVEN}(?:实施|行使|办理|权限)
    |(?:{_LEVELS})?(?:行政审批(?:服务)?局|政务服务中心|政务服务大厅|行政服务中心)
    |全[省市县区州旗]
    |[X×某]+[省市县区州旗镇]
    |.{{1,10}}通办
    |(?:20\d\d)年?(?:版|修订|修订版|版本)
    |.{{0,9}}(?:新区|开发区|高新区|经开区|自贸区|自贸试验区|自由贸易试验区|保税区|保税港区|示范区)
    |一网通办|免申即享|秒批|秒办|试点|修订|园区|兵团|其他职权|依申请类|公共服务类
    """,
    re.VERBOSE,
)


def says_whose(text: str) -> bool:
    """Say whether a folded bracket names a permission, a delegation, an office, a zone or a way of offering only."""
    return _WHOSE.fullmatch(text) is not None
