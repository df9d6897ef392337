from __future__ import annotations

import pytest

from linter.policy import choose
from linter.rulebook.rule import RuleBook


@pytest.mark.parametrize(
    ("raw", "state", "label", "policy"),
    [
        ("SHIPPING_UPDATE", "known", "SHIPPING_UPDATE", "notifications"),
        ("shipping update", "known", "SHIPPING_UPDATE", "notifications"),
        ("ALERT_UPDATE", "known", "ALERT", "notifications"),
        ("Utility", "known", "UTILITY", "cloud-api"),
        ("marketing", "known", "MARKETING", "cloud-api"),
        ("TRANSACTIONAL", "retired", "UTILITY", "notifications"),
        ("AUTO_REPLY", "retired", None, "notifications"),
        ("SHIPING_UPDATE", "misspelt", "SHIPPING_UPDATE", "notifications"),
        ("operations", "unknown", None, "notifications"),
        ("", "missing", None, "notifications"),
        (None, "missing", None, "notifications"),
    ],
)
def test_auto_goes_by_the_declared_category(
    raw: str | None, state: str, label: str | None, policy: str, book: RuleBook
) -> None:
    declared, chosen = choose(raw, "auto", book)
    assert (declared.state, declared.label, chosen.name) == (state, label, policy)


def test_a_wanted_policy_is_kept(book: RuleBook) -> None:
    declared, chosen = choose("UTILITY", "notifications", book)
    assert chosen.name == "notifications"
    assert declared.label == "UTILITY"
