from __future__ import annotations

import json

import pytest

from linter.readers import read_text
from linter.template import Template

from .places import body, labels, one

BODY = {"type": "BODY", "text": "Hi {{1}}, it is done."}
PAYLOAD = {"name": "a_b", "language": "en", "category": "UTILITY", "components": [BODY]}


def all_of(value: object) -> tuple[Template, ...]:
    reading = read_text(json.dumps(value), "t.json")
    assert reading.errors == ()
    return reading.templates


def names(templates: tuple[Template, ...]) -> list[str | None]:
    return [template.name.value if template.name else None for template in templates]


@pytest.mark.parametrize(
    "value",
    [
        PAYLOAD,
        [PAYLOAD],
        {"data": [PAYLOAD], "paging": {"cursors": {"before": "a"}}},
        {"templates": [PAYLOAD]},
        {"waba_templates": [PAYLOAD], "count": 1},
        {"a_b": {key: item for key, item in PAYLOAD.items() if key != "name"}},
        {"templates": {"a_b": {key: item for key, item in PAYLOAD.items() if key != "name"}}},
        {"config": {"whatsapp": {"items": [PAYLOAD]}}},
    ],
)
def test_payloads_in_their_wrappers(value: object) -> None:
    templates = all_of(value)
    assert names(templates) == ["a_b"]
    assert templates[0].has_payload_shape


def test_one_template_a_localization() -> None:
    parts = [{"language": "en", "components": [BODY]}, {"language": "fr", "components": [BODY]}]
    templates = all_of({"name": "a_b", "category": "ACCOUNT_UPDATE", "localizations": parts})
    assert [
        (t.name.value, t.language.value, t.category.value) for t in templates if t.name and t.language and t.category
    ] == [
        ("a_b", "en", "ACCOUNT_UPDATE"),
        ("a_b", "fr", "ACCOUNT_UPDATE"),
    ]
    assert body(templates[1]).pointer == "/localizations/1/components/0/text"


def test_a_localization_alone_and_components_alone() -> None:
    assert names(all_of({"language": "en", "components": [BODY]})) == [None]
    assert names(all_of([BODY, {"type": "FOOTER", "text": "x"}])) == [None]


def test_languages_as_keys_make_a_template_each() -> None:
    entry = {
        "id": "t1",
        "name": "Task done",
        "category": "operations",
        "en": "The task {t} is done.",
        "yo": "Iṣẹ parí {t}.",
    }
    templates = all_of({"templates": [entry]})
    assert [(t.id, t.language.value, body(t).value) for t in templates if t.language] == [
        ("t1", "en", "The task {t} is done."),
        ("t1", "yo", "Iṣẹ parí {t}."),
    ]


def test_languages_as_a_map_of_bodies() -> None:
    entry = {"name": "a_b", "languages": {"en": {"body": "Hi {{1}} there"}, "es": {"body": "Hola {{1}}"}}}
    assert [body(t).pointer for t in all_of([entry])] == ["/0/languages/en/body", "/0/languages/es/body"]


def test_a_file_by_language_gives_it_to_its_templates() -> None:
    (template,) = all_of({"es": {"a_b": {"category": "UTILITY", "body": "Hola {{1}}"}}})
    assert template.language is not None
    assert (names((template,)), template.language.value) == (["a_b"], "es")


def test_entries_of_a_registry_have_no_body() -> None:
    entry = {"name": "a_b", "category": "utility", "languages": {"en": {"status": "approved", "body_params": 1}}}
    (template,) = all_of({"templates": [entry]})
    assert (names((template,)), template.components) == (["a_b"], ())
    (template,) = one_registry()
    assert template.components == ()


def one_registry() -> tuple[Template, ...]:
    return read_text("templates:\n  - name: hello_there\n    language: en_US\n", "t.yaml").templates


def test_texts_keyed_by_name() -> None:
    templates = all_of({"templates": {"a_b": "Hi {{1}}, it is done.", "c_d": "Your parcel is here."}})
    assert [(n, body(t).value) for n, t in zip(names(templates), templates, strict=True)] == [
        ("a_b", "Hi {{1}}, it is done."),
        ("c_d", "Your parcel is here."),
    ]


@pytest.mark.parametrize(
    "value",
    [
        {"messaging_product": "whatsapp", "to": "1", "type": "template", "template": PAYLOAD},
        {"to": "1", "template": PAYLOAD},
        {"template": {"name": "a_b", "language": {"code": "en"}, "components": [{"type": "body", "parameters": []}]}},
        {"id": "1", "status": "APPROVED", "category": "UTILITY"},
        {"success": True, "message": "Template {{1}} created"},
        {"error": {"message": "Invalid {{1}}", "type": "OAuthException", "code": 100}},
        {"name": "pkg", "version": "1.0.0", "description": "x", "dependencies": {}},
        {"openapi": "3.0.0", "paths": {"/x": {"example": PAYLOAD}}},
        {"role": "user", "content": "Hi {{1}}", "name": "a_b"},
        {"method": "POST", "url": "https://x.org", "body": "Hi {{1}}"},
        {"postId": 1, "id": 1, "name": "id labore ex", "email": "a@b.org", "body": "laudantium enim quasi"},
        {"name": "Bug report", "description": "x", "body": [{"type": "markdown", "attributes": {"value": "x"}}]},
        {"title": "Post", "body": "Some article text", "author": "x"},
        {"en": {"greeting": "Hello"}, "es": {"greeting": "Hola"}},
        {"type": "BODY", "text": "Hi {{1}}"},
        {"text": "Hi there"},
        [1, "two", None, {"a": "b"}],
        "Hi {{1}}",
    ],
)
def test_what_is_no_template(value: object) -> None:
    assert all_of(value) == ()


def test_the_order_is_that_of_the_file() -> None:
    entries = [{"name": f"t_{n}", "category": "UTILITY", "body": "x"} for n in range(50)]
    assert names(all_of({"a": entries[:25], "b": {"templates": entries[25:]}})) == [f"t_{n}" for n in range(50)]


def test_other_fields_are_carried() -> None:
    template = one(json.dumps({"id": 7, "name": "a_b", "body": "x {{1}}", "team": ["ops"]}), "t.json")
    assert (template.id, template.extra, labels(template)) == ("7", {"team": ["ops"]}, [])
