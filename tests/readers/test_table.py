from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.readers import read_text

from .places import CHARACTERS, assert_exact, body, labels, raw, spans

SID = "HX" + "0123456789abcdef" * 2


@given(
    st.data(), st.text(CHARACTERS, min_size=1, max_size=40), st.sampled_from(",;\t"), st.sampled_from(["\n", "\r\n"])
)
def test_a_cell_is_found_as_written(data: st.DataObject, value: str, sign: str, newline: str) -> None:
    value = value.replace("\r", "")
    out = io.StringIO()
    writer = csv.writer(out, delimiter=sign, quoting=csv.QUOTE_ALL, lineterminator=newline)
    writer.writerows([["name", "language", "body"], ["a_b", "en", value], ["c_d", "es", "x"]])
    reading = read_text(out.getvalue(), "t.csv")
    assert (reading.format, reading.errors) == ("csv", ())
    first, second = reading.templates
    found = body(first)
    assert (found.value, body(second).value) == (value, "x")
    if value:
        assert_exact(reading.source, found, data.draw(spans(len(value))), lambda piece: piece.replace('""', '"'))


def test_columns_in_other_languages_and_buttons() -> None:
    text = "Nombre;Idioma;Categoría;Cuerpo;Pie;button_1;button_2\na_b;es;UTILITY;Hola {{1}};Fin;Sí;No\n"
    text = text.replace("Categoría", "categoria")
    (template,) = read_text(text, "t.csv").templates
    assert template.language is not None
    assert (template.language.value, labels(template)) == ("es", ["Sí", "No"])
    assert [part.kind for part in template.components] == ["body", "footer", "button", "button"]


def test_buttons_in_one_column() -> None:
    (template,) = read_text("name,category,body,buttons\na_b,UTILITY,x,Yes|No\n", "t.csv").templates
    assert labels(template) == ["Yes", "No"]


def test_rows_that_do_not_fit_are_errors() -> None:
    reading = read_text("name,body\na_b,x\nc_d,y,z\nlonely\ne_f,w\n", "t.csv")
    assert [body(template).value for template in reading.templates] == ["x", "w"]
    assert [error.line for error in reading.errors] == [3, 4]


def test_a_mark_that_does_not_close_is_an_error() -> None:
    reading = read_text('name,body\na_b,x\nc_d,"y\n', "t.csv")
    assert [body(template).value for template in reading.templates] == ["x"]
    assert [(error.line, error.column) for error in reading.errors] == [(3, 5)]


def test_rows_without_header() -> None:
    text = f'One, {SID},"Hi {{{{1}}}}, ""you""", 1\nTwo,{SID},Hello there,0\n'
    reading = read_text(text, "t.csv")
    assert [(t.name.value, t.id, body(t).value) for t in reading.templates if t.name] == [
        ("One", SID, 'Hi {{1}}, "you"'),
        ("Two", SID, "Hello there"),
    ]
    assert reading.errors == ()


def test_an_unquoted_body_of_several_lines_is_kept_with_an_error() -> None:
    reading = read_text(f"One,{SID},Hi {{{{1}}}}\n\nAll, is well, 1\n", "t.csv")
    (template,) = reading.templates
    assert body(template).value == "Hi {{1}}\n\nAll, is well"
    assert raw(reading.source, body(template)).endswith("is well")
    assert [error.line for error in reading.errors] == [3]


@pytest.mark.parametrize("text", ["name,message\nAda,thanks\n", "id,email\n1,x\n", "a\n", ",,,\n"])
def test_other_tables_are_no_templates(text: str) -> None:
    assert read_text(text, "t.csv").templates == ()
