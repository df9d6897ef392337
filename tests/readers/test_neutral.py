from __future__ import annotations

import json

import pytest

from linter.template import Template

from .places import body, labels, one, raw


def flat(**fields: object) -> Template:
    return one(json.dumps({"name": "a_b", "language": "en", "category": "UTILITY", **fields}), "t.json")


def test_all_parts() -> None:
    template = flat(
        header="Top",
        body="Hi {{1}}",
        footer="End",
        buttons=["Yes", {"type": "URL", "text": "Go", "url": "https://x.org"}],
    )
    assert [part.kind for part in template.components] == ["header", "body", "footer", "button", "button"]
    assert [part.type for part in template.of_kind("button")] == [None, "url"]
    assert (template.format, template.has_payload_shape) == ("neutral", False)


@pytest.mark.parametrize("key", ["body", "text", "message", "content", "Body", "bodyText", "body_text"])
def test_names_of_the_body(key: str) -> None:
    template = flat(**{key: "Hi {{1}}"})
    assert (body(template).value, body(template).pointer) == ("Hi {{1}}", f"/{key}")


@pytest.mark.parametrize("key", ["name", "template_name", "templateName", "elementName", "Name"])
def test_names_of_the_name(key: str) -> None:
    template = one(json.dumps({key: "a_b", "language": "en", "body": "Hi {{1}}"}), "t.json")
    assert template.name is not None
    assert template.name.value == "a_b"


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("Top", (None, "Top")),
        ({"type": "TEXT", "text": "Top"}, ("text", "Top")),
        ({"format": "image", "example": {"header_handle": ["x"]}}, ("image", None)),
        ({"type": "document", "link": "https://x.org/a.pdf"}, ("document", None)),
    ],
)
def test_headers(header: object, expected: tuple[str | None, str | None]) -> None:
    (part,) = flat(header=header, body="x").of_kind("header")
    assert (part.format, part.text.value if part.text else None) == expected


def test_a_body_far_too_long_is_still_a_template() -> None:
    assert len(body(flat(body="word " * 5000)).value) == 25_000


@pytest.mark.parametrize("nothing", ["None", "", None])
def test_nothing_is_no_part(nothing: object) -> None:
    template = flat(header=nothing, body="x", footer=nothing, buttons=nothing)
    assert [part.kind for part in template.components] == ["body"]


def test_labels_joined_by_line_ends_have_their_own_places() -> None:
    template = flat(body="x", buttons="Yes\nNo")
    assert labels(template) == ["Yes", "No"]
    texts = [part.text for part in template.of_kind("button") if part.text]
    assert [text.map.start(0) for text in texts if text.map] == [texts[0].map.start(0), texts[0].map.start(0) + 5]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("button", "kind"),
    [
        ({"type": "Quick Reply", "text": "Y"}, "quick_reply"),
        ({"type": "quickReply", "text": "Y"}, "quickreply"),
        ({"text": "Y", "url": "https://x.org"}, "url"),
        ({"text": "Y", "phone_number": "+1555"}, "phone_number"),
        ({"text": "Y"}, None),
    ],
)
def test_button_types(button: object, kind: str | None) -> None:
    (part,) = flat(body="x", buttons=[button]).of_kind("button")
    assert part.type == ("quick_reply" if kind == "quickreply" else kind)


def test_sample_values_go_to_the_part_with_their_placeholder() -> None:
    template = flat(header="To {{1}}", body="Hi {{2}}", variables={"1": "Ada", "2": "Bo", "3": "Cy"})
    given = [[(sample.placeholder, sample.text.value) for sample in part.samples] for part in template.components]
    assert given == [[("1", "Ada")], [("2", "Bo"), ("3", "Cy")]]


def test_names_of_variables_are_no_sample_values() -> None:
    assert flat(body="Hi {{1}}", params=["first_name"]).components[0].samples == ()
    assert len(flat(body="Hi {{1}}", example=["Ada"]).components[0].samples) == 1


def test_parts_inside_a_structure_or_a_map_of_components() -> None:
    for key in ("structure", "components"):
        template = flat(
            **{
                key: {
                    "header": {"format": "TEXT", "text": "Top"},
                    "body": {"text": "Hi {{1}}"},
                    "footer": {"text": "E"},
                }
            }
        )
        assert [part.kind for part in template.components] == ["header", "body", "footer"]
        assert body(template).pointer == f"/{key}/body/text"


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"body": 5}, "body is a number"),
        ({"body": ["x"]}, "body is a list"),
        ({"body": "x", "footer": 5}, "footer is a number"),
        ({"body": "x", "header": 5}, "header is a number"),
        ({"body": "x", "buttons": {"a": 1}}, "it must be a list"),
        ({"body": "x", "buttons": 5}, "buttons must be a list"),
        ({"body": "x", "buttons": [5]}, "a button is a number"),
    ],
)
def test_a_wrong_type_is_a_fault(fields: dict[str, object], words: str) -> None:
    faults = flat(**fields).faults
    assert [fault.kind for fault in faults] == ["wrong-type"]
    assert words in faults[0].detail


def test_a_bare_placeholder_in_yaml_is_a_fault_that_says_so() -> None:
    template = one("name: a_b\ncategory: UTILITY\nbody: {{1}}\n", "t.yaml")
    assert [fault.detail for fault in template.faults] == ["body begins with {{ but is not quoted"]


def test_a_place_covers_the_text() -> None:
    from linter.readers import read_text

    reading = read_text('{"name": "a_b", "body": "Hi \\u00e9 {{1}}"}', "t.json")
    assert raw(reading.source, body(reading.templates[0])) == "Hi \\u00e9 {{1}}"
    assert raw(reading.source, reading.templates[0].at) == reading.source.text
