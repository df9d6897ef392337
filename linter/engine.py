"""Template -> Report: pure, without files and without globals."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from string import Template as Message

from linter.checks import Check, Hit, kind
from linter.checks.identify import identified
from linter.checks.language import prose
from linter.checks.subject import Subject
from linter.classifier.meta import meta_category
from linter.classifier.verdict import Reading
from linter.decisions import Choice, doubted, selected, severity, verdict
from linter.policy import Declared, choose
from linter.report import Category, Finding, Report, Severity
from linter.rulebook.rule import Policy, Rule, RuleBook
from linter.source import Source
from linter.template import Template

Reader = Callable[[Subject], Reading]
_LONG = 30
_SURE = 0.7


class Engine:
    """The rules that were chosen and the classifiers, ready for any number of templates; safe to share between threads."""

    def __init__(self, book: RuleBook, read: Reader, choice: Choice | None = None, policy: str = "auto") -> None:
        self.book = book
        self.read = read
        self.choice = choice or Choice()
        self.policy = policy
        self.choice.check(book)
        self._chosen = [rule for rule in book.rules if selected(rule, self.choice)]
        self._plans: dict[tuple[str, str | None, str], _Plan] = {}

    def report(self, template: Template, source: Source | None = None, path: str | None = None) -> Report:
        """All that the rules and the classifiers find in a template, in the order of the text."""
        raw = template.category.value if template.category else None
        declared, policy = choose(raw, self.policy, self.book)
        subject = Subject(template, policy.name, declared, _primary(template))
        if subject.language is None:
            subject.language = _spoken(subject)
        reading = subject.reading = self.read(subject)
        found: list[tuple[Rule, Severity, Hit]] = []
        for rule, level, check in self._plan(policy, declared).candidates(subject.words):
            if rule.languages and subject.language and subject.language not in rule.languages:
                continue
            for hit in check(subject, rule):
                found.append((rule, "info" if doubted(rule, hit, subject) else level, hit))
        findings = tuple(
            _finding(rule, level, hit, source, policy.note(rule.violation, declared.label))
            for rule, level, hit in sorted(merged(found), key=lambda item: _order(*item))
        )
        return Report(
            id=template.id,
            path=path,
            name=template.name.value if template.name else None,
            language=template.language.value if template.language else None,
            declared_category=raw,
            policy=policy.name,
            verdict=verdict(findings),
            category=Category(
                reading.label,
                round(reading.confidence, 4),
                {k: round(v, 4) for k, v in reading.scores.items()},
                reading.evidence,
            ),
            meta_category=meta_category(reading, findings),
            findings=findings,
        )

    def _plan(self, policy: Policy, declared: Declared) -> _Plan:
        """The chosen rules with their severities for one policy and one declared category, worked out once."""
        key = (policy.name, declared.label, declared.state)
        plan = self._plans.get(key)
        if plan is None:
            steps = []
            for rule in self._chosen:
                level = severity(rule, self.choice, policy, declared)
                if level is not None and (not rule.policies or policy.name in rule.policies):
                    steps.append((rule, level, kind(rule.check).check))
            plan = self._plans[key] = _Plan(steps)
        return plan


Step = tuple[Rule, Severity, Check]


class _Plan:
    """Rules behind an index: those whose kind of check can say which words a text must hold run only where one stands.

    Such a kind has a function `required(prepared)` that gives the words, or None where any text may break the rule.
    """

    def __init__(self, steps: list[Step]) -> None:
        self.steps = steps
        self.always: list[int] = []
        self.index: dict[str, list[int]] = {}
        for number, (rule, _, _) in enumerate(steps):
            needed = getattr(kind(rule.check), "required", lambda prepared: None)(rule.prepared)
            if needed is None:
                self.always.append(number)
            else:
                for word in needed:
                    self.index.setdefault(word, []).append(number)
        self.keys = frozenset(self.index)

    def candidates(self, words: frozenset[str]) -> Iterator[Step]:
        """The rules that a text with these words can break, in the order of their codes."""
        numbers = {number for word in words & self.keys for number in self.index[word]}
        numbers.update(self.always)
        return (self.steps[number] for number in sorted(numbers))


def _primary(template: Template) -> str | None:
    """The primary subtag of the declared language."""
    if template.language is None or not template.language.value.strip():
        return None
    return template.language.value.strip().replace("-", "_").split("_")[0].lower()


def _spoken(subject: Subject) -> str | None:
    """The language that the body is surely in, for templates that declare none: English rules have no business with others."""
    body = next(subject.parts_of(("body",)), None)
    words = prose(body) if body else ""
    return identified(words, _SURE) if len(words) >= _LONG else None


def _order(rule: Rule, level: Severity, hit: Hit) -> tuple[int, int, str]:
    start = hit.text.map.start(hit.start) if hit.text.map else hit.start
    return start, hit.end, rule.code


def _finding(rule: Rule, level: Severity, hit: Hit, source: Source | None, note: str) -> Finding:
    where = hit.text.map
    start = source.position(where.start(hit.start)) if source and where else None
    end = source.position(max(where.end(hit.end), start.offset)) if source and where and start else None
    words = hit.words
    values = {"text": words if len(words) <= 60 else words[:57] + "...", **hit.values}
    return Finding(
        code=rule.code,
        name=rule.name,
        violation=rule.violation,
        severity=level,
        message="; ".join(filter(None, [Message(rule.message).safe_substitute(values), note])),
        advice=Message(rule.advice).safe_substitute(values),
        component=hit.component.kind if hit.component else None,
        pointer=hit.text.pointer,
        text=words,
        start=start,
        end=end,
    )


def merged(found: Iterable[tuple[Rule, Severity, Hit]]) -> Iterator[tuple[Rule, Severity, Hit]]:
    """One phrase, one finding: of hits that overlap in the same text and stand for the same violation, the first instrument speaks.

    Findings that count go before notes, phrase rules before classifiers, then the longer span, then the lower code.
    """
    groups: dict[tuple[int, str], list[tuple[Rule, Severity, Hit]]] = {}
    for item in found:
        rule, _, hit = item
        if rule.violation is None:
            yield item
        else:
            groups.setdefault((id(hit.text), rule.violation), []).append(item)
    for items in groups.values():
        items.sort(key=lambda i: (i[1] == "info", i[0].check == "classifier", i[2].start - i[2].end, i[0].code))
        kept: list[tuple[Rule, Severity, Hit]] = []
        for item in items:
            if not any(item[2].start < other.end and other.start < item[2].end for _, _, other in kept):
                kept.append(item)
        yield from kept
