from __future__ import annotations

import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.readers import read_text
from linter.template import Template

from .places import assert_copied, body, labels, only, raw

LINES = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp", "Zs"], exclude_characters="`~"), max_size=20)


def read(text: str) -> tuple[Template, ...]:
    reading = read_text("# WhatsApp\n\n" + text, "t.md")
    assert reading.errors == ()
    for template in reading.templates:
        for component in template.components:
            if component.text is not None:
                assert_copied(reading.source, component.text)
    return reading.templates


def facts(template: Template) -> list[Any]:
    return [text.value if text else None for text in (template.name, template.language, template.category)]


@given(
    st.lists(LINES, min_size=1, max_size=6),
    st.sampled_from(["", "  ", "> ", "- ", "1. ", "> - "]),
    st.sampled_from(["```", "~~~", "`````"]),
    st.sampled_from(["\n", "\r\n"]),
    st.booleans(),
)
def test_a_fence_is_its_lines(lines: list[str], margin: str, fence: str, newline: str, bom: bool) -> None:
    lines = [f"Hi {{{{1}}}} there {lines[0]}", *(f"x{line}x" for line in lines[1:]), "the end"]
    rest = "".join(char if char == ">" else " " for char in margin)
    block = [f"{margin}{fence}", *(rest + line for line in lines), rest + fence]
    text = newline.join(["# WhatsApp", "", "**Body:**", "", *block, ""])
    reading = read_text(("\ufeff" if bom else "") + text, "t.md")
    found = body(only(reading))
    assert found.value == "\n".join(lines)
    assert raw(reading.source, found) == (newline + rest).join(lines)


def test_labels_around_a_fence() -> None:
    (template,) = read(
        "## Order\n\n**Template Name:** `order_note`\n**Category:** UTILITY (service)\n"
        "**Language:** Portuguese (BR) - pt_BR\n\n"
        "### Header (TEXT)\n```\nYour order\n```\n\n### Body\n```\nHi {{1}},\n\nit is here.\n```\n\n"
        "### Footer\n```\nThe shop\n```\n\n"
        "### Buttons (Quick Reply)\n| Button Text | ID |\n|---|---|\n| Track it | `a` |\n| Stop | `b` |\n"
    )
    assert facts(template) == ["order_note", "pt_BR", "UTILITY"]
    assert [part.kind for part in template.components] == ["header", "body", "footer", "button", "button"]
    assert labels(template) == ["Track it", "Stop"]
    assert body(template).value == "Hi {{1}},\n\nit is here."


@pytest.mark.parametrize(
    ("name", "category", "language", "text", "code"),
    [
        ("Nombre", "Categoría", "Idioma", "Contenido", "Español (es)"),
        ("Nome do Template", "Categoria", "Idioma", "Conteúdo", "`es`"),
        ("Nome Template", "Categoria", "Linguaggio", "Corpo Template", "`es` (Spagnolo)"),
        ("Nom du template", "Catégorie", "Langue", "Corps du message", "`Espagnol (es)`"),
        ("Şablon adı", "Kategori", "Dil", "Gövde", "es"),
        ("Nama template", "Kategori", "Bahasa", "Isi pesan", "es"),
        ("Vorlagenname", "Kategorie", "Sprache", "Nachrichtentext", "es"),
    ],
)
def test_labels_in_other_languages(name: str, category: str, language: str, text: str, code: str) -> None:
    (template,) = read(
        f"- **{name}:** `a_b`\n- **{category}**: UTILITY\n- **{language}** : {code}\n\n**{text}:**\n```\n"
        f"Hola {{{{1}}}}, ya.\n```\n"
    )
    assert facts(template) == ["a_b", "es", "UTILITY"]


