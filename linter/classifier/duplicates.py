"""Near duplicates: texts that are the same but for placeholders, names and numbers."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

_PLACEHOLDER = re.compile(r"\{\{?[^{}]*\}?\}|\[[A-Z][^\]]*\]|\$\{[^}]*\}|%[sd]|<[^<>]*>")
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][A-Za-z'’]+(?: [A-Z][A-Za-z'’]+)*")
_ADDRESS = re.compile(r"https?://\S+|\S+@\S+")
_NUMBER = re.compile(r"\d[\d.,:/-]*")
_WORD = re.compile(r"[^\W_]+")
LIMIT = 0.6

Shingles = set[tuple[str, ...]]


def shingles(text: str) -> Shingles:
    """The sequences of three words of a text whose placeholders, names, addresses and numbers are masked."""
    text = _PLACEHOLDER.sub(" X ", unicodedata.normalize("NFC", text))
    text = _ADDRESS.sub(" U ", _NAME.sub(" N ", text))
    words = _WORD.findall(_NUMBER.sub(" 0 ", text.lower()))
    return {tuple(words[i : i + 3]) for i in range(max(1, len(words) - 2))}


def near_duplicates(rows: Iterable[Mapping[str, Any]], limit: float = LIMIT) -> Iterator[tuple[str, str, float]]:
    """Pairs of row ids whose texts share at least `limit` of their shingles (Jaccard), each row with an earlier one."""
    index: dict[tuple[str, ...], list[int]] = defaultdict(list)
    seen: list[tuple[str, Shingles]] = []
    for row in rows:
        texts = [row.get("header"), row["body"], row.get("footer"), *(row.get("buttons") or ())]
        own = shingles("\n".join(text for text in texts if text))
        shared = Counter(number for shingle in own for number in index[shingle])
        for number, count in shared.most_common(5):
            name, other = seen[number]
            likeness = count / (len(own) + len(other) - count)
            if likeness >= limit:
                yield row["id"], name, likeness
        for shingle in own:
            index[shingle].append(len(seen))
        seen.append((row["id"], own))
