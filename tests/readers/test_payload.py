from __future__ import annotations

import json

import pytest

from linter.template import Component, Template

from .places import body, one


def create(*components: object, **fields: object) -> Template:
    """The template of a creation payload with these components."""
    payload = {"name": "order_note", "language": "en", "category": "UTILITY", **fields, "components": list(components)}
    return one(json.dumps(payload), "t.json")


def samples(component: Component) -> list[tuple[str, str]]:
    return [(sample.placeholder, sample.text.value) for sample in component.samples]


def test_all_parts_in_their_order_with_pointers() -> None:
    template = create(
        {"type": "HEADER", "format": "TEXT", "text": "Order {{1}}", "example": {"header_text": ["77"]}},
        {"type": "BODY", "text": "Hi {{1}}, it is {{2}}.", "example": {"body_text": [["Ada", "here"], ["Bo", "gone"]]}},
        {"type": "FOOTER", "text": "Bye"},
        {
            "type": "BUTTONS",
            "buttons": [{"type": "URL", "text": "Go", "url": "https://x.org/{{1}}", "example": ["77"]}],
        },
    )
    header, text, footer, button = template.components
    assert [part.kind for part in template.components] == ["header", "body", "footer", "button"]
    assert (header.format, samples(header)) == ("text", [("1", "77")])
    assert samples(text) == [("1", "Ada"), ("2", "here")]
    assert footer.text is not None
    assert footer.text.pointer == "/components/2/text"
    assert button.url is not None
    assert (button.type, button.url.pointer, samples(button)) == ("url", "/components/3/buttons/0/url", [("1", "77")])
    assert (template.format, template.has_payload_shape, template.faults) == ("graph", True, ())


def test_components_in_any_case() -> None:
    template = create(
        {"type": "body", "text": "x"}, {"type": "Buttons", "buttons": [{"type": "quick_reply", "text": "y"}]}
    )
    assert [(part.kind, part.type) for part in template.components] == [("body", None), ("button", "quick_reply")]


@pytest.mark.parametrize("kind", ["QUICK_REPLY", "OTP", "FLOW", "CATALOG", "MPM", "SPM", "VOICE_CALL", "PHONE_NUMBER"])
def test_button_types_are_lower_case(kind: str) -> None:
    template = create(
        {"type": "BODY", "text": "x"}, {"type": "BUTTONS", "buttons": [{"type": kind, "text": "y", "a": 1}]}
    )
    button = template.components[1]
    assert (button.type, button.extra) == (kind.lower(), {"a": 1})


def test_phone_and_code_of_buttons() -> None:
    buttons = [
        {"type": "PHONE_NUMBER", "text": "Call", "phone_number": "+15550000"},
        {"type": "COPY_CODE", "example": "AB12"},
    ]
    template = create({"type": "BODY", "text": "x"}, {"type": "BUTTONS", "buttons": buttons})
    call, copy = template.components[1:]
    assert call.phone is not None
    assert copy.code is not None
    assert (call.phone.value, copy.code.value, copy.text) == ("+15550000", "AB12", None)


def test_named_and_media_samples() -> None:
    named = {"body_text_named_params": [{"param_name": "who", "example": "Ada"}]}
    template = create(
        {"type": "HEADER", "format": "IMAGE", "example": {"header_handle": ["4::aW"]}},
        {"type": "BODY", "text": "Hi {{who}}", "example": named},
        parameter_format="NAMED",
    )
    header, text = template.components
    assert (header.format, samples(header), samples(text)) == ("image", [("media", "4::aW")], [("who", "Ada")])
    assert template.parameter_format == "NAMED"


def test_flat_body_samples_are_read_too() -> None:
    template = create({"type": "BODY", "text": "Hi {{1}}", "example": {"body_text": ["Ada"]}})
    assert samples(template.components[0]) == [("1", "Ada")]


def test_carousel_cards_count_from_0() -> None:
    card = {"components": [{"type": "HEADER", "format": "IMAGE"}, {"type": "BODY", "text": "One"}]}
    template = create({"type": "BODY", "text": "See"}, {"type": "CAROUSEL", "cards": [card, card]})
    assert [(part.kind, part.card) for part in template.components] == [
        ("body", None),
        ("carousel", None),
        ("header", 0),
        ("body", 0),
        ("header", 1),
        ("body", 1),
    ]
    assert body(template).value == "See"


def test_a_limited_time_offer_has_its_text() -> None:
    offer = {"type": "LIMITED_TIME_OFFER", "limited_time_offer": {"text": "Ends soon", "has_expiration": True}}
    part = create(offer, {"type": "BODY", "text": "x"}).components[0]
    assert part.text is not None
    assert (part.kind, part.text.value) == ("limited_time_offer", "Ends soon")
    assert part.text.pointer == "/components/0/limited_time_offer/text"


def test_an_authentication_body_needs_no_text() -> None:
    template = create({"type": "BODY", "add_security_recommendation": True}, category="AUTHENTICATION")
    part = template.components[0]
    assert (part.kind, part.text, part.extra) == ("body", None, {"add_security_recommendation": True})
    assert template.faults == ()


def test_an_unknown_component_is_kept_with_a_fault() -> None:
    template = create({"type": "BODY", "text": "x"}, {"type": "SIDEBAR", "text": "y"})
    assert template.components[1].kind == "sidebar"
    assert [(fault.kind, fault.at.pointer) for fault in template.faults] == [
        ("unknown-component", "/components/1/type")
    ]


@pytest.mark.parametrize(
    ("components", "words"),
    [
        ("text", "components is a text"),
        ({"type": "BODY"}, "components is an object"),
        ([{"type": "BODY", "text": 5}], "text is a number"),
        ([{"type": "BODY", "text": ["x"]}], "text is a list"),
        ([{"type": 5, "text": "x"}, {"type": "BODY", "text": "x"}], "type is a number"),
        ([{"type": "BODY", "text": "x"}, "y"], "component must be an object"),
        ([{"type": "BODY", "text": "x"}, {"type": "BUTTONS", "buttons": {"a": 1}}], "buttons must be a list"),
        ([{"type": "BODY", "text": "x"}, {"type": "BUTTONS", "buttons": ["y"]}], "button must be an object"),
        ([{"type": "BODY", "text": "x"}, {"type": "BUTTONS"}], "without a list"),
        ([{"type": "BODY", "text": "x", "example": 3}], "example must be an object"),
        ([{"type": "BODY", "text": "x"}, {"type": "CAROUSEL", "cards": 1}], "cards must be a list"),
        ([{"type": "BODY", "text": "x"}, {"type": "CAROUSEL", "cards": ["y"]}], "card must be an object"),
    ],
)
def test_a_wrong_type_is_a_fault_with_its_place(components: object, words: str) -> None:
    text = json.dumps({"name": "a_b", "language": "en", "category": "UTILITY", "components": components})
    template = one(text, "t.json")
    faults = [fault for fault in template.faults if words in fault.detail]
    assert faults
    assert faults[0].kind == "wrong-type"
    assert faults[0].at.map is not None


@pytest.mark.parametrize("field", ["name", "language", "category"])
def test_a_number_for_a_field_is_a_fault(field: str) -> None:
    template = create({"type": "BODY", "text": "x"}, **{field: 7})
    assert [fault.detail for fault in template.faults] == [f"{field} is a number, it must be a text"]


def test_a_language_object_has_its_code() -> None:
    template = create({"type": "BODY", "text": "x"}, language={"code": "pt_BR"})
    assert template.language is not None
    assert (template.language.value, template.language.pointer) == ("pt_BR", "/language/code")
