"""Phrases: wordings that say something no template should say, and the contexts that make them harmless.

`with`:
  phrases: [PATTERN, ...]     what to find (see `linter.text.phrase`)
  unless: [PATTERN, ...]      harmless when one of these stands in the same sentence
  unless_text: [PATTERN, ...] harmless when one of these stands anywhere in the same component
  unless_template: [PATTERN]  harmless when one of these stands anywhere in the template
  needs: [PATTERN, ...]       counts only when one of these stands somewhere in the template
  words: {NAME: PATTERN}      alternatives with a name, written {NAME} in the patterns of this rule
  reach: phrase | sentence    what the finding underlines (default phrase)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from linter.checks import Hit
from linter.checks.subject import Part, Subject
from linter.rulebook.rule import Rule
from linter.text.phrase import CLASSES, translate

_NAME: Final = re.compile(r"\{(\w+)\}")
_LISTS = ("phrases", "unless", "unless_text", "unless_template", "needs")


def compile(with_: Mapping[str, Any]) -> dict[str, Any]:
    """The rule file's `with`, with patterns translated; `ValueError` for what cannot be read."""
    unknown = set(with_) - {*_LISTS, "reach", "words"}
    if unknown:
        raise ValueError(f"unknown key {sorted(unknown)[0]!r} in `with`")
    if not with_.get("phrases"):
        raise ValueError("`with` has no `phrases`")
    compiled: dict[str, Any] = {"reach": with_.get("reach", "phrase")}
    words = _named(with_.get("words") or {})
    for key in _LISTS:
        patterns = with_.get(key) or []
        if not isinstance(patterns, list) or not all(isinstance(p, str) for p in patterns):
            raise ValueError(f"`{key}` is not a list of texts")
        compiled[key] = [list(translate(_spelled(pattern, words))) for pattern in patterns]
    return compiled


def _named(words: object) -> dict[str, str]:
    """The rule's own alternatives by name; a later one may use an earlier one."""
    if not isinstance(words, dict) or not all(isinstance(text, str) for item in words.items() for text in item):
        raise ValueError("`words` is not a mapping of names to patterns")
    named: dict[str, str] = {}
    for name, pattern in words.items():
        if name in CLASSES:
            raise ValueError(f"`words`: {{{name}}} has a meaning already")
        named[name] = _spelled(pattern, named)
    return named


def _spelled(pattern: str, words: Mapping[str, str]) -> str:
    """A pattern with the rule's own names written out."""
    return _NAME.sub(lambda m: f"({words[m.group(1)]})" if m.group(1) in words else m.group(), pattern)


class Patterns:
    """Patterns behind an index by required word; a pattern is compiled when it is first needed."""

    __slots__ = ("_always", "_compiled", "_index", "_keys", "_sources")

    def __init__(self, patterns: list[list[Any]]) -> None:
        self._sources = [source for source, _ in patterns]
        self._compiled: list[re.Pattern[str] | None] = [None] * len(patterns)
        self._always = [i for i, (_, required) in enumerate(patterns) if not required]
        self._index: dict[str, list[int]] = {}
        for i, (_, required) in enumerate(patterns):
            for word in required:
                self._index.setdefault(word, []).append(i)
        self._keys = frozenset(self._index)

    def __bool__(self) -> bool:
        return bool(self._sources)

    @property
    def required(self) -> frozenset[str] | None:
        """Words of which a text must hold one, or None when some pattern needs none."""
        return None if self._always else self._keys

    def finditer(self, words: frozenset[str], line: str) -> Iterator[re.Match[str]]:
        """All matches in a line of a text that holds these words."""
        if not self._always and self._keys.isdisjoint(words):
            return
        numbers = {i for word in words & self._keys for i in self._index[word]}
        for i in sorted(numbers.union(self._always)):
            regex = self._compiled[i]
            if regex is None:
                regex = self._compiled[i] = re.compile(self._sources[i])
            yield from regex.finditer(line)

    def found(self, words: frozenset[str], line: str) -> bool:
        """Whether any pattern matches."""
        return next(self.finditer(words, line), None) is not None


class Prepared:
    """The pattern lists of one rule, ready to run."""

    __slots__ = ("needs", "phrases", "reach", "unless", "unless_template", "unless_text")

    def __init__(self, with_: Mapping[str, Any]) -> None:
        self.reach: str = with_["reach"]
        self.phrases, self.unless, self.unless_text, self.unless_template, self.needs = (
            Patterns(with_[key]) for key in _LISTS
        )


def prepare(with_: Mapping[str, Any]) -> Prepared:
    """The patterns behind their index."""
    return Prepared(with_ if "reach" in with_ else compile(with_))


def required(prepared: Prepared) -> frozenset[str] | None:
    """Words of which a template must hold one; None where some pattern needs none."""
    return prepared.phrases.required


def check(subject: Subject, rule: Rule) -> Iterator[Hit]:
    """One hit a phrase, overlapping ones joined."""
    prepared: Prepared = rule.prepared
    if prepared.needs and not _anywhere(prepared.needs, subject):
        return
    hits = [hit for part in subject.parts_of(rule.components) for hit in _in_part(part, prepared)]
    if hits and not (prepared.unless_template and _anywhere(prepared.unless_template, subject)):
        yield from hits


def _anywhere(patterns: Patterns, subject: Subject) -> bool:
    """Whether any part of the template holds one of the patterns."""
    return any(patterns.found(part.analysis.words, part.analysis.line) for part in subject.parts)


def _in_part(part: Part, prepared: Prepared) -> Iterator[Hit]:
    analysis = part.analysis
    words, line = analysis.words, analysis.line
    matches = [m.span() for m in prepared.phrases.finditer(words, line)]
    if not matches or (prepared.unless_text and prepared.unless_text.found(words, line)):
        return
    for start, end in joined(matches):
        if prepared.unless and any(
            _same_sentence(line, start, m.start()) for m in prepared.unless.finditer(words, line)
        ):
            continue
        tokens = analysis.tokens_of(start, end)
        if tokens is None:
            continue
        if prepared.reach == "sentence":
            tokens = analysis.trimmed(*analysis.sentences[analysis.sentence_of(tokens[0])])
        yield Hit(part.text, *analysis.span(*tokens), component=part.component)


def joined(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans in order, those that touch or overlap made one."""
    out: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out


def _same_sentence(line: str, a: int, b: int) -> bool:
    return "¶" not in line[min(a, b) : max(a, b)]
