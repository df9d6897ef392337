"""How the tests look at places: the slice of the file, decoded by something that is not the reader."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import strategies as st

from linter.readers import Reading, read_text
from linter.source import Source
from linter.template import Template, Text

# Everything a file may hold; NUL cannot come from a file, and lone surrogates have tests of their own.
CHARACTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
WORDS = st.text(CHARACTERS, min_size=1, max_size=60)
# What YAML may hold in every style, without the line ends that YAML 1.1 has beyond CR and LF.
PRINTABLE = st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp", "Cn"], exclude_characters="\ufeff\ufffe\uffff")
MESSAGES = st.text(st.one_of(PRINTABLE, st.sampled_from(" \n{}:'\"#-*é🎉")), min_size=1, max_size=80)


def only(reading: Reading) -> Template:
    """The one template of a reading without errors."""
    assert reading.errors == ()
    assert len(reading.templates) == 1
    return reading.templates[0]


def one(text: str, path: str = "<text>", input_format: str | None = None) -> Template:
    """The one template of a text."""
    return only(read_text(text, path, input_format))


def body(template: Template) -> Text:
    """The text of the template's body."""
    assert template.body is not None
    assert template.body.text is not None
    return template.body.text


def labels(template: Template) -> list[str | None]:
    """The labels of the buttons."""
    return [component.text.value if component.text else None for component in template.of_kind("button")]


def raw(source: Source, text: Text, start: int = 0, end: int | None = None) -> str:
    """What stands in the file for the code points `start` to `end` of a text."""
    assert text.map is not None
    end = len(text.value) if end is None else end
    return source.text[text.map.start(start) : text.map.end(end)]


def spans(length: int) -> st.SearchStrategy[tuple[int, int]]:
    """Spans of at least one code point."""
    ends = st.tuples(st.integers(0, length - 1), st.integers(1, length))
    return ends.map(lambda span: (min(span[0], span[1] - 1), max(span[0] + 1, span[1])))


def assert_exact(source: Source, text: Text, span: tuple[int, int], decode: Callable[[str], object]) -> None:
    """The slice of the file for a span, decoded by another decoder, is the span."""
    start, end = span
    assert decode(raw(source, text, start, end)) == text.value[start:end]


def assert_copied(source: Source, text: Text) -> None:
    """Every code point that stands in the file as itself is found there, in order and without overlaps."""
    assert text.map is not None
    last = 0
    for number, char in enumerate(text.value):
        start, end = text.map.start(number), text.map.end(number + 1)
        assert last <= start <= end <= len(source.text)
        last = start
        if end - start == 1 and not char.isspace():
            assert source.text[start:end] == char
