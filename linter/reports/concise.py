"""`concise`: one line a finding, as compilers write them."""

from __future__ import annotations

import sys

from linter.report import Finding, InputError, Report
from linter.reports import Summary, Write
from linter.source import Source


class Concise:
    """The writer."""

    def __init__(self, write: Write) -> None:
        self.write = write

    def report(self, report: Report, source: Source | None) -> None:
        """One line a finding that counts."""
        for finding in report.findings:
            if finding.suppressed is None:
                self.write(
                    f"{place(report, finding)}: {finding.severity}: {finding.code} {finding.name}: {one_line(finding.message)}\n"
                )

    def error(self, error: InputError) -> None:
        """To standard error."""
        print(error_line(error), file=sys.stderr)

    def finish(self, summary: Summary) -> None:
        """Nothing more to say."""


def place(report: Report, finding: Finding) -> str:
    """path:line:column of a finding."""
    path = report.path or "<text>"
    return f"{path}:{finding.start.line}:{finding.start.column}" if finding.start else path


def error_line(error: InputError) -> str:
    """An input error in one line."""
    where = "".join(f":{number}" for number in (error.line, error.column) if number is not None)
    return f"{error.path}{where}: input error: {error.message}"


def one_line(text: str) -> str:
    """A text without line ends."""
    return " ".join(text.split())


def make(write: Write, *, colour: bool, quiet: bool) -> Concise:
    """The writer of this format."""
    return Concise(write)
