from __future__ import annotations

from typing import Any

import pytest

from linter.checks.phrases import check, compile, joined, prepare
from linter.checks.subject import Subject
from linter.policy import Declared
from linter.rulebook.rule import Rule
from linter.template import Component, Template, Text


def spans(with_: dict[str, Any], body: str, button: str | None = None) -> list[str]:
    """What a rule with this `with` underlines in a template of a body and a button."""
    rule = Rule(
        code="TST001", name="test", summary="", message="", severity="error", check="phrases", why="", advice="", source={},
        components=("header", "body", "footer", "button"), with_=compile(with_),
    )  # fmt: skip
    components = [Component(kind="body", at=Text(""), text=Text(body))]
    if button:
        components.append(Component(kind="button", at=Text(""), text=Text(button)))
    subject = Subject(Template(tuple(components)), "notifications", Declared("missing", None, None), "en")
    return [hit.words for hit in check(subject, rule)]


def test_touching_phrases_are_one_hit() -> None:
    assert spans({"phrases": ["shop now", "now and save"]}, "Shop now and save.") == ["Shop now and save"]
    assert joined([(5, 9), (0, 5), (12, 13)]) == [(0, 9), (12, 13)]


def test_unless_holds_for_its_sentence_only() -> None:
    with_ = {"phrases": ["hurry"], "unless": ["no need"]}
    assert spans(with_, "No need to hurry.") == []
    assert spans(with_, "No need to call. Hurry!") == ["Hurry"]


def test_unless_text_holds_for_its_component() -> None:
    with_ = {"phrases": ["hurry"], "unless_text": ["no need"]}
    assert spans(with_, "No need to call. Hurry.") == []
    assert spans(with_, "No need to call.", button="Hurry") == ["Hurry"]


def test_unless_template_holds_everywhere() -> None:
    with_ = {"phrases": ["hurry"], "unless_template": ["no need"]}
    assert spans(with_, "No need to call.", button="Hurry") == []
    assert spans(with_, "Call us.", button="Hurry") == ["Hurry"]


def test_needs_looks_at_all_components() -> None:
    with_ = {"phrases": ["hurry"], "needs": ["sale"]}
    assert spans(with_, "Hurry.", button="Sale") == ["Hurry"]
    assert spans(with_, "Hurry.") == []


def test_words_name_alternatives() -> None:
    with_ = {"words": {"buy": "shop|order", "soon": "now|({buy}) today"}, "phrases": ["{buy} {soon}"]}
    assert spans(with_, "Please order now.") == ["order now"]
    assert spans(with_, "Shop order today.") == ["Shop order today"]


def test_reach_sentence() -> None:
    assert spans({"phrases": ["hurry"], "reach": "sentence"}, "Done. Hurry up now! Bye.") == ["Hurry up now!"]


@pytest.mark.parametrize(
    ("with_", "words"),
    [
        ({}, "no `phrases`"),
        ({"phrases": ["a"], "nothing": 1}, "unknown key"),
        ({"phrases": "a"}, "not a list"),
        ({"phrases": ["a"], "words": ["b"]}, "mapping"),
        ({"phrases": ["a"], "words": {"num": "b"}}, "meaning already"),
    ],
)
def test_what_cannot_be_used_is_said(with_: dict[str, Any], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        prepare(with_)