def test_names_in_headings_and_buttons_below() -> None:
    first, second = read(
        "### 1. `order_note` - Note\n- **Category:** Utility\n\n```\nHi {{1}}, one.\n```\n\n**Button:**\n"
        "- Type: URL\n- Label: Track\n"
        "- URL: `https://x.org/{{2}}`\n\n---\n\n### 2. stock_note (Stock)\n\n```\nHi {{1}}, two.\n```\n\n"
        "**Buttons:**\n- Yes\n- No\n"
    )
    assert (facts(first), facts(second)) == (["order_note", None, "Utility"], ["stock_note", None, None])
    (button,) = first.of_kind("button")
    assert button.url is not None
    assert (button.type, button.url.value, labels(first), labels(second)) == (
        "url",
        "https://x.org/{{2}}",
        ["Track"],
        ["Yes", "No"],
    )


def test_a_definition_in_one_fence() -> None:
    (template,) = read(
        "```\nName: order_note\nCategory: UTILITY\n\nHeader:\nYour order\n\nBody:\nHi {{1}},\n\n"
        "Date: {{2}}\n\nFooter:\nShop\n\nButtons:\n- Yes\n- No\n```\n"
    )
    assert facts(template) == ["order_note", None, "UTILITY"]
    assert body(template).value == "Hi {{1}},\n\nDate: {{2}}"
    assert labels(template) == ["Yes", "No"]


def test_quoted_blocks_in_lists() -> None:
    (template,) = read(
        '### Welcome (`welcome_note`)\n- Message:\n  """\n  Halo {user_name}!\n\n  Selamat datang.\n  """\n'
    )
    assert body(template).value == "Halo {user_name}!\n\nSelamat datang."


def test_block_quotes() -> None:
    (template,) = read("**Name:** `a_b`\n\n**Body:**\n\n> Hi {{1}},\n> all is well.\n")
    assert body(template).value == "Hi {{1}},\nall is well."


@pytest.mark.parametrize("margin", ["", "   ", "> "])
@pytest.mark.parametrize("fence", ["```json", "````", "~~~"])
def test_payloads_in_fences(margin: str, fence: str) -> None:
    lines = [
        "{",
        '"name": "a_b", "language": "en", "category": "UTILITY",',
        '"components": [{"type": "BODY", "text": "Hi \\u00e9 {{1}}"}]',
        "}",
    ]
    text = "".join(f"{margin}{line}\n" for line in [fence, *lines, fence.rstrip("json")])
    reading = read_text(("1. Do\n" if margin == "   " else "") + text, "t.md")
    template = only(reading)
    assert (reading.format, template.format, template.has_payload_shape) == ("markdown", "markdown", True)
    assert body(template).value == "Hi é {{1}}"
    assert raw(reading.source, body(template)) == "Hi \\u00e9 {{1}}"
    assert reading.source.position(body(template).map.start(0)).line == (5 if margin == "   " else 4)  # type: ignore[union-attr]


def test_yaml_in_a_quoted_fence() -> None:
    reading = read_text(
        "> ```yaml\n> name: a_b\n> category: UTILITY\n> body: |\n>   Hi {{1}},\n>   you.\n> ```\n", "t.md"
    )
    found = body(only(reading))
    assert (found.value, raw(reading.source, found, 0, 8)) == ("Hi {{1}},\nyou.", "Hi {{1}}")


def test_front_matter_speaks_for_the_document() -> None:
    reading = read_text("---\nname: a_b\nlanguage: en\ncategory: UTILITY\n---\n\nHi {{1}},\n\nall is well.\n", "t.md")
    template = only(reading)
    assert (facts(template), body(template).value) == (["a_b", "en", "UTILITY"], "Hi {{1}},\n\nall is well.")
    (template,) = read_text(
        "---\nname: a_b\n---\n# WhatsApp\n\n**Body:**\n```\nHi {{1}}, you.\n```\n", "t.md"
    ).templates
    assert facts(template)[0] == "a_b"


