from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.readers import read_text

from .places import body, labels, one, raw

LINES = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1, max_size=30).map(
    lambda s: f"x{s}x"
)


@given(st.lists(LINES, min_size=1, max_size=5), st.sampled_from(["\n", "\r\n", "\r"]), st.booleans())
def test_a_text_is_its_lines(lines: list[str], newline: str, bom: bool) -> None:
    reading = read_text(("\ufeff" if bom else "") + newline.join(["", *lines, ""]), "t.txt", "text")
    found = body(reading.templates[0])
    assert found.value == "\n".join(lines)
    assert raw(reading.source, found) == newline.join(lines)


def test_several_with_front_matter() -> None:
    text = (
        "---\nname: a_b\nlanguage: en\ncategory: UTILITY\nheader: Top\nbuttons: [Yes, No]\n---\n"
        "Hi {{1}}\n\nBye\n---\nSecond {{1}} one\n"
    )
    first, second = read_text(text, "t.txt").templates
    assert first.name is not None
    assert first.category is not None
    assert (first.name.value, first.category.value, body(first).value) == ("a_b", "UTILITY", "Hi {{1}}\n\nBye")
    assert [part.kind for part in first.components] == ["header", "body", "button", "button"]
    assert (second.name, body(second).value, labels(second)) == (None, "Second {{1}} one", [])


def test_front_matter_for_each() -> None:
    text = "---\nname: a_b\n---\nOne {{1}}\n---\nname: c_d\n---\nTwo {{1}}\n"
    assert [t.name.value for t in read_text(text, "t.txt").templates if t.name] == ["a_b", "c_d"]


def test_front_matter_that_does_not_parse_is_an_error() -> None:
    reading = read_text("---\nname: a_b\nheader: {{1}} x\n---\nHi {{1}}\n", "t.txt")
    assert [(error.line, "quotation" in error.message) for error in reading.errors] == [(3, True)]
    assert body(reading.templates[0]).value == "Hi {{1}}"


@pytest.mark.parametrize("name", ["LICENSE.txt", "requirements.txt", "robots.txt"])
def test_well_known_files_are_no_templates(name: str) -> None:
    assert read_text("Some words of prose that stand here.\n", name).templates == ()


def test_prose_without_placeholders_is_a_message() -> None:
    assert body(one("Your parcel has arrived at the shop.", "m.txt")).value.startswith("Your parcel")
