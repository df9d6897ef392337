from __future__ import annotations

import json
from typing import Any

import pytest

from linter.classifier.verdict import Reading
from linter.decisions import Choice
from linter.engine import Engine
from linter.readers import read_text
from linter.report import Finding
from linter.rulebook.load import load
from linter.template import Component, Template, Text

from .findings import Found

STRUCTURE = ("FMT", "VAR", "BTN", "LNG", "CAT001", "CAT002", "CAT003", "CAT004")


@pytest.fixture(scope="session")
def engine(own_cache: None) -> Engine:
    """The structure rules alone; no classifier is loaded."""
    return Engine(load(), lambda subject: Reading({"ALERT": 1.0}), Choice(select=STRUCTURE))


@pytest.fixture(scope="session")
def of_template(engine: Engine) -> Found:
    """The findings in a template object."""
    return lambda template: list(engine.report(template).findings)


@pytest.fixture(scope="session")
def of_payload(engine: Engine) -> Found:
    """The findings in a payload, or in a flat template, written as keywords."""

    def find(**fields: Any) -> list[Finding]:
        given = {"name": "order_shipped", "language": "en", "category": "UTILITY", **fields}
        reading = read_text(json.dumps(given), "payload.json")
        assert not reading.errors
        (template,) = reading.templates
        return list(engine.report(template, reading.source).findings)

    return find


@pytest.fixture(scope="session")
def of_body(of_template: Found) -> Found:
    """The findings in a body text."""

    def find(text: str, language: str = "en", category: str = "UTILITY") -> list[Finding]:
        body = Component("body", Text(""), text=Text(text))
        name = Text("order_shipped")
        return of_template(Template((body,), name=name, language=Text(language), category=Text(category)))

    return find
