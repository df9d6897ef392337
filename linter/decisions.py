"""Which findings count, and how much: selection, severity and policy, all decided here and nowhere else."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from linter.checks import Hit
from linter.checks.subject import Subject
from linter.policy import Declared
from linter.report import SEVERITIES, Finding, Severity, Verdict
from linter.rulebook.rule import Policy, Rule, RuleBook

DOUBT = 0.05  # measured: at this chance most false alarms of wordings go, and hardly any right finding


class SelectionError(ValueError):
    """A code or name that no rule has, or a severity that does not exist; the message names the nearest one."""


@dataclass(frozen=True)
class Choice:
    """What the user chose. `select` None means every rule; entries are codes, prefixes of codes, names or old codes."""

    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    severities: Mapping[str, str] = field(default_factory=dict)

    def check(self, book: RuleBook) -> None:
        """Raise `SelectionError` for the first word that names no rule or severity."""
        words = [*(self.select or ()), *self.ignore, *self.extend_select, *self.severities]
        for word in words:
            if not any(matches(word, rule) for rule in book.rules):
                known = [*(r.code for r in book.rules), *(r.name for r in book.rules), *{r.family for r in book.rules}]
                near = difflib.get_close_matches(word.lower() if "-" in word else word.upper(), known, n=1, cutoff=0.5)
                raise SelectionError(
                    f"no rule has the code, prefix or name {word!r}" + (f"; did you mean {near[0]}?" if near else "")
                )
        for word, level in self.severities.items():
            if level not in (*SEVERITIES, "off"):
                raise SelectionError(f"{word}={level}: a severity is one of {', '.join(SEVERITIES)} or off")


def matches(word: str, rule: Rule) -> int:
    """How closely a word names a rule: 0 not at all, then by length, so that the longest prefix wins; a full name beats any prefix."""
    if word.lower() == rule.name or word.upper() == rule.code or word in rule.aliases:
        return 1000
    return len(word) + 1 if (word and rule.code.startswith(word.upper())) or word.upper() == "ALL" else 0


def _strongest(words: Iterable[str], rule: Rule) -> int:
    return max((matches(word, rule) for word in words), default=0)


def selected(rule: Rule, choice: Choice) -> bool:
    """Whether a rule runs at all: the closest naming of select and ignore wins, ignore where they tie."""
    chosen = 1 if choice.select is None else _strongest(choice.select, rule)
    chosen = max(chosen, _strongest(choice.extend_select, rule))
    return chosen > 0 and chosen > _strongest(choice.ignore, rule)


def severity(rule: Rule, choice: Choice, policy: Policy, declared: Declared) -> Severity | None:
    """The severity of a rule's findings in a template filed as `declared` under `policy`; None switches them off."""
    level: str | None = None
    if choice.severities:
        word = max(choice.severities, key=lambda word: matches(word, rule))
        if matches(word, rule):
            level = choice.severities[word]
    if level is None:
        level = (
            _of_policy(rule, policy.when.get(declared.label or "", {}))
            or _of_policy(rule, policy.severities)
            or rule.severity
        )
    return None if level == "off" else level  # type: ignore[return-value]


def doubted(rule: Rule, hit: Hit, subject: Subject) -> bool:
    """Whether a wording stands in a sentence that the sentence classifier finds harmless: the finding is then a note.

    Only for the project's own wording rules in English, where both instruments were trained and measured.
    """
    if rule.check != "phrases" or not rule.violation or not rule.own or subject.reading is None:
        return False
    if subject.language not in (None, "en"):
        return False
    part = next((number for number, part in enumerate(subject.parts) if part.text is hit.text), -1)
    return subject.reading.chance_at(part, hit.start, hit.end) < DOUBT


def _of_policy(rule: Rule, levels: Mapping[str, str]) -> str | None:
    """The closest entry: the code itself, then the violation, then the longest prefix of the code."""
    if rule.code in levels:
        return levels[rule.code]
    if rule.violation and f"violation:{rule.violation}" in levels:
        return levels[f"violation:{rule.violation}"]
    prefixes = [prefix for prefix in levels if rule.code.startswith(prefix)]
    return levels[max(prefixes, key=len)] if prefixes else None


def verdict(findings: Iterable[Finding]) -> Verdict:
    """`fail` with an error that counts, `warn` with a warning, else `pass`."""
    levels = {finding.severity for finding in findings if finding.suppressed is None}
    return "fail" if "error" in levels else "warn" if "warning" in levels else "pass"


def reaches(findings: Iterable[Finding], level: Severity) -> bool:
    """Whether a finding that counts is at or above a severity."""
    counting = SEVERITIES[: SEVERITIES.index(level) + 1]
    return any(finding.severity in counting and finding.suppressed is None for finding in findings)
