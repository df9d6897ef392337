from __future__ import annotations

import json
from pathlib import Path

import pytest

from linter.cli import run

ROWS = [
    {"id": "1", "body": "Your parcel {{1}} has been shipped and arrives on {{2}}.", "category": "SHIPPING_UPDATE"},
    {"id": "2", "body": "Your parcel {{1}} was delivered. Get 20% off your next order!", "category": "SHIPPING_UPDATE",
     "violations": ["promotion"], "spans": ["Get 20% off your next order!"], "meta": "MARKETING"},
    {"id": "3", "body": "Your parcel {{1}} was delivered to your door today.", "category": "TICKET_UPDATE"},
]  # fmt: skip


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    path = tmp_path / "gold.jsonl"
    rows = [{"lang": "en", "violations": [], "spans": [], "meta": "UTILITY", **row} for row in ROWS]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_the_figures(gold: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["evaluate", str(gold), "--format", "json"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert figures["category"]["accuracy"] == pytest.approx(2 / 3, abs=1e-3)
    assert figures["category"]["confusion"]["TICKET_UPDATE"]["SHIPPING_UPDATE"] == 1
    assert figures["flags"] == {"rows": 3, "precision": 1.0, "recall": 1.0, "f1": 1.0, "false_alarm_rate": 0.0}
    assert figures["span_hit"] == 1.0
    assert figures["meta"]["accuracy"] == 1.0
    assert [error["id"] for error in figures["errors"]] == ["3"]


def test_the_page_holds_plots_and_errors(gold: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    assert run(["evaluate", str(gold), "--format", "html", "--output", str(page)]) == 0
    text = page.read_text(encoding="utf-8")
    assert "<svg" in text and "class='matrix'" in text and "was delivered to your door" in text


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("{", "gold.jsonl:1: not JSON"),
        ('{"body": "x"}', "has no category"),
        ("", "no labelled rows"),
        ("[1]", "has no"),
    ],
)
def test_bad_rows_are_named(content: str, words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(content, encoding="utf-8")
    assert run(["evaluate", str(path)]) == 2
    assert words in capsys.readouterr().err
