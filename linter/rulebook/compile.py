"""Rule files to plain data: YAML read safely, validated by pydantic, each `with` checked by its kind of check."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from linter.checks import kind, kind_names
from linter.rulebook.load import RuleError
from linter.rulebook.schema import CategoriesModel, PolicyModel, RuleModel

_Model = TypeVar("_Model", bound=BaseModel)
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def compile_files(files: Iterable[tuple[str, str, bytes]]) -> dict[str, Any]:
    """All files (label, path, content) as one plain structure; `RuleError` names the first bad file."""
    book: dict[str, Any] = {"rules": [], "policies": [], "categories": []}
    seen: dict[str, str] = {}
    for label, path, content in files:
        data = _parse(path, content)
        if "/policies/" in "/" + label.partition(":")[2]:
            book["policies"].append(_validated(PolicyModel, data, path).model_dump())
        elif label.endswith("categories.yaml"):
            model = _validated(CategoriesModel, data, path)
            book["categories"] = [{"name": name, **facts.model_dump()} for name, facts in model.categories.items()]
        else:
            rule = {**compile_rule(data, path), "own": label.startswith("0:")}
            for word in (rule["code"], rule["name"], *rule["aliases"]):
                if word in seen:
                    raise RuleError(f"{path}: {word!r} is already used by {seen[word]}")
                seen[word] = path
            book["rules"].append(rule)
    book["rules"].sort(key=lambda rule: str(rule["code"]))
    return book


def compile_rule(data: object, path: str) -> dict[str, Any]:
    """One rule file's data, validated and compiled."""
    model = _validated(RuleModel, data, path)
    rule = model.model_dump(by_alias=False)
    examples = rule.pop("examples")
    rule.update(bad=examples["bad"], good=examples["good"], path=path)
    rule["message"] = rule["message"] or rule["summary"]
    rule["components"] = rule["components"] or ["header", "body", "footer", "button"]
    try:
        module = kind(rule["check"])
    except KeyError:
        raise RuleError(f"{path}: there is no check {rule['check']!r}; there are {', '.join(kind_names())}") from None
    try:
        if hasattr(module, "compile"):
            rule["with_"] = module.compile(rule["with_"])
        module.prepare(rule["with_"])
    except (ValueError, KeyError, TypeError, re.error) as problem:
        raise RuleError(f"{path}: with: {problem}") from problem
    for example in [*rule["bad"], *rule["good"]]:
        _check_marks(example, path)
    return rule


def _check_marks(example: Mapping[str, Any], path: str) -> None:
    text = str(example["text"] or example["template"])
    if text.count("«") != text.count("»"):
        raise RuleError(f"{path}: examples: « and » do not match in {text[:60]!r}")


def _parse(path: str, content: bytes) -> object:
    try:
        return yaml.load(content, Loader=_LOADER)
    except yaml.MarkedYAMLError as problem:
        mark = problem.problem_mark
        place = f":{mark.line + 1}:{mark.column + 1}" if mark else ""
        raise RuleError(f"{path}{place}: not valid YAML: {problem.problem}") from problem
    except (yaml.YAMLError, UnicodeDecodeError) as problem:
        raise RuleError(f"{path}: not valid YAML: {problem}") from problem


def _validated(model: type[_Model], data: object, path: str) -> _Model:
    try:
        return model.model_validate(data)
    except ValidationError as problem:
        first = problem.errors()[0]
        place = ".".join(str(part) for part in first["loc"]) or "the file"
        raise RuleError(f"{path}: {place}: {first['msg']}") from problem
