from __future__ import annotations

from collections import Counter

import pytest

from linter.classifier import corpus
from linter.classifier.duplicates import near_duplicates, shingles
from linter.policy import NONE, TEN, THREE
from linter.rulebook.schema import VIOLATIONS

ROWS = list(corpus.rows())


def test_no_near_duplicates() -> None:
    assert list(near_duplicates(ROWS)) == []


def test_a_near_duplicate_would_be_seen() -> None:
    one = {"id": "a", "body": "Hi {{1}}, your parcel 4711 was handed to Mr Okafor at 10:20 today."}
    two = {"id": "b", "body": "Hi {name}, your parcel 12 was handed to Mrs Lindqvist at 9:15 today."}
    assert [pair[:2] for pair in near_duplicates([one, two])] == [("b", "a")]
    assert shingles("Pay {{1}} now") == shingles("Pay %s now")


def test_ids_are_unique_and_name_their_slice() -> None:
    assert len({row["id"] for row in ROWS}) == len(ROWS)
    assert all(row["id"].startswith(row["slice"] + "-") for row in ROWS)


@pytest.mark.parametrize("row", ROWS[::37], ids=lambda row: row["id"])
def test_fields(row: corpus.Row) -> None:
    assert row["category"] in (*TEN, NONE)
    assert row["meta"] in THREE
    assert set(row["violations"]) <= {*VIOLATIONS, "hollow"}
    assert set(row["span_codes"]) <= set(row["violations"])
    assert len(row["spans"]) == len(row["span_codes"])


def test_every_span_stands_in_its_text() -> None:
    for row in ROWS:
        texts = [row["header"] or "", row["body"], row["footer"] or "", *row["buttons"]]
        for span in row["spans"]:
            assert any(span in text for text in texts), row["id"]
        assert bool(row["violations"]) == bool(row["spans"]), row["id"]


def test_there_is_enough_of_everything() -> None:
    categories = Counter(row["category"] for row in ROWS)
    violations = Counter(code for row in ROWS for code in row["violations"])
    assert all(categories[name] >= 350 for name in TEN)
    assert categories[NONE] >= 900
    assert all(violations[code] >= 60 for code in VIOLATIONS)
    assert sum(row["kind"] in ("harmless", "confusable") for row in ROWS) >= 900
    assert len(ROWS) >= 6000


def test_the_split_keeps_slices_whole() -> None:
    training, test = corpus.split()
    assert {row["slice"] for row in test} == corpus.TEST_SLICES
    assert not {row["slice"] for row in training} & corpus.TEST_SLICES
    assert {row["category"] for row in test} == {*TEN, NONE}
