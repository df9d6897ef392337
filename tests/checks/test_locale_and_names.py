from __future__ import annotations

import pytest

from linter.checks.locale import CODES, fault_of, near
from linter.checks.names import repaired

from .findings import Found, codes


def test_the_list_of_codes_is_whole() -> None:
    assert len(CODES) == 111
    assert {"fil", "zh_CN", "en_US", "prs_AF"} <= CODES
    assert not {"pt", "zh", "no"} & CODES


@pytest.mark.parametrize(
    ("raw", "fault", "right"),
    [
        ("en-US", "hyphenated", "en_US"),
        ("en_us", "near", "en_US"),
        ("EN", "near", "en"),
        ("en_UK", "near", "en_GB"),
        ("pt", "near", "pt_BR"),
        ("zh-Hant", "near", "zh_TW"),
        ("zh_Hans_CN", "near", "zh_CN"),
        ("no", "near", "nb"),
        ("hi_IN", "near", "hi"),
        ("English (US)", "near", "en"),
        ("am", "unknown", None),
        ("klingon", "unknown", None),
        ("fil", None, "fil"),
    ],
)
def test_codes(raw: str, fault: str | None, right: str | None) -> None:
    assert (fault_of(raw), near(raw)) == (fault, right)


@pytest.mark.parametrize(
    "name", ["template_014", "temp1", "test", "20260114", "msg_v2", "a1b2c3d4e5f6", "t", "test_template_3"]
)
def test_opaque_names(name: str, of_payload: Found) -> None:
    assert codes(of_payload(name=name, body="Your order left our warehouse today.")) == ["FMT003"]


@pytest.mark.parametrize(
    "name", ["order_shipped", "hello_world", "otp", "appointment_reminder_v2", "face2face_visit", "decade"]
)
def test_telling_names(name: str, of_payload: Found) -> None:
    assert codes(of_payload(name=name, body="Your order left our warehouse today.")) == []


@pytest.mark.parametrize(
    ("name", "right"), [("Order Shipped!", "order_shipped"), ("orderShipped", "order_shipped"), ("État", "etat")]
)
def test_repaired_names(name: str, right: str) -> None:
    assert repaired(name) == right


@pytest.mark.parametrize(
    ("category", "expected"),
    [
        ("utility", []),
        ("ALERT_UPDATE", []),
        ("OTP", ["CAT002"]),
        ("MARKTING", ["CAT003"]),
        ("NEWS", ["CAT001"]),
        ("", ["CAT004"]),
    ],
)
def test_categories(category: str, expected: list[str], of_payload: Found) -> None:
    assert codes(of_payload(category=category, body="Your order left our warehouse today.")) == expected
