"""Several items on one page or in one document: compilations, cards, lists in parts; and text boxes of Word."""

from __future__ import annotations

import io

import docx
import lxml.etree

from itemcatalog.findings import Fault
from itemcatalog.formats import ReadOptions, docx_, html_
from itemcatalog.formats._grammar import parse_limit
from itemcatalog.model import Item, Source

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def table(name: str, limit: str) -> str:
    """Return a small guide as a table."""
    rows = (("事项名称", name), ("实施主体", "某县民政局"), ("承诺时限", limit), ("申请材料", "1.申请表<br>2.身份证"))
    return "<table>" + "".join(f"<tr><td>{label}</td><td>{value}</td></tr>" for label, value in rows) + "</table>"


def of_html(page: str) -> tuple[list[Item], list[str], Source]:
    """Return the items, the kinds of faults and the source of a page."""
    found = list(html_.read(f"<body>{page}</body>".encode(), "page.html", ReadOptions()))
    (source,) = [one for one in found if isinstance(one, Source)]
    faults = [one.kind for one in found if isinstance(one, Fault)]
    return [one for one in found if isinstance(one, Item)], faults, source


def test_a_compilation_is_read_guide_by_guide() -> None:
    """Each naming label begins the next guide; no value of one is a contradiction in another."""
    page = "<h1>办事指南汇编</h1>" + table("孤儿认定", "10个工作日") + table("特困人员认定", "15个工作日")
    items, faults, source = of_html(page)

    assert [(one.name, one.promised_limit) for one in items] == [
        ("孤儿认定", parse_limit("10个工作日")),
        ("特困人员认定", parse_limit("15个工作日")),
    ]
    assert (faults, source.items, len({one.id for one in items})) == ([], 2, 2)


def test_one_table_of_several_guides() -> None:
    """A single table that names one item below another is parted at the names."""
    page = table("孤儿认定", "10个工作日").replace("</table>", "") + table("低保认定", "5个工作日").replace(
        "<table>", ""
    )
    items, faults, _ = of_html(page)

    assert ([one.name for one in items], faults) == (["孤儿认定", "低保认定"], [])


def test_cards_of_items() -> None:
    """Headings over the same few labels are an item each."""
    card = "<div><h3>{}</h3><p>实施主体：某省药监局</p><p>承诺时限：{}个工作日</p></div>"
    page = card.format("药品生产许可", 20) + card.format("医疗器械注册", 30) + card.format("化妆品备案", 5)
    items, faults, _ = of_html(page)

    assert ([one.name for one in items], faults) == (["药品生产许可", "医疗器械注册", "化妆品备案"], [])


def test_two_lists_on_a_page() -> None:
    """Every list of items on a page is read, not only the first; the page carries what all of them carry."""
    head = "<table><tr><td>事项名称</td><td>承诺时限</td>{}</tr>"
    rows = "<tr><td>{}</td><td>5个工作日</td></tr><tr><td>{}</td><td>3个工作日</td></tr></table>"
    one = head.format("") + rows.format("取水许可", "河道采砂许可")
    two = head.format("<td>实施主体</td>") + rows.format("生育登记", "收养登记").replace("</tr>", "<td>某局</td></tr>")
    items, _, source = of_html(f"<h3>水利</h3>{one}<h3>民政</h3>{two}")

    assert [item.name for item in items] == ["取水许可", "河道采砂许可", "生育登记", "收养登记"]
    assert source.provides & {"name", "authority.name"} == {"name"}


def test_text_boxes_of_word() -> None:
    """What stands in a text box is read once, also where a copy for old programs stands beside it."""
    document = docx.Document()
    for line in ("事项名称：临时占用绿地审批", "实施主体：某县城管局", "收费标准：不收费"):
        document.add_paragraph(line)
    box = f'<w:txbxContent xmlns:w="{W}"><w:p><w:r><w:t>承诺时限：3个工作日</w:t></w:r></w:p></w:txbxContent>'
    run = lxml.etree.fromstring(
        f'<w:r xmlns:w="{W}" xmlns:mc="{MC}"><mc:AlternateContent><mc:Choice Requires="wps">'
        f"<w:drawing>{box}</w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    document.paragraphs[-1]._p.append(run)
    data = io.BytesIO()
    document.save(data)
    found = list(docx_.read(data.getvalue(), "guide.docx", ReadOptions()))
    (item,) = [one for one in found if isinstance(one, Item)]

    assert (item.promised_limit, item.fees.charged) == (parse_limit("3个工作日"), False)
    assert [one for one in found if isinstance(one, Fault)] == []


def test_links_of_a_list_with_their_labels() -> None:
    """Links that name items, each over the same labels, are the items of a list; none contradicts another."""
    entry = (
        "<li><div><a href=g{0}>{1}</a></div><small><span>办理机构：{2}</span><span>申报对象：个人</span></small></li>"
    )
    page = entry.format(1, "食品小作坊登记", "某县市监局") + entry.format(2, "渔业船舶登记", "某县农业局")
    items, faults, _ = of_html(f"<ul>{page}</ul>")

    assert [(one.name, one.authority.name) for one in items] == [
        ("食品小作坊登记", "某县市监局"),
        ("渔业船舶登记", "某县农业局"),
    ]
    assert faults == []


def test_a_list_drawn_in_lines() -> None:
    """A line of labels over lines of as many pieces is a list of items."""
    head = "<div><span>事项名称</span><span>实施主体</span><span>承诺时限</span></div>"
    row = "<div><span>{}</span><span>某局</span><span>5个工作日</span></div>"
    items, faults, _ = of_html(head + row.format("排水许可") + row.format("挖掘道路许可") + row.format("临时占道许可"))

    assert ([one.name for one in items], faults) == (["排水许可", "挖掘道路许可", "临时占道许可"], [])
