"""Hollow templates: so few fixed words that the text says nothing, and anything could ride in a placeholder.

`with`:
  most: N     the most words with a meaning that still count as hollow (default 0)
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from linter.checks import Hit
from linter.checks.subject import Subject
from linter.rulebook.rule import Rule
from linter.text.scan import VAR

_EMPTY = frozenset(
    [
        "a",
        "an",
        "the",
        "and",
        "or",
        "of",
        "to",
        "for",
        "from",
        "in",
        "on",
        "at",
        "by",
        "with",
        "is",
        "are",
        "was",
        "be",
        "been",
        "it",
        "this",
        "that",
        "here",
        "there",
        "your",
        "you",
        "our",
        "we",
        "us",
        "i",
        "my",
        "me",
        "hi",
        "hello",
        "hey",
        "dear",
        "sir",
        "madam",
        "mr",
        "mrs",
        "ms",
        "team",
        "good",
        "morning",
        "afternoon",
        "evening",
        "day",
        "thank",
        "thanks",
        "regards",
        "best",
        "kind",
        "please",
        "note",
        "update",
        "message",
        "info",
        "information",
        "notice",
        "below",
        "details",
        "as",
        "per",
        "now",
        "new",
        "am",
        "pm",
        "no",
        "yes",
        "ok",
        "welcome",
        "greetings",
        "attention",
        "all",
        "customer",
        "client",
        "member",
        "user",
        "friend",
        "sincerely",
        "cheers",
    ]
)


def prepare(with_: Mapping[str, Any]) -> int:
    """The most words with a meaning."""
    return int(with_.get("most", 0))


def check(subject: Subject, rule: Rule) -> Iterator[Hit]:
    """One hit on a hollow body; header and footer may give it meaning."""
    body = next(subject.parts_of(("body",)), None)
    if body is None or VAR not in body.analysis.words:
        return
    words = [
        key
        for part in subject.parts_of(("header", "body"))
        for kind, key in zip(part.analysis.tokens.kinds, part.analysis.tokens.keys, strict=True)
        if kind == "word" and key not in _EMPTY
    ]
    if len(words) <= rule.prepared:
        yield Hit(body.text, 0, len(body.text.value), body.component)
