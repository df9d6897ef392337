from __future__ import annotations

import re
import time

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from linter.readers import read_text
from linter.readers.yaml_tree import parse

from .places import MESSAGES, assert_copied, assert_exact, body, one, raw, spans

STYLES = st.sampled_from([None, "'", '"', "|", ">"])


def dumped(value: str, style: str | None, width: int) -> str:
    text = yaml.dump(value, default_style=style, width=width, allow_unicode=True)  # type: ignore[call-overload]
    return str(text).removesuffix("...\n").rstrip("\n")


@given(MESSAGES, STYLES, st.integers(8, 60), st.booleans(), st.booleans())
def test_a_body_of_any_style_is_found(value: str, style: str | None, width: int, crlf: bool, bom: bool) -> None:
    node = yaml.dump(
        {"name": "a_b", "language": "en", "body": value}, default_style=style, width=width, allow_unicode=True
    )  # type: ignore[call-overload]
    text = str(node).replace("\n", "\r\n") if crlf else str(node)
    reading = read_text(("\ufeff" if bom else "") + text, "t.yaml")
    found = body(reading.templates[0])
    assert found.value == value
    assert found.pointer == "/body"
    assert_copied(reading.source, found)
    assert found.map is not None
    assert len(found.map.segments) > 1 or found.map.segments[0][2] == found.map.segments[0][3] or len(value) == 1


@given(st.data(), MESSAGES, st.integers(8, 60), st.booleans())
def test_quoted_slices_decode_to_the_span(data: st.DataObject, value: str, width: int, is_ascii: bool) -> None:
    text = yaml.dump({"name": "a_b", "body": value}, default_style='"', width=width, allow_unicode=not is_ascii)  # type: ignore[call-overload]
    reading = read_text(str(text), "t.yaml")
    found = body(reading.templates[0])
    assert found.value == value
    assert_exact(reading.source, found, data.draw(spans(len(value))), lambda piece: yaml.safe_load(f'"{piece}"'))


@given(st.data(), MESSAGES, st.sampled_from(["", "-", "+", "2", "2-", "+2"]))
def test_literal_slices_are_the_span_with_its_margin(data: st.DataObject, value: str, header: str) -> None:
    value = re.sub(r"^[ \n]+", "", value) or "x"
    text = f"name: a_b\nbody: |{header}\n" + "".join(f"  {line}\n" for line in value.split("\n"))
    reading = read_text(text, "t.yaml")
    found = body(reading.templates[0])
    assert found.value == yaml.safe_load(text)["body"]
    if found.value:
        span = data.draw(spans(len(found.value)))
        assert_exact(reading.source, found, span, lambda piece: re.sub(r"\n {0,2}", "\n", piece))


@pytest.mark.parametrize("header", ["|", "|-", "|+", ">", ">-", ">+", "|2", ">1-", "|  # note"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_block_scalars_by_header(header: str, newline: str) -> None:
    lines = [
        "templates:",
        "- name: a_b",
        f"  body: {header}",
        "    one",
        "    two",
        "",
        "      more {{1}}",
        "",
        "  language: en",
    ]
    text = newline.join([*lines, ""])
    reading = read_text(text, "t.yaml")
    found = body(reading.templates[0])
    assert found.value == yaml.safe_load(text)["templates"][0]["body"]
    at = found.value.index("{{1}}")
    assert raw(reading.source, found, at, at + 5) == "{{1}}"
    assert_copied(reading.source, found)


def test_double_quoted_escapes_and_continuations() -> None:
    reading = read_text('name: a_b\nbody: "a\\u00e9\\U0001F389\\x41\\\n   b \\\n   \\  c\\n\n\n   d"\n', "t.yaml")
    found = body(reading.templates[0])
    assert found.value == "aé🎉Ab   c\n\nd"
    assert raw(reading.source, found, 1, 2) == "\\u00e9"
    assert raw(reading.source, found, 2, 3) == "\\U0001F389"
    assert raw(reading.source, found, 9, 10) == "\\n"


def test_plain_words_are_texts_where_a_template_wants_texts() -> None:
    template = one("name: a_b\nlanguage: no\ncategory: UTILITY\nbody: yes\n", "t.yaml")
    assert template.language is not None
    assert (template.language.value, body(template).value, template.faults) == ("no", "yes", ())


def test_a_number_for_a_text_is_a_fault() -> None:
    template = one("name: a_b\ncategory: UTILITY\nbody: 12\n", "t.yaml")
    assert [(fault.kind, fault.at.value) for fault in template.faults] == [("wrong-type", "12")]
    assert body(template).value == "12"


def test_anchors_merge_keys_and_documents() -> None:
    text = (
        "base: &b\n  language: en\n  category: UTILITY\none:\n  <<: *b\n  name: a_b\n  body: Hi {{1}}\n"
        "---\nname: c_d\nbody: Yo\n"
    )
    first, second = [t for t in read_text(text, "t.yml").templates if t.body is not None]
    assert first.language is not None
    assert (first.language.value, body(first).pointer, body(second).value) == ("en", "/one/body", "Yo")


def test_a_yaml_bomb_is_read_in_no_time() -> None:
    lines = ["a0: &a0 {name: a_b, language: en, body: x}"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 40)]
    began = time.perf_counter()
    reading = read_text("\n".join(lines), "t.yaml")
    assert time.perf_counter() - began < 2
    assert len(reading.templates) == 1


def test_a_recursive_alias_ends() -> None:
    assert read_text("a: &a\n  name: x_y\n  language: en\n  body: b\n  more: [*a]\n", "t.yaml").templates


@pytest.mark.parametrize(
    ("text", "line", "column", "words"),
    [
        ("name: a\nbody: x: y\n", 2, 8, "quotation marks"),
        ("name: a\nbody: {{1}} x\n", 2, 13, "begins with {{"),
        ("a:\n\tb: 1\n", 2, 1, "quotation marks"),
        ("a: *x\n", 1, 4, "anchor"),
        ('a: "\\q"\n', 1, 5, "escape"),
        ("a: \x01\n", 1, 4, "control character"),
        ("[" * 300, 1, 201, "200 levels"),
    ],
)
def test_a_fault_has_its_place_and_advice(text: str, line: int, column: int, words: str) -> None:
    (error,) = read_text(text, "t.yaml").errors
    assert error.line == line
    assert error.column is not None
    assert abs(error.column - column) <= 1
    assert words in error.message


def test_documents_before_a_fault_are_kept() -> None:
    reading = read_text("name: a_b\nbody: x\n---\nname: [\n", "t.yaml")
    assert (len(reading.templates), len(reading.errors)) == (1, 1)


@given(st.text(max_size=200))
def test_any_text_is_an_answer(text: str) -> None:
    read_text(text, "t.yaml")


def test_parse_from_an_offset_counts_in_the_file() -> None:
    (root,) = parse("xxxx\na: b\n", 5)
    assert root.fields is not None
    assert root.fields["a"].start == 8
