"""Scripts: which alphabet a text is written in, and which alphabets a language is written in."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

_RANGES: Final = {
    "latin": "A-Za-z\u00c0-\u024f\u1e00-\u1eff",
    "greek": "\u0370-\u03ff\u1f00-\u1fff",
    "cyrillic": "\u0400-\u052f",
    "armenian": "\u0530-\u058f",
    "hebrew": "\u0590-\u05ff",
    "arabic": "\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc",
    "devanagari": "\u0900-\u097f",
    "bengali": "\u0980-\u09ff",
    "gurmukhi": "\u0a00-\u0a7f",
    "gujarati": "\u0a80-\u0aff",
    "odia": "\u0b00-\u0b7f",
    "tamil": "\u0b80-\u0bff",
    "telugu": "\u0c00-\u0c7f",
    "kannada": "\u0c80-\u0cff",
    "malayalam": "\u0d00-\u0d7f",
    "sinhala": "\u0d80-\u0dff",
    "thai": "\u0e00-\u0e7f",
    "lao": "\u0e80-\u0eff",
    "burmese": "\u1000-\u109f",
    "georgian": "\u10a0-\u10ff",
    "ethiopic": "\u1200-\u137f",
    "khmer": "\u1780-\u17ff",
    "cjk": "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff",
    "hangul": "\u1100-\u11ff\uac00-\ud7af",
}
_SCANNER: Final = re.compile("|".join(f"(?P<{name}>[{chars}]+)" for name, chars in _RANGES.items()))
_NO_LETTERS: Final = re.compile("[^A-Za-z]+")
_OF_LANGUAGE: Final = {
    "greek": "el",
    "cyrillic": "ru uk bg mk sr kk ky be az uz mn tg",
    "armenian": "hy",
    "hebrew": "he",
    "arabic": "ar fa ur ps prs ku az",
    "devanagari": "hi mr ne",
    "bengali": "bn as",
    "gurmukhi": "pa",
    "gujarati": "gu",
    "tamil": "ta",
    "telugu": "te",
    "kannada": "kn",
    "malayalam": "ml",
    "sinhala": "si",
    "thai": "th",
    "lao": "lo",
    "georgian": "ka",
    "ethiopic": "am ti",
    "khmer": "km",
    "cjk": "zh ja ko",
    "hangul": "ko",
}
_BOTH: Final = frozenset({"sr", "az", "uz", "kk", "ky"})
NAMES: Final = {
    "af": "Afrikaans", "ar": "Arabic", "bn": "Bengali", "de": "German", "el": "Greek", "en": "English", "es": "Spanish",
    "fa": "Persian", "fil": "Filipino", "fr": "French", "gu": "Gujarati", "he": "Hebrew", "hi": "Hindi",
    "it": "Italian", "id": "Indonesian",
    "ja": "Japanese", "kn": "Kannada", "ko": "Korean", "ml": "Malayalam", "mr": "Marathi",
    "ms": "Malay", "nl": "Dutch", "pa": "Punjabi", "pl": "Polish", "pt": "Portuguese", "ru": "Russian", "ta": "Tamil",
    "te": "Telugu", "th": "Thai", "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu", "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip


def count(text: str) -> Counter[str]:
    """Letters of each script in a text."""
    if text.isascii():
        letters = len(_NO_LETTERS.sub("", text))
        return Counter({"latin": letters} if letters else {})
    found: Counter[str] = Counter()
    for match in _SCANNER.finditer(text):
        found[match.lastgroup or ""] += match.end() - match.start()
    return found


def scripts_of(language: str) -> frozenset[str]:
    """The scripts of a language; Latin where nothing else is known."""
    own = {script for script, languages in _OF_LANGUAGE.items() if language in languages.split()}
    return frozenset(own | {"latin"} if language in _BOTH else own or {"latin"})


def language_of(script: str) -> str | None:
    """The language that alone is written in a script."""
    languages = _OF_LANGUAGE.get(script, "").split()
    return languages[0] if len(languages) == 1 else None
