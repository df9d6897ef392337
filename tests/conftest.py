from __future__ import annotations

from collections.abc import Callable

import pytest

from linter.api import Linter
from linter.checks.subject import Subject
from linter.classifier.pipeline import load_reader
from linter.classifier.verdict import Reading
from linter.rulebook.load import load
from linter.rulebook.rule import RuleBook


@pytest.fixture(scope="session", autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Tests neither read nor write the user's cache."""
    import os

    os.environ["TEMPLINT_CACHE_DIR"] = str(tmp_path_factory.mktemp("cache"))


@pytest.fixture(scope="session")
def book(own_cache: None) -> RuleBook:
    return load()


@pytest.fixture(scope="session")
def read() -> Callable[[Subject], Reading]:
    return load_reader()


@pytest.fixture(scope="session")
def linter(own_cache: None) -> Linter:
    return Linter()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--refresh", action="store_true", help="write the expected output of scenarios anew")
