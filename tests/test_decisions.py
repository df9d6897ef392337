from __future__ import annotations

import pytest

from linter.decisions import Choice, SelectionError, selected, severity
from linter.policy import choose
from linter.rulebook.rule import Rule, RuleBook


def rule(book: RuleBook, code: str) -> Rule:
    return next(rule for rule in book.rules if rule.code == code)


@pytest.mark.parametrize(
    ("choice", "runs"),
    [
        (Choice(), True),
        (Choice(select=("MKT",)), True),
        (Choice(select=("FMT",)), False),
        (Choice(ignore=("MKT",)), False),
        (Choice(select=("MKT001",), ignore=("MKT",)), True),
        (Choice(ignore=("discount-offer",)), False),
        (Choice(select=("FMT",), extend_select=("discount-offer",)), True),
        (Choice(select=("ALL",), ignore=("MKT001",)), False),
    ],
)
def test_the_closest_naming_wins(choice: Choice, runs: bool, book: RuleBook) -> None:
    assert selected(rule(book, "MKT001"), choice) is runs


def test_an_unknown_word_names_the_nearest(book: RuleBook) -> None:
    with pytest.raises(SelectionError, match="did you mean"):
        Choice(select=("MKT0001",)).check(book)
    with pytest.raises(SelectionError, match="discount-offer"):
        Choice(ignore=("discount-offers",)).check(book)
    with pytest.raises(SelectionError, match="a severity is one of"):
        Choice(severities={"MKT001": "fatal"}).check(book)


def test_policies_decide_the_severity(book: RuleBook) -> None:
    offer = rule(book, "MKT001")
    for raw, level in (("SHIPPING_UPDATE", "error"), ("UTILITY", "error"), ("MARKETING", None)):
        declared, policy = choose(raw, "auto", book)
        assert severity(offer, Choice(), policy, declared) == level


def test_the_users_severity_goes_first(book: RuleBook) -> None:
    declared, policy = choose("MARKETING", "auto", book)
    assert severity(rule(book, "MKT001"), Choice(severities={"MKT": "info"}), policy, declared) == "info"
    assert severity(rule(book, "MKT001"), Choice(severities={"MKT": "info", "MKT001": "off"}), policy, declared) is None
