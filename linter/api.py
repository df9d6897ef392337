"""The library: load once, lint any number of templates, in any thread."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from linter.decisions import Choice
from linter.engine import Engine
from linter.policy import AUTO
from linter.report import Category, Report
from linter.rulebook.load import load
from linter.source import Source, SourceMap
from linter.template import Component, Template, Text


class ArgumentError(ValueError):
    """An argument that cannot be used; the message is for a person."""


class Linter:
    """The rules and the trained pipeline, loaded once; afterwards no file is read and nothing changes.

    `policy` is "auto", "notifications" or "cloud-api"; `select`, `ignore` and `extend_select` name rules by code, prefix of a code
    or name; `severities` maps such words to error, warning, info or off; `rules` are folders of further rule files.
    Raises `ValueError` subclasses for unknown words and bad rule files.
    """

    def __init__(
        self,
        policy: str = AUTO,
        select: Sequence[str] | None = None,
        ignore: Sequence[str] = (),
        extend_select: Sequence[str] = (),
        severities: Mapping[str, str] | None = None,
        rules: Sequence[str | Path] = (),
    ) -> None:
        from linter.classifier.pipeline import load_reader

        book = load([Path(folder) for folder in rules])
        if policy != AUTO and policy not in book.policies:
            raise ArgumentError(f"policy {policy!r} is none of {', '.join([AUTO, *book.policies])}")
        choice = Choice(
            None if select is None else tuple(select), tuple(ignore), tuple(extend_select), dict(severities or {})
        )
        self._engine = Engine(book, load_reader(), choice, policy)

    def lint(
        self, template: Template | Mapping[str, object], path: str | None = None, source: Source | None = None
    ) -> Report:
        """The report on one template: a `Template`, or a mapping in the neutral or the creation-payload shape."""
        if isinstance(template, Template):
            return self._engine.report(template, source, path)
        if not isinstance(template, Mapping):
            raise ArgumentError(f"a template is a Template or a mapping, not {type(template).__name__}")
        read, source = _from_mapping(template)
        return self._engine.report(read, source, path)

    def lint_text(self, text: str, language: str | None = None, category: str | None = None) -> Report:
        """The report on a text as the body of a template; positions count in the text."""
        if not isinstance(text, str):
            raise ArgumentError(f"a text is a str, not {type(text).__name__}")
        return self._engine.report(_from_text(text, language, category), Source(text))

    def lint_many(self, templates: Iterable[Template | Mapping[str, object]]) -> Iterator[Report]:
        """Reports in the order of the templates, each as soon as it is ready."""
        for template in templates:
            yield self.lint(template)

    def classify(self, text: str, language: str | None = None) -> Category:
        """Which notification category a text belongs to, with scores and the words that decided it."""
        return self.lint_text(text, language).category


def _from_text(text: str, language: str | None, category: str | None) -> Template:
    where = Text(text, None, SourceMap.plain(0, len(text)))
    return Template(
        components=(Component(kind="body", at=where, text=where),),
        language=Text(language) if language else None,
        category=Text(category) if category else None,
        at=where,
        format="text",
    )


def _from_mapping(mapping: Mapping[str, object]) -> tuple[Template, Source]:
    """A mapping read as a JSON file would be."""
    import json

    from linter.readers import read_text

    try:
        reading = read_text(json.dumps(mapping, ensure_ascii=False), "<template>")
    except (TypeError, ValueError) as problem:
        raise ArgumentError(f"the template cannot be written as JSON: {problem}") from problem
    if len(reading.templates) != 1:
        raise ArgumentError(
            f"the mapping holds {len(reading.templates)} templates, one is wanted: give at least a body, or components with a BODY"
        )
    return reading.templates[0], reading.source


@cache
def _default() -> Linter:
    return Linter()


def lint(template: Template | Mapping[str, object]) -> Report:
    """`Linter().lint`, with a linter that is loaded at the first call and kept."""
    return _default().lint(template)


def lint_text(text: str, language: str | None = None, category: str | None = None) -> Report:
    """`Linter().lint_text`, with a linter that is loaded at the first call and kept."""
    return _default().lint_text(text, language, category)


def classify(text: str, language: str | None = None) -> Category:
    """`Linter().classify`, with a linter that is loaded at the first call and kept."""
    return _default().classify(text, language)
