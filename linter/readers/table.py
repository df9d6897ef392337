"""Templates in delimited text: with a header row, or as name, content SID, body, number of variables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from linter.readers import cells, words
from linter.readers.cells import Record
from linter.readers.neutral import is_none
from linter.readers.shapes import PLACEHOLDER
from linter.readers.tree import ParseError, normal
from linter.readers.view import lines, part, stripped
from linter.report import InputError
from linter.source import Source, SourceMap
from linter.template import Component, Template, Text

_SID = re.compile(r"H[XT][0-9a-fA-F]{32}$")
_COUNT = re.compile(r"[ \t]*[,;|\t][ \t]*\d+[ \t\r\n]*$")
_BODY = (*words.BODY, *words.LOOSE_BODY, "messaggio", "mesaj", "nachricht", "testo", "texte", "corps", "copy")
_BODY += ("message_template",)
_NAME = ("name", "template_name", "wa_name", *words.NAME, "template")
_COLUMNS = (
    ("name", _NAME),
    ("language", words.LANGUAGE),
    ("category", words.CATEGORY),
    ("header", words.HEADER),
    ("footer", words.FOOTER),
    ("format", words.HEADER_FORMAT),
    ("id", ("id", "sid", "content_sid", "template_id")),
    ("buttons", words.BUTTONS),
)
_BUTTON = re.compile(r"(?:quick_reply|button|boton|botao|cta)_?(?:text_?)?\d+(?:_text)?$")


def read(source: Source, is_forced: bool = False) -> Iterator[Template | InputError]:
    """The templates of the rows; a row that does not fit its header is an error, and reading goes on."""
    sign = cells.delimiter(source.text)
    found: list[Record] = []
    fault: ParseError | None = None
    try:
        found.extend(cells.records(source.text, sign))
    except ParseError as error:
        fault = error
        found = list(_before(source.text, sign))
    columns = _columns(found, is_forced)
    if columns is not None:
        for record in found[1:]:
            yield from _row(source, record, columns, found[0])
    elif any(_is_sid_row(record) for record in found):
        yield from _sid_rows(source, found)
    elif not is_forced and fault is not None and not _is_promising(source.text):
        return
    if fault is not None:
        yield _error(source, fault.message, fault.offset)


def _before(text: str, sign: str) -> Iterator[Record]:
    """The records up to the one that does not parse."""
    try:
        yield from cells.records(text, sign)
    except ParseError:
        return


def _is_promising(text: str) -> bool:
    head = normal(text[:200])
    return any(word in head for word in ("body", "template", "message", "mensaje", "texto"))


def _error(source: Source, message: str, offset: int) -> InputError:
    at = source.position(offset)
    return InputError(source.path, message, at.line, at.column)


def _columns(found: Sequence[Record], is_forced: bool) -> dict[str, int] | None:
    """Which column holds what, when the first record is a header row of templates."""
    if not found:
        return None
    heads = [normal(cell.value) for cell in found[0].cells]
    columns: dict[str, int] = {}
    body = next((heads.index(word) for word in _BODY if word in heads), None)
    for role, names in _COLUMNS:
        at = next((heads.index(name) for name in names if name in heads and heads.index(name) != body), None)
        if at is not None:
            columns[role] = at
    if body is None or any(_is_sid_row(record) for record in found[:1]):
        return None
    columns["body"] = body
    is_sure = heads[body] in words.BODY or "category" in columns or "language" in columns or "template_name" in heads
    has_sign = any(body < len(record.cells) and PLACEHOLDER.search(record.cells[body].value) for record in found[1:])
    return columns if is_forced or is_sure or has_sign else None


def _row(source: Source, record: Record, columns: dict[str, int], head: Record) -> Iterator[Template | InputError]:
    if len(record.cells) > len(head.cells):
        more = f"this row has {len(record.cells)} columns, the header has {len(head.cells)}"
        yield _error(source, f"{more}: put texts that hold the delimiter in quotation marks", record.start)
        return
    at: dict[str, Text] = {role: record.cells[n] for role, n in columns.items() if n < len(record.cells)}
    if "body" not in at:
        message = "this row ends before its body column: put texts of several lines in quotation marks"
        yield _error(source, message, record.start)
        return
    form = at["format"].value.strip().lower() if "format" in at else ""
    parts: list[Component] = []
    if "header" in at and not is_none(at["header"]):
        parts.append(Component("header", at["header"], text=at["header"], format=form or None))
    elif form and form not in ("none", "text"):
        parts.append(Component("header", at["format"], format=form))
    parts.append(Component("body", at["body"], text=at["body"]))
    if "footer" in at and not is_none(at["footer"]):
        parts.append(Component("footer", at["footer"], text=at["footer"]))
    parts.extend(Component("button", label, text=label) for label in _labels(record, at, head))
    used = {*columns.values()}
    yield Template(
        components=tuple(parts),
        name=_filled(at.get("name")),
        language=_filled(at.get("language")),
        category=_filled(at.get("category")),
        id=at["id"].value.strip() or None if "id" in at else None,
        at=_place(source, record.start, record.end),
        format="csv",
        extra={
            cell.value: record.cells[n].value
            for n, cell in enumerate(head.cells)
            if n not in used and n < len(record.cells) and not _BUTTON.match(normal(cell.value))
        },
    )


def _labels(record: Record, at: dict[str, Text], head: Record) -> Iterator[Text]:
    if "buttons" in at and not is_none(at["buttons"]):
        for line in lines(at["buttons"]):
            start = 0
            for piece in re.split(r"([|;])", line.value):
                label = stripped(part(line, start, start + len(piece)))
                if label.value and piece not in "|;":
                    yield label
                start += len(piece)
    for number, cell in enumerate(head.cells):
        if number < len(record.cells) and _BUTTON.match(normal(cell.value)) and not is_none(record.cells[number]):
            yield record.cells[number]


def _without_count(rest: str) -> str:
    """The text without the number that ends the row."""
    return (rest[:-40] + _COUNT.sub("", rest[-40:])).rstrip()


def _filled(text: Text | None) -> Text | None:
    return text if text is not None and text.value.strip() else None


def _place(source: Source, start: int, end: int) -> Text:
    return Text(source.text[start:end], None, SourceMap.plain(start, end - start))


def _is_sid_row(record: Record) -> bool:
    return len(record.cells) >= 3 and bool(_SID.match(record.cells[1].value))


def _sid_rows(source: Source, found: Sequence[Record]) -> Iterator[Template | InputError]:
    for number, record in enumerate(found):
        if not _is_sid_row(record):
            if number == 0 or _is_sid_row(found[number - 1]):
                message = "no template row (name, SID, body, number): put texts of several lines in quotation marks"
                yield _error(source, message, record.start)
            continue
        last = number
        while last + 1 < len(found) and not _is_sid_row(found[last + 1]):
            last += 1
        name, sid, body = record.cells[:3]
        if last > number and body.map is not None:
            end = found[last].end
            rest = source.text[body.map.start(0) : end]
            body = cells.plain(source.text, body.map.start(0), body.map.start(0) + len(_without_count(rest)))
        yield Template(
            components=(Component("body", body, text=body),),
            name=_filled(name),
            id=sid.value,
            at=_place(source, record.start, found[last].end),
            format="csv",
        )
