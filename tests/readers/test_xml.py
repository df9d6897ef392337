from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from linter.readers import read_text

from .places import body, raw

FILE = """<?xml version="1.0" encoding="utf-8"?>
<odoo>
  <record id="x" model="whatsapp.template">
    <field name="name">Note é 🎉</field>
    <field name="wa_name">order_note</field>
    <field name="lang_code">fr</field>
    <field name="category">UTILITY</field>{}
  </record>
  <record id="y" model="res.partner"><field name="name">Ada</field></record>
</odoo>
"""


def test_a_record_without_body() -> None:
    reading = read_text(FILE.format(""), "t.xml")
    (template,) = reading.templates
    assert template.name is not None
    assert template.language is not None
    assert (reading.format, template.name.value, template.language.value) == ("neutral", "order_note", "fr")
    assert raw(reading.source, template.name) == "order_note"
    assert template.components == ()


@given(st.text(st.sampled_from("aé🎉<>&\n {}1"), min_size=1, max_size=30), st.booleans())
def test_a_body_is_found_at_its_entities(value: str, crlf: bool) -> None:
    written = value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    text = FILE.replace("{}", f'<field name="body">x{written}x</field>')
    reading = read_text(text.replace("\n", "\r\n") if crlf else text, "t.xml")
    found = body(reading.templates[0])
    assert found.value == f"x{value}x"
    piece = raw(reading.source, found).replace("\r\n", "\n")
    assert piece == f"x{written}x"


def test_faults_are_errors() -> None:
    (error,) = read_text("<odoo>\n<record></odoo>", "t.xml").errors
    assert error.line == 2
    (error,) = read_text('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "t.xml").errors
    assert "entity" in error.message
