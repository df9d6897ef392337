"""A run over inputs: files, folders and standard input, to reports, in order."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from linter.decisions import Choice, reaches
from linter.engine import Engine
from linter.readers import find_files, read_file, read_stream, read_text
from linter.report import InputError, Report, Severity
from linter.reports import Summary
from linter.rulebook.rule import RuleBook
from linter.source import Source
from linter.template import Template, Text

Item = tuple[Report, Source] | InputError


@dataclass(frozen=True, slots=True)
class Defaults:
    """What templates get that do not say it themselves."""

    category: str | None = None
    language: str | None = None

    def apply(self, template: Template) -> Template:
        """The template with what it lacks."""
        if self.category and template.category is None:
            template = replace(template, category=Text(self.category))
        if self.language and template.language is None:
            template = replace(template, language=Text(self.language))
        return template


class Run:
    """Inputs to reports; the engine is loaded when the first template is met."""

    def __init__(self, book: RuleBook, choice: Choice, policy: str, defaults: Defaults) -> None:
        self.book = book
        self.choice = choice
        self.policy = policy
        self.defaults = defaults
        self._engine: Engine | None = None

    def over(self, paths: list[str], input_format: str | None, stdin_name: str, summary: Summary) -> Iterator[Item]:
        """Reports and input errors in the order of the inputs."""
        for path in paths:
            if path == "-":
                summary.files += 1
                yield from self._standard_input(input_format, stdin_name)
            else:
                yield from self._path(Path(path), input_format, summary)

    def reaches(self, report: Report, level: Severity) -> bool:
        """Whether a report holds a finding at or above a severity."""
        return reaches(report.findings, level)

    def _path(self, path: Path, input_format: str | None, summary: Summary) -> Iterator[Item]:
        if not path.exists() and not path.is_symlink():
            yield InputError(str(path), "there is no such file or folder")
            return
        for file in find_files([path]):
            reading = read_file(file, input_format)
            summary.files += 1
            if not reading.templates and not reading.errors:
                summary.skipped += 1
            yield from reading.errors
            for template in reading.templates:
                yield self._report(template, reading.source, str(file)), reading.source

    def _standard_input(self, input_format: str | None, name: str) -> Iterator[Item]:
        stream = io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8-sig", errors="surrogateescape", newline="")
        if input_format == "jsonl":
            for source, item in read_stream(stream, name):
                yield item if isinstance(item, InputError) else (self._report(item, source, name), source)
            return
        reading = read_text(stream.read(), name, input_format)
        if not reading.templates and not reading.errors:
            yield InputError(name, "no template was recognised; say what it is with --input-format")
        yield from reading.errors
        for template in reading.templates:
            yield self._report(template, reading.source, name), reading.source

    def _report(self, template: Template, source: Source, path: str) -> Report:
        if self._engine is None:
            from linter.classifier.pipeline import load_reader

            self._engine = Engine(self.book, load_reader(), self.choice, self.policy)
        return self._engine.report(self.defaults.apply(template), source, path)
