"""Two legal bases: the law and its article decide, the quoted text does not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import attrs

from itemcatalog.comparison._agreement import Agreement
from itemcatalog.comparison._texts import format_key
from itemcatalog.model import LegalBasis
from itemcatalog.text import chinese_number, normalise

__all__ = ["article_key", "by_article", "compare_bases", "law_key"]

_PREFIX = re.compile(r"^中华人民共和国")
_VERSION = re.compile(r"\([^()]*(?:修订|修正|年|号|令)[^()]*\)")
_NEXT_ARTICLE = re.compile(r"(?:[、，,;；和及与]|以及)+(?=第?[零〇一二两三四五六七八九十百千0-9]+条)")
_BARE = re.compile(
    r"(?:根据|依据|按照)?(?P<title>[^第《》、，,;；。]{2,40}(?:法|条例|规定|办法|细则))"
    r"(?P<article>(?:[、，,和及与]?第[零〇一二两三四五六七八九十百千0-9]+[条款项目](?:之[一二三四五六七八九十])?)+)"
)
_ARTICLE = re.compile(r"第?([零〇一二两三四五六七八九十百千0-9]+)(条|款|项|目)(?:之([一二三四五六七八九十]))?")


def _named(basis: LegalBasis) -> LegalBasis:
    """Read a citation without 《》 that is nothing but a law and its articles: 农药管理条例第二十四条."""
    if basis.title or basis.article or not basis.text:
        return basis
    bare = _BARE.fullmatch(normalise(basis.text).strip(".。;；"))
    return basis if bare is None else attrs.evolve(basis, title=bare["title"], article=bare["article"], text=None)


def law_key(basis: LegalBasis) -> str:
    """Return what names the law: its title without 中华人民共和国 and version remarks, else its number or text."""
    basis = _named(basis)
    if basis.title:
        return format_key(_VERSION.sub("", _PREFIX.sub("", normalise(basis.title))))
    return format_key(basis.document_number or basis.text or "")


def article_key(basis: LegalBasis) -> str:
    """Return the article as digits (第三十二条第一款 → 32条1款); empty when none is named."""
    parts, basis = [], _named(basis)
    for number, unit, extra in _ARTICLE.findall(normalise(basis.article or "")):
        value = chinese_number(number)
        parts.append(f"{number if value is None else value}{unit}{'之' + extra if extra else ''}")
    return "".join(parts) or format_key(basis.article or "")


def by_article(bases: Iterable[LegalBasis]) -> tuple[LegalBasis, ...]:
    """Return one basis for each article: 第四条、第八条 of a law is the same as two entries, in any order."""
    return tuple(one for basis in bases for one in _articles(_named(basis)))


def _articles(basis: LegalBasis) -> Iterator[LegalBasis]:
    articles = _NEXT_ARTICLE.split(basis.article) if basis.article else []
    if len(articles) < 2:
        yield basis
        return
    for article in articles:
        yield attrs.evolve(basis, article=article)


def compare_bases(left: LegalBasis, right: LegalBasis) -> Agreement:
    """Compare two bases of one law: another article is substance, an article on one side only is wording."""
    if left == right:
        return Agreement.EQUAL
    if law_key(left) != law_key(right):
        return Agreement.SUBSTANCE
    one, other = article_key(left), article_key(right)
    if one == other:
        return Agreement.FORMAT
    if not one or not other or one.startswith(other) or other.startswith(one):
        return Agreement.WORDING
    return Agreement.SUBSTANCE
