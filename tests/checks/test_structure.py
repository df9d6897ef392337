from __future__ import annotations

from typing import Any

import pytest

from linter.checks import kind
from linter.template import Component, Template, Text

from .findings import Found, codes

BODY = {"type": "BODY", "text": "Your order left our warehouse today."}


def test_nothing_at_all_in_a_payload(of_template: Found) -> None:
    empty = Template(
        (),
        at=Text("{}"),
        name=Text("order_shipped"),
        language=Text("en"),
        category=Text("UTILITY"),
        has_payload_shape=True,
    )
    (finding,) = of_template(empty)
    assert (finding.code, finding.text) == ("FMT010", "")


def test_wrong_types_are_findings_at_their_place(of_payload: Found) -> None:
    found = of_payload(components=[{"type": "BODY", "text": ["x"]}, {"type": "FOOTER", "text": 5}, 7])
    assert [(f.code, f.pointer) for f in found if f.code == "FMT014"] == [
        ("FMT014", "/components/0/text"),
        ("FMT014", "/components/1/text"),
        ("FMT014", "/components/2"),
    ]
    assert "FMT016" not in codes(found)


def test_a_card_body_is_no_second_body(of_payload: Found) -> None:
    image = {"type": "HEADER", "format": "IMAGE", "example": {"header_handle": ["1"]}}
    cards = [{"components": [image, {"type": "BODY", "text": "A lamp"}]}] * 2
    assert codes(of_payload(category="MARKETING", components=[BODY, {"type": "CAROUSEL", "cards": cards}])) == []


@pytest.mark.parametrize(("length", "expected"), [(550, []), (551, ["FMT031"]), (1024, ["FMT031"]), (1025, ["FMT030"])])
def test_body_limits(length: int, expected: list[str], of_body: Found) -> None:
    text = ("We moved your visit to another day since our doctor is away. " * 20)[: length - 1] + "x"
    assert codes(of_body(text)) == expected


def test_the_end_of_a_yaml_block_is_no_line_break_of_the_body(of_template: Found) -> None:
    body = Component("body", Text(""), text=Text("Your order left our warehouse today.\n"))
    plain = Template((body,), name=Text("order_shipped"), language=Text("en"), category=Text("UTILITY"))
    assert codes(of_template(plain)) == []


@pytest.mark.parametrize(
    ("gap", "expected"),
    [
        ("\n\n", []),
        ("\r\n\r\n", []),
        ("\n\n\n", ["FMT050"]),
        ("\r\n\r\n\r\n", ["FMT050"]),
        ("\n \n\t\n", ["FMT050", "FMT051"]),
    ],
)
def test_line_breaks(gap: str, expected: list[str], of_body: Found) -> None:
    assert sorted(codes(of_body(f"Your order left our warehouse.{gap}It arrives tomorrow."))) == expected


@pytest.mark.parametrize(
    ("apps", "is_good"),
    [
        ([{"package_name": "com.acme.app", "signature_hash": "K8a/AINcGX7"}], True),
        ([{"package_name": "acme", "signature_hash": "K8a/AINcGX7"}], False),
        ([{"package_name": "com." + "x" * 230, "signature_hash": "K8a/AINcGX7"}], False),
        ([{"package_name": "com.acme.app", "signature_hash": "K8a/AINcGX"}], False),
        ([{"package_name": "com.acme.app", "signature_hash": "K8a/AINcGX7"}] * 6, False),
        ([7], False),
        ("com.acme.app", False),
    ],
)
def test_apps_of_an_otp_button(apps: Any, is_good: bool, of_payload: Found) -> None:
    otp = {"type": "OTP", "otp_type": "ONE_TAP", "supported_apps": apps}
    preset = {"type": "BODY", "add_security_recommendation": True}
    found = of_payload(category="AUTHENTICATION", components=[preset, {"type": "BUTTONS", "buttons": [otp]}])
    assert codes(found) == ([] if is_good else ["FMT094"])


@pytest.mark.parametrize("name", ["length", "buttons", "components", "special", "placeholders", "links", "language"])
@pytest.mark.parametrize("with_", [{}, {"fault": "no-such-fault"}, {"fault": 7}])
def test_bad_options_are_told_to_the_author(name: str, with_: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="`fault` is one of"):
        kind(name).prepare(with_)


@pytest.mark.parametrize(
    ("name", "with_", "words"),
    [
        ("length", {"fault": "text"}, "`limit`"),
        ("length", {"fault": "text", "limit": "60"}, "whole number"),
        ("length", {"fault": "text", "limit": 60, "only": ["no"]}, "`only`"),
        ("buttons", {"fault": "kinds", "limits": ["url two"]}, "`limits`"),
        ("links", {"fault": "hosts"}, "`hosts`"),
        ("spacing", {"fault": "tab", "most": 3}, "unknown key 'most'"),
    ],
)
def test_bad_limits_are_told_to_the_author(name: str, with_: dict[str, Any], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        kind(name).prepare(with_)
