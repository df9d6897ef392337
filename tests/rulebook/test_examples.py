"""Every rule's own examples, each rule alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from linter.checks.subject import Subject
from linter.classifier.verdict import Reading
from linter.rulebook.examples import failures
from linter.rulebook.load import load
from linter.rulebook.rule import RuleBook

CODES = [rule.code for rule in load().rules]


@pytest.mark.parametrize("code", CODES)
def test_examples(code: str, book: RuleBook, read: Callable[[Subject], Reading]) -> None:
    rule = next(rule for rule in book.rules if rule.code == code)
    assert list(failures(rule, book, read)) == []
