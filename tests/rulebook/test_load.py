from __future__ import annotations

from pathlib import Path

import pytest

from linter.policy import TEN
from linter.rulebook.load import RuleError, load
from linter.rulebook.rule import RuleBook
from linter.rulebook.schema import VIOLATIONS

OWN = """\
code: ACME001
name: says-acme
summary: Names a rival
severity: warning
why: Legal asked for it.
source: {title: House rules, date: 2026-01-01}
check: phrases
with: {phrases: ["acme"]}
advice: Leave the name out.
examples:
  bad: [{text: "Better than «Acme»."}, {text: "«ACME» parts"}]
  good: [{text: "Our parts"}, {text: "Acmesthetic"}]
"""


def test_every_violation_has_a_rule_and_every_category_its_facts(book: RuleBook) -> None:
    assert {rule.violation for rule in book.rules} >= set(VIOLATIONS)
    assert set(book.categories) == set(TEN)


def test_a_file_is_named_after_its_rule(book: RuleBook) -> None:
    for rule in book.rules:
        assert Path(rule.path).name == f"{rule.code}-{rule.name}.yaml"
        assert Path(rule.path).parent.name == rule.family.lower()


def test_a_users_folder_adds_rules(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text(OWN, encoding="utf-8")
    assert any(rule.code == "ACME001" for rule in load([tmp_path]).rules)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("code: [", "not valid YAML"),
        ("[]", "valid dictionary"),
        (OWN.replace("severity: warning", "severity: fatal"), "severity"),
        (OWN.replace("check: phrases", "check: phrase"), "there is no check 'phrase'"),
        (OWN.replace('["acme"]', '["(acme"]'), "without `\\)`"),
        (OWN.replace("ACME001", "MKT001"), "already used"),
        (OWN.replace(', {text: "«ACME» parts"}', ""), "at least 2"),
        (OWN.replace("«ACME» parts", "«ACME parts"), "do not match"),
        (OWN + "extra: 1\n", "extra"),
    ],
)
def test_a_bad_rule_file_is_named_with_its_fault(content: str, words: str, tmp_path: Path) -> None:
    (tmp_path / "bad.yaml").write_text(content, encoding="utf-8")
    with pytest.raises(RuleError, match=words) as caught:
        load([tmp_path])
    assert "bad.yaml" in str(caught.value)


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="does not exist"):
        load([tmp_path / "nowhere"])
