"""The one light tokenizer for all languages: a single regular expression that also masks what no rule should read as words.

A token has a kind and a key. The key is what rules and classifiers compare: the folded word, or a mask such as `<var>`.
"""

from __future__ import annotations

import re
from typing import Final

from linter.text.normal import combining_ranges, fold

VAR, URL, EMAIL, MONEY, PERCENT, NUMBER, CODE, CURRENCY = (
    "<var>",
    "<url>",
    "<email>",
    "<money>",
    "<pct>",
    "<num>",
    "<code>",
    "<cur>",
)

_MARKS = combining_ranges(0x0300, 0x1DFF) + combining_ranges(0x20D0, 0x20FF) + combining_ranges(0xA66F, 0xABED)
_LETTER = rf"[^\W\d_][{_MARKS}]*"
_EMOJI = (
    "\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\u2300-\u23ff\u2190-\u21ff\u25a0-\u25ff"
    "\u3030\u303d\u3297\u3299\u00a9\u00ae\u2122\u2139"
)
_SYMBOLS = "₹$€£₦¥₵₱₫₪₩฿"
_CODES = (
    "rs|inr|usd|eur|gbp|aed|kes|ksh|kshs|ngn|ghs|zar|sgd|myr|rm|sar|qar|omr|kwd|bhd|jod|egp|ugx|tzs|idr|"
    "rp|brl|mxn|lkr|bdt|pkr|php|thb|aud|cad|nzd"
)
_TLDS = (
    "com|in|co|net|org|io|app|me|ly|uk|ke|ng|za|ae|sg|my|gov|edu|info|biz|shop|store|ai|dev|link|page|"
    "site|online|xyz|tv|us|eu|id|br|mx|es|it|fr|de"
)

_PARTS: Final = (
    (
        "var",
        r"\{\{[^{}\n]{0,80}\}\}|\$\{[^{}\n]{1,60}\}|\{[A-Za-z0-9_](?:[\w .:-]{0,40}[\w])?\}|%\d{0,2}\$?[sd](?![A-Za-z])"
        r"|\[[A-ZÁÉÍÓÚ][^\[\]\n]{0,40}\]|<[A-Za-z_][\w -]{0,30}>|(?<![A-Za-z0-9])X{3,}(?![A-Za-z0-9])|_{3,}",
    ),
    ("email", r"(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.-]*\w"),
    (
        "url",
        r"(?:https?://|www\.)[^\s<>\"'«»]*[^\s<>\"'«».,;:!?)*_]"
        rf"|(?<![\w.@-])(?:[\w-]+\.)+(?:{_TLDS})(?![\w-])(?:/[^\s<>\"'«»]*[^\s<>\"'«».,;:!?)*_])?",
    ),
    (
        "money",
        rf"(?<![A-Za-z])(?:(?i:{_CODES})\.?\s?|[{_SYMBOLS}]\s?)\d[\d,]*(?:\.\d+)?(?:/-)?[kKmM]?(?![A-Za-z\d])|\d[\d,]*(?:\.\d+)?[{_SYMBOLS}]",
    ),
    ("percent", r"\d+(?:[.,]\d+)?\s?%"),
    ("currency", rf"[{_SYMBOLS}]|(?<![A-Za-z])(?i:{_CODES})\.?(?=\s?(?:\{{|\$\{{|%|\[|X{{3,}}|<))"),
    ("number", r"\+?\d(?:[\d.,:/()-]*\d)?(?![A-Za-z\d])|\+?\d[\d ()-]{7,}\d(?!\w)"),
    ("word", rf"{_LETTER}(?:{_LETTER}|['\u2019\u02bc](?=[^\W\d_]))*(?:[\d](?:\w)*)?|\d+{_LETTER}(?:\w)*"),
    ("emoji", rf"[{_EMOJI}][\ufe0f\u20e3\U0001f3fb-\U0001f3ff]*(?:\u200d[{_EMOJI}][\ufe0f\U0001f3fb-\U0001f3ff]*)*"),
    ("newline", r"[^\S\n\r]*(?:\r\n|[\n\r\u2028\u2029])\s*"),
    ("space", r"[^\S\n\r\u2028\u2029]+"),
    ("other", r"."),
)
_SCANNER: Final = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in _PARTS), re.DOTALL)
_MASKED: Final = {
    "var": VAR,
    "url": URL,
    "email": EMAIL,
    "money": MONEY,
    "percent": PERCENT,
    "currency": CURRENCY,
    "number": NUMBER,
}
_PROMO_CODE: Final = re.compile(r"[A-Z]{2,}\d+[A-Z\d]*\Z|[A-Z]\d{3,}[A-Z\d]*\Z")


class Tokens:
    """The tokens of one text as parallel lists: kinds, keys, starts and ends (offsets in the NFC text). White space is left out."""

    __slots__ = ("ends", "keys", "kinds", "starts")

    def __init__(self) -> None:
        self.kinds: list[str] = []
        self.keys: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []

    def __len__(self) -> int:
        return len(self.keys)


def scan(text: str) -> Tokens:
    """The tokens of an NFC text."""
    tokens = Tokens()
    kinds, keys, starts, ends = tokens.kinds, tokens.keys, tokens.starts, tokens.ends
    for match in _SCANNER.finditer(text):
        kind = match.lastgroup or "other"
        if kind == "space":
            continue
        value = match.group()
        if kind == "word":
            key = CODE if not value.isalpha() and _PROMO_CODE.match(value) else fold(value)
        elif kind == "newline":
            key = "\n"
        elif kind == "emoji":
            key = value[0]
        else:
            key = _MASKED.get(kind, value)
        kinds.append(kind)
        keys.append(key)
        starts.append(match.start())
        ends.append(match.end())
    return tokens
