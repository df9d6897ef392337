"""`json`: one object with all reports, errors and the summary."""

from __future__ import annotations

from typing import Any

from linter.report import InputError, Report
from linter.reports import Summary, Write
from linter.reports.plain import dumps, error_dict, report_dict
from linter.source import Source


class Whole:
    """The writer; it holds everything until the end."""

    def __init__(self, write: Write) -> None:
        self.write = write
        self.reports: list[dict[str, Any]] = []
        self.errors: list[dict[str, Any]] = []

    def report(self, report: Report, source: Source | None) -> None:
        """Keep it."""
        self.reports.append(report_dict(report))

    def error(self, error: InputError) -> None:
        """Keep it."""
        self.errors.append(error_dict(error))

    def finish(self, summary: Summary) -> None:
        """Write the object."""
        counts = {
            "files": summary.files,
            "skipped": summary.skipped,
            "templates": summary.templates,
            "errors": summary.errors,
            "verdicts": dict(sorted(summary.verdicts.items())),
            "findings": dict(sorted(summary.severities.items())),
        }
        whole = {"version": 1, "reports": self.reports, "errors": self.errors, "summary": counts}
        self.write(dumps(whole, indent=2) + "\n")


def make(write: Write, *, colour: bool, quiet: bool) -> Whole:
    """The writer of this format."""
    return Whole(write)
