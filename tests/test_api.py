from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import linter as package
from linter.api import ArgumentError, Linter
from linter.policy import NONE, TEN, THREE


def test_the_package_gives_what_it_names() -> None:
    assert set(package.__all__) == {"Linter", "classify", "lint", "lint_text"}
    for name in package.__all__:
        assert callable(getattr(package, name))
    with pytest.raises(AttributeError):
        _ = package.nothing


def test_a_clean_text(linter: Linter) -> None:
    report = linter.lint_text(
        "Hi {{1}}, your parcel {{2}} has been shipped and arrives on {{3}} at noon.", "en", "SHIPPING_UPDATE"
    )
    assert report.category.label == "SHIPPING_UPDATE"
    assert report.meta_category.label == "UTILITY"
    assert report.verdict == "pass"


def test_positions_count_in_the_text(linter: Linter) -> None:
    text = "Hi {{1}}, your parcel came. 🎉\nEnjoy 20% off your next order!"
    finding = next(f for f in linter.lint_text(text, "en").findings if f.violation == "promotion")
    assert finding.start is not None and finding.end is not None
    assert text[finding.start.offset : finding.end.offset] == finding.text
    assert finding.start.line == 2


def test_a_mapping_is_read_like_a_file(linter: Linter) -> None:
    payload = {
        "name": "parcel_note",
        "language": "en",
        "category": "UTILITY",
        "components": [{"type": "BODY", "text": "Your parcel {{1}} came today.", "example": {"body_text": [["K7"]]}}],
    }
    assert linter.lint(payload).verdict == "pass"


@pytest.mark.parametrize("value", [{}, {"name": "x"}, {"body": object()}, 12, ["x"]])
def test_what_is_no_template(value: object, linter: Linter) -> None:
    with pytest.raises(ArgumentError):
        linter.lint(value)  # type: ignore[arg-type]


def test_bad_arguments() -> None:
    with pytest.raises(ValueError, match="policy"):
        Linter(policy="lax")
    with pytest.raises(ValueError, match="no rule"):
        Linter(select=["NOPE"])


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Your verification code is {{1}}. It expires in 5 minutes.", "AUTHENTICATION"),
        ("Share the delivery code {{1}} with the rider when your parcel arrives.", "UTILITY"),
        ("Order {{1}} was delivered. Get 10% off your next one with code {{2}}!", "MARKETING"),
        ("Happy Diwali to you and your family from all of us!", "MARKETING"),
        ("We received your payment of {{1}} for invoice {{2}}. Thank you.", "UTILITY"),
    ],
)
def test_todays_categories(text: str, label: str, linter: Linter) -> None:
    assert linter.lint_text(text, "en").meta_category.label == label


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=200), st.sampled_from([None, "en", "hi", "xx", "", "EN-us"]))
def test_any_text_is_answered(linter: Linter, text: str, language: str | None) -> None:
    report = linter.lint_text(text, language)
    assert report.category.label in (*TEN, NONE)
    assert report.meta_category.label in THREE
    assert abs(sum(report.category.scores.values()) - 1) < 0.01
    for finding in report.findings:
        if finding.start is not None and finding.end is not None:
            assert text[finding.start.offset : finding.end.offset] == finding.text


def test_threads_share_a_linter(linter: Linter) -> None:
    texts = [f"Hi {{{{1}}}}, your order {n} has been shipped. Get {n}% off!" for n in range(40)]
    alone = [linter.lint_text(text, "en") for text in texts]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lambda text: linter.lint_text(text, "en"), texts)) == alone
