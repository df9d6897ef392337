"""Which format a text is in, and the reading of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import PurePath

from linter.readers import jsonl, plain, structured
from linter.report import InputError
from linter.source import Source
from linter.template import Template

FORMATS: tuple[str, ...] = ("graph", "neutral", "jsonl", "twilio", "markdown", "csv", "text")
_SHAPED = ("graph", "neutral", "twilio")
_NO_PROSE = re.compile(
    r"(?:requirements|licen[cs]e|robots|cmakelists|readme|changelog|authors|notice|copying|version)(?:[-_.].*)?\Z", re.I
)
_XML = re.compile(r"\s*(?:<\?xml|<odoo\b|<openerp\b|<!--)")
_MARKDOWN = re.compile(r"^(?:#{1,6} \S|(?:```|~~~~?))", re.M)
_BY_SUFFIX = {".yaml": "yaml", ".yml": "yaml", ".md": "markdown", ".markdown": "markdown"}
_BY_SUFFIX |= {".csv": "csv", ".tsv": "csv"}

Found = Iterator[Template | InputError]


@dataclass(frozen=True)
class Reading:
    """What was found in one file; `format` is None when nothing was recognised."""

    source: Source
    format: str | None
    templates: tuple[Template, ...]
    errors: tuple[InputError, ...]


def read_source(source: Source, input_format: str | None) -> Reading:
    """The reading of a source in the format given or found out."""
    if input_format is not None:
        return _forced(source, input_format)
    for name in _candidates(source.text, source.path):
        reading = _collect(source, name, _READERS[name](source))
        if reading.templates or reading.errors:
            return reading
    return Reading(source, None, (), ())


def _forced(source: Source, name: str) -> Reading:
    text = source.text
    if name in _SHAPED:
        if name == "neutral" and _XML.match(text):
            reading = _collect(source, "xml", _xml(source))
        elif structured.looks_like_json(text) and not _is_yaml_path(source.path):
            reading = _collect(source, name, structured.read_json(source, is_lenient=name == "neutral"))
        else:
            reading = _collect(source, name, structured.read_yaml(source, is_lenient=name == "neutral"))
        kept = tuple(template for template in reading.templates if template.format == name)
    else:
        reading = _collect(source, name, _FORCED[name](source))
        kept = reading.templates
    errors = reading.errors
    if not kept and not errors:
        errors = (InputError(source.path, _nothing(name, reading.templates)),)
    return Reading(source, name, kept, errors)


def _nothing(name: str, others: tuple[Template, ...]) -> str:
    if others:
        return f"no template in the format {name}: this is {others[0].format}, leave --input-format out or say so"
    return f"no template in the format {name}: check the file, or leave --input-format out to have the format detected"


def _collect(source: Source, name: str, found: Found) -> Reading:
    templates: list[Template] = []
    errors: list[InputError] = []
    for item in found:
        if isinstance(item, Template):
            templates.append(item)
        else:
            errors.append(item)
    if name in ("markdown", "csv", "text", "jsonl"):
        templates = [template if template.format == name else replace(template, format=name) for template in templates]
    form = templates[0].format if templates else None
    return Reading(source, form, tuple(templates), tuple(errors))


def _is_yaml_path(path: str) -> bool:
    return PurePath(path).suffix.lower() in (".yaml", ".yml")


def _candidates(text: str, path: str) -> Iterator[str]:
    """The formats to try, the likeliest first; a suffix settles it except for .txt and unknown ones."""
    suffix = PurePath(path).suffix.lower()
    if suffix in (".json", ".jsonl", ".ndjson"):
        yield "jsonl" if suffix != ".json" or jsonl.looks_like(text) else "json"
    elif suffix in _BY_SUFFIX:
        yield _BY_SUFFIX[suffix]
    elif suffix == ".xml":
        yield "xml"
    elif text.strip():
        yield from _by_content(text, path)


def _by_content(text: str, path: str) -> Iterator[str]:
    if structured.looks_like_json(text):
        yield "jsonl" if jsonl.looks_like(text) else "json"
        return
    if _XML.match(text):
        yield "xml"
    if _MARKDOWN.search(text):
        yield "markdown"
    yield "csv?"
    if plain.has_front_matter(text):
        yield "text"
    if structured.looks_like_yaml(text):
        yield "yaml?"
    if not _NO_PROSE.match(PurePath(path).stem) and plain.looks_like(text):
        yield "text"


def _jsonl(source: Source) -> Found:
    if jsonl.confirms(source):
        yield from jsonl.read(source)
    else:
        errors = (item for item in jsonl.read(source) if isinstance(item, InputError))
        yield from (error for error in errors if error.message != jsonl.EMPTY)


def _only_templates(read: Callable[[Source], Found]) -> Callable[[Source], Found]:
    """A reader for a text of doubtful format: an error says only that it is another one."""

    def tried(source: Source) -> Found:
        found = list(read(source))
        return iter(found if not any(isinstance(item, InputError) for item in found) else [])

    return tried


def _markdown(source: Source) -> Found:
    from linter.readers import markdown

    return markdown.read(source)


def _csv(source: Source) -> Found:
    from linter.readers import table

    return table.read(source)


def _xml(source: Source) -> Found:
    from linter.readers import xml

    return xml.read(source)


def _forced_csv(source: Source) -> Found:
    from linter.readers import table

    return table.read(source, is_forced=True)


def _forced_markdown(source: Source) -> Found:
    from linter.readers import markdown

    return markdown.read(source, is_forced=True)


_FORCED: dict[str, Callable[[Source], Found]] = {
    "jsonl": jsonl.read,
    "markdown": _forced_markdown,
    "csv": _forced_csv,
    "text": plain.read,
}
_READERS: dict[str, Callable[[Source], Found]] = {
    "json": structured.read_json,
    "jsonl": _jsonl,
    "yaml": structured.read_yaml,
    "yaml?": _only_templates(structured.read_yaml),
    "markdown": _markdown,
    "csv": _csv,
    "csv?": _only_templates(_csv),
    "xml": _xml,
    "text": plain.read,
}
