"""The JSON schema of a report, made from the models: `python -m linter.reports.schema` prints it."""

from __future__ import annotations

import json
from typing import Any

from pydantic import TypeAdapter

from linter.report import Report


def report_schema() -> dict[str, Any]:
    """The schema of one report, as `jsonl` prints it and `json` lists it."""
    schema = TypeAdapter(Report).json_schema(mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


if __name__ == "__main__":
    print(json.dumps(report_schema(), indent=2))
