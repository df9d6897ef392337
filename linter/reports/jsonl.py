"""`jsonl`: one report a line, as soon as it is ready; input errors go to standard error."""

from __future__ import annotations

import sys

from linter.report import InputError, Report
from linter.reports import Summary, Write
from linter.reports.concise import error_line
from linter.reports.plain import dumps, report_dict
from linter.source import Source


class Lines:
    """The writer."""

    def __init__(self, write: Write) -> None:
        self.write = write

    def report(self, report: Report, source: Source | None) -> None:
        """One line."""
        self.write(dumps(report_dict(report)) + "\n")

    def error(self, error: InputError) -> None:
        """To standard error, so that every line stays a report."""
        print(error_line(error), file=sys.stderr)

    def finish(self, summary: Summary) -> None:
        """Nothing more to say."""


def make(write: Write, *, colour: bool, quiet: bool) -> Lines:
    """The writer of this format."""
    return Lines(write)
