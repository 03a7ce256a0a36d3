"""The Chinese words for what ``itemcatalog code`` shows; its JSON keeps the English ones."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["code_word"]

_WORDS: Mapping[str, str] = {
    "ok": "正确",
    "unknown": "不能判断",
    "bad": "错误",
    "basic": "基本编码",
    "implementation": "实施编码",
    "handling": "业务办理项编码",
    "directory": "目录编码",
    "material": "材料编码",
    "taken_over": "沿用编码",
    "organisation_code": "组织机构代码",
    "electronic_licence": "电子证照标识",
    "unrecognised": "无法识别",
    "national": "国家 2018",
    "national-2016": "国家 2016",
    "guangdong": "广东",
    "sichuan": "四川",
    "fujian-2015": "福建 2015",
    "zhejiang": "浙江",
    "guizhou": "贵州",
    "hubei": "湖北",
    "gb32100": "GB 32100",
    "gb11714": "GB 11714",
    "licence": "电子证照",
    "credit_code": "信用代码",
    "level": "行使层级",
    "province": "省级代码",
    "type": "事项类型",
    "department": "业务部门",
    "main": "主项",
    "sub": "子项",
    "whole": "整个编码",
    "base": "基本码",
    "body": "本体代码",
    "check": "校验位",
    "digit": "数字位",
    "division": "行政区划",
    "fixed": "固定位",
    "issuer": "颁发机构",
    "kind": "种类",
    "legacy": "旧编码",
    "number": "序号",
    "organisation_part": "机构部分",
    "registration_office": "登记管理部门",
    "rest": "其余部分",
    "serial": "流水号",
    "version": "版本",
    "writing": "书写",
}


def code_word(word: str, language: str) -> str:
    """Return a word of a parsed code as people read it: ``credit_code`` → 信用代码; English keeps the word."""
    return word if language == "en" else _WORDS.get(word, word)
