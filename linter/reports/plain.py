"""Reports as plain structures for the JSON formats, keys as in the contract."""

from __future__ import annotations

from typing import Any

from linter.report import Finding, InputError, Report
from linter.source import Position


def report_dict(report: Report) -> dict[str, Any]:
    """A report as the JSON formats show it."""
    category = report.category
    return {
        "id": report.id,
        "path": report.path,
        "name": report.name,
        "language": report.language,
        "declared_category": report.declared_category,
        "policy": report.policy,
        "verdict": report.verdict,
        "category": {
            "label": category.label,
            "confidence": category.confidence,
            "scores": category.scores,
            "evidence": [
                {"component": e.component, "start": e.start, "end": e.end, "text": e.text, "weight": e.weight}
                for e in category.evidence
            ],
        },
        "meta_category": {"label": report.meta_category.label, "confidence": report.meta_category.confidence},
        "findings": [finding_dict(finding) for finding in report.findings],
    }


def finding_dict(finding: Finding) -> dict[str, Any]:
    """A finding as the JSON formats show it."""
    fix, suppressed = finding.fix, finding.suppressed
    return {
        "code": finding.code,
        "name": finding.name,
        "violation": finding.violation,
        "severity": finding.severity,
        "message": finding.message,
        "advice": finding.advice,
        "component": finding.component,
        "pointer": finding.pointer,
        "text": finding.text,
        "start": _position(finding.start),
        "end": _position(finding.end),
        "fix": None
        if fix is None
        else {
            "safety": fix.safety,
            "description": fix.description,
            "edits": [{"start": e.start, "end": e.end, "replacement": e.replacement} for e in fix.edits],
        },
        "suppressed": None
        if suppressed is None
        else {"kind": suppressed.kind, "reason": suppressed.reason, "until": suppressed.until},
    }


def error_dict(error: InputError) -> dict[str, Any]:
    """An input error as the JSON formats show it."""
    return {"path": error.path, "line": error.line, "column": error.column, "message": error.message}


def _position(position: Position | None) -> dict[str, int] | None:
    if position is None:
        return None
    return {"line": position.line, "column": position.column, "offset": position.offset}


def dumps(value: object, indent: int | None = None) -> str:
    """JSON with text as it is, lone surrogates escaped so that any stream can carry it."""
    import json

    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return text if text.isascii() else "".join(f"\\u{ord(c):04x}" if "\ud800" <= c <= "\udfff" else c for c in text)
