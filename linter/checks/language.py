"""Languages: a text in another language than declared, and sentences of another language than the rest.

The script decides where scripts differ; between languages of one script a language-identification model does, and it
abstains when a text is short or the model is not sure. `with`: `fault` is mismatch or mixed; `letters` is how many
letters a judgement needs, `sure` the least confidence in percent.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from linter.checks import Hit
from linter.checks.identify import identified, is_same
from linter.checks.locale import CODES
from linter.checks.options import Options, read
from linter.checks.scripts import NAMES, count, language_of, scripts_of
from linter.checks.subject import Part, Subject
from linter.rulebook.rule import Rule

_BY_OLD_NAME: Final = {"no": "nb", "tl": "fil", "iw": "he", "in": "id"}
_LANGUAGES: Final = frozenset(code.split("_")[0] for code in CODES)
_FEWEST_OF_SCRIPT: Final = 12
_MOST_LETTERS: Final = 2000
_SURE_OF_MAIN: Final = 0.6


def prose(part: Part, first: int = 0, last: int | None = None) -> str:
    """The words of a part, or of a range of its tokens, without placeholders, addresses, numbers and emoji."""
    tokens, text = part.analysis.tokens, part.analysis.text
    spans = zip(tokens.kinds[first:last], tokens.starts[first:last], tokens.ends[first:last], strict=True)
    return " ".join([text[start:end] for kind, start, end in spans if kind == "word"])


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
    if best is None or is_same(best, language) or (script == "latin") != ("latin" in scripts_of(best)):
        return None
    return NAMES.get(best, best)


def _mismatch(subject: Subject, rule: Rule) -> Iterator[Hit]:
    """The body, when it is in another language than the template is declared in."""
    body = subject.template.body
    part = next((part for part in subject.parts if part.component is body), None)
    language = _BY_OLD_NAME.get(subject.language or "", subject.language)
    if part is not None and language in _LANGUAGES and not _is_romanised(subject):
        other = _foreign(prose(part), language, rule.prepared)
        if other is not None:
            value = part.text.value
            start = len(value) - len(value.lstrip())
            yield Hit(part.text, start, len(value.rstrip()), component=part.component, values={"found": other})


def _is_romanised(subject: Subject) -> bool:
    return subject.template.language is not None and "latn" in subject.template.language.value.lower()


def _mixed(subject: Subject, rule: Rule) -> Iterator[Hit]:
    """The first sentence in another language than the most of its text."""
    options: Options = rule.prepared
    for part in subject.parts_of(rule.components):
        sentences = [(first, last, prose(part, first, last)) for first, last in part.analysis.sentences]
        spoken = [(first, last, text) for first, last, text in sentences if _letters(text) >= _FEWEST_OF_SCRIPT]
        if len(spoken) < 2:
            continue
        main = _main(spoken, options)
        if main is None:
            continue
        for first, last, text in spoken:
            other = _foreign(text, main, options)
            if other is not None:
                span = part.analysis.span(first, last)
                values = {"found": other, "main": NAMES.get(main, main)}
                yield Hit(part.text, *span, component=part.component, values=values)
                return


def _main(spoken: list[tuple[int, int, str]], options: Options) -> str | None:
    """The language of the longest sentences, None where it cannot be told."""
    found: dict[str, int] = {}
    for _, _, text in spoken:
        script = count(text).most_common(1)[0][0]
        is_long = _letters(text) >= options.number("letters")
        name = language_of(script) or (identified(text[:_MOST_LETTERS], _SURE_OF_MAIN) if is_long else None)
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
