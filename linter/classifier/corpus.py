"""The labelled corpus: rows, their document parts, sentence labels, and the split into training and test by slice."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from linter.text import Analysis, analyse

FOLDER = Path(__file__).resolve().parent.parent.parent / "corpus"
TEST_SLICES = frozenset({"g11", "g12", "v05"})
Row = dict[str, Any]


def rows(language: str = "en", folder: Path = FOLDER) -> Iterator[Row]:
    """All rows of a language, in the order of the files; each has the fields of the labelling guide and its `slice`."""
    for path in sorted((folder / language).glob("*.jsonl")):
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                if line.strip():
                    row: Row = json.loads(line)
                    row["slice"] = path.stem
                    yield row


def split(language: str = "en", folder: Path = FOLDER) -> tuple[list[Row], list[Row]]:
    """Training rows and test rows; whole slices, each by one writer, are kept for testing."""
    training: list[Row] = []
    test: list[Row] = []
    for row in rows(language, folder):
        (test if row["slice"] in TEST_SLICES else training).append(row)
    return training, test


def parts(row: Row) -> list[tuple[str, Analysis]]:
    """The texts of a row as (component kind, analysis), in the order in which a template holds them."""
    texts = [("header", row.get("header")), ("body", row["body"]), ("footer", row.get("footer"))]
    texts += [("button", label) for label in row.get("buttons") or ()]
    return [(kind, analyse(text)) for kind, text in texts if text]


def marks(row: Row, texts: Sequence[tuple[str, Analysis]]) -> list[tuple[int, int, int, str]]:
    """The labelled spans as (part, start, end, violation); a span is looked for part after part."""
    found: list[tuple[int, int, int, str]] = []
    codes = row.get("span_codes") or []
    for span, code in zip(row["spans"], codes, strict=False):
        for number, (_, analysis) in enumerate(texts):
            start = analysis.raw.find(span)
            if start >= 0 and (number, start, start + len(span), code) not in found:
                found.append((number, start, start + len(span), code))
                break
    return found


def counts(language: str = "en", folder: Path = FOLDER) -> str:
    """What the corpus holds, as the lines of its datasheet."""
    everything = list(rows(language, folder))
    lines = [f"{len(everything)} texts in {len({row['slice'] for row in everything})} slices"]
    for title, values in (
        ("category", (row["category"] for row in everything)),
        ("violation", (code for row in everything for code in row["violations"])),
        ("kind", (row["kind"] for row in everything)),
        ("today", (row["meta"] for row in everything)),
        ("country", (row["country"] or "-" for row in everything)),
    ):
        lines.append(f"{title}: " + ", ".join(f"{name} {n}" for name, n in Counter(values).most_common()))
    lines.append(f"industries: {len({row['industry'] for row in everything if row['industry']})}")
    return "\n".join(lines)


if __name__ == "__main__":
    print(counts())
