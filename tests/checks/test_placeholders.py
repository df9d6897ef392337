from __future__ import annotations

import pytest

from linter.checks.braces import marks, repaired
from linter.template import Component, Template, Text

from .findings import Found, codes


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("{{1}} {{12}}", ["positional", "positional"]),
        ("{{first_name}} {{_x2}}", ["named", "named"]),
        ("{{01}} {{Name}} {{ 1 }} {{}} {{a.b}} {{#if}} {{número}}", ["malformed"] * 7),
        ("{1} {name} {}", ["single"] * 3),
        ("{{1} x {1}} x {{{1}}} x {{{{1}}}}", ["unbalanced"] * 4),
        ("{{1 and more", ["unbalanced"]),
        ("name}} and 2}", ["unbalanced", "unbalanced"]),
        ("${x} #{x} %{x} {% if %} <%= x %> %name% %s %1$s <order_id>", ["foreign"] * 9),
        ("[Name] <Name>", ["bracket", "bracket"]),
        ("%7B%7B1%7D%7D", ["encoded"]),
        ("${{1}} #{{2}}", ["positional", "positional"]),
        ("100% sure :-} [link](https://x.example) <b>bold</b> 5 < 6 > 4 {", ["bracket"]),
        ("50%off, 20%d", []),
    ],
)
def test_forms(text: str, forms: list[str]) -> None:
    assert [mark.form for mark in marks(text)] == forms


def test_spans_are_exact() -> None:
    text = "Hi {name}, {{1}} and {{2 "
    assert [text[mark.start : mark.end] for mark in marks(text)] == ["{name}", "{{1}}", "{{2"]


@pytest.mark.parametrize(
    ("name", "right"),
    [
        ("orderId", "{{order_id}}"),
        ("Customer Name", "{{customer_name}}"),
        (" 1 ", "{{1}}"),
        ("01", "{{1}}"),
        ("#", None),
    ],
)
def test_repairs(name: str, right: str | None) -> None:
    assert repaired(name) == right


def test_a_megabyte_of_braces_is_read_in_time(of_body: Found) -> None:
    for piece in ("{", "}", "{{", "x}", "[", "<a", "%7B", "{{1}}", "\n ", "*", "_a", "https://"):
        assert of_body(piece * (300_000 // len(piece))) is not None


def test_numbers_may_run_on_over_a_flat_template(of_template: Found) -> None:
    parts = (
        Component("header", Text(""), text=Text("Order {{1}} shipped")),
        Component("body", Text(""), text=Text("It left our warehouse on {{2}} and arrives on {{3}} at noon.")),
    )
    flat = Template(parts, name=Text("order_shipped"), language=Text("en"), category=Text("UTILITY"))
    assert "VAR005" not in codes(of_template(flat))


def test_numbers_begin_anew_in_each_component_of_a_payload(of_payload: Found) -> None:
    header = {"type": "HEADER", "format": "TEXT", "text": "Order {{1}}", "example": {"header_text": ["A"]}}
    body = {"type": "BODY", "text": "It left on {{2}} from our warehouse.", "example": {"body_text": [["A"]]}}
    found = [f for f in of_payload(components=[header, body]) if f.code == "VAR005"]
    assert [(f.text, f.pointer) for f in found] == [("{{2}}", "/components/1/text")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{{1}}", ["VAR007", "VAR012"]),
        ("Hello dear friend {{1}} 🎉", ["VAR009"]),
        ("Hello dear friend {{1}}…", ["VAR009"]),
        ("“{{1}}” is the code of your parcel today", ["VAR009"]),
        ("Hello dear friend {{1}} 5", []),
        ("Your code and date: {{1}}\n{{2}}\nare what you need at the door today.", ["VAR011"]),
        ("Your total is {{1}}{{2}}{{3}} for the whole of the long and happy year.", ["VAR010"]),
        ("Your order of {{1}} and {{2}} is here, thank you.\n\n", ["FMT032"]),
        ("您的订单 {{1}} 已于 {{2}} 发货，请注意查收您的包裹。", []),
    ],
)
def test_surroundings(text: str, expected: list[str], of_body: Found) -> None:
    language = "zh_CN" if "您" in text else "en"
    assert codes(of_body(text, language)) == expected


def test_adjacent_ones_are_one_finding(of_body: Found) -> None:
    found = of_body("Your total is {{1}}{{2}} {{3}} for the whole of the long and happy year.")
    assert [f.text for f in found] == ["{{1}}{{2}} {{3}}"]


def test_brand_names_in_brackets_are_no_placeholders(of_body: Found) -> None:
    assert codes(of_body("[Acme] Your order [A-17] left our warehouse [see below] today.")) == []
    assert codes(of_body("Hello [Customer Name], your order [ORDER_ID] left our warehouse.")) == ["VAR003", "VAR003"]
