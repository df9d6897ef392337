from __future__ import annotations

import json
from pathlib import Path

import jsonschema

from linter.api import Linter
from linter.reports.plain import report_dict
from linter.reports.schema import report_schema

FILE = Path(__file__).parent.parent.parent / "docs" / "report.schema.json"


def test_the_published_schema_is_that_of_the_models() -> None:
    assert json.loads(FILE.read_text(encoding="utf-8")) == report_schema(), "run `make docs`"


def test_a_report_fits_the_schema(linter: Linter) -> None:
    report = linter.lint_text("Hi {{1}}, get 20% off your next order! {{2}}", language="en", category="UTILITY")
    assert report.findings
    jsonschema.validate(report_dict(report), report_schema())
