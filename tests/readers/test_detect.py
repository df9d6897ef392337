from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.readers import FORMATS, read_text

PIECES = [
    '{"name": "a_b", "body": "Hi {{1}}"}',
    "name: a_b\nbody: x\n",
    "```\nHi {{1}} you there\n```\n",
    "name,body\na,b\n",
    "**Body:**\n",
    "---\n",
    '"""\n',
    "<a>",
    *('"{}[]&|', "\r\n", "\r", "\t", "\ud800", "\0", "\u2028", "> ", "- ", '"', "{", "["),
]


@pytest.mark.parametrize(
    ("text", "path", "expected"),
    [
        ('{"name": "a_b", "category": "UTILITY", "components": [{"type": "BODY", "text": "x"}]}', "x", "graph"),
        ('{"name": "a_b", "category": "UTILITY", "body": "x"}', "x", "neutral"),
        ("name: a_b\ncategory: UTILITY\nbody: x\n", "x", "neutral"),
        ('{"body": "x"}\n{"body": "y"}\n', "x", "jsonl"),
        ('{"id": "1", "body": "x"}\n', "x.jsonl", "jsonl"),
        ('{"friendly_name": "a", "language": "en", "types": {"twilio/text": {"body": "x"}}}', "x", "twilio"),
        ("# WhatsApp\n\n**Body:**\n```\nHi {{1}}, all is well.\n```\n", "x", "markdown"),
        ("name,language,body\na_b,en,Hello there\n", "x", "csv"),
        ("Hi {{1}}, your order has shipped.", "x", "text"),
        ("{{1}}, your order has shipped.", "<text>", "text"),
        ("[Name], your order has shipped.", "x.txt", "text"),
    ],
)
def test_the_format_is_found_by_content(text: str, path: str, expected: str) -> None:
    reading = read_text(text, path)
    assert (reading.format, reading.errors) == (expected, ())
    assert {template.format for template in reading.templates} == {expected}


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("", "x.txt"),
        ("", "x.json"),
        ("   \n", "x.md"),
        ("# Title\n\nSome prose about nothing in particular.\n", "README.md"),
        ("requests==2.0\nclick>=8\n", "requirements.txt"),
        ('{"name": "x", "version": "1.0.0", "dependencies": {"a": "^1"}}', "p.json"),
        ("id,email\n1,a@example.org\n", "people.csv"),
    ],
)
def test_a_file_without_templates_is_no_error(text: str, path: str) -> None:
    reading = read_text(text, path)
    if text.strip():
        assert (reading.format, reading.templates, reading.errors) == (None, (), ())
    else:
        assert reading.templates == ()


@pytest.mark.parametrize("name", FORMATS)
def test_a_forced_format_without_a_template_is_an_error(name: str) -> None:
    reading = read_text("", "x", name)
    assert reading.templates == ()
    assert len(reading.errors) == 1


def test_a_forced_format_of_another_shape_says_which_it_is() -> None:
    (error,) = read_text('{"name": "a_b", "category": "UTILITY", "body": "x"}', "x.json", "graph").errors
    assert "neutral" in error.message


def test_an_unknown_format_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="choose one of graph"):
        read_text("x", input_format="word")


def test_a_forced_format_gives_the_benefit_of_the_doubt() -> None:
    assert read_text('{"text": "Hello"}', "x.json").templates == ()
    assert len(read_text('{"text": "Hello"}', "x.json", "neutral").templates) == 1


@settings(max_examples=300)
@given(
    st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=12).map("".join),
    st.sampled_from(["x", "x.json", "x.jsonl", "x.yaml", "x.md", "x.csv", "x.txt", "x.xml"]),
    st.sampled_from([None, *FORMATS]),
)
def test_no_text_raises(text: str, path: str, input_format: str | None) -> None:
    reading = read_text(text, path, input_format)
    for error in reading.errors:
        assert error.path == path
    for template in reading.templates:
        for component in template.components:
            for found in (component.at, component.text, component.url):
                if found is not None and found.map is not None:
                    start, end = found.map.start(0), found.map.end(len(found.value))
                    assert 0 <= start <= end <= len(reading.source.text)
