from __future__ import annotations

import re

import pytest

from linter.text import analyse
from linter.text.phrase import PhraseError, inflections, translate


def found(pattern: str, text: str) -> str | None:
    """What a pattern underlines in a text, or None."""
    analysis = analyse(text)
    source, required = translate(pattern)
    match = re.search(source, analysis.line)
    if match is None:
        return None
    assert not required or analysis.words & set(required), "the index would have hidden a match"
    tokens = analysis.tokens_of(match.start(), match.end())
    assert tokens is not None
    start, end = analysis.span(*tokens)
    return text[start:end]


@pytest.mark.parametrize(
    ("pattern", "text", "span"),
    [
        ("20% off", "Now *20%* OFF 🎉", "20%* OFF"),
        ("(shop|buy|order) now", "Please order now.", "order now"),
        ("(shop|buy) now", "The shop is open now.", None),
        ("save (up to)? {pct}", "Save 5% here, save up to {{1}}% there", "Save 5%"),
        ("offer~", "Two offers wait.", "offers"),
        ("offer~", "The office is open.", None),
        ("don't ... out", "Don't miss this out.", "Don't miss this out"),
        ("don't ... out", "Don't worry. It is out.", None),
        ("^welcome", "Hello. Welcome in.", "Welcome"),
        ("^welcome", "You are welcome.", None),
        ("please$", "Reply, please.", "please"),
        ("re-order", "Reorder or re-order", "Reorder"),
        ("{any} sale", "The winter sale", "winter sale"),
    ],
)
def test_patterns(pattern: str, text: str, span: str | None) -> None:
    assert found(pattern, text) == span


@pytest.mark.parametrize(
    "amount",
    [
        "$5",
        "Rs. 500/-",
        "S$19",
        "{{1}} AED",
        "₹{{1}}",
        "R150",
        "N5,000",
        "N{{2}}",
        "50 euro",
        "62 lakhs",
        "KES 1,200",
        "GH₵50",
        "5 naira",
    ],
)
def test_money(amount: str) -> None:
    assert found("{money} off", f"Take {amount} off.") is not None


@pytest.mark.parametrize("share", ["20%", "20 %", "{{1}}%", "20 percent", "20 per cent"])
def test_percentages(share: str) -> None:
    assert found("{pct} off", f"Take {share} off.") is not None


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("shop )", "`)`"),
        ("(shop", "without"),
        ("a | b", "outside"),
        ("{nothing} off", "unknown class"),
        ("", "empty"),
        ("(this)? (that)?", "fits everywhere"),
        ("(shop|buys?)", "fits everywhere"),
        ("(shop|buy)~ now", "behind a word"),
    ],
)
def test_what_cannot_be_read_is_said(pattern: str, words: str) -> None:
    with pytest.raises(PhraseError, match=re.escape(words)):
        translate(pattern)


def test_inflections() -> None:
    assert {"save", "saves", "saved", "saving"} <= inflections("save")
    assert {"tries", "tried", "trying"} <= inflections("try")
    assert {"grabbed", "grabbing"} <= inflections("grab")
