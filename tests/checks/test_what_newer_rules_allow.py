"""What the platform's newer rules allow passes without a warning or an error."""

from __future__ import annotations

from typing import Any

import pytest

from .findings import Found, loud

BODY = {"type": "BODY", "text": "Your order left our warehouse today."}
IMAGE = {"type": "HEADER", "format": "IMAGE", "example": {"header_handle": ["4::aW"]}}
OTP = {"type": "BUTTONS", "buttons": [{"type": "OTP", "otp_type": "COPY_CODE", "text": "Copy code"}]}
REPLIES = [{"type": "QUICK_REPLY", "text": label} for label in ("One", "Two", "Three", "Four")]
LINK = {
    "type": "URL",
    "text": "Track",
    "url": "https://acme.example.com/t/{{1}}",
    "example": ["https://acme.example.com/t/1"],
}
CARD = {"components": [IMAGE, {"type": "BODY", "text": "A lamp"}, {"type": "BUTTONS", "buttons": [LINK]}]}
OFFER = {"type": "LIMITED_TIME_OFFER", "limited_time_offer": {"text": "Expiring offer!", "has_expiration": True}}

ALLOWED: dict[str, dict[str, Any]] = {
    "more than three buttons": {"components": [BODY, {"type": "BUTTONS", "buttons": REPLIES}]},
    "quick replies beside links": {"components": [BODY, {"type": "BUTTONS", "buttons": [*REPLIES, LINK]}]},
    "a placeholder twice": {
        "components": [
            {"type": "BODY", "text": "Hi {{1}}, it left. Bye {{1}}!!! Yours", "example": {"body_text": [["Ana"]]}}
        ]
    },
    "named placeholders": {
        "parameter_format": "NAMED",
        "components": [
            {
                "type": "BODY",
                "text": "Hi {{first_name}}, your order left our warehouse.",
                "example": {"body_text_named_params": [{"param_name": "first_name", "example": "Ana"}]},
            }
        ],
    },
    "Filipino": {
        "language": "fil",
        "components": [{"type": "BODY", "text": "Naipadala na ang iyong order ngayong araw."}],
    },
    "Chinese": {"language": "zh_CN", "components": [{"type": "BODY", "text": "您的订单今天已经从我们的仓库发货。"}]},
    "a flow": {
        "components": [BODY, {"type": "BUTTONS", "buttons": [{"type": "FLOW", "text": "Details", "flow_id": "1"}]}]
    },
    "a copy code": {
        "category": "MARKETING",
        "components": [BODY, {"type": "BUTTONS", "buttons": [{"type": "COPY_CODE", "example": "25OFF"}]}],
    },
    "a copy code in UTILITY": {
        "components": [BODY, {"type": "BUTTONS", "buttons": [{"type": "COPY_CODE", "example": ["25OFF"]}]}]
    },
    "a limited-time offer": {
        "category": "MARKETING",
        "components": [
            IMAGE,
            OFFER,
            BODY,
            {"type": "BUTTONS", "buttons": [{"type": "COPY_CODE", "example": "25OFF"}, LINK]},
        ],
    },
    "a carousel": {"category": "MARKETING", "components": [BODY, {"type": "CAROUSEL", "cards": [CARD, CARD]}]},
    "a preset body": {
        "category": "AUTHENTICATION",
        "components": [
            {"type": "BODY", "add_security_recommendation": True},
            {"type": "FOOTER", "code_expiration_minutes": 5},
            OTP,
        ],
    },
    "a location": {"components": [{"type": "HEADER", "format": "LOCATION"}, BODY]},
    "lower case": {
        "category": "utility",
        "components": [{"type": "body", "text": "Your order left our warehouse today."}],
    },
    "call permission": {"components": [BODY, {"type": "CALL_PERMISSION_REQUEST"}]},
}


@pytest.mark.parametrize("case", ALLOWED)
def test_allowed(case: str, of_payload: Found) -> None:
    assert loud(of_payload(**ALLOWED[case])) == []


TEXTS = [
    "Hi {{1}}, your parcel {{2}} is on its way and arrives on {{3}} at noon. Ask us anything.",
    "📦 Hello {{name}}, your order is here.\n\nTracking: {{code}}\nCourier: {{courier}}\nExpected: {{date}}\n\nYours, Acme",
    "Dear customer, ₹{{1}} was paid to A/c XX4471 on 12-03-2026. Not you? Call 1800 123 4567 at once. – Acme Bank",
    "Your visit is booked:\n- Day: {{1}}\n- Doctor: {{2}}\n\n_Bring your ID._\n\nSee https://acme.example/{{3}} too.",
    "Reminder: invoice #{{1}} for ${{2}} is due on {{3}}. You can pay it at 50% now and 50% later, as agreed.",
]


@pytest.mark.parametrize("text", TEXTS)
def test_ordinary_drafts_pass(text: str, of_body: Found) -> None:
    assert loud(of_body(text)) == []
