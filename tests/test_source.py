from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.source import MapBuilder, Source, SourceMap

TEXTS = st.text(alphabet="ab \n\r\té😀", max_size=60)


@given(TEXTS, st.integers(0, 60))
def test_line_and_column_lead_back_to_the_offset(text: str, offset: int) -> None:
    source = Source(text)
    position = source.position(offset)
    assert position.offset == min(offset, len(text))
    assert source.starts[position.line - 1] + position.column - 1 == position.offset


@pytest.mark.parametrize(
    ("text", "offset", "place"),
    [
        ("a\nb", 2, (2, 1)),
        ("a\r\nb", 3, (2, 1)),
        ("a\rb", 2, (2, 1)),
        ("😀x", 1, (1, 2)),
        ("", 0, (1, 1)),
        ("a\n", 2, (2, 1)),
    ],
)
def test_positions(text: str, offset: int, place: tuple[int, int]) -> None:
    position = Source(text).position(offset)
    assert (position.line, position.column) == place


def test_a_line_is_given_without_its_end() -> None:
    source = Source("one\r\ntwo\nthree")
    assert [source.line(n) for n in (1, 2, 3)] == ["one", "two", "three"]


@given(st.lists(st.one_of(st.text("abc", min_size=1, max_size=4), st.just("\n"), st.just("é")), max_size=12))
def test_a_map_leads_each_decoded_character_to_its_escape(pieces: list[str]) -> None:
    written = {"\n": "\\n", "é": "\\u00e9"}
    builder, file = MapBuilder(), '"'
    for piece in pieces:
        if piece in written:
            builder.escape(piece, len(file), len(written[piece]))
            file += written[piece]
        else:
            builder.copy(piece, len(file))
            file += piece
    text, where = builder.build(1)
    assert text == "".join(pieces)
    for index, char in enumerate(text):
        assert file[where.start(index) : where.end(index + 1)] == written.get(char, char)
    assert where.end(len(text)) == len(file)


def test_a_plain_map_counts_on() -> None:
    where = SourceMap.plain(10, 5)
    assert (where.start(0), where.start(4), where.end(5), where.end(0)) == (10, 14, 15, 10)
