from __future__ import annotations

from typing import Any

import pytest

from .findings import Found, codes

BODY = {"type": "BODY", "text": "Your order left our warehouse today."}


def buttons(*kinds: str) -> list[dict[str, Any]]:
    made: list[dict[str, Any]] = []
    for number, kind in enumerate(kinds):
        button: dict[str, Any] = {"type": kind, "text": f"Label {number}"}
        if kind == "URL":
            button["url"] = f"https://acme.example.com/{number}"
        if kind == "PHONE_NUMBER":
            button["phone_number"] = "+15550051310"
        made.append(button)
    return made


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        (["QUICK_REPLY"] * 10, []),
        (["QUICK_REPLY"] * 11, ["BTN001"]),
        (["QUICK_REPLY", "QUICK_REPLY", "URL", "PHONE_NUMBER"], []),
        (["URL", "PHONE_NUMBER", "QUICK_REPLY", "QUICK_REPLY"], []),
        (["QUICK_REPLY", "URL", "QUICK_REPLY"], ["BTN009"]),
        (["URL", "QUICK_REPLY", "URL"], ["BTN009"]),
        (["URL", "URL", "URL"], ["BTN002"]),
        (["PHONE_NUMBER", "PHONE_NUMBER"], ["BTN002"]),
        (["WEB_URL"], ["BTN018"]),
    ],
)
def test_numbers_and_order(kinds: list[str], expected: list[str], of_payload: Found) -> None:
    found = of_payload(components=[BODY, {"type": "BUTTONS", "buttons": buttons(*kinds)}])
    assert codes(found) == expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://acme.example.com", []),
        ("https://acme.example.com/a?b=c#d", []),
        ("HTTPS://ACME.example.com/{{1}}", ["BTN012"]),
        ("acme.example.com/x", ["BTN014"]),
        ("tel:+15550051310", ["BTN014"]),
        ("https://{{1}}.example.com", ["BTN012", "BTN014"]),
        ("https://acme.example.com/a b", ["BTN014"]),
        ("https://acme.example.com/{{1}}{{2}}", ["BTN010", "BTN012"]),
        ("https://acme.example.com/{id}", ["VAR001"]),
        ("https://acme.example.com/{{1}}?x=y", ["BTN011", "BTN012"]),
        ("https://[2001:db8::1]/x", ["BTN032"]),
        ("http://acme.example.com", ["BTN033"]),
        ("https://www.bit.ly/abc", ["BTN030"]),
        ("https://wa.me/15550051310?text=Hi", ["BTN031"]),
    ],
)
def test_addresses(url: str, expected: list[str], of_payload: Found) -> None:
    link = {"type": "URL", "text": "Track", "url": url}
    assert sorted(codes(of_payload(components=[BODY, {"type": "BUTTONS", "buttons": [link]}]))) == expected


@pytest.mark.parametrize(
    "number", ["+15550051310", "15550051310", "+44 20 7946 0958", "+1 (555) 005-1310", "18001234567"]
)
def test_good_numbers(number: str, of_payload: Found) -> None:
    button = {"type": "PHONE_NUMBER", "text": "Call", "phone_number": number}
    assert codes(of_payload(components=[BODY, {"type": "BUTTONS", "buttons": [button]}])) == []


@pytest.mark.parametrize("number", ["", "0800 123", "call us", "+0015550051310", "12345", "{{1}}"])
def test_bad_numbers(number: str, of_payload: Found) -> None:
    button = {"type": "PHONE_NUMBER", "text": "Call", "phone_number": number}
    assert "BTN016" in codes(of_payload(components=[BODY, {"type": "BUTTONS", "buttons": [button]}]))


def test_labels_of_special_buttons_are_fixed(of_payload: Found) -> None:
    catalog = [{"type": "CATALOG"}]
    found = of_payload(category="MARKETING", components=[BODY, {"type": "BUTTONS", "buttons": catalog}])
    assert codes(found) == []


def test_bare_labels_are_quick_replies(of_payload: Found) -> None:
    assert codes(of_payload(body="Your order left our warehouse today.", buttons=["Yes", "No", "Later", "Never"])) == []
