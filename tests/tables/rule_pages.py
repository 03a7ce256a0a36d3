"""Write the pages of all rules again from the code: ``python -m tests.tables.rule_pages``."""

from __future__ import annotations

from pathlib import Path

from itemcatalog.rules import RuleSet
from itemcatalog.rules._page import index, page

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "rules"


def pages() -> dict[str, str]:
    """Return file name → text of every page."""
    rules = RuleSet.default()
    return {"index.md": index(rules)} | {f"{rule.code}.md": page(rule) for rule in rules}


def main() -> None:
    """Write what changed and take away pages of rules that are gone."""
    wanted = pages()
    for path in FOLDER.glob("*.md"):
        if path.name not in wanted and path.stem[3:].isdigit():
            path.unlink()
    for name, text in wanted.items():
        (FOLDER / name).write_text(text, encoding="utf-8")
    print(f"{len(wanted)} pages")


if __name__ == "__main__":
    main()
