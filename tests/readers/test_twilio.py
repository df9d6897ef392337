from __future__ import annotations

import json

from linter.readers import read_text

from .places import body, labels, one

CARD = {
    "title": "Hi {{1}}",
    "subtitle": "Bye",
    "media": ["https://x.org/a.png"],
    "actions": [{"type": "URL", "title": "Go", "url": "https://x.org"}],
}


def resource(**types: object) -> str:
    named = {f"twilio/{name.replace('_', '-')}": value for name, value in types.items()}
    return json.dumps({"friendly_name": "a_b", "language": "en", "variables": {"1": "Ada"}, "types": named})


def test_a_text() -> None:
    template = one(resource(text={"body": "Hi {{1}}"}), "t.json")
    assert template.name is not None
    assert (template.format, template.name.value, body(template).value) == ("twilio", "a_b", "Hi {{1}}")
    assert body(template).pointer == "/types/twilio~1text/body"
    assert [(s.placeholder, s.text.value) for s in template.components[0].samples] == [("1", "Ada")]


def test_of_several_types_the_richest() -> None:
    replies = {"body": "Hi {{1}}!", "actions": [{"title": "Yes", "id": "y"}, {"title": "No", "id": "n"}]}
    template = one(resource(text={"body": "Hi"}, quick_reply=replies), "t.json")
    assert (body(template).value, labels(template)) == ("Hi {{1}}!", ["Yes", "No"])


def test_call_to_action() -> None:
    actions = [
        {"type": "URL", "title": "Go", "url": "https://x.org/{{1}}"},
        {"type": "PHONE_NUMBER", "title": "Call", "phone": "+1"},
    ]
    template = one(resource(call_to_action={"body": "x", "actions": actions}), "t.json")
    assert [part.type for part in template.of_kind("button")] == ["url", "phone_number"]


def test_card_and_carousel() -> None:
    template = one(resource(card=CARD), "t.json")
    assert [part.kind for part in template.components] == ["header", "body", "footer", "button"]
    template = one(resource(carousel={"body": "See", "cards": [CARD, CARD]}), "t.json")
    assert {part.card for part in template.components} == {None, 0, 1}
    assert body(template).value == "See"


def test_lists_of_resources() -> None:
    text = json.dumps({"contents": [json.loads(resource(text={"body": "x"}))] * 3})
    reading = read_text(text, "t.json")
    assert (reading.format, len(reading.templates)) == ("twilio", 3)


def test_wrong_types_are_faults() -> None:
    template = one(resource(text="Hi", quick_reply={"body": 5, "actions": {"a": 1}}), "t.json")
    assert len(template.faults) == 3