def test_versions_share_what_stands_above_them() -> None:
    first, second = read(
        "## Note\n- **Name**: `a_b`\n- **Category**: UTILITY\n\n**Version 1**:\n```\nHi {{1}}, one.\n```\n\n"
        "**Version 2**:\n```\nHi {{1}}, two.\n```\n"
    )
    assert facts(first) == facts(second) == ["a_b", None, "UTILITY"]


def test_a_name_with_variables_and_without_body() -> None:
    _, second = read(
        "### `a_b`\n**Body:**\n```\nHi {{1}}, you.\n```\n\n### `c_d`\n\n| Variable | Meaning |\n|---|---|\n"
        "| `{{1}}` | Name |\n"
    )
    assert (facts(second)[0], second.components) == ("c_d", ())


@pytest.mark.parametrize(
    "text",
    [
        "```bash\ncurl -d '{\"text\": \"Hi {{1}}\"}' https://x.org\n```\n",
        "```\nPOST https://x.org/{{1}}\nAuthorization: Bearer x\n```\n",
        "```js\nconst message = `Hi {{1}}, you there`;\n```\n",
        "```sql\nSELECT '{{1}} is here' FROM a;\n```\n",
        "```\n┌────────┐\n│ Hi {{1}} you │\n└────────┘\n```\n",
        "```\nsrc/\n├── a.ts\n└── b.ts\n```\n",
        "```\nStart → form\n↓\nHi {{1}}, you there\n```\n",
        "```\n{{1}} → the name\n{{2}} → the date\n```\n",
        "```\n❌ BUY NOW {{1}}! 50 % OFF\n```\n",
        "❌ **Wrong:**\n```\nHi {{1}}, buy now please\n```\n",
        "```\n☐ Name set\n☐ Body {{1}} set\n```\n",
        "```\n{{4}}\n```\n",
        "```\nhttps://x.org/a?b=c\n```\n",
        "```env\nTOKEN=abc\n```\n",
        "**Response:**\n```json\n{\"id\": \"1\", \"status\": \"PENDING\", \"category\": \"UTILITY\"}\n```\n",
        "```json\n{\"messaging_product\": \"whatsapp\", \"to\": \"1\", \"template\": {\"name\": \"a_b\"}}\n```\n",
        "```json\n{\"type\": \"BODY\", \"text\": \"Hi {{1}}\"}\n```\n",
        "```json\n{\"name\": \"a_b\", \"components\": [...]}\n```\n",
        "| Variable | Example |\n|---|---|\n| `{{1}}` | Ada |\n",
        "1. **Name**: (e.g. `a_b`)\n2. **Body**: Paste the text with `{{1}}`, `{{2}}`\n",
        "- [ ] All is done with {{1}}\n",
        "> **Note:** a variable such as {{1}} wants a sample.\n",
    ],
)  # fmt: skip
def test_what_is_no_template(text: str) -> None:
    assert read(text) == ()


def test_a_filled_in_example_is_no_template() -> None:
    (template,) = read(
        "## Note\n**Body:**\n```\nHi {{1}}, it is here.\n```\n\n**Example message:**\n```\nHi Ada, it is here.\n```\n"
    )
    assert body(template).value == "Hi {{1}}, it is here."


def test_other_documents_are_left_alone() -> None:
    assert read_text("# Handlebars\n\n```\nHello {{name}}, welcome back here\n```\n", "README.md").templates == ()


@pytest.mark.parametrize(
    "text",
    [
        "**" + " " * 50_000 + "x",
        "a" + " " * 50_000 + "b",
        "> " * 5000 + "x",
        "- " * 5000,
        "#" * 50_000 + "\n",
        "| a " * 20_000 + "\n" + "|---" * 20_000 + "\n",
    ],
)
def test_hostile_lines_are_read_in_no_time(text: str) -> None:
    began = time.perf_counter()
    read_text("# WhatsApp\n\n" + text, "t.md")
    assert time.perf_counter() - began < 3
