from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest

from linter.api import Linter


def test_one_phrase_one_finding(linter: Linter) -> None:
    report = linter.lint_text("Your order {{1}} has been delivered. Enjoy 20% off your next order with us!", "en")
    promotions = [f for f in report.findings if f.violation == "promotion"]
    assert len(promotions) == 1


def test_findings_stand_in_the_order_of_the_text(linter: Linter) -> None:
    report = linter.lint_text("{{1}}, enjoy 20% off today.\n\n\n\nRefer a friend and earn {{3}}", "en")
    places = [f.start.offset for f in report.findings if f.start]
    assert places == sorted(places) and len(places) >= 4


def test_findings_are_frozen(linter: Linter) -> None:
    finding = linter.lint_text("Get 20% off now!", "en").findings[0]
    with pytest.raises(FrozenInstanceError):
        finding.severity = "info"  # type: ignore[misc]


@pytest.mark.parametrize(("category", "counts"), [("MARKETING", False), ("UTILITY", True), ("SHIPPING_UPDATE", True)])
def test_the_declared_category_decides_whether_promotion_counts(category: str, counts: bool, linter: Linter) -> None:
    report = linter.lint_text("Hi {{1}}, enjoy 20% off all shoes this week. Shop now!", "en", category)
    assert any(f.violation == "promotion" for f in report.findings) is counts
    assert report.meta_category.label == "MARKETING"


def test_a_wording_in_a_harmless_sentence_is_a_note(linter: Linter) -> None:
    report = linter.lint_text(
        "Your room at {{1}} is booked for {{2}}. Kids stay free as agreed in booking {{3}}.", "en"
    )
    assert not [f for f in report.findings if f.violation and f.severity != "info"]


def test_english_rules_leave_other_languages_in_peace(linter: Linter) -> None:
    text = (
        "Hola {{1}}, tu pedido {{2}} ya salió de nuestro almacén y llegará mañana por la tarde. Gracias por tu compra."
    )
    report = linter.lint_text(text)
    assert not [f for f in report.findings if f.code[:3] in ("MKT", "USE", "CNT") or f.code == "CAT010"]
