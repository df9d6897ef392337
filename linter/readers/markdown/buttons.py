"""Buttons as bullet lists, labelled lines, tables or plain lines."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from linter.readers.markdown.labels import Label, fold, is_quoted, read_label, unquoted
from linter.readers.view import part
from linter.template import Component, Text

_KEYS = (
    ("type", r"type|tipo|tip|typ|art|jenis"),
    (
        "text",
        r"(?:button |boton |botao )?(?:text|label|texto|texte|testo|teks|title|titulo|titolo|etiqueta|rotulo|metin)"
        r"(?: (?:du bouton|del boton|do botao|del pulsante|tombol))?|button text",
    ),
    ("url", r"(?:website |dynamic )?(?:url|link|enlace|lien)(?: .*)?"),
    ("phone", r"(?:phone|telefono|telefone|telephone|phone number|numero|nomor).*"),
)
_PATTERNS = tuple((key, re.compile(pattern)) for key, pattern in _KEYS)
_BULLET = re.compile(r"[ \t>]*(?P<sign>[-*+•◦▪]|\d{1,2}[.)]|\[(?=[^\]]*\]$))[ \t]*(?P<label>.+)$")


def key_of(label: Label) -> str | None:
    """Which field of a button a label names."""
    folded = fold(label.word)
    return next((key for key, pattern in _PATTERNS if pattern.fullmatch(folded)), None)


@dataclass
class Collected:
    """Buttons while their lines come in."""

    done: list[Component] = field(default_factory=list)
    current: dict[str, Text] = field(default_factory=dict)

    def line(self, line: Text) -> bool:
        """Take a line; False when it is none of a button's."""
        label = read_label(line)
        key = key_of(label) if label is not None else None
        if label is not None and key is not None and label.value.value:
            if key in self.current:
                self.flush()
            self.current[key] = _clean(label.value)
            return True
        bullet = _BULLET.match(line.value)
        if bullet is None or (label is not None and not label.value.value):
            return False
        return self.bullet(part(line, bullet.start("label"), bullet.end("label")), bullet.group("sign")[0].isdigit())

    def bullet(self, value: Text, is_numbered: bool) -> bool:
        """Take a bare label; a numbered instruction is none."""
        inner = re.match(r"[`\"“]([^`\"”]{1,60})[`\"”]", value.value.strip("*"))
        if inner is not None:
            at = value.value.find(inner.group(1))
            value = part(value, at, at + len(inner.group(1)))
        elif len(value.value) > (25 if is_numbered else 60) or value.value.rstrip().endswith((".", ":")):
            return False
        self.flush()
        text = unquoted(value)
        if text.value.endswith("]"):
            text = part(text, 0, len(text.value) - 1)
        self.done.append(Component("button", text, text=text))
        return True

    def flush(self) -> None:
        """Close the button whose fields were being collected."""
        found, self.current = self.current, {}
        if "text" in found or "url" in found or "phone" in found:
            place = next(found[key] for key in ("text", "url", "phone") if key in found)
            self.done.append(
                Component(
                    "button",
                    place,
                    text=found.get("text"),
                    type=_type(found),
                    url=found.get("url"),
                    phone=found.get("phone"),
                )
            )

    def table(self, rows: tuple[tuple[Text, ...], ...]) -> None:
        """Take a table: the column that is headed as the label, else the first."""
        if not rows:
            return
        heads = [fold(cell.value) for cell in rows[0]]
        column = next((n for n, head in enumerate(heads) if re.search(r"text|label|texto|titul|title", head)), 0)
        address = next((n for n, head in enumerate(heads) if re.fullmatch(r"url|link", head)), None)
        for row in rows[1:]:
            if column < len(row) and row[column].value:
                text = unquoted(row[column])
                url = (
                    unquoted(row[address])
                    if address is not None and address < len(row) and row[address].value
                    else None
                )
                self.done.append(Component("button", text, text=text, url=url, type="url" if url is not None else None))

    def inline(self, value: Text, is_optional: bool) -> None:
        """Take labels that stand behind `Buttons:` on one line; prose is none."""
        found = list(re.finditer(r"[`\"“\[]([^`\"”\]\[]{1,40})[`\"”\]]", value.value))
        for match in found:
            text = part(value, match.start(1), match.end(1))
            self.done.append(Component("button", text, text=text))
        if found or is_optional or len(value.value) > 80:
            return
        at = 0
        for piece in re.split(r"([,|/]| · )", value.value):
            text = unquoted(part(value, at, at + len(piece)))
            if (
                text.value
                and not re.fullmatch(r"[,|/·]", text.value)
                and fold(text.value) not in ("none", "nenhum", "ninguno", "no", "-")
            ):
                self.done.append(Component("button", text, text=text))
            at += len(piece)


def _clean(value: Text) -> Text:
    match = re.match(r"[*_]*[`\"“]([^`\"”]*)[`\"”]", value.value)
    if match is not None and not is_quoted(value.value):
        return part(value, match.start(1), match.end(1))
    return unquoted(value)


def _type(found: dict[str, Text]) -> str | None:
    word = re.sub(r"[\s-]+", "_", found["type"].value.strip().lower()) if "type" in found else ""
    if re.match(r"url|link|website|visit|web", word) or (not word and "url" in found):
        return "url"
    if re.match(r"phone|call|tel", word) or (not word and "phone" in found):
        return "phone_number"
    return word or None
