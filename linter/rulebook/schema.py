"""The schema of rule files, policies and categories.yaml: pydantic models, used only when rule files are compiled."""

from __future__ import annotations

import datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, field_validator, model_validator

VIOLATIONS = (
    "promotion",
    "upsell",
    "recommendation",
    "newsletter",
    "re_engagement",
    "cart_abandonment",
    "interest_reminder",
    "survey",
    "feedback",
    "app_promotion",
    "contest",
    "cold_outreach",
    "referral",
    "greeting",
    "political",
    "invitation",
    "sensitive_data",
    "threat",
    "restricted_goods",
    "conversation_opener",
)
Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class SourceModel(_Strict):
    """Whose rule it is, and as of when."""

    title: Words
    date: Words
    url: str | None = None

    @field_validator("date", mode="before")
    @classmethod
    def _date_as_text(cls, value: object) -> object:
        return (
            value.isoformat() if isinstance(value, datetime.date) else str(value) if isinstance(value, int) else value
        )


class ExampleModel(_Strict):
    """An example: a text for one component, or a whole neutral template; `«` and `»` mark the span of the finding."""

    text: str | None = None
    component: Literal["header", "body", "footer", "button"] = "body"
    template: dict[str, Any] | None = None
    language: str = "en"
    category: str | None = None
    policy: str | None = None

    @model_validator(mode="after")
    def _one_of_both(self) -> ExampleModel:
        if (self.text is None) == (self.template is None):
            raise ValueError("an example has either `text` or `template`")
        return self


class ExamplesModel(_Strict):
    """At least two bad and two good ones, or the rule does not load."""

    bad: list[ExampleModel] = Field(min_length=2)
    good: list[ExampleModel] = Field(min_length=2)


class RuleModel(_Strict):
    """One rule file."""

    code: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2,6}\d{3}$")]
    name: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
    summary: Words
    message: str | None = None
    violation: Literal[VIOLATIONS] | None = None  # type: ignore[valid-type]
    severity: Literal["error", "warning", "info"]
    aliases: list[str] = []
    components: list[Literal["header", "body", "footer", "button", "template"]] = []
    languages: list[str] = []
    policies: list[str] = []
    why: Words
    source: SourceModel
    check: Words
    with_: dict[str, Any] = Field(default_factory=dict, alias="with")
    advice: Words
    examples: ExamplesModel


class PolicyModel(_Strict):
    """One file of rules/policies/."""

    name: Words
    summary: Words
    categories: list[str]
    aliases: dict[str, str] = {}
    retired: dict[str, str] = {}
    severities: dict[str, Literal["error", "warning", "info", "off"]] = {}
    when: dict[str, dict[str, Literal["error", "warning", "info", "off"]]] = {}
    notes: dict[str, str] = {}


class CategoryModel(_Strict):
    """One entry of categories.yaml."""

    summary: Words
    allows: list[Words] = Field(min_length=2)
    not_this: list[Words]
    needs: Words
    examples: list[Words] = Field(min_length=2)
    cues: list[Words]
    source: SourceModel


class CategoriesModel(_Strict):
    """categories.yaml: the ten, by name."""

    categories: dict[str, CategoryModel]
