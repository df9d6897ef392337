"""`text`: for people. A head a template, a code frame a finding, and what to do about it."""

from __future__ import annotations

import textwrap
import unicodedata

from linter.report import Category, Finding, InputError, Report
from linter.reports import Summary, Write
from linter.reports.concise import error_line, one_line, place
from linter.source import Source

_STYLES = {
    "error": "31;1",
    "warning": "33;1",
    "info": "36",
    "pass": "32",
    "warn": "33;1",
    "fail": "31;1",
    "dim": "2",
    "bold": "1",
}
_WIDTH = 110


class Frames:
    """The writer."""

    def __init__(self, write: Write, colour: bool, quiet: bool) -> None:
        self.write = write
        self.colour = colour
        self.quiet = quiet

    def report(self, report: Report, source: Source | None) -> None:
        """The head, then each finding in its frame; with --quiet only templates that have findings."""
        findings = [finding for finding in report.findings if finding.suppressed is None]
        if self.quiet and not findings:
            return
        self.write(self._head(report))
        for finding in findings:
            self.write(self._finding(report, finding, source))
        self.write("\n")

    def error(self, error: InputError) -> None:
        """One line among the reports, where it belongs."""
        self.write(self._styled("error", error_line(error)) + "\n\n")

    def finish(self, summary: Summary) -> None:
        """The sum of it."""
        if summary.templates == 0 and summary.errors == 0:
            files = f"{_count(summary.files, 'file')} read" if summary.files else "no files"
            self.write(f"No templates found ({files}).\n")
            return
        verdicts = summary.verdicts
        counts = f"{verdicts['pass']} passed, {verdicts['warn']} with warnings, {verdicts['fail']} failed"
        found = ", ".join(_count(summary.severities[level], level) for level in ("error", "warning"))
        where = f"{_count(summary.templates, 'template')} in {_count(summary.files, 'file')}"
        self.write(f"{where}: {counts}. Found {found} and {summary.severities['info']} info.\n")
        if summary.skipped:
            self.write(f"{_count(summary.skipped, 'file')} without templates skipped.\n")
        if summary.errors:
            self.write(f"{_count(summary.errors, 'input')} could not be read.\n")

    def _head(self, report: Report) -> str:
        name = report.name or report.id or "(unnamed)"
        language = f" [{one_line(report.language)}]" if report.language else ""
        declared = f", filed as {one_line(report.declared_category)}" if report.declared_category else ""
        title = (
            f"{self._styled(report.verdict, report.verdict.upper())} {self._styled('bold', one_line(name))}{language}"
        )
        answer = f"{category_line(report.category)}{declared}; today: {report.meta_category.label}"
        return f"{title}  {self._styled('dim', report.path or '')}\n     {answer}\n"

    def _finding(self, report: Report, finding: Finding, source: Source | None) -> str:
        level, code = self._styled(finding.severity, finding.severity), self._styled("bold", finding.code)
        lines = [f"  {place(report, finding)} {level} {code} {finding.name}: {one_line(finding.message)}"]
        if source is not None and finding.start is not None and finding.end is not None:
            lines += [f"    {line}" for line in frame(source, finding)]
        advice = textwrap.wrap(one_line(finding.advice), _WIDTH - 10)
        lines += [f"    {'advice: ' if i == 0 else '        '}{line}" for i, line in enumerate(advice)]
        return "\n".join(lines) + "\n"

    def _styled(self, style: str, text: str) -> str:
        return f"\x1b[{_STYLES[style]}m{text}\x1b[0m" if self.colour and text else text


def category_line(category: Category) -> str:
    """The category, how sure it is, and the words that decided it."""
    words: list[str] = []
    for evidence in category.evidence:
        word = one_line(evidence.text)
        if word not in words:
            words.append(word)
    because = f" because of {', '.join(repr(word) for word in words[:4])}" if words else ""
    return f"{category.label} ({category.confidence:.0%}){because}"


def frame(source: Source, finding: Finding) -> list[str]:
    """The line of a finding with carets under the words, cut to a readable width."""
    if finding.start is None or finding.end is None:
        return []
    line = source.line(finding.start.line)
    first = finding.start.column - 1
    last = finding.end.column - 1 if finding.end.line == finding.start.line else len(line)
    left = max(0, min(first - 30, len(line) - _WIDTH)) if len(line) > _WIDTH else 0
    right = min(len(line), left + _WIDTH)
    shown = "".join(" " if c == "\t" or not c.isprintable() else c for c in line[left:right])
    number = str(finding.start.line)
    head, tail = ("…" if left else ""), ("…" if right < len(line) else "")
    pad = len(head) + _cells(line[left:first])
    width = max(1, _cells(line[first : min(last, right)]))
    return [f"{number} | {head}{shown}{tail}", f"{' ' * len(number)} | {' ' * pad}{'^' * width}"]


def _cells(text: str) -> int:
    """How many terminal cells a text takes."""
    return sum(
        0 if unicodedata.combining(c) or c in "\u200d\ufe0f" else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in text
    )


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def make(write: Write, *, colour: bool, quiet: bool) -> Frames:
    """The writer of this format."""
    return Frames(write, colour, quiet)
