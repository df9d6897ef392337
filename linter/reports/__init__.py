"""Writers: one module an output format; each turns reports into text as they come."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from importlib import import_module
from typing import Protocol

from linter.report import InputError, Report
from linter.source import Source

FORMATS = ("text", "concise", "json", "jsonl")
Write = Callable[[str], object]


@dataclass
class Summary:
    """What a run amounted to; counted while it goes."""

    files: int = 0
    skipped: int = 0
    templates: int = 0
    errors: int = 0
    verdicts: Counter[str] = field(default_factory=Counter)
    severities: Counter[str] = field(default_factory=Counter)
    rules: Counter[str] = field(default_factory=Counter)
    categories: Counter[str] = field(default_factory=Counter)

    def add(self, report: Report) -> None:
        """Count one report."""
        self.templates += 1
        self.verdicts[report.verdict] += 1
        self.categories[report.category.label] += 1
        for finding in report.findings:
            if finding.suppressed is None:
                self.severities[finding.severity] += 1
                self.rules[f"{finding.code} {finding.name}"] += 1


class Writer(Protocol):
    """An output format at work. `report` gets the source it was read from, for code frames."""

    def report(self, report: Report, source: Source | None) -> None:
        """One template's report."""

    def error(self, error: InputError) -> None:
        """One input that could not be read."""

    def finish(self, summary: Summary) -> None:
        """The end of the run."""


def writer(name: str, write: Write, *, colour: bool = False, quiet: bool = False) -> Writer:
    """The writer of a format; `write` takes pieces of text."""
    made: Writer = import_module(f"linter.reports.{name}").make(write, colour=colour, quiet=quiet)
    return made
