"""Readers: one module an input format, from the text of a file to templates with positions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from linter.readers import files, jsonl
from linter.readers.detect import FORMATS, Reading, read_source
from linter.readers.files import find_files
from linter.report import InputError
from linter.source import Source
from linter.template import Template

__all__ = ["FORMATS", "Reading", "find_files", "read_file", "read_stream", "read_text"]


def read_text(text: str, path: str = "<text>", input_format: str | None = None) -> Reading:
    """The templates of a text, in the format given or found out; raises ValueError for an unknown format only."""
    if input_format is not None and input_format not in FORMATS:
        raise ValueError(f"unknown input format {input_format!r}: choose one of {', '.join(FORMATS)}")
    return read_source(Source(text.removeprefix("\ufeff"), path), input_format)


def read_file(path: Path, input_format: str | None = None, size_limit: int = 50_000_000) -> Reading:
    """The templates of a file; one that cannot be read gives an error in the reading."""
    text = files.load(path, size_limit)
    if isinstance(text, InputError):
        return Reading(Source("", str(path)), None, (), (text,))
    return read_text(text, str(path), input_format)


def read_stream(lines: Iterable[str], path: str) -> Iterator[tuple[Source, Template | InputError]]:
    """The templates of JSON lines as they come, in constant memory; places are those of the stream."""
    return jsonl.stream(lines, path)
