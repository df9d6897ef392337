from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from linter.readers import read_stream, read_text
from linter.report import InputError
from linter.template import Template

from .places import WORDS, body, raw


def test_a_bad_line_is_an_error_and_reading_goes_on() -> None:
    text = '{"id": "1", "body": "x"}\n\nnonsense\n{"id": 3}\n{"id": "4", "text": "y"}'
    reading = read_text(text, "t.jsonl")
    assert [template.id for template in reading.templates] == ["1", "4"]
    assert [(error.line, error.column) for error in reading.errors] == [(3, 1), (4, 1)]


def test_lines_of_something_else_are_no_templates() -> None:
    assert (
        read_text('{"level": "info", "message": "up"}\n{"level": "info", "message": "down"}\n', "log.jsonl").templates
        == ()
    )


@given(st.lists(WORDS, min_size=1, max_size=5), st.sampled_from(["\n", "\r\n"]), st.booleans())
def test_a_stream_counts_lines_and_offsets_of_the_whole(bodies: list[str], newline: str, is_ascii: bool) -> None:
    lines = [json.dumps({"id": str(n), "body": text}, ensure_ascii=is_ascii) + newline for n, text in enumerate(bodies)]
    whole = read_text("".join(lines), "-", "jsonl")
    streamed = list(read_stream(lines, "-"))
    assert len(streamed) == len(whole.templates) == len(bodies)
    for number, ((source, found), expected) in enumerate(zip(streamed, whole.templates, strict=True)):
        assert isinstance(found, Template)
        assert found.id == str(number)
        text = body(found)
        assert text.value == bodies[number]
        assert raw(source, text) == raw(whole.source, body(expected))
        here, there = text.map, body(expected).map
        assert here is not None
        assert there is not None
        assert source.position(here.start(0)) == whole.source.position(there.start(0))
        assert source.line(number + 1) == lines[number].rstrip("\r\n")


def test_a_stream_goes_on_after_an_error() -> None:
    (first, error), (_, last) = list(read_stream(["\ufeff{oops}\n", "\n", '{"body": "x"}'], "-"))
    assert isinstance(error, InputError)
    assert isinstance(last, Template)
    assert (error.line, error.column, first.first_line) == (1, 2, 1)
