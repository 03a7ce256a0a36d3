"""LAW 设定依据: which texts an item rests on."""

from itemcatalog.rules._rule import Rule
from itemcatalog.rules.law import (
    law001_title_unknown,
    law002_repealed,
    law003_article_beyond_last,
    law004_document_number,
    law005_licence_without_law,
    law006_several_in_one,
    law007_two_ways,
    law008_inner_title_lost,
    law009_without_article,
    law010_named_vaguely,
    law011_marks_unpaired,
)

__all__ = ["RULES"]

RULES: tuple[Rule, ...] = (
    law001_title_unknown.RULE,
    law002_repealed.RULE,
    law003_article_beyond_last.RULE,
    law004_document_number.RULE,
    law005_licence_without_law.RULE,
    law006_several_in_one.RULE,
    law007_two_ways.RULE,
    law008_inner_title_lost.RULE,
    law009_without_article.RULE,
    law010_named_vaguely.RULE,
    law011_marks_unpaired.RULE,
)
