"""Rule examples as tests: run a rule's own examples against the engine and say what does not hold."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from linter.decisions import Choice
from linter.engine import Engine, Reader
from linter.policy import AUTO
from linter.readers import read_text
from linter.report import Finding
from linter.rulebook.rule import Example, Rule, RuleBook
from linter.template import Component, Template, Text

OPEN, CLOSE = "«", "»"


def failures(rule: Rule, book: RuleBook, read: Reader) -> Iterator[str]:
    """What does not hold when the rule runs alone: a bad example without exactly the one marked finding, or a good one with a finding."""
    engines = {
        policy: Engine(book, read, Choice(select=(rule.code,)), policy or AUTO)
        for policy in {example.policy for example in (*rule.bad, *rule.good)}
    }
    for number, example in enumerate(rule.bad, 1):
        found, marked = _run(rule, example, engines[example.policy])
        if len(found) != 1:
            texts = ", ".join(repr(f.text) for f in found) or "nothing"
            yield f"{rule.code} bad example {number}: one finding wanted, found {texts} in {_shown(example)}"
        elif marked is not None and found[0].text != marked:
            yield f"{rule.code} bad example {number}: {marked!r} wanted, found {found[0].text!r}"
    for number, example in enumerate(rule.good, 1):
        found, _ = _run(rule, example, engines[example.policy])
        if found:
            yield f"{rule.code} good example {number}: found {found[0].text!r} in {_shown(example)}"


def _shown(example: Example) -> str:
    return repr((example.text or json.dumps(example.template, ensure_ascii=False, default=str))[:80])


def _run(rule: Rule, example: Example, engine: Engine) -> tuple[list[Finding], str | None]:
    """The rule's own findings in an example, and the marked text."""
    marked = None
    if example.text is not None:
        text = example.text
        if OPEN in text:
            marked = text[text.index(OPEN) + 1 : text.index(CLOSE)]
        template = _one_text(text.replace(OPEN, "").replace(CLOSE, ""), example)
    else:
        plain, marked = _unmarked(example.template)
        given = {"name": "example_template", "language": example.language, "category": example.category, **plain}
        reading = read_text(
            json.dumps({k: v for k, v in given.items() if v is not None}, ensure_ascii=False, default=str),
            "example.json",
        )
        if not reading.templates:
            raise ValueError(f"{rule.code}: the example {_shown(example)} is not read as a template")
        template = reading.templates[0]
    report = engine.report(template)
    return [finding for finding in report.findings if finding.code == rule.code], marked


def _one_text(text: str, example: Example) -> Template:
    """A template that holds one text, with a harmless body where the text is not the body."""
    component = Component(
        kind=example.component,
        at=Text(""),
        text=Text(text),
        type="quick_reply" if example.component == "button" else None,
    )
    components = [component]
    if example.component != "body":
        components.append(
            Component(kind="body", at=Text(""), text=Text("Your order {{1}} has been packed and leaves today."))
        )
    return Template(
        components=tuple(components),
        name=Text("example_template"),
        language=Text(example.language),
        category=Text(example.category) if example.category else None,
    )


def _unmarked(value: Any) -> tuple[Any, str | None]:
    """A structure without marks, and the text that was marked."""
    if isinstance(value, str):
        if OPEN not in value:
            return value, None
        return value.replace(OPEN, "").replace(CLOSE, ""), value[value.index(OPEN) + 1 : value.index(CLOSE)]
    if isinstance(value, dict):
        pairs = {_unmarked(key)[0]: _unmarked(item) for key, item in value.items()}
        marked = [mark for _, mark in pairs.values() if mark is not None]
        return {key: item for key, (item, _) in pairs.items()}, marked[0] if marked else None
    if isinstance(value, list):
        items = [_unmarked(item) for item in value]
        marked = [mark for _, mark in items if mark is not None]
        return [item for item, _ in items], marked[0] if marked else None
    return value, None
