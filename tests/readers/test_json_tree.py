from __future__ import annotations

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.readers import read_text
from linter.readers.json_tree import parse
from linter.readers.tree import ParseError
from linter.source import Source

from .places import CHARACTERS, WORDS, assert_exact, body, one, raw, spans

VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**30), 10**30)
    | st.floats(allow_nan=False, allow_infinity=False)
    | WORDS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS, inner, max_size=4),
    max_leaves=12,
)


@st.composite
def escaped(draw: st.DrawFn, value: str) -> str:
    """A JSON string in which any code point may be an escape."""
    parts = []
    for char in value:
        must = char in '"\\' or ord(char) < 0x20
        if must or draw(st.booleans()):
            short = {
                "\n": "\\n",
                "\t": "\\t",
                '"': '\\"',
                "\\": "\\\\",
                "/": "\\/",
                "\b": "\\b",
                "\f": "\\f",
                "\r": "\\r",
            }
            if char in short and draw(st.booleans()):
                parts.append(short[char])
            else:
                units = char.encode("utf-16-be")
                parts.extend(f"\\u{units[i]:02x}{units[i + 1]:02X}" for i in range(0, len(units), 2))
        else:
            parts.append(char)
    return '"' + "".join(parts) + '"'


@given(VALUES, st.sampled_from([None, 1, "\t"]))
def test_parse_agrees_with_the_standard_library(value: object, indent: int | str | None) -> None:
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    assert json.dumps(parse(text).plain()) == json.dumps(json.loads(text))


@given(st.text(st.sampled_from('{}[]",:0.eE+-truefalsn \\u1\n/'), max_size=20))
def test_parse_accepts_what_the_standard_library_accepts(text: str) -> None:
    try:
        expected = json.loads(text)
    except ValueError:
        with pytest.raises(ParseError) as caught:
            parse(text)
        assert 0 <= caught.value.offset <= len(text)
    else:
        assert json.dumps(parse(text).plain()) == json.dumps(expected)


@given(st.data(), WORDS, st.sampled_from(["\n", "\r\n", "\r"]), st.booleans())
def test_a_body_is_found_at_its_escapes(data: st.DataObject, value: str, newline: str, bom: bool) -> None:
    text = newline.join(["{", ' "name": "a_b",', f' "body": {data.draw(escaped(value))}', "}"])
    reading = read_text(("\ufeff" if bom else "") + text, "t.json")
    found = body(reading.templates[0])
    assert found.value == value
    assert found.pointer == "/body"
    assert_exact(reading.source, found, data.draw(spans(len(value))), lambda piece: json.loads(f'"{piece}"'))
    assert reading.source.position(found.map.start(0)).line == 3  # type: ignore[union-attr]


@given(st.text(CHARACTERS, max_size=8))
def test_keys_make_pointers(key: str) -> None:
    text = json.dumps({key: {"name": "a_b", "language": "en", "body": "x"}})
    for template in read_text(text, "t.json").templates:
        assert template.at.pointer == "/" + key.replace("~", "~0").replace("/", "~1")


def test_a_surrogate_pair_is_one_place_and_a_lone_surrogate_no_crash() -> None:
    reading = read_text('{"name": "a_b", "body": "a\\ud83c\\udf89b\\ud800c"}', "t.json")
    found = body(reading.templates[0])
    assert found.value == "a🎉b\ud800c"
    assert raw(reading.source, found, 1, 2) == "\\ud83c\\udf89"
    assert raw(reading.source, found, 3, 4) == "\\ud800"
    assert raw(reading.source, found, 4, 5) == "c"


def test_of_two_equal_keys_the_last_counts() -> None:
    assert body(one('{"name": "a_b", "body": "x", "body": "y"}', "t.json")).value == "y"


@pytest.mark.parametrize(
    ("text", "offset", "words"),
    [
        ('{"a": 1,}', 8, "comma before the closing brace"),
        ('{"a": [1, 2,]}', 12, "comma before is one too many"),
        ('{"a": 1 "b": 2}', 8, "a comma or } is missing"),
        ('{"a" 1}', 5, "colon is missing"),
        ("{'a': 1}", 1, "double quotation marks"),
        ("{\"a\": 'b'}", 6, "wrong quotation marks"),
        ('{"a": “b”}', 6, "typographic"),
        ('{"a": 1} // x', 9, "more text"),
        ('{"a": 1, // x\n"b": 2}', 9, "no comments"),
        ('{"a": "x\ny"}', 8, "line break"),
        ('{"a": "x\\q"}', 8, "wrong escape"),
        ('{"a": "x', 6, "not closed"),
        ('{"a": [1', 8, "closing ] is missing"),
        ('{"a": 1]', 7, "closes what was opened"),
        ('{"a": None}', 6, "None"),
        ("", 0, "ends too early"),
    ],
)
def test_a_fault_has_its_place_and_advice(text: str, offset: int, words: str) -> None:
    with pytest.raises(ParseError) as caught:
        parse(text)
    assert (caught.value.offset, words in caught.value.message) == (offset, True)


@pytest.mark.parametrize("text", ["[" * 100_000, '{"a":' * 100_000, "[" * 100_000 + "]" * 100_000])
def test_deep_nesting_is_an_error_and_not_a_crash(text: str) -> None:
    (error,) = read_text(text, "t.json").errors
    assert "200 levels" in error.message


def test_what_stood_before_a_fault_is_kept() -> None:
    entry = '{"name": "a_b", "category": "UTILITY", "body": "x"}'
    reading = read_text(f'{{"templates": [{entry},\n{{"name": "c_d", "category": "UTILITY", "body": ', "t.json")
    assert [template.name.value for template in reading.templates if template.name] == ["a_b"]
    assert [(error.line, error.column) for error in reading.errors] == [(2, 48)]


def test_a_parse_is_linear() -> None:
    text = json.dumps([{"name": "a_b", "body": "x\n" * 50}] * 2000)
    began = time.perf_counter()
    assert len(parse(text).items or []) == 2000
    assert time.perf_counter() - began < 2
    assert Source(text).position(5).line == 1
