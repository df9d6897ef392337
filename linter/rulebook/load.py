"""Find the rule files, compile them once, and keep the compiled book for the next run.

Compiling reads YAML and validates with pydantic; the outcome is plain JSON in the cache folder, named by the digest of the
files, so that later runs touch neither.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from linter import __version__
from linter.cachedir import cache_folder, write_quietly
from linter.rulebook.rule import CategoryFacts, Example, Policy, Rule, RuleBook


class RuleError(ValueError):
    """A rule file that cannot be used; the message names the file, the place and what to do."""


def rules_folder() -> Path:
    """Where the project's own rules are: in the wheel beside the code, in a checkout at its root."""
    package = Path(__file__).resolve().parent.parent
    packed = package / "data" / "rules"
    return packed if packed.is_dir() else package.parent / "rules"


def load(extra: Sequence[Path] = (), cached: bool = True) -> RuleBook:
    """The rule book of the project's rules and of the user's rule folders `extra`; `RuleError` for a bad file.

    `cached` allows to use, and to keep, the compiled form.
    """
    files = [(f"{number}:{file.relative_to(folder).as_posix()}", file) for number, folder, file in _files(extra)]
    contents = {label: file.read_bytes() for label, file in files}
    stamp = hashlib.blake2b(__version__.encode() + _code_stamp(), digest_size=12)
    for label, content in contents.items():
        stamp.update(label.encode() + b"\0" + content + b"\0")
    digest = stamp.hexdigest()
    kept = cache_folder() / f"rules-{digest}.json"
    if cached:
        try:
            return _revive(json.loads(kept.read_bytes()), digest)
        except (OSError, ValueError, KeyError, TypeError):
            pass
    from linter.rulebook.compile import compile_files

    data = compile_files([(label, str(file), contents[label]) for label, file in files])
    if cached:
        write_quietly(kept, json.dumps(data, ensure_ascii=False).encode())
    return _revive(data, digest)


def _code_stamp() -> bytes:
    """What tells apart two states of the code that compiles rules, so that a checkout never uses what an older one compiled."""
    package = Path(__file__).resolve().parent.parent
    stats = [file.stat() for name in ("text", "checks", "rulebook") for file in sorted((package / name).glob("*.py"))]
    return repr([(stat.st_mtime_ns, stat.st_size) for stat in stats]).encode()


def _files(extra: Sequence[Path]) -> Iterable[tuple[int, Path, Path]]:
    for number, folder in enumerate([rules_folder(), *extra]):
        if not folder.is_dir():
            raise RuleError(f"{folder}: the rules folder does not exist")
        for file in sorted(folder.rglob("*.y*ml")):
            yield number, folder, file


def _revive(data: Mapping[str, Any], digest: str) -> RuleBook:
    """The book from its compiled form."""
    rules = tuple(
        Rule(
            **{
                **r,
                **{k: tuple(r[k]) for k in ("aliases", "components", "languages", "policies")},
                "bad": _examples(r["bad"]),
                "good": _examples(r["good"]),
            }
        )
        for r in data["rules"]
    )
    policies = {p["name"]: Policy(**{**p, "categories": tuple(p["categories"])}) for p in data["policies"]}
    categories = {
        c["name"]: CategoryFacts(**{**c, **{k: tuple(c[k]) for k in ("allows", "not_this", "examples", "cues")}})
        for c in data["categories"]
    }
    return RuleBook(rules, policies, categories, digest)


def _examples(items: Iterable[Mapping[str, Any]]) -> tuple[Example, ...]:
    return tuple(Example(**item) for item in items)
