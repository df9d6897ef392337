from __future__ import annotations

from linter.template import Component, Sample, Template, Text

from .findings import Found, codes


def body(text: str, *values: str) -> dict[str, object]:
    return {"type": "BODY", "text": text, **({"example": {"body_text": [list(values)]}} if values else {})}


def test_a_text_without_placeholders_needs_no_samples(of_payload: Found) -> None:
    assert codes(of_payload(components=[body("Your order left our warehouse today.")])) == []


def test_one_finding_names_all_that_are_missing(of_payload: Found) -> None:
    found = of_payload(components=[body("Hi {{1}}, your order {{2}} of {{3}} left our warehouse.", "Ana")])
    assert [(f.code, f.text) for f in found] == [("VAR020", "{{2}}")]
    assert "{{2}}, {{3}}" in found[0].message


def test_flat_templates_need_samples_only_when_they_give_some(of_template: Found) -> None:
    def flat(*samples: Sample) -> Template:
        part = Component("body", Text(""), text=Text("Hi {{a}}, your order {{b}} left our warehouse."), samples=samples)
        return Template((part,), name=Text("order_shipped"), language=Text("en"), category=Text("UTILITY"))

    assert codes(of_template(flat())) == []
    assert codes(of_template(flat(Sample("a", Text("Ana")), Sample("b", Text("7"))))) == []
    assert codes(of_template(flat(Sample("a", Text("Ana"))))) == ["VAR020"]


def test_header_and_url_have_their_own(of_payload: Found) -> None:
    header = {"type": "HEADER", "format": "TEXT", "text": "Order {{1}}"}
    link = {"type": "URL", "text": "Track", "url": "https://acme.example.com/{{1}}"}
    found = of_payload(components=[header, body("It left our warehouse."), {"type": "BUTTONS", "buttons": [link]}])
    assert [(f.code, f.component) for f in found] == [("VAR020", "header"), ("BTN012", "button")]


def test_preset_texts_need_none(of_payload: Found) -> None:
    otp = {"type": "BUTTONS", "buttons": [{"type": "OTP", "otp_type": "COPY_CODE"}]}
    found = of_payload(category="AUTHENTICATION", components=[body("*{{1}}* is your verification code."), otp])
    assert codes(found) == []
